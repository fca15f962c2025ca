//! One sheet being filled cell by cell: rows in order, columns in order, limits held, oddities counted.
//! Guarantees that every cell handed over is in the table, or counted in what replaced it, or empty.

use crate::columns::ColumnSet;
use crate::error::{Damage, Unreadable, printable};
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::package_xlsx::SheetFacts;
use crate::styles::{self, ColumnCurrencies, Mark, Marks};
use crate::table::{CellKind, Table};
use crate::value::{self, Epoch, Moment};

/// A value as a workbook reader gives it.
pub(crate) enum Value<'a> {
    Empty,
    Text(&'a str),
    Whole(i64),
    Number(f64),
    /// A number under a date format.
    Serial(f64),
    /// A date written as ISO 8601.
    Iso(&'a str),
    Boolean(bool),
    Error(String),
}

/// The sheet so far.
pub(crate) struct Filling<'a> {
    limits: &'a Limits,
    epoch: Epoch,
    table: Table,
    number: u32,
    row: Vec<Held>,
    text: String,
    columns: ColumnSet,
    currencies: ColumnCurrencies,
    marks: Marks,
    tally: Tally,
    /// Bytes of the texts that are blank.
    pub blank_bytes: u64,
}

/// A cell of the row in progress, its text a piece of the row's.
struct Held {
    column: u16,
    kind: CellKind,
    start: usize,
    length: usize,
    currency: u8,
}

/// Oddities of a sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    /// Cells of which the reader gives nothing, formulas without value among them.
    pub styled: u64,
    pub duplicates: u64,
    pub impossible: u64,
    /// Numbers with more digits than a spreadsheet keeps, and the first of them.
    pub rounded: (u64, String),
    pub unreadable: u64,
    pub example: String,
    /// Rows with a cell struck through, where what was looked at before the rows says so.
    pub struck: u64,
}

impl Tally {
    /// Counts a number that was written out.
    pub fn number(&mut self, text: &str) {
        if value::is_rounded(text) {
            if self.rounded.0 == 0 {
                self.rounded.1 = printable(text, 40);
            }
            self.rounded.0 += 1;
        }
    }

    /// What is worth telling of a sheet.
    pub fn notices(self, sheet: String, facts: &SheetFacts, columns: &ColumnSet, notices: &mut Vec<Notice>) {
        let hidden_columns = facts.hidden_columns.iter().map(|(first, last)| columns.used_between(*first, *last)).sum();
        let formulas = facts.formulas_without_value + facts.formulas_uncertain;
        let styled = self.styled.saturating_sub(facts.formulas_without_value);
        let Tally { duplicates, impossible, rounded, unreadable, example, struck, .. } = self;
        let (duplicates, struck) = (duplicates + facts.duplicates, facts.struck + struck);
        let facts = [
            (styled, Notice::StyledEmptyCells { sheet: sheet.clone(), count: styled }),
            (duplicates, Notice::DuplicateCells { sheet: sheet.clone(), count: duplicates }),
            (unreadable, Notice::UnreadableCells { sheet: sheet.clone(), count: unreadable, example }),
            (formulas, Notice::FormulasWithoutValue { sheet: sheet.clone(), count: formulas }),
            (facts.hidden_rows.count(), Notice::HiddenRows { sheet: sheet.clone(), count: facts.hidden_rows.count() }),
            (facts.filters, Notice::ActiveFilter { sheet: sheet.clone(), count: facts.filters }),
            (hidden_columns, Notice::HiddenColumns { sheet: sheet.clone(), count: hidden_columns }),
            (struck, Notice::StruckRows { sheet: sheet.clone(), count: struck }),
            (facts.merged, Notice::MergedCells { sheet: sheet.clone(), count: facts.merged }),
            (rounded.0, Notice::RoundedNumbers { sheet: sheet.clone(), count: rounded.0, example: rounded.1 }),
            (impossible, Notice::ImpossibleDates { sheet, count: impossible }),
        ];
        notices.extend(facts.into_iter().filter(|(count, _)| *count > 0).map(|(_, notice)| notice));
    }
}

impl<'a> Filling<'a> {
    pub fn new(name: &str, epoch: Epoch, limits: &'a Limits) -> Filling<'a> {
        let mut table = Table::new(Some(name.to_owned()));
        table.from_1904 = epoch == Epoch::Year1904;
        Filling {
            limits,
            epoch,
            table,
            number: 0,
            row: Vec::new(),
            text: String::new(),
            columns: ColumnSet::default(),
            currencies: ColumnCurrencies::default(),
            marks: Marks::default(),
            tally: Tally::default(),
            blank_bytes: 0,
        }
    }

    /// The same under styles that the reader of values does not give: the marks of the cells, and what currencies their
    /// formats name.
    pub fn under(mut self, mut marks: Marks, currencies: &[String]) -> Filling<'a> {
        marks.sort();
        self.tally.struck = marks.struck();
        self.marks = marks;
        self.table.currency_names = currencies.to_vec();
        self
    }

    /// Names the sheet, where its name is only known at its end.
    pub fn rename(&mut self, name: String) {
        self.table.name = Some(name);
    }

    /// Non-empty cells so far, those of the row in progress included.
    pub fn cells(&self) -> u64 {
        (self.table.cell_count() + self.row.len()) as u64
    }

    /// Takes a cell at a row and column counted from 0.
    pub fn cell(&mut self, row: u32, column: u32, value: &Value<'_>) -> Result<(), Unreadable> {
        self.marked(row, column, value, self.marks.of(row, column))
    }

    /// Takes a cell of which a style says something.
    pub fn marked(&mut self, row: u32, column: u32, value: &Value<'_>, mark: Mark) -> Result<(), Unreadable> {
        let Some((mut kind, mut text)) = self.written(value) else { return self.blank(value) };
        let number = row.saturating_add(1);
        self.limits.check(Limit::Rows, u64::from(number))?;
        self.columns.insert(u64::from(column), self.limits)?;
        if text.len() as u64 > self.limits.cell_chars {
            self.limits.check(Limit::CellChars, text.chars().count() as u64)?;
        }
        if number < self.number {
            let part = self.table.name.clone().unwrap_or_default();
            return Err(Unreadable::damaged(part, Damage::RowOrder { row: number }));
        }
        if number > self.number {
            self.end_row()?;
            self.number = number;
        }
        let mut currency = 0;
        if let Some(code) = styles::code(&text, mark.digits).filter(|_| kind == CellKind::Number && mark.digits > 0) {
            (kind, text) = (CellKind::Text, code.into());
        } else if kind == CellKind::Number {
            self.tally.number(&text);
            currency = mark.currency;
        }
        let column = column as u16;
        if currency > 0 {
            self.currencies.see(column, currency);
        }
        let start = self.text.len();
        self.text.push_str(&text);
        self.row.push(Held { column, kind, start, length: text.len(), currency });
        self.limits.check(Limit::TextBytes, (self.table.text_bytes() + self.text.len()) as u64)
    }

    /// A text of blanks is no cell, but it was looked at: a long one that every cell shows must not cost for ever.
    fn blank(&mut self, value: &Value<'_>) -> Result<(), Unreadable> {
        let Value::Text(text) = value else { return Ok(()) };
        self.blank_bytes += text.len() as u64;
        self.limits.check(Limit::TextBytes, self.table.text_bytes() as u64 + self.blank_bytes)
    }

    /// A cell whose value the reader refuses, as it was written.
    pub fn unreadable(&mut self, written: &str) {
        if self.tally.unreadable == 0 {
            self.tally.example = printable(written, 40);
        }
        self.tally.unreadable += 1;
    }

    pub fn finish(mut self, facts: &SheetFacts, notices: &mut Vec<Notice>) -> Result<Table, Unreadable> {
        self.end_row()?;
        self.table.blank_rows = self.number.saturating_sub(self.table.row_count() as u32);
        let sheet = self.table.name.clone().unwrap_or_default();
        self.table.hidden_rows = facts.hidden_rows.clone();
        self.table.currencies = self.currencies.only(&self.table.currency_names);
        self.tally.notices(sheet, facts, &self.columns, notices);
        Ok(self.table)
    }

    /// Cells in rising columns; of two in the same place the later one stays.
    fn end_row(&mut self) -> Result<(), Unreadable> {
        if self.row.is_empty() {
            return Ok(());
        }
        self.row.sort_by_key(|held| held.column);
        self.table.start_row(self.number);
        let mut cells = self.row.drain(..).peekable();
        while let Some(Held { column, kind, start, length, currency }) = cells.next() {
            if cells.peek().is_some_and(|next| next.column == column) {
                self.tally.duplicates += 1;
                continue;
            }
            let text = self.text.get(start..start + length).unwrap_or_default();
            self.table.push_formatted(column, kind, text, currency);
        }
        drop(cells);
        self.text.clear();
        self.limits.check(Limit::Cells, self.table.cell_count() as u64)
    }

    /// Kind and text of a value; `None` for an empty one, text of blanks included.
    fn written<'v>(&mut self, value: &Value<'v>) -> Option<(CellKind, std::borrow::Cow<'v, str>)> {
        let (kind, text) = match value {
            Value::Empty => {
                self.tally.styled += 1;
                return None;
            }
            Value::Text(text) if text.chars().all(char::is_whitespace) => return None,
            Value::Text(text) => return Some((CellKind::Text, (*text).into())),
            Value::Iso(text) => match value::iso_moment(text) {
                Some(date) => (CellKind::Date, date),
                None => return Some((CellKind::Text, (*text).into())).filter(|_| !text.is_empty()),
            },
            Value::Whole(number) => (CellKind::Number, number.to_string()),
            Value::Number(number) => value::number(*number),
            Value::Serial(serial) => match value::moment(*serial, self.epoch) {
                Moment::Date(text) => (CellKind::Date, text),
                Moment::Time(text) => (CellKind::Number, text),
                Moment::Impossible(kind, text) => {
                    self.tally.impossible += 1;
                    (kind, text)
                }
            },
            Value::Boolean(true) => (CellKind::Boolean, "TRUE".to_owned()),
            Value::Boolean(false) => (CellKind::Boolean, "FALSE".to_owned()),
            Value::Error(text) => (CellKind::Error, text.clone()),
        };
        Some((kind, text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_cell_replaces_an_earlier_one() {
        let limits = Limits::default();
        let mut filling = Filling::new("S", Epoch::Year1900, &limits);
        for (row, column, text) in [(1, 2, "c"), (1, 0, "old"), (1, 0, "new"), (4, 0, "z"), (5, 0, " \u{A0}")] {
            filling.cell(row, column, &Value::Text(text)).unwrap();
        }
        let mut notices = Vec::new();
        let table = filling.finish(&SheetFacts::default(), &mut notices).unwrap();
        let rows: Vec<String> = table
            .rows()
            .map(|row| format!("{}:{}", row.number(), row.cells().map(|cell| cell.text).collect::<Vec<_>>().join(",")))
            .collect();
        assert_eq!(rows, ["2:new,c", "5:z"]);
        assert_eq!(table.blank_rows, 3);
        assert_eq!(notices, [Notice::DuplicateCells { sheet: "S".to_owned(), count: 1 }]);
    }

    #[test]
    fn rows_that_go_back_are_damage() {
        let limits = Limits::default();
        let mut filling = Filling::new("S", Epoch::Year1900, &limits);
        filling.cell(5, 0, &Value::Whole(1)).unwrap();
        assert_eq!(filling.cell(4, 0, &Value::Whole(1)).unwrap_err().code(), "damaged-workbook");
    }
}
