//! The file around the sheets: its parts, their names and types, what is known of the workbook as a whole. Every part
//! name is ours; every part is dated 1 January 1980 and the document by the as-of day, so the bytes are the same each
//! time.

use super::cell::{At, absolute_range, push_escaped};
use super::measure::Extent;
use super::{Sheet, chart, framed, sheet, styles};
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
    /// What is written so far.
    count: Count,
    /// Printed at the bottom of every page.
    footer: String,
    language: Language,
}

/// How many parts of each kind.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    sheets: usize,
    tables: usize,
    drawings: usize,
    charts: usize,
}

impl Count {
    /// The parts that sheets need.
    fn of(extents: &[Extent]) -> Count {
        let is_table = |extent: &&Extent| extent.listing.as_ref().is_some_and(framed::allowed);
        Count {
            sheets: extents.len(),
            tables: extents.iter().filter(is_table).count(),
            drawings: extents.iter().filter(|extent| !extent.charts.is_empty()).count(),
            charts: extents.iter().map(|extent| extent.charts.len()).sum(),
        }
    }
}

/// What a workbook says of itself.
pub(super) struct About<'a> {
    pub(super) language: Language,
    pub(super) title: &'a str,
    pub(super) as_of: Day,
    pub(super) footer: String,
}

/// The bytes of a workbook of these sheets.
pub(super) fn write(about: About<'_>, sheets: &[Sheet<'_>], extents: &[Extent]) -> Result<Vec<u8>, ExportError> {
    let mut package = Package::new(about, Count::of(extents))?;
    for (sheet, extent) in sheets.iter().zip(extents) {
        package.sheet(sheet, extent)?;
    }
    package.finish()
}

impl Package {
    fn new(about: About<'_>, parts: Count) -> Result<Package, ExportError> {
        let About { language, title, as_of, footer } = about;
        let mut package = Package {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            taken: BTreeSet::new(),
            sheets: String::new(),
            names: String::new(),
            count: Count::default(),
            footer,
            language,
        };
        let count = parts.sheets;
        // First, so that what only looks at the first bytes of a file knows what it is.
        package.part("[Content_Types].xml", &content_types(parts))?;
        package.part("_rels/.rels", &package_relations())?;
        package.part("docProps/core.xml", &core_properties(title, as_of))?;
        package.part("docProps/app.xml", &application_properties())?;
        package.part("xl/_rels/workbook.xml.rels", &workbook_relations(count))?;
        Ok(package)
    }

    /// Writes the next sheet and the parts it needs.
    fn sheet(&mut self, sheet: &Sheet<'_>, extent: &Extent) -> Result<(), ExportError> {
        self.count.sheets += 1;
        let number = self.count.sheets;
        self.start(&format!("xl/worksheets/sheet{number}.xml"))?;
        let footer = self.footer.clone();
        sheet::write(&mut self.zip, sheet, extent, number == 1, &footer)?;

        let name = sheet_name(&sheet.name, &mut self.taken);
        self.sheets.push_str("<sheet name=\"");
        push_escaped(&mut self.sheets, &name);
        self.sheets.push_str(&format!("\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
        let mut relations = String::new();
        if let Some(listing) = &extent.listing {
            let headings = listing.headings + 1;
            if framed::allowed(listing) {
                self.count.tables += 1;
                let table = self.count.tables;
                self.part(&format!("xl/tables/table{table}.xml"), &framed::part(table, listing))?;
                relations += &relation(sheet::TABLE, "table", &format!("../tables/table{table}.xml"));
            } else {
                let first = At { row: listing.headings, column: 0 };
                let last = At { row: listing.last_row, column: listing.last_column };
                self.name(&name, "_FilterDatabase", " hidden=\"1\"", &absolute_range(first, last));
            }
            self.name(&name, "Print_Titles", "", &format!("${headings}:${headings}"));
        }
        if !extent.charts.is_empty() {
            let drawing = self.charts(sheet, extent, &name)?;
            relations += &relation(sheet::DRAWING, "drawing", &format!("../drawings/drawing{drawing}.xml"));
        }
        if !relations.is_empty() {
            self.part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), &related(&relations))?;
        }
        Ok(())
    }

    /// Writes the charts of a sheet and how they are laid out; returns the number of that part.
    fn charts(&mut self, sheet: &Sheet<'_>, extent: &Extent, name: &str) -> Result<usize, ExportError> {
        let mut relations = String::new();
        let mut laid_out = Vec::new();
        for (((one, make), placed), row) in sheet.charts().zip(&extent.tables).zip(&extent.charts) {
            self.count.charts += 1;
            let number = self.count.charts;
            let part = chart::part(self.language, name, one, make(), *placed);
            self.part(&format!("xl/charts/chart{number}.xml"), &part)?;
            laid_out.push((one.title.as_str(), *row));
            relations += &relation(&format!("rId{}", laid_out.len()), "chart", &format!("../charts/chart{number}.xml"));
        }
        self.count.drawings += 1;
        let drawing = self.count.drawings;
        self.part(&format!("xl/drawings/drawing{drawing}.xml"), &chart::drawing(&laid_out))?;
        self.part(&format!("xl/drawings/_rels/drawing{drawing}.xml.rels"), &related(&relations))?;
        Ok(drawing)
    }

    /// The bytes of the file.
    fn finish(mut self) -> Result<Vec<u8>, ExportError> {
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
        let styles = styles::stylesheet(self.language);
        self.part("xl/styles.xml", &styles)?;
        Ok(self.zip.finish()?.into_inner())
    }

    /// Defines a name the format reserves, for the sheet being written.
    fn name(&mut self, sheet: &str, reserved: &str, hidden: &str, place: &str) {
        let position = self.count.sheets - 1;
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

fn content_types(parts: Count) -> String {
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
    let drawing = "application/vnd.openxmlformats-officedocument.drawing";
    let kinds = [
        ("worksheets/sheet", parts.sheets, format!("{WORKBOOK_TYPE}.worksheet+xml")),
        ("tables/table", parts.tables, format!("{WORKBOOK_TYPE}.table+xml")),
        ("drawings/drawing", parts.drawings, format!("{drawing}+xml")),
        ("charts/chart", parts.charts, format!("{drawing}ml.chart+xml")),
    ];
    for (name, count, kind) in kinds {
        for number in 1..=count {
            xml.push_str(&format!("<Override PartName=\"/xl/{name}{number}.xml\" ContentType=\"{kind}\"/>"));
        }
    }
    xml.push_str("</Types>");
    xml
}

/// One relation of a part to another of this package.
fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/relationships/{kind}\" Target=\"{target}\"/>")
}

/// The part that holds relations.
fn related(relations: &str) -> String {
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>")
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
    let sheet = |number| relation(&format!("rId{number}"), "worksheet", &format!("worksheets/sheet{number}.xml"));
    let mut relations: String = (1..=count).map(sheet).collect();
    relations += &relation(&format!("rId{}", count + 1), "styles", "styles.xml");
    related(&relations)
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
