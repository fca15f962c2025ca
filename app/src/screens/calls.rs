//! The calls of the days to come: whom, why first, and what came of each, recorded where it stands.

use crate::components::choice::Choice;
use crate::components::fetched::shown;
use crate::components::waiting::Empty;
use crate::screens::call_result::ResultForm;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{CallDay, CallList, CallRow, NumberToComplete};
use std::sync::Arc;

/// The orders of a list.
const ORDERS: [&str; 4] = ["priority", "amount", "age", "name"];

/// The screen.
#[component]
pub fn CallsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="calls">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.calls_title()}</h1>
            </div>
            <p class="lead">{text.calls_lead()}</p>
            <Tools/>
            {move || shown(session.calls.get(), |of| view! { <List of/> })}
        </section>
    }
}

/// Order, owner, cap; what to print; undo.
#[component]
fn Tools() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let orders = ORDERS.map(|key| text.call_order(key).to_owned()).to_vec();
    let order = move || {
        session.call_choices.with(|choices| ORDERS.iter().position(|key| *key == choices.sort).unwrap_or_default())
    };
    let choose_order = move |place: usize| {
        work::choose_calls(session, move |choices| {
            choices.sort = ORDERS.get(place).copied().unwrap_or_default().to_owned();
        });
    };
    let owners = Memo::new(move |_| match session.calls.get() {
        crate::session::Fetched::There(list) => list.owners.clone(),
        _ => Vec::new(),
    });
    let undo = Memo::new(move |_| work::records(session).and_then(|of| of.undo.clone()));
    view! {
        <div class="tools">
            <Choice
                id="call-order"
                label=text.calls_order()
                options=orders
                shown=Signal::derive(order)
                chosen=Callback::new(choose_order)
            />
            <label class="field">
                <span>{text.calls_cap()}</span>
                <input
                    type="number"
                    min="1"
                    max="500"
                    prop:value=move || session.call_choices.with(|choices| choices.cap.to_string())
                    on:change:target=move |event| {
                        let cap = event.target().value().parse().unwrap_or(20);
                        work::choose_calls(session, move |choices| choices.cap = cap);
                    }
                />
            </label>
            {move || {
                let known = owners.get();
                (!known.is_empty())
                    .then(|| {
                        let all = known.clone();
                        let at = all.clone();
                        let options = std::iter::once(text.calls_everybody().to_owned()).chain(known).collect();
                        let place = move || {
                            session.call_choices.with(|choices| {
                                at.iter().position(|one| Some(one) == choices.owner.as_ref()).map_or(0, |at| at + 1)
                            })
                        };
                        let choose = move |place: usize| {
                            let owner = place.checked_sub(1).and_then(|at| all.get(at).cloned());
                            work::choose_calls(session, move |choices| choices.owner = owner);
                        };
                        view! {
                            <Choice
                                id="call-owner"
                                label=text.call_owner()
                                options
                                shown=Signal::derive(place)
                                chosen=Callback::new(choose)
                            />
                        }
                    })
            }}
        </div>
        <div class="tools">
            <button type="button" class="button" on:click=move |_| work::export_calls(session, "calls.html")>
                {text.calls_print()}
            </button>
            <button type="button" class="button" on:click=move |_| work::export_calls(session, "plan.ics")>
                {text.calls_calendar()}
            </button>
            <button
                type="button"
                class="button"
                aria-keyshortcuts="Control+Z"
                disabled=move || undo.get().is_none()
                on:click=move |_| work::undo_edit(session)
            >
                {move || match undo.get() {
                    Some(edit) => format!("{} · {edit}", text.followup_undo()),
                    None => text.followup_undo().to_owned(),
                }}
            </button>
        </div>
    }
}

/// A list that is there.
#[component]
fn List(
    /// It.
    of: Arc<CallList>,
) -> impl IntoView {
    let text = use_text();
    if of.days.is_empty() && of.to_complete.is_empty() {
        return view! { <Empty sentence=text.calls_none()/> }.into_any();
    }
    let days = of.days.iter().enumerate().map(|(at, day)| view! { <OfDay day=day.clone() first=at == 0/> });
    let apart = of.to_complete.clone();
    view! {
        {days.collect_view()}
        {(!apart.is_empty()).then(|| view! { <ToComplete of=apart/> })}
    }
    .into_any()
}

/// The calls of a day; the first stands open.
#[component]
fn OfDay(
    /// It.
    day: CallDay,
    /// Whether it is the first.
    first: bool,
) -> impl IntoView {
    let drawn = RwSignal::new(first);
    let calls = StoredValue::new(day.calls);
    view! {
        <details class="call-day" open=first on:toggle:target=move |event| drawn.update(|drawn| *drawn |= event.target().open())>
            <summary><h2>{day.text}</h2></summary>
            {day.sent_on.map(|sent_on| view! { <p class="note">{sent_on}</p> })}
            <Show when=move || drawn.get()>
                <ol class="call-list">
                    {move || calls.get_value().into_iter().map(|call| view! { <OneCall call/> }).collect_view()}
                </ol>
            </Show>
        </details>
    }
}

/// A call: who, how much, why, and its result.
#[component]
fn OneCall(
    /// It.
    call: CallRow,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&call.customer, None);
    let opened = RwSignal::new(false);
    let phone = if call.phone.is_empty() { "–".to_owned() } else { call.phone.clone() };
    let tries = (call.attempts > 0).then(|| text.labelled(text.call_tries(), &call.attempts.to_string()));
    let row = StoredValue::new(call.clone());
    view! {
        <li class="card call">
            <div class="call-head">
                <span class="call-score" title=call.priority.clone()>{call.score}</span>
                <a href=href><bdi>{call.name}</bdi></a>
                <span class="call-phone"><bdi>{phone}</bdi></span>
                <span class="call-amount">{text.money(call.amount, call.currency)}</span>
            </div>
            <p>{call.reason}</p>
            <p class="muted">{call.priority}</p>
            <p class="muted">
                {[call.last, call.moved, tries].into_iter().flatten().collect::<Vec<_>>().join(" · ")}
            </p>
            <details on:toggle:target=move |event| opened.set(event.target().open())>
                <summary>{text.call_form_title()}</summary>
                <Show when=move || opened.get()>
                    <ResultForm call=row.get_value()/>
                </Show>
            </details>
        </li>
    }
}

/// Customers nobody can call.
#[component]
fn ToComplete(
    /// They.
    of: Vec<NumberToComplete>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <h2>{text.calls_to_complete()}</h2>
        <ul class="reasons">
            {of
                .into_iter()
                .map(|one| {
                    let href = session.customer_address(&one.customer, None);
                    view! {
                        <li>
                            <a href=href><bdi>{one.name}</bdi></a>
                            " · "
                            {text.money(one.amount, one.currency)}
                            " · "
                            {one.text}
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
