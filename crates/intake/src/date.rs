//! Dates as people and programs write them (domain.md 7.5), read under the order decided for the whole table.
//! A date that does not exist is said to be so; `00/00/0000` and its kin mean "no date".

use crate::mapping::DateOrder;
use sheet::{Cell, CellKind};
use values::Day;

/// What a cell of a date column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateCell {
    Day(Day),
    /// Written to say that there is none.
    NoDate,
    /// Has the shape of a date, but no calendar has it.
    Impossible,
    /// No date at all.
    Unreadable,
}

/// A date before its order is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A true date of a workbook.
    True(Day),
    /// A bare number that a workbook or a program may mean as a date.
    Bare(Day),
    /// Year first, or a month in letters: one reading only.
    Certain(Day),
    /// Two numbers and a year.
    Parts {
        first: u32,
        second: u32,
        year: i32,
        dotted: bool,
        bare: bool,
    },
    NoDate,
    Impossible,
    Other,
}

/// Reads a cell under an order.
pub(crate) fn read(cell: &Cell<'_>, order: DateOrder) -> DateCell {
    match shape(cell) {
        Shape::True(day) | Shape::Bare(day) | Shape::Certain(day) => DateCell::Day(day),
        Shape::NoDate => DateCell::NoDate,
        Shape::Impossible => DateCell::Impossible,
        Shape::Other => DateCell::Unreadable,
        Shape::Parts { first, second, year, .. } => {
            day_of(first, second, year, order).map_or(DateCell::Impossible, DateCell::Day)
        }
    }
}

/// The day of two numbers and a year. Without evidence for another order, the day comes first.
pub(crate) fn day_of(first: u32, second: u32, year: i32, order: DateOrder) -> Option<Day> {
    match order {
        DateOrder::Mdy => Day::new(year, first, second),
        DateOrder::Dmy | DateOrder::Ymd | DateOrder::Serial => Day::new(year, second, first),
    }
}

/// The shape of a cell.
pub(crate) fn shape(cell: &Cell<'_>) -> Shape {
    let text = cell.text.trim();
    match cell.kind {
        CellKind::Date => text.get(..10).and_then(|date| date.parse().ok()).map_or(Shape::Other, placeholder_or_true),
        CellKind::Number => {
            let whole = text.split('.').next().unwrap_or(text);
            digits(whole)
        }
        CellKind::Text => text_shape(text),
        CellKind::Boolean | CellKind::Error => Shape::Other,
    }
}

fn placeholder_or_true(day: Day) -> Shape {
    if is_placeholder(day) { Shape::NoDate } else { Shape::True(day) }
}

/// 1 January 1900, which programs write for "nothing".
fn is_placeholder(day: Day) -> bool {
    day.year() == 1900 && day.month() == 1 && day.day_of_month() == 1
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn two_digit_year(year: u32) -> i32 {
    let year = i32::try_from(year).unwrap_or_default();
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// A date written without any mark: `20260831`, `31082026`, `310826`, `45900` (serial number of a workbook).
fn digits(text: &str) -> Shape {
    if !all_digits(text) {
        return Shape::Other;
    }
    let part =
        |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    match text.len() {
        8 => {
            let (year, month, day) = (part(0, 4), part(4, 6), part(6, 8));
            if matches!(text, "00000000" | "99991231" | "99999999" | "19000101") {
                return Shape::NoDate;
            }
            if (1900..2200).contains(&year) && (1..=12).contains(&month) {
                return Day::new(year as i32, month, day).map_or(Shape::Impossible, Shape::Bare);
            }
            let year = part(4, 8);
            if !(1900..2200).contains(&year) {
                return Shape::Other;
            }
            Shape::Parts { first: part(0, 2), second: part(2, 4), year: year as i32, dotted: false, bare: true }
        }
        6 if text == "000000" => Shape::NoDate,
        6 => Shape::Parts {
            first: part(0, 2),
            second: part(2, 4),
            year: two_digit_year(part(4, 6)),
            dotted: false,
            bare: true,
        },
        5 => {
            let serial = i64::from(part(0, 5));
            // 1954 to 2119: outside, a number of a date column is more likely a mistake.
            if !(20_000..80_000).contains(&serial) {
                return Shape::Other;
            }
            Day::from_serial(serial, false).map_or(Shape::Other, Shape::Bare)
        }
        1 if matches!(text, "0" | "1") => Shape::NoDate,
        _ if text == "2958465" => Shape::NoDate,
        _ => Shape::Other,
    }
}

/// The date part of a date with a time: `2026-08-31T12:00:00Z`, `31/08/2026 00:00`.
fn without_time(text: &str) -> &str {
    let is_mark = |c: char| matches!(c, '/' | '-' | '.');
    if let Some((date, time)) = text.split_once(['T', ' ', '\u{A0}']) {
        let complete = date.matches(is_mark).count() == 2 || (date.len() == 8 && all_digits(date));
        if complete
            && date.starts_with(|c: char| c.is_ascii_digit())
            && time.trim_start().starts_with(|c: char| c.is_ascii_digit())
        {
            return date;
        }
    }
    text
}

/// The shape of `31/08/2026`, which most dates have, without looking at every other way; `None` for anything else.
fn common_shape(text: &str) -> Option<Shape> {
    let [a, b, mark, c, d, other, e, f, g, h] = *text.as_bytes() else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let (first, second) = (digit(a)? * 10 + digit(b)?, digit(c)? * 10 + digit(d)?);
    let year = digit(e)? * 1_000 + digit(f)? * 100 + digit(g)? * 10 + digit(h)?;
    // Years outside are placeholders or mistakes.
    let plain = mark == other && matches!(mark, b'/' | b'.' | b'-') && (1_901..2_200).contains(&year);
    let written = first > 0 || second > 0;
    (plain && written).then_some(Shape::Parts { first, second, year: year as i32, dotted: mark == b'.', bare: false })
}

fn text_shape(text: &str) -> Shape {
    if let Some(shape) = common_shape(text) {
        return shape;
    }
    let text = without_time(text);
    if all_digits(text) {
        return digits(text);
    }
    if matches!(text, "-" | "–" | "—" | "--" | "/" | "//" | "/  /" | "n/a" | "N/A") {
        return Shape::NoDate;
    }
    let mut parts = [""; 3];
    let mut count = 0;
    for part in text.split(['/', '-', '.', ',', ' ', '\u{A0}', '\u{202F}']) {
        if part.is_empty() || matches!(part, "de" | "of" | "del") {
            continue;
        }
        let Some(slot) = parts.get_mut(count) else { return Shape::Other };
        *slot = part;
        count += 1;
    }
    if count != 3 {
        return Shape::Other;
    }
    let [a, b, c] = parts;
    match (number(a), number(b), number(c)) {
        (Some(first), Some(second), Some(third)) => numeric(text, parts, [first, second, third]),
        (Some(day), None, Some(year)) => lettered(day, b, year, c),
        (None, Some(day), Some(year)) => lettered(day, a, year, c),
        (Some(_) | None, _, _) => Shape::Other,
    }
}

/// A number of one to four digits, an ordinal ending allowed: `31`, `1er`, `2nd`.
fn number(part: &str) -> Option<u32> {
    let digits = part.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = part.get(digits.len()..).unwrap_or_default();
    let plain = ending.is_empty() || ["er", "st", "nd", "rd", "th", "e"].contains(&ending);
    if plain && (1..=4).contains(&digits.len()) && all_digits(digits) { digits.parse().ok() } else { None }
}

fn numeric(text: &str, parts: [&str; 3], numbers: [u32; 3]) -> Shape {
    let [first, second, third] = numbers;
    if first == 0 && second == 0 || (third == 9999 || first == 9999) {
        return Shape::NoDate;
    }
    let lengths = parts.map(str::len);
    match lengths {
        [4, 1..=2, 1..=2] => certain(first as i32, second, third),
        [1..=2, 1..=2, 2] => {
            Shape::Parts { first, second, year: two_digit_year(third), dotted: text.contains('.'), bare: false }
        }
        [1..=2, 1..=2, 4] if third == 1900 && first <= 1 && second <= 1 => Shape::NoDate,
        [1..=2, 1..=2, 4] if third == 1899 => Shape::NoDate,
        [1..=2, 1..=2, 4] => {
            Shape::Parts { first, second, year: third as i32, dotted: text.contains('.'), bare: false }
        }
        _ => Shape::Other,
    }
}

fn certain(year: i32, month: u32, day: u32) -> Shape {
    match Day::new(year, month, day) {
        Some(day) if is_placeholder(day) => Shape::NoDate,
        Some(day) => Shape::Certain(day),
        None if year == 0 || year == 1899 => Shape::NoDate,
        None => Shape::Impossible,
    }
}

fn lettered(day: u32, month: &str, year: u32, year_text: &str) -> Shape {
    let Some(month) = month_of(month) else { return Shape::Other };
    match year_text.len() {
        2 => certain(two_digit_year(year), month, day),
        4 => certain(year as i32, month, day),
        _ => Shape::Other,
    }
}

/// Names of the months: French, English, German, Spanish, Italian, Dutch.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "januar", "enero", "gennaio", "januari"],
    &["fevrier", "february", "februar", "febrero", "febbraio", "februari"],
    &["mars", "march", "marz", "maerz", "marzo", "maart", "mrt"],
    &["avril", "april", "abril", "aprile", "avr"],
    &["mai", "may", "mayo", "maggio", "mei"],
    &["juin", "june", "juni", "junio", "giugno"],
    &["juillet", "july", "juli", "julio", "luglio"],
    &["aout", "august", "agosto", "augustus"],
    &["septembre", "september", "septiembre", "settembre"],
    &["octobre", "october", "oktober", "octubre", "ottobre"],
    &["novembre", "november", "noviembre"],
    &["decembre", "december", "dezember", "diciembre", "dicembre"],
];

/// The month of a name or of its first letters, unless two months begin with them (`jui`).
fn month_of(name: &str) -> Option<u32> {
    let folded = crate::words::fold(name);
    if folded.len() < 3 {
        return None;
    }
    let mut found = None;
    for (names, month) in MONTHS.iter().zip(1..) {
        if names.contains(&folded.as_str()) {
            return Some(month);
        }
        if names.iter().any(|name| name.starts_with(folded.as_str())) {
            match found {
                None => found = Some(month),
                Some(_) => return None,
            }
        }
    }
    found
}

/// What the cells of date columns tell about their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateProfile {
    /// True dates whose day does not pass 12, so that day and month could have been swapped.
    pub(crate) true_low: u32,
    /// True dates whose day passes 12.
    pub(crate) true_high: u32,
    bare: u32,
    certain: u32,
    /// Texts whose first number passes 12.
    pub(crate) first_high: u32,
    second_high: u32,
    dotted: u32,
    either: u32,
    /// One text that can be read both ways.
    pub(crate) example: Option<String>,
}

/// What the columns decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderVerdict {
    /// Some dates admit one order only.
    Sure(DateOrder),
    /// Every date in letters, digits or parts can be read both ways.
    Unsure { dates: u32 },
}

impl DateProfile {
    pub(crate) fn see(&mut self, cell: &Cell<'_>) {
        match shape(cell) {
            Shape::True(day) if day.day_of_month() <= 12 => self.true_low += 1,
            Shape::True(_) => self.true_high += 1,
            Shape::Bare(_) => self.bare += 1,
            Shape::Certain(_) => self.certain += 1,
            Shape::Parts { first, second, dotted, .. } => {
                let possible = (1..=31).contains(&first) && (1..=31).contains(&second);
                match (first > 12, second > 12) {
                    (true, false) if possible => self.first_high += 1,
                    (false, true) if possible => self.second_high += 1,
                    (false, false) if possible => {
                        self.either += 1;
                        self.dotted += u32::from(dotted);
                        if self.example.as_deref().is_none_or(|known| cell.text < known) {
                            self.example = Some(cell.text.to_owned());
                        }
                    }
                    _ => {}
                }
            }
            Shape::NoDate | Shape::Impossible | Shape::Other => {}
        }
    }

    /// Adds what another column of the same table tells.
    pub(crate) fn merge(&mut self, other: &DateProfile) {
        self.true_low += other.true_low;
        self.true_high += other.true_high;
        self.bare += other.bare;
        self.certain += other.certain;
        self.first_high += other.first_high;
        self.second_high += other.second_high;
        self.dotted += other.dotted;
        self.either += other.either;
        if let Some(example) = &other.example
            && self.example.as_deref().is_none_or(|known| example.as_str() < known)
        {
            self.example = Some(example.clone());
        }
    }

    /// Texts that admit only the other order.
    pub(crate) fn dissent(&self, order: DateOrder) -> u32 {
        match order {
            DateOrder::Dmy => self.second_high,
            DateOrder::Mdy => self.first_high,
            DateOrder::Ymd | DateOrder::Serial => 0,
        }
    }

    /// Texts that prove an order.
    pub(crate) fn proofs(&self, order: DateOrder) -> u32 {
        match order {
            DateOrder::Dmy => self.first_high + self.dotted,
            DateOrder::Mdy => self.second_high,
            DateOrder::Ymd => self.certain,
            DateOrder::Serial => self.true_low + self.true_high + self.bare,
        }
    }

    /// The order the columns prove. A dot between the parts is never American.
    pub(crate) fn verdict(&self) -> OrderVerdict {
        if self.first_high + self.second_high + self.dotted > 0 {
            let day_first = self.first_high + self.dotted >= self.second_high;
            return OrderVerdict::Sure(if day_first { DateOrder::Dmy } else { DateOrder::Mdy });
        }
        if self.either > 0 {
            return OrderVerdict::Unsure { dates: self.either };
        }
        let true_dates = self.true_low + self.true_high;
        OrderVerdict::Sure(if self.certain + self.bare > true_dates { DateOrder::Ymd } else { DateOrder::Serial })
    }

    /// True dates that never pass 12 beside texts that always do: a spreadsheet swapped day and month on opening.
    pub(crate) fn half_swapped(&self) -> bool {
        let texts_low = self.either + self.second_high;
        self.true_low >= 3 && self.true_high == 0 && self.first_high >= 3 && texts_low == 0
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
