//! Neither too often nor too early, neither too late nor for nothing: days, means of contact and amounts.

use super::{LintRule, Scene};
use crate::{Advance, Anchor, Channel, Shift, Step, Tone};
use values::Days;

/// Days between two steps at most (features.md DE15).
const GAP_MAX: i32 = 30;
/// Days after the due date up to which the first reminder comes.
const FIRST_REMINDER_MAX: i32 = 15;
/// Times a step is repeated at most.
const REPEATS_MAX: u32 = 6;
/// Steps from which one means of contact for all is monotonous.
const STEPS_OF_ONE_CHANNEL: usize = 4;

/// The days after the due date on which a step falls, where that is what it counts.
fn days(step: &Step) -> Option<i32> {
    (step.anchor == Anchor::DueDate && !step.offset.business && !step.offset.end_of_month).then_some(step.offset.days.0)
}

pub(super) fn look(scene: &mut Scene<'_>, templates: &[&str]) {
    distances(scene);
    means(scene, templates);
    let (steps, limits) = (&scene.scenario.steps, &scene.scenario.limits);
    let Some(first) = steps.iter().position(|step| !step.is_before_due()) else {
        if !steps.is_empty() {
            scene.say(LintRule::NothingAfterDue, steps.len());
        }
        return;
    };
    let late = steps.get(first).and_then(days).filter(|days| *days > FIRST_REMINDER_MAX);
    if let Some(late) = late {
        scene.say_of(first, LintRule::StartsLate, late);
    }
    if limits.minimum_amount.is_zero() {
        scene.say(LintRule::NoMinimum, 0);
    }
    for (at, step) in steps.iter().enumerate() {
        if let Some(repeat) = step.repeat.filter(|repeat| repeat.times > REPEATS_MAX) {
            scene.say_of(at, LintRule::RepeatsTooOften, repeat.times);
        }
        let never = |to: i32| days(step).is_some_and(|days| to < days);
        if step.when.days_late.to.is_some_and(never) {
            scene.say_of(at, LintRule::NeverApplies, step.id.as_str());
        }
    }
}

/// Two steps for the same amounts and customers: others do not follow one another.
fn pairs(steps: &[Step]) -> impl Iterator<Item = (usize, &Step, &Step)> {
    steps.iter().enumerate().filter_map(|(at, step)| {
        let before = steps.get(..at)?.iter().rev().find(|before| before.when == step.when || before.when.is_open())?;
        Some((at, before, step))
    })
}

fn distances(scene: &mut Scene<'_>) {
    let (steps, limits) = (&scene.scenario.steps, &scene.scenario.limits);
    for (at, before, step) in pairs(steps) {
        let gap = match (step.anchor, days(before), days(step)) {
            (Anchor::PreviousAction, _, _) => step.offset.days.0,
            (_, Some(before), Some(step)) => step - before,
            _ => continue,
        };
        // From a message before the due date to the first reminder is another matter.
        if gap > GAP_MAX && !before.is_before_due() {
            scene.say_of(at, LintRule::GapTooLong, gap);
        }
        if Days(gap) < limits.days_between_contacts {
            scene.say_of(at, LintRule::GapTooShort, gap);
        }
        let granted = before.deadline.filter(|deadline| !deadline.business).map_or(0, |deadline| deadline.days.0);
        if granted >= gap {
            scene.say_of(at, LintRule::DeadlineIgnored, granted);
        }
    }
    let after: Vec<i32> = steps.iter().filter(|step| step.when.is_open()).filter_map(days).collect();
    let within = |from: i32| after.iter().filter(|day| (from..from + 30).contains(*day)).count();
    let most = after.iter().map(|from| within(*from)).max().unwrap_or(0);
    if limits.contacts_per_30_days.is_some_and(|cap| most > cap as usize) {
        scene.say(LintRule::CapTooLow, most);
    }
    if limits.advance == Advance::OneAtATime && limits.days_between_contacts.0 == 0 {
        scene.say(LintRule::GapTooShort, 0);
    }
}

fn means(scene: &mut Scene<'_>, templates: &[&str]) {
    let steps = &scene.scenario.steps;
    for (at, step) in steps.iter().enumerate() {
        let missing = step.routes.iter().find(|route| !templates.contains(&route.template.as_str()));
        if let Some(missing) = missing {
            scene.say_of(at, LintRule::TemplateMissing, missing.template.as_str());
        }
        let alone = step.routes.len() == 1
            && matches!(step.channel(), Channel::Email | Channel::Sms | Channel::Phone)
            && step.tone < Tone::Formal;
        if alone {
            scene.say_of(at, LintRule::NoFallback, step.id.as_str());
        }
        if step.channel() == Channel::Phone && scene.policy.working.shift == Shift::None {
            scene.say_of(at, LintRule::CallsOnDaysOff, step.id.as_str());
        }
        let anybody = step.when.amount.from.is_none() && step.when.segments.is_empty();
        let cost = scene.policy.cost(Channel::Phone);
        if step.channel() == Channel::Phone && anybody && scene.scenario.limits.minimum_amount < cost {
            scene.say_of(at, LintRule::CallsForAnyAmount, cost.minor());
        }
    }
    let first = steps.first().map(Step::channel);
    if steps.len() >= STEPS_OF_ONE_CHANNEL && steps.iter().all(|step| Some(step.channel()) == first) {
        scene.say(LintRule::OneChannelOnly, steps.len());
    }
}
