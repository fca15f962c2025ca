//! The figures of a day. Ratios are numbers rounded once to four decimals from exact fractions.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MetricsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Which currency; the one with the most entries by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub currency: Option<Currency>,
    /// Window of the sales, in days up to the as-of day; 90 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub days: Option<u32>,
}

/// Days of sales outstanding, in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Dso {
    /// Outstanding over the sales of the window, times its days; nothing when sales are unknown.
    pub simple: Option<f64>,
    /// Months of sales used up by the outstanding, counted back.
    pub count_back: Option<f64>,
    /// The part not due over the sales of the window, times its days.
    pub best_possible: Option<f64>,
    /// Simple less best possible.
    pub average_days_delinquent: Option<f64>,
}

/// Statistics of a number of days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DaysStatistics {
    /// Payments counted: one for each part of an invoice that a dated payment cleared.
    pub n: u32,
    /// Mean, in days.
    pub mean: Option<f64>,
    /// Mean weighted by amount.
    pub weighted: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Ninth decile.
    pub p90: Option<f64>,
}

/// One of the largest customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TopCustomer {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// What it owes.
    pub balance: Amount,
    /// Share of the positive balances, 0 to 1.
    pub share: f64,
    /// Share of this customer and all larger ones.
    pub cumulative: f64,
}

/// How concentrated the outstanding is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Concentration {
    /// Herfindahl-Hirschman index, 0 to 10,000.
    pub hhi: Option<f64>,
    /// The ten largest customers.
    pub top: Vec<TopCustomer>,
}

/// The figures of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// The day everything is computed for.
    pub as_of: Day,
    /// The currency.
    pub currency: Currency,
    /// All that is open, credits deducted.
    pub outstanding: Amount,
    /// Debits past their due date.
    pub overdue: Amount,
    /// Overdue over all debits, 0 to 1.
    pub overdue_share: f64,
    /// Credit notes and unallocated payments, zero or less.
    pub credits: Amount,
    /// Debits under dispute.
    pub disputed: Amount,
    /// Debits more than 90 days past their due date.
    pub over90: Amount,
    /// Debits not due.
    pub not_due: Amount,
    /// Number of open items.
    pub items: u32,
    /// Number of overdue items.
    pub overdue_items: u32,
    /// Customers with an open item.
    pub customers: u32,
    /// Customers with an overdue item.
    pub overdue_customers: u32,
    /// Window of the sales, in days.
    pub days: u32,
    /// Sales of the window; nothing when unknown.
    pub sales: Option<Amount>,
    /// Days of sales outstanding.
    pub dso: Dso,
    /// Days late of paid invoices.
    pub days_late: DaysStatistics,
    /// Days to pay of paid invoices.
    pub days_to_pay: DaysStatistics,
    /// How concentrated the outstanding is.
    pub concentration: Concentration,
}
