//! Workbooks written as text, so that no binary stands among the fixtures: `# Name` begins a sheet (`# Name (hidden)`
//! a hidden one), then one line per row, cells between semicolons; `=2026-01-31` is a true date, `#12.5` a number, and `~`
//! before a line hides the row.

use crate::hostile::zip::{Part, zip};
use std::fmt::Write as _;
use values::Day;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet3.xml",
    "xl/worksheets/sheet4.xml",
    "xl/worksheets/sheet5.xml",
    "xl/worksheets/sheet6.xml",
];

/// 1 January 2000 as a workbook counts days.
const DAY_2000: i32 = 36_526;

/// The workbook of a text.
pub fn workbook(text: &str) -> Vec<u8> {
    workbook_with(text, &|sheet| sheet)
}

/// The workbook of a text, the XML of each of its sheets changed.
pub fn workbook_with(text: &str, change: &dyn Fn(String) -> String) -> Vec<u8> {
    let sheets: Vec<(&str, &str)> = split(text);
    let (mut list, mut relations, mut overrides) = (String::new(), String::new(), String::new());
    for ((heading, _), (number, part)) in sheets.iter().zip((1..).zip(PARTS)) {
        let name = escaped(heading.trim_end_matches(" (hidden)"));
        let state = if heading.ends_with(" (hidden)") { " state=\"hidden\"" } else { "" };
        write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"r{number}\"/>").unwrap();
        let target = part.trim_start_matches("xl/");
        write!(relations, "<Relationship Id=\"r{number}\" Type=\"{RELATION}/worksheet\" Target=\"{target}\"/>")
            .unwrap();
        write!(overrides, "<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>").unwrap();
    }
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{overrides}</Types>"
    );
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><sheets>{list}</sheets></workbook>");
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"s\" Type=\"{RELATION}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    );
    let mut parts = vec![
        Part::stored("[Content_Types].xml", &types),
        Part::stored("_rels/.rels", &root),
        Part::stored("xl/workbook.xml", &book),
        Part::stored("xl/_rels/workbook.xml.rels", &relations),
        Part::stored("xl/styles.xml", &styles),
    ];
    parts.extend(sheets.iter().zip(PARTS).map(|((_, lines), part)| Part::stored(part, change(worksheet(lines)))));
    zip(parts)
}

/// The sheets of a text: heading and lines.
fn split(text: &str) -> Vec<(&str, &str)> {
    let body = text.strip_prefix("# ").expect("a workbook begins with `# Name of its first sheet`");
    body.split("\n# ").map(|sheet| sheet.split_once('\n').unwrap_or((sheet, ""))).collect()
}

fn worksheet(lines: &str) -> String {
    let mut rows = String::new();
    for (line, number) in lines.lines().zip(1_u32..) {
        let (line, hidden) = line.strip_prefix('~').map_or((line, ""), |line| (line, " hidden=\"1\""));
        write!(rows, "<row r=\"{number}\"{hidden}>").unwrap();
        for (cell, column) in line.split(';').zip('A'..='Z').filter(|(cell, _)| !cell.is_empty()) {
            let at = format!("{column}{number}");
            match (cell.strip_prefix('='), cell.strip_prefix('#')) {
                (Some(day), _) => {
                    let serial = day.parse::<Day>().unwrap() - Day::new(2000, 1, 1).unwrap();
                    write!(rows, "<c r=\"{at}\" s=\"1\"><v>{}</v></c>", serial.0 + DAY_2000).unwrap();
                }
                (None, Some(value)) => write!(rows, "<c r=\"{at}\"><v>{value}</v></c>").unwrap(),
                (None, None) => {
                    write!(rows, "<c r=\"{at}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(cell)).unwrap();
                }
            }
        }
        rows.push_str("</row>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
