//! The file around the sheets: its parts, their names and types, what is known of the workbook as a whole. Every part
//! name is ours; every part is dated 1 January 1980 and the document by the as-of day, so the bytes are the same each
//! time.

use super::Sheet;
use super::cell::{At, absolute_range, push_escaped};
use super::measure::Extent;
use super::{sheet, styles};
use crate::{ExportError, archive};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use text::Language;
use values::Day;
use zip::ZipWriter;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Longest name of a sheet, in UTF-16 units.
const NAME_MAX: usize = 31;
/// Namespaces: what parts are to each other within the package, within a document, and what a part is.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook being written.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// Names of the sheets, lower-cased: no two may differ by case only.
    taken: BTreeSet<String>,
    /// The elements of the workbook part that name each sheet.
    sheets: String,
    /// Those that name its filter and its repeated rows.
    names: String,
    count: usize,
}

impl Package {
    /// Begins a workbook of `count` sheets.
    pub(super) fn new(count: usize, title: &str, as_of: Day) -> Result<Package, ExportError> {
        let mut package = Package {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            taken: BTreeSet::new(),
            sheets: String::new(),
            names: String::new(),
            count: 0,
        };
        // First, so that what only looks at the first bytes of a file knows what it is.
        package.part("[Content_Types].xml", &content_types(count))?;
        package.part("_rels/.rels", &package_relations())?;
        package.part("docProps/core.xml", &core_properties(title, as_of))?;
        package.part("docProps/app.xml", &application_properties())?;
        package.part("xl/_rels/workbook.xml.rels", &workbook_relations(count))?;
        Ok(package)
    }

    /// Writes the next sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet<'_>, extent: &Extent) -> Result<(), ExportError> {
        self.count += 1;
        let number = self.count;
        self.start(&format!("xl/worksheets/sheet{number}.xml"))?;
        sheet::write(&mut self.zip, sheet, extent, number == 1)?;

        let name = sheet_name(&sheet.name, &mut self.taken);
        self.sheets.push_str("<sheet name=\"");
        push_escaped(&mut self.sheets, &name);
        self.sheets.push_str(&format!("\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
        let Some(listing) = &extent.listing else { return Ok(()) };
        let (first, last) =
            (At { row: listing.headings, column: 0 }, At { row: listing.last_row, column: listing.last_column });
        let headings = listing.headings + 1;
        self.name(&name, "_FilterDatabase", " hidden=\"1\"", &absolute_range(first, last));
        self.name(&name, "Print_Titles", "", &format!("${headings}:${headings}"));
        Ok(())
    }

    /// The bytes of the file.
    pub(super) fn finish(mut self, language: Language) -> Result<Vec<u8>, ExportError> {
        let names = match self.names.as_str() {
            "" => String::new(),
            names => format!("<definedNames>{names}</definedNames>"),
        };
        let workbook = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}/relationships\"><bookViews><workbookView xWindow=\"240\" \
             yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>{}</sheets>{names}\
             <calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>",
            self.sheets
        );
        self.part("xl/workbook.xml", &workbook)?;
        self.part("xl/styles.xml", &styles::stylesheet(language))?;
        Ok(self.zip.finish()?.into_inner())
    }

    /// Defines a name the format reserves, for the sheet being written.
    fn name(&mut self, sheet: &str, reserved: &str, hidden: &str, place: &str) {
        let position = self.count - 1;
        self.names.push_str(&format!("<definedName name=\"_xlnm.{reserved}\" localSheetId=\"{position}\"{hidden}>"));
        push_escaped(&mut self.names, &format!("'{}'!{place}", sheet.replace('\'', "''")));
        self.names.push_str("</definedName>");
    }

    fn part(&mut self, name: &str, xml: &str) -> Result<(), ExportError> {
        self.start(name)?;
        self.zip.write_all(xml.as_bytes())?;
        Ok(())
    }

    fn start(&mut self, name: &str) -> Result<(), ExportError> {
        self.zip.start_file(name, archive::options())?;
        self.zip.write_all(DECLARATION.as_bytes())?;
        Ok(())
    }
}

/// A name the format accepts: no character it forbids, no apostrophe at either end, 31 units at most, unlike every
/// name in `taken`, in any case. The name is added to `taken`.
fn sheet_name(text: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |letter: &char| !letter.is_control() && !"[]:*?/\\\u{FFFE}\u{FFFF}".contains(*letter);
    let plain: String = text.chars().filter(allowed).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let plain = if plain.is_empty() { "-" } else { plain };
    let mut name = shortened(plain, NAME_MAX).to_owned();
    let mut number = 2_u32;
    while !taken.insert(name.to_lowercase()) {
        let suffix = format!(" {number}");
        name = format!("{}{suffix}", shortened(plain, NAME_MAX - suffix.len()));
        number += 1;
    }
    name
}

/// The start of a text, of `units` of UTF-16 at most, without a blank or an apostrophe at its end.
fn shortened(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, letter)| {
        used += letter.len_utf16();
        used > units
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text).trim_end_matches(['\'', ' '])
}

fn content_types(count: usize) -> String {
    let mut xml = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{WORKBOOK_TYPE}.styles+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{WORKBOOK_TYPE}.sheet.main+xml\"/>"
    );
    for number in 1..=count {
        xml.push_str(&format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{WORKBOOK_TYPE}.worksheet+xml\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/relationships/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

fn workbook_relations(count: usize) -> String {
    let mut xml = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=count {
        xml.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/relationships/worksheet\" \
             Target=\"worksheets/sheet{number}.xml\"/>"
        ));
    }
    let styles = count + 1;
    xml.push_str(&format!(
        "<Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/relationships/styles\" Target=\"styles.xml\"/></Relationships>"
    ));
    xml
}

/// Dated by the as-of day: there is no clock here, and two files of the same day are the same.
fn core_properties(title: &str, as_of: Day) -> String {
    let mut xml = format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
    );
    push_escaped(&mut xml, title);
    xml.push_str(&format!(
        "</dc:title><dc:creator>Encours</dc:creator><cp:lastModifiedBy>Encours</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{as_of}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{as_of}T00:00:00Z</dcterms:modified></cp:coreProperties>"
    ));
    xml
}

fn application_properties() -> String {
    format!("<Properties xmlns=\"{OFFICE}/extended-properties\"><Application>Encours</Application></Properties>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_short_plain_and_unique() {
        let mut taken = BTreeSet::new();
        let mut name = |text: &str| sheet_name(text, &mut taken);
        assert_eq!(name("Balance âgée EUR"), "Balance âgée EUR");
        assert_eq!(name("BALANCE ÂGÉE EUR"), "BALANCE ÂGÉE EUR 2");
        assert_eq!(name("'a/b:[c]*?\\\u{1}'"), "abc");
        assert_eq!(name("L'âge"), "L'âge");
        assert_eq!(name("''"), "-");
        assert_eq!(name(&"x".repeat(40)), "x".repeat(31));
        assert_eq!(name(&"x".repeat(40)), format!("{} 2", "x".repeat(29)));
        assert_eq!(name(&"🙂".repeat(16)), "🙂".repeat(15));
    }
}
