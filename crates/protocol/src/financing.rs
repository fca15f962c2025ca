//! What it costs to get paid otherwise: discount, factor, bank.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency};

/// What to cost; each part needs all of its own figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FinancingQuery {
    /// Currency of the amounts.
    pub currency: Currency,
    /// Turnover that a factor would cover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub turnover: Option<Amount>,
    /// What the factor takes of it, in percent; 4 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub commission_percent: Option<String>,
    /// What is overdue and carried by a bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub overdue: Option<Amount>,
    /// The bank's yearly rate in percent; the discount is compared with it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub bank_rate_percent: Option<String>,
    /// Days it is carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub overdue_days: Option<u32>,
    /// Discount for paying early, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub discount_percent: Option<String>,
    /// Days to pay with the discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub discount_days: Option<u32>,
    /// Days to pay without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub net_days: Option<u32>,
}

/// A cost in money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MoneyCost {
    /// How much.
    pub amount: Amount,
    /// The computation in one sentence.
    pub text: String,
}

/// A discount as yearly rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DiscountCost {
    /// Days gained.
    pub days: u32,
    /// Simple yearly rate, on 365 days.
    pub simple_percent: String,
    /// Compounded yearly rate, on 365 days; none beyond 100,000 %.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub compound_percent: Option<String>,
    /// Simple yearly rate, on 360 days.
    pub simple360_percent: String,
    /// The discount that costs as much as the bank, in percent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub break_even_percent: Option<String>,
    /// The computation in one sentence.
    pub text: String,
}

/// The costs, each where its figures were given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FinancingCosts {
    /// The factor.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub factor: Option<MoneyCost>,
    /// The bank.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub bank: Option<MoneyCost>,
    /// The discount.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub discount: Option<DiscountCost>,
}
