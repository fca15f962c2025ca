//! The figures of the day and the aged balance, customer by customer.

use crate::components::currency_tabs::CurrencyTabs;
use crate::components::waiting::{Empty, Skeleton};
use crate::screen::Screen;
use crate::screens::balance_settings::Settings;
use crate::screens::balance_table::BalanceTable;
use crate::screens::figures::{Figures, Structure};
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::AgedCurrency;

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
