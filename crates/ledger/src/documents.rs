//! Document numbers in few bytes. `FA202401-000123` is a pattern (`FA`, six digits, `-`, six digits) that thousands
//! of documents share, and two numbers, each close to those of the customer's document before it.

use crate::varint::{put, put_signed, take, take_signed};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use values::Day;

/// Patterns kept; a file without patterns must not fill the memory with them.
const MAX_PATTERNS: usize = 4_096;
/// The longest run of digits that fits 64 bits whatever its digits.
const MAX_DIGITS: usize = 18;
/// Runs of digits foretold by the document before.
const FORETOLD: usize = 2;

/// Patterns by number. A run of digits stands in a pattern as the control character of its length.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns {
    by_text: BTreeMap<String, u32>,
    patterns: Vec<Pattern>,
    /// The pattern and the numbers of the document being written.
    text: String,
    numbers: Vec<u64>,
}

#[derive(Clone, Debug)]
struct Pattern {
    text: String,
    /// How many runs of digits it has.
    numbers: usize,
}

/// The document before: its pattern and its first numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before {
    pattern: u32,
    numbers: [u64; FORETOLD],
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// There is none.
    Empty,
    /// By numbers, in the pattern of the document before.
    Same,
    /// By a pattern and numbers.
    Pattern,
    /// The same, its first number that of the document before.
    Kept,
    /// The same, its first number the year and month of its day.
    Month,
    /// By a pattern and numbers, the first one the year and month of its day.
    PatternOfMonth,
    /// Letter by letter.
    Literal,
}

impl Form {
    pub(crate) const COUNT: usize = 7;

    /// Whether the first number is known without being written.
    const fn foretells(self) -> bool {
        matches!(self, Form::Kept | Form::Month | Form::PatternOfMonth)
    }

    /// Whether the pattern is told.
    const fn tells_pattern(self) -> bool {
        matches!(self, Form::Pattern | Form::PatternOfMonth)
    }
}

/// Year and month of a day, as `202401`.
fn month(day: Day) -> u64 {
    u64::from(day.year().unsigned_abs()) * 100 + u64::from(day.month())
}

impl Patterns {
    /// Writes a document of a day; tells in which form.
    pub(crate) fn write(&mut self, bytes: &mut Vec<u8>, document: &str, day: Day, before: &mut Before) -> Form {
        if document.is_empty() {
            return Form::Empty;
        }
        let same = before.pattern > 0 && self.repeats(before.pattern, document.as_bytes());
        let mut known = || self.split(document).then(|| self.number_of_pattern(before.pattern)).flatten();
        let Some(pattern) = (if same { Some(before.pattern) } else { known() }) else {
            put(bytes, document.len() as u64);
            bytes.extend_from_slice(document.as_bytes());
            return Form::Literal;
        };
        // Number 0 is the pattern before the first: no document has it.
        let repeated = pattern == before.pattern;
        if !repeated {
            put(bytes, u64::from(pattern));
            *before = Before { pattern, numbers: [0; FORETOLD] };
        }
        let form = self.form(repeated, day, before);
        for (place, number) in self.numbers.iter().enumerate() {
            match before.numbers.get_mut(place) {
                Some(last) => {
                    if place > 0 || !form.foretells() {
                        put_signed(bytes, number.wrapping_sub(*last) as i64);
                    }
                    *last = *number;
                }
                None => put(bytes, *number),
            }
        }
        form
    }

    /// The shortest form of the document whose numbers were just read.
    fn form(&self, repeated: bool, day: Day, before: &Before) -> Form {
        let first = self.numbers.first().copied();
        let several = self.numbers.len() > 1;
        match (repeated, several) {
            (true, true) if first == before.numbers.first().copied() => Form::Kept,
            (true, true) if first == Some(month(day)) => Form::Month,
            (false, true) if first == Some(month(day)) => Form::PatternOfMonth,
            (true, _) => Form::Same,
            (false, _) => Form::Pattern,
        }
    }

    /// Passes over a document of a day without making its text.
    pub(crate) fn skip(&self, bytes: &mut impl Iterator<Item = u8>, form: Form, day: Day, before: &mut Before) {
        match form {
            Form::Empty => {}
            Form::Literal => {
                let length = take(bytes) as usize;
                bytes.take(length).for_each(drop);
            }
            Form::Same | Form::Kept | Form::Month | Form::Pattern | Form::PatternOfMonth => {
                let pattern = self.begin(bytes, form, before);
                for place in 0..pattern.numbers {
                    number(bytes, place, (form, day), before);
                }
            }
        }
    }

    /// Reads what [`Patterns::write`] wrote.
    pub(crate) fn read(
        &self,
        bytes: &mut impl Iterator<Item = u8>,
        form: Form,
        day: Day,
        before: &mut Before,
    ) -> String {
        match form {
            Form::Empty => String::new(),
            Form::Literal => {
                let length = take(bytes) as usize;
                String::from_utf8(bytes.take(length).collect()).unwrap_or_default()
            }
            Form::Same | Form::Kept | Form::Month | Form::Pattern | Form::PatternOfMonth => {
                let pattern = self.begin(bytes, form, before);
                let mut places = 0..;
                let mut text = String::new();
                for letter in pattern.text.chars() {
                    let digits = letter as usize;
                    if digits > MAX_DIGITS {
                        text.push(letter);
                    } else {
                        let place = places.next().unwrap_or_default();
                        let _infallible = write!(text, "{:0digits$}", number(bytes, place, (form, day), before));
                    }
                }
                text
            }
        }
    }

    /// The pattern of a document about to be read.
    fn begin(&self, bytes: &mut impl Iterator<Item = u8>, form: Form, before: &mut Before) -> &Pattern {
        if form.tells_pattern() {
            *before = Before { pattern: take(bytes) as u32, numbers: [0; FORETOLD] };
        }
        self.pattern(before.pattern)
    }

    fn pattern(&self, number: u32) -> &Pattern {
        match self.patterns.get((number as usize).wrapping_sub(1)) {
            Some(pattern) => pattern,
            None => unreachable!("a pattern is only numbered when it is kept"),
        }
    }

    /// Whether a document has a pattern; its numbers are kept. Most documents have that of the one before.
    fn repeats(&mut self, pattern: u32, document: &[u8]) -> bool {
        self.numbers.clear();
        let mut rest = document;
        let Some(pattern) = self.patterns.get((pattern as usize).wrapping_sub(1)) else { return false };
        for letter in pattern.text.bytes() {
            let length = if usize::from(letter) > MAX_DIGITS { 1 } else { usize::from(letter) };
            let Some((part, after)) = rest.split_at_checked(length) else { return false };
            if usize::from(letter) > MAX_DIGITS {
                if part != [letter] {
                    return false;
                }
            } else {
                if !part.iter().all(u8::is_ascii_digit) {
                    return false;
                }
                self.numbers.push(part.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')));
            }
            rest = after;
        }
        rest.is_empty()
    }

    /// Cuts a document into pattern and numbers. False where it cannot be put together again from them.
    fn split(&mut self, document: &str) -> bool {
        self.text.clear();
        self.numbers.clear();
        let mut rest = document;
        while let Some(letter) = rest.chars().next() {
            if (letter as usize) < 0x20 {
                return false;
            }
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (run, after) = rest.split_at_checked(digits.max(letter.len_utf8())).unwrap_or((rest, ""));
            match (digits, run.parse(), char::from_u32(digits as u32)) {
                (0, ..) => self.text.push(letter),
                (1..=MAX_DIGITS, Ok(number), Some(mark)) => {
                    self.text.push(mark);
                    self.numbers.push(number);
                }
                _ => return false,
            }
            rest = after;
        }
        true
    }

    /// The number of the pattern just split off; `before` is that of the document before.
    fn number_of_pattern(&mut self, before: u32) -> Option<u32> {
        if before > 0 && self.pattern(before).text == self.text {
            return Some(before);
        }
        if let Some(number) = self.by_text.get(&self.text) {
            return Some(*number);
        }
        if self.patterns.len() >= MAX_PATTERNS {
            return None;
        }
        self.patterns.push(Pattern { text: self.text.clone(), numbers: self.numbers.len() });
        let number = self.patterns.len() as u32;
        self.by_text.insert(self.text.clone(), number);
        Some(number)
    }
}

/// The number at a place of a document: known from its form, foretold by the document before, or written whole.
fn number(bytes: &mut impl Iterator<Item = u8>, place: usize, (form, day): (Form, Day), before: &mut Before) -> u64 {
    let Some(last) = before.numbers.get_mut(place) else { return take(bytes) };
    match (place, form) {
        (0, Form::Kept) => {}
        (0, Form::Month | Form::PatternOfMonth) => *last = month(day),
        _ => *last = last.wrapping_add(take_signed(bytes) as u64),
    }
    *last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_back_letter_by_letter() {
        let documents = [
            "FA202401-000123",
            "FA202401-000125",
            "FA202402-000124",
            "FA202403-000130",
            "AV202403-000131",
            "00202403/1",
            "",
            "REG0000007",
            "REG0000006",
            "0",
            "00",
            "№ 12/é",
            "tab\t1",
            "1-2-3-4-5",
            "1-2-3-4-9",
            "9999999999999999999999",
            "999999999999999999",
        ];
        let mut patterns = Patterns::default();
        let (mut bytes, mut before) = (Vec::new(), Before::default());
        let day: Day = "2024-03-05".parse().unwrap();
        let forms = documents.map(|document| patterns.write(&mut bytes, document, day, &mut before));
        let (mut read, mut before) = (bytes.iter().copied(), Before::default());
        for (document, form) in documents.into_iter().zip(forms) {
            assert_eq!(patterns.read(&mut read, form, day, &mut before), document);
        }
        assert_eq!(read.next(), None);
        let first = [Form::Pattern, Form::Kept, Form::Same, Form::Month, Form::PatternOfMonth, Form::PatternOfMonth];
        assert_eq!(forms[..6], first);
    }

    #[test]
    fn patterns_are_bounded() {
        let mut patterns = Patterns::default();
        let (mut bytes, mut before) = (Vec::new(), Before::default());
        for number in 0..2 * MAX_PATTERNS {
            let letters: String =
                (0..6).filter_map(|place| char::from_u32(0x41 + (number as u32 >> (place * 3)) % 8)).collect();
            patterns.write(&mut bytes, &letters, Day::EPOCH, &mut before);
        }
        assert_eq!(patterns.patterns.len(), MAX_PATTERNS);
    }
}
