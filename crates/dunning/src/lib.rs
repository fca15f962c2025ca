//! The dunning plan: who to contact, when, at which step and why; and who is left alone and why.
//! Policies are data. Each open item is covered by an action or by exactly one non-action.

mod eligibility;
mod plan;
mod policy;

pub use followup::Channel;
pub use plan::{Action, ActionItem, Contact, NonAction, Plan, Reason, Trigger, plan};
pub use policy::{Costs, Policy, PolicyError, Step};

/// The default policy, as the JSON a person could have written: five steps from five days before the due date to a
/// last amicable notice thirty days after it.
pub const FIVE_STEPS: &str = include_str!("../policies/five-steps.json");
