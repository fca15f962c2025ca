//! The same figures month after month, and how debits move from one age to the next.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesQuery {
    /// The last day.
    pub as_of: Day,
    /// Month ends before it: 1 to 60, 12 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub months: Option<u32>,
    /// Upper limits of the buckets in days, rising; `[30, 60, 90]` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limits: Option<Vec<u32>>,
    /// Window of the sales of each point, in days; 90 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub days: Option<u32>,
}

/// The figures of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// The day.
    pub day: Day,
    /// All that is open, credits deducted.
    pub outstanding: Amount,
    /// Not due yet.
    pub not_due: Amount,
    /// One figure per bucket.
    pub buckets: Vec<Amount>,
    /// Debits without a due date.
    pub no_due_date: Amount,
    /// Credits not applied, zero or less.
    pub unallocated: Amount,
    /// Debits past their due date.
    pub overdue: Amount,
    /// Overdue over all debits, 0 to 1.
    pub overdue_share: Option<f64>,
    /// Days of sales outstanding, balance method.
    pub dso: Option<f64>,
    /// The same, counted back.
    pub dso_count_back: Option<f64>,
    /// Sum of the ledger's entries up to that day.
    pub ledger_balance: Amount,
    /// The columns add up to it.
    pub ok: bool,
}

/// Where the debits of one age stood a month later. `to` and `cleared` add up to `whole`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MovedRow {
    /// What stood there, all months together.
    pub whole: Amount,
    /// What of it still stood a month later, by age: not due first, then the buckets.
    pub to: Vec<Amount>,
    /// What was cleared meanwhile.
    pub cleared: Amount,
    /// The part that stood in the next age, 0 to 1; nothing for the last age.
    pub roll_rate: Option<f64>,
}

/// One currency over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SeriesOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// The points, earliest first; the last is the as-of day.
    pub points: Vec<Point>,
    /// From one month end to the next, by age: not due first, then the buckets.
    pub migration: Vec<MovedRow>,
}

/// Every currency over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Series {
    /// The last day.
    pub as_of: Day,
    /// Upper limits of the buckets, in days.
    pub limits: Vec<u32>,
    /// One series per currency, by code.
    pub currencies: Vec<SeriesOfCurrency>,
}
