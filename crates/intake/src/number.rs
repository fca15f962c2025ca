//! Amounts as people and programs write them (domain.md 7.5), read exactly under the format of their whole column.
//! A cell is never read under a format of its own: what does not fit the column's format is not a number.

use crate::currency;
use crate::mapping::{AmountFormat, DecimalMark};
use sheet::{Cell, CellKind};
use values::Currency;

/// Which side of the account a letter or a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Debit,
    Credit,
}

/// A number ready for `Amount::parse_decimal`, with what stood around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number<'b> {
    /// Plain decimal with a point.
    pub(crate) plain: &'b str,
    pub(crate) side: Option<Side>,
    pub(crate) currency: Option<Currency>,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoNumber {
    /// With the letter O read as a zero it would be one.
    LetterO,
    /// Anything else.
    Other,
}

struct Stripped<'a> {
    body: &'a str,
    negative: bool,
    signed: bool,
    side: Option<Side>,
    currency: Option<Currency>,
}

pub(crate) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}')
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '\u{2212}' | '\u{2013}' | '\u{2014}')
}

/// The side a lone letter or word means: `D`, `Cr`, `S` and `H` (German), `Débit`.
pub(crate) fn side(text: &str) -> Option<Side> {
    let text = text.trim();
    let is = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is(&["D", "DB", "DR", "S", "DEBIT", "Débit", "DBIT", "SOLL", "DEBE", "DARE", "DEBET", "0", "+1", "+"]) {
        return Some(Side::Debit);
    }
    if is(&["C", "CR", "H", "A", "CREDIT", "Crédit", "CRDT", "HABEN", "HABER", "AVERE", "1", "-1", "-"]) {
        return Some(Side::Credit);
    }
    None
}

fn suffix_side(word: &str) -> Option<Side> {
    let is = |list: &[&str]| list.iter().any(|letters| letters.eq_ignore_ascii_case(word));
    match () {
        () if is(&["D", "DB", "DR", "S"]) => Some(Side::Debit),
        () if is(&["C", "CR", "H"]) => Some(Side::Credit),
        () => None,
    }
}

/// Takes off brackets, signs, currencies and side letters, from the outside in.
fn strip(text: &str) -> Option<Stripped<'_>> {
    let mut left = Stripped { body: text, negative: false, signed: false, side: None, currency: None };
    loop {
        let body = left.body.trim_matches(is_space);
        left.body = body;
        let (Some(first), Some(last)) = (body.chars().next(), body.chars().next_back()) else { return Some(left) };
        if first.is_ascii_digit() && last.is_ascii_digit() {
            return Some(left);
        }
        if let Some(inner) = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            left.sign(true)?;
            left.body = inner;
        } else if is_minus(first) || first == '+' {
            left.sign(is_minus(first))?;
            left.body = body.strip_prefix(first)?;
        } else if is_minus(last) || last == '+' {
            left.sign(is_minus(last))?;
            left.body = body.strip_suffix(last)?;
        } else if let Some((currency, rest)) = currency::strip_prefix(body) {
            left.currency(currency)?;
            left.body = rest;
        } else if let Some((rest, currency)) = currency::strip_suffix(body) {
            left.currency(currency)?;
            left.body = rest;
        } else if last.is_ascii_alphabetic() {
            let rest = body.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let side = suffix_side(body.get(rest.len()..)?)?;
            if left.side.replace(side).is_some() {
                return None;
            }
            left.body = rest;
        } else {
            return Some(left);
        }
    }
}

impl Stripped<'_> {
    fn sign(&mut self, negative: bool) -> Option<()> {
        if self.signed {
            return None;
        }
        self.signed = true;
        self.negative = negative;
        Some(())
    }

    fn currency(&mut self, currency: Currency) -> Option<()> {
        self.currency.replace(currency).is_none().then_some(())
    }
}

/// Reads the text of a cell. `buffer` holds the digits of the result.
pub(crate) fn read<'b>(text: &str, format: AmountFormat, buffer: &'b mut String) -> Result<Number<'b>, NoNumber> {
    buffer.clear();
    if is_bare(text, format.decimal()) {
        buffer.extend(text.chars().map(|digit| if digit.is_ascii_digit() { digit } else { '.' }));
        return Ok(Number { plain: buffer, side: None, currency: None });
    }
    let Some(stripped) = strip(text) else { return Err(why_not(text, format)) };
    buffer.clear();
    if stripped.negative {
        buffer.push('-');
    }
    if stripped.body.is_empty() && stripped.signed && stripped.side.is_none() {
        // A lone dash is how accountants print nothing.
        buffer.clear();
        buffer.push('0');
    } else if !push_digits(buffer, stripped.body, format.decimal()) {
        return Err(why_not(text, format));
    }
    Ok(Number { plain: buffer, side: stripped.side, currency: stripped.currency })
}

/// Digits around one decimal mark, or alone: what most cells hold.
fn is_bare(text: &str, decimal: DecimalMark) -> bool {
    let mark = if decimal == DecimalMark::Comma { b',' } else { b'.' };
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    let marks = bytes.iter().filter(|byte| **byte == mark).count();
    marks <= 1
        && ends.iter().all(|end| end.is_some_and(u8::is_ascii_digit))
        && bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == mark)
}

fn why_not(text: &str, format: AmountFormat) -> NoNumber {
    let letter_o = text.contains(['o', 'O']) && text.bytes().any(|byte| byte.is_ascii_digit());
    if letter_o && read(&text.replace(['o', 'O'], "0"), format, &mut String::new()).is_ok() {
        return NoNumber::LetterO;
    }
    NoNumber::Other
}

/// Adds the digits of a body, its decimal mark as a point; `false` where groups or marks are out of place.
fn push_digits(plain: &mut String, body: &str, decimal: DecimalMark) -> bool {
    let mark = decimal.character();
    let (whole, fraction) = match body.split_once(mark) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (body, None),
    };
    let mut separator = None;
    let mut group = 0;
    for character in whole.chars() {
        if character.is_ascii_digit() {
            plain.push(character);
            group += 1;
            continue;
        }
        let kind = match character {
            c if is_space(c) => ' ',
            c if is_apostrophe(c) => '\'',
            '.' | ',' => character,
            _ => return false,
        };
        // The first group has one to three digits, the middle ones two (India) or three, the last one three.
        let wrong_group = if separator.is_some() { group != 2 && group != 3 } else { group == 0 || group > 3 };
        if wrong_group || separator.is_some_and(|known| known != kind) {
            return false;
        }
        separator = Some(kind);
        group = 0;
    }
    if separator.is_some() && group != 3 {
        return false;
    }
    let Some(fraction) = fraction else { return !whole.is_empty() };
    plain.push('.');
    plain.push_str(fraction);
    fraction.bytes().all(|byte| byte.is_ascii_digit()) && whole.len() + fraction.len() > 0
}

/// Whether a text is a number under some format.
pub(crate) fn looks_like_one(text: &str) -> bool {
    let Some(stripped) = strip(text) else { return false };
    if stripped.body.is_empty() {
        return stripped.signed;
    }
    is_plausible(stripped.body)
}

/// Digits with marks between them, nothing else.
fn is_plausible(body: &str) -> bool {
    let plausible = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c) || is_apostrophe(c);
    body.bytes().any(|byte| byte.is_ascii_digit()) && body.chars().all(plausible)
}

/// What the cells of a column tell about how its numbers are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct AmountProfile {
    /// Cells that could be numbers under some format.
    pub(crate) numbers: u32,
    /// Numbers below zero.
    pub(crate) negatives: u32,
    comma_decimal: u32,
    point_decimal: u32,
    comma_unsure: u32,
    point_unsure: u32,
    groups: [u32; 4],
    /// One text that can be read both ways.
    example: Option<String>,
}

/// What the column decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FormatVerdict {
    /// Every number reads one way only.
    Sure(AmountFormat),
    /// No number has a mark: any format reads them alike.
    Indifferent,
    /// `1.234` could be a thousand or one and a bit.
    Unsure {
        /// The mark seen.
        mark: DecimalMark,
        /// How many such numbers.
        cells: u32,
        /// One of them.
        example: String,
    },
}

impl AmountProfile {
    pub(crate) fn see(&mut self, cell: &Cell<'_>) {
        match cell.kind {
            CellKind::Number => {
                self.numbers += 1;
                self.negatives += u32::from(cell.text.starts_with('-'));
            }
            CellKind::Text => self.see_text(cell.text),
            CellKind::Date | CellKind::Boolean | CellKind::Error => {}
        }
    }

    fn see_text(&mut self, text: &str) {
        let Some(stripped) = strip(text) else { return };
        let body = stripped.body;
        if !is_plausible(body) {
            return;
        }
        self.numbers += 1;
        self.negatives += u32::from(stripped.negative || stripped.side == Some(Side::Credit));
        for character in body.chars() {
            if is_space(character) {
                self.count_group(0);
            } else if is_apostrophe(character) {
                self.count_group(1);
            }
        }
        self.see_marks(body);
    }

    fn see_marks(&mut self, body: &str) {
        let commas = body.matches(',').count();
        let points = body.matches('.').count();
        match (commas, points) {
            (0, 0) => {}
            (0, _) => self.see_one_mark(body, DecimalMark::Point, points),
            (_, 0) => self.see_one_mark(body, DecimalMark::Comma, commas),
            (_, _) if body.rfind(',') > body.rfind('.') => self.vote(DecimalMark::Comma, true),
            (_, _) => self.vote(DecimalMark::Point, true),
        }
    }

    fn see_one_mark(&mut self, body: &str, mark: DecimalMark, count: usize) {
        if count > 1 {
            self.vote(mark.other(), true);
            return;
        }
        let (before, after) = body.split_once(mark.character()).unwrap_or((body, ""));
        let grouped_otherwise = before.chars().any(|c| !c.is_ascii_digit());
        let could_be_group =
            after.len() == 3 && (1..=3).contains(&before.len()) && !grouped_otherwise && !before.starts_with('0');
        if !could_be_group {
            self.vote(mark, false);
            return;
        }
        match mark {
            DecimalMark::Comma => self.comma_unsure += 1,
            DecimalMark::Point => self.point_unsure += 1,
        }
        // The smallest, so that the order of rows does not matter.
        if self.example.as_deref().is_none_or(|known| body < known) {
            self.example = Some(body.to_owned());
        }
    }

    fn vote(&mut self, decimal: DecimalMark, grouped: bool) {
        match decimal {
            DecimalMark::Comma => self.comma_decimal += 1,
            DecimalMark::Point => self.point_decimal += 1,
        }
        if grouped {
            self.count_group(if decimal == DecimalMark::Comma { 2 } else { 3 });
        }
    }

    fn count_group(&mut self, position: usize) {
        if let Some(count) = self.groups.get_mut(position) {
            *count += 1;
        }
    }

    /// Adds what another column of the same table tells.
    pub(crate) fn merge(&mut self, other: &AmountProfile) {
        self.numbers += other.numbers;
        self.negatives += other.negatives;
        self.comma_decimal += other.comma_decimal;
        self.point_decimal += other.point_decimal;
        self.comma_unsure += other.comma_unsure;
        self.point_unsure += other.point_unsure;
        for (count, more) in self.groups.iter_mut().zip(other.groups) {
            *count += more;
        }
        if let Some(example) = &other.example
            && self.example.as_deref().is_none_or(|known| example.as_str() < known)
        {
            self.example = Some(example.clone());
        }
    }

    /// Numbers whose mark speaks against the verdict.
    pub(crate) fn dissent(&self, decimal: DecimalMark) -> u32 {
        match decimal {
            DecimalMark::Comma => self.point_decimal,
            DecimalMark::Point => self.comma_decimal,
        }
    }

    pub(crate) fn verdict(&self) -> FormatVerdict {
        if self.comma_decimal != self.point_decimal {
            let decimal = if self.comma_decimal > self.point_decimal { DecimalMark::Comma } else { DecimalMark::Point };
            return FormatVerdict::Sure(self.format(decimal));
        }
        match (self.comma_unsure, self.point_unsure, &self.example) {
            (0, 0, _) | (_, _, None) if self.comma_decimal == 0 => FormatVerdict::Indifferent,
            (commas, points, example) => FormatVerdict::Unsure {
                mark: if commas > points { DecimalMark::Comma } else { DecimalMark::Point },
                cells: commas + points,
                example: example.clone().unwrap_or_default(),
            },
        }
    }

    /// The format with this mark and the group separator seen most.
    pub(crate) fn format(&self, decimal: DecimalMark) -> AmountFormat {
        let unsure = if decimal == DecimalMark::Comma { self.point_unsure } else { self.comma_unsure };
        let [spaces, apostrophes, points, commas] = self.groups;
        let marks = unsure + if decimal == DecimalMark::Comma { points } else { commas };
        let group = [(spaces, ' '), (apostrophes, '\''), (marks, decimal.other().character())]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, _)| *count)
            .map(|(_, separator)| separator);
        AmountFormat::assembled(decimal, group)
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
