//! The call list as the contract shows it.

use crate::Session;
use crate::calls::{CallOf, Desk};
use desk::{Call, Cause, Placed, Weighed};
use dunning::Channel;
use followup::{Contact, Outcome};
use ledger::{CustomerKey, Ledger};
use protocol::{CallDay, CallList, CallPoints, CallRow, CallsQuery, NumberToComplete};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{Arrange, Day, Gather};

/// The list.
pub fn list(session: &Session, desk: &Desk<'_>, query: &CallsQuery, language: Language) -> CallList {
    let mut days: BTreeMap<Day, Vec<&Placed<CallOf>>> = BTreeMap::new();
    desk.placed.iter().for_each(|placed| days.entry(placed.day).or_default().push(placed));
    let day = |(day, calls): (&Day, &Vec<&Placed<CallOf>>)| CallDay {
        day: *day,
        text: language.calls_of_day(*day, calls.len(), desk.cap, desk.order.key()),
        sent_on: sent_on(desk, *day, language),
        calls: calls.iter().map(|placed| row(session, desk, placed, query.as_of, language)).collect(),
    };
    let days: Vec<CallDay> = days.iter().map(day).collect();
    let open = session.open_on(query.as_of);
    let owners: BTreeSet<&str> = (session.ledgers().iter().zip(open.iter()))
        .flat_map(|(ledger, open)| open.by_customer().map(|(customer, _)| owner(ledger, customer)))
        .filter(|owner| !owner.is_empty())
        .gather();
    CallList {
        as_of: query.as_of,
        cap: desk.cap,
        sort: desk.order.key().to_owned(),
        days,
        to_complete: to_complete(session, desk, query, language),
        owners: owners.into_iter().map(str::to_owned).collect(),
    }
}

/// Who looks after a customer; empty where the files do not say.
pub fn owner(ledger: &Ledger, customer: CustomerKey) -> &str {
    ledger.customer(customer).salesperson.as_deref().map(str::trim).unwrap_or_default()
}

/// What a day could not hold.
fn sent_on(desk: &Desk<'_>, day: Day, language: Language) -> Option<String> {
    let left = |placed: &&Placed<CallOf>| placed.wanted.day <= day && placed.day > day;
    let moved: Vec<&Placed<CallOf>> = desk.placed.iter().filter(left).collect();
    let first = moved.iter().map(|placed| placed.day).min()?;
    Some(language.calls_sent_on(moved.len(), first))
}

/// One call in words and figures.
pub fn row(session: &Session, desk: &Desk<'_>, placed: &Placed<CallOf>, as_of: Day, language: Language) -> CallRow {
    let (at, call) = &placed.wanted.call;
    let Some((ledger, plan)) = desk.plans.get(*at) else { unreachable!("a call names its ledger") };
    let of = ledger.customer(call.customer);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let points = points(desk, ledger, plan, call, language);
    let sum: Vec<(u32, String)> = points.iter().map(|one| (one.points, one.text.clone())).collect();
    CallRow {
        customer: of.id.clone(),
        name: of.name.clone(),
        contact: text(&of.contact),
        phone: text(&of.phone),
        owner: owner(ledger, call.customer).to_owned(),
        wanted: placed.wanted.day,
        moved: placed.is_moved().then(|| language.call_moved_from(placed.wanted.day)),
        appointment: call.appointment,
        amount: call.amount,
        currency: ledger.currency(),
        items: call.items.len() as u32,
        oldest_days: call.oldest.0,
        score: call.score(),
        priority: language.call_sum(call.score(), &sum),
        points,
        reason: reason(desk, ledger, plan, call, language),
        last: last(session, &of.id, as_of, language),
        attempts: call.attempts,
        action: call.action().and_then(|at| plan.actions.get(at)).map(|action| action.id(&desk.policy, ledger)),
    }
}

fn step_name<'a>(desk: &'a Desk<'_>, plan: &dunning::Plan, call: &Call, language: Language) -> Option<&'a str> {
    let action = plan.actions.get(call.action()?)?;
    let [french, english] = &desk.policy.step(action).name;
    Some(language.pick(french, english))
}

fn points(desk: &Desk<'_>, ledger: &Ledger, plan: &dunning::Plan, call: &Call, language: Language) -> Vec<CallPoints> {
    let fact = |what: Weighed| match what {
        Weighed::Amount => language.money(call.amount, ledger.currency()),
        Weighed::Age => language.letter_days_short(call.oldest.0),
        Weighed::Step => step_name(desk, plan, call, language).unwrap_or_default().to_owned(),
        Weighed::BrokenPromises | Weighed::MissedTerm | Weighed::Again | Weighed::Appointment => String::new(),
    };
    let one = |(what, points): &(Weighed, u32)| CallPoints {
        key: what.key().to_owned(),
        points: *points,
        text: language.call_points(what.key(), &fact(*what)),
    };
    call.points.iter().map(one).collect()
}

fn reason(desk: &Desk<'_>, ledger: &Ledger, plan: &dunning::Plan, call: &Call, language: Language) -> String {
    let one = |cause: &Cause| match cause {
        Cause::Step { .. } => language.call_because_step(step_name(desk, plan, call, language).unwrap_or_default()),
        Cause::Again { since, outcome } => {
            language.call_because_again(*since, outcome.map(|one| language.call_outcome(one.key())).unwrap_or_default())
        }
        Cause::BrokenPromise { until, short, .. } => language.call_because_broken(*until, *short, ledger.currency()),
        Cause::MissedTerm { day, short, .. } => language.call_because_missed(*day, *short, ledger.currency()),
    };
    call.causes.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// The last contact with a customer by a day, in words.
fn last(session: &Session, customer: &str, by: Day, language: Language) -> Option<String> {
    let own = session.log.register().contacts.iter().filter(|one| one.customer == customer && one.day <= by);
    let last: &Contact = own.max_by_key(|one| one.day)?;
    Some(contact(last, language))
}

/// A contact in words.
pub fn contact(of: &Contact, language: Language) -> String {
    let outcome = of.outcome.map(|outcome| language.call_outcome(outcome.key())).unwrap_or(of.result.as_str());
    language.call_last_contact(of.day, language.by_means(drafts::channel_key(of.channel)), outcome)
}

/// Customers whose step asks for a call and whose number does not allow one, or was wrong.
fn to_complete(session: &Session, desk: &Desk<'_>, query: &CallsQuery, language: Language) -> Vec<NumberToComplete> {
    let mut found: BTreeMap<(String, usize), NumberToComplete> = BTreeMap::new();
    for (at, (ledger, plan)) in desk.plans.iter().enumerate() {
        for action in &plan.actions {
            let of = ledger.customer(action.customer);
            let failed = failed_on(session, &of.id, query.as_of);
            let no_number = desk.policy.step(action).channel() == Channel::Phone && action.channel != Channel::Phone;
            let text = match failed {
                Some(day) => language.call_number_failed(day),
                None if no_number => language.calls_no_phone().to_owned(),
                None => continue,
            };
            let owner = owner(ledger, action.customer);
            if query.owner.as_deref().is_some_and(|wanted| wanted != owner) {
                continue;
            }
            found.entry((of.id.clone(), at)).or_insert_with(|| NumberToComplete {
                customer: of.id.clone(),
                name: of.name.clone(),
                phone: of.phone.clone().unwrap_or_default(),
                owner: owner.to_owned(),
                amount: action.amount,
                currency: ledger.currency(),
                text,
            });
        }
    }
    let mut list: Vec<NumberToComplete> = found.into_values().collect();
    list.arrange_by(|a, b| (std::cmp::Reverse(a.amount), &a.customer).cmp(&(std::cmp::Reverse(b.amount), &b.customer)));
    list
}

/// The day the number of a customer was found wrong, unless somebody was reached by telephone since.
fn failed_on(session: &Session, customer: &str, by: Day) -> Option<Day> {
    let mut calls = session.log.register().contacts.iter().filter(|one| {
        one.customer == customer && one.day <= by && one.channel == followup::Channel::Phone && one.outcome.is_some()
    });
    calls.next_back().filter(|last| last.outcome == Some(Outcome::WrongContact)).map(|last| last.day)
}
