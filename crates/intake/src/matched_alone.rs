//! Letters of a ledger that have nothing against them: a list of invoices with its letters, but without the payments. The
//! letter may say that they are paid, and their amounts stay open: that is told.

use crate::Field;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::mapping::{Layout, Mapping};
use values::{Amount, Source};

/// What the entries with a letter come to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lettered {
    count: u32,
    debits: i128,
    credits: i128,
}

impl Lettered {
    /// Sees an entry with a letter.
    pub(crate) fn see(&mut self, amount: Amount) {
        self.count += 1;
        let side = if amount.is_credit() { &mut self.credits } else { &mut self.debits };
        *side += i128::from(amount.minor().abs());
    }

    /// Whether what clears the entries is not in the file: the credits make up less than half of the debits. Letters that
    /// reach beyond the period of a ledger leave less than that without their payments.
    fn stand_alone(&self) -> bool {
        self.credits * 2 < self.debits
    }

    /// What is told of it.
    pub(crate) fn remark(&self, mapping: &Mapping, header: Option<Source>) -> Option<Diagnostic> {
        let letters = mapping.binding(Field::MatchCode).filter(|_| mapping.layout() == Layout::Ledger)?;
        let column = Column { index: letters.column, header: letters.header.clone() };
        let about = Diagnostic::about(DiagnosticKind::MatchedAlone { count: self.count }, header);
        self.stand_alone().then_some(Diagnostic { column: Some(column), ..about })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_invoices_without_payments_stand_alone() {
        for (amounts, alone) in [
            (&[12_000, 6_000, -500][..], true),
            (&[12_000, -12_000, 6_000, -6_000], false),
            (&[12_000, -7_000], false),
            (&[-12_000], false),
            (&[], false),
        ] {
            let mut lettered = Lettered::default();
            amounts.iter().for_each(|amount| lettered.see(Amount::from_minor(*amount)));
            assert_eq!(lettered.stand_alone(), alone, "{amounts:?}");
        }
    }
}
