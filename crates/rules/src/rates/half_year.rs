//! Half-years: what most reference rates change with.

use std::fmt;
use values::{Day, Days};

/// January to June, or July to December, of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    first_day: Day,
}

impl HalfYear {
    /// The half-year that holds a day.
    pub fn of(day: Day) -> HalfYear {
        let months_into = (day.month() - 1) % 6;
        HalfYear { first_day: day.first_of_month().minus_months(months_into) }
    }

    /// 1 January or 1 July.
    pub const fn first_day(self) -> Day {
        self.first_day
    }

    /// 30 June or 31 December.
    pub fn last_day(self) -> Day {
        self.next().first_day - Days(1)
    }

    /// The half-year after it.
    pub fn next(self) -> HalfYear {
        HalfYear { first_day: self.first_day.plus_months(6) }
    }
}

impl fmt::Display for HalfYear {
    /// `2026-S2`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.first_day.month() == 1 { 1 } else { 2 };
        write!(formatter, "{}-S{half}", self.first_day.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fall_into_their_half_year() {
        for (day, half_year, last) in [
            ("2026-01-01", "2026-S1", "2026-06-30"),
            ("2026-06-30", "2026-S1", "2026-06-30"),
            ("2026-07-01", "2026-S2", "2026-12-31"),
            ("2028-12-31", "2028-S2", "2028-12-31"),
        ] {
            let seen = HalfYear::of(day.parse().unwrap());
            assert_eq!((seen.to_string(), seen.last_day().to_string()), (half_year.to_owned(), last.to_owned()));
        }
    }
}
