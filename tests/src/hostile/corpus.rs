//! The wide corpus: every trick against the readers we know of, made by code. Each must end in values or in one
//! sentence; which of the two is not promised, only that it comes soon, in little memory, and names the file.

use super::books::{
    biff, biff_cell, ods, record, spreadsheet_xml, wide, xls, xls_stream, xlsb, xlsb_number, xlsb_row, xlsx,
};
use super::zip::{Part, zip};

/// A name and its bytes.
pub type Named = (String, Vec<u8>);

/// Long files are shorter where nothing is optimised: the reading is what is tested, not the compiler.
const LARGE: usize = if cfg!(debug_assertions) { 2 << 20 } else { 100 << 20 };
const MANY: usize = if cfg!(debug_assertions) { 50_000 } else { 1_000_000 };

/// Every file, in a fixed order.
pub fn files() -> Vec<Named> {
    let mut files = Vec::new();
    for (kind, extension, family) in [
        ("sheet", "xlsx", sheets as fn() -> Vec<Vec<u8>>),
        ("book", "xlsx", books),
        ("zip", "xlsx", zips),
        ("cut", "xlsx", || cuts(&plain_xlsx())),
        ("open", "ods", ods_files),
        ("cut", "ods", || cuts(&plain_ods())),
        ("old", "xls", old_sheets),
        ("cut", "xls", || cuts(&plain_xls())),
        ("container", "xls", containers),
        ("binary", "xlsb", binary_sheets),
        ("text", "csv", texts),
        ("page", "xls", pages),
    ] {
        let made = family().into_iter().enumerate();
        files.extend(made.map(|(number, bytes)| (format!("{kind}-{number:02}.{extension}"), bytes)));
    }
    files
}

/// A file cut at seven places.
fn cuts(whole: &[u8]) -> Vec<Vec<u8>> {
    (1..8).map(|eighths| whole[..whole.len() * eighths / 8].to_vec()).collect()
}

fn of_rows(rows: &str) -> Vec<u8> {
    xlsx(&format!("<sheetData>{rows}</sheetData>"), "", "", &[])
}

fn plain_xlsx() -> Vec<u8> {
    of_rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Client</t></is></c><c r=\"B1\"><v>1</v></c></row>")
}

fn sheets() -> Vec<Vec<u8>> {
    let cell = |cell: &str| of_rows(&format!("<row r=\"1\">{cell}</row>"));
    let strings = |head: &str| {
        let shared = format!("<sst {head}><si><t>x</t></si></sst>");
        xlsx(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
            "",
            "",
            &[("xl/sharedStrings.xml", &shared)],
        )
    };
    vec![
        of_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
        of_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1000\"><c r=\"XFD1000\"><v>1</v></c></row>"),
        of_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"T1048576\"><v>1</v></c></row>"),
        strings("uniqueCount=\"100000000\""),
        strings("uniqueCount=\"4294967295\""),
        strings("uniqueCount=\"18446744073709551615\""),
        strings("uniqueCount=\"-1\""),
        xlsx(
            "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>",
            "",
            "",
            &[],
        ),
        cell("<c r=\"ZZZZZZZZ1\"><v>1</v></c>"),
        of_rows("<row r=\"4294967296\"><c r=\"A4294967296\"><v>1</v></c></row>"),
        of_rows("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"),
        cell("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"A1\"><v>3</v></c>"),
        cell(
            "<c r=\"A1\"><v>1E+400</v></c><c r=\"B1\"><v>12345678901234567</v></c><c r=\"C1\"><v>nan</v></c><c r=\"D1\"><v>-inf</v></c>",
        ),
        cell("<c r=\"A1\" t=\"d\"><v>2025-02-29</v></c><c r=\"B1\" t=\"d\"><v>9999999-99-99T99:99:99</v></c>"),
        cell(
            "<c r=\"A1\" s=\"1\"><v>1e300</v></c><c r=\"B1\" s=\"1\"><v>-1e300</v></c><c r=\"C1\" s=\"4294967295\"><v>1</v></c>",
        ),
        cell("<c r=\"A1\" t=\"s\"><v>99</v></c>"),
        cell("<c r=\"A1\" t=\"s\"><v>-1</v></c>"),
        cell(
            "<c r=\"A1\" t=\"b\"><v>perhaps</v></c><c r=\"B1\" t=\"e\"><v>#HUH!</v></c><c r=\"C1\" t=\"zz\"><v>1</v></c>",
        ),
        cell(&format!("<c r=\"A1\" t=\"inlineStr\"><is><t>{}</t></is></c>", "x".repeat(40_000))),
        cell(&(0..600).map(|column| format!("<c r=\"{}1\"><v>1</v></c>", letters(column))).collect::<String>()),
        cell(&format!("<c r=\"A1\"{}><v>1</v></c>", (0..1_000).map(|n| format!(" a{n}=\"1\"")).collect::<String>())),
        cell(&format!("<c r=\"A1\" a=\"{}\"><v>1</v></c>", "x".repeat(2 << 20))),
        cell(&"<x>".repeat(100_000)),
        cell(&format!("<!--{}--><c r=\"A1\"><v>1</v></c>", "-".repeat(2 << 20))),
        cell("<c r=\"A1\"><v><![CDATA[1]]></v></c><c r=\"B1\"><v><![CDATA["),
        cell(
            "<c r=\"A1\"><f>cmd|'/c calc'!A0</f><v>1</v></c><c r=\"B1\" t=\"str\"><f>WEBSERVICE(\"http://x\")</f><v>=1+1</v></c>",
        ),
        of_rows(&"<row/>".repeat(MANY)),
        of_rows(&format!("<row>{}</row>", "<c/>".repeat(20_000))),
        xlsx("<sheetData></sheetData></worksheet><worksheet><sheetData/>", "", "", &[]),
        xlsx(
            &format!(
                "<cols><col min=\"0\" max=\"4294967295\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>{}",
                "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(1_000)
            ),
            "",
            "",
            &[],
        ),
    ]
}

/// The letters of a column, from 0.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

fn books() -> Vec<Vec<u8>> {
    let data = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    let entities: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let laughs = format!("<!DOCTYPE x [<!ENTITY l0 \"lol\">{entities}]><sst><si><t>&l9;</t></si></sst>");
    let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst><si><t>&e;</t></si></sst>";
    let sheets: String = (0..5_000).map(|n| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"r1\"/>")).collect();
    let name = "x".repeat(40_000);
    let relations = |target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"{target}\"/></Relationships>"
        )
    };
    let with_relations = |target: &str| {
        zip(vec![
            Part::stored("_rels/.rels", "<Relationships/>"),
            Part::stored(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            ),
            Part::stored("xl/_rels/workbook.xml.rels", relations(target)),
            Part::stored("xl/worksheets/sheet1.xml", format!("<worksheet>{data}</worksheet>")),
        ])
    };
    vec![
        xlsx(data, "", "", &[("xl/sharedStrings.xml", &laughs)]),
        xlsx(data, "", "", &[("xl/sharedStrings.xml", outside)]),
        xlsx(data, "", &format!("<sheets>{sheets}</sheets>"), &[]),
        xlsx(data, "", "<sheets><sheet name=\"Balance\" sheetId=\"2\" r:id=\"r1\"/></sheets>", &[]),
        xlsx(data, "", &format!("<sheets><sheet name=\"{name}\" sheetId=\"2\" r:id=\"r1\"/></sheets>"), &[]),
        with_relations("worksheets/sheet1.bin"),
        with_relations("../../../../etc/passwd.xml"),
        with_relations("http://example.com/sheet1.xml"),
        with_relations("workbook.xml"),
        with_relations("_rels/workbook.xml.rels"),
        with_relations("worksheets/absent.xml"),
        zip(vec![Part::stored("xl/workbook.xml", "<workbook/>")]),
        zip(vec![Part::stored("xl/workbook.xml", "")]),
        zip(vec![Part::stored("xl/workbook.xml", "\u{FEFF}\0<\0w\0")]),
        xlsx(data, "", "", &[("xl/styles.xml", "<styleSheet><numFmts count=\"4294967295\"/></styleSheet>")]),
        xlsx(data, "", "", &[("docProps/app.xml", &"<a>".repeat(10_000))]),
        xlsx(
            data,
            "",
            "",
            &[("xl/worksheets/sheet1.xml", "<worksheet/>"), ("xl/worksheets/SHEET1.XML", "<worksheet/>")],
        ),
        xlsx(
            data,
            "state=\"veryHidden\"",
            "",
            &[("xl/vbaProject.bin", "Shell"), ("xl/externalLinks/externalLink1.xml", "<x/>")],
        ),
    ]
}

fn zips() -> Vec<Vec<u8>> {
    let plain = plain_xlsx();
    let end = plain.len() - 22;
    let changed = |changes: &[(usize, u8)]| {
        let mut bytes = plain.clone();
        changes.iter().for_each(|(at, byte)| bytes[*at] = *byte);
        bytes
    };
    let directory = plain.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let twice =
        zip(vec![Part::stored("xl/workbook.xml", "<workbook/>"), Part::stored("xl/workbook.xml", "<workbook>")]);
    let zip64 = {
        let mut bytes = plain[..end].to_vec();
        bytes.extend(b"PK\x06\x06");
        bytes.extend([44, 0, 0, 0, 0, 0, 0, 0, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([0xFF; 32]);
        bytes.extend(b"PK\x06\x07\0\0\0\0");
        bytes.extend((end as u64).to_le_bytes());
        bytes.extend([1, 0, 0, 0]);
        bytes.extend(b"PK\x05\x06\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0");
        bytes
    };
    // Every entry of the directory points to the first one: the parts overlap.
    let overlapping = {
        let mut bytes = plain.clone();
        let places: Vec<usize> = (directory..end).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
        places.iter().for_each(|at| bytes[at + 42..at + 46].fill(0));
        bytes
    };
    let many = zip((0..5_000)
        .map(|n| Part::stored(format!("xl/media/{n}"), "x"))
        .chain([Part::stored("xl/workbook.xml", "<workbook/>")])
        .collect());
    vec![
        twice,
        zip64,
        overlapping,
        many,
        changed(&[(end + 8, 0xFF), (end + 9, 0xFF), (end + 10, 0xFF), (end + 11, 0xFF)]),
        changed(&[(end + 10, 0)]),
        changed(&[(end + 12, 0xFF), (end + 15, 0x7F)]),
        changed(&[(end + 16, 0xFF), (end + 19, 0xFF)]),
        changed(&[(end + 20, 0xFF)]),
        changed(&[(directory + 10, 99)]),
        changed(&[(directory + 10, 12), (8, 12)]),
        changed(&[(directory + 16, 1), (14, 1)]),
        changed(&[(directory + 20, 0xFF), (directory + 23, 0xFF)]),
        changed(&[(directory + 24, 0xFF), (directory + 27, 0xFF)]),
        changed(&[(directory + 28, 0xFF), (directory + 29, 0xFF)]),
        changed(&[(directory + 42, 0xFF), (directory + 45, 0x7F)]),
        [plain.clone(), vec![b'x'; 70_000]].concat(),
        [vec![b'x'; 1_000], plain.clone()].concat(),
        [b"\xFF\xD8\xFF\xE0JFIF".to_vec(), plain.clone()].concat(),
        [b"%PDF-1.4\n".to_vec(), plain.clone()].concat(),
        [b"Client;Solde\nA;1\n".to_vec(), plain.clone()].concat(),
        zip(vec![Part::stored("inner.zip", &plain), Part::stored("../../evil.csv", "x"), Part::stored("a\0b", "x")]),
        zip(vec![Part::stored("", "x"), Part::stored("/", "x"), Part::stored("C:\\x\\workbook.xml", "<workbook/>")]),
        b"PK\x05\x06".iter().copied().chain([0; 18]).collect(),
        b"PK\x03\x04".to_vec(),
        b"PK\x05\x06".repeat(10_000),
    ]
}

fn plain_ods() -> Vec<u8> {
    ods(
        "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>",
        &[],
    )
}

fn ods_files() -> Vec<Vec<u8>> {
    let table = |inner: &str| ods(&format!("<table:table table:name=\"S\">{inner}</table:table>"), &[]);
    let cell = |row: &str, cell: &str| {
        table(&format!(
            "<table:table-row {row}><table:table-cell office:value-type=\"string\" {cell}><text:p>x</text:p></table:table-cell></table:table-row>"
        ))
    };
    let raw = |content: &str| {
        zip(vec![
            Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            Part::stored("META-INF/manifest.xml", "<manifest/>"),
            Part::stored("content.xml", content),
        ])
    };
    vec![
        cell("table:number-rows-repeated=\"100000000\"", ""),
        cell("", "table:number-columns-repeated=\"100000000\""),
        cell("table:number-rows-repeated=\"10000\"", "table:number-columns-repeated=\"16384\""),
        cell("table:number-rows-repeated=\"-1\"", ""),
        cell("table:number-rows-repeated=\"0\"", "table:number-columns-repeated=\"0\""),
        table("<table:table table:name=\"T\"><table:table-row/></table:table>"),
        table(
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row>",
        ),
        table(
            "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"0000-00-00\"/><table:table-cell office:value-type=\"float\" office:value=\"1e999\"/><table:table-cell office:value-type=\"time\" office:time-value=\"PT99999999999H\"/></table:table-row>",
        ),
        table(&"<table:table-row>".repeat(100)),
        table(&"<text:p>".repeat(100_000)),
        table(
            "<table:table-row><table:covered-table-cell office:value-type=\"string\"><text:p>x</text:p></table:covered-table-cell></table:table-row>",
        ),
        raw(""),
        raw("<office:document-content>"),
        raw("<table:table table:name=\"S\"><table:table-row><table:table-cell/></table:table-row>"),
        raw("<!DOCTYPE x [<!ENTITY a \"b\">]><office:document-content>&a;</office:document-content>"),
        zip(vec![Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
        ods("", &[]),
    ]
}

fn number(row: u16, column: u16) -> Vec<u8> {
    biff(0x0203, &biff_cell(row, column, &1_f64.to_le_bytes()))
}

fn plain_xls() -> Vec<u8> {
    xls(xls_stream(0x0600, 0, &[], &[number(0, 0), number(1, 1)].concat()))
}

fn old_sheets() -> Vec<Vec<u8>> {
    let sheet = |cells: &[u8]| xls(xls_stream(0x0600, 0, &[], cells));
    let book = |globals: &[u8]| xls(xls_stream(0x0600, 0, globals, &number(0, 0)));
    vec![
        sheet(&[number(0, 0), number(65_535, 255)].concat()),
        sheet(&[number(0, 0), number(65_535, 65_535)].concat()),
        sheet(&biff(0x00FD, &biff_cell(0, 0, &[0xFF, 0xFF, 0xFF, 0xFF]))),
        sheet(&biff(0x00FD, &[0, 0])),
        sheet(&biff(0x0006, &biff_cell(0, 0, &[0; 4]))),
        sheet(&biff(0x00BD, &[0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1, 0])),
        sheet(&biff(0x0204, &biff_cell(0, 0, &[0xFF, 0xFF, 1, b'x']))),
        sheet(&biff(0x0809, &[0, 6, 16, 0]).repeat(10_000)),
        sheet(&biff(0x0207, &[0xFF, 0xFF, 1])),
        sheet(&biff(0x0200, &[0xFF; 14])),
        sheet(&biff(0x00E5, &[[0xFF, 0xFF].as_slice(), &[0xFF; 64]].concat())),
        book(&biff(0x0085, &[0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, b'S'])),
        book(&biff(0x0085, &[0, 0, 0, 0, 0, 0, 1, 0, b'S']).repeat(500)),
        book(&biff(0x00FC, &[0xFF; 12])),
        book(&biff(0x0042, &[0xFF, 0xFF])),
        book(&biff(0x0018, &[0xFF; 40])),
        book(&biff(0x002F, &[0; 6])),
        xls(vec![0; 4_096]),
        xls(b"\x09\x08\xFF\xFF".repeat(1_024)),
    ]
}

fn containers() -> Vec<Vec<u8>> {
    let plain = plain_xls();
    let changed = |changes: &[(usize, u8)]| {
        let mut bytes = plain.clone();
        changes.iter().for_each(|(at, byte)| bytes[*at] = *byte);
        bytes
    };
    // The allocation table is the first sector, the directory the second.
    let (table, directory) = (512, 1_024);
    vec![
        changed(&[(table + 8, 2), (table + 9, 0), (table + 10, 0), (table + 11, 0)]),
        changed(&[(table + 4, 1), (table + 5, 0), (table + 6, 0), (table + 7, 0)]),
        changed(&[(30, 40)]),
        changed(&[(30, 0)]),
        changed(&[(32, 0)]),
        changed(&[(44, 0xFF), (45, 0xFF), (46, 0xFF), (47, 0x7F)]),
        changed(&[(48, 0xEE), (49, 0xFF)]),
        changed(&[(60, 0), (61, 0), (62, 0), (63, 0), (64, 1)]),
        changed(&[(68, 0), (69, 0), (70, 0), (71, 0), (72, 0xFF)]),
        changed(&[(76, 0xFF), (77, 0xFF), (78, 0xFF), (79, 0xFE)]),
        changed(&[(directory + 128 + 116, 0xFF), (directory + 128 + 117, 0xFF)]),
        changed(&[(directory + 128 + 120, 0xFF), (directory + 128 + 123, 0xFF)]),
        changed(&[(directory + 128 + 64, 0)]),
        changed(&[(directory + 116, 0), (directory + 120, 0xFF), (directory + 123, 0x7F)]),
        plain[..512].to_vec(),
        plain[..8].to_vec(),
    ]
}

fn binary_sheets() -> Vec<Vec<u8>> {
    let sheet = |rows: &[u8]| xlsb(&[], rows, &[], 0, &[]);
    let row = xlsb_row(0, false);
    let text = |chars: u32| record(0x06, &[&[0; 8][..], &chars.to_le_bytes(), b"a\0"].concat());
    vec![
        sheet(&xlsb_row(u32::MAX, false)),
        sheet(&xlsb_row(1_048_576, true)),
        sheet(&[row.clone(), xlsb_number(u32::MAX, 1.0)].concat()),
        sheet(&[row.clone(), xlsb_number(16_383, f64::NAN)].concat()),
        sheet(&[row.clone(), text(u32::MAX)].concat()),
        sheet(&[row.clone(), text(2)].concat()),
        sheet(&[row.clone(), record(0x07, &[0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0])].concat()),
        sheet(&[row.clone(), record(0x02, &[0; 4])].concat()),
        sheet(&[row.clone(), vec![0x05, 0xFF, 0xFF, 0xFF, 0x7F]].concat()),
        sheet(&[row.clone(), vec![0x05, 0x80]].concat()),
        sheet(&[xlsb_row(5, false), xlsb_number(0, 1.0), xlsb_row(1, false), xlsb_number(0, 1.0)].concat()),
        sheet(&record(0x08, &[&[0; 8][..], &wide("x")].concat())),
        xlsb(&record(0x3C, &[0xFF; 18]), &row, &record(0xB0, &[0xFF; 16]), 7, &[]),
    ]
}

fn texts() -> Vec<Vec<u8>> {
    let head = "Client;Facture;Date;Échéance;Solde\n";
    let row = "ALPHA;F1;01/01/2026;31/01/2026;12,00\n";
    let of = |text: &str| format!("{head}{text}").into_bytes();
    let uneven: String = (1..400).map(|fields| "x;".repeat(fields) + "\n").collect();
    vec![
        [head.as_bytes(), b"\"", &vec![b'x'; LARGE]].concat(),
        [head.as_bytes(), &vec![b'x'; LARGE], b";1\n"].concat(),
        ";".repeat(MANY).into_bytes(),
        format!("{}\n{}\n", "a;".repeat(20_000), "1;".repeat(20_000)).into_bytes(),
        vec![b'"'; LARGE],
        vec![0; LARGE],
        vec![b'\n'; LARGE],
        vec![b'\r'; LARGE],
        of(&"\"".repeat(10_001)),
        of(&format!("\"{}", row.repeat(2_000))),
        of(&"\"a\"b\"c\";".repeat(2_000)),
        b"\xEF\xBB\xBF".to_vec(),
        b"\xEF\xBB\xBFsep=;\n".to_vec(),
        b"\xFF\xFEA".to_vec(),
        [0xFF, 0xFE].into_iter().chain([0xD8, 0x00].into_iter().cycle().take(4_000)).collect(),
        [0xFF, 0xFE]
            .into_iter()
            .chain("a;b\n".encode_utf16().chain([0xD800, 0x000A, 0xDC00]).flat_map(u16::to_le_bytes))
            .collect(),
        b"Client;Solde\n\xC0\xAF\xE0\x80\x80\xF0\x80\x80\x80;1\n\xF8\x88\x80\x80\x80;2\n".to_vec(),
        of("\u{1B}[31mROUGE\u{7};F1;01/01/2026;31/01/2026;12,00\n"),
        of("=HYPERLINK(\"http://x\");@SUM(A1);01/01/2026;31/01/2026;12,00\n+1;-1;01/01/2026;31/01/2026;13,00\n"),
        of("\u{202E}ALPHA\u{202C};F\u{200B}1;01/01/2026;31/01/2026;12,00\n"),
        of("<script>alert(1)</script>;{{ x }};01/01/2026;31/01/2026;12,00\n"),
        of("AL\0PHA;F1;01/01/2026;31/01/2026;12,00\n"),
        of("A;F1;01/01/2026;31/01/2026;99999999999999999999,99\nB;F2;99/99/9999;00/00/0000;1E+400\n"),
        of(&format!("{};F1;01/01/2026;31/01/2026;12,00\n", "é".repeat(40_000))),
        format!("{}\n{row}", "Client;".repeat(600)).into_bytes(),
        uneven.into_bytes(),
        "sep=\n".into(),
        "sep=\"\na\"b\n".into(),
        "sep=;;\na;b\n1;2\n".into(),
        "Client\tSolde|Date;Pièce,Montant\nA\t1|2;3,4\n".into(),
        "{\"a\":1}\n{\"a\":2}\n".into(),
        "INSERT INTO clients VALUES (1,'a');\nDROP TABLE clients;\n".into(),
        row.repeat(3_000).into_bytes(),
        of(&row.repeat(10).replace('\n', "\r\r\n")),
        of("Total;;;;\nTotal;;;;12,00\nTotal général;;;;12,00\n"),
        "+AGEAYgBj-;+AGQ-\n1;2\n".into(),
    ]
}

fn pages() -> Vec<Vec<u8>> {
    let xml = |table: &str| spreadsheet_xml(table, "");
    let page = |body: &str| format!("<html><body>{body}</body></html>").into_bytes();
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("<html><table><tr><td>é</td></tr></table>".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    vec![
        page(&"<b>".repeat(MANY)),
        page(&"<table><tr><td>".repeat(1_000)),
        page(&format!("<table><tr>{}", "<td>x".repeat(20_000))),
        page(&format!("<table>{}", "<tr><td>".repeat(MANY))),
        page(&format!("<table><tr>{}x", "<td colspan=4294967295 rowspan=4294967295>".repeat(10_000))),
        page(&"<table><tr><td rowspan=65534>x<td>y</tr>".repeat(50)),
        page("<table><tr><td a=\"never closed>x</td></tr></table>"),
        page(&format!("<table><tr><td>{}</td></tr></table>", "&amp;".repeat(8_000))),
        page(&format!("<table><tr><td>{}</td></tr></table>", "&".repeat(30_000))),
        page("<table><tr><td>x<!-- never closed </td></tr></table>"),
        page("<table><tr><td>x<script>never closed </td></tr></table>"),
        page(&format!("<table><tr><td><img src=\"data:image/png;base64,{}\">x</td></tr></table>", "A".repeat(LARGE))),
        page("<table>\0<tr\0><td>x\0</td></tr></table>"),
        page(&"</table></td></tr>".repeat(10_000)),
        page("<meta http-equiv=refresh content='0;url=http://x'><table><tr><td>=cmd|'/c calc'!A0</td></tr></table>"),
        utf16,
        xml("<Row ss:Index=\"4294967296\"/>"),
        xml("<Row><Cell ss:Index=\"999999\"><Data>x</Data></Cell></Row>"),
        xml("<Row><Cell ss:MergeAcross=\"4294967295\"><Data>x</Data></Cell><Cell><Data>y</Data></Cell></Row>"),
        xml(&format!("<Row><Cell><Data>{}</Data></Cell></Row>", "x".repeat(40_000))),
        xml(&"<Row>".repeat(50_000)),
        xml(
            "<Row><Cell><Data ss:Type=\"DateTime\">9999-99-99T00:00:00</Data></Cell><Cell><Data ss:Type=\"Number\">1e999</Data></Cell></Row>",
        ),
        xml("<!DOCTYPE x [<!ENTITY a \"b\">]><Row/>"),
        xml("<Row><Cell><Data>never closed"),
    ]
}
