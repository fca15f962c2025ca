//! Workbooks and their impostors, written by hand: only what the pollutions need.

use super::grid::{Cell, Grid, Line};
use super::write::{DayStyle, File, Sheet, SheetDays, Style, date, shown};
use crate::hostile::zip::{Part, zip};
use values::Day;

/// Rows are counted from 1, one for each line.
pub(crate) fn row_numbers(grid: &Grid) -> Vec<(usize, u32)> {
    grid.lines.iter().zip(1..).filter_map(|(line, number)| Some((line.item()?, number))).collect()
}

pub(crate) fn xlsx(grid: &Grid, style: &Style, sheet: Sheet) -> Vec<u8> {
    let rows: String = grid.lines.iter().zip(1..).map(|(line, number)| row(line, number, style, sheet)).collect();
    let worksheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let epoch = if sheet.year_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{epoch}<sheets><sheet name=\"Balance\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    zip(vec![
        Part::stored("[Content_Types].xml", CONTENT_TYPES),
        Part::stored("_rels/.rels", ROOT_RELATIONS),
        Part::stored("xl/workbook.xml", &workbook),
        Part::stored("xl/_rels/workbook.xml.rels", RELATIONS),
        Part::stored("xl/styles.xml", STYLES),
        Part::stored("xl/worksheets/sheet1.xml", &worksheet),
    ])
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
    <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const ROOT_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
/// Style 1 is a date.
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/>\
    <xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

fn row(line: &Line, number: u32, style: &Style, sheet: Sheet) -> String {
    let hidden = if line.hidden { " hidden=\"1\"" } else { "" };
    let cells: String =
        line.cells.iter().enumerate().map(|(column, value)| cell(value, column, number, style, sheet)).collect();
    format!("<row r=\"{number}\"{hidden}>{cells}</row>")
}

fn cell(value: &Cell, column: usize, row: u32, style: &Style, sheet: Sheet) -> String {
    let place = format!("{}{row}", char::from(b'A' + column as u8));
    let words = |text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
    };
    match value {
        Cell::Empty => String::new(),
        Cell::Text(text) => words(text),
        Cell::Money(_) if sheet.money_as_text => words(&shown(value, style)),
        Cell::Money(cents) => {
            let sign = if *cents < 0 { "-" } else { "" };
            format!("<c r=\"{place}\"><v>{sign}{}.{:02}</v></c>", cents.abs() / 100, cents.abs() % 100)
        }
        Cell::Day(day) => match held(*day, sheet) {
            Held::Serial(serial) => format!("<c r=\"{place}\" s=\"1\"><v>{serial}</v></c>"),
            Held::Number(serial) => format!("<c r=\"{place}\"><v>{serial}</v></c>"),
            Held::Text => words(&shown(value, style)),
        },
        Cell::Error(error) => format!("<c r=\"{place}\" t=\"e\"><v>{error}</v></c>"),
        Cell::Formula(formula) => format!("<c r=\"{place}\"><f>{formula}</f></c>"),
    }
}

enum Held {
    Serial(i64),
    Number(i64),
    Text,
}

fn held(day: Day, sheet: Sheet) -> Held {
    let serial = |day: Day| day.to_serial() - if sheet.year_1904 { 1_462 } else { 0 };
    match sheet.days {
        SheetDays::True => Held::Serial(serial(day)),
        SheetDays::Serial => Held::Number(serial(day)),
        SheetDays::Text => Held::Text,
        SheetDays::HalfSwapped => match Day::new(day.year(), day.day_of_month(), day.month()) {
            Some(swapped) => Held::Serial(serial(swapped)),
            None => Held::Text,
        },
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A table of a page, as programs save it under the name of a workbook.
pub(crate) fn html(grid: &Grid, style: &Style) -> Vec<u8> {
    let cell = |value: &Cell| format!("<td class=\"x\">{}</td>", escaped(&shown(value, style)));
    let row = |line: &Line| format!("<tr>{}</tr>\r\n", line.cells.iter().map(cell).collect::<String>());
    let rows: String = grid.lines.iter().map(row).collect();
    format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><style>td {{ mso-number-format: General }}</style></head>\r\n<body><table border=\"1\">\r\n{rows}</table></body></html>\r\n"
    )
    .into_bytes()
}

/// The XML of Excel 2003.
pub(crate) fn xml_2003(grid: &Grid, style: &Style) -> Vec<u8> {
    let cell = |value: &Cell| match value {
        Cell::Empty => "<Cell/>".to_owned(),
        Cell::Money(cents) => format!(
            "<Cell><Data ss:Type=\"Number\">{}{}.{:02}</Data></Cell>",
            if *cents < 0 { "-" } else { "" },
            cents.abs() / 100,
            cents.abs() % 100
        ),
        Cell::Day(day) => {
            format!("<Cell><Data ss:Type=\"DateTime\">{}T00:00:00.000</Data></Cell>", date(*day, DayStyle::Iso))
        }
        Cell::Text(_) | Cell::Error(_) | Cell::Formula(_) => {
            format!("<Cell><Data ss:Type=\"String\">{}</Data></Cell>", escaped(&shown(value, style)))
        }
    };
    let row = |line: &Line| format!("<Row>{}</Row>\n", line.cells.iter().map(cell).collect::<String>());
    let rows: String = grid.lines.iter().map(row).collect();
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Worksheet ss:Name=\"Balance\"><Table>\n{rows}</Table></Worksheet></Workbook>\n"
    )
    .into_bytes()
}

impl Style {
    /// The same, in a workbook with true numbers and dates.
    pub(crate) fn workbook(&mut self) -> &mut Sheet {
        if !matches!(self.file, File::Workbook(_)) {
            self.file = File::Workbook(Sheet { year_1904: false, money_as_text: false, days: SheetDays::True });
        }
        match &mut self.file {
            File::Workbook(sheet) => sheet,
            File::Delimited | File::Html | File::Xml2003 => unreachable!("just set"),
        }
    }
}
