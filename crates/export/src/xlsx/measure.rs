//! The first reading of a sheet: how wide its columns are, where its listing stands, what it adds up to. The format
//! wants the widths before the first row; reading twice costs less than keeping every row.

use super::chart::{Placed, ROWS_EACH};
use super::totals::{Sums, TotalRow, add, totals};
use super::{Block, Sheet};
use crate::ExportError;
use crate::table::{Cell, Table, Tint, clean};
use std::borrow::Cow;
use text::Language;
use text::letters::printable;
use values::{Amount, Currency};

/// Rows of a sheet of the format.
const ROWS_MAX: u32 = 1_048_576;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (9, 60);

/// What is known of a sheet before it is written.
#[derive(Default)]
pub(super) struct Extent {
    /// Characters of each column, from 9 to 60, and two of margin.
    pub(super) widths: Vec<usize>,
    /// Rows, totals included.
    pub(super) rows: u32,
    /// The table the sheet is for.
    pub(super) listing: Option<Listing>,
    /// Of each of its tables, from the top, the columns that hold figures.
    pub(super) figures: Vec<Vec<bool>>,
    /// Where its other tables stand.
    pub(super) tables: Vec<Placed>,
    /// First rows of its charts, from 0.
    pub(super) charts: Vec<u32>,
    /// Hidden characters the sheet leaves out.
    pub(super) removed: usize,
}

/// Where a listing stands, rows and columns from 0.
pub(super) struct Listing {
    pub(super) headings: u32,
    pub(super) last_row: u32,
    pub(super) last_column: u16,
    /// Headings.
    pub(super) names: Vec<String>,
    /// The columns whose colour tells something.
    pub(super) tints: Vec<(u16, Tint)>,
    pub(super) totals: Vec<TotalRow>,
}

/// Reads a sheet from top to bottom; refuses one the format cannot hold before a row of it is made.
pub(super) fn measure(language: Language, sheet: &Sheet<'_>) -> Result<Extent, ExportError> {
    let mut extent = Extent::default();
    for block in &sheet.blocks {
        match block {
            Block::Title(_) | Block::Note(_) | Block::Blank => extent.rows += 1,
            Block::Chart(_) => {
                extent.charts.push(extent.rows);
                extent.rows += ROWS_EACH;
            }
            Block::Table(make) => {
                let headings = extent.rows;
                extent.table(&sheet.name, make())?;
                extent.tables.push(Placed { headings, last_row: extent.rows.saturating_sub(1) });
            }
            Block::Listing(make) => extent.listing(language, &sheet.name, make())?,
        }
    }
    let (narrowest, widest) = WIDTHS;
    for width in &mut extent.widths {
        *width = (*width).clamp(narrowest, widest) + 2;
    }
    Ok(extent)
}

impl Extent {
    fn listing(&mut self, language: Language, name: &str, table: Table<'_>) -> Result<(), ExportError> {
        let headings = self.rows;
        let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let currency = table.currency;
        let names = table.columns.iter().map(|column| column.heading.to_string()).collect();
        let tints = (0..).zip(&table.columns).map(|(at, column)| (at, column.tint.clone()));
        let tints = tints.filter(|(_, tint)| *tint != Tint::None).collect();
        let sums = self.table(name, table)?;
        let last_row = self.rows.saturating_sub(1);
        let totals = totals(language, headings + 1, last_row, currency, &sums);
        for row in &totals {
            self.rows += 1;
            for total in &row.cells {
                self.widen(total.column, total.result.len() + 4);
            }
        }
        self.listing = Some(Listing { headings, last_row, last_column, names, tints, totals });
        Ok(())
    }

    fn table(&mut self, name: &str, table: Table<'_>) -> Result<Vec<Sums>, ExportError> {
        // Room for a total per currency; no ledger holds a hundred.
        let rows = self.rows as usize + 1 + table.length + 100;
        if rows > ROWS_MAX as usize {
            return Err(ExportError::TooManyRows { sheet: name.to_owned(), rows, limit: ROWS_MAX });
        }
        for (column, heading) in (0_u16..).zip(&table.columns) {
            self.widen(column, two_lines(&heading.heading));
        }
        self.rows += 1;
        let mut sums: Vec<Sums> = table.columns.iter().map(|_| Sums::new()).collect();
        let mut figures = vec![false; table.columns.len()];
        for cells in table.rows {
            for (cell, figure) in cells.iter().zip(&mut figures) {
                *figure |= cell.is_number();
            }
            for (column, ((cell, heading), sum)) in (0_u16..).zip(cells.iter().zip(&table.columns).zip(&mut sums)) {
                let width = self.width(cell);
                self.widen(column, width);
                if heading.adds_up {
                    add(sum, cell);
                }
            }
            self.rows += 1;
        }
        self.figures.push(figures);
        Ok(sums)
    }

    fn width(&mut self, cell: &Cell<'_>) -> usize {
        match cell {
            Cell::Text(text) => match clean(text) {
                Cow::Borrowed(text) => text.chars().count(),
                Cow::Owned(cleaned) => {
                    self.removed += printable(text).removed;
                    cleaned.chars().count()
                }
            },
            Cell::Lines(text) => {
                let cleaned: Vec<_> = text.split('\n').map(printable).collect();
                self.removed += cleaned.iter().map(|line| line.removed).sum::<usize>();
                cleaned.iter().map(|line| line.text.chars().count()).max().unwrap_or(0)
            }
            Cell::Amount(amount, currency) => amount_width(*amount, *currency),
            Cell::Count(count) => count.to_string().len() + 1,
            Cell::Empty => 0,
            Cell::Day(_) => 10,
            Cell::Share(_) => 6,
            Cell::Decimal(_) => 8,
        }
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
}

/// Characters of the longer of two lines, where a heading is broken between words so that this is the least.
fn two_lines(heading: &str) -> usize {
    let whole = heading.chars().count();
    let broken = heading.chars().enumerate().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at.max(whole - at - 1));
    broken.min().unwrap_or(whole)
}

/// Characters of an amount as people write it in either language: sign, grouped digits, mark, decimals.
fn amount_width(amount: Amount, currency: Currency) -> usize {
    let decimals = currency.decimals() as usize;
    let digits = amount.minor().unsigned_abs().checked_ilog10().map_or(1, |power| power as usize + 1).max(decimals + 1);
    digits + (digits - decimals - 1) / 3 + usize::from(decimals > 0) + usize::from(amount.is_credit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_takes_two_lines_at_most() {
        assert_eq!(two_lines("Avoirs et règlements non affectés"), 20);
        assert_eq!(two_lines("61 à 90 jours"), 7);
        assert_eq!(two_lines("Solde"), 5);
    }

    #[test]
    fn amounts_are_as_wide_as_they_are_written() {
        for code in ["EUR", "JPY", "TND"] {
            let currency: Currency = code.parse().unwrap();
            for minor in [0, 1, -1, 99, 100, 999, 1_000, 99_999, 100_000, -123_456_789, Amount::MAX_TOTAL] {
                let amount = Amount::from_minor(minor);
                let written = Language::Fr.amount(amount, currency).chars().count();
                assert_eq!(amount_width(amount, currency), written, "{minor} {code}");
            }
        }
    }
}
