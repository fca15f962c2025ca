//! What a report is made of.

use protocol::{AgedBalance, Finding, Freshness, ImportReport, LatePayments, Metrics, OpenItem, Plan, Series, Version};
use text::Language;
use values::Day;

/// Everything a workbook or a printed report shows: the views of one day, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Language of the words.
    pub language: Language,
    /// The day everything was computed for.
    pub as_of: Day,
    /// The aged balance.
    pub aged: &'a AgedBalance,
    /// All open items.
    pub items: &'a [OpenItem],
    /// The plan.
    pub plan: &'a Plan,
    /// What was read.
    pub import: &'a ImportReport,
    /// The figures, one per currency.
    pub metrics: &'a [Metrics],
    /// The same month after month, up to the day.
    pub series: &'a Series,
    /// How recent the files are.
    pub freshness: &'a Freshness,
    /// What deserves a second look.
    pub findings: &'a [Finding],
    /// The table of late payments at the as-of day taken as closing.
    pub late_payments: &'a LatePayments,
    /// What computed it.
    pub version: &'a Version,
    /// Whether a workbook gives each customer a sheet.
    pub customers: CustomerSheets,
}

/// Whether a workbook gives each customer a sheet of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CustomerSheets {
    /// No.
    #[default]
    None,
    /// Those with the largest balances, as many as a person can leaf through.
    Largest,
}
