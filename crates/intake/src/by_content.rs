//! Headings of nobody's list: where two of customer, day and amount are headed by words we know, the third is taken from
//! the only column under unknown words that can hold it. What was taken for what is said, to be checked.

use crate::Field;
use crate::field::Content;
use crate::header::Header;
use crate::heading::{self, HeadingMatch, Hit, Tongue};
use crate::headless::{self, Column, Meanings};
use crate::mapping::Mapping;
use crate::titles::speaks_of_suppliers;
use crate::vocabulary;
use crate::words::fold;
use sheet::{Row, Table};

/// Rows looked at: those that a sample of any table has.
const FIRST: usize = 400;
/// Cells that a row of items has, at least, and rows that show what a column holds.
const CELLS: usize = 3;
const ENOUGH: usize = 3;

/// What a table of items cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Customer,
    Day,
    Amount,
}

/// Gives a meaning to the column that holds what no heading tells, if one column alone can. `grouped`: customers stand in
/// rows of their own.
pub(crate) fn complete(header: &mut Header, table: &Table, grouped: bool) {
    let Some(missing) = missing(header, grouped).filter(|_| header.row > 0) else { return };
    let unknown: Vec<u16> = header.headings.iter().filter(|one| is_unknown(&one.text)).map(|one| one.column).collect();
    let rows: Vec<Row<'_>> = table
        .rows()
        .filter(|row| row.number() > header.row && row.cells().nth(CELLS - 1).is_some() && !is_total(row))
        .take(FIRST)
        .collect();
    if rows.len() < ENOUGH {
        return;
    }
    let columns: Vec<Column<'_>> =
        headless::columns(table, &rows).filter(|one| unknown.contains(&one.number)).collect();
    for (column, field) in told(missing, &columns, &rows).unwrap_or_default() {
        let hit = Hit { field, matched: HeadingMatch::Close, tongue: Tongue::Other };
        header.headings.iter_mut().filter(|one| one.column == column).for_each(|one| one.hits.push(hit));
    }
}

/// The columns that were taken for what they hold, though their headings say nothing.
pub(crate) fn taken(mapping: &Mapping) -> impl Iterator<Item = (&str, Field)> {
    let columns = mapping.columns().iter().filter(|binding| binding.confidence.get() < 100);
    columns.filter(|binding| is_unknown(&binding.header)).map(|binding| (binding.header.as_str(), binding.field))
}

/// The one part that no heading tells; none where two are missing: too little is known then.
fn missing(header: &Header, grouped: bool) -> Option<Part> {
    let any = |wanted: &dyn Fn(Field) -> bool| {
        header.headings.iter().flat_map(|heading| &heading.hits).any(|hit| wanted(hit.field))
    };
    let customer = grouped || any(&|field| matches!(field, Field::CustomerId | Field::CustomerName | Field::Account));
    // Amounts already aged have no day.
    let day = any(&|field| field.content() == Content::Date || field == Field::Bucket);
    let amount =
        any(&|field| matches!(field, Field::Amount | Field::Residual | Field::Debit | Field::Credit | Field::Bucket));
    match (customer, day, amount) {
        (false, true, true) => Some(Part::Customer),
        (true, false, true) => Some(Part::Day),
        (true, true, false) => Some(Part::Amount),
        _ => None,
    }
}

fn told(missing: Part, columns: &[Column<'_>], rows: &[Row<'_>]) -> Option<Meanings> {
    let only = |field: Field, holds: &dyn Fn(&Column<'_>) -> bool| {
        let mut found = columns.iter().filter(|column| column.is_full(rows) && holds(column));
        let column = found.next()?;
        found.next().is_none().then(|| vec![(column.number, field)])
    };
    match missing {
        Part::Customer => only(Field::CustomerName, &|column| column.is_named()),
        Part::Amount => only(Field::Amount, &|column| column.is_money()),
        Part::Day => headless::dates(columns, rows),
    }
}

fn is_unknown(heading: &str) -> bool {
    let worded = heading.chars().any(char::is_alphabetic);
    worded && heading::hits(heading).is_empty() && !heading::is_stranger(heading) && !speaks_of_suppliers(heading)
}

fn is_total(row: &Row<'_>) -> bool {
    row.cells().next().is_some_and(|first| vocabulary::is_total(&fold(first.text)))
}
