//! Delimited text: UTF-8 with its mark, CRLF, quotes of RFC 4180. French: `;`, decimal comma, `30/06/2026`; English:
//! `,`, decimal point, `2026-06-30`. A text a spreadsheet might take for a formula begins with `'`; numbers never do.

use crate::table::{Cell, Table, kept_lines, looks_like_a_formula};
use crate::{ExportError, figure, tables};
use protocol::{AgedBalance, ImportReport, OpenItem, Plan};
use text::Language;
use text::letters::printable;
use values::Day;

/// The aged balances of all currencies, one row per customer and currency.
pub fn aged_balance(language: Language, aged: &AgedBalance) -> Result<Vec<u8>, ExportError> {
    written(language, tables::aged_all(language, aged))
}

/// The open items.
pub fn open_items(language: Language, items: &[OpenItem]) -> Result<Vec<u8>, ExportError> {
    written(language, tables::open_items(language, items))
}

/// The actions of the plan.
pub fn plan(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    written(language, tables::actions(language, plan))
}

/// The items no action covers.
pub fn non_actions(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    written(language, tables::non_actions(language, plan))
}

/// Every remark of the reading: the rows set aside, then the others.
pub fn import_control(language: Language, import: &ImportReport) -> Result<Vec<u8>, ExportError> {
    written(language, tables::set_aside(language, import))
}

pub(crate) fn written(language: Language, table: Table<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer(language);
    writer.write_record(table.columns.iter().map(|column| column.heading.as_bytes()))?;
    for row in table.rows {
        writer.write_record(row.iter().map(|cell| field(language, cell)))?;
    }
    writer.into_inner().map_err(|error| ExportError::Writer { detail: error.to_string() })
}

/// The records of a text as written here, in either form: the guard of what looks like a formula is taken off again.
pub fn records(text: &str) -> Result<Vec<Vec<String>>, String> {
    let first = text.trim_start_matches('\u{FEFF}').lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let unguarded = |field: &str| match field.strip_prefix('\'') {
        Some(rest) if looks_like_a_formula(rest) => rest.to_owned(),
        Some(_) | None => field.to_owned(),
    };
    let read = reader.records().map(|record| record.map(|record| record.iter().map(unguarded).collect()));
    read.collect::<Result<_, csv::Error>>().map_err(|error| error.to_string())
}

/// A writer in the form of the language.
pub(crate) fn writer(language: Language) -> csv::Writer<Vec<u8>> {
    let delimiter = match language {
        Language::Fr => b';',
        Language::En => b',',
    };
    csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec())
}

fn field(language: Language, cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Lines(text) if looks_like_a_formula(text) => format!("'{}", kept_lines(text)),
        Cell::Lines(text) => kept_lines(text),
        Cell::Text(text) if looks_like_a_formula(text) => format!("'{}", printable(text).text),
        Cell::Text(text) => printable(text).text,
        Cell::Amount(amount, currency) => amount.decimal_text(*currency, language.decimal_mark()),
        Cell::Day(day) => plain_day(language, *day),
        Cell::Count(count) => count.to_string(),
        Cell::Share(ratio) | Cell::Decimal(ratio) => figure::plain_ratio(*ratio, language.decimal_mark()),
    }
}

/// A date a spreadsheet of that language reads as a date, and that nobody reads another way.
fn plain_day(language: Language, day: Day) -> String {
    match language {
        Language::Fr => language.day(day),
        Language::En => day.to_string(),
    }
}
