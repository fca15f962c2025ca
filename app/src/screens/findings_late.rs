//! The table of late payments of the French management report (D441-6): what is asked for above, the table below.

use crate::components::data_table::DataTable;
use crate::components::fetched::shown;
use crate::logic::chart::Table;
use crate::logic::shares::ten_thousandths;
use crate::session::{LateChoices, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{LateBand, LatePayments, LatePaymentsOfCurrency};
use std::sync::Arc;
use text::Language;
use values::Currency;

/// The VAT taken out at first: the usual rate in France.
const RATE: &str = "20";

/// The table and its choices.
#[component]
pub fn LateTables() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <h2 id="late-payments" tabindex="-1">{text.late_title()}</h2>
        <p class="muted">{text.late_lead()}</p>
        <Choices/>
        {move || shown(session.late.get(), |late| view! { <Tables late/> })}
    }
}

/// With or without VAT, and the turnover.
#[component]
fn Choices() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let wrong = RwSignal::new(false);
    let rate = move || session.late_choices.with(|choices| choices.vat_rate_percent.clone());
    let take_rate = move |rate: Option<String>| {
        let choices = LateChoices { vat_rate_percent: rate, ..session.late_choices.get_untracked() };
        work::choose_late(session, choices);
    };
    let take_turnover = move |written: String| {
        let currency = session.shown_currency_untracked().unwrap_or(Currency::EUR);
        let turnover = text::typed_amount(&written, currency);
        wrong.set(turnover.is_none() && !written.trim().is_empty());
        if !wrong.get_untracked() {
            work::choose_late(session, LateChoices { turnover, ..session.late_choices.get_untracked() });
        }
    };
    let typed = move || {
        let currency = session.shown_currency_untracked().unwrap_or(Currency::EUR);
        let known = session.late_choices.with_untracked(|choices| choices.turnover);
        known.map(|known| text.amount(known, currency)).unwrap_or_default()
    };
    view! {
        <div class="settings">
            <fieldset class="field choice">
                <legend>{text.late_label_amounts()}</legend>
                <label>
                    <input type="radio" name="vat" prop:checked=move || rate().is_none() on:change=move |_| take_rate(None)/>
                    {text.late_with_vat()}
                </label>
                <label>
                    <input
                        type="radio"
                        name="vat"
                        prop:checked=move || rate().is_some()
                        on:change=move |_| take_rate(Some(RATE.to_owned()))
                    />
                    {text.late_without_vat()}
                </label>
                <input
                    type="text"
                    inputmode="decimal"
                    size="5"
                    autocomplete="off"
                    aria-label=text.late_label_rate()
                    disabled=move || rate().is_none()
                    prop:value=move || rate().unwrap_or_else(|| RATE.to_owned())
                    on:change:target=move |event| take_rate(Some(event.target().value().replace(',', ".")))
                />
                " %"
            </fieldset>
            <div class="field">
                <label for="turnover">{text.late_label_turnover()}</label>
                <p id="turnover-error" class="field-error" role="alert">
                    {move || wrong.get().then(|| text.late_turnover_wrong())}
                </p>
                <input
                    id="turnover"
                    type="text"
                    inputmode="decimal"
                    size="16"
                    autocomplete="off"
                    aria-describedby="turnover-help turnover-error"
                    aria-invalid=move || wrong.get().to_string()
                    prop:value=typed
                    on:change:target=move |event| take_turnover(event.target().value())
                />
                <span id="turnover-help" class="field-help">{text.late_turnover_help()}</span>
            </div>
        </div>
    }
}

/// The tables of the currency shown.
#[component]
fn Tables(
    /// Of every currency.
    late: Arc<LatePayments>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let of = move || {
        let currency = session.shown_currency();
        late.currencies.iter().find(|one| Some(one.currency) == currency).cloned()
    };
    view! {
        {move || {
            of().map(|of| {
                view! {
                    <DataTable table=unpaid(text, &of)/>
                    {paid_late(text, &of).map(|table| view! { <DataTable table/> })}
                    <ul class="reasons notes">{of.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}</ul>
                }
            })
        }}
    }
}

fn headings(text: Language, of: &LatePaymentsOfCurrency, share: &str) -> Vec<String> {
    vec![
        text.late_band().to_owned(),
        text.late_invoices().to_owned(),
        format!("{} {}", text.cli_amount(), of.currency),
        share.to_owned(),
    ]
}

fn row(text: Language, of: &LatePaymentsOfCurrency, name: &str, cell: &LateBand, with_share: bool) -> Vec<String> {
    let share = cell.share.filter(|_| with_share).and_then(ten_thousandths).map(|share| text.percent_hundredths(share));
    vec![
        name.to_owned(),
        text.number(cell.invoices.into()),
        text.amount(cell.amount, of.currency),
        share.unwrap_or_default(),
    ]
}

fn bands(text: Language, of: &LatePaymentsOfCurrency, bands: &[LateBand]) -> Vec<Vec<String>> {
    bands.iter().map(|cell| row(text, of, text.late_band_name(&cell.band), cell, true)).collect()
}

fn unpaid(text: Language, of: &LatePaymentsOfCurrency) -> Table {
    let mut rows = bands(text, of, &of.unpaid);
    rows.push(row(text, of, text.late_disputed(), &of.disputed, true));
    let headings = headings(text, of, text.late_share());
    Table { caption: text.late_unpaid().to_owned(), headings, figures_from: 1, rows }
}

fn paid_late(text: Language, of: &LatePaymentsOfCurrency) -> Option<Table> {
    let mut rows = bands(text, of, of.paid_late.as_ref()?);
    rows.push(row(text, of, text.late_issued(), &of.issued, false));
    let headings = headings(text, of, text.late_share_issued());
    Some(Table { caption: text.late_paid().to_owned(), headings, figures_from: 1, rows })
}
