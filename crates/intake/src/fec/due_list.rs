//! A list of open items beside a FEC: it says when the FEC's invoices are due, it adds nothing to what is owed. A
//! table is one where at least half of its documents are invoices of the FEC.

use super::FecRemark;
use super::closing::Line;
use super::years::Years;
use ledger::{AccountClass, CustomerKey, DueDaySource, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Day, FileIndex, Source, TableIndex};

/// What one table of open items says of a FEC's invoices.
#[derive(Debug, Default)]
struct List {
    rows: u32,
    sum: Amount,
    /// The due day of each document; none where it has several.
    due: BTreeMap<String, Option<Day>>,
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
                let known = list.due.entry(document).or_insert(Some(due));
                *known = known.filter(|known| *known == due);
            }
        }
        if lists.is_empty() {
            return DueLists::default();
        }
        let mut invoiced = BTreeSet::new();
        for (entry, document) in keys().flat_map(|key| builder.entries_of(key)) {
            let wanted = years.hold(entry.source) && entry.amount.is_debit();
            if wanted && lists.values().any(|list| list.due.contains_key(&document)) {
                invoiced.insert(document);
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

    /// Takes the lists' own lines out, and gives the FEC's invoices their due days.
    pub(crate) fn apply(&self, lines: &mut Vec<Line>) {
        if self.is_empty() {
            return;
        }
        lines.retain(|line| !self.lists.contains_key(&(line.entry.source.file, line.entry.source.table)));
        for line in lines.iter_mut().filter(|line| line.entry.account_class == AccountClass::Receivable) {
            let waits =
                line.from_fec && line.entry.due_day_source == DueDaySource::None && line.entry.due_day.is_some();
            let due = self.lists.values().find_map(|list| list.due.get(&line.document).copied().flatten());
            if let (true, Some(due)) = (waits, due) {
                line.entry.due_day = Some(due);
                line.entry.due_day_source = DueDaySource::Stated;
            }
        }
    }

    /// What became of each list: its place, the rows that make no entries and their sum, and what is said.
    pub(crate) fn said(&self) -> impl Iterator<Item = (Source, (u32, Amount), FecRemark)> {
        self.lists.values().filter_map(|list| {
            let (found, missing) = (list.found, list.due.len() as u32 - list.found);
            let several = list.due.values().filter(|due| due.is_none()).count() as u32;
            let remark = FecRemark::DueDatesJoined { found, missing, several };
            Some((list.first?, (list.rows, list.sum), remark))
        })
    }
}
