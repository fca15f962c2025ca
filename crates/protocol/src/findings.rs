//! The findings: what deserves a second look in the receivables, and the rows that show it.

use crate::Place;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Rows of evidence of each finding at most; 20 by default. Counts and amounts are always whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub rows: Option<u32>,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Stable identifier, for example `item-twice`.
    pub code: String,
    /// How much it matters.
    #[cfg_attr(feature = "typescript", ts(type = "\"high\" | \"medium\" | \"low\" | \"info\""))]
    pub severity: String,
    /// Its name.
    pub title: String,
    /// How many, how much, and what it means.
    pub text: String,
    /// What to do.
    pub advice: String,
    /// What it amounts to, without sign, where an amount makes sense.
    pub amount: Option<Amount>,
    /// Its currency.
    pub currency: Option<Currency>,
    /// How many documents, customers, match groups or ranges of numbers.
    pub count: u32,
    /// The largest of them; `count` says how many there are.
    pub evidence: Vec<Evidence>,
}

/// A row that shows a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub document: Option<String>,
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// What it is about, signed, where an amount makes sense.
    pub amount: Option<Amount>,
    /// What was seen there, in words; may be empty.
    pub text: String,
}

impl Evidence {
    /// The row, as a place.
    pub fn place(&self) -> Place {
        Place { file: self.file.clone(), sheet: self.sheet.clone(), row: self.row, column: None, header: None }
    }
}
