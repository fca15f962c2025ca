//! What a reading leaves for a person to look at before the figures.

use protocol::{ColumnBinding, Diagnostic, LeftFile, Severity};

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

/// Rows set aside that should count: neither left out by a choice nor of somebody else's account.
pub fn missing_rows(set_aside: &[Diagnostic]) -> u32 {
    set_aside.iter().filter(|one| one.severity == Severity::Error).map(rows_of).sum()
}

/// Sheets that look like receivables and are not read.
pub fn unread_sheets(remarks: &[Diagnostic]) -> usize {
    let unread = |remark: &&Diagnostic| remark.code == "sheet-not-read" && remark.severity == Severity::Warning;
    remarks.iter().filter(unread).count()
}

/// Files that came with those that are read and that nobody asked to leave; one that is the same as another is no loss.
pub fn unread_files(left: &[LeftFile]) -> usize {
    left.iter().filter(|file| !matches!(file.reason.as_str(), "same" | "asked")).count()
}

/// Files that repeat documents of others.
pub fn overlapping_files(remarks: &[Diagnostic]) -> usize {
    remarks.iter().filter(|remark| remark.code == "files-overlap").count()
}

/// Files whose debts may be payments.
pub fn doubtful_debts(remarks: &[Diagnostic]) -> usize {
    remarks.iter().filter(|remark| remark.code == "may-be-payments").count()
}

/// Documents without a due date.
pub fn undated(remarks: &[Diagnostic]) -> u32 {
    remarks.iter().filter(|remark| remark.code == "no-due-date").map(rows_of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(code: &str, severity: Severity, rows: Option<u32>) -> Diagnostic {
        let (text, at, seen, proposal) = (String::new(), None, None, None);
        Diagnostic { code: code.to_owned(), severity, text, at, seen, proposal, rows }
    }

    #[test]
    fn only_rows_that_should_count_are_missing() {
        let unread = remark("unreadable-amount", Severity::Error, None);
        let others = remark("not-customer-account", Severity::Info, Some(30));
        assert_eq!(missing_rows(&[unread, others]), 1);
        let summary = remark("sheet-not-read", Severity::Info, None);
        assert_eq!(unread_sheets(&[remark("sheet-not-read", Severity::Warning, None), summary]), 1);
        assert_eq!(overlapping_files(&[remark("files-overlap", Severity::Warning, None)]), 1);
        let left = |reason: &str| {
            let (name, text) = (String::new(), String::new());
            LeftFile { name, reason: reason.to_owned(), text, readable: false }
        };
        assert_eq!(unread_files(&[left("refused"), left("same"), left("within"), left("asked")]), 2);
        assert_eq!(doubtful_debts(&[remark("may-be-payments", Severity::Warning, None)]), 1);
        assert_eq!(undated(&[remark("no-due-date", Severity::Warning, Some(4))]), 4);
    }

    #[test]
    fn a_column_without_content_needs_no_word() {
        let column =
            |confidence, samples: Vec<String>| ColumnBinding { confidence, samples, ..ColumnBinding::default() };
        assert!(to_confirm(&column(0.5, vec!["12".to_owned()])));
        assert!(!to_confirm(&column(0.5, Vec::new())));
        assert!(!to_confirm(&column(0.7, vec!["12".to_owned()])));
    }
}
