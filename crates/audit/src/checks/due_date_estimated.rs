//! Open invoices whose due date comes from a habit, from default terms or from a column of ages.

use super::prelude::*;
use std::collections::BTreeMap;

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

pub(super) static CHECK: Check = Check {
    code: "due-date-estimated",
    family: Family::Dates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::Half(Criterion::DueDates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits() {
        match item.due_day_source {
            DueDaySource::Stated | DueDaySource::Terms | DueDaySource::None => {}
            DueDaySource::Default | DueDaySource::Mode | DueDaySource::Bucket => {
                let detail = Detail::Dates { day: item.document_day, due: item.due_day };
                cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
            }
        }
    }
}

/// Shares of the origins being counted.
#[derive(Debug, Default)]
pub(crate) struct Shares(BTreeMap<DueDaySource, (u32, Amount)>);

impl Shares {
    /// Counts the open debits of an account.
    pub(crate) fn count(&mut self, items: &[OpenItem]) {
        for item in items.iter().filter(|item| item.residual.is_debit()) {
            let (count, amount) = self.0.entry(item.due_day_source).or_default();
            *count += 1;
            *amount += item.residual;
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
            let (items, amount) = *self.0.get(&source)?;
            Some(DueDayShare { source, items, amount })
        };
        order.into_iter().filter_map(share).collect()
    }
}
