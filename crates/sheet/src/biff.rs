//! The records of an xls stream, checked and simplified before a reader sees them: values stay, formula texts go.
//! Guarantees that lengths, positions and unfolded sizes are sound, and that a password is recognised.

use crate::biff_facts::BiffFacts;
use crate::biff_styles::BiffStyles;
use crate::error::{Damage, Unreadable};
use crate::limits::{Limit, Limits};
use crate::package_xlsx::SheetFacts;
use crate::styles::Styles;
use crate::workbook::Format;

/// A kind that readers pass over.
const IGNORED: u16 = 0x5678;

/// Names, references to other books, declared dimensions, merged areas: nothing we use, all of it taken at its word.
const NEUTRALISED: [u16; 4] = [0x0018, 0x0017, 0x0200, 0x00E5];

/// What was learnt about the stream.
pub(crate) struct Prepared {
    pub cells: u64,
    /// Facts of each sheet, in the order of the workbook.
    pub sheets: Vec<SheetFacts>,
    /// Links to other workbooks.
    pub links: u64,
    /// Currencies that number formats name, by their places.
    pub currencies: Vec<String>,
}

/// Checks the stream and takes out what only formulas need.
pub(crate) fn prepare(stream: &mut [u8], limits: &Limits) -> Result<Prepared, Unreadable> {
    let damaged = || Unreadable::damaged("Workbook", Damage::Structure);
    let mut globals = Globals::default();
    let mut at = 0;
    while let Some(record) = Record::at(stream, at) {
        let record = record.ok_or_else(damaged)?;
        globals.see(&record, stream, limits)?;
        if NEUTRALISED.contains(&record.kind) {
            neutralise(stream, at);
        }
        at = record.end;
        if record.kind == 0x000A {
            break;
        }
    }
    limits.check(Limit::Sheets, globals.sheets.len() as u64)?;
    let (mut cells, mut text, mut walked) = (0, 0, 0);
    let mut sheets = Vec::new();
    let styles = globals.styles.finish();
    for start in globals.sheets {
        let sheet = sheet(stream, start, (&globals.strings, &styles), limits)?;
        cells += sheet.cells;
        text += sheet.text_bytes;
        walked += sheet.walked;
        limits.check(Limit::Cells, cells)?;
        limits.check(Limit::TextBytes, text)?;
        // Sheets that share their records would be read again and again.
        if walked > stream.len() * 2 {
            return Err(damaged());
        }
        let mut facts = sheet.facts.finish();
        if !globals.calculated {
            facts.calculate_on_opening();
        }
        sheets.push(facts);
    }
    Ok(Prepared { cells, sheets, links: globals.links, currencies: styles.currencies })
}

#[derive(Clone, Copy)]
struct Record {
    kind: u16,
    start: usize,
    end: usize,
}

impl Record {
    /// `None` at the end of the stream, `Some(None)` when the record is not whole.
    fn at(stream: &[u8], at: usize) -> Option<Option<Record>> {
        let rest = stream.get(at..).filter(|rest| !rest.is_empty())?;
        let (Some(kind), Some(length)) = (u16_at(rest, 0), u16_at(rest, 2)) else { return Some(None) };
        let (start, end) = (at + 4, at + 4 + usize::from(length));
        Some((end <= stream.len()).then_some(Record { kind, start, end }))
    }

    fn data<'a>(&self, stream: &'a [u8]) -> &'a [u8] {
        stream.get(self.start..self.end).unwrap_or_default()
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn neutralise(stream: &mut [u8], at: usize) {
    if let Some(kind) = stream.get_mut(at..at + 2) {
        kind.copy_from_slice(&IGNORED.to_le_bytes());
    }
}

#[derive(Default)]
struct Globals {
    sheets: Vec<usize>,
    /// Bytes of each shared string, at most what it takes as UTF-8.
    strings: Vec<u32>,
    links: u64,
    styles: BiffStyles,
    /// Excel says which of its releases calculated the workbook; one that does not say so is calculated when opened.
    calculated: bool,
}

impl Globals {
    fn see(&mut self, record: &Record, stream: &[u8], limits: &Limits) -> Result<(), Unreadable> {
        let data = record.data(stream);
        self.styles.see(record.kind, data);
        let sound = match record.kind {
            0x002F => return Err(Unreadable::Encrypted { format: Format::Xls }),
            0x01AE => {
                // This very workbook and its functions are written as links too.
                let inner = matches!(data.get(2..4), Some([1, 4] | [1, 0x3A]));
                self.links += u64::from(!inner);
                true
            }
            0x01C1 => {
                self.calculated = true;
                true
            }
            0x0042 | 0x0022 => data.len() >= 2,
            0x0809 => data.len() >= 4,
            0x0085 => {
                let start = u32_at(data, 0).and_then(|start| usize::try_from(start).ok());
                self.sheets.extend(start);
                data.len() >= 8 && start.is_some_and(|start| start < stream.len())
            }
            0x00FC => match shared_strings(stream, record, limits)? {
                Some(strings) => {
                    self.strings = strings;
                    true
                }
                None => false,
            },
            _ => true,
        };
        if sound { Ok(()) } else { Err(Unreadable::damaged("Workbook", Damage::Structure)) }
    }
}

/// The shared strings run over continuation records; each is measured as the reader will take it.
fn shared_strings(stream: &[u8], record: &Record, limits: &Limits) -> Result<Option<Vec<u32>>, Unreadable> {
    let mut pieces = Pieces { stream, data: record.data(stream), next: record.end };
    let mut strings = Vec::new();
    if pieces.skip_within(8).is_none() {
        return Ok(None);
    }
    while !pieces.data.is_empty() || pieces.advance() {
        let Some(bytes) = pieces.string() else { return Ok(None) };
        strings.push(bytes);
        limits.check(Limit::Strings, strings.len() as u64)?;
    }
    Ok(Some(strings))
}

struct Pieces<'a> {
    stream: &'a [u8],
    data: &'a [u8],
    next: usize,
}

impl Pieces<'_> {
    fn advance(&mut self) -> bool {
        // The reader wants more than a bare header after it.
        let Some(Some(record)) = Record::at(self.stream, self.next) else { return false };
        if record.kind != 0x003C || self.next + 4 >= self.stream.len() {
            return false;
        }
        self.data = record.data(self.stream);
        self.next = record.end;
        true
    }

    fn skip_within(&mut self, length: usize) -> Option<()> {
        self.data = self.data.get(length..)?;
        Some(())
    }

    fn skip_across(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if self.data.is_empty() && !self.advance() {
                return None;
            }
            let step = length.min(self.data.len());
            self.skip_within(step)?;
            length -= step;
        }
        Some(())
    }

    /// Passes one string; `None` when it is not whole.
    fn string(&mut self) -> Option<u32> {
        if self.data.is_empty() {
            return Some(0);
        }
        let chars = usize::from(u16_at(self.data, 0)?);
        let flags = *self.data.get(2)?;
        self.skip_within(3)?;
        let mut runs = 0;
        if flags & 8 != 0 {
            runs = usize::from(u16_at(self.data, 0)?);
            self.skip_within(2)?;
        }
        let mut extension = 0;
        if flags & 4 != 0 {
            extension = usize::try_from(i32::try_from(u32_at(self.data, 0)?).ok()?).ok()?;
            self.skip_within(4)?;
        }
        self.characters(chars, flags & 1 != 0)?;
        self.skip_across(runs * 4)?;
        self.skip_across(extension)?;
        u32::try_from(chars * 3).ok()
    }

    fn characters(&mut self, chars: usize, wide: bool) -> Option<()> {
        let (mut left, mut width) = (chars, if wide { 2 } else { 1 });
        loop {
            let here = left.min(self.data.len() / width);
            self.skip_within(here * width)?;
            left -= here;
            if left == 0 {
                return Some(());
            }
            if !self.advance() {
                return None;
            }
            width = if self.data.first()? & 1 != 0 { 2 } else { 1 };
            self.skip_within(1)?;
        }
    }
}

#[derive(Default)]
struct Sheet {
    cells: u64,
    text_bytes: u64,
    walked: usize,
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
    last: (u64, u64),
    /// Where the text that follows a formula belongs.
    formula: (u64, u64),
    facts: BiffFacts,
}

impl Sheet {
    /// A cell with a value: its place, its style.
    fn cell(&mut self, data: &[u8], styles: &Styles, limits: &Limits) -> Result<(), Unreadable> {
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return Err(Unreadable::damaged("Workbook", Damage::Structure));
        };
        self.last = (u64::from(row), u64::from(column));
        self.facts.cell(row, column, u16_at(data, 4).and_then(|style| styles.get(style.into())));
        self.extend(self.last.0, self.last.1, limits)
    }

    /// The reader unfolds the rectangle around all cells.
    fn extend(&mut self, row: u64, column: u64, limits: &Limits) -> Result<(), Unreadable> {
        let grown = |range: Option<(u64, u64)>, value: u64| match range {
            Some((low, high)) => (value.min(low), value.max(high)),
            None => (value, value),
        };
        let (rows, columns) = (grown(self.rows, row), grown(self.columns, column));
        (self.rows, self.columns) = (Some(rows), Some(columns));
        self.cells += 1;
        limits.check(Limit::Cells, self.cells)?;
        limits.check(Limit::DenseCells, (rows.1 - rows.0 + 1) * (columns.1 - columns.0 + 1))
    }
}

fn sheet(
    stream: &mut [u8],
    start: usize,
    (strings, styles): (&[u32], &Styles),
    limits: &Limits,
) -> Result<Sheet, Unreadable> {
    let damaged = || Unreadable::damaged("Workbook", Damage::Structure);
    let mut sheet = Sheet::default();
    let (mut at, mut nested, mut begun) = (start, 0_usize, false);
    while let Some(record) = Record::at(stream, at) {
        let record = record.ok_or_else(damaged)?;
        let data = record.data(stream);
        match record.kind {
            0x0809 if begun => nested += 1,
            0x0809 => begun = true,
            0x000A if nested > 0 => nested -= 1,
            0x000A => {
                at = record.end;
                break;
            }
            _ if nested > 0 => {}
            0x0006 => {
                sheet.cell(data, styles, limits)?;
                sheet.formula = sheet.last;
                if data.len() < 22 {
                    return Err(damaged());
                }
                // A number of zero, or the empty text that stands for none.
                let empty = data.get(6) == Some(&3) && data.get(12..14) == Some(&[0xFF, 0xFF]);
                sheet.facts.formula(empty || data.get(6..14) == Some(&[0; 8]));
                forget_formula(stream, &record);
            }
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E => sheet.cell(data, styles, limits)?,
            0x00FD => {
                sheet.cell(data, styles, limits)?;
                // A string number outside the table would make the cell vanish without a word.
                let string = u32_at(data, 6)
                    .and_then(|number| strings.get(usize::try_from(number).ok()?))
                    .ok_or_else(damaged)?;
                sheet.text_bytes += u64::from(*string);
                limits.check(Limit::TextBytes, sheet.text_bytes)?;
            }
            0x0207 => sheet.extend(sheet.formula.0, sheet.formula.1, limits)?,
            0x00BD => several_numbers(&mut sheet, data, styles, limits)?,
            kind => {
                sheet.facts.see(kind, data);
                if NEUTRALISED.contains(&kind) {
                    neutralise(stream, at);
                }
            }
        }
        at = record.end;
    }
    sheet.walked = at.saturating_sub(start);
    Ok(sheet)
}

/// The formula's text is not wanted and its grammar is where readers fail: its length becomes zero.
fn forget_formula(stream: &mut [u8], record: &Record) {
    if let Some(length) = stream.get_mut(record.start + 20..record.start + 22) {
        length.fill(0);
    }
}

fn several_numbers(sheet: &mut Sheet, data: &[u8], styles: &Styles, limits: &Limits) -> Result<(), Unreadable> {
    let last = data.len().checked_sub(2).and_then(|at| u16_at(data, at));
    let (Some(row), Some(first), Some(last)) = (u16_at(data, 0), u16_at(data, 2), last) else {
        return Err(Unreadable::damaged("Workbook", Damage::Structure));
    };
    let width = usize::from(last.saturating_sub(first)) + 1;
    if last < first || data.len() != 6 + 6 * width {
        return Err(Unreadable::damaged("Workbook", Damage::Structure));
    }
    for (place, column) in (first..=last).enumerate() {
        let style = u16_at(data, 4 + 6 * place).and_then(|style| styles.get(style.into()));
        sheet.facts.cell(row, column, style);
        sheet.extend(u64::from(row), u64::from(column), limits)?;
    }
    Ok(())
}
