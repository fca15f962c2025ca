//! Tables of web pages, the way many programs export under the name `.xls`: rows, spans, entities, tables in tables.
//! Each table with content becomes one table; cells stay text as shown, since a page has no other kind.

use std::collections::BTreeMap;

use crate::columns::SHEET_COLUMNS;
use crate::encoding::{self, Encoding};
use crate::error::Unreadable;
use crate::filling::{Filling, Value};
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::package_xlsx::{SHEET_ROWS, SheetFacts};
use crate::progress::Progress;
use crate::sniff::Markup;
use crate::table::Table;
use crate::tags::{Document, OpenTag, Tags};
use crate::value::Epoch;
use crate::workbook::{Format, Workbook};

pub(crate) fn read(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Result<Workbook, Unreadable> {
    let encoding = encoding::of_markup(bytes).ok_or(Unreadable::Markup { kind: Markup::Html })?;
    let (mut tags, mut page) = (Tags::of_page(), Page::new(limits));
    let replaced = encoding::decode(bytes, encoding, &mut |chunk, used| {
        progress.second_half(used, bytes.len() as u64);
        tags.feed(chunk, &mut page)
    })?;
    tags.finish(&mut page)?;
    page.workbook(encoding, replaced)
}

/// The page so far: finished tables, and the ones that are open, innermost last.
struct Page<'a> {
    limits: &'a Limits,
    open: Vec<OpenTable<'a>>,
    /// Finished tables by the order in which they opened.
    done: BTreeMap<usize, Finished<'a>>,
    opened: usize,
    cells: u64,
    frames: bool,
}

struct Finished<'a> {
    filling: Filling<'a>,
    facts: SheetFacts,
    caption: String,
}

struct OpenTable<'a> {
    order: usize,
    filling: Filling<'a>,
    facts: SheetFacts,
    caption: String,
    in_caption: bool,
    /// Rows begun.
    rows: u64,
    row_hidden: bool,
    row_inked: bool,
    row_struck: bool,
    /// Column of the next `col`, from 0.
    next_column: u64,
    column: u64,
    cell: Option<OpenCell>,
    /// Columns taken by cells that span rows: first column to last column and first free row.
    taken: BTreeMap<u64, (u64, u64)>,
}

struct OpenCell {
    text: String,
    columns: u64,
    rows: u64,
}

impl<'a> Page<'a> {
    fn new(limits: &'a Limits) -> Page<'a> {
        Page { limits, open: Vec::new(), done: BTreeMap::new(), opened: 0, cells: 0, frames: false }
    }

    fn begin_table(&mut self) -> Result<(), Unreadable> {
        self.limits.check(Limit::XmlDepth, self.open.len() as u64 + 1)?;
        self.open.push(OpenTable::new(self.opened, self.limits));
        self.opened += 1;
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Unreadable> {
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        open.end_row()?;
        if open.filling.cells() == 0 {
            return Ok(());
        }
        self.cells += open.filling.cells();
        self.limits.check(Limit::Cells, self.cells)?;
        let finished = Finished { filling: open.filling, facts: open.facts, caption: open.caption.trim().to_owned() };
        self.done.insert(open.order, finished);
        self.limits.check(Limit::Sheets, self.done.len() as u64)
    }

    fn workbook(mut self, encoding: Encoding, replaced: u64) -> Result<Workbook, Unreadable> {
        while !self.open.is_empty() {
            self.end_table()?;
        }
        if self.done.is_empty() {
            let kind = if self.frames { Markup::Frames } else { Markup::Html };
            return Err(Unreadable::Markup { kind });
        }
        let single = self.done.len() == 1;
        let mut notices = Vec::new();
        if replaced > 0 {
            notices.push(Notice::ReplacementCharacters { count: replaced });
        }
        if encoding == Encoding::Utf8Twice {
            notices.push(Notice::DoublyEncoded);
        }
        let mut tables: Vec<Table> = Vec::new();
        let mut text_bytes = 0;
        for (number, finished) in self.done.into_values().enumerate() {
            let Finished { mut filling, facts, caption } = finished;
            let taken = tables.iter().any(|table| table.name.as_ref() == Some(&caption));
            filling.rename(if caption.is_empty() || taken { (number + 1).to_string() } else { caption.clone() });
            let mut table = filling.finish(&facts, &mut notices)?;
            text_bytes += table.text_bytes() as u64;
            self.limits.check(Limit::TextBytes, text_bytes)?;
            // The only table of a page needs no number.
            table.name = table.name.filter(|_| !single || !caption.is_empty());
            tables.push(table);
        }
        Ok(Workbook { format: Format::Html, encoding: Some(encoding), delimiter: None, tables, notices })
    }
}

impl<'a> OpenTable<'a> {
    fn new(order: usize, limits: &'a Limits) -> OpenTable<'a> {
        OpenTable {
            order,
            filling: Filling::new("", Epoch::Year1900, limits),
            facts: SheetFacts::default(),
            caption: String::new(),
            in_caption: false,
            rows: 0,
            row_hidden: false,
            row_inked: false,
            row_struck: false,
            next_column: 0,
            column: 0,
            cell: None,
            taken: BTreeMap::new(),
        }
    }

    fn begin_row(&mut self, hidden: bool) -> Result<(), Unreadable> {
        self.end_row()?;
        (self.rows, self.column) = (self.rows + 1, 0);
        (self.row_hidden, self.row_inked, self.row_struck) = (hidden, false, false);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        self.end_cell()?;
        if self.row_hidden && self.row_inked {
            let row = u32::try_from(self.rows).unwrap_or(u32::MAX);
            self.facts.hidden_rows.insert(row, row);
        }
        self.facts.struck += u64::from(self.row_struck && self.row_inked);
        (self.row_hidden, self.row_struck) = (false, false);
        Ok(())
    }

    /// A run of columns, which may hide.
    fn column_tag(&mut self, tag: &OpenTag<'_>) {
        let next = self.next_column.saturating_add(tag.number("span").map_or(1, u64::from)).min(SHEET_COLUMNS);
        if is_hidden(tag) && next > self.next_column {
            self.facts.hidden_columns.push((self.next_column, next - 1));
        }
        self.next_column = next;
    }

    fn begin_cell(&mut self, tag: &OpenTag<'_>) -> Result<(), Unreadable> {
        self.end_cell()?;
        if self.rows == 0 {
            self.begin_row(false)?;
        }
        while let Some((_, (last, free))) = self.taken.range(..=self.column).next_back() {
            if *last < self.column || *free <= self.rows {
                break;
            }
            self.column = last + 1;
        }
        let span = |name, most: u64| tag.number(name).map_or(1, u64::from).clamp(1, most);
        self.cell = Some(OpenCell {
            text: String::new(),
            columns: span("colspan", SHEET_COLUMNS),
            rows: span("rowspan", SHEET_ROWS),
        });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = cell.text.trim();
        let column = self.column;
        if !text.is_empty() {
            self.row_inked = true;
            let row = u32::try_from(self.rows.saturating_sub(1)).unwrap_or(u32::MAX);
            self.filling.cell(row, u32::try_from(column).unwrap_or(u32::MAX), &Value::Text(text))?;
        }
        self.facts.merged += u64::from((cell.columns > 1 || cell.rows > 1) && !text.is_empty());
        self.column = column.saturating_add(cell.columns).min(SHEET_COLUMNS);
        if cell.rows > 1 && column < SHEET_COLUMNS {
            self.taken.insert(column, (self.column - 1, self.rows.saturating_add(cell.rows)));
        }
        Ok(())
    }

    /// Blanks of the source are one space; a break is a line end.
    fn push(&mut self, text: &str, limits: &Limits) -> Result<(), Unreadable> {
        let into = match (&mut self.cell, self.in_caption) {
            (Some(cell), _) => &mut cell.text,
            (None, true) => &mut self.caption,
            (None, false) => return Ok(()),
        };
        for c in text.chars() {
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !blank {
                into.push(c);
            } else if !into.is_empty() && !into.ends_with([' ', '\n']) {
                into.push(' ');
            }
        }
        if into.len() as u64 > limits.cell_chars {
            limits.check(Limit::CellChars, into.chars().count() as u64)?;
        }
        Ok(())
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.cell
            && !cell.text.is_empty()
        {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }
}

fn is_hidden(tag: &OpenTag<'_>) -> bool {
    let style = tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    let compact: String = style.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let hides = ["display:none", "visibility:collapse"].into_iter().any(|words| compact.contains(words));
    hides || tag.attribute("hidden").is_some()
}

/// Whether an element strikes its text through.
fn strikes(tag: &OpenTag<'_>) -> bool {
    let struck = || tag.attribute("style").is_some_and(|style| style.to_ascii_lowercase().contains("line-through"));
    matches!(tag.name, "s" | "strike" | "del") || struck()
}

impl Document for Page<'_> {
    fn open(&mut self, tag: &OpenTag<'_>, _empty: bool) -> Result<(), Unreadable> {
        match tag.name {
            "table" => return self.begin_table(),
            "frameset" | "frame" => self.frames = true,
            _ => {}
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        let begun = match tag.name {
            "tr" => table.begin_row(is_hidden(tag)),
            "td" | "th" => table.begin_cell(tag),
            "col" => {
                table.column_tag(tag);
                Ok(())
            }
            "caption" => {
                table.in_caption = true;
                Ok(())
            }
            "br" => {
                table.break_line();
                Ok(())
            }
            "p" | "div" | "li" => table.push(" ", self.limits),
            _ => Ok(()),
        };
        table.row_struck |= strikes(tag);
        begun
    }

    fn close(&mut self, name: &str) -> Result<(), Unreadable> {
        if name == "table" {
            return self.end_table();
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        match name {
            "tr" => table.end_row(),
            "td" | "th" => table.end_cell(),
            "caption" => {
                table.in_caption = false;
                Ok(())
            }
            "p" | "div" | "li" => table.push(" ", self.limits),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Unreadable> {
        match self.open.last_mut() {
            Some(table) => table.push(text, self.limits),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> String {
        let limits = Limits::default();
        match read(page.as_bytes(), &limits, &mut Progress::new(&mut |_, _| {}, page.len() as u64)) {
            Err(refusal) => refusal.code().to_owned(),
            Ok(book) => {
                let row = |row: crate::Row<'_>| {
                    let cells: Vec<String> =
                        row.cells().map(|cell| format!("{}={}", cell.column, cell.text.replace('\n', "/"))).collect();
                    format!("{}{}: {}", row.number(), if row.is_hidden() { " hidden" } else { "" }, cells.join(" "))
                };
                let table = |table: &Table| {
                    let rows: Vec<String> = table.rows().map(row).collect();
                    format!("[{}] {}", table.name.as_deref().unwrap_or("-"), rows.join(" | "))
                };
                book.tables.iter().map(table).collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn rows_cells_and_spans() {
        let cases = [
            ("<table><tr><th>Client<th>Solde<tr><td>A<td>1,00</table>", "[-] 1: 0=Client 1=Solde | 2: 0=A 1=1,00"),
            (
                "<table><tr><td colspan=2>T</td><td>z</td></tr><tr><td rowspan='2'>A</td><td>1</td></tr>\
                 <tr><td>2</td></tr><tr><td>B</td></tr></table>",
                "[-] 1: 0=T 2=z | 2: 0=A 1=1 | 3: 1=2 | 4: 0=B",
            ),
            (
                "<body><p>Titre</p><table><caption>Échus</caption><tr><td><b>A&amp;B</b><br>x</td></tr></table>",
                "[Échus] 1: 0=A&B/x",
            ),
            (
                "<table><tr><td>dehors<table><tr><td>dedans</td></tr></table>suite</td></tr></table>",
                "[1] 1: 0=dehorssuite [2] 1: 0=dedans",
            ),
            (
                "<table><tr style='display: none'><td>x</td></tr><tr><td>y</td></tr></table>",
                "[-] 1 hidden: 0=x | 2: 0=y",
            ),
            ("<table><tr><td>&nbsp;</td><td> \n a \t b </td></tr></table>", "[-] 1: 1=a b"),
            ("<html><body><form><input name=password></form></body></html>", "markup-not-workbook"),
            ("<table><tr><td></td></tr></table>", "markup-not-workbook"),
        ];
        for (page, expected) in cases {
            assert_eq!(shown(page), expected, "{page}");
        }
    }

    #[test]
    fn hostile_pages_stop_at_a_limit() {
        assert_eq!(shown(&"<table><tr><td>".repeat(1_000)), "limit-exceeded");
        assert_eq!(shown(&format!("<table><tr><td>{}", "x".repeat(40_000))), "limit-exceeded");
        let wide = "<td colspan=4000000000>".repeat(1_000);
        assert_eq!(shown(&format!("<table><tr>{wide}<td>z")), "limit-exceeded");
        assert_eq!(shown(&format!("<table><tr><td>a{}", "<b>".repeat(200_000))), "[-] 1: 0=a");
    }
}
