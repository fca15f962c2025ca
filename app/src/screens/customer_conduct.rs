//! What a customer is and how it pays: segment and score factor by factor, habits, lengthening with the payments that
//! show it. The words are the engine's.

use crate::components::data_table::DataTable;
use crate::logic::chart::Table;
use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{CustomerBehaviour, PaidDocument, PlacedCustomer};
use text::Language;
use values::{Currency, Day};

/// Segment and risk of a customer; nothing until they are known.
#[component]
pub fn Risk(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let own = identifier.clone();
    let placed = move || {
        session.segments.with(|segments| {
            let currencies = segments.iter().flat_map(|segments| &segments.currencies);
            currencies
                .flat_map(|one| {
                    let of = one.customers.iter().filter(|placed| placed.customer == identifier);
                    of.map(|placed| {
                        let named = one.segments.iter().find(|segment| segment.segment == placed.segment);
                        (named.map(|segment| segment.name.clone()).unwrap_or_default(), placed.clone())
                    })
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        {move || placed().into_iter().map(|(segment, placed)| view! { <Placed segment placed/> }).collect_view()}
        <Watching identifier=own/>
    }
}

/// What a person knows of the customer and no file tells: to be watched, in insolvency proceedings.
#[component]
fn Watching(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let identifier = StoredValue::new(identifier);
    let pinned = move || identifier.with_value(|id| session.pinned.with(|known| known.contains(id)));
    let published = move || {
        let known = identifier.with_value(|id| work::insolvency_of(session.records.get(), id));
        known.map(|known| known.record.published.unwrap_or(known.record.since))
    };
    let pin = move |checked: bool| identifier.with_value(|id| work::choose_pin(session, id, checked));
    let publish = move |day: Option<Day>| identifier.with_value(|id| work::choose_insolvency(session, id, day));
    view! {
        <div class="settings watching">
            <label class="check">
                <input type="checkbox" prop:checked=pinned on:change:target=move |event| pin(event.target().checked())/>
                {text.watch_label()}
            </label>
            <div class="field">
                <label for="insolvency">{text.insolvency_label()}</label>
                <input
                    id="insolvency"
                    type="date"
                    min="1990-01-01"
                    max="2199-12-31"
                    aria-describedby="insolvency-help"
                    prop:value=move || published().map(|day| day.to_string()).unwrap_or_default()
                    on:change:target=move |event| publish(event.target().value().parse().ok())
                />
                <button
                    type="button"
                    class="quiet"
                    disabled=move || published().is_none()
                    on:click=move |_| publish(None)
                >
                    {text.insolvency_clear()}
                </button>
                <span id="insolvency-help" class="field-help">{text.insolvency_help()}</span>
            </div>
        </div>
    }
}

/// One standing.
#[component]
fn Placed(
    /// Name of the segment.
    segment: String,
    /// Why, and the score.
    placed: PlacedCustomer,
) -> impl IntoView {
    let text = use_text();
    let row = |factor: &protocol::RiskFactor| {
        vec![factor.text.clone(), text.number(factor.points.into()), text.number(factor.of.into())]
    };
    let headings = [text.column_factor(), text.column_points(), text.column_points_most()];
    let table = Table {
        caption: text.title_risk().to_owned(),
        headings: headings.map(str::to_owned).to_vec(),
        figures_from: 1,
        rows: placed.factors.iter().map(row).collect(),
    };
    let stated = text.risk_stated(&segment, placed.score, placed.confidence, placed.payer_class.as_deref());
    view! {
        <h2>{text.title_risk()}</h2>
        <p><strong>{stated}</strong></p>
        <p class="muted">{placed.reason}</p>
        {placed.claim_deadline.map(|day| view! { <p class="control control-wrong">{text.claim_until(day)}</p> })}
        <ul class="remarks remarks-warning">
            {placed.watched.into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}
        </ul>
        <details class="chart-table">
            <summary>{text.chart_table()}</summary>
            <DataTable table/>
        </details>
    }
}

/// How a customer pays; nothing until it is known.
#[component]
pub fn Conduct(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let rows = move || {
        session.behaviour.with(|behaviour| {
            let currencies = &behaviour.as_ref()?.currencies;
            let rows = currencies.iter().flat_map(|one| one.rows.iter().map(|row| (one.currency, row)));
            Some(
                rows.filter(|(_, row)| row.customer == identifier)
                    .map(|(currency, row)| (currency, row.clone()))
                    .collect::<Vec<_>>(),
            )
        })
    };
    view! {
        {move || {
            let rows = rows()?;
            let unknown = rows.is_empty();
            Some(view! {
                <h2>{text.title_conduct()}</h2>
                {unknown.then(|| view! { <p class="muted">{text.conduct_unknown()}</p> })}
                {rows.into_iter().map(|(currency, row)| view! { <Habits row currency/> }).collect_view()}
            })
        }}
    }
}

/// Its habits, and the payments that show a change.
#[component]
fn Habits(
    /// How it pays.
    row: CustomerBehaviour,
    /// The currency of its amounts.
    currency: Currency,
) -> impl IntoView {
    let alarming = matches!(row.lengthening.verdict.as_str(), "probable" | "confirmed");
    let usual = [row.usual_day_of_month, row.usual_weekday].into_iter().flatten().map(|usual| usual.text);
    let silent = row.silence.as_ref().map(|silence| silence.text.clone());
    let words: Vec<String> = usual.chain(Some(row.lengthening.how)).filter(|words| !words.is_empty()).collect();
    let mut documents: Vec<(bool, PaidDocument)> = Vec::new();
    for day in row.lengthening.evidence {
        documents.extend(day.documents.into_iter().map(|document| (day.recent, document)));
    }
    documents.extend(row.silence.into_iter().flat_map(|silence| silence.documents).map(|document| (true, document)));
    view! {
        <ul class="remarks" class:remarks-warning=alarming>
            <li>{row.lengthening.text}</li>
            {silent.map(|words| view! { <li>{words}</li> })}
        </ul>
        {words.into_iter().map(|words| view! { <p class="muted">{words}</p> }).collect_view()}
        {(!documents.is_empty()).then(|| view! { <Evidence documents currency/> })}
    }
}

/// The invoices behind a verdict, each with its row in the file.
#[component]
fn Evidence(
    /// Whether it is of the recent ones, and the invoice.
    documents: Vec<(bool, PaidDocument)>,
    /// The currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    view! {
        <details class="chart-table">
            <summary>{text.title_evidence()}</summary>
            <div class="scroller" tabindex="0" role="region" aria-label=text.title_evidence()>
                <table class="rows data-table">
                    <thead>
                        <tr>
                            <th scope="col">{text.column_document()}</th>
                            <th scope="col">{text.column_due_day()}</th>
                            <th scope="col">{text.column_paid_day()}</th>
                            <th scope="col" class="num">{text.column_days_late()}</th>
                            <th scope="col" class="num">{format!("{} ({currency})", text.column_amount())}</th>
                            <th scope="col">{text.column_source()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {documents
                            .into_iter()
                            .map(|(recent, document)| paid(text, currency, recent, document))
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn paid(text: Language, currency: Currency, recent: bool, document: PaidDocument) -> impl IntoView {
    let paid_day = document.paid_day.map_or_else(|| text.conduct_open().to_owned(), |day| text.day(day));
    view! {
        <tr>
            <th scope="row"><bdi>{document.document}</bdi></th>
            <td>{text.day(document.due_day)}</td>
            <td>{paid_day} " " {recent.then(|| view! { <span class="tag">{text.conduct_recent()}</span> })}</td>
            <td class="num">{text.number(document.days_late.into())}</td>
            <td class="num">{text.amount(document.amount, currency)}</td>
            <td><SourceLink place=document.source/></td>
        </tr>
    }
}
