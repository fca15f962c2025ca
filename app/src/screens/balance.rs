//! The figures of the day and the aged balance, customer by customer.

use crate::components::currency_tabs::CurrencyTabs;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::doubts::{doubtful_debts, missing_rows, overlapping_files, unread_files, unread_sheets};
use crate::screen::Screen;
use crate::screens::balance_settings::Settings;
use crate::screens::balance_table::BalanceTable;
use crate::screens::figures::{Figures, Structure};
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{AgedCurrency, ImportReport};
use text::Language;

/// The screen.
#[component]
pub fn BalanceScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let there = Memo::new(move |_| session.balance.with(Option::is_some));
    let title = move || {
        let as_of = session.balance.with(|balance| balance.as_ref().map(|balance| balance.as_of));
        text.title_balance(as_of.unwrap_or_else(|| session.as_of.get()))
    };
    view! {
        <section class="balance">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{title}</h1>
                <CurrencyTabs/>
            </div>
            <ReadingStrip/>
            <Show when=move || there.get() fallback=|| view! { <Skeleton/> }>
                <Figures/>
                <Structure/>
                <Settings/>
                <BalanceTable/>
            </Show>
        </section>
    }
}

/// What the reading left to look at, above the figures.
#[component]
fn ReadingStrip() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        {move || {
            let doubts = session.dossier.with(|dossier| dossier.as_ref().map(|d| doubts(text, &d.report))).unwrap_or_default();
            let strip = |sentence| {
                view! {
                    <p class="strip">
                        {sentence} " " <a href=Screen::Import.hash()>{text.strip_see_why()}</a>
                    </p>
                }
            };
            doubts.into_iter().map(strip).collect_view()
        }}
    }
}

/// What may be missing from the figures, or stand in them twice, each in a sentence.
fn doubts(text: Language, report: &ImportReport) -> Vec<String> {
    let missing = missing_rows(&report.set_aside);
    let unread = unread_sheets(&report.diagnostics);
    let overlapping = overlapping_files(&report.diagnostics);
    let rows = (missing > 0).then(|| text.strip_set_aside(missing));
    let sheets = (unread > 0).then(|| text.strip_unread_sheets(unread));
    let files = (overlapping > 0).then(|| text.strip_overlapping_files(overlapping));
    let left = unread_files(&report.left_files);
    let left = (left > 0).then(|| text.strip_unread_files(left));
    let debts = doubtful_debts(&report.diagnostics);
    let debts = (debts > 0).then(|| text.strip_doubtful_debts(debts));
    [rows, sheets, left, files, debts].into_iter().flatten().collect()
}

/// Whether the balance of a currency foots.
#[component]
pub fn FootingLine(
    /// The balance of a currency.
    one: AgedCurrency,
) -> impl IntoView {
    let text = use_text();
    let (class, sentence) = if one.control.ok {
        ("control control-ok", text.footing_ok(one.control.ledger_balance, one.currency))
    } else {
        (
            "control control-wrong",
            text.footing_wrong(one.total.balance, one.control.ledger_balance, one.control.difference, one.currency),
        )
    };
    view! { <p class=class>{sentence}</p> }
}

/// A currency without any open item.
#[component]
pub fn NothingOpen() -> impl IntoView {
    let text = use_text();
    view! { <Empty sentence=text.balance_empty()/> }
}
