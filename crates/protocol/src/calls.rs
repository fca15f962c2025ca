//! The calls of a day and what came of them.

use crate::{Channel, DelayReason, DisputeCategory, ItemKey, Operation, Outcome};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// Of which calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// A policy: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub policy: Option<String>,
    /// Days planned after the as-of day; 30 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub horizon_days: Option<u32>,
    /// Calls a day at most; 20 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub cap: Option<u32>,
    /// `priority`, `amount`, `age` or `name`; by priority unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sort: Option<String>,
    /// Only the customers of this salesperson.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub owner: Option<String>,
}

/// The calls day by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallList {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Calls a day at most.
    pub cap: u32,
    /// The order of each day's list.
    pub sort: String,
    /// Days with calls, in order.
    pub days: Vec<CallDay>,
    /// Customers that should be called and whose number is missing or wrong.
    pub to_complete: Vec<NumberToComplete>,
    /// Salespeople of the customers with something open, by name.
    pub owners: Vec<String>,
}

/// The calls of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallDay {
    /// The day.
    pub day: Day,
    /// How many calls, at most how many, in which order, in words.
    pub text: String,
    /// What a full day sends on, in words.
    pub sent_on: Option<String>,
    /// The calls, in order.
    pub calls: Vec<CallRow>,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallRow {
    /// Customer identifier.
    pub customer: String,
    /// Name.
    pub name: String,
    /// Person to speak to.
    pub contact: String,
    /// Telephone number, as the file has it.
    pub phone: String,
    /// Salesperson.
    pub owner: String,
    /// The day the call was wanted on, before the cap.
    pub wanted: Day,
    /// That day was full, in words.
    pub moved: Option<String>,
    /// The customer named the day.
    pub appointment: bool,
    /// What is asked for.
    pub amount: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Items asked for.
    pub items: u32,
    /// Days late of the oldest.
    pub oldest_days: i32,
    /// The score: the sum of the points.
    pub score: u32,
    /// What gave it points.
    pub points: Vec<CallPoints>,
    /// The same sum in words.
    pub priority: String,
    /// Why the call is made, in words.
    pub reason: String,
    /// The last contact, in words.
    pub last: Option<String>,
    /// Calls tried in vain since somebody was spoken to.
    pub attempts: u32,
    /// The action of the plan it carries out.
    pub action: Option<String>,
}

/// Points of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallPoints {
    /// `amount`, `age`, `broken-promises`, `missed-term`, `step`, `again` or `appointment`.
    pub key: String,
    /// How many.
    pub points: u32,
    /// What for, in words.
    pub text: String,
}

/// A customer that should be called and cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NumberToComplete {
    /// Customer identifier.
    pub customer: String,
    /// Name.
    pub name: String,
    /// The number known, if any.
    pub phone: String,
    /// Salesperson, who may know.
    pub owner: String,
    /// What would be asked for.
    pub amount: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Why, in words.
    pub text: String,
}

/// What came of a call, to be recorded with its effects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallResult {
    /// Whom.
    pub customer: String,
    /// The day of the call.
    pub as_of: Day,
    /// What came of it.
    pub outcome: Outcome,
    /// Why the customer has not paid, as it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reason: Option<DelayReason>,
    /// The items it is about; those of the day's call by default, else all that is overdue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ItemKey>>"))]
    pub items: Vec<ItemKey>,
    /// Only the items of these documents, where no items are given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub documents: Vec<String>,
    /// The currency, where the customer owes in several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub currency: Option<Currency>,
    /// What is promised or disputed; all of the items by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub amount: Option<Amount>,
    /// The last day of a promise, the day to call again, the first term, the judgment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub day: Option<Day>,
    /// Terms of a plan; 3 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub terms: Option<u32>,
    /// The ground of a dispute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub category: Option<DisputeCategory>,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub note: String,
    /// The policy the calls were made from: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub policy: Option<String>,
}

/// A journal to read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalQuery {
    /// The text of `journal.json` or `journal.csv`.
    pub text: String,
    /// Whether what is new is added; otherwise it is only told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub apply: bool,
}

/// What a journal brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JournalMerge {
    /// Contacts not known before.
    pub new: u32,
    /// Contacts known already.
    pub known: u32,
    /// Customers of contacts left out, since no file lists them.
    pub strangers: Vec<String>,
    /// The same in words.
    pub text: String,
}

/// What the contacts of one ledger came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JournalFigures {
    /// Its currency.
    pub currency: Currency,
    /// Days after a contact during which a payment is told with it.
    pub attribution_days: i32,
    /// By step and means.
    pub steps: Vec<JournalStep>,
}

/// What the contacts of one step by one means came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JournalStep {
    /// The step; empty outside the plan.
    pub step: String,
    /// The means.
    pub channel: Channel,
    /// Contacts, calls in vain included.
    pub contacts: u32,
    /// Of which somebody was reached.
    pub reached: u32,
    /// Promises noted the same day.
    pub promises: u32,
    /// Of which kept.
    pub kept: u32,
    /// Of which broken, in whole or in part.
    pub broken: u32,
    /// Contacts that a payment followed.
    pub followed: u32,
    /// What was paid in that time, each payment told with the last contact before it.
    pub paid: Amount,
}

/// Answers of customers to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswersQuery {
    /// The day they are looked at.
    pub as_of: Day,
    /// Their texts: lines of a form, or a JSON object of the same fields.
    pub texts: Vec<String>,
}

/// An answer as it was understood; nothing of it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Customer identifier; empty where it is no answer, or of nobody known.
    pub customer: String,
    /// Name of the customer.
    pub name: String,
    /// Who answered, as typed.
    pub author: String,
    /// The message, as typed.
    pub message: String,
    /// What it comes to, each to be approved or left.
    pub proposals: Vec<AnswerProposal>,
    /// What was not understood or not found.
    pub remarks: Vec<String>,
}

/// An edit that an answer proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AnswerProposal {
    /// In words.
    pub text: String,
    /// The edit; `null` where it would be refused.
    pub edit: Option<Operation>,
    /// Why it would be.
    pub refused: Option<String>,
}
