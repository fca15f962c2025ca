//! `Source`: where a value was read, down to the row, so that every figure leads back to its file.

/// Position of a file in the list of files opened together, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub u16);

/// Position of a table (sheet) in its file, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableIndex(pub u16);

/// A row of a table of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The file.
    pub file: FileIndex,
    /// The sheet in the file.
    pub table: TableIndex,
    /// The row number a spreadsheet or an editor shows, from 1.
    pub row: u32,
}
