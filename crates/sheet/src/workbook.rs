//! Workbooks to tables, once the preflight has passed: xlsx and xlsb cell by cell, xls and ods from the reader's
//! ranges. Values are the cached ones; no formula, macro or link is ever evaluated.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx, XlsxError};

use crate::biff;
use crate::compound;
use crate::encoding::Encoding;
use crate::error::{Damage, Unreadable};
use crate::filling::{Filling, Value};
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::package::{self, Package};
use crate::package_xlsx::{BookFacts, SheetFacts};
use crate::progress::Progress;
use crate::table::Table;
use crate::value::Epoch;
use crate::xlsx;

/// The format of a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Delimited text, whatever its delimiter.
    Csv,
    /// Excel workbook since 2007, with or without macros.
    Xlsx,
    /// Excel workbook before 2007.
    Xls,
    /// Binary Excel workbook.
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Tables of a web page, most often named `.xls`.
    Html,
    /// XML spreadsheet of Excel 2003, most often named `.xls`.
    SpreadsheetXml,
}

impl Format {
    /// The usual file extension, which is also a stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Xlsb => "xlsb",
            Format::Ods => "ods",
            Format::Html => "html",
            Format::SpreadsheetXml => "xml",
        }
    }
}

/// What a file contained.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The format, told by the content.
    pub format: Format,
    /// The encoding of a delimited file.
    pub encoding: Option<Encoding>,
    /// The delimiter of a delimited file; `None` for one column, and for workbooks.
    pub delimiter: Option<char>,
    /// One table per sheet, in the order of the workbook; empty sheets give empty tables.
    pub tables: Vec<Table>,
    /// What is worth telling.
    pub notices: Vec<Notice>,
}

pub(crate) fn read_package(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Result<Workbook, Unreadable> {
    package::check_entries(bytes, limits)?;
    if let Some(workbook) = xlsx::read(bytes, limits, progress) {
        return Ok(workbook);
    }
    read_package_tolerantly(bytes, limits, progress)
}

/// The same by the preflight and the tolerant reader, whatever the file: the oracle of the regular xlsx.
pub(crate) fn read_package_tolerantly(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut Progress,
) -> Result<Workbook, Unreadable> {
    let package = package::inspect(bytes, limits, progress)?;
    let source = Cursor::new(bytes);
    match package.format {
        Format::Xlsb => {
            let mut book = Xlsb::new(source).map_err(|error| Unreadable::reader(Format::Xlsb, error))?;
            let epoch = epoch(book.has_1904_epoch());
            let sheets = book.sheets_metadata().to_vec();
            Assembly::new(package, sheets, epoch, limits)?.xlsb(&mut book, progress)
        }
        Format::Ods => {
            let mut book = Ods::new(source).map_err(|error| Unreadable::reader(Format::Ods, error))?;
            let sheets = book.sheets_metadata().to_vec();
            let mut range =
                |name: &str| book.worksheet_range(name).map_err(|error| Unreadable::reader(Format::Ods, error));
            Assembly::new(package, sheets, Epoch::Year1900, limits)?.ranges(&mut range, progress)
        }
        Format::Xlsx | Format::Csv | Format::Xls | Format::Html | Format::SpreadsheetXml => {
            let mut book = Xlsx::new(source).map_err(|error| Unreadable::reader(Format::Xlsx, error))?;
            let epoch = epoch(book.has_1904_epoch());
            let sheets = book.sheets_metadata().to_vec();
            Assembly::new(package, sheets, epoch, limits)?.xlsx(&mut book, progress)
        }
    }
}

pub(crate) fn read_compound(bytes: &[u8], limits: &Limits, progress: &mut Progress) -> Result<Workbook, Unreadable> {
    let (mut stream, macros) = match compound::open(bytes)? {
        compound::Content::Workbook { stream, macros } => (stream, macros),
        compound::Content::EncryptedPackage => return Err(Unreadable::Encrypted { format: Format::Xlsx }),
        compound::Content::Other(look) => return Err(Unreadable::NotATable { look }),
    };
    let biff::Prepared { cells, sheets: facts, links, currencies } = biff::prepare(&mut stream, limits)?;
    progress.first_half(1, 1);
    let mut book =
        Xls::new(Cursor::new(compound::wrapped(stream))).map_err(|error| Unreadable::reader(Format::Xls, error))?;
    let book_facts = BookFacts { macros, links, pivot_caches: 0 };
    let package = Package { format: Format::Xls, sheets: facts, cells, currencies, book: book_facts };
    let (sheets, epoch) = (book.sheets_metadata().to_vec(), epoch(book.has_1904_epoch()));
    let mut range = |name: &str| book.worksheet_range(name).map_err(|error| Unreadable::reader(Format::Xls, error));
    Assembly::new(package, sheets, epoch, limits)?.ranges(&mut range, progress)
}

fn epoch(is_1904: bool) -> Epoch {
    if is_1904 { Epoch::Year1904 } else { Epoch::Year1900 }
}

/// The workbook being put together, sheet after sheet.
struct Assembly<'a> {
    limits: &'a Limits,
    package: Package,
    sheets: Vec<Sheet>,
    epoch: Epoch,
    tables: Vec<Table>,
    notices: Vec<Notice>,
    cells: u64,
    text_bytes: u64,
}

impl<'a> Assembly<'a> {
    fn new(package: Package, sheets: Vec<Sheet>, epoch: Epoch, limits: &'a Limits) -> Result<Assembly<'a>, Unreadable> {
        limits.check(Limit::Sheets, sheets.len() as u64)?;
        let mut names = BTreeSet::new();
        // The reader finds sheets by name: two of the same name would be the same sheet counted twice.
        if let Some(twin) = sheets.iter().find(|sheet| !names.insert(sheet.name.as_str())) {
            return Err(Unreadable::damaged(twin.name.as_str(), Damage::Structure));
        }
        Ok(Assembly {
            limits,
            package,
            sheets,
            epoch,
            tables: Vec::new(),
            notices: Vec::new(),
            cells: 0,
            text_bytes: 0,
        })
    }

    fn xlsx(mut self, book: &mut Xlsx<Cursor<&[u8]>>, progress: &mut Progress) -> Result<Workbook, Unreadable> {
        for (index, sheet) in std::mem::take(&mut self.sheets).into_iter().enumerate() {
            if !self.begin(&sheet) {
                continue;
            }
            let mut cells = match book.worksheet_cells_reader(&sheet.name) {
                Ok(cells) => cells,
                Err(XlsxError::NotAWorksheet(_)) => {
                    self.notices.push(Notice::SheetWithoutCells { sheet: sheet.name });
                    continue;
                }
                Err(XlsxError::WorksheetNotFound(_)) => return Err(Unreadable::damaged(sheet.name, Damage::Missing)),
                Err(error) => return Err(Unreadable::reader(Format::Xlsx, error)),
            };
            let mut filling = self.filling(index, &sheet);
            loop {
                match cells.next_cell() {
                    Ok(Some(cell)) => {
                        let (row, column) = cell.get_position();
                        filling.cell(row, column, &streamed(cell.get_value()))?;
                        self.tick(&filling, progress)?;
                    }
                    Ok(None) => break,
                    Err(XlsxError::CellError(written)) => filling.unreadable(&written),
                    Err(XlsxError::Unrecognized { typ: "boolean cell value", val }) => filling.unreadable(&val),
                    Err(error) => return Err(Unreadable::reader(Format::Xlsx, error)),
                }
            }
            self.end(index, &sheet, filling)?;
        }
        Ok(self.finish(progress))
    }

    fn xlsb(mut self, book: &mut Xlsb<Cursor<&[u8]>>, progress: &mut Progress) -> Result<Workbook, Unreadable> {
        for (index, sheet) in std::mem::take(&mut self.sheets).into_iter().enumerate() {
            if !self.begin(&sheet) {
                continue;
            }
            let failed = |error| Unreadable::reader(Format::Xlsb, error);
            let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(failed)?;
            let mut filling = self.filling(index, &sheet);
            while let Some(cell) = cells.next_cell().map_err(failed)? {
                let (row, column) = cell.get_position();
                filling.cell(row, column, &streamed(cell.get_value()))?;
                self.tick(&filling, progress)?;
            }
            self.end(index, &sheet, filling)?;
        }
        Ok(self.finish(progress))
    }

    /// The formats whose reader unfolds a sheet into a rectangle.
    fn ranges(
        mut self,
        range: &mut dyn FnMut(&str) -> Result<calamine::Range<Data>, Unreadable>,
        progress: &mut Progress,
    ) -> Result<Workbook, Unreadable> {
        for (index, sheet) in std::mem::take(&mut self.sheets).into_iter().enumerate() {
            if !self.begin(&sheet) {
                continue;
            }
            let range = range(&sheet.name)?;
            let (top, left) = range.start().unwrap_or_default();
            let mut filling = self.filling(index, &sheet);
            for (row, column, value) in range.used_cells() {
                filling.cell(top.saturating_add(row as u32), left.saturating_add(column as u32), &unfolded(value))?;
                self.tick(&filling, progress)?;
            }
            self.end(index, &sheet, filling)?;
        }
        Ok(self.finish(progress))
    }

    /// Says whether the sheet holds cells by nature, and whether it hides.
    fn begin(&mut self, sheet: &Sheet) -> bool {
        let name = || sheet.name.clone();
        match sheet.visible {
            SheetVisible::Visible => {}
            SheetVisible::Hidden => self.notices.push(Notice::HiddenSheet { sheet: name(), very: false }),
            SheetVisible::VeryHidden => self.notices.push(Notice::HiddenSheet { sheet: name(), very: true }),
        }
        let holds_cells = sheet.typ == SheetType::WorkSheet;
        if !holds_cells {
            self.notices.push(Notice::SheetWithoutCells { sheet: name() });
        }
        holds_cells
    }

    /// The sheet, still empty, under what its styles say.
    fn filling(&mut self, index: usize, sheet: &Sheet) -> Filling<'a> {
        let marks = self.package.sheets.get_mut(index).map(|facts| std::mem::take(&mut facts.marks));
        Filling::new(&sheet.name, self.epoch, self.limits).under(marks.unwrap_or_default(), &self.package.currencies)
    }

    /// Limits of the whole workbook and a sign of life, every few thousand cells.
    fn tick(&self, filling: &Filling<'_>, progress: &mut Progress) -> Result<(), Unreadable> {
        let cells = self.cells + filling.cells();
        if cells.is_multiple_of(4_096) {
            progress.second_half(cells, self.package.cells);
        }
        self.limits.check(Limit::Cells, cells)
    }

    fn end(&mut self, index: usize, sheet: &Sheet, filling: Filling<'_>) -> Result<(), Unreadable> {
        let none = SheetFacts::default();
        let facts = self.package.sheets.get(index).unwrap_or(&none);
        self.text_bytes += filling.blank_bytes;
        let mut table = filling.finish(facts, &mut self.notices)?;
        table.hidden = sheet.visible != SheetVisible::Visible;
        self.cells += table.cell_count() as u64;
        self.text_bytes += table.text_bytes() as u64;
        self.tables.push(table);
        self.limits.check(Limit::TextBytes, self.text_bytes)
    }

    fn finish(self, progress: &mut Progress) -> Workbook {
        progress.second_half(1, 1);
        let Assembly { package, tables, mut notices, .. } = self;
        package.book.announce(&mut notices);
        Workbook { format: package.format, encoding: None, delimiter: None, tables, notices }
    }
}

fn streamed<'v>(value: &'v DataRef<'_>) -> Value<'v> {
    match value {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text),
        DataRef::Int(number) => Value::Whole(*number),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(logical) => Value::Boolean(*logical),
        DataRef::DateTime(serial) => dated(serial),
        DataRef::DateTimeIso(text) => Value::Iso(text),
        DataRef::DurationIso(text) => Value::Text(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    }
}

fn unfolded(value: &Data) -> Value<'_> {
    match value {
        Data::Empty => Value::Empty,
        Data::String(text) => Value::Text(text),
        Data::Int(number) => Value::Whole(*number),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(logical) => Value::Boolean(*logical),
        Data::DateTime(serial) => dated(serial),
        Data::DateTimeIso(text) => Value::Iso(text),
        Data::DurationIso(text) => Value::Text(text),
        Data::Error(error) => Value::Error(error.to_string()),
    }
}

/// A length of time is a number, not a day.
fn dated(serial: &ExcelDateTime) -> Value<'static> {
    if serial.is_duration() { Value::Number(serial.as_f64()) } else { Value::Serial(serial.as_f64()) }
}
