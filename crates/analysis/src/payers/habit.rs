//! Usual pay day of the month and of the week, only where there is one.

use crate::trend::wilson;
use std::cmp::Ordering;
use values::{Day, Ratio};

/// Fewer pay days tell no habit.
const PAY_DAYS_MIN: usize = 6;
/// Days of the month on each side of the usual one that still count as it: a weekend moves a payment.
const AROUND: u32 = 2;
/// The longest month.
const MONTH: u32 = 31;

/// A usual day, and how usual it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Day of the month (1–31, 31 the last whatever the month), or of the week (1 Monday – 7 Sunday).
    pub day: u32,
    /// Pay days that kept to it, of all.
    pub kept: u32,
}

/// When a customer pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    /// Usual day of the month, give or take two days.
    pub of_month: Option<Usual>,
    /// Usual day of the week.
    pub of_week: Option<Usual>,
}

/// The habit of these pay days. A usual day needs six pay days and a share that, at 95 %, is 40 % at the least
/// (Wilson): five of six, seven of ten. Days at random come that close in one customer of fifty.
pub(super) fn habit(days: &[Day]) -> Habit {
    if days.len() < PAY_DAYS_MIN {
        return Habit::default();
    }
    let n = days.len() as u32;
    let in_month: Vec<u32> = days.iter().map(|day| day_of_month(*day)).collect();
    let in_week: Vec<u32> = days.iter().map(|day| day.weekday()).collect();
    let usual = |day, days: &[u32], near: &dyn Fn(u32, u32) -> bool| {
        let kept = days.iter().filter(|other| near(day, **other)).count() as u32;
        Usual { day, kept }
    };
    let within = |day: u32, other: u32| {
        let apart = day.abs_diff(other);
        apart.min(MONTH - apart) <= AROUND
    };
    // The day itself decides between neighbours that gather as many.
    let of_month = (1..=MONTH)
        .map(|day| (usual(day, &in_month, &within), in_month.iter().filter(|other| **other == day).count()))
        .max_by_key(|(usual, exact)| (usual.kept, *exact, std::cmp::Reverse(usual.day)))
        .map(|(usual, _)| usual);
    let of_week = (1..=7)
        .map(|day| usual(day, &in_week, &|day, other| day == other))
        .max_by_key(|usual| (usual.kept, std::cmp::Reverse(usual.day)));
    let concentrated = |usual: &Usual| is_concentrated(usual.kept, n);
    Habit { of_month: of_month.filter(concentrated), of_week: of_week.filter(concentrated) }
}

/// The last day of a month is the 31st, so that February does not break a habit.
fn day_of_month(day: Day) -> u32 {
    if day == day.end_of_month() { MONTH } else { day.day_of_month() }
}

fn is_concentrated(kept: u32, n: u32) -> bool {
    let Some(((least, _), floor)) = wilson(kept, n).zip(Ratio::new(40, 100)) else { return false };
    least.compare(floor) != Ordering::Less
}

/// The first day from `day` on by which a habit's own day, and the days around it, have passed.
pub(super) fn next_usual(day: Day, of_month: Usual) -> Day {
    let in_month = |month: Day| month.with_day_of_month(of_month.day) + values::Days(AROUND as i32);
    let (last, this) = (in_month(day.first_of_month().minus_months(1)), in_month(day.first_of_month()));
    [last, this]
        .into_iter()
        .find(|usual| *usual >= day)
        .unwrap_or_else(|| in_month(day.first_of_month().plus_months(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(texts: &[&str]) -> Vec<Day> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_usual_day_needs_enough_pay_days_that_keep_to_it() {
        // The 10th, moved by weekends; every one on another weekday.
        let tenth = days(&["2026-01-12", "2026-02-10", "2026-03-10", "2026-04-10", "2026-05-11", "2026-06-25"]);
        assert_eq!(habit(&tenth).of_month, Some(Usual { day: 10, kept: 5 }));
        assert_eq!(habit(&tenth[..5]), Habit::default());
        let fridays = days(&["2026-01-02", "2026-01-16", "2026-02-06", "2026-02-27", "2026-03-13", "2026-03-20"]);
        assert_eq!(habit(&fridays), Habit { of_month: None, of_week: Some(Usual { day: 5, kept: 6 }) });
        let any = days(&["2026-01-02", "2026-01-15", "2026-02-09", "2026-02-25", "2026-03-17", "2026-03-22"]);
        assert_eq!(habit(&any), Habit::default());
    }

    #[test]
    fn the_end_of_the_month_is_one_day() {
        let ends = days(&["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-29", "2026-07-01"]);
        assert_eq!(habit(&ends).of_month, Some(Usual { day: 31, kept: 6 }));
    }

    #[test]
    fn the_next_usual_day_leaves_room_for_a_weekend() {
        let next = |day: &str, usual| next_usual(day.parse().unwrap(), Usual { day: usual, kept: 9 }).to_string();
        assert_eq!(next("2026-03-01", 10), "2026-03-12");
        assert_eq!(next("2026-03-12", 10), "2026-03-12");
        assert_eq!(next("2026-03-13", 10), "2026-04-12");
        assert_eq!(next("2026-03-01", 31), "2026-03-02");
        assert_eq!(next("2026-03-03", 31), "2026-04-02");
    }
}
