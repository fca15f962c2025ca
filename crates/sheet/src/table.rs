//! A table as it stood in the file: rows of typed cells with their row number, in one compact arena.
//! It guarantees that every row of the source is either here or counted in `blank_rows`; it interprets nothing.

use crate::row_runs::RowRuns;

/// What a cell held, before any interpretation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Text, as written. A cell of a delimited file is always text.
    Text,
    /// A number of a workbook. The text is its shortest exact decimal writing, with a point, without exponent.
    Number,
    /// A date of a workbook. The text is `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where the time is not midnight.
    Date,
    /// A logical value; the text is `TRUE` or `FALSE`.
    Boolean,
    /// An error value of a workbook (`#REF!`, `#N/A` ...); the text is that value.
    Error,
}

/// One cell, borrowed from its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Column, from 0.
    pub column: u16,
    /// What the cell held.
    pub kind: CellKind,
    /// The content, never empty and never white space alone.
    pub text: &'a str,
}

#[derive(Clone, Debug)]
struct StoredCell {
    start: u32,
    length: u32,
    column: u16,
    kind: CellKind,
    /// Place of the currency that its number format names, from 1; 0 for none.
    currency: u8,
}

/// Marks the start of a cell that stands beside the text; no text is as long.
const OWN: u32 = 1 << 31;

#[derive(Clone, Debug)]
struct StoredRow {
    number: u32,
    first_cell: u32,
}

/// The non-blank rows of one sheet or one delimited file, in file order.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Name of the sheet; `None` for a delimited file.
    pub name: Option<String>,
    /// Name of the file it came in, where the one who reads it says so: a hint, never a proof.
    pub file_name: Option<String>,
    /// Hidden in the workbook (sheet state). Counted like any other, and reported.
    pub hidden: bool,
    /// Day numbers of the workbook count from 1 January 1904.
    pub from_1904: bool,
    /// Rows without any cell that lie before the last non-blank row.
    pub blank_rows: u32,
    /// From this column on, cells that stood in lines of their own above their rows, or in totals below them.
    pub customers_above: Option<u16>,
    /// In totals below them.
    pub customers_in_totals: bool,
    /// Columns whose number formats name one currency, as it stands there (`€`, `USD`).
    pub currencies: Vec<(u16, String)>,
    /// Every currency that number formats of the workbook name, in the order of their places.
    pub(crate) currency_names: Vec<String>,
    /// Rows that the workbook hides, by hand or by a filter.
    pub(crate) hidden_rows: RowRuns,
    rows: Vec<StoredRow>,
    cells: Vec<StoredCell>,
    pub(crate) text: String,
    /// Cells that are not a part of `text` as it stands.
    own: String,
}

/// One row, borrowed from its table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    number: u32,
    cells: &'a [StoredCell],
}

impl Table {
    /// An empty table; `name` is the sheet's name, or `None` for a delimited file.
    pub fn new(name: Option<String>) -> Table {
        Table { name, ..Table::default() }
    }

    /// Starts a row with the number a spreadsheet or an editor shows (from 1). Rows come in rising order.
    pub fn start_row(&mut self, number: u32) {
        let first_cell = self.cells.len() as u32;
        self.rows.push(StoredRow { number, first_cell });
    }

    /// Adds a cell to the row started last; a text of nothing but white space adds nothing.
    pub fn push(&mut self, column: u16, kind: CellKind, text: &str) {
        self.push_formatted(column, kind, text, 0);
    }

    /// Adds a cell whose number format names the currency at a place of their list, from 1; 0 for none.
    pub(crate) fn push_formatted(&mut self, column: u16, kind: CellKind, text: &str, currency: u8) {
        if text.trim().is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(StoredCell { start, length: text.len() as u32, column, kind, currency });
    }

    /// Adds a cell that is a range of the table's own text.
    pub(crate) fn push_range(&mut self, column: u16, start: usize, length: usize) {
        let (start, length) = (start as u32, length as u32);
        self.cells.push(StoredCell { start, length, column, kind: CellKind::Text, currency: 0 });
    }

    /// Adds a cell beside the table's own text.
    pub(crate) fn push_own(&mut self, column: u16, text: &str) {
        let (start, length) = (self.own.len() as u32 | OWN, text.len() as u32);
        self.own.push_str(text);
        self.cells.push(StoredCell { start, length, column, kind: CellKind::Text, currency: 0 });
    }

    /// Forgets the rows and keeps the text.
    pub(crate) fn clear_rows(&mut self) {
        self.rows.clear();
        self.cells.clear();
        self.own.clear();
    }

    /// Forgets the rows with their text.
    pub(crate) fn clear(&mut self) {
        self.clear_rows();
        self.text.clear();
        self.hidden_rows = RowRuns::default();
    }

    /// Adds a row of another table.
    pub fn copy_row(&mut self, row: &Row<'_>) {
        self.start_row(row.number());
        self.currency_names.clone_from(&row.table.currency_names);
        self.push_cells(row, &|_| true);
        if row.is_hidden() {
            self.hide_row(row.number());
        }
    }

    /// Adds a cell under the number format that a row of another table has in its column.
    pub fn push_under(&mut self, row: &Row<'_>, cell: &Cell<'_>) {
        self.currency_names.clone_from(&row.table.currency_names);
        let currency = row.currency_of(cell.column).map_or(0, |place| place + 1);
        self.push_formatted(cell.column, cell.kind, cell.text, u8::try_from(currency).unwrap_or_default());
    }

    /// Adds those cells of a row of another table that stand in a column that is wanted.
    fn push_cells(&mut self, row: &Row<'_>, wanted: &dyn Fn(u16) -> bool) {
        for stored in row.cells.iter().filter(|stored| wanted(stored.column)) {
            let cell = row.table.view(stored);
            self.push_formatted(cell.column, cell.kind, cell.text, stored.currency);
        }
    }

    /// Marks a row as hidden by the workbook. Rows are marked in rising order.
    pub fn hide_row(&mut self, number: u32) {
        self.hidden_rows.insert(number, number);
    }

    /// Takes back the row started last, with its cells.
    pub(crate) fn take_back_row(&mut self) {
        if let Some(row) = self.rows.pop() {
            self.cells.truncate(row.first_cell as usize);
        }
    }

    /// Takes back the row started last when it received no cell; says whether it did.
    pub fn drop_empty_row(&mut self) -> bool {
        let empty = self.rows.last().is_some_and(|row| row.first_cell as usize == self.cells.len());
        if empty {
            self.rows.pop();
        }
        empty
    }

    /// The cells of these rows and columns, first and last included, each in its place. Rows that are blank there count
    /// as blank, from the first of these rows on.
    pub fn part(&self, (first_row, last_row): (u32, u32), (first_column, last_column): (u16, u16)) -> Table {
        let mut part = Table {
            file_name: self.file_name.clone(),
            hidden: self.hidden,
            from_1904: self.from_1904,
            customers_above: self.customers_above,
            customers_in_totals: self.customers_in_totals,
            currencies: self.currencies.clone(),
            currency_names: self.currency_names.clone(),
            hidden_rows: self.hidden_rows.clone(),
            ..Table::new(self.name.clone())
        };
        for row in self.rows().filter(|row| (first_row..=last_row).contains(&row.number())) {
            part.start_row(row.number());
            part.push_cells(&row, &|column| (first_column..=last_column).contains(&column));
            part.drop_empty_row();
        }
        let span = part.rows.last().map_or(0, |last| last.number + 1 - first_row.min(last.number));
        part.blank_rows = span - part.rows.len() as u32;
        part
    }

    /// Number of non-blank rows.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Number of non-empty cells.
    pub fn cell_count(&self) -> usize {
        self.cells.len()
    }

    /// Bytes of cell text held.
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Number of columns: one more than the largest column used.
    pub fn column_count(&self) -> u16 {
        self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0)
    }

    /// The non-blank rows, in file order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> + Clone {
        (0..self.rows.len()).map(|index| self.row_at(index))
    }

    /// The non-blank rows below the row with this number, in file order.
    pub fn rows_below(&self, number: u32) -> impl ExactSizeIterator<Item = Row<'_>> + Clone {
        let first = self.rows.partition_point(|row| row.number <= number);
        (first..self.rows.len()).map(|index| self.row_at(index))
    }

    /// Every currency that number formats of the workbook name, as it stands there (`€`, `USD`).
    pub fn currency_names(&self) -> &[String] {
        &self.currency_names
    }

    /// The row with this number, if it is not blank.
    pub fn row(&self, number: u32) -> Option<Row<'_>> {
        let index = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        Some(self.row_at(index))
    }

    #[inline]
    fn row_at(&self, index: usize) -> Row<'_> {
        let start = self.rows.get(index).map_or(0, |row| row.first_cell as usize);
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |row| row.first_cell as usize);
        let number = self.rows.get(index).map_or(0, |row| row.number);
        Row { table: self, number, cells: self.cells.get(start..end).unwrap_or_default() }
    }

    #[inline]
    fn view<'a>(&'a self, stored: &StoredCell) -> Cell<'a> {
        let (text, start) = match stored.start & OWN {
            0 => (&self.text, stored.start as usize),
            _ => (&self.own, (stored.start & !OWN) as usize),
        };
        let text = text.get(start..start + stored.length as usize).unwrap_or_default();
        Cell { column: stored.column, kind: stored.kind, text }
    }
}

impl<'a> Row<'a> {
    /// The number a spreadsheet or an editor shows, from 1.
    #[inline]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Whether the workbook hides the row, by hand or by a filter.
    pub fn is_hidden(&self) -> bool {
        self.table.hidden_rows.contains(self.number)
    }

    /// The non-empty cells, by rising column.
    #[inline]
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + Clone + use<'a> {
        let table = self.table;
        self.cells.iter().map(move |cell| table.view(cell))
    }

    /// The columns of these cells.
    #[inline]
    pub fn columns(&self) -> impl Iterator<Item = u16> + use<'a> {
        self.cells.iter().map(|cell| cell.column)
    }

    /// The non-empty cell at a place among these, from 0.
    #[inline]
    pub fn nth(&self, place: usize) -> Option<Cell<'a>> {
        self.cells.get(place).map(|cell| self.table.view(cell))
    }

    /// Place, among [`Table::currency_names`], of the currency that the number format of a column's cell names.
    pub fn currency_of(&self, column: u16) -> Option<usize> {
        let cell = self.cells.iter().find(|cell| cell.column == column)?;
        usize::from(cell.currency).checked_sub(1)
    }

    /// The cell of a column, unless it is empty.
    pub fn cell(&self, column: u16) -> Option<Cell<'a>> {
        self.cells().find(|cell| cell.column == column)
    }
}
