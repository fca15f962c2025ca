//! What all accounts together tell, gathered while they are read one by one.

use crate::documents::{Numbered, Twin};
use crate::freshness::Freshness;
use crate::groups::{Unbalanced, Verdict};
use crate::series::Series;
use analysis::reperformance::Reperformance;
use ledger::{CustomerKey, Ledger};
use values::{Amount, Source};

/// What the checks of the whole ledger see.
pub(crate) struct Book<'a> {
    pub(crate) ledger: &'a Ledger,
    /// The row that stands for each customer.
    pub(crate) rows: Vec<Option<Source>>,
    /// Invoices and credit notes by the keys of their numbers.
    pub(crate) numbers: Vec<Numbered>,
    /// Whether a number names one document rather than a batch, a month or an order.
    pub(crate) numbers_identify: bool,
    /// Documents that are probably the same as another of their account.
    pub(crate) twins: Vec<Twin>,
    /// Their series of numbers.
    pub(crate) series: Vec<Series>,
    /// Match groups that do not balance.
    pub(crate) unbalanced: Vec<Unbalanced>,
    /// Customers that owe something, the largest first.
    pub(crate) debtors: Vec<(CustomerKey, Amount)>,
    pub(crate) freshness: Freshness,
    /// What comparing the client's own aged balance told, where there is one.
    pub(crate) aged: Option<&'a Reperformance>,
}

impl Book<'_> {
    /// The groups of a verdict.
    pub(crate) fn groups(&self, verdict: Verdict) -> impl Iterator<Item = &Unbalanced> {
        self.unbalanced.iter().filter(move |group| group.verdict == verdict)
    }

    /// What the debtors owe together.
    pub(crate) fn owed(&self) -> Amount {
        self.debtors.iter().map(|(_, balance)| *balance).sum()
    }

    /// A document of the ledger by its place in [`Book::numbers`].
    pub(crate) fn number(&self, at: u32) -> Option<&Numbered> {
        self.numbers.get(at as usize)
    }
}
