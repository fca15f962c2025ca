//! The regular xlsx against the reader that takes them all: the same cells, the same notices.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::progress::Progress;
use crate::{Limits, Workbook, read_tolerantly, xlsx};

fn quickly(bytes: &[u8]) -> Option<Workbook> {
    xlsx::read(bytes, &Limits::default(), &mut Progress::new(&mut |_, _| {}, bytes.len() as u64))
}

/// Everything a workbook says.
pub(crate) fn told(book: &Workbook) -> Vec<String> {
    let mut told = vec![format!("{:?}", book.notices)];
    for table in &book.tables {
        told.push(format!(
            "{:?} hidden {} blank {} 1904 {}",
            table.name, table.hidden, table.blank_rows, table.from_1904
        ));
        told.push(format!("{:?} {:?}", table.currencies, table.currency_names()));
        told.extend(table.rows().map(|row| {
            let named = |column| row.currency_of(column).map(|place| format!(" {place}")).unwrap_or_default();
            let cell =
                |cell: crate::Cell<'_>| format!("{}{:?}={:?}{}", cell.column, cell.kind, cell.text, named(cell.column));
            let cells: Vec<String> = row.cells().map(cell).collect();
            format!("{}{} {}", row.number(), if row.is_hidden() { "h" } else { "" }, cells.join(" "))
        }));
    }
    told
}

fn workbooks(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            workbooks(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "xlsx" || ending == "xlsm") {
            found.push(path);
        }
    }
}

#[test]
fn the_workbooks_at_hand_are_read_as_by_the_reader_that_takes_them_all() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["tests/fixtures", "../shared/samples"] {
        workbooks(&root.join(folder), &mut found);
    }
    found.sort();
    let mut left = Vec::new();
    for path in &found {
        let bytes = std::fs::read(path).unwrap();
        let oracle = read_tolerantly(&bytes, &Limits::default());
        match (quickly(&bytes), oracle) {
            (Some(book), Ok(oracle)) => assert_eq!(told(&book), told(&oracle), "{}", path.display()),
            (Some(_), Err(refusal)) => panic!("{}: {refusal:?}", path.display()),
            (None, _) => left.push(path.file_name().unwrap().to_string_lossy().into_owned()),
        }
    }
    println!("{} workbooks, left to the other reader: {left:?}", found.len());
    assert!(left.len() * 4 <= found.len(), "{left:?}");
}

/// A value of a cell: the attributes and what stands inside.
fn cell() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(|number| number.to_string()),
        any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(|number| format!("{number:E}")),
        (any::<i32>(), 0_u32..100).prop_map(|(whole, cents)| format!("{whole}.{cents:02}")),
        (0_i64..3_000_000).prop_map(|serial| serial.to_string()),
        (0_i64..60_000, 0_u32..1_000_000).prop_map(|(day, part)| format!("{day}.{part:06}")),
        "-?[0-9]{1,20}(\\.[0-9]{1,12})?",
        Just(String::new()),
    ];
    let text =
        prop_oneof!["[a-zé €_x0-9D]{0,12}", "(_x00[0-9A-F]{2}_|&amp;|&#233;|&#x20AC;|_|x| |_xD83D__xDCF7_){0,6}",];
    prop_oneof![
        8 => (number, 0_u32..10).prop_map(|(number, style)| format!(" s=\"{style}\"><v>{number}</v></c>")),
        2 => (0_u32..5).prop_map(|index| format!(" t=\"s\"><v>{index}</v></c>")),
        2 => text.clone().prop_map(|text| format!(" t=\"str\"><f>A1</f><v>{text}</v></c>")),
        2 => (text, any::<bool>()).prop_map(|(text, kept)| {
            let kept = if kept { " xml:space=\"preserve\"" } else { "" };
            format!(" t=\"inlineStr\"><is><t{kept}>{text}</t></is></c>")
        }),
        1 => prop::sample::select(vec![
            "/>", "><f>A1</f><v>0</v></c>", "><f>A1</f><v>-0.0</v></c>", "><f>A1</f><v>12.50</v></c>", " s=\"1\"/>", "></c>", "><v/></c>", "><f>1+1</f></c>", " t=\"b\"><v>1</v></c>", " t=\"b\"><v>0</v></c>",
            " t=\"e\"><v>#N/A</v></c>", " t=\"d\"><v>2026-01-31</v></c>", " t=\"d\"><v>2025-02-29</v></c>",
            " t=\"n\" s=\"1\"><v>45292</v></c>", " t=\"str\"><v></v></c>", " cm='1' s=\"2\"><f t=\"array\" ref=\"A1\">B1</f><v>1</v></c>",
            " t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><t> b</t></r></is></c>",
        ]).prop_map(str::to_owned),
    ]
}

/// Rows of cells, with gaps; references on all of them, on rows only, or on none.
fn sheet() -> impl Strategy<Value = String> {
    let row = (0_u32..3, any::<bool>(), prop::collection::vec((0_u8..3, cell()), 0..6));
    (0_u8..3, prop::collection::vec(row, 0..8)).prop_map(|(references, rows)| {
        let mut xml = String::new();
        let mut number = 0;
        for (gap, hidden, cells) in rows {
            number += 1 + gap;
            let hidden = if hidden { " hidden=\"1\"" } else { "" };
            xml += &if references == 2 { format!("<row{hidden}>") } else { format!("<row r=\"{number}\"{hidden}>") };
            let mut column = b'A';
            for (gap, cell) in cells {
                column += gap;
                xml += &if references == 0 {
                    format!("<c r=\"{}{number}\"{cell}", char::from(column))
                } else {
                    format!("<c{cell}")
                };
                column += 1;
            }
            xml += "</row>\n";
        }
        xml
    })
}

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/>\
    <numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"#,##0.00\\ &quot;day&quot;\"/>\
    <numFmt numFmtId=\"167\" formatCode=\"000000\"/><numFmt numFmtId=\"168\" formatCode=\"[$€-40C]0.00\"/></numFmts>\
    <fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"46\"/>\
    <xf numFmtId=\"167\" fontId=\"0\"/><xf numFmtId=\"168\" fontId=\"0\"/><xf numFmtId=\"168\" fontId=\"1\"/></cellXfs>\
    <dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"dd\"/></dxf></dxfs></styleSheet>";

pub(crate) fn workbook(rows: &str) -> Vec<u8> {
    workbook_in(STYLES, rows)
}

fn workbook_in(styles: &str, rows: &str) -> Vec<u8> {
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{REL}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let sheet = format!(
        "<?xml version=\"1.0\"?>\n<worksheet><dimension ref=\"A1:C9\"/><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>\
         <sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"
    );
    let strings = "<sst uniqueCount=\"5\"><si><t>R&amp;D</t></si><si/><si><t> </t></si><si><t xml:space=\"preserve\"> é</t></si>\
        <si><r><t>a</t></r><r><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>c</t></rPh></si></sst>";
    let parts = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"S &amp; T\" sheetId=\"1\" r:id=\"r1\"/></sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/styles.xml", styles.to_owned()),
        ("xl/sharedStrings.xml", strings.to_owned()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    zipped(&parts)
}

fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_regular_workbook_is_read_as_by_the_reader_that_takes_them_all(rows in sheet()) {
        let bytes = workbook(&rows);
        let book = quickly(&bytes);
        prop_assert!(book.is_some(), "left to the other reader");
        let oracle = read_tolerantly(&bytes, &Limits::default()).unwrap();
        prop_assert_eq!(told(&book.unwrap()), told(&oracle));
    }

    /// What a workbook stores of an amount is its decimal text: no detour by a binary number changes a cent.
    #[test]
    fn amounts_are_read_to_the_cent(cents in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let sign = if cents < 0 { "-" } else { "" };
        let written = format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let book = quickly(&workbook(&format!("<row><c><v>{written}</v></c></row>"))).unwrap();
        let row = book.tables[0].rows().next().unwrap();
        let read = row.cell(0).unwrap().text;
        let (whole, fraction) = read.split_once('.').unwrap_or((read, ""));
        let digits = format!("{whole}{fraction:0<2}");
        prop_assert_eq!(digits.parse::<i64>().unwrap(), cents, "{} read as {}", written, read);
    }
}

#[test]
fn what_no_regular_workbook_writes_is_left_to_the_other_reader() {
    for rows in [
        "<x:row/>",
        "<row r=\"2\"/><row r=\"1\"/>",
        "<row><c r=\"A2\"><v>1</v></c></row>",
        "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>5</v></c></row>",
        "<row><c><v>1</v><v>2</v></c></row>",
        "<row><c><v>one</v></c></row>",
        "<row><c><!-- --><v>1</v></c></row>",
        "<row><c t=\"e\"><v>#SPILL!</v></c></row>",
        "<row><c t=\"z\"><v>1</v></c></row>",
        "<row><c><v>1</v></c></row",
        "<row><d/></row>",
        "text",
    ] {
        assert!(quickly(&workbook(rows)).is_none(), "{rows}");
    }
}

/// One blank of a megabyte that a million cells show is a terabyte to look at.
#[test]
fn a_blank_text_that_many_cells_show_counts_among_the_bytes_of_text() {
    let limits = Limits { text_bytes: 100, ..Limits::default() };
    for (cells, fits) in [(100, true), (101, false)] {
        let bytes = workbook(&format!(
            "<row>{}</row>",
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> </t></is></c>".repeat(cells)
        ));
        let book = xlsx::read(&bytes, &limits, &mut Progress::new(&mut |_, _| {}, 0));
        let tolerant = read_tolerantly(&bytes, &limits);
        assert_eq!((book.is_some(), tolerant.is_ok()), (fits, fits), "{cells}");
        assert!(fits || tolerant.unwrap_err().code() == "limit-exceeded");
    }
}

#[test]
fn numbers_that_a_spreadsheet_cannot_keep_are_announced() {
    let rounded = |value: &str| {
        let rows = format!("<row><c><v>{value}</v></c><c><v>7</v></c></row>");
        let book = quickly(&workbook(&rows)).unwrap();
        let found = book.notices.iter().find_map(|notice| match notice {
            crate::Notice::RoundedNumbers { count, example, .. } => Some((*count, example.clone())),
            _ => None,
        });
        assert_eq!(told(&book), told(&read_tolerantly(&workbook(&rows), &Limits::default()).unwrap()));
        found
    };
    // Fifteen digits are kept, and the noise of a binary number behind its point says nothing.
    for kept in ["999999999999999", "-123456789012345.25", "1234567.8899999999", "0.1234567890123456", "1E+14"] {
        assert_eq!(rounded(kept), None, "{kept}");
    }
    // A card, a bank account.
    assert_eq!(rounded("4970101234567890"), Some((1, "4970101234567890".to_owned())));
    assert_eq!(rounded("3.0003035200005E+22"), Some((1, "30003035200005000000000".to_owned())));
}

/// Codes with zeros before them are read as the workbook shows them, amounts name the currency of their formats, and rows
/// struck through are counted.
#[test]
fn formats_tell_codes_currencies_and_rows_struck_through() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/>\
        <numFmt numFmtId=\"165\" formatCode=\"[$£-809]#,##0.00\"/></numFmts>\
        <fonts><font/><font><strike/></font></fonts>\
        <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"165\" fontId=\"0\"/>\
        <xf numFmtId=\"165\" fontId=\"1\"/></cellXfs></styleSheet>";
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>501</v></c><c r=\"B1\" s=\"2\"><v>12.5</v></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>502.5</v></c><c r=\"B2\" s=\"3\"><v>7</v></c><c r=\"C2\" s=\"3\"><v>8</v></c></row>";
    let book = quickly(&workbook_in(styles, rows)).unwrap();
    let cells: Vec<String> = book.tables[0]
        .rows()
        .flat_map(|row| row.cells().map(|cell| cell.text.to_owned()).collect::<Vec<_>>())
        .collect();
    assert_eq!(cells, ["00501", "12.5", "502.5", "7", "8"]);
    assert_eq!(book.tables[0].currencies, [(1, "£".to_owned()), (2, "£".to_owned())]);
    assert!(
        book.notices.contains(&crate::Notice::StruckRows { sheet: "S & T".to_owned(), count: 1 }),
        "{:?}",
        book.notices
    );
}
