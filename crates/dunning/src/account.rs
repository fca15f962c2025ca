//! One customer day by day: which items have reached a new step, what they make together, and what holds a contact back.
//! Only days on which something can change are looked at.

use crate::candidate::Candidate;
use crate::plan::Setting;
use crate::stream::Stream;
use crate::{Action, NonAction, Profile, Reason, Standing, standing};
use ledger::{CustomerKey, OpenItem};
use values::{Amount, Arrange, Day, Days};

/// An open item and what becomes of it later, where that is known.
pub(crate) struct Life<'a> {
    pub(crate) item: &'a OpenItem,
    /// The first day it is there.
    pub(crate) opens: Day,
    /// What remains of it from each of these days on, in order.
    pub(crate) changes: &'a [(Day, Amount)],
}

impl Life<'_> {
    /// What remains on the evening of a day.
    pub(crate) fn residual_on(&self, day: Day) -> Amount {
        if day < self.opens {
            return Amount::ZERO;
        }
        let before = self.changes.partition_point(|(from, _)| *from <= day);
        before.checked_sub(1).and_then(|at| self.changes.get(at)).map_or(self.item.residual, |(_, rest)| *rest)
    }
}

/// What is known about a customer, beside its items.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) profile: Profile,
    pub(crate) standing: Standing,
}

/// One customer's items while the days go by.
pub(crate) struct Account<'a> {
    setting: &'a Setting<'a>,
    customer: CustomerKey,
    known: Known,
    streams: Vec<Stream<'a>>,
    credits: Vec<Life<'a>>,
    left: Vec<(&'a OpenItem, Reason)>,
    log: ContactLog,
}

/// The contacts made with a customer, known and planned.
#[derive(Default)]
pub(crate) struct ContactLog {
    /// Days, in order, one a day.
    days: Vec<Day>,
}

impl ContactLog {
    pub(crate) fn last(&self) -> Option<Day> {
        self.days.last().copied()
    }

    pub(crate) fn note(&mut self, day: Day) {
        if self.last() != Some(day) {
            self.days.push(day);
        }
    }

    /// The first day on which another contact keeps to so many in thirty days.
    pub(crate) fn free_from(&self, cap: u32) -> Option<Day> {
        let nth = self.days.len().checked_sub(cap as usize)?;
        self.days.get(nth).map(|day| *day + Days(30))
    }
}

impl<'a> Account<'a> {
    pub(crate) fn new(
        setting: &'a Setting<'a>,
        customer: CustomerKey,
        lives: impl Iterator<Item = Life<'a>>,
    ) -> Account<'a> {
        let known = setting.situation.known(customer);
        let mut account = Account {
            setting,
            customer,
            known,
            streams: Vec::new(),
            credits: Vec::new(),
            left: Vec::new(),
            log: ContactLog::default(),
        };
        let own = account.own_scenario();
        for life in lives {
            account.take(life, own);
        }
        account.recall();
        account
    }

    /// The scenario of the customer: its own, that of its segment, or the first.
    fn own_scenario(&self) -> usize {
        let of_segment = |rule: usize| self.setting.policy.segments().get(rule).map(|segment| segment.scenario);
        self.known.profile.scenario.or_else(|| self.known.profile.segment.and_then(of_segment)).unwrap_or(0)
    }

    fn take(&mut self, life: Life<'a>, own: usize) {
        let (setting, item) = (self.setting, life.item);
        let due_day = match standing::due_day(item) {
            Ok(due_day) => due_day,
            Err(reason) => {
                if item.residual.is_credit() {
                    self.credits.push(life);
                }
                return self.left.push((item, reason));
            }
        };
        let scenario = setting.situation.assigned.get(&item.entry).copied().unwrap_or(own);
        if setting.policy.scenario(scenario).steps.is_empty() {
            return self.left.push((item, Reason::NoSteps));
        }
        let holds = setting.situation.people.holds.get(&item.entry).map_or(&[][..], Vec::as_slice);
        let held = standing::held(item, holds);
        let for_good = |part: &&standing::Held| {
            part.amount >= item.residual && part.until.is_none_or(|until| until >= setting.last)
        };
        if let Some(part) = held.iter().find(for_good) {
            return self.left.push((item, part.reason.clone()));
        }
        let of = (setting.policy, setting.policy.scenario(scenario));
        let candidate = Candidate::new(life, due_day, held, of);
        match self.streams.iter_mut().find(|stream| stream.scenario_at == scenario) {
            Some(stream) => stream.candidates.push(candidate),
            None => self.streams.push(Stream::new(setting.policy, scenario, candidate)),
        }
    }

    /// What the contacts already made mean for each item.
    fn recall(&mut self) {
        for stream in &mut self.streams {
            stream.candidates.arrange_by_key(|one| (one.due_day, one.life.item.document_day, one.life.item.entry));
        }
        let Some(contacts) = self.setting.situation.people.contacts.get(&self.customer) else { return };
        for contact in contacts.iter().filter(|contact| contact.day <= self.setting.first) {
            self.log.note(contact.day);
            for stream in &mut self.streams {
                stream.recall(self.setting, &self.known, contact);
            }
        }
    }

    /// Every contact from the first day to the last.
    pub(crate) fn run(&mut self, actions: &mut Vec<Action>) {
        let setting = self.setting;
        let mut next = Some(setting.open_days.next(setting.first));
        let mut named = Vec::new();
        while let Some(day) = next.filter(|day| *day <= setting.last) {
            let mut credits: Amount = self.credits.iter().map(|credit| credit.residual_on(day)).sum();
            let before = self.log.last();
            let from = actions.len();
            for stream in &mut self.streams {
                let mut today = Today {
                    setting,
                    customer: self.customer,
                    known: &self.known,
                    day,
                    last_contact: before,
                    log: &self.log,
                    credits: &mut credits,
                    named: &mut named,
                };
                stream.contact_on(&mut today, actions);
            }
            if actions.len() > from {
                self.log.note(day);
            }
            next = self.next_day(day);
        }
    }

    /// The next day on which something can change.
    fn next_day(&self, day: Day) -> Option<Day> {
        let setting = self.setting;
        let streams = self.streams.iter().filter_map(|stream| stream.next_event(setting, &self.known, day));
        let credits = self.credits.iter().flat_map(|credit| {
            let changes = credit.changes.iter().map(|(day, _)| *day);
            changes.chain([credit.opens]).filter(|change| *change > day).min()
        });
        let tomorrow = setting.open_days.next(day + Days(1));
        let next = streams.chain(credits).min()?;
        Some(if next <= tomorrow { tomorrow } else { setting.open_days.next(next) })
    }

    /// One reason for every item without an action.
    pub(crate) fn left_alone(self, non_actions: &mut Vec<NonAction>) {
        let (setting, customer, known) = (self.setting, self.customer, self.known);
        let mut left = self.left;
        for stream in &self.streams {
            for candidate in stream.candidates.iter().filter(|candidate| !candidate.planned) {
                left.push((candidate.life.item, stream.why_left(setting, &known, candidate)));
            }
        }
        left.arrange_by_key(|(item, _)| (item.day, item.entry));
        non_actions.extend(left.into_iter().map(|(item, reason)| NonAction { customer, item: item.clone(), reason }));
    }
}

/// One customer on one day.
pub(crate) struct Today<'t> {
    pub(crate) setting: &'t Setting<'t>,
    pub(crate) customer: CustomerKey,
    pub(crate) known: &'t Known,
    pub(crate) day: Day,
    /// The last contact before this day.
    pub(crate) last_contact: Option<Day>,
    pub(crate) log: &'t ContactLog,
    /// The customer's credits not deducted yet today.
    pub(crate) credits: &'t mut Amount,
    /// The day, scenario and step of the contacts planned or passed over so far.
    pub(crate) named: &'t mut Vec<(Day, usize, usize)>,
}

/// What of an account a message is about.
pub(crate) struct Group {
    /// Positions of its candidates.
    pub(crate) members: Vec<usize>,
    /// The step.
    pub(crate) step: usize,
    /// Position of the candidate that makes the contact.
    pub(crate) cause: usize,
    /// The day its step fell.
    pub(crate) reached: Day,
}
