//! The receivables ledger: customers, entries and what remains open on any day.
//! A `Ledger` has one currency and an absolute sum checked once, so that every later addition is exact.

mod customer;
mod entry;
mod ledger;
mod open_items;

pub use customer::{Customer, CustomerKey};
pub use entry::{AccountClass, DueDaySource, Entry, EntryKey, EntryKind, MatchGroup};
pub use ledger::{Coverage, Ledger, LedgerBuilder, TotalTooLarge};
pub use open_items::{OpenItem, OpenItems, Settlement, open_items};
