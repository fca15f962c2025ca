//! One item on its way through the steps of a scenario: what is asked of it on a day, the step it is at, and the days
//! on which that can change.

use crate::account::{Known, Life};
use crate::plan::Setting;
use crate::standing::Held;
use crate::{Advance, Anchor, CatchUp, Policy, Reason, Scenario, Step};
use values::{Amount, Day, Days};

/// An item that reminders may be about.
pub(crate) struct Candidate<'a> {
    pub(crate) life: Life<'a>,
    pub(crate) due_day: Day,
    pub(crate) held: Vec<Held>,
    /// The last step done, by a contact made or planned.
    pub(crate) done: Option<Done>,
    /// An action covers it.
    pub(crate) planned: bool,
    /// Why the last attempt came to nothing.
    pub(crate) refusal: Option<Reason>,
    /// The days on which the first steps fall, whatever happens: those counted from a date of the item.
    falls: [Day; FIXED_STEPS],
    /// Where it was when last looked at, and the first day on which that can change.
    seen: Option<(Spot, Option<Day>)>,
}

/// Steps whose days are kept with the item; scenarios rarely have more, and those after them are computed each time.
const FIXED_STEPS: usize = 6;

/// A step done.
#[derive(Clone, Copy)]
pub(crate) struct Done {
    pub(crate) step: usize,
    pub(crate) day: Day,
    /// How often this step was taken.
    pub(crate) times: u32,
    /// The last day of the deadline granted.
    pub(crate) deadline: Option<Day>,
    /// Somebody was contacted, at this step or before: a step passed over is done and said nothing.
    pub(crate) told: bool,
}

/// What an account amounts to on a day, for conditions.
#[derive(Clone, Copy, Default)]
pub(crate) struct Facts {
    pub(crate) amount: Amount,
    pub(crate) items: u32,
}

/// Where an item is on a day.
#[derive(Clone, Copy, Default)]
pub(crate) struct Spot {
    pub(crate) asked: Amount,
    /// Past its due date.
    pub(crate) late: bool,
    /// Part of a message on this day, if there is one.
    pub(crate) listed: bool,
    /// The step it is at.
    pub(crate) level: Option<usize>,
    /// The day it reached a step not done yet.
    pub(crate) fresh: Option<Day>,
}

/// A scenario on one day, for one customer.
#[derive(Clone, Copy)]
pub(crate) struct View<'v> {
    pub(crate) setting: &'v Setting<'v>,
    pub(crate) scenario: &'v Scenario,
    pub(crate) known: &'v Known,
    pub(crate) facts: Facts,
    pub(crate) day: Day,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(
        life: Life<'a>,
        due_day: Day,
        held: Vec<Held>,
        (policy, scenario): (&Policy, &Scenario),
    ) -> Candidate<'a> {
        let mut falls = [due_day; FIXED_STEPS];
        for (falls, step) in falls.iter_mut().zip(&scenario.steps) {
            let from = fixed_from(step, due_day, life.item.document_day, scenario);
            *falls = policy.working.add(from.unwrap_or(due_day), step.offset);
        }
        Candidate { life, due_day, held, done: None, planned: false, refusal: None, falls, seen: None }
    }

    /// Where it is on the day of the view, looked at anew only where that can have changed. What an account amounts to
    /// changes with every other item: where conditions look at that, nothing is kept.
    pub(crate) fn look(&mut self, view: &View<'_>, weighs: bool) -> Result<Spot, Reason> {
        let unchanged = |until: &Option<Day>| until.is_none_or(|until| view.day < until);
        if let Some((spot, _)) = self.seen.filter(|(_, until)| !weighs && unchanged(until)) {
            return Ok(spot);
        }
        let spot = self.spot(view)?;
        self.seen = Some((spot, self.next_change(view)));
        Ok(spot)
    }

    /// The first day after the view's on which something about it can change.
    pub(crate) fn next_event(&self, view: &View<'_>) -> Option<Day> {
        match self.seen {
            Some((_, until)) => until,
            None => self.next_change(view),
        }
    }

    /// Forgets where it was: something was done about it.
    pub(crate) fn changed(&mut self) {
        self.seen = None;
    }

    /// What is asked of it on a day: what remains, less what is held back.
    pub(crate) fn asked(&self, day: Day) -> Amount {
        let residual = self.life.residual_on(day);
        let back: Amount = self.held_on(day).map(|part| part.amount).sum();
        (residual - back).debit_part()
    }

    /// The parts held back on a day.
    pub(crate) fn held_on(&self, day: Day) -> impl Iterator<Item = &Held> {
        self.held.iter().filter(move |part| part.until.is_none_or(|until| day <= until))
    }

    pub(crate) fn is_late(&self, day: Day) -> bool {
        self.due_day < day
    }

    /// Late, and not within the days of grace.
    fn is_past_grace(&self, scenario: &Scenario, day: Day) -> bool {
        self.due_day + scenario.limits.grace < day
    }

    /// The day a step falls for it, where that is known yet.
    pub(crate) fn step_day(&self, view: &View<'_>, position: usize) -> Option<Day> {
        let step = view.scenario.step(position);
        let add = |from: Day| view.setting.policy.working.add(from, step.offset);
        let raw = match step.anchor {
            Anchor::PreviousAction => add(self.done.filter(|done| self.is_next(view, done.step, position))?.day),
            Anchor::PromiseDate => add(view.known.standing.last_broken?),
            Anchor::DueDate | Anchor::InvoiceDate => match self.falls.get(position) {
                Some(falls) => *falls,
                None => add(fixed_from(step, self.due_day, self.life.item.document_day, view.scenario)?),
            },
        };
        let gate = self.gate(view, position)?;
        Some(raw.max(gate))
    }

    /// The first day that what was done before allows a step: after the deadline granted and, for a formal step, after
    /// the steps and delays that lead to it.
    fn gate(&self, view: &View<'_>, position: usize) -> Option<Day> {
        let deadline = self.done.and_then(|done| done.deadline);
        let free = deadline.map_or(self.life.opens, |deadline| deadline + Days(1));
        let step = view.scenario.step(position);
        if !step.tone.is_formal() {
            return Some(free);
        }
        let done = self.done.filter(|done| done.told && self.is_next(view, done.step, position))?;
        let before = view.scenario.step(done.step);
        let delay = if before.anchor == step.anchor { step.offset.days.0 - before.offset.days.0 } else { 0 };
        Some(free.max(done.day + Days(delay.max(1))))
    }

    /// Whether no step that applies stands between two.
    fn is_next(&self, view: &View<'_>, done: usize, position: usize) -> bool {
        done < position && (done + 1..position).all(|between| !self.applies(view, view.scenario.step(between)))
    }

    /// Whether the conditions of a step hold.
    fn applies(&self, view: &View<'_>, step: &Step) -> bool {
        let promised = view.known.standing.last_broken.is_some();
        if step.is_before_due() && self.is_late(view.day) || step.anchor == Anchor::PromiseDate && !promised {
            return false;
        }
        let when = &step.when;
        if when.is_open() {
            return true;
        }
        let policy = view.setting.policy;
        let segment = view.known.profile.segment.and_then(|rule| policy.segments().get(rule));
        let segment = segment.map_or("", |segment| segment.rule.segment.as_str());
        when.days_late.holds((view.day - self.due_day).0)
            && when.amount.holds(view.facts.amount)
            && when.items.holds(view.facts.items)
            && when.risk.holds(view.known.profile.risk)
            && when.broken_promises.holds(view.known.standing.broken)
            && (when.segments.is_empty() || when.segments.iter().any(|one| one == segment))
            && (when.classes.is_empty() || view.known.profile.class.is_some_and(|class| when.classes.contains(&class)))
    }

    /// The day a step fell, if it has fallen by the day of the view and applies on it.
    fn reached(&self, view: &View<'_>, position: usize) -> Option<Day> {
        let step = view.scenario.step(position);
        let limit = if step.is_before_due() { view.setting.open_days.reach_before_due(view.day) } else { view.day };
        let day = self.step_day(view, position).filter(|day| *day <= limit)?;
        self.applies(view, step).then_some(day)
    }

    /// Where it is on the day of the view, or why a person must say so.
    pub(crate) fn spot(&self, view: &View<'_>) -> Result<Spot, Reason> {
        let asked = self.asked(view.day);
        if !asked.is_debit() {
            return Ok(Spot::default());
        }
        let late = self.is_late(view.day);
        let begun = |position| self.step_day(view, position).is_some_and(|day| day <= view.day);
        let steps = view.scenario.steps.len();
        let in_grace = late && !self.is_past_grace(view.scenario, view.day);
        let listed = !in_grace && (self.done.is_some() || (0..steps).any(begun));
        let spot = Spot { asked, late, listed, level: None, fresh: None };
        let Some(done) = self.done else {
            return Ok(match self.entry(view)? {
                Some((level, reached)) => {
                    Spot { listed: true, level: Some(self.raised(view, level)), fresh: Some(reached), ..spot }
                }
                None => spot,
            });
        };
        let later = |at: usize| Some((at, self.reached(view, at)?));
        let next = match view.scenario.limits.advance {
            Advance::OneAtATime => (done.step + 1..steps).find_map(later),
            Advance::ByAge => (done.step + 1..steps).rev().find_map(later),
        };
        let next = next.or_else(|| self.again(view, done));
        Ok(match next {
            Some((level, reached)) => {
                Spot { listed: true, level: Some(self.raised(view, level)), fresh: Some(reached), ..spot }
            }
            None => Spot { level: Some(done.step), ..spot },
        })
    }

    /// The step it enters at when no contact about it is known.
    fn entry(&self, view: &View<'_>) -> Result<Option<(usize, Day)>, Reason> {
        let fallen = |at: usize| {
            let amicable = !view.scenario.step(at).tone.is_formal();
            self.reached(view, at).filter(|_| amicable).map(|day| (at, day))
        };
        let mut steps = 0..view.scenario.steps.len();
        let last = steps.clone().rev().find_map(fallen);
        let first = steps.find_map(fallen);
        match view.scenario.limits.catch_up {
            CatchUp::CurrentStep => Ok(last),
            CatchUp::FirstStep => Ok(first),
            CatchUp::Ask => match last {
                Some((at, _)) if first != last => {
                    Err(Reason::AwaitingReview { step: view.scenario.step(at).id.clone() })
                }
                other => Ok(other),
            },
        }
    }

    /// Broken promises raise the next reminder, as far as the last amicable step.
    fn raised(&self, view: &View<'_>, level: usize) -> usize {
        if view.known.standing.raised == 0 || !self.is_late(view.day) || view.scenario.step(level).tone.is_formal() {
            return level;
        }
        let amicable = |at: &usize| !view.scenario.step(*at).tone.is_formal();
        let highest = (0..view.scenario.steps.len()).rev().find(amicable).unwrap_or(level);
        (level + view.known.standing.raised as usize).min(highest.max(level))
    }

    /// The step done, taken again.
    fn again(&self, view: &View<'_>, done: Done) -> Option<(usize, Day)> {
        let step = view.scenario.step(done.step);
        let repeat = step.repeat.filter(|repeat| done.times <= repeat.times)?;
        let day = done.day + repeat.every;
        (day <= view.day && self.applies(view, step)).then_some((done.step, day))
    }

    /// The step of its age, whatever was done: what a contact without a step was about.
    pub(crate) fn step_of_age(&self, view: &View<'_>) -> Option<usize> {
        let fallen = |at: &usize| {
            let step = view.scenario.step(*at);
            let raw = match step.anchor {
                Anchor::DueDate => view.setting.policy.working.add(self.due_day, step.offset),
                Anchor::InvoiceDate => view.setting.policy.working.add(self.life.item.document_day, step.offset),
                Anchor::PreviousAction | Anchor::PromiseDate => return false,
            };
            raw <= view.day && !step.tone.is_formal()
        };
        (0..view.scenario.steps.len()).rev().find(fallen)
    }

    /// The day of its first step that may come.
    pub(crate) fn first_step_day(&self, view: &View<'_>) -> Option<Day> {
        (0..view.scenario.steps.len()).filter_map(|at| self.step_day(view, at)).min()
    }

    fn next_change(&self, view: &View<'_>) -> Option<Day> {
        let mut next: Option<Day> = None;
        let mut consider = |day: Day| {
            if day > view.day && next.is_none_or(|next| day < next) {
                next = Some(day);
            }
        };
        consider(self.life.opens);
        consider(self.due_day + Days(1));
        let limits = &view.scenario.limits;
        if limits.grace.0 > 0 {
            consider(self.due_day + limits.grace + Days(1));
        }
        if limits.minimum_arrears.0 > 0 {
            consider(self.due_day + limits.minimum_arrears);
        }
        self.life.changes.iter().for_each(|(day, _)| consider(*day));
        self.held.iter().filter_map(|part| part.until).for_each(|until| consider(until + Days(1)));
        let from = self.done.map_or(0, |done| done.step + 1);
        for at in from..view.scenario.steps.len() {
            let step = view.scenario.step(at);
            if let Some(day) = self.step_day(view, at) {
                let taken = if step.is_before_due() { view.setting.open_days.taken_before_due(day) } else { day };
                // Entered at the first step, or one step at a time: the next may have fallen long ago.
                let waits = taken <= view.day && self.done.is_some_and(|done| done.day == view.day);
                consider(if waits { view.day + Days(1) } else { taken });
            }
        }
        for step in view.scenario.steps.iter().skip(from.saturating_sub(1)).filter(|step| !step.when.is_open()) {
            let late = &step.when.days_late;
            late.from.into_iter().chain(late.to.map(|to| to + 1)).for_each(|days| consider(self.due_day + Days(days)));
        }
        if let Some(done) = self.done {
            let again = view.scenario.step(done.step).repeat.filter(|repeat| done.times <= repeat.times);
            if let Some(repeat) = again {
                consider(done.day + repeat.every);
            }
        }
        next
    }
}

/// The date of the item a step counts from, where it counts from one.
fn fixed_from(step: &Step, due_day: Day, issued: Day, scenario: &Scenario) -> Option<Day> {
    match step.anchor {
        Anchor::DueDate if step.offset.days.0 > 0 => Some(due_day + scenario.limits.grace),
        Anchor::DueDate => Some(due_day),
        Anchor::InvoiceDate => Some(issued),
        Anchor::PreviousAction | Anchor::PromiseDate => None,
    }
}
