//! What the preflight looks at in the XML parts of an xlsx: references, counts, text sizes, hidden and merged things.
//! Guarantees that no reference lies outside a sheet and no announced count exceeds what the part can hold.

use std::collections::BTreeMap;

use crate::columns::SHEET_COLUMNS;
use crate::error::{Damage, Unreadable, printable_bytes};
use crate::limits::{Limit, Limits};
use crate::markup::{Tag, Watch};
use crate::notice::Notice;
use crate::row_runs::RowRuns;
use crate::styles::{Marks, Styles};

/// Rows of the tallest sheet there is.
pub(crate) const SHEET_ROWS: u64 = 1_048_576;

/// What was counted in one worksheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SheetFacts {
    pub cells: u64,
    pub formulas_without_value: u64,
    /// What the formulas with a value come to.
    pub formulas: Formulas,
    /// Formulas whose stored zero is no result.
    pub formulas_uncertain: u64,
    /// Rows with content that are hidden.
    pub hidden_rows: RowRuns,
    /// First and last of each run of hidden columns, from 0.
    pub hidden_columns: Vec<(u64, u64)>,
    pub merged: u64,
    /// Rows with a cell struck through.
    pub struck: u64,
    /// Columns under a filter that is at work.
    pub filters: u64,
    /// Cells written twice, where the reader behind does not see them.
    pub duplicates: u64,
    /// What styles say of its cells, where the reader behind does not see them.
    pub marks: Marks,
}

/// Formulas with a stored value, by what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Formulas {
    /// Zero or, in an xls, an empty text.
    pub zero: u64,
    pub other: u64,
}

impl Formulas {
    pub fn see(&mut self, zero: bool) {
        *(if zero { &mut self.zero } else { &mut self.other }) += 1;
    }
}

impl SheetFacts {
    /// The workbook asks to be calculated when it is opened. Libraries that calculate nothing write that, and a zero under
    /// every formula: such zeros are no results.
    pub fn calculate_on_opening(&mut self) {
        if self.formulas.other == 0 {
            self.formulas_uncertain = self.formulas.zero;
        }
    }
}

/// What a whole workbook carries besides its sheets; none of it is run, followed or read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct BookFacts {
    pub macros: bool,
    /// Links to other workbooks and data connections.
    pub links: u64,
    pub pivot_caches: u64,
}

impl BookFacts {
    /// From the names of the parts of a package.
    pub fn of_parts(names: &[String]) -> BookFacts {
        let count = |folder: &str| {
            let lower = |name: &&String| name.to_ascii_lowercase();
            names.iter().filter(|name| lower(name).starts_with(folder) && !lower(name).contains("_rels/")).count()
                as u64
        };
        BookFacts {
            macros: count("xl/vbaproject") + count("basic/") > 0,
            links: count("xl/externallinks/") + count("xl/connections"),
            pivot_caches: count("xl/pivotcache/pivotcachedefinition"),
        }
    }

    /// What of it is worth telling.
    pub fn announce(self, notices: &mut Vec<Notice>) {
        notices.extend(self.macros.then_some(Notice::Macros));
        notices.extend((self.links > 0).then_some(Notice::ExternalLinks { count: self.links }));
        notices.extend((self.pivot_caches > 0).then_some(Notice::PivotCaches { count: self.pivot_caches }));
    }
}

/// What was learnt about a whole xlsx, part by part.
#[derive(Debug, Default)]
pub(crate) struct XlsxFacts {
    /// Facts by path of the worksheet's part, in lower case.
    pub parts: BTreeMap<String, SheetFacts>,
    /// Relationship identifiers of the sheets, in the order of the workbook.
    pub sheets: Vec<Vec<u8>>,
    /// Part of each relationship of the workbook, by identifier.
    pub targets: BTreeMap<Vec<u8>, String>,
    /// Cells with a value in the whole workbook.
    pub cells: u64,
    /// The workbook asks to be calculated when it is opened.
    pub calculates: bool,
    /// The styles, looked at before any sheet.
    pub styles: Styles,
}

impl XlsxFacts {
    /// The facts of the sheet at a place of the workbook's list.
    pub fn sheet(&self, index: usize) -> SheetFacts {
        let part = self.sheets.get(index).and_then(|id| self.targets.get(id));
        let mut facts = part.and_then(|part| self.parts.get(part)).cloned().unwrap_or_default();
        if self.calculates {
            facts.calculate_on_opening();
        }
        facts
    }
}

/// The watch over one part; `finish` hands the facts over.
pub(crate) struct XlsxPart<'a> {
    limits: &'a Limits,
    path: String,
    facts: &'a mut XlsxFacts,
    sheet: SheetFacts,
    strings: u64,
    announced: u64,
    chars: u64,
    field: Field,
    cell: CellState,
    row: u32,
    row_hidden: bool,
    row_inked: bool,
    /// Column of the next cell that names none, from 0.
    column: u64,
    is_workbook: bool,
    /// How the parts that sheets are read from end.
    ending: &'static [u8],
}

/// Inside which element text matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Value,
    Shared,
}

#[derive(Clone, Copy, Default)]
struct CellState {
    formula: bool,
    value: bool,
    /// It holds a number, of which a digit is not zero.
    number: bool,
    counts: bool,
    column: u64,
    style: Option<usize>,
}

impl<'a> XlsxPart<'a> {
    pub fn new(path: &str, facts: &'a mut XlsxFacts, limits: &'a Limits) -> XlsxPart<'a> {
        XlsxPart {
            limits,
            path: path.to_ascii_lowercase(),
            facts,
            sheet: SheetFacts::default(),
            strings: 0,
            announced: 0,
            chars: 0,
            field: Field::None,
            cell: CellState::default(),
            row: 0,
            row_hidden: false,
            row_inked: false,
            column: 0,
            is_workbook: false,
            ending: b".xml",
        }
    }

    /// The watch over a relationship part of an xlsb, whose sheets are binary.
    pub fn binary(path: &str, facts: &'a mut XlsxFacts, limits: &'a Limits) -> XlsxPart<'a> {
        XlsxPart { ending: b".bin", ..XlsxPart::new(path, facts, limits) }
    }

    /// `size` is the inflated size of the part.
    pub fn finish(self, size: u64) -> Result<(), Unreadable> {
        // The shortest entry is `<si/>`.
        let possible = size / 5;
        if self.announced > possible {
            let damage = Damage::LyingCount { announced: self.announced, possible };
            return Err(Unreadable::damaged(self.path, damage));
        }
        self.limits.check(Limit::Strings, self.announced)?;
        if self.sheet != SheetFacts::default() {
            self.facts.parts.insert(self.path, self.sheet);
        }
        Ok(())
    }

    fn relationship(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) else { return Ok(()) };
        let kind = tag.attribute("Type").and_then(|kind| kind.rsplit(|byte| *byte == b'/').next()).unwrap_or_default();
        // Parts of another kind are not looked at by this pass, so nothing may be read from them.
        let read = [&b"worksheet"[..], b"chartsheet", b"dialogsheet", b"officeDocument"].contains(&kind);
        if read && !target.to_ascii_lowercase().ends_with(self.ending) {
            return Err(Damage::Reference { seen: printable_bytes(target, 80) });
        }
        if self.path.contains("_rels/workbook") {
            self.facts.targets.insert(id.to_vec(), resolved(&self.path, target));
        }
        Ok(())
    }

    fn count_cell(&mut self) -> Result<(), Unreadable> {
        if self.cell.value {
            self.row_inked = true;
            if self.cell.formula {
                self.sheet.formulas.see(self.cell.number && !self.cell.counts);
            }
            self.sheet.cells += 1;
            self.facts.cells += 1;
            if let Some(style) = self.cell.style.and_then(|style| self.facts.styles.get(style)) {
                self.sheet.marks.cell(self.row.saturating_sub(1), self.cell.column, style);
            }
            self.limits.check(Limit::Cells, self.facts.cells)?;
        } else if self.cell.formula {
            self.sheet.formulas_without_value += 1;
        }
        Ok(())
    }
}

impl Watch for XlsxPart<'_> {
    fn open(&mut self, tag: &Tag<'_>, depth: usize) -> Result<(), Damage> {
        match tag.name {
            b"c" => {
                check_references(tag, "r", &cell_reference)?;
                let written = tag.attribute("r").and_then(position);
                let column = written.map_or(self.column, |(_, column)| column.saturating_sub(1));
                self.column = column + 1;
                let style = tag.attribute("s").and_then(decimal).and_then(|style| usize::try_from(style).ok());
                let number = matches!(tag.attribute("t"), None | Some(b"n"));
                self.cell = CellState { column, style, number, ..CellState::default() };
            }
            b"row" => {
                check_references(tag, "r", &row_reference)?;
                let written = tag.attribute("r").and_then(decimal).and_then(|row| u32::try_from(row).ok());
                self.row = written.unwrap_or_else(|| self.row.saturating_add(1));
                (self.row_hidden, self.row_inked, self.column) = (is_true(tag.attribute("hidden")), false, 0);
            }
            b"v" | b"is" => (self.field, self.chars) = (Field::Value, 0),
            b"f" => self.cell.formula = true,
            b"si" => {
                (self.field, self.chars) = (Field::Shared, 0);
                self.strings += 1;
            }
            b"sst" => self.announced = announced(tag)?,
            b"dimension" => check_references(tag, "ref", &dimension_reference)?,
            b"col" if is_true(tag.attribute("hidden")) => self.sheet.hidden_columns.extend(column_run(tag)),
            b"mergeCell" => self.sheet.merged += 1,
            b"filterColumn" => self.sheet.filters += 1,
            b"workbook" if depth == 1 => self.is_workbook = true,
            b"calcPr" if self.is_workbook => self.facts.calculates = is_true(tag.attribute("fullCalcOnLoad")),
            b"sheet" if self.is_workbook => {
                if let Some(id) = tag.local_attribute("id") {
                    self.facts.sheets.push(id.to_vec());
                }
            }
            b"Relationship" => self.relationship(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        match name {
            b"v" | b"is" | b"si" => self.field = Field::None,
            b"c" => self.count_cell()?,
            b"row" if self.row_hidden && self.row_inked => self.sheet.hidden_rows.insert(self.row, self.row),
            _ => {}
        }
        self.limits.check(Limit::CellChars, self.chars)?;
        self.limits.check(Limit::Strings, self.strings)?;
        self.limits.check(Limit::Sheets, self.facts.sheets.len() as u64)
    }

    fn words(&mut self, text: &[u8]) {
        if self.field == Field::Value && !self.cell.counts {
            self.cell.counts = text.iter().any(|byte| matches!(byte, b'1'..=b'9'));
        }
    }

    fn text(&mut self, chars: u64, _bytes: u64) {
        if self.field != Field::None {
            self.chars += chars;
            self.cell.value |= self.field == Field::Value;
        }
    }
}

fn is_true(value: Option<&[u8]>) -> bool {
    matches!(value, Some(b"1" | b"true"))
}

fn decimal(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Columns from `min` to `max`, turned into numbers from 0.
fn column_run(tag: &Tag<'_>) -> Option<(u64, u64)> {
    let bound = |name| tag.attribute(name).and_then(decimal)?.checked_sub(1);
    Some((bound("min")?, bound("max")?.min(SHEET_COLUMNS - 1)))
}

/// The number of strings announced. One that no 64-bit number holds is the largest lie there is.
fn announced(tag: &Tag<'_>) -> Result<u64, Damage> {
    match tag.attribute("uniqueCount") {
        None | Some(b"") => Ok(0),
        Some(digits) if digits.iter().all(u8::is_ascii_digit) => Ok(decimal(digits).unwrap_or(u64::MAX)),
        Some(other) => Err(Damage::Reference { seen: printable_bytes(other, 40) }),
    }
}

/// Every attribute of that name, since a reader may take any of two; a stray word before the name does not hide it.
fn check_references(tag: &Tag<'_>, name: &str, sound: &dyn Fn(&[u8]) -> bool) -> Result<(), Damage> {
    let named = |key: &[u8]| key.rsplit(|byte| byte.is_ascii_whitespace()).next() == Some(name.as_bytes());
    match tag.attributes().find(|(key, value)| named(key) && !sound(value)) {
        Some((_, value)) => Err(Damage::Reference { seen: printable_bytes(value, 40) }),
        None => Ok(()),
    }
}

/// Row and column of a reference, from 1; `None` outside any sheet.
fn position(reference: &[u8]) -> Option<(u64, u64)> {
    let letters = reference.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = reference.split_at(letters);
    if letters.len() > 3 || digits.len() > 7 || digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let column =
        letters.iter().fold(0, |column, letter| column * 26 + u64::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = decimal(digits)?;
    ((1..=SHEET_ROWS).contains(&row) && column <= SHEET_COLUMNS).then_some((row, column))
}

fn cell_reference(reference: &[u8]) -> bool {
    position(reference).is_some_and(|(_, column)| column > 0)
}

fn row_reference(reference: &[u8]) -> bool {
    position(reference).is_some_and(|(_, column)| column == 0)
}

fn dimension_reference(reference: &[u8]) -> bool {
    let mut corners = reference.split(|byte| *byte == b':').map(position);
    match (corners.next().flatten(), corners.next(), corners.next()) {
        (Some(_), None, None) => true,
        (Some(first), Some(Some(last)), None) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

/// The part a relationship points to, in lower case: relative to the folder above `_rels`, or absolute.
fn resolved(rels: &str, target: &[u8]) -> String {
    let target = String::from_utf8_lossy(target).to_ascii_lowercase();
    let folder = rels.split("_rels/").next().unwrap_or_default();
    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_inside_the_sheet() {
        for sound in ["A1", "XFD1048576", "aa10", "B007"] {
            assert!(cell_reference(sound.as_bytes()), "{sound}");
        }
        for bad in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZZ1", "A4294967296", "A1:B2", "$A$1", "A-1", "É1"] {
            assert!(!cell_reference(bad.as_bytes()), "{bad}");
        }
        assert!(row_reference(b"1048576") && !row_reference(b"4294967296") && !row_reference(b"0"));
        assert!(dimension_reference(b"A1") && dimension_reference(b"A1:XFD1048576"));
        assert!(!dimension_reference(b"B5:A1") && !dimension_reference(b"A1:B2:C3") && !dimension_reference(b"A1:"));
    }
}
