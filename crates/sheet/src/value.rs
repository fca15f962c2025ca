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
    // Days from 1 January 1970 to the day before day 1, or to day 0.
    let origin = match (epoch, serial) {
        (Epoch::Year1900, 1..=59) => -25_568,
        (Epoch::Year1900, 61..=2_958_465) => -25_569,
        (Epoch::Year1904, 1..=2_957_003) => -24_107,
        (Epoch::Year1900 | Epoch::Year1904, _) => return Moment::Impossible(kind, text),
    };
    let (year, month, day) = civil(serial + origin);
    let seconds = seconds_of(fraction);
    if seconds == 0 {
        return Moment::Date(format!("{year:04}-{month:02}-{day:02}"));
    }
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    Moment::Date(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
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
