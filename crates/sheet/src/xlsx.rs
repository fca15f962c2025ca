//! The regular xlsx, by far the most frequent workbook: its small parts are looked at by the watch of the preflight, its
//! shared strings and rows go by in pieces. Whatever a regular workbook does not write gives `None`, never a guess:
//! the preflight and the tolerant reader then see the whole file, and their verdict counts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipReadOptions;

use crate::error::{Damage, Unreadable};
use crate::limits::Limits;
use crate::markup::{Scanner, Tag, Watch};
use crate::notice::Notice;
use crate::package_xlsx::{BookFacts, SheetFacts, XlsxFacts, XlsxPart};
use crate::progress::Progress;
use crate::shared_strings::SharedStrings;
use crate::styles::Styles;
use crate::table::Table;
use crate::value::Epoch;
use crate::workbook::{Format, Workbook};
use crate::xlsx_part::{Flow, List, Part, ROWS, STRINGS};
use crate::xlsx_rows::{Context, Counted, Rows};
use crate::xlsx_styles::XlsxStyles;
use crate::xml_text;
use values::Gather;

/// A list that is never held may unfold to this many times what one that is held may.
const STREAMED_TIMES: u64 = 2;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A workbook whose small parts were read.
pub(crate) struct Book<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
    names: Vec<String>,
    pub sheets: Vec<Sheet>,
    /// Bytes inflated so far, and those the archive announces.
    inflated: u64,
    announced: u64,
    sizes: Vec<u64>,
    styles: Styles,
    epoch: Epoch,
    calculates: bool,
    /// Its parts were read to their ends before, their checksums with them.
    checked: bool,
}

/// What the cells of a workbook refer to.
pub(crate) struct Meaning {
    pub strings: SharedStrings,
    pub styles: Styles,
    pub epoch: Epoch,
    /// The workbook asks to be calculated when it is opened.
    pub calculates: bool,
}

/// A sheet of the workbook's list.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub name: String,
    pub hidden: Option<Hidden>,
    /// Place of its part in the archive; none of a sheet without cells.
    pub part: Option<usize>,
}

/// How a sheet hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hidden {
    ByHand,
    FromTheMenu,
}

impl Sheet {
    /// Its table, still empty.
    pub fn table(&self, meaning: &Meaning) -> Table {
        let mut table = Table::new(Some(self.name.clone()));
        table.hidden = self.hidden.is_some();
        table.from_1904 = meaning.epoch == Epoch::Year1904;
        table.currency_names.clone_from(&meaning.styles.currencies);
        table
    }

    /// Tells what kind of sheet it is, if it is worth telling.
    pub fn announce(&self, notices: &mut Vec<Notice>) {
        let very = self.hidden.map(|hidden| hidden == Hidden::FromTheMenu);
        notices.extend(very.map(|very| Notice::HiddenSheet { sheet: self.name.clone(), very }));
        notices.extend(self.part.is_none().then(|| Notice::SheetWithoutCells { sheet: self.name.clone() }));
    }
}

/// The whole workbook, if it is a regular one.
pub(crate) fn read(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Option<Workbook> {
    let mut book = Book::open(bytes, limits)?;
    let meaning = book.meaning(progress)?;
    let mut workbook = blank();
    let (mut cells, mut text_bytes) = (0, 0);
    for sheet in std::mem::take(&mut book.sheets) {
        sheet.announce(&mut workbook.notices);
        if sheet.part.is_none() {
            continue;
        }
        let (table, counted) = book.sheet(&sheet, &meaning, progress, &mut workbook.notices)?;
        workbook.tables.push(table);
        cells += counted.cells;
        text_bytes += counted.text_bytes;
        if cells > limits.cells || text_bytes > limits.text_bytes {
            return None;
        }
    }
    book.facts().announce(&mut workbook.notices);
    progress.second_half(1, 1);
    Some(workbook)
}

/// A workbook without tables and notices.
pub(crate) fn blank() -> Workbook {
    Workbook { format: Format::Xlsx, encoding: None, delimiter: None, tables: Vec::new(), notices: Vec::new() }
}

impl<'a> Book<'a> {
    /// Reads the small parts.
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Option<Book<'a>> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut sizes = Vec::with_capacity(archive.len());
        let mut names = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).ok()?;
            sizes.push(entry.size());
            names.push(entry.name().ok()?.replace('\\', "/"));
        }
        let announced = sizes.iter().fold(0, |sum: u64, size| sum.saturating_add(*size));
        let mut book = Book {
            archive,
            limits,
            names,
            sheets: Vec::new(),
            inflated: 0,
            announced,
            sizes,
            styles: Styles::default(),
            epoch: Epoch::Year1900,
            calculates: false,
            checked: false,
        };
        let mut small = SmallParts::default();
        for name in ["_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"] {
            match book.place(name)? {
                Some(index) => book.scan(index, name, &mut small)?,
                None if name == "xl/styles.xml" => {}
                None => return None,
            }
        }
        book.sheets = small.sheets(&book)?;
        let strings = book.place("xl/sharedStrings.xml")?;
        let listed: BTreeSet<usize> = book.sheets.iter().filter_map(|sheet| sheet.part).gather();
        let beside = book.sizes.iter().enumerate().filter(|(at, _)| !listed.contains(at) && Some(*at) != strings);
        let beside = beside.fold(0, |sum: u64, (_, size)| sum.saturating_add(*size));
        // What is not read harms nobody, but a bomb is refused like any other.
        if beside > limits.inflated_bytes || announced > limits.inflated_bytes.saturating_mul(STREAMED_TIMES) {
            return None;
        }
        book.styles = small.styles.styles;
        book.calculates = small.calculates;
        if small.from_1904 {
            book.epoch = Epoch::Year1904;
        }
        Some(book)
    }

    /// The same workbook opened another time: checksums that held need not be made again.
    pub fn open_again(bytes: &'a [u8], limits: &'a Limits) -> Option<Book<'a>> {
        Some(Book { checked: true, ..Book::open(bytes, limits)? })
    }

    /// Reads the shared strings, and hands over all that cells refer to.
    pub fn meaning(&mut self, progress: &mut Progress) -> Option<Meaning> {
        let mut strings = SharedStrings::default();
        if let Some(index) = self.place("xl/sharedStrings.xml")? {
            let limits = self.limits;
            let visit = &mut |bytes: &[u8]| strings.items(bytes, limits).map(|()| Flow::On);
            self.part(STRINGS, index, &mut XlsxFacts::default(), progress, visit)?;
        }
        let styles = std::mem::take(&mut self.styles);
        Some(Meaning { strings, styles, epoch: self.epoch, calculates: self.calculates })
    }

    /// Bytes of the XML of a sheet, as the archive announces them.
    pub fn size(&self, sheet: &Sheet) -> u64 {
        sheet.part.and_then(|index| self.sizes.get(index)).copied().unwrap_or(0)
    }

    pub fn facts(&self) -> BookFacts {
        BookFacts::of_parts(&self.names)
    }

    /// One sheet, whole.
    pub fn sheet(
        &mut self,
        sheet: &Sheet,
        meaning: &Meaning,
        progress: &mut Progress,
        notices: &mut Vec<Notice>,
    ) -> Option<(Table, Counted)> {
        let mut rows = Rows::new(Context { meaning, limits: self.limits }, sheet.table(meaning));
        let mut facts = self.rows(sheet, progress, &mut |bytes| rows.read(bytes).map(|()| Flow::On))?;
        let Rows { mut table, counted, .. } = rows;
        counted.complete(&mut facts, meaning);
        table.currencies = counted.currencies.only(&meaning.styles.currencies);
        table.blank_rows = counted.blank_rows();
        table.hidden_rows = facts.hidden_rows.clone();
        counted.tally.clone().notices(sheet.name.clone(), &facts, &counted.columns, notices);
        Some((table, counted))
    }

    /// The bytes of a sheet's rows, in runs of whole ones; returns what stands around them.
    pub fn rows(
        &mut self,
        sheet: &Sheet,
        progress: &mut Progress,
        visit: &mut dyn FnMut(&[u8]) -> Option<Flow>,
    ) -> Option<SheetFacts> {
        let mut facts = XlsxFacts::default();
        self.part(ROWS, sheet.part?, &mut facts, progress, visit)?;
        Some(facts.parts.into_values().next().unwrap_or_default())
    }

    fn part(
        &mut self,
        list: List,
        index: usize,
        facts: &mut XlsxFacts,
        progress: &mut Progress,
        visit: &mut dyn FnMut(&[u8]) -> Option<Flow>,
    ) -> Option<()> {
        let name = self.names.get(index)?.clone();
        let most = self.limits.inflated_bytes.saturating_mul(STREAMED_TIMES);
        let (announced, inflated) = (self.announced, &mut self.inflated);
        let options = ZipReadOptions::new().ignore_crc32(self.checked);
        let mut entry = self.archive.by_index_with_options(index, options).ok()?;
        let mut watch = XlsxPart::new(&name, facts, self.limits);
        let before = *inflated;
        Part::new(list, self.limits).read(
            &mut entry,
            &mut watch,
            &mut |read| {
                *inflated += read;
                progress.shared(*inflated, announced);
                (*inflated <= most).then_some(())
            },
            visit,
        )?;
        watch.finish(*inflated - before).ok()
    }

    /// One small part, past its watch.
    fn scan(&mut self, index: usize, name: &str, watch: &mut SmallParts) -> Option<()> {
        let mut entry = self.archive.by_index(index).ok()?.take(self.limits.inflated_bytes);
        let mut scanner = Scanner::new(name, self.limits);
        let mut buffer = [0; 16 * 1024];
        let mut first = true;
        watch.part = name.to_owned();
        loop {
            let read = entry.read(&mut buffer).ok()?;
            if read == 0 {
                return scanner.finish().ok();
            }
            self.inflated += read as u64;
            let chunk = buffer.get(..read)?;
            let chunk =
                if std::mem::take(&mut first) { chunk.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(chunk) } else { chunk };
            scanner.feed(chunk, watch).ok()?;
        }
    }

    /// The place of a part in the archive, if it has one. No verdict where only capitals differ.
    fn place(&self, path: &str) -> Option<Option<usize>> {
        let mut alike = self.names.iter().enumerate().filter(|(_, name)| name.eq_ignore_ascii_case(path));
        match (alike.next(), alike.next()) {
            (None, _) => Some(None),
            (Some((index, name)), None) if name == path => Some(Some(index)),
            (Some(_), _) => None,
        }
    }
}

/// What the small parts say.
#[derive(Default)]
struct SmallParts {
    part: String,
    /// Name, hiding and relation of each sheet.
    sheets: Vec<(String, Option<Hidden>, Vec<u8>)>,
    from_1904: bool,
    calculates: bool,
    /// Kind and target of each relation of the workbook.
    relations: BTreeMap<Vec<u8>, (Vec<u8>, Vec<u8>)>,
    /// The workbook is where it usually is.
    usual: bool,
    styles: XlsxStyles,
}

impl SmallParts {
    /// The sheets, each with its part.
    fn sheets(&mut self, book: &Book<'_>) -> Option<Vec<Sheet>> {
        let names: BTreeSet<&String> = self.sheets.iter().map(|(name, ..)| name).gather();
        let many = self.sheets.len() as u64 > book.limits.sheets;
        if many || names.len() < self.sheets.len() || !self.usual {
            return None;
        }
        let mut sheets = Vec::with_capacity(self.sheets.len());
        for (name, hidden, id) in std::mem::take(&mut self.sheets) {
            let (kind, target) = self.relations.get(&id)?;
            let part = match kind.as_slice() {
                b"worksheet" => {
                    let target = std::str::from_utf8(target).ok()?;
                    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    Some(book.place(&path)??)
                }
                b"chartsheet" | b"dialogsheet" => None,
                _ => return None,
            };
            sheets.push(Sheet { name, hidden, part });
        }
        Some(sheets)
    }

    fn sheet(&mut self, tag: &Tag<'_>) -> Option<()> {
        let mut name = String::new();
        xml_text::push(tag.attribute("name")?, &mut name)?;
        let hidden = match tag.attribute("state") {
            None | Some(b"visible") => None,
            Some(b"hidden") => Some(Hidden::ByHand),
            Some(b"veryHidden") => Some(Hidden::FromTheMenu),
            Some(_) => return None,
        };
        self.sheets.push((name, hidden, tag.local_attribute("id")?.to_vec()));
        Some(())
    }

    fn relation(&mut self, tag: &Tag<'_>) -> Option<()> {
        let (id, target) = (tag.attribute("Id")?, tag.attribute("Target")?);
        let kind = tag.attribute("Type")?.rsplit(|byte| *byte == b'/').next()?;
        if self.part != "_rels/.rels" {
            self.relations.insert(id.to_vec(), (kind.to_vec(), target.to_vec()));
        } else if kind == b"officeDocument" {
            self.usual = matches!(target, b"xl/workbook.xml" | b"/xl/workbook.xml");
        }
        Some(())
    }
}

impl Watch for SmallParts {
    fn open(&mut self, tag: &Tag<'_>, _: usize) -> Result<(), Damage> {
        let usual = match tag.name {
            b"sheet" => self.sheet(tag),
            b"Relationship" => self.relation(tag),
            b"calcPr" => {
                self.calculates = matches!(tag.attribute("fullCalcOnLoad"), Some(b"1" | b"true"));
                Some(())
            }
            b"workbookPr" => {
                self.from_1904 |= matches!(tag.attribute("date1904"), Some(b"1" | b"true"));
                Some(())
            }
            // No name of XML has one: what another reader makes of it is not known.
            name if name.iter().any(u8::is_ascii_control) => None,
            _ => self.styles.see(tag),
        };
        usual.ok_or(Damage::Structure)
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        self.styles.close(name)
    }

    fn text(&mut self, _: u64, _: u64) {}
}
