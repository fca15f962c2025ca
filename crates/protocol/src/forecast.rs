//! Expected receipts of what is open, and how well the same computation did in the past.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastQuery {
    /// The day everything is computed for.
    pub as_of: Day,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ForecastWeek {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Expected from the delays seen so far.
    pub expected: Amount,
    /// The same items, had everybody paid on the due date; overdue ones in the first week.
    pub on_due_date: Amount,
    /// Received on the same items; nothing for weeks to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub received: Option<Amount>,
}

/// The forecast as it would have been made earlier, against what came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ForecastTest {
    /// The day it would have been made.
    pub made_on: Day,
    /// Its weeks, with what came in.
    pub weeks: Vec<ForecastWeek>,
    /// All that came in.
    pub received: Amount,
    /// Absolute differences of the weeks over what came in.
    pub weekly_error: f64,
    /// The same, had everybody paid on the due date.
    pub weekly_error_on_due_date: f64,
    /// Expected less received over what came in, all weeks together.
    pub total_error: f64,
    /// The same, had everybody paid on the due date.
    pub total_error_on_due_date: f64,
    /// The same in words.
    pub text: String,
}

/// The forecast of one currency. Weeks, later, without due date, disputed and not asked for add up to the debits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ForecastOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// All open debits.
    pub debits: Amount,
    /// The thirteen weeks after the as-of day.
    pub weeks: Vec<ForecastWeek>,
    /// Expected after them, or of which nothing can be told.
    pub later: Amount,
    /// Due after them.
    pub due_later: Amount,
    /// Debits without a due date: nothing can be told of them.
    pub no_due_date: Amount,
    /// Disputed debits: not expected.
    pub disputed: Amount,
    /// Debits of accounts that no reminder asks for (doubtful, retentions, accrued): not expected.
    pub not_asked_for: Amount,
    /// Credits not applied, zero or less: not deducted.
    pub credits: Amount,
    /// Payments on which the chances rest.
    pub payments: u32,
    /// How it was computed, with this ledger's numbers.
    pub how: String,
    /// The same computation thirteen and twenty-six weeks ago, where the files reach back far enough.
    pub tests: Vec<ForecastTest>,
}

/// Expected receipts of every currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// The day everything is computed for.
    pub as_of: Day,
    /// One part per currency, by code.
    pub currencies: Vec<ForecastOfCurrency>,
}
