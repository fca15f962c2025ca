//! The quality of the data: a score, where its points went, and the findings with their rows.

use crate::Finding;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QualityQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Rows of each list at most; 20 by default. Counts and amounts are always whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub rows: Option<u32>,
}

/// The quality of the data on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Quality {
    /// The day.
    pub as_of: Day,
    /// One per currency, by code.
    pub currencies: Vec<QualityOfCurrency>,
}

/// The quality of the data of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QualityOfCurrency {
    /// Currency of every amount.
    pub currency: Currency,
    /// From 0 to 100, one decimal: 100 less the points lost.
    pub score: f64,
    /// Where the points went, every criterion in a fixed order.
    pub criteria: Vec<QualityCriterion>,
    /// The score of each file, in order of opening.
    pub files: Vec<QualityOfFile>,
    /// The customers with the lowest scores, the lowest first.
    pub customers: Vec<QualityOfCustomer>,
    /// How many customers lose points.
    pub customers_with_losses: u32,
    /// Where the due dates of what is open come from, in order of precedence.
    pub due_dates: Vec<DueDateShare>,
    /// How recent the files are.
    pub freshness: Freshness,
    /// What was found about the data, gravest first.
    pub findings: Vec<Finding>,
}

/// Points of one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QualityCriterion {
    /// Stable identifier, for example `due-dates`.
    pub code: String,
    /// What it asks, in words.
    pub name: String,
    /// Points lost at most.
    pub weight: u32,
    /// Points lost, one decimal.
    pub lost: f64,
    /// What the loss rests on, in words.
    pub text: String,
    /// Codes of the findings behind it.
    pub findings: Vec<String>,
}

/// The score of the rows of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QualityOfFile {
    /// Name of the file.
    pub file: String,
    /// From 0 to 100, one decimal.
    pub score: f64,
    /// The criteria that cost something.
    pub lost: Vec<QualityLoss>,
}

/// The score of a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QualityOfCustomer {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// From 0 to 100, one decimal.
    pub score: f64,
    /// The criteria that cost something.
    pub lost: Vec<QualityLoss>,
}

/// Points lost under one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QualityLoss {
    /// The criterion.
    pub code: String,
    /// Points, one decimal.
    pub lost: f64,
}

/// Open debits whose due date has one origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueDateShare {
    /// `stated`, `terms`, `mode`, `default`, `bucket` (of a balance aged by somebody else) or `none`.
    #[cfg_attr(
        feature = "typescript",
        ts(type = "\"stated\" | \"terms\" | \"mode\" | \"default\" | \"bucket\" | \"none\"")
    )]
    pub source: String,
    /// How many.
    pub items: u32,
    /// What remains of them.
    pub amount: Amount,
    /// Their share of all open debits, from 0 to 1, four decimals.
    pub share: f64,
}

/// How recent the files are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Freshness {
    /// Day of the last invoice up to the as-of day.
    pub last_invoice: Option<Day>,
    /// Day of the last dated payment up to the as-of day.
    pub last_payment: Option<Day>,
    /// Business days from the last payment, else from the last invoice, to the as-of day.
    pub business_days: Option<u32>,
    /// More than ten business days: to be acknowledged before anybody is written to.
    pub stale: bool,
    /// The sentence for a banner or a manifest.
    pub text: String,
}
