//! The observations: parts of invoices cleared by dated payments, and invoices still owed.

use ledger::{AccountClass, CustomerKey, EntryKey, EntryKind, Ledger, OpenItem, Settlement, settlements};
use values::{Amount, Arrange, AsOf, Day};

/// A part of an invoice and the payment that cleared it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The invoice.
    pub invoice: EntryKey,
    /// Its date.
    pub issued: Day,
    /// The day it was due.
    pub due: Option<Day>,
    /// The day it was paid.
    pub paid: Day,
    /// How much of it, in minor units above zero.
    pub amount: Amount,
}

/// A document with its days late, as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// The invoice.
    pub invoice: EntryKey,
    /// The day it was due.
    pub due: Day,
    /// The day it was paid; nothing while it is open.
    pub paid: Option<Day>,
    /// Days from the due date to the payment, or so far.
    pub late: i32,
    /// How much was paid, or is open.
    pub amount: Amount,
}

impl Part {
    /// A settlement as an observation: an invoice cleared by a payment whose day is known.
    pub(crate) fn of(settled: &Settlement) -> Option<Part> {
        let observed = settled.debit.kind == EntryKind::Invoice && settled.credit.kind == EntryKind::Payment;
        observed.then(|| Part {
            invoice: settled.debit_entry(),
            issued: settled.debit.document_day,
            due: settled.debit.due_day,
            paid: settled.credit.day,
            amount: settled.amount,
        })
    }

    /// Days from the due date to the payment.
    pub fn late(&self) -> Option<i32> {
        Some((self.paid - self.due?).0)
    }

    pub(super) fn document(&self) -> Option<Document> {
        let due = self.due?;
        let late = (self.paid - due).0;
        Some(Document { invoice: self.invoice, due, paid: Some(self.paid), late, amount: self.amount })
    }
}

/// Tells the parts of each customer that has some, in order of payment, then of due date, amount and place.
pub(super) fn by_customer(ledger: &Ledger, as_of: AsOf, mut tell: impl FnMut(CustomerKey, &[Part])) {
    let mut parts: Vec<Part> = Vec::new();
    let mut of: Option<CustomerKey> = None;
    let mut end = |customer: Option<CustomerKey>, parts: &mut Vec<Part>| {
        if let Some(customer) = customer.filter(|_| !parts.is_empty()) {
            parts.arrange_by_key(|part| (part.paid, part.due, part.issued, part.amount, part.invoice));
            tell(customer, parts);
        }
        parts.clear();
    };
    settlements(ledger, as_of, |settled| {
        if of != Some(settled.customer) {
            end(of, &mut parts);
            of = Some(settled.customer);
        }
        parts.extend(Part::of(&settled));
    });
    end(of, &mut parts);
}

/// Whether silence about an item says something about its customer: an invoice asked for and not disputed.
pub(crate) fn is_asked_for(class: AccountClass, disputed: bool) -> bool {
    match class {
        AccountClass::Receivable | AccountClass::BillsReceivable => !disputed,
        AccountClass::Retention
        | AccountClass::Doubtful
        | AccountClass::Accrued
        | AccountClass::Advances
        | AccountClass::CreditNotesToIssue => false,
    }
}

/// The overdue invoices among a customer's open items, by due date, then amount and place.
pub(super) fn owed(items: &[OpenItem], as_of: AsOf) -> Vec<Document> {
    let asked = |item: &&OpenItem| {
        item.kind == EntryKind::Invoice && item.is_overdue(as_of) && is_asked_for(item.account_class, item.disputed)
    };
    let document = |item: &OpenItem| {
        let due = item.due_day?;
        let late = as_of.days_since(due).0;
        Some(Document { invoice: item.entry, due, paid: None, late, amount: item.residual })
    };
    let mut owed: Vec<Document> = items.iter().filter(asked).filter_map(document).collect();
    owed.arrange_by_key(|document| (document.due, document.amount, document.invoice));
    owed
}
