//! Two days of one ledger side by side (features.md PR3): every item that was open or is open stands in exactly one
//! kind of change, and what was open plus the movements is what is open, to the cent.

use crate::pairing::{Now, pair};
use crate::{ItemKey, ItemKind, LedgerSnapshot, SnapshotItem, keys_of};
use ledger::{Coverage, EntryKey, EntryKind, Ledger, OpenItem, OpenItems, open_items, settlements};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Arrange, AsOf, Day, Gather};

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not there before.
    New,
    /// It was settled before, or less of it was open.
    Reopened,
    /// It is paid.
    Paid,
    /// A part of it is paid.
    PartPaid,
    /// A credit note lowered it.
    Credited,
    /// A credit or payment that waited was applied.
    Applied,
    /// Its own amount is another.
    Changed,
    /// Nothing but its due date changed.
    Redated,
    /// Nothing but its number changed.
    Renumbered,
    /// It is gone, and nothing tells where.
    Vanished,
    /// Nothing changed.
    Unchanged,
}

impl Change {
    /// Every kind, in the order of a report.
    pub const ALL: [Change; 11] = [
        Change::New,
        Change::Reopened,
        Change::Paid,
        Change::PartPaid,
        Change::Credited,
        Change::Applied,
        Change::Changed,
        Change::Redated,
        Change::Renumbered,
        Change::Vanished,
        Change::Unchanged,
    ];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Reopened => "re-opened",
            Change::Paid => "paid",
            Change::PartPaid => "part-paid",
            Change::Credited => "credited",
            Change::Applied => "applied",
            Change::Changed => "changed",
            Change::Redated => "re-dated",
            Change::Renumbered => "renumbered",
            Change::Vanished => "vanished",
            Change::Unchanged => "unchanged",
        }
    }
}

/// What the new files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extract {
    /// All that is open, or all that was ever entered.
    Stock,
    /// Only what was entered since: what is not in it is as it was.
    Delta,
}

/// An item, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// What happened.
    pub change: Change,
    /// The item, as it is named now, or as it was where it is gone.
    pub item: ItemKey,
    /// Name of the customer.
    pub name: String,
    /// What it records.
    pub kind: ItemKind,
    /// Its number before, where it is another.
    pub renumbered_from: Option<String>,
    /// The day it was due before.
    pub due_before: Option<Day>,
    /// The day it is due now; for an item that is gone, as before.
    pub due_now: Option<Day>,
    /// What was open.
    pub before: Amount,
    /// What is open.
    pub now: Amount,
    /// It is dated on or before the day compared with, and was not there then.
    pub back_dated: bool,
    /// The entry, where the new files have it.
    pub entry: Option<EntryKey>,
}

impl Movement {
    /// What it adds to what is open.
    pub fn amount(&self) -> Amount {
        self.now - self.before
    }

    /// Whether its due date is another than before.
    pub fn is_redated(&self) -> bool {
        self.before != Amount::ZERO && self.now != Amount::ZERO && self.due_before != self.due_now
    }
}

/// One ledger on two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the new files hold.
    pub extract: Extract,
    /// What was open.
    pub opening: Amount,
    /// What is open, computed without the movements.
    pub closing: Amount,
    /// Every item, by customer, then kind of change.
    pub movements: Vec<Movement>,
}

impl Comparison {
    /// What the movements come to.
    pub fn moved(&self) -> Amount {
        self.movements.iter().map(Movement::amount).sum()
    }

    /// Items settled since: known again if they open once more.
    pub fn settled(&self) -> impl Iterator<Item = &ItemKey> {
        let gone = |one: &&Movement| one.now.is_zero() && !one.before.is_zero() && one.change != Change::Vanished;
        self.movements.iter().filter(gone).map(|one| &one.item)
    }
}

/// What the new files hold, judged from them. A list of what is open is whole; a ledger whose entries are all later
/// than the day before, and none of which is an item that was open, holds movements.
pub fn extract_of(before: &LedgerSnapshot, on: Day, ledger: &Ledger) -> Extract {
    let later = ledger.coverage() == Coverage::History && ledger.span().is_some_and(|(first, _)| first > on);
    let documents: BTreeSet<(&str, &str)> = before
        .customers
        .iter()
        .flat_map(|customer| customer.items.iter().map(|item| (customer.id.as_str(), item.0.as_str())))
        .filter(|(_, document)| !document.is_empty())
        .gather();
    let known = || {
        ledger.customer_keys().any(|customer| {
            let id = ledger.customer(customer).id.as_str();
            let debits = ledger.entries_of(customer).with_documents().filter(|(_, entry, _)| entry.amount.is_debit());
            debits.into_iter().any(|(_, _, document)| documents.contains(&(id, document.as_str())))
        })
    };
    if later && !documents.is_empty() && !known() { Extract::Delta } else { Extract::Stock }
}

/// Compares what was open on a day with a ledger on a later one.
pub fn compare(before: &LedgerSnapshot, on: Day, ledger: &Ledger, as_of: AsOf, extract: Extract) -> Comparison {
    let open = open_items(ledger, as_of);
    let opening = before.balance();
    let own: Amount = open.items.iter().map(|item| item.residual).sum();
    let closing = match extract {
        Extract::Stock => own,
        Extract::Delta => opening + own,
    };
    let mut work = Comparing {
        ledger,
        on,
        settled: before.settled.iter().collect(),
        received: received_since(ledger, on, as_of),
        movements: Vec::new(),
    };
    for (id, name, was, is) in accounts(before, ledger, &open) {
        let now = now_of(ledger, is);
        match extract {
            Extract::Stock => work.stock(before, id, name, was, now),
            Extract::Delta => work.delta(before, id, name, was, now),
        }
    }
    Comparison { extract, opening, closing, movements: work.movements }
}

/// A customer with what was open and what is: identifier, name, items before, items now.
type Account<'a> = (&'a str, &'a str, &'a [SnapshotItem], &'a [OpenItem]);

/// Every customer of either side, by identifier.
fn accounts<'a>(before: &'a LedgerSnapshot, ledger: &'a Ledger, open: &'a OpenItems) -> Vec<Account<'a>> {
    let mut accounts: BTreeMap<&str, Account<'a>> = BTreeMap::new();
    for was in &before.customers {
        accounts.insert(&was.id, (&was.id, &was.name, &was.items, &[]));
    }
    for (customer, items) in open.by_customer() {
        let known = ledger.customer(customer);
        let account = accounts.entry(&known.id).or_insert((&known.id, &known.name, &[], &[]));
        account.3 = items;
        account.1 = &known.name;
    }
    accounts.into_values().collect()
}

/// The open items of a customer with their keys.
fn now_of(ledger: &Ledger, items: &[OpenItem]) -> Vec<Now> {
    let Some(first) = items.first() else { return Vec::new() };
    let mut keys = keys_of(ledger, first.customer);
    let now = |item: &OpenItem| {
        let key = keys.remove(&item.entry)?;
        Some(Now { key, due: item.due_day, residual: item.residual, kind: item.kind.into(), entry: item.entry })
    };
    items.iter().filter_map(now).collect()
}

/// What came on each debit since a day: by payment, and by credit note.
#[derive(Clone, Copy, Default)]
struct Came {
    paid: Amount,
    credited: Amount,
}

/// What cleared what since a day, where the ledger tells.
fn received_since(ledger: &Ledger, on: Day, as_of: AsOf) -> BTreeMap<EntryKey, Came> {
    let mut received: BTreeMap<EntryKey, Came> = BTreeMap::new();
    if ledger.coverage() == Coverage::OpenItemsOnly {
        return received;
    }
    settlements(ledger, as_of, |settled| {
        if settled.debit.day.max(settled.credit.day) <= on {
            return;
        }
        let came = received.entry(settled.debit_entry()).or_default();
        match settled.credit.kind {
            EntryKind::CreditNote => came.credited += settled.amount,
            EntryKind::Payment
            | EntryKind::UndatedPayment
            | EntryKind::Invoice
            | EntryKind::Opening
            | EntryKind::Other => came.paid += settled.amount,
        }
    });
    received
}

/// One comparison under way.
struct Comparing<'a> {
    ledger: &'a Ledger,
    on: Day,
    settled: BTreeSet<&'a ItemKey>,
    received: BTreeMap<EntryKey, Came>,
    movements: Vec<Movement>,
}

impl Comparing<'_> {
    fn stock(&mut self, before: &LedgerSnapshot, id: &str, name: &str, was: &[SnapshotItem], now: Vec<Now>) {
        let from = self.movements.len();
        let pairs = pair(was, &now);
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let gone = self.gone_entries(before, id, was, &pairs);
        for ((item, partner), entry) in was.iter().zip(&pairs).zip(gone) {
            let key = item.key(id, before.currency);
            match partner.and_then(|at| now.get(at)) {
                Some(is) => {
                    taken.extend(*partner);
                    self.both(name, item, is);
                }
                None => self.gone(name, item, key, entry),
            }
        }
        for (_, is) in now.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            self.appeared(name, is);
        }
        self.in_order(from);
    }

    /// The entries of items that are not open any more, where the new files still have them.
    fn gone_entries(
        &self,
        before: &LedgerSnapshot,
        id: &str,
        was: &[SnapshotItem],
        pairs: &[Option<usize>],
    ) -> Vec<Option<EntryKey>> {
        if pairs.iter().all(Option::is_some) {
            return vec![None; was.len()];
        }
        let mut finder = crate::Finder::new(self.ledger);
        let found = was.iter().zip(pairs).map(|(item, pair)| match pair {
            Some(_) => None,
            None => finder.find(&item.key(id, before.currency)),
        });
        found.collect()
    }

    /// An item that was open and is.
    fn both(&mut self, name: &str, was: &SnapshotItem, is: &Now) {
        let SnapshotItem(document, _, due_before, amount, before, ..) = was;
        // A list of open items may know what is left alone: then a lower amount is a part payment.
        let only_what_is_left =
            self.ledger.coverage() == Coverage::OpenItemsOnly && amount == before && is.key.amount == is.residual;
        let same_amount = *amount == is.key.amount || only_what_is_left && is.residual.abs() < before.abs();
        let renumbered = *document != is.key.document;
        let came = self.received.get(&is.entry).copied().unwrap_or_default();
        let change = match () {
            () if !same_amount => Change::Changed,
            () if is.residual.abs() > before.abs() => Change::Reopened,
            () if is.residual == *before && renumbered => Change::Renumbered,
            () if is.residual == *before && *due_before != is.due => Change::Redated,
            () if is.residual == *before => Change::Unchanged,
            () if before.is_credit() => Change::Applied,
            () if came.paid.is_zero() && came.credited.is_debit() => Change::Credited,
            () => Change::PartPaid,
        };
        self.movements.push(Movement {
            change,
            item: is.key.clone(),
            name: name.to_owned(),
            kind: is.kind,
            renumbered_from: renumbered.then(|| document.clone()),
            due_before: *due_before,
            due_now: is.due,
            before: *before,
            now: is.residual,
            back_dated: false,
            entry: Some(is.entry),
        });
    }

    /// An item that is not open any more.
    fn gone(&mut self, name: &str, was: &SnapshotItem, item: ItemKey, entry: Option<EntryKey>) {
        let SnapshotItem(_, _, due, _, before, kind, _) = was;
        let came = entry.and_then(|entry| self.received.get(&entry)).copied().unwrap_or_default();
        let change = match entry {
            None if self.ledger.coverage() == Coverage::History => Change::Vanished,
            _ if before.is_credit() => Change::Applied,
            _ if came.paid.is_zero() && came.credited.is_debit() => Change::Credited,
            _ => Change::Paid,
        };
        let (due_before, due_now) = (*due, *due);
        let (name, kind) = (name.to_owned(), *kind);
        let (renumbered_from, back_dated, before, now) = (None, false, *before, Amount::ZERO);
        self.movements.push(Movement {
            change,
            item,
            name,
            kind,
            renumbered_from,
            due_before,
            due_now,
            before,
            now,
            back_dated,
            entry,
        });
    }

    /// An item that was not open.
    fn appeared(&mut self, name: &str, is: &Now) {
        let known = self.settled.contains(&is.key);
        self.movements.push(Movement {
            change: if known { Change::Reopened } else { Change::New },
            item: is.key.clone(),
            name: name.to_owned(),
            kind: is.kind,
            renumbered_from: None,
            due_before: None,
            due_now: is.due,
            before: Amount::ZERO,
            now: is.residual,
            back_dated: !known && is.key.day <= self.on,
            entry: Some(is.entry),
        });
    }

    /// Movements applied to what was open: a credit serves the debit whose number it bears, the rest stands alone.
    fn delta(&mut self, before: &LedgerSnapshot, id: &str, name: &str, was: &[SnapshotItem], mut now: Vec<Now>) {
        let from = self.movements.len();
        for item in was {
            let (mut left, mut paid, mut credited) = (item.4, Amount::ZERO, Amount::ZERO);
            let serves = |is: &&mut Now| {
                is.residual.is_credit() && !item.0.is_empty() && is.key.document == item.0 && item.4.is_debit()
            };
            for credit in now.iter_mut().filter(serves) {
                let part = left.min(-credit.residual).debit_part();
                left -= part;
                credit.residual += part;
                match credit.kind {
                    ItemKind::CreditNote => credited += part,
                    ItemKind::Invoice | ItemKind::Payment | ItemKind::Opening | ItemKind::Other => paid += part,
                }
            }
            let change = match () {
                () if left == item.4 => Change::Unchanged,
                () if paid.is_zero() && credited.is_debit() => Change::Credited,
                () if left.is_zero() => Change::Paid,
                () => Change::PartPaid,
            };
            self.movements.push(Movement {
                change,
                item: item.key(id, before.currency),
                name: name.to_owned(),
                kind: item.5,
                renumbered_from: None,
                due_before: item.2,
                due_now: item.2,
                before: item.4,
                now: left,
                back_dated: false,
                entry: None,
            });
        }
        now.iter().filter(|is| !is.residual.is_zero()).for_each(|is| self.appeared(name, is));
        self.in_order(from);
    }

    /// The movements of one customer in the order of a report.
    fn in_order(&mut self, from: usize) {
        if let Some(added) = self.movements.get_mut(from..) {
            added.arrange_by(|a, b| {
                (a.change, a.item.day, &a.item.document).cmp(&(b.change, b.item.day, &b.item.document))
            });
        }
    }
}

/// What was open in a currency that the new files do not have at all: every item is gone, and nothing tells where.
pub fn nothing_left(before: &LedgerSnapshot) -> Comparison {
    let gone = |customer: &crate::CustomerSnapshot, item: &SnapshotItem| Movement {
        change: Change::Vanished,
        item: item.key(&customer.id, before.currency),
        name: customer.name.clone(),
        kind: item.5,
        renumbered_from: None,
        due_before: item.2,
        due_now: item.2,
        before: item.4,
        now: Amount::ZERO,
        back_dated: false,
        entry: None,
    };
    let customers = before.customers.iter();
    let movements = customers.flat_map(|customer| customer.items.iter().map(|item| gone(customer, item))).collect();
    Comparison { extract: Extract::Stock, opening: before.balance(), closing: Amount::ZERO, movements }
}
