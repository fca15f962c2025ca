//! Matches proposed for what no letters clear, and those a person approved.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to propose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatchesQuery {
    /// The day whose open items are matched.
    pub as_of: Day,
    /// One customer only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
}

/// An entry of a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MatchEntry {
    /// Number of the document; empty where the file has none.
    pub document: String,
    /// Its day.
    pub day: Day,
    /// What is open of it.
    pub residual: Amount,
    /// Name of the file.
    pub file: String,
    /// Sheet, for a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// 1-based row.
    pub row: u32,
}

/// Entries that would clear each other. Nothing is applied before a person approves it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MatchProposal {
    /// Stable: same files, same entries, same identifier.
    pub id: String,
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// "same-reference", "reference-within", "exact-amount", "all-open", "several-debits", "several-credits" or
    /// "oldest-first".
    pub rule: String,
    /// How sure, 0 to 100.
    pub score: u8,
    /// Why, in a sentence.
    pub text: String,
    /// The currency.
    pub currency: Currency,
    /// What would be cleared.
    pub cleared: Amount,
    /// What would be left of the larger side: above zero a debt, below zero a credit.
    pub left: Amount,
    /// What is owed.
    pub debits: Vec<MatchEntry>,
    /// What would clear it.
    pub credits: Vec<MatchEntry>,
}

/// What is proposed, and what is approved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Matches {
    /// The proposals, surest first.
    pub proposals: Vec<MatchProposal>,
    /// Identifiers of the matches approved so far, in the order they were given.
    pub approved: Vec<String>,
    /// Customers whose sums are too many to search, by identifier.
    pub given_up: Vec<String>,
}
