//! Everything that moved a customer's account up to a day, paid or not.

use crate::Place;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityQuery {
    /// The last day counted.
    pub as_of: Day,
    /// Customer identifier.
    pub customer: String,
}

/// One line of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityLine {
    /// Invoice date, or the day the money came.
    pub day: Day,
    /// `invoice`, `credit-note`, `payment`, `opening` or `other`.
    pub kind: String,
    /// Number of the document, as written.
    pub document: String,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// Debit above zero, credit below.
    pub amount: Amount,
    /// What the customer owed after it.
    pub balance: Amount,
    /// What remains of it on the last day.
    pub residual: Amount,
    /// The day it was cleared whole; nothing while something remains, or where no payment tells.
    pub cleared_day: Option<Day>,
    /// Days from the due date to that day; negative where it was early.
    pub days_late: Option<i32>,
    /// Letters of its match group, as written; empty for none.
    pub letters: String,
    /// The row it was read from.
    pub source: Place,
}

/// The account in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// The lines by day, then in the order of the files.
    pub lines: Vec<ActivityLine>,
    /// Sum of the lines: what the customer owes on the last day.
    pub balance: Amount,
}

/// Everything that moved a customer's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Customer identifier.
    pub customer: String,
    /// The last day counted.
    pub as_of: Day,
    /// One account per currency, by code.
    pub currencies: Vec<ActivityOfCurrency>,
}
