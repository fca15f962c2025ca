//! The entries of a customer with the numbers of their documents, read once for all checks.

use ledger::{CustomerKey, Entry, Ledger};
use values::Source;

/// An entry and the number of its document.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) entry: Entry,
    pub(crate) document: String,
}

/// The lines of a customer, in the order of the files.
pub(crate) fn of(ledger: &Ledger, customer: CustomerKey) -> Vec<Line> {
    let entries = ledger.entries_of(customer).with_documents();
    entries.map(|(_, entry, document)| Line { entry, document }).collect()
}

/// The row that stands for a customer: its first.
pub(crate) fn first_row(lines: &[Line]) -> Option<Source> {
    lines.iter().map(|line| line.entry.source).min()
}
