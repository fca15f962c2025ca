//! Text to rows without copying: fields are ranges of the text itself, cut eight bytes at a time.
//! Guarantees: cuts exactly as `csv-core` does, and never gives half a record.

use crate::columns::ColumnSet;
use crate::dialect::Dialect;
use crate::error::Unreadable;
use crate::limits::{Limit, Limits};
use crate::table::Table;

/// Bytes of one record at most: 512 full cells. A record has to be in memory whole.
pub(crate) const RECORD_BYTES: u64 = 64 * 1024 * 1024;

/// Cuts records; keeps what goes on from one text to the next.
pub(crate) struct Records<'l> {
    limits: &'l Limits,
    delimiter: Option<u8>,
    quoting: bool,
    finder: Finder,
    /// Line of the next record.
    pub line: u32,
    /// Blank lines since the last row.
    blank_lines: u32,
    pub blank_rows: u32,
    columns: ColumnSet,
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
            // A byte that is never part of UTF-8 cuts nowhere.
            finder: Finder::new(dialect.delimiter.unwrap_or(0xFF)),
            line,
            blank_lines: 0,
            blank_rows: 0,
            columns: ColumnSet::default(),
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
        while table.row_count() < most {
            match bytes.get(at) {
                None => break,
                Some(b'\n') => {
                    (self.line, self.blank_lines) = (self.line + 1, self.blank_lines + 1);
                    at += 1;
                }
                Some(_) => match self.record(table, bytes, at, last)? {
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
    fn record(&mut self, table: &mut Table, bytes: &[u8], from: usize, last: bool) -> Result<Cut, Unreadable> {
        let first_line = self.line;
        table.start_row(first_line);
        let (mut at, mut column) = (from, 0_u64);
        loop {
            let Some(field) = self.field(bytes, at, last) else {
                table.take_back_row();
                self.line = first_line;
                return Ok(Cut::Unfinished(at));
            };
            match field.content {
                Content::Range(start, end) if start == end => {}
                Content::Range(start, end) => {
                    let text = bytes.get(start..end).unwrap_or_default();
                    if !is_blank(text) {
                        self.admit(column, text)?;
                        table.push_range(column as u16, start, end - start);
                    }
                }
                Content::Own(text) => {
                    if !is_blank(text.as_bytes()) {
                        self.admit(column, text.as_bytes())?;
                        table.push_own(column as u16, &text);
                    }
                }
            }
            column += 1;
            at = field.end + 1;
            if bytes.get(field.end) != self.delimiter.as_ref() {
                break;
            }
        }
        self.line += u32::from(at <= bytes.len());
        self.end_row(table, column);
        Ok(Cut::Whole(at.min(bytes.len())))
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
        self.columns.insert(column, self.limits)
    }

    /// The field that starts here; `None` where the text stops before its end.
    fn field(&mut self, bytes: &[u8], start: usize, last: bool) -> Option<Field> {
        if self.quoting && bytes.get(start) == Some(&b'"') {
            return self.quoted(bytes, start, last);
        }
        let end = self.end_of_plain(bytes, start, last)?;
        Some(Field { end, content: Content::Range(start, end) })
    }

    fn end_of_plain(&self, bytes: &[u8], from: usize, last: bool) -> Option<usize> {
        self.finder.next(bytes, from).or_else(|| last.then_some(bytes.len()))
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
        let end = self.end_of_plain(bytes, after, last)?;
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
        usual.map_or((1, rows), |(usual, fields)| (fields, rows - usual))
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

/// Finds the next delimiter or line end, eight bytes at a time.
struct Finder {
    delimiter: u8,
    delimiters: u64,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const SEVENS: u64 = u64::from_ne_bytes([0x7F; 8]);
const LINE_ENDS: u64 = ONES * b'\n' as u64;

impl Finder {
    fn new(delimiter: u8) -> Finder {
        Finder { delimiter, delimiters: ONES * u64::from(delimiter) }
    }

    fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        let mut rest = bytes.get(from..)?;
        while let Some((word, after)) = rest.split_first_chunk::<8>() {
            let word = u64::from_le_bytes(*word);
            let found = zeros(word ^ self.delimiters) | zeros(word ^ LINE_ENDS);
            if found != 0 {
                return Some(at + (found.trailing_zeros() / 8) as usize);
            }
            (at, rest) = (at + 8, after);
        }
        rest.iter().position(|byte| *byte == self.delimiter || *byte == b'\n').map(|found| at + found)
    }
}

/// The high bit of every byte that is zero, and no other bit.
const fn zeros(word: u64) -> u64 {
    !(((word & SEVENS) + SEVENS) | word | SEVENS)
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
