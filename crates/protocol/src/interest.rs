//! Late-payment interest of one claim, and the rate tables it rests on.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// Which rules a claim follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs)]
pub enum Regime {
    #[serde(rename = "fr-b2b")]
    FrB2b,
    #[serde(rename = "fr-public")]
    FrPublic,
    #[serde(rename = "fr-consumer")]
    FrConsumer,
    #[serde(rename = "uk")]
    Uk,
    #[serde(rename = "de-b2b")]
    DeB2b,
    #[serde(rename = "be-b2b")]
    BeB2b,
    #[serde(rename = "ch")]
    Ch,
    #[serde(rename = "contract")]
    Contract,
}

/// How many days a year has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DayCount {
    /// 365, leap years too.
    #[default]
    #[serde(rename = "365")]
    Fixed365,
    /// 366 in a leap year.
    #[serde(rename = "actual")]
    Actual,
    /// 360, with the days of the calendar.
    #[serde(rename = "360")]
    Fixed360,
}

/// What a payment pays first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Allocation {
    /// The debt, as most books do.
    #[default]
    PrincipalFirst,
    /// Costs, then interest, then the debt (C. civ. 1343-1).
    InterestFirst,
}

/// Money received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimPayment {
    /// The day it came.
    pub day: Day,
    /// How much, above zero.
    pub amount: Amount,
}

/// A claim and how to compute its interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LateInterestQuery {
    /// The debt, taxes included, above zero.
    pub principal: Amount,
    /// Its currency.
    pub currency: Currency,
    /// The day payment is due.
    pub due_day: Day,
    /// The last day counted.
    pub until: Day,
    /// Which rules it follows.
    pub regime: Regime,
    /// The contract's rate in percent: needed by `contract`, possible with `fr-b2b` and `ch`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub contract_rate_percent: Option<String>,
    /// 365 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub day_count: Option<DayCount>,
    /// Payments, in any order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub payments: Option<Vec<ClaimPayment>>,
    /// Principal first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub allocation: Option<Allocation>,
    /// Costs claimed beside the debt, without interest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub costs: Option<Amount>,
    /// The day a consumer received the formal notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub notice_day: Option<Day>,
    /// The day insolvency proceedings of the debtor were opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub insolvency_day: Option<Day>,
    /// Rates of your own, as a document of rates: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub rates: Option<String>,
}

/// A run of days with one principal and one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InterestSegment {
    /// First day that bears interest.
    pub from: Day,
    /// Last day that does.
    pub to: Day,
    /// Days, both included.
    pub days: i32,
    /// What bears interest.
    pub principal: Amount,
    /// The rate.
    pub rate_percent: String,
    /// The interest, to the minor unit.
    pub interest: Amount,
    /// The reference, where it was read, and the points added to it.
    pub source: String,
    /// The same interest before it was rounded, in whole units with four more decimals than the currency.
    pub exact: String,
    /// `verified`, `computed`, `secondary`, `unverified`, or `own`; `contract` for the contract's rate.
    pub quality: String,
}

/// What the law's minimum would give where a rate lies below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InterestFloor {
    /// The interest with every rate lifted to the minimum.
    pub interest: Amount,
    /// The half-years in which the rate lies below it, for example `2024-S1`.
    pub half_years: Vec<String>,
}

/// Late-payment interest with all it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InterestDetail {
    /// Day after day.
    pub segments: Vec<InterestSegment>,
    /// The sum of the segments.
    pub interest: Amount,
    /// The fixed sum; nothing where none is owed.
    pub indemnity: Amount,
    /// Identifier of the regime.
    pub regime: String,
    /// The regime in one sentence, with its law.
    pub regime_text: String,
    /// Why the fixed sum is what it is.
    pub indemnity_text: String,
    /// How the days were counted and what a payment pays first.
    pub method: String,
    /// The interest before any rounding, in whole units with four more decimals than the currency.
    pub exact: String,
    /// What is left of the debt.
    pub principal_left: Amount,
    /// Interest accrued and not paid.
    pub interest_left: Amount,
    /// Interest that payments have paid.
    pub interest_paid: Amount,
    /// What is left of the costs.
    pub costs_left: Amount,
    /// Everything left to pay: debt, interest, costs, and the fixed sum.
    pub owed: Amount,
    /// Paid beyond debt, interest and costs; the fixed sum is not deducted from it.
    pub overpaid: Amount,
    /// Interest of one more day.
    pub per_day: Amount,
    /// Where a rate lies below the minimum of the law.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub floor: Option<InterestFloor>,
    /// What to check before claiming it.
    pub warnings: Vec<String>,
}

/// A rate and the days it is known for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RateRow {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The rate.
    pub rate_percent: String,
    /// `verified`, `computed`, `secondary`, `unverified`, or `own`.
    pub quality: String,
    /// The day the source was read.
    pub checked: Day,
    /// Where it was read.
    pub source: String,
}

/// A table of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RateSeries {
    /// Stable identifier.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The last half-year for which it is known, for example `2026-S2`.
    pub last_known: String,
    /// By day, without gap or overlap.
    pub rows: Vec<RateRow>,
}

/// Every table of rates, with a person's own rows in place. `version` and `series` with `id` and `rows` are also what a
/// document of own rates holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RateTables {
    /// Version of the form of the document.
    pub version: u32,
    /// The tables.
    pub series: Vec<RateSeries>,
}
