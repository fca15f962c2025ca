//! Which tables of a file are read: the richest one, those that continue it under the same headings, and the lists
//! that complete it. Every other table is named with the reason why it is left.

use crate::Field;
use crate::detect::{best_of_each, richest};
use crate::detection::Candidate;
use crate::mapping::{Layout, Mapping};
use crate::words::fold;
use sheet::Table;
use std::collections::BTreeSet;
use values::{Gather, TableIndex};

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
    /// It is hidden.
    Hidden,
    /// Its headings are others than those of the table read.
    OtherHeadings,
    /// Its name says that it is an older copy of the table read.
    OlderCopy,
    /// Nothing in it looks like receivables.
    NoReceivables,
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
    let mut selection = Selection::default();
    // What a table means is told by all of its rows: they are looked at once.
    let mut best = best_of_each(tables);
    let Some(main) = richest(tables, &best).map(|main| newest(tables, &best, main)) else { return selection };
    let Some(main_table) = tables.get(usize::from(main.0)) else { return selection };
    let mut chosen = |index: TableIndex| {
        let candidate = best.get_mut(usize::from(index.0))?.take()?;
        Some(Chosen { table: index, candidate })
    };
    let Some(first) = chosen(main) else { return selection };
    let mut rows = rows_of(main_table, &first.candidate.mapping);
    let others = tables.iter().zip(0..).map(|(table, index)| (table, TableIndex(index)));
    let found: Vec<_> =
        others.filter(|(_, index)| *index != main).map(|(table, index)| (table, index, chosen(index))).collect();
    selection.read.push(first.clone());
    for (table, index, other) in found {
        let Some(other) = other else {
            selection.left.push((index, LeftBecause::NoReceivables));
            continue;
        };
        match verdict(main_table, &first.candidate.mapping, table, &other.candidate.mapping, &mut rows) {
            None => selection.read.push(other),
            Some(why) => selection.left.push((index, why)),
        }
    }
    selection
}

/// The table that one is an older copy of, under the same headings; else that one.
fn newest(tables: &[Table], best: &[Option<Candidate>], main: TableIndex) -> TableIndex {
    let of = |index: TableIndex| {
        let (table, candidate) = (tables.get(usize::from(index.0))?, best.get(usize::from(index.0))?.as_ref()?);
        Some((table, &candidate.mapping))
    };
    let Some((copy, mapping)) = of(main) else { return main };
    let newer = |index: &TableIndex| {
        of(*index).is_some_and(|(table, other)| {
            older_copy(table, copy) && !table.hidden && fingerprint(other) == fingerprint(mapping)
        })
    };
    (0..).map(TableIndex).take(tables.len()).find(newer).unwrap_or(main)
}

/// Why a table is left; nothing where it is read with the main one.
fn verdict(
    main_table: &Table,
    main: &Mapping,
    table: &Table,
    mapping: &Mapping,
    rows: &mut BTreeSet<Vec<String>>,
) -> Option<LeftBecause> {
    if table.hidden && !main_table.hidden {
        return Some(LeftBecause::Hidden);
    }
    match mapping.layout() {
        Layout::BankStatement => return Some(LeftBecause::NoReceivables),
        // A list of customers completes any table; payments clear the invoices of another one.
        Layout::Customers if main.layout() != Layout::Customers => return None,
        Layout::Payments if main.layout() == Layout::OpenItems => return None,
        Layout::AgedBalance if main.layout().has_items() => return Some(LeftBecause::SumsUp),
        _ => {}
    }
    if mapping.layout() != main.layout() || fingerprint(mapping) != fingerprint(main) {
        return Some(LeftBecause::OtherHeadings);
    }
    if older_copy(main_table, table) {
        return Some(LeftBecause::OlderCopy);
    }
    let own = rows_of(table, mapping);
    let repeated = own.intersection(rows).count();
    if repeated * 10 > own.len() {
        return Some(LeftBecause::Repeats);
    }
    rows.extend(own);
    None
}

/// Words that a copy is named by, beside the name of what it copies.
const COPY: [&str; 22] = [
    "copie",
    "copy",
    "kopie",
    "copia",
    "old",
    "ancien",
    "ancienne",
    "anciens",
    "archive",
    "archives",
    "backup",
    "sauvegarde",
    "precedent",
    "precedente",
    "previous",
    "prior",
    "vorjahr",
    "alt",
    "oud",
    "anterior",
    "n1",
    "bis",
];

/// Whether a sheet has the name of another one with a year before it (`Détail 2025` beside `Détail`) or with a word for a
/// copy. Sheets of years alike (`2025`, `2026`) continue one another.
fn older_copy(main: &Table, other: &Table) -> bool {
    let parts = |table: &Table| {
        let words = fold(table.name.as_deref().unwrap_or_default()).replace("n 1", "n1");
        let is_year =
            |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
        let (told, base): (Vec<&str>, Vec<&str>) =
            words.split(' ').partition(|word| is_year(word) || COPY.contains(word));
        (base.join(" "), told.iter().any(|word| is_year(word)), told.iter().any(|word| COPY.contains(word)))
    };
    let ((base, year, copy), (other_base, other_year, other_copy)) = (parts(main), parts(other));
    base.len() > 2 && base == other_base && !copy && (other_copy || (other_year && !year))
}

/// What the headings mean, in their words.
fn fingerprint(mapping: &Mapping) -> BTreeSet<(Field, String)> {
    mapping.columns().iter().map(|binding| (binding.field, fold(&binding.header))).gather()
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
