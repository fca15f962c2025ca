//! What the styles of a workbook say of the values under them: codes with zeros before them, the currency a number format
//! names, text struck through. The same for every format of workbooks, whatever its styles are written in.

use std::collections::BTreeMap;

use crate::columns::SHEET_COLUMNS;
use crate::number_format::{self, Shown};
use values::Arrange;

/// What the style of a cell says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub shown: Shown,
    /// Place of its currency in their list, from 1; 0 for none.
    pub currency: u8,
    /// Struck through.
    pub struck: bool,
}

impl Style {
    /// What a cell is that names no style.
    pub const PLAIN: Style = Style { shown: Shown::Number, currency: 0, struck: false };

    /// The same, struck through or not.
    pub fn struck(self, struck: bool) -> Style {
        Style { struck, ..self }
    }
}

/// Formats and styles by their names or numbers. One type for all formats of workbooks: each type of map is code of its own.
pub(crate) type Named = BTreeMap<Vec<u8>, Style>;

/// The styles of a workbook, by their places, and the currencies that its formats name, as they stand there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Styles {
    list: Vec<Style>,
    pub currencies: Vec<String>,
    /// Some style strikes through.
    pub strikes: bool,
}

impl Styles {
    pub fn get(&self, place: usize) -> Option<Style> {
        self.list.get(place).copied()
    }

    pub fn push(&mut self, style: Style) {
        self.strikes |= style.struck;
        self.list.push(style);
    }

    /// What a format that the workbook writes out says.
    pub fn format(&mut self, code: &str) -> Style {
        let shown = number_format::custom(code);
        // A sign among the letters of a day names no money.
        let named = number_format::currency(code).filter(|_| shown == Shown::Number);
        let currency = named.map_or(0, |named| self.place_of(named));
        Style { shown, currency, struck: false }
    }

    /// The place of a currency, from 1; 0 where a workbook names more than any does.
    pub fn place_of(&mut self, named: String) -> u8 {
        let known = self.currencies.iter().position(|known| *known == named);
        let place = u8::try_from(known.unwrap_or(self.currencies.len()) + 1).ok().filter(|place| *place < 64);
        if known.is_none() && place.is_some() {
            self.currencies.push(named);
        }
        place.unwrap_or_default()
    }
}

/// The currencies that the formats of the columns of a sheet name: bits, by their places.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnCurrencies(Vec<u64>);

impl ColumnCurrencies {
    #[inline]
    pub fn see(&mut self, column: u16, currency: u8) {
        let at = usize::from(column);
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(named) = self.0.get_mut(at) {
            *named |= 1 << currency;
        }
    }

    /// The only currency that the formats of each column name.
    pub fn only(&self, names: &[String]) -> Vec<(u16, String)> {
        let place = |bits: u64| Some(bits.trailing_zeros()).filter(|_| bits.is_power_of_two());
        let named = self.0.iter().zip(0_u16..).filter_map(|(bits, column)| Some((column, place(*bits)?)));
        let named =
            named.filter_map(|(column, place)| Some((column, names.get((place as usize).checked_sub(1)?)?.clone())));
        named.collect()
    }
}

/// What a style says of a number beyond its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Digits of a code, zeros before it included; 0 for a number.
    pub digits: u8,
    /// Place of its currency, from 1; 0 for none.
    pub currency: u8,
}

impl Mark {
    pub fn of(style: Style) -> Mark {
        let digits = if let Shown::Padded(digits) = style.shown { digits } else { 0 };
        Mark { digits, currency: style.currency }
    }
}

/// Rows, first and last, with the mark of their cells.
type Run = (u32, u32, Mark);

/// The marks of the cells of one sheet, for a reader that gives values without their styles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    columns: Vec<Vec<Run>>,
    /// Rows with a cell struck through, and the last of them.
    struck: (u64, Option<u32>),
}

impl Marks {
    /// A cell with a value at a row and column from 0.
    pub fn cell(&mut self, row: u32, column: u64, style: Style) {
        self.cells((row, row), (column, 1), style);
    }

    /// The same cell in rows from a first to a last, and in so many columns from a first.
    pub fn cells(&mut self, (first, last): (u32, u32), (column, columns): (u64, u64), style: Style) {
        if style.struck && self.struck.1.is_none_or(|row| row < first) {
            self.struck = (self.struck.0 + u64::from(last.saturating_sub(first)) + 1, Some(last));
        }
        let mark = Mark::of(style);
        if mark == Mark::default() || last < first {
            return;
        }
        let end = column.saturating_add(columns).min(SHEET_COLUMNS) as usize;
        if self.columns.len() < end {
            self.columns.resize(end, Vec::new());
        }
        for runs in self.columns.get_mut(column as usize..end).unwrap_or_default() {
            match runs.last_mut() {
                Some((_, end, same)) if *same == mark && end.checked_add(1) == Some(first) => *end = last,
                _ => runs.push((first, last, mark)),
            }
        }
    }

    /// Rows with a cell struck through.
    pub fn struck(&self) -> u64 {
        self.struck.0
    }

    /// Puts the marks of each column in the order of its rows, where cells came in another.
    pub fn sort(&mut self) {
        self.columns.iter_mut().for_each(|runs| runs.arrange_by_key(|(first, ..)| *first));
    }

    /// What was said of a cell.
    pub fn of(&self, row: u32, column: u32) -> Mark {
        let found = self.columns.get(column as usize).and_then(|runs| {
            let after = runs.partition_point(|(first, ..)| *first <= row);
            runs.get(after.checked_sub(1)?).filter(|(_, last, _)| row <= *last)
        });
        found.map_or_else(Mark::default, |(.., mark)| *mark)
    }
}

/// A whole number that a format of zeros shows as a code of so many digits; `None` for any other number.
pub(crate) fn code(number: &str, digits: u8) -> Option<String> {
    let zeros = "000000000000000".get(..usize::from(digits).saturating_sub(number.len()))?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{zeros}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_back_for_their_cells_alone() {
        let style = |digits| Style { shown: Shown::Padded(digits), currency: 0, struck: digits == 7 };
        let mut marks = Marks::default();
        for (row, digits) in [(9, 5), (10, 5), (3, 7), (11, 7), (12, 7)] {
            marks.cell(row, 2, style(digits));
        }
        marks.cells((20, 29), (4, 2), style(5));
        marks.sort();
        let digits = |row, column| marks.of(row, column).digits;
        assert_eq!([digits(3, 2), digits(4, 2), digits(9, 2), digits(12, 2), digits(13, 2)], [7, 0, 5, 7, 0]);
        assert_eq!([digits(20, 4), digits(29, 5), digits(30, 4), digits(20, 6), digits(9, 70_000)], [5, 5, 0, 0, 0]);
        assert_eq!(marks.struck(), 3);
    }

    #[test]
    fn codes_are_whole_numbers() {
        assert_eq!(code("417", 5).as_deref(), Some("00417"));
        assert_eq!(code("1234567", 5).as_deref(), Some("1234567"));
        assert_eq!((code("4.5", 5), code("-4", 5)), (None, None));
    }

    #[test]
    fn a_column_of_several_currencies_names_none() {
        let mut styles = Styles::default();
        let (euro, dollar) = (styles.format("0.00 [$€-40C]").currency, styles.format("\"$\"0.00").currency);
        assert_eq!((euro, dollar, styles.format("0.00\\ [$€-1]").currency), (1, 2, 1));
        let mut columns = ColumnCurrencies::default();
        [(3, euro), (5, euro), (5, dollar), (6, dollar)].into_iter().for_each(|(at, named)| columns.see(at, named));
        assert_eq!(columns.only(&styles.currencies), [(3, "€".to_owned()), (6, "$".to_owned())]);
    }
}
