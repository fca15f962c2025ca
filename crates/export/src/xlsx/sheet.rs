//! The second reading of a sheet: its XML, row after row, straight into the file. One row is held at a time.

use super::cell::{At, push_escaped, push_formula, push_number, push_text, range};
use super::chart::ROWS_EACH;
use super::measure::{Extent, Listing};
use super::styles::Style;
use super::{Block, Sheet, framed, tint};
use crate::figure;
use crate::table::{Cell, Table, clean, kept_lines, looks_like_a_formula};
use std::io::{self, Write};

/// Characters kept of a text; a cell holds 32,767 units of UTF-16, two per character at most.
const TEXT_MAX: usize = 16_000;
/// Points of a line.
const LINE: usize = 15;
/// Landscape A4, one page wide.
const PAGE: &str = concat!(
    r#"<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>"#,
    r#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>"#,
);
/// Relations of a sheet to its parts.
pub(super) const TABLE: &str = "rId1";
pub(super) const DRAWING: &str = "rId2";

/// Writes the part of a sheet, without its XML declaration. `selected` is the one shown when the file is opened;
/// `footer` is printed at the bottom of every page, with its number.
pub(super) fn write(
    out: &mut impl Write,
    sheet: &Sheet<'_>,
    extent: &Extent,
    selected: bool,
    footer: &str,
) -> io::Result<()> {
    out.write_all(head(extent, selected).as_bytes())?;
    let mut rows = Rows { out, widths: &extent.widths, xml: String::new(), row: 0 };
    let mut figures = extent.figures.iter();
    for block in &sheet.blocks {
        match block {
            Block::Title(text) => rows.line(Style::Title, text)?,
            Block::Note(text) => rows.line(Style::Note, text)?,
            Block::Blank => rows.row += 1,
            Block::Chart(_) => rows.row += ROWS_EACH,
            Block::Table(make) | Block::Listing(make) => {
                rows.table(make(), figures.next().map_or(&[], Vec::as_slice))?;
            }
        }
    }
    if let Some(listing) = &extent.listing {
        rows.totals(listing)?;
    }
    out.write_all(tail(extent, footer).as_bytes())
}

/// All that the format wants before the rows.
fn head(extent: &Extent, selected: bool) -> String {
    let last_column = u16::try_from(extent.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let used = range(At { row: 0, column: 0 }, At { row: extent.rows.saturating_sub(1), column: last_column });
    let selected = if selected { " tabSelected=\"1\"" } else { "" };
    let mut xml = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"{used}\"/>\
         <sheetViews><sheetView{selected} workbookViewId=\"0\">{}</sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\"/>",
        extent.listing.as_ref().map(frozen).unwrap_or_default()
    );
    if !extent.widths.is_empty() {
        xml.push_str("<cols>");
        for (column, width) in (1_usize..).zip(&extent.widths) {
            // The fraction is the margin of a cell, five pixels of seven in the font of the format.
            xml.push_str(&format!(
                "<col min=\"{column}\" max=\"{column}\" width=\"{width}.7109375\" customWidth=\"1\"/>"
            ));
        }
        xml.push_str("</cols>");
    }
    xml.push_str("<sheetData>");
    xml
}

/// The headings and the first two columns stay in view.
fn frozen(listing: &Listing) -> String {
    let below = listing.headings + 1;
    let first = At { row: below, column: 0 }.reference();
    let corner = At { row: below, column: 2 }.reference();
    format!(
        "<pane xSplit=\"2\" ySplit=\"{below}\" topLeftCell=\"{corner}\" activePane=\"bottomRight\" state=\"frozen\"/>\
         <selection pane=\"topRight\" activeCell=\"C1\" sqref=\"C1\"/>\
         <selection pane=\"bottomLeft\" activeCell=\"{first}\" sqref=\"{first}\"/>\
         <selection pane=\"bottomRight\" activeCell=\"{corner}\" sqref=\"{corner}\"/>"
    )
}

/// All that follows the rows, in the order of the format.
fn tail(extent: &Extent, footer: &str) -> String {
    let mut xml = String::from("</sheetData>");
    let listing = extent.listing.as_ref();
    let framed = listing.is_some_and(framed::allowed);
    if let Some(listing) = listing.filter(|_| !framed) {
        let first = At { row: listing.headings, column: 0 };
        let last = At { row: listing.last_row, column: listing.last_column };
        xml.push_str(&format!("<autoFilter ref=\"{}\"/>", range(first, last)));
    }
    if let Some(listing) = listing.filter(|listing| listing.last_row > listing.headings) {
        xml.push_str(&tint::rules(&listing.tints, listing.headings + 1, listing.last_row));
    }
    xml.push_str(PAGE);
    // `&` opens a code of the format: in a text it stands twice.
    xml.push_str("<headerFooter><oddFooter>");
    push_escaped(&mut xml, &format!("&L{}&C&A&R&P / &N", footer.replace('&', "&&")));
    xml.push_str("</oddFooter></headerFooter>");
    // A chart and its table on a page: no chart is cut in two.
    if let Some((_, others @ [_, ..])) = extent.charts.split_first() {
        let count = others.len();
        xml.push_str(&format!("<rowBreaks count=\"{count}\" manualBreakCount=\"{count}\">"));
        xml.extend(others.iter().map(|row| format!("<brk id=\"{row}\" max=\"16383\" man=\"1\"/>")));
        xml.push_str("</rowBreaks>");
    }
    if !extent.charts.is_empty() {
        xml.push_str(&format!("<drawing r:id=\"{DRAWING}\"/>"));
    }
    if framed {
        xml.push_str(&format!("<tableParts count=\"1\"><tablePart r:id=\"{TABLE}\"/></tableParts>"));
    }
    xml.push_str("</worksheet>");
    xml
}

struct Rows<'w, W> {
    out: &'w mut W,
    widths: &'w [usize],
    /// The row being made; its room serves the next one.
    xml: String,
    /// Its number, from 0.
    row: u32,
}

impl<W: Write> Rows<'_, W> {
    fn line(&mut self, style: Style, text: &str) -> io::Result<()> {
        self.open();
        push_text(&mut self.xml, At { row: self.row, column: 0 }, style, text);
        self.close()
    }

    fn table(&mut self, table: Table<'_>, figures: &[bool]) -> io::Result<()> {
        // Not every program makes a row as high as its headings are long: some would write over the first figures.
        let lines = table.columns.iter().zip(self.widths).map(|(column, width)| lines(&column.heading, *width)).max();
        match lines {
            Some(lines) if lines > 1 => self.open_with(&format!(" ht=\"{}\" customHeight=\"1\"", lines * LINE)),
            Some(_) | None => self.open(),
        }
        // A heading stands above its figures, at the right.
        for ((column, heading), figures) in (0_u16..).zip(&table.columns).zip(figures) {
            let style = if *figures { Style::HeadingOfFigures } else { Style::Heading };
            push_text(&mut self.xml, At { row: self.row, column }, style, &heading.heading);
        }
        self.close()?;
        for cells in table.rows {
            self.open();
            for ((column, cell), width) in (0_u16..).zip(&cells).zip(self.widths) {
                push_cell(&mut self.xml, At { row: self.row, column }, cell, *width);
            }
            self.close()?;
        }
        Ok(())
    }

    fn totals(&mut self, listing: &Listing) -> io::Result<()> {
        for totals in &listing.totals {
            self.open();
            push_text(&mut self.xml, At { row: self.row, column: 0 }, Style::TotalLabel, &totals.label);
            for total in &totals.cells {
                let at = At { row: self.row, column: total.column };
                push_formula(&mut self.xml, at, total.style, &total.formula, &total.result);
            }
            self.close()?;
        }
        Ok(())
    }

    fn open(&mut self) {
        self.open_with("");
    }

    fn open_with(&mut self, attributes: &str) {
        self.xml.clear();
        self.xml.push_str(&format!("<row r=\"{}\"{attributes}>", self.row + 1));
    }

    fn close(&mut self) -> io::Result<()> {
        self.xml.push_str("</row>");
        self.row += 1;
        self.out.write_all(self.xml.as_bytes())
    }
}

fn push_cell(xml: &mut String, at: At, cell: &Cell<'_>, width: usize) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let shown = cut(clean(text).into_owned());
            if !shown.is_empty() {
                push_text(xml, at, style_of(text, shown.chars().count() > width), &shown);
            }
        }
        Cell::Lines(text) => {
            push_text(xml, at, style_of(text, true), &cut(kept_lines(text)));
        }
        Cell::Amount(amount, currency) => {
            push_number(xml, at, Style::amount(*currency), &amount.decimal_text(*currency, '.'));
        }
        Cell::Day(day) => push_number(xml, at, Style::Day, &day.to_serial().to_string()),
        Cell::Count(count) => push_number(xml, at, Style::Count, &count.to_string()),
        Cell::Share(ratio) => push_ratio(xml, at, Style::Share, *ratio),
        Cell::Decimal(ratio) => push_ratio(xml, at, Style::Decimal, *ratio),
    }
}

/// How a text looks, by what it might be taken for and by its length.
fn style_of(text: &str, long: bool) -> Style {
    match (looks_like_a_formula(text), long) {
        (false, false) => Style::Text,
        (false, true) => Style::Long,
        (true, false) => Style::Quoted,
        (true, true) => Style::LongQuoted,
    }
}

/// A ratio of the contract, with the four decimals it has; no cell for what is not a number.
fn push_ratio(xml: &mut String, at: At, style: Style, ratio: f64) {
    let digits = figure::plain_ratio(ratio, '.');
    if !digits.is_empty() {
        push_number(xml, at, style, &digits);
    }
}

/// Lines of a heading in a column this wide: a column is measured in digits, and bold letters are as wide as those.
fn lines(heading: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in heading.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = length;
        } else {
            used += length + usize::from(used > 0);
        }
    }
    lines
}

/// The text, or as much of it as a cell holds.
fn cut(mut text: String) -> String {
    if text.len() <= TEXT_MAX {
        return text;
    }
    if let Some((end, _)) = text.char_indices().nth(TEXT_MAX) {
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_wrap_between_words() {
        assert_eq!(lines("Code client", 11), 1);
        assert_eq!(lines("61 à 90 jours", 11), 2);
        assert_eq!(lines("Avoirs et règlements non affectés", 19), 3);
        assert_eq!(lines("Avoirs et règlements non affectés", 20), 2);
        assert_eq!(lines("Anticonstitutionnellement", 11), 1);
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut_between_characters() {
        assert_eq!(cut("é".repeat(TEXT_MAX)), "é".repeat(TEXT_MAX));
        assert_eq!(cut("🙂".repeat(TEXT_MAX + 1)), format!("{}…", "🙂".repeat(TEXT_MAX)));
    }
}
