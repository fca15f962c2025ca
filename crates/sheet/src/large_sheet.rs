//! A regular xlsx with one sheet too large to be held: looked at once for a sample, then read row by row in one pass, as
//! often as it takes. Its shared strings and its other sheets are held; its rows never stand in one table.

use crate::error::Unreadable;
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::progress::{Progress, Share};
use crate::source::{self, Source};
use crate::table::Table;
use crate::text_file::{Pass, Sizes};
use crate::workbook::Workbook;
use crate::xlsx::{self, Book, Meaning, Sheet};
use crate::xlsx_part::Flow;
use crate::xlsx_rows::{Context, Rows, last_number};

/// Bytes of a sheet's XML for one of delimited text.
const XML_TIMES: usize = 4;
/// Bytes of text after which a batch is handed over, however few its rows: a cell may show a long shared string.
const BATCH_BYTES: u64 = 4 * 1024 * 1024;

/// A workbook of which one sheet is read in passes.
pub struct LargeSheet {
    meaning: Meaning,
    sheet: Sheet,
    /// Place of the sheet among the tables.
    position: usize,
    /// The tables of the workbook; that of the sheet has no rows.
    book: Workbook,
    /// What is worth telling of all but its rows.
    notices: Vec<Notice>,
    sample: Table,
    batch: usize,
    rows: u64,
}

impl LargeSheet {
    /// Looks at the workbook. `None` where it is not a regular one with one large sheet, to be held whole then.
    pub(crate) fn open(bytes: &[u8], limits: &Limits, sizes: Sizes, progress: &mut Progress) -> Option<LargeSheet> {
        progress.share = Share::FirstHalf;
        let mut book = Book::open(bytes, limits)?;
        let threshold = sizes.piece.saturating_mul(2) as u64;
        let sheets = std::mem::take(&mut book.sheets);
        let tables: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.part.is_some()).collect();
        let large = |sheet: &&Sheet| book.size(sheet) > threshold;
        let position = tables.iter().position(large)?;
        let sheet = Sheet::clone(tables.get(position)?);
        let beside = tables.iter().map(|sheet| book.size(sheet)).fold(0, u64::saturating_add) - book.size(&sheet);
        if beside > threshold {
            return None;
        }
        let meaning = book.meaning(progress)?;
        let mut workbook = xlsx::blank();
        for other in &sheets {
            other.announce(&mut workbook.notices);
            if other.part == sheet.part {
                workbook.tables.push(sheet.table(&meaning));
            } else if other.part.is_some() {
                let (table, _) = book.sheet(other, &meaning, progress, &mut workbook.notices)?;
                workbook.tables.push(table);
            }
        }
        book.facts().announce(&mut workbook.notices);
        let sample = sample(&mut book, &sheet, &meaning, (limits, sizes), progress)?;
        let notices = workbook.notices.clone();
        Some(LargeSheet { meaning, sheet, position, book: workbook, notices, sample, batch: sizes.batch, rows: 0 })
    }

    /// Place of the large sheet among the tables.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Some rows of the large sheet, the first and the last ones among them, with their own numbers.
    pub fn sample(&self) -> &Table {
        &self.sample
    }

    /// The workbook; the table of the large sheet has no rows and counts the blank ones of the last pass.
    pub fn workbook(&self) -> &Workbook {
        &self.book
    }

    /// Rows that are not blank, in the last pass.
    pub fn row_count(&self) -> u64 {
        self.rows
    }

    /// Reads the whole sheet, handing over its rows in batches; a table handed over is only valid meanwhile.
    /// `progress(done, total)` counts bytes, every few milliseconds of work.
    pub fn read(
        &mut self,
        source: &dyn Source,
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Pass, Unreadable> {
        let bytes = source::whole(source)?;
        let mut progress = Progress::new(progress, bytes.len() as u64);
        progress.share = Share::SecondHalf;
        let Some(()) = self.pass(&bytes, limits, visit, &mut progress) else { return Ok(Pass::Hold) };
        progress.second_half(1, 1);
        Ok(Pass::Done)
    }

    fn pass(
        &mut self,
        bytes: &[u8],
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
        progress: &mut Progress,
    ) -> Option<()> {
        let mut book = Book::open_again(bytes, limits)?;
        let context = Context { meaning: &self.meaning, limits };
        let mut rows = Rows::new(context, self.sheet.table(&self.meaning));
        let mut facts = book.rows(&self.sheet, progress, &mut |bytes| {
            rows.read(bytes)?;
            if rows.table.row_count() >= self.batch || rows.table.text_bytes() as u64 >= BATCH_BYTES {
                visit(&rows.table);
                rows.table.clear();
            }
            Some(Flow::On)
        })?;
        visit(&rows.table);
        let counted = rows.counted;
        counted.complete(&mut facts, &self.meaning);
        self.rows = u64::from(counted.rows);
        let others: u64 = self.book.tables.iter().map(|table| table.cell_count() as u64).sum();
        limits.check(Limit::Cells, others + counted.kept).ok()?;
        let blank_rows = counted.blank_rows();
        self.book.notices.clone_from(&self.notices);
        counted.tally.notices(self.sheet.name.clone(), &facts, &counted.columns, &mut self.book.notices);
        self.book.tables.get_mut(self.position)?.blank_rows = blank_rows;
        Some(())
    }

    /// The rows of the sheet that are wanted, read again from the source; `first` and `last` are numbers between which
    /// they lie.
    pub fn rows(
        &self,
        source: &dyn Source,
        limits: &Limits,
        (first, last): (u32, u32),
        wanted: &dyn Fn(u32) -> bool,
    ) -> Result<Table, Unreadable> {
        let bytes = source::whole(source)?;
        let mut progress = |_, _| {};
        let mut progress = Progress::new(&mut progress, bytes.len() as u64);
        let mut found = self.sheet.table(&self.meaning);
        let mut rows = Rows::new(Context { meaning: &self.meaning, limits }, self.sheet.table(&self.meaning));
        let mut visit = |bytes: &[u8]| {
            // Runs that end before the first row wanted only pass by.
            if !last_number(bytes).is_some_and(|number| rows.pass_over(number, first)) {
                rows.read(bytes)?;
            }
            rows.table.rows().filter(|row| wanted(row.number())).for_each(|row| found.copy_row(&row));
            rows.table.clear();
            Some(if rows.last >= last { Flow::Enough } else { Flow::On })
        };
        let Some(mut book) = Book::open_again(&bytes, limits) else { return Ok(found) };
        // A sheet that was read once is read again.
        let _read = book.rows(&self.sheet, &mut progress, &mut visit);
        Ok(found)
    }
}

/// The first rows, some further down, and the last ones.
fn sample(
    book: &mut Book<'_>,
    sheet: &Sheet,
    meaning: &Meaning,
    (limits, sizes): (&Limits, Sizes),
    progress: &mut Progress,
) -> Option<Table> {
    let mut rows = Rows::new(Context { meaning, limits }, sheet.table(meaning));
    let head = sizes.head.saturating_mul(XML_TIMES) as u64;
    let stride = book.size(sheet).saturating_sub(head) / (sizes.slices + 1);
    let (mut seen, mut next) = (0, head);
    let mut tail = Vec::new();
    book.rows(sheet, progress, &mut |bytes| {
        seen += bytes.len() as u64;
        tail.clear();
        if seen <= head || seen >= next {
            next = if seen <= head { next } else { seen.saturating_add(stride.max(1)) };
            rows.read(bytes)?;
        } else {
            tail.extend_from_slice(bytes);
        }
        Some(Flow::On)
    })?;
    rows.read(&tail)?;
    rows.table.currencies = rows.counted.currencies.only(&meaning.styles.currencies);
    Some(rows.table)
}
