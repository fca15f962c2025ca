//! How much a file may ask for, as data: one field per limit, checked before anything is allocated.
//! A refusal names the limit, what it allows and what was seen.

/// What a file may hold. The defaults are the published ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    /// Entries of a ZIP container (xlsx, xlsb, ods).
    pub zip_entries: u64,
    /// Bytes of all the entries of a container once inflated.
    pub inflated_bytes: u64,
    /// Characters of one cell.
    pub cell_chars: u64,
    /// Rows of one table, counted from the first row of the sheet or file.
    pub rows: u64,
    /// Columns of one table that hold at least one non-empty cell.
    pub columns: u64,
    /// Non-empty cells of the whole file.
    pub cells: u64,
    /// Entries of the shared strings of a workbook.
    pub strings: u64,
    /// Elements inside one another in one part of a workbook.
    pub xml_depth: u64,
    /// Attributes of one element.
    pub xml_attributes: u64,
    /// Bytes of one tag, one comment or one run of text between two tags.
    pub xml_token_bytes: u64,
    /// Bytes of all cell texts together (a shared string counts every time a cell shows it).
    pub text_bytes: u64,
    /// Cells, empty ones included, of the rectangle around a sheet of the two formats that cannot be streamed (xls, ods).
    pub dense_cells: u64,
    /// Sheets of a workbook.
    pub sheets: u64,
    /// Bytes of a text file, which is read in pieces and never held.
    pub streamed_bytes: u64,
    /// Rows of a text file read in pieces.
    pub streamed_rows: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file_bytes: 256 * 1024 * 1024,
            zip_entries: 4_096,
            inflated_bytes: 512 * 1024 * 1024,
            cell_chars: 32_767,
            rows: 1_048_576,
            columns: 512,
            cells: 20_000_000,
            strings: 4_000_000,
            xml_depth: 64,
            xml_attributes: 64,
            xml_token_bytes: 1024 * 1024,
            text_bytes: 512 * 1024 * 1024,
            dense_cells: 6_000_000,
            sheets: 1_024,
            streamed_bytes: 4 * 1024 * 1024 * 1024,
            streamed_rows: 20_000_000,
        }
    }
}

/// Which limit was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// [`Limits::file_bytes`]
    FileBytes,
    /// [`Limits::zip_entries`]
    ZipEntries,
    /// [`Limits::inflated_bytes`]
    InflatedBytes,
    /// [`Limits::cell_chars`]
    CellChars,
    /// [`Limits::rows`]
    Rows,
    /// [`Limits::columns`]
    Columns,
    /// [`Limits::cells`]
    Cells,
    /// [`Limits::strings`]
    Strings,
    /// [`Limits::xml_depth`]
    XmlDepth,
    /// [`Limits::xml_attributes`]
    XmlAttributes,
    /// [`Limits::xml_token_bytes`]
    XmlTokenBytes,
    /// [`Limits::text_bytes`]
    TextBytes,
    /// [`Limits::dense_cells`]
    DenseCells,
    /// [`Limits::sheets`]
    Sheets,
    /// [`Limits::streamed_bytes`]
    StreamedBytes,
    /// [`Limits::streamed_rows`]
    StreamedRows,
}

impl Limit {
    /// Every limit, in the order of the published table.
    pub const ALL: [Limit; 16] = [
        Limit::FileBytes,
        Limit::ZipEntries,
        Limit::InflatedBytes,
        Limit::CellChars,
        Limit::Rows,
        Limit::Columns,
        Limit::Cells,
        Limit::Strings,
        Limit::XmlDepth,
        Limit::XmlAttributes,
        Limit::XmlTokenBytes,
        Limit::TextBytes,
        Limit::DenseCells,
        Limit::Sheets,
        Limit::StreamedBytes,
        Limit::StreamedRows,
    ];

    /// A stable name, for messages and tests.
    pub const fn code(self) -> &'static str {
        match self {
            Limit::FileBytes => "file-bytes",
            Limit::ZipEntries => "zip-entries",
            Limit::InflatedBytes => "inflated-bytes",
            Limit::CellChars => "cell-chars",
            Limit::Rows => "rows",
            Limit::Columns => "columns",
            Limit::Cells => "cells",
            Limit::Strings => "strings",
            Limit::XmlDepth => "xml-depth",
            Limit::XmlAttributes => "xml-attributes",
            Limit::XmlTokenBytes => "xml-token-bytes",
            Limit::TextBytes => "text-bytes",
            Limit::DenseCells => "dense-cells",
            Limit::Sheets => "sheets",
            Limit::StreamedBytes => "streamed-bytes",
            Limit::StreamedRows => "streamed-rows",
        }
    }
}

impl Limits {
    /// What one limit allows.
    pub const fn allowed(&self, limit: Limit) -> u64 {
        match limit {
            Limit::FileBytes => self.file_bytes,
            Limit::ZipEntries => self.zip_entries,
            Limit::InflatedBytes => self.inflated_bytes,
            Limit::CellChars => self.cell_chars,
            Limit::Rows => self.rows,
            Limit::Columns => self.columns,
            Limit::Cells => self.cells,
            Limit::Strings => self.strings,
            Limit::XmlDepth => self.xml_depth,
            Limit::XmlAttributes => self.xml_attributes,
            Limit::XmlTokenBytes => self.xml_token_bytes,
            Limit::TextBytes => self.text_bytes,
            Limit::DenseCells => self.dense_cells,
            Limit::Sheets => self.sheets,
            Limit::StreamedBytes => self.streamed_bytes,
            Limit::StreamedRows => self.streamed_rows,
        }
    }
}
