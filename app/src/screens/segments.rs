//! Customers by segment: the totals of each, the thresholds of the rules, the watch-list, and every customer with its
//! score and why it stands where it does.

use crate::components::currency_tabs::CurrencyTabs;
use crate::components::data_table::DataTable;
use crate::components::more::More;
use crate::components::waiting::Skeleton;
use crate::logic::chart::Table;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{PlacedCustomer, SegmentThresholds, SegmentsOfCurrency};
use text::Language;
use values::Currency;

/// Customers drawn at once.
const DRAWN: usize = 50;

/// The screen.
#[component]
pub fn SegmentsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let there = Memo::new(move |_| session.segments.with(Option::is_some));
    let of = move || {
        let currency = session.shown_currency();
        session
            .segments
            .with(|segments| segments.as_ref()?.currencies.iter().find(|one| Some(one.currency) == currency).cloned())
    };
    view! {
        <section class="segments-screen">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{move || text.title_segments(session.as_of.get())}</h1>
                <div class="screen-tools">
                    <CurrencyTabs/>
                </div>
            </div>
            <p class="lead">{text.segments_lead()}</p>
            <Thresholds/>
            <Show when=move || there.get() fallback=|| view! { <Skeleton/> }>
                {move || of().map(|of| view! { <OfCurrency of/> })}
            </Show>
        </section>
    }
}

/// Where the rules begin to take customers.
#[component]
fn Thresholds() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let now = move || session.thresholds.get().unwrap_or_default();
    let set = move |change: &dyn Fn(&mut SegmentThresholds)| {
        let mut thresholds = session.thresholds.get_untracked().unwrap_or_default();
        change(&mut thresholds);
        work::choose_thresholds(session, Some(thresholds).filter(|chosen| *chosen != SegmentThresholds::default()));
    };
    view! {
        <fieldset class="settings thresholds">
            <legend>{text.segments_thresholds()}</legend>
            <Number
                id="key-accounts-max"
                label=text.segments_max()
                range=(0, 1_000)
                value=Signal::derive(move || now().key_accounts_max)
                taken=Callback::new(move |typed: u32| set(&|of| of.key_accounts_max = typed))
            />
            <Number
                id="share-min"
                label=text.segments_share()
                range=(0, 100)
                value=Signal::derive(move || now().share_min_percent.into())
                taken=Callback::new(move |typed: u32| set(&|of| of.share_min_percent = u8::try_from(typed).unwrap_or(100)))
            />
            <Number
                id="cumulated"
                label=text.segments_cumulated()
                range=(1, 100)
                value=Signal::derive(move || now().cumulated_percent.into())
                taken=Callback::new(move |typed: u32| set(&|of| of.cumulated_percent = u8::try_from(typed).unwrap_or(100)))
            />
            <Number
                id="risk-min"
                label=text.segments_risk()
                range=(1, 100)
                value=Signal::derive(move || now().risk_min.into())
                taken=Callback::new(move |typed: u32| set(&|of| of.risk_min = u8::try_from(typed).unwrap_or(100)))
            />
            <button
                type="button"
                class="quiet"
                disabled=move || session.thresholds.with(Option::is_none)
                on:click=move |_| work::choose_thresholds(session, None)
            >
                {text.segments_reset()}
            </button>
        </fieldset>
    }
}

/// One threshold; what is out of range goes to the nearest end.
#[component]
fn Number(
    /// Of the field.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// Least and most.
    range: (u32, u32),
    /// What holds.
    value: Signal<u32>,
    /// What was typed.
    taken: Callback<u32>,
) -> impl IntoView {
    let (least, most) = range;
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="number"
                min=least
                max=most
                step="1"
                prop:value=move || value.get().to_string()
                on:change:target=move |event| {
                    let input = event.target();
                    let known = input.value().trim().parse::<u32>().unwrap_or_else(|_| value.get_untracked());
                    let known = known.clamp(least, most);
                    input.set_value(&known.to_string());
                    taken.run(known);
                }
            />
        </div>
    }
}

/// One currency.
#[component]
fn OfCurrency(
    /// Its customers.
    of: SegmentsOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let totals = totals(text, &of);
    let name = move |code: &str, of: &SegmentsOfCurrency| {
        of.segments.iter().find(|one| one.segment == code).map(|one| one.name.clone()).unwrap_or_default()
    };
    let named: Vec<(String, PlacedCustomer)> =
        of.customers.iter().map(|placed| (name(&placed.segment, &of), placed.clone())).collect();
    let watched: Vec<PlacedCustomer> =
        of.customers.iter().filter(|placed| !placed.watched.is_empty()).cloned().collect();
    let (currency, count) = (of.currency, named.len());
    let drawn = RwSignal::new(DRAWN);
    let each = move || named.iter().take(drawn.get()).cloned().collect::<Vec<_>>();
    let headings = [
        text.cli_customer().to_owned(),
        text.column_segment().to_owned(),
        text.column_score().to_owned(),
        format!("{} {currency}", text.cli_balance()),
        text.tile_overdue().to_owned(),
        text.column_turnover().to_owned(),
        text.column_reason().to_owned(),
    ];
    let class = |column: usize| if (2..6).contains(&column) { "num" } else { "" };
    view! {
        <DataTable table=totals/>
        <WatchList watched currency/>
        <h2>{text.segments_customers()}</h2>
        <div class="scroller" tabindex="0" role="region" aria-label=text.segments_customers()>
            <table class="rows data-table">
                <thead>
                    <tr>
                        {headings
                            .into_iter()
                            .enumerate()
                            .map(|(column, name)| view! { <th scope="col" class=class(column)>{name}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <For each key=|(_, placed)| placed.customer.clone() let((segment, placed))>
                        <Row segment placed currency/>
                    </For>
                </tbody>
            </table>
        </div>
        <More count drawn step=DRAWN/>
    }
}

fn totals(text: Language, of: &SegmentsOfCurrency) -> Table {
    let rows = of.segments.iter().map(|one| {
        vec![
            one.name.clone(),
            text.number(one.customers.into()),
            text.amount(one.balance, of.currency),
            text.amount(one.overdue, of.currency),
        ]
    });
    Table {
        caption: text.nav_segments().to_owned(),
        headings: vec![
            text.column_segment().to_owned(),
            text.cli_customers().to_owned(),
            format!("{} {}", text.cli_balance(), of.currency),
            text.tile_overdue().to_owned(),
        ],
        figures_from: 1,
        rows: rows.collect(),
    }
}

/// One customer.
#[component]
fn Row(
    /// Name of its segment.
    segment: String,
    /// The customer.
    placed: PlacedCustomer,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&placed.customer, None);
    view! {
        <tr>
            <th scope="row">
                <a class="customer" href=href><bdi>{placed.name}</bdi></a>
                " "
                <span class="identifier"><bdi>{placed.customer}</bdi></span>
            </th>
            <td>{segment}</td>
            <td class="num">{text.number(placed.score.into())}</td>
            <td class="num">{text.amount(placed.balance, currency)}</td>
            <td class="num">{text.amount(placed.overdue, currency)}</td>
            <td class="num">{text.amount(placed.turnover, currency)}</td>
            <td>{placed.reason}</td>
        </tr>
    }
}

/// Customers on the watch-list, each with every reason.
#[component]
fn WatchList(
    /// Highest score first.
    watched: Vec<PlacedCustomer>,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let count = watched.len();
    let drawn = RwSignal::new(DRAWN);
    let each = move || watched.iter().take(drawn.get()).cloned().collect::<Vec<_>>();
    view! {
        <h2>{text.segments_watch()}</h2>
        <p class="muted">
            {if count == 0 { text.segments_watch_none().to_owned() } else { text.watched_count(count) }}
        </p>
        <ul class="quality-scores">
            <For each key=|placed| placed.customer.clone() let(placed)>
                <li>
                    <a href=session.customer_address(&placed.customer, None)><bdi>{placed.name.clone()}</bdi></a>
                    <strong>{text.money(placed.balance, currency)}</strong>
                    <span class="reason-text">{placed.watched.join(" · ")}</span>
                </li>
            </For>
        </ul>
        <More count drawn step=DRAWN/>
    }
}
