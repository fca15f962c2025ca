//! A policy: who is in which segment, the scenario of each segment, its steps and limits, when the firm works, and what
//! a contact costs. Checked as a whole: what can be held is a policy that can be carried out.

use crate::work_days::Working;
use crate::{Anchor, Channel, Limits, Step};
use analysis::segments::Rule;
use std::collections::BTreeMap;
use values::Amount;

/// Days from its anchor to a step, at most: ten years.
pub const OFFSET_MAX: i32 = 3_650;
/// Steps of a scenario, at most.
pub const STEPS_MAX: usize = 20;
/// Days of a limit, at most.
pub const LIMIT_DAYS_MAX: i32 = 366;

/// Cost of one contact by channel, in euro cents.
pub type Costs = BTreeMap<Channel, Amount>;

/// A rule that puts customers into a segment, and the scenario that follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentRule {
    /// Who it takes.
    pub rule: Rule,
    /// Position of the scenario.
    pub scenario: usize,
}

/// The ordered steps for the customers of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Stable identifier, unique in the policy.
    pub id: String,
    /// Name in French and in English.
    pub name: [String; 2],
    /// Its limits.
    pub limits: Limits,
    /// Its steps, softest first; none means nobody is contacted.
    pub steps: Vec<Step>,
}

impl Scenario {
    /// The step at a position given by a plan of this scenario.
    pub fn step(&self, position: usize) -> &Step {
        match self.steps.get(position) {
            Some(step) => step,
            None => unreachable!("a step position is only made by the plan of its scenario"),
        }
    }

    /// Position of a step by its identifier.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }
}

/// A checked policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Identifier of the policy.
    pub id: String,
    /// Name in French and in English.
    pub name: [String; 2],
    /// When the firm contacts its customers.
    pub working: Working,
    /// Cost of one contact by channel.
    pub costs: Costs,
    segments: Vec<SegmentRule>,
    scenarios: Vec<Scenario>,
}

/// Why a policy is refused, and where in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// For example `scenarios[0].steps[3].days`.
    pub path: String,
    /// Why.
    pub why: Impossible,
}

/// What makes a policy impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// There is no scenario.
    NoScenario,
    /// A scenario has more than twenty steps.
    TooManySteps,
    /// Two things share an identifier.
    RepeatedId,
    /// A step does not come later than the one before.
    NotRising,
    /// Outside of its range.
    OutOfRange,
    /// Without a means of contact.
    NoChannel,
    /// The first step cannot count from the step before.
    NothingBefore,
    /// A range that nothing fits.
    EmptyRange,
}

/// The parts of a policy, not checked yet.
#[derive(Clone, Debug)]
pub struct Unchecked {
    /// Identifier of the policy.
    pub id: String,
    /// Name in French and in English.
    pub name: [String; 2],
    /// Segments, first match first.
    pub segments: Vec<SegmentRule>,
    /// Scenarios, the first for customers that no segment takes.
    pub scenarios: Vec<Scenario>,
    /// When the firm contacts its customers.
    pub working: Working,
    /// Cost of one contact by channel.
    pub costs: Costs,
}

impl Policy {
    /// Checks a policy as a whole.
    pub fn new(draft: Unchecked) -> Result<Policy, PolicyError> {
        let at = |path: String, why| Err(PolicyError { path, why });
        if draft.scenarios.is_empty() {
            return at("scenarios".to_owned(), Impossible::NoScenario);
        }
        if !draft.costs.values().all(|cost| money(*cost)) {
            return at("costs".to_owned(), Impossible::OutOfRange);
        }
        for (position, scenario) in draft.scenarios.iter().enumerate() {
            let path = format!("scenarios[{position}]");
            if draft.scenarios.iter().take(position).any(|other| other.id == scenario.id) {
                return at(format!("{path}.id"), Impossible::RepeatedId);
            }
            check_limits(&scenario.limits)
                .and_then(|()| check_steps(&scenario.steps))
                .map_err(|error| PolicyError { path: format!("{path}.{}", error.path), ..error })?;
        }
        let Unchecked { id, name, segments, scenarios, working, costs } = draft;
        Ok(Policy { id, name, working, costs, segments, scenarios })
    }

    /// Segments, first match first.
    pub fn segments(&self) -> &[SegmentRule] {
        &self.segments
    }

    /// The rules alone, as `analysis::segments::place` takes them.
    pub fn rules(&self) -> Vec<Rule> {
        self.segments.iter().map(|segment| segment.rule.clone()).collect()
    }

    /// Scenarios, the first for customers that no segment takes.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The scenario at a position given by a plan of this policy.
    pub fn scenario(&self, position: usize) -> &Scenario {
        match self.scenarios.get(position) {
            Some(scenario) => scenario,
            None => unreachable!("a scenario position is only made by the plan of its policy"),
        }
    }

    /// The step of an action.
    pub fn step(&self, action: &crate::Action) -> &Step {
        self.scenario(action.scenario).step(action.step)
    }

    /// What one contact costs by a channel.
    pub fn cost(&self, channel: Channel) -> Amount {
        self.costs.get(&channel).copied().unwrap_or_default()
    }
}

fn money(amount: Amount) -> bool {
    (0..=Amount::MAX_PARSED).contains(&amount.minor())
}

fn check_limits(limits: &Limits) -> Result<(), PolicyError> {
    let error = |field: &str| Err(PolicyError { path: format!("limits.{field}"), why: Impossible::OutOfRange });
    let days = [
        ("graceDays", limits.grace),
        ("minimumArrears", limits.minimum_arrears),
        ("daysBetweenContacts", limits.days_between_contacts),
        ("daysBeforeRepeat", limits.days_before_repeat),
    ];
    if let Some((field, _)) = days.iter().find(|(_, days)| !(0..=LIMIT_DAYS_MAX).contains(&days.0)) {
        return error(field);
    }
    let amounts = [
        ("minimumAmount", limits.minimum_amount),
        ("minimumItem", limits.minimum_item),
        ("reviewAbove", limits.review_above.unwrap_or_default()),
    ];
    if let Some((field, _)) = amounts.iter().find(|(_, amount)| !money(*amount)) {
        return error(field);
    }
    match limits.contacts_per_30_days {
        Some(0) => error("contactsPer30Days"),
        _ => Ok(()),
    }
}

fn check_steps(steps: &[Step]) -> Result<(), PolicyError> {
    if steps.len() > STEPS_MAX {
        return Err(PolicyError { path: "steps".to_owned(), why: Impossible::TooManySteps });
    }
    for (position, step) in steps.iter().enumerate() {
        let at = |field: &str, why| Err(PolicyError { path: format!("steps[{position}].{field}"), why });
        let earlier = steps.get(..position).unwrap_or_default();
        if earlier.iter().any(|other| other.id == step.id) {
            return at("id", Impossible::RepeatedId);
        }
        if step.offset.days.0.abs() > OFFSET_MAX {
            return at("days", Impossible::OutOfRange);
        }
        if step.anchor == Anchor::PreviousAction && (earlier.is_empty() || step.offset.days.0 < 0) {
            return at("from", Impossible::NothingBefore);
        }
        if step.routes.is_empty() {
            return at("channel", Impossible::NoChannel);
        }
        // Steps that apply to other customers or amounts may fall on the same day.
        let follows = |other: &Step| {
            let alike = other.anchor == step.anchor && other.offset.business == step.offset.business;
            !alike || other.offset.days < step.offset.days || (other.offset == step.offset && other.when != step.when)
        };
        if step.anchor != Anchor::PreviousAction && !earlier.iter().all(follows) {
            return at("days", Impossible::NotRising);
        }
        check_extras(step).map_err(|(field, why)| PolicyError { path: format!("steps[{position}].{field}"), why })?;
    }
    Ok(())
}

fn check_extras(step: &Step) -> Result<(), (&'static str, Impossible)> {
    let days = 1..=LIMIT_DAYS_MAX;
    if step.deadline.is_some_and(|deadline| !days.contains(&deadline.days.0)) {
        return Err(("deadline", Impossible::OutOfRange));
    }
    if step.repeat.is_some_and(|repeat| !days.contains(&repeat.every.0) || !(1..=366).contains(&repeat.times)) {
        return Err(("repeat", Impossible::OutOfRange));
    }
    if !money(step.floor.amount) || step.floor.percent > 100 {
        return Err(("minimum", Impossible::OutOfRange));
    }
    if step.fee.is_some_and(|fee| !money(fee.amount) || fee.basis_points > 10_000) {
        return Err(("fee", Impossible::OutOfRange));
    }
    let when = &step.when;
    let ranges = [
        ("when.daysLate", when.days_late.is_empty()),
        ("when.amount", when.amount.is_empty()),
        ("when.items", when.items.is_empty()),
        ("when.risk", when.risk.is_empty()),
        ("when.brokenPromises", when.broken_promises.is_empty()),
    ];
    match ranges.iter().find(|(_, empty)| *empty) {
        Some((field, _)) => Err((field, Impossible::EmptyRange)),
        None => Ok(()),
    }
}
