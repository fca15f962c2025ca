//! The as-of day proposed when a ledger opens, and why that one.

use values::{Day, Days};

/// A ledger that ends within these days before today is taken for current.
const CURRENT_DAYS: i32 = 45;

/// Why the as-of day is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The ledger is current: today.
    Today,
    /// The ledger ended some time ago: its last day.
    LastDay,
    /// The day for which the items were listed, as the files state it.
    Stated,
    /// The ledger has no dates: today.
    NoDates,
    /// The client's own aged balance, opened beside the items, is of that day.
    Compared,
    /// The fictitious ledger has its own day.
    Demo,
    /// The address of the page asked for it.
    Link,
    /// The user's choice.
    Chosen,
}

/// The day the fictitious ledger is written for.
pub fn demo_day() -> Option<Day> {
    Day::new(2026, 9, 30)
}

/// The day to propose for a ledger whose last entry is of `last_day` and whose files state a day. A stated day that has
/// entries after it, or that is yet to come, is none on which anything was struck: a period to come, a promise.
pub fn proposed(today: Day, last_day: Option<Day>, stated: Option<Day>) -> (Day, Reason) {
    if let Some(stated) = stated.filter(|day| *day <= today && last_day.is_none_or(|last| *day >= last)) {
        return (stated, Reason::Stated);
    }
    match last_day {
        None => (today, Reason::NoDates),
        Some(last) if last >= today - Days(CURRENT_DAYS) => (today, Reason::Today),
        Some(last) => (last, Reason::LastDay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_current_ledger_is_struck_today_an_old_one_on_its_last_day() {
        let today = day("2026-11-21");
        assert_eq!(proposed(today, Some(day("2026-11-20")), None), (today, Reason::Today));
        assert_eq!(proposed(today, Some(day("2026-10-07")), None), (today, Reason::Today));
        assert_eq!(proposed(today, Some(day("2026-10-06")), None), (day("2026-10-06"), Reason::LastDay));
        assert_eq!(proposed(today, Some(day("2027-01-31")), None), (today, Reason::Today));
        assert_eq!(proposed(today, None, None), (today, Reason::NoDates));
    }

    #[test]
    fn a_stated_day_is_taken_unless_entries_follow_it_or_it_is_to_come() {
        let today = day("2026-11-21");
        for (last, stated, expected) in [
            ("2026-10-30", "2026-10-31", (day("2026-10-31"), Reason::Stated)),
            ("2025-12-28", "2025-12-31", (day("2025-12-31"), Reason::Stated)),
            ("2026-11-02", "2026-10-31", (today, Reason::Today)),
            ("2026-11-02", "2026-12-31", (today, Reason::Today)),
            ("2025-12-28", "2025-06-30", (day("2025-12-28"), Reason::LastDay)),
        ] {
            assert_eq!(proposed(today, Some(day(last)), Some(day(stated))), expected, "{last} {stated}");
        }
        assert_eq!(proposed(today, None, Some(day("2026-10-31"))), (day("2026-10-31"), Reason::Stated));
    }
}
