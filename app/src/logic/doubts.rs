//! What a reading leaves for a person to look at before the figures.

use protocol::{ColumnBinding, Diagnostic};

/// Below this confidence a column is to be confirmed, and the reading is shown before the figures.
pub const PROBABLE: f64 = 0.6;

/// Whether a column is to be confirmed. One that holds nothing changes no figure.
pub fn to_confirm(column: &ColumnBinding) -> bool {
    column.confidence < PROBABLE && !column.samples.is_empty()
}

/// Rows that one entry of a list of rows stands for.
pub fn rows_of(listed: &Diagnostic) -> u32 {
    listed.rows.unwrap_or(1)
}

/// Documents without a due date.
pub fn undated(remarks: &[Diagnostic]) -> u32 {
    remarks.iter().filter(|remark| remark.code == "no-due-date").map(rows_of).sum()
}
