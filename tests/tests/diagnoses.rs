//! Files under the wrong name, under a password, cut, or of another kind: each is read, or refused with its own code.
//! The name given to a file plays no part.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::hostile::books::{
    biff, biff_cell, ods, spreadsheet_xml, xls, xls_stream, xlsb, xlsb_number, xlsb_row, xlsx,
};
use acceptance::hostile::compound::compound;
use acceptance::hostile::zip::{Part, zip};
use sheet::{Limits, Unreadable};

fn diagnosis(bytes: &[u8]) -> String {
    match sheet::read(bytes, &Limits::default(), &mut |_, _| {}) {
        Ok(book) => format!("read as {}", book.format.code()),
        Err(Unreadable::NotATable { look }) => format!("is {}", look.code()),
        Err(Unreadable::Markup { kind }) => format!("markup {}", kind.code()),
        Err(Unreadable::Encrypted { format }) => format!("encrypted {}", format.code()),
        Err(Unreadable::Damaged { part, damage }) => format!("damaged {part} {}", damage.code()),
        Err(Unreadable::ZipOfFiles { count, .. }) => format!("zip of {count}"),
        Err(other) => other.code().to_owned(),
    }
}

fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn plain_xlsx() -> Vec<u8> {
    xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", "", "", &[])
}

fn plain_ods() -> Vec<u8> {
    ods(
        "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>",
        &[],
    )
}

fn plain_xls() -> Vec<u8> {
    xls(xls_stream(0x0600, 0, &[], &biff(0x0203, &biff_cell(0, 0, &1_f64.to_le_bytes()))))
}

/// The flag of every entry of a container that says it is encrypted.
fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len() - 10 {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

fn package(names: &[&str]) -> Vec<u8> {
    zip(names.iter().map(|name| Part::stored(*name, "<x/>")).collect())
}

#[test]
fn each_file_gets_its_own_diagnosis() {
    let text = |text: &str| text.as_bytes().to_vec();
    let stream = || vec![0; 4_096];
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("a\tb\n1\t2\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let locked_manifest = zip(vec![
        Part::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::stored(
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        Part::stored("content.xml", "\u{1}"),
    ]);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("export.xls", text("<html><table><tr><td>a</td></tr></table></html>"), "read as html"),
        ("export.xls", text("a\tb\n1\t2\n"), "read as csv"),
        ("export.xlsx", text("a;b\n1;2\n"), "read as csv"),
        ("unicode.xls", wide, "read as csv"),
        ("export.xls", spreadsheet_xml("<Row><Cell><Data>x</Data></Cell></Row>", ""), "read as xml"),
        ("export.csv", plain_xlsx(), "read as xlsx"),
        ("export.xls", plain_xlsx(), "read as xlsx"),
        ("export.xlsx", plain_xls(), "read as xls"),
        ("export.xls", plain_ods(), "read as ods"),
        ("export.xlsx", xlsb(&[], &[xlsb_row(0, false), xlsb_number(0, 1.0)].concat(), &[], 0, &[]), "read as xlsb"),
        ("export.txt", text("sep=;\r\na;b\r\n1;2\r\n"), "read as csv"),
        ("login.xls", text("<!DOCTYPE html><html><body><form>Identifiant</form></body></html>"), "markup html"),
        ("frames.xls", text("<html><frameset><frame src=\"sheet001.htm\"></frameset></html>"), "markup frames"),
        (
            "page.mht",
            text(
                "From: <Excel>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"\r\n\r\n",
            ),
            "is web-archive",
        ),
        ("other.xml", text("<?xml version=\"1.0\"?><catalogue/>"), "markup xml"),
        ("cut.xls", half(spreadsheet_xml("<Row><Cell><Data>x</Data></Cell></Row>", "")), "damaged Workbook cut"),
        ("cut.xlsx", half(plain_xlsx()), "damaged zip cut"),
        ("cut.ods", half(plain_ods()), "damaged zip cut"),
        ("cut.xls", half(plain_xls()), "damaged Workbook cut"),
        ("locked.xlsx", compound(&[("EncryptionInfo", stream()), ("EncryptedPackage", stream())]), "encrypted xlsx"),
        ("locked.xlsx", locked(plain_xlsx()), "encrypted xlsx"),
        ("locked.ods", locked_manifest, "encrypted ods"),
        (
            "locked.xls",
            xls([biff(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), biff(0x002F, &[0, 0, 1, 2, 3, 4])]
                .concat()),
            "encrypted xls",
        ),
        ("letter.doc", compound(&[("WordDocument", stream())]), "is text-document"),
        ("slides.ppt", compound(&[("PowerPoint Document", stream())]), "is presentation"),
        ("message.msg", compound(&[("__properties_version1.0", stream())]), "is outlook-message"),
        ("other.dat", compound(&[("Something", stream())]), "is compound-file"),
        ("letter.docx", package(&["word/document.xml"]), "is text-document"),
        ("slides.pptx", package(&["ppt/presentation.xml"]), "is presentation"),
        ("sheet.numbers", package(&["Index/Document.iwa"]), "is apple-document"),
        ("files.zip", package(&["a.csv", "dossier/", "dossier/b.xlsx", "__MACOSX/._a.csv"]), "zip of 2"),
        ("empty.zip", package(&[]), "is zip"),
        ("letter.rtf", text("{\\rtf1 Bonjour}"), "is text-document"),
        ("print.pdf", text("%PDF-1.7\n"), "is pdf"),
        ("print.ps", text("%!PS-Adobe-3.0\n"), "is postscript"),
        ("photo.xlsx", b"\xFF\xD8\xFF\xE0JFIF".to_vec(), "is jpeg"),
        ("photo.heic", b"\0\0\0\x18ftypheic".to_vec(), "is heic"),
        ("scan.tif", b"II*\0\x08\0\0\0".to_vec(), "is tiff"),
        ("logo.bmp", b"BM\x36\0\x01\0\0\0\0\0\x36".to_vec(), "is bmp"),
        ("logo.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "is svg"),
        ("data.json", text("[{\"solde\": 1}]"), "is json"),
        ("card.vcf", text("BEGIN:VCARD\nEND:VCARD\n"), "is vcard"),
        ("agenda.ics", text("BEGIN:VCALENDAR\n"), "is calendar"),
        ("relance.eml", text("Received: from x\nFrom: a@b.fr\nSubject: solde\n\nBonjour\n"), "is message"),
        ("backup.7z", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), "is archive"),
        ("backup.rar", b"Rar!\x1A\x07\x01\0".to_vec(), "is archive"),
        ("ledger.csv.gz", b"\x1F\x8B\x08\0".to_vec(), "is archive"),
        ("tool.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), "is executable"),
        ("base.db", b"SQLite format 3\0".to_vec(), "is database"),
        (
            "statement.xml",
            text("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>"),
            "is camt",
        ),
        ("statement.sta", text(":20:X\n:25:FR76\n:28C:1\n:60F:C260101EUR1,00\n"), "is mt940"),
        ("statement.ofx", text("OFXHEADER:100\nDATA:OFXSGML\n"), "is ofx"),
        (
            "invoice.xml",
            text(
                "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>",
            ),
            "is invoice",
        ),
        ("fec.xml", text("<?xml version=\"1.0\"?><comptabilite><exercice/></comptabilite>"), "is fec-xml"),
        (
            "sheet.fods",
            text(
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:o\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>",
            ),
            "is flat-ods",
        ),
        ("empty.csv", Vec::new(), "empty-file"),
        ("blank.csv", text(" \r\n\t\r\n"), "only-whitespace"),
        ("noise.dat", vec![0x93, 0, 1, 2, 3, 0, 0, 0x12, 0x13], "unknown-binary"),
    ];
    let mut wrong = Vec::new();
    for (name, bytes, expected) in &cases {
        let seen = diagnosis(bytes);
        if seen != *expected {
            wrong.push(format!("{name}: {seen}, expected {expected}"));
        }
    }
    println!("{} of {} files diagnosed exactly", cases.len() - wrong.len(), cases.len());
    assert!(cases.len() >= 40 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}
