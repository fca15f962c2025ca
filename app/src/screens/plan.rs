//! The dunning plan: day by day, who to contact, how, for how much and why; then who is left alone and why.

use crate::components::channel;
use crate::components::more::More;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::search::found;
use crate::screens::plan_action::ActionCard;
use crate::screens::plan_left_alone::LeftAlone;
use crate::session::{use_session, use_text};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use protocol::{Action, Channel, Plan, PlanPage};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency, Day};

/// Actions of a day drawn at once.
const DRAWN: usize = 40;

/// The screen.
#[component]
pub fn PlanScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let wanted = RwSignal::new(None::<Channel>);
    view! {
        <section class="plan">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.nav_plan()}</h1>
            </div>
            {move || match session.plan.get() {
                Some(plan) => view! { <Planned plan wanted/> }.into_any(),
                None => view! { <Skeleton/> }.into_any(),
            }}
        </section>
    }
}

/// A plan that is there.
#[component]
fn Planned(
    /// It.
    plan: Arc<PlanPage>,
    /// The means shown; all where there is none.
    wanted: RwSignal<Option<Channel>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let lead = text.plan_lead(plan.plan.actions.len(), plan.plan.horizon_days, plan.plan.as_of);
    let cost = cost_line(text, &plan.plan);
    let days = {
        let plan = Arc::clone(&plan);
        move || {
            let shown =
                plan.plan.actions.iter().filter(|action| answers(action, wanted.get(), &session.plan_search.read()));
            let mut days: BTreeMap<Day, Vec<Action>> = BTreeMap::new();
            for action in shown {
                days.entry(action.day).or_default().push(action.clone());
            }
            days
        }
    };
    view! {
        <p class="lead">{lead}</p>
        <p class="cost">{cost}</p>
        <Filter wanted/>
        {move || {
            let days = days();
            if days.is_empty() {
                return view! { <Empty sentence=text.plan_empty()/> }.into_any();
            }
            days.into_iter()
                .zip(0_u32..)
                .map(|((day, actions), rank)| view! { <DayOfPlan day actions rank/> })
                .collect_view()
                .into_any()
        }}
        <LeftAlone plan/>
    }
}

/// Search and means.
#[component]
fn Filter(
    /// The means shown.
    wanted: RwSignal<Option<Channel>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let choose = move |code: String| wanted.set(channel::ALL.into_iter().find(|one| channel::code(*one) == code));
    view! {
        <div class="search-line">
            <label for="search">{text.label_search_plan()}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=text.hint_search()
                prop:value=move || session.plan_search.get()
                on:input:target=move |event| session.plan_search.set(event.target().value())
            />
            <label for="channel">{text.label_channel()}</label>
            <select id="channel" on:change:target=move |event| choose(event.target().value())>
                <option value="">{text.channel_all()}</option>
                {channel::ALL
                    .into_iter()
                    .map(|one| {
                        view! {
                            <option value=channel::code(one) selected=wanted.get_untracked() == Some(one)>
                                {channel::word(text, one)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// The actions of one day.
#[component]
fn DayOfPlan(
    /// The day.
    day: Day,
    /// Its actions.
    actions: Vec<Action>,
    /// Its place among the days shown.
    rank: u32,
) -> impl IntoView {
    let text = use_text();
    let count = actions.len();
    let amounts = amounts(text, &actions);
    let actions = Arc::new(actions);
    let drawn = RwSignal::new(if rank == 0 { DRAWN } else { 0 });
    if rank > 0 {
        // Each day in a task of its own: a month of actions drawn at once would hold the page.
        Timeout::new(rank, move || {
            let _ = drawn.try_set(DRAWN);
        })
        .forget();
    }
    let each = {
        let actions = Arc::clone(&actions);
        move || actions.iter().take(drawn.get()).cloned().collect::<Vec<_>>()
    };
    view! {
        <section class="day">
            <h2>
                {text.day_of_plan(day)}
                <span class="day-sum">{text.count_actions(count)} " · " {amounts}</span>
            </h2>
            <ul class="actions">
                <For each key=|action| action.id.clone() let(action)>
                    <ActionCard action/>
                </For>
            </ul>
            <More count drawn step=DRAWN/>
        </section>
    }
}

fn answers(action: &Action, wanted: Option<Channel>, needle: &str) -> bool {
    wanted.is_none_or(|wanted| action.channel == wanted)
        && found(needle, &[&action.name, &action.customer, &action.step_name])
}

fn amounts(text: Language, actions: &[Action]) -> String {
    let mut sums = BTreeMap::<Currency, Amount>::new();
    for action in actions {
        *sums.entry(action.currency).or_default() += action.amount;
    }
    sums.into_iter().map(|(currency, sum)| text.money(sum, currency)).collect::<Vec<_>>().join(" + ")
}

fn cost_line(text: Language, plan: &Plan) -> String {
    let total: Amount = plan.cost.iter().map(|one| one.amount).sum();
    let parts: Vec<String> = plan
        .cost
        .iter()
        .filter(|one| one.count > 0)
        .map(|one| text.channel_count(channel::word(text, one.channel), one.count))
        .collect();
    if parts.is_empty() { String::new() } else { text.plan_cost(&parts.join(", "), total) }
}
