//! Customers by segment, with their risk and why; the watch-list.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// A customer in insolvency proceedings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Insolvency {
    /// Customer identifier.
    pub customer: String,
    /// The day the judgment was published (BODACC).
    pub published_on: Day,
}

/// Where the rules of segments begin to take customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentThresholds {
    /// Key accounts at most, by sales of the last twelve months: 0 to 1,000.
    pub key_accounts_max: u32,
    /// Share of sales each of them has at least, in percent: 0 to 100.
    pub share_min_percent: u8,
    /// Share of sales all of them have together, in percent: 1 to 100.
    pub cumulated_percent: u8,
    /// Score of risk from which a customer is at risk: 1 to 100.
    pub risk_min: u8,
}

impl Default for SegmentThresholds {
    fn default() -> SegmentThresholds {
        SegmentThresholds { key_accounts_max: 20, share_min_percent: 2, cumulated_percent: 80, risk_min: 50 }
    }
}

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// An earlier day: who has come on the watch-list since, and who has left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub since: Option<Day>,
    /// Customers in insolvency proceedings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Insolvency>>"))]
    pub insolvent: Vec<Insolvency>,
    /// Customers a person keeps on the watch-list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub pinned: Vec<String>,
    /// Other thresholds than the usual ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub thresholds: Option<SegmentThresholds>,
}

/// What one factor gives to a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RiskFactor {
    /// "habit", "oldest-overdue", "overdue-share", "doubtful", "lengthening", "over-limit", "silence" or "insolvent".
    pub code: String,
    /// Points given.
    pub points: u8,
    /// Points at most.
    pub of: u8,
    /// The fact, in words.
    pub text: String,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlacedCustomer {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// The segment: "key-accounts", "large-and-public", "at-risk" or "low-risk".
    pub segment: String,
    /// Why, in a sentence.
    pub reason: String,
    /// Risk, 0 to 100: the sum of the factors.
    pub score: u8,
    /// Part of the score's weights whose facts are known, in percent.
    pub confidence: u8,
    /// What each factor gives; those that give nothing because nothing is known say so.
    pub factors: Vec<RiskFactor>,
    /// "A" on time, "B" up to 15 days late, "C" up to 30, "D" later; nothing with fewer than three payments.
    pub payer_class: Option<String>,
    /// Its sales of the last twelve months.
    pub turnover: Amount,
    /// What it owes.
    pub balance: Amount,
    /// What of it is overdue.
    pub overdue: Amount,
    /// Why it is on the watch-list, in words; empty where it is not.
    pub watched: Vec<String>,
    /// The last day to declare the claim, where it is in insolvency proceedings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub claim_deadline: Option<Day>,
}

/// The customers of one segment together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SegmentTotal {
    /// The segment.
    pub segment: String,
    /// Its name in words.
    pub name: String,
    /// How many customers.
    pub customers: u32,
    /// What they owe.
    pub balance: Amount,
    /// What of it is overdue.
    pub overdue: Amount,
}

/// The customers of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SegmentsOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// The segments, in the order of their rules.
    pub segments: Vec<SegmentTotal>,
    /// The customers, highest score first, then balance.
    pub customers: Vec<PlacedCustomer>,
    /// Customers on the watch-list that were not on the earlier day.
    pub watch_added: Vec<String>,
    /// Customers that were and are not any more.
    pub watch_removed: Vec<String>,
}

/// Customers by segment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Segments {
    /// The day everything is computed for.
    pub as_of: Day,
    /// The thresholds used.
    #[serde(default)]
    pub thresholds: SegmentThresholds,
    /// One list per currency, by code.
    pub currencies: Vec<SegmentsOfCurrency>,
}
