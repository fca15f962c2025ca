//! Lists of another crate's making, as workbook or delimited text: statements of account, mail merges. Cells are typed;
//! text stays text in both.

use crate::delimited::Form;
use crate::table::{Cell, Column, Table};
use crate::xlsx;
use crate::{ExportError, delimited};
use std::borrow::Cow;
use text::Language;
use values::{Amount, Currency, Day};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(String),
    /// Text of several lines.
    Lines(String),
    /// An amount of money.
    Amount(Amount, Currency),
    /// A date.
    Day(Day),
    /// A number.
    Count(i64),
}

/// A list: its name, what stands above it, its columns and rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Name of its sheet, unique in the workbook.
    pub name: String,
    /// Title and notes above it.
    pub notes: Vec<String>,
    /// One for each column.
    pub headings: Vec<String>,
    /// Cells in the order of the columns.
    pub rows: Vec<Vec<Value>>,
}

impl Listing {
    pub(crate) fn table(&self) -> Table<'_> {
        let column = |heading: &String| Column::named(heading.clone());
        Table {
            columns: self.headings.iter().map(column).collect(),
            currency: None,
            length: self.rows.len(),
            rows: Box::new(self.rows.iter().map(|row| row.iter().map(cell).collect())),
        }
    }
}

fn cell(value: &Value) -> Cell<'_> {
    match value {
        Value::Empty => Cell::Empty,
        Value::Text(text) => Cell::text(text.as_str()),
        Value::Lines(text) => Cell::Lines(Cow::Borrowed(text)),
        Value::Amount(amount, currency) => Cell::Amount(*amount, *currency),
        Value::Day(day) => Cell::Day(*day),
        Value::Count(count) => Cell::Count(*count),
    }
}

/// One sheet per list.
pub fn workbook(language: Language, title: &str, as_of: Day, listings: &[Listing]) -> Result<Vec<u8>, ExportError> {
    xlsx::listings(language, title, as_of, listings)
}

/// One list as delimited text.
pub fn text(form: impl Into<Form>, listing: &Listing) -> Result<Vec<u8>, ExportError> {
    delimited::written(form.into(), listing.table())
}
