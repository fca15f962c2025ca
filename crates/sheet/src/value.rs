//! Numbers and day numbers of a workbook as exact text: no exponent, no float arithmetic, no shifted day.
//! A day number that is no day stays a number; a number that is none is an error value.

use crate::table::CellKind;

/// Which day a workbook counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Day 1 is 1 January 1900, and 29 February 1900, which never was, is day 60.
    Year1900,
    /// Day 0 is 1 January 1904.
    Year1904,
}

/// What a day number turned into.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A day, with its time when not midnight.
    Date(String),
    /// A time of day without day: a number between 0 and 1.
    Time(String),
    /// No day of the calendar.
    Impossible(CellKind, String),
}

/// A number in its shortest exact decimal writing.
pub(crate) fn number(value: f64) -> (CellKind, String) {
    if !value.is_finite() {
        return (CellKind::Error, "#NUM!".to_owned());
    }
    let text = value.to_string();
    (CellKind::Number, if text == "-0" { "0".to_owned() } else { text })
}

/// The day a day number stands for.
pub(crate) fn moment(value: f64, epoch: Epoch) -> Moment {
    let (kind, text) = number(value);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let Ok(serial) = whole.parse::<i64>() else { return Moment::Impossible(kind, text) };
    if serial == 0 && !fraction.is_empty() && !text.starts_with('-') {
        return Moment::Time(text);
    }
    let Some(day) = day(serial, epoch) else { return Moment::Impossible(kind, text) };
    let mut date = String::from_utf8_lossy(&day).into_owned();
    let seconds = seconds_of(fraction);
    if seconds > 0 {
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        date += &format!("T{hour:02}:{minute:02}:{second:02}");
    }
    Moment::Date(date)
}

/// `YYYY-MM-DD` of a whole day number; `None` where it is no day.
pub(crate) fn day(serial: i64, epoch: Epoch) -> Option<[u8; 10]> {
    // Days from 1 January 1970 to the day before day 1, or to day 0.
    let origin = match (epoch, serial) {
        (Epoch::Year1900, 1..=59) => -25_568,
        (Epoch::Year1900, 61..=2_958_465) => -25_569,
        (Epoch::Year1904, 1..=2_957_003) => -24_107,
        (Epoch::Year1900 | Epoch::Year1904, _) => return None,
    };
    let (year, month, day) = civil(serial + origin);
    let digit = |number: i64| b'0' + (number % 10) as u8;
    let (year, month, day) = (
        [year / 1_000, year / 100, year / 10, year].map(digit),
        [month / 10, month].map(digit),
        [day / 10, day].map(digit),
    );
    let ([y1, y2, y3, y4], [m1, m2], [d1, d2]) = (year, month, day);
    Some([y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2])
}

/// A number as a workbook writes it, in its shortest exact decimal writing. Up to fifteen significant digits those
/// written are those meant; beyond, the number is the nearest one that a spreadsheet can hold.
pub(crate) fn decimal(written: &[u8], out: &mut String) -> Option<CellKind> {
    let (minus, digits) = written.strip_prefix(b"-").map_or(("", written), |digits| ("-", digits));
    let point = digits.iter().position(|byte| *byte == b'.').unwrap_or(digits.len());
    let (whole, fraction) = digits.split_at(point);
    let fraction = fraction.get(1..);
    let all = |digits: &[u8]| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    let plain = all(whole) && fraction.is_none_or(all) && digits.len() <= 16 - usize::from(fraction.is_none());
    if !plain {
        let numeric = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
        let starts_well = digits.first().is_some_and(u8::is_ascii_digit);
        let text = std::str::from_utf8(written).ok().filter(|_| starts_well && digits.iter().all(numeric))?;
        let (kind, text) = number(text.parse().ok()?);
        out.push_str(&text);
        return Some(kind);
    }
    let zeros = whole.iter().take_while(|byte| **byte == b'0').count().min(whole.len() - 1);
    let whole = whole.get(zeros..)?;
    let fraction = fraction.unwrap_or_default();
    let end = fraction.iter().rposition(|byte| *byte != b'0').map_or(0, |last| last + 1);
    let fraction = fraction.get(..end)?;
    if whole != b"0" || end > 0 {
        out.push_str(minus);
    }
    out.push_str(std::str::from_utf8(whole).ok()?);
    if end > 0 {
        out.push('.');
        out.push_str(std::str::from_utf8(fraction).ok()?);
    }
    Some(CellKind::Number)
}

/// Whether a number has more digits before its point than a spreadsheet keeps: those beyond are zeros or noise.
pub(crate) fn is_rounded(number: &str) -> bool {
    number.trim_start_matches('-').bytes().take_while(u8::is_ascii_digit).count() > 15
}

/// Seconds since midnight, rounded, but never into the next day.
fn seconds_of(fraction: &str) -> u64 {
    let digits: String = fraction.chars().chain(std::iter::repeat('0')).take(12).collect();
    let trillionths: u64 = digits.parse().unwrap_or(0);
    let rounded = (trillionths * 86_400 + 500_000_000_000) / 1_000_000_000_000;
    rounded.min(86_399)
}

/// Year, month and day of a number of days since 1 January 1970 (proleptic Gregorian calendar).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// A date written as ISO 8601 in the file, if it is a day of the calendar: `2026-01-31`, `2026-01-31T12:30:00`.
pub(crate) fn iso_moment(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if date.len() != 10 || !(1..=9999).contains(&year) || day == 0 || day > month_length(year, month)? {
        return None;
    }
    let time = time.trim_end_matches('Z').split('.').next().unwrap_or_default();
    if time.is_empty() || time == "00:00:00" || time == "00:00" {
        return Some(date.to_owned());
    }
    let time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    let mut clock = time.split(':').map(|part| part.parse::<u32>().ok().filter(|_| part.len() == 2));
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let sound = clock.next().is_none() && hour < 24 && minute < 60 && second < 60;
    sound.then(|| format!("{date}T{time}"))
}

fn month_length(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_without_exponent() {
        let text = |value| number(value).1;
        assert_eq!(text(1234.56), "1234.56");
        assert_eq!(text(1e15), "1000000000000000");
        assert_eq!(text(-0.0), "0");
        assert_eq!(text(0.1), "0.1");
        assert_eq!(text(1e-7), "0.0000001");
        assert_eq!(text(9_999_999_999_999.99), "9999999999999.99");
        assert_eq!(number(f64::INFINITY), (CellKind::Error, "#NUM!".to_owned()));
        assert_eq!(number(f64::NAN), (CellKind::Error, "#NUM!".to_owned()));
    }

    fn shown(value: f64, epoch: Epoch) -> String {
        match moment(value, epoch) {
            Moment::Date(text) => text,
            Moment::Time(text) => format!("time {text}"),
            Moment::Impossible(kind, text) => format!("{kind:?} {text}"),
        }
    }

    #[test]
    fn day_numbers_never_shift() {
        let cases = [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "Number 60"),
            (61.0, "1900-03-01"),
            (45_292.0, "2024-01-01"),
            (45_351.0, "2024-02-29"),
            (45_292.5, "2024-01-01T12:00:00"),
            (45_292.999_999_99, "2024-01-01T23:59:59"),
            (45_292.999_999_999_99, "2024-01-01T23:59:59"),
            (2_958_465.0, "9999-12-31"),
            (2_958_466.0, "Number 2958466"),
            (0.0, "Number 0"),
            (0.75, "time 0.75"),
            (-1.0, "Number -1"),
            (-0.5, "Number -0.5"),
            (f64::NAN, "Error #NUM!"),
        ];
        for (serial, expected) in cases {
            assert_eq!(shown(serial, Epoch::Year1900), expected, "{serial}");
        }
        assert_eq!(shown(1.0, Epoch::Year1904), "1904-01-02");
        assert_eq!(shown(43_830.0, Epoch::Year1904), "2024-01-01");
        assert_eq!(shown(2_957_003.0, Epoch::Year1904), "9999-12-31");
    }

    #[test]
    fn iso_dates_are_days_of_the_calendar_or_text() {
        let cases = [
            ("2026-01-31", Some("2026-01-31")),
            ("2025-02-29", None),
            ("2026-01-31T00:00:00", Some("2026-01-31")),
            ("2026-01-31T23:59:59Z", Some("2026-01-31T23:59:59")),
            ("2026-01-31T08:30", Some("2026-01-31T08:30:00")),
            ("2026-01-31T25:00:00", None),
            ("31/01/2026", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(iso_moment(text).as_deref(), expected, "{text}");
        }
    }
}
