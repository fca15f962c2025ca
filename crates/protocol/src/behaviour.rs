//! How each customer pays: its days, its usual pay day, whether it takes longer than before, whether it went silent.

use crate::{DaysStatistics, Place};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BehaviourQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Only this customer's row; the counts stay those of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// Last payments compared with those before: 3 to 20, 5 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub recent: Option<u32>,
    /// Rows to skip in each currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub offset: Option<u32>,
    /// Rows to return at most in each currency; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limit: Option<u32>,
}

/// A usual pay day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UsualDay {
    /// Day of the month (31 is the last of any month), or of the week (1 Monday to 7 Sunday).
    pub day: u32,
    /// Pay days that kept to it, give or take two days in the month.
    pub kept: u32,
    /// Pay days in all.
    pub of: u32,
    /// The same in words.
    pub text: String,
}

/// How many parts of invoices were paid late, and what the share may really be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LateShare {
    /// Parts paid after their due date.
    pub late: u32,
    /// Parts with a due date.
    pub of: u32,
    /// Lower bound of the share at 95 % (Wilson), 0 to 1.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// An invoice shown as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PaidDocument {
    /// Number of the document, as written.
    pub document: String,
    /// The day it was due.
    pub due_day: Day,
    /// The day it was paid; nothing while it is open.
    pub paid_day: Option<Day>,
    /// Days from the due date to the payment, or so far.
    pub days_late: i32,
    /// How much was paid, or is open.
    pub amount: Amount,
    /// The row it was read from.
    pub source: Place,
}

/// One observation: a day on which something was paid, or the invoices of one month that are still open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayDay {
    /// The day; nothing while the invoices are open.
    pub paid_day: Option<Day>,
    /// Days late, weighted by amount, to the nearest day; the least they will be while open.
    pub days_late: i32,
    /// Sum of its documents.
    pub amount: Amount,
    /// Among the recent ones.
    pub recent: bool,
    /// Its documents, at most twenty.
    pub documents: Vec<PaidDocument>,
    /// How many there are.
    pub document_count: u32,
}

/// The tests of a customer whose payments moved enough to matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LengtheningTests {
    /// Pairs of a recent and an earlier payment where the recent one is later (Mann–Whitney).
    pub mann_whitney_u: f64,
    /// All such pairs.
    pub mann_whitney_pairs: u32,
    /// Its exact one-sided probability.
    pub mann_whitney_p: f64,
    /// Pairs of the last payments that rise less those that fall (Mann–Kendall).
    pub mann_kendall_s: i32,
    /// Payments it looks at.
    pub mann_kendall_n: u32,
    /// Its one-sided probability.
    pub mann_kendall_p: f64,
    /// Twice the smaller of the two: what chance alone would do.
    pub probability: f64,
    /// Position among the recent payments, from 1, of the first that sets off the early alarm (CUSUM).
    pub cusum_alarm: Option<u32>,
    /// How far the last payment stands from those before (modified z-score; over 3.5 is unusual).
    pub modified_z: f64,
}

/// Whether a customer takes longer than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Lengthening {
    /// `too-few`, `steady`, `probable` or `confirmed`.
    #[cfg_attr(feature = "typescript", ts(type = "\"too-few\" | \"steady\" | \"probable\" | \"confirmed\""))]
    pub verdict: String,
    /// Pay days looked at.
    pub pay_days: u32,
    /// Months of open invoices later than anything paid before, each one more observation.
    pub open_months: u32,
    /// Recent observations.
    pub recent: u32,
    /// Median days late before the recent ones.
    pub median_before: Option<f64>,
    /// Median days late of the recent ones.
    pub median_recent: Option<f64>,
    /// Days by which the recent ones stand above those before (Hodges–Lehmann).
    pub shift: Option<f64>,
    /// Days of lengthening per month, or per payment where those are rarer (Theil–Sen).
    pub slope: Option<f64>,
    /// The tests, where shift and slope are large enough.
    pub tests: Option<LengtheningTests>,
    /// The conclusion in words.
    pub text: String,
    /// How it was found, with this customer's numbers; empty where no test was needed.
    pub how: String,
    /// The last observations, oldest first, where there is a lengthening.
    pub evidence: Vec<PayDay>,
}

/// A customer past its usual rhythm with something overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Silence {
    /// The day by which it would have paid.
    pub since: Day,
    /// The last day it paid something.
    pub last_paid: Day,
    /// Median of the days between two payments.
    pub usual_gap: i32,
    /// Days between two payments that nine gaps in ten do not exceed.
    pub long_gap: i32,
    /// Days late that nine payments in ten do not exceed.
    pub long_days_late: i32,
    /// What is later than that.
    pub overdue: Amount,
    /// The same in words.
    pub text: String,
    /// Those invoices, oldest due first, at most twenty.
    pub documents: Vec<PaidDocument>,
    /// How many there are.
    pub document_count: u32,
}

/// How one customer pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CustomerBehaviour {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Days on which something was paid.
    pub pay_days: u32,
    /// The last of them.
    pub last_paid: Day,
    /// Days from the due date to the payment.
    pub days_late: DaysStatistics,
    /// Days from the invoice to the payment.
    pub days_to_pay: DaysStatistics,
    /// How often it was late; nothing without due dates.
    pub late_share: Option<LateShare>,
    /// Usual pay day of the month, where there is one.
    pub usual_day_of_month: Option<UsualDay>,
    /// Usual pay day of the week, where there is one.
    pub usual_weekday: Option<UsualDay>,
    /// Whether it takes longer than before.
    pub lengthening: Lengthening,
    /// Past its usual rhythm with something overdue.
    pub silence: Option<Silence>,
}

/// How the customers of one currency pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BehaviourOfCurrency {
    /// The currency.
    pub currency: Currency,
    /// Customers with a dated payment.
    pub customers: u32,
    /// Those with enough pay days to be tested.
    pub tested: u32,
    /// Lengthening beyond chance among all those tested.
    pub confirmed: u32,
    /// Lengthening beyond chance for the customer alone.
    pub probable: u32,
    /// Silent customers.
    pub silent: u32,
    /// How all this is found.
    pub how: String,
    /// Confirmed and probable lengthenings first, then silent customers, then the others; by identifier within each.
    pub rows: Vec<CustomerBehaviour>,
}

/// How all customers pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Behaviour {
    /// The day everything is computed for.
    pub as_of: Day,
    /// One part per currency, by code.
    pub currencies: Vec<BehaviourOfCurrency>,
}
