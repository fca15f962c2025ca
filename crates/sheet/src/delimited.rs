//! Delimited text to one table: `sep=` line, dialect, then one streaming pass that keeps every record as it is.
//! Row numbers are physical lines; every line is in a row, in a quoted field, or counted as blank.

use crate::aligned::Aligned;
use crate::columns::ColumnSet;
use crate::dialect::{Dialect, Outcome, Survey};
use crate::encoding::{self, Encoding};
use crate::error::{Damage, Unreadable, printable_bytes};
use crate::framed::{self, Frame};
use crate::limits::{Limit, Limits};
use crate::notice::Notice;
use crate::progress::Progress;
use crate::table::{CellKind, Table};
use crate::workbook::{Format, Workbook};

/// Never part of UTF-8, so a reader told to cut there cuts nowhere.
const NO_DELIMITER: u8 = 0xFF;

pub(crate) fn read(
    bytes: &[u8],
    encoding: Encoding,
    limits: &Limits,
    progress: &mut Progress,
) -> Result<Workbook, Unreadable> {
    let forced = separator_line(bytes, encoding)?;
    let outcome = survey(bytes, encoding, forced, progress)?;
    if !outcome.seen_content {
        return Err(Unreadable::OnlyWhitespace);
    }
    let dialect = outcome.dialect;
    if forced.is_none()
        && let Some(list) = printed_list(bytes, encoding, dialect, limits)?
    {
        return Ok(list);
    }
    let (table, replaced) = fill(bytes, encoding, dialect, forced.is_some(), limits, progress)?;
    Ok(workbook_of(table, encoding, dialect, forced, replaced))
}

/// Bytes in which a list printed in frames shows its first rule, and one in columns its first items.
const HEAD: usize = 16 * 1024;

/// The workbook of a list printed in frames, or in aligned columns where nothing but decimal commas would cut it; `None`
/// for any other text.
fn printed_list(
    bytes: &[u8],
    encoding: Encoding,
    dialect: Dialect,
    limits: &Limits,
) -> Result<Option<Workbook>, Unreadable> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = text_of(head, encoding)?.0;
    let ruled = framed::has_rule(&head);
    let bare = Aligned::may_be(&head, dialect);
    if !ruled && !bare {
        return Ok(None);
    }
    let (text, replaced) = text_of(bytes, encoding)?;
    let of = |table: Table, dialect: Dialect| Some(workbook_of(table, encoding, dialect, None, replaced));
    if let Some(frame) = Frame::of(&text, limits).filter(|_| ruled) {
        return Ok(of(frame.read(&text, limits)?, frame.dialect()));
    }
    let Some(list) = Aligned::of(&text).filter(|_| bare) else { return Ok(None) };
    let dialect = Dialect { delimiter: None, quoting: true, usual_fields: list.width(), ragged: 0 };
    Ok(of(list.read(&text, limits)?, dialect))
}

/// The whole text, and how many of its characters could not be read.
fn text_of(bytes: &[u8], encoding: Encoding) -> Result<(String, u64), Unreadable> {
    let mut text = Vec::with_capacity(bytes.len());
    let replaced = encoding::decode(bytes, encoding, &mut |chunk, _| {
        text.extend_from_slice(chunk);
        Ok(())
    })?;
    Ok((String::from_utf8_lossy(&text).into_owned(), replaced))
}

/// What a text file contained, with what is worth telling.
pub(crate) fn workbook_of(
    table: Table,
    encoding: Encoding,
    dialect: Dialect,
    forced: Option<u8>,
    replaced: u64,
) -> Workbook {
    let mut notices = Vec::new();
    if replaced > 0 {
        notices.push(Notice::ReplacementCharacters { count: replaced });
    }
    if encoding == Encoding::Utf8Twice {
        notices.push(Notice::DoublyEncoded);
    }
    if let Some(delimiter) = forced {
        notices.push(Notice::SeparatorLine { delimiter: char::from(delimiter) });
    }
    if !dialect.quoting {
        notices.push(Notice::LiteralQuotes);
    }
    if dialect.ragged > 0 {
        notices.push(Notice::RaggedRows { count: dialect.ragged, usual_fields: dialect.usual_fields });
    }
    Workbook {
        format: Format::Csv,
        encoding: Some(encoding),
        delimiter: dialect.delimiter.map(char::from),
        tables: vec![table],
        notices,
    }
}

fn fill(
    bytes: &[u8],
    encoding: Encoding,
    dialect: Dialect,
    line_skipped: bool,
    limits: &Limits,
    progress: &mut Progress,
) -> Result<(Table, u64), Unreadable> {
    let mut reading = Reading::new(dialect, limits, line_skipped);
    let mut skip = FirstLine::new(line_skipped);
    let replaced = encoding::decode(bytes, encoding, &mut |chunk, used| {
        progress.second_half(used, bytes.len() as u64);
        reading.feed(skip.rest_of(chunk))
    })?;
    Ok((reading.finish()?, replaced))
}

/// The table of a file under a given dialect.
#[cfg(test)]
pub(crate) fn table_of(
    bytes: &[u8],
    encoding: Encoding,
    dialect: Dialect,
    limits: &Limits,
    progress: &mut Progress,
) -> Result<Table, Unreadable> {
    fill(bytes, encoding, dialect, false, limits, progress).map(|(table, _)| table)
}

/// Counts the whole file, a second time without quotes when they look wrong.
fn survey(
    bytes: &[u8],
    encoding: Encoding,
    forced: Option<u8>,
    progress: &mut Progress,
) -> Result<Outcome, Unreadable> {
    let mut pass = |quoting: bool| -> Result<Outcome, Unreadable> {
        let mut survey = Survey::new(forced, quoting);
        let mut skip = FirstLine::new(forced.is_some());
        encoding::decode(bytes, encoding, &mut |chunk, used| {
            progress.first_half(used, bytes.len() as u64);
            survey.feed(skip.rest_of(chunk));
            Ok(())
        })?;
        Ok(survey.finish())
    };
    let quoted = pass(true)?;
    if quoted.is_doubtful() { Ok(quoted.or_plain(pass(false)?)) } else { Ok(quoted) }
}

/// The delimiter that a first line `sep=;` names, quoted or not.
pub(crate) fn separator_line(bytes: &[u8], encoding: Encoding) -> Result<Option<u8>, Unreadable> {
    let mut line = Vec::new();
    let head = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    encoding::decode(head, encoding, &mut |chunk, _| {
        line.extend_from_slice(chunk);
        Ok(())
    })?;
    let Some(line) = line.split(|byte| *byte == b'\n').next() else { return Ok(None) };
    let line = line.strip_prefix(b"\"").map_or(line, |inner| inner.strip_suffix(b"\"").unwrap_or(inner));
    let named = match line {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => Some(*delimiter),
        _ => None,
    };
    Ok(named.filter(|byte| *byte == b'\t' || byte.is_ascii_punctuation() && *byte != b'"'))
}

/// What a cell written as a formula of a text shows: programs write `="00501"` so that a spreadsheet keeps the zeros.
pub(crate) fn shown(text: &[u8]) -> &[u8] {
    let inner = text.trim_ascii().strip_prefix(b"=\"").and_then(|rest| rest.strip_suffix(b"\""));
    inner.filter(|inner| !inner.contains(&b'"')).unwrap_or(text)
}

/// Drops the first line from a sequence of chunks when it is not a row.
struct FirstLine {
    dropping: bool,
}

impl FirstLine {
    fn new(dropping: bool) -> FirstLine {
        FirstLine { dropping }
    }

    fn rest_of<'a>(&mut self, chunk: &'a [u8]) -> &'a [u8] {
        if !self.dropping {
            return chunk;
        }
        let Some(end) = chunk.iter().position(|byte| *byte == b'\n') else { return &[] };
        self.dropping = false;
        chunk.get(end + 1..).unwrap_or_default()
    }
}

/// The state of the pass that fills the table.
struct Reading<'a> {
    limits: &'a Limits,
    reader: csv_core::Reader,
    table: Table,
    /// One field, as large as a cell may be; a field that does not fit is refused before it is stored.
    field: Vec<u8>,
    length: usize,
    column: u64,
    line: u32,
    within_record: bool,
    blank_lines: u32,
    columns: ColumnSet,
}

impl<'a> Reading<'a> {
    fn new(dialect: Dialect, limits: &'a Limits, line_skipped: bool) -> Reading<'a> {
        let reader = csv_core::ReaderBuilder::new()
            .delimiter(dialect.delimiter.unwrap_or(NO_DELIMITER))
            .quoting(dialect.quoting)
            .terminator(csv_core::Terminator::Any(b'\n'))
            .build();
        let widest = limits.cell_chars.min(1024 * 1024).saturating_mul(4).saturating_add(4);
        Reading {
            limits,
            reader,
            table: Table::new(None),
            field: vec![0; usize::try_from(widest).unwrap_or(usize::MAX)],
            length: 0,
            column: 0,
            line: if line_skipped { 2 } else { 1 },
            within_record: false,
            blank_lines: 0,
            columns: ColumnSet::default(),
        }
    }

    fn feed(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        let mut rest = chunk;
        while let Some(first) = rest.first() {
            if !self.within_record {
                // The reader would swallow blank lines without saying how many.
                if *first == b'\n' {
                    (self.line, self.blank_lines) = (self.line + 1, self.blank_lines + 1);
                    rest = rest.get(1..).unwrap_or_default();
                    continue;
                }
                self.start_record();
            }
            let used = self.step(rest)?;
            rest = rest.get(used..).unwrap_or_default();
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Table, Unreadable> {
        // An empty input tells the reader that the file ends here.
        while self.within_record {
            self.step(&[])?;
        }
        Ok(self.table)
    }

    fn start_record(&mut self) {
        self.within_record = true;
        self.table.start_row(self.line);
    }

    /// One step of the reader; returns how much input it used.
    fn step(&mut self, input: &[u8]) -> Result<usize, Unreadable> {
        let output = self.field.get_mut(self.length..).unwrap_or_default();
        let (result, used, written) = self.reader.read_field(input, output);
        self.length += written;
        let taken = input.get(..used).unwrap_or_default();
        self.line += taken.iter().filter(|byte| **byte == b'\n').count() as u32;
        match result {
            csv_core::ReadFieldResult::InputEmpty => {}
            csv_core::ReadFieldResult::OutputFull => {
                return self.limits.check(Limit::CellChars, self.limits.cell_chars + 1).map(|()| used);
            }
            csv_core::ReadFieldResult::Field { record_end } => {
                self.push_field()?;
                if record_end {
                    self.end_record()?;
                }
            }
            csv_core::ReadFieldResult::End => self.end_record()?,
        }
        Ok(used)
    }

    fn push_field(&mut self) -> Result<(), Unreadable> {
        let bytes = shown(self.field.get(..self.length).unwrap_or_default());
        let Ok(text) = std::str::from_utf8(bytes) else {
            let damage = Damage::Reference { seen: printable_bytes(bytes, 40) };
            return Err(Unreadable::damaged("text", damage));
        };
        if !text.chars().all(char::is_whitespace) {
            if bytes.len() as u64 > self.limits.cell_chars {
                self.limits.check(Limit::CellChars, text.chars().count() as u64)?;
            }
            self.columns.insert(self.column, self.limits)?;
            self.table.push(self.column as u16, CellKind::Text, text);
            self.limits.check(Limit::Cells, self.table.cell_count() as u64)?;
            self.limits.check(Limit::TextBytes, self.table.text_bytes() as u64)?;
        }
        self.length = 0;
        self.column += 1;
        Ok(())
    }

    fn end_record(&mut self) -> Result<(), Unreadable> {
        if self.table.drop_empty_row() {
            self.blank_lines += 1;
        } else {
            self.table.blank_rows += std::mem::take(&mut self.blank_lines);
            self.limits.check(Limit::Rows, self.table.row_count() as u64)?;
        }
        self.within_record = false;
        self.column = 0;
        Ok(())
    }
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
