//! How what is open moves from one age to the next between two days (roll rates, domain.md 6, features.md AN8).

use crate::Limits;
use ledger::{EntryKey, OpenItem, OpenItems};
use std::collections::HashMap;
use values::{Amount, AsOf, Ratio};

/// Where the debits of each age stood later. Ages in order: not due (and without due date), then the buckets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// One row per age.
    pub rows: Vec<Moved>,
}

/// Where the debits of one age stood later, in minor units: `to` and `cleared` add up to `whole`, to the cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What stood there.
    pub whole: Amount,
    /// What of it still stood, by its later age.
    pub to: Vec<Amount>,
    /// What was cleared meanwhile.
    pub cleared: Amount,
}

impl Migration {
    /// Nothing moved yet.
    pub fn new(limits: &Limits) -> Migration {
        let ages = limits.days().len() + 2;
        let row = Moved { whole: Amount::ZERO, to: vec![Amount::ZERO; ages], cleared: Amount::ZERO };
        Migration { rows: vec![row; ages] }
    }

    /// Adds what moved from the open items of a day to those of a later one.
    pub fn add(&mut self, earlier: &OpenItems, later: &OpenItems, limits: &Limits) {
        // Only ever asked one by one: its order is nobody's.
        let still: HashMap<EntryKey, &OpenItem> = later.items.iter().map(|item| (item.entry, item)).collect();
        for item in earlier.items.iter().filter(|item| item.residual.is_debit()) {
            let Some(row) = self.rows.get_mut(age(item, earlier.as_of, limits)) else { continue };
            let left = still.get(&item.entry).map(|left| (left.residual, age(left, later.as_of, limits)));
            row.whole += item.residual;
            row.cleared += item.residual - left.map_or(Amount::ZERO, |(residual, _)| residual);
            if let Some((residual, column)) = left.and_then(|(residual, age)| Some((residual, row.to.get_mut(age)?))) {
                *column += residual;
            }
        }
    }

    /// The part of each age that stood in the next one later, from not due to the last but one.
    pub fn roll_rates(&self) -> Vec<Option<Ratio>> {
        let last = self.rows.len().saturating_sub(1);
        let rows = self.rows.iter().take(last).zip(1..);
        rows.map(|(row, next)| row.to.get(next).and_then(|rolled| Ratio::of(*rolled, row.whole))).collect()
    }
}

/// What moved between each two days that follow each other.
pub fn migration(days: &[OpenItems], limits: &Limits) -> Migration {
    let mut migration = Migration::new(limits);
    for (earlier, later) in days.iter().zip(days.iter().skip(1)) {
        migration.add(earlier, later, limits);
    }
    migration
}

fn age(item: &OpenItem, as_of: AsOf, limits: &Limits) -> usize {
    match item.days_late(as_of) {
        Some(late) if late.0 > 0 => limits.bucket(late) + 1,
        Some(_) | None => 0,
    }
}
