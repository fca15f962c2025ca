//! Who is left alone, by reason: how many items, how many customers, and the sentence of each on demand.

use crate::logic::search::found;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Fact, NonAction, Plan};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency};

/// Lines of a reason drawn at once.
const DRAWN: usize = 200;

/// The groups.
#[component]
pub fn LeftAlone(
    /// The plan.
    plan: Arc<Plan>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let all = plan.non_actions.len();
    let groups = move || {
        let mut groups: BTreeMap<String, Vec<NonAction>> = BTreeMap::new();
        let needle = session.plan_search.read();
        for one in plan.non_actions.iter().filter(|one| found(&needle, &[&one.name, &one.customer])) {
            groups.entry(one.reason.clone()).or_default().push(one.clone());
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by(|(a, a_lines), (b, b_lines)| b_lines.len().cmp(&a_lines.len()).then_with(|| a.cmp(b)));
        groups
    };
    view! {
        <section class="left-alone">
            <h2>{text.title_left_alone(all)}</h2>
            <p class="muted">{text.left_alone_lead()}</p>
            {move || {
                groups().into_iter().map(|(reason, lines)| view! { <Group reason lines/> }).collect_view()
            }}
        </section>
    }
}

/// One reason.
#[component]
fn Group(
    /// Its code.
    reason: String,
    /// Whom it holds for.
    lines: Vec<NonAction>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let count = lines.len();
    let customers = lines.iter().map(|line| line.customer.as_str()).collect::<BTreeSet<_>>().len();
    let beyond = count.saturating_sub(DRAWN);
    let title = text.reason(&reason).to_owned();
    let amounts = amounts(text, &lines);
    view! {
        <details class="reason">
            <summary>
                <span class="reason-name">{title}</span>
                <span class="reason-count">
                    {text.count_documents(count)} " · "
                    {text.count_customers(u32::try_from(customers).unwrap_or(u32::MAX))}
                </span>
                <span class="reason-amount">{amounts}</span>
            </summary>
            <ul class="reasons">
                {lines
                    .into_iter()
                    .take(DRAWN)
                    .map(|line| {
                        let href = session.customer_address(&line.customer, None);
                        view! {
                            <li>
                                <a href=href><bdi>{line.name}</bdi></a>
                                <span class="reason-text">{line.text}</span>
                                {line.until.map(|day| view! { <span class="tag">{text.until_day(day)}</span> })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {(beyond > 0).then(|| view! { <p class="muted">{text.rows_beyond(beyond)}</p> })}
        </details>
    }
}

/// What the items of a reason amount to, where the engine says it, one sum per currency.
fn amounts(text: Language, lines: &[NonAction]) -> String {
    let mut sums = BTreeMap::<Currency, Amount>::new();
    for line in lines {
        let (Some(Fact::Number(residual)), Some(Fact::Text(code))) =
            (line.facts.get("residual"), line.facts.get("currency"))
        else {
            continue;
        };
        if let Ok(currency) = code.parse() {
            *sums.entry(currency).or_default() += Amount::from_minor(*residual);
        }
    }
    sums.into_iter().map(|(currency, sum)| text.money(sum, currency)).collect::<Vec<_>>().join(" + ")
}
