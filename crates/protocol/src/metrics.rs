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
    /// Where the outstanding passes all sales of the file: it is worth more than these days.
    #[serde(default)]
    pub count_back_more_than: Option<i32>,
    /// What is open of each month of issue over the sales of that month, times its days, added up.
    #[serde(default)]
    pub sales_weighted: Option<f64>,
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
    /// Class by cumulated balance: "A" up to 80 %, "B" up to 95 %, "C" beyond.
    #[serde(default)]
    pub class: String,
}

/// Customers of one class by cumulated balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassOfCustomers {
    /// "A", "B" or "C".
    pub class: String,
    /// How many.
    pub customers: u32,
    /// What they owe.
    pub balance: Amount,
}

/// Open items of one size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Stratum {
    /// Amounts from this one on, without sign, up to the next stratum.
    pub from: Amount,
    /// How many.
    pub count: u32,
    /// What remains of them.
    pub amount: Amount,
}

/// Payments by punctuality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PunctualityBand {
    /// "on-time", "late" (1 to 30 days) or "very-late".
    pub code: String,
    /// Parts of invoices paid.
    pub count: u32,
    /// Their amounts.
    pub amount: Amount,
    /// Share of the amounts, in percent with two decimals; the shares add up to 100.00.
    pub percent: f64,
}

/// How a figure was computed, with this ledger's own numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The member of the figures it explains: "overdueShare", "dso.simple" ...
    pub figure: String,
    /// The sentence.
    pub text: String,
}

/// How concentrated the outstanding is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Concentration {
    /// Herfindahl-Hirschman index, 0 to 10,000.
    pub hhi: Option<f64>,
    /// How many customers of one size would be as concentrated.
    #[serde(default)]
    pub equivalent_customers: Option<f64>,
    /// Customers by class, A first.
    #[serde(default)]
    pub classes: Vec<ClassOfCustomers>,
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
    /// Overdue over the outstanding, credits deducted.
    #[serde(default)]
    pub overdue_share_of_net: Option<f64>,
    /// Days past due of what is overdue, weighted by amount.
    #[serde(default)]
    pub overdue_age: Option<f64>,
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
    /// What stood open before the window; nothing where the file starts within it.
    #[serde(default)]
    pub opening: Option<Amount>,
    /// What was collected of what could be, 0 to 1: the collection effectiveness index.
    #[serde(default)]
    pub collection_effectiveness: Option<f64>,
    /// Payments by punctuality.
    #[serde(default)]
    pub punctuality: Vec<PunctualityBand>,
    /// Open items by size, smallest first.
    #[serde(default)]
    pub strata: Vec<Stratum>,
    /// How concentrated the outstanding is.
    pub concentration: Concentration,
    /// How each figure was computed.
    #[serde(default)]
    pub explanations: Vec<Explanation>,
}
