//! A call to make: whom, when, what about, and why before others. Its score is a sum of points each of which is told.

use dunning::{Hold, Policy, Resolved, Tone};
use followup::{Contact, Kept, Outcome, PlanState, Register, Stage};
use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems};
use rules::calendar::Calendar;
use std::collections::BTreeMap;
use values::{Amount, Day, Days};

/// Days after which a broken promise or a missed term calls for nothing by itself any more: the steps of the policy go on.
const FRESH: Days = Days(30);

/// Why a call is on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A step of the policy.
    Step {
        /// Position of the action in the plan.
        action: usize,
    },
    /// An earlier call is to be made again.
    Again {
        /// The day of that call.
        since: Day,
        /// What came of it.
        outcome: Option<Outcome>,
    },
    /// A promise was not kept, and nobody spoke to the customer since.
    BrokenPromise {
        /// Number of the promise.
        promise: u32,
        /// Its last day.
        until: Day,
        /// What is missing.
        short: Amount,
    },
    /// A term of an instalment plan passed unpaid, and nobody spoke to the customer since.
    MissedTerm {
        /// Number of the plan.
        plan: u32,
        /// Its day.
        day: Day,
        /// What is missing of the terms that passed.
        short: Amount,
    },
}

/// What gives a call points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighed {
    /// What is asked for, against the largest of the list: up to 40.
    Amount,
    /// The oldest item: a point for four days, up to 25.
    Age,
    /// Promises broken in the last 90 days: 15 and 5 for each further one, up to 25.
    BrokenPromises,
    /// A term of a plan missed: 15.
    MissedTerm,
    /// How firm the step is: up to 10.
    Step,
    /// A call already tried or put off: 5.
    Again,
    /// The customer named the day: 20.
    Appointment,
}

impl Weighed {
    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Weighed::Amount => "amount",
            Weighed::Age => "age",
            Weighed::BrokenPromises => "broken-promises",
            Weighed::MissedTerm => "missed-term",
            Weighed::Step => "step",
            Weighed::Again => "again",
            Weighed::Appointment => "appointment",
        }
    }
}

/// A call to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Whom.
    pub customer: CustomerKey,
    /// The working day it is wanted on.
    pub wanted: Day,
    /// Why; never empty.
    pub causes: Vec<Cause>,
    /// What is asked for: above zero.
    pub amount: Amount,
    /// The items asked for, with what is asked of each.
    pub items: Vec<(EntryKey, Amount)>,
    /// Days late of the oldest item on that day; zero or less before it is due.
    pub oldest: Days,
    /// The points, in the order of [`Weighed`]; none of zero.
    pub points: Vec<(Weighed, u32)>,
    /// The customer asked to be called that very day: it is never moved.
    pub appointment: bool,
    /// Calls tried in vain since somebody was spoken to.
    pub attempts: u32,
}

impl Call {
    /// The sum of the points.
    pub fn score(&self) -> u32 {
        self.points.iter().map(|(_, points)| points).sum()
    }

    /// Position in the plan of the action it carries out.
    pub fn action(&self) -> Option<usize> {
        self.causes.iter().find_map(|cause| match cause {
            Cause::Step { action } => Some(*action),
            Cause::Again { .. } | Cause::BrokenPromise { .. } | Cause::MissedTerm { .. } => None,
        })
    }
}

/// What a list of calls is made from.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// What is open on the day.
    pub open: &'a OpenItems,
    /// The policy.
    pub policy: &'a Policy,
    /// Its plan.
    pub plan: &'a dunning::Plan,
    /// What people recorded.
    pub register: &'a Register,
    /// What that means on the day.
    pub people: &'a Resolved,
}

impl Situation<'_> {
    fn today(&self) -> Day {
        self.open.as_of.day()
    }

    fn calendar(&self) -> &Calendar {
        &self.policy.working.calendar
    }
}

/// Calls tried in vain since somebody was spoken to, by customer.
pub fn attempts(register: &Register, customer: &str, by: Day) -> u32 {
    tried_in_vain(register.contacts.iter().filter(|one| one.customer == customer && one.day <= by))
}

fn tried_in_vain<'a>(own: impl Iterator<Item = &'a Contact>) -> u32 {
    own.fold(0, |tried, one| match one.outcome {
        Some(Outcome::NoAnswer | Outcome::Voicemail) if one.again.is_some() => tried + 1,
        Some(Outcome::NoAnswer | Outcome::Voicemail) => 0,
        Some(_) => 0,
        None => tried,
    })
}

/// What may be asked of an item on a day: what remains, less what is held back; nothing where it is left alone.
pub fn asked(item: &OpenItem, holds: &[Hold], on: Day) -> Amount {
    let mut left = item.residual.debit_part();
    for hold in holds {
        match hold {
            Hold::Insolvent { .. } | Hold::Excluded | Hold::Factored | Hold::PlanRespected { .. } => {
                left = Amount::ZERO;
            }
            Hold::HandedOver { stage } if *stage == Stage::FormalNotice => {}
            Hold::HandedOver { .. } => left = Amount::ZERO,
            Hold::Blocked { until, .. } if until.is_none_or(|until| on <= until) => left = Amount::ZERO,
            Hold::Blocked { .. } => {}
            Hold::Disputed { amount, .. } => left = (left - *amount).debit_part(),
            Hold::Promised { amount, until } if on <= *until => left = (left - *amount).debit_part(),
            Hold::Promised { .. } => {}
        }
    }
    left
}

/// Every call from the day on to the end of the plan: one for each customer and day.
pub fn calls(of: &Situation<'_>) -> Vec<Call> {
    let mut calls: BTreeMap<(CustomerKey, Day), Call> = BTreeMap::new();
    for (at, action) in of.plan.actions.iter().enumerate() {
        if action.channel == dunning::Channel::Phone {
            let items = action.items.iter().filter(|line| action.claims(line));
            let items: Vec<(EntryKey, Amount)> = items.map(|line| (line.item.entry, line.asked)).collect();
            let oldest = action.items.iter().map(|line| line.days_late).max().unwrap_or(Days(0));
            let call = bare(action.customer, action.day, Cause::Step { action: at }, (action.amount, items, oldest));
            calls.insert((action.customer, action.day), call);
        }
    }
    for (customer, wanted, cause) in beside_the_plan(of) {
        match calls.get_mut(&(customer, wanted)) {
            Some(call) => call.causes.push(cause),
            None => {
                if let Some(owed) = owed(of, customer, wanted) {
                    calls.insert((customer, wanted), bare(customer, wanted, cause, owed));
                }
            }
        }
    }
    // Read once: a journal has as many lines as a list has calls, and more.
    let mut tried: BTreeMap<&str, Vec<&Contact>> = BTreeMap::new();
    for contact in of.register.contacts.iter().filter(|one| one.day <= of.today()) {
        tried.entry(&contact.customer).or_default().push(contact);
    }
    let largest = calls.values().map(|call| call.amount).max().unwrap_or_default();
    let mut calls: Vec<Call> = calls.into_values().collect();
    for call in &mut calls {
        let own = tried.get(of.ledger.customer(call.customer).id.as_str()).map(Vec::as_slice).unwrap_or_default();
        call.attempts = tried_in_vain(own.iter().copied());
        weigh(of, call, largest);
    }
    calls
}

fn bare(customer: CustomerKey, wanted: Day, cause: Cause, owed: Owed) -> Call {
    let (amount, items, oldest) = owed;
    let (points, causes) = (Vec::new(), vec![cause]);
    Call { customer, wanted, causes, amount, items, oldest, points, appointment: false, attempts: 0 }
}

/// What is asked of a customer on a day: the amount, credits deducted, the items, the age of the oldest.
type Owed = (Amount, Vec<(EntryKey, Amount)>, Days);

/// What a customer owes that is overdue and may be asked for; `None` where nothing is left of it.
pub fn owed(of: &Situation<'_>, customer: CustomerKey, on: Day) -> Option<Owed> {
    let own = || of.open.items.iter().filter(|item| item.customer == customer);
    let late = own().filter(|item| item.due_day.is_some_and(|due| due < on));
    let part = |item: &OpenItem| (item.entry, asked(item, of.people.holds(item.entry), on));
    let items: Vec<(EntryKey, Amount)> = late.clone().map(part).filter(|(_, asked)| asked.is_debit()).collect();
    let credits: Amount = own().map(|item| item.residual.credit_part()).sum();
    let amount = items.iter().map(|(_, asked)| *asked).sum::<Amount>() + credits;
    let kept = |item: &&OpenItem| items.iter().any(|(entry, _)| *entry == item.entry);
    let oldest = late.filter(kept).filter_map(|item| Some(on - item.due_day?)).max()?;
    amount.is_debit().then_some((amount, items, oldest))
}

/// Calls that no step of the policy asks for, each on its working day.
fn beside_the_plan(of: &Situation<'_>) -> Vec<(CustomerKey, Day, Cause)> {
    let today = of.today();
    let last = today + of.plan.horizon;
    let mut causes = Vec::new();
    for (customer, contact) in open_appointments(of) {
        let Some(again) = contact.again else { continue };
        let cause = Cause::Again { since: contact.day, outcome: contact.outcome };
        causes.push((customer, again.max(today), cause));
    }
    for outcome in &of.people.promises {
        let at = (outcome.number as usize).saturating_sub(1);
        let Some(promise) = of.register.promises.get(at).map(|of| &of.record) else { continue };
        let customer = promise.items.first().and_then(|first| of.ledger.find(&first.item.customer));
        let fresh = promise.until < today && today - promise.until <= FRESH;
        if let Some(customer) = customer.filter(|one| fresh && !spoken_since(of, *one, promise.until))
            && matches!(outcome.kept, Kept::Broken | Kept::Partly)
        {
            let short = promise.amount - outcome.paid;
            causes.push((
                customer,
                today,
                Cause::BrokenPromise { promise: outcome.number, until: promise.until, short },
            ));
        }
    }
    for outcome in &of.people.plans {
        let at = (outcome.number as usize).saturating_sub(1);
        let items = of.register.plans.get(at).map(|of| &of.record.items);
        let customer = items.and_then(|items| of.ledger.find(&items.first()?.item.customer));
        if let (Some(customer), PlanState::Missed { day, short, .. }) = (customer, &outcome.state)
            && today - *day <= FRESH
            && !spoken_since(of, customer, *day)
        {
            let cause = Cause::MissedTerm { plan: outcome.number, day: *day, short: *short };
            causes.push((customer, today, cause));
        }
    }
    let open = causes.into_iter().map(|(customer, day, cause)| (customer, of.calendar().next_business_day(day), cause));
    open.filter(|(_, day, _)| *day <= last).collect()
}

/// The last call of each customer that is to be made again, where nobody called since.
fn open_appointments<'a>(of: &Situation<'a>) -> impl Iterator<Item = (CustomerKey, &'a Contact)> {
    let mut last: BTreeMap<CustomerKey, &'a Contact> = BTreeMap::new();
    let known = of.register.contacts.iter().filter(|one| one.day <= of.today());
    for contact in known.filter(|one| one.channel == dunning::Channel::Phone) {
        if let Some(customer) = of.ledger.find(&contact.customer) {
            last.insert(customer, contact);
        }
    }
    last.into_iter().filter(|(_, contact)| contact.again.is_some())
}

/// Whether somebody of the customer was spoken or written to after a day.
fn spoken_since(of: &Situation<'_>, customer: CustomerKey, day: Day) -> bool {
    of.people.contacts.get(&customer).is_some_and(|made| made.iter().any(|one| one.day > day))
}

fn weigh(of: &Situation<'_>, call: &mut Call, largest: Amount) {
    let has = |wanted: fn(&Cause) -> bool| call.causes.iter().any(wanted);
    let named = |cause: &Cause| matches!(cause, Cause::Again { outcome: Some(Outcome::CallBack), .. });
    call.appointment = has(named);
    let broken = of.people.standings.get(&call.customer).map_or(0, |standing| standing.broken);
    let step = call.action().and_then(|at| of.plan.actions.get(at)).map(|action| of.policy.step(action).tone);
    let all = [
        (Weighed::Amount, share(call.amount, largest)),
        (Weighed::Age, u32::try_from(call.oldest.0).unwrap_or(0).min(100) / 4),
        (Weighed::BrokenPromises, if broken == 0 { 0 } else { (10 + 5 * broken).min(25) }),
        (Weighed::MissedTerm, if has(|cause| matches!(cause, Cause::MissedTerm { .. })) { 15 } else { 0 }),
        (Weighed::Step, step.map_or(0, firmness)),
        (Weighed::Again, if has(|cause| matches!(cause, Cause::Again { .. })) { 5 } else { 0 }),
        (Weighed::Appointment, if call.appointment { 20 } else { 0 }),
    ];
    call.points = all.into_iter().filter(|(_, points)| *points > 0).collect();
}

/// The part of the largest amount, out of 40, rounded up.
fn share(amount: Amount, largest: Amount) -> u32 {
    let (part, whole) = (i128::from(amount.minor()), i128::from(largest.minor().max(1)));
    u32::try_from((part * 40 + whole - 1) / whole).unwrap_or(0).min(40)
}

/// Points for the tone of a step.
const fn firmness(tone: Tone) -> u32 {
    match tone {
        Tone::Service => 0,
        Tone::Courtesy => 2,
        Tone::Reminder => 4,
        Tone::Dialogue => 5,
        Tone::Proposal => 7,
        Tone::LastNotice | Tone::Formal | Tone::HandOver => 10,
    }
}
