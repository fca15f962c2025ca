//! One sheet being written, from top to bottom. This is the only place that writes cells: text goes in as text, and
//! a formula can only be a total of the rows just written.

use super::formats::Formats;
use crate::ExportError;
use crate::figure;
use crate::table::{Cell, Table, looks_like_a_formula};
use rust_xlsxwriter::{Formula, Worksheet, utility};
use std::collections::BTreeMap;
use text::Language;
use text::letters::printable;
use values::{Amount, Currency};

/// Rows of a sheet of the format.
const ROWS_MAX: u32 = 1_048_576;
/// Characters kept of a text; a cell holds 32,767 units of UTF-16, two per character at most.
const TEXT_MAX: usize = 16_000;
const A4: u8 = 9;

pub(super) struct Page<'w> {
    sheet: &'w mut Worksheet,
    formats: &'w Formats,
    language: Language,
    name: String,
    /// The next row.
    row: u32,
    /// Characters of the widest cell of each column.
    widths: Vec<usize>,
    /// Hidden characters taken out so far.
    removed: usize,
}

/// What a column adds up to, by currency; counts have none.
type Sums = BTreeMap<Option<Currency>, i128>;

impl<'w> Page<'w> {
    pub(super) fn new(
        sheet: &'w mut Worksheet,
        formats: &'w Formats,
        language: Language,
        name: String,
    ) -> Result<Page<'w>, ExportError> {
        sheet.set_name(&name)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        Ok(Page { sheet, formats, language, name, row: 0, widths: Vec::new(), removed: 0 })
    }

    pub(super) fn title(&mut self, text: &str) -> Result<(), ExportError> {
        self.sheet.write_string_with_format(self.row, 0, text, &self.formats.title)?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn note(&mut self, text: &str) -> Result<(), ExportError> {
        self.sheet.write_string_with_format(self.row, 0, text, &self.formats.note)?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn skip(&mut self) {
        self.row += 1;
    }

    /// A table among others: headings and rows.
    pub(super) fn table(&mut self, table: Table<'_>) -> Result<(), ExportError> {
        self.rows(table).map(|_| ())
    }

    /// The table a sheet is for: its headings stay in view and on every printed page, its rows can be filtered, its
    /// totals follow.
    pub(super) fn listing(&mut self, table: Table<'_>) -> Result<(), ExportError> {
        let headings = self.row;
        let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let currency = table.currency;
        let sums = self.rows(table)?;
        let last = self.row.saturating_sub(1);
        self.sheet.set_freeze_panes(headings + 1, 2)?;
        self.sheet.set_repeat_rows(headings, headings)?;
        self.sheet.autofilter(headings, 0, last, last_column)?;
        if last > headings && sums.iter().any(|sums| !sums.is_empty()) {
            self.totals(headings + 1, last, currency, &sums)?;
        }
        Ok(())
    }

    /// Sets the widths of the columns. Returns how many hidden characters were taken out of the sheet.
    pub(super) fn finish(self) -> Result<usize, ExportError> {
        for (column, width) in (0_u16..).zip(&self.widths) {
            let width = u32::try_from((*width).clamp(9, 60)).unwrap_or(60);
            self.sheet.set_column_width(column, f64::from(width + 2))?;
        }
        Ok(self.removed)
    }

    fn rows(&mut self, table: Table<'_>) -> Result<Vec<Sums>, ExportError> {
        // Room for a total per currency; no ledger holds a hundred.
        let rows = self.row as usize + 1 + table.length + 100;
        if rows > ROWS_MAX as usize {
            return Err(ExportError::TooManyRows { sheet: self.name.clone(), rows, limit: ROWS_MAX });
        }
        for (column, heading) in (0_u16..).zip(&table.columns) {
            self.sheet.write_string_with_format(self.row, column, &*heading.heading, &self.formats.heading)?;
            // A heading wraps: half its length is room enough.
            self.widen(column, heading.heading.chars().count().div_ceil(2));
        }
        self.row += 1;
        let mut sums: Vec<Sums> = table.columns.iter().map(|_| Sums::new()).collect();
        for cells in table.rows {
            for (column, ((cell, heading), sum)) in (0_u16..).zip(cells.iter().zip(&table.columns).zip(&mut sums)) {
                self.cell(column, cell)?;
                if heading.adds_up {
                    add(sum, cell);
                }
            }
            self.row += 1;
        }
        Ok(sums)
    }

    fn cell(&mut self, column: u16, cell: &Cell<'_>) -> Result<(), ExportError> {
        let (sheet, formats, row) = (&mut *self.sheet, self.formats, self.row);
        let width = match cell {
            Cell::Empty => 0,
            Cell::Text(text) => {
                let cleaned = printable(text);
                self.removed += cleaned.removed;
                let format = if looks_like_a_formula(text) { &formats.quoted } else { &formats.text };
                let shown = cut(&cleaned.text);
                if !shown.is_empty() {
                    sheet.write_string_with_format(row, column, &shown, format)?;
                }
                shown.chars().count()
            }
            Cell::Amount(amount, currency) => {
                let number = figure::number(*amount, *currency);
                sheet.write_number_with_format(row, column, number, formats.amount(*currency))?;
                self.language.amount(*amount, *currency).chars().count()
            }
            Cell::Day(day) => {
                sheet.write_number_with_format(row, column, day.to_serial() as f64, &formats.day)?;
                10
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, column, *count as f64, &formats.count)?;
                count.to_string().len() + 1
            }
            Cell::Share(ratio) if ratio.is_finite() => {
                sheet.write_number_with_format(row, column, *ratio, &formats.share)?;
                6
            }
            Cell::Decimal(ratio) if ratio.is_finite() => {
                sheet.write_number_with_format(row, column, *ratio, &formats.decimal)?;
                8
            }
            Cell::Share(_) | Cell::Decimal(_) => 0,
        };
        self.widen(column, width);
        Ok(())
    }

    fn widen(&mut self, column: u16, width: usize) {
        let column = usize::from(column);
        if self.widths.len() <= column {
            self.widths.resize(column + 1, 0);
        }
        if let Some(widest) = self.widths.get_mut(column) {
            *widest = (*widest).max(width);
        }
    }

    /// One line of totals that follows the filter, or one line per currency where there are several.
    fn totals(&mut self, first: u32, last: u32, currency: Option<u16>, sums: &[Sums]) -> Result<(), ExportError> {
        let mut currencies: Vec<Currency> = sums.iter().flat_map(BTreeMap::keys).flatten().copied().collect();
        currencies.sort_unstable();
        currencies.dedup();
        match currency {
            Some(column) if currencies.len() > 1 => {
                for currency in currencies {
                    self.total_of_currency(first, last, column, currency, sums)?;
                }
                Ok(())
            }
            Some(_) | None => self.total_shown(first, last, sums),
        }
    }

    fn total_shown(&mut self, first: u32, last: u32, sums: &[Sums]) -> Result<(), ExportError> {
        self.total_label(self.language.report_total_shown())?;
        for (column, sums) in (0_u16..).zip(sums) {
            let Some((currency, sum)) = sums.first_key_value() else { continue };
            let formula = format!("=SUBTOTAL(109,{})", utility::cell_range(first, column, last, column));
            self.total(column, *currency, *sum, &formula)?;
        }
        self.row += 1;
        Ok(())
    }

    fn total_of_currency(
        &mut self,
        first: u32,
        last: u32,
        codes: u16,
        currency: Currency,
        sums: &[Sums],
    ) -> Result<(), ExportError> {
        self.total_label(&format!("{} {currency}", self.language.report_total()))?;
        let codes = utility::cell_range(first, codes, last, codes);
        for (column, sums) in (0_u16..).zip(sums) {
            let Some(sum) = sums.get(&Some(currency)) else { continue };
            let amounts = utility::cell_range(first, column, last, column);
            // A code is three ASCII letters by its type: nothing of a file enters the formula.
            let formula = format!("=SUMIF({codes},\"{currency}\",{amounts})");
            self.total(column, Some(currency), *sum, &formula)?;
        }
        self.row += 1;
        Ok(())
    }

    fn total_label(&mut self, label: &str) -> Result<(), ExportError> {
        self.sheet.write_string_with_format(self.row, 0, label, &self.formats.total_label)?;
        Ok(())
    }

    fn total(&mut self, column: u16, currency: Option<Currency>, sum: i128, formula: &str) -> Result<(), ExportError> {
        let sum = Amount::from_minor(i64::try_from(sum).unwrap_or(i64::MAX));
        let (result, format) = match currency {
            Some(currency) => (figure::decimal(sum, currency, '.'), self.formats.total_amount(currency)),
            None => (sum.minor().to_string(), &self.formats.total_count),
        };
        self.widen(column, result.len() + 4);
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(self.row, column, formula, format)?;
        Ok(())
    }
}

fn add(sums: &mut Sums, cell: &Cell<'_>) {
    match cell {
        Cell::Amount(amount, currency) => *sums.entry(Some(*currency)).or_default() += i128::from(amount.minor()),
        Cell::Count(count) => *sums.entry(None).or_default() += i128::from(*count),
        Cell::Empty | Cell::Text(_) | Cell::Day(_) | Cell::Share(_) | Cell::Decimal(_) => {}
    }
}

/// The text, or as much of it as a cell holds.
fn cut(text: &str) -> String {
    match text.char_indices().nth(TEXT_MAX) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
