//! The aged balance.

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// Which date ages an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Days past the due date.
    #[default]
    DueDate,
    /// Days since the invoice date.
    InvoiceDate,
}

/// Where credit notes and unallocated payments stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CreditMode {
    /// In the bucket of their own date.
    OwnLine,
    /// Against the oldest debits of the customer.
    OldestFirst,
    /// Against the debits of the same reference.
    SameReference,
    /// In their own column.
    #[default]
    Apart,
}

/// What items are told apart by, beside the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Segment or category of the customer.
    Segment,
    /// Salesperson in charge.
    Salesperson,
    /// Group of customers.
    Group,
    /// Country of the customer.
    Country,
    /// Town of the customer.
    City,
    /// Class of accounts: customers, bills, doubtful, advances ...
    AccountClass,
    /// Month of the invoice.
    InvoiceMonth,
    /// Where the due date comes from.
    DueDaySource,
}

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgedBalanceQuery {
    /// The day the balance is struck.
    pub as_of: Day,
    /// Which date ages an item; the due date by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub basis: Option<Basis>,
    /// Upper limits of the buckets in days, rising; `[30, 60, 90]` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limits: Option<Vec<u32>>,
    /// Where credits stand; apart by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub credits: Option<CreditMode>,
    /// Also by something other than the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub by: Option<Dimension>,
}

impl AgedBalanceQuery {
    /// The default balance of a day.
    pub fn on(as_of: Day) -> AgedBalanceQuery {
        AgedBalanceQuery { as_of, basis: None, limits: None, credits: None, by: None }
    }
}

/// One customer's line, or a total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgedRow {
    /// Customer identifier; empty for a total.
    pub customer: String,
    /// Customer name; empty for a total.
    pub name: String,
    /// Not due yet.
    pub not_due: Amount,
    /// The same by days still to run: due today to the first limit ahead, and so on.
    #[serde(default)]
    pub to_come: Vec<Amount>,
    /// One figure per bucket: one more than there are limits.
    pub buckets: Vec<Amount>,
    /// Debits without a due date.
    pub no_due_date: Amount,
    /// Credits not applied, zero or less.
    pub unallocated: Amount,
    /// Sum of all the above, to the cent.
    pub balance: Amount,
    /// Debits past their due date.
    pub overdue: Amount,
    /// Number of open items.
    pub items: u32,
    /// Days late of the oldest overdue item.
    pub oldest_days_late: Option<i32>,
}

/// Whether the balance foots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Control {
    /// Sum of the ledger's entries up to the as-of day.
    pub ledger_balance: Amount,
    /// What settlements left over within the tolerance chosen: in no row, and part of the ledger balance.
    #[serde(default)]
    pub tolerated: Amount,
    /// How many such residues.
    #[serde(default)]
    pub tolerated_items: u32,
    /// Aged total and tolerated residues less ledger balance.
    pub difference: Amount,
    /// No difference.
    pub ok: bool,
    /// Questions about the files still open: the figures rest on what is assumed meanwhile.
    #[serde(default)]
    pub open_questions: u32,
}

/// The balance of one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgedCurrency {
    /// The currency.
    pub currency: Currency,
    /// The total.
    pub total: AgedRow,
    /// The customers, balance descending, then identifier.
    pub customers: Vec<AgedRow>,
    /// The same items by what was asked for, in its order: `customer` is its value, `name` its words. They add up to
    /// the total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub groups: Option<Vec<AgedRow>>,
    /// Whether it foots.
    pub control: Control,
}

/// The aged balance of every currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgedBalance {
    /// The day the balance is struck.
    pub as_of: Day,
    /// Which date ages an item.
    pub basis: Basis,
    /// Upper limits of the buckets, in days.
    pub limits: Vec<u32>,
    /// Where credits stand.
    pub credits: CreditMode,
    /// One balance per currency, by code.
    pub currencies: Vec<AgedCurrency>,
    /// What the files cannot tell of that day, in sentences.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// What the reading of the files leaves to look at before the figures are used, in sentences: what may be missing
    /// from them or stand in them twice. The import report says where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub doubts: Vec<String>,
}
