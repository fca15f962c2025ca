//! Until when a debt can be sued for (domain.md 1.8): a period from its due day, begun anew by what the law calls an
//! interruption. A reminder, even a registered letter, is none (Cass. com. 18 May 2022, 20-23.204).

use values::{Arrange, Day};

/// How long the law lets a creditor act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Five years between businesses (C. com. L110-4, C. civ. 2224).
    Business,
    /// Two years of a business against a consumer (C. conso. L218-2).
    Consumer,
    /// One year for the carriage of goods (C. com. L133-6).
    Carriage,
    /// Ten years for a judgment or another enforceable title (CPCE L111-4).
    Title,
    /// Three years from the end of the year in Germany (BGB 195, 199).
    Germany,
}

impl Period {
    /// Every period.
    pub const ALL: [Period; 5] = [Period::Business, Period::Consumer, Period::Carriage, Period::Title, Period::Germany];

    /// Years it lasts.
    pub const fn years(self) -> u32 {
        match self {
            Period::Business => 5,
            Period::Consumer => 2,
            Period::Carriage => 1,
            Period::Title => 10,
            Period::Germany => 3,
        }
    }

    /// Stable identifier.
    pub const fn key(self) -> &'static str {
        match self {
            Period::Business => "business",
            Period::Consumer => "consumer",
            Period::Carriage => "carriage",
            Period::Title => "title",
            Period::Germany => "germany",
        }
    }

    /// The last day to act where the period begins on a day.
    fn last_day(self, begins: Day, anew: bool) -> Day {
        let from = match self {
            // From the end of the year, but an interruption begins it anew at once (BGB 212).
            Period::Germany if !anew => Day::new(begins.year(), 12, 31).unwrap_or(begins),
            Period::Business | Period::Consumer | Period::Carriage | Period::Title | Period::Germany => begins,
        };
        from.plus_months(self.years() * 12)
    }
}

/// Something that happened to a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// A part of it was paid: the debtor acknowledges it.
    PartPayment,
    /// The debtor acknowledged it in writing, or signed a plan.
    Acknowledgement,
    /// A court was seized.
    CourtAction,
    /// A protective or enforcement measure.
    Enforcement,
    /// A reminder.
    Reminder,
    /// A formal notice, by registered letter or not.
    FormalNotice,
}

impl Event {
    /// Every event.
    pub const ALL: [Event; 6] = [
        Event::PartPayment,
        Event::Acknowledgement,
        Event::CourtAction,
        Event::Enforcement,
        Event::Reminder,
        Event::FormalNotice,
    ];

    /// Whether it begins the period anew.
    pub const fn interrupts(self) -> bool {
        match self {
            Event::PartPayment | Event::Acknowledgement | Event::CourtAction | Event::Enforcement => true,
            Event::Reminder | Event::FormalNotice => false,
        }
    }

    /// Stable identifier.
    pub const fn key(self) -> &'static str {
        match self {
            Event::PartPayment => "part-payment",
            Event::Acknowledgement => "acknowledgement",
            Event::CourtAction => "court-action",
            Event::Enforcement => "enforcement",
            Event::Reminder => "reminder",
            Event::FormalNotice => "formal-notice",
        }
    }
}

/// The end of a period, and what it was begun anew by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limitation {
    /// The last day to act.
    pub last_day: Day,
    /// The last interruption.
    pub interrupted: Option<(Day, Event)>,
}

/// Months before the end at which an alert is given.
pub const ALERTS: [u32; 4] = [12, 6, 3, 1];

/// How near the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// The last day has gone by.
    Passed,
    /// Within so many months, one of [`ALERTS`].
    Within(u32),
    /// More than a year.
    Far,
}

/// The end of the period that begins on the due day. Events after the period has ended revive nothing.
pub fn limitation(due: Day, period: Period, events: &[(Day, Event)]) -> Limitation {
    let mut interruptions: Vec<(Day, Event)> = events.iter().copied().filter(|(_, event)| event.interrupts()).collect();
    interruptions.arrange();
    let begun = Limitation { last_day: period.last_day(due, false), interrupted: None };
    interruptions.into_iter().fold(begun, |running, (day, event)| {
        if day <= due || day > running.last_day {
            return running;
        }
        // A new period never ends before the one it follows (a German year's end may lie later).
        let last_day = period.last_day(day, true).max(running.last_day);
        Limitation { last_day, interrupted: Some((day, event)) }
    })
}

impl Limitation {
    /// How near the end is on a day.
    pub fn nearness(self, day: Day) -> Nearness {
        if self.last_day < day {
            return Nearness::Passed;
        }
        let alerts = ALERTS.into_iter().rev();
        let reached = alerts.into_iter().find(|months| self.last_day <= day.plus_months(*months));
        reached.map_or(Nearness::Far, Nearness::Within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn ends(due: &str, period: Period, events: &[(&str, Event)]) -> String {
        let events: Vec<(Day, Event)> = events.iter().map(|(on, event)| (day(on), *event)).collect();
        limitation(day(due), period, &events).last_day.to_string()
    }

    #[test]
    fn periods_run_from_the_due_day() {
        let due = "2024-02-29";
        assert_eq!(ends(due, Period::Business, &[]), "2029-02-28");
        assert_eq!(ends(due, Period::Consumer, &[]), "2026-02-28");
        assert_eq!(ends(due, Period::Carriage, &[]), "2025-02-28");
        assert_eq!(ends(due, Period::Title, &[]), "2034-02-28");
        assert_eq!(ends(due, Period::Germany, &[]), "2027-12-31");
    }

    #[test]
    fn payments_and_courts_begin_it_anew_and_letters_do_not() {
        let due = "2021-03-31";
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::PartPayment)]), "2029-05-10");
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::Acknowledgement)]), "2029-05-10");
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::CourtAction)]), "2029-05-10");
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::Enforcement)]), "2029-05-10");
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::FormalNotice)]), "2026-03-31");
        assert_eq!(ends(due, Period::Business, &[("2024-05-10", Event::Reminder)]), "2026-03-31");
        let chain = [("2025-01-01", Event::PartPayment), ("2022-01-01", Event::PartPayment)];
        assert_eq!(ends(due, Period::Consumer, &chain), "2024-01-01", "the second came a year too late");
        assert_eq!(
            ends(due, Period::Business, &[("2021-03-01", Event::PartPayment)]),
            "2026-03-31",
            "before it was due"
        );
        assert_eq!(ends(due, Period::Germany, &[("2021-05-10", Event::PartPayment)]), "2024-12-31");
        assert_eq!(ends(due, Period::Germany, &[("2023-05-10", Event::PartPayment)]), "2026-05-10");
    }

    #[test]
    fn alerts_come_at_twelve_six_three_and_one_months() {
        let limit = limitation(day("2021-09-30"), Period::Business, &[]);
        for (on, near) in [
            ("2025-09-29", Nearness::Far),
            ("2025-09-30", Nearness::Within(12)),
            ("2026-03-30", Nearness::Within(6)),
            ("2026-06-29", Nearness::Within(6)),
            ("2026-06-30", Nearness::Within(3)),
            ("2026-08-30", Nearness::Within(1)),
            ("2026-09-30", Nearness::Within(1)),
            ("2026-10-01", Nearness::Passed),
        ] {
            assert_eq!(limit.nearness(day(on)), near, "{on}");
        }
    }
}
