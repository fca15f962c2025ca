//! Payments in a table of their own: customer, day, amount, and the invoices they pay where the table says so. They
//! wait until every file is read, then clear the invoices they name within the customer's account; a payment that
//! names none, or none that is known, stays unallocated.

use crate::diagnostic::DiagnosticKind;
use crate::parse::Reading;
use crate::row::{Cells, Refusal};
use crate::words::fold;
use crate::{Field, Ledgers};
use ledger::{AccountClass, Customer, CustomerKey, DueDaySource, Entry, EntryKind, LedgerBuilder, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, Source};

/// A payment before its invoices are known.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) currency: Currency,
    /// No cell, heading or title names the currency: it is the one of files that name none.
    pub(crate) assumed: bool,
    /// Who paid; the invoice tells where the table does not.
    pub(crate) customer: Option<Customer>,
    /// The invoices it names, as written.
    reference: String,
    /// Its own number, where it has one.
    number: String,
    /// The text of the payment, where it has no reference of its own and the text has digits.
    text: String,
    pub(crate) day: Day,
    /// Received, above zero.
    amount: Amount,
    pub(crate) at: Source,
}

/// What became of the payments.
#[derive(Clone, Debug, Default)]
pub(crate) struct Allocated {
    /// Payments that clear an invoice.
    pub(crate) matched: u32,
    /// Payments that clear none, and the first of them.
    pub(crate) unmatched: u32,
    pub(crate) first_unmatched: Option<(Source, String)>,
    /// Payments of nobody: neither a customer nor a known invoice.
    pub(crate) refused: Vec<Source>,
}

/// Digits that make a document's number of a word in a text, at least: `2` is an instalment.
const DIGITS: usize = 3;

impl Payment {
    /// The documents it may name: by its reference, else by the words of its text that hold numbers.
    pub(crate) fn documents(&self) -> Vec<String> {
        if !self.reference.is_empty() {
            return documents(&self.reference);
        }
        let number = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
        let words = self.text.split([',', ';', '+', '&', '|', ' ', '\n']).filter(number);
        words.map(fold).filter(|word| !word.is_empty()).collect()
    }
}

impl Reading<'_> {
    /// Keeps a payment until every file is read.
    pub(crate) fn enter_payment(&mut self, cells: &Cells<'_>, day: Day) -> Result<(), Refusal> {
        let Some((amount, currency)) = self.money.payment(cells)? else {
            if let Some(out) = self.money_out.and_then(|column| cells.row.cell(column)) {
                let seen = Some(out.text.to_owned());
                return Err(Refusal { kind: DiagnosticKind::MoneyOut, field: None, seen });
            }
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, Field::Amount));
        };
        let reference = cells.text(Field::Document).or(cells.text(Field::Reference)).unwrap_or_default().to_owned();
        let named = cells.has(Field::CustomerId) || cells.has(Field::CustomerName);
        if named || reference.is_empty() {
            self.name_customer(cells)?;
        }
        let customer = named.then(|| self.customer.clone());
        self.totals.add(-amount, currency);
        self.used_currency(cells, currency);
        let assumed = self.money.assumes() && !self.money.named && !names_currency(cells);
        let text =
            cells.text(Field::Label).filter(|text| reference.is_empty() && text.bytes().any(|b| b.is_ascii_digit()));
        let text = text.unwrap_or_default().to_owned();
        let number = self.payment_number.and_then(|column| cells.row.cell(column));
        let number = number.map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
        let at = self.at;
        let payment = Payment { currency, assumed, customer, reference, number, text, day, amount, at };
        self.ledgers.payments.push(payment);
        Ok(())
    }
}

/// Whether the amount of a payment may bear its currency itself: `12,50 €`.
fn names_currency(cells: &Cells<'_>) -> bool {
    let amounts = [Field::Amount, Field::Paid].into_iter().filter_map(|field| cells.text(field));
    let is_number = |one: char| one.is_ascii_digit() || one.is_whitespace() || ".,'’-+()\u{2212}".contains(one);
    amounts.flat_map(str::chars).any(|one| !is_number(one))
}

/// Clears the invoices that payments name. Payments written below zero throughout are payments all the same.
pub(crate) fn allocate(ledgers: &mut Ledgers) -> Allocated {
    let mut payments = std::mem::take(&mut ledgers.payments);
    if payments.iter().all(|payment| payment.amount.is_credit()) {
        payments.iter_mut().for_each(|payment| payment.amount = -payment.amount);
    }
    let mut allocated = Allocated::default();
    let mut by_currency: BTreeMap<Currency, Vec<Payment>> = BTreeMap::new();
    for payment in payments {
        by_currency.entry(payment.currency).or_default().push(payment);
    }
    for (currency, payments) in by_currency {
        let builder = ledgers.builder_of_payments(currency);
        allocate_in(builder, payments, &mut allocated);
    }
    allocated
}

/// Where the invoices of a ledger stand: by document as people may write it.
struct Invoices {
    by_id: BTreeMap<String, CustomerKey>,
    by_name: BTreeMap<String, CustomerKey>,
    by_document: BTreeMap<String, Vec<CustomerKey>>,
}

impl Invoices {
    fn of(builder: &LedgerBuilder) -> Invoices {
        let mut invoices = Invoices { by_id: BTreeMap::new(), by_name: BTreeMap::new(), by_document: BTreeMap::new() };
        for (customer, key) in builder.customers().iter().zip(0..) {
            let key = CustomerKey(key);
            invoices.by_id.insert(customer.id.clone(), key);
            invoices.by_name.insert(fold(&customer.id), key);
            if !customer.name.is_empty() {
                invoices.by_name.insert(fold(&customer.name), key);
            }
            for (entry, document) in builder.entries_of(key) {
                if entry.amount.is_debit() && !document.is_empty() {
                    let owners = invoices.by_document.entry(fold(&document)).or_default();
                    if owners.last() != Some(&key) {
                        owners.push(key);
                    }
                }
            }
        }
        invoices
    }

    /// Whose payment it is: the customer it names, else the only one who has an invoice it names.
    fn payer(&self, payment: &Payment) -> Option<CustomerKey> {
        let named = payment.customer.as_ref().and_then(|customer| {
            let by_name = |text: &str| self.by_name.get(&fold(text)).filter(|_| !text.is_empty());
            self.by_id.get(&customer.id).or_else(|| by_name(&customer.id)).or_else(|| by_name(&customer.name))
        });
        let owner = || {
            let named = payment.documents();
            let owners: Vec<&CustomerKey> =
                named.iter().filter_map(|name| self.by_document.get(name)).flatten().collect();
            let first = owners.first().copied()?;
            owners.iter().all(|owner| *owner == first).then_some(first)
        };
        named.or_else(|| owner().filter(|_| payment.customer.is_none())).copied()
    }
}

/// The documents a reference may name: the whole text, then its parts.
pub(crate) fn documents(reference: &str) -> Vec<String> {
    let whole = fold(reference);
    let parts = reference.split([',', ';', '+', '&', '|', ' ', '\n']).map(fold).filter(|part| !part.is_empty());
    let mut documents: Vec<String> = [whole].into_iter().chain(parts).filter(|text| !text.is_empty()).collect();
    documents.dedup();
    documents
}

fn allocate_in(builder: &mut LedgerBuilder, payments: Vec<Payment>, allocated: &mut Allocated) {
    let invoices = Invoices::of(builder);
    let mut by_customer: BTreeMap<CustomerKey, Vec<Payment>> = BTreeMap::new();
    for payment in payments {
        let payer = invoices.payer(&payment);
        match (payer, &payment.customer) {
            (Some(key), _) => by_customer.entry(key).or_default().push(payment),
            (None, Some(customer)) => {
                let key = builder.customer(customer);
                by_customer.entry(key).or_default().push(payment);
            }
            (None, None) => allocated.refused.push(payment.at),
        }
    }
    for (key, payments) in by_customer {
        let mut entries: Vec<_> = builder.entries_of(key).collect();
        let known = entries.len();
        for payment in payments {
            let group = clear_paid(builder, &mut entries, &payment);
            match group {
                Some(_) => allocated.matched += 1,
                None => {
                    allocated.unmatched += 1;
                    let first = || (payment.at, payment.reference.clone());
                    allocated.first_unmatched.get_or_insert_with(first);
                }
            }
            // What clears no invoice is known by its own number.
            let unknown = group.is_none() && !payment.number.is_empty();
            let document = if unknown { &payment.number } else { &payment.reference };
            entries.push((entry(key, &payment, group), document.clone()));
        }
        if known > 0 {
            builder.rewrite(key, &entries);
        } else {
            entries.iter().for_each(|(entry, document)| builder.push(*entry, document));
        }
    }
}

/// Documents put into one group, and the groups they stood in before.
pub(crate) struct Cleared {
    pub(crate) group: MatchGroup,
    merged: Vec<MatchGroup>,
}

/// Gives the documents that are named, of those that may be settled, one group; nothing where none is known.
pub(crate) fn clear(
    builder: &mut LedgerBuilder,
    entries: &mut [(Entry, String)],
    named: &[String],
    settles: impl Fn(&Entry) -> bool,
) -> Option<Cleared> {
    let is_named = |document: &str| !document.is_empty() && named.contains(&fold(document));
    let paid: Vec<usize> = (0..entries.len())
        .filter(|at| entries.get(*at).is_some_and(|(entry, document)| settles(entry) && is_named(document)))
        .collect();
    if paid.is_empty() {
        return None;
    }
    let merged: Vec<MatchGroup> =
        paid.iter().filter_map(|at| entries.get(*at).and_then(|(entry, _)| entry.group)).collect();
    let group = merged.first().copied().unwrap_or_else(|| builder.new_group());
    for at in paid {
        if let Some((entry, _)) = entries.get_mut(at) {
            entry.group = Some(group);
        }
    }
    for (entry, _) in entries.iter_mut().filter(|(entry, _)| entry.group.is_some_and(|own| merged.contains(&own))) {
        entry.group = Some(group);
    }
    Some(Cleared { group, merged })
}

/// Clears the invoices a payment names, or the credit notes that a refund names; their group, or nothing where none is
/// known.
fn clear_paid(builder: &mut LedgerBuilder, entries: &mut [(Entry, String)], payment: &Payment) -> Option<MatchGroup> {
    // What goes back to the customer settles a credit note.
    let settles = |entry: &Entry| match payment.amount.is_credit() {
        true => entry.amount.is_credit() && entry.kind == EntryKind::CreditNote,
        false => entry.amount.is_debit() && entry.kind == EntryKind::Invoice,
    };
    let Cleared { group, merged } = clear(builder, entries, &payment.documents(), settles)?;
    let mut left = payment.amount;
    // The invoice's row told that something was paid: now its day is known.
    let told = |entry: &Entry| entry.group == Some(group) && entry.kind == EntryKind::UndatedPayment;
    for (entry, _) in entries.iter_mut().filter(|(entry, _)| told(entry) && !merged.is_empty()) {
        if left.is_debit() {
            let dated = left.min(-entry.amount);
            entry.amount += dated;
            left -= dated;
        }
    }
    Some(group)
}

fn entry(customer: CustomerKey, payment: &Payment, group: Option<MatchGroup>) -> Entry {
    Entry {
        customer,
        kind: if payment.amount.is_credit() { EntryKind::Other } else { EntryKind::Payment },
        day: payment.day,
        document_day: payment.day,
        due_day: None,
        due_day_source: DueDaySource::None,
        amount: -payment.amount,
        group,
        disputed: false,
        account_class: AccountClass::Receivable,
        source: payment.at,
    }
}
