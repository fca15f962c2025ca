//! Ledgers made for tests: customers with their invoices and the payments made by one day.

use ledger::{AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder};
use values::{Amount, AsOf, Currency, Day, FileIndex, Source, TableIndex};

/// The day all of them are looked at.
pub fn as_of() -> AsOf {
    AsOf("2026-09-30".parse().unwrap())
}

/// An invoice with the day it is paid, if ever.
#[derive(Clone, Copy)]
pub struct Invoice {
    pub issued: Day,
    pub due: Day,
    pub paid: Day,
    pub cents: i64,
}

/// A ledger of customers, each with its invoices and the payments made by the as-of day.
pub fn ledger(customers: &[Vec<Invoice>]) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for (number, invoices) in customers.iter().enumerate() {
        let customer = builder.customer(&Customer { id: format!("C{number:06}"), ..Customer::default() });
        for invoice in invoices {
            let entry = Entry {
                customer,
                kind: EntryKind::Invoice,
                account_class: AccountClass::Receivable,
                day: invoice.issued,
                document_day: invoice.issued,
                due_day: Some(invoice.due),
                due_day_source: DueDaySource::Stated,
                amount: Amount::from_minor(invoice.cents),
                group: Some(builder.new_group()),
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
            };
            let payment = Entry {
                kind: EntryKind::Payment,
                day: invoice.paid,
                document_day: invoice.paid,
                due_day: None,
                due_day_source: DueDaySource::None,
                amount: -entry.amount,
                ..entry
            };
            builder.push(entry, "");
            if invoice.paid <= as_of().day() {
                builder.push(payment, "");
            }
        }
    }
    builder.build().unwrap()
}
