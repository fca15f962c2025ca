//! Small workbooks made by hand, honest or hostile, for the tests of the reader.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

use std::io::{Cursor, Write};

use sheet::{Limits, Unreadable, Workbook};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

pub fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    sheet::read(bytes, &Limits::default(), &mut |_, _| {})
}

/// The outcome in one line: format and cells, or the refusal with its detail.
pub fn outcome(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(book) => {
            let cells: usize = book.tables.iter().map(sheet::Table::cell_count).sum();
            format!("{} {} tables {cells} cells", book.format.code(), book.tables.len())
        }
        Err(Unreadable::TooLarge { limit, .. }) => format!("limit-exceeded {}", limit.code()),
        Err(Unreadable::Damaged { part, damage }) => format!("damaged-workbook {part} {}", damage.code()),
        Err(Unreadable::NotATable { look }) => format!("not-a-table {}", look.code()),
        Err(Unreadable::Markup { kind }) => format!("markup-not-workbook {}", kind.code()),
        Err(Unreadable::Encrypted { format }) => format!("encrypted-workbook {}", format.code()),
        Err(Unreadable::ZipOfFiles { count, names }) => format!("zip-of-files {count} {}", names.join(" ")),
        Err(other) => other.code().to_owned(),
    }
}

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An xlsx whose only sheet is this XML; shared strings and styles may be added as further parts.
pub fn xlsx_of(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let rels = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let book_rels = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(more);
    zipped(&parts)
}

/// A worksheet with these rows.
pub fn worksheet(rows: &str) -> String {
    format!("<?xml version=\"1.0\"?><worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_of(&worksheet(rows), &[])
}

const MANIFEST: &str = "<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:file-entry/></manifest:manifest>";

pub fn ods_of(content: &str, manifest: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

pub fn ods(content: &str) -> Vec<u8> {
    ods_of(content, MANIFEST)
}

/// The content of an ods with these rows in its one table.
pub fn ods_content(rows: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:o\" xmlns:table=\"urn:t\" xmlns:text=\"urn:x\">\
         <office:body><office:spreadsheet><table:table table:name=\"Feuille1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    )
}

/// A compound file with these directory entries and nothing in them.
pub fn compound(names: &[&str]) -> Vec<u8> {
    let mut out = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    out.resize(24, 0);
    for word in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        out.extend(word.to_le_bytes());
    }
    out.resize(40, 0);
    for word in [0_u32, 1, 1, 0, 4096, u32::MAX - 1, 0, u32::MAX - 1, 0, 0] {
        out.extend(word.to_le_bytes());
    }
    out.resize(512, 0xFF);
    for id in [u32::MAX - 2, u32::MAX - 1] {
        out.extend(id.to_le_bytes());
    }
    out.resize(1024, 0xFF);
    for name in ["Root Entry"].iter().chain(names) {
        let start = out.len();
        out.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        out.resize(start + 116, 0);
        out.extend((u32::MAX - 1).to_le_bytes());
        out.resize(start + 128, 0);
    }
    out.resize(1536, 0);
    out
}

/// An archive with one more part that inflates to `start` and then `size` times the same byte, without the work of
/// deflating it: fixed codes, one literal, then copies of 258 bytes from one byte back.
pub fn bomb(parts: &[(&str, &[u8])], name: &str, start: &[u8], byte: u8, size: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(&[1, 1, 0]);
    start.iter().chain([&byte]).for_each(|byte| bits.literal(*byte));
    for _ in 0..size / 258 {
        // Length 258 is the code 11000101, distance 1 the code 00000.
        bits.push(&[1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    }
    bits.push(&[0; 7]);
    let packed = bits.bytes;

    let mut out = Vec::new();
    let mut directory = Vec::new();
    let plain = parts.iter().map(|(name, content)| (*name, 0_u16, content.to_vec(), content.len(), crc32(content)));
    let entries: Vec<_> = plain.chain([(name, 8, packed, start.len() + 1 + size / 258 * 258, 0)]).collect();
    for (name, method, packed, size, crc) in &entries {
        let at = out.len() as u32;
        let mut common = [20_u16, 0, *method, 0, 33].map(u16::to_le_bytes).concat();
        common.extend([*crc, packed.len() as u32, *size as u32].map(u32::to_le_bytes).concat());
        common.extend([name.len() as u16, 0].map(u16::to_le_bytes).concat());
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), packed].concat());
        let rest = [&[0; 10][..], &at.to_le_bytes(), name.as_bytes()].concat();
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &rest].concat());
    }
    let (at, count) = (out.len() as u32, entries.len() as u16);
    out.extend(&directory);
    out.extend([b"PK\x05\x06\0\0\0\0", &count.to_le_bytes()[..], &count.to_le_bytes()].concat());
    out.extend([(directory.len() as u32).to_le_bytes(), at.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: usize,
}

impl Bits {
    fn push(&mut self, bits: &[u8]) {
        for bit in bits {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            *self.bytes.last_mut().unwrap() |= bit << (self.used % 8);
            self.used += 1;
        }
    }

    /// Fixed codes: eight bits up to 143, nine above.
    fn literal(&mut self, byte: u8) {
        let (code, length) = if byte < 144 { (0x30 + u16::from(byte), 8) } else { (0x190 + u16::from(byte) - 144, 9) };
        let bits: Vec<u8> = (0..length).rev().map(|at| (code >> at & 1) as u8).collect();
        self.push(&bits);
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

/// One record of a binary workbook.
pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut out = if kind < 0x80 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let length = body.len();
    if length < 0x80 {
        out.push(length as u8);
    } else {
        out.extend([(length & 0x7F) as u8 | 0x80, (length >> 7) as u8]);
    }
    out.extend_from_slice(body);
    out
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [(units.len() as u32).to_le_bytes().to_vec(), units.into_iter().flat_map(u16::to_le_bytes).collect()].concat()
}

/// Styles of an xlsb: a code of five digits, and a day struck through.
fn xlsb_styles() -> Vec<u8> {
    let format = [&[164, 0][..], &wide("00000")].concat();
    let font = |flags: u8| record(0x2B, &[&[220, 0, flags, 0][..], &[0; 17], &wide("A")].concat());
    let style = |format: u8, font: u8| record(0x2F, &[&[0, 0, format, 0, font, 0][..], &[0; 10]].concat());
    let lists = [
        [record(0x267, &[1, 0, 0, 0]), record(0x2C, &format), record(0x268, &[])].concat(),
        [record(0x263, &[2, 0, 0, 0]), font(0), font(8), record(0x264, &[])].concat(),
        [record(0x269, &[2, 0, 0, 0]), style(164, 0), style(14, 1), record(0x26A, &[])].concat(),
    ];
    lists.concat()
}

/// An xlsb with one very hidden sheet, these records of rows and cells in it, and one shared string, `Société`.
pub fn xlsb(cells: &[u8]) -> Vec<u8> {
    let sheet = [&[2, 0, 0, 0, 1, 0, 0, 0][..], &wide("rId1"), &wide("Écritures")].concat();
    let book = [record(0x83, &[]), record(0x99, &[0; 12]), record(0x9C, &sheet), record(0x90, &[]), record(0x84, &[])];
    let body = [&record(0x81, &[])[..], &record(0x94, &[0; 16]), &record(0x91, &[]), cells, &record(0x92, &[])];
    let string = [&[0][..], &wide("Société")].concat();
    let strings = [record(0x9F, &[1, 0, 0, 0, 1, 0, 0, 0]), record(0x13, &string), record(0xA0, &[])];
    let rels = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
    );
    zipped(&[
        ("xl/workbook.bin", &book.concat()),
        ("xl/_rels/workbook.bin.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.bin", &body.concat()),
        ("xl/sharedStrings.bin", &strings.concat()),
        ("xl/styles.bin", &xlsb_styles()),
    ])
}
