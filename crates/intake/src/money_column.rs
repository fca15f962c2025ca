//! The amounts of one column, row by row: what arithmetic between columns is done with, before any meaning is settled.

use crate::running::hundredths;
use sheet::Row;

/// A column of amounts, one for each row; nothing where its cell is blank.
pub(crate) struct Money {
    pub(crate) column: u16,
    pub(crate) amounts: Vec<Option<i64>>,
    /// Some have decimals.
    pub(crate) fractions: bool,
}

impl Money {
    /// A column of which every cell is an amount, and not all are blank.
    pub(crate) fn of(column: u16, rows: &[Row<'_>]) -> Option<Money> {
        let mut fractions = false;
        let read = |row: &Row<'_>| -> Option<Option<i64>> {
            let Some(cell) = row.cell(column).filter(|cell| !cell.text.trim().is_empty()) else { return Some(None) };
            fractions |= cell.text.contains([',', '.']);
            hundredths(cell.text.trim()).map(Some)
        };
        let amounts: Vec<Option<i64>> = rows.iter().map(read).collect::<Option<_>>()?;
        (amounts.iter().flatten().count() > 0).then_some(Money { column, amounts, fractions })
    }

    /// The amount of a row; zero where its cell is blank.
    pub(crate) fn at(&self, row: usize) -> i64 {
        self.amounts.get(row).copied().flatten().unwrap_or_default()
    }
}
