//! The figures of the day and the aged balance, customer by customer.

use crate::components::currency_tabs::CurrencyTabs;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::doubts::{terms_would_date, undated_debits};
use crate::logic::shares::shares;
use crate::screen::Screen;
use crate::screens::balance_settings::Settings;
use crate::screens::balance_table::BalanceTable;
use crate::screens::figures::{Figures, Structure};
use crate::screens::import_defaults::TERMS_FIELD;
use crate::session::{Dossier, use_session, use_text};
use crate::work;
use leptos::ev;
use leptos::prelude::*;
use protocol::{AgedCurrency, Metrics};
use std::sync::Arc;
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
            <UndatedStrip/>
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
    // Figures of another day do not bring other doubts: the strips stay.
    let doubts = move || session.balance.with(|balance| balance.as_ref().map(|balance| balance.doubts.clone()));
    let doubts = Memo::new(move |_| doubts().unwrap_or_default());
    let strip = move |sentence: String| {
        view! {
            <p class="strip">
                {sentence} " " <a href=Screen::Import.hash()>{text.strip_see_why()}</a>
            </p>
        }
    };
    move || doubts.get().into_iter().map(strip).collect_view()
}

/// Debits without a due date, which no column of ages holds, and where terms are given to them.
#[component]
fn UndatedStrip() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let undated = move || session.metrics.with(|all| all.as_ref().map(|all| undated_told(text, all)));
    let undated = Memo::new(move |_| undated().unwrap_or_default());
    let terms = move || {
        let remarks = |open: &Arc<Dossier>| terms_would_date(&open.report.diagnostics);
        session.dossier.with(|dossier| dossier.as_ref().is_some_and(remarks))
    };
    let give_terms = move |event: ev::MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            work::enter_at(session, Screen::Import, TERMS_FIELD);
        }
    };
    let strip = move |sentence: String| {
        let link =
            terms().then(|| view! { <a href=Screen::Import.hash() on:click=give_terms>{text.link_give_terms()}</a> });
        view! { <p class="strip">{sentence} " " {link}</p> }
    };
    move || undated.get().into_iter().map(strip).collect_view()
}

/// A sentence for each currency that has such debits.
fn undated_told(text: Language, all: &[Metrics]) -> Vec<String> {
    let undated = |of: &Metrics| {
        let amount = undated_debits(of);
        let share = shares(&[amount, of.overdue + of.not_due]).first().copied().unwrap_or(0);
        (!amount.is_zero()).then(|| text.doubt_undated(amount, share, of.currency))
    };
    all.iter().filter_map(undated).collect()
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
