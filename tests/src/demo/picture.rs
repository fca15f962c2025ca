//! The figures of the demonstration ledger, from what the generator knows and not from the engine.

use super::customers::CUSTOMERS;
use super::write::account;
use super::{Entry, Kind, as_of};
use serde_json::{Value, json};

/// `expected.json`: what any reader of the file must find on the as-of day, in cents.
pub fn expected(entries: &[Entry]) -> Value {
    let mut customers: Vec<Row> = (0..CUSTOMERS.len())
        .map(|customer| row(customer, entries.iter().filter(|entry| entry.customer == customer)))
        .filter(|row| row.items > 0)
        .collect();
    customers.sort_by_key(|row| (-row.balance, row.customer));
    let total = row(usize::MAX, entries.iter());
    let sum =
        |kept: fn(&Entry) -> bool| entries.iter().filter(|entry| kept(entry)).map(|entry| entry.amount).sum::<i64>();
    json!({
        "asOf": as_of().to_string(),
        "currency": "EUR",
        "rows": { "read": entries.len() + 6, "imported": entries.len(), "setAside": 3, "blank": 1, "headings": 1, "totals": 1 },
        "setAside": [
            { "code": "unreadable-amount", "seen": "1 2OO,00" },
            { "code": "unreadable-date", "seen": "31/02/2026" },
            { "code": "missing-customer" },
        ],
        "customers": CUSTOMERS.len(),
        "invoices": entries.iter().filter(|entry| entry.kind == Kind::Invoice).count(),
        "debit": sum(|entry| entry.amount > 0),
        "credit": -sum(|entry| entry.amount < 0),
        "sales": sum(|entry| entry.kind != Kind::Payment),
        "disputed": entries.iter().filter(|entry| entry.disputed).map(|entry| entry.residual).sum::<i64>(),
        "disputedItems": entries.iter().filter(|entry| entry.disputed).count(),
        "overdueCustomers": customers.iter().filter(|row| row.overdue() > 0).count(),
        "agedBalance": {
            "limits": [30, 60, 90],
            "total": total.to_json(),
            "customers": customers.iter().map(Row::to_json).collect::<Vec<_>>(),
        },
    })
}

struct Row {
    customer: usize,
    not_due: i64,
    buckets: [i64; 4],
    unallocated: i64,
    balance: i64,
    items: u32,
    oldest_days_late: Option<i32>,
}

impl Row {
    fn overdue(&self) -> i64 {
        self.buckets.iter().sum()
    }

    fn to_json(&self) -> Value {
        let of_all = self.customer == usize::MAX;
        json!({
            "customer": if of_all { String::new() } else { account(self.customer) },
            "name": if of_all { "" } else { CUSTOMERS[self.customer].0 },
            "notDue": self.not_due,
            "buckets": self.buckets,
            "noDueDate": 0,
            "unallocated": self.unallocated,
            "balance": self.balance,
            "overdue": self.overdue(),
            "items": self.items,
            "oldestDaysLate": self.oldest_days_late,
        })
    }
}

fn row<'a>(customer: usize, entries: impl Iterator<Item = &'a Entry>) -> Row {
    let mut row =
        Row { customer, not_due: 0, buckets: [0; 4], unallocated: 0, balance: 0, items: 0, oldest_days_late: None };
    for entry in entries.filter(|entry| entry.residual != 0) {
        row.items += 1;
        row.balance += entry.residual;
        let late = entry.due_day.map_or(0, |due| (as_of() - due).0);
        match (entry.residual > 0, late) {
            (false, _) => row.unallocated += entry.residual,
            (true, ..=0) => row.not_due += entry.residual,
            (true, late) => {
                row.buckets[((late - 1) / 30).min(3) as usize] += entry.residual;
                row.oldest_days_late = row.oldest_days_late.max(Some(late));
            }
        }
    }
    row
}
