//! The past of a ledger as a plan sees it: every item with the days on which it was paid, every credit with the days on
//! which it was used.

use ledger::{CustomerKey, Entry, EntryKey, Ledger, OpenItem, settlements};
use std::collections::BTreeMap;
use values::{Amount, Arrange, AsOf, Day};

/// An item and what remained of it from each day on.
pub(crate) struct Past {
    pub(crate) item: OpenItem,
    /// What remained from each of these days on, in order.
    pub(crate) changes: Vec<(Day, Amount)>,
}

impl Past {
    /// The day nothing remained of it.
    pub(crate) fn settled(&self) -> Option<Day> {
        self.changes.last().filter(|(_, rest)| rest.is_zero()).map(|(day, _)| *day)
    }
}

/// The items of a ledger that were open on some day from `first` to the as-of day, by customer.
pub(crate) fn history(ledger: &Ledger, first: Day, as_of: AsOf) -> BTreeMap<CustomerKey, Vec<Past>> {
    let mut uses: BTreeMap<EntryKey, Vec<(Day, Amount)>> = BTreeMap::new();
    settlements(ledger, as_of, |settled| {
        let day = settled.debit.day.max(settled.credit.day);
        uses.entry(settled.debit_entry()).or_default().push((day, settled.amount));
        uses.entry(settled.credit_entry()).or_default().push((day, -settled.amount));
    });
    let mut all: BTreeMap<CustomerKey, Vec<Past>> = BTreeMap::new();
    for customer in ledger.customer_keys() {
        for (entry, position) in ledger.entries_of(customer).zip(0..) {
            let Some(key) = ledger.key(customer, position).filter(|_| entry.day <= as_of.day()) else { continue };
            let past = past(key, &entry, uses.remove(&key).unwrap_or_default());
            if past.settled().is_none_or(|day| day >= first) {
                all.entry(customer).or_default().push(past);
            }
        }
    }
    all
}

fn past(key: EntryKey, entry: &Entry, mut uses: Vec<(Day, Amount)>) -> Past {
    uses.arrange();
    let mut rest = entry.amount;
    let mut changes: Vec<(Day, Amount)> = Vec::with_capacity(uses.len());
    for (day, amount) in uses {
        rest -= amount;
        match changes.last_mut().filter(|(last, _)| *last == day) {
            Some((_, last)) => *last = rest,
            None => changes.push((day, rest)),
        }
    }
    Past { item: OpenItem::whole(key, entry), changes }
}
