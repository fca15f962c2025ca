//! Codes that two files of a dossier give to different customers: two agencies that number theirs from `C001` on. Taken
//! for one customer, each would be asked for what the other one owes.

use crate::Ledgers;
use crate::names;
use ledger::{CustomerKey, LedgerBuilder};
use std::collections::BTreeSet;
use values::{Currency, FileIndex};

/// Codes with other names, at least: a name may have been misspelt, or a customer taken over.
const ENOUGH: usize = 3;
/// Of a hundred codes that a table shares with others, so many at least bear another name.
const OTHER_PERCENT: usize = 80;
/// A name that a table gives to a customer known under another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OtherName {
    pub(crate) file: FileIndex,
    pub(crate) currency: Currency,
    pub(crate) customer: CustomerKey,
    pub(crate) name: String,
}

impl Ledgers {
    /// The tables whose codes mean different customers in each; none where codes mean the same.
    pub fn tables_with_codes_of_their_own(&self) -> BTreeSet<FileIndex> {
        let mut tables = BTreeSet::new();
        for others in self.other_names.iter().collect::<Vec<_>>().chunk_by(|one, next| one.file == next.file) {
            let Some(first) = others.first() else { continue };
            let strangers = others.iter().filter(|other| self.is_stranger(other)).count();
            if strangers < ENOUGH {
                continue;
            }
            let mut shared = 0;
            let mut beside = BTreeSet::new();
            for builder in self.known_builders() {
                for customer in (0..builder.customers().len() as u32).map(CustomerKey) {
                    let files: BTreeSet<FileIndex> = files_of(builder, customer);
                    if files.contains(&first.file) && files.len() > 1 {
                        shared += 1;
                        beside.extend(files);
                    }
                }
            }
            if strangers * 100 >= shared * OTHER_PERCENT {
                tables.extend(beside);
            }
        }
        tables
    }

    fn is_stranger(&self, other: &OtherName) -> bool {
        let builder = self.known_builder(other.currency);
        let known = builder.and_then(|builder| builder.customers().get(other.customer.0 as usize));
        known.is_some_and(|known| names::are_strangers(&known.name, &other.name))
    }
}

fn files_of(builder: &LedgerBuilder, customer: CustomerKey) -> BTreeSet<FileIndex> {
    let mut files = BTreeSet::new();
    files.extend(builder.bare_entries_of(customer).map(|entry| entry.source.file));
    files
}
