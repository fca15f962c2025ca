//! The dunning plan: who to contact, when, at which step and why; and who is left alone and why.
//! Policies are data. Each open item is covered by an action or by exactly one non-action.

mod account;
mod advice;
mod candidate;
mod claimed;
mod history;
mod limits;
mod lint;
mod plan;
mod policy;
mod presets;
mod reason;
mod simulate;
mod standing;
mod step;
mod stream;
mod work_days;

pub use advice::{CREDIT_COST, ChannelAdvice, advise, call_threshold};
pub use claimed::{Claim, Claimed, claimed, no_claims};
pub use followup::{Channel, ContactMade, Hold, Resolved, Review, Stage, Standing, Verdict};
pub use limits::{Advance, CatchUp, ContactData, CreditUse, Grouping, Limits, TooLittle, Upcoming};
pub use lint::{Lint, LintRule, lint};
pub use plan::{
    Action, ActionItem, NonAction, Plan, Profile, Reachable, ReviewState, Situation, Trigger, plan, plan_customer,
};
pub use policy::{
    Costs, Impossible, LIMIT_DAYS_MAX, OFFSET_MAX, Policy, PolicyError, STEPS_MAX, Scenario, SegmentRule, Unchecked,
};
pub use presets::{DEFAULT, PRESETS, Preset, SCHEMA};
pub use reason::Reason;
pub use simulate::{Assumptions, Simulated, WARM_UP, simulate, weeks};
pub use step::{Anchor, Condition, Fee, FeeBasis, Floor, Offset, Range, Repeat, Route, Step, Tone};
pub use work_days::{Shift, Working};
