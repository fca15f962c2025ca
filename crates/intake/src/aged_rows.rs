//! Items printed with their ages: the column that repeats what stands under them is what remains due of each, whatever
//! it is called. `Amount` behind `Original amount` is no second opinion on the invoice.

use crate::Field;
use crate::header::{FIRST_ROWS, Header};
use crate::number::looks_like_one;
use sheet::{Cell, Row, Table};

/// Rows that show it, at least.
const ENOUGH: u32 = 3;

/// Makes that column the one of what remains due, where no heading says which it is.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let ages = header.columns_of(&[Field::Bucket]);
    let days = header.may(&[Field::InvoiceDay, Field::DueDay, Field::PostingDay]);
    let known = header.may(&[Field::Residual, Field::Debit, Field::Side]);
    let amounts = header.columns_of(&[Field::Amount]);
    if ages.len() < 2 || !days || known || amounts.len() < 2 {
        return;
    }
    let others: Vec<u16> = header.headings.iter().map(|heading| heading.column).filter(|c| !ages.contains(c)).collect();
    let Some(column) = others.into_iter().find(|column| repeats(table, header.row, &ages, *column)) else { return };
    header.means(column, Field::Residual);
}

/// Whether a column says on every row with one age what that age says, and not always what the other columns say.
fn repeats(table: &Table, header_row: u32, ages: &[u16], column: u16) -> bool {
    let mut same = 0;
    for row in table.rows_below(header_row).take(FIRST_ROWS) {
        let Some(own) = row.cell(column).filter(|cell| looks_like_one(cell.text)) else { continue };
        let Some(aged) = only_age(&row, ages) else { continue };
        if aged.text.trim() != own.text.trim() {
            return false;
        }
        same += 1;
    }
    same >= ENOUGH
}

/// The only age of a row under which anything stands.
fn only_age<'t>(row: &Row<'t>, ages: &[u16]) -> Option<Cell<'t>> {
    let some = |cell: &Cell<'_>| cell.text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let mut filled = ages.iter().filter_map(|age| row.cell(*age)).filter(some);
    let first = filled.next();
    first.filter(|_| filled.next().is_none())
}
