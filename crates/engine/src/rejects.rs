//! The rows of a file that were set aside, taken out to be corrected and opened again.

use crate::reading::ReadFile;
use crate::view::preview;
use crate::{Session, failures};
use export::rejects::{Reject, rejects};
use protocol::Failure;
use sheet::Table;
use std::collections::BTreeMap;
use text::Language;

impl Session {
    /// The rows of one file set aside, as delimited text; of the first file where none is named.
    pub(crate) fn rejects(&self, file: Option<&str>, language: Language) -> Result<Vec<u8>, Failure> {
        let found = match file {
            Some(name) => self.files().iter().find(|file| file.name == name),
            None => self.files().first(),
        };
        let file = found.ok_or_else(|| failures::row_absent(file.unwrap_or_default(), 1, language))?;
        let header_row = file.mapping.header_row();
        let headings = preview::headings(&file.raw_rows(file.table, header_row, 1), header_row);
        rejects(language, &headings, &rows(file, language)).map_err(|error| failures::export(&error, language))
    }
}

/// Each row once, with all the reasons it was given.
fn rows(file: &ReadFile, language: Language) -> Vec<Reject> {
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for diagnostic in &file.intake.set_aside {
        if let Some(at) = diagnostic.at {
            reasons.entry(at.row).or_default().push(diagnostic.sentence(language, &file.name, file.sheet()));
        }
    }
    let numbers: Vec<u32> = reasons.keys().copied().collect();
    let raw = file.raw_rows_at(&numbers);
    let rows = reasons.into_iter();
    rows.map(|(row, reasons)| Reject { cells: cells(file, &raw, row), reason: reasons.join(" ") }).collect()
}

/// The cells of a row by column, corrected ones as corrected.
fn cells(file: &ReadFile, raw: &Table, number: u32) -> Vec<String> {
    let corrected = raw.row(number).and_then(|row| file.mapping.corrections().corrected(&row));
    preview::headings(corrected.as_ref().unwrap_or(raw), number)
}
