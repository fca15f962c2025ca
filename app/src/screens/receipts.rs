//! Expected receipts over thirteen weeks: the chart with its table, what is not dealt out, and how wrong the same
//! computation was in the past, beside "everybody pays on the due date".

use crate::components::chart::ChartFigure;
use crate::components::currency_tabs::CurrencyTabs;
use crate::components::data_table::DataTable;
use crate::components::fetched::shown;
use crate::logic::expected;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Forecast, ForecastOfCurrency};
use std::sync::Arc;

/// The screen.
#[component]
pub fn ReceiptsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="receipts-screen">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{move || text.title_receipts(session.as_of.get())}</h1>
                <div class="screen-tools">
                    <CurrencyTabs/>
                </div>
            </div>
            <p class="lead">{text.receipts_lead()}</p>
            {move || shown(session.receipts.get(), |forecast| view! { <Shown forecast/> })}
        </section>
    }
}

/// The currency shown.
#[component]
fn Shown(
    /// Of every currency.
    forecast: Arc<Forecast>,
) -> impl IntoView {
    let session = use_session();
    let of = move || {
        let currency = session.shown_currency();
        forecast.currencies.iter().find(|one| Some(one.currency) == currency).cloned()
    };
    view! { {move || of().map(|of| view! { <OfCurrency of/> })} }
}

/// One currency.
#[component]
fn OfCurrency(
    /// What is expected.
    of: ForecastOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let tested = expected::tested(text, &of);
    view! {
        <div class="charts">
            <ChartFigure chart=expected::weeks(text, &of)/>
            <div class="card chart">
                <h2>{text.receipts_tests()}</h2>
                {tested.is_none().then(|| view! { <p class="muted">{text.forecast_no_test()}</p> })}
                {tested.map(|table| view! { <DataTable table/> })}
                {of.tests.iter().map(|test| view! { <p class="muted">{test.text.clone()}</p> }).collect_view()}
            </div>
        </div>
        <DataTable table=expected::apart(text, &of)/>
        <p class="muted">{of.how.clone()}</p>
    }
}
