//! Lists with each payment on a row of its own below its invoice, in a column of its own and without the customer's name.
//! Told by the whole table: no row bears both an invoice and a payment, and every payment follows an invoice.

use crate::diagnostic::Note;
use crate::entries::along;
use crate::mapping::{Layout, Mapping};
use crate::parse::{DayRead, Reading};
use crate::payment_rows::Place;
use crate::row::{Cells, Refusal};
use crate::running::hundredths;
use crate::{DiagnosticKind, Field};
use values::Amount;

/// Payments that show it, at least.
const ENOUGH: u32 = 2;

/// What the dated rows of a table say, while they pass.
#[derive(Default)]
pub(crate) struct PaymentsBelow {
    payments: u32,
    /// The row before was an invoice, or a payment of one.
    follows: bool,
    /// Some row is neither an invoice alone nor a payment below one.
    others: bool,
}

impl PaymentsBelow {
    /// Nothing seen yet; `None` where no column tells payments.
    pub(crate) fn of(mapping: &Mapping) -> Option<PaymentsBelow> {
        let documents = matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory);
        let named = mapping.binds(Field::CustomerId) || mapping.binds(Field::CustomerName);
        let told = documents && named && mapping.binds(Field::Amount) && mapping.binds(Field::Paid);
        told.then(PaymentsBelow::default)
    }

    /// Looks at a row with a day, as long as all may still be so.
    pub(crate) fn see(&mut self, cells: &Cells<'_>) {
        if self.others {
            return;
        }
        if is_payment(cells) {
            self.payments += u32::from(self.follows);
            self.others = !self.follows;
            return;
        }
        let amount = |field: Field| cells.text(field).and_then(hundredths).unwrap_or_default();
        let rest = amount(Field::Residual);
        let alone = amount(Field::Paid) == 0 && (rest == 0 || rest == amount(Field::Amount));
        self.follows = alone && names_customer(cells) && amount(Field::Amount) != 0;
        self.others = !self.follows;
    }

    /// Whether payments stand below their invoices.
    pub(crate) fn hold(&self) -> bool {
        self.payments >= ENOUGH && !self.others
    }
}

fn names_customer(cells: &Cells<'_>) -> bool {
    cells.has(Field::CustomerId) || cells.has(Field::CustomerName)
}

/// Whether a row tells a payment, and neither whose it is nor an amount.
fn is_payment(cells: &Cells<'_>) -> bool {
    cells.has(Field::Paid) && !cells.has(Field::Amount) && !names_customer(cells)
}

/// The last invoice, and what remains of it after the payments so far.
pub(crate) struct LastInvoice {
    pub(crate) place: Place,
    pub(crate) remains: Amount,
}

impl Reading<'_> {
    /// Enters the payment of the invoice above; `None` where the row is no such payment.
    pub(crate) fn enter_payment_below(&mut self, cells: &Cells<'_>, day: DayRead) -> Option<Result<(), Refusal>> {
        if !self.facts.payments_below {
            return None;
        }
        if !is_payment(cells) {
            // What follows an invoice that is set aside is not of the one before it.
            self.last_invoice = None;
            return None;
        }
        Some(self.pay_last_invoice(cells, day))
    }

    fn pay_last_invoice(&mut self, cells: &Cells<'_>, day: DayRead) -> Result<(), Refusal> {
        let paid = self.money.paid_alone(cells)?;
        let Some((paid, residual, currency)) = paid else {
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, Field::Paid));
        };
        let Some(LastInvoice { place, remains }) = self.last_invoice.take() else {
            return Err(Refusal::missing(DiagnosticKind::MissingCustomer, Field::CustomerName));
        };
        if place.currency != currency {
            return Err(Refusal::missing(DiagnosticKind::UnknownCurrency, Field::Paid));
        }
        let paid = along(paid, place.entry.amount);
        let remains = remains - paid;
        if residual.is_some_and(|residual| residual != remains) {
            self.note(Note::ResidualMismatch, Some(Field::Residual), cells);
        }
        let day = match day {
            DayRead::Found(day) => Some(day),
            DayRead::Missing(_) | DayRead::Wrong(..) => None,
        };
        self.push_payment(cells, place, -paid, day);
        self.totals.add(-paid, currency);
        self.totals.settle(paid, currency);
        self.last_invoice = Some(LastInvoice { place, remains });
        Ok(())
    }
}
