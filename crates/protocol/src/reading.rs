//! How a person looks at a reading and changes it: the first rows as they are read, cells corrected, totals typed,
//! and the model that reads the same export next month.

use crate::{Candidate, Format, Mapping};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency};

/// A cell a person corrected, before it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// What to read in its place, written as the file writes; empty to empty the cell.
    pub value: String,
}

/// The balance of the customers' account in the books, as a person typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerBalance {
    /// Its currency.
    pub currency: Currency,
    /// The balance, debits above zero.
    pub amount: Amount,
}

/// Which rows of a file to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreviewQuery {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet; the one read by default.
    #[serde(default)]
    pub sheet: Option<String>,
    /// First row, from 1.
    pub first_row: u32,
    /// How many rows, at most 500.
    pub rows: u32,
}

/// Rows as they stand in a file, each with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Columns of the table.
    pub columns: u16,
    /// The headings, by column; empty where there is none.
    pub headings: Vec<String>,
    /// The rows; blank ones are left out.
    pub rows: Vec<PreviewRow>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// Above the headings.
    Title,
    /// The headings, or the same again, or a note.
    Heading,
    /// Names the customer of the rows below.
    Group,
    /// A total or a sub-total.
    Total,
    /// Imported.
    Item,
    /// Set aside, with its reason in the report.
    SetAside,
    /// Nothing but spaces.
    Blank,
    /// Not read yet.
    Unread,
}

/// A row as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// Row, from 1.
    pub row: u32,
    /// What became of it.
    pub kind: RowKind,
    /// Its cells, by column.
    pub cells: Vec<PreviewCell>,
}

/// A cell as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreviewCell {
    /// Column, from 0.
    pub column: u16,
    /// The content, as written or as corrected.
    pub value: String,
    /// Whether it stands there by a person's correction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// Another sheet or another row of headings to be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposalQuery {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet; the one read by default.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Row of the headings; found by itself by default.
    #[serde(default)]
    pub header_row: Option<u32>,
}

/// How that would be read; no candidate where it makes no sense as receivables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// Ways to read it, best first.
    pub candidates: Vec<Candidate>,
}

/// How one kind of export is read, to read the next one the same way. It holds headings, never a value of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadingModel {
    /// Always `reading-model`.
    pub encours: String,
    /// Version of this form: 1.
    pub version: u32,
    /// Digest of the headings, folded, in their order.
    pub fingerprint: String,
    /// The headings, by column; empty where there is none.
    pub headings: Vec<String>,
    /// How the table is read; without samples.
    pub mapping: Mapping,
}

/// A model that was used on a file, and what had changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ModelUse {
    /// Fingerprint of the model.
    pub fingerprint: String,
    /// What differs between the file and the model; nothing where they are of one shape.
    pub changes: Vec<ModelChange>,
}

/// What became of a heading since the model was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum HeadingChange {
    /// The heading stands in another column.
    Moved,
    /// The heading is gone: nothing is read in its place unless the content shows another column.
    Missing,
    /// The heading is new.
    New,
}

/// One difference between a file and its model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ModelChange {
    /// What became of it.
    pub change: HeadingChange,
    /// The heading.
    pub header: String,
    /// What its column meant, or now means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub key: Option<String>,
}

/// A file to look into before it is opened: nothing of it was recognised, or not enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LookQuery {
    /// Name of the sheet; the fullest one by default.
    pub sheet: Option<String>,
    /// Row of the headings; found by itself by default.
    pub header_row: Option<u32>,
}

/// What stands in a file that was not recognised, for a person to say what its columns mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Look {
    /// Format, decided by content.
    pub format: Format,
    /// Names of the sheets of a workbook.
    pub sheets: Vec<String>,
    /// What was understood of it: not enough to read it.
    pub mapping: Mapping,
    /// Its first rows.
    pub preview: Preview,
}
