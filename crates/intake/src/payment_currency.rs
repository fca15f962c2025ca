//! The currency of payments whose table names none: that of the invoices they pay, where all are in one, not the one assumed
//! of files that say nothing. In the wrong currency a payment would clear nothing, and stand as a debt of nobody.

use crate::Ledgers;
use crate::payments::Payment;
use crate::words::fold;
use ledger::{CustomerKey, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Currency, FileIndex, Gather};

impl Ledgers {
    /// Gives payments of no named currency that of the only other one in the dossier, or of the invoices they name. Answers
    /// with the files concerned, and the currencies before and after.
    pub(crate) fn settle_currencies(&mut self) -> Vec<(FileIndex, Currency, Currency)> {
        let mut files: BTreeMap<FileIndex, BTreeSet<(Currency, bool)>> = BTreeMap::new();
        for payment in &self.payments {
            files.entry(payment.at.file).or_default().insert((payment.currency, payment.assumed));
        }
        let mut settled = Vec::new();
        for (file, said) in files {
            // Rows that name a currency beside others that do not leave it open.
            let [(assumed, true)] = said.iter().copied().collect::<Vec<_>>()[..] else { continue };
            let Some(taken) = self.currency_of(file).filter(|taken| *taken != assumed) else { continue };
            if taken.decimals() != assumed.decimals() {
                continue;
            }
            let own = self.payments.iter_mut().filter(|payment| payment.at.file == file);
            own.for_each(|payment| payment.currency = taken);
            settled.push((file, assumed, taken));
        }
        settled
    }

    /// The currency of all entries, or of all documents that payments of a file name.
    fn currency_of(&mut self, file: FileIndex) -> Option<Currency> {
        let payments = std::mem::take(&mut self.payments);
        let own = payments.iter().filter(|payment| payment.at.file == file);
        let named: BTreeSet<String> = own.flat_map(Payment::documents).gather();
        let all: Vec<Currency> =
            self.builders().filter(|builder| builder.entry_count() > 0).map(|builder| builder.currency()).collect();
        let of_named = |builder: &&mut LedgerBuilder| holds_one_of(builder, &named);
        let found = match all[..] {
            [only] => Some(only),
            _ => {
                let mut holding = self.builders().filter(of_named).map(|builder| builder.currency());
                let first = holding.next();
                first.filter(|_| holding.next().is_none())
            }
        };
        self.payments = payments;
        found
    }
}

fn holds_one_of(builder: &LedgerBuilder, named: &BTreeSet<String>) -> bool {
    let mut keys = (0..builder.customers().len() as u32).map(CustomerKey);
    keys.any(|key| {
        builder.entries_of(key).any(|(_, document)| !document.is_empty() && named.contains(&fold(&document)))
    })
}
