//! Open items, page by page.

use crate::Place;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenItemsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Only this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// `customer` (default), `due-day`, `residual` or `days-late`; a `-` before it for descending order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sort: Option<String>,
    /// Items to skip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub offset: Option<u32>,
    /// Items to return at most; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limit: Option<u32>,
}

/// What remains of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenItem {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document, as written.
    pub document: String,
    /// `invoice`, `credit-note`, `payment`, `opening` or `other`.
    pub kind: String,
    /// Class of the French account it stands in: `receivable` (411 and ledgers that name no account), `retention`
    /// (4117), `bills-receivable` (413), `doubtful` (416), `accrued` (418), `advances` (419) or
    /// `credit-notes-to-issue` (4198).
    #[serde(default = "receivable")]
    #[cfg_attr(
        feature = "typescript",
        ts(
            type = "\"receivable\" | \"retention\" | \"bills-receivable\" | \"doubtful\" | \"accrued\" | \"advances\" | \"credit-notes-to-issue\""
        )
    )]
    pub account_class: String,
    /// Invoice date, or the day the money came.
    pub invoice_day: Day,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// `stated`, `terms`, `mode`, `default` or `none`.
    #[cfg_attr(feature = "typescript", ts(type = "\"stated\" | \"terms\" | \"mode\" | \"default\" | \"none\""))]
    pub due_day_source: String,
    /// The document's own amount.
    pub amount: Amount,
    /// What remains of it.
    pub residual: Amount,
    /// Currency of both.
    pub currency: Currency,
    /// Days past the due date; zero or less when not due; zero without a due date.
    pub days_late: i32,
    /// What the file and people say of it: `disputed`, `promised`, `plan`, `blocked`, `excluded`, `factored`,
    /// `insolvent`, `formal-notice`, `agency`, `court` or `written-off`.
    pub status: Vec<String>,
    /// The row it was read from.
    pub source: Place,
    /// Which one, from 2, of those of one customer that document, day and amount name alike; told where one customer
    /// is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub twin: Option<u32>,
}

fn receivable() -> String {
    "receivable".to_owned()
}

/// One page of open items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenItemsPage {
    /// Items that answer the query, before offset and limit.
    pub total: u32,
    /// The page.
    pub items: Vec<OpenItem>,
}
