//! What the preflight looks at in the binary parts of an xlsb: that each record is whole and as long as its kind needs.
//! The reader behind it takes lengths, positions and string numbers at their word, so they are checked here.

use std::collections::BTreeMap;

use crate::columns::SHEET_COLUMNS;
use crate::error::{Damage, Unreadable};
use crate::limits::{Limit, Limits};
use crate::number_format;
use crate::package_xlsx::{SHEET_ROWS, SheetFacts};
use crate::styles::Styles;
use crate::xlsb_styles;

/// Bytes of a record that are looked at.
const HEAD: usize = 320;

/// What was learnt about a whole xlsb.
#[derive(Debug, Default)]
pub(crate) struct XlsbFacts {
    pub cells: u64,
    strings: u64,
    /// Strings that the first header of the table announces.
    announced: Option<u64>,
    last_string: Option<u64>,
    /// Targets by relationship identifier.
    pub relationships: BTreeMap<Vec<u8>, String>,
    /// Relationship identifiers of the sheets, in the order of the workbook.
    sheets: Vec<Vec<u8>>,
    /// Facts by path of the sheet's part, in lower case.
    parts: BTreeMap<String, SheetFacts>,
    /// The styles, looked at before any sheet.
    pub styles: Styles,
}

impl XlsbFacts {
    /// Nothing yet, under these styles.
    pub fn under(styles: Styles) -> XlsbFacts {
        XlsbFacts { styles, ..XlsbFacts::default() }
    }

    /// The facts of each sheet, in the order of the workbook.
    pub fn in_order(&self) -> Vec<SheetFacts> {
        let part = |id: &Vec<u8>| self.relationships.get(id).and_then(|part| self.parts.get(part));
        self.sheets.iter().map(|id| part(id).cloned().unwrap_or_default()).collect()
    }

    /// What can only be said once every part has gone by.
    pub fn check(&self, limits: &Limits) -> Result<(), Unreadable> {
        limits.check(Limit::Sheets, self.sheets.len() as u64)?;
        // The reader stops at the announced number of strings.
        if self.last_string.is_some_and(|last| last >= self.strings.min(self.announced.unwrap_or(0))) {
            return Err(Unreadable::damaged("xl/sharedStrings.bin", Damage::Structure));
        }
        if self.sheets.iter().any(|id| !self.relationships.contains_key(id)) {
            return Err(Unreadable::damaged("xl/_rels/workbook.bin.rels", Damage::Missing));
        }
        Ok(())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Sheet,
    Strings,
    Styles,
    Workbook,
}

/// The watch over one binary part.
pub(crate) struct XlsbPart<'a> {
    limits: &'a Limits,
    name: String,
    part: Part,
    header: Vec<u8>,
    kind: u16,
    length: usize,
    left: usize,
    head: Vec<u8>,
    in_body: bool,
    facts: SheetFacts,
    /// The row of the cells that follow, from 1, and whether it is hidden.
    row: (u32, bool),
    /// The whole part, where it is one of styles.
    styles: Vec<u8>,
}

impl<'a> XlsbPart<'a> {
    /// The watch for a part that is read, by its name.
    pub fn of(name: &str, limits: &'a Limits) -> Option<XlsbPart<'a>> {
        let part = match name.to_ascii_lowercase().as_str() {
            "xl/sharedstrings.bin" => Part::Strings,
            "xl/styles.bin" => Part::Styles,
            "xl/workbook.bin" => Part::Workbook,
            name if name.starts_with("xl/worksheets/") && name.ends_with(".bin") => Part::Sheet,
            _ => return None,
        };
        Some(XlsbPart {
            limits,
            name: name.to_owned(),
            part,
            header: Vec::with_capacity(6),
            kind: 0,
            length: 0,
            left: 0,
            head: Vec::with_capacity(HEAD),
            in_body: false,
            facts: SheetFacts::default(),
            row: (0, false),
            styles: Vec::new(),
        })
    }

    pub fn feed(&mut self, chunk: &[u8], facts: &mut XlsbFacts) -> Result<(), Unreadable> {
        if self.part == Part::Styles {
            self.styles.extend_from_slice(chunk);
            if self.styles.len() > xlsb_styles::MOST {
                return Err(Unreadable::damaged(self.name.as_str(), Damage::Structure));
            }
        }
        let mut rest = chunk;
        while let Some((first, after)) = rest.split_first() {
            if !self.in_body {
                self.header.push(*first);
                rest = after;
                if self.header_is_whole()? && self.left == 0 {
                    self.record(facts)?;
                }
                continue;
            }
            let (body, after) = rest.split_at(self.left.min(rest.len()));
            let kept = HEAD.saturating_sub(self.head.len()).min(body.len());
            self.head.extend_from_slice(body.get(..kept).unwrap_or_default());
            self.left -= body.len();
            rest = after;
            if self.left == 0 {
                self.record(facts)?;
            }
        }
        Ok(())
    }

    pub fn finish(self, facts: &mut XlsbFacts) -> Result<(), Unreadable> {
        if self.in_body || !self.header.is_empty() {
            return Err(Unreadable::damaged(self.name, Damage::Cut));
        }
        if self.part == Part::Styles && !xlsb_styles::are_sound(&self.styles) {
            return Err(Unreadable::damaged(self.name, Damage::Structure));
        }
        if self.part == Part::Sheet {
            facts.parts.insert(self.name.to_ascii_lowercase(), self.facts);
        }
        Ok(())
    }

    /// A kind of one or two bytes and a length of one to four, seven bits each.
    fn header_is_whole(&mut self) -> Result<bool, Unreadable> {
        let Some((first, rest)) = self.header.split_first() else { return Ok(false) };
        let (kind, lengths) = match rest.split_first() {
            Some((second, lengths)) if first & 0x80 != 0 => {
                (u16::from(first & 0x7F) + (u16::from(second & 0x7F) << 7), lengths)
            }
            Some(_) if first & 0x80 == 0 => (u16::from(*first), rest),
            Some(_) | None => return Ok(false),
        };
        let Some(last) = lengths.last() else { return Ok(false) };
        if last & 0x80 != 0 && lengths.len() < 4 {
            return Ok(false);
        }
        self.length = lengths.iter().rev().fold(0, |length, byte| (length << 7) + usize::from(byte & 0x7F));
        self.limits.check(Limit::XmlTokenBytes, self.length as u64)?;
        (self.kind, self.left, self.in_body) = (kind, self.length, true);
        self.header.clear();
        Ok(true)
    }

    fn record(&mut self, facts: &mut XlsbFacts) -> Result<(), Unreadable> {
        let sound = match self.part {
            Part::Sheet => self.sheet_record(facts)?,
            Part::Strings => self.string_record(facts)?,
            Part::Styles => self.length >= least_of_styles(self.kind),
            Part::Workbook => self.workbook_record(facts),
        };
        self.head.clear();
        self.in_body = false;
        if sound { Ok(()) } else { Err(Unreadable::damaged(self.name.as_str(), Damage::Structure)) }
    }

    fn u32_at(&self, at: usize) -> Option<u64> {
        let bytes = self.head.get(at..at + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_le_bytes(bytes)))
    }

    /// A counted string of two-byte characters that starts at `at` ends inside the record.
    fn holds_string(&self, at: usize) -> bool {
        let end = |chars: u64| chars.saturating_mul(2).saturating_add(at as u64 + 4);
        self.u32_at(at).is_some_and(|chars| end(chars) <= self.length as u64)
    }

    /// What is hidden, merged or filtered. Records: [MS-XLSB] BrtRowHdr (2.4.775), BrtColInfo (2.4.323),
    /// BrtMergeCell (2.4.708), BrtBeginFilterColumn (2.4.51).
    fn note(&mut self) {
        match self.kind {
            0x0000 => {
                let number = self.u32_at(0).and_then(|row| u32::try_from(row + 1).ok()).unwrap_or(0);
                self.row = (number, self.head.get(11).is_some_and(|flags| flags & 0x10 != 0));
            }
            0x0002..=0x000B if self.row.1 => self.facts.hidden_rows.insert(self.row.0, self.row.0),
            0x003C if self.head.get(16).is_some_and(|flags| flags & 1 != 0) => {
                if let (Some(first), Some(last)) = (self.u32_at(0), self.u32_at(4)) {
                    self.facts.hidden_columns.push((first, last));
                }
            }
            0x00A3 => self.facts.filters += 1,
            0x00B0 => self.facts.merged += 1,
            _ => {}
        }
    }

    fn sheet_record(&mut self, facts: &mut XlsbFacts) -> Result<bool, Unreadable> {
        self.note();
        let sound = match self.kind {
            0x0000 => return Ok(self.u32_at(0).is_some_and(|row| row < SHEET_ROWS)),
            0x0094 => return Ok(self.length >= 16),
            0x0002 => self.length >= 12,
            0x0003 | 0x0004 | 0x000A => self.length >= 9,
            0x0005 | 0x0009 => self.length >= 16,
            0x0006 | 0x0008 => self.holds_string(8),
            0x0007 => {
                facts.last_string = facts.last_string.max(self.u32_at(8));
                self.length >= 12
            }
            _ => return Ok(true),
        };
        facts.cells += 1;
        self.limits.check(Limit::Cells, facts.cells)?;
        // The style takes three bytes, flags the fourth.
        let style = self.u32_at(4).and_then(|style| usize::try_from(style & 0x00FF_FFFF).ok());
        if let (Some(column), Some(style)) = (self.u32_at(0), style.and_then(|style| facts.styles.get(style))) {
            self.facts.marks.cell(self.row.0.saturating_sub(1), column, style);
        }
        Ok(sound && self.u32_at(0).is_some_and(|column| column < SHEET_COLUMNS))
    }

    fn string_record(&self, facts: &mut XlsbFacts) -> Result<bool, Unreadable> {
        match self.kind {
            0x009F => {
                // The reader takes the first of several at its word.
                let first = facts.announced.is_none();
                facts.announced = self.u32_at(4);
                Ok(first && self.length >= 8)
            }
            0x0013 => {
                facts.strings += 1;
                self.limits.check(Limit::Strings, facts.strings)?;
                Ok(self.holds_string(1))
            }
            _ => Ok(true),
        }
    }

    fn workbook_record(&self, facts: &mut XlsbFacts) -> bool {
        match self.kind {
            0x0099 => self.length >= 1,
            0x016A => self.u32_at(0).is_some_and(|count| count.saturating_mul(12) + 4 <= self.length as u64),
            0x009C => match self.u32_at(8) {
                None => false,
                Some(0xFFFF_FFFF) => true,
                Some(chars) => {
                    let end = usize::try_from(chars).unwrap_or(usize::MAX).saturating_mul(2).saturating_add(12);
                    let id = self.head.get(12..end).map(narrow);
                    facts.sheets.extend(id);
                    end < HEAD && self.holds_string(end)
                }
            },
            _ => true,
        }
    }
}

fn least_of_styles(kind: u16) -> usize {
    match kind {
        0x0267 | 0x0269 | 0x002F => 4,
        0x002C => 6,
        _ => 0,
    }
}

/// Identifiers are ASCII: the low bytes are the characters.
fn narrow(wide: &[u8]) -> Vec<u8> {
    number_format::wide(wide).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(name: &str, bytes: &[u8]) -> &'static str {
        let (limits, mut facts) = (Limits::default(), XlsbFacts::default());
        let mut part = XlsbPart::of(name, &limits).unwrap();
        let fed = bytes.chunks(3).try_for_each(|chunk| part.feed(chunk, &mut facts));
        match fed.and_then(|()| part.finish(&mut facts)).and_then(|()| facts.check(&limits)) {
            Ok(()) => "sound",
            Err(Unreadable::Damaged { damage, .. }) => damage.code(),
            Err(Unreadable::TooLarge { limit, .. }) => limit.code(),
            Err(other) => other.code(),
        }
    }

    #[test]
    fn records_are_as_long_as_their_kind_needs() {
        let sheet = "xl/worksheets/sheet1.bin";
        assert_eq!(checked(sheet, b""), "sound");
        assert_eq!(checked(sheet, &[0x00, 4, 5, 0, 0, 0]), "sound");
        assert_eq!(checked(sheet, &[0x00, 4, 5, 0, 0, 1]), "structure");
        assert_eq!(checked(sheet, &[0x00, 2, 5, 0]), "structure");
        assert_eq!(checked(sheet, &[0x00, 4, 5, 0]), "cut");
        assert_eq!(checked(sheet, &[0x02, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "sound");
        assert_eq!(checked(sheet, &[0x02, 12, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "structure");
        assert_eq!(checked(sheet, &[0x07, 12, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]), "structure");
        assert_eq!(checked(sheet, &[0x07, 0xFF, 0xFF, 0xFF, 0x7F]), "xml-token-bytes");
        assert_eq!(checked("xl/sharedStrings.bin", &[0x13, 7, 0, 1, 0, 0, 0, b'a', 0]), "sound");
        assert_eq!(checked("xl/sharedStrings.bin", &[0x13, 7, 0, 9, 0, 0, 0, b'a', 0]), "structure");
    }
}
