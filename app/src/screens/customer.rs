//! One customer: its figures, its open items down to the row of the file, what is planned or why nothing is.

use crate::components::age_bar::{AgeBar, part_name};
use crate::components::match_list::MatchList;
use crate::components::tile::Tile;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::part::Part;
use crate::logic::register::Known;
use crate::screen::{Asked, Screen};
use crate::screens::customer_activity::History;
use crate::screens::customer_conduct::{Conduct, Risk};
use crate::screens::customer_items::ItemsTable;
use crate::screens::customer_papers::PapersOfCustomer;
use crate::screens::followup_form::RecordForm;
use crate::screens::followup_records::Recorded;
use crate::screens::plan_action::ActionCard;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Action, AgedRow, NonAction};
use std::sync::Arc;
use values::Currency;

/// Reasons listed one by one before they are counted.
const REASONS_SHOWN: usize = 12;

/// The screen.
#[component]
pub fn CustomerScreen(
    /// The customer's number.
    number: u32,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let known = Memo::new(move |_| session.register.with(|register| register.customer(number).cloned()));
    let waiting = move || session.balance.with(Option::is_none);
    view! {
        <section class="customer-screen">
            <p class="back">
                <a href=move || {
                    session.as_of.track();
                    Screen::Balance(Asked::default()).hash()
                }>"← " {text.nav_balance()}</a>
            </p>
            {move || match known.get() {
                Some(known) => view! { <Customer known number/> }.into_any(),
                None if waiting() => view! { <Skeleton/> }.into_any(),
                None => {
                    view! {
                        <h1 id="title" tabindex="-1">{text.title_customer()}</h1>
                        <Empty sentence=text.customer_unknown()/>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// A customer that is known.
#[component]
fn Customer(
    /// Its identifier and name.
    known: Known,
    /// Its number.
    number: u32,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let identifier = StoredValue::new(known.identifier.clone());
    let rows = move || identifier.with_value(|identifier| session.customer_rows(identifier));
    let part = Memo::new(move |_| match session.screen.get() {
        Screen::Customer(_, part) => part,
        _ => None,
    });
    let items = Signal::derive(move || {
        session.items.get().filter(|items| identifier.with_value(|identifier| items.customer == *identifier))
    });
    view! {
        <h1 id="title" tabindex="-1"><bdi>{known.name}</bdi></h1>
        <p class="identifier"><bdi>{known.identifier}</bdi></p>
        {move || {
            let rows = rows();
            if rows.is_empty() && session.balance.with(Option::is_some) {
                view! { <Empty sentence=text.customer_nothing_open()/> }.into_any()
            } else {
                rows.into_iter()
                    .map(|(currency, row)| view! { <Standing row currency number part/> })
                    .collect_view()
                    .into_any()
            }
        }}
        {move || identifier.with_value(|identifier| view! { <Planned identifier=identifier.clone()/> })}
        <h2 id="matches-title" tabindex="-1">{text.title_matches()}</h2>
        <MatchList/>
        {move || identifier.with_value(|identifier| view! { <Recorded identifier=identifier.clone()/> })}
        <h2>{text.title_open_items()}</h2>
        {move || match items.get() {
            Some(items) => view! { <ItemsTable items=items.items as_of=items.as_of part/> }.into_any(),
            None => view! { <Skeleton/> }.into_any(),
        }}
        {move || {
            items
                .get()
                .map(|items| {
                    identifier
                        .with_value(|identifier| view! { <RecordForm identifier=identifier.clone() items=items.items/> })
                })
        }}
        {move || identifier.with_value(|identifier| view! { <PapersOfCustomer identifier=identifier.clone()/> })}
        {move || identifier.with_value(|identifier| view! { <Conduct identifier=identifier.clone()/> })}
        {move || identifier.with_value(|identifier| view! { <Risk identifier=identifier.clone()/> })}
        {move || identifier.with_value(|identifier| view! { <History identifier=identifier.clone()/> })}
    }
}

/// The figures of one currency.
#[component]
fn Standing(
    /// The line of the balance.
    row: AgedRow,
    /// Its currency.
    currency: Currency,
    /// The customer's number.
    number: u32,
    /// The part shown.
    part: Memo<Option<Part>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (basis, limits) = session
        .balance
        .with_untracked(|balance| balance.as_ref().map(|balance| (balance.basis, balance.limits.clone())))
        .unwrap_or_default();
    let oldest = row.oldest_days_late.filter(|days| *days > 0);
    let chips: Vec<(Part, String)> = Part::all(basis, &limits)
        .into_iter()
        .filter(|part| !part.of(&row).is_zero())
        .map(|part| (part, part_name(text, basis, &limits, part)))
        .collect();
    view! {
        <dl class="tiles">
            <Tile label=text.tile_balance() value=text.money(row.balance, currency) note=text.count_items(row.items)/>
            <Tile
                label=text.tile_overdue()
                value=text.money(row.overdue, currency)
                note=oldest.map(|days| text.oldest_late(days)).unwrap_or_default()
            />
            <Tile label=text.part_not_due() value=text.money(row.not_due, currency)/>
            <Tile label=text.part_unallocated() value=text.money(row.unallocated, currency)/>
        </dl>
        <AgeBar row basis limits currency/>
        <nav class="chips" aria-label=text.label_parts()>
            <a class="chip" href=Screen::Customer(number, None).hash() aria-current=move || part.get().is_none().then_some("true")>
                {text.part_all()}
            </a>
            {chips
                .into_iter()
                .map(|(one, name)| {
                    view! {
                        <a
                            class="chip"
                            href=Screen::Customer(number, Some(one)).hash()
                            aria-current=move || (part.get() == Some(one)).then_some("true")
                        >
                            {name}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}

/// What is planned for the customer, or why nothing is.
#[component]
fn Planned(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let identifier = Arc::new(identifier);
    view! {
        {move || {
            let identifier = Arc::clone(&identifier);
            session
                .plan
                .get()
                .map(|plan| {
                    let actions: Vec<Action> =
                        plan.plan.actions.iter().filter(|action| action.customer == *identifier).cloned().collect();
                    let left_alone: Vec<NonAction> =
                        plan.plan.non_actions.iter().filter(|one| one.customer == *identifier).cloned().collect();
                    let beyond: u32 = plan.left_alone.iter().map(|reason| reason.count).sum();
                    let beyond = (beyond as usize).saturating_sub(left_alone.len());
                    let nothing = actions.is_empty() && left_alone.is_empty();
                    let mut actions = actions.into_iter();
                    let next = actions.next();
                    let later: Vec<Action> = actions.collect();
                    view! {
                        <h2>{text.title_planned()}</h2>
                        {nothing.then(|| view! { <Empty sentence=text.planned_nothing()/> })}
                        <ul class="actions">{next.map(|action| view! { <ActionCard action with_day=true/> })}</ul>
                        {(!later.is_empty()).then(|| view! { <Later later/> })}
                        <LeftAlone left_alone beyond/>
                    }
                })
        }}
    }
}

/// What follows if nothing is paid meanwhile, folded.
#[component]
fn Later(
    /// In the order of their days.
    later: Vec<Action>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <details class="later">
            <summary>{text.planned_later()} " (" {later.len()} ")"</summary>
            <ul class="actions">
                {later.into_iter().map(|action| view! { <ActionCard action with_day=true/> }).collect_view()}
            </ul>
        </details>
    }
}

/// Why items of the customer are left alone, one sentence each.
#[component]
fn LeftAlone(
    /// Of this customer.
    left_alone: Vec<NonAction>,
    /// How many more there are.
    beyond: usize,
) -> impl IntoView {
    let text = use_text();
    let beyond = beyond + left_alone.len().saturating_sub(REASONS_SHOWN);
    view! {
        <ul class="reasons">
            {left_alone.into_iter().take(REASONS_SHOWN).map(|one| view! { <li>{one.text}</li> }).collect_view()}
        </ul>
        {(beyond > 0).then(|| view! { <p class="muted">{text.rows_beyond(beyond)}</p> })}
    }
}
