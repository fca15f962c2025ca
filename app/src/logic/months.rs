//! The months of a ledger, as places of a slider.

use values::Day;

/// More months than this are not told apart by a slider: the last ones stay.
const MOST: u32 = 120;

/// Months from the one of the first entry to the one after the last, at least two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    first: Day,
    last: u32,
}

impl Months {
    /// The months from one day to another; nothing where both are of the same month.
    pub fn between(first: Day, last: Day) -> Option<Months> {
        let count = number(last).checked_sub(number(first)).filter(|count| *count > 0)?;
        let kept = u32::try_from(count).ok()?.min(MOST);
        Some(Months { first: last.first_of_month().minus_months(kept), last: kept })
    }

    /// The last place, from 0.
    pub fn last(self) -> u32 {
        self.last
    }

    /// The month end of a place; nothing beyond the last.
    pub fn end(self, place: u32) -> Option<Day> {
        (place <= self.last).then(|| self.first.plus_months(place).end_of_month())
    }

    /// The place of a day, the nearest where it lies outside.
    pub fn place(self, day: Day) -> u32 {
        u32::try_from(number(day) - number(self.first)).unwrap_or(0).min(self.last)
    }
}

/// Months since the year 0.
fn number(day: Day) -> i32 {
    day.year() * 12 + i32::try_from(day.month()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn every_place_is_a_month_end_and_comes_back() {
        let months = Months::between(day("2025-11-30"), day("2026-02-03")).unwrap();
        assert_eq!(months.last(), 3);
        assert_eq!(months.end(0), Some(day("2025-11-30")));
        assert_eq!(months.end(3), Some(day("2026-02-28")));
        assert_eq!(months.end(4), None);
        for place in 0..=3 {
            assert_eq!(months.place(months.end(place).unwrap()), place);
        }
        assert_eq!((months.place(day("2020-01-01")), months.place(day("2030-01-01"))), (0, 3));
        assert_eq!(Months::between(day("2026-02-01"), day("2026-02-28")), None);
        assert_eq!(Months::between(day("1990-01-31"), day("2026-02-28")).unwrap().end(0), Some(day("2016-02-29")));
    }
}
