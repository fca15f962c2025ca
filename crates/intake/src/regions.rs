//! Several tables on one sheet, one beside or below the other: each becomes a table of its own, named by the cells it
//! covers, so that none is read under the headings of another. A sheet is only cut where each part is a table by
//! itself, with customers of its own; else it stays whole.

use crate::Field;
use crate::detect::detect;
use crate::fec::is_fec;
use crate::header::{self, Header, Heading};
use crate::titles::labelled_customer;
use crate::words::fold;
use sheet::{Row, Table};
use std::collections::BTreeSet;
use values::Gather;

/// Parts of one sheet at most; a sheet in more pieces is no ledger.
const PARTS: usize = 8;
/// Headings below other headings that are looked at, at most.
const HEADINGS: usize = 64;
/// Cells of a line of headings, at least.
const CELLS: usize = 3;

/// The tables of a file, sheets that hold several cut into them. The first part keeps the name of its sheet.
pub fn split(tables: Vec<Table>) -> Vec<Table> {
    let mut parts = Vec::with_capacity(tables.len());
    for table in tables {
        match areas_of(&table) {
            areas if areas.len() > 1 => {
                parts.extend(areas.iter().enumerate().map(|(rank, area)| area.part(&table, rank > 0)));
            }
            _ => parts.push(table),
        }
    }
    parts
}

/// A rectangle of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    rows: (u32, u32),
    columns: (u16, u16),
}

impl Area {
    const WHOLE: Area = Area { rows: (1, u32::MAX), columns: (0, u16::MAX) };

    fn part(self, table: &Table, further: bool) -> Table {
        let mut part = table.part(self.rows, self.columns);
        if further {
            let cells = cells_of(&part);
            part.name = Some(table.name.as_ref().map_or_else(|| cells.clone(), |sheet| format!("{sheet}!{cells}")));
        }
        part
    }
}

/// `H3:K20`, as a spreadsheet names cells.
fn cells_of(part: &Table) -> String {
    let columns: BTreeSet<u16> = part.rows().flat_map(|row| row.cells()).map(|cell| cell.column).gather();
    let rows: Vec<u32> = part.rows().map(|row| row.number()).collect();
    let corner = |column: Option<&u16>, row: Option<&u32>| {
        let column = text::Language::En.column_letters(column.copied().unwrap_or_default());
        format!("{column}{}", row.copied().unwrap_or_default())
    };
    format!("{}:{}", corner(columns.first(), rows.first()), corner(columns.last(), rows.last()))
}

/// The areas of the tables of a file; the law knows one table in a file of books.
fn areas_of(table: &Table) -> Vec<Area> {
    let books = header::written(table).is_some_and(|header| is_fec(&header.headings));
    if books { vec![Area::WHOLE] } else { cut(table, PARTS) }
}

/// The areas of the tables of a sheet, the first one first.
fn cut(table: &Table, most: usize) -> Vec<Area> {
    let pair = beside(table).or_else(|| below(table));
    let Some((first, second)) = pair.filter(|_| most > 1) else { return vec![Area::WHOLE] };
    let mut areas = Vec::new();
    for area in [first, second] {
        let inner = cut(&table.part(area.rows, area.columns), most / 2);
        areas.extend(inner.into_iter().map(|inner| inner.within(area)));
    }
    areas
}

impl Area {
    fn within(self, outer: Area) -> Area {
        Area {
            rows: (self.rows.0.max(outer.rows.0), self.rows.1.min(outer.rows.1)),
            columns: (self.columns.0.max(outer.columns.0), self.columns.1.min(outer.columns.1)),
        }
    }
}

/// A table and another one right of it, with a blank column between.
fn beside(table: &Table) -> Option<(Area, Area)> {
    let used: BTreeSet<u16> = table.rows().flat_map(|row| row.cells()).map(|cell| cell.column).gather();
    let (first, last) = (*used.first()?, *used.last()?);
    let blank: Vec<u16> = (first..last).filter(|column| !used.contains(column)).take(PARTS).collect();
    blank.into_iter().find_map(|column| {
        let left = Area { columns: (0, column), ..Area::WHOLE };
        let right = Area { columns: (column + 1, u16::MAX), ..Area::WHOLE };
        (stands_alone(table, left) && stands_alone(table, right)).then_some((left, right))
    })
}

/// A table and another one below it, under headings of its own after a blank row.
fn below(table: &Table) -> Option<(Area, Area)> {
    let mut below = Below::new(table);
    for row in table.rows() {
        let Some(start) = below.start_of_another(&row) else { continue };
        let first = Area { rows: (1, start - 1), ..Area::WHOLE };
        let second = Area { rows: (start, u32::MAX), ..Area::WHOLE };
        if stands_alone(table, first) && stands_alone(table, second) {
            return Some((first, second));
        }
    }
    None
}

/// Looks at the rows of a table, one after the other, for headings of another one below it.
pub(crate) struct Below {
    /// The first headings, which need not be the best of the sheet.
    header: Option<Header>,
    before: Option<u32>,
    /// First row after the last blank one.
    start: u32,
    looked_at: usize,
}

impl Below {
    /// `table` holds the first rows at least.
    pub(crate) fn new(table: &Table) -> Below {
        let mut rows = table
            .rows()
            .take(HEADINGS)
            .filter(|row| labelled_customer(row).0.is_none())
            .map(|row| Header::new(row.number(), header::headings(&row)));
        let header = rows.find(|header| header::is_worth(&header.headings)).or_else(|| header::written(table));
        let header = header.filter(|header| !is_fec(&header.headings));
        Below { header, before: None, start: 0, looked_at: 0 }
    }

    /// Where another table may begin: the first row of the block whose headings this row is.
    pub(crate) fn start_of_another(&mut self, row: &Row<'_>) -> Option<u32> {
        let header = self.header.as_ref()?;
        if self.before.is_none_or(|before| row.number() > before + 1) {
            self.start = row.number();
        }
        self.before = Some(row.number());
        if self.start <= header.row
            || self.looked_at == HEADINGS
            || !could_head(row)
            || labelled_customer(row).0.is_some()
        {
            return None;
        }
        self.looked_at += 1;
        let other = header::headings(row);
        (header::is_worth(&other) && !same(header, &other)).then_some(self.start)
    }
}

/// Whether a row has the looks of headings: words only.
fn could_head(row: &Row<'_>) -> bool {
    let lettered = |text: &str| text.chars().any(char::is_alphabetic);
    row.cells().nth(CELLS - 1).is_some() && row.cells().all(|cell| lettered(cell.text) || cell.text.contains('-'))
}

/// Whether the headings of another page are those of the first one.
fn same(header: &Header, other: &[Heading]) -> bool {
    let words = |headings: &[Heading]| headings.iter().map(|heading| fold(&heading.text)).gather::<BTreeSet<_>>();
    let (known, found) = (words(&header.headings), words(other));
    // A page may repeat some of its headings only.
    found.is_subset(&known)
}

/// Whether an area is a table by itself, that names customers.
fn stands_alone(table: &Table, area: Area) -> bool {
    let part = table.part(area.rows, area.columns);
    let detection = detect(&part);
    detection.candidates.first().is_some_and(|best| {
        let mapping = &best.mapping;
        let named = mapping.binds(Field::CustomerId) || mapping.binds(Field::CustomerName);
        mapping.header_row() > 0 && (named || mapping.group_column().is_some())
    })
}
