//! The client's own aged balance beside the one computed from its items.

use crate::Place;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// Both balances compared, on the day of the one given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reperformance {
    /// The day of both.
    pub as_of: Day,
    /// One per currency of the balance given, by code.
    pub currencies: Vec<ReperformanceOfCurrency>,
}

/// The comparison of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReperformanceOfCurrency {
    /// Currency of every amount.
    pub currency: Currency,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Their sums as given.
    pub stated: Vec<Amount>,
    /// Their sums as computed: by due date, credits in their column.
    pub own: Vec<Amount>,
    /// Customers compared.
    pub customers: u32,
    /// How many differ.
    pub differing: u32,
    /// Of them, those with an error that no way of drawing up a balance explains.
    pub errors: u32,
    /// How many were compared and how many differ, in words.
    pub text: String,
    /// Those that differ: errors first, then the largest.
    pub differences: Vec<AgedDifference>,
}

/// A customer whose amounts differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgedDifference {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Its row in the balance given; where it has none, its first row among the items.
    pub place: Option<Place>,
    /// As given, column by column.
    pub stated: Vec<Amount>,
    /// As computed, column by column; where an error remains, the way the balance given was drawn up.
    pub own: Vec<Amount>,
    /// What differs: the larger of what is given too much and what is missing.
    pub amount: Amount,
    /// What explains it to the cent, in words; several together.
    pub causes: Vec<String>,
    /// Whether an error remains.
    pub error: bool,
}
