//! Workbooks of every format from their inner pieces, so that a test can write exactly the oddity it is about.

use super::compound::compound;
use super::zip::{Part, zip};

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An xlsx with one sheet: what stands in its `worksheet` element, attributes and children of its workbook's sheet and
/// book, and further parts.
pub fn xlsx(sheet: &str, state: &str, book: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    xlsx_under(styles, sheet, state, book, more)
}

/// The same under styles of its own.
pub fn xlsx_under(styles: &str, sheet: &str, state: &str, book: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns:r=\"{RELATION}\">{book}<sheets><sheet name=\"Balance\" sheetId=\"1\" {state} r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let mut parts = vec![
        Part::stored("_rels/.rels", root),
        Part::stored("xl/workbook.xml", book),
        Part::stored("xl/_rels/workbook.xml.rels", relations),
        Part::stored("xl/styles.xml", styles),
        Part::stored("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more.iter().map(|(name, text)| Part::stored(*name, text)));
    zip(parts)
}

/// An ods from what stands in its `office:spreadsheet` element, and further parts.
pub fn ods(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut parts = vec![
        Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::stored("META-INF/manifest.xml", "<manifest/>"),
        Part::stored("content.xml", content),
    ];
    parts.extend(more.iter().map(|(name, text)| Part::stored(*name, text)));
    zip(parts)
}

/// A record of an xls stream.
pub fn biff(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat()
}

/// The stream of an xls with one sheet: its version (0x0600 for 1997 and later), whether and how the sheet is hidden,
/// further records of the workbook, the records of the sheet.
pub fn xls_stream(version: u16, hidden: u8, globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let bof = |kind: u16| [&version.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat();
    let name: &[u8] = if version == 0x0600 { &[1, 0, b'S'] } else { &[1, b'S'] };
    let head = |place: u32| {
        [
            biff(0x0809, &bof(5)),
            biff(0x0042, &[0xB0, 0x04]),
            globals.to_vec(),
            biff(0x00E0, &[&[0, 0, 14, 0][..], &[0; 16]].concat()),
            biff(0x0085, &[&place.to_le_bytes()[..], &[hidden, 0], name].concat()),
            biff(0x00FC, &[&[1, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0][..], b"Client"].concat()),
            biff(0x000A, &[]),
        ]
        .concat()
    };
    let start = head(0).len() as u32;
    [head(start), biff(0x0809, &bof(16)), cells.to_vec(), biff(0x000A, &[])].concat()
}

/// The place and value of a cell of an xls.
pub fn biff_cell(row: u16, column: u16, value: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], value].concat()
}

/// An xls around a stream.
pub fn xls(mut stream: Vec<u8>) -> Vec<u8> {
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    compound(&[("Workbook", stream)])
}

/// A record of an xlsb part.
pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = if kind < 0x80 { vec![kind as u8] } else { vec![kind as u8 | 0x80, (kind >> 7) as u8] };
    bytes.push(body.len() as u8);
    bytes.extend(body);
    bytes
}

/// A counted text of two-byte characters.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    (units.len() as u32).to_le_bytes().into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// The workbook part of an xlsb with one sheet, `rId1`, shown (0), hidden (1) or very hidden (2).
pub fn xlsb_workbook(hidden: u32) -> Vec<u8> {
    let sheet = [&hidden.to_le_bytes()[..], &1_u32.to_le_bytes(), &wide("rId1"), &wide("S")].concat();
    let records = [(0x83, vec![]), (0x99, vec![0; 12]), (0x8F, vec![]), (0x9C, sheet), (0x90, vec![]), (0x84, vec![])];
    records.iter().flat_map(|(kind, body)| record(*kind, body)).collect()
}

/// An xlsb with one sheet: the records between its columns and its end, how it is hidden, further parts.
pub fn xlsb(before: &[u8], rows: &[u8], after: &[u8], hidden: u32, more: &[(&str, &str)]) -> Vec<u8> {
    let more = more.iter().map(|(name, text)| Part::stored(*name, text));
    zip(xlsb_parts(before, rows, after, hidden).into_iter().chain(more).collect())
}

/// An xlsb with one sheet of these rows, under the records of these styles.
pub fn xlsb_under(styles: &[u8], rows: &[u8]) -> Vec<u8> {
    let styles = Part::stored("xl/styles.bin", styles);
    zip(xlsb_parts(&[], rows, &[], 0).into_iter().chain([styles]).collect())
}

fn xlsb_parts(before: &[u8], rows: &[u8], after: &[u8], hidden: u32) -> Vec<Part> {
    let root = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
    );
    let sheet = [
        record(0x81, &[]),
        record(0x94, &[0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]),
        before.to_vec(),
        record(0x91, &[]),
        rows.to_vec(),
        record(0x92, &[]),
        after.to_vec(),
        record(0x82, &[]),
    ]
    .concat();
    vec![
        Part::stored("_rels/.rels", root),
        Part::stored("xl/_rels/workbook.bin.rels", relations),
        Part::stored("xl/workbook.bin", xlsb_workbook(hidden)),
        Part::stored("xl/worksheets/sheet1.bin", sheet),
    ]
}

/// The header of a row of an xlsb, from 0.
pub fn xlsb_row(number: u32, hidden: bool) -> Vec<u8> {
    let flags = if hidden { 0x10 } else { 0 };
    let body = [&number.to_le_bytes()[..], &[0; 4], &300_u16.to_le_bytes(), &[0, flags, 0], &[0; 4]].concat();
    record(0x00, &body)
}

/// A number of an xlsb.
pub fn xlsb_number(column: u32, value: f64) -> Vec<u8> {
    record(0x05, &[&column.to_le_bytes()[..], &[0; 4], &value.to_le_bytes()].concat())
}

/// An XML workbook of 2003 with one sheet, from the children of its `Table` and what follows that.
pub fn spreadsheet_xml(table: &str, after: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><Worksheet ss:Name=\"Balance\"><Table>{table}</Table>{after}</Worksheet></Workbook>"
    )
    .into_bytes()
}
