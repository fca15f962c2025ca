//! A policy tried on the past of the ledger: whom it would have contacted, by what means, at what cost, for nothing or
//! not, and how much earlier the money would have come under assumptions that are stated. Payments are those of the
//! ledger; the same inputs give the same figures.

use crate::account::{Account, Life};
use crate::history::{Past, history};
use crate::plan::Setting;
use crate::{Action, Channel, Policy, Profile, Resolved, Situation};
use ledger::{EntryKey, Ledger, OpenItems};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, AsOf, Day, Days, Gather};

/// Days played before those that are counted, so that the first of them is a day like any other.
pub const WARM_UP: Days = Days(90);

/// What is assumed. Every figure is a person's to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// Days a written contact brings a payment forward by, at most.
    pub written_days: Days,
    /// Days a call brings a payment forward by, at most.
    pub call_days: Days,
    /// Days that pass at least between a contact and the payment it brings.
    pub reaction_days: Days,
    /// A contact was needless where all it asks for was paid within so many days anyway.
    pub needless_days: Days,
}

impl Default for Assumptions {
    fn default() -> Assumptions {
        Assumptions { written_days: Days(3), call_days: Days(7), reaction_days: Days(3), needless_days: Days(3) }
    }
}

/// What a policy would have done to one ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simulated {
    /// Contacts by channel.
    pub contacts: BTreeMap<Channel, u32>,
    /// What they cost, in euro cents.
    pub cost: Amount,
    /// Customers contacted at least once.
    pub customers: u32,
    /// Contacts about what was paid within days anyway.
    pub needless: u32,
    /// What was paid after it was due.
    pub paid_late: Amount,
    /// Days by which that would have come earlier, each weighed by its amount.
    pub amount_days: i128,
    /// Contacts and calls of each week, by its Monday.
    pub weeks: BTreeMap<Day, (u32, u32)>,
}

impl Simulated {
    /// All contacts.
    pub fn total(&self) -> u32 {
        self.contacts.values().sum()
    }
}

/// Plays a policy over the days from `from` to the as-of day. Customers keep the profiles they have on the as-of day.
pub fn simulate(
    policy: &Policy,
    ledger: &Ledger,
    profiles: &[Profile],
    from: Day,
    as_of: AsOf,
    assumptions: &Assumptions,
) -> Simulated {
    let first = from - WARM_UP;
    let open = OpenItems { as_of: AsOf(first), items: Vec::new(), tolerated: Vec::new() };
    let (people, assigned) = (Resolved::default(), BTreeMap::new());
    let situation =
        Situation { ledger, open: &open, profiles, assigned: &assigned, people: &people, claim: &crate::no_claims };
    let setting = Setting::new(policy, first, as_of.day() - first, &situation);
    let mut simulated = Simulated::default();
    let mut actions = Vec::new();
    for (customer, pasts) in history(ledger, first, as_of) {
        let lives = pasts.iter().map(|past| Life { item: &past.item, opens: past.item.day, changes: &past.changes });
        actions.clear();
        Account::new(&setting, customer, lives).run(&mut actions);
        actions.retain(|action| action.day >= from);
        simulated.count(policy, &actions, &pasts, assumptions);
        simulated.earlier(&actions, &pasts, from, assumptions);
    }
    simulated
}

impl Simulated {
    fn count(&mut self, policy: &Policy, actions: &[Action], pasts: &[Past], assumptions: &Assumptions) {
        let settled: BTreeMap<EntryKey, Day> =
            pasts.iter().filter_map(|past| Some((past.item.entry, past.settled()?))).gather();
        self.customers += u32::from(!actions.is_empty());
        for action in actions {
            *self.contacts.entry(action.channel).or_default() += 1;
            self.cost += policy.cost(action.channel);
            let by = action.day + assumptions.needless_days;
            let mut claimed = action.items.iter().filter(|line| action.claims(line));
            let anyway = claimed.all(|line| settled.get(&line.item.entry).is_some_and(|day| *day <= by));
            self.needless += u32::from(anyway);
            let monday = action.day - Days(i32::try_from(action.day.weekday()).unwrap_or(1) - 1);
            let week = self.weeks.entry(monday).or_default();
            week.0 += 1;
            week.1 += u32::from(action.channel == Channel::Phone);
        }
    }

    /// Each payment made late comes earlier by what each contact before it brings, never sooner than people react.
    fn earlier(&mut self, actions: &[Action], pasts: &[Past], from: Day, assumptions: &Assumptions) {
        let mut about: BTreeMap<EntryKey, Vec<(Day, Channel)>> = BTreeMap::new();
        for action in actions {
            for line in action.items.iter().filter(|line| action.claims(line)) {
                about.entry(line.item.entry).or_default().push((action.day, action.channel));
            }
        }
        let none = Vec::new();
        for past in pasts.iter().filter(|past| past.item.amount.is_debit()) {
            let contacts = about.get(&past.item.entry).unwrap_or(&none);
            let mut before = past.item.amount;
            for (paid, rest) in &past.changes {
                let amount = before - *rest;
                before = *rest;
                let late = past.item.due_day.is_some_and(|due| due < *paid);
                if late && *paid >= from {
                    self.paid_late += amount;
                    let days = gained(*paid, contacts, assumptions);
                    self.amount_days += i128::from(amount.minor()) * i128::from(days.0);
                }
            }
        }
    }
}

fn gained(paid: Day, contacts: &[(Day, Channel)], assumptions: &Assumptions) -> Days {
    let mut day = paid;
    for (contact, channel) in contacts.iter().filter(|(contact, _)| *contact < paid) {
        let brought = match channel {
            Channel::Phone => assumptions.call_days,
            Channel::Email | Channel::Letter | Channel::RegisteredLetter | Channel::Sms => assumptions.written_days,
            Channel::Internal => Days(0),
        };
        let soonest = *contact + assumptions.reaction_days;
        day = day.min(soonest.max(day - brought));
    }
    paid - day
}

/// The weeks of a simulation, those without a contact too.
pub fn weeks(simulated: &Simulated) -> Vec<(Day, u32, u32)> {
    let days: BTreeSet<Day> = simulated.weeks.keys().copied().gather();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let count = (*last - *first).0 / 7;
    let of = |week: i32| {
        let monday = *first + Days(week * 7);
        let (contacts, calls) = simulated.weeks.get(&monday).copied().unwrap_or_default();
        (monday, contacts, calls)
    };
    (0..=count).map(of).collect()
}
