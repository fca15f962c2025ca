//! Days on which a firm works: its weekend, the holidays it keeps, its closures. Pure arithmetic; a due day is never
//! moved by it (domain.md 4.1), only what the firm itself does.

use crate::holidays::{is_alsace_moselle_holiday, is_french_holiday};
use values::{Day, Days};

/// The holidays a firm keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holidays {
    /// The eleven of all France (Code du travail, L3133-1).
    #[default]
    French,
    /// The same, Good Friday and 26 December (L3134-13).
    FrenchAlsaceMoselle,
    /// None.
    None,
}

/// The days of the week on which nobody works; never all seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekend {
    /// One bit a day, Monday the lowest.
    days: u8,
}

impl Weekend {
    /// Saturday and Sunday.
    pub const SATURDAY_SUNDAY: Weekend = Weekend { days: 0b110_0000 };

    /// These days of the week, 1 for Monday to 7 for Sunday; `None` for another number, or where no day is left to work.
    pub fn new(weekdays: &[u32]) -> Option<Weekend> {
        let days = weekdays.iter().try_fold(0_u8, |days, weekday| match weekday {
            1..=7 => Some(days | 1 << (weekday - 1)),
            _ => None,
        })?;
        (days != 0b111_1111).then_some(Weekend { days })
    }

    /// Whether nobody works on a day of the week, 1 for Monday.
    pub fn holds(self, weekday: u32) -> bool {
        (1..=7).contains(&weekday) && self.days >> (weekday - 1) & 1 == 1
    }
}

impl Default for Weekend {
    fn default() -> Weekend {
        Weekend::SATURDAY_SUNDAY
    }
}

/// Why nobody works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOff {
    /// The firm is closed.
    Closure,
    /// A holiday.
    Holiday,
    /// The weekend.
    Weekend,
}

/// When a firm works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week off.
    pub weekend: Weekend,
    /// Holidays kept.
    pub holidays: Holidays,
    /// Periods in which the firm is closed, first and last day included; one whose last day comes first holds nothing.
    pub closures: Vec<(Day, Day)>,
}

impl Calendar {
    /// Why nobody works on a day, if nobody does: a closure before a holiday, a holiday before the weekend.
    pub fn day_off(&self, day: Day) -> Option<DayOff> {
        let holiday = match self.holidays {
            Holidays::French => is_french_holiday(day),
            Holidays::FrenchAlsaceMoselle => is_french_holiday(day) || is_alsace_moselle_holiday(day),
            Holidays::None => false,
        };
        if self.closure_of(day).is_some() {
            Some(DayOff::Closure)
        } else if holiday {
            Some(DayOff::Holiday)
        } else {
            self.weekend.holds(day.weekday()).then_some(DayOff::Weekend)
        }
    }

    /// Whether the firm works on a day.
    pub fn is_business_day(&self, day: Day) -> bool {
        self.day_off(day).is_none()
    }

    /// The day itself, or the first business day after it.
    pub fn next_business_day(&self, day: Day) -> Day {
        let mut next = day;
        while !self.is_business_day(next) {
            // Closures are jumped over: one of many years costs no more than one of a week.
            let last_off = self.closure_of(next).unwrap_or(next);
            let following = last_off + Days(1);
            if following <= next {
                return next; // The furthest day there is.
            }
            next = following;
        }
        next
    }

    /// The `count`-th business day after a day; for none, the day itself or the first business day after it.
    pub fn add_business_days(&self, day: Day, count: u32) -> Day {
        match count {
            0 => self.next_business_day(day),
            _ => (0..count).fold(day, |reached, _| self.next_business_day(reached + Days(1))),
        }
    }

    /// Business days after the first day, up to the last one included; none where it does not come later.
    pub fn business_days_between(&self, first: Day, last: Day) -> u32 {
        let days = u32::try_from((last - first).0).unwrap_or(0);
        (1..=days).filter(|days| self.is_business_day(first + Days(*days as i32))).count() as u32
    }

    /// The last day of the closure that holds a day, of several the latest.
    fn closure_of(&self, day: Day) -> Option<Day> {
        self.closures.iter().filter(|(first, last)| (*first..=*last).contains(&day)).map(|(_, last)| *last).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_holidays_and_closures_are_days_off() {
        let closed = vec![(day("2026-08-03"), day("2026-08-14")), (day("2026-08-10"), day("2026-08-21"))];
        let firm = Calendar { closures: closed, ..Calendar::default() };
        for (given, off, next) in [
            ("2026-04-03", None, "2026-04-03"),
            ("2026-04-04", Some(DayOff::Weekend), "2026-04-07"),
            ("2026-04-06", Some(DayOff::Holiday), "2026-04-07"),
            ("2026-05-01", Some(DayOff::Holiday), "2026-05-04"),
            ("2026-08-03", Some(DayOff::Closure), "2026-08-24"),
            ("2026-08-15", Some(DayOff::Closure), "2026-08-24"),
            ("2027-12-31", None, "2027-12-31"),
            ("2028-01-01", Some(DayOff::Holiday), "2028-01-03"),
        ] {
            assert_eq!((firm.day_off(day(given)), firm.next_business_day(day(given))), (off, day(next)), "{given}");
        }
    }

    #[test]
    fn alsace_and_moselle_keep_two_more() {
        let next = |holidays, of| Calendar { holidays, ..Calendar::default() }.next_business_day(day(of)).to_string();
        assert_eq!(next(Holidays::French, "2026-04-03"), "2026-04-03");
        assert_eq!(next(Holidays::FrenchAlsaceMoselle, "2026-04-03"), "2026-04-07", "Good Friday to Easter Monday");
        assert_eq!(next(Holidays::FrenchAlsaceMoselle, "2025-12-25"), "2025-12-29");
        assert_eq!(next(Holidays::None, "2026-05-01"), "2026-05-01");
    }

    #[test]
    fn business_days_are_counted_from_the_day_after() {
        let french = Calendar::default();
        let add = |from, count| french.add_business_days(day(from), count).to_string();
        assert_eq!(add("2026-09-30", 0), "2026-09-30");
        assert_eq!(add("2026-10-03", 0), "2026-10-05");
        assert_eq!(add("2026-10-02", 1), "2026-10-05");
        assert_eq!(add("2026-10-03", 1), "2026-10-05");
        assert_eq!(add("2026-04-30", 1), "2026-05-04", "1 May is a Friday");
        assert_eq!(add("2026-12-24", 2), "2026-12-29");
        for (from, count) in [("2026-04-30", 1), ("2026-10-02", 17), ("2026-12-24", 250)] {
            let reached = french.add_business_days(day(from), count);
            assert_eq!(french.business_days_between(day(from), reached), count, "{from} {count}");
        }
        assert_eq!(french.business_days_between(day("2026-10-02"), day("2026-09-02")), 0);
    }

    #[test]
    fn a_week_keeps_a_day_to_work() {
        assert_eq!(Weekend::new(&[6, 7]), Some(Weekend::SATURDAY_SUNDAY));
        assert_eq!(Weekend::new(&[1, 2, 3, 4, 5, 6, 7]), None);
        assert_eq!((Weekend::new(&[0]), Weekend::new(&[8])), (None, None));
        let friday = Calendar { weekend: Weekend::new(&[5]).unwrap(), ..Calendar::default() };
        assert_eq!(friday.next_business_day(day("2026-10-02")), day("2026-10-03"));
        let never = Calendar { weekend: Weekend::new(&[]).unwrap(), ..Calendar::default() };
        assert_eq!(never.add_business_days(day("2026-10-02"), 2), day("2026-10-04"));
    }

    #[test]
    fn a_closure_without_end_is_jumped_over() {
        let firm = Calendar { closures: vec![(day("1900-01-01"), day("2199-12-31"))], ..Calendar::default() };
        assert_eq!(firm.next_business_day(day("2026-01-01")).year(), 2200);
        let backwards = Calendar { closures: vec![(day("2026-10-09"), day("2026-10-05"))], ..Calendar::default() };
        assert!(backwards.is_business_day(day("2026-10-07")));
    }
}
