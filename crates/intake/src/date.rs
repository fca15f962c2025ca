//! Dates as people and programs write them (domain.md 7.5), read under the order decided for their whole column.
//! A date that does not exist is said to be so; `00/00/0000` and its kin mean "no date". Two digits of a year from 70
//! on are of the last century.

use crate::day_memo::Known;
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
    /// Eight digits, year first.
    Bare(Day),
    /// A day number of a workbook without its date format.
    Serial(Day),
    /// Year first, or a month in letters: one reading only.
    Certain(Day),
    /// Three numbers whose order the column tells.
    Parts(Parts),
    NoDate,
    Impossible,
    Other,
}

/// Three numbers of a date, as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) first: u16,
    pub(crate) second: u16,
    pub(crate) third: u16,
    /// The year has two digits: it can stand first or last. With four it stands last.
    pub(crate) short: bool,
    pub(crate) dotted: bool,
    /// Written without any mark.
    pub(crate) bare: bool,
}

/// Year, month and day in one number, in the order of the calendar.
pub(crate) type Packed = u32;

impl Parts {
    /// The day under an order, packed; `None` where no calendar has it. With a year of four digits, which stands
    /// last, the day comes first unless the month is known to.
    pub(crate) fn packed(self, order: DateOrder) -> Option<Packed> {
        let (year, month, day) = match order {
            DateOrder::Mdy => (self.year(self.third), self.first, self.second),
            DateOrder::Ymd if self.short => (self.year(self.first), self.second, self.third),
            DateOrder::Dmy | DateOrder::Ymd | DateOrder::Serial => (self.year(self.third), self.second, self.first),
        };
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let real = (1..=length).contains(&day) && (1900..2200).contains(&year);
        real.then(|| u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day))
    }

    fn year(self, written: u16) -> u16 {
        match written {
            written if !self.short => written,
            0..70 => 2000 + written,
            _ => 1900 + written,
        }
    }
}

/// A day of a calendar from its packed form.
pub(crate) fn unpacked(packed: Packed) -> Option<Day> {
    Day::new(i32::try_from(packed / 10_000).ok()?, packed / 100 % 100, packed % 100)
}

pub(crate) fn packed(day: Day) -> Packed {
    day.year().unsigned_abs() * 10_000 + day.month() * 100 + day.day_of_month()
}

/// How the dates of one column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateReader {
    pub(crate) order: DateOrder,
    /// True dates had day and month swapped on opening: they are swapped back.
    pub(crate) swapped: bool,
    /// Dates of six digits stand in the column, so five digits are one of them without its zero, not a day number.
    pub(crate) lost_zeros: bool,
    /// Day numbers count from 1904.
    pub(crate) from_1904: bool,
}

impl DateReader {
    /// A column about which nothing is known but the order of its dates.
    pub(crate) const fn plain(order: DateOrder) -> DateReader {
        DateReader { order, swapped: false, lost_zeros: false, from_1904: false }
    }

    /// The day of a text looked up before, where it is one.
    pub(crate) fn day_of(self, known: &Known) -> Option<Day> {
        let [day_first, month_first, year_first] = known.days;
        match self.order {
            _ if self.swapped && known.is_true() => known.swapped,
            _ if self.lost_zeros && matches!(known.shape, Shape::Serial(_)) => None,
            DateOrder::Dmy | DateOrder::Serial => day_first,
            DateOrder::Mdy => month_first,
            DateOrder::Ymd => year_first,
        }
    }

    /// Reads a cell of the column.
    pub(crate) fn read(self, cell: &Cell<'_>) -> DateCell {
        match shape(cell, self.from_1904) {
            Shape::True(day) if self.swapped => swap(day).map_or(DateCell::Day(day), DateCell::Day),
            Shape::Serial(_) if self.lost_zeros => DateCell::Unreadable,
            Shape::True(day) | Shape::Bare(day) | Shape::Serial(day) | Shape::Certain(day) => DateCell::Day(day),
            Shape::NoDate => DateCell::NoDate,
            Shape::Impossible => DateCell::Impossible,
            Shape::Other => DateCell::Unreadable,
            Shape::Parts(parts) => {
                parts.packed(self.order).and_then(unpacked).map_or(DateCell::Impossible, DateCell::Day)
            }
        }
    }
}

/// Day and month exchanged, where the day can be a month.
pub(crate) fn swap(day: Day) -> Option<Day> {
    Day::new(day.year(), day.day_of_month(), day.month())
}

/// The shape of a cell. `from_1904`: day numbers of the workbook count from 1904.
pub(crate) fn shape(cell: &Cell<'_>, from_1904: bool) -> Shape {
    let text = cell.text.trim();
    match cell.kind {
        CellKind::Text => quick(text.as_bytes()).unwrap_or_else(|| text_shape(text, from_1904)),
        CellKind::Date => true_date(text, from_1904),
        CellKind::Number => digits(text.split('.').next().unwrap_or(text), from_1904),
        CellKind::Boolean | CellKind::Error => Shape::Other,
    }
}

/// The common writings `31/08/2026`, `31/08/26`, `2026-08-31` and `20260831`, without a search.
pub(crate) fn quick(bytes: &[u8]) -> Option<Shape> {
    let two = |tens: u8, units: u8| {
        let both = tens.is_ascii_digit() && units.is_ascii_digit();
        both.then(|| u16::from(tens - b'0') * 10 + u16::from(units - b'0'))
    };
    match *bytes {
        [a, b, b'/', c, d, b'/', e, f, g, h] => {
            let (first, second, third) = (two(a, b)?, two(c, d)?, two(e, f)? * 100 + two(g, h)?);
            let plain = first > 0 && second > 0 && (1901..2200).contains(&third);
            plain.then_some(Shape::Parts(Parts { first, second, third, short: false, dotted: false, bare: false }))
        }
        [a, b, b'/', c, d, b'/', e, f] => {
            let (first, second, third) = (two(a, b)?, two(c, d)?, two(e, f)?);
            let plain = first > 0 && second > 0;
            plain.then_some(Shape::Parts(Parts { first, second, third, short: true, dotted: false, bare: false }))
        }
        [a, b, c, d, b'-', e, f, b'-', g, h] => {
            let year = two(a, b)? * 100 + two(c, d)?;
            let day = Day::new(i32::from(year), u32::from(two(e, f)?), u32::from(two(g, h)?));
            day.filter(|_| (1901..2200).contains(&year)).map(Shape::Certain)
        }
        [a, b, c, d, e, f, g, h] => {
            let year = two(a, b)? * 100 + two(c, d)?;
            let day = Day::new(i32::from(year), u32::from(two(e, f)?), u32::from(two(g, h)?));
            day.filter(|_| (1901..2200).contains(&year)).map(Shape::Bare)
        }
        _ => None,
    }
}

/// The common writings of a day in a cell of this kind, without a search.
pub(crate) fn quick_cell(text: &str, kind: CellKind, from_1904: bool) -> Option<Shape> {
    match kind {
        CellKind::Text => quick(text.as_bytes()),
        CellKind::Date => Some(true_date(text, from_1904)).filter(|shape| matches!(shape, Shape::True(_))),
        CellKind::Number | CellKind::Boolean | CellKind::Error => None,
    }
}

/// A true date, unless it is what programs write for "nothing": the first and the last days a workbook knows.
fn true_date(text: &str, from_1904: bool) -> Shape {
    let date = text.get(..10).unwrap_or(text);
    if date.starts_with("1899-") || date.starts_with("9999-") || (from_1904 && date == "1904-01-01") {
        return Shape::NoDate;
    }
    match date.parse() {
        Ok(day) if is_placeholder(day) => Shape::NoDate,
        Ok(day) => Shape::True(day),
        Err(_) if date.len() == 10 => Shape::Impossible,
        Err(_) => Shape::Other,
    }
}

/// 1 January 1900, which programs write for "nothing".
fn is_placeholder(day: Day) -> bool {
    day.year() == 1900 && day.month() == 1 && day.day_of_month() == 1
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date written without any mark: `20260831`, `31082026`, `310826`, `45900` (day number of a workbook).
fn digits(text: &str, from_1904: bool) -> Shape {
    if !all_digits(text) {
        return Shape::Other;
    }
    let part =
        |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or_default();
    let parts = |third: u16, short: bool| {
        Shape::Parts(Parts { first: part(0, 2), second: part(2, 4), third, short, dotted: false, bare: true })
    };
    match text.len() {
        8 => {
            let (year, month, day) = (part(0, 4), part(4, 6), part(6, 8));
            let nothing = ["00000000", "99991231", "99999999", "19000101", "31129999", "12319999", "01011900"];
            if nothing.contains(&text) {
                return Shape::NoDate;
            }
            if (1900..2200).contains(&year) && (1..=12).contains(&month) {
                return Day::new(i32::from(year), month.into(), day.into()).map_or(Shape::Impossible, Shape::Bare);
            }
            let year = part(4, 8);
            if (1900..2200).contains(&year) { parts(year, false) } else { Shape::Other }
        }
        6 if text == "000000" => Shape::NoDate,
        6 => parts(part(4, 6), true),
        5 => {
            let day = text.parse().ok().and_then(|serial| Day::from_serial(serial, from_1904));
            // Outside, a number of a date column is more likely a mistake.
            day.filter(|day| (1990..=2100).contains(&day.year())).map_or(Shape::Other, Shape::Serial)
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
        let time = time.trim_start();
        if complete
            && date.starts_with(|c: char| c.is_ascii_digit())
            && time.starts_with(|c: char| c.is_ascii_digit())
            && time.contains([':', 'h'])
        {
            return date;
        }
    }
    text
}

fn text_shape(text: &str, from_1904: bool) -> Shape {
    let text = without_time(text);
    if all_digits(text) {
        return digits(text, from_1904);
    }
    if matches!(text, "-" | "–" | "—" | "--" | "/" | "//" | "/  /" | "n/a" | "N/A") {
        return Shape::NoDate;
    }
    let mut parts = [""; 4];
    let mut count = 0;
    for part in text.split(['/', '-', '.', ',', ' ', '\u{A0}', '\u{202F}']) {
        if part.is_empty() || matches!(part, "de" | "of" | "del") {
            continue;
        }
        let Some(slot) = parts.get_mut(count) else { return Shape::Other };
        *slot = part;
        count += 1;
    }
    let parts = match parts {
        [weekday, a, b, c] if count == 4 && is_weekday(weekday) => [a, b, c],
        [a, b, c, _] if count == 3 => [a, b, c],
        _ => return Shape::Other,
    };
    let [a, b, c] = parts;
    match (number(a), number(b), number(c)) {
        (Some(first), Some(second), Some(third)) => numeric(text, parts, [first, second, third]),
        (Some(year), None, Some(day)) if a.len() == 4 => lettered(day, b, year, a),
        (Some(day), None, Some(year)) => lettered(day, b, year, c),
        (None, Some(day), Some(year)) => lettered(day, a, year, c),
        (Some(_) | None, _, _) => Shape::Other,
    }
}

/// The days of the week, as they are cut before a date: French, English, German, Spanish, Italian, Dutch.
const WEEKDAYS: [&str; 42] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

/// Whether a word is a day of the week or its first letters: `lun.`, `Wed`, `Mo.`.
fn is_weekday(part: &str) -> bool {
    let lettered = part.len() >= 2 && part.chars().all(char::is_alphabetic);
    if !lettered {
        return false;
    }
    let folded = crate::words::fold(part);
    WEEKDAYS.iter().any(|day| day.starts_with(folded.as_str()))
}

/// A number of one to four digits, an ordinal ending allowed: `31`, `1er`, `2nd`.
fn number(part: &str) -> Option<u16> {
    let digits = part.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = part.get(digits.len()..).unwrap_or_default();
    let plain = ending.is_empty() || ["er", "st", "nd", "rd", "th", "e"].contains(&ending);
    if plain && (1..=4).contains(&digits.len()) && all_digits(digits) { digits.parse().ok() } else { None }
}

fn numeric(text: &str, parts: [&str; 3], numbers: [u16; 3]) -> Shape {
    let [first, second, third] = numbers;
    if first == 0 && second == 0 || (third == 9999 || first == 9999) {
        return Shape::NoDate;
    }
    let made = |short| Shape::Parts(Parts { first, second, third, short, dotted: text.contains('.'), bare: false });
    match parts.map(str::len) {
        [4, 1..=2, 1..=2] => certain(first, second, third),
        [1..=2, 1..=2, 2] => made(true),
        [1..=2, 1..=2, 4] if third == 1900 && first <= 1 && second <= 1 => Shape::NoDate,
        [1..=2, 1..=2, 4] if third == 1899 => Shape::NoDate,
        [1..=2, 1..=2, 4] => made(false),
        _ => Shape::Other,
    }
}

fn certain(year: u16, month: u16, day: u16) -> Shape {
    match Day::new(year.into(), month.into(), day.into()) {
        Some(day) if is_placeholder(day) => Shape::NoDate,
        Some(day) => Shape::Certain(day),
        None if year == 0 || year == 1899 => Shape::NoDate,
        None => Shape::Impossible,
    }
}

fn lettered(day: u16, month: &str, year: u16, year_text: &str) -> Shape {
    let Some(month) = month_of(month) else { return Shape::Other };
    match year_text.len() {
        2 if year < 70 => certain(2000 + year, month, day),
        2 => certain(1900 + year, month, day),
        4 => certain(year, month, day),
        _ => Shape::Other,
    }
}

/// Names of the months: French, English, German, Spanish, Italian, Dutch, Polish in two cases, Danish and Swedish.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "januar", "enero", "gennaio", "januari", "styczen", "stycznia"],
    &["fevrier", "february", "februar", "febrero", "febbraio", "februari", "luty", "lutego"],
    &["mars", "march", "marz", "maerz", "mrz", "marzo", "maart", "mrt", "marzec", "marca"],
    &["avril", "april", "abril", "aprile", "avr", "kwiecien", "kwietnia"],
    &["mai", "may", "mayo", "maggio", "mei", "maj", "maja"],
    &["juin", "june", "juni", "junio", "giugno", "czerwiec", "czerwca"],
    &["juillet", "july", "juli", "julio", "luglio", "lipiec", "lipca"],
    &["aout", "august", "agosto", "augustus", "augusti", "sierpien", "sierpnia"],
    &["septembre", "september", "septiembre", "settembre", "wrzesien", "wrzesnia"],
    &["octobre", "october", "oktober", "octubre", "ottobre", "pazdziernik", "pazdziernika"],
    &["novembre", "november", "noviembre", "listopad", "listopada"],
    &["decembre", "december", "dezember", "diciembre", "dicembre", "grudzien", "grudnia"],
];

/// The month of a name or of its first letters, unless two months begin with them (`jui`).
pub(crate) fn month_of(name: &str) -> Option<u16> {
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

/// The first day of a month that heads a column: `août-26`, `sept. 2026`, or a true date that a spreadsheet shows so.
pub(crate) fn month_heading(cell: &Cell<'_>) -> Option<Day> {
    if cell.kind == CellKind::Date {
        return cell.text.get(..10)?.parse().ok().map(Day::first_of_month);
    }
    let folded = crate::words::fold(cell.text);
    let (month, year) = folded.split_once(' ')?;
    if let Some(first) = in_figures(month, year).or_else(|| in_figures(year, month)) {
        return Some(first);
    }
    let month = month_of(month)?;
    let year: u16 = year.parse().ok().filter(|_| year.len() == 2 || year.len() == 4)?;
    let year = if year < 100 { 2000 + year } else { year };
    Day::new(year.into(), month.into(), 1)
}

/// `06/2026`, `2026-06`: the year in full, or it would be a day.
fn in_figures(month: &str, year: &str) -> Option<Day> {
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = figures(month) && figures(year) && month.len() <= 2 && year.len() == 4;
    let year: i32 = year.parse().ok().filter(|year| whole && (1990..2100).contains(year))?;
    Day::new(year, month.parse().ok()?, 1)
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
