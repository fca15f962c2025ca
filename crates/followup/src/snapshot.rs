//! What was open on a day, small enough to be kept in the dossier file, so that next month's ledger can be compared
//! without last month's. Items alone: no address, no bank account.

use crate::ItemKey;
use crate::key::keys_of;
use ledger::{Coverage, CustomerKey, EntryKind, Ledger, OpenItem, open_items};
use serde::{Deserialize, Serialize};
use values::{Amount, AsOf, Currency, Day};

/// What was open in every ledger of a dossier on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Snapshot {
    /// The day.
    pub as_of: Day,
    /// The ledgers, by currency.
    pub ledgers: Vec<LedgerSnapshot>,
}

/// What was open in one ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerSnapshot {
    /// The currency of every amount.
    pub currency: Currency,
    /// Whether the files told what is settled too.
    pub history: bool,
    /// Customers with something open, by identifier.
    pub customers: Vec<CustomerSnapshot>,
    /// Items known to have been settled at an earlier comparison: they are recognised if they open again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<ItemKey>,
}

/// What was open of one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomerSnapshot {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// What was open, by day, then file order.
    pub items: Vec<SnapshotItem>,
}

/// What an item records, as far as a comparison tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ItemKind {
    Invoice,
    CreditNote,
    Payment,
    Opening,
    Other,
}

impl From<EntryKind> for ItemKind {
    fn from(kind: EntryKind) -> ItemKind {
        match kind {
            EntryKind::Invoice => ItemKind::Invoice,
            EntryKind::CreditNote => ItemKind::CreditNote,
            EntryKind::Payment | EntryKind::UndatedPayment => ItemKind::Payment,
            EntryKind::Opening => ItemKind::Opening,
            EntryKind::Other => ItemKind::Other,
        }
    }
}

/// One open item, written as a list: document, day, due day, amount, residual, kind, and which one of its twins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotItem(
    /// Document number.
    pub String,
    /// Invoice date, or the day the money came.
    pub Day,
    /// Due day.
    pub Option<Day>,
    /// The entry's own amount.
    pub Amount,
    /// What was open of it.
    pub Amount,
    /// What it records.
    pub ItemKind,
    /// Which one of those alike, from 1.
    pub u32,
);

impl SnapshotItem {
    /// Its key, with the customer it belongs to.
    pub fn key(&self, customer: &str, currency: Currency) -> ItemKey {
        let SnapshotItem(document, day, _, amount, _, _, twin) = self;
        let (customer, document) = (customer.to_owned(), document.clone());
        ItemKey { customer, currency, document, day: *day, amount: *amount, twin: *twin }
    }
}

impl LedgerSnapshot {
    /// What is open in a ledger on the evening of a day, residues within any tolerance included: it sums to the
    /// balance of the books.
    pub fn of(ledger: &Ledger, on: Day, settled: Vec<ItemKey>) -> LedgerSnapshot {
        let open = open_items(ledger, AsOf(on));
        let customers = open.by_customer().map(|(customer, items)| snapshot_of(ledger, customer, items)).collect();
        let history = ledger.coverage() == Coverage::History;
        LedgerSnapshot { currency: ledger.currency(), history, customers, settled }
    }

    /// The sum of what was open.
    pub fn balance(&self) -> Amount {
        self.customers.iter().flat_map(|customer| &customer.items).map(|item| item.4).sum()
    }
}

fn snapshot_of(ledger: &Ledger, customer: CustomerKey, items: &[OpenItem]) -> CustomerSnapshot {
    let keys = keys_of(ledger, customer);
    let snapshot = |item: &OpenItem| {
        let key = keys.get(&item.entry)?;
        let (document, twin) = (key.document.clone(), key.twin);
        Some(SnapshotItem(document, item.day, item.due_day, item.amount, item.residual, item.kind.into(), twin))
    };
    let known = ledger.customer(customer);
    let (id, name) = (known.id.clone(), known.name.clone());
    CustomerSnapshot { id, name, items: items.iter().filter_map(snapshot).collect() }
}
