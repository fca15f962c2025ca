//! The amounts of rows that are no items: totals, and balances carried along.

use super::{Figures, MoneyReader};
use crate::Field;
use crate::mapping::SignRule;
use crate::row::Cells;
use values::{Amount, Currency};

impl MoneyReader {
    /// The amount of a total row, with the sign of its side; what cannot be read is no total.
    pub(crate) fn total(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let credit = match self.sign {
            SignRule::CreditNotes => true,
            SignRule::SideLetter => !self.credits_below_zero && self.is_credit(cells).unwrap_or(false),
            SignRule::DebitCredit | SignRule::Signed | SignRule::Type => false,
        };
        let (amount, currency) = self.written_total(cells)?;
        Some((if credit { -amount } else { amount }, currency))
    }

    /// The same as it is written: both sides may be filled.
    pub(super) fn written_total(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let row = self.row_currency(cells).ok()?;
        let paid = self.paid(cells, row).ok().flatten();
        let mut read = |field| self.signed(cells, field, row).ok().flatten();
        if let Some(residual) = read(Field::Residual) {
            return Some(residual);
        }
        let (debit, credit) = (read(Field::Debit), read(Field::Credit));
        let paid: Vec<Amount> = [paid, read(Field::Credited)].into_iter().flatten().map(|(paid, _)| paid).collect();
        match (read(Field::Amount), debit, credit) {
            // A total of the amounts alone, where payments have none, holds what they took off.
            (Some((amount, currency)), None, None) if paid.is_empty() && amount == self.gross.0 => {
                Some((amount - self.gross.1, currency))
            }
            // What was paid lowers a total as it lowers its rows; programs write it with either sign.
            (Some((amount, currency)), None, None) => {
                Some((amount - paid.into_iter().map(Amount::abs).sum(), currency))
            }
            (_, Some((debit, currency)), Some((credit, _))) => {
                Some((debit - if self.credits_below_zero { -credit } else { credit }, currency))
            }
            (_, Some(debit), None) => Some(debit),
            (_, None, Some((credit, currency))) => {
                Some((if self.credits_below_zero { credit } else { -credit }, currency))
            }
            (None, None, None) => None,
        }
    }

    /// The balance that a row shows after it, taken for its amount: what is brought forward may stand there alone.
    pub(crate) fn carried(&mut self, cells: &Cells<'_>) -> Option<Figures> {
        let (amount, currency) = self.running(cells)?;
        let none = Figures { currency, amount: None, residual: None, paid: None, credited: None };
        (!amount.is_zero()).then_some(Figures { amount: Some(amount), ..none })
    }

    /// The balance that a row shows after it.
    pub(crate) fn running(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let row = self.row_currency(cells).ok()?;
        self.signed(cells, Field::RunningBalance, row).ok()?
    }
}
