//! Rows the workbook hides: read as the others, counted apart, and left out at a person's word.

use super::{DayRead, Outcome, Reading};
use crate::diagnostic::DiagnosticKind;
use crate::mapping::{HiddenRows, Layout};
use crate::row::{Cells, Refusal};
use values::{Amount, Currency};

impl Reading<'_> {
    /// A row the workbook hides: it counts until a person says otherwise, and what it adds is told.
    pub(super) fn hidden_item(&mut self, cells: &Cells<'_>, day: DayRead) -> Outcome {
        let amount = self.amount_of(cells);
        let read = if self.skips_hidden() { Ok(()) } else { self.item(cells, day) };
        read.and_then(|()| self.hide(amount)).map_or_else(Outcome::SetAside, |()| Outcome::Imported)
    }

    /// What a row adds to the balance, where it can be read.
    fn amount_of(&mut self, cells: &Cells<'_>) -> Option<(Currency, Amount)> {
        match self.mapping.layout() {
            Layout::AgedBalance => self.aged_amount(cells),
            Layout::Payments => self.money.payment(cells).ok()?.map(|(amount, currency)| (currency, -amount)),
            Layout::OpenItems
            | Layout::Ledger
            | Layout::Fec
            | Layout::InvoiceHistory
            | Layout::BankStatement
            | Layout::Customers => {
                let figures = self.money.figures(cells, &mut self.kinds).ok()??;
                Some((figures.currency, figures.residual.or(figures.amount).unwrap_or_default()))
            }
        }
    }

    fn skips_hidden(&self) -> bool {
        self.mapping.details().hidden_rows == Some(HiddenRows::Skip)
    }

    /// Counts an item in a row the workbook hides, and refuses it where a person leaves such rows out.
    pub(crate) fn hide(&mut self, amount: Option<(Currency, Amount)>) -> Result<(), Refusal> {
        self.hidden.see(self.at, amount);
        if self.skips_hidden() {
            return Err(Refusal { kind: DiagnosticKind::HiddenRow, field: None, seen: None });
        }
        Ok(())
    }
}
