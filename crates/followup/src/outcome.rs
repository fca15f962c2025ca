//! What became of promises and plans, judged from what was received (features.md DP2, DP3).

use crate::key::Finder;
use crate::received::Received;
use crate::register::{Recorded, Register};
use crate::{Covered, InstalmentPlan, Promise, Term};
use ledger::{CustomerKey, Ledger};
use std::collections::BTreeMap;
use values::{Amount, Arrange, Day, Days};

/// Window in which broken promises count against a customer.
const BROKEN_WINDOW: Days = Days(90);

/// What may be missing of an amount promised: a thousandth of it, one unit of money at most. Bank charges and rounding
/// break no promise.
pub fn tolerance(amount: Amount) -> Amount {
    Amount::from_minor((amount.minor() / 1_000).clamp(0, 100))
}

/// Whether a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its last day has not passed.
    Pending,
    /// All of it came in time, or all but the tolerance.
    Kept,
    /// Some of it came in time.
    Partly,
    /// Nothing came in time.
    Broken,
    /// It was taken back.
    Withdrawn,
    /// Another promise on the same items took its place before its last day.
    Replaced,
    /// One of its items is in no file: nothing can be said.
    NotListed,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseOutcome {
    /// Number of the promise.
    pub number: u32,
    /// Whether it was kept.
    pub kept: Kept,
    /// What came, up to the last day.
    pub paid: Amount,
}

/// How a plan goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// Every term that has passed is paid.
    Respected {
        /// The day of the next term.
        next: Day,
    },
    /// A term passed unpaid. By itself this does not make the rest due (C. civ. 1305-4): what follows is the plan's
    /// own clause, or a person's decision.
    Missed {
        /// The first such term, from 0.
        term: usize,
        /// Its day.
        day: Day,
        /// What is missing of the terms that have passed.
        short: Amount,
    },
    /// All is paid.
    Completed,
    /// It was given up.
    Ended,
    /// One of its items is in no file: nothing can be said.
    NotListed,
}

/// How a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermState {
    /// Paid.
    Paid,
    /// Its day has passed, and it is not.
    Missed,
    /// Its day is to come.
    ToCome,
}

/// A term and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermStatus {
    /// The term.
    pub term: Term,
    /// What is paid of it: payments serve the terms in order.
    pub paid: Amount,
    /// How it stands.
    pub state: TermState,
}

/// What became of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanOutcome {
    /// Number of the plan.
    pub number: u32,
    /// How it goes.
    pub state: PlanState,
    /// Its terms.
    pub terms: Vec<TermStatus>,
}

/// How a customer keeps its word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Promises broken in the last 90 days.
    pub broken: u32,
    /// Levels to raise its next reminder by: one from the second broken promise on, and one more for each.
    pub raised: u32,
    /// Last day of the promise broken last.
    pub last_broken: Option<Day>,
}

/// Judges the promises and plans of one ledger, each payment counted once.
pub(crate) struct Judge<'r, 'l> {
    pub(crate) register: &'r Register,
    pub(crate) ledger: &'l Ledger,
    pub(crate) received: Received<'l>,
    pub(crate) as_of: Day,
}

/// Records of this ledger made by a day, with their numbers.
fn known<'r, R>(
    list: &'r [Recorded<R>],
    items: impl Fn(&R) -> &[Covered] + 'r,
    made: impl Fn(&R) -> Day + 'r,
    judge: &Judge<'_, '_>,
) -> Vec<(u32, &'r Recorded<R>)> {
    let (currency, as_of) = (judge.ledger.currency(), judge.as_of);
    let numbered = (1..).zip(list).filter(move |(_, of)| {
        made(&of.record) <= as_of && items(&of.record).first().is_some_and(|first| first.item.currency == currency)
    });
    numbered.collect()
}

impl Judge<'_, '_> {
    /// The promises, by number; judged by their last day, so that a payment serves the earlier one first.
    pub(crate) fn promises(&mut self, finder: &mut Finder<'_>) -> Vec<PromiseOutcome> {
        let mut promises = known(&self.register.promises, |promise| &promise.items, |promise| promise.made, self);
        promises.arrange_by_key(|(number, of)| (of.record.until, *number));
        let mut outcomes: Vec<PromiseOutcome> =
            promises.into_iter().map(|(number, of)| self.promise(finder, number, of)).collect();
        outcomes.arrange_by_key(|outcome| outcome.number);
        outcomes
    }

    fn promise(&mut self, finder: &mut Finder<'_>, number: u32, of: &Recorded<Promise>) -> PromiseOutcome {
        let promise = &of.record;
        let told = |kept, paid| PromiseOutcome { number, kept, paid };
        if of.end.is_some_and(|end| end <= self.as_of) {
            return told(Kept::Withdrawn, Amount::ZERO);
        }
        let Some(paid) = self.paid(finder, &promise.items, promise.amount, (promise.made, promise.until)) else {
            return told(Kept::NotListed, Amount::ZERO);
        };
        let kept = match paid {
            paid if paid >= promise.amount - tolerance(promise.amount) => Kept::Kept,
            _ if self.replaced(number, promise) => Kept::Replaced,
            _ if self.as_of <= promise.until => Kept::Pending,
            paid if paid.is_debit() => Kept::Partly,
            _ => Kept::Broken,
        };
        told(kept, paid)
    }

    /// Whether a later promise on one of the same items was made before this one ran out.
    fn replaced(&self, number: u32, promise: &Promise) -> bool {
        let shares = |other: &Promise| {
            other.items.iter().any(|theirs| promise.items.iter().any(|ours| ours.item == theirs.item))
        };
        (1..).zip(&self.register.promises).any(|(other_number, other)| {
            let (other, end) = (&other.record, other.end);
            other_number > number
                && other.made <= promise.until.min(self.as_of)
                && end.is_none_or(|end| end > self.as_of)
                && shares(other)
        })
    }

    /// What was paid on items, up to a wanted amount where payments wait unapplied, from a day on to another.
    fn paid(
        &mut self,
        finder: &mut Finder<'_>,
        items: &[Covered],
        wanted: Amount,
        (made, until): (Day, Day),
    ) -> Option<Amount> {
        let until = until.min(self.as_of);
        let applied = self.received.applied(finder, items, until)?;
        let need = (wanted - applied).debit_part();
        let customer = items.first().and_then(|first| self.ledger.find(&first.item.customer));
        let waiting = customer.map_or(Amount::ZERO, |at| self.received.take_waiting(at, made, until, need));
        Some(applied + waiting)
    }

    /// The plans, by number.
    pub(crate) fn plans(&mut self, finder: &mut Finder<'_>) -> Vec<PlanOutcome> {
        let plans = known(&self.register.plans, |plan| &plan.items, |plan| plan.agreed, self);
        plans.into_iter().map(|(number, of)| self.plan(finder, number, of)).collect()
    }

    fn plan(&mut self, finder: &mut Finder<'_>, number: u32, of: &Recorded<InstalmentPlan>) -> PlanOutcome {
        let plan = &of.record;
        if of.end.is_some_and(|end| end <= self.as_of) {
            return PlanOutcome { number, state: PlanState::Ended, terms: Vec::new() };
        }
        let principal: Amount = plan.items.iter().map(|covered| covered.owed).sum();
        let Some(paid) = self.paid(finder, &plan.items, principal, (plan.agreed, self.as_of)) else {
            return PlanOutcome { number, state: PlanState::NotListed, terms: Vec::new() };
        };
        let terms = follow(&plan.terms, principal, paid, self.as_of);
        PlanOutcome { number, state: state(&terms), terms }
    }
}

/// The terms with what was paid serving them in order. Interest is invoiced apart and comes with the last terms: what
/// the items came to is all that is followed.
fn follow(terms: &[Term], principal: Amount, paid: Amount, as_of: Day) -> Vec<TermStatus> {
    let (mut paid, mut principal) = (paid, principal);
    let follow_one = |term: &Term| {
        let asked = term.amount.min(principal);
        let served = asked.min(paid);
        principal -= asked;
        paid -= served;
        let state = match () {
            () if asked - served <= tolerance(asked) => TermState::Paid,
            () if term.day < as_of => TermState::Missed,
            () => TermState::ToCome,
        };
        TermStatus { term: *term, paid: served, state }
    };
    terms.iter().map(follow_one).collect()
}

fn state(terms: &[TermStatus]) -> PlanState {
    let is = |state: TermState| move |term: &&TermStatus| term.state == state;
    if let Some(at) = terms.iter().position(|term| term.state == TermState::Missed) {
        let day = terms.get(at).map_or(Day::EPOCH, |term| term.term.day);
        let missed = terms.iter().filter(is(TermState::Missed));
        return PlanState::Missed { term: at, day, short: missed.map(|term| term.term.amount - term.paid).sum() };
    }
    match terms.iter().find(is(TermState::ToCome)) {
        Some(next) => PlanState::Respected { next: next.term.day },
        None => PlanState::Completed,
    }
}

/// How each customer keeps its word, from its promises of the last 90 days.
pub(crate) fn standings(
    register: &Register,
    ledger: &Ledger,
    outcomes: &[PromiseOutcome],
    as_of: Day,
) -> BTreeMap<CustomerKey, Standing> {
    let mut standings: BTreeMap<CustomerKey, Standing> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| outcome.kept == Kept::Broken) {
        let at = (outcome.number as usize).saturating_sub(1);
        let Some(promise) = register.promises.get(at).map(|of| &of.record) else { continue };
        let customer = promise.items.first().and_then(|first| ledger.find(&first.item.customer));
        let Some(customer) = customer.filter(|_| as_of - promise.until <= BROKEN_WINDOW) else { continue };
        let standing = standings.entry(customer).or_default();
        standing.broken += 1;
        standing.raised = standing.broken - 1;
        standing.last_broken = standing.last_broken.max(Some(promise.until));
    }
    standings
}
