//! The actions of a plan as a screen shows them: filtered, by day, by customer, and the months of its calendar.

use crate::logic::search::found;
use protocol::{Action, Channel};
use std::collections::BTreeMap;
use values::{Amount, Arrange, Currency, Day, Days};

/// What is shown of a plan; all where nothing is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// By this means.
    pub channel: Option<Channel>,
    /// Of this segment.
    pub segment: Option<String>,
    /// At this step.
    pub step: Option<String>,
}

impl Filter {
    /// Whether an action is shown, where `needle` is searched for.
    pub fn shows(&self, action: &Action, needle: &str) -> bool {
        self.channel.is_none_or(|channel| action.channel == channel)
            && self.segment.as_ref().is_none_or(|segment| action.segment == *segment)
            && self.step.as_ref().is_none_or(|step| action.step == *step)
            && found(needle, &[&action.name, &action.customer, &action.step_name])
    }
}

/// Positions of actions that belong together, in the order of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Positions in the plan.
    pub actions: Vec<usize>,
}

/// The actions shown, by day.
pub fn by_day(actions: &[Action], shown: impl Fn(&Action) -> bool) -> Vec<(Day, Group)> {
    let mut days: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for (position, action) in actions.iter().enumerate().filter(|(_, action)| shown(action)) {
        days.entry(action.day).or_default().push(position);
    }
    days.into_iter().map(|(day, actions)| (day, Group { actions })).collect()
}

/// The actions shown, by customer and currency: the next contact first, then the largest amount.
pub fn by_customer(actions: &[Action], shown: impl Fn(&Action) -> bool) -> Vec<Group> {
    let mut customers: BTreeMap<(&str, Currency), Vec<usize>> = BTreeMap::new();
    for (position, action) in actions.iter().enumerate().filter(|(_, action)| shown(action)) {
        customers.entry((&action.customer, action.currency)).or_default().push(position);
    }
    let mut groups: Vec<Group> = customers.into_values().map(|actions| Group { actions }).collect();
    groups.arrange_by_key(|group| {
        let first = group.actions.first().and_then(|first| actions.get(*first));
        (first.map(|first| first.day), std::cmp::Reverse(first.map(|first| first.amount)))
    });
    groups
}

/// Sums by currency.
pub fn sums<'a>(actions: impl Iterator<Item = &'a Action>) -> BTreeMap<Currency, Amount> {
    let mut sums = BTreeMap::new();
    for action in actions {
        *sums.entry(action.currency).or_default() += action.amount;
    }
    sums
}

/// Number of contacts by means, the most frequent first.
pub fn channels<'a>(actions: impl Iterator<Item = &'a Action>) -> Vec<(Channel, u32)> {
    let mut counts: BTreeMap<Channel, u32> = BTreeMap::new();
    for action in actions {
        *counts.entry(action.channel).or_default() += 1;
    }
    let mut counts: Vec<(Channel, u32)> = counts.into_iter().collect();
    counts.arrange_by_key(|(channel, count)| (std::cmp::Reverse(*count), *channel));
    counts
}

/// The segments and the steps that occur, in the order in which they first do: identifier and name.
pub fn steps(actions: &[Action]) -> Vec<(String, String)> {
    let mut steps: Vec<(String, String)> = Vec::new();
    for action in actions {
        if steps.iter().all(|(id, _)| *id != action.step) {
            steps.push((action.step.clone(), action.step_name.clone()));
        }
    }
    steps
}

/// The segments that occur, in the order of their codes.
pub fn segments(actions: &[Action]) -> Vec<String> {
    let found: std::collections::BTreeSet<&String> = actions.iter().map(|action| &action.segment).collect();
    found.into_iter().cloned().collect()
}

/// A month of a calendar: its weeks from Monday, with nothing before its first day and after its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// Seven days each.
    pub weeks: Vec<Vec<Option<Day>>>,
}

/// The months from one day to another.
pub fn months(first: Day, last: Day) -> Vec<Month> {
    let mut months = Vec::new();
    let mut month = first.first_of_month();
    while month <= last {
        months.push(Month { first: month, weeks: weeks(month, first, last) });
        month = month.plus_months(1);
    }
    months
}

/// The weeks of a month that hold a day of the range.
fn weeks(month: Day, first: Day, last: Day) -> Vec<Vec<Option<Day>>> {
    let end = month.end_of_month();
    let mut monday = month - Days(weekday(month));
    let mut weeks = Vec::new();
    while monday <= end {
        let sunday = monday + Days(6);
        if sunday >= first && monday <= last {
            let day = |offset| Some(monday + Days(offset)).filter(|day| *day >= month && *day <= end);
            weeks.push((0..7).map(day).collect());
        }
        monday = monday + Days(7);
    }
    weeks
}

/// Days since Monday.
fn weekday(day: Day) -> i32 {
    i32::try_from(day.weekday()).unwrap_or(1) - 1
}

/// Where a key leads from a day of the calendar; nothing for any other key. Never beyond the first and the last day.
pub fn key_leads(key: &str, from: Day, first: Day, last: Day) -> Option<Day> {
    let to = match key {
        "ArrowLeft" => from - Days(1),
        "ArrowRight" => from + Days(1),
        "ArrowUp" => from - Days(7),
        "ArrowDown" => from + Days(7),
        "Home" => from - Days(weekday(from)),
        "End" => from + Days(6 - weekday(from)),
        "PageUp" => from.minus_months(1),
        "PageDown" => from.plus_months(1),
        _ => return None,
    };
    Some(to.clamp(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::Approval;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn action(customer: &str, on: &str, step: &str, channel: Channel, amount: i64) -> Action {
        Action {
            id: format!("{on}/{step}/{customer}"),
            customer: customer.to_owned(),
            name: customer.to_owned(),
            segment: if customer == "A" { "key-accounts" } else { "low-risk" }.to_owned(),
            scenario: "standard".to_owned(),
            step: step.to_owned(),
            step_name: step.to_uppercase(),
            day: day(on),
            channel,
            template: String::new(),
            items: Vec::new(),
            amount: Amount::from_minor(amount),
            currency: Currency::EUR,
            interest: Amount::ZERO,
            indemnity: Amount::ZERO,
            fee: Amount::ZERO,
            deadline: None,
            if_still_unpaid: false,
            approval: Approval::NotNeeded,
            rule: String::new(),
            facts: BTreeMap::new(),
        }
    }

    fn plan() -> Vec<Action> {
        vec![
            action("A", "2026-09-30", "call", Channel::Phone, 100),
            action("B", "2026-09-30", "first", Channel::Email, 900),
            action("A", "2026-10-07", "last", Channel::Email, 100),
        ]
    }

    #[test]
    fn actions_are_grouped_by_day_and_by_customer_and_none_is_lost() {
        let actions = plan();
        let days = by_day(&actions, |_| true);
        assert_eq!(
            days.iter().map(|(day, group)| (*day, group.actions.len())).collect::<Vec<_>>(),
            [(day("2026-09-30"), 2), (day("2026-10-07"), 1)]
        );
        let customers: Vec<Vec<usize>> =
            by_customer(&actions, |_| true).into_iter().map(|group| group.actions).collect();
        assert_eq!(customers, [vec![1], vec![0, 2]], "the larger amount of the same day comes first");
        assert_eq!(channels(actions.iter()), [(Channel::Email, 2), (Channel::Phone, 1)]);
        assert_eq!(sums(actions.iter()).get(&Currency::EUR), Some(&Amount::from_minor(1_100)));
    }

    #[test]
    fn each_filter_keeps_what_answers_it() {
        let actions = plan();
        let kept = |filter: Filter, needle: &str| {
            actions.iter().filter(|action| filter.shows(action, needle)).map(|action| action.step.as_str()).collect()
        };
        let all: Vec<&str> = kept(Filter::default(), "");
        assert_eq!(all, ["call", "first", "last"]);
        assert_eq!(kept(Filter { channel: Some(Channel::Email), ..Filter::default() }, ""), ["first", "last"]);
        assert_eq!(
            kept(Filter { segment: Some("key-accounts".to_owned()), ..Filter::default() }, ""),
            ["call", "last"]
        );
        assert_eq!(kept(Filter { step: Some("call".to_owned()), ..Filter::default() }, ""), ["call"]);
        assert_eq!(kept(Filter::default(), "b fir"), ["first"]);
    }

    #[test]
    fn months_hold_every_day_of_the_range_once_in_weeks_from_monday() {
        let (first, last) = (day("2026-09-30"), day("2026-11-29"));
        let months = months(first, last);
        assert_eq!(months.iter().map(|month| month.first.month()).collect::<Vec<_>>(), [9, 10, 11]);
        for month in &months {
            for week in &month.weeks {
                assert_eq!(week.len(), 7);
                for (weekday, day) in (1..).zip(week) {
                    assert!(day.is_none_or(|day| day.weekday() == weekday));
                }
            }
        }
        let held: Vec<Day> = months.iter().flat_map(|month| month.weeks.iter().flatten().flatten().copied()).collect();
        for number in 0..=60 {
            assert_eq!(held.iter().filter(|day| **day == first + Days(number)).count(), 1);
        }
        assert_eq!(months.first().map(|month| month.weeks.len()), Some(1), "weeks before the range are left out");
    }

    #[test]
    fn keys_lead_through_the_calendar_and_not_beyond_it() {
        let (first, last) = (day("2026-09-30"), day("2026-11-29"));
        let leads = |key: &str, from: &str| key_leads(key, day(from), first, last).map(|day| day.to_string());
        assert_eq!(leads("ArrowDown", "2026-10-01").as_deref(), Some("2026-10-08"));
        assert_eq!(leads("ArrowLeft", "2026-10-01").as_deref(), Some("2026-09-30"));
        assert_eq!(leads("ArrowUp", "2026-10-01").as_deref(), Some("2026-09-30"));
        assert_eq!(leads("End", "2026-10-01").as_deref(), Some("2026-10-04"));
        assert_eq!(leads("Home", "2026-10-08").as_deref(), Some("2026-10-05"));
        assert_eq!(leads("PageDown", "2026-10-31").as_deref(), Some("2026-11-29"));
        assert_eq!(leads("Enter", "2026-10-31"), None);
    }
}
