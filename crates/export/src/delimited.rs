//! Delimited text: UTF-8, CRLF, quotes of RFC 4180, in one of three dialects. A text a spreadsheet might take for a
//! formula begins with `'`, in every dialect; numbers never do.

use crate::table::{Cell, Table, clean, kept_lines, looks_like_a_formula};
use crate::{ExportError, Report, controls, figure, tables};
use protocol::{AgedBalance, Dialect, Finding, ImportReport, LatePayments, Metrics, OpenItem, Plan, Series};
use text::Language;
use values::Day;

/// The words of a text and its dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Language of the headings and of the words of codes.
    pub language: Language,
    /// Separator, decimal mark, dates.
    pub dialect: Dialect,
}

impl From<Language> for Form {
    /// As a spreadsheet of that language opens it.
    fn from(language: Language) -> Form {
        let dialect = match language {
            Language::Fr => Dialect::French,
            Language::En => Dialect::English,
        };
        Form { language, dialect }
    }
}

/// The aged balances of all currencies, one row per customer and currency.
pub fn aged_balance(form: impl Into<Form>, aged: &AgedBalance) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::aged_all(form.language, aged))
}

/// The open items.
pub fn open_items(form: impl Into<Form>, items: &[OpenItem]) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::open_items(form.language, &[], items))
}

/// The key figures.
pub fn figures(form: impl Into<Form>, metrics: &[Metrics]) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::figures(form.language, metrics))
}

/// The balance of every currency, month end after month end.
pub fn evolution(form: impl Into<Form>, series: &Series) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    let language = form.language;
    let parts = series.currencies.iter();
    let parts = parts.map(|of| (of.currency, tables::evolution(language, &series.limits, of)));
    written(form, tables::all_currencies(language, parts.collect()))
}

/// The findings, each followed by its rows of evidence.
pub fn findings(form: impl Into<Form>, findings: &[Finding]) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::findings(form.language, findings))
}

/// The table of late payments of every currency.
pub fn late_payments(form: impl Into<Form>, late: &LatePayments) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    let parts = late.currencies.iter().map(|of| (of.currency, tables::late_payments(form.language, of)));
    written(form, tables::all_currencies(form.language, parts.collect()))
}

/// The controls, each with its two sides.
pub fn controls(form: impl Into<Form>, report: &Report<'_>) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, controls::table(form.language, &controls::of(report)))
}

/// The actions of the plan.
pub fn plan(form: impl Into<Form>, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::actions(form.language, plan))
}

/// The items no action covers.
pub fn non_actions(form: impl Into<Form>, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::non_actions(form.language, plan))
}

/// Every remark of the reading: the rows set aside, then the others.
pub fn import_control(form: impl Into<Form>, import: &ImportReport) -> Result<Vec<u8>, ExportError> {
    let form = form.into();
    written(form, tables::set_aside(form.language, import))
}

pub(crate) fn written(form: Form, table: Table<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = writer(form.dialect);
    writer.write_record(table.columns.iter().map(|column| column.heading.as_bytes()))?;
    for row in table.rows {
        writer.write_record(row.iter().map(|cell| field(form.dialect, cell)))?;
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

/// A writer of a dialect.
pub(crate) fn writer(dialect: Dialect) -> csv::Writer<Vec<u8>> {
    let (delimiter, mark) = match dialect {
        Dialect::French => (b';', "\u{FEFF}"),
        Dialect::English => (b',', "\u{FEFF}"),
        Dialect::Rfc4180 => (b',', ""),
    };
    csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(mark.as_bytes().to_vec())
}

/// The language whose decimals and dates a dialect has.
const fn habits(dialect: Dialect) -> Language {
    match dialect {
        Dialect::French => Language::Fr,
        Dialect::English | Dialect::Rfc4180 => Language::En,
    }
}

fn field(dialect: Dialect, cell: &Cell<'_>) -> String {
    let language = habits(dialect);
    match cell {
        Cell::Empty => String::new(),
        Cell::Lines(text) if looks_like_a_formula(text) => format!("'{}", kept_lines(text)),
        Cell::Lines(text) => kept_lines(text),
        Cell::Text(text) if looks_like_a_formula(text) => format!("'{}", clean(text)),
        Cell::Text(text) => clean(text).into_owned(),
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
