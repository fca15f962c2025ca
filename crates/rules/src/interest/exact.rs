//! Exact interest: whole numbers over one denominator that every way to count days divides.

use crate::rates::Rate;
use std::iter::Sum;
use std::ops::Add;
use values::{Amount, Day, Days};

/// How many days a year has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayCount {
    /// 365, leap years too: the practice of French trade (domain.md 1.2).
    #[default]
    Fixed365,
    /// 366 in a leap year, 365 in another.
    Actual,
    /// 360, with the days of the calendar.
    Fixed360,
}

/// Least common multiple of 360, 365 and 366.
const YEARS: i128 = 1_603_080;
/// Parts of a minor unit.
const UNIT: i128 = YEARS * Rate::WHOLE as i128;

impl DayCount {
    /// Interest of days from `from` on, all in one calendar year.
    pub(super) fn interest(self, principal: Amount, rate: Rate, from: Day, days: Days) -> Exact {
        let year = match self {
            DayCount::Fixed365 => 365,
            DayCount::Actual => days_of_year(from),
            DayCount::Fixed360 => 360,
        };
        Exact(i128::from(principal.minor()) * i128::from(rate.units()) * i128::from(days.0) * (YEARS / year))
    }
}

fn days_of_year(day: Day) -> i128 {
    let february = Day::new(day.year(), 2, 1).map_or(28, Day::days_in_month);
    337 + i128::from(february)
}

/// An amount that was not rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i128);

impl Exact {
    /// To the minor unit, half up.
    pub fn rounded(self) -> Amount {
        Amount::from_minor(i64::try_from(self.scaled(1)).unwrap_or(i64::MAX))
    }

    /// To the ten-thousandth of a minor unit, half up: for showing what rounding changed.
    pub fn ten_thousandths(self) -> i128 {
        self.scaled(10_000)
    }

    fn scaled(self, parts: i128) -> i128 {
        // Whole and rest apart, so that only the rest is multiplied.
        let (whole, rest) = (self.0.div_euclid(UNIT), self.0.rem_euclid(UNIT));
        whole * parts + (rest * parts + UNIT / 2) / UNIT
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        Exact(self.0.saturating_add(other.0))
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(amounts: I) -> Exact {
        amounts.fold(Exact::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_nothing_overflows() {
        let interest = |minor, percent: &str, days, of: DayCount| {
            let from = "2028-01-01".parse().unwrap();
            of.interest(Amount::from_minor(minor), Rate::parse(percent).unwrap(), from, Days(days))
        };
        assert_eq!(interest(36_500, "1", 1, DayCount::Fixed365).rounded(), Amount::from_minor(1));
        assert_eq!(interest(18_250, "1", 1, DayCount::Fixed365).rounded(), Amount::from_minor(1), "half a cent");
        assert_eq!(interest(18_249, "1", 1, DayCount::Fixed365).rounded(), Amount::ZERO);
        assert_eq!(interest(36_600, "1", 1, DayCount::Actual).ten_thousandths(), 10_000);
        assert_eq!(interest(36_000, "1", 1, DayCount::Fixed360).ten_thousandths(), 10_000);
        let largest = interest(Amount::MAX_TOTAL, "1000", 184, DayCount::Fixed360);
        assert_eq!(largest.rounded(), Amount::from_minor(46_036_796_190_898_398));
    }
}
