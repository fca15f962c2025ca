//! What the tables of a dossier tell of one another, once all are read: a list of customers completes the customers
//! of the ledgers and their due dates, a list of payments clears their invoices.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::names;
use crate::parse::Reading;
use crate::payments::Payment;
use crate::row::{Cells, Refusal};
use crate::terms::TermsBook;
use crate::{Ledgers, Overlaps, payments};
use ledger::{AccountClass, Customer, CustomerKey, DueDaySource, EntryKind, LedgerBuilder};
use std::collections::{BTreeMap, BTreeSet};
use values::{Currency, FileIndex, Source};

/// A customer of a list, and the row that lists it.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) customer: Customer,
    /// The currency it is invoiced in, where the list says so.
    pub(crate) currency: Option<Currency>,
    pub(crate) at: Source,
}

/// What joining found.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// Remarks, each with a row of the table it is about.
    pub remarks: Vec<Diagnostic>,
    /// What tables said and the others answer, by the sort of the remark.
    pub withdrawn: Vec<(FileIndex, DiagnosticKind)>,
    /// Rows counted as imported that make no entry after all.
    pub refused: Vec<Diagnostic>,
    /// Tables of payments that name no currency, with the one assumed and the one taken from other files.
    pub currencies: Vec<(FileIndex, Currency, Currency)>,
}

impl Reading<'_> {
    /// Keeps a customer of a list until every file is read.
    pub(crate) fn enter_customer(&mut self, cells: &Cells<'_>) -> Result<(), Refusal> {
        self.name_customer(cells)?;
        let currency = self.money.named_currency(cells);
        self.ledgers.listed.push(Listed { customer: self.customer.clone(), currency, at: self.at });
        Ok(())
    }
}

impl Ledgers {
    /// The currency that lists of customers give to all of them, where they say so and no other.
    pub fn currency_of_listed(&self) -> Option<Currency> {
        let mut told = self.listed.iter().map(|listed| listed.currency);
        let first = told.next()??;
        told.all(|other| other == Some(first)).then_some(first)
    }

    /// Joins what was read of the tables, which have so much in common; to be called once, after the last table.
    pub fn join(&mut self, overlaps: &Overlaps) -> Joined {
        let mut joined = Joined { remarks: overlaps.remarks(), ..Joined::default() };
        // Nothing was compared where only one table was read: its entries need not be walked again.
        if !overlaps.listed.is_empty() {
            joined.remarks.extend(self.unify_codes());
            joined.remarks.extend(self.debts_that_may_be_payments());
        }
        joined.currencies.extend(self.settle_currencies());
        if !self.payments.is_empty() {
            self.join_payments(&mut joined);
        }
        self.tell_what_is_unpaid(&mut joined);
        self.join_credit_notes(&mut joined);
        joined.remarks.extend(self.letters_that_stand_alone());
        if !self.listed.is_empty() {
            joined.remarks.extend(self.codes_behind_roots());
            self.join_customers(&mut joined);
        }
        joined
    }

    fn join_payments(&mut self, joined: &mut Joined) {
        // A balance already holds what was paid up to its day.
        if let Some(day) = self.struck {
            let (held, later): (Vec<Payment>, Vec<Payment>) =
                std::mem::take(&mut self.payments).into_iter().partition(|payment| payment.day <= day);
            self.payments = later;
            let held = held.into_iter().map(|payment| payment.at);
            joined
                .refused
                .extend(held.map(|at| Diagnostic::about(DiagnosticKind::PaidBeforeBalance { day }, Some(at))));
        }
        let Some(first) = self.payments.first().map(|payment| payment.at) else { return };
        let allocated = payments::allocate(self);
        let (matched, count) = (allocated.matched, allocated.unmatched);
        joined
            .remarks
            .push(Diagnostic::about(DiagnosticKind::PaymentsJoined { matched, unmatched: count }, Some(first)));
        joined.remarks.extend(allocated.first_unmatched.map(|(at, reference)| Diagnostic {
            seen: Some(reference).filter(|reference| !reference.is_empty()),
            ..Diagnostic::about(DiagnosticKind::PaymentsNotAllocated { count }, Some(at))
        }));
        let refused = allocated.refused.into_iter();
        joined.refused.extend(refused.map(|at| Diagnostic::about(DiagnosticKind::MissingCustomer, Some(at))));
    }

    fn join_customers(&mut self, joined: &mut Joined) {
        let listed = std::mem::take(&mut self.listed);
        let misleading = self.misleading_codes(&listed);
        let index = Index::of(&listed, &misleading);
        let mut terms = TermsBook::new(None);
        let mut found = vec![false; listed.len()];
        let (mut by_name, mut unlisted, mut given) = (0_u32, Vec::new(), Vec::new());
        for builder in self.builders() {
            for key in (0..builder.customers().len() as u32).map(CustomerKey) {
                let Some(customer) = builder.customers().get(key.0 as usize) else { continue };
                // Merged into another one.
                if customer.id.is_empty() {
                    continue;
                }
                let Some((position, named)) = index.find(customer) else {
                    unlisted.push(customer.id.clone());
                    continue;
                };
                by_name += u32::from(named);
                if let (Some(seen), Some(listed)) = (found.get_mut(position), listed.get(position)) {
                    *seen = true;
                    builder.complete(key, &listed.customer);
                    given.extend(apply_terms(builder, key, &listed.customer, &mut terms));
                }
            }
        }
        self.dated_later.extend(given);
        let Some(first) = listed.first().map(|listed| listed.at) else { return };
        let matched = found.iter().filter(|found| **found).count() as u32;
        joined.remarks.push(Diagnostic::about(DiagnosticKind::CustomersJoined { matched, by_name }, Some(first)));
        let idle = found.iter().zip(&listed).filter(|(found, _)| !**found).map(|(_, listed)| listed);
        let count = idle.clone().count() as u32;
        joined.remarks.extend(idle.take(1).map(|listed| Diagnostic {
            seen: Some(listed.customer.id.clone()),
            ..Diagnostic::about(DiagnosticKind::CustomersWithoutEntries { count }, Some(listed.at))
        }));
        let count = unlisted.len() as u32;
        joined.remarks.extend(unlisted.into_iter().take(1).map(|id| Diagnostic {
            seen: Some(id),
            ..Diagnostic::about(DiagnosticKind::CustomersNotListed { count }, Some(Source { row: 0, ..first }))
        }));
    }
}

/// Codes of a list that mean others in the books, at least, before none of them is believed.
const STRANGERS: usize = 3;
/// Of a hundred codes of a list that the books have too, so many at least mean others there.
const STRANGERS_PERCENT: usize = 80;

impl Ledgers {
    /// The lists whose codes are those of other customers in the books: programs number their records from one on.
    fn misleading_codes(&mut self, listed: &[Listed]) -> BTreeSet<FileIndex> {
        let mut by_code: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
        for one in listed.iter().filter(|one| is_named(&one.customer)) {
            by_code.entry(&one.customer.id).or_default().push(one);
        }
        let mut met: BTreeMap<FileIndex, (usize, usize)> = BTreeMap::new();
        for builder in self.builders() {
            for customer in builder.customers().iter().filter(|customer| is_named(customer)) {
                for one in by_code.get(customer.id.as_str()).into_iter().flatten() {
                    let (all, strangers) = met.entry(one.at.file).or_default();
                    *all += 1;
                    *strangers += usize::from(names::are_strangers(&one.customer.name, &customer.name));
                }
            }
        }
        let mislead =
            |(all, strangers): &(usize, usize)| *strangers >= STRANGERS && strangers * 100 >= all * STRANGERS_PERCENT;
        met.into_iter().filter(|(_, counts)| mislead(counts)).map(|(file, _)| file).collect()
    }
}

fn is_named(customer: &Customer) -> bool {
    !customer.name.is_empty() && customer.name != customer.id && !customer.id.is_empty()
}

/// The customers of the lists by code, and by name where only one bears it.
struct Index {
    by_id: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Option<usize>>,
}

impl Index {
    fn of(listed: &[Listed], misleading: &BTreeSet<FileIndex>) -> Index {
        let mut index = Index { by_id: BTreeMap::new(), by_name: BTreeMap::new() };
        for (listed, position) in listed.iter().zip(0..) {
            if !misleading.contains(&listed.at.file) {
                index.by_id.entry(listed.customer.id.clone()).or_insert(position);
            }
            let name = names::key(&listed.customer.name);
            if !name.is_empty() {
                index.by_name.entry(name).and_modify(|known| *known = None).or_insert(Some(position));
            }
        }
        index
    }

    /// The place of a customer in the lists, and whether its name told it.
    fn find(&self, customer: &Customer) -> Option<(usize, bool)> {
        if let Some(position) = self.by_id.get(&customer.id) {
            return Some((*position, false));
        }
        let named = |text: &str| self.by_name.get(&names::key(text)).copied().flatten().filter(|_| !text.is_empty());
        named(&customer.name).or_else(|| named(&customer.id)).map(|position| (position, true))
    }
}

/// Due days from the customer's terms, for invoices that state neither a due date nor terms of their own. Answers with
/// the entries given one: where each was read, and where its due day came from before.
fn apply_terms(
    builder: &mut LedgerBuilder,
    key: CustomerKey,
    listed: &Customer,
    book: &mut TermsBook,
) -> Vec<(Source, DueDaySource)> {
    let Some(terms) = listed.terms.as_deref().and_then(|words| book.read(words)) else { return Vec::new() };
    let mut entries: Vec<_> = builder.entries_of(key).collect();
    let mut given = Vec::new();
    for (entry, _) in &mut entries {
        let untold = matches!(entry.due_day_source, DueDaySource::None | DueDaySource::Default);
        let sale = entry.kind == EntryKind::Invoice && entry.account_class == AccountClass::Receivable;
        if untold && sale && entry.amount.is_debit() {
            given.push((entry.source, entry.due_day_source));
            entry.due_day = Some(terms.due_day(entry.document_day));
            entry.due_day_source = DueDaySource::Terms;
        }
    }
    if !given.is_empty() {
        builder.rewrite(key, &entries);
    }
    given
}
