//! Who to contact, when, how and why; and who is left alone and why.

use crate::{Channel, ClaimRules};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use values::{Amount, Currency, Day};

/// What to plan. The policy is any JSON of the policy schema; the five steps by default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanQuery {
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
    /// By which rules interest and fixed sums are computed; those of the law by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub claims: Option<ClaimRules>,
}

/// A fact a decision rests on: a number, or a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Fact {
    /// A whole number (days, minor units, a count).
    Number(i64),
    /// A day, a document number, a code.
    Text(String),
}

impl<'de> Deserialize<'de> for Fact {
    /// By hand: the derived reader of an untagged enum keeps a copy of every value it meets, and weighs on the page.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fact, D::Error> {
        deserializer.deserialize_any(FactVisitor)
    }
}

struct FactVisitor;

impl Visitor<'_> for FactVisitor {
    type Value = Fact;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number or a text")
    }

    fn visit_i64<E>(self, number: i64) -> Result<Fact, E> {
        Ok(Fact::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Fact, E> {
        i64::try_from(number).map(Fact::Number).map_err(E::custom)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Fact, E> {
        // JavaScript has one type of numbers; whole ones are exact up to 2^53.
        Ok(Fact::Number(number as i64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Fact, E> {
        Ok(Fact::Text(text.to_owned()))
    }
}

/// An item an action is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActionItem {
    /// Number of the document.
    pub document: String,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// What remains of it.
    pub residual: Amount,
    /// Days late on the action's day; negative before it is due.
    pub days_late: i32,
    /// What is asked of it: what remains, less what is disputed or promised.
    pub asked: Amount,
}

/// Whether a person must look at an action before it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Approval {
    /// It may leave.
    NotNeeded,
    /// It waits for a person.
    Needed,
    /// A person approved it.
    Approved,
}

/// One contact with one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// Stable: same inputs, same identifier.
    pub id: String,
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Segment of the customer.
    pub segment: String,
    /// Scenario of the segment.
    pub scenario: String,
    /// Step of the scenario.
    pub step: String,
    /// Name of the step, for people.
    pub step_name: String,
    /// The day of the contact.
    pub day: Day,
    /// By what means.
    pub channel: Channel,
    /// The text it uses.
    pub template: String,
    /// What it is about, oldest due first.
    pub items: Vec<ActionItem>,
    /// Sum of the items, credits deducted.
    pub amount: Amount,
    /// Currency of the amounts.
    pub currency: Currency,
    /// Late-payment interest claimed.
    pub interest: Amount,
    /// Recovery indemnity claimed.
    pub indemnity: Amount,
    /// A fee of the step, beside the amount; zero unless the policy has one.
    pub fee: Amount,
    /// The last day of the new deadline it grants.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub deadline: Option<Day>,
    /// It falls after the as-of day, and is made only if nothing is paid by then.
    pub if_still_unpaid: bool,
    /// Whether a person must look at it before it leaves.
    pub approval: Approval,
    /// Why, in one sentence.
    pub rule: String,
    /// What it rests on.
    #[cfg_attr(feature = "typescript", ts(type = "Record<string, string | number>"))]
    pub facts: BTreeMap<String, Fact>,
}

/// Why an open item, or a customer, is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NonAction {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub document: Option<String>,
    /// Stable identifier, for example `disputed`.
    pub reason: String,
    /// The reason in one sentence.
    pub text: String,
    /// The day it ends, where it is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub until: Option<Day>,
    /// What it rests on.
    #[cfg_attr(feature = "typescript", ts(type = "Record<string, string | number>"))]
    pub facts: BTreeMap<String, Fact>,
}

/// What the contacts of one channel cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChannelCost {
    /// The channel.
    pub channel: Channel,
    /// Number of contacts.
    pub count: u32,
    /// Their cost, in euro cents.
    pub amount: Amount,
}

/// The dated list of contacts, and of those left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Days planned after it.
    pub horizon_days: u32,
    /// By day, then priority, then customer identifier.
    pub actions: Vec<Action>,
    /// One for every open item that no action covers.
    pub non_actions: Vec<NonAction>,
    /// Cost by channel.
    pub cost: Vec<ChannelCost>,
    /// The amount from which a call pays, in euro cents, under the assumptions of the back-test and credit at 8 % a year.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub call_threshold: Option<Amount>,
    /// What calls below it and written messages above it amount to, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub advice: Option<String>,
}

/// Which part of the plan to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanPageQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Only this customer's, with more of its items.
    #[serde(default)]
    pub customer: Option<String>,
    /// Days planned after the as-of day; 30 by default.
    #[serde(default)]
    pub horizon_days: Option<u32>,
}

/// A plan as a screen shows it: of each action its oldest items, the fact `items` counting all; of each reason its first
/// rows, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanPage {
    /// The plan.
    pub plan: Plan,
    /// Every reason, its rows counted.
    pub left_alone: Vec<LeftAlone>,
    /// The policy it follows.
    pub policy: Named,
    /// Its scenarios, in their order.
    pub scenarios: Vec<Named>,
    /// The days of the horizon on which nobody is contacted, in their order.
    pub days_off: Vec<DayOff>,
    /// What people decided about actions, by identifier of the action.
    pub decisions: Vec<Decision>,
}

/// What a person decided about an action of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Identifier of the action.
    pub action: String,
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// The decision in one sentence.
    pub text: String,
}

/// Something with an identifier and a name for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name, in the language of the request.
    pub name: String,
}

/// A day on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DayOff {
    /// The day.
    pub day: Day,
    /// Why.
    pub why: OffReason,
}

/// Why nobody works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OffReason {
    /// The firm is closed.
    Closure,
    /// A holiday.
    Holiday,
    /// The weekend.
    Weekend,
}

/// The items left alone for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftAlone {
    /// The reason, as in [`NonAction::reason`].
    pub reason: String,
    /// Number of items.
    pub count: u32,
    /// Number of customers.
    pub customers: u32,
    /// What remains of them, one sum per currency.
    pub amounts: Vec<(Currency, Amount)>,
}
