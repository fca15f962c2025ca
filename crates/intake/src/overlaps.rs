//! Documents that two tables of a dossier list both: an export beside an older one, a year beside one of its months, an
//! extract beside the whole. Each would count twice. What they have in common is counted here, day by day; which table
//! to leave is the dossier's to decide.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::words::fold;
use ledger::{CustomerKey, EntryKind, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Day, FileIndex, Gather, Source};

/// Documents of two tables that are the same, at least, before it is told: a number may have been used twice.
const ENOUGH: u32 = 3;

/// Documents by the day they bear.
pub type DocumentsByDay = BTreeMap<Day, u32>;

/// What the tables of a dossier list, and what pairs of them list both.
#[derive(Clone, Debug, Default)]
pub struct Overlaps {
    /// The documents of each table.
    pub listed: BTreeMap<FileIndex, Listed>,
    /// Those that two tables list both: same customer, number and day, and the same amount or what remains of it. The table read earlier comes first.
    pub shared: BTreeMap<(FileIndex, FileIndex), Shared>,
}

/// What one table lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its invoices and credit notes.
    pub documents: DocumentsByDay,
    /// Its payments.
    pub payments: u32,
}

/// What two tables list both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The first of these documents in the table read later.
    pub first: Source,
    /// The documents.
    pub documents: DocumentsByDay,
}

/// Documents of all days.
pub fn documents_in(days: &DocumentsByDay) -> u32 {
    days.values().sum()
}

impl Overlaps {
    /// A remark on each table that repeats documents of an earlier one.
    pub(crate) fn remarks(&self) -> Vec<Diagnostic> {
        let mut repeated: BTreeMap<FileIndex, (u32, Source)> = BTreeMap::new();
        for ((_, later), shared) in &self.shared {
            let count = documents_in(&shared.documents);
            let most = repeated.entry(*later).or_insert((count, shared.first));
            *most = if count > most.0 { (count, shared.first) } else { *most };
        }
        let told = repeated.into_values().filter(|(count, _)| *count >= ENOUGH);
        told.map(|(count, first)| Diagnostic::about(DiagnosticKind::FilesOverlap { count }, Some(first))).collect()
    }

    fn share(&mut self, one: Source, other: Source, day: Day) {
        let (earlier, later) = if one.file < other.file { (one, other) } else { (other, one) };
        let shared = self.shared.entry((earlier.file, later.file));
        let shared = shared.or_insert_with(|| Shared { first: later, documents: DocumentsByDay::new() });
        shared.first = shared.first.min(later);
        *shared.documents.entry(day).or_default() += 1;
    }
}

impl Ledgers {
    /// What the tables read so far have in common.
    pub fn overlaps(&self) -> Overlaps {
        let mut found = Overlaps::default();
        for builder in self.known_builders() {
            look_through(builder, &mut found);
        }
        found
    }
}

/// Where a document was met before, with its amounts, by its number and day.
type Met = BTreeMap<(String, Day), Vec<(Amount, Source)>>;

/// Puts the documents of a ledger side by side, customer by customer: those that bear one name are one, under two codes
/// or under a code and the name itself. A document that a table lists twice is met once there.
fn look_through(builder: &LedgerBuilder, found: &mut Overlaps) {
    let mut alike: BTreeMap<String, Vec<CustomerKey>> = BTreeMap::new();
    for (customer, key) in builder.customers().iter().zip(0..) {
        let named = if customer.name.is_empty() { &customer.id } else { &customer.name };
        alike.entry(fold(named)).or_default().push(CustomerKey(key));
    }
    for customers in alike.into_values() {
        let mut files = BTreeSet::new();
        for entry in customers.iter().flat_map(|customer| builder.bare_entries_of(*customer)) {
            files.insert(entry.source.file);
            let listed = found.listed.entry(entry.source.file).or_default();
            match entry.kind {
                EntryKind::Invoice | EntryKind::CreditNote => {
                    *listed.documents.entry(entry.document_day).or_default() += 1;
                }
                EntryKind::Payment | EntryKind::UndatedPayment => listed.payments += 1,
                EntryKind::Opening | EntryKind::Other => {}
            }
        }
        if files.len() > 1 {
            compare(builder, &customers, found);
        }
    }
}

/// Whether an amount may be what remains of another one: on its side, and smaller.
fn is_rest_of(rest: Amount, whole: Amount) -> bool {
    rest.is_credit() == whole.is_credit() && rest.abs() < whole.abs()
}

fn compare(builder: &LedgerBuilder, customers: &[CustomerKey], found: &mut Overlaps) {
    let mut met = Met::new();
    for (entry, document) in customers.iter().flat_map(|customer| builder.entries_of(*customer)) {
        if !matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote) || document.is_empty() {
            continue;
        }
        let day = entry.document_day;
        let (amount, at) = (entry.amount, entry.source);
        let known = met.entry((document, day)).or_default();
        if known.iter().any(|(known, source)| *known == amount && source.file == at.file) {
            continue;
        }
        let others = || known.iter().filter(|(_, other)| other.file != at.file);
        let same: Vec<Source> = others().filter(|(known, _)| *known == amount).map(|(_, other)| *other).collect();
        same.iter().for_each(|other| found.share(*other, at, day));
        // What is left of a document in another list is that document, once.
        let first = |file: FileIndex| !known.iter().any(|(_, source)| source.file == file);
        let left = others().filter(|(known, _)| is_rest_of(amount, *known) || is_rest_of(*known, amount));
        let left = left.filter(|(_, other)| first(at.file) && same.iter().all(|same| same.file != other.file));
        let left: BTreeMap<FileIndex, Source> = left.map(|(_, other)| (other.file, *other)).gather();
        left.values().for_each(|other| found.share(*other, at, day));
        known.push((amount, at));
    }
}
