//! Amounts as people and programs write them (domain.md 7.5), read exactly under the format of their whole column.
//! A cell is never read under a format of its own: what does not fit the column's format is not a number.

use crate::currency::{self, Named};
use crate::mapping::DecimalMark;

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
    pub(crate) currency: Option<Named>,
    /// Read as the column suggests, without proof: to be said.
    pub(crate) likely: bool,
}

/// How the amounts of one column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AmountReader {
    pub(crate) decimal: DecimalMark,
    /// `1.234` in a column of decimal commas: the column shows that it groups with points, or nothing against it.
    pub(crate) group: Trust,
    /// `1,234` in a column of decimal commas: the column shows that it writes three decimals.
    pub(crate) thousandths: Trust,
}

/// What the rest of a column says of a number that would be another one under the other mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// The column shows such numbers beyond doubt.
    Proven,
    /// Nothing speaks against it: it is read, and said.
    Likely,
    /// The column writes otherwise: it is not read.
    Refused,
}

impl AmountReader {
    /// A column about which nothing is known but its decimal mark.
    pub(crate) const fn plain(decimal: DecimalMark) -> AmountReader {
        AmountReader { decimal, group: Trust::Proven, thousandths: Trust::Proven }
    }
}

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// With a look-alike put right it would be one: the letter O for a zero, digits of another script.
    LookAlike(String),
    /// A share, not an amount.
    Percent,
    /// `1,500` in a column of decimal commas with two decimals: 1.50 or 1,500.
    TwoReadings,
    /// Anything else.
    Other,
}

pub(crate) struct Stripped<'a> {
    pub(crate) body: &'a str,
    pub(crate) negative: bool,
    signed: bool,
    pub(crate) side: Option<Side>,
    currency: Option<Named>,
}

pub(crate) const fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}')
}

pub(crate) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}')
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '\u{2212}' | '\u{2013}' | '\u{2014}')
}

/// The side a lone letter or word means: `D`, `Cr`, `S` and `H` (German), `Débit`.
pub(crate) fn side(text: &str) -> Option<Side> {
    let text = text.trim();
    let is = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is(&[
        "D",
        "DB",
        "DR",
        "S",
        "DEBIT",
        "Débit",
        "DBIT",
        "SOLL",
        "DEBE",
        "DARE",
        "DEBET",
        "DEBITEUR",
        "Débiteur",
        "DEUDOR",
        "DEBTOR",
        "0",
        "+1",
        "+",
    ]) {
        return Some(Side::Debit);
    }
    if is(&[
        "C",
        "CR",
        "H",
        "A",
        "CREDIT",
        "Crédit",
        "CRDT",
        "HABEN",
        "HABER",
        "AVERE",
        "CREDITEUR",
        "Créditeur",
        "ACREEDOR",
        "CREDITOR",
        "1",
        "-1",
        "-",
    ]) {
        return Some(Side::Credit);
    }
    None
}

fn suffix_side(word: &str) -> Option<Side> {
    let is = |list: &[&str]| list.iter().any(|letters| letters.eq_ignore_ascii_case(word));
    match () {
        () if is(&["D", "DB", "DR", "S"]) => Some(Side::Debit),
        () if is(&["C", "CR", "H", "A"]) => Some(Side::Credit),
        () => None,
    }
}

/// Takes off brackets, signs, currencies and side letters, from the outside in.
pub(crate) fn strip(text: &str) -> Option<Stripped<'_>> {
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
        } else if let Some(rest) = body.strip_prefix("(-)").filter(|rest| !rest.is_empty()) {
            left.sign(true)?;
            left.body = rest;
        } else if is_minus(first) || first == '+' {
            left.sign(is_minus(first))?;
            left.body = body.strip_prefix(first)?;
        } else if let Some(whole) = without_cents(body) {
            left.body = whole;
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

/// `1'234.-`, `1.234,–` and `1234,--`: no cents, and no sign.
fn without_cents(body: &str) -> Option<&str> {
    let whole = body.trim_end_matches(is_minus);
    let dashes = body.len() > whole.len();
    let whole = whole.strip_suffix(['.', ',']).filter(|_| dashes)?;
    whole.ends_with(|c: char| c.is_ascii_digit()).then_some(whole)
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

    fn currency(&mut self, currency: Named) -> Option<()> {
        self.currency.replace(currency).is_none().then_some(())
    }
}

/// Reads the text of a cell. `buffer` holds the digits of the result.
pub(crate) fn read<'b>(text: &str, reader: AmountReader, buffer: &'b mut String) -> Result<Number<'b>, NumberFault> {
    buffer.clear();
    if is_bare(text, reader.decimal) && lone_mark(text).is_none() {
        buffer.extend(text.chars().map(|digit| if digit.is_ascii_digit() { digit } else { '.' }));
        return Ok(Number { plain: buffer, side: None, currency: None, likely: false });
    }
    let Some(stripped) = strip(text) else { return Err(fault(text, reader)) };
    // Below zero and on the credit side: once or twice less, nobody can tell.
    if stripped.negative && stripped.side.is_some() {
        return Err(NumberFault::Other);
    }
    buffer.clear();
    if stripped.negative {
        buffer.push('-');
    }
    if stripped.body.is_empty() && stripped.signed && stripped.side.is_none() {
        // A lone dash is how accountants print nothing.
        buffer.clear();
        buffer.push('0');
    } else if !push_digits(buffer, stripped.body, reader.decimal) {
        return Err(fault(text, reader));
    }
    let likely = match lone_mark(stripped.body) {
        None => false,
        Some(mark) => {
            let trust = if mark == reader.decimal { reader.thousandths } else { reader.group };
            if trust == Trust::Refused {
                return Err(NumberFault::TwoReadings);
            }
            trust == Trust::Likely
        }
    };
    Ok(Number { plain: buffer, side: stripped.side, currency: stripped.currency, likely })
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

/// The mark of a number with one mark only and three digits after it, which can be either: `1.234`, `12,500`.
pub(crate) fn lone_mark(body: &str) -> Option<DecimalMark> {
    let bytes = body.as_bytes();
    let [before @ .., mark, a, b, c] = bytes else { return None };
    let mark = match mark {
        b',' => DecimalMark::Comma,
        b'.' => DecimalMark::Point,
        _ => return None,
    };
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    let whole = (1..=3).contains(&before.len()) && digits(before) && before.first() != Some(&b'0');
    (whole && digits(&[*a, *b, *c])).then_some(mark)
}

fn fault(text: &str, reader: AmountReader) -> NumberFault {
    if text.trim_end().ends_with(['%', '‰']) {
        return NumberFault::Percent;
    }
    let put_right: String = text.chars().map(put_right).collect();
    let better = put_right != text && text.chars().any(char::is_numeric);
    if better && read_once(&put_right, reader) { NumberFault::LookAlike(put_right) } else { NumberFault::Other }
}

/// Whether a text put right is a number now.
fn read_once(text: &str, reader: AmountReader) -> bool {
    let Some(stripped) = strip(text) else { return false };
    push_digits(&mut String::new(), stripped.body, reader.decimal)
}

/// The digit or mark a character was probably meant for.
fn put_right(character: char) -> char {
    let digit = |zero: char| char::from_digit(character as u32 - zero as u32, 10).unwrap_or(character);
    match character {
        'o' | 'O' => '0',
        'l' | 'I' | '|' => '1',
        '\u{FF10}'..='\u{FF19}' => digit('\u{FF10}'),
        '\u{0660}'..='\u{0669}' => digit('\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit('\u{06F0}'),
        '\u{FF0C}' | '\u{066B}' => ',',
        '\u{FF0E}' => '.',
        other => other,
    }
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
        // The first group has one to three digits, the middle ones three (two in India, with commas), the last one three.
        let wrong_group = match separator {
            Some(',') => group != 2 && group != 3,
            Some(_) => group != 3,
            None => group == 0 || group > 3,
        };
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
pub(crate) fn is_plausible(body: &str) -> bool {
    let plausible = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c) || is_apostrophe(c);
    body.bytes().any(|byte| byte.is_ascii_digit()) && body.chars().all(plausible)
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
