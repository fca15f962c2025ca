//! The files, what became of their rows, their control totals.

use crate::labels;
use crate::table::{Cell, Column, Table, Tint};
use protocol::{ControlTotal, Diagnostic, ImportReport};
use text::Language;

/// The files, with what became of their rows.
pub(crate) fn files<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    Table {
        columns: vec![
            Column::plain(language.report_file()),
            Column::plain(language.report_format()),
            Column::plain(language.report_layout()),
            Column::plain(language.report_sheet()),
            Column::plain(language.report_rows_read()),
            Column::plain(language.report_rows_imported()),
            Column::plain(language.report_rows_set_aside()),
            Column::plain(language.report_rows_blank()),
            Column::plain(language.report_rows_headings()),
            Column::plain(language.report_rows_totals()),
            Column::plain(language.report_sha256()),
        ],
        currency: None,
        length: import.files.len(),
        rows: Box::new(import.files.iter().map(move |file| {
            let rows = &file.rows;
            let mut cells = vec![
                Cell::text(&*file.name),
                Cell::text(labels::format(file.format)),
                Cell::text(labels::layout(language, file.mapping.layout)),
                Cell::optional_text(file.mapping.sheet.as_deref()),
            ];
            let counts = [rows.read, rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals];
            cells.extend(counts.map(|count| Cell::Count(i64::from(count))));
            cells.push(Cell::text(&*file.sha256));
            cells
        })),
    }
}

/// The totals stated by the files against those computed.
pub(crate) fn control_totals<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    let cells = move |total: &'a ControlTotal| {
        let agreement = match total.ok {
            Some(true) => language.report_agrees(),
            Some(false) => language.report_disagrees(),
            None => "",
        };
        vec![
            Cell::text(total.currency.code().to_owned()),
            total.stated.map_or(Cell::Empty, |stated| Cell::Amount(stated, total.currency)),
            Cell::Amount(total.computed, total.currency),
            Cell::text(agreement),
            Cell::Amount(total.set_aside, total.currency),
            total.ledger.map_or(Cell::Empty, |ledger| Cell::Amount(ledger, total.currency)),
            total.ledger.map_or(Cell::Empty, |ledger| Cell::Amount(total.computed - ledger, total.currency)),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_currency()),
            Column::plain(language.report_stated()),
            Column::plain(language.report_computed()),
            Column::plain(language.report_agreement()),
            Column::plain(language.report_set_aside_amount()),
            Column::plain(language.report_books()),
            Column::plain(language.report_books_difference()).tinted(Tint::Difference),
        ],
        currency: None,
        length: import.control_totals.len(),
        rows: Box::new(import.control_totals.iter().map(cells)),
    }
}

/// The rows set aside, then the other remarks.
pub(crate) fn set_aside<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    let cells = move |outcome: &'static str, remark: &'a Diagnostic| {
        let at = remark.at.as_ref();
        vec![
            Cell::text(outcome),
            Cell::text(labels::severity(language, remark.severity)),
            Cell::optional_text(at.map(|at| at.file.as_str())),
            Cell::optional_text(at.and_then(|at| at.sheet.as_deref())),
            at.map_or(Cell::Empty, |at| Cell::Count(i64::from(at.row))),
            Cell::optional_text(at.and_then(|at| at.header.as_deref())),
            Cell::optional_text(remark.seen.as_deref()),
            Cell::text(&*remark.text),
            Cell::text(&*remark.code),
        ]
    };
    let aside = import.set_aside.iter().map(move |remark| cells(language.report_outcome_set_aside(), remark));
    let others = import.diagnostics.iter().map(move |remark| cells(language.report_outcome_remark(), remark));
    Table {
        columns: vec![
            Column::plain(language.report_outcome()),
            Column::plain(language.report_severity()),
            Column::plain(language.report_file()),
            Column::plain(language.report_sheet()),
            Column::plain(language.report_row()),
            Column::plain(language.report_column()),
            Column::plain(language.report_seen()),
            Column::prose(language.report_explanation()),
            Column::plain(language.report_code()),
        ],
        currency: None,
        length: import.set_aside.len() + import.diagnostics.len(),
        rows: Box::new(aside.chain(others)),
    }
}
