//! What may be claimed besides the items of a dossier, and until when each can be sued for.

use crate::{Allocation, DayCount, InterestSegment, Place, Regime};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What a person decided for the claims on one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimSetting {
    /// Customer identifier.
    pub customer: String,
    /// The rules its claims follow, in place of those proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub regime: Option<Regime>,
    /// The contract's rate in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub contract_rate_percent: Option<String>,
    /// The day a consumer received the formal notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub notice_day: Option<Day>,
    /// The day insolvency proceedings were opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub insolvency_day: Option<Day>,
}

/// By which rules claims are computed, where they are not those of the law and the shipped rates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimRules {
    /// What a person decided, customer by customer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub settings: Vec<ClaimSetting>,
    /// The contract's rate in percent with French businesses; the rate of the law by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub contract_rate_percent: Option<String>,
    /// 365 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub day_count: Option<DayCount>,
    /// Principal first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub allocation: Option<Allocation>,
    /// Rates of your own, as the JSON text of a document of rates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub rates: Option<String>,
}

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimsQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Only this customer's rows, with their segments; the totals stay those of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// What a person decided, customer by customer.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub settings: Vec<ClaimSetting>,
    /// The contract's rate in percent with French businesses; the rate of the law by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub contract_rate_percent: Option<String>,
    /// 365 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub day_count: Option<DayCount>,
    /// Principal first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub allocation: Option<Allocation>,
    /// Rates of your own: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub rates: Option<String>,
    /// Customers to skip in each currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub offset: Option<u32>,
    /// Customers to return at most in each currency; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limit: Option<u32>,
}

/// What may be claimed besides one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClaimedItem {
    /// Number of the document.
    pub document: String,
    /// The day payment was due.
    pub due_day: Day,
    /// Where the due date comes from, as in the open items.
    pub due_day_source: String,
    /// What was unpaid on the evening of that day, credit notes deducted.
    pub late: Amount,
    /// What is still open.
    pub open: Amount,
    /// Disputed by the customer.
    pub disputed: bool,
    /// Identifier of the regime.
    pub regime: String,
    /// Interest to the as-of day; nothing where it is refused.
    pub interest: Amount,
    /// The fixed sum.
    pub indemnity: Amount,
    /// Why the fixed sum is what it is.
    pub indemnity_text: String,
    /// Interest of one more day.
    pub per_day: Amount,
    /// Why no interest is computed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub refused: Option<String>,
    /// Rates and their sources, where one customer is asked for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub segments: Vec<InterestSegment>,
    /// The row it was read from.
    pub source: Place,
}

/// What may be claimed besides the items of one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClaimsOfCustomer {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Identifier of the regime.
    pub regime: String,
    /// The regime in one sentence, with its law.
    pub regime_text: String,
    /// Why this regime.
    pub because: String,
    /// Interest on what is still open.
    pub interest: Amount,
    /// Interest on what was paid late.
    pub interest_paid_late: Amount,
    /// Fixed sums.
    pub indemnity: Amount,
    /// Interest of one more day.
    pub per_day: Amount,
    /// Its items, oldest due first.
    pub items: Vec<ClaimedItem>,
    /// What to check before claiming it.
    pub warnings: Vec<String>,
}

/// The claims in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClaimsOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// Interest on what is still open.
    pub interest: Amount,
    /// Interest on what was paid late.
    pub interest_paid_late: Amount,
    /// Fixed sums.
    pub indemnity: Amount,
    /// Interest of one more day.
    pub per_day: Amount,
    /// Items of which no interest is computed.
    pub refused: u32,
    /// Customers with claims.
    pub customers: u32,
    /// What to know of all of them: half-years in which the rate lies below the minimum of the law.
    pub notes: Vec<String>,
    /// Largest claims first.
    pub rows: Vec<ClaimsOfCustomer>,
}

/// Claims on a day, apart from the balance of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Claims {
    /// The day everything is computed for.
    pub as_of: Day,
    /// How days were counted and payments taken.
    pub method: String,
    /// By currency.
    pub currencies: Vec<ClaimsOfCurrency>,
}

/// Something that happened to an item, told by a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LimitationEvent {
    /// Customer identifier.
    pub customer: String,
    /// Number of the document; every item of the customer without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub document: Option<String>,
    /// The day.
    pub day: Day,
    /// What.
    pub kind: LimitationEventKind,
}

/// What may happen to a debt. Reminders and formal notices interrupt nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum LimitationEventKind {
    PartPayment,
    Acknowledgement,
    CourtAction,
    Enforcement,
    Reminder,
    FormalNotice,
}

/// Which limitations to tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LimitationQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Only items whose period has ended or ends within so many months; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub within_months: Option<u32>,
    /// Only this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// What a person knows of.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub events: Vec<LimitationEvent>,
    /// Regimes that a person decided.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub settings: Vec<ClaimSetting>,
    /// Rows to return at most in each currency; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limit: Option<u32>,
}

/// Until when an item can be sued for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LimitedItem {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document.
    pub document: String,
    /// The day payment was due.
    pub due_day: Day,
    /// What is open.
    pub residual: Amount,
    /// The last day to act.
    pub last_day: Day,
    /// `passed`, `1`, `3`, `6`, `12` months, or `far`.
    pub nearness: String,
    /// The period with its law.
    pub rule: String,
    /// The last interruption, in words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub interrupted: Option<String>,
    /// The row it was read from.
    pub source: Place,
}

/// Items by how near the end is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LimitationLevel {
    /// As in [`LimitedItem::nearness`].
    pub nearness: String,
    /// Number of items.
    pub count: u32,
    /// What is open of them.
    pub amount: Amount,
}

/// The limitation calendar of one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LimitationOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// All items, nearest first.
    pub levels: Vec<LimitationLevel>,
    /// Open debts without due day, or of a country whose law is not told here.
    pub unknown: u32,
    /// What is open of them.
    pub unknown_amount: Amount,
    /// Nearest end first, then the largest amounts.
    pub items: Vec<LimitedItem>,
}

/// Until when the open items can be sued for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LimitationCalendar {
    /// The day everything is computed for.
    pub as_of: Day,
    /// What the calendar rests on.
    pub note: String,
    /// By currency.
    pub currencies: Vec<LimitationOfCurrency>,
}
