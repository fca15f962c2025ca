//! The dashboard: the figures of the day, and where they come from and go to, each chart with its table.

use crate::components::chart::{ChartFigure, Hatching};
use crate::components::currency_tabs::CurrencyTabs;
use crate::components::data_table::DataTable;
use crate::components::waiting::Skeleton;
use crate::logic::chart::Table;
use crate::logic::evolution::{self, Chart};
use crate::screens::figures::{Figures, Structure};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// Periods to choose from, in months.
const PERIODS: [u32; 2] = [12, 24];

/// The screen.
#[component]
pub fn DashboardScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let there = Memo::new(move |_| session.metrics.with(Option::is_some));
    let title = move || {
        let as_of = session.balance.with(|balance| balance.as_ref().map(|balance| balance.as_of));
        text.title_dashboard(as_of.unwrap_or_else(|| session.as_of.get()))
    };
    view! {
        <section class="dashboard">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{title}</h1>
                <div class="screen-tools">
                    <CurrencyTabs/>
                    <Periods/>
                </div>
            </div>
            <Show when=move || there.get() fallback=|| view! { <Skeleton/> }>
                <Figures/>
                <Structure/>
                <Hatching/>
                <Charts/>
                <Others/>
            </Show>
        </section>
    }
}

/// How far back the charts go.
#[component]
fn Periods() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <div class="tabs" role="group" aria-label=text.label_months()>
            {PERIODS
                .map(|months| {
                    view! {
                        <button
                            type="button"
                            aria-pressed=move || (session.months.get() == months).to_string()
                            on:click=move |_| work::choose_months(session, months)
                        >
                            {text.months(months)}
                        </button>
                    }
                })
                .into_iter()
                .collect_view()}
        </div>
    }
}

/// The charts of the currency shown.
#[component]
fn Charts() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let charts = move || -> Vec<Chart> {
        let Some(currency) = session.shown_currency() else { return Vec::new() };
        let mut charts = session.metrics.with(|all| {
            let metrics = all.iter().flat_map(|all| all.iter()).find(|one| one.currency == currency);
            metrics.map(|metrics| evolution::concentration(text, metrics)).into_iter().collect::<Vec<_>>()
        });
        session.series.with(|series| {
            let Some(series) = series else { return };
            let Some(of) = series.currencies.iter().find(|one| one.currency == currency) else { return };
            let mut over_time = evolution::over_time(text, of, &series.limits).into_iter();
            charts.splice(0..0, over_time.next());
            charts.extend(over_time);
            charts.push(evolution::roll_rates(text, of, &series.limits));
        });
        charts
    };
    view! {
        <h2>{text.title_evolution()}</h2>
        <div class="charts">
            {move || charts().into_iter().map(|chart| view! { <ChartFigure chart/> }).collect_view()}
        </div>
    }
}

/// What is said in tables only.
#[component]
fn Others() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let tables = move || -> Vec<Table> {
        let Some(currency) = session.shown_currency() else { return Vec::new() };
        session.metrics.with(|all| {
            let metrics = all.iter().flat_map(|all| all.iter()).find(|one| one.currency == currency);
            let makers = [evolution::other_figures, evolution::strata, evolution::punctuality];
            let tables = metrics.into_iter().flat_map(|metrics| makers.map(|make| make(text, metrics)));
            tables.filter(|table| !table.rows.is_empty()).collect()
        })
    };
    view! { {move || tables().into_iter().map(|table| view! { <DataTable table/> }).collect_view()} }
}
