//! The ledger on two days side by side: what changed since the dossier was saved.

use crate::{Finding, PlanView, PromiseView};
use followup::ItemKind;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComparisonQuery {
    /// The day the files are looked at.
    pub as_of: Day,
    /// Only this customer's items; the sums stay whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// What the files hold; judged from them by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub extract: Option<ExtractKind>,
    /// Items listed of each kind of change at most; all by default. Unchanged ones are counted, never listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limit: Option<u32>,
}

/// What the new files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ExtractKind {
    /// All that is open, or all that was ever entered.
    Stock,
    /// Only what was entered since.
    Delta,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The day compared with.
    pub before: Day,
    /// The day the files are looked at.
    pub as_of: Day,
    /// By currency.
    pub currencies: Vec<ComparisonOfCurrency>,
    /// What deserves a second look.
    pub findings: Vec<Finding>,
    /// Customers to thank: one message each, however many invoices it paid.
    pub thank_yous: Vec<ThankYou>,
    /// Promises whose last day passed since, with what became of them.
    pub promises: Vec<PromiseView>,
    /// Instalment plans, with what became of them.
    pub plans: Vec<PlanView>,
}

/// What changed in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ComparisonOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// What the files were taken to hold.
    pub extract: ExtractKind,
    /// The same in words.
    pub extract_text: String,
    /// What was open.
    pub opening: Amount,
    /// What is open, computed without the movements.
    pub closing: Amount,
    /// What opening and movements differ from closing by: zero.
    pub difference: Amount,
    /// Each kind of change that happened, in the order of a report.
    pub changes: Vec<ChangeTotal>,
    /// Each customer whose balance or items changed, largest change first.
    pub customers: Vec<ChangedCustomer>,
    /// The items that changed, by customer, then kind of change.
    pub items: Vec<ChangedItem>,
}

/// A kind of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangeTotal {
    /// `new`, `re-opened`, `paid`, `part-paid`, `credited`, `applied`, `changed`, `re-dated`, `renumbered`, `vanished`
    /// or `unchanged`.
    pub change: String,
    /// The same in words.
    pub label: String,
    /// Items.
    pub count: u32,
    /// What was open of them.
    pub before: Amount,
    /// What they add to what is open.
    pub amount: Amount,
}

/// A customer whose balance or items changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangedCustomer {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// What was open.
    pub opening: Amount,
    /// What came or went.
    pub moved: Amount,
    /// What is open.
    pub closing: Amount,
}

/// An item that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangedItem {
    /// What happened, as in [`ChangeTotal`].
    pub change: String,
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document now, or as it was where it is gone.
    pub document: String,
    /// Its number before, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub renumbered_from: Option<String>,
    /// What it records.
    pub kind: ItemKind,
    /// Invoice date, or the day the money came.
    pub day: Day,
    /// The day it was due.
    pub due_before: Option<Day>,
    /// The day it is due.
    pub due_now: Option<Day>,
    /// What was open of it.
    pub before: Amount,
    /// What is open of it.
    pub now: Amount,
    /// It is dated on or before the day compared with, and was not there then.
    pub back_dated: bool,
}

/// A message of thanks, to review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ThankYou {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Its e-mail address, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub email: Option<String>,
    /// The invoices paid, oldest first.
    pub documents: Vec<String>,
    /// What they came to.
    pub amount: Amount,
    /// Currency of the amounts.
    pub currency: Currency,
    /// What is still overdue; thanks say nothing of it, and wait for another message.
    pub still_overdue: Amount,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
}
