//! What was paid on items since a record was made: what is left of them tells it, and payments that wait unapplied.

use crate::Covered;
use crate::key::Finder;
use ledger::{Coverage, CustomerKey, EntryKind, Ledger, OpenItem, OpenItems, open_items_of};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day};

/// The payments of one ledger, as far as promises and plans need them.
pub(crate) struct Received<'a> {
    ledger: &'a Ledger,
    open: &'a OpenItems,
    /// Payments applied to nothing, by customer: what is left of each to keep promises with.
    waiting: BTreeMap<CustomerKey, Vec<(Day, Amount)>>,
    earlier: BTreeMap<(CustomerKey, Day), Vec<OpenItem>>,
}

impl<'a> Received<'a> {
    pub(crate) fn new(ledger: &'a Ledger, open: &'a OpenItems) -> Received<'a> {
        Received { ledger, open, waiting: BTreeMap::new(), earlier: BTreeMap::new() }
    }

    /// What was applied to items by the evening of a day, since they were recorded. `None` where one of them is in no
    /// file: a list of open items leaves out what is paid, a ledger does not.
    pub(crate) fn applied(&mut self, finder: &mut Finder<'_>, items: &[Covered], on: Day) -> Option<Amount> {
        let mut applied = Amount::ZERO;
        for covered in items {
            applied += (covered.owed - self.left(finder, covered, on)?).debit_part();
        }
        Some(applied)
    }

    /// What is left of an item on the evening of a day.
    fn left(&mut self, finder: &mut Finder<'_>, covered: &Covered, on: Day) -> Option<Amount> {
        let listed_when_paid = self.ledger.coverage() == Coverage::History;
        let Some(entry) = finder.find(&covered.item) else { return (!listed_when_paid).then_some(Amount::ZERO) };
        let customer = entry.customer();
        let residual = |items: &[OpenItem]| {
            items.iter().find(|item| item.entry == entry).map_or(Amount::ZERO, |item| item.residual)
        };
        // A list of open items knows its own day alone.
        if on >= self.open.as_of.day() || !listed_when_paid {
            return Some(residual(self.open.of(customer)));
        }
        let ledger = self.ledger;
        let items = self.earlier.entry((customer, on)).or_insert_with(|| open_items_of(ledger, customer, AsOf(on)));
        Some(residual(items))
    }

    /// Takes up to `need` from the payments that wait unapplied and came after a day, up to another: each cent serves
    /// one promise or plan.
    pub(crate) fn take_waiting(&mut self, customer: CustomerKey, after: Day, until: Day, need: Amount) -> Amount {
        let open = self.open;
        let waiting = self.waiting.entry(customer).or_insert_with(|| {
            let payments = open.of(customer).iter().filter(|item| item.kind == EntryKind::Payment);
            payments.filter(|item| item.residual.is_credit()).map(|item| (item.day, -item.residual)).collect()
        });
        let mut taken = Amount::ZERO;
        for (_, left) in waiting.iter_mut().filter(|(day, _)| *day > after && *day <= until) {
            let part = (*left).min(need - taken).debit_part();
            *left -= part;
            taken += part;
        }
        taken
    }
}
