//! Text to rows without copying: fields are ranges of the text itself, cut eight bytes at a time.
//! Guarantees: cuts exactly as `csv-core` does, and never gives half a record.

use crate::columns::ColumnSet;
use crate::delimited;
use crate::dialect::Dialect;
use crate::error::Unreadable;
use crate::limits::{Limit, Limits};
use crate::table::Table;
use std::ops::Range;

/// Bytes of one record at most: 512 full cells. A record has to be in memory whole.
pub(crate) const RECORD_BYTES: u64 = 64 * 1024 * 1024;

/// Cuts records; keeps what goes on from one text to the next.
pub(crate) struct Records<'l> {
    limits: &'l Limits,
    delimiter: Option<u8>,
    quoting: bool,
    /// Line of the next record.
    pub line: u32,
    /// Blank lines since the last row.
    blank_lines: u32,
    pub blank_rows: u32,
    columns: ColumnSet,
    /// So many first columns are among them, and cells of so many bytes are within the limit: most cells need no more.
    known_columns: u64,
    short: usize,
    /// Rows by number of fields, the last one for all that are wider.
    fields: Vec<u64>,
    /// Quotes followed by something else than a delimiter.
    pub malformed: bool,
    /// The file ends inside quotes.
    pub unclosed: bool,
}

/// A field of the text, and what follows it.
struct Field {
    /// One past its end: the delimiter, the line end or the end of the text.
    end: usize,
    content: Content,
}

/// Where the content of a field is.
enum Content {
    Range(usize, usize),
    /// With doubled quotes taken out, so no longer a part of the text.
    Own(String),
}

/// How a record was cut.
enum Cut {
    /// One past its line end.
    Whole(usize),
    /// The text stops before its end; the field that was begun starts here.
    Unfinished(usize),
}

impl<'l> Records<'l> {
    pub fn new(dialect: Dialect, limits: &'l Limits, line: u32) -> Records<'l> {
        Records {
            limits,
            delimiter: dialect.delimiter,
            quoting: dialect.quoting,
            line,
            blank_lines: 0,
            blank_rows: 0,
            columns: ColumnSet::default(),
            known_columns: 0,
            short: usize::try_from(limits.cell_chars).unwrap_or(usize::MAX),
            fields: vec![0; 1_025],
            malformed: false,
            unclosed: false,
        }
    }

    /// Adds the records of the table's own text from `from` on, up to `most` rows; returns where to go on. `last` says
    /// that the file ends with this text.
    pub fn fill(&mut self, table: &mut Table, from: usize, last: bool, most: usize) -> Result<usize, Unreadable> {
        let text = std::mem::take(&mut table.text);
        let filled = self.fill_from(table, text.as_bytes(), from, last, most);
        table.text = text;
        filled
    }

    fn fill_from(
        &mut self,
        table: &mut Table,
        bytes: &[u8],
        from: usize,
        last: bool,
        most: usize,
    ) -> Result<usize, Unreadable> {
        let mut at = from;
        let mut marks = Marks::new(self.delimiter, bytes, from);
        while table.row_count() < most {
            match bytes.get(at) {
                None => break,
                Some(b'\n') => {
                    (self.line, self.blank_lines) = (self.line + 1, self.blank_lines + 1);
                    at += 1;
                    let _line_end = marks.next();
                }
                Some(_) => match self.record(table, &mut marks, at, last)? {
                    Cut::Whole(next) => at = next,
                    Cut::Unfinished(field) => {
                        self.check_size(bytes.len() - field, bytes.len() - at)?;
                        break;
                    }
                },
            }
        }
        Ok(at)
    }

    /// A field or a record that does not end must not fill the memory.
    fn check_size(&self, field: usize, record: usize) -> Result<(), Unreadable> {
        if field as u64 > self.limits.cell_chars.saturating_mul(4).saturating_add(4) {
            return self.limits.check(Limit::CellChars, self.limits.cell_chars + 1);
        }
        if record as u64 > RECORD_BYTES {
            let (limit, allowed) = (Limit::TextBytes, RECORD_BYTES);
            return Err(Unreadable::TooLarge { limit, allowed, seen: record as u64 });
        }
        Ok(())
    }

    /// Adds one record, or nothing where the text stops before its end.
    fn record(&mut self, table: &mut Table, marks: &mut Marks<'_>, from: usize, last: bool) -> Result<Cut, Unreadable> {
        let bytes = marks.bytes;
        let first_line = self.line;
        table.start_row(first_line);
        let (mut at, mut column) = (from, 0_u64);
        loop {
            let first = bytes.get(at).copied();
            let end = if self.quoting && first == Some(b'"') {
                let Some(field) = self.quoted(bytes, at, last) else {
                    return Ok(self.unfinished(table, first_line, at));
                };
                marks.go_to(field.end);
                match field.content {
                    Content::Range(start, end) => self.push_range(table, column, bytes, start..end)?,
                    Content::Own(text) => {
                        let shown = std::str::from_utf8(delimited::shown(text.as_bytes())).unwrap_or(&text);
                        if !is_blank(shown.as_bytes()) {
                            self.admit(column, shown.as_bytes())?;
                            table.push_own(column as u16, shown);
                        }
                    }
                }
                // The mark that ends the field is behind us.
                let _end = marks.next();
                field.end
            } else {
                let Some(end) = marks.next().or_else(|| last.then_some(bytes.len())) else {
                    return Ok(self.unfinished(table, first_line, at));
                };
                if end > at {
                    // A text in a formula is written with more than it shows.
                    let plain = matches!(first, Some(0x21..=0x3C | 0x3E..=0x7F));
                    if plain && column < self.known_columns && end - at <= self.short {
                        table.push_range(column as u16, at, end - at);
                    } else {
                        self.push_range(table, column, bytes, at..end)?;
                    }
                }
                end
            };
            column += 1;
            at = end + 1;
            // Past the last byte nothing stands, which is no delimiter either.
            if self.delimiter.is_none_or(|delimiter| bytes.get(end) != Some(&delimiter)) {
                break;
            }
        }
        self.line += u32::from(at <= bytes.len());
        self.end_row(table, column);
        Ok(Cut::Whole(at.min(bytes.len())))
    }

    /// The record is taken back: it is read again with the text that goes on.
    fn unfinished(&mut self, table: &mut Table, first_line: u32, field: usize) -> Cut {
        table.take_back_row();
        self.line = first_line;
        Cut::Unfinished(field)
    }

    /// A cell that takes a careful look: blank, long, or the first of its column.
    fn push_range(
        &mut self,
        table: &mut Table,
        column: u64,
        bytes: &[u8],
        range: Range<usize>,
    ) -> Result<(), Unreadable> {
        let written = bytes.get(range.clone()).unwrap_or_default();
        let text = delimited::shown(written);
        // The text in a formula stands after an equals sign and a quote.
        let before = if text.len() == written.len() { 0 } else { written.trim_ascii_end().len() - text.len() - 1 };
        let (start, length) = (range.start + before, text.len());
        if !is_blank(text) {
            self.admit(column, text)?;
            table.push_range(column as u16, start, length);
        }
        Ok(())
    }

    fn end_row(&mut self, table: &mut Table, fields: u64) {
        if table.drop_empty_row() {
            self.blank_lines += 1;
            return;
        }
        self.blank_rows += std::mem::take(&mut self.blank_lines);
        let widest = self.fields.len() - 1;
        if let Some(count) = self.fields.get_mut((fields as usize).min(widest)) {
            *count += 1;
        }
    }

    /// Checks a cell against the limits.
    fn admit(&mut self, column: u64, text: &[u8]) -> Result<(), Unreadable> {
        if text.len() as u64 > self.limits.cell_chars {
            let characters = text.iter().filter(|byte| (**byte as i8) >= -0x40).count();
            self.limits.check(Limit::CellChars, characters as u64)?;
        }
        self.columns.insert(column, self.limits)?;
        self.known_columns += u64::from(column == self.known_columns);
        Ok(())
    }

    fn quoted(&mut self, bytes: &[u8], start: usize, last: bool) -> Option<Field> {
        let mut own: Option<String> = None;
        let mut from = start + 1;
        let close = loop {
            let Some(quote) = find(b'"', bytes, from) else {
                if !last {
                    return None;
                }
                self.unclosed = true;
                break bytes.len();
            };
            match bytes.get(quote + 1) {
                // The next text tells whether the quote is doubled.
                None if !last => return None,
                Some(b'"') => {
                    push(own.get_or_insert_default(), bytes, from, quote + 1);
                    from = quote + 2;
                }
                Some(_) | None => break quote,
            }
        };
        let after = (close + 1).min(bytes.len());
        let end = Marks::new(self.delimiter, bytes, after).next().or_else(|| last.then_some(bytes.len()))?;
        let closing = find_all(b'\n', bytes.get(start..close).unwrap_or_default());
        self.line += closing;
        self.malformed |= end > after;
        let content = match own {
            None if end == after => Content::Range(start + 1, close),
            own => {
                let mut own = own.unwrap_or_default();
                push(&mut own, bytes, from, close);
                push(&mut own, bytes, after, end);
                Content::Own(own)
            }
        };
        Some(Field { end, content })
    }

    /// The usual number of fields and how many rows have another one, as the dialect counts them.
    pub fn usual_fields(&self) -> (u64, u64) {
        let rows: u64 = self.fields.iter().sum();
        if self.delimiter.is_none() {
            return (1, 0);
        }
        let counted = self.fields.iter().zip(0_u64..).skip(2).filter(|(rows, _)| **rows > 0);
        let usual = counted.max_by_key(|(rows, fields)| (**rows, *fields));
        usual.map_or((1, 0), |(usual, fields)| (fields, rows - usual))
    }

    /// Whether the whole file is as regular as its dialect says, so that no other one needs to be tried.
    pub fn is_regular(&self) -> bool {
        let rows: u64 = self.fields.iter().sum();
        let (usual, ragged) = self.usual_fields();
        usual > 1 && !self.malformed && !self.unclosed && ragged * 20 <= rows
    }
}

fn push(own: &mut String, bytes: &[u8], start: usize, end: usize) {
    let part = bytes.get(start..end).unwrap_or_default();
    own.push_str(std::str::from_utf8(part).unwrap_or_default());
}

fn find(byte: u8, bytes: &[u8], from: usize) -> Option<usize> {
    Some(from + memchr::memchr(byte, bytes.get(from..)?)?)
}

fn find_all(byte: u8, bytes: &[u8]) -> u32 {
    bytes.iter().filter(|other| **other == byte).count() as u32
}

/// Nothing but white space: no cell. Most cells show at their first byte that they are not.
fn is_blank(text: &[u8]) -> bool {
    match text.first() {
        Some(0x21..=0x7F) => false,
        _ => std::str::from_utf8(text).is_ok_and(|text| text.chars().all(char::is_whitespace)),
    }
}

/// The delimiters and line ends of a text, one after the other, found eight bytes at a time.
struct Marks<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    delimiters: u64,
    /// Where the word being looked at starts, and its marks still to come: the high bit of each.
    at: usize,
    found: u64,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const SEVENS: u64 = u64::from_ne_bytes([0x7F; 8]);
const LINE_ENDS: u64 = ONES * b'\n' as u64;

impl<'t> Marks<'t> {
    fn new(delimiter: Option<u8>, bytes: &'t [u8], from: usize) -> Marks<'t> {
        // A byte that is never part of UTF-8 cuts nowhere.
        let delimiter = delimiter.unwrap_or(0xFF);
        let mut marks = Marks { bytes, delimiter, delimiters: ONES * u64::from(delimiter), at: from, found: 0 };
        marks.go_to(from);
        marks
    }

    /// Forgets the marks before a place.
    fn go_to(&mut self, place: usize) {
        self.at = place;
        self.found = self.word();
    }

    /// The marks of the eight bytes from here on, or of those that are left.
    #[inline]
    fn word(&self) -> u64 {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if let Some(word) = rest.first_chunk::<8>() {
            let word = u64::from_le_bytes(*word);
            return zeros(word ^ self.delimiters) | zeros(word ^ LINE_ENDS);
        }
        let is_mark = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
        rest.iter().zip(0..).fold(0, |marks, (byte, place)| marks | u64::from(is_mark(byte)) << (place * 8 + 7))
    }

    /// The place of the next mark.
    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.at += 8;
            if self.at >= self.bytes.len() {
                return None;
            }
            self.found = self.word();
        }
        let place = self.at + (self.found.trailing_zeros() / 8) as usize;
        self.found &= self.found - 1;
        Some(place)
    }
}

/// The high bit of every byte that is zero, and no other bit.
const fn zeros(word: u64) -> u64 {
    !(((word & SEVENS) + SEVENS) | word | SEVENS)
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
