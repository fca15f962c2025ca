//! What a reading leaves for a person to look at before the figures.

use protocol::{ColumnBinding, Diagnostic, Metrics, Severity};
use values::Amount;

/// Remarks on due dates that terms would give.
const DUE_DATES: [&str; 4] = ["no-due-date", "default-terms-used", "due-date-from-habit", "estimated-terms"];

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

/// Rows set aside that should count, and those that do not belong to the figures: nothing is to be done about these.
pub fn to_correct_or_not(set_aside: &[Diagnostic]) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    set_aside.iter().cloned().partition(|row| row.severity != Severity::Info)
}

/// Documents without a due date.
pub fn undated(remarks: &[Diagnostic]) -> u32 {
    remarks.iter().filter(|remark| remark.code == "no-due-date").map(rows_of).sum()
}

/// Whether terms that a person gives would date documents.
pub fn terms_would_date(remarks: &[Diagnostic]) -> bool {
    remarks.iter().any(|remark| DUE_DATES.contains(&remark.code.as_str()))
}

/// Debits without a due date: neither overdue nor to come.
pub fn undated_debits(of: &Metrics) -> Amount {
    of.outstanding - of.credits - of.overdue - of.not_due
}

/// Whether debits without a due date weigh so much that a figure of zero overdue does not say that nothing is.
pub fn hides_overdue(of: &Metrics) -> bool {
    // Below a tenth of the debits, the zero of the others still tells something.
    undated_debits(of).minor().saturating_mul(10) > (of.outstanding - of.credits).minor()
}
