//! What the register means for one ledger on one day: holds on its open items, contacts, decisions, what became of
//! promises and plans; and the records that no longer find what they are about.

use crate::holds::Hold;
use crate::key::Finder;
use crate::outcome::{Judge, Kept, PlanOutcome, PlanState, PromiseOutcome, Standing, standings};
use crate::received::Received;
use crate::register::Register;
use crate::{Block, BlockKind, Channel, Covered, ItemKey, Pin, Review, Stage, Target};
use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::{Amount, Arrange, Day};

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum RecordKind {
    Dispute,
    Promise,
    Plan,
    Block,
    Insolvency,
    Transition,
    Note,
    Contact,
    Pin,
    Match,
}

/// A record whose item or customer the ledger does not list. It is kept, and finds it again if it comes back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmatched {
    /// What record.
    pub kind: RecordKind,
    /// Its number.
    pub number: u32,
    /// Whose.
    pub customer: String,
    /// The item that is not listed; `None` where the customer itself is not.
    pub item: Option<ItemKey>,
}

/// Something a person may want to do next; nothing is done by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// Money came on a disputed item: the dispute may be over (features.md DP1).
    CloseDispute {
        /// Number of the dispute.
        dispute: u32,
        /// What came since it was raised.
        paid: Amount,
    },
}

/// A contact made with a customer of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactMade {
    /// When.
    pub day: Day,
    /// The step of the policy; empty for a contact outside any.
    pub step: String,
    /// By what means.
    pub channel: Channel,
    /// The entries it was about that the ledger lists; `None` for the whole account.
    pub about: Option<Vec<EntryKey>>,
}

/// What the register means for one ledger on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// What keeps open items out of ordinary reminders: by item, what outweighs the rest first.
    pub holds: BTreeMap<EntryKey, Vec<Hold>>,
    /// Contacts made up to the day, by customer, in order of day.
    pub contacts: BTreeMap<CustomerKey, Vec<ContactMade>>,
    /// Decisions, by identifier of the action.
    pub reviews: BTreeMap<String, Review>,
    /// What is fixed about customers.
    pub pins: BTreeMap<CustomerKey, Vec<Pin>>,
    /// What became of promises, by number.
    pub promises: Vec<PromiseOutcome>,
    /// What became of plans, by number.
    pub plans: Vec<PlanOutcome>,
    /// Customers who broke promises of late.
    pub standings: BTreeMap<CustomerKey, Standing>,
    /// What a person may want to do next.
    pub proposals: Vec<Proposal>,
    /// Records that no longer find what they are about, by kind and number. A customer of another ledger of the
    /// dossier is in this list too: only what no ledger lists is lost.
    pub unmatched: Vec<Unmatched>,
}

impl Resolved {
    /// What keeps an item out of ordinary reminders.
    pub fn holds(&self, entry: EntryKey) -> &[Hold] {
        self.holds.get(&entry).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Register {
    /// What the register means for a ledger on the day of its open items.
    pub fn resolve(&self, ledger: &Ledger, open: &OpenItems) -> Resolved {
        let as_of = open.as_of.day();
        let mut finder = Finder::new(ledger);
        let mut judge = Judge { register: self, ledger, received: Received::new(ledger, open), as_of };
        let promises = judge.promises(&mut finder);
        let plans = judge.plans(&mut finder);
        let standings = standings(self, ledger, &promises, as_of);
        let mut work = Resolving { ledger, open, as_of, finder, resolved: Resolved::default() };
        work.disputes(self);
        work.promises(self, &promises);
        work.plans(self, &plans);
        work.blocks(self);
        work.insolvencies(self);
        work.stages(self);
        work.contacts(self);
        work.rest(self);
        let mut resolved = work.resolved;
        resolved.holds.values_mut().for_each(|holds| holds.arrange());
        resolved.contacts.values_mut().for_each(|contacts| contacts.arrange_by_key(|contact| contact.day));
        resolved.unmatched.arrange();
        resolved.unmatched.dedup();
        Resolved { promises, plans, standings, reviews: self.reviews.clone(), ..resolved }
    }
}

/// One resolution under way.
struct Resolving<'a> {
    ledger: &'a Ledger,
    open: &'a OpenItems,
    as_of: Day,
    finder: Finder<'a>,
    resolved: Resolved,
}

impl<'a> Resolving<'a> {
    fn hold(&mut self, entry: EntryKey, hold: Hold) {
        self.resolved.holds.entry(entry).or_default().push(hold);
    }

    fn lost(&mut self, kind: RecordKind, number: u32, customer: &str, item: Option<&ItemKey>) {
        let (customer, item) = (customer.to_owned(), item.cloned());
        self.resolved.unmatched.push(Unmatched { kind, number, customer, item });
    }

    /// The customer of an identifier, or the record is told as lost.
    fn customer(&mut self, kind: RecordKind, number: u32, id: &str) -> Option<CustomerKey> {
        let found = self.ledger.find(id);
        if found.is_none() {
            self.lost(kind, number, id, None);
        }
        found
    }

    /// The entry of a key of this ledger's currency, or the record is told as lost.
    fn entry(&mut self, kind: RecordKind, number: u32, item: &ItemKey) -> Option<EntryKey> {
        if item.currency != self.ledger.currency() {
            return None;
        }
        let found = self.finder.find(item);
        if found.is_none() {
            self.lost(kind, number, &item.customer, Some(item));
        }
        found
    }

    /// The open item of an entry.
    fn open_item(&self, entry: EntryKey) -> Option<&'a OpenItem> {
        self.open.of(entry.customer()).iter().find(|item| item.entry == entry)
    }

    /// The open items of a record, oldest due first, with what is left of each.
    fn open_of_record(&mut self, kind: RecordKind, number: u32, items: &[Covered]) -> Vec<&'a OpenItem> {
        let mut open = Vec::new();
        for covered in items {
            let entry = self.entry(kind, number, &covered.item);
            open.extend(entry.and_then(|entry| self.open_item(entry)).filter(|item| item.residual.is_debit()));
        }
        open.arrange_by_key(|item| (item.due_day.unwrap_or(item.document_day), item.document_day, item.entry));
        open
    }

    /// The open items a target stands for.
    fn open_of_target(&mut self, kind: RecordKind, number: u32, target: &Target) -> Vec<EntryKey> {
        match target {
            Target::Customer(id) => {
                let customer = self.customer(kind, number, id);
                let items = customer.map_or(&[][..], |customer| self.open.of(customer));
                items.iter().map(|item| item.entry).collect()
            }
            Target::Item(item) => {
                let entry = self.entry(kind, number, item);
                entry.filter(|entry| self.open_item(*entry).is_some()).into_iter().collect()
            }
        }
    }

    fn disputes(&mut self, register: &Register) {
        for (number, of) in (1..).zip(&register.disputes) {
            let dispute = &of.record;
            if dispute.since > self.as_of || of.end.as_ref().is_some_and(|end| end.day <= self.as_of) {
                continue;
            }
            let Some(entry) = self.entry(RecordKind::Dispute, number, &dispute.of.item) else { continue };
            let left = self.open_item(entry).map_or(Amount::ZERO, |item| item.residual).debit_part();
            let paid = (dispute.of.owed - left).debit_part();
            if paid.is_debit() {
                self.resolved.proposals.push(Proposal::CloseDispute { dispute: number, paid });
            }
            if left.is_debit() {
                self.hold(entry, Hold::Disputed { amount: dispute.amount.min(left), since: dispute.since });
            }
        }
    }

    /// A pending promise holds its items, oldest due first, up to what was promised.
    fn promises(&mut self, register: &Register, outcomes: &[PromiseOutcome]) {
        for outcome in outcomes {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(promise) = register.promises.get(at).map(|of| &of.record) else { continue };
            let items = self.open_of_record(RecordKind::Promise, outcome.number, &promise.items);
            if outcome.kept != Kept::Pending {
                continue;
            }
            let mut left = promise.amount - outcome.paid;
            for item in items {
                let amount = item.residual.min(left).debit_part();
                left -= amount;
                if amount.is_debit() {
                    self.hold(item.entry, Hold::Promised { amount, until: promise.until });
                }
            }
        }
    }

    fn plans(&mut self, register: &Register, outcomes: &[PlanOutcome]) {
        for outcome in outcomes {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(plan) = register.plans.get(at).map(|of| &of.record) else { continue };
            if outcome.state == PlanState::Ended {
                continue;
            }
            let items = self.open_of_record(RecordKind::Plan, outcome.number, &plan.items);
            if let PlanState::Respected { next } = outcome.state {
                items.into_iter().for_each(|item| self.hold(item.entry, Hold::PlanRespected { next }));
            }
        }
    }

    fn blocks(&mut self, register: &Register) {
        for (number, of) in (1..).zip(&register.blocks) {
            let Block { target, since, until, .. } = &of.record;
            let over = until.is_some_and(|until| until < self.as_of) || of.end.is_some_and(|end| end <= self.as_of);
            if *since > self.as_of || over {
                continue;
            }
            for entry in self.open_of_target(RecordKind::Block, number, target) {
                self.hold(entry, hold_of(&of.record));
            }
        }
    }

    fn insolvencies(&mut self, register: &Register) {
        for (number, of) in (1..).zip(&register.insolvencies) {
            let since = of.record.since;
            if since > self.as_of || of.end.is_some_and(|end| end <= self.as_of) {
                continue;
            }
            let target = Target::Customer(of.record.customer.clone());
            for entry in self.open_of_target(RecordKind::Insolvency, number, &target) {
                self.hold(entry, Hold::Insolvent { since });
            }
        }
    }

    /// The stage that counts for each target; an item's own outweighs its customer's.
    fn stages(&mut self, register: &Register) {
        let mut last: BTreeMap<&Target, (u32, Stage)> = BTreeMap::new();
        for (number, transition) in (1..).zip(&register.transitions).filter(|(_, one)| one.day <= self.as_of) {
            last.insert(&transition.target, (number, transition.stage));
        }
        let mut stages: BTreeMap<EntryKey, Stage> = BTreeMap::new();
        // Customers come before items in the order of targets: what is said of an item replaces it.
        for (target, (number, stage)) in last {
            for entry in self.open_of_target(RecordKind::Transition, number, target) {
                stages.insert(entry, stage);
            }
        }
        for (entry, stage) in stages.into_iter().filter(|(_, stage)| *stage != Stage::Amicable) {
            self.hold(entry, Hold::HandedOver { stage });
        }
    }

    fn contacts(&mut self, register: &Register) {
        let as_of = self.as_of;
        for (number, contact) in (1..).zip(&register.contacts).filter(|(_, contact)| contact.day <= as_of) {
            let Some(customer) = self.customer(RecordKind::Contact, number, &contact.customer) else { continue };
            let here = |item: &&ItemKey| item.currency == self.ledger.currency();
            let items: Vec<&ItemKey> = contact.items.iter().filter(here).collect();
            if items.is_empty() && !contact.items.is_empty() {
                continue;
            }
            let found: Vec<EntryKey> =
                items.iter().filter_map(|item| self.entry(RecordKind::Contact, number, item)).collect();
            // An attempt is in the journal; it is no contact the plan may go on from.
            if !contact.is_made() {
                continue;
            }
            let about = (!items.is_empty()).then_some(found);
            let made = ContactMade { day: contact.day, step: contact.step.clone(), channel: contact.channel, about };
            self.resolved.contacts.entry(customer).or_default().push(made);
        }
    }

    /// Remarks, pins and matches: found, or told.
    fn rest(&mut self, register: &Register) {
        let as_of = self.as_of;
        for (number, note) in (1..).zip(&register.notes).filter(|(_, note)| note.day <= as_of) {
            self.open_of_target(RecordKind::Note, number, &note.target);
        }
        for (number, (id, pins)) in (1..).zip(&register.pins) {
            if let Some(customer) = self.customer(RecordKind::Pin, number, id) {
                self.resolved.pins.insert(customer, pins.clone());
            }
        }
        for (number, group) in (1..).zip(&register.matches) {
            for item in group {
                self.entry(RecordKind::Match, number, item);
            }
        }
    }
}

fn hold_of(block: &Block) -> Hold {
    match block.kind {
        BlockKind::Pause => Hold::Blocked { until: block.until, why: block.reason.clone() },
        BlockKind::Excluded => Hold::Excluded,
        BlockKind::Factored => Hold::Factored,
    }
}
