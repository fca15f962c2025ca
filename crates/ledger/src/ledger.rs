//! The ledger of one currency: customers in order of identifier, entries in file order.

use crate::{Customer, CustomerKey, Entry, EntryKey, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day};

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
    entries: Vec<Entry>,
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

    /// Entries in file order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a key of this ledger.
    pub fn entry(&self, key: EntryKey) -> &Entry {
        match self.entries.get(key.0 as usize) {
            Some(entry) => entry,
            None => unreachable!("an entry key is only made from its ledger"),
        }
    }

    /// First and last day of the entries.
    pub fn span(&self) -> Option<(Day, Day)> {
        let first = self.entries.iter().map(|entry| entry.day).min()?;
        let last = self.entries.iter().map(|entry| entry.day).max()?;
        Some((first, last))
    }

    /// Sum of the entries up to a day, both included: what the account in the books shows that evening.
    pub fn balance(&self, day: Day) -> Amount {
        self.entries.iter().filter(|entry| entry.day <= day).map(|entry| entry.amount).sum()
    }
}

/// Collects customers and entries of one currency, then proves the total.
#[derive(Debug)]
pub struct LedgerBuilder {
    currency: Currency,
    coverage: Coverage,
    customers: Vec<Customer>,
    by_id: BTreeMap<String, CustomerKey>,
    groups: BTreeMap<(CustomerKey, String), MatchGroup>,
    group_count: u32,
    entries: Vec<Entry>,
    absolute_sum: i128,
}

impl LedgerBuilder {
    /// An empty ledger of a currency.
    pub fn new(currency: Currency, coverage: Coverage) -> LedgerBuilder {
        LedgerBuilder {
            currency,
            coverage,
            customers: Vec::new(),
            by_id: BTreeMap::new(),
            groups: BTreeMap::new(),
            group_count: 0,
            entries: Vec::new(),
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

    /// The key of the customer with this identifier, made on first sight; what was unknown of it is completed.
    pub fn customer(&mut self, seen: &Customer) -> CustomerKey {
        let key = match self.by_id.get(&seen.id) {
            Some(key) => *key,
            None => {
                let key = CustomerKey(self.customers.len() as u32);
                self.by_id.insert(seen.id.clone(), key);
                self.customers.push(Customer { id: seen.id.clone(), ..Customer::default() });
                key
            }
        };
        if let Some(known) = self.customers.get_mut(key.0 as usize) {
            known.complete(seen);
        }
        key
    }

    /// The group of these letters in this customer's account.
    pub fn group(&mut self, customer: CustomerKey, code: &str) -> MatchGroup {
        if let Some(group) = self.groups.get(&(customer, code.to_owned())) {
            return *group;
        }
        let group = self.new_group();
        self.groups.insert((customer, code.to_owned()), group);
        group
    }

    /// A group of its own, for an invoice and the payment written on the same row.
    pub fn new_group(&mut self) -> MatchGroup {
        let group = MatchGroup(self.group_count);
        self.group_count += 1;
        group
    }

    /// Adds an entry; its customer must come from this builder.
    pub fn push(&mut self, entry: Entry) {
        self.absolute_sum += i128::from(entry.amount.abs().minor());
        self.entries.push(entry);
    }

    /// The ledger, customers sorted by identifier, or a refusal when no exact total could be given.
    pub fn build(mut self) -> Result<Ledger, TotalTooLarge> {
        if self.absolute_sum > i128::from(Amount::MAX_TOTAL) {
            return Err(TotalTooLarge { currency: self.currency });
        }
        let mut rank = vec![CustomerKey(0); self.customers.len()];
        for (sorted, old) in self.by_id.values().enumerate() {
            if let Some(slot) = rank.get_mut(old.0 as usize) {
                *slot = CustomerKey(sorted as u32);
            }
        }
        for entry in &mut self.entries {
            entry.customer = rank.get(entry.customer.0 as usize).copied().unwrap_or(entry.customer);
        }
        for customer in &mut self.customers {
            if customer.name.is_empty() {
                customer.name.clone_from(&customer.id);
            }
        }
        self.customers.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Ledger {
            currency: self.currency,
            coverage: self.coverage,
            customers: self.customers,
            entries: self.entries,
        })
    }
}
