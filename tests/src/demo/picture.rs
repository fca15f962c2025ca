//! The figures of the demonstration ledger, from what the generator knows and not from the engine.

use super::customers::CUSTOMERS;
use super::write::account;
use super::{Entry, Kind, as_of};
use serde_json::{Value, json};

/// `expected.json`: what any reader of the file must find on the as-of day, in cents, as the contract shapes it.
pub fn expected(entries: &[Entry]) -> Value {
    let file = "fixtures/demo/grand-livre-clients.csv";
    let as_of = as_of();
    json!({
        "note": "Made by the generator from what it knows. Amounts in cents. An object names only what is checked.",
        "checks": [
            {
                "about": "every row is accounted for",
                "command": format!("import {file}"),
                "expect": imported(entries),
            },
            {
                "about": "the aged balance",
                "command": format!("aged-balance {file} --as-of {as_of}"),
                "expect": { "asOf": as_of.to_string(), "limits": [30, 60, 90], "currencies": [balance(entries)] },
            },
            {
                "about": "the key figures",
                "command": format!("metrics {file} --as-of {as_of} --days 365"),
                "expect": [metrics(entries)],
            },
        ],
    })
}

fn imported(entries: &[Entry]) -> Value {
    let sum: i64 = entries.iter().map(|entry| entry.amount).sum();
    json!({
        "rows": {
            "read": entries.len() + 6, "imported": entries.len(), "setAside": 3, "blank": 1, "headings": 1, "totals": 1,
        },
        "setAside": [
            { "code": "unreadable-amount", "severity": "error", "seen": "1 2OO,00" },
            { "code": "impossible-date", "severity": "error", "seen": "31/02/2026" },
            { "code": "missing-customer", "severity": "error" },
        ],
        "controlTotals": [{ "currency": "EUR", "stated": sum, "computed": sum, "ok": true }],
        "entries": entries.len(),
        "customers": CUSTOMERS.len(),
        "currencies": ["EUR"],
        "firstDay": entries.iter().map(|entry| entry.day).min().unwrap().to_string(),
        "lastDay": entries.iter().map(|entry| entry.day).max().unwrap().to_string(),
    })
}

fn balance(entries: &[Entry]) -> Value {
    let total = row(usize::MAX, entries.iter());
    let control = json!({ "ledgerBalance": total.balance, "difference": 0, "ok": true });
    let customers: Vec<Value> = rows(entries).iter().map(Row::to_json).collect();
    json!({ "currency": "EUR", "total": total.to_json(), "customers": customers, "control": control })
}

fn metrics(entries: &[Entry]) -> Value {
    let total = row(usize::MAX, entries.iter());
    let rows = rows(entries);
    let sales: i64 = entries.iter().filter(|entry| entry.kind != Kind::Payment).map(|entry| entry.amount).sum();
    let disputed: i64 = entries.iter().filter(|entry| entry.disputed).map(|entry| entry.residual).sum();
    json!({
        "currency": "EUR",
        "outstanding": total.balance,
        "notDue": total.not_due,
        "overdue": total.overdue(),
        "over90": total.buckets[3],
        "credits": total.unallocated,
        "disputed": disputed,
        "items": total.items,
        "customers": rows.len(),
        "overdueCustomers": rows.iter().filter(|row| row.overdue() > 0).count(),
        "sales": sales,
    })
}

/// The customers with something open, balance descending.
fn rows(entries: &[Entry]) -> Vec<Row> {
    let mut rows: Vec<Row> = (0..CUSTOMERS.len())
        .map(|customer| row(customer, entries.iter().filter(|entry| entry.customer == customer)))
        .filter(|row| row.items > 0)
        .collect();
    rows.sort_by_key(|row| (-row.balance, row.customer));
    rows
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
