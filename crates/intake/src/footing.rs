//! Columns of amounts that add up to another one on the rows of a table: which column is the total of others, and which
//! columns a total holds beside those that are known.

use crate::Field;
use crate::header::{Header, Heading};
use crate::running::hundredths;
use sheet::{Row, Table};

/// Rows that show it, at least.
const ENOUGH: usize = 3;
/// Fields of which a column may be the total of others.
const TOTALS: [Field; 3] = [Field::Residual, Field::Amount, Field::RunningBalance];

/// The column, headed as an amount or a balance, that is the sum of others on nearly every row.
pub(crate) fn total_of(header: &Header, table: &Table, parts: &[u16]) -> Option<u16> {
    let rows = header.items(table);
    let sums = sum(&rows, parts)?;
    totals(header, parts).find(|total| column(&rows, *total).is_some_and(|total| agree(&total, &sums)))
}

/// Whether a column is the sum of others on nearly every row.
pub(crate) fn is_sum(header: &Header, table: &Table, total: u16, parts: &[u16]) -> bool {
    let rows = header.items(table);
    let sums = sum(&rows, parts);
    column(&rows, total).zip(sums).is_some_and(|(total, sums)| agree(&total, &sums))
}

/// The columns under unknown words that a total holds beside known parts: one of them, or all. Empty where the parts
/// alone make a total, or nothing does.
pub(crate) fn missing_parts(header: &Header, table: &Table, parts: &[u16]) -> Vec<u16> {
    let rows = header.items(table);
    let Some(known) = sum(&rows, parts) else { return Vec::new() };
    let unknown = header.headings.iter().filter(|heading| heading.hits.is_empty()).map(|heading| heading.column);
    let unknown: Vec<u16> =
        unknown.filter(|one| column(&rows, *one).is_some_and(|cells| cells.iter().any(|cell| *cell != 0))).collect();
    let found = totals(header, parts).find_map(|total| {
        let total = column(&rows, total)?;
        let fills = |others: &[u16]| sum(&rows, others).is_some_and(|others| agree(&total, &added(&known, &others)));
        if agree(&total, &known) {
            return Some(Vec::new());
        }
        let one = unknown.iter().find(|one| fills(&[**one])).map(|one| vec![*one]);
        one.or_else(|| (unknown.len() > 1 && fills(&unknown)).then(|| unknown.clone()))
    });
    found.unwrap_or_default()
}

fn totals(header: &Header, parts: &[u16]) -> impl Iterator<Item = u16> {
    let total = |heading: &&Heading| heading.may(&TOTALS) && !parts.contains(&heading.column);
    header.headings.iter().filter(total).map(|heading| heading.column)
}

/// The amounts of a column, nothing where its cell is blank; `None` where a cell is no amount.
fn column(rows: &[Row<'_>], column: u16) -> Option<Vec<i64>> {
    let amount = |row: &Row<'_>| match row.cell(column).map(|cell| cell.text.trim()) {
        None | Some("" | "-") => Some(0),
        Some(text) => hundredths(text).or_else(|| long(text)),
    };
    rows.iter().map(amount).collect()
}

/// A number of many decimals, as sums of a spreadsheet are: `0.30000000000000004`.
fn long(text: &str) -> Option<i64> {
    if text.contains("e-") {
        return Some(0);
    }
    let (whole, fraction) = text.split_once('.')?;
    let cents = hundredths(&format!("{whole}.{}", fraction.get(..2)?))?;
    let up = i64::from(fraction.as_bytes().get(2).is_some_and(|third| *third >= b'5'));
    Some(if text.starts_with('-') { cents - up } else { cents + up })
}

/// The sums of columns, row by row.
fn sum(rows: &[Row<'_>], columns: &[u16]) -> Option<Vec<i64>> {
    let first = vec![0; rows.len()];
    columns.iter().try_fold(first, |sums, one| Some(added(&sums, &column(rows, *one)?)))
}

fn added(one: &[i64], other: &[i64]) -> Vec<i64> {
    one.iter().zip(other).map(|(one, other)| one.saturating_add(*other)).collect()
}

/// Whether two columns are the same on nearly every row that is not nothing.
fn agree(one: &[i64], other: &[i64]) -> bool {
    let some = one.iter().zip(other).filter(|(one, other)| **one != 0 || **other != 0);
    let (rows, same) = some.fold((0, 0), |(rows, same), (one, other)| (rows + 1, same + usize::from(one == other)));
    same >= ENOUGH && same * 20 >= rows * 19
}
