//! The day that a column of days late counts to: with the due days beside it, each row tells it; where most say the same
//! day, the list was drawn on it, whatever its titles say.

use super::Reading;
use crate::Field;
use crate::date::DateCell;
use sheet::Table;
use std::collections::BTreeMap;
use values::{Day, Days};

/// Rows that say the same day, at least.
const ENOUGH: usize = 3;
/// Of a hundred rows that tell a day, so many at least tell the same one.
const AGREEING_PERCENT: usize = 90;
/// Rows looked at.
const LOOKED_AT: usize = 2_000;

impl Reading<'_> {
    /// The day to which the days late of items count: from their due days, else from the days of their documents.
    pub(super) fn counted_to(&self, table: &Table) -> Option<Day> {
        let late = self.mapping.binding(Field::DaysLate)?.column;
        [Field::DueDay, Field::InvoiceDay, Field::PostingDay].into_iter().find_map(|from| {
            let column = self.mapping.binding(from)?.column;
            let reader = self.dates.get(from as usize)?;
            let mut told: BTreeMap<Day, usize> = BTreeMap::new();
            for row in table.rows_below(self.mapping.header_row()).take(LOOKED_AT) {
                // What is not late often bears 0.
                let days = row.cell(late).and_then(|cell| cell.text.trim().parse().ok()).filter(|days| *days != 0_i32);
                let (Some(days), Some(cell)) = (days, row.cell(column)) else { continue };
                if let DateCell::Day(day) = reader.read(&cell) {
                    *told.entry(day + Days(days)).or_default() += 1;
                }
            }
            let rows: usize = told.values().sum();
            let (day, count) = told.into_iter().max_by_key(|(_, count)| *count)?;
            (count >= ENOUGH && count * 100 >= rows * AGREEING_PERCENT).then_some(day)
        })
    }
}
