//! Due day of payment terms in words.

use serde::{Deserialize, Serialize};
use values::Day;

/// The due day, and what other readings of the same words would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueDay {
    /// The day payment is due.
    pub due_day: Day,
    /// Normal form of the terms, for example `DAYS_EOM(45)`.
    pub form: String,
    /// Other lawful readings.
    pub alternatives: Vec<DueDayAlternative>,
    /// Every part with its due day, where there are several; the due day is that of the last.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub instalments: Vec<DueInstalment>,
    /// The discount for paying early.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub discount: Option<DueDiscount>,
    /// The longest period between businesses in France, for an invoice of that day.
    pub ceiling: DueCeiling,
}

/// A part of the amount and when it is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueInstalment {
    /// Its share in percent; none for the remainder.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub share_percent: Option<String>,
    /// Normal form.
    pub form: String,
    /// The day it is due.
    pub due_day: Day,
}

/// A discount for paying early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueDiscount {
    /// The share taken off, in percent.
    pub percent: String,
    /// The last day to pay with the discount.
    pub last_day: Day,
}

/// The longest period between businesses in France (C. com. L441-10 I).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueCeiling {
    /// The last lawful day under these terms.
    pub last_lawful_day: Day,
    /// Days beyond it; nothing where the due day keeps to it.
    pub days_over: u32,
    /// The same in one sentence.
    pub text: String,
}

/// Another reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DueDayAlternative {
    /// Normal form.
    pub form: String,
    /// The day it gives.
    pub due_day: Day,
}
