//! Columns without a heading, and customers named by a row of their own: what the headings leave out and only the
//! rows below them tell.

use crate::Field;
use crate::date::{self, Shape};
use crate::header::{Header, Heading};
use crate::heading::{HeadingMatch, Hit, Tongue, is_bucket};
use crate::number::looks_like_one;
use crate::vocabulary;
use crate::words::fold_into;
use sheet::{Cell, CellKind, Row, Table};

/// Rows looked at, at most.
const SAMPLE: usize = 2_000;

/// Fields that name a customer.
const CUSTOMERS: [Field; 2] = [Field::CustomerId, Field::CustomerName];

/// Gives a meaning to a column without heading that holds the names of customers, where no heading does.
pub(crate) fn name_column(header: &mut Header, table: &Table) {
    if claims(header, &CUSTOMERS) || !has_amounts(header) {
        return;
    }
    let (mut named, mut rows) = (0_u32, 0_u32);
    for row in below(header, table).filter(|row| row.cells().nth(1).is_some()) {
        rows += 1;
        named += u32::from(row.cell(0).is_some_and(|cell| is_name(&cell)));
    }
    let blank = header.headings.iter().all(|heading| heading.column != 0);
    if blank && rows > 0 && named * 10 >= rows * 9 && !below(header, table).any(|row| is_dated(&row)) {
        add(header, 0, Field::CustomerName);
    }
}

/// The column in which rows of their own name the customers of the dated rows below them, where no column does.
pub(crate) fn group_column(header: &mut Header, table: &Table) -> Option<u16> {
    let collective = collective_accounts(header, table);
    let names_customers = |heading: &Heading| {
        heading.hits.iter().any(|hit| CUSTOMERS.contains(&hit.field)) && !collective.contains(&heading.column)
    };
    if header.headings.iter().any(names_customers) || !has_amounts(header) {
        return None;
    }
    let documents: Vec<u16> = headed(header, Field::Document).collect();
    let mut column = None;
    let (mut open, mut items, mut filled) = (false, 0_u32, 0_u32);
    let mut folded = String::new();
    for row in below(header, table) {
        let Some(first) = row.cells().next() else { continue };
        if is_dated(&row) {
            if !open {
                return None;
            }
            items += 1;
            let own = column.and_then(|column| row.cell(column));
            filled += u32::from(own.is_some_and(|cell| !is_date(&cell)));
            continue;
        }
        fold_into(&mut folded, first.text);
        let says_nothing = [vocabulary::is_total, vocabulary::is_furniture, vocabulary::is_opening];
        if !is_name(&first) || says_nothing.iter().any(|says| says(&folded)) {
            continue;
        }
        if is_bucket(first.text) || column.is_some_and(|known| known != first.column) {
            return None;
        }
        // Beside a column of customers, a document without a customer is just that.
        if !collective.is_empty() && documents.contains(&first.column) {
            return None;
        }
        column = Some(first.column);
        open = true;
    }
    let column = column.filter(|_| items > 0)?;
    for heading in header.headings.iter_mut().filter(|heading| collective.contains(&heading.column)) {
        heading.hits.retain(|hit| !CUSTOMERS.contains(&hit.field));
    }
    // Odoo writes the customer and the numbers of its documents in one column, without a heading.
    let blank = header.headings.iter().all(|heading| heading.column != column);
    if blank && filled * 2 > items && !claims(header, &[Field::Document]) {
        add(header, column, Field::Document);
    }
    Some(column)
}

/// Columns that seem to name customers and say the same on every dated row, and nothing on the others: the collective
/// account that Odoo writes beside each item.
fn collective_accounts(header: &Header, table: &Table) -> Vec<u16> {
    let same = |column: u16| {
        let mut known: Option<String> = None;
        let mut dated = 0_u32;
        for row in below(header, table) {
            let text = row.cell(column).map(|cell| cell.text.trim().to_owned()).filter(|text| !text.is_empty());
            let is_item = is_dated(&row);
            dated += u32::from(is_item);
            if text.is_some() != is_item || (known.is_some() && text.is_some() && known != text) {
                return false;
            }
            known = known.or(text);
        }
        dated > 1
    };
    let named = header.headings.iter().filter(|heading| heading.hits.iter().any(|hit| CUSTOMERS.contains(&hit.field)));
    named.map(|heading| heading.column).filter(|column| same(*column)).collect()
}

fn below<'t>(header: &Header, table: &'t Table) -> impl Iterator<Item = Row<'t>> + use<'t> {
    let headings = header.row;
    table.rows().filter(move |row| row.number() > headings).take(SAMPLE)
}

fn claims(header: &Header, fields: &[Field]) -> bool {
    header.headings.iter().any(|heading| heading.hits.iter().any(|hit| fields.contains(&hit.field)))
}

fn headed(header: &Header, field: Field) -> impl Iterator<Item = u16> {
    let of = header.headings.iter().filter(move |heading| heading.hits.iter().any(|hit| hit.field == field));
    of.map(|heading| heading.column)
}

fn has_amounts(header: &Header) -> bool {
    claims(header, &[Field::Amount, Field::Residual, Field::Debit, Field::Bucket])
}

fn add(header: &mut Header, column: u16, field: Field) {
    let hit = Hit { field, matched: HeadingMatch::Close, tongue: Tongue::Other };
    header.headings.insert(0, Heading { column, text: String::new(), hits: vec![hit] });
}

fn is_name(cell: &Cell<'_>) -> bool {
    cell.kind == CellKind::Text
        && cell.text.chars().any(char::is_alphabetic)
        && !looks_like_one(cell.text)
        && !is_date(cell)
}

fn is_dated(row: &Row<'_>) -> bool {
    row.cells().any(|cell| is_date(&cell))
}

fn is_date(cell: &Cell<'_>) -> bool {
    match date::shape(cell, false) {
        Shape::True(_) | Shape::Certain(_) => true,
        Shape::Parts(parts) => !parts.bare,
        _ => false,
    }
}
