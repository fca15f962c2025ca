//! The payments of a ledger that came after the due day, by what they paid. Credit notes are no payments: what they cancel
//! was never owed. Money whose day no file tells counts as paid in time: nothing is claimed on a guess.

use ledger::{EntryKey, EntryKind, Ledger, settlements};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day};

/// Late payments up to a day, by the entry they paid.
#[derive(Clone, Debug, Default)]
pub struct LatePayments {
    by_entry: BTreeMap<EntryKey, Vec<(Day, Amount)>>,
    /// The days on which money came, the debtor's own act.
    money: BTreeMap<EntryKey, Vec<Day>>,
}

impl LatePayments {
    /// The late payments of a ledger up to a day.
    pub fn of(ledger: &Ledger, as_of: AsOf) -> LatePayments {
        let mut late = LatePayments::default();
        settlements(ledger, as_of, |settled| {
            let paid = match settled.credit.kind {
                EntryKind::Payment | EntryKind::Other | EntryKind::Opening | EntryKind::Invoice => true,
                EntryKind::CreditNote | EntryKind::UndatedPayment => false,
            };
            if paid && settled.debit.due_day.is_some_and(|due| due < settled.credit.day) {
                let (entry, day) = (settled.debit_entry(), settled.credit.day);
                late.by_entry.entry(entry).or_default().push((day, settled.amount));
                if settled.credit.kind == EntryKind::Payment {
                    late.money.entry(entry).or_default().push(day);
                }
            }
        });
        late
    }

    /// Those on an entry, in no particular order.
    pub fn on(&self, entry: EntryKey) -> &[(Day, Amount)] {
        self.by_entry.get(&entry).map(Vec::as_slice).unwrap_or_default()
    }

    /// The days on which money came for an entry after its due day.
    pub fn payment_days(&self, entry: EntryKey) -> &[Day] {
        self.money.get(&entry).map(Vec::as_slice).unwrap_or_default()
    }

    /// The entries something was paid late on, in order.
    pub fn entries(&self) -> impl Iterator<Item = EntryKey> {
        self.by_entry.keys().copied()
    }
}
