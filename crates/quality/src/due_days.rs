//! Where the due dates of what is open come from: written, computed from terms, estimated, or unknown.

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use crate::score::{Criterion, Scores};
use ledger::{DueDaySource, Ledger, OpenItem};
use std::collections::BTreeMap;
use values::Amount;

/// Open invoices whose due date has one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDayShare {
    /// The origin.
    pub source: DueDaySource,
    /// How many.
    pub items: u32,
    /// What remains of them.
    pub amount: Amount,
}

/// Shares being counted.
#[derive(Debug, Default)]
pub(crate) struct DueDays {
    shares: BTreeMap<DueDaySource, (u32, Amount)>,
}

impl DueDays {
    /// Counts the open debits of a customer; those without a due date of their own are findings.
    pub(crate) fn check(&mut self, ledger: &Ledger, items: &[OpenItem], findings: &mut Findings, scores: &mut Scores) {
        for item in items.iter().filter(|item| item.residual.is_debit()) {
            let (count, amount) = self.shares.entry(item.due_day_source).or_default();
            *count += 1;
            *amount += item.residual;
            let source = ledger.entry(item.entry).source;
            let half = Amount::from_minor(item.residual.minor() / 2);
            let (check, affected) = match item.due_day_source {
                DueDaySource::Stated | DueDaySource::Terms => (None, Amount::ZERO),
                DueDaySource::Default | DueDaySource::Mode | DueDaySource::Bucket => {
                    (Some(Check::DueDayEstimated), half)
                }
                DueDaySource::None => (Some(Check::DueDayMissing), item.residual),
            };
            scores.amount(Criterion::DueDates, (item.customer, source.file), affected, item.residual);
            if let Some(check) = check {
                findings.add_for(check, Some(item.residual), || Evidence {
                    customer: item.customer,
                    document: ledger.document(item.entry),
                    source,
                    amount: Some(item.residual),
                    detail: Detail::Dates { day: item.day, due: item.due_day },
                });
            }
        }
    }

    /// The shares, in the order of precedence of the origins.
    pub(crate) fn finish(self) -> Vec<DueDayShare> {
        let order = [
            DueDaySource::Stated,
            DueDaySource::Terms,
            DueDaySource::Mode,
            DueDaySource::Default,
            DueDaySource::Bucket,
            DueDaySource::None,
        ];
        let share = |source: DueDaySource| {
            let (items, amount) = *self.shares.get(&source)?;
            Some(DueDayShare { source, items, amount })
        };
        order.into_iter().filter_map(share).collect()
    }
}
