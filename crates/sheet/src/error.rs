//! Why a file gave no table at all: one variant per reason, with what was seen; the sentences live elsewhere.
//! Anything that still leaves a table to read is a [`crate::Notice`], never a refusal.

use crate::limits::{Limit, Limits};
use crate::sniff::{Look, Markup};
use crate::source::SourceError;
use crate::workbook::Format;

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not a single byte.
    Empty,
    /// Text, but nothing except blanks and line ends.
    OnlyWhitespace,
    /// A known kind of file that holds no table.
    NotATable {
        /// What it is.
        look: Look,
    },
    /// A ZIP archive of files, none of which makes it a workbook.
    ZipOfFiles {
        /// How many files.
        count: u64,
        /// The first names, at most five, shortened.
        names: Vec<String>,
    },
    /// A workbook under a password.
    Encrypted {
        /// The workbook's format; an encrypted xlsx or xlsb cannot be told apart and counts as xlsx.
        format: Format,
    },
    /// HTML without a table, or XML of an unknown kind.
    Markup {
        /// Which markup.
        kind: Markup,
    },
    /// A limit was passed, before anything was kept.
    TooLarge {
        /// Which limit.
        limit: Limit,
        /// What the limit allows.
        allowed: u64,
        /// What was seen; reading stops there, so the file may hold more.
        seen: u64,
    },
    /// A workbook whose inside does not hold together.
    Damaged {
        /// The part of the workbook, as named inside the file.
        part: String,
        /// What is wrong with it.
        damage: Damage,
    },
    /// The workbook looked sound, but its reader gave up.
    ReaderFailed {
        /// The workbook's format.
        format: Format,
        /// The reader's own words: English, shortened, without control characters; a detail for support.
        detail: String,
    },
    /// Binary content of no kind we know.
    UnknownBinary {
        /// The first bytes, at most eight, in hexadecimal.
        first_bytes: String,
    },
    /// The bytes cannot be had any more.
    Gone(SourceError),
}

impl From<SourceError> for Unreadable {
    fn from(error: SourceError) -> Unreadable {
        Unreadable::Gone(error)
    }
}

/// What is wrong with a part of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It stops before its end.
    Cut,
    /// It does not inflate, or its check sum is wrong.
    Corrupt,
    /// It is packed in a way that cannot be unpacked.
    Packing,
    /// An element is opened or closed out of turn.
    Nesting {
        /// The element.
        element: String,
    },
    /// It declares a document type, which no spreadsheet does.
    DocumentType,
    /// It is in an encoding no spreadsheet uses.
    Encoding,
    /// A cell, row or dimension reference outside any sheet.
    Reference {
        /// The reference as written, shortened.
        seen: String,
    },
    /// It announces more entries than its size could hold.
    LyingCount {
        /// The number announced.
        announced: u64,
        /// The most its size could hold.
        possible: u64,
    },
    /// Rows are not in rising order.
    RowOrder {
        /// The row that came too late, from 1.
        row: u32,
    },
    /// A binary record or table is not what its header says.
    Structure,
    /// It is not there.
    Missing,
}

impl Unreadable {
    /// A stable name of the variant, for messages, tests and the gallery of errors.
    pub const fn code(&self) -> &'static str {
        match self {
            Unreadable::Empty => "empty-file",
            Unreadable::OnlyWhitespace => "only-whitespace",
            Unreadable::NotATable { .. } => "not-a-table",
            Unreadable::ZipOfFiles { .. } => "zip-of-files",
            Unreadable::Encrypted { .. } => "encrypted-workbook",
            Unreadable::Markup { .. } => "markup-not-workbook",
            Unreadable::TooLarge { .. } => "limit-exceeded",
            Unreadable::Damaged { .. } => "damaged-workbook",
            Unreadable::ReaderFailed { .. } => "reader-failed",
            Unreadable::UnknownBinary { .. } => "unknown-binary",
            Unreadable::Gone(_) => "file-gone",
        }
    }

    pub(crate) fn damaged(part: impl Into<String>, damage: Damage) -> Unreadable {
        Unreadable::Damaged { part: printable(&part.into(), 80), damage }
    }

    pub(crate) fn reader(format: Format, error: impl std::fmt::Display) -> Unreadable {
        Unreadable::ReaderFailed { format, detail: printable(&error.to_string(), 200) }
    }
}

impl Damage {
    /// A stable name of the variant.
    pub const fn code(&self) -> &'static str {
        match self {
            Damage::Cut => "cut",
            Damage::Corrupt => "corrupt",
            Damage::Packing => "packing",
            Damage::Nesting { .. } => "nesting",
            Damage::DocumentType => "document-type",
            Damage::Encoding => "encoding",
            Damage::Reference { .. } => "reference",
            Damage::LyingCount { .. } => "lying-count",
            Damage::RowOrder { .. } => "row-order",
            Damage::Structure => "structure",
            Damage::Missing => "missing",
        }
    }
}

impl Limits {
    /// Refuses as soon as `seen` passes the limit.
    pub(crate) fn check(&self, limit: Limit, seen: u64) -> Result<(), Unreadable> {
        let allowed = self.allowed(limit);
        if seen > allowed { Err(Unreadable::TooLarge { limit, allowed, seen }) } else { Ok(()) }
    }
}

/// The refusal of content of no kind we know.
pub(crate) fn unknown(bytes: &[u8]) -> Unreadable {
    let first_bytes = bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Unreadable::UnknownBinary { first_bytes }
}

/// Foreign text made safe to show: no control characters, at most `limit` characters.
pub(crate) fn printable(text: &str, limit: usize) -> String {
    let mut shown: String = text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).take(limit + 1).collect();
    if shown.chars().count() > limit {
        shown = shown.chars().take(limit.saturating_sub(1)).collect();
        shown.push('…');
    }
    shown
}

pub(crate) fn printable_bytes(bytes: &[u8], limit: usize) -> String {
    printable(&String::from_utf8_lossy(bytes.get(..bytes.len().min(limit * 4)).unwrap_or_default()), limit)
}
