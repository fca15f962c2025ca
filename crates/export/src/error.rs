//! Why a file could not be written: too many rows for its format, or a refusal of its writer.

use text::Language;

/// No file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A table does not fit in a sheet of a workbook.
    TooManyRows {
        /// Name of the sheet.
        sheet: String,
        /// Rows it would have.
        rows: usize,
        /// Rows it may have.
        limit: u32,
    },
    /// The writer of the format refused; the detail is its own, in English.
    Writer {
        /// What it says.
        detail: String,
    },
}

impl ExportError {
    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            ExportError::TooManyRows { .. } => "too-many-rows",
            ExportError::Writer { .. } => "not-written",
        }
    }

    /// What happened.
    pub fn text(&self, language: Language) -> String {
        match self {
            ExportError::TooManyRows { sheet, rows, limit } => language.report_too_many_rows(sheet, *rows, *limit),
            ExportError::Writer { detail } => language.report_not_written(detail),
        }
    }

    /// What to do.
    pub const fn advice(&self, language: Language) -> &'static str {
        match self {
            ExportError::TooManyRows { .. } => language.report_too_many_rows_advice(),
            ExportError::Writer { .. } => language.report_not_written_advice(),
        }
    }
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> ExportError {
        ExportError::Writer { detail: error.to_string() }
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> ExportError {
        ExportError::Writer { detail: error.to_string() }
    }
}

impl From<csv::Error> for ExportError {
    fn from(error: csv::Error) -> ExportError {
        ExportError::Writer { detail: error.to_string() }
    }
}
