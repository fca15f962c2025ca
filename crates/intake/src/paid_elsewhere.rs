//! Lists of payments that nothing told as such, and that count as debts: a file whose rows bear the numbers or the amounts of
//! another file's invoices, all of them later. Only a person can say what they are.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::words::fold;
use ledger::{CustomerKey, DueDaySource, EntryKind};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Day, FileIndex, Source};

/// Rows that meet an invoice, at least: a number or an amount may come back by chance.
const ENOUGH: usize = 3;

/// A row that counts as a debt.
struct Debt {
    customer: String,
    document: String,
    day: Day,
    amount: Amount,
    at: Source,
}

impl Ledgers {
    /// A remark on each file of debts without due dates, most of which repeat invoices of another file on later days.
    pub(crate) fn debts_that_may_be_payments(&mut self) -> Vec<Diagnostic> {
        let suspects = self.files_without_due_days();
        if suspects.is_empty() {
            return Vec::new();
        }
        let debts = self.debts();
        let told = suspects.into_iter().filter_map(|file| {
            let (own, others): (Vec<&Debt>, Vec<&Debt>) = debts.iter().partition(|debt| debt.at.file == file);
            let met = met(&own, &others);
            let first = met.first()?.at;
            let count = met.len() as u32;
            let many = met.len() >= ENOUGH && met.len() * 2 >= own.len();
            many.then(|| Diagnostic::about(DiagnosticKind::MayBePayments { count }, Some(first)))
        });
        told.collect()
    }

    /// The files that list debts alone and date none of them, where others stand beside them.
    fn files_without_due_days(&mut self) -> BTreeSet<FileIndex> {
        let mut files: BTreeMap<FileIndex, (u32, u32)> = BTreeMap::new();
        for builder in self.builders() {
            for customer in (0..builder.customers().len() as u32).map(CustomerKey) {
                for entry in builder.bare_entries_of(customer) {
                    let bare = matches!(entry.due_day_source, DueDaySource::None | DueDaySource::Default);
                    let (plain, all) = files.entry(entry.source.file).or_default();
                    *plain += u32::from(bare && entry.kind == EntryKind::Invoice && entry.amount.is_debit());
                    *all += 1;
                }
            }
        }
        if files.len() < 2 {
            return BTreeSet::new();
        }
        files.into_iter().filter(|(_, (plain, all))| plain == all).map(|(file, _)| file).collect()
    }

    fn debts(&mut self) -> Vec<Debt> {
        let mut debts = Vec::new();
        for builder in self.builders() {
            for (customer, key) in builder.customers().iter().zip(0..) {
                let invoices = builder.entries_of(CustomerKey(key));
                let invoices =
                    invoices.filter(|(entry, _)| entry.kind == EntryKind::Invoice && entry.amount.is_debit());
                debts.extend(invoices.map(|(entry, document)| Debt {
                    customer: fold(&customer.id),
                    document: fold(&document),
                    day: entry.document_day,
                    amount: entry.amount,
                    at: entry.source,
                }));
            }
        }
        debts
    }
}

/// The rows that pay something of an invoice by its number, else all of one by its amount, each invoice met once so.
fn met<'d>(own: &[&'d Debt], others: &[&Debt]) -> Vec<&'d Debt> {
    let mut by_document: BTreeMap<&str, Vec<&Debt>> = BTreeMap::new();
    let mut by_amount: BTreeMap<Amount, Vec<Day>> = BTreeMap::new();
    for other in others {
        by_document.entry(&other.document).or_default().push(other);
        by_amount.entry(other.amount).or_default().push(other.day);
    }
    let pays = |debt: &Debt, invoice: &Debt| {
        let part = debt.amount == invoice.amount || debt.customer == invoice.customer && debt.amount < invoice.amount;
        part && debt.day > invoice.day
    };
    let meets = |debt: &&Debt| {
        if !debt.document.is_empty() {
            let named = by_document.get(debt.document.as_str());
            return named.is_some_and(|named| named.iter().any(|invoice| pays(debt, invoice)));
        }
        let Some(days) = by_amount.get_mut(&debt.amount) else { return false };
        let at = days.iter().position(|day| *day < debt.day);
        at.is_some_and(|at| days.swap_remove(at) < debt.day)
    };
    own.iter().copied().filter(meets).collect()
}
