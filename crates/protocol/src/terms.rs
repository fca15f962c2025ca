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
