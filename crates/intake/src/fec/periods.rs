//! The days that ledgers other than FECs tell of. Each opens with what the one before left open, as a FEC does.

use super::{Books, Period};
use crate::ledgers::Ledgers;
use ledger::{CustomerKey, EntryKind};
use std::collections::BTreeMap;
use values::{Day, FileIndex, Source, TableIndex};

/// The periods of a dossier's FECs and of its other ledgers, where one of these brings a balance forward.
pub(crate) fn of_dossier(ledgers: &mut Ledgers) -> Vec<Period> {
    let mut periods = std::mem::take(&mut ledgers.fec);
    let books = std::mem::take(&mut ledgers.books);
    let several = periods.len() + books.len() > 1;
    if several && !books.is_empty() && ledgers.builders().any(|builder| builder.holds(EntryKind::Opening)) {
        let days = days_of(ledgers);
        periods.extend(books.into_iter().filter_map(|at| {
            let (first, last) = *days.get(&(at.file, at.table))?;
            Some(Period { at, books: Books::Ledger, first, last })
        }));
    }
    periods
}

/// First and last day of the entries of each table.
fn days_of(ledgers: &mut Ledgers) -> BTreeMap<(FileIndex, TableIndex), (Day, Day)> {
    let mut days = BTreeMap::new();
    for builder in ledgers.builders() {
        for key in (0..builder.customers().len() as u32).map(CustomerKey) {
            for entry in builder.bare_entries_of(key) {
                let Source { file, table, .. } = entry.source;
                let (first, last) = days.entry((file, table)).or_insert((entry.day, entry.day));
                (*first, *last) = ((*first).min(entry.day), (*last).max(entry.day));
            }
        }
    }
    days
}
