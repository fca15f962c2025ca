//! The table of late payments of the French management report (C. com. L441-14, D441-6).

use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What to compute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LatePaymentsQuery {
    /// The closing day.
    pub as_of: Day,
    /// Turnover of the year, on the basis of the table; that of the ledger where nobody types one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub turnover: Option<Amount>,
    /// Currency of the turnover; the one with the most entries by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub currency: Option<Currency>,
    /// VAT to take out, as `20` or `5.5`: amounts are then without VAT; absent, they are as in the ledger, VAT included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub vat_rate_percent: Option<String>,
}

/// The tables, one per currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LatePayments {
    /// The closing day.
    pub closing: Day,
    /// First day of the year.
    pub first_day: Day,
    /// The VAT taken out, in percent; null where amounts are VAT included.
    pub vat_rate_percent: Option<String>,
    /// One per currency, by code.
    pub currencies: Vec<LatePaymentsOfCurrency>,
}

/// The tables of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LatePaymentsOfCurrency {
    /// Currency of every amount.
    pub currency: Currency,
    /// Turnover of the year; null where the file does not tell it and nobody typed it.
    pub turnover: Option<Amount>,
    /// `entered`, `ledger` or `unknown`.
    #[cfg_attr(feature = "typescript", ts(type = "\"entered\" | \"ledger\" | \"unknown\""))]
    pub turnover_source: String,
    /// Table I (A): issued and not paid at closing, by how late, and the total from one day.
    pub unpaid: Vec<LateBand>,
    /// Table I (B): disputed or doubtful, left out of (A).
    pub disputed: LateBand,
    /// Table I (C): items of (A) measured against an agreed day.
    pub agreed: u32,
    /// Table I (C): items of (A) measured against the legal day, thirty days from the invoice.
    pub legal: u32,
    /// Table II: paid late during the year, by how late, and the total; null where the file does not tell what was paid.
    pub paid_late: Option<Vec<LateBand>>,
    /// Table II: all invoices issued during the year.
    pub issued: LateBand,
    /// What the table rests on, in words.
    pub notes: Vec<String>,
}

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LateBand {
    /// `0`, `1-30`, `31-60`, `61-90`, `91+`, `total` (from one day), or empty outside the bands.
    pub band: String,
    /// Invoices, or instalments of one.
    pub invoices: u32,
    /// What they amount to.
    pub amount: Amount,
    /// Its part of the turnover (Table I) or of what was issued (Table II), four decimals; null where that is unknown.
    pub share: Option<f64>,
}
