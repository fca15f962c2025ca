//! Which tables of a file are read: the richest one, those that continue it under the same headings, and the lists
//! that complete it. Every other table is named with the reason why it is left.

use crate::Field;
use crate::alike;
use crate::detect::{best_of_each, richest};
use crate::detection::Candidate;
use crate::mapping::{Layout, Mapping, SignRule};
use crate::period::Period;
use crate::sheet_names::{older_copy, period, says_settled};
use crate::states;
use crate::words::fold;
use sheet::Table;
use std::collections::{BTreeMap, BTreeSet};
use values::{Day, Gather, TableIndex};

/// A table to read.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Which one.
    pub table: TableIndex,
    /// How.
    pub candidate: Candidate,
}

/// Why a table is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftBecause {
    /// It sums up what another table lists.
    SumsUp,
    /// Its rows stand in a table that is read.
    Repeats,
    /// Some of its rows stand in a table that is read, others do not.
    Overlaps,
    /// Its name says that all it lists was paid, and nothing in it says otherwise.
    Settled,
    /// It is hidden.
    Hidden,
    /// Its headings are others than those of the table read.
    OtherHeadings,
    /// Its name says that it is an older copy of the table read.
    OlderCopy,
    /// It lists the same as the table read, on an earlier day.
    EarlierState,
    /// Nothing in it looks like receivables.
    NoReceivables,
}

impl LeftBecause {
    /// Whether what it holds may belong to the figures all the same.
    pub const fn may_belong(self) -> bool {
        match self {
            LeftBecause::SumsUp | LeftBecause::Repeats | LeftBecause::NoReceivables => false,
            LeftBecause::Overlaps
            | LeftBecause::Settled
            | LeftBecause::Hidden
            | LeftBecause::OtherHeadings
            | LeftBecause::OlderCopy
            | LeftBecause::EarlierState => true,
        }
    }
}

/// The tables of a file, sorted out.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// To be read, the main one first.
    pub read: Vec<Chosen>,
    /// To be left.
    pub left: Vec<(TableIndex, LeftBecause)>,
}

/// Sorts out the tables of a file. Nothing is read twice: a table that repeats rows of another one is left.
pub fn select(tables: &[Table]) -> Selection {
    // What a table means is told by all of its rows: they are looked at once.
    let mut found = Found { tables, best: best_of_each(tables) };
    let mut selection = Selection::default();
    let Some(main) = found.main() else { return selection };
    let earlier = found.earlier_states(main);
    let read: Vec<_> = (0..).map(TableIndex).take(tables.len()).map(|index| (index, found.take(index))).collect();
    let mut others = Vec::with_capacity(read.len());
    for (index, chosen) in read {
        match chosen {
            Some(chosen) if index == main => selection.read.push(chosen),
            other => others.push((index, other)),
        }
    }
    let Some((first, main_table)) = selection.read.first().cloned().zip(found.table(main)) else { return selection };
    let main_rows = rows_of(main_table, &first.candidate.mapping);
    let mut main = Main { table: main_table, mapping: &first.candidate.mapping, rows: main_rows };
    for (index, other) in others {
        let Some((other, table)) = other.zip(found.table(index)) else {
            selection.left.push((index, LeftBecause::NoReceivables));
            continue;
        };
        if earlier.contains(&index) {
            selection.left.push((index, LeftBecause::EarlierState));
            continue;
        }
        match main.verdict(table, &other.candidate.mapping) {
            None => selection.read.push(other),
            Some(why) => selection.left.push((index, why)),
        }
    }
    selection
}

/// The sheet to read first, and how.
pub fn choose(tables: &[Table]) -> Option<(TableIndex, Candidate)> {
    let mut found = Found { tables, best: best_of_each(tables) };
    let main = found.main()?;
    found.take(main).map(|chosen| (main, chosen.candidate))
}

/// The tables of a file, and the best way to read each.
struct Found<'a> {
    tables: &'a [Table],
    best: Vec<Option<Candidate>>,
}

impl<'a> Found<'a> {
    fn table(&self, index: TableIndex) -> Option<&'a Table> {
        self.tables.get(usize::from(index.0))
    }

    fn take(&mut self, index: TableIndex) -> Option<Chosen> {
        let candidate = self.best.get_mut(usize::from(index.0))?.take()?;
        Some(Chosen { table: index, candidate })
    }

    fn each(&self) -> impl Iterator<Item = (TableIndex, &'a Table, &Candidate)> {
        let found = self.tables.iter().zip(&self.best).zip(0..);
        found.filter_map(|((table, best), index)| Some((TableIndex(index), table, best.as_ref()?)))
    }

    /// The table to read first; those under the same headings are to be read like it from here on.
    fn main(&mut self) -> Option<TableIndex> {
        let owed = |(_, table, candidate): &(_, &Table, &Candidate)| !is_settled(table, &candidate.mapping);
        let main = richest(self.each().filter(owed)).or_else(|| richest(self.each()))?;
        let main = self.newest(main);
        alike::read_alike(self.tables, &mut self.best, main);
        let states = self.states(main);
        // Of several sheets for the last day, the one found first.
        let last = states.values().copied().max();
        let found = last.filter(|last| states.get(&main) != Some(last));
        let found = found.and_then(|last| states.iter().find(|(_, day)| **day == last));
        Some(self.latest(found.map_or(main, |(index, _)| *index)))
    }

    /// The table that one is an older copy of, under the same headings; else that one.
    fn newest(&self, main: TableIndex) -> TableIndex {
        let Some((copy, mapping)) = self.of(main) else { return main };
        let newer = |(_, table, candidate): &(_, &Table, &Candidate)| {
            older_copy(table, copy) && !table.hidden && continues(mapping, &candidate.mapping)
        };
        self.each().find(newer).map_or(main, |(index, ..)| index)
    }

    /// Of several states of one list, each in a sheet named after its day, its week or its month, the last, and of balances
    /// aged on several days; else that one.
    fn latest(&self, main: TableIndex) -> TableIndex {
        let Some((table, mapping)) = self.of(main) else { return main };
        let Some(mut latest) = state(table, mapping) else { return main };
        let rows = rows_of(table, mapping);
        let mut found = main;
        for (index, table, candidate) in self.each() {
            let later = state(table, &candidate.mapping).filter(|state| state.is_after(latest) && !table.hidden);
            let Some(later) = later.filter(|_| continues(mapping, &candidate.mapping)) else { continue };
            if is_balance_of_a_day(&candidate.mapping) || repeats(&rows_of(table, &candidate.mapping), &rows) {
                (found, latest) = (index, later);
            }
        }
        found
    }

    /// The days of visible sheets that list the same as one of them on several days.
    fn states(&self, main: TableIndex) -> BTreeMap<TableIndex, Day> {
        let Some((_, mapping)) = self.of(main) else { return BTreeMap::new() };
        let alike = self.each().map(|(index, table, candidate)| (index, table, &candidate.mapping));
        states::days(main, alike.filter(|(_, table, own)| !table.hidden && continues(mapping, own)))
    }

    /// The sheets that list on an earlier day what one of them lists.
    fn earlier_states(&self, main: TableIndex) -> BTreeSet<TableIndex> {
        let states = self.states(main);
        let of_main = states.get(&main);
        states.iter().filter(|(_, day)| of_main.is_some_and(|last| *day < last)).map(|(index, _)| *index).gather()
    }

    fn of(&self, index: TableIndex) -> Option<(&'a Table, &Mapping)> {
        let candidate = self.best.get(usize::from(index.0))?.as_ref()?;
        Some((self.table(index)?, &candidate.mapping))
    }
}

/// The table read first, and the rows that are read so far.
struct Main<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    rows: BTreeSet<Vec<String>>,
}

impl Main<'_> {
    /// Why another table is left; nothing where it is read with the main one.
    fn verdict(&mut self, table: &Table, mapping: &Mapping) -> Option<LeftBecause> {
        if table.hidden && !self.table.hidden {
            return Some(LeftBecause::Hidden);
        }
        let main = self.mapping.layout();
        match mapping.layout() {
            Layout::BankStatement => return Some(LeftBecause::NoReceivables),
            // A list of customers completes any table; payments clear the invoices of another one.
            Layout::Customers if main != Layout::Customers => return None,
            Layout::Payments if main == Layout::OpenItems => return None,
            Layout::AgedBalance if main.has_items() => return Some(LeftBecause::SumsUp),
            _ => {}
        }
        if !continues(self.mapping, mapping) {
            return Some(LeftBecause::OtherHeadings);
        }
        if older_copy(self.table, table) {
            return Some(LeftBecause::OlderCopy);
        }
        let states = state(self.table, self.mapping).zip(state(table, mapping));
        let earlier = states.is_some_and(|(main, own)| main.is_after(own));
        if earlier && is_balance_of_a_day(mapping) {
            return Some(LeftBecause::EarlierState);
        }
        let own = rows_of(table, mapping);
        if repeats(&own, &self.rows) {
            let all = own.is_subset(&self.rows);
            return Some(match (earlier, all) {
                (_, true) => LeftBecause::Repeats,
                (true, _) => LeftBecause::EarlierState,
                (false, false) => LeftBecause::Overlaps,
            });
        }
        if is_settled(table, mapping) && !is_settled(self.table, self.mapping) {
            return Some(LeftBecause::Settled);
        }
        self.rows.extend(own);
        None
    }
}

/// When what a table lists was true: the day a balance was aged for, else the period the sheet is named after.
fn state(table: &Table, mapping: &Mapping) -> Option<Period> {
    mapping.aged_as_of().map(Period::Day).or_else(|| period(table))
}

/// Balances of two days are two states of the same customers, whatever their amounts.
fn is_balance_of_a_day(mapping: &Mapping) -> bool {
    mapping.layout() == Layout::AgedBalance && mapping.aged_as_of().is_some()
}

/// Whether more than one row in ten stands in another table.
fn repeats(own: &BTreeSet<Vec<String>>, rows: &BTreeSet<Vec<String>>) -> bool {
    own.intersection(rows).count() * 10 > own.len()
}

/// Whether the name of a table says that all it lists was paid, and no column tells what was.
fn is_settled(table: &Table, mapping: &Mapping) -> bool {
    const TOLD: [Field; 5] = [Field::Residual, Field::Paid, Field::PaymentDay, Field::Status, Field::MatchCode];
    matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory)
        && !TOLD.iter().any(|field| mapping.binds(*field))
        && says_settled(table)
}

/// What may differ between sheets that continue one another: it tells neither who owes, nor how much, nor since when.
const BESIDE: [Field; 27] = [
    Field::Label,
    Field::Reference,
    Field::PaymentDay,
    Field::MatchDay,
    Field::Status,
    Field::Terms,
    Field::DaysLate,
    Field::RunningBalance,
    Field::Journal,
    Field::JournalLabel,
    Field::EntryNumber,
    Field::AccountLabel,
    Field::Email,
    Field::Phone,
    Field::Siren,
    Field::VatNumber,
    Field::Address,
    Field::PostalCode,
    Field::City,
    Field::Country,
    Field::Contact,
    Field::Language,
    Field::Segment,
    Field::CreditLimit,
    Field::Salesperson,
    Field::Group,
    Field::Iban,
];

/// Whether a table lists the same as the main one, in the same words.
fn continues(main: &Mapping, other: &Mapping) -> bool {
    let items = |mapping: &Mapping| matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory);
    // Credit notes have a sheet of their own, with headings of their own.
    let credits = |mapping: &Mapping| mapping.sign() == SignRule::CreditNotes;
    if items(main) && items(other) && credits(main) != credits(other) {
        return true;
    }
    (main.layout() == other.layout() || items(main) && items(other)) && fingerprint(main) == fingerprint(other)
}

/// What the headings mean that say what is owed, in their words.
fn fingerprint(mapping: &Mapping) -> BTreeSet<(Field, String)> {
    let owed = mapping.columns().iter().filter(|binding| !BESIDE.contains(&binding.field));
    owed.map(|binding| (binding.field, fold(&binding.header))).gather()
}

/// The rows that bear a document or a date, by the cells that tell them apart.
fn rows_of(table: &Table, mapping: &Mapping) -> BTreeSet<Vec<String>> {
    const KEYS: [Field; 10] = [
        Field::CustomerId,
        Field::CustomerName,
        Field::Document,
        Field::InvoiceDay,
        Field::PostingDay,
        Field::DueDay,
        Field::Amount,
        Field::Residual,
        Field::Debit,
        Field::Credit,
    ];
    let columns: Vec<u16> =
        KEYS.iter().filter_map(|field| mapping.binding(*field)).map(|binding| binding.column).collect();
    let below = table.rows_below(mapping.header_row());
    let key = |row: sheet::Row<'_>| -> Vec<String> {
        columns
            .iter()
            .map(|column| row.cell(*column).map(|cell| cell.text.trim().to_owned()).unwrap_or_default())
            .collect()
    };
    below.map(key).filter(|key| key.iter().filter(|cell| !cell.is_empty()).count() > 2).gather()
}
