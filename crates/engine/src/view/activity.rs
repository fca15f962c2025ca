//! A customer's account line by line, with what became of each.

use crate::Session;
use crate::view::items::kind;
use ledger::{CustomerKey, EntryKey, EntryKind, Ledger, OpenItem, settlements_of};
use protocol::{ActivityLine, ActivityOfCurrency};
use std::collections::BTreeMap;
use values::{Amount, Arrange, AsOf, Day, Gather};

/// The account of a customer in one currency; `open` is what remains of it on the day.
pub fn account(
    session: &Session,
    ledger: &Ledger,
    customer: CustomerKey,
    as_of: AsOf,
    open: &[OpenItem],
) -> ActivityOfCurrency {
    let mut cleared: BTreeMap<EntryKey, (Amount, Day)> = BTreeMap::new();
    settlements_of(ledger, customer, as_of, |settled| {
        let day = settled.debit.day.max(settled.credit.day);
        // A payment of unknown day clears its invoice, nobody knows when.
        let known = settled.credit.kind != EntryKind::UndatedPayment;
        for (entry, sign) in [(settled.debit_entry(), 1), (settled.credit_entry(), -1)] {
            let (amount, last) = cleared.entry(entry).or_insert((Amount::ZERO, Day::EPOCH));
            *amount += Amount::from_minor(settled.amount.minor() * sign);
            *last = if known { day.max(*last) } else { *last };
        }
    });
    let residuals: BTreeMap<EntryKey, Amount> = open.iter().map(|item| (item.entry, item.residual)).gather();
    let counted = ledger.entries_of(customer).with_documents().filter(|(_, entry, _)| entry.day <= as_of.day());
    let mut entries: Vec<_> = counted.collect();
    entries.arrange_by_key(|(key, entry, _)| (entry.day, *key));
    let mut balance = Amount::ZERO;
    let lines = entries.into_iter().map(|(key, entry, document)| {
        balance += entry.amount;
        let residual = residuals.get(&key).copied().unwrap_or_default();
        let whole = cleared.get(&key).filter(|(amount, day)| *amount == entry.amount && *day > Day::EPOCH);
        let cleared_day = whole.map(|(_, day)| *day).filter(|_| residual.is_zero());
        let owed = entry.amount.is_debit();
        ActivityLine {
            day: entry.day,
            kind: kind(entry.kind).to_owned(),
            document,
            due_day: entry.due_day,
            amount: entry.amount,
            balance,
            residual,
            cleared_day,
            days_late: cleared_day.zip(entry.due_day).filter(|_| owed).map(|(paid, due)| (paid - due).0),
            letters: entry.group.and_then(|group| ledger.letters(group)).unwrap_or_default(),
            source: session.place(entry.source),
        }
    });
    let lines: Vec<ActivityLine> = lines.collect();
    ActivityOfCurrency {
        currency: ledger.currency(),
        balance: lines.last().map_or(Amount::ZERO, |line| line.balance),
        lines,
    }
}
