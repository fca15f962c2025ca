//! Looking into a file that was refused: its first rows and what little was understood, for a person to bind its columns.

use crate::failures;
use crate::reading::{self, InputFile};
use crate::view::{mapping, preview};
use protocol::{
    AmountFormat, DateOrder, DecimalMark, Failure, Layout, Look, LookQuery, Mapping, Preview, PreviewCell, PreviewRow,
    Progress, RowKind, SignRule,
};
use sheet::{Row, Table};
use text::Language;

/// Rows shown.
const ROWS: usize = 25;
/// Rows among which the headings are looked for where nothing was understood.
const HEADINGS_WITHIN: usize = 15;

/// The first rows of a file and the mapping to start from.
pub fn into(
    input: &InputFile,
    query: &LookQuery,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Look, Failure> {
    let workbook = reading::first_rows(input, language, progress)?;
    let named = |table: &&Table| query.sheet.is_some() && table.name == query.sheet;
    let fullest = || workbook.tables.iter().rev().max_by_key(|table| table.row_count());
    let table = workbook.tables.iter().find(named).or_else(fullest);
    let Some(table) = table.filter(|table| table.row_count() > 0) else {
        return Err(failures::nothing_recognised(&input.name, language));
    };
    let mapping = understood(table, query.header_row);
    Ok(Look {
        format: reading::format(workbook.format),
        sheets: workbook.tables.iter().filter_map(|table| table.name.clone()).collect(),
        preview: first(input, table, mapping.header_row),
        mapping,
    })
}

/// What was understood of a table, readable or not; where nothing was, no column means anything yet.
fn understood(table: &Table, header_row: Option<u32>) -> Mapping {
    let detection = header_row.map_or_else(|| intake::detect(table), |row| intake::detect_at(table, row));
    let readable = |layout: Layout| !matches!(layout, Layout::BankStatement | Layout::Customers);
    let found = detection.candidates.first().map(|found| mapping::view(&found.mapping, table.name.as_deref()));
    found.filter(|found| readable(found.layout)).unwrap_or_else(|| Mapping {
        layout: Layout::OpenItems,
        sheet: table.name.clone(),
        header_row: header_row.unwrap_or_else(|| widest_row(table)),
        columns: Vec::new(),
        amount_format: AmountFormat { decimal: DecimalMark::Comma, group: String::new() },
        date_order: DateOrder::Dmy,
        sign: SignRule::Signed,
        aged_as_of: None,
        aged_as_of_assumed: false,
        date_order_assumed: true,
        amount_format_assumed: true,
        swapped_dates: None,
        hidden_rows: None,
        group_column: None,
        credit_notes: false,
    })
}

/// The first of the rows with the most cells: headings stand above what they head.
fn widest_row(table: &Table) -> u32 {
    let filled = |row: &Row<'_>| row.cells().filter(|cell| !cell.text.trim().is_empty()).count();
    let rows: Vec<(usize, u32)> = table.rows().take(HEADINGS_WITHIN).map(|row| (filled(&row), row.number())).collect();
    let most = rows.iter().map(|(cells, _)| *cells).max().unwrap_or(0);
    rows.iter().find(|(cells, _)| *cells == most).map_or(1, |(_, row)| *row)
}

fn first(input: &InputFile, table: &Table, header_row: u32) -> Preview {
    let rows = table.rows().take(ROWS).map(|row| PreviewRow {
        row: row.number(),
        kind: match row.number().cmp(&header_row) {
            std::cmp::Ordering::Less => RowKind::Title,
            std::cmp::Ordering::Equal => RowKind::Heading,
            std::cmp::Ordering::Greater => RowKind::Unread,
        },
        cells: row
            .cells()
            .map(|cell| PreviewCell { column: cell.column, value: cell.text.to_owned(), corrected: false })
            .collect(),
    });
    Preview {
        file: input.name.clone(),
        sheet: table.name.clone(),
        columns: table.column_count(),
        headings: preview::headings(table, header_row),
        rows: rows.collect(),
    }
}
