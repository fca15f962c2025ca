//! The records themselves, as they are made and as the dossier file keeps them. A record never changes: later
//! operations say what became of it, and from which day.

use crate::{Channel, Covered, DelayReason, ItemKey, Outcome, Stage, Target, Term};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

fn nothing(amount: &Amount) -> bool {
    amount.is_zero()
}

/// Why a customer says an item is not owed (domain.md 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DisputeCategory {
    /// The price.
    Price,
    /// The quantity.
    Quantity,
    /// The quality.
    Quality,
    /// The delivery: not made, late or incomplete.
    Delivery,
    /// An order number is missing.
    MissingOrder,
    /// Another entity or address should be invoiced.
    WrongEntity,
    /// The customer says it has paid.
    AlreadyPaid,
    /// The customer sets off a claim of its own.
    SetOff,
    /// A credit note is awaited.
    AwaitingCredit,
    /// Anything else.
    Other,
}

impl DisputeCategory {
    /// Every category, in the order of a list.
    pub const ALL: [DisputeCategory; 10] = [
        DisputeCategory::Price,
        DisputeCategory::Quantity,
        DisputeCategory::Quality,
        DisputeCategory::Delivery,
        DisputeCategory::MissingOrder,
        DisputeCategory::WrongEntity,
        DisputeCategory::AlreadyPaid,
        DisputeCategory::SetOff,
        DisputeCategory::AwaitingCredit,
        DisputeCategory::Other,
    ];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            DisputeCategory::Price => "price",
            DisputeCategory::Quantity => "quantity",
            DisputeCategory::Quality => "quality",
            DisputeCategory::Delivery => "delivery",
            DisputeCategory::MissingOrder => "missing-order",
            DisputeCategory::WrongEntity => "wrong-entity",
            DisputeCategory::AlreadyPaid => "already-paid",
            DisputeCategory::SetOff => "set-off",
            DisputeCategory::AwaitingCredit => "awaiting-credit",
            DisputeCategory::Other => "other",
        }
    }
}

/// A dispute on all or part of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dispute {
    /// The item, with what was open of it.
    pub of: Covered,
    /// The part disputed, above zero and at most what was open.
    pub amount: Amount,
    /// Why.
    pub category: DisputeCategory,
    /// Who looks into it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub owner: String,
    /// What is to be done next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub next_step: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub next_step_day: Option<Day>,
    /// The credit note expected, above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub expected_credit: Option<Amount>,
    /// The day it was raised.
    pub since: Day,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub note: String,
}

/// How a dispute ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Resolution {
    /// The customer was right: a credit note follows.
    Credited,
    /// The customer gave way: all is owed again.
    Upheld,
    /// Each gave way in part.
    Shared,
    /// It was paid.
    Paid,
}

/// The end of a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DisputeResolved"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Resolved {
    /// The first day it no longer holds anything back.
    pub day: Day,
    /// How.
    pub how: Resolution,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub note: String,
}

/// A customer's word to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentPromise"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Promise {
    /// What it is about, each item with what was open of it; all of one customer and one currency.
    pub items: Vec<Covered>,
    /// What will be paid, above zero and at most what was open.
    pub amount: Amount,
    /// The last day of the promise, which runs to its evening.
    pub until: Day,
    /// The day it was made.
    pub made: Day,
    /// By what means it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub by: Option<Channel>,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub source: String,
}

/// An instalment plan both sides agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstalmentPlan {
    /// What it is about, each item with what was open of it; all of one customer and one currency.
    pub items: Vec<Covered>,
    /// Interest agreed for the time granted, zero or more.
    #[serde(default, skip_serializing_if = "nothing")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Amount>"))]
    pub interest: Amount,
    /// The terms: they add up to what was open and the interest.
    pub terms: Vec<Term>,
    /// The day it was agreed; the acknowledgement of the debt interrupts limitation that day (C. civ. 2240).
    pub agreed: Day,
}

/// What a pause is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Paused, and back by itself after the last day where there is one.
    Pause,
    /// Taken out for good.
    Excluded,
    /// Sold to a factor.
    Factored,
}

/// A pause on an item or a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Block {
    /// What is left alone.
    pub target: Target,
    /// What for.
    pub kind: BlockKind,
    /// The reason given.
    pub reason: String,
    /// The first day.
    pub since: Day,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub until: Option<Day>,
}

/// Proceedings proceedings of a customer (domain.md 1.11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proceedings {
    /// Customer identifier.
    pub customer: String,
    /// Day of the judgment: interest stops the day before (L622-28).
    pub since: Day,
    /// Day of the notice in the BODACC, from which the time to declare runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub published: Option<Day>,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub note: String,
}

/// A step of the life-cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Transition {
    /// What claim.
    pub target: Target,
    /// What it becomes.
    pub stage: Stage,
    /// From which day.
    pub day: Day,
    /// What the step costs, in minor units of `currency`.
    #[serde(default, skip_serializing_if = "nothing")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Amount>"))]
    pub cost: Amount,
    /// Currency of the cost.
    pub currency: Currency,
    /// In words: who has it, under which number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub note: String,
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Note {
    /// About what.
    pub target: Target,
    /// When.
    pub day: Day,
    /// Who.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub author: String,
    /// What.
    pub text: String,
}

/// A contact made with a customer: a line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// Customer identifier.
    pub customer: String,
    /// When.
    pub day: Day,
    /// The step of the policy; empty for a contact outside any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub step: String,
    /// By what means.
    pub channel: Channel,
    /// What it was about; empty for the whole account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ItemKey>>"))]
    pub items: Vec<ItemKey>,
    /// The letter used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub template: String,
    /// Digest of the text that left, in hexadecimal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub text_sha256: String,
    /// What came of it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub result: String,
    /// What came of a call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub outcome: Option<Outcome>,
    /// Why the customer has not paid, as it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reason: Option<DelayReason>,
    /// The day to call again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub again: Option<Day>,
}

impl Contact {
    /// Whether it counts as a contact made: a call nobody answered does once it is not tried again, and a wrong number
    /// never does.
    pub fn is_made(&self) -> bool {
        match self.outcome {
            None => true,
            Some(Outcome::WrongContact) => false,
            Some(outcome) => outcome.reached() || self.again.is_none(),
        }
    }
}

/// What a person decided about an action of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Review {
    /// Identifier of the action.
    pub action: String,
    /// When.
    pub day: Day,
    /// What.
    pub verdict: Verdict,
}

/// What a person decides about an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Verdict {
    /// It may leave.
    Approved,
    /// It is not to be made.
    Skipped {
        /// Why.
        reason: String,
    },
    /// Not before another day.
    Snoozed {
        /// The first day it may be made.
        until: Day,
    },
    /// By other means.
    ChannelChanged {
        /// Which.
        channel: Channel,
    },
    /// Its text was rewritten by a person.
    Edited {
        /// Subject.
        subject: String,
        /// Text.
        body: String,
    },
}

/// What a person fixed about a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Pin {
    /// It is the same customer as another, by identifier.
    SameAs(String),
    /// It belongs to a segment, whatever the rules say.
    Segment(String),
    /// It follows a scenario, whatever its segment.
    Scenario(String),
    /// It is written to in a language (`fr` or `en`), whatever the file says.
    Language(String),
}
