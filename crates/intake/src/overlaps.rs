//! Documents that two files of a dossier list both: each counts twice. An export beside an older one, a year beside one
//! of its months, an extract beside the whole; only a person can say which to leave.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use ledger::{CustomerKey, EntryKind, LedgerBuilder};
use std::collections::BTreeMap;
use values::{Amount, Day, FileIndex, Source};

/// Documents of a file that stand in an earlier one, at least, before it is told: a number may have been used twice.
const ENOUGH: u32 = 3;

/// What of a file stands in an earlier one.
#[derive(Clone, Copy)]
struct Repeated {
    first: Source,
    count: u32,
}

impl Ledgers {
    /// A remark on each file that repeats documents of an earlier one: same customer, number, day and amount.
    pub(crate) fn overlaps(&mut self) -> Vec<Diagnostic> {
        let mut repeated: BTreeMap<FileIndex, Repeated> = BTreeMap::new();
        for builder in self.builders() {
            for customer in (0..builder.customers().len() as u32).map(CustomerKey) {
                see(builder, customer, &mut repeated);
            }
        }
        let told = repeated.into_values().filter(|repeated| repeated.count >= ENOUGH);
        told.map(|Repeated { first, count }| Diagnostic::about(DiagnosticKind::FilesOverlap { count }, Some(first)))
            .collect()
    }
}

fn see(builder: &LedgerBuilder, customer: CustomerKey, repeated: &mut BTreeMap<FileIndex, Repeated>) {
    let mut files = builder.bare_entries_of(customer).map(|entry| entry.source.file);
    let Some(first) = files.next() else { return };
    if files.all(|file| file == first) {
        return;
    }
    let mut known: BTreeMap<(String, Day, Amount), FileIndex> = BTreeMap::new();
    for (entry, document) in builder.entries_of(customer) {
        let listed = matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote) && !document.is_empty();
        if !listed {
            continue;
        }
        let file = entry.source.file;
        let earlier = *known.entry((document, entry.document_day, entry.amount)).or_insert(file);
        if earlier != file {
            let of_file = repeated.entry(file).or_insert(Repeated { first: entry.source, count: 0 });
            of_file.count += 1;
        }
    }
}
