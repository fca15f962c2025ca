//! The calls day by day under a cap: what does not fit goes to the following working days, lowest priority first, and is
//! told. A call whose day the customer named stays on it.

use rules::calendar::Calendar;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use values::{Amount, Arrange, Day, Days};

/// Calls a day unless a person says otherwise: a morning (features.md AC4).
pub const CAP: u32 = 20;
/// The most a person may set.
pub const CAP_MAX: u32 = 500;

/// In which order a list stands; it is printed with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By score.
    #[default]
    Priority,
    /// By amount.
    Amount,
    /// By the age of the oldest item.
    Age,
    /// By name.
    Name,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 4] = [Order::Priority, Order::Amount, Order::Age, Order::Name];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Order::Priority => "priority",
            Order::Amount => "amount",
            Order::Age => "age",
            Order::Name => "name",
        }
    }
}

/// What an agenda needs to know of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted<C> {
    /// The call.
    pub call: C,
    /// The day it is wanted on.
    pub day: Day,
    /// The day was named by the customer.
    pub appointment: bool,
    /// Its score.
    pub score: u32,
    /// What is asked for.
    pub amount: Amount,
    /// The oldest item.
    pub oldest: Days,
    /// Whom; also tells calls of one score apart.
    pub name: String,
}

/// A call on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<C> {
    /// The call.
    pub wanted: Wanted<C>,
    /// The day it stands on.
    pub day: Day,
}

impl<C> Placed<C> {
    /// Whether its own day was full.
    pub fn is_moved(&self) -> bool {
        self.day != self.wanted.day
    }
}

/// Puts every call on a working day, at most `cap` a day save those whose day the customer named.
pub fn agenda<C>(calls: Vec<Wanted<C>>, cap: u32, order: Order, calendar: &Calendar) -> Vec<Placed<C>> {
    let mut waiting: BTreeMap<Day, Vec<Wanted<C>>> = BTreeMap::new();
    for call in calls {
        waiting.entry(call.day).or_default().push(call);
    }
    let mut placed = Vec::new();
    while let Some((day, mut today)) = waiting.pop_first() {
        today.arrange_by_key(priority);
        let named = today.iter().filter(|call| call.appointment && call.day == day).count();
        let room = (cap.max(1) as usize).max(named);
        if today.len() > room {
            let next = calendar.next_business_day(day + Days(1));
            waiting.entry(next).or_default().extend(today.drain(room..));
        }
        let from = placed.len();
        placed.extend(today.into_iter().map(|wanted| Placed { wanted, day }));
        if let Some(list) = placed.get_mut(from..) {
            list.arrange_by(|a, b| in_order(order, &a.wanted, &b.wanted));
        }
    }
    placed
}

/// What keeps its place on a full day: what the customer named, then the highest score, then what waited longest.
fn priority<C>(call: &Wanted<C>) -> impl Ord + use<C> {
    (Reverse(call.appointment), Reverse(call.score), call.day, Reverse(call.amount), call.name.clone())
}

fn in_order<C>(order: Order, a: &Wanted<C>, b: &Wanted<C>) -> std::cmp::Ordering {
    match order {
        Order::Priority => priority(a).cmp(&priority(b)),
        Order::Amount => (Reverse(a.amount), &a.name).cmp(&(Reverse(b.amount), &b.name)),
        Order::Age => (Reverse(a.oldest), &a.name).cmp(&(Reverse(b.oldest), &b.name)),
        Order::Name => a.name.cmp(&b.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(name: &str, day: &str, score: u32, appointment: bool) -> Wanted<()> {
        let (amount, oldest) = (Amount::from_minor(1), Days(1));
        Wanted { call: (), day: day.parse().unwrap(), appointment, score, amount, oldest, name: name.to_owned() }
    }

    fn placed(calls: Vec<Wanted<()>>, cap: u32) -> Vec<String> {
        let placed = agenda(calls, cap, Order::Priority, &Calendar::default());
        placed.iter().map(|one| format!("{} {}", one.day, one.wanted.name)).collect()
    }

    #[test]
    fn what_does_not_fit_goes_to_the_next_working_days() {
        // 2026-09-04 is a Friday.
        let calls: Vec<Wanted<()>> =
            (0..5).map(|score| wanted(&format!("c{score}"), "2026-09-04", score, false)).collect();
        let days = ["2026-09-04 c4", "2026-09-04 c3", "2026-09-07 c2", "2026-09-07 c1", "2026-09-08 c0"];
        assert_eq!(placed(calls, 2), days);
    }

    #[test]
    fn a_day_the_customer_named_is_kept_even_where_it_is_full() {
        let calls = vec![
            wanted("asked-1", "2026-09-07", 1, true),
            wanted("asked-2", "2026-09-07", 1, true),
            wanted("large", "2026-09-07", 90, false),
        ];
        assert_eq!(placed(calls, 1), ["2026-09-07 asked-1", "2026-09-07 asked-2", "2026-09-08 large"]);
    }

    #[test]
    fn every_call_is_placed_once_and_no_day_holds_more_than_the_cap() {
        let calls: Vec<Wanted<()>> = (0..503).map(|n| wanted(&format!("{n:03}"), "2026-09-01", n % 7, false)).collect();
        let placed = agenda(calls, 20, Order::Name, &Calendar::default());
        assert_eq!(placed.len(), 503);
        let mut days: BTreeMap<Day, usize> = BTreeMap::new();
        placed.iter().for_each(|one| *days.entry(one.day).or_default() += 1);
        assert!(days.values().all(|count| *count <= 20));
        assert_eq!(days.len(), 26);
        assert!(days.keys().all(|day| Calendar::default().is_business_day(*day)));
    }
}
