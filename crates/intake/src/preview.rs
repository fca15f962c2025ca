//! What each row of a table is, told without reading it: for a person who checks how columns were understood.

use crate::Field;
use crate::classify::{self, RowClass};
use crate::date::{DateCell, DateReader};
use crate::mapping::Mapping;
use crate::row::Plan;
use crate::titles::Titles;
use sheet::{Row, Table};

/// What a row is, as a person would name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Above the headings.
    Title,
    /// The row of the headings, or the same again on another page, or a note.
    Heading,
    /// Names the customer of the rows below.
    Group,
    /// A total or a sub-total.
    Total,
    /// Something that moves a customer's balance, or should.
    Item,
    /// Nothing but spaces.
    Blank,
}

/// What each row of a table is, in its order, corrections included. `head` holds the rows down to the headings.
pub fn row_kinds(head: &Table, table: &Table, mapping: &Mapping) -> Vec<(u32, RowKind)> {
    let plan = Plan::new(mapping, table.column_count());
    let titles = Titles::read(head, mapping.header_row());
    let mut folded = String::new();
    let mut kind = |row: &Row<'_>| kind(row, &plan, mapping, &titles, &mut folded);
    table
        .rows()
        .map(|row| {
            let corrected = mapping.corrections().corrected(&row);
            let kind = match corrected.as_ref().and_then(|table| table.row(row.number())) {
                Some(corrected) => kind(&corrected),
                None => kind(&row),
            };
            (row.number(), kind)
        })
        .collect()
}

fn kind(row: &Row<'_>, plan: &Plan, mapping: &Mapping, titles: &Titles, folded: &mut String) -> RowKind {
    let cells = plan.lay_out(row);
    if cells.filled == 0 {
        return RowKind::Blank;
    }
    match row.number().cmp(&mapping.header_row()) {
        std::cmp::Ordering::Less => return RowKind::Title,
        std::cmp::Ordering::Equal => return RowKind::Heading,
        std::cmp::Ordering::Greater => {}
    }
    let days = [Field::InvoiceDay, Field::PostingDay, Field::DueDay];
    let dated = days
        .into_iter()
        .filter_map(|field| cells.get(field))
        .any(|cell| matches!(DateReader::plain(mapping.date_order()).read(&cell), DateCell::Day(_)));
    match classify::classify(&cells, dated, mapping, titles, folded) {
        RowClass::Blank => RowKind::Blank,
        RowClass::Heading => RowKind::Heading,
        RowClass::Group => RowKind::Group,
        RowClass::Total(_) => RowKind::Total,
        RowClass::Item => RowKind::Item,
    }
}
