//! A policy: the ordered steps of a scenario, and the limits within which customers are contacted.

use followup::Channel;
use std::collections::BTreeMap;
use values::{Amount, Days};

/// Days from the due date to a step, at most: ten years.
const OFFSET_MAX: u32 = 3_650;

/// One step of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Stable identifier, unique in the scenario.
    pub id: String,
    /// Name in French and in English.
    pub name: [String; 2],
    /// Days from the due date: negative before it.
    pub offset: Days,
    /// By what means.
    pub channel: Channel,
    /// The text it uses.
    pub template: String,
}

/// Cost of one contact by channel, in euro cents.
pub type Costs = BTreeMap<Channel, Amount>;

/// A checked policy: at least one step, offsets rising, identifiers unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Identifier of the policy.
    pub id: String,
    /// Name of its scenario.
    pub scenario: String,
    /// Name of the segment it applies to.
    pub segment: String,
    /// Nobody is contacted for less than this, in minor units of the ledger's currency.
    pub minimum_amount: Amount,
    /// Days that pass at least between two contacts with one customer.
    pub days_between_contacts: Days,
    /// Days that pass at least before a step after the due date is taken again with one customer.
    pub days_before_repeat: Days,
    /// Cost of one contact by channel.
    pub costs: Costs,
    steps: Vec<Step>,
}

/// Why a policy is refused; `path` says where in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyError {
    /// There is no step, or more than twenty.
    StepCount {
        /// Steps found.
        found: usize,
    },
    /// A step does not come later than the one before.
    OffsetNotRising {
        /// Position of the step, from 0.
        step: usize,
    },
    /// Two steps share an identifier.
    RepeatedStep {
        /// Position of the second, from 0.
        step: usize,
    },
    /// Distances are not 0 to 366 days, or amounts and costs not 0 to [`Amount::MAX_PARSED`].
    LimitOutOfRange,
    /// A step is more than ten years from the due date.
    OffsetOutOfRange {
        /// Position of the step, from 0.
        step: usize,
    },
}

impl Policy {
    /// Checks the steps and limits of a policy without them.
    pub fn new(limits: Policy, steps: Vec<Step>) -> Result<Policy, PolicyError> {
        if steps.is_empty() || steps.len() > 20 {
            return Err(PolicyError::StepCount { found: steps.len() });
        }
        let distances = [limits.days_between_contacts, limits.days_before_repeat];
        let amounts = limits.costs.values().copied().chain([limits.minimum_amount]);
        let in_range = |amount: Amount| (0..=Amount::MAX_PARSED).contains(&amount.minor());
        if !distances.iter().all(|days| (0..=366).contains(&days.0)) || !amounts.into_iter().all(in_range) {
            return Err(PolicyError::LimitOutOfRange);
        }
        if let Some(step) = steps.iter().position(|step| step.offset.0.unsigned_abs() > OFFSET_MAX) {
            return Err(PolicyError::OffsetOutOfRange { step });
        }
        for (position, step) in steps.iter().enumerate().skip(1) {
            let earlier = steps.get(..position).unwrap_or_default();
            if earlier.iter().any(|other| other.id == step.id) {
                return Err(PolicyError::RepeatedStep { step: position });
            }
            if earlier.iter().any(|other| other.offset >= step.offset) {
                return Err(PolicyError::OffsetNotRising { step: position });
            }
        }
        Ok(Policy { steps, ..limits })
    }

    /// A policy without steps, names or limits, to be filled in and completed by [`Policy::new`].
    pub const fn blank() -> Policy {
        Policy {
            id: String::new(),
            scenario: String::new(),
            segment: String::new(),
            minimum_amount: Amount::ZERO,
            days_between_contacts: Days(0),
            days_before_repeat: Days(0),
            costs: Costs::new(),
            steps: Vec::new(),
        }
    }

    /// The steps, in order of their offset.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step at a position given by this policy's plan.
    pub fn step(&self, position: usize) -> &Step {
        match self.steps.get(position) {
            Some(step) => step,
            None => unreachable!("a step position is only made by the plan of its policy"),
        }
    }

    /// Position of the last step reached by an item this many days late.
    pub fn step_reached(&self, days_late: Days) -> Option<usize> {
        self.steps.iter().rposition(|step| step.offset <= days_late)
    }
}
