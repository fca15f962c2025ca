//! The ledger of one currency: customers in order of identifier, entries in file order.

mod checkpoint;

use crate::group::{Groups, Letters};
use crate::movements::{Movements, Moving};
use crate::names::Names;
use crate::packed::{Packed, Packer};
use crate::{AccountClass, Customer, CustomerKey, Entries, Entry, EntryKey, EntryKind, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, FileIndex, Gather, same_text};

pub use checkpoint::Checkpoint;

/// What the files tell of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Only what is still open on the day of extraction: past sales are unknown.
    OpenItemsOnly,
    /// Invoices with what cleared them: sales and past balances can be computed.
    History,
}

/// Entries of one currency. Built by [`LedgerBuilder`], never changed afterwards.
#[derive(Clone, Debug)]
pub struct Ledger {
    currency: Currency,
    coverage: Coverage,
    customers: Vec<Customer>,
    entries: Packed,
    movements: Movements,
    letters: Letters,
    /// Groups a person approved, of entries that are in no group of the files.
    approved: BTreeMap<EntryKey, MatchGroup>,
}

/// The absolute sum of the entries passes [`Amount::MAX_TOTAL`]: no exact total could be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalTooLarge {
    /// Currency of the ledger.
    pub currency: Currency,
}

impl Ledger {
    /// The currency of every amount.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// What the files tell of the past.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// Customers in order of identifier.
    pub fn customers(&self) -> &[Customer] {
        &self.customers
    }

    /// The customer of a key of this ledger.
    pub fn customer(&self, key: CustomerKey) -> &Customer {
        match self.customers.get(key.0 as usize) {
            Some(customer) => customer,
            None => unreachable!("a customer key is only made by the builder of its ledger"),
        }
    }

    /// The customer with this identifier, if there is one.
    pub fn find(&self, id: &str) -> Option<CustomerKey> {
        let at = self.customers.binary_search_by(|customer| customer.id.as_str().cmp(id)).ok()?;
        Some(CustomerKey(at as u32))
    }

    /// Entries in order of customer, then in the order of the files.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.customer_keys().flat_map(|customer| self.entries_of(customer))
    }

    /// The keys of the entries, in the same order.
    pub fn keys(&self) -> impl Iterator<Item = EntryKey> {
        let of = |customer| (0..self.entries_of(customer).len() as u32).map(move |position| (customer, position));
        self.customer_keys().flat_map(of).map(|(customer, position)| EntryKey { customer, position })
    }

    /// The entries of a customer, in the order of the files.
    pub fn entries_of(&self, customer: CustomerKey) -> Entries<'_> {
        self.entries.entries_of(customer)
    }

    /// How many entries there are.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The most entries of one customer.
    pub(crate) fn largest_account(&self) -> usize {
        self.entries.largest()
    }

    /// The keys of the customers, in order.
    pub fn customer_keys(&self) -> impl Iterator<Item = CustomerKey> + use<> {
        (0..self.customers.len() as u32).map(CustomerKey)
    }

    /// The entry of a key of this ledger.
    pub fn entry(&self, key: EntryKey) -> Entry {
        match self.entries.entry(key) {
            Some(entry) => entry,
            None => unreachable!("an entry key is only made from its ledger"),
        }
    }

    /// Number of the document of an entry, as written; empty where the file has none.
    pub fn document(&self, key: EntryKey) -> String {
        self.entries.document(key).unwrap_or_default()
    }

    /// The entry of a key of this ledger with the number of its document: finding an entry costs most of reading it.
    pub fn line(&self, key: EntryKey) -> (Entry, String) {
        match self.entries.line(key) {
            Some(line) => line,
            None => unreachable!("an entry key is only made from its ledger"),
        }
    }

    /// The letters of a group as the file writes them; nothing for an invoice and the payment of its own row.
    pub fn letters(&self, group: MatchGroup) -> Option<String> {
        self.letters.of(group)
    }

    /// The key of an entry by its customer and its place among the customer's entries, if there is one.
    pub fn key(&self, customer: CustomerKey, position: u32) -> Option<EntryKey> {
        let key = EntryKey { customer, position };
        ((position as usize) < self.entries_of(customer).len()).then_some(key)
    }

    /// Takes the groups of entries that a person approved, in place of those approved before. From then on they clear
    /// each other wherever anything is computed; entries in a group of the files stay there.
    pub fn approve(&mut self, groups: &[Vec<EntryKey>]) {
        let groups = groups.iter().zip(1..);
        let of = |(entries, number): (&Vec<EntryKey>, u64)| {
            let group = MatchGroup::approved(number);
            entries.iter().map(move |entry| (*entry, group)).collect::<Vec<_>>()
        };
        self.approved = groups.flat_map(of).gather();
    }

    /// The group of an entry: the files' own, or the one a person approved.
    pub fn group_of(&self, key: EntryKey) -> Option<MatchGroup> {
        self.entry(key).group.or_else(|| self.approved(key))
    }

    /// The group a person approved for an entry.
    pub fn approved(&self, key: EntryKey) -> Option<MatchGroup> {
        if self.approved.is_empty() { None } else { self.approved.get(&key).copied() }
    }

    /// First and last day of the entries.
    pub fn span(&self) -> Option<(Day, Day)> {
        let ((first, ..), _) = self.movements.first_key_value()?;
        let ((last, ..), _) = self.movements.last_key_value()?;
        Some((*first, *last))
    }

    /// What the entries of each kind and class of accounts move on each day, by day.
    pub fn movements(&self) -> impl Iterator<Item = (Day, EntryKind, AccountClass, Amount)> {
        self.movements.iter().map(|((day, kind, class), amount)| (*day, *kind, *class, *amount))
    }

    /// Sum of the entries up to a day, that day included, in minor units: what the account in the books shows that
    /// evening.
    pub fn balance(&self, day: Day) -> Amount {
        self.movements().take_while(|(moved, ..)| *moved <= day).map(|(.., amount)| amount).sum()
    }

    /// Sum of the entries after a day, in minor units; nothing where there is none.
    pub fn moved_after(&self, day: Day) -> Option<Amount> {
        let later = || self.movements().skip_while(|(moved, ..)| *moved <= day).map(|(.., amount)| amount);
        later().next().map(|_| later().sum())
    }
}

/// Collects customers and entries of one currency, then proves the total.
#[derive(Clone, Debug)]
pub struct LedgerBuilder {
    currency: Currency,
    coverage: Coverage,
    customers: Vec<Customer>,
    names: Names,
    /// The customer asked for last: rows of one customer often follow one another.
    last_customer: Option<CustomerKey>,
    groups: Groups,
    pub(crate) entries: Packer,
    movements: Moving,
    absolute_sum: i128,
}

impl LedgerBuilder {
    /// An empty ledger of a currency.
    pub fn new(currency: Currency, coverage: Coverage) -> LedgerBuilder {
        LedgerBuilder {
            currency,
            coverage,
            customers: Vec::new(),
            names: Names::default(),
            last_customer: None,
            groups: Groups::default(),
            entries: Packer::default(),
            movements: Moving::default(),
            absolute_sum: 0,
        }
    }

    /// The currency of every amount.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Entries so far.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is an entry of a kind so far.
    pub fn holds(&self, kind: EntryKind) -> bool {
        self.movements.holds(kind)
    }

    /// The key of the customer with this identifier, made on first sight; what was unknown of it is completed.
    pub fn customer(&mut self, seen: &Customer) -> CustomerKey {
        let key = match self.find(&seen.id) {
            Some(key) => key,
            None => {
                let key = CustomerKey(self.customers.len() as u32);
                self.customers.push(Customer { id: seen.id.clone(), ..Customer::default() });
                self.names.add(key, &self.customers);
                key
            }
        };
        self.last_customer = Some(key);
        if let Some(known) = self.customers.get_mut(key.0 as usize) {
            known.complete(seen);
        }
        key
    }

    /// The customer with this identifier, if it was met.
    pub fn find(&self, id: &str) -> Option<CustomerKey> {
        let is =
            |key: &CustomerKey| self.customers.get(key.0 as usize).is_some_and(|customer| same_text(&customer.id, id));
        self.last_customer.filter(is).or_else(|| self.names.find(id, &self.customers))
    }

    /// Replaces what the files tell of the past.
    pub fn set_coverage(&mut self, coverage: Coverage) {
        self.coverage = coverage;
    }

    /// The group of these letters in a customer's account.
    pub fn group(&mut self, code: &str) -> MatchGroup {
        self.groups.of(code, 0)
    }

    /// The group of these letters among the entries of one file (not 0), where letters restart with each file.
    pub fn group_of_file(&mut self, code: &str, file: FileIndex) -> MatchGroup {
        self.groups.of(code, file.0)
    }

    /// A group of its own, for an invoice and the payment written on the same row.
    pub fn new_group(&mut self) -> MatchGroup {
        self.groups.own()
    }

    /// Adds an entry, with the number of its document; its customer must come from this builder.
    pub fn push(&mut self, entry: Entry, document: &str) {
        self.absolute_sum += i128::from(entry.amount.abs().minor());
        self.movements.add(entry.day, (entry.kind, entry.account_class), entry.amount);
        self.entries.push(&entry, document);
    }

    /// Completes a customer with what another file knows of it.
    pub fn complete(&mut self, key: CustomerKey, with: &Customer) {
        if let Some(customer) = self.customers.get_mut(key.0 as usize) {
            customer.complete(with);
        }
    }

    /// The customers so far, in the order they were met.
    pub fn customers(&self) -> &[Customer] {
        &self.customers
    }

    /// A customer's entries so far, with the numbers of their documents.
    pub fn entries_of(&self, customer: CustomerKey) -> impl Iterator<Item = (Entry, String)> {
        self.entries.entries_of(customer).with_documents().map(|(_, entry, document)| (entry, document))
    }

    /// The same without the documents, which cost more than all the rest.
    pub fn bare_entries_of(&self, customer: CustomerKey) -> Entries<'_> {
        self.entries.entries_of(customer)
    }

    /// The most entries of one customer so far.
    pub fn largest_account(&self) -> usize {
        self.entries.largest()
    }

    /// Gives the entries of a customer other due days: `date` is shown them one by one, and changes the due day and
    /// where it comes from, nothing else.
    pub fn redate(&mut self, customer: CustomerKey, date: impl FnMut(&mut Entry)) {
        self.entries.redate(customer, date);
    }

    /// The letters of a group made by this builder.
    pub fn letters(&self, group: MatchGroup) -> Option<String> {
        self.groups.letters(group)
    }

    /// Gives the entries of a customer to another one, who is the same: the first is forgotten.
    pub fn merge(&mut self, from: CustomerKey, into: CustomerKey) {
        if from == into {
            return;
        }
        let moved: Vec<(Entry, String)> = self.entries_of(from).collect();
        self.rewrite(from, &[]);
        for (entry, document) in moved {
            self.push(Entry { customer: into, ..entry }, &document);
        }
        if let Some(customer) = self.customers.get_mut(from.0 as usize) {
            *customer = Customer::default();
        }
        self.last_customer = None;
    }

    /// Replaces a customer's entries: what only the end of all files can tell.
    pub fn rewrite(&mut self, customer: CustomerKey, entries: &[(Entry, String)]) {
        for entry in self.entries.entries_of(customer) {
            self.absolute_sum -= i128::from(entry.amount.abs().minor());
            self.movements.add(entry.day, (entry.kind, entry.account_class), -entry.amount);
        }
        for (entry, _) in entries {
            self.absolute_sum += i128::from(entry.amount.abs().minor());
            self.movements.add(entry.day, (entry.kind, entry.account_class), entry.amount);
        }
        self.entries.rewrite(customer, entries);
    }

    /// The ledger, customers sorted by identifier, or a refusal when no exact total could be given.
    pub fn build(mut self) -> Result<Ledger, TotalTooLarge> {
        if self.absolute_sum > i128::from(Amount::MAX_TOTAL) {
            return Err(TotalTooLarge { currency: self.currency });
        }
        for customer in &mut self.customers {
            if customer.name.is_empty() {
                customer.name.clone_from(&customer.id);
            }
        }
        let mut order: Vec<(CustomerKey, Customer)> = std::mem::take(&mut self.customers)
            .into_iter()
            .zip(0..)
            .map(|(known, key)| (CustomerKey(key), known))
            // One merged into another has no identifier any more.
            .filter(|(_, known)| !known.id.is_empty())
            .collect();
        order.sort_unstable_by(|(_, a), (_, b)| a.id.cmp(&b.id));
        let (keys, customers): (Vec<CustomerKey>, Vec<Customer>) = order.into_iter().unzip();
        Ok(Ledger {
            currency: self.currency,
            coverage: self.coverage,
            customers,
            entries: self.entries.finish(keys.into_iter()),
            movements: self.movements.finish(),
            letters: self.groups.finish(),
            approved: BTreeMap::new(),
        })
    }
}
