//! The cases of a check being gathered: counts and amounts are exact, rows are the largest, and what each case costs
//! in the score is noted on its row.

use crate::score::Marks;
use crate::{Check, Detail, Evidence, Finding, Severity};
use analysis::reperformance::{Difference, Reperformance};
use ledger::CustomerKey;
use values::{Amount, Arrange, Source};

/// What a check has found so far.
#[derive(Debug, Default)]
pub(crate) struct Making {
    count: u32,
    amount: Amount,
    with_amount: bool,
    /// How much it matters here, where that differs from what the check says.
    severity: Option<Severity>,
    largest: Vec<Evidence>,
    /// Once there are enough rows, the size below which none is kept.
    floor: Option<Amount>,
}

/// Where a check says what it finds.
pub(crate) struct Cases<'a> {
    pub(crate) check: &'static Check,
    pub(crate) rows: usize,
    pub(crate) making: &'a mut Making,
    pub(crate) marks: &'a mut Marks,
}

impl Cases<'_> {
    /// Says how much the finding matters in this ledger.
    pub(crate) fn matters(&mut self, severity: Severity) {
        self.making.severity = Some(severity);
    }

    /// Adds a case, where there is one.
    pub(crate) fn extend(&mut self, evidence: Option<Evidence>) {
        if let Some(evidence) = evidence {
            self.add(evidence);
        }
    }

    /// Adds what differs in the client's own aged balance.
    pub(crate) fn extend_aged(&mut self, aged: Option<&Reperformance>, wanted: fn(&Difference) -> bool) {
        let Some(aged) = aged else { return };
        for difference in aged.differences.iter().filter(|difference| wanted(difference)) {
            let Some(source) = difference.source else { continue };
            let both = difference.stated.iter().zip(&difference.own);
            let columns = aged.columns.iter().zip(both).filter(|(_, (stated, own))| stated != own);
            let detail = Detail::AgedOtherwise {
                columns: columns.map(|(column, (stated, own))| (*column, *stated, *own)).collect(),
                causes: difference.causes.clone(),
                stranger: difference.stated_customer.filter(|_| difference.customer.is_none()),
            };
            let (customer, amount) = (difference.customer, Some(difference.amount()));
            self.add(Evidence { customer, document: String::new(), source, amount, detail });
        }
    }

    /// Adds a case.
    pub(crate) fn add(&mut self, evidence: Evidence) {
        match evidence.customer {
            Some(customer) => self.add_for((customer, evidence.source), evidence.amount, || evidence),
            None => self.making.add(self.rows, evidence.amount, || evidence),
        }
    }

    /// Adds a case; its row is only made where it is large enough to be kept.
    pub(crate) fn add_for(
        &mut self,
        place: (CustomerKey, Source),
        amount: Option<Amount>,
        evidence: impl FnOnce() -> Evidence,
    ) {
        self.marks.note(self.check.cost, place, amount);
        self.making.add(self.rows, amount, evidence);
    }
}

impl Making {
    fn add(&mut self, rows: usize, amount: Option<Amount>, evidence: impl FnOnce() -> Evidence) {
        let size = amount.map_or(Amount::ZERO, Amount::abs);
        self.count = self.count.saturating_add(1);
        self.with_amount |= amount.is_some();
        self.amount += size;
        if self.floor.is_some_and(|floor| size < floor) {
            return;
        }
        self.largest.push(evidence());
        // Room to spare, so that sorting is rare.
        if self.largest.len() >= 2 * rows.max(32) {
            self.keep_largest(rows);
            self.floor = self.largest.last().map(|last| last.amount.map_or(Amount::ZERO, Amount::abs));
        }
    }

    fn keep_largest(&mut self, rows: usize) {
        let size = |evidence: &Evidence| evidence.amount.map_or(Amount::ZERO, Amount::abs);
        self.largest.arrange_by(|a, b| {
            let place = |evidence: &Evidence| (evidence.customer, evidence.source);
            size(b).cmp(&size(a)).then_with(|| place(a).cmp(&place(b)))
        });
        self.largest.truncate(rows);
    }

    /// The finding, where there is a case.
    pub(crate) fn finish(mut self, check: &'static Check, rows: usize) -> Option<Finding> {
        self.keep_largest(rows);
        (self.count > 0).then_some(Finding {
            check,
            severity: self.severity.unwrap_or(check.severity),
            count: self.count,
            amount: self.with_amount.then_some(self.amount),
            evidence: self.largest,
        })
    }
}
