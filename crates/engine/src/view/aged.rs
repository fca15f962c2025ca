//! The aged balance as the contract shows it.

use crate::view::items::due_day_source;
use analysis::{AgedBalance, AgedLine, Ageing};
use ledger::{Ledger, OpenItem, OpenItems};
use protocol::{AgedCurrency, AgedRow, Control, Dimension};
use std::collections::BTreeMap;
use text::Language;

/// One currency's balance.
pub fn currency(
    ledger: &Ledger,
    open: &OpenItems,
    balance: AgedBalance,
    groups: Option<Vec<AgedRow>>,
    open_questions: u32,
) -> AgedCurrency {
    let customers = balance.lines.into_iter().map(|(key, line)| {
        let customer = ledger.customer(key);
        row(customer.id.clone(), customer.name.clone(), line)
    });
    let customers = customers.collect();
    let total = row(String::new(), String::new(), balance.total);
    let difference = total.balance + balance.tolerated - balance.ledger_balance;
    let control = Control {
        ledger_balance: balance.ledger_balance,
        tolerated: balance.tolerated,
        tolerated_items: open.tolerated.len() as u32,
        difference,
        ok: difference.is_zero(),
        open_questions,
    };
    AgedCurrency { currency: ledger.currency(), total, customers, groups, control }
}

/// The same items by something other than the customer. Values that differ in case or spaces alone are one.
pub fn groups(ledger: &Ledger, open: &OpenItems, ageing: &Ageing, by: Dimension, language: Language) -> Vec<AgedRow> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for item in &open.items {
        let name = value(ledger, item, by);
        names.entry(key(&name)).or_insert(name);
    }
    let lines = analysis::aged_by(ledger, open, ageing, |item| key(&value(ledger, item, by)));
    let named = lines.into_iter().map(|(key, line)| {
        let value = names.get(&key).cloned().unwrap_or_default();
        let name = match by {
            Dimension::AccountClass => language.account_class(&value).to_owned(),
            Dimension::DueDaySource => language.due_day_source(&value).to_owned(),
            _ if value.is_empty() => language.not_stated().to_owned(),
            _ => value.clone(),
        };
        row(value, name, line)
    });
    named.collect()
}

/// Which date ages an item.
pub fn basis(basis: protocol::Basis) -> analysis::Basis {
    match basis {
        protocol::Basis::DueDate => analysis::Basis::DueDate,
        protocol::Basis::InvoiceDate => analysis::Basis::InvoiceDate,
    }
}

/// Where credits stand.
pub fn credits(mode: protocol::CreditMode) -> analysis::CreditMode {
    match mode {
        protocol::CreditMode::OwnLine => analysis::CreditMode::OwnLine,
        protocol::CreditMode::OldestFirst => analysis::CreditMode::OldestFirst,
        protocol::CreditMode::SameReference => analysis::CreditMode::SameReference,
        protocol::CreditMode::Apart => analysis::CreditMode::Apart,
    }
}

fn key(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn value(ledger: &Ledger, item: &OpenItem, by: Dimension) -> String {
    let customer = ledger.customer(item.customer);
    let stated = |value: &Option<String>| value.clone().unwrap_or_default();
    match by {
        Dimension::Segment => stated(&customer.segment),
        Dimension::Salesperson => stated(&customer.salesperson),
        Dimension::Group => stated(&customer.group),
        Dimension::Country => stated(&customer.country),
        Dimension::City => stated(&customer.city),
        Dimension::AccountClass => item.account_class.key().to_owned(),
        Dimension::InvoiceMonth => item.document_day.to_string().get(..7).unwrap_or_default().to_owned(),
        Dimension::DueDaySource => due_day_source(item.due_day_source).to_owned(),
    }
}

fn row(customer: String, name: String, line: AgedLine) -> AgedRow {
    AgedRow {
        customer,
        name,
        not_due: line.not_due,
        balance: line.balance(),
        to_come: line.to_come,
        buckets: line.buckets,
        no_due_date: line.no_due_date,
        unallocated: line.unallocated,
        overdue: line.overdue,
        items: line.items,
        oldest_days_late: line.oldest_days_late.map(|days| days.0),
    }
}
