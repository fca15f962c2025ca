//! Files that mean harm, or that people drop by mistake, made by code: nothing hostile is stored in the project.
//! Each must end in values with remarks or in one sentence, within seconds, whatever its name says it is.

pub mod books;
pub mod compound;
pub mod corpus;
mod deflate;
pub mod styled;
pub mod zip;

use compound::compound;
use zip::{Part, zip};

/// One file of the gallery.
pub struct Hostile {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub fate: Fate,
}

/// What must become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// No value at all: exit status 1 and one sentence.
    Refused,
    /// Read, with what could not be understood set aside.
    Read,
}

const HEADER: &str = "Client;Date;Pièce;Échéance;Débit;Crédit;Lettrage\n";

/// Above the limit of what a workbook may inflate to, in bytes.
const BOMB: u64 = 600 << 20;

/// Every file, in order of name.
pub fn gallery() -> Vec<Hostile> {
    let mut gallery = vec![
        refused("bomb.xlsx", bomb(BOMB)),
        refused("bomb-that-lies.xlsx", bomb(2_000)),
        refused("corner.xlsx", corner()),
        refused("cut.xlsx", cut()),
        refused("empty.csv", Vec::new()),
        refused("encrypted.xlsx", encrypted()),
        refused("endless.ods", endless()),
        refused("header-only.csv", HEADER.into()),
        refused("kilobyte.xls", kilobyte()),
        refused("letter.csv", "Bonjour,\n\nVeuillez trouver ci-joint notre relevé.\n\nCordialement\n".into()),
        Hostile { name: "page.xls", bytes: page(), fate: Fate::Read },
        refused("photo.xlsx", photo()),
        Hostile { name: "ragged.csv", bytes: ragged(), fate: Fate::Read },
    ];
    gallery.sort_by_key(|hostile| hostile.name);
    gallery
}

/// Writes the gallery into a folder and returns the names with their fates, one a line, for tests in other languages.
pub fn write_to(folder: &std::path::Path) -> String {
    std::fs::create_dir_all(folder).unwrap();
    let mut lines = String::new();
    for hostile in gallery() {
        std::fs::write(folder.join(hostile.name), &hostile.bytes).unwrap();
        lines.push_str(&format!("{} {:?}\n", hostile.name, hostile.fate).to_lowercase());
    }
    lines
}

/// Writes the wide corpus into a folder and returns the names, one a line: each must be answered, read or refused.
pub fn write_corpus_to(folder: &std::path::Path) -> String {
    let mut lines = String::new();
    for (name, bytes) in corpus::files() {
        std::fs::write(folder.join(&name), bytes).unwrap();
        lines.push_str(&format!("{name} answered\n"));
    }
    lines
}

fn refused(name: &'static str, bytes: Vec<u8>) -> Hostile {
    Hostile { name, bytes, fate: Fate::Refused }
}

/// A workbook whose only sheet is hundreds of megabytes of spaces in a few megabytes of ZIP. `declared` is the size
/// that the container admits to.
fn bomb(declared: u64) -> Vec<u8> {
    let open = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData> ";
    let packed = deflate::run_of_last_byte(open.as_bytes(), BOMB, b"</sheetData></worksheet>");
    workbook(Part::deflated("xl/worksheets/sheet1.xml", packed, declared))
}

/// Two cells, in the first and in the last corner of a sheet: a dense table of them would take half a terabyte.
fn corner() -> Vec<u8> {
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
        <row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>\
        </sheetData></worksheet>";
    workbook(Part::stored("xl/worksheets/sheet1.xml", sheet))
}

/// A workbook whose download stopped in the middle.
fn cut() -> Vec<u8> {
    let mut whole = corner();
    whole.truncate(whole.len() / 2);
    whole
}

fn workbook(sheet: Part) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
    );
    let root = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{relation}\">\
         <sheets><sheet name=\"Balance\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    zip(vec![
        Part::stored("[Content_Types].xml", &types),
        Part::stored("_rels/.rels", &root),
        Part::stored("xl/workbook.xml", &book),
        Part::stored("xl/_rels/workbook.xml.rels", &relations),
        sheet,
    ])
}

/// A workbook under a password: a compound file with the two streams that say so.
fn encrypted() -> Vec<u8> {
    let noise = |seed: u8| (0..4_096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 ^ seed).collect();
    compound(&[("EncryptionInfo", noise(1)), ("EncryptedPackage", noise(2))])
}

/// A spreadsheet whose table is never closed: one known reader looks for its end for ever.
fn endless() -> Vec<u8> {
    let content = "<?xml version=\"1.0\"?><office:document-content \
        xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.2\"><office:body>\
        <office:spreadsheet><table:table table:name=\"Balance\"><table:table-row><table:table-cell/>";
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest \
        xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\
        <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\
        <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";
    zip(vec![
        Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::stored("META-INF/manifest.xml", manifest),
        Part::stored("content.xml", content),
    ])
}

/// One kilobyte that claims two billion allocation sectors, listed in a chain that turns in a circle.
fn kilobyte() -> Vec<u8> {
    let mut bytes = compound::header(0x7fff_ffff, 0);
    bytes[68..72].copy_from_slice(&0_u32.to_le_bytes());
    bytes[72..76].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    bytes.resize(1_024, 0);
    bytes
}

/// A web page that some software calls a workbook.
fn page() -> Vec<u8> {
    "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>Client</td><td>Facture</td><td>Échéance</td><td>Solde</td></tr>\
     <tr><td>ALPHA</td><td>F1</td><td>31/01/2026</td><td>1&nbsp;200,00</td></tr><tr><td>B&eacute;ta</td><td>F2</td><td>28/02/2026</td><td>30,50</td></tr></table></body></html>"
        .into()
}

/// A photograph renamed.
fn photo() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10];
    bytes.extend(b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
    bytes.extend((0..2_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8));
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// Rows shorter and longer than the header, a quotation mark never closed, a null character.
fn ragged() -> Vec<u8> {
    let rows = "ALPHA;08/07/2026;F1;31/08/2026;9600,00;;\nBETA;03/06/2026;F2\nGAMMA;15/04/2026;F3;15/05/2026;5400,00;;;;;;12\n\
        \nDELTA;;;;;;\nALPHA;10/07/2026;F4;10/08/2026;12\0,00;;\nBETA;20/08/2026;F5;19/09/2026;3600,00;;\n\
        \"EPSILON;01/09/2026;F6;30/09/2026;100,00;;\n";
    format!("{HEADER}{rows}").into_bytes()
}
