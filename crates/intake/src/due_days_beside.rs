//! The due days of a list that is left because another file holds its documents: a FEC has none, the list of open items
//! beside it states them. They are taken from it; its amounts are not.

use crate::Ledgers;
use crate::words::fold;
use ledger::{Customer, CustomerKey, DueDaySource, Entry, EntryKind, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Currency, Day, FileIndex};

/// A document: its currency, the name of its customer, its number and its day.
type Document = (Currency, String, String, Day);

/// Due days by document; nothing where a list states several for one.
#[derive(Clone, Debug, Default)]
pub struct DueDaysBeside(BTreeMap<Document, Option<Day>>);

impl Ledgers {
    /// The due days that tables state themselves.
    pub fn due_days_stated_in(&self, tables: &BTreeSet<FileIndex>) -> DueDaysBeside {
        let mut known = DueDaysBeside::default();
        for builder in self.known_builders() {
            for (key, name) in named(builder) {
                for (entry, document) in builder.entries_of(key) {
                    let stated = tables.contains(&entry.source.file) && entry.due_day_source == DueDaySource::Stated;
                    if !stated || !is_issued(&entry) || document.is_empty() {
                        continue;
                    }
                    let due = known.0.entry((builder.currency(), name.clone(), document, entry.document_day));
                    let due = due.or_insert(entry.due_day);
                    *due = due.filter(|due| Some(*due) == entry.due_day);
                }
            }
        }
        known
    }

    /// Takes due days for documents whose own file states none; answers how many took one.
    pub fn take_due_days(&mut self, known: &DueDaysBeside) -> u32 {
        let mut given = Vec::new();
        for builder in self.builders().filter(|_| !known.0.is_empty()) {
            let currency = builder.currency();
            for (key, name) in named(builder) {
                let mut entries: Vec<_> = builder.entries_of(key).collect();
                let before = given.len();
                for (entry, document) in &mut entries {
                    if entry.due_day_source == DueDaySource::Stated || !is_issued(entry) {
                        continue;
                    }
                    let of = (currency, name.clone(), document.clone(), entry.document_day);
                    if let Some(due) = known.0.get(&of).copied().flatten() {
                        given.push((entry.source, entry.due_day_source));
                        entry.due_day = Some(due);
                        entry.due_day_source = DueDaySource::Stated;
                    }
                }
                if given.len() > before {
                    builder.rewrite(key, &entries);
                }
            }
        }
        let count = given.len() as u32;
        self.dated_later.extend(given);
        count
    }
}

/// The customers of a ledger by name, or by code where they have none.
fn named(builder: &LedgerBuilder) -> Vec<(CustomerKey, String)> {
    let name = |customer: &Customer| fold(if customer.name.is_empty() { &customer.id } else { &customer.name });
    (0..).map(CustomerKey).zip(builder.customers().iter().map(name)).collect()
}

fn is_issued(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote)
}
