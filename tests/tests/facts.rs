//! What workbooks hide, merge, filter, link to or leave without value: one generated file for each fact and format, and
//! exactly the remarks it must bring. Hidden rows are read like the others, and marked.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::hostile::books::{
    biff, biff_cell, ods, record, spreadsheet_xml, xls, xls_stream, xlsb, xlsb_number, xlsb_row, xlsx,
};
use acceptance::hostile::styled;
use sheet::{CellKind, Limits, Workbook};

/// A name, the file, the remarks in order, and the cells in all.
struct Case(&'static str, Vec<u8>, &'static [&'static str], usize);

fn read(name: &str, bytes: &[u8]) -> Workbook {
    sheet::read(bytes, &Limits::default(), &mut |_, _| {}).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

const ROWS: &str = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>";

fn sheet_data(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

fn of_xlsx() -> Vec<Case> {
    let sheet =
        |before: &str, rows: &str, after: &str| xlsx(&format!("{before}{}{after}", sheet_data(rows)), "", "", &[]);
    let plain = |more: &[(&str, &str)]| xlsx(&sheet_data(ROWS), "", "", more);
    let state = |state: &str| xlsx(&sheet_data(ROWS), state, "", &[]);
    let hidden = "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c></row>";
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let styled: String = (2..2_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>")).collect();
    let cell = |cell: &str| sheet("", &format!("<row r=\"1\">{cell}</row>"), "");
    let chart = "<chartsheet/>";
    let opening = |cells: &str| {
        let row = format!("<row r=\"1\">{cells}</row>");
        xlsx(&sheet_data(&row), "", "<calcPr fullCalcOnLoad=\"1\"/>", &[])
    };
    let zero = "<c><f>1-1</f><v>0</v></c>";
    vec![
        Case("xlsx formulas of zero, to be calculated", opening(&zero.repeat(2)), &["formulas-without-value"], 2),
        Case("xlsx formulas calculated", opening(&format!("{zero}<c><f>1</f><v>1.5</v></c>")), &[], 2),
        Case("xlsx formula of zero", cell(zero), &[], 1),
        Case("xlsx plain", plain(&[]), &[], 2),
        Case("xlsx hidden row", sheet("", &format!("{ROWS}{hidden}"), ""), &["hidden-rows"], 3),
        Case(
            "xlsx hidden row, true",
            sheet("", &format!("{ROWS}<row hidden=\"true\"><c><v>3</v></c></row>"), ""),
            &["hidden-rows"],
            3,
        ),
        Case("xlsx hidden row without content", sheet("", &format!("{ROWS}<row r=\"2\" hidden=\"1\"/>"), ""), &[], 2),
        Case(
            "xlsx hidden column",
            sheet("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>", ROWS, ""),
            &["hidden-columns"],
            2,
        ),
        Case(
            "xlsx hidden columns beyond",
            sheet("<cols><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>", ROWS, ""),
            &[],
            2,
        ),
        Case("xlsx hidden sheet", state("state=\"hidden\""), &["hidden-sheet"], 2),
        Case("xlsx very hidden sheet", state("state=\"veryHidden\""), &["hidden-sheet"], 2),
        Case(
            "xlsx filter",
            sheet(
                "",
                &format!("{ROWS}{hidden}"),
                "<autoFilter ref=\"A1:B2\"><filterColumn colId=\"0\"><filters><filter val=\"1\"/></filters></filterColumn></autoFilter>",
            ),
            &["hidden-rows", "active-filter"],
            3,
        ),
        Case("xlsx filter without condition", sheet("", ROWS, "<autoFilter ref=\"A1:B1\"/>"), &[], 2),
        Case(
            "xlsx merged",
            sheet("", ROWS, "<mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells>"),
            &["merged-cells"],
            2,
        ),
        Case("xlsx duplicate", cell("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>"), &["duplicate-cells"], 1),
        Case(
            "xlsx formula without value",
            cell("<c r=\"A1\"><f>B1</f></c><c r=\"B1\"><v>2</v></c>"),
            &["formulas-without-value"],
            1,
        ),
        Case(
            "xlsx formula with an empty text",
            cell("<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c><c r=\"B1\"><v>2</v></c>"),
            &["formulas-without-value"],
            1,
        ),
        Case("xlsx error cell", cell("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>"), &[], 1),
        Case(
            "xlsx newest error value",
            cell("<c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\"><v>1</v></c>"),
            &["unreadable-cells"],
            1,
        ),
        Case("xlsx day 60", cell("<c r=\"A1\" s=\"1\"><v>60</v></c>"), &["impossible-dates"], 1),
        Case("xlsx negative day", cell("<c r=\"A1\" s=\"1\"><v>-3</v></c>"), &["impossible-dates"], 1),
        Case("xlsx styled far down", sheet("", &format!("{ROWS}{styled}"), ""), &["styled-empty-cells"], 2),
        Case("xlsx far cell", sheet("", &format!("{ROWS}{far}"), ""), &[], 3),
        Case("xlsx macros", plain(&[("xl/vbaProject.bin", "x")]), &["macros"], 2),
        Case(
            "xlsx external link",
            plain(&[("xl/externalLinks/externalLink1.xml", "<externalLink/>")]),
            &["external-links"],
            2,
        ),
        Case("xlsx data connection", plain(&[("xl/connections.xml", "<connections/>")]), &["external-links"], 2),
        Case(
            "xlsx pivot cache",
            plain(&[
                ("xl/pivotCache/pivotCacheDefinition1.xml", "<p/>"),
                ("xl/pivotCache/pivotCacheRecords1.xml", "<p/>"),
            ]),
            &["pivot-caches"],
            2,
        ),
        Case("xlsx chart beside", plain(&[("xl/chartsheets/sheet9.xml", chart)]), &[], 2),
    ]
}

fn ods_row(attributes: &str, value: &str) -> String {
    format!(
        "<table:table-row {attributes}><table:table-cell office:value-type=\"float\" office:value=\"{value}\"/><table:table-cell office:value-type=\"string\"><text:p>b</text:p></table:table-cell></table:table-row>"
    )
}

fn of_ods() -> Vec<Case> {
    let table = |inner: &str, after: &str| {
        ods(&format!("<table:table table:name=\"Balance\">{inner}</table:table>{after}"), &[])
    };
    let plain = ods_row("", "1");
    let cell = |attributes: &str| {
        format!("<table:table-row><table:table-cell {attributes}/>{}", plain.replacen("<table:table-row >", "", 1))
    };
    let range = |inner: &str| {
        format!(
            "<table:database-ranges><table:database-range table:name=\"d\" table:target-range-address=\"Balance.A1:Balance.B2\">{inner}</table:database-range></table:database-ranges>"
        )
    };
    let tail = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    vec![
        Case("ods plain", table(&plain, ""), &[], 2),
        Case(
            "ods hidden row",
            table(&format!("{plain}{}", ods_row("table:visibility=\"collapse\"", "2")), ""),
            &["hidden-rows"],
            4,
        ),
        Case(
            "ods filtered row",
            table(&format!("{plain}{}", ods_row("table:visibility=\"filter\"", "2")), ""),
            &["hidden-rows"],
            4,
        ),
        Case(
            "ods hidden repeated rows",
            table(&ods_row("table:visibility=\"collapse\" table:number-rows-repeated=\"3\"", "2"), ""),
            &["hidden-rows"],
            6,
        ),
        Case(
            "ods hidden column",
            table(&format!("<table:table-column/><table:table-column table:visibility=\"collapse\"/>{plain}"), ""),
            &["hidden-columns"],
            2,
        ),
        Case(
            "ods hidden columns beyond",
            table(
                &format!(
                    "<table:table-column table:number-columns-repeated=\"5\"/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"16379\"/>{plain}"
                ),
                "",
            ),
            &[],
            2,
        ),
        Case(
            "ods filter",
            table(&plain, &range("<table:filter><table:filter-condition/></table:filter>")),
            &["active-filter"],
            2,
        ),
        Case("ods range without filter", table(&plain, &range("")), &[], 2),
        Case(
            "ods merged",
            table(
                &cell(
                    "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\" office:value-type=\"string\" office:string-value=\"x\"",
                ),
                "",
            ),
            &["merged-cells"],
            3,
        ),
        Case(
            "ods formula without value",
            table(&cell("table:formula=\"of:=[.B1]\""), ""),
            &["formulas-without-value"],
            2,
        ),
        Case("ods styled to the end", table(&format!("{plain}{tail}"), ""), &[], 2),
        Case(
            "ods outside source",
            table(&format!("<table:table-source xlink:href=\"other.ods\"/>{plain}"), ""),
            &["external-links"],
            2,
        ),
        Case(
            "ods macros",
            ods(
                &format!("<table:table table:name=\"Balance\">{plain}</table:table>"),
                &[("Basic/Standard/Module1.xml", "<x/>")],
            ),
            &["macros"],
            2,
        ),
    ]
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    biff(0x0203, &biff_cell(row, column, &value.to_le_bytes()))
}

/// The stored result that is an empty text.
const EMPTY: [u8; 8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];

/// Formulas of an xls with these stored results.
fn formulas(results: &[[u8; 8]]) -> Vec<u8> {
    let formula = |(row, result): (u16, &[u8; 8])| biff(0x0006, &biff_cell(row, 0, &[&result[..], &[0; 8]].concat()));
    (0..).zip(results).flat_map(formula).collect()
}

fn of_xls() -> Vec<Case> {
    let plain = || [number(0, 0, 1.0), number(1, 1, 2.0)].concat();
    let sheet = |records: &[u8]| xls(xls_stream(0x0600, 0, &[], &[records, &plain()].concat()));
    let hidden_row =
        |row: u16| biff(0x0208, &[&row.to_le_bytes()[..], &[0, 0, 9, 0, 0, 1, 0, 0, 0, 0, 0x20, 1, 15, 0]].concat());
    let number_style = biff(0x00E0, &[0; 20]);
    let calculated = [number_style.clone(), biff(0x01C1, &[0; 8])].concat();
    let hidden_column = |first: u8, last: u8| biff(0x007D, &[first, 0, last, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    vec![
        Case("xls plain", sheet(&[]), &[], 2),
        Case("xls of 1995", xls(xls_stream(0x0500, 0, &[], &plain())), &[], 2),
        Case("xls hidden row", sheet(&hidden_row(1)), &["hidden-rows"], 2),
        Case("xls hidden row without content", sheet(&hidden_row(7)), &[], 2),
        Case("xls hidden column", sheet(&hidden_column(1, 1)), &["hidden-columns"], 2),
        Case("xls hidden columns beyond", sheet(&hidden_column(5, 255)), &[], 2),
        Case("xls merged", sheet(&biff(0x00E5, &[1, 0, 0, 0, 0, 0, 0, 0, 1, 0])), &["merged-cells"], 2),
        Case(
            "xls filter",
            sheet(&[biff(0x009B, &[]), biff(0x009D, &[2, 0]), biff(0x009E, &[0; 24])].concat()),
            &["active-filter"],
            2,
        ),
        Case("xls filter without condition", sheet(&biff(0x009D, &[2, 0])), &[], 2),
        Case("xls duplicate", sheet(&number(0, 0, 7.0)), &["duplicate-cells"], 2),
        Case("xls hidden sheet", xls(xls_stream(0x0600, 1, &[], &plain())), &["hidden-sheet"], 2),
        Case("xls very hidden sheet", xls(xls_stream(0x0600, 2, &[], &plain())), &["hidden-sheet"], 2),
        Case(
            "xls external link",
            xls(xls_stream(0x0600, 0, &biff(0x01AE, &[1, 0, 5, 0, 0, b'a', b'.', b'x', b'l', b's']), &plain())),
            &["external-links"],
            2,
        ),
        Case("xls its own link", xls(xls_stream(0x0600, 0, &biff(0x01AE, &[1, 0, 1, 4]), &plain())), &[], 2),
        Case(
            "xls formulas never calculated",
            xls(xls_stream(0x0600, 0, &number_style, &formulas(&[[0; 8], EMPTY]))),
            &["formulas-without-value"],
            1,
        ),
        Case("xls formulas calculated", xls(xls_stream(0x0600, 0, &calculated, &formulas(&[[0; 8], EMPTY]))), &[], 1),
        Case(
            "xls formulas, one with a result",
            xls(xls_stream(0x0600, 0, &number_style, &formulas(&[[0; 8], 7_f64.to_le_bytes()]))),
            &[],
            2,
        ),
        Case("xls error cell", xls(xls_stream(0x0600, 0, &[], &biff(0x0205, &biff_cell(0, 0, &[0x17, 1])))), &[], 1),
    ]
}

fn of_xlsb() -> Vec<Case> {
    let rows =
        |hidden: bool| [xlsb_row(0, false), xlsb_number(0, 1.0), xlsb_row(1, hidden), xlsb_number(1, 2.0)].concat();
    let column = |first: u32, last: u32| {
        record(0x3C, &[&first.to_le_bytes()[..], &last.to_le_bytes(), &[0; 8], &[1, 0]].concat())
    };
    let twice = [xlsb_row(0, false), xlsb_number(0, 1.0), xlsb_number(0, 2.0)].concat();
    let error = [xlsb_row(0, false), record(0x03, &[0, 0, 0, 0, 0, 0, 0, 0, 0x17])].concat();
    vec![
        Case("xlsb plain", xlsb(&[], &rows(false), &[], 0, &[]), &[], 2),
        Case("xlsb hidden row", xlsb(&[], &rows(true), &[], 0, &[]), &["hidden-rows"], 2),
        Case("xlsb hidden column", xlsb(&column(1, 1), &rows(false), &[], 0, &[]), &["hidden-columns"], 2),
        Case("xlsb hidden columns beyond", xlsb(&column(5, 16_383), &rows(false), &[], 0, &[]), &[], 2),
        Case("xlsb merged", xlsb(&[], &rows(false), &record(0xB0, &[0; 16]), 0, &[]), &["merged-cells"], 2),
        Case("xlsb filter", xlsb(&[], &rows(false), &record(0xA3, &[0; 6]), 0, &[]), &["active-filter"], 2),
        Case("xlsb duplicate", xlsb(&[], &twice, &[], 0, &[]), &["duplicate-cells"], 1),
        Case("xlsb hidden sheet", xlsb(&[], &rows(false), &[], 1, &[]), &["hidden-sheet"], 2),
        Case("xlsb very hidden sheet", xlsb(&[], &rows(false), &[], 2, &[]), &["hidden-sheet"], 2),
        Case("xlsb error cell", xlsb(&[], &error, &[], 0, &[]), &[], 1),
        Case("xlsb macros", xlsb(&[], &rows(false), &[], 0, &[("xl/vbaProject.bin", "x")]), &["macros"], 2),
    ]
}

fn of_xml() -> Vec<Case> {
    let row = |attributes: &str, cells: &str| format!("<Row {attributes}>{cells}</Row>");
    let one = "<Cell><Data ss:Type=\"Number\">1</Data></Cell>";
    let plain = row("", one);
    let book = |table: &str| spreadsheet_xml(table, "");
    let options = |inner: &str| format!("<WorksheetOptions>{inner}</WorksheetOptions>");
    vec![
        Case("xml plain", book(&plain), &[], 1),
        Case("xml hidden row", book(&format!("{plain}{}", row("ss:Hidden=\"1\"", one))), &["hidden-rows"], 2),
        Case("xml hidden column", book(&format!("<Column ss:Hidden=\"1\"/>{plain}")), &["hidden-columns"], 1),
        Case(
            "xml hidden sheet",
            spreadsheet_xml(&plain, &options("<Visible>SheetHidden</Visible>")),
            &["hidden-sheet"],
            1,
        ),
        Case(
            "xml merged",
            book(&row("", &format!("<Cell ss:MergeDown=\"1\"><Data>x</Data></Cell>{one}"))),
            &["merged-cells"],
            2,
        ),
        Case(
            "xml filter",
            spreadsheet_xml(
                &plain,
                "<x:AutoFilter x:Range=\"R1C1\"><x:AutoFilterColumn x:Type=\"All\"/></x:AutoFilter>",
            ),
            &["active-filter"],
            1,
        ),
        Case(
            "xml formula without value",
            book(&row("", &format!("<Cell ss:Formula=\"=R1C2\"/>{one}"))),
            &["formulas-without-value"],
            1,
        ),
        Case(
            "xml number that is none",
            book(&row("", &format!("<Cell><Data ss:Type=\"Number\">12,5</Data></Cell>{one}"))),
            &["unreadable-cells"],
            1,
        ),
        Case(
            "html hidden row",
            b"<table><tr hidden><td>1</td></tr><tr><td>2</td></tr></table>".to_vec(),
            &["hidden-rows"],
            2,
        ),
        Case(
            "html hidden column",
            b"<table><col><col style='display:none'><tr><td>1<td>2</table>".to_vec(),
            &["hidden-columns"],
            2,
        ),
        Case(
            "html struck through",
            b"<table><tr><td>1<td><s>2</s><tr><td style='text-decoration:line-through'>3<tr><td>4</table>".to_vec(),
            &["struck-rows"],
            4,
        ),
        Case("html merged", b"<table><tr><td colspan=2>1</td><td>2</td></tr></table>".to_vec(), &["merged-cells"], 2),
    ]
}

#[test]
fn every_oddity_is_seen_and_told_and_no_other() {
    let cases: Vec<Case> = [of_xlsx(), of_ods(), of_xls(), of_xlsb(), of_xml()].into_iter().flatten().collect();
    let mut wrong = Vec::new();
    for Case(name, bytes, codes, cells) in &cases {
        let book = read(name, bytes);
        let seen: Vec<&str> = book.notices.iter().map(sheet::Notice::code).collect();
        let count: usize = book.tables.iter().map(sheet::Table::cell_count).sum();
        let marked = book.tables.iter().flat_map(|table| table.rows()).any(|row| row.is_hidden());
        if seen != *codes || count != *cells || marked != codes.contains(&"hidden-rows") {
            wrong.push(format!("{name}: {seen:?} and {count} cells, expected {codes:?} and {cells}, marked {marked}"));
        }
    }
    println!("{} of {} files told exactly", cases.len() - wrong.len(), cases.len());
    assert!(cases.len() >= 60 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_epoch_of_1904_is_honoured_in_every_format() {
    let cell = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43830</v></c></row>";
    let book = xlsx(&sheet_data(cell), "", "<workbookPr date1904=\"1\"/>", &[]);
    let old = xls(xls_stream(0x0600, 0, &biff(0x0022, &[1, 0]), &number(0, 0, 43_830.0)));
    for (name, bytes) in [("xlsx", book), ("xls", old)] {
        let table = &read(name, &bytes).tables[0];
        let shown: Vec<(CellKind, String)> =
            table.rows().flat_map(|row| row.cells()).map(|cell| (cell.kind, cell.text.to_owned())).collect();
        assert_eq!(shown, [(CellKind::Date, "2024-01-01".to_owned())], "{name}");
    }
}

#[test]
fn styles_say_the_same_in_every_format() {
    for (name, bytes) in styled::in_every_format() {
        let book = read(name, &bytes);
        let table = &book.tables[0];
        let cells: Vec<(CellKind, &str)> =
            table.rows().flat_map(|row| row.cells()).map(|cell| (cell.kind, cell.text)).collect();
        let number = |text| (CellKind::Number, text);
        assert_eq!(cells, [(CellKind::Text, "00417"), number("800"), number("12"), number("9")], "{name}");
        assert_eq!(table.currencies, [(1, "USD".to_owned())], "{name}");
        let told = sheet::Notice::StruckRows { sheet: table.name.clone().unwrap(), count: 1 };
        assert_eq!(book.notices, [told], "{name}");
    }
}
