//! Files made to hurt: each one gets a typed answer, quickly and without memory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests are tests"
)]

mod build;

use std::io::Write;
use std::time::{Duration, Instant};

use build::{bomb, compound, ods, ods_content, ods_of, outcome, read, record, worksheet, xlsb, xlsx, xlsx_of, zipped};
use sheet::{CellKind, Limit, Limits, Notice, Unreadable};

/// One cell of text in an ods.
const CELL: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>";

fn quick(bytes: &[u8]) -> String {
    let start = Instant::now();
    let outcome = outcome(bytes);
    assert!(start.elapsed() < Duration::from_secs(20), "{outcome} took {:?}", start.elapsed());
    outcome
}

#[test]
fn what_is_no_workbook_is_named() {
    assert_eq!(outcome(b""), "empty-file");
    assert_eq!(outcome(b" \r\n\t "), "only-whitespace");
    assert_eq!(outcome(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0"), "not-a-table jpeg");
    assert_eq!(outcome(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"), "not-a-table pdf");
    assert_eq!(outcome(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "not-a-table png");
    assert_eq!(outcome(b"MZ\x90\0\x03\0\0\0"), "not-a-table executable");
    assert_eq!(outcome(&zipped(&[("notes.txt", b"bonjour")])), "zip-of-files 1 notes.txt");
    assert_eq!(outcome(&zipped(&[("word/document.xml", b"<w/>")])), "not-a-table text-document");
    assert_eq!(outcome(b"<html><body><table><tr><td>Client</td></tr></table></body></html>"), "html 1 tables 1 cells");
    assert_eq!(outcome(b"<html><body><form></form></body></html>"), "markup-not-workbook html");
    assert_eq!(outcome(&[0x93, 0, 1, 2, 3, 0, 0, 0x12, 0x13]), "unknown-binary");
}

#[test]
fn passwords_are_recognised() {
    assert_eq!(outcome(&compound(&["EncryptionInfo", "EncryptedPackage"])), "encrypted-workbook xlsx");
    let manifest = "<m:manifest xmlns:m=\"u\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    assert_eq!(outcome(&ods_of("\u{1}garbage", manifest)), "encrypted-workbook ods");
    let mut locked = xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    // The flag of every entry, in the local headers and in the directory.
    for at in 0..locked.len() - 10 {
        match &locked[at..at + 4] {
            b"PK\x03\x04" => locked[at + 6] |= 1,
            b"PK\x01\x02" => locked[at + 8] |= 1,
            _ => {}
        }
    }
    assert_eq!(outcome(&locked), "encrypted-workbook xlsx");
    assert_eq!(outcome(&compound(&["WordDocument"])), "not-a-table text-document");
    assert_eq!(outcome(&compound(&["Something"])), "not-a-table compound-file");
}

#[test]
fn bombs_stop_at_the_cap() {
    let mut start = worksheet("").into_bytes();
    start.truncate(start.windows(11).position(|window| window == b"<sheetData>").unwrap() + 11);
    let parts: [(&str, &[u8]); 1] = [("xl/workbook.xml", b"<workbook/>")];
    let spaces = bomb(&parts, "xl/worksheets/sheet1.xml", &start, b' ', 1 << 30);
    assert!(spaces.len() < 8 << 20);
    assert_eq!(quick(&spaces), "limit-exceeded xml-token-bytes");
    let limits = Limits { inflated_bytes: 16 << 20, ..Limits::default() };
    let picture = bomb(&parts, "xl/media/image1.png", b"", 0, 64 << 20);
    let refusal = sheet::read(&picture, &limits, &mut |_, _| {}).unwrap_err();
    assert!(
        matches!(refusal, Unreadable::TooLarge { limit: Limit::InflatedBytes, seen, .. } if seen < 17 << 20),
        "{refusal:?}"
    );
    let long = format!("<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "x".repeat(32_768));
    assert_eq!(outcome(&xlsx(&long)), "limit-exceeded cell-chars");
    assert_eq!(outcome(&xlsx(&long.replacen('x', "", 1))), "xlsx 1 tables 1 cells");
}

#[test]
fn cells_in_the_corners_cost_nothing() {
    let corners =
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let start = Instant::now();
    let book = read(&xlsx(corners)).unwrap();
    assert!(start.elapsed() < Duration::from_secs(1));
    let table = &book.tables[0];
    assert_eq!((table.cell_count(), table.blank_rows, table.text_bytes()), (2, 1_048_574, 2));
    assert_eq!(table.row(1_048_576).unwrap().cell(16_383).unwrap().text, "2");
}

#[test]
fn announced_counts_are_not_believed() {
    for count in ["100000000", "4294967295", "18446744073709551615", "99999999999999999999999"] {
        let strings = format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let bytes =
            xlsx_of(&worksheet("<row><c t=\"s\"><v>0</v></c></row>"), &[("xl/sharedStrings.xml", strings.as_bytes())]);
        assert_eq!(quick(&bytes), "damaged-workbook xl/sharedstrings.xml lying-count", "{count}");
    }
    let strings = b"<sst count=\"9\" uniqueCount=\"1\"><si><t>a</t></si></sst>";
    let bytes = xlsx_of(&worksheet("<row><c t=\"s\"><v>0</v></c></row>"), &[("xl/sharedStrings.xml", strings)]);
    assert_eq!(outcome(&bytes), "xlsx 1 tables 1 cells");
}

#[test]
fn references_outside_the_sheet_are_refused() {
    for reference in ["ZZZZZZZZ1", "A4294967296", "XFE1", "A1048577", "A0"] {
        let bytes = xlsx(&format!("<row r=\"1\"><c r=\"{reference}\"><v>1</v></c></row>"));
        assert_eq!(outcome(&bytes), "damaged-workbook xl/worksheets/sheet1.xml reference", "{reference}");
    }
    let row = xlsx("<row r=\"4294967296\"><c><v>1</v></c></row>");
    assert_eq!(outcome(&row), "damaged-workbook xl/worksheets/sheet1.xml reference");
    let second = xlsx("<row r=\"1\" r=\"4294967296\"><c><v>1</v></c></row>");
    assert_eq!(outcome(&second), "damaged-workbook xl/worksheets/sheet1.xml reference");
    // Without references the reader counts by itself, as far as it is let.
    let wide = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(513));
    assert_eq!(outcome(&xlsx(&wide)), "limit-exceeded columns");
    assert_eq!(
        outcome(&xlsx("<row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>1</v></c></row>")),
        "damaged-workbook Feuil1 row-order"
    );
}

#[test]
fn xml_that_no_spreadsheet_writes_is_refused() {
    let laughs = "<!DOCTYPE a [<!ENTITY l \"ha\">]>".to_owned() + &worksheet("<row><c><v>&l;</v></c></row>");
    assert_eq!(outcome(&xlsx_of(&laughs, &[])), "damaged-workbook xl/worksheets/sheet1.xml document-type");
    assert_eq!(outcome(&xlsx(&"<a>".repeat(100))), "limit-exceeded xml-depth");
    let wide: Vec<u8> = worksheet("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let relationship = |target: &str| {
        format!("<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"{target}\"/></Relationships>")
    };
    let rels = relationship("worksheets/sheet9.xml");
    let parts: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet9.xml", &wide),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
    ];
    assert_eq!(outcome(&zipped(&parts)), "damaged-workbook xl/worksheets/sheet9.xml encoding");
    let rels = relationship("media/image1.png");
    let parts: [(&str, &[u8]); 2] =
        [("xl/workbook.xml", b"<workbook/>"), ("xl/_rels/workbook.xml.rels", rels.as_bytes())];
    assert_eq!(outcome(&zipped(&parts)), "damaged-workbook xl/_rels/workbook.xml.rels reference");
}

#[test]
fn containers_that_do_not_hold_together_are_damaged() {
    let sound = xlsx("<row><c><v>1</v></c></row>");
    assert_eq!(outcome(&sound), "xlsx 1 tables 1 cells");
    assert_eq!(outcome(&sound[..sound.len() / 2]), "damaged-workbook zip cut");
    assert_eq!(outcome(b"PK\x03\x04"), "damaged-workbook zip cut");
    let many: Vec<String> = (0..4_097).map(|n| format!("f{n}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(outcome(&zipped(&many)), "limit-exceeded zip-entries");
    let mut flipped = sound.clone();
    let at = flipped.windows(13).position(|window| window == b"xl/styles.xml").unwrap() + 20;
    flipped[at] ^= 0xFF;
    assert!(outcome(&flipped).starts_with("damaged-workbook xl/styles.xml"), "{}", outcome(&flipped));
}

#[test]
fn an_ods_always_ends() {
    assert_eq!(outcome(&ods(&ods_content(CELL))), "ods 1 tables 1 cells");
    let whole = ods_content(CELL);
    assert_eq!(quick(&ods(&whole.replace("</table:table>", ""))), "damaged-workbook content.xml nesting");
    assert_eq!(quick(&ods(&whole[..whole.len() - 60])), "damaged-workbook content.xml cut");
    assert_eq!(quick(&ods(&whole[..whole.find("</table:table-row>").unwrap()])), "damaged-workbook content.xml cut");
    let note = CELL.replace("<text:p>", "<office:annotation><text:p>");
    assert_eq!(quick(&ods(&ods_content(&note))), "damaged-workbook content.xml nesting");
    let twice = CELL.replace("string\"", "string\" table:number-columns-repeated=\"16384\"");
    let twice = twice
        .replace("table-row>", "table-row table:number-rows-repeated=\"10000\">")
        .replace("</table:table-row table:number-rows-repeated=\"10000\">", "</table:table-row>");
    assert_eq!(quick(&ods(&ods_content(&twice))), "limit-exceeded cells");
}

#[test]
fn absurd_compound_files_are_refused_before_they_cost() {
    let mut tables = compound(&["Workbook"]);
    tables[44..48].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    assert_eq!(quick(&tables), "damaged-workbook xls structure");
    let mut far = compound(&["Workbook"]);
    far[76..80].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
    assert_eq!(quick(&far), "damaged-workbook xls structure");
    let mut circle = compound(&["Workbook"]);
    circle[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(quick(&circle), "damaged-workbook xls structure");
    let mut shift = compound(&["Workbook"]);
    shift[30] = 31;
    assert_eq!(quick(&shift), "damaged-workbook xls structure");
    assert_eq!(quick(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "damaged-workbook xls structure");
}

#[test]
fn a_text_that_unfolds_is_bounded() {
    let limits = Limits { text_bytes: 1_000, ..Limits::default() };
    let strings = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(300));
    let rows: String = (0..5).map(|_| "<row><c t=\"s\"><v>0</v></c></row>").collect();
    let bytes = xlsx_of(&worksheet(&rows), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    let refusal = sheet::read(&bytes, &limits, &mut |_, _| {}).unwrap_err();
    assert!(matches!(refusal, Unreadable::TooLarge { seen: 1_200, .. }), "{refusal:?}");
}

#[test]
fn oddities_of_an_honest_xlsx_are_told() {
    let sheet = worksheet(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Client</t></is></c><c r=\"B1\" s=\"1\"/></row>\
         <row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\" s=\"1\"><v>46203</v></c>\
         <c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\"><f>1+1</f></c></row>\
         <row r=\"4\"><c r=\"A4\"><v>1E+400</v></c><c r=\"A4\"><v>1234.56</v></c><c r=\"B4\" t=\"e\"><v>#SPILL!</v></c>\
         <c r=\"C4\" t=\"d\"><v>2025-02-29</v></c><c r=\"D4\" s=\"1\"><v>-1</v></c></row>",
    );
    let sheet = sheet
        .replace("<sheetData>", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData>")
        .replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");
    let book = read(&xlsx_of(&sheet, &[])).unwrap();
    let cells: Vec<(CellKind, &str)> = book.tables[0]
        .rows()
        .flat_map(|row| row.cells().collect::<Vec<_>>())
        .map(|cell| (cell.kind, cell.text))
        .collect();
    assert_eq!(
        cells,
        [
            (CellKind::Text, "Client"),
            (CellKind::Error, "#N/A"),
            (CellKind::Date, "2026-06-30"),
            (CellKind::Boolean, "TRUE"),
            (CellKind::Number, "1234.56"),
            (CellKind::Text, "2025-02-29"),
            (CellKind::Number, "-1"),
        ]
    );
    let sheet = || "Feuil1".to_owned();
    assert_eq!(
        book.notices,
        [
            Notice::StyledEmptyCells { sheet: sheet(), count: 1 },
            Notice::DuplicateCells { sheet: sheet(), count: 1 },
            Notice::UnreadableCells { sheet: sheet(), count: 1, example: "#SPILL!".to_owned() },
            Notice::FormulasWithoutValue { sheet: sheet(), count: 1 },
            Notice::HiddenRows { sheet: sheet(), count: 1 },
            Notice::HiddenColumns { sheet: sheet(), count: 1 },
            Notice::MergedCells { sheet: sheet(), count: 1 },
            Notice::ImpossibleDates { sheet: sheet(), count: 1 },
        ]
    );
    assert_eq!(book.tables[0].blank_rows, 1);
}

#[test]
fn a_large_honest_sheet_gives_signs_of_life() {
    let mut rows = Vec::new();
    for row in 1..=30_000 {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\"><v>0.1</v></c></row>").unwrap();
    }
    let bytes = xlsx(&String::from_utf8(rows).unwrap());
    let mut calls = Vec::new();
    let book = sheet::read(&bytes, &Limits::default(), &mut |done, total| calls.push((done, total))).unwrap();
    assert_eq!(book.tables[0].row_count(), 30_000);
    assert!(calls.len() > 10 && calls.is_sorted(), "{}", calls.len());
    assert_eq!(calls.last(), Some(&(2 * bytes.len() as u64, 2 * bytes.len() as u64)));
}

/// A cell of an xlsb: column, style, value.
fn binary_cell(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &[0; 4], value].concat())
}

#[test]
fn a_binary_workbook_is_read_cell_by_cell() {
    let cells = [
        record(0x00, &[&4_u32.to_le_bytes()[..], &[0; 13]].concat()),
        binary_cell(0x07, 0, &0_u32.to_le_bytes()),
        binary_cell(0x05, 1, &1234.56_f64.to_le_bytes()),
        binary_cell(0x03, 2, &[0x2A]),
    ];
    let book = read(&xlsb(&cells.concat())).unwrap();
    let row = book.tables[0].row(5).unwrap();
    let texts: Vec<&str> = row.cells().map(|cell| cell.text).collect();
    assert_eq!(texts, ["Société", "1234.56", "#N/A"]);
    assert_eq!((book.format.code(), book.tables[0].hidden, book.tables[0].blank_rows), ("xlsb", true, 4));
    assert_eq!(book.notices, [Notice::HiddenSheet { sheet: "Écritures".to_owned(), very: true }]);
}

#[test]
fn a_binary_workbook_is_not_taken_at_its_word() {
    let sheet = "damaged-workbook xl/worksheets/sheet1.bin structure";
    assert_eq!(outcome(&xlsb(&record(0x00, &0x0010_0000_u32.to_le_bytes()))), sheet);
    assert_eq!(outcome(&xlsb(&binary_cell(0x05, 0, &[0; 4]))), sheet);
    assert_eq!(outcome(&xlsb(&binary_cell(0x05, 16_384, &[0; 8]))), sheet);
    assert_eq!(
        outcome(&xlsb(&binary_cell(0x07, 0, &9_u32.to_le_bytes()))),
        "damaged-workbook xl/sharedStrings.bin structure"
    );
    assert_eq!(outcome(&xlsb(&[0x05, 0xFF, 0xFF, 0xFF, 0x7F])), "limit-exceeded xml-token-bytes");
}
