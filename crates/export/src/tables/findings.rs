//! The findings and their evidence.

use super::money;
use crate::table::{Cell, Column, Table};
use protocol::{Evidence, Finding};
use text::Language;

/// The findings, each followed by its rows of evidence.
pub(crate) fn findings<'a>(language: Language, findings: &'a [Finding]) -> Table<'a> {
    let rows = findings.iter().flat_map(move |finding| {
        let evidence = finding.evidence.iter().map(move |evidence| evidence_cells(finding, evidence));
        std::iter::once(finding_cells(language, finding)).chain(evidence)
    });
    Table {
        columns: vec![
            Column::plain(language.report_severity()),
            Column::plain(language.report_finding()),
            Column::plain(language.report_observation()),
            Column::plain(language.report_to_do()),
            Column::plain(language.report_cases()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_document()),
            Column::plain(language.report_file()),
            Column::plain(language.report_row()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
        ],
        currency: None,
        length: findings.iter().map(|finding| 1 + finding.evidence.len()).sum(),
        rows: Box::new(rows),
    }
}

/// The findings alone, to look them over.
pub(crate) fn findings_listed<'a>(language: Language, findings: &'a [Finding]) -> Table<'a> {
    let cells = move |finding: &'a Finding| {
        let mut cells = vec![
            Cell::text(language.quality_severity_name(&finding.severity)),
            Cell::text(&*finding.title),
            Cell::Count(i64::from(finding.count)),
        ];
        cells.extend(money(finding.amount, finding.currency));
        cells
    };
    Table {
        columns: vec![
            Column::plain(language.report_severity()),
            Column::plain(language.report_finding()),
            Column::plain(language.report_cases()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
        ],
        currency: None,
        length: findings.len(),
        rows: Box::new(findings.iter().map(cells)),
    }
}

/// The rows that show a finding.
pub(crate) fn evidence<'a>(language: Language, finding: &'a Finding) -> Table<'a> {
    let cells = move |evidence: &'a Evidence| {
        let mut cells = vec![
            Cell::text(&*evidence.customer),
            Cell::text(&*evidence.name),
            Cell::optional_text(evidence.document.as_deref()),
            Cell::text(&*evidence.text),
        ];
        cells.extend(money(evidence.amount, finding.currency));
        cells.extend([Cell::text(&*evidence.file), Cell::Count(i64::from(evidence.row))]);
        cells
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_document()),
            Column::plain(language.report_observation()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
            Column::plain(language.report_file()),
            Column::plain(language.report_row()),
        ],
        currency: None,
        length: finding.evidence.len(),
        rows: Box::new(finding.evidence.iter().map(cells)),
    }
}

fn finding_cells(language: Language, finding: &Finding) -> Vec<Cell<'_>> {
    let mut cells = vec![
        Cell::text(language.quality_severity_name(&finding.severity)),
        Cell::text(&*finding.title),
        Cell::text(&*finding.text),
        Cell::text(&*finding.advice),
        Cell::Count(i64::from(finding.count)),
    ];
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    cells.extend(money(finding.amount, finding.currency));
    cells
}

fn evidence_cells<'a>(finding: &'a Finding, evidence: &'a Evidence) -> Vec<Cell<'a>> {
    let mut cells = vec![
        Cell::Empty,
        Cell::text(&*finding.title),
        Cell::text(&*evidence.text),
        Cell::Empty,
        Cell::Empty,
        Cell::text(&*evidence.customer),
        Cell::optional_text(evidence.document.as_deref()),
        Cell::text(&*evidence.file),
        Cell::Count(i64::from(evidence.row)),
    ];
    cells.extend(money(evidence.amount, finding.currency));
    cells
}
