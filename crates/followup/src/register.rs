//! The register: what the operations come to. Each is checked before it counts, so that a register read from a file
//! holds nothing an edit would have refused.

use crate::{
    Block, Contact, Covered, Dispute, DisputeResolved, InstalmentPlan, ItemKey, Note, Operation, Pin, Proceedings,
    Promise, RecordKind, Review, Setting, SplitError, Stage, Target, Transition, custom,
};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, Gather};

/// A record, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<R, E = Day> {
    /// What was recorded.
    pub record: R,
    /// Its end, from the day it tells.
    pub end: Option<E>,
}

/// Everything recorded. A record's number is its place in its list, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Disputes.
    pub disputes: Vec<Recorded<Dispute, DisputeResolved>>,
    /// Promises; their end is a withdrawal.
    pub promises: Vec<Recorded<Promise>>,
    /// Instalment plans; their end is that they were given up.
    pub plans: Vec<Recorded<InstalmentPlan>>,
    /// Blocks; their end is that they were lifted.
    pub blocks: Vec<Recorded<Block>>,
    /// Insolvencies.
    pub insolvencies: Vec<Recorded<Proceedings>>,
    /// Life-cycle, in the order recorded.
    pub transitions: Vec<Transition>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// The journal of contacts.
    pub contacts: Vec<Contact>,
    /// Decisions, by action.
    pub reviews: BTreeMap<String, Review>,
    /// What is fixed, by customer.
    pub pins: BTreeMap<String, Vec<Pin>>,
    /// Matches approved.
    pub matches: Vec<Vec<ItemKey>>,
    /// Settings.
    pub settings: BTreeMap<Setting, String>,
}

/// Why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no record of this number.
    Unknown {
        /// Of what kind.
        kind: RecordKind,
        /// The number.
        number: u32,
    },
    /// It has ended already.
    Ended {
        /// Of what kind.
        kind: RecordKind,
        /// The number.
        number: u32,
    },
    /// It names no item.
    NothingCovered,
    /// Its items are of several customers or currencies.
    SeveralAccounts,
    /// The same item twice.
    ItemTwice {
        /// Its document.
        document: String,
    },
    /// An amount is zero, below, or above what it may be.
    AmountOutOfRange {
        /// The amount.
        amount: Amount,
        /// The most it may be.
        most: Amount,
        /// Of which currency.
        currency: Currency,
    },
    /// A day comes before the one it must follow.
    DaysReversed {
        /// The earlier one.
        first: Day,
        /// The one that should follow.
        then: Day,
    },
    /// The terms of a plan.
    Terms {
        /// What is wrong with them.
        error: SplitError,
        /// Currency of their amounts.
        currency: Currency,
    },
    /// The life of a claim does not go that way.
    Transition {
        /// Where it stands.
        from: Stage,
        /// Where it should go.
        to: Stage,
    },
    /// A text that must say something is empty.
    NoText,
    /// A customer cannot be the same as itself.
    SameAsItself,
    /// A revised dispute is about another item.
    OtherItem,
    /// A match of fewer than two items, or an item in two of them.
    NoMatch,
    /// Edits within edits.
    Nested,
    /// More edits than a log holds.
    TooMany,
}

impl Register {
    /// Takes an operation in, or refuses it. Refused in the middle of several, the register is half changed: the log
    /// works on a copy.
    pub(crate) fn apply(&mut self, operation: &Operation) -> Result<(), Refusal> {
        match operation {
            Operation::Dispute(dispute) => {
                check_dispute(dispute)?;
                self.disputes.push(recorded(dispute));
            }
            Operation::Revise { dispute, to } => self.revise(*dispute, to)?,
            Operation::Resolve { dispute, end } => {
                let of = open(&mut self.disputes, RecordKind::Dispute, *dispute)?;
                in_order(of.record.since, end.day)?;
                of.end = Some(end.clone());
            }
            Operation::Promise(promise) => {
                let owed = check_covered(&promise.items)?;
                check_amount(promise.amount, owed, &promise.items)?;
                in_order(promise.made, promise.until)?;
                self.promises.push(recorded(promise));
            }
            Operation::Withdraw { promise, day } => {
                let of = open(&mut self.promises, RecordKind::Promise, *promise)?;
                end(of, of.record.made, *day)?;
            }
            Operation::Plan(plan) => {
                check_plan(plan)?;
                self.plans.push(recorded(plan));
            }
            Operation::EndPlan { plan, day } => {
                let of = open(&mut self.plans, RecordKind::Plan, *plan)?;
                end(of, of.record.agreed, *day)?;
            }
            Operation::Block(block) => {
                block.until.map_or(Ok(()), |until| in_order(block.since, until))?;
                said(&block.reason)?;
                said(block.target.customer())?;
                self.blocks.push(recorded(block));
            }
            Operation::Lift { block, day } => {
                let of = open(&mut self.blocks, RecordKind::Block, *block)?;
                end(of, of.record.since, *day)?;
            }
            Operation::Insolvent(insolvency) => {
                said(&insolvency.customer)?;
                insolvency.published.map_or(Ok(()), |published| in_order(insolvency.since, published))?;
                self.insolvencies.push(recorded(insolvency));
            }
            Operation::Solvent { insolvency, day } => {
                let of = open(&mut self.insolvencies, RecordKind::Insolvency, *insolvency)?;
                end(of, of.record.since, *day)?;
            }
            Operation::Advance(transition) => self.advance(transition)?,
            Operation::Note(note) => {
                said(&note.text)?;
                said(note.target.customer())?;
                self.notes.push(note.clone());
            }
            Operation::Contact(contact) => {
                said(&contact.customer)?;
                if contact.items.iter().any(|item| item.customer != contact.customer) {
                    return Err(Refusal::SeveralAccounts);
                }
                self.contacts.push(contact.clone());
            }
            Operation::Review(review) => {
                said(&review.action)?;
                self.reviews.insert(review.action.clone(), review.clone());
            }
            Operation::Unreview { action } => {
                self.reviews.remove(action);
            }
            Operation::Pin { customer, pin } => self.pin(customer, pin)?,
            Operation::Unpin { customer } => {
                self.pins.remove(customer);
            }
            Operation::Match(groups) => self.matches = checked_matches(groups)?,
            Operation::Set { setting, value } => match value {
                Some(value) => drop(self.settings.insert(*setting, value.clone())),
                None => drop(self.settings.remove(setting)),
            },
            Operation::Together(operations) => {
                if operations.iter().any(|one| matches!(one, Operation::Together(_))) {
                    return Err(Refusal::Nested);
                }
                operations.iter().try_for_each(|one| self.apply(one))?;
            }
        }
        Ok(())
    }

    fn revise(&mut self, number: u32, to: &Dispute) -> Result<(), Refusal> {
        check_dispute(to)?;
        let of = open(&mut self.disputes, RecordKind::Dispute, number)?;
        if of.record.of.item != to.of.item {
            return Err(Refusal::OtherItem);
        }
        of.record = to.clone();
        Ok(())
    }

    fn advance(&mut self, to: &Transition) -> Result<(), Refusal> {
        said(to.target.customer())?;
        let before = self.transitions.iter().rev().find(|one| one.target == to.target);
        let from = before.map(|before| before.stage).unwrap_or_default();
        if !from.may_become(to.stage) {
            return Err(Refusal::Transition { from, to: to.stage });
        }
        before.map_or(Ok(()), |before| in_order(before.day, to.day))?;
        let most = Amount::from_minor(Amount::MAX_PARSED);
        if to.cost.is_credit() || to.cost > most {
            return Err(Refusal::AmountOutOfRange { amount: to.cost, most, currency: to.currency });
        }
        self.transitions.push(to.clone());
        Ok(())
    }

    fn pin(&mut self, customer: &str, pin: &Pin) -> Result<(), Refusal> {
        let (Pin::SameAs(text) | Pin::Segment(text) | Pin::Scenario(text) | Pin::Language(text)) = pin;
        said(customer)?;
        said(text)?;
        if matches!(pin, Pin::SameAs(other) if other == customer) {
            return Err(Refusal::SameAsItself);
        }
        let pins = self.pins.entry(customer.to_owned()).or_default();
        pins.retain(|other| std::mem::discriminant(other) != std::mem::discriminant(pin));
        pins.push(pin.clone());
        Ok(())
    }

    /// Where a claim stands on a day: by its own transitions, else by those of its whole customer.
    pub fn stage(&self, target: &Target, on: Day) -> Stage {
        self.transition(target, on).map(|last| last.stage).unwrap_or_default()
    }

    /// The transition that counts on a day.
    pub fn transition(&self, target: &Target, on: Day) -> Option<&Transition> {
        let last = |wanted: &Target| self.transitions.iter().rev().find(|one| one.target == *wanted && one.day <= on);
        last(target).or_else(|| last(&Target::Customer(target.customer().to_owned())))
    }
}

fn recorded<R: Clone, E>(record: &R) -> Recorded<R, E> {
    Recorded { record: record.clone(), end: None }
}

/// The record of a number that has not ended.
fn open<R, E>(list: &mut [Recorded<R, E>], kind: RecordKind, number: u32) -> Result<&mut Recorded<R, E>, Refusal> {
    let at = (number as usize).checked_sub(1);
    match at.and_then(|at| list.get_mut(at)) {
        Some(record) if record.end.is_none() => Ok(record),
        Some(_) => Err(Refusal::Ended { kind, number }),
        None => Err(Refusal::Unknown { kind, number }),
    }
}

fn end<R>(of: &mut Recorded<R>, since: Day, day: Day) -> Result<(), Refusal> {
    in_order(since, day)?;
    of.end = Some(day);
    Ok(())
}

fn in_order(first: Day, then: Day) -> Result<(), Refusal> {
    if then < first { Err(Refusal::DaysReversed { first, then }) } else { Ok(()) }
}

fn said(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::NoText) } else { Ok(()) }
}

fn check_dispute(dispute: &Dispute) -> Result<(), Refusal> {
    let items = std::slice::from_ref(&dispute.of);
    let owed = check_covered(items)?;
    check_amount(dispute.amount, owed, items)?;
    dispute.expected_credit.map_or(Ok(()), |credit| check_amount(credit, owed, items))
}

/// What a list of items came to: all of one account, each once, each owed.
fn check_covered(items: &[Covered]) -> Result<Amount, Refusal> {
    let Some(first) = items.first() else { return Err(Refusal::NothingCovered) };
    let account = |covered: &Covered| (covered.item.customer.clone(), covered.item.currency);
    if items.iter().any(|other| account(other) != account(first)) {
        return Err(Refusal::SeveralAccounts);
    }
    let mut seen = std::collections::BTreeSet::new();
    for covered in items {
        check_amount(covered.owed, Amount::from_minor(Amount::MAX_PARSED), items)?;
        if !seen.insert(&covered.item) {
            return Err(Refusal::ItemTwice { document: covered.item.document.clone() });
        }
    }
    Ok(items.iter().map(|covered| covered.owed).sum())
}

fn check_amount(amount: Amount, most: Amount, items: &[Covered]) -> Result<(), Refusal> {
    let currency = items.first().map_or(Currency::EUR, |covered| covered.item.currency);
    if amount.is_debit() && amount <= most {
        return Ok(());
    }
    Err(Refusal::AmountOutOfRange { amount, most, currency })
}

fn check_plan(plan: &InstalmentPlan) -> Result<(), Refusal> {
    let owed = check_covered(&plan.items)?;
    if plan.interest.is_credit() {
        check_amount(plan.interest, owed, &plan.items)?;
    }
    let currency = plan.items.first().map_or(Currency::EUR, |covered| covered.item.currency);
    let refused = |error| Refusal::Terms { error, currency };
    let terms = custom(owed + plan.interest, plan.terms.clone()).map_err(refused)?;
    terms.first().map_or(Ok(()), |first| in_order(plan.agreed, first.day))
}

fn checked_matches(groups: &[Vec<ItemKey>]) -> Result<Vec<Vec<ItemKey>>, Refusal> {
    let all = || groups.iter().flatten();
    let distinct: std::collections::BTreeSet<&ItemKey> = all().gather();
    let sound = groups.iter().all(|group| group.len() > 1) && distinct.len() == all().count();
    if sound { Ok(groups.to_vec()) } else { Err(Refusal::NoMatch) }
}
