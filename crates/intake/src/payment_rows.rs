//! Lists with a row for each payment, every one of them repeating its invoice (`Factures et règlements`): the invoice
//! counts once, and each row adds what it paid. Told by the whole table: rows of one invoice say the same amount, their
//! payments differ, and together they are never more than it.

use crate::diagnostic::Note;
use crate::entries::along;
use crate::invoice_lines::{Invoice, Said, digest, said};
use crate::mapping::{Layout, Mapping};
use crate::money::Figures;
use crate::parse::Reading;
use crate::payments_below::LastInvoice;
use crate::row::{Cells, Refusal};
use crate::running::hundredths;
use crate::{DiagnosticKind, Field};
use ledger::{CustomerKey, DueDaySource, Entry, EntryKind, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day};

/// What the rows of invoices say, while they pass.
pub(crate) struct PaymentRows {
    invoices: BTreeMap<Invoice, Paid>,
    /// Rows of an invoice known that say another thing of it.
    different: u32,
    /// Rows that repeat their invoice, with another payment than the row before.
    apart: u32,
}

/// An invoice, and what its rows say was paid of it.
struct Paid {
    said: Said,
    amount: i64,
    paid: i64,
    rows: u32,
    last: Said,
}

impl PaymentRows {
    /// Nothing seen yet; `None` where no row tells the amount and the day of a payment.
    pub(crate) fn of(mapping: &Mapping) -> Option<PaymentRows> {
        let telling = [Field::Document, Field::Amount, Field::Paid, Field::PaymentDay];
        let payments = mapping.layout() == Layout::InvoiceHistory && telling.iter().all(|field| mapping.binds(*field));
        let nothing = PaymentRows { invoices: BTreeMap::new(), different: 0, apart: 0 };
        payments.then_some(nothing)
    }

    /// Looks at a row.
    pub(crate) fn see(&mut self, cells: &Cells<'_>) {
        let Some((invoice, said)) = said(cells) else { return };
        let text = |field: Field| cells.text(field).unwrap_or_default();
        let amount = |field: Field| cells.text(field).and_then(hundredths).unwrap_or_default();
        let paid = amount(Field::Paid).abs();
        let last = digest([text(Field::Paid), text(Field::PaymentDay), ""]);
        match self.invoices.get_mut(&invoice) {
            Some(known) if known.said == said => {
                known.rows += 1;
                self.apart += u32::from(known.last != last);
                known.paid = known.paid.saturating_add(paid);
                known.last = last;
            }
            Some(_) => self.different += 1,
            None => {
                let amount = amount(Field::Amount).abs();
                self.invoices.insert(invoice, Paid { said, amount, paid, rows: 1, last });
            }
        }
    }

    /// Whether each row is a payment of an invoice that its rows repeat.
    pub(crate) fn repeat(&self) -> bool {
        let paid: Vec<&Paid> = self.invoices.values().filter(|invoice| invoice.rows > 1 && invoice.paid > 0).collect();
        let complete = paid.iter().any(|invoice| invoice.paid == invoice.amount);
        let beyond = paid.iter().filter(|invoice| invoice.paid > invoice.amount).count();
        // A payment of too much is rare; where rows are items sold, what was paid of the whole is beyond it on most.
        self.different == 0 && (complete || self.apart > 0) && beyond * 20 <= paid.len()
    }
}

/// Where the payments of an invoice go.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    customer: CustomerKey,
    /// None where the row of the invoice told no payment.
    group: Option<MatchGroup>,
    pub(crate) entry: Entry,
    pub(crate) currency: Currency,
}

/// The invoices read so far of a table with a row for each payment.
#[derive(Default)]
pub(crate) struct Entered(BTreeMap<(Invoice, Said), Place>);

impl Reading<'_> {
    /// Enters one more payment of an invoice that a row before this one told; `None` where it is the first row of its
    /// invoice.
    pub(crate) fn enter_one_more(
        &mut self,
        cells: &Cells<'_>,
        figures: Figures,
        payment_day: Option<Day>,
    ) -> Option<Result<(), Refusal>> {
        if !self.facts.payment_rows {
            return None;
        }
        let place = *self.entered.0.get(&said(cells)?)?;
        if place.currency != figures.currency {
            return Some(Err(Refusal::missing(DiagnosticKind::UnknownCurrency, Field::Paid)));
        }
        // What remains stands on the first row already.
        let paid = figures.paid.filter(|_| figures.residual.is_none()).unwrap_or_default();
        let paid = along(paid, place.entry.amount);
        if !paid.is_zero() {
            self.push_payment(cells, place, -paid, payment_day);
        }
        Some(Ok(()))
    }

    pub(crate) fn push_payment(&mut self, cells: &Cells<'_>, place: Place, amount: Amount, payment_day: Option<Day>) {
        let kind = if payment_day.is_some() { EntryKind::Payment } else { EntryKind::UndatedPayment };
        let day = payment_day.unwrap_or(place.entry.day);
        let entry = Entry {
            customer: place.customer,
            group: place.group,
            kind,
            day,
            document_day: day,
            due_day: None,
            due_day_source: DueDaySource::None,
            amount,
            disputed: false,
            source: self.at,
            ..place.entry
        };
        let text = cells.text(Field::Document).unwrap_or_default();
        self.ledgers.builder(place.currency, self.coverage()).push(entry, text);
        if payment_day.is_none() {
            self.note(Note::UndatedPayment, None, cells);
        }
    }

    /// Remembers where the payments of an invoice go, where rows below may add some.
    pub(crate) fn expect_payments(&mut self, cells: &Cells<'_>, entry: Entry, currency: Currency) {
        let place = Place { customer: entry.customer, group: entry.group, entry, currency };
        if self.facts.payments_below {
            self.last_invoice = Some(LastInvoice { place, remains: entry.amount });
        }
        if !self.facts.payment_rows {
            return;
        }
        if let Some(known) = said(cells) {
            self.entered.0.insert(known, place);
        }
    }
}
