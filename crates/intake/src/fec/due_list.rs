//! A list of open items beside a FEC: it says when the FEC's invoices are due, it adds nothing to what is owed. A
//! table is one where at least half of its documents are invoices of the FEC.

use super::closing::Line;
use super::years::Years;
use super::{FecRemark, due};
use ledger::{AccountClass, CustomerKey, DueDaySource, Entry, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Day, FileIndex, Source, TableIndex};

/// What one table of open items says of a FEC's invoices.
#[derive(Debug, Default)]
struct List {
    rows: u32,
    sum: Amount,
    /// What falls due of each document, and when.
    due: BTreeMap<String, BTreeMap<Day, Amount>>,
    /// Documents of several due days that sum to their invoice in the FEC.
    split: BTreeSet<String>,
    found: u32,
    first: Option<Source>,
}

/// The lists of due dates of a dossier.
#[derive(Debug, Default)]
pub(crate) struct DueLists {
    lists: BTreeMap<(FileIndex, TableIndex), List>,
    /// Tables that are neither a FEC nor such a list.
    pub(crate) others: bool,
}

impl DueLists {
    /// Finds them among the entries of all tables.
    pub(crate) fn find(builder: &LedgerBuilder, years: &Years) -> DueLists {
        let mut lists: BTreeMap<(FileIndex, TableIndex), List> = BTreeMap::new();
        let keys = || (0..builder.customers().len() as u32).map(CustomerKey);
        for (entry, document) in keys().flat_map(|key| builder.entries_of(key)) {
            if years.hold(entry.source) {
                continue;
            }
            let list = lists.entry((entry.source.file, entry.source.table)).or_default();
            list.rows += 1;
            list.sum += entry.amount;
            list.first = [list.first, Some(entry.source)].into_iter().flatten().min();
            if let (Some(due), DueDaySource::Stated, true) =
                (entry.due_day, entry.due_day_source, entry.amount.is_debit())
                && !document.is_empty()
            {
                *list.due.entry(document).or_default().entry(due).or_default() += entry.amount;
            }
        }
        if lists.is_empty() {
            return DueLists::default();
        }
        let mut invoiced = BTreeSet::new();
        for (entry, document) in keys().flat_map(|key| builder.entries_of(key)) {
            let wanted = years.hold(entry.source) && entry.amount.is_debit();
            if !wanted {
                continue;
            }
            for list in lists.values_mut() {
                let Some(due) = list.due.get(&document) else { continue };
                if due.len() > 1 && due.values().copied().sum::<Amount>() == entry.amount {
                    list.split.insert(document.clone());
                }
                invoiced.insert(document.clone());
            }
        }
        for list in lists.values_mut() {
            list.found = list.due.keys().filter(|document| invoiced.contains(*document)).count() as u32;
        }
        let tables = lists.len();
        lists.retain(|_, list| list.found > 0 && list.found as usize * 2 >= list.due.len());
        DueLists { others: lists.len() < tables, lists }
    }

    /// Whether there is one.
    pub(crate) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Takes the lists' own lines out, and gives the FEC's invoices their due days; an invoice that falls due in parts
    /// becomes its parts, where they sum to it.
    pub(crate) fn apply(&self, lines: &mut Vec<Line>) {
        if self.is_empty() {
            return;
        }
        lines.retain(|line| !self.lists.contains_key(&(line.entry.source.file, line.entry.source.table)));
        *lines = std::mem::take(lines).into_iter().flat_map(|line| self.dated(line)).collect();
    }

    /// A line with its due day; several lines where it falls due in parts.
    fn dated(&self, line: Line) -> Vec<Line> {
        let waits = due::waits(&line.entry, line.from_fec) && line.entry.account_class == AccountClass::Receivable;
        let due = self.lists.values().filter_map(|list| list.due.get(&line.document));
        let fits =
            |due: &&BTreeMap<Day, Amount>| due.len() == 1 || due.values().copied().sum::<Amount>() == line.entry.amount;
        let Some(due) = due.into_iter().find(fits).filter(|_| waits) else { return vec![line] };
        let part = |(day, amount): (&Day, &Amount)| {
            let amount = if due.len() == 1 { line.entry.amount } else { *amount };
            let entry = Entry { due_day: Some(*day), due_day_source: DueDaySource::Stated, amount, ..line.entry };
            Line { entry, document: line.document.clone(), ..line }
        };
        due.iter().map(part).collect()
    }

    /// What became of each list: its place, the rows that make no entries and their sum, and what is said.
    pub(crate) fn said(&self) -> impl Iterator<Item = (Source, (u32, Amount), FecRemark)> {
        self.lists.values().filter_map(|list| {
            let (found, missing) = (list.found, list.due.len() as u32 - list.found);
            let split = list.split.len() as u32;
            let several = list.due.values().filter(|due| due.len() > 1).count() as u32 - split;
            let remark = FecRemark::DueDatesJoined { found, missing, split, several };
            Some((list.first?, (list.rows, list.sum), remark))
        })
    }
}
