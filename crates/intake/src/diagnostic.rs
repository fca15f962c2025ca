//! What is said about reading a file: why a row was set aside, and what else is worth knowing. Facts with their
//! place, no sentence (sentences live in `text`).

mod kind;
mod note;
mod weight;

pub use kind::DiagnosticKind;
pub(crate) use note::Note;

use crate::number::NumberFault;
use values::Source;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth checking.
    Warning,
    /// Something is missing from the figures.
    Error,
}

/// A column as a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// From 0.
    pub index: u16,
    /// Heading as written; empty where there is none.
    pub header: String,
}

/// A remark on reading a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about.
    pub kind: DiagnosticKind,
    /// How much it matters.
    pub severity: Severity,
    /// The row; the first one where several are meant; `None` for the whole table.
    pub at: Option<Source>,
    /// The column.
    pub column: Option<Column>,
    /// What was seen, as written.
    pub seen: Option<String>,
}

impl Diagnostic {
    /// A diagnostic about a whole table or several rows.
    pub(crate) fn about(kind: DiagnosticKind, at: Option<Source>) -> Diagnostic {
        Diagnostic { severity: kind.severity(), kind, at, column: None, seen: None }
    }

    /// Rows set aside for this reason.
    pub const fn rows(&self) -> u32 {
        match self.kind {
            DiagnosticKind::OtherAccounts { count } | DiagnosticKind::InvoiceLines { count } => count,
            _ => 1,
        }
    }

    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What was probably meant, for a person to confirm.
    pub fn proposal(&self) -> Option<&str> {
        match &self.kind {
            DiagnosticKind::UnreadableAmount { fault: NumberFault::LookAlike(proposal) } => Some(proposal),
            _ => None,
        }
    }
}
