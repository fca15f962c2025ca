//! `Day`: a civil date, without time or zone. `AsOf`: the day everything is computed for. No clock anywhere.

use chrono::{Datelike, Months, NaiveDate};
use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// A valid civil date between the years 1900 and 2199, as the days since 1 January 1970: ledgers compare days and count
/// between them far more often than they ask for their months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Day(i32);

/// The day a balance is struck: its own type, so that no due date can take its place by accident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsOf(pub Day);

/// A number of days, negative for the past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(pub i32);

/// Days from 31 December of the year 0, where chrono counts from, to 1 January 1970.
const TO_1970: i32 = 719_163;
/// No sum of days goes further from 1970; chrono's calendar goes further still.
const FURTHEST: i32 = 90_000_000;

impl Day {
    /// 1 January 1970.
    pub const EPOCH: Day = Day(0);

    /// The day of this year, month (1–12) and day of month, if it exists.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1900..=2199).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Day::of)
    }

    fn of(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - TO_1970)
    }

    /// The same day in chrono's calendar, which knows months and leap years.
    fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + TO_1970).unwrap_or_default()
    }

    /// Year, month and day of the month. Asked of every document of a ledger, so without chrono's tables: years are
    /// counted from March, so that a leap day ends its year, in eras of 400 years, which are all alike
    /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    #[inline]
    pub fn civil(self) -> (i32, u32, u32) {
        const ERA: i32 = 146_097;
        let from_march = self.0 + 719_468;
        let era = from_march.div_euclid(ERA);
        let day_of_era = from_march.rem_euclid(ERA) as u32;
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        (era * 400 + year_of_era as i32 + i32::from(month <= 2), month, day)
    }

    /// The day so many days after 1 January 1970: the reverse of [`Day::number`].
    pub const fn numbered(number: i32) -> Day {
        Day(number)
    }

    /// Days since 1 January 1970.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, for example 2026.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// Month, 1–12.
    pub fn month(self) -> u32 {
        self.civil().1
    }

    /// Day of the month, 1–31.
    pub fn day_of_month(self) -> u32 {
        self.civil().2
    }

    /// 1 for Monday … 7 for Sunday (ISO 8601).
    pub fn weekday(self) -> u32 {
        self.date().weekday().number_from_monday()
    }

    /// First day of the month.
    pub fn first_of_month(self) -> Day {
        let date = self.date();
        date.with_day(1).map_or(self, Day::of)
    }

    /// Last day of the month.
    pub fn end_of_month(self) -> Day {
        let date = self.date();
        date.with_day(u32::from(date.num_days_in_month())).map_or(self, Day::of)
    }

    /// Number of days of the month, 28–31.
    pub fn days_in_month(self) -> i32 {
        i32::from(self.date().num_days_in_month())
    }

    /// Same day number `months` later, or the last day of a shorter month (article 641 of the code of civil procedure).
    pub fn plus_months(self, months: u32) -> Day {
        self.date().checked_add_months(Months::new(months)).map_or(self, Day::of).nearest()
    }

    /// Same day number `months` earlier, or the last day of a shorter month.
    pub fn minus_months(self, months: u32) -> Day {
        self.date().checked_sub_months(Months::new(months)).map_or(self, Day::of).nearest()
    }

    /// The day itself, or the furthest one there is.
    fn nearest(self) -> Day {
        Day(self.0.clamp(-FURTHEST, FURTHEST))
    }

    /// The day with this number in the same month, or the month's last day.
    pub fn with_day_of_month(self, day: u32) -> Day {
        self.date().with_day(day).map_or_else(|| self.end_of_month(), Day::of)
    }

    /// The day a spreadsheet's serial number stands for. `None` outside 1900–2199 and for serial 60 of the 1900
    /// system, a 29 February 1900 that never existed.
    pub fn from_serial(serial: i64, system_1904: bool) -> Option<Day> {
        let days = match (system_1904, serial) {
            (true, serial) => serial.checked_sub(24_107)?,
            (false, 60) => return None,
            (false, serial) if serial > 60 => serial - 25_569,
            (false, serial) => serial.checked_sub(25_568)?,
        };
        let day = Day(i32::try_from(days).ok().filter(|days| days.abs() < FURTHEST)?);
        (1900..=2199).contains(&day.year()).then_some(day)
    }

    /// Serial number of the 1900 system, as a workbook stores the day (exact from 1 March 1900).
    pub fn to_serial(self) -> i64 {
        i64::from(self.0) + 25_569
    }
}

impl Add<Days> for Day {
    type Output = Day;
    #[inline]
    fn add(self, days: Days) -> Day {
        let sum = self.0.saturating_add(days.0);
        if (-FURTHEST..FURTHEST).contains(&sum) { Day(sum) } else { self }
    }
}

impl Sub<Days> for Day {
    type Output = Day;
    #[inline]
    fn sub(self, days: Days) -> Day {
        Add::add(self, Days(days.0.saturating_neg()))
    }
}

impl Sub for Day {
    type Output = Days;
    #[inline]
    fn sub(self, earlier: Day) -> Days {
        Days(self.0 - earlier.0)
    }
}

impl AsOf {
    /// The day itself.
    pub fn day(self) -> Day {
        self.0
    }

    /// Days from `day` to the as-of day: positive once it has passed.
    #[inline]
    pub fn days_since(self, day: Day) -> Days {
        self.0 - day
    }
}

/// The text is not a date written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a date written YYYY-MM-DD")
    }
}

impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Day, NotADay> {
        let [century @ .., b'-', a, b, b'-', c, d] = text.as_bytes() else { return Err(NotADay) };
        let [e, f, g, h] = century else { return Err(NotADay) };
        let two = |tens: &u8, units: &u8| {
            let both = tens.is_ascii_digit() && units.is_ascii_digit();
            both.then(|| u32::from(tens - b'0') * 10 + u32::from(units - b'0'))
        };
        let year = two(e, f).zip(two(g, h)).map(|(century, year)| (century * 100 + year) as i32);
        let day = || Day::new(year?, two(a, b)?, two(c, d)?);
        day().ok_or(NotADay)
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`, for data; people read `text::format`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use super::Day;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    impl Serialize for Day {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn only_real_days_parse() {
        assert_eq!(day("2028-02-29").to_string(), "2028-02-29");
        for wrong in ["2026-02-29", "2026-2-9", "26-02-09", "2026-02-09-", "2026/02/09", "1899-12-31", "2200-01-01", ""]
        {
            assert_eq!(wrong.parse::<Day>(), Err(NotADay), "{wrong}");
        }
    }

    #[test]
    fn every_day_of_three_centuries_follows_the_one_before() {
        let mut next = day("1900-01-01");
        for year in 1900..=2199 {
            for month in 1..=12 {
                let last = (28..=31).rev().find(|last| Day::new(year, month, *last).is_some()).unwrap();
                for number in 1..=last {
                    assert_eq!(Day::new(year, month, number), Some(next));
                    assert_eq!(next.civil(), (year, month, number));
                    assert_eq!(next.days_in_month(), last as i32);
                    next = next + Days(1);
                }
                assert_eq!(Day::new(year, month, last + 1), None);
            }
        }
        assert_eq!(day("2026-11-22").weekday(), 7);
        assert_eq!(day("2199-01-01").plus_months(12).to_string(), "2200-01-01");
    }

    #[test]
    fn month_arithmetic_keeps_to_real_days() {
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2028-01-31").plus_months(1), day("2028-02-29"));
        assert_eq!(day("2026-12-05").end_of_month(), day("2026-12-31"));
        assert_eq!(day("2026-02-10").with_day_of_month(31), day("2026-02-28"));
        assert_eq!(day("2026-03-01") - day("2026-02-01"), Days(28));
    }

    #[test]
    fn serials_of_both_systems() {
        assert_eq!(Day::from_serial(1, false), Day::new(1900, 1, 1));
        assert_eq!(Day::from_serial(59, false), Day::new(1900, 2, 28));
        assert_eq!(Day::from_serial(60, false), None);
        assert_eq!(Day::from_serial(61, false), Day::new(1900, 3, 1));
        assert_eq!(Day::from_serial(46_295, false), Day::new(2026, 9, 30));
        assert_eq!(Day::from_serial(46_295 - 1462, true), Day::new(2026, 9, 30));
        assert_eq!(Day::from_serial(0, true), Day::new(1904, 1, 1));
        assert_eq!(Day::from_serial(i64::MAX, false), None);
        assert_eq!(day("2026-09-30").to_serial(), 46_295);
    }
}
