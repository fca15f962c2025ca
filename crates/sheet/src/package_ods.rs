//! What the preflight looks at in the content of an ods: that every table ends, and what its repeats unfold to.
//! The reader behind it unfolds repeats in memory, so their sums are held against the limits first.

use crate::columns::SHEET_COLUMNS;
use crate::error::{Damage, Unreadable, printable_bytes};
use crate::limits::{Limit, Limits};
use crate::markup::{Tag, Watch};
use crate::ods_styles::OdsStyles;
use crate::package_xlsx::{SHEET_ROWS, SheetFacts};
use crate::styles::Style;

/// The watch over `content.xml`.
pub(crate) struct OdsContent<'a> {
    limits: &'a Limits,
    /// Facts of the named tables, in document order.
    pub sheets: Vec<SheetFacts>,
    /// Cells with a value in the whole document.
    pub cells: u64,
    /// Sources outside the document.
    pub links: u64,
    /// Names of the tables, as written.
    names: Vec<Vec<u8>>,
    /// The table that the range being described lies in.
    filtered: Option<usize>,
    /// Column of the next column element of the table, from 0.
    next_column: u64,
    text_bytes: u64,
    raw_cells: u64,
    in_table: bool,
    styles: OdsStyles,
    table: TableState,
    row: RowState,
    cell: Option<CellState>,
}

/// Extent of the table so far, repeats unfolded.
#[derive(Default)]
struct TableState {
    facts: SheetFacts,
    rows: u64,
    first_row: Option<u64>,
    last_row: u64,
    first_column: u64,
    last_column: u64,
    /// First column of each run of columns, and the style of its cells that name none.
    columns: Vec<(u64, Option<Style>)>,
}

#[derive(Default)]
struct RowState {
    repeats: u64,
    hidden: bool,
    columns: u64,
    cells: u64,
    text_bytes: u64,
    first: Option<u64>,
    last: u64,
    /// The style of its cells that name none.
    style: Option<Style>,
    /// First column, number of columns and style of its cells of which a style says something.
    styled: Vec<(u64, u64, Style)>,
}

#[derive(Default)]
struct CellState {
    repeats: u64,
    valued: bool,
    chars: u64,
    bytes: u64,
    style: Option<Style>,
}

impl<'a> OdsContent<'a> {
    /// Under the styles that stand apart from the content.
    pub fn new(limits: &'a Limits, styles: OdsStyles) -> OdsContent<'a> {
        OdsContent {
            limits,
            sheets: Vec::new(),
            cells: 0,
            links: 0,
            names: Vec::new(),
            filtered: None,
            next_column: 0,
            text_bytes: 0,
            raw_cells: 0,
            in_table: false,
            styles,
            table: TableState::default(),
            row: RowState::default(),
            cell: None,
        }
    }

    /// Currencies that number formats and cells name, by their places.
    pub fn currencies(&self) -> Vec<String> {
        self.styles.styles.currencies.clone()
    }

    /// What the style of a cell says, but for the currency where the cell itself names one.
    fn style_of(&mut self, tag: &Tag<'_>) -> Option<Style> {
        let style = match tag.attribute("table:style-name") {
            Some(name) => self.styles.get(name),
            None => self.row.style.or_else(|| self.table.column_style(self.row.columns)),
        };
        // Programs write a code there, or the sign that the style says more about.
        let is_code = |named: &[u8]| named.len() == 3 && named.iter().all(u8::is_ascii_uppercase);
        let unnamed = style.is_none_or(|style| style.currency == 0);
        let named = tag.attribute("office:currency").filter(|named| !named.is_empty() && named.len() <= 8);
        let Some(named) = named.filter(|named| unnamed || is_code(named)) else { return style };
        let currency = self.styles.styles.place_of(printable_bytes(named, 8));
        Some(Style { currency, ..style.unwrap_or(Style::PLAIN) })
    }

    fn open_cell(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        let valued = tag.attributes().any(|(key, _)| key.starts_with(b"office:") || key == b"table:formula");
        let shown = [&b"office:string-value"[..], b"table:formula"];
        let bytes = tag.attributes().filter(|(key, _)| shown.contains(key)).map(|(_, value)| value.len() as u64).sum();
        let spans = |name| tag.attribute(name).is_some_and(|value| value != b"1");
        let merged = spans("table:number-columns-spanned") || spans("table:number-rows-spanned");
        self.table.facts.merged += u64::from(merged);
        let value = tag.attributes().any(|(key, _)| key == b"office:value-type");
        self.table.facts.formulas_without_value += u64::from(tag.attribute("table:formula").is_some() && !value);
        let (repeats, style) = (repeats(tag, "table:number-columns-repeated")?, self.style_of(tag));
        self.cell = Some(CellState { repeats, valued, chars: 0, bytes, style });
        Ok(())
    }

    fn close_cell(&mut self, cell: &CellState) -> Result<(), Unreadable> {
        self.limits.check(Limit::CellChars, cell.chars)?;
        let first = self.row.columns;
        self.row.columns = first.saturating_add(cell.repeats);
        if !cell.valued || cell.repeats == 0 {
            return Ok(());
        }
        if self.row.columns > SHEET_COLUMNS {
            let allowed = self.limits.columns;
            return Err(Unreadable::TooLarge { limit: Limit::Columns, allowed, seen: self.row.columns });
        }
        self.row.first.get_or_insert(first);
        self.row.last = self.row.columns - 1;
        self.row
            .styled
            .extend(cell.style.filter(|style| *style != Style::PLAIN).map(|style| (first, cell.repeats, style)));
        self.row.cells += cell.repeats;
        self.row.text_bytes = self.row.text_bytes.saturating_add(cell.repeats.saturating_mul(cell.bytes));
        self.limits.check(Limit::TextBytes, self.row.text_bytes)
    }

    fn close_row(&mut self) -> Result<(), Unreadable> {
        let row = std::mem::take(&mut self.row);
        let first_row = self.table.rows;
        self.table.rows = first_row.saturating_add(row.repeats);
        let Some(first) = row.first else { return Ok(()) };
        if self.table.rows > SHEET_ROWS {
            let allowed = self.limits.rows;
            return Err(Unreadable::TooLarge { limit: Limit::Rows, allowed, seen: self.table.rows });
        }
        self.limits.check(Limit::Rows, self.table.rows)?;
        // The reader keeps one unfolded row per row element, then the unfolded rectangle.
        self.raw_cells += row.last + 1;
        self.limits.check(Limit::DenseCells, self.raw_cells)?;
        self.cells = self.cells.saturating_add(row.cells.saturating_mul(row.repeats));
        self.limits.check(Limit::Cells, self.cells)?;
        self.text_bytes = self.text_bytes.saturating_add(row.text_bytes.saturating_mul(row.repeats));
        self.limits.check(Limit::TextBytes, self.text_bytes)?;

        let table = &mut self.table;
        table.facts.cells = table.facts.cells.saturating_add(row.cells.saturating_mul(row.repeats));
        let number = |row: u64| u32::try_from(row).unwrap_or(u32::MAX);
        if row.repeats > 0 {
            let rows = (number(first_row), number(table.rows - 1));
            let mark = |(column, columns, style)| table.facts.marks.cells(rows, (column, columns), style);
            row.styled.into_iter().for_each(mark);
        }
        if row.hidden {
            table.facts.hidden_rows.insert(number(first_row + 1), number(table.rows));
        }
        table.first_column = if table.first_row.is_some() { table.first_column.min(first) } else { first };
        let first_row = *table.first_row.get_or_insert(first_row);
        table.last_row = table.rows.saturating_sub(1);
        table.last_column = table.last_column.max(row.last);
        let height = (table.last_row + 1).saturating_sub(first_row);
        let width = (table.last_column + 1).saturating_sub(table.first_column);
        self.limits.check(Limit::DenseCells, height.saturating_mul(width))
    }
}

impl Watch for OdsContent<'_> {
    fn open(&mut self, tag: &Tag<'_>, depth: usize) -> Result<(), Damage> {
        match tag.name {
            // A table inside a table ends the outer one too early for the reader: rows would be lost.
            b"table" if self.in_table => return Err(Damage::Nesting { element: "table".to_owned() }),
            b"table" => {
                self.in_table = true;
                self.table = TableState::default();
                self.next_column = 0;
                if let Some(name) = tag.attribute("table:name") {
                    self.sheets.push(SheetFacts::default());
                    self.names.push(name.to_vec());
                }
            }
            b"table-row" => {
                let style = tag.attribute("table:default-cell-style-name").and_then(|name| self.styles.get(name));
                let hidden = matches!(tag.attribute("table:visibility"), Some(b"collapse" | b"filter"));
                let repeats = repeats(tag, "table:number-rows-repeated")?;
                self.row = RowState { repeats, hidden, style, ..RowState::default() };
            }
            b"table-column" => {
                let last = self.next_column.saturating_add(repeats(tag, "table:number-columns-repeated")?);
                if matches!(tag.attribute("table:visibility"), Some(b"collapse" | b"filter")) {
                    self.table.facts.hidden_columns.push((self.next_column, last.saturating_sub(1)));
                }
                let style = tag.attribute("table:default-cell-style-name").and_then(|name| self.styles.get(name));
                self.table.columns.push((self.next_column, style));
                self.next_column = last;
            }
            b"filter" => {
                if let Some(sheet) = self.filtered.and_then(|at| self.sheets.get_mut(at)) {
                    sheet.filters += 1;
                }
            }
            b"database-range" => {
                let target = tag.attribute("table:target-range-address").unwrap_or_default();
                self.filtered = self.names.iter().position(|name| refers_to(target, name));
            }
            b"table-source" | b"dde-source" => self.links += 1,
            b"table-cell" | b"covered-table-cell" => self.open_cell(tag)?,
            b"s" => {
                let spaces = repeats(tag, "text:c")?;
                if let Some(cell) = &mut self.cell {
                    cell.chars = cell.chars.saturating_add(spaces);
                    cell.bytes = cell.bytes.saturating_add(spaces);
                }
            }
            _ if !self.in_table => self.styles.open(tag, depth)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        match name {
            b"table-cell" | b"covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.close_cell(&cell)?;
                }
            }
            b"table-row" => self.close_row()?,
            b"table" => {
                self.in_table = false;
                if let Some(sheet) = self.sheets.last_mut() {
                    *sheet = std::mem::take(&mut self.table.facts);
                }
            }
            _ if !self.in_table => self.styles.close(name)?,
            _ => {}
        }
        self.limits.check(Limit::CellChars, self.cell.as_ref().map_or(0, |cell| cell.chars))?;
        self.limits.check(Limit::Sheets, self.sheets.len() as u64)
    }

    fn words(&mut self, text: &[u8]) {
        if !self.in_table {
            self.styles.words(text);
        }
    }

    fn text(&mut self, chars: u64, bytes: u64) {
        if let Some(cell) = &mut self.cell {
            cell.chars += chars;
            cell.bytes += bytes;
        }
    }
}

/// The watch over the manifest: an encrypted document says so there, and nowhere else in clear.
#[derive(Default)]
pub(crate) struct OdsManifest {
    pub encrypted: bool,
}

impl Watch for OdsManifest {
    fn open(&mut self, tag: &Tag<'_>, _depth: usize) -> Result<(), Damage> {
        self.encrypted |= tag.name == b"encryption-data";
        Ok(())
    }

    fn close(&mut self, _name: &[u8]) -> Result<(), Unreadable> {
        Ok(())
    }

    fn text(&mut self, _chars: u64, _bytes: u64) {}
}

impl TableState {
    /// The style of a column's cells that name none.
    fn column_style(&self, column: u64) -> Option<Style> {
        let after = self.columns.partition_point(|(first, _)| *first <= column);
        self.columns.get(after.checked_sub(1)?).and_then(|(_, style)| *style)
    }
}

/// Whether an address (`S.A1:S.B2`, `'a b'.A1`) begins with a sheet of that name.
fn refers_to(address: &[u8], name: &[u8]) -> bool {
    let address = address.strip_prefix(b"$").unwrap_or(address);
    let quoted = |address: &[u8]| {
        let inner = address.strip_prefix(b"'").or_else(|| address.strip_prefix(b"&apos;"))?;
        inner.strip_prefix(name).map(|rest| rest.starts_with(b"'.") || rest.starts_with(b"&apos;."))
    };
    address.strip_prefix(name).is_some_and(|rest| rest.starts_with(b".")) || quoted(address).unwrap_or(false)
}

/// How often something is repeated, once when nothing is said.
fn repeats(tag: &Tag<'_>, name: &str) -> Result<u64, Damage> {
    let Some(value) = tag.attribute(name) else { return Ok(1) };
    let parsed = std::str::from_utf8(value).ok().and_then(|digits| digits.parse::<u32>().ok());
    parsed.map(u64::from).ok_or_else(|| Damage::Reference { seen: printable_bytes(value, 40) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Scanner;

    fn checked(table: &str) -> String {
        let xml = format!("<d><table:table table:name='A'>{table}</table:table></d>");
        let limits = Limits::default();
        let mut content = OdsContent::new(&limits, OdsStyles::default());
        let mut scanner = Scanner::new("content.xml", &limits);
        match scanner.feed(xml.as_bytes(), &mut content).and_then(|()| scanner.finish()) {
            Ok(()) => format!("{} cells", content.cells),
            Err(Unreadable::TooLarge { limit, .. }) => limit.code().to_owned(),
            Err(Unreadable::Damaged { damage, .. }) => damage.code().to_owned(),
            Err(other) => other.code().to_owned(),
        }
    }

    #[test]
    fn repeats_are_counted_unfolded() {
        let row = |row: &str, cell: &str| {
            checked(&format!(
                "<table:table-row {row}><table:table-cell office:value-type='string' {cell}>\
                 <text:p>x</text:p></table:table-cell></table:table-row>"
            ))
        };
        assert_eq!(row("", ""), "1 cells");
        assert_eq!(row("table:number-rows-repeated='10'", "table:number-columns-repeated='3'"), "30 cells");
        assert_eq!(row("table:number-rows-repeated='10000'", "table:number-columns-repeated='16384'"), "cells");
        assert_eq!(row("table:number-rows-repeated='1000'", "table:number-columns-repeated='16384'"), "dense-cells");
        assert_eq!(row("table:number-rows-repeated='4294967295'", ""), "rows");
        assert_eq!(row("", "table:number-columns-repeated='4294967295'"), "columns");
        assert_eq!(row("table:number-rows-repeated='4294967296'", ""), "reference");
        assert_eq!(row("table:number-rows-repeated='-1'", ""), "reference");
    }

    #[test]
    fn formatted_to_the_end_is_no_content() {
        let tail = "<table:table-row table:number-rows-repeated='1048570'>\
                    <table:table-cell table:number-columns-repeated='16384'/></table:table-row>";
        assert_eq!(checked(tail), "0 cells");
    }

    #[test]
    fn spaces_by_number_are_bounded() {
        let cell = "<table:table-row><table:table-cell office:value-type='string'>\
                    <text:p><text:s text:c='4000000000'/></text:p></table:table-cell></table:table-row>";
        assert_eq!(checked(cell), "cell-chars");
        assert_eq!(checked("<table:table table:name='B'/>"), "nesting");
    }
}
