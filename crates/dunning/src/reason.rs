//! Why an item is left alone: exactly one reason for every open item that no action covers.

use crate::Stage;
use ledger::AccountClass;
use values::{Amount, Day, Days};

/// Why an item is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No step of the scenario falls within the horizon.
    NotDue {
        /// The day of the first step.
        first_step: Day,
    },
    /// The steps that have fallen are done.
    AlreadyContacted {
        /// The day of the last contact about it.
        last_contact: Day,
    },
    /// The next step falls too soon after the last contact.
    TooSoon {
        /// The first day it may be contacted again.
        until: Day,
        /// The distance to keep to the last contact.
        distance: Days,
    },
    /// The customer was contacted often enough within thirty days.
    MonthlyCap {
        /// The first day it may be contacted again.
        until: Day,
        /// Contacts in thirty days at most.
        cap: u32,
    },
    /// The means of contact is kept for other days of the week.
    OtherDays {
        /// The next of them.
        until: Day,
    },
    /// The customer disputes it.
    Disputed {
        /// How much of it.
        amount: Amount,
        /// Since when, where a person recorded it.
        since: Option<Day>,
    },
    /// The customer promised to pay.
    Promised {
        /// How much.
        amount: Amount,
        /// By when.
        until: Day,
    },
    /// It is in an instalment plan that is respected.
    PlanRespected {
        /// The next instalment.
        next: Day,
    },
    /// A person paused it.
    Blocked {
        /// The last day it is paused.
        until: Option<Day>,
        /// The reason given.
        why: String,
    },
    /// The customer is in insolvency proceedings.
    Insolvent {
        /// Since when.
        since: Day,
    },
    /// Sold to a factor.
    Factored,
    /// A person took it out for good.
    Excluded,
    /// Past ordinary reminders.
    HandedOver {
        /// How far.
        stage: Stage,
    },
    /// It stands in an account that ordinary reminders leave alone: doubtful, a bill, held back, not yet invoiced.
    OtherAccount {
        /// Which.
        class: AccountClass,
    },
    /// Nothing tells when it is due.
    NoDueDate,
    /// It is a credit note or a payment: nothing to ask for.
    Credit,
    /// The customer's credits cover what it owes.
    NetCredit {
        /// What could be asked for.
        debts: Amount,
        /// The credits, zero or less.
        credits: Amount,
    },
    /// Too little to bother the customer.
    BelowMinimum {
        /// What could be asked for, credits deducted.
        amount: Amount,
        /// The minimum.
        minimum: Amount,
    },
    /// The customer's oldest item is hardly late.
    TooRecent {
        /// How late, in days.
        oldest: Days,
        /// How late it must be.
        minimum: Days,
    },
    /// No means of contact of the step reaches the customer.
    NoChannel,
    /// Several steps have passed and a person is to say where it enters.
    AwaitingReview {
        /// The step of its age, in the scenario.
        step: String,
    },
    /// A person put the contact off.
    Snoozed {
        /// The first day it may be made.
        until: Day,
    },
    /// A person passed over the contact.
    Skipped {
        /// Why.
        why: String,
    },
    /// The conditions of its steps do not hold.
    NoStepApplies,
    /// The scenario of the customer has no steps: nobody is contacted.
    NoSteps,
}

impl Reason {
    /// The stable identifier.
    pub const fn key(&self) -> &'static str {
        match self {
            Reason::NotDue { .. } => "not-due",
            Reason::AlreadyContacted { .. } => "already-contacted",
            Reason::TooSoon { .. } => "interval",
            Reason::MonthlyCap { .. } => "monthly-cap",
            Reason::OtherDays { .. } => "other-days",
            Reason::Disputed { .. } => "disputed",
            Reason::Promised { .. } => "promised",
            Reason::PlanRespected { .. } => "plan-respected",
            Reason::Blocked { .. } => "blocked",
            Reason::Insolvent { .. } => "insolvency",
            Reason::Factored => "factored",
            Reason::Excluded => "excluded-type",
            Reason::HandedOver { .. } => "handed-over",
            Reason::OtherAccount { class } => class.key(),
            Reason::NoDueDate => "no-due-date",
            Reason::Credit => "credit",
            Reason::NetCredit { .. } => "net-credit",
            Reason::BelowMinimum { .. } => "below-minimum",
            Reason::TooRecent { .. } => "too-recent",
            Reason::NoChannel => "no-channel",
            Reason::AwaitingReview { .. } => "awaiting-review",
            Reason::Snoozed { .. } => "snoozed",
            Reason::Skipped { .. } => "skipped",
            Reason::NoStepApplies => "no-step-applies",
            Reason::NoSteps => "no-steps",
        }
    }

    /// The day it may end, where it is known.
    pub const fn until(&self) -> Option<Day> {
        match self {
            Reason::NotDue { first_step: until }
            | Reason::TooSoon { until, .. }
            | Reason::MonthlyCap { until, .. }
            | Reason::OtherDays { until }
            | Reason::Promised { until, .. }
            | Reason::PlanRespected { next: until }
            | Reason::Snoozed { until } => Some(*until),
            Reason::Blocked { until, .. } => *until,
            Reason::AlreadyContacted { .. }
            | Reason::Disputed { .. }
            | Reason::Insolvent { .. }
            | Reason::Factored
            | Reason::Excluded
            | Reason::HandedOver { .. }
            | Reason::OtherAccount { .. }
            | Reason::NoDueDate
            | Reason::Credit
            | Reason::NetCredit { .. }
            | Reason::BelowMinimum { .. }
            | Reason::TooRecent { .. }
            | Reason::NoChannel
            | Reason::AwaitingReview { .. }
            | Reason::Skipped { .. }
            | Reason::NoStepApplies
            | Reason::NoSteps => None,
        }
    }
}
