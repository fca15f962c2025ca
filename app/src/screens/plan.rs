//! The dunning plan: by day, by customer or as a calendar, who to contact, how, for how much and why; then who is left
//! alone and why, and what was decided.

use crate::browser::location;
use crate::components::channel;
use crate::components::choice::Choice;
use crate::components::more::More;
use crate::components::unfolded::use_unfolded;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::plan::{self, Filter, Group};
use crate::screen::{PlanBy, PlanForm, Screen};
use crate::screens::plan_action::ActionCard;
use crate::screens::plan_calendar::CalendarOfPlan;
use crate::screens::plan_left_alone::{Decisions, LeftAlone};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Action, Plan, PlanPage};
use std::sync::Arc;
use text::Language;
use values::{Amount, Day};

/// Actions or customers drawn at once.
const DRAWN: usize = 40;
/// Days are shown folded once so many actions stand above them.
const UNFOLDED: usize = 30;

/// The screen.
#[component]
pub fn PlanScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let filter = RwSignal::new(Filter::default());
    view! {
        <section class="plan">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.nav_plan()}</h1>
                <PartsOfPlan/>
            </div>
            {move || match session.plan.get() {
                Some(plan) => view! { <Planned plan filter/> }.into_any(),
                None => view! { <Skeleton/> }.into_any(),
            }}
        </section>
    }
}

/// The plan, its policy, and two policies side by side.
#[component]
pub fn PartsOfPlan() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let parts = [
        (Screen::Plan(PlanForm::default()), text.nav_plan()),
        (Screen::Policy, text.title_policy()),
        (Screen::Policies, text.title_policies()),
    ];
    let part = move |(part, name): (Screen, &'static str)| {
        let href = part.hash();
        let here = move || session.screen.with(|screen| screen.same_place(&part)).then_some("true");
        view! {
            <a class="chip" href=href aria-current=here>
                {name}
            </a>
        }
    };
    view! {
        <nav class="parts" aria-label=text.plan_parts()>
            {parts.into_iter().map(part).collect_view()}
        </nav>
    }
}

/// The form of the plan, as its address asks for it.
fn use_form() -> Memo<PlanForm> {
    let session = use_session();
    Memo::new(move |before: Option<&PlanForm>| match session.screen.get() {
        Screen::Plan(form) => form,
        _ => before.copied().unwrap_or_default(),
    })
}

/// A plan that is there.
#[component]
fn Planned(
    /// It.
    plan: Arc<PlanPage>,
    /// What is shown of it.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let text = use_text();
    let form = use_form();
    let by = Memo::new(move |_| form.get().by);
    let lead = text.plan_lead(plan.plan.actions.len(), plan.plan.horizon_days, plan.plan.as_of);
    let cost = cost_line(text, &plan.plan);
    let policy = text.plan_follows(&plan.policy.name);
    let (of_filter, of_reasons, of_decisions) = (Arc::clone(&plan), Arc::clone(&plan), Arc::clone(&plan));
    view! {
        <p class="lead">{lead} " " <a href=Screen::Policy.hash()>{policy}</a></p>
        <p class="cost">{cost}</p>
        <Filters plan=of_filter filter form/>
        {move || {
            let plan = Arc::clone(&plan);
            match by.get() {
                PlanBy::Day => view! { <Days plan filter/> }.into_any(),
                PlanBy::Customer => view! { <Customers plan filter/> }.into_any(),
                PlanBy::Calendar => view! { <CalendarOfPlan plan filter/> }.into_any(),
            }
        }}
        <Decisions plan=of_decisions/>
        <LeftAlone plan=of_reasons/>
    }
}

/// Form, period, search, means, segment and step.
#[component]
fn Filters(
    /// The plan.
    plan: Arc<PlanPage>,
    /// What is shown of it.
    filter: RwSignal<Filter>,
    /// The form.
    form: Memo<PlanForm>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let show = move |form: PlanForm| {
        let screen = Screen::Plan(form);
        location::rewrite(&screen.hash());
        work::enter(session, screen);
    };
    let forms = [
        (PlanBy::Day, text.plan_by_day()),
        (PlanBy::Customer, text.plan_by_customer()),
        (PlanBy::Calendar, text.plan_by_calendar()),
    ];
    let segments = plan::segments(&plan.plan.actions);
    let steps = plan::steps(&plan.plan.actions);
    let all = |words: &str| vec![words.to_owned()];
    let channels = channel::ALL.into_iter().map(|one| channel::word(text, one).to_owned());
    let segment_names = segments.iter().map(|segment| text.plan_segment(segment));
    let step_names = steps.iter().map(|(_, name)| name.clone());
    let (channels, segment_names, step_names): (Vec<_>, Vec<_>, Vec<_>) = (
        all(text.channel_all()).into_iter().chain(channels).collect(),
        all(text.segment_all()).into_iter().chain(segment_names).collect(),
        all(text.channel_all()).into_iter().chain(step_names).collect(),
    );
    let steps: Vec<String> = steps.into_iter().map(|(id, _)| id).collect();
    let (known_segments, known_steps) = (segments.clone(), steps.clone());
    // The first place stands for all of them.
    let place_of = |known: &[String], held: Option<&String>| {
        held.and_then(|held| known.iter().position(|one| one == held)).map_or(0, |place| place + 1)
    };
    let one_of = |known: &[String], place: usize| place.checked_sub(1).and_then(|place| known.get(place).cloned());
    view! {
        <div class="plan-forms">
            <div class="tabs" role="group" aria-label=text.plan_by()>
                {forms
                    .map(|(by, name)| {
                        view! {
                            <button
                                type="button"
                                aria-pressed=move || (form.get().by == by).to_string()
                                on:click=move |_| show(PlanForm { by, ..form.get_untracked() })
                            >
                                {name}
                            </button>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </div>
            <div class="tabs" role="group" aria-label=text.plan_horizon()>
                {[(false, text.plan_30_days()), (true, text.plan_60_days())]
                    .map(|(longer, name)| {
                        view! {
                            <button
                                type="button"
                                aria-pressed=move || (form.get().longer == longer).to_string()
                                on:click=move |_| show(PlanForm { longer, ..form.get_untracked() })
                            >
                                {name}
                            </button>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </div>
        </div>
        <div class="plan-filters">
            <div class="field">
                <label for="search">{text.label_search_plan()}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    placeholder=text.hint_search()
                    prop:value=move || session.plan_search.get()
                    on:input:target=move |event| session.plan_search.set(event.target().value())
                />
            </div>
            <Choice
                id="channel"
                label=text.label_channel()
                options=channels
                shown=Signal::derive(move || {
                    let wanted = filter.read().channel;
                    wanted.and_then(|wanted| channel::ALL.iter().position(|one| *one == wanted)).map_or(0, |place| place + 1)
                })
                chosen=Callback::new(move |place: usize| {
                    let channel = place.checked_sub(1).and_then(|place| channel::ALL.get(place).copied());
                    filter.update(|filter| filter.channel = channel);
                })
            />
            <Choice
                id="segment"
                label=text.label_segment()
                options=segment_names
                shown=Signal::derive(move || place_of(&known_segments, filter.read().segment.as_ref()))
                chosen=Callback::new(move |place| filter.update(|filter| filter.segment = one_of(&segments, place)))
            />
            <Choice
                id="step"
                label=text.label_step()
                options=step_names
                shown=Signal::derive(move || place_of(&known_steps, filter.read().step.as_ref()))
                chosen=Callback::new(move |place| filter.update(|filter| filter.step = one_of(&steps, place)))
            />
        </div>
    }
}

/// Whether nothing answers what is searched for, and the way out.
#[component]
pub fn NothingFound(
    /// What is shown of the plan.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let clear = move |_| {
        session.plan_search.set(String::new());
        filter.set(Filter::default());
    };
    let filtered = filter.with_untracked(|filter| *filter != Filter::default())
        || session.plan_search.with_untracked(|search| !search.is_empty());
    view! {
        <Empty sentence=text.plan_empty()/>
        {filtered
            .then(|| {
                view! {
                    <p class="more">
                        <button type="button" class="quiet" on:click=clear>
                            {text.button_clear_filters()}
                        </button>
                    </p>
                }
            })}
    }
}

/// Day after day.
#[component]
fn Days(
    /// The plan.
    plan: Arc<PlanPage>,
    /// What is shown of it.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let session = use_session();
    move || {
        let search = session.plan_search.read();
        let days = filter.with(|filter| plan::by_day(&plan.plan.actions, |action| filter.shows(action, &search)));
        if days.is_empty() {
            return view! { <NothingFound filter/> }.into_any();
        }
        let mut above = 0;
        days.into_iter()
            .map(|(day, group)| {
                let unfolded = above < UNFOLDED;
                above += group.actions.len();
                view! { <DayOfPlan plan=Arc::clone(&plan) day group unfolded/> }
            })
            .collect_view()
            .into_any()
    }
}

/// The actions of one day.
#[component]
fn DayOfPlan(
    /// The plan.
    plan: Arc<PlanPage>,
    /// The day.
    day: Day,
    /// Its actions.
    group: Group,
    /// Whether it is open from the start.
    unfolded: bool,
) -> impl IntoView {
    let text = use_text();
    let kept = use_unfolded();
    let unfolded = kept.starts(&day.to_string(), unfolded);
    let sums = summed(text, &plan.plan.actions, &group);
    let if_unpaid = day > plan.plan.as_of;
    // What is folded is drawn when it is unfolded: a plan has thousands of actions.
    let open = RwSignal::new(unfolded);
    view! {
        <details
            class="day"
            open=unfolded
            on:toggle:target=move |event| {
                let now = event.target().open();
                kept.keep(&day.to_string(), now);
                open.update(|open| *open |= now);
            }
        >
            <summary>
                <h2>{text.day_of_plan(day)}</h2>
                {if_unpaid.then(|| view! { <span class="tag tag-later">{text.tag_if_unpaid()}</span> })}
                <span class="day-sum">{sums}</span>
            </summary>
            {move || open.get().then(|| view! { <Actions plan=Arc::clone(&plan) group=group.clone()/> })}
        </details>
    }
}

/// The actions of a group, a page at a time.
#[component]
pub fn Actions(
    /// The plan.
    plan: Arc<PlanPage>,
    /// Which of its actions.
    group: Group,
    /// Whether to say the day of each.
    #[prop(optional)]
    with_day: bool,
) -> impl IntoView {
    let count = group.actions.len();
    let drawn = RwSignal::new(DRAWN);
    let each = move || {
        let shown = group.actions.iter().take(drawn.get());
        shown.filter_map(|position| plan.plan.actions.get(*position).cloned()).collect::<Vec<_>>()
    };
    view! {
        <ul class="actions">
            <For each key=|action| action.id.clone() let(action)>
                <ActionCard action with_day/>
            </For>
        </ul>
        <More count drawn step=DRAWN/>
    }
}

/// Customer after customer.
#[component]
fn Customers(
    /// The plan.
    plan: Arc<PlanPage>,
    /// What is shown of it.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let session = use_session();
    let drawn = RwSignal::new(DRAWN);
    move || {
        let search = session.plan_search.read();
        let groups =
            filter.with(|filter| plan::by_customer(&plan.plan.actions, |action| filter.shows(action, &search)));
        let count = groups.len();
        if count == 0 {
            return view! { <NothingFound filter/> }.into_any();
        }
        let plan = Arc::clone(&plan);
        let each = move || groups.iter().take(drawn.get()).cloned().collect::<Vec<_>>();
        view! {
            <div class="customers">
                <For each key=|group| group.actions.first().copied() let(group)>
                    <CustomerOfPlan plan=Arc::clone(&plan) group/>
                </For>
            </div>
            <More count drawn step=DRAWN/>
        }
        .into_any()
    }
}

/// The actions about one customer.
#[component]
fn CustomerOfPlan(
    /// The plan.
    plan: Arc<PlanPage>,
    /// Its actions.
    group: Group,
) -> impl IntoView {
    let text = use_text();
    let kept = use_unfolded();
    let first = group.actions.first().and_then(|first| plan.plan.actions.get(*first)).cloned();
    first.map(|first| {
        let key = format!("{}/{}", first.customer, first.currency);
        let unfolded = kept.starts(&key, false);
        let open = RwSignal::new(unfolded);
        let followed = text.plan_followed(&text.plan_segment(&first.segment), &scenario_name(&plan, &first.scenario));
        view! {
            <details
                class="customer-actions"
                open=unfolded
                on:toggle:target=move |event| {
                    let now = event.target().open();
                    kept.keep(&key, now);
                    open.update(|open| *open |= now);
                }
            >
                <summary>
                    <span class="action-customer"><bdi>{first.name.clone()}</bdi></span>
                    <span class="action-next">
                        {text.plan_next(first.day, &first.step_name, channel::word(text, first.channel))}
                    </span>
                    <span class="action-amount">{text.money(first.amount, first.currency)}</span>
                    <span class="customer-followed">{followed}</span>
                    <span class="action-items">{text.count_actions(group.actions.len())}</span>
                </summary>
                {move || {
                    open.get().then(|| view! { <Actions plan=Arc::clone(&plan) group=group.clone() with_day=true/> })
                }}
            </details>
        }
    })
}

/// The name of a scenario of the plan.
fn scenario_name(plan: &PlanPage, id: &str) -> String {
    let scenario = plan.scenarios.iter().find(|scenario| scenario.id == id);
    scenario.map_or(id, |scenario| scenario.name.as_str()).to_owned()
}

/// `12 actions: 8 e-mails, 4 appels · 1 200,00 €`.
pub fn summed(text: Language, actions: &[Action], group: &Group) -> String {
    let of = || group.actions.iter().filter_map(|position| actions.get(*position));
    let channels: Vec<String> = plan::channels(of())
        .into_iter()
        .map(|(one, count)| text.channel_count(channel::word(text, one), count))
        .collect();
    let sums: Vec<String> = plan::sums(of()).into_iter().map(|(currency, sum)| text.money(sum, currency)).collect();
    format!("{} · {}", channels.join(", "), sums.join(" + "))
}

fn cost_line(text: Language, plan: &Plan) -> String {
    let total: Amount = plan.cost.iter().map(|one| one.amount).sum();
    let parts: Vec<String> = plan
        .cost
        .iter()
        .filter(|one| one.count > 0)
        .map(|one| text.channel_cost(channel::word(text, one.channel), one.count, one.amount))
        .collect();
    if parts.is_empty() { String::new() } else { text.plan_cost(&parts.join(", "), total) }
}
