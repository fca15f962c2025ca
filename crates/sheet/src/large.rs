//! What is too large to be held and is read in passes: a text, or a workbook with one large sheet.

use crate::Workbook;
use crate::error::Unreadable;
use crate::large_sheet::LargeSheet;
use crate::limits::Limits;
use crate::source::Source;
use crate::table::Table;
use crate::text_file::{Pass, TextFile};

/// A file of which one table is read in passes.
pub enum Large {
    /// A large text file.
    Text(Box<TextFile>),
    /// A workbook with one large sheet.
    Sheet(Box<LargeSheet>),
}

impl Large {
    /// Place of the table that is read in passes.
    pub fn position(&self) -> usize {
        match self {
            Large::Text(_) => 0,
            Large::Sheet(sheet) => sheet.position(),
        }
    }

    /// The file with a sample in the place of the table that is read in passes: some of its rows, the first ones among
    /// them with their own numbers; the numbers of the others only rise.
    pub fn sample(&self) -> Workbook {
        let (mut book, sample) = match self {
            Large::Text(text) => (text.workbook(), text.sample()),
            Large::Sheet(sheet) => (sheet.workbook().clone(), sheet.sample()),
        };
        if let Some(table) = book.tables.get_mut(self.position()) {
            *table = sample.clone();
        }
        book
    }

    /// The file as the last pass found it; the table that is read in passes has no rows and counts the blank ones.
    pub fn workbook(&self) -> Workbook {
        match self {
            Large::Text(text) => text.workbook(),
            Large::Sheet(sheet) => sheet.workbook().clone(),
        }
    }

    /// Rows that are not blank, in the last pass.
    pub fn row_count(&self) -> u64 {
        match self {
            Large::Text(text) => text.row_count(),
            Large::Sheet(sheet) => sheet.row_count(),
        }
    }

    /// Reads the whole table, handing over its rows in batches; a table handed over is only valid meanwhile.
    /// `progress(done, total)` counts bytes, every few milliseconds of work.
    pub fn read(
        &mut self,
        source: &dyn Source,
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Pass, Unreadable> {
        match self {
            Large::Text(text) => text.read(source, limits, visit, progress),
            Large::Sheet(sheet) => sheet.read(source, limits, visit, progress),
        }
    }

    /// The rows from a number on, `count` of them at most, read again from the source; refused where the source is gone or a
    /// limit is passed.
    pub fn rows(&self, source: &dyn Source, limits: &Limits, first: u32, count: usize) -> Result<Table, Unreadable> {
        match self {
            Large::Text(text) => text.rows(source, limits, first, count),
            Large::Sheet(sheet) => {
                let after = first.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
                sheet.rows(source, limits, (first, after), &|number| (first..after).contains(&number))
            }
        }
    }

    /// Single rows, their numbers in rising order, read again from the source; refused as above.
    pub fn rows_at(&self, source: &dyn Source, limits: &Limits, numbers: &[u32]) -> Result<Table, Unreadable> {
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Ok(Table::new(None)) };
        match self {
            Large::Text(text) => {
                let mut found = Table::new(None);
                for number in numbers {
                    let rows = text.rows(source, limits, *number, 1)?;
                    rows.rows().filter(|row| row.number() == *number).for_each(|row| found.copy_row(&row));
                }
                Ok(found)
            }
            Large::Sheet(sheet) => {
                sheet.rows(source, limits, (*first, *last), &|number| numbers.binary_search(&number).is_ok())
            }
        }
    }
}
