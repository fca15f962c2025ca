//! Who is left alone, by reason: how many items, how many customers, and the sentence of each on demand.

use crate::components::more::More;
use crate::logic::search::found;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{LeftAlone as Counted, NonAction, Operation, PlanPage};
use std::collections::BTreeMap;
use std::sync::Arc;
use values::Arrange;

/// Lines of a reason drawn at once.
const DRAWN: usize = 50;

/// The groups.
#[component]
pub fn LeftAlone(
    /// The plan.
    plan: Arc<PlanPage>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let all = plan.left_alone.iter().map(|reason| reason.count as usize).sum();
    let groups = move || {
        let mut listed: BTreeMap<&str, Vec<NonAction>> = BTreeMap::new();
        let needle = session.plan_search.read();
        for one in plan.plan.non_actions.iter().filter(|one| found(&needle, &[&one.name, &one.customer])) {
            listed.entry(&one.reason).or_default().push(one.clone());
        }
        let mut groups: Vec<(Counted, Vec<NonAction>)> = plan
            .left_alone
            .iter()
            .filter_map(|reason| Some((reason.clone(), listed.remove(reason.reason.as_str())?)))
            .collect();
        groups.arrange_by(|(a, _), (b, _)| b.count.cmp(&a.count).then_with(|| a.reason.cmp(&b.reason)));
        groups
    };
    view! {
        <section class="left-alone">
            <h2>{text.title_left_alone(all)}</h2>
            <p class="muted">{text.left_alone_lead()}</p>
            {move || {
                groups().into_iter().map(|(counted, lines)| view! { <Group counted lines/> }).collect_view()
            }}
        </section>
    }
}

/// One reason.
#[component]
fn Group(
    /// It, with all its items counted.
    counted: Counted,
    /// Those listed.
    lines: Vec<NonAction>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let count = counted.count as usize;
    let title = text.reason(&counted.reason).to_owned();
    let amounts: Vec<String> =
        counted.amounts.iter().map(|(currency, amount)| text.money(*amount, *currency)).collect();
    let listed = lines.len();
    let drawn = RwSignal::new(0);
    let each = move || lines.iter().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    view! {
        <details class="reason" on:toggle=move |_| drawn.update(|drawn| *drawn = (*drawn).max(DRAWN))>
            <summary>
                <span class="reason-name">{title}</span>
                <span class="reason-count">
                    {text.count_documents(count)} " · " {text.count_customers(counted.customers)}
                </span>
                <span class="reason-amount">{amounts.join(" + ")}</span>
            </summary>
            <ul class="reasons">
                <For each key=|(_, rank)| *rank let((line, _))>
                    <li>
                        <a href=session.customer_address(&line.customer, None)><bdi>{line.name}</bdi></a>
                        <span class="reason-text">{line.text}</span>
                        {line.until.map(|day| view! { <span class="tag">{text.until_day(day)}</span> })}
                    </li>
                </For>
            </ul>
            <More count=listed drawn step=DRAWN/>
            {(count > listed).then(|| view! { <p class="muted">{text.rows_beyond(count - listed)}</p> })}
        </details>
    }
}

/// What people decided about actions, each with the way back.
#[component]
pub fn Decisions(
    /// The plan.
    plan: Arc<PlanPage>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let count = plan.decisions.len();
    let row = move |place: usize| {
        let decision = plan.decisions.get(place)?.clone();
        let href = session.customer_address(&decision.customer, None);
        let action = decision.action;
        let take_back = move |_| work::edit(session, Operation::Unreview { action: action.clone() });
        Some(view! {
            <li>
                <a href=href><bdi>{decision.name}</bdi></a>
                <span class="reason-text">{decision.text}</span>
                <button type="button" class="quiet" on:click=take_back>
                    {text.decide_take_back()}
                </button>
            </li>
        })
    };
    (count > 0).then(|| {
        view! {
            <section class="decisions">
                <h2>{text.title_decisions()} " (" {count} ")"</h2>
                <ul class="reasons">{(0..count).map(row).collect_view()}</ul>
            </section>
        }
    })
}
