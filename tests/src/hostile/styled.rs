//! One workbook with styles in every format that has some: 417 shown as 00417, 800 in dollars and 9 struck through, 12 without
//! style. Style 1 is a code, 2 an amount in dollars, 3 the same struck through.

use super::books::{biff, ods, record, spreadsheet_xml, wide, xls, xls_stream, xlsb_row, xlsb_under, xlsx_under};

/// The workbook in every format, by its name.
pub fn in_every_format() -> Vec<(&'static str, Vec<u8>)> {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/>\
        <numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ [$USD]\"/></numFmts><fonts><font/><font><strike/></font></fonts>\
        <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"165\" fontId=\"0\"/>\
        <xf numFmtId=\"165\" fontId=\"1\"/></cellXfs></styleSheet>";
    let rows = format!(
        "<sheetData>{}</sheetData>",
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>417</v></c><c r=\"B1\" s=\"2\"><v>800</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>12</v></c><c r=\"B2\" s=\"3\"><v>9</v></c></row>",
    );
    // Rows without numbers send a workbook to the tolerant reader.
    let irregular = rows.replace("<row r=\"2\">", "<!-- --><row><!-- -->");
    vec![
        ("xlsx", xlsx_under(styles, &rows, "", "", &[])),
        ("irregular xlsx", xlsx_under(styles, &irregular, "", "", &[])),
        ("xls", xls(xls_stream(0x0600, 0, &styles_of_xls(0x0600), &cells_of_xls()))),
        ("xls of 1995", xls(xls_stream(0x0500, 0, &styles_of_xls(0x0500), &cells_of_xls()))),
        ("xlsb", xlsb_under(&styles_of_xlsb(), &cells_of_xlsb())),
        ("ods", ods_workbook()),
        ("xml", xml_workbook()),
    ]
}

/// Fonts 0 to 3 and 5, since there is none of number 4; formats; styles of a font and a format.
pub(crate) fn styles_of_xls(version: u16) -> Vec<u8> {
    let font = |flags: u8| biff(0x0031, &[220, 0, flags, 0, 0, 0, 0x90, 1, 0, 0, 0, 0, 0, 0, 1, 0, b'A']);
    let format = |number: u8, code: &str| {
        let length = code.len() as u8;
        let head = if version == 0x0600 { vec![number, 0, length, 0, 0] } else { vec![number, 0, length] };
        biff(0x041E, &[&head, code.as_bytes()].concat())
    };
    let style = |font: u8, format: u8| biff(0x00E0, &[&[font, 0, format, 0][..], &[0; 16]].concat());
    [
        font(0).repeat(4),
        font(8),
        [format(164, "00000"), format(165, "#,##0.00\\ [$USD]")].concat(),
        [style(0, 0), style(0, 164), style(0, 165), style(5, 165)].concat(),
    ]
    .concat()
}

/// Numbers in all three writings: compact, several in one record, and whole.
pub(crate) fn cells_of_xls() -> Vec<u8> {
    let compact = |number: u32| (number << 2 | 2).to_le_bytes();
    let several = [&[0, 0, 0, 0, 1, 0][..], &compact(417), &[2, 0], &compact(800), &[1, 0]].concat();
    let one = [&[1, 0, 0, 0, 0, 0][..], &compact(12)].concat();
    let whole = [&[1, 0, 1, 0, 3, 0][..], &9_f64.to_le_bytes()].concat();
    [biff(0x00BD, &several), biff(0x027E, &one), biff(0x0203, &whole)].concat()
}

pub(crate) fn styles_of_xlsb() -> Vec<u8> {
    let format = |number: u8, code: &str| record(0x2C, &[&[number, 0][..], &wide(code)].concat());
    let font = |flags: u8| record(0x2B, &[&[220, 0, flags, 0][..], &[0; 17], &wide("A")].concat());
    let style = |font: u8, format: u8| record(0x2F, &[&[0, 0, format, 0, font, 0][..], &[0; 10]].concat());
    [
        [record(0x267, &[2, 0, 0, 0]), format(164, "00000"), format(165, "#,##0.00\\ [$USD]"), record(0x268, &[])]
            .concat(),
        [record(0x263, &[2, 0, 0, 0]), font(0), font(8), record(0x264, &[])].concat(),
        // The styles that others are derived from come first, and are none of a cell.
        [record(0x272, &[1, 0, 0, 0]), style(1, 164), record(0x273, &[])].concat(),
        [record(0x269, &[4, 0, 0, 0]), style(0, 0), style(0, 164), style(0, 165), style(1, 165), record(0x26A, &[])]
            .concat(),
    ]
    .concat()
}

pub(crate) fn cells_of_xlsb() -> Vec<u8> {
    let compact = |column: u8, style: u8, number: u32| {
        record(0x02, &[&[column, 0, 0, 0, style, 0, 0, 0][..], &(number << 2 | 2).to_le_bytes()].concat())
    };
    let whole = record(0x05, &[&[1, 0, 0, 0, 3, 0, 0, 0][..], &9_f64.to_le_bytes()].concat());
    [xlsb_row(0, false), compact(0, 1, 417), compact(1, 2, 800), xlsb_row(1, false), compact(0, 0, 12), whole].concat()
}

/// Styles in both parts, of a column and of cells.
fn ods_workbook() -> Vec<u8> {
    let (body, styles) = ods_parts();
    ods(&body, &[("styles.xml", styles)])
}

/// What stands in `office:spreadsheet`, its own styles before it, and the part of the styles beside it.
pub(crate) fn ods_parts() -> (String, &'static str) {
    let styles = "<office:document-styles><office:styles>\
        <number:number-style style:name=\"N1\"><number:number number:min-integer-digits=\"5\"/></number:number-style>\
        <style:style style:name=\"code\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
        </office:styles></office:document-styles>";
    let own = "<number:number-style style:name=\"N2P0\"><number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\"/>\
        <number:text> USD</number:text></number:number-style>\
        <number:number-style style:name=\"N2\"><number:text>-</number:text><number:number number:min-integer-digits=\"5\"/>\
        <style:map style:condition=\"value()&gt;=0\" style:apply-style-name=\"N2P0\"/></number:number-style>\
        <style:style style:name=\"usd\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
        <style:style style:name=\"paid\" style:family=\"table-cell\" style:parent-style-name=\"usd\">\
        <style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
    let number = |attributes: &str, value: &str| {
        format!("<table:table-cell {attributes} office:value-type=\"float\" office:value=\"{value}\"/>")
    };
    let row = |cells: [String; 2]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row([number("", "417"), number("", "800")]),
        row([number("table:style-name=\"none\"", "12"), number("table:style-name=\"paid\"", "9")]),
    ];
    let columns = "<table:table-column table:default-cell-style-name=\"code\"/>\
        <table:table-column table:default-cell-style-name=\"usd\"/>";
    let table = format!("<table:table table:name=\"Balance\">{columns}{}</table:table>", rows.concat());
    (format!("<office:automatic-styles>{own}</office:automatic-styles>{table}"), styles)
}

pub(crate) fn xml_workbook() -> Vec<u8> {
    let styles = "<Styles><Style ss:ID=\"code\"><NumberFormat ss:Format=\"00000\"/></Style>\
        <Style ss:ID=\"usd\"><NumberFormat ss:Format=\"#,##0.00\\ [$USD]\"/></Style>\
        <Style ss:ID=\"paid\" ss:Parent=\"usd\"><Font ss:StrikeThrough=\"1\"/></Style></Styles><Worksheet ";
    let number =
        |attributes: &str, value: &str| format!("<Cell {attributes}><Data ss:Type=\"Number\">{value}</Data></Cell>");
    let rows = [
        format!("<Row>{}{}</Row>", number("ss:StyleID=\"code\"", "417"), number("ss:StyleID=\"usd\"", "800")),
        format!("<Row>{}{}</Row>", number("", "12"), number("ss:StyleID=\"paid\"", "9")),
    ];
    let book = String::from_utf8_lossy(&spreadsheet_xml(&rows.concat(), "")).into_owned();
    book.replacen("<Worksheet ", styles, 1).into_bytes()
}
