//! The rows of a regular xlsx, straight from the bytes of its XML to a table. `None` at the first thing a regular
//! workbook does not write: the tolerant reader then reads the whole file, and its verdict counts.

use crate::columns::{ColumnSet, SHEET_COLUMNS};
use crate::filling::Tally;
use crate::limits::Limits;
use crate::number_format::Shown;
use crate::package_xlsx::{Formulas, SHEET_ROWS, SheetFacts};
use crate::row_runs::RowRuns;
use crate::styles::{self, ColumnCurrencies};
use crate::table::{CellKind, Table};
use crate::value::{self, Moment};
use crate::xlsx::Meaning;
use crate::xml_text;

/// Under what the rows of a workbook are read.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub meaning: &'a Meaning,
    pub limits: &'a Limits,
}

/// The rows of one sheet being read.
pub(crate) struct Rows<'a> {
    context: Context<'a>,
    /// The rows since they were last taken.
    pub table: Table,
    /// Text of the cell at hand.
    text: String,
    /// Number of the last row, blank or not.
    pub last: u32,
    pub counted: Counted,
}

/// What the rows so far come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counted {
    /// Rows with a cell, and the number of the last of them.
    pub rows: u32,
    pub last_filled: u32,
    /// Cells with a value written, and those that stand in the table.
    pub cells: u64,
    pub kept: u64,
    /// Bytes of the texts looked at, blank ones included.
    pub text_bytes: u64,
    pub formulas_without_value: u64,
    pub formulas: Formulas,
    pub hidden_rows: RowRuns,
    pub columns: ColumnSet,
    pub currencies: ColumnCurrencies,
    /// Rows with a cell struck through, and the last of them.
    pub struck: (u64, u32),
    pub tally: Tally,
}

impl Counted {
    /// Rows without any cell before the last one with cells.
    pub fn blank_rows(&self) -> u32 {
        self.last_filled - self.rows
    }

    /// A cell of a row is struck through.
    fn strike(&mut self, row: u32) {
        if self.struck.1 != row {
            self.struck = (self.struck.0 + 1, row);
        }
    }

    /// Adds what was counted to what stands around the rows.
    pub fn complete(&self, facts: &mut SheetFacts, meaning: &Meaning) {
        facts.cells = self.cells;
        facts.formulas = self.formulas;
        if meaning.calculates {
            facts.calculate_on_opening();
        }
        facts.formulas_without_value = self.formulas_without_value;
        facts.hidden_rows = self.hidden_rows.clone();
        facts.struck = self.struck.0;
    }
}

/// How a cell says what it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Formula,
    Inline,
    Boolean,
    Error,
    Iso,
}

/// A cell's own words.
struct Opening {
    column: u16,
    kind: Kind,
    /// Its format, by number. A cell that names none is a plain number, whatever stands first in the list of formats.
    style: Option<usize>,
}

impl<'a> Rows<'a> {
    pub fn new(context: Context<'a>, table: Table) -> Rows<'a> {
        Rows { context, table, text: String::new(), last: 0, counted: Counted::default() }
    }

    /// Reads whole rows.
    pub fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let mut rest = bytes.trim_ascii_start();
        while !rest.is_empty() {
            rest = self.row(rest)?.trim_ascii_start();
        }
        Some(())
    }

    /// Passes over rows up to this number, if all of them come before the first one wanted.
    pub fn pass_over(&mut self, number: u32, first: u32) -> bool {
        let passes = number < first;
        if passes {
            self.last = number;
        }
        passes
    }

    /// Reads one row; returns what comes after it.
    fn row<'b>(&mut self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let (attributes, empty, mut rest) = xml_text::tag(bytes.strip_prefix(b"<row")?)?;
        let (mut number, mut hidden) = (None, false);
        for pair in xml_text::attributes(attributes) {
            match pair? {
                (b"r", digits) => number = Some(natural(digits, 7).filter(|_| number.is_none())?),
                (b"hidden", value) => hidden = matches!(value, b"1" | b"true"),
                _ => {}
            }
        }
        let number = number.unwrap_or(self.last + 1);
        if number <= self.last || u64::from(number) > self.context.limits.rows.min(SHEET_ROWS) {
            return None;
        }
        self.last = number;
        if empty {
            return Some(rest);
        }
        let before = self.counted.cells;
        self.table.start_row(number);
        let mut column = 0;
        loop {
            rest = rest.trim_ascii_start();
            let [b'<', b'c', cell @ ..] = rest else { break };
            rest = self.cell(cell, number, &mut column)?;
        }
        if hidden && self.counted.cells > before {
            self.counted.hidden_rows.insert(number, number);
            self.table.hidden_rows.insert(number, number);
        }
        if !self.table.drop_empty_row() {
            self.counted.rows += 1;
            self.counted.last_filled = number;
        }
        rest.strip_prefix(b"</row>")
    }

    /// Reads one cell of a row; `next` is the column after the one before.
    fn cell<'b>(&mut self, bytes: &'b [u8], row: u32, next: &mut u16) -> Option<&'b [u8]> {
        if let Some((opening, written, rest)) = common_cell(bytes, row).filter(|(opening, ..)| opening.column >= *next)
        {
            *next = opening.column + 1;
            self.value(&opening, written)?;
            return Some(rest);
        }
        let (attributes, empty, mut rest) = xml_text::tag(bytes)?;
        let opening = opening(attributes, row, *next)?;
        *next = opening.column + 1;
        if empty {
            self.counted.tally.styled += 1;
            return Some(rest);
        }
        let (mut formula, mut written) = (false, None);
        loop {
            rest = rest.trim_ascii_start();
            match rest {
                [b'<', b'/', b'c', b'>', after @ ..] => {
                    rest = after;
                    break;
                }
                [b'<', b'v', after @ ..] => {
                    let (_, empty, after) = xml_text::tag(after)?;
                    let (value, after) = if empty { (&[][..], after) } else { xml_text::content(after, b"</v>")? };
                    rest = after;
                    // The value of an inline text is said again.
                    if opening.kind != Kind::Inline && written.replace(value).is_some() {
                        return None;
                    }
                }
                [b'<', b'f', after @ ..] => {
                    let (_, empty, after) = xml_text::tag(after)?;
                    formula = true;
                    rest = if empty { after } else { xml_text::content(after, b"</f>")?.1 };
                }
                [b'<', b'i', b's', b'>', after @ ..] if opening.kind == Kind::Inline => {
                    let end = memchr::memmem::find(after, b"</is>")?;
                    if written.replace(after.get(..end)?).is_some() {
                        return None;
                    }
                    rest = after.get(end + 5..)?;
                }
                _ => return None,
            }
        }
        let says_nothing = |written: &&[u8]| match opening.kind {
            // Tags without a character between them.
            Kind::Inline => written.windows(2).all(|pair| !matches!(pair, [b'>', after] if *after != b'<')),
            _ => written.is_empty(),
        };
        match written.filter(|written| !says_nothing(written)) {
            Some(written) => {
                if formula {
                    let counts = written.iter().any(|byte| matches!(byte, b'1'..=b'9'));
                    self.counted.formulas.see(opening.kind == Kind::Number && !counts);
                }
                self.value(&opening, written)?;
            }
            None => {
                self.counted.formulas_without_value += u64::from(formula);
                let is_text = matches!(opening.kind, Kind::Formula | Kind::Inline | Kind::Iso);
                // An error of no name is for the tolerant reader to count.
                if written.is_some() && opening.kind == Kind::Error {
                    return None;
                }
                self.counted.tally.styled += u64::from(written.is_none() || !is_text);
            }
        }
        Some(rest)
    }

    /// Puts the value of a cell into the table.
    fn value(&mut self, opening: &Opening, written: &[u8]) -> Option<()> {
        self.counted.cells += 1;
        let styles = &self.context.meaning.styles;
        let mut currency = 0;
        if styles.strikes && opening.style.and_then(|style| styles.get(style)).is_some_and(|style| style.struck) {
            self.counted.strike(self.last);
        }
        let kind = match opening.kind {
            Kind::Shared => {
                let text = self.context.meaning.strings.get(natural(written, 8)? as usize)?;
                return self.keep_text(opening.column, text);
            }
            Kind::Number => {
                let style = opening.style.and_then(|style| styles.get(style));
                if let Some(style) = style.filter(|style| style.currency > 0) {
                    currency = style.currency;
                    self.counted.currencies.see(opening.column, currency);
                }
                match style.map(|style| style.shown) {
                    Some(Shown::Moment) => self.moment(written)?,
                    Some(Shown::Padded(digits)) => padded(written, digits, &mut self.text)?,
                    Some(Shown::Number | Shown::Duration) | None => value::decimal(written, &mut self.text)?,
                }
            }
            Kind::Formula => {
                xml_text::push(written, &mut self.text)?;
                xml_text::unescape(&mut self.text, 0);
                CellKind::Text
            }
            Kind::Inline => {
                xml_text::push_item(written, &mut self.text)?;
                CellKind::Text
            }
            Kind::Boolean => {
                self.text.push_str(if written == b"1" { "TRUE" } else { "FALSE" });
                matches!(written, b"0" | b"1").then_some(CellKind::Boolean)?
            }
            Kind::Error => {
                self.text.push_str(error(written)?);
                CellKind::Error
            }
            Kind::Iso => {
                let plain = written.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'&');
                let text = std::str::from_utf8(written).ok().filter(|_| plain)?;
                let moment = value::iso_moment(text);
                self.text.push_str(moment.as_deref().unwrap_or(text));
                if moment.is_some() { CellKind::Date } else { CellKind::Text }
            }
        };
        let text = std::mem::take(&mut self.text);
        if kind == CellKind::Text {
            self.keep_text(opening.column, &text)?;
        } else {
            if kind == CellKind::Number {
                self.counted.tally.number(&text);
            }
            self.keep(opening.column, kind, &text, currency)?;
        }
        self.text = text;
        self.text.clear();
        Some(())
    }

    /// A number under a format of days.
    fn moment(&mut self, written: &[u8]) -> Option<CellKind> {
        if let Some(serial) = natural(written, 7)
            && let Some(day) = value::day(i64::from(serial), self.context.meaning.epoch)
        {
            self.text.push_str(std::str::from_utf8(&day).ok()?);
            return Some(CellKind::Date);
        }
        value::decimal(written, &mut self.text)?;
        let serial: f64 = std::str::from_utf8(written).ok()?.parse().ok()?;
        let (kind, text) = match value::moment(serial, self.context.meaning.epoch) {
            Moment::Date(text) => (CellKind::Date, text),
            Moment::Time(text) => (CellKind::Number, text),
            Moment::Impossible(kind, text) => {
                self.counted.tally.impossible += 1;
                (kind, text)
            }
        };
        self.text = text;
        Some(kind)
    }

    /// Text of blanks only is no cell.
    fn keep_text(&mut self, column: u16, text: &str) -> Option<()> {
        if text.chars().all(char::is_whitespace) {
            // Looked at all the same: a long blank text that every cell shows must not cost for ever.
            return self.count_text(text);
        }
        let most = self.context.limits.cell_chars;
        if text.len() as u64 > most && text.chars().count() as u64 > most {
            return None;
        }
        self.keep(column, CellKind::Text, text, 0)
    }

    fn keep(&mut self, column: u16, kind: CellKind, text: &str, currency: u8) -> Option<()> {
        self.counted.columns.insert(u64::from(column), self.context.limits).ok()?;
        self.counted.kept += 1;
        self.table.push_formatted(column, kind, text, currency);
        self.count_text(text)
    }

    fn count_text(&mut self, text: &str) -> Option<()> {
        let limits = self.context.limits;
        self.counted.text_bytes += text.len() as u64;
        (self.counted.cells <= limits.cells && self.counted.text_bytes <= limits.text_bytes).then_some(())
    }
}

/// A whole number under a format of zeros: a code, as the workbook shows it.
fn padded(written: &[u8], digits: u8, text: &mut String) -> Option<CellKind> {
    let kind = value::decimal(written, text)?;
    let Some(code) = styles::code(text, digits).filter(|_| kind == CellKind::Number) else { return Some(kind) };
    *text = code;
    Some(CellKind::Text)
}

/// The number of the last of some whole rows, if it is written.
pub(crate) fn last_number(rows: &[u8]) -> Option<u32> {
    let last = rows.get(memchr::memmem::rfind(rows, b"<row")? + 4..)?;
    let (attributes, ..) = xml_text::tag(last)?;
    let (_, digits) = xml_text::attributes(attributes).flatten().find(|(name, _)| *name == b"r")?;
    natural(digits, 7)
}

/// A cell written as nearly all are, `<c r="B7" s="3" t="s"><v>12</v></c>`, in one look; what stands between the tags of
/// its value, and after it. `None` for any other: a part of what [`opening`] takes, and read alike.
fn common_cell(rest: &[u8], row: u32) -> Option<(Opening, &[u8], &[u8])> {
    let rest = rest.strip_prefix(b" r=\"")?;
    let letters = rest.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (letters, rest) = rest.split_at_checked(letters).filter(|(letters, _)| (1..=2).contains(&letters.len()))?;
    let column = letters.iter().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1) - 1;
    let (number, rest) = quoted(rest)?;
    if number != row {
        return None;
    }
    let (style, rest) = match rest.strip_prefix(b" s=\"") {
        Some(rest) => quoted(rest).map(|(style, rest)| (Some(style as usize), rest))?,
        None => (None, rest),
    };
    let (kind, rest) = match rest {
        [b'>', rest @ ..] => (Kind::Number, rest),
        [b' ', b't', b'=', b'"', b's', b'"', b'>', rest @ ..] => (Kind::Shared, rest),
        _ => return None,
    };
    let rest = rest.strip_prefix(b"<v>")?;
    let (written, rest) = rest.split_at(rest.iter().position(|byte| *byte == b'<')?);
    let opening = Opening { column, kind, style };
    rest.strip_prefix(b"</v></c>").filter(|_| !written.is_empty()).map(|rest| (opening, written, rest))
}

/// The whole number before a quote, of six digits at most, and what comes after the quote.
fn quoted(rest: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0;
    for (place, byte) in rest.iter().take(7).enumerate() {
        match byte {
            b'"' if place > 0 => return Some((number, rest.get(place + 1..)?)),
            b'0'..=b'9' => number = number * 10 + u32::from(byte - b'0'),
            _ => return None,
        }
    }
    None
}

/// What a cell says of itself: where it stands, how its value is written, its style.
fn opening(attributes: &[u8], row: u32, next: u16) -> Option<Opening> {
    let mut opening = Opening { column: next, kind: Kind::Number, style: None };
    let (mut placed, mut typed) = (false, false);
    for pair in xml_text::attributes(attributes) {
        match pair? {
            (b"r", reference) => {
                opening.column = column(reference, row).filter(|_| !std::mem::replace(&mut placed, true))?
            }
            (b"s", style) => {
                let style = natural(style, 6).filter(|_| opening.style.is_none())?;
                opening.style = Some(style as usize);
            }
            (b"t", kind) => opening.kind = kind_of(kind).filter(|_| !std::mem::replace(&mut typed, true))?,
            _ => {}
        }
    }
    (opening.column >= next && u64::from(opening.column) < SHEET_COLUMNS).then_some(opening)
}

fn kind_of(name: &[u8]) -> Option<Kind> {
    Some(match name {
        b"n" => Kind::Number,
        b"s" => Kind::Shared,
        b"str" => Kind::Formula,
        b"inlineStr" => Kind::Inline,
        b"b" => Kind::Boolean,
        b"e" => Kind::Error,
        b"d" => Kind::Iso,
        _ => return None,
    })
}

/// The column of a reference, from 0; `None` where it names another row.
fn column(reference: &[u8], row: u32) -> Option<u16> {
    let letters = reference.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (letters, digits) = reference.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || natural(digits, 7)? != row {
        return None;
    }
    let column = letters.iter().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    Some(column - 1)
}

/// A whole number of `most` digits at most.
fn natural(digits: &[u8], most: usize) -> Option<u32> {
    if digits.is_empty() || digits.len() > most {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

fn error(written: &[u8]) -> Option<&'static str> {
    let known = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
    known.into_iter().find(|known| known.as_bytes() == written)
}
