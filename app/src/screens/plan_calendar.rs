//! The horizon of the plan as months: how many contacts fall on each day and by what means, which days are off, and
//! what is made only if nothing is paid by then. One stop of the Tab key; the arrow keys lead from day to day.

use crate::browser::focus;
use crate::components::channel;
use crate::logic::plan::{self, Filter, Group, Month};
use crate::screens::plan::{Actions, NothingFound, summed};
use crate::session::{use_session, use_text};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use protocol::{Channel, OffReason, PlanPage};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Language;
use values::{Day, Days};

/// The calendar and the day chosen in it.
#[component]
pub fn CalendarOfPlan(
    /// The plan.
    plan: Arc<PlanPage>,
    /// What is shown of it.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (first, last) = (plan.plan.as_of, plan.plan.as_of + Days(plan.plan.horizon_days as i32));
    let chosen = RwSignal::new(first);
    let days = {
        let plan = Arc::clone(&plan);
        Memo::new(move |_| {
            let search = session.plan_search.read();
            let days = filter.with(|filter| plan::by_day(&plan.plan.actions, |action| filter.shows(action, &search)));
            days.into_iter().collect::<BTreeMap<Day, Group>>()
        })
    };
    let move_to = move |event: KeyboardEvent| {
        if let Some(day) = plan::key_leads(&event.key(), chosen.get_untracked(), first, last) {
            event.prevent_default();
            chosen.set(day);
            focus::now(&identifier(day));
        }
    };
    let of_months = Arc::clone(&plan);
    view! {
        <p class="legend">
            <span class="key key-sure">{text.calendar_sure()}</span>
            <span class="key key-later">{text.calendar_if_unpaid()}</span>
            <span class="key key-off">{text.calendar_off()}</span>
        </p>
        <p id="calendar-help" class="field-help">{text.calendar_help()}</p>
        <div class="months" on:keydown=move_to>
            {plan::months(first, last)
                .into_iter()
                .map(|month| view! { <MonthOfPlan plan=Arc::clone(&of_months) month days chosen last/> })
                .collect_view()}
        </div>
        {move || {
            let day = chosen.get();
            let group = days.read().get(&day).cloned();
            let plan = Arc::clone(&plan);
            match group {
                Some(group) => {
                    let sums = summed(text, &plan.plan.actions, &group);
                    view! {
                        <h2>{text.day_of_plan(day)}</h2>
                        <p class="muted" role="status">{sums}</p>
                        <Actions plan group/>
                    }
                        .into_any()
                }
                None if days.read().is_empty() => view! { <NothingFound filter/> }.into_any(),
                None => {
                    view! {
                        <h2>{text.day_of_plan(day)}</h2>
                        <p class="muted" role="status">{text.calendar_nothing()}</p>
                    }
                        .into_any()
                }
            }
        }}
    }
}

/// One month.
#[component]
fn MonthOfPlan(
    /// The plan.
    plan: Arc<PlanPage>,
    /// The month.
    month: Month,
    /// The actions shown, by day.
    days: Memo<BTreeMap<Day, Group>>,
    /// The day chosen.
    chosen: RwSignal<Day>,
    /// The last day planned.
    last: Day,
) -> impl IntoView {
    let text = use_text();
    let first = plan.plan.as_of;
    view! {
        <table class="calendar">
            <caption>{text.month_heading(month.first)}</caption>
            <thead>
                <tr>
                    {(1..=7).map(|weekday| view! { <th scope="col">{text.weekday_short(weekday)}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                {month
                    .weeks
                    .into_iter()
                    .map(|week| {
                        let cell = |day: Option<Day>| match day {
                            Some(day) if day >= first && day <= last => {
                                view! { <DayOfMonth plan=Arc::clone(&plan) day days chosen/> }.into_any()
                            }
                            Some(day) => view! { <td class="outside">{day.day_of_month()}</td> }.into_any(),
                            None => view! { <td class="outside"></td> }.into_any(),
                        };
                        view! { <tr>{week.into_iter().map(cell).collect_view()}</tr> }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}

/// One day that is planned.
#[component]
fn DayOfMonth(
    /// The plan.
    plan: Arc<PlanPage>,
    /// The day.
    day: Day,
    /// The actions shown, by day.
    days: Memo<BTreeMap<Day, Group>>,
    /// The day chosen.
    chosen: RwSignal<Day>,
) -> impl IntoView {
    let text = use_text();
    let off = plan.days_off.iter().find(|off| off.day == day).map(|off| off.why);
    let later = day > plan.plan.as_of;
    let counts = move || {
        let days = days.read();
        let group = days.get(&day)?;
        let actions = group.actions.iter().filter_map(|position| plan.plan.actions.get(*position));
        Some(plan::channels(actions))
    };
    let counts = Memo::new(move |_| counts().unwrap_or_default());
    let remark = match off {
        Some(OffReason::Holiday) => text.calendar_holiday(),
        Some(OffReason::Closure) => text.calendar_closure(),
        Some(OffReason::Weekend) | None => "",
    };
    let name = move || {
        let said = off.map(|_| if remark.is_empty() { text.calendar_off() } else { remark });
        let if_unpaid = (later && !counts.read().is_empty()).then(|| text.tag_if_unpaid());
        let parts = [
            Some(text.day_of_plan(day)),
            Some(contacts(text, &counts.read())),
            said.map(str::to_owned),
            if_unpaid.map(str::to_owned),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    view! {
        <td class:off=off.is_some() class:later=later>
            <button
                id=identifier(day)
                type="button"
                tabindex=move || if chosen.get() == day { "0" } else { "-1" }
                aria-pressed=move || (chosen.get() == day).to_string()
                aria-label=name
                on:click=move |_| chosen.set(day)
            >
                <span class="day-number">{day.day_of_month()} <span class="day-remark">{remark}</span></span>
                {move || {
                    counts
                        .get()
                        .into_iter()
                        .map(|(one, count)| {
                            view! {
                                <span class="day-count" data-channel=channel::code(one)>
                                    <b>{count}</b>
                                    <span class="day-channel">{channel::word(text, one)}</span>
                                </span>
                            }
                        })
                        .collect_view()
                }}
            </button>
        </td>
    }
}

fn identifier(day: Day) -> String {
    format!("day-{day}")
}

fn contacts(text: Language, counts: &[(Channel, u32)]) -> String {
    if counts.is_empty() {
        return text.count_actions(0);
    }
    let counts = counts.iter().map(|(one, count)| text.channel_count(channel::word(text, *one), *count));
    counts.collect::<Vec<_>>().join(", ")
}
