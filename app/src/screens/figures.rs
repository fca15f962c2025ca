//! The figures of the day, each with its definition and its computation, and the structure by age.

use crate::components::age_bar::AgeBar;
use crate::components::tile::Tile;
use crate::logic::doubts::{hides_overdue, undated_debits};
use crate::logic::shares::{shares, ten_thousandths};
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::Metrics;
use text::Language;
use values::Amount;

/// The tiles.
#[component]
pub fn Figures() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let shown = move || {
        let currency = session.shown_currency()?;
        session.metrics.with(|all| all.as_ref()?.iter().find(|one| one.currency == currency).cloned())
    };
    view! { {move || shown().map(|metrics| tiles(text, &metrics))} }
}

fn tiles(text: Language, metrics: &Metrics) -> impl IntoView + use<> {
    let money = |amount| text.tile_money(amount, metrics.currency);
    let exact = |amount| text.tile_exact(amount, metrics.currency);
    let overdue_share = ten_thousandths(metrics.overdue_share).map(|share| text.percent(share)).unwrap_or_default();
    let over90_share = shares(&[metrics.over90, metrics.overdue - metrics.over90]).first().copied().unwrap_or(0);
    let dso = metrics.dso.simple.and_then(ten_thousandths).map(|days| text.days_tenths(days));
    let dso_note = match (metrics.dso.count_back.and_then(ten_thousandths), metrics.sales) {
        (Some(days), _) => text.tile_dso_count_back(days, metrics.days),
        (None, Some(_)) => text.tile_dso_window(metrics.days),
        (None, None) => text.tile_dso_unknown().to_owned(),
    };
    let how = |figures: &[&str]| {
        let said = metrics.explanations.iter().filter(|one| figures.contains(&one.figure.as_str()));
        said.map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let debits = metrics.outstanding - metrics.credits;
    let (undated, hides) = (undated_debits(metrics), hides_overdue(metrics));
    let left_out = (!undated.is_zero()).then(|| text.tile_undated(undated, metrics.currency));
    let unknown = |amount: Amount| amount.is_zero() && hides;
    let late = |amount: Amount| if unknown(amount) { text.tile_unknown().to_owned() } else { money(amount) };
    let late_note = |amount: Amount, parts: [String; 2]| {
        if unknown(amount) {
            return text.tile_undated_alone(undated, metrics.currency);
        }
        let known = parts.into_iter().filter(|part| !part.is_empty());
        known.chain(left_out.clone()).collect::<Vec<_>>().join(" · ")
    };
    let late_customers = if unknown(metrics.overdue) {
        text.tile_late_unknown().to_owned()
    } else {
        text.count_overdue_customers(metrics.overdue_customers)
    };
    let joined = |parts: [String; 2]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <dl class="tiles">
            <Tile
                label=text.tile_outstanding()
                value=money(metrics.outstanding)
                note=joined([exact(metrics.outstanding), text.count_items(metrics.items)])
                definition=text.define_outstanding()
                how=text.how_outstanding(debits, metrics.credits, metrics.outstanding, metrics.currency)
            />
            <Tile
                label=text.tile_overdue()
                missing=unknown(metrics.overdue)
                value=late(metrics.overdue)
                note=late_note(metrics.overdue, [text.share_of_debits(&overdue_share), text.count_customers(metrics.overdue_customers)])
                definition=text.define_overdue()
                how=how(&["overdueShare", "overdueAge"])
            />
            <Tile
                label=text.tile_over90()
                missing=unknown(metrics.over90)
                value=late(metrics.over90)
                note=late_note(metrics.over90, [exact(metrics.over90), text.share_of_overdue(&text.percent(over90_share))])
                definition=text.define_over90()
            />
            <Tile
                label=text.tile_dso()
                missing=dso.is_none()
                value=dso.unwrap_or_else(|| text.tile_unavailable().to_owned())
                note=dso_note
                definition=text.define_dso()
                how=how(&["dso.simple", "dso.countBack"])
            />
            <Tile
                label=text.tile_credits()
                value=money(metrics.credits)
                note=text.tile_credits_note()
                definition=text.define_credits()
            />
            <Tile
                label=text.tile_disputed()
                value=money(metrics.disputed)
                note=text.tile_disputed_note()
                definition=text.define_disputed()
            />
            <Tile
                label=text.tile_customers()
                value=text.number(i64::from(metrics.customers))
                note=late_customers
                definition=text.define_customers()
            />
        </dl>
    }
}

/// The stacked bar of the total.
#[component]
pub fn Structure() -> impl IntoView {
    let session = use_session();
    let shown = move || {
        let currency = session.shown_currency()?;
        session.balance.with(|balance| {
            let balance = balance.as_ref()?;
            let one = balance.currencies.iter().find(|one| one.currency == currency)?;
            Some((one.total.clone(), balance.basis, balance.limits.clone(), currency))
        })
    };
    view! { {move || shown().map(|(row, basis, limits, currency)| view! { <AgeBar row basis limits currency/> })} }
}
