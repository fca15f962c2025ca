//! What two policies would do to this ledger, figure by figure, with the difference.

use crate::components::channel;
use crate::session::use_text;
use leptos::prelude::*;
use protocol::PolicyOutcome;
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency};

/// A figure of both policies.
pub struct Figure {
    /// What it is.
    pub name: String,
    /// As a person reads it, for each policy.
    pub values: [String; 2],
    /// How many more or less the second has; nothing where that means nothing.
    pub difference: Option<i64>,
    /// Whether the difference is an amount of cents.
    pub money: bool,
}

/// The table.
#[component]
pub fn Outcomes(
    /// Of the two policies.
    outcomes: Arc<Vec<PolicyOutcome>>,
    /// What each is called.
    heads: [String; 2],
) -> impl IntoView {
    let text = use_text();
    let [first, second] = outcomes.as_slice() else { return ().into_any() };
    let named = |(title, figures): (Option<&'static str>, Vec<Figure>)| (title.map(str::to_owned), figures);
    let groups = groups(text, first, second).into_iter().map(named).collect();
    table(text, text.policy_effect(), heads, groups)
}

/// Figures of two policies side by side, in groups.
pub fn table(text: Language, label: &'static str, heads: [String; 2], groups: Groups) -> AnyView {
    let [first_head, second_head] = heads;
    let row = move |figure: Figure| {
        let [first, second] = figure.values;
        view! {
            <tr>
                <th scope="row">{figure.name}</th>
                <td class="num">{first}</td>
                <td class="num">{second}</td>
                <td class="num">{difference(text, figure.difference, figure.money)}</td>
            </tr>
        }
    };
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=label>
            <table class="rows outcomes">
                <thead>
                    <tr>
                        <th scope="col">{text.outcome_figure()}</th>
                        <th scope="col" class="num">{first_head}</th>
                        <th scope="col" class="num">{second_head}</th>
                        <th scope="col" class="num">{text.policy_difference()}</th>
                    </tr>
                </thead>
                {groups
                    .into_iter()
                    .map(|(title, figures)| {
                        view! {
                            <tbody>
                                {title.map(|title| view! { <tr class="group"><th scope="rowgroup" colspan="4">{title}</th></tr> })}
                                {figures.into_iter().map(row).collect_view()}
                            </tbody>
                        }
                    })
                    .collect_view()}
            </table>
        </div>
    }
    .into_any()
}

/// Groups of figures, each with its title where it has one.
pub type Groups = Vec<(Option<String>, Vec<Figure>)>;

fn groups(text: Language, first: &PolicyOutcome, second: &PolicyOutcome) -> Vec<(Option<&'static str>, Vec<Figure>)> {
    let both = [first, second];
    let count = |name: &str, of: fn(&PolicyOutcome) -> u32| counted(text, name, both.map(of));
    let total = |one: &PolicyOutcome| one.cost.iter().map(|cost| cost.amount).sum::<Amount>();
    let busiest = |one: &PolicyOutcome| {
        one.busiest.map(|(day, contacts)| format!("{} ({contacts})", text.day(day))).unwrap_or_default()
    };
    let totals = both.map(total);
    let mut general = vec![
        count(text.outcome_actions(), |one| one.actions),
        count(text.outcome_today(), |one| one.today),
        count(text.outcome_customers(), |one| one.customers),
        count(text.outcome_to_approve(), |one| one.to_approve),
        Figure {
            name: text.outcome_cost().to_owned(),
            values: totals.map(|total| text.money(total, Currency::EUR)),
            difference: Some((totals[1] - totals[0]).minor()),
            money: true,
        },
        Figure { name: text.outcome_busiest().to_owned(), values: both.map(busiest), difference: None, money: false },
    ];
    if first.formal_first + second.formal_first > 0 {
        general.push(count(text.outcome_formal(), |one| one.formal_first));
    }
    let by_channel = channel::ALL.into_iter().filter_map(|one| {
        let counts =
            both.map(|outcome| outcome.cost.iter().find(|cost| cost.channel == one).map_or(0, |cost| cost.count));
        (counts != [0, 0]).then(|| counted(text, channel::word(text, one), counts))
    });
    let firsts = names(both, |one| one.first_contacts.iter().map(|(name, _)| name.clone()).collect());
    let first_contacts = firsts.into_iter().map(|name| {
        let of = |one: &PolicyOutcome| {
            one.first_contacts.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count)
        };
        counted(text, &name, both.map(of))
    });
    let reasons = names(both, |one| one.left_alone.iter().map(|left| left.reason.clone()).collect());
    let left_alone = reasons.into_iter().map(|reason| {
        let of =
            |one: &PolicyOutcome| one.left_alone.iter().find(|left| left.reason == reason).map_or(0, |left| left.count);
        counted(text, text.reason(&reason), both.map(of))
    });
    vec![
        (None, general),
        (Some(text.outcome_by_channel()), by_channel.collect()),
        (Some(text.outcome_first()), first_contacts.collect()),
        (Some(text.outcome_left()), left_alone.collect()),
    ]
}

/// The names that occur in either, those of the first before.
fn names(both: [&PolicyOutcome; 2], of: impl Fn(&PolicyOutcome) -> Vec<String>) -> Vec<String> {
    let mut names = Vec::new();
    for name in both.into_iter().flat_map(of) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Numbers of both policies.
pub fn counted(text: Language, name: &str, counts: [u32; 2]) -> Figure {
    Figure {
        name: name.to_owned(),
        values: counts.map(|count| text.number(i64::from(count))),
        difference: Some(i64::from(counts[1]) - i64::from(counts[0])),
        money: false,
    }
}

fn difference(text: Language, difference: Option<i64>, money: bool) -> String {
    let Some(difference) = difference.filter(|difference| *difference != 0) else { return String::new() };
    let sign = if difference > 0 { "+" } else { "" };
    let figure =
        if money { text.money(Amount::from_minor(difference), Currency::EUR) } else { text.number(difference) };
    format!("{sign}{figure}")
}
