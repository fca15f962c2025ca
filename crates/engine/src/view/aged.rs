//! The aged balance as the contract shows it.

use analysis::{AgedBalance, AgedLine};
use ledger::Ledger;
use protocol::{AgedCurrency, AgedRow, Control};

/// One currency's balance.
pub fn currency(ledger: &Ledger, balance: AgedBalance, open_questions: u32) -> AgedCurrency {
    let customers = balance.lines.into_iter().map(|(key, line)| {
        let customer = ledger.customer(key);
        row(customer.id.clone(), customer.name.clone(), line)
    });
    let customers = customers.collect();
    let total = row(String::new(), String::new(), balance.total);
    let difference = total.balance - balance.ledger_balance;
    let control =
        Control { ledger_balance: balance.ledger_balance, difference, ok: difference.is_zero(), open_questions };
    AgedCurrency { currency: ledger.currency(), total, customers, control }
}

fn row(customer: String, name: String, line: AgedLine) -> AgedRow {
    AgedRow {
        customer,
        name,
        not_due: line.not_due,
        balance: line.balance(),
        buckets: line.buckets,
        no_due_date: line.no_due_date,
        unallocated: line.unallocated,
        overdue: line.overdue,
        items: line.items,
        oldest_days_late: line.oldest_days_late.map(|days| days.0),
    }
}
