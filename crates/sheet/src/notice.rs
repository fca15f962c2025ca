//! What is worth telling about a file that was read: facts with their figures, no sentence.
//! A notice never means that a row was lost; it says what the reader saw and decided.

/// One fact about the file. Sheets are named as the workbook names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Characters that could not be decoded, or that the file already carried as U+FFFD.
    ReplacementCharacters {
        /// How many.
        count: u64,
    },
    /// UTF-8 that was read as Windows-1252 and written again (`SociÃ©tÃ©`): put right.
    DoublyEncoded,
    /// The first line was `sep=…` and gave the delimiter; it is not a row.
    SeparatorLine {
        /// The delimiter.
        delimiter: char,
    },
    /// Records whose number of fields is not the usual one; they are kept as they are.
    RaggedRows {
        /// How many records.
        count: u64,
        /// The usual number of fields.
        usual_fields: u64,
    },
    /// Quotes do not pair up, so they were kept as ordinary characters.
    LiteralQuotes,
    /// A sheet the workbook hides; it is read and flagged.
    HiddenSheet {
        /// The sheet.
        sheet: String,
        /// Hidden so that the program's menu cannot show it.
        very: bool,
    },
    /// A sheet without cells by nature (chart, dialogue, macro); it gives no table.
    SheetWithoutCells {
        /// The sheet.
        sheet: String,
    },
    /// Cells that only carry a format; they were skipped.
    StyledEmptyCells {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
    /// Cells written twice; the last one counts, as in a spreadsheet.
    DuplicateCells {
        /// The sheet.
        sheet: String,
        /// How many were replaced.
        count: u64,
    },
    /// Cells whose value the reader does not know, such as the newest error values; they are missing from the table.
    UnreadableCells {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
        /// The first one, as written, shortened.
        example: String,
    },
    /// Formulas saved without their result; their cells are missing from the table.
    FormulasWithoutValue {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
    /// Rows with content that the workbook hides (by hand or by a filter); they are read like the others.
    HiddenRows {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
    /// Columns under a filter that is at work; the rows it hides are read like the others.
    ActiveFilter {
        /// The sheet.
        sheet: String,
        /// How many columns.
        count: u64,
    },
    /// Columns that the workbook hides; they are read like the others.
    HiddenColumns {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
    /// Rows with a cell struck through, as people mark what was paid; they are read like the others.
    StruckRows {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
    /// Merged cells; the value stands in the first one, the others are empty.
    MergedCells {
        /// The sheet.
        sheet: String,
        /// How many merged areas.
        count: u64,
    },
    /// Macros, which are never run.
    Macros,
    /// Links to other workbooks or data connections, which are never followed; the stored values count.
    ExternalLinks {
        /// How many.
        count: u64,
    },
    /// Sources of pivot tables, which are not read; the sheets are.
    PivotCaches {
        /// How many.
        count: u64,
    },
    /// Numbers of more than fifteen digits before the point, such as accounts or cards: a spreadsheet keeps fifteen, the
    /// others are lost.
    RoundedNumbers {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
        /// The first one, as read.
        example: String,
    },
    /// Day numbers that are no day (zero, negative, 29 February 1900, beyond the calendar); kept as numbers.
    ImpossibleDates {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
    },
}

impl Notice {
    /// A stable name of the variant.
    pub const fn code(&self) -> &'static str {
        match self {
            Notice::ReplacementCharacters { .. } => "replacement-characters",
            Notice::DoublyEncoded => "doubly-encoded",
            Notice::SeparatorLine { .. } => "separator-line",
            Notice::RaggedRows { .. } => "ragged-rows",
            Notice::LiteralQuotes => "literal-quotes",
            Notice::HiddenSheet { .. } => "hidden-sheet",
            Notice::SheetWithoutCells { .. } => "sheet-without-cells",
            Notice::StyledEmptyCells { .. } => "styled-empty-cells",
            Notice::DuplicateCells { .. } => "duplicate-cells",
            Notice::UnreadableCells { .. } => "unreadable-cells",
            Notice::FormulasWithoutValue { .. } => "formulas-without-value",
            Notice::HiddenRows { .. } => "hidden-rows",
            Notice::ActiveFilter { .. } => "active-filter",
            Notice::HiddenColumns { .. } => "hidden-columns",
            Notice::StruckRows { .. } => "struck-rows",
            Notice::MergedCells { .. } => "merged-cells",
            Notice::Macros => "macros",
            Notice::ExternalLinks { .. } => "external-links",
            Notice::PivotCaches { .. } => "pivot-caches",
            Notice::RoundedNumbers { .. } => "rounded-numbers",
            Notice::ImpossibleDates { .. } => "impossible-dates",
        }
    }
}
