//! How a record names an item, so that it finds it again in the next export: by customer and document first, by day
//! and amount only where documents repeat or are missing.

use ledger::{CustomerKey, Entry, EntryKey, Ledger};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, Gather};

/// An entry of a ledger, by what the books say of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemKey {
    /// Customer identifier.
    pub customer: String,
    /// Currency of the ledger.
    pub currency: Currency,
    /// Document number; empty where there is none.
    pub document: String,
    /// Invoice date, or the day the money came.
    pub day: Day,
    /// The entry's own amount: debit above zero, credit below.
    pub amount: Amount,
    /// Which one, from 1 in file order, of those that all the rest names alike.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
    pub twin: u32,
}

/// An item with what was left of it when the record was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Covered {
    /// The item.
    pub item: ItemKey,
    /// What was open of it, in minor units, above zero.
    pub owed: Amount,
}

/// What a record is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Target {
    /// A customer, by identifier: everything it owes.
    Customer(String),
    /// One item.
    Item(ItemKey),
}

const fn first() -> u32 {
    1
}

const fn is_first(twin: &u32) -> bool {
    *twin == 1
}

impl Target {
    /// Whose account.
    pub fn customer(&self) -> &str {
        match self {
            Target::Customer(customer) => customer,
            Target::Item(item) => &item.customer,
        }
    }
}

/// The keys of a customer's entries, in the order of the entries.
pub fn keys_of(ledger: &Ledger, customer: CustomerKey) -> BTreeMap<EntryKey, ItemKey> {
    let id = &ledger.customer(customer).id;
    let mut twins: BTreeMap<(String, Day, Amount), u32> = BTreeMap::new();
    let entries = ledger.entries_of(customer).with_documents();
    let named = entries.map(|(entry, Entry { document_day: day, amount, .. }, document)| {
        let twin = twins.entry((document.clone(), day, amount)).or_default();
        *twin += 1;
        let currency = ledger.currency();
        (entry, ItemKey { customer: id.clone(), currency, document, day, amount, twin: *twin })
    });
    named.gather()
}

/// Finds items of one ledger by their keys. The accounts asked for are read once.
pub struct Finder<'a> {
    ledger: &'a Ledger,
    accounts: BTreeMap<CustomerKey, BTreeMap<EntryKey, ItemKey>>,
}

impl<'a> Finder<'a> {
    /// Nothing read yet.
    pub fn new(ledger: &'a Ledger) -> Finder<'a> {
        Finder { ledger, accounts: BTreeMap::new() }
    }

    /// The entry of a key. A document that only one entry of the same side bears is that entry, whatever its day and
    /// amount became; where several bear it, day and amount decide, then either of them alone.
    pub fn find(&mut self, key: &ItemKey) -> Option<EntryKey> {
        let customer = self.ledger.find(&key.customer).filter(|_| key.currency == self.ledger.currency())?;
        let ledger = self.ledger;
        let account = self.accounts.entry(customer).or_insert_with(|| keys_of(ledger, customer));
        let same_side = |other: &ItemKey| other.amount.is_credit() == key.amount.is_credit();
        let alike: Vec<(&EntryKey, &ItemKey)> =
            account.iter().filter(|(_, other)| other.document == key.document && same_side(other)).collect();
        if let Some((entry, _)) = alike.iter().find(|(_, other)| *other == key) {
            return Some(**entry);
        }
        // Without a number, another day or amount is another item.
        if key.document.is_empty() {
            return None;
        }
        let only = |wanted: &dyn Fn(&ItemKey) -> bool| {
            let mut found = alike.iter().filter(|(_, other)| wanted(other));
            found.next().filter(|_| found.next().is_none()).map(|(entry, _)| **entry)
        };
        only(&|_| true)
            .or_else(|| only(&|other| other.day == key.day))
            .or_else(|| only(&|other| other.amount == key.amount))
    }
}
