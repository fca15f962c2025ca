//! The XML spreadsheet of Excel 2002 and 2003 (SpreadsheetML), which many programs still write under the name `.xls`.
//! Typed cells, their places, merged areas, hidden things; the stored values only, never a formula.
//! Format: Microsoft, "XML Spreadsheet Reference" (Excel 2003), elements Worksheet, Table, Column, Row, Cell and Data.

use crate::columns::SHEET_COLUMNS;
use crate::encoding;
use crate::error::{Damage, Unreadable, printable};
use crate::filling::{Filling, Value};
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::number_format::Shown;
use crate::package_xlsx::{SHEET_ROWS, SheetFacts};
use crate::progress::Progress;
use crate::sniff::Markup;
use crate::styles::{Mark, Marks, Named, Style, Styles};
use crate::table::Table;
use crate::tags::{Document, OpenTag, Tags};
use crate::value::Epoch;
use crate::workbook::{Format, Workbook};

const PART: &str = "Workbook";

pub(crate) fn read(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Result<Workbook, Unreadable> {
    let encoding = encoding::of_markup(bytes).ok_or(Unreadable::Markup { kind: Markup::SpreadsheetXml })?;
    let (mut tags, mut book) = (Tags::of_xml(), Book::new(limits));
    let replaced = encoding::decode(bytes, encoding, &mut |chunk, used| {
        progress.second_half(used, bytes.len() as u64);
        tags.feed(chunk, &mut book)
    })?;
    tags.finish(&mut book)?;
    if !book.closed || tags.is_cut() {
        return Err(Unreadable::damaged(PART, Damage::Cut));
    }
    if replaced > 0 {
        book.notices.push(Notice::ReplacementCharacters { count: replaced });
    }
    if encoding == encoding::Encoding::Utf8Twice {
        book.notices.push(Notice::DoublyEncoded);
    }
    let Book { tables, notices, .. } = book;
    Ok(Workbook { format: Format::SpreadsheetXml, encoding: Some(encoding), delimiter: None, tables, notices })
}

struct Book<'a> {
    limits: &'a Limits,
    sheet: Option<Sheet<'a>>,
    tables: Vec<Table>,
    notices: Vec<Notice>,
    cells: u64,
    text_bytes: u64,
    closed: bool,
    epoch: Epoch,
    styles: Styles,
    /// Styles by their identifiers, and the one that is open.
    named: Named,
    style: Option<(String, Style)>,
}

struct Sheet<'a> {
    filling: Filling<'a>,
    facts: SheetFacts,
    name: String,
    visible: String,
    in_visible: bool,
    /// The next column of `Column` elements, from 0.
    next_column: u64,
    /// The style of cells that name none: of the sheet, of each run of columns by its first one, of the row.
    style: Option<Style>,
    column_styles: Vec<(u64, Option<Style>)>,
    row_style: Option<Style>,
    /// The last row with a cell struck through.
    struck: u64,
    /// The row, from 1.
    row: u64,
    row_hidden: bool,
    row_inked: bool,
    /// The next column of `Cell` elements, from 0.
    column: u64,
    cell: Option<Cell>,
    in_comment: bool,
}

#[derive(Default)]
struct Cell {
    /// From 0.
    column: u64,
    /// Columns of the area it heads, besides its own.
    across: u64,
    formula: bool,
    style: Option<Style>,
    kind: String,
    text: String,
    in_data: bool,
}

impl<'a> Book<'a> {
    fn new(limits: &'a Limits) -> Book<'a> {
        Book {
            limits,
            sheet: None,
            tables: Vec::new(),
            notices: Vec::new(),
            cells: 0,
            text_bytes: 0,
            closed: false,
            epoch: Epoch::Year1900,
            styles: Styles::default(),
            named: Named::new(),
            style: None,
        }
    }

    /// What the book says before its sheets.
    fn preamble(&mut self, tag: &OpenTag<'_>) {
        match tag.name {
            "date1904" => self.epoch = Epoch::Year1904,
            "style" => {
                let parent = tag.attribute("parent").and_then(|parent| self.named.get(parent.as_bytes()));
                let style = parent.copied().unwrap_or(Style::PLAIN);
                self.style = tag.attribute("id").map(|id| (id, style));
            }
            "font" => {
                if let Some((_, style)) = &mut self.style {
                    style.struck = is_true(tag, "strikethrough");
                }
            }
            "numberformat" => {
                let code = tag.attribute("format").unwrap_or_default();
                let format = named_format(&code).unwrap_or(&code);
                if let Some((_, style)) = &mut self.style {
                    *style = self.styles.format(format).struck(style.struck);
                }
            }
            _ => {}
        }
    }

    fn style_of(&self, tag: &OpenTag<'_>) -> Option<Style> {
        self.named.get(tag.attribute("styleid")?.as_bytes()).copied()
    }

    fn begin_sheet(&mut self, tag: &OpenTag<'_>) -> Result<(), Unreadable> {
        self.end_sheet()?;
        self.limits.check(Limit::Sheets, self.tables.len() as u64 + 1)?;
        let name = tag.attribute("name").unwrap_or_else(|| (self.tables.len() + 1).to_string());
        self.sheet = Some(Sheet {
            filling: Filling::new(&name, self.epoch, self.limits).under(Marks::default(), &self.styles.currencies),
            facts: SheetFacts::default(),
            name,
            visible: String::new(),
            in_visible: false,
            next_column: 0,
            style: None,
            column_styles: Vec::new(),
            row_style: None,
            struck: 0,
            row: 0,
            row_hidden: false,
            row_inked: false,
            column: 0,
            cell: None,
            in_comment: false,
        });
        Ok(())
    }

    fn end_sheet(&mut self) -> Result<(), Unreadable> {
        let Some(sheet) = self.sheet.take() else { return Ok(()) };
        let very = sheet.visible.trim() == "SheetVeryHidden";
        let hidden = very || sheet.visible.trim() == "SheetHidden";
        if hidden {
            self.notices.push(Notice::HiddenSheet { sheet: sheet.name, very });
        }
        let mut table = sheet.filling.finish(&sheet.facts, &mut self.notices)?;
        table.hidden = hidden;
        self.cells += table.cell_count() as u64;
        self.text_bytes += table.text_bytes() as u64;
        self.tables.push(table);
        self.limits.check(Limit::Cells, self.cells)?;
        self.limits.check(Limit::TextBytes, self.text_bytes)
    }
}

impl Sheet<'_> {
    fn column_tag(&mut self, tag: &OpenTag<'_>, style: Option<Style>) -> Result<(), Unreadable> {
        let first = index(tag, SHEET_COLUMNS)?.unwrap_or(self.next_column);
        let last = first.saturating_add(tag.number("span").map_or(0, u64::from)).min(SHEET_COLUMNS - 1);
        if is_true(tag, "hidden") {
            self.facts.hidden_columns.push((first, last));
        }
        // A column without a tag of its own has the style of the sheet.
        self.column_styles.extend([(first, style), (last + 1, None)]);
        self.next_column = last + 1;
        Ok(())
    }

    /// The style of a column's cells that name none.
    fn column_style(&self, column: u64) -> Option<Style> {
        let after = self.column_styles.partition_point(|(first, _)| *first <= column);
        after.checked_sub(1).and_then(|at| self.column_styles.get(at)).and_then(|(_, style)| *style)
    }

    fn begin_row(&mut self, tag: &OpenTag<'_>, style: Option<Style>) -> Result<(), Unreadable> {
        self.row_style = style;
        self.row = index(tag, SHEET_ROWS)?.map_or(self.row + 1, |row| row + 1);
        (self.column, self.row_hidden, self.row_inked) = (0, is_true(tag, "hidden"), false);
        Ok(())
    }

    fn end_row(&mut self) {
        if self.row_hidden && self.row_inked {
            let row = u32::try_from(self.row).unwrap_or(u32::MAX);
            self.facts.hidden_rows.insert(row, row);
        }
        self.row_hidden = false;
    }

    fn begin_cell(&mut self, tag: &OpenTag<'_>, style: Option<Style>) -> Result<(), Unreadable> {
        let column = index(tag, SHEET_COLUMNS)?.unwrap_or(self.column);
        let across = tag.number("mergeacross").map_or(0, u64::from);
        self.facts.merged += u64::from(across > 0 || tag.number("mergedown").is_some_and(|down| down > 0));
        let formula = tag.attribute("formula").is_some_and(|formula| !formula.is_empty());
        let style = style.or(self.row_style).or_else(|| self.column_style(column)).or(self.style);
        self.cell = Some(Cell { column, across, formula, style, ..Cell::default() });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        // The cells that an area covers are not written.
        self.column = cell.column.saturating_add(cell.across).saturating_add(1).min(SHEET_COLUMNS);
        if cell.text.is_empty() {
            self.facts.formulas_without_value += u64::from(cell.formula);
            return self.filling.cell(0, 0, &Value::Empty);
        }
        self.row_inked = true;
        let style = cell.style.unwrap_or(Style::PLAIN);
        if style.struck && self.struck != self.row {
            self.struck = self.row;
            self.facts.struck += 1;
        }
        let row = u32::try_from(self.row.saturating_sub(1)).unwrap_or(u32::MAX);
        let column = u32::try_from(cell.column).unwrap_or(u32::MAX);
        match value(&cell, style.shown) {
            Some(value) => self.filling.marked(row, column, &value, Mark::of(style)),
            None => {
                self.filling.unreadable(&cell.text);
                Ok(())
            }
        }
    }
}

/// `None` when the text is no value of the kind it is said to be.
fn value(cell: &Cell, shown: Shown) -> Option<Value<'_>> {
    let text = cell.text.as_str();
    Some(match cell.kind.as_str() {
        "Number" => {
            let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
            // Libraries write days as their numbers, under a format of days.
            if shown == Shown::Moment { Value::Serial(number) } else { Value::Number(number) }
        }
        "DateTime" => Value::Iso(text.trim()),
        "Boolean" => Value::Boolean(matches!(text.trim(), "1" | "true")),
        "Error" => Value::Error(printable(text.trim(), 40)),
        _ => Value::Text(text),
    })
}

/// The code that a format known by its name stands for; `None` for a code.
fn named_format(name: &str) -> Option<&'static str> {
    Some(match name {
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => "dd/mm/yyyy",
        "Long Time" | "Medium Time" | "Short Time" => "hh:mm",
        "Euro Currency" => "0.00 €",
        "General" | "General Number" | "Currency" | "Fixed" | "Standard" | "Percent" | "Scientific" | "Yes/No"
        | "True/False" | "On/Off" => "0.00",
        _ => return None,
    })
}

/// The place written as `ss:Index` (from 1), turned into one from 0; one outside any sheet is damage.
fn index(tag: &OpenTag<'_>, most: u64) -> Result<Option<u64>, Unreadable> {
    let Some(written) = tag.attribute("index") else { return Ok(None) };
    match written.trim().parse::<u64>() {
        Ok(index) if (1..=most).contains(&index) => Ok(Some(index - 1)),
        _ => Err(Unreadable::damaged(PART, Damage::Reference { seen: printable(&written, 40) })),
    }
}

fn is_true(tag: &OpenTag<'_>, name: &str) -> bool {
    tag.attribute(name).is_some_and(|value| matches!(value.trim(), "1" | "true"))
}

impl Document for Book<'_> {
    fn open(&mut self, tag: &OpenTag<'_>, empty: bool) -> Result<(), Unreadable> {
        if tag.name == "worksheet" {
            self.begin_sheet(tag)?;
        }
        let style = self.style_of(tag);
        let Some(sheet) = &mut self.sheet else {
            self.preamble(tag);
            return if empty { self.close(tag.name) } else { Ok(()) };
        };
        match tag.name {
            "table" => sheet.style = style,
            "column" => sheet.column_tag(tag, style)?,
            "row" => sheet.begin_row(tag, style)?,
            "cell" => sheet.begin_cell(tag, style)?,
            "comment" => sheet.in_comment = !empty,
            "data" if !sheet.in_comment => {
                if let Some(cell) = &mut sheet.cell {
                    (cell.in_data, cell.kind) = (!empty, tag.attribute("type").unwrap_or_default());
                }
            }
            "br" => self.text("\n")?,
            "visible" => sheet.in_visible = !empty,
            "autofiltercolumn" => sheet.facts.filters += 1,
            _ => {}
        }
        if empty { self.close(tag.name) } else { Ok(()) }
    }

    fn close(&mut self, name: &str) -> Result<(), Unreadable> {
        if name == "workbook" {
            self.closed = true;
            return self.end_sheet();
        }
        if name == "style"
            && let Some((id, style)) = self.style.take()
        {
            self.named.insert(id.into_bytes(), style);
        }
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        match name {
            "worksheet" => self.end_sheet()?,
            "row" => sheet.end_row(),
            "cell" => sheet.end_cell()?,
            "comment" => sheet.in_comment = false,
            "data" => {
                if let Some(cell) = &mut sheet.cell {
                    cell.in_data = false;
                }
            }
            "visible" => sheet.in_visible = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Unreadable> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        if sheet.in_visible && sheet.visible.len() < 64 {
            sheet.visible.push_str(text);
        }
        let Some(cell) = sheet.cell.as_mut().filter(|cell| cell.in_data) else { return Ok(()) };
        cell.text.push_str(text);
        if cell.text.len() as u64 > self.limits.cell_chars {
            self.limits.check(Limit::CellChars, cell.text.chars().count() as u64)?;
        }
        Ok(())
    }

    fn document_type(&mut self) -> Result<(), Unreadable> {
        Err(Unreadable::damaged(PART, Damage::DocumentType))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str) -> String {
        let xml = format!(
            "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>\
             <Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' \
             xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>{body}"
        );
        let limits = Limits::default();
        match read(xml.as_bytes(), &limits, &mut Progress::new(&mut |_, _| {}, xml.len() as u64)) {
            Err(Unreadable::Damaged { damage, .. }) => damage.code().to_owned(),
            Err(refusal) => refusal.code().to_owned(),
            Ok(book) => {
                let row = |row: crate::Row<'_>| {
                    let cells: Vec<String> =
                        row.cells().map(|cell| format!("{}={:?} {}", cell.column, cell.kind, cell.text)).collect();
                    format!("{}{}: {}", row.number(), if row.is_hidden() { " hidden" } else { "" }, cells.join(", "))
                };
                let rows: Vec<String> = book.tables.iter().flat_map(|table| table.rows().map(row)).collect();
                let notices: Vec<&str> = book.notices.iter().map(Notice::code).collect();
                format!("{} [{}]", rows.join(" | "), notices.join(" "))
            }
        }
    }

    #[test]
    fn typed_cells_in_their_places() {
        let sheet = "<Worksheet ss:Name='Balance'><Table><Column ss:Index='2' ss:Hidden='1'/>\
            <Row ss:Index='3'><Cell><Data ss:Type='String'>Soci&#233;t&#233; &amp; fils</Data></Cell>\
            <Cell ss:Index='4'><Data ss:Type='Number'>1234.5</Data></Cell>\
            <Cell><Data ss:Type='DateTime'>2026-01-31T00:00:00.000</Data></Cell></Row>\
            <Row ss:Hidden='1'><Cell ss:MergeAcross='2'><Data ss:Type='Boolean'>1</Data></Cell>\
            <Cell><ss:Data ss:Type='String'><B>gras</B></ss:Data><Comment><ss:Data>note</ss:Data></Comment></Cell></Row>\
            <Row><Cell ss:Formula='=R1C1'/><Cell><Data ss:Type='Error'>#N/A</Data></Cell></Row>\
            </Table></Worksheet></Workbook>";
        assert_eq!(
            shown(sheet),
            "3: 0=Text Société & fils, 3=Number 1234.5, 4=Date 2026-01-31 | 4 hidden: 0=Boolean TRUE, 3=Text gras | \
             5: 1=Error #N/A [formulas-without-value hidden-rows hidden-columns merged-cells]"
        );
    }

    /// Of the cell, else of its row, else of its column, else of the sheet; a style takes from its parent what it leaves.
    #[test]
    fn styles_tell_codes_days_and_what_is_struck_through() {
        let book = "<ExcelWorkbook><Date1904/></ExcelWorkbook><Styles>\
            <Style ss:ID='code'><NumberFormat ss:Format='00000'/></Style>\
            <Style ss:ID='day'><Font ss:StrikeThrough='1'/><NumberFormat ss:Format='Short Date'/></Style>\
            <Style ss:ID='child' ss:Parent='day'><Alignment/></Style>\
            <Style ss:ID='fixed'><NumberFormat ss:Format='Fixed'/></Style></Styles>";
        let number = |attributes: &str| format!("<Cell {attributes}><Data ss:Type='Number'>417</Data></Cell>");
        let rows = [
            format!("<Row>{}{}{}</Row>", number(""), number("ss:StyleID='fixed'"), number("")),
            format!("<Row ss:StyleID='fixed'>{}{}</Row>", number(""), number("ss:StyleID='child'")),
        ];
        let sheet = format!(
            "{book}<Worksheet ss:Name='S'><Table ss:StyleID='day'><Column ss:StyleID='code'/><Column ss:Index='2'/>{}\
             </Table></Worksheet></Workbook>",
            rows.concat()
        );
        assert_eq!(
            shown(&sheet),
            "1: 0=Text 00417, 1=Number 417, 2=Date 1905-02-21 | 2: 0=Number 417, 1=Date 1905-02-21 [struck-rows]"
        );
    }

    #[test]
    fn hidden_sheets_are_read_and_told() {
        let sheet = |visible: &str| {
            format!(
                "<Worksheet ss:Name='S'><Table><Row><Cell><Data>x</Data></Cell></Row></Table>\
                 <x:WorksheetOptions><x:Visible>{visible}</x:Visible></x:WorksheetOptions></Worksheet></Workbook>"
            )
        };
        assert_eq!(shown(&sheet("SheetVeryHidden")), "1: 0=Text x [hidden-sheet]");
    }

    #[test]
    fn what_does_not_hold_together_is_refused() {
        assert_eq!(shown("<Worksheet ss:Name='S'><Table><Row><Cell><Data>x</Data></Cell></Row>"), "cut");
        assert_eq!(shown("<Worksheet><Table><Row ss:Index='4294967296'/></Table></Worksheet></Workbook>"), "reference");
        assert_eq!(
            shown("<Worksheet><Table><Row><Cell ss:Index='0'/></Row></Table></Worksheet></Workbook>"),
            "reference"
        );
        let back = "<Worksheet><Table><Row ss:Index='9'><Cell><Data>x</Data></Cell></Row>\
                    <Row ss:Index='2'><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>";
        assert_eq!(shown(back), "row-order");
        assert_eq!(shown("<!DOCTYPE a [<!ENTITY b 'c'>]></Workbook>"), "document-type");
    }
}
