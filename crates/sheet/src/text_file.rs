//! A text file too large to be held: read row by row in one pass, in bounded memory, as a sample of it says; the pass
//! verifies on the whole file what the sample said, and asks to be done again where the whole says otherwise.
//! Guarantee: the rows of the pass that counts are those of a reader that had looked at the whole file first.

use crate::aligned::Aligned;
use crate::dialect::{Dialect, Survey};
use crate::encoding::{self, Encoding};
use crate::error::{Unreadable, unknown};
use crate::limits::{Limit, Limits};
use crate::pieces::{Decoding, Piece, Pieces};
use crate::records::Records;
use crate::source::{self, Source};
use crate::table::Table;
use crate::verdicts::{self, HighBytes};
use crate::{Workbook, delimited};

/// How much is looked at and held at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Files up to this size are held whole, in bytes.
    pub whole: u64,
    /// Sample: bytes from the start of a larger file.
    pub head: usize,
    /// Sample: bytes of each slice taken further down.
    pub slice: usize,
    /// Sample: slices, evenly spaced; the last one ends the file.
    pub slices: u64,
    /// Bytes read from the source at once.
    pub piece: usize,
    /// Rows handed over at once.
    pub batch: usize,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { whole: 1024 * 1024, head: 128 * 1024, slice: 16 * 1024, slices: 16, piece: 1024 * 1024, batch: 2_048 }
    }
}

/// What became of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Every row was handed over as it should be.
    Done,
    /// The whole file contradicts the sample: forget the rows and read again, with a new sample.
    Again,
    /// The file is none that can be read in passes: forget the rows and hold it whole ([`crate::hold`]).
    Hold,
}

/// A large text file as it is understood so far.
pub struct TextFile {
    sizes: Sizes,
    encoding: Encoding,
    /// The verdicts on encoding and dialect are those of the whole file.
    encoding_settled: bool,
    dialect_settled: bool,
    dialect: Dialect,
    forced: Option<u8>,
    parts: Vec<Vec<u8>>,
    sample: Table,
    high_bytes: HighBytes,
    facts: Facts,
    marks: Vec<Mark>,
}

/// What the last pass counted.
#[derive(Clone, Copy, Default)]
struct Facts {
    rows: u64,
    blank_rows: u32,
    replaced: u64,
    usual_fields: u64,
    ragged: u64,
}

/// Where a row starts, so that the rows after it can be read alone.
struct Mark {
    line: u32,
    /// Place of a piece in the file.
    offset: u64,
    /// Bytes of the piece's text before the row.
    skip: usize,
}

/// What a pass leaves open.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Doubts {
    encoding: bool,
    dialect: bool,
}

impl TextFile {
    /// Looks at a sample. `head` are the file's first bytes, found to be no workbook.
    pub(crate) fn open(source: &dyn Source, limits: &Limits, sizes: Sizes) -> Result<TextFile, Unreadable> {
        limits.check(Limit::StreamedBytes, source.len())?;
        let parts = sample(source, sizes)?;
        let all = parts.concat();
        let Some(encoding) = encoding::detect(&all) else { return Err(unknown(&all)) };
        let mut high_bytes = HighBytes::new();
        high_bytes.see(&all);
        let mut file = TextFile {
            sizes,
            encoding,
            // A mark or zero bytes tell it once and for all.
            encoding_settled: matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be),
            dialect_settled: false,
            dialect: Dialect { delimiter: None, quoting: true, usual_fields: 1, ragged: 0 },
            forced: None,
            parts,
            sample: Table::new(None),
            high_bytes,
            facts: Facts::default(),
            marks: Vec::new(),
        };
        file.look(source, limits)?;
        Ok(file)
    }

    /// Whether it may be a print in aligned columns, which is only read whole.
    pub(crate) fn may_be_print(&self) -> Result<bool, Unreadable> {
        let aligned = |texts: Vec<String>| texts.iter().any(|text| Aligned::may_be(text, self.dialect));
        Ok(self.forced.is_none() && aligned(self.texts()?))
    }

    /// Some rows of the file, the first ones among them with their own numbers; the numbers of the others only rise.
    pub fn sample(&self) -> &Table {
        &self.sample
    }

    /// The format, encoding and delimiter, the notices of the last pass, and a table without rows that counts the blank
    /// ones.
    pub fn workbook(&self) -> Workbook {
        let mut table = Table::new(None);
        table.blank_rows = self.facts.blank_rows;
        let dialect = Dialect { usual_fields: self.facts.usual_fields, ragged: self.facts.ragged, ..self.dialect };
        delimited::workbook_of(table, self.encoding, dialect, self.forced, self.facts.replaced)
    }

    /// Rows that are not blank, in the last pass.
    pub fn row_count(&self) -> u64 {
        self.facts.rows
    }

    /// Reads the whole file, handing over its rows in batches; a table handed over is only valid meanwhile.
    /// `progress(done, total)` counts bytes, every few milliseconds of work.
    pub fn read(
        &mut self,
        source: &dyn Source,
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Pass, Unreadable> {
        let total = source.len();
        let passed = self.pass(source, limits, visit, progress);
        let doubts = match &passed {
            Ok(doubts) => *doubts,
            // A wrong reading may pass a limit that the right one does not.
            Err(Unreadable::TooLarge { .. }) => Doubts { encoding: !self.encoding_settled, dialect: true },
            Err(_) => Doubts::default(),
        };
        let known = (self.encoding, self.dialect.delimiter, self.dialect.quoting);
        let mut alive = || progress(total, total);
        if doubts.encoding && !self.encoding_settled {
            // A mark tells it whatever follows: bytes that are no UTF-8 are replaced, as in a file held whole.
            if self.encoding != Encoding::Utf8Bom {
                self.encoding = verdicts::encoding(source, self.sizes.piece, &mut alive)?;
            }
            self.encoding_settled = true;
        }
        if doubts.dialect && !self.dialect_settled {
            self.settle_dialect(source, &mut alive)?;
        }
        let same = known == (self.encoding, self.dialect.delimiter, self.dialect.quoting);
        // Bytes that are no UTF-8 stopped the pass: known now, they are replaced.
        let stopped = doubts.encoding && self.encoding.is_strict();
        match passed {
            Err(refusal) if same => Err(refusal),
            Ok(_) if same && !stopped => {
                if self.facts.rows == 0 {
                    return Err(Unreadable::OnlyWhitespace);
                }
                Ok(Pass::Done)
            }
            Ok(_) | Err(_) => {
                self.look(source, limits)?;
                Ok(Pass::Again)
            }
        }
    }

    /// The rows from a number on, `count` of them at most, read again from the source.
    pub fn rows(&self, source: &dyn Source, limits: &Limits, first: u32, count: usize) -> Result<Table, Unreadable> {
        let mut found = Table::new(None);
        let after = self.marks.partition_point(|mark| mark.line <= first);
        let Some(mark) = after.checked_sub(1).and_then(|at| self.marks.get(at)) else { return Ok(found) };
        let mut pieces = Pieces::new(source, self.encoding, mark.offset, self.sizes.piece);
        let mut decoding = self.decoding(mark.offset);
        let mut records = Records::new(self.dialect, limits, mark.line);
        let mut table = Table::new(None);
        let mut at = mark.skip;
        while let Some(piece) = pieces.next()? {
            if decoding.push(&piece, &mut table.text)?.is_err() {
                break;
            }
            // The pass may have cut its pieces elsewhere.
            if at > table.text.len() {
                continue;
            }
            loop {
                at = records.fill(&mut table, at, piece.last, self.sizes.batch)?;
                let full = table.row_count() == self.sizes.batch;
                for row in table.rows().filter(|row| row.number() >= first) {
                    if found.row_count() == count {
                        return Ok(found);
                    }
                    found.start_row(row.number());
                    row.cells().for_each(|cell| found.push(cell.column, cell.kind, cell.text));
                }
                table.clear_rows();
                if !full {
                    break;
                }
            }
            table.text.drain(..at);
            at = 0;
        }
        Ok(found)
    }

    fn pass(
        &mut self,
        source: &dyn Source,
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Doubts, Unreadable> {
        (self.facts, self.marks) = (Facts::default(), Vec::new());
        let total = source.len();
        let mut pieces = Pieces::new(source, self.encoding, 0, self.sizes.piece);
        let mut decoding = self.decoding(0);
        let mut records = Records::new(self.dialect, limits, if self.forced.is_some() { 2 } else { 1 });
        let mut table = Table::new(None);
        let mut high_bytes = HighBytes::new();
        let counts_bytes = !self.encoding_settled && !self.encoding.is_unicode();
        progress(0, total);
        while let Some(piece) = pieces.next()? {
            if counts_bytes {
                high_bytes.see(piece.bytes);
            }
            let kept = table.text.len();
            let in_first_line = decoding.dropping_line;
            if decoding.push(&piece, &mut table.text)?.is_err() {
                return Ok(Doubts { encoding: true, dialect: false });
            }
            // The line that is no row can only be told from the start of the file.
            let offset = if in_first_line { 0 } else { piece.offset };
            self.batches(&Piece { offset, ..piece }, kept, &mut records, &mut table, limits, visit)?;
            progress(piece.offset + piece.bytes.len() as u64, total);
        }
        let (usual_fields, ragged) = records.usual_fields();
        let (blank_rows, replaced) = (records.blank_rows, decoding.replaced);
        self.facts = Facts { blank_rows, replaced, usual_fields, ragged, ..self.facts };
        Ok(Doubts {
            encoding: counts_bytes && !high_bytes.agree_with(&self.high_bytes),
            dialect: !self.dialect_settled && !records.is_regular(),
        })
    }

    /// Hands over the rows of a piece; `kept` bytes of the table's text were there before it, the others
    /// can be had again from its offset.
    fn batches(
        &mut self,
        piece: &Piece<'_>,
        kept: usize,
        records: &mut Records<'_>,
        table: &mut Table,
        limits: &Limits,
        visit: &mut dyn FnMut(&Table),
    ) -> Result<(), Unreadable> {
        let mut at = 0_usize;
        loop {
            if let Some(skip) = at.checked_sub(kept).filter(|_| at < table.text.len()) {
                self.marks.push(Mark { line: records.line, offset: piece.offset, skip });
            }
            at = records.fill(table, at, piece.last, self.sizes.batch)?;
            let full = table.row_count() == self.sizes.batch;
            self.facts.rows += table.row_count() as u64;
            limits.check(Limit::StreamedRows, self.facts.rows)?;
            visit(table);
            table.clear_rows();
            if !full {
                break;
            }
        }
        table.text.drain(..at);
        Ok(())
    }

    fn decoding(&self, offset: u64) -> Decoding {
        Decoding::new(self.encoding, self.encoding_settled, self.forced.is_some() && offset == 0)
    }

    /// Reads the sample under the encoding known; settles the dialect at once where the sample leaves a doubt.
    fn look(&mut self, source: &dyn Source, limits: &Limits) -> Result<(), Unreadable> {
        let head = self.parts.first().map_or(&[][..], Vec::as_slice);
        self.forced = delimited::separator_line(head, self.encoding)?;
        let texts = self.texts()?;
        if !self.dialect_settled {
            let mut survey = Survey::new(self.forced, true);
            for text in &texts {
                survey.feed(text.as_bytes());
                survey.end_part();
            }
            let outcome = survey.finish();
            self.dialect = outcome.dialect;
            if outcome.is_doubtful() || self.dialect.delimiter.is_none() {
                self.settle_dialect(source, &mut || ())?;
            }
        }
        self.sample = Table::new(None);
        let mut records = Records::new(self.dialect, limits, if self.forced.is_some() { 2 } else { 1 });
        for text in &texts {
            let from = self.sample.text.len();
            self.sample.text.push_str(text);
            records.fill(&mut self.sample, from, true, usize::MAX)?;
            if !text.ends_with('\n') {
                records.line += 1;
            }
        }
        self.sample.blank_rows = records.blank_rows;
        Ok(())
    }

    /// The texts of the sample's parts, whole lines only.
    fn texts(&self) -> Result<Vec<String>, Unreadable> {
        let mut texts = Vec::new();
        for (position, part) in self.parts.iter().enumerate() {
            let first = position == 0;
            let mut text = String::new();
            let mut decoding = Decoding::new(self.encoding, true, first && self.forced.is_some());
            let offset = if first { 0 } else { 1 };
            let _always_lossy = decoding.push(&Piece { offset, bytes: part, last: true }, &mut text)?;
            let wide = matches!(self.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
            if wide && !first {
                text.drain(..text.find('\n').map_or(0, |end| end + 1));
            }
            if wide && position + 1 < self.parts.len() {
                text.truncate(text.rfind('\n').map_or(text.len(), |end| end + 1));
            }
            texts.push(text);
        }
        Ok(texts)
    }

    fn settle_dialect(&mut self, source: &dyn Source, alive: &mut dyn FnMut()) -> Result<(), Unreadable> {
        let outcome = verdicts::dialect(source, self.encoding, self.forced, self.sizes.piece, alive)?;
        if !outcome.seen_content {
            return Err(Unreadable::OnlyWhitespace);
        }
        (self.dialect, self.dialect_settled) = (outcome.dialect, true);
        Ok(())
    }
}

/// The head of the file and slices evenly spaced down to its end, whole lines only.
fn sample(source: &dyn Source, sizes: Sizes) -> Result<Vec<Vec<u8>>, Unreadable> {
    let size = source.len();
    let mut head = part(source, 0, sizes.head)?;
    let wide = matches!(encoding::detect(&head), Some(Encoding::Utf16Le | Encoding::Utf16Be));
    if !wide && (head.len() as u64) < size {
        head.truncate(memchr::memrchr(b'\n', &head).map_or(head.len(), |end| end + 1));
    }
    let mut covered = head.len() as u64;
    let mut parts = vec![head];
    let spread = size.saturating_sub(covered).saturating_sub(sizes.slice as u64);
    for position in 1..=sizes.slices {
        let offset = (covered_from(&parts) + spread / sizes.slices * position) & !1;
        let offset = if position == sizes.slices { (size.saturating_sub(sizes.slice as u64)) & !1 } else { offset };
        if offset < covered {
            continue;
        }
        let mut slice = part(source, offset, sizes.slice)?;
        covered = offset + slice.len() as u64;
        if !wide {
            let start = memchr::memchr(b'\n', &slice).map_or(slice.len(), |end| end + 1);
            slice.drain(..start);
            if covered < size {
                slice.truncate(memchr::memrchr(b'\n', &slice).map_or(0, |end| end + 1));
            }
        }
        parts.push(slice);
    }
    Ok(parts)
}

fn covered_from(parts: &[Vec<u8>]) -> u64 {
    parts.first().map_or(0, |head| head.len() as u64)
}

fn part(source: &dyn Source, offset: u64, size: usize) -> Result<Vec<u8>, Unreadable> {
    let left = usize::try_from(source.len().saturating_sub(offset)).unwrap_or(usize::MAX);
    let mut bytes = vec![0; size.min(left)];
    let filled = source::fill(source, offset, &mut bytes)?;
    bytes.truncate(filled);
    Ok(bytes)
}

#[cfg(test)]
#[path = "text_file_tests.rs"]
mod tests;
