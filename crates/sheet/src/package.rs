//! The ZIP containers (xlsx, xlsb, ods): which workbook they hold, and a preflight that inflates every part without
//! keeping it. Guarantees that announced sizes and counts are never trusted and that a bomb stops at the cap.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Damage, Unreadable, printable};
use crate::limits::{Limit, Limits};
use crate::markup::{Scanner, Watch};
use crate::ods_styles::OdsStyles;
use crate::package_ods::{OdsContent, OdsManifest};
use crate::package_xlsb::{XlsbFacts, XlsbPart};
use crate::package_xlsx::{BookFacts, SheetFacts, XlsxFacts, XlsxPart};
use crate::progress::Progress;
use crate::sniff::Look;
use crate::styles::Styles;
use crate::workbook::Format;
use crate::xlsb_styles;
use crate::xlsx_styles::XlsxStyles;

/// What the preflight learnt.
pub(crate) struct Package {
    pub format: Format,
    /// Facts of each sheet, in the order of the workbook; sheets beyond it have none.
    pub sheets: Vec<SheetFacts>,
    /// Cells with a value, for the progress of the reading.
    pub cells: u64,
    /// Currencies that number formats name, by their places.
    pub currencies: Vec<String>,
    pub book: BookFacts,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Refuses a container that announces too many entries, before anything is reserved for them.
pub(crate) fn check_entries(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    limits.check(Limit::ZipEntries, announced_entries(bytes)?)
}

/// Refuses what no reader should see. The number of entries was found acceptable.
pub(crate) fn inspect(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Result<Package, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| zip_damage("zip", &error))?;
    limits.check(Limit::ZipEntries, archive.len() as u64)?;
    let names = entry_names(&mut archive);
    let format = format_of(&names, &mut archive)?;
    refuse_encrypted(&mut archive, format, limits)?;
    let preflight = Preflight { limits, inflated: 0, archive, size: bytes.len() as u64, packed: 0 };
    match format {
        Format::Ods => preflight.ods(&names, progress),
        Format::Xlsb => preflight.xlsb(&names, progress),
        Format::Xlsx | Format::Csv | Format::Xls | Format::Html | Format::SpreadsheetXml => {
            preflight.xlsx(&names, progress)
        }
    }
}

/// The number of entries that the end record announces; the archive reader reserves memory for it.
fn announced_entries(bytes: &[u8]) -> Result<u64, Unreadable> {
    let tail = bytes.get(bytes.len().saturating_sub(66_000)..).unwrap_or_default();
    let mut most = None;
    for (at, window) in tail.windows(22).enumerate() {
        if !window.starts_with(b"PK\x05\x06") {
            continue;
        }
        let short = u64::from(little_u16(window, 10));
        // The marker of the large form: the true number stands in the record before it.
        let long =
            tail.get(..at).unwrap_or_default().windows(40).rev().take(4_096).find(|w| w.starts_with(b"PK\x06\x06"));
        let count = match long {
            Some(record) if short == 0xFFFF => little_u64(record, 32),
            Some(_) | None => short,
        };
        most = most.max(Some(count));
    }
    most.ok_or_else(|| Unreadable::damaged("zip", Damage::Cut))
}

fn little_u16(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|bytes| bytes.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn little_u64(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}

fn zip_damage(part: &str, error: &ZipError) -> Unreadable {
    let damage = match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Damage::Packing,
        ZipError::FileNotFound => Damage::Missing,
        _ => Damage::Corrupt,
    };
    Unreadable::damaged(part, damage)
}

fn entry_names(archive: &mut Archive) -> Vec<String> {
    (0..archive.len())
        .map(|index| match archive.by_index_raw(index) {
            Ok(entry) => entry.name().map_or_else(|_| String::new(), |name| name.replace('\\', "/")),
            Err(_) => String::new(),
        })
        .collect()
}

fn format_of(names: &[String], archive: &mut Archive) -> Result<Format, Unreadable> {
    let lower: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let holds = |start: &str, end: &str| lower.iter().any(|name| name.starts_with(start) && name.ends_with(end));
    if holds("xl/workbook", ".bin") {
        return Ok(Format::Xlsb);
    }
    if holds("xl/workbook", ".xml") || holds("", "/workbook.xml") || holds("workbook.xml", "") {
        return Ok(Format::Xlsx);
    }
    let mimetype = lower.iter().position(|name| name == "mimetype").map(|index| start_of(archive, index));
    let opendocument = |kind: &str| {
        let start = format!("application/vnd.oasis.opendocument.{kind}");
        mimetype.as_ref().is_some_and(|found| found.starts_with(start.as_bytes()))
    };
    if opendocument("spreadsheet") {
        return Ok(Format::Ods);
    }
    let look = if holds("word/", ".xml") || opendocument("text") {
        Look::TextDocument
    } else if holds("ppt/", ".xml") || opendocument("presentation") {
        Look::Presentation
    } else if holds("index/", ".iwa") || holds("index.zip", "") {
        Look::AppleDocument
    } else {
        return Err(zip_of_files(names));
    };
    Err(Unreadable::NotATable { look })
}

/// Folders and the notes of macOS are no files to a person.
fn zip_of_files(names: &[String]) -> Unreadable {
    let files =
        || names.iter().filter(|name| !name.is_empty() && !name.ends_with('/') && !name.starts_with("__MACOSX/"));
    let names: Vec<String> = files().take(5).map(|name| printable(name, 60)).collect();
    if names.is_empty() {
        return Unreadable::NotATable { look: Look::ZipArchive };
    }
    Unreadable::ZipOfFiles { count: files().count() as u64, names }
}

fn start_of(archive: &mut Archive, index: usize) -> Vec<u8> {
    let mut start = Vec::new();
    if let Ok(entry) = archive.by_index(index) {
        // A mimetype that cannot be read is no mimetype: the archive is then called an archive.
        let _ = entry.take(128).read_to_end(&mut start);
    }
    start
}

fn refuse_encrypted(archive: &mut Archive, format: Format, limits: &Limits) -> Result<(), Unreadable> {
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| zip_damage("zip", &error))?;
        if entry.encrypted() {
            return Err(Unreadable::Encrypted { format });
        }
    }
    if format == Format::Ods {
        let mut manifest = OdsManifest::default();
        let Some(index) = archive.index_for_name("META-INF/manifest.xml") else {
            return Err(Unreadable::damaged("META-INF/manifest.xml", Damage::Missing));
        };
        let mut scanner = Scanner::new("META-INF/manifest.xml", limits);
        let mut preflight = Counter { limits, inflated: 0 };
        preflight.inflate(archive, index, "META-INF/manifest.xml", &mut |chunk| {
            // A manifest may name its document type; the reader ignores it, and so does this search.
            let _ = scanner.feed(chunk, &mut manifest);
            Ok(())
        })?;
        if manifest.encrypted {
            return Err(Unreadable::Encrypted { format });
        }
    }
    Ok(())
}

/// Inflates parts into a fixed buffer, counting.
struct Counter<'a> {
    limits: &'a Limits,
    inflated: u64,
}

impl Counter<'_> {
    /// Returns the inflated size of the part.
    fn inflate(
        &mut self,
        archive: &mut Archive,
        index: usize,
        name: &str,
        visit: &mut dyn FnMut(&[u8]) -> Result<(), Unreadable>,
    ) -> Result<u64, Unreadable> {
        let mut entry = archive.by_index(index).map_err(|error| zip_damage(name, &error))?;
        let mut buffer = [0; 16 * 1024];
        let mut size = 0;
        loop {
            let read = entry.read(&mut buffer).map_err(|_| Unreadable::damaged(name, Damage::Corrupt))?;
            if read == 0 {
                return Ok(size);
            }
            size += read as u64;
            self.inflated += read as u64;
            self.limits.check(Limit::InflatedBytes, self.inflated)?;
            visit(buffer.get(..read).unwrap_or_default())?;
        }
    }
}

struct Preflight<'a> {
    limits: &'a Limits,
    inflated: u64,
    archive: Archive<'a>,
    size: u64,
    packed: u64,
}

impl Preflight<'_> {
    fn xlsx(mut self, names: &[String], progress: &mut Progress) -> Result<Package, Unreadable> {
        let mut facts = XlsxFacts { styles: self.xlsx_styles(names), ..XlsxFacts::default() };
        for (index, name) in names.iter().enumerate() {
            if is_markup(name) {
                let mut part = XlsxPart::new(name, &mut facts, self.limits);
                let size = self.scan(index, name, &mut part, progress)?;
                part.finish(size)?;
            } else {
                self.pass(index, name, progress, &mut |_| Ok(()))?;
            }
        }
        let sheets = (0..facts.sheets.len()).map(|index| facts.sheet(index)).collect();
        let (cells, currencies) = (facts.cells, facts.styles.currencies);
        Ok(Package { format: Format::Xlsx, sheets, cells, currencies, book: BookFacts::of_parts(names) })
    }

    /// The styles of an xlsx, wherever they stand: sheets are looked at under them. A part that cannot be read whole is
    /// refused in its turn.
    fn xlsx_styles(&mut self, names: &[String]) -> Styles {
        let (limits, mut styles) = (self.limits, XlsxStyles::default());
        let mut scanner = Scanner::new("xl/styles.xml", limits);
        self.look_ahead(names, "xl/styles.xml", &mut |chunk| scanner.feed(chunk, &mut styles));
        styles.styles
    }

    /// Reads a part before its turn, without a verdict on it.
    fn look_ahead(&mut self, names: &[String], wanted: &str, visit: &mut dyn FnMut(&[u8]) -> Result<(), Unreadable>) {
        if let Some(index) = names.iter().position(|name| name.eq_ignore_ascii_case(wanted)) {
            let mut counter = Counter { limits: self.limits, inflated: 0 };
            // What is wrong with the part is said when its turn comes.
            let _later = counter.inflate(&mut self.archive, index, wanted, visit);
        }
    }

    fn xlsb(mut self, names: &[String], progress: &mut Progress) -> Result<Package, Unreadable> {
        let mut styles = Vec::new();
        self.look_ahead(names, "xl/styles.bin", &mut |chunk| {
            styles.extend_from_slice(chunk);
            if styles.len() > xlsb_styles::MOST { Err(Unreadable::Empty) } else { Ok(()) }
        });
        let mut facts = XlsbFacts::under(xlsb_styles::read(&styles));
        for (index, name) in names.iter().enumerate() {
            if is_markup(name) {
                let mut ignored = XlsxFacts::default();
                let mut part = XlsxPart::binary(name, &mut ignored, self.limits);
                self.scan(index, name, &mut part, progress)?;
                facts.relationships.append(&mut ignored.targets);
            } else if let Some(mut part) = XlsbPart::of(name, self.limits) {
                self.pass(index, name, progress, &mut |chunk| part.feed(chunk, &mut facts))?;
                part.finish(&mut facts)?;
            } else {
                self.pass(index, name, progress, &mut |_| Ok(()))?;
            }
        }
        facts.check(self.limits)?;
        let (sheets, cells, currencies) = (facts.in_order(), facts.cells, facts.styles.currencies);
        Ok(Package { format: Format::Xlsb, sheets, cells, currencies, book: BookFacts::of_parts(names) })
    }

    fn ods(mut self, names: &[String], progress: &mut Progress) -> Result<Package, Unreadable> {
        let mut content = OdsContent::new(self.limits, self.ods_styles(names));
        let mut found = false;
        for (index, name) in names.iter().enumerate() {
            if name == "content.xml" {
                found = true;
                self.scan(index, name, &mut content, progress)?;
            } else {
                self.pass(index, name, progress, &mut |_| Ok(()))?;
            }
        }
        if !found {
            return Err(Unreadable::damaged("content.xml", Damage::Missing));
        }
        let book = BookFacts { links: content.links, ..BookFacts::of_parts(names) };
        let currencies = content.currencies();
        Ok(Package { format: Format::Ods, cells: content.cells, sheets: content.sheets, currencies, book })
    }

    /// The styles of an ods that stand apart from its content.
    fn ods_styles(&mut self, names: &[String]) -> OdsStyles {
        let (limits, mut styles) = (self.limits, OdsStyles::default());
        let mut scanner = Scanner::new("styles.xml", limits);
        self.look_ahead(names, "styles.xml", &mut |chunk| scanner.feed(chunk, &mut styles));
        styles
    }

    /// Inflates one XML part past a watch; returns its size.
    fn scan(
        &mut self,
        index: usize,
        name: &str,
        watch: &mut dyn Watch,
        progress: &mut Progress,
    ) -> Result<u64, Unreadable> {
        let limits = self.limits;
        let shown = printable(name, 80);
        let mut scanner = Scanner::new(&shown, limits);
        let mut first = true;
        let size = self.pass(index, name, progress, &mut |chunk| {
            let chunk = if std::mem::take(&mut first) { start_of_markup(&shown, chunk)? } else { chunk };
            scanner.feed(chunk, watch)
        })?;
        scanner.finish()?;
        Ok(size)
    }

    fn pass(
        &mut self,
        index: usize,
        name: &str,
        progress: &mut Progress,
        visit: &mut dyn FnMut(&[u8]) -> Result<(), Unreadable>,
    ) -> Result<u64, Unreadable> {
        let packed = self.archive.by_index_raw(index).map_or(0, |entry| entry.compressed_size());
        let (before, total, mut seen) = (self.packed, self.size, 0_u64);
        let mut counter = Counter { limits: self.limits, inflated: self.inflated };
        let size = counter.inflate(&mut self.archive, index, name, &mut |chunk| {
            seen += chunk.len() as u64;
            progress.first_half(before + (seen / 8).min(packed), total);
            visit(chunk)
        })?;
        self.inflated = counter.inflated;
        self.packed = before.saturating_add(packed);
        Ok(size)
    }
}

/// Parts the readers take for XML; relationships to sheets under another name are refused.
fn is_markup(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// Drops the byte order mark; the two-byte encodings, which no spreadsheet writes, would hide tags from the watch.
fn start_of_markup<'a>(name: &str, chunk: &'a [u8]) -> Result<&'a [u8], Unreadable> {
    let wide =
        chunk.starts_with(b"\xFF\xFE") || chunk.starts_with(b"\xFE\xFF") || chunk.iter().take(4).any(|byte| *byte == 0);
    if wide {
        return Err(Unreadable::damaged(name, Damage::Encoding));
    }
    Ok(chunk.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(chunk))
}
