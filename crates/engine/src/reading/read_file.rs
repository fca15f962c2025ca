//! A file that was read: its tables as they stand in it, its digest, and what became of its rows.

use super::LeftSheets;
use super::input::all_bytes;
use crate::digest::sha256_of;
use crate::refusals;
use intake::{Intake, Mapping};
use protocol::{Failure, ModelUse};
use sheet::{Large, Limits, Source, Table, Workbook};
use std::cell::OnceCell;
use std::rc::Rc;
use text::Language;
use values::TableIndex;

/// A file that was read: its tables, how they were understood, what became of each row.
pub(crate) struct ReadFile {
    pub(crate) name: String,
    /// Its bytes, as long as nobody moves or changes the file.
    pub(super) source: Rc<dyn Source>,
    /// Made when first asked for: it costs as much as reading the file once more.
    pub(super) sha256: Rc<OnceCell<String>>,
    /// Its tables. One that was read in passes has no rows: they are read again from the source.
    pub(crate) workbook: Rc<Workbook>,
    pub(super) large: Option<Large>,
    pub(crate) table: TableIndex,
    pub(crate) mapping: Mapping,
    /// The model its reading follows.
    pub(crate) model: Option<ModelUse>,
    /// Whether the file has another table before this one; what is said of the whole file is said once.
    pub(crate) further: bool,
    /// A person said which sheets to read: no reason of ours is told.
    pub(crate) chosen: bool,
    /// Sheets that were left, each with the reason.
    pub(crate) left_sheets: LeftSheets,
    pub(crate) intake: Intake,
}

impl ReadFile {
    /// Rows of a table as they stand in the file, from a row on; blank ones are left out.
    pub(crate) fn raw_rows(&self, table: TableIndex, first_row: u32, count: u32) -> Table {
        if let Some(large) = self.large_of(table) {
            let rows = large.rows(self.source.as_ref(), &Limits::default(), first_row, count as usize);
            // A source that is gone meanwhile has no row to show any more.
            return rows.map(|rows| within(&rows, first_row, count)).unwrap_or_default();
        }
        let whole = self.workbook.tables.get(usize::from(table.0));
        whole.map(|table| within(table, first_row, count)).unwrap_or_default()
    }

    /// Single rows of the table imported, their numbers in rising order.
    pub(crate) fn raw_rows_at(&self, numbers: &[u32]) -> Table {
        if let Some(large) = self.large_of(self.table) {
            return large.rows_at(self.source.as_ref(), &Limits::default(), numbers).unwrap_or_default();
        }
        let mut rows = Table::default();
        let found = self.table().map(|table| numbers.iter().filter_map(|number| table.row(*number)));
        found.into_iter().flatten().for_each(|row| rows.copy_row(&row));
        rows
    }

    /// What the rows of a table are read from, where it was read in passes.
    fn large_of(&self, table: TableIndex) -> Option<&Large> {
        self.large.as_ref().filter(|large| large.position() == usize::from(table.0))
    }

    /// The table of a sheet; the one imported where none is named.
    pub(crate) fn table_of(&self, sheet: Option<&str>) -> Option<TableIndex> {
        let Some(sheet) = sheet else { return Some(self.table) };
        let position = self.workbook.tables.iter().position(|table| table.name.as_deref() == Some(sheet))?;
        u16::try_from(position).ok().map(TableIndex)
    }

    /// Digest of its bytes, made on first demand.
    pub(crate) fn sha256(&self, language: Language) -> Result<&str, Failure> {
        if let Some(known) = self.sha256.get() {
            return Ok(known);
        }
        let made = sha256_of(self.source.as_ref())
            .map_err(|error| refusals::unreadable(&self.name, &error.into(), language))?;
        Ok(self.sha256.get_or_init(|| made))
    }

    /// The digest, if somebody asked for it before.
    pub(crate) fn known_sha256(&self) -> Option<&str> {
        self.sha256.get().map(String::as_str)
    }

    /// All its bytes.
    pub(crate) fn bytes(&self, language: Language) -> Result<Vec<u8>, Failure> {
        all_bytes(&self.name, self.source.as_ref(), language)
    }

    /// Bytes in all.
    pub(crate) fn size(&self) -> u64 {
        self.source.len()
    }

    /// The table that was imported.
    pub(crate) fn table(&self) -> Option<&Table> {
        self.workbook.tables.get(usize::from(self.table.0))
    }

    /// Its sheet name.
    pub(crate) fn sheet(&self) -> Option<&str> {
        self.table()?.name.as_deref()
    }
}

/// The rows of a table from a row on.
fn within(table: &Table, first_row: u32, count: u32) -> Table {
    let mut rows = Table::new(table.name.clone());
    let wanted = first_row..first_row.saturating_add(count);
    table.rows().filter(|row| wanted.contains(&row.number())).for_each(|row| rows.copy_row(&row));
    rows
}
