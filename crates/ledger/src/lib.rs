//! The receivables ledger: customers, entries and what remains open on any day.
//! A `Ledger` has one currency and an absolute sum checked once, so that every later addition is exact.

mod chunks;
mod customer;
mod documents;
mod due_days;
mod entry;
mod group;
mod ledger;
mod movements;
mod names;
mod open_items;
mod packed;
mod varint;

pub use customer::{Customer, CustomerKey, Particulars};
pub use entry::{AccountClass, DueDaySource, Entry, EntryKey, EntryKind};
pub use group::MatchGroup;
pub use ledger::{Checkpoint, Coverage, Ledger, LedgerBuilder, TotalTooLarge};
pub use open_items::{
    Leg, OpenItem, OpenItems, Settlement, open_items, open_items_among, open_items_of, settlements, settlements_of,
};
pub use packed::Entries;
