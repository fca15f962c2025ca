//! The days on which customers are contacted, and where a step goes that falls on another day.

use crate::{Channel, Offset};
use rules::calendar::{Calendar, Weekend};
use std::collections::BTreeMap;
use values::{Day, Days};

/// Where a step goes that falls on a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// It stays.
    None,
    /// To the next business day.
    Next,
    /// To the business day before, where it comes before the due date; to the next where it reminds of what is late, as
    /// nothing is reminded of before it is late.
    Previous,
}

/// When the firm contacts its customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// When it works.
    pub calendar: Calendar,
    /// Where a step goes that falls on a day off.
    pub shift: Shift,
    /// Channels kept for some days of the week, 1 for Monday.
    pub channel_days: BTreeMap<Channel, Weekend>,
}

impl Default for Working {
    fn default() -> Working {
        Working { calendar: Calendar::default(), shift: Shift::Next, channel_days: BTreeMap::new() }
    }
}

impl Working {
    /// Every day is a day like any other.
    pub fn every_day() -> Working {
        Working { shift: Shift::None, ..Working::default() }
    }

    /// The day an offset leads to from a day.
    pub fn add(&self, from: Day, offset: Offset) -> Day {
        let day = match (offset.business, offset.days.0) {
            (false, _) => from + offset.days,
            (true, days @ 0..) => self.calendar.add_business_days(from, days.unsigned_abs()),
            (true, days) => self.business_days_before(from, days.unsigned_abs()),
        };
        if offset.end_of_month { day.end_of_month() } else { day }
    }

    fn business_days_before(&self, from: Day, count: u32) -> Day {
        (0..count).fold(from, |day, _| self.previous_business_day(day - Days(1)))
    }

    fn previous_business_day(&self, from: Day) -> Day {
        // A firm that never works has no day before either.
        let days = (0..1_000).map(|days| from - Days(days));
        days.into_iter().find(|day| self.calendar.is_business_day(*day)).unwrap_or(from)
    }
}

/// The days on which contacts may be made, looked up once for all customers of a plan.
pub(crate) struct OpenDays<'a> {
    working: &'a Working,
    first: Day,
    open: Vec<bool>,
}

impl<'a> OpenDays<'a> {
    /// For the days of a plan and two months more.
    pub(crate) fn new(working: &'a Working, first: Day, horizon: Days) -> OpenDays<'a> {
        let open = |day: Day| working.shift == Shift::None || working.calendar.is_business_day(day);
        OpenDays { working, first, open: (0..=horizon.0 + 62).map(|days| open(first + Days(days))).collect() }
    }

    /// Whether anybody is contacted that day.
    pub(crate) fn is_open(&self, day: Day) -> bool {
        let known = usize::try_from((day - self.first).0).ok().and_then(|at| self.open.get(at).copied());
        known.unwrap_or_else(|| self.working.shift == Shift::None || self.working.calendar.is_business_day(day))
    }

    /// The day itself or the next on which somebody is contacted.
    pub(crate) fn next(&self, day: Day) -> Day {
        if self.is_open(day) { day } else { self.working.calendar.next_business_day(day) }
    }

    /// The last day whose steps before the due date are taken on a day: those of the days off that follow it too.
    pub(crate) fn reach_before_due(&self, day: Day) -> Day {
        match self.working.shift {
            Shift::Previous => self.next(day + Days(1)) - Days(1),
            Shift::None | Shift::Next => day,
        }
    }

    /// The day on which a step before the due date is taken that falls on a day: see [`OpenDays::reach_before_due`].
    pub(crate) fn taken_before_due(&self, day: Day) -> Day {
        match self.working.shift {
            Shift::Previous if !self.is_open(day) => self.working.previous_business_day(day),
            Shift::Previous | Shift::None | Shift::Next => day,
        }
    }

    /// Whether nobody could be contacted from a day until another.
    pub(crate) fn closed_between(&self, from: Day, until: Day) -> bool {
        self.working.shift != Shift::None && from < until && self.next(from) >= until
    }

    /// The next day on which a channel is used, from a day on.
    pub(crate) fn channel_day(&self, channel: Channel, from: Day) -> Day {
        let Some(off) = self.working.channel_days.get(&channel) else { return from };
        let mut day = from;
        // A week of open days holds one of the channel's, unless closures leave none for months.
        for _ in 0..366 {
            if !off.holds(day.weekday()) && self.is_open(day) {
                return day;
            }
            day = day + Days(1);
        }
        from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn offsets_count_calendar_days_business_days_and_months() {
        let working = Working::default();
        let add = |from: &str, days: i32, business: bool, end_of_month: bool| {
            working.add(day(from), Offset { days: Days(days), business, end_of_month }).to_string()
        };
        assert_eq!(add("2025-05-01", -5, false, false), "2025-04-26");
        assert_eq!(add("2025-05-01", 30, false, true), "2025-05-31");
        // Thursday 1 and 8 May are holidays, 3, 4, 10 and 11 the weekend.
        assert_eq!(add("2025-05-01", 5, true, false), "2025-05-09");
        assert_eq!(add("2025-05-12", -5, true, false), "2025-05-02");
        assert_eq!(add("2025-05-01", 0, true, false), "2025-05-02");
    }

    #[test]
    fn the_golden_calendar_is_moved_by_the_rule_chosen() {
        // Due on Thursday 1 May 2025: five days before is a Saturday, D+7 a holiday, D+30 a Saturday (features.md DE3).
        let raw = ["2025-04-26", "2025-05-02", "2025-05-08", "2025-05-15", "2025-05-31"];
        let next = Working::default();
        let open = OpenDays::new(&next, day("2025-04-01"), Days(90));
        let moved = raw.map(|raw| open.next(day(raw)).to_string());
        assert_eq!(moved, ["2025-04-28", "2025-05-02", "2025-05-09", "2025-05-15", "2025-06-02"]);
        let previous = Working { shift: Shift::Previous, ..Working::default() };
        let open = OpenDays::new(&previous, day("2025-04-01"), Days(90));
        assert_eq!(open.reach_before_due(day("2025-04-25")), day("2025-04-27"));
        assert_eq!(open.reach_before_due(day("2025-04-24")), day("2025-04-24"));
    }

    #[test]
    fn a_channel_keeps_to_its_days() {
        let monday_friday = Weekend::new(&[1, 5, 6, 7]).unwrap();
        let channel_days = BTreeMap::from([(Channel::Phone, monday_friday)]);
        let working = Working { channel_days, ..Working::default() };
        let open = OpenDays::new(&working, day("2026-09-01"), Days(30));
        assert_eq!(open.channel_day(Channel::Phone, day("2026-09-11")), day("2026-09-15"));
        assert_eq!(open.channel_day(Channel::Email, day("2026-09-11")), day("2026-09-11"));
    }
}
