//! The state of a ledger in the making to go back to, should the reading of a file be given up: what stood before is not
//! copied, but for its customers.

use super::LedgerBuilder;
use crate::packed::{self, Packer};

/// What a ledger in the making was; good for the builder it was taken of.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// All but the entries.
    small: LedgerBuilder,
    entries: packed::Checkpoint,
}

impl LedgerBuilder {
    /// The present state, to go back to.
    pub fn checkpoint(&self) -> Checkpoint {
        let small = LedgerBuilder {
            currency: self.currency,
            coverage: self.coverage,
            customers: self.customers.clone(),
            names: self.names.clone(),
            last_customer: self.last_customer,
            groups: self.groups.clone(),
            entries: Packer::default(),
            movements: self.movements.clone(),
            absolute_sum: self.absolute_sum,
        };
        Checkpoint { small, entries: self.entries.checkpoint() }
    }

    /// Forgets all that was added since a state of this builder, none of its entries having been rewritten since.
    pub fn go_back(&mut self, checkpoint: Checkpoint) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.go_back(checkpoint.entries);
        *self = LedgerBuilder { entries, ..checkpoint.small };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKind, Ledger};
    use values::{Amount, Currency, Day, FileIndex, Source, TableIndex};

    /// Adds entries of a file, about as many as given, to customers old and new.
    fn add(builder: &mut LedgerBuilder, file: u16, count: u32) {
        for row in 1..=count {
            let id = format!("C{}", (row * row + u32::from(file)) % (40 + u32::from(file) * 20));
            let name = format!("{id} of {file}");
            let customer = builder.customer(&Customer { id, name, ..Customer::default() });
            let day = Day::EPOCH + values::Days(row as i32 % 700);
            let group = row.is_multiple_of(3).then(|| builder.group(&format!("{file}-{}", row / 7)));
            let entry = Entry {
                customer,
                kind: if row.is_multiple_of(5) { EntryKind::Payment } else { EntryKind::Invoice },
                day,
                document_day: day,
                due_day: Some(day + values::Days(30)),
                due_day_source: DueDaySource::Stated,
                amount: Amount::from_minor(i64::from(row) * 101 - 5_000),
                group,
                disputed: false,
                account_class: AccountClass::Receivable,
                source: Source { file: FileIndex(file), table: TableIndex(0), row },
            };
            builder.push(entry, &format!("F{file}/{row:05}"));
        }
    }

    fn told(ledger: &Ledger) -> String {
        let customers = ledger.customers().iter().map(|customer| format!("{} {}\n", customer.id, customer.name));
        let keys = (0..ledger.customers().len() as u32).map(CustomerKey);
        let entries = keys.flat_map(|key| ledger.entries_of(key).with_documents());
        customers.chain(entries.map(|(_, entry, document)| format!("{entry:?} {document}\n"))).collect()
    }

    #[test]
    fn what_was_given_up_leaves_no_trace() {
        let new = || LedgerBuilder::new(Currency::EUR, Coverage::History);
        for (before, given_up) in [(0, 5_000), (3_000, 0), (3_000, 5_000), (9_000, 300)] {
            let (mut plain, mut tried) = (new(), new());
            add(&mut plain, 1, before);
            add(&mut tried, 1, before);
            for file in [2, 3] {
                let checkpoint = tried.checkpoint();
                add(&mut tried, file, given_up);
                tried.go_back(checkpoint);
            }
            add(&mut plain, 2, 4_000);
            add(&mut tried, 2, 4_000);
            let (plain, tried) = (plain.build().unwrap(), tried.build().unwrap());
            assert_eq!(told(&plain), told(&tried), "{before} {given_up}");
            let last = Day::EPOCH + values::Days(800);
            assert_eq!(plain.balance(last), tried.balance(last));
        }
    }
}
