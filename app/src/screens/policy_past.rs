//! What two policies would have done in the ledger's own past: contacts, cost, needless contacts, days earlier, and what
//! is assumed.

use crate::logic::shares::ten_thousandths;
use crate::screens::policy_effect::{Figure, Groups, counted, table};
use crate::session::use_text;
use leptos::prelude::*;
use protocol::{Channel, SimulatedCurrency, Simulation};
use std::sync::Arc;
use text::Language;
use values::Currency;

/// The table, the period and the assumptions.
#[component]
pub fn Past(
    /// Both policies, over the same months.
    past: Arc<Simulation>,
) -> impl IntoView {
    let text = use_text();
    let [first, second] = past.policies.as_slice() else { return ().into_any() };
    let heads = [first.name.clone(), second.name.clone()];
    let several = first.currencies.len() > 1;
    let groups: Groups = first
        .currencies
        .iter()
        .zip(&second.currencies)
        .map(|(first, second)| {
            let currency = first.currency;
            (several.then(|| currency.code().to_owned()), figures(text, [first, second]))
        })
        .collect();
    let assumed = past.assumed.clone();
    view! {
        <p class="muted">{text.simulation_period(past.from, past.to)}</p>
        {table(text, text.policies_past(), heads, groups)}
        <details>
            <summary>{text.past_assumed()}</summary>
            <ul>{assumed.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn figures(text: Language, both: [&SimulatedCurrency; 2]) -> Vec<Figure> {
    let count = |name: &str, of: fn(&SimulatedCurrency) -> u32| counted(text, name, both.map(of));
    let calls = |one: &SimulatedCurrency| {
        one.channels.iter().filter(|cost| cost.channel == Channel::Phone).map(|cost| cost.count).sum()
    };
    let busiest = |one: &SimulatedCurrency| one.weeks.iter().map(|week| week.contacts).max().unwrap_or(0);
    let days = |one: &SimulatedCurrency| {
        one.days_earlier.and_then(ten_thousandths).map(|days| text.days_tenths(days)).unwrap_or_default()
    };
    let money = |name: &str, of: fn(&SimulatedCurrency) -> values::Amount, currency: Currency| Figure {
        name: name.to_owned(),
        values: both.map(|one| text.money(of(one), currency)),
        difference: None,
        money: false,
    };
    let cost = both.map(|one| one.cost);
    vec![
        count(text.outcome_actions(), |one| one.contacts),
        counted(text, text.past_calls(), both.map(calls)),
        count(text.outcome_customers(), |one| one.customers),
        Figure {
            difference: Some((cost[1] - cost[0]).minor()),
            money: true,
            ..money(text.outcome_cost(), |one| one.cost, Currency::EUR)
        },
        count(text.past_needless(), |one| one.needless),
        Figure { name: text.past_days().to_owned(), values: both.map(days), difference: None, money: false },
        money(text.past_paid_late(), |one| one.paid_late, both[0].currency),
        counted(text, text.past_busiest(), both.map(busiest)),
    ]
}
