//! Letters of a ledger that have nothing against them: a list of invoices with its letters, but without the payments. The
//! letter may say that they are paid, and their amounts stay open: that is told, once no other file has what clears them.

use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::mapping::{Layout, Mapping};
use crate::{Field, Ledgers};
use ledger::{CustomerKey, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, FileIndex, Source};

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
        self.weigh(amount);
    }

    fn weigh(&mut self, amount: Amount) {
        let side = if amount.is_credit() { &mut self.credits } else { &mut self.debits };
        *side += i128::from(amount.minor().abs());
    }

    fn add(&mut self, other: &Lettered) {
        self.count += other.count;
        self.debits += other.debits;
        self.credits += other.credits;
    }

    /// Whether what clears the entries is not in the file: the credits make up less than half of the debits. Letters that
    /// reach beyond the period of a ledger leave less than that without their payments.
    fn stand_alone(&self) -> bool {
        self.credits * 2 < self.debits
    }

    /// What is to be told of it, unless other files hold what clears the entries.
    pub(crate) fn remark(&self, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
        let letters = mapping.binding(Field::MatchCode).filter(|_| mapping.layout() == Layout::Ledger)?;
        let column = Column { index: letters.column, header: letters.header.clone() };
        let about = Diagnostic::about(DiagnosticKind::MatchedAlone { count: self.count }, Some(header));
        self.stand_alone().then_some(Diagnostic { column: Some(column), ..about })
    }
}

impl Ledgers {
    /// The remarks on letters that stand alone still, once every file is read: months of a ledger clear one another.
    pub(crate) fn letters_that_stand_alone(&mut self) -> Vec<Diagnostic> {
        let remarks = std::mem::take(&mut self.matched_alone);
        let told = remarks.into_iter().filter_map(|remark| {
            let of_file = self.lettered_of(remark.at?.file);
            let alone = of_file.values().filter(|group| group.debits == 0 || group.credits == 0);
            let count = alone.map(|group| group.count).sum();
            let mut all = Lettered::default();
            of_file.values().for_each(|group| all.add(group));
            let told = count > 0 && all.stand_alone();
            told.then_some(Diagnostic { kind: DiagnosticKind::MatchedAlone { count }, ..remark })
        });
        told.collect()
    }

    /// The letters of a file with all that bears them, in whichever file; only its own entries are counted.
    fn lettered_of(&self, file: FileIndex) -> BTreeMap<(Currency, CustomerKey, MatchGroup), Lettered> {
        let mut groups: BTreeMap<_, Lettered> = BTreeMap::new();
        for builder in self.known_builders() {
            for customer in (0..builder.customers().len() as u32).map(CustomerKey) {
                let entries = || builder.bare_entries_of(customer).filter_map(|entry| Some((entry.group?, entry)));
                let place = |group: MatchGroup| (builder.currency(), customer, group);
                for (group, _) in entries().filter(|(_, entry)| entry.source.file == file) {
                    groups.entry(place(group)).or_default().count += 1;
                }
                for (group, entry) in entries() {
                    if let Some(known) = groups.get_mut(&place(group)) {
                        known.weigh(entry.amount);
                    }
                }
            }
        }
        groups
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
