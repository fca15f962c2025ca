//! Rows as they stand in a file with what became of each, and how another sheet or other headings would be read.

use crate::reading::ReadFile;
use crate::view::mapping;
use protocol::{Preview, PreviewCell, PreviewQuery, PreviewRow, Proposal, ProposalQuery, RowKind};
use sheet::{Row, Table};
use text::Language;
use values::TableIndex;

/// Rows of one preview at most.
const ROWS_MAX: u32 = 500;
/// Rows looked at to understand headings: enough for whole-column evidence, the same for every size of file.
const SAMPLE_ROWS: u32 = 2_000;

/// Rows of a file; none where it has no such sheet.
pub fn rows(file: &ReadFile, query: &PreviewQuery) -> Option<Preview> {
    let index = file.table_of(query.sheet.as_deref())?;
    let mapping = &file.mapping;
    let shown = file.raw_rows(index, query.first_row.max(1), query.rows.min(ROWS_MAX));
    let head = file.raw_rows(index, 1, mapping.header_row());
    let kinds = intake::row_kinds(&head, &shown, mapping, &set_aside(file, index));
    let rows = shown.rows().zip(kinds).map(|(row, (number, kind))| PreviewRow {
        row: number,
        kind: row_kind(kind),
        cells: cells(file, &row),
    });
    Some(Preview {
        file: file.name.clone(),
        sheet: shown.name.clone(),
        columns: shown.column_count().max(head.column_count()),
        headings: headings(&head, mapping.header_row()),
        rows: rows.collect(),
    })
}

/// The headings of a row, by column; empty where there is none.
pub fn headings(table: &Table, row: u32) -> Vec<String> {
    let mut headings = vec![String::new(); usize::from(table.column_count())];
    for cell in table.row(row).iter().flat_map(Row::cells) {
        if let Some(heading) = headings.get_mut(usize::from(cell.column)) {
            cell.text.trim().clone_into(heading);
        }
    }
    headings
}

fn set_aside(file: &ReadFile, index: TableIndex) -> Vec<&intake::Diagnostic> {
    let of_table = |diagnostic: &&intake::Diagnostic| diagnostic.at.is_some_and(|at| at.table == index);
    file.intake.set_aside.iter().filter(of_table).collect()
}

fn cells(file: &ReadFile, row: &Row<'_>) -> Vec<PreviewCell> {
    let corrections = file.mapping.corrections();
    let corrected = corrections.corrected(row);
    let shown = corrected.as_ref().and_then(|table| table.row(row.number())).unwrap_or(*row);
    shown
        .cells()
        .map(|cell| PreviewCell {
            column: cell.column,
            value: cell.text.to_owned(),
            corrected: corrections.has(row.number(), cell.column),
        })
        .collect()
}

fn row_kind(kind: intake::RowKind) -> RowKind {
    match kind {
        intake::RowKind::Title => RowKind::Title,
        intake::RowKind::Heading => RowKind::Heading,
        intake::RowKind::Group => RowKind::Group,
        intake::RowKind::Total => RowKind::Total,
        intake::RowKind::Item => RowKind::Item,
        intake::RowKind::SetAside => RowKind::SetAside,
        intake::RowKind::Blank => RowKind::Blank,
    }
}

/// How a sheet would be read, under the headings of a row if one is named.
pub fn proposal(file: &ReadFile, query: &ProposalQuery, language: Language) -> Option<Proposal> {
    let index = file.table_of(query.sheet.as_deref())?;
    let table = file.workbook.tables.get(usize::from(index.0))?;
    let detection = match query.header_row {
        Some(row) => intake::detect_at(table, row),
        None => intake::detect(table),
    };
    let candidates = detection.candidates.iter().filter(|found| found.mapping.layout().importable());
    let sheet = table.name.as_deref();
    Some(Proposal { candidates: candidates.map(|found| mapping::candidate(found, sheet, language)).collect() })
}

/// How a file was read, each column with the reason for its meaning.
pub fn explained(file: &ReadFile, language: Language) -> protocol::Mapping {
    let header_row = file.mapping.header_row();
    let sample = file.raw_rows(file.table, header_row, SAMPLE_ROWS);
    let detection = intake::detect_at(&sample, header_row);
    let alike = detection.candidates.iter().find(|found| found.mapping.layout() == file.mapping.layout());
    mapping::explained(&file.mapping, file.sheet(), alike.or(detection.candidates.first()), language)
}
