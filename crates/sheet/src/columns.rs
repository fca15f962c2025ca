//! Which columns of a sheet hold anything, in two kilobytes, so that one cell in the last column costs nothing.

use crate::error::Unreadable;
use crate::limits::{Limit, Limits};

/// Columns of the widest sheet there is.
pub(crate) const SHEET_COLUMNS: u64 = 16_384;

/// The set of used columns and its size.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnSet {
    words: Vec<u64>,
    used: u64,
}

impl ColumnSet {
    /// Notes a column; refuses one too many, and one that no sheet has.
    #[inline]
    pub fn insert(&mut self, column: u64, limits: &Limits) -> Result<(), Unreadable> {
        if self.contains(column) { Ok(()) } else { self.add(column, limits) }
    }

    #[cold]
    fn add(&mut self, column: u64, limits: &Limits) -> Result<(), Unreadable> {
        if column >= SHEET_COLUMNS {
            let (limit, allowed) = (Limit::Columns, limits.columns);
            return Err(Unreadable::TooLarge { limit, allowed, seen: column + 1 });
        }
        let (word, bit) = ((column / 64) as usize, 1_u64 << (column % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let Some(word) = self.words.get_mut(word) else { return Ok(()) };
        if *word & bit == 0 {
            *word |= bit;
            self.used += 1;
            limits.check(Limit::Columns, self.used)?;
        }
        Ok(())
    }

    /// How many used columns lie in a run, ends included.
    pub fn used_between(&self, first: u64, last: u64) -> u64 {
        let last = last.min(SHEET_COLUMNS - 1);
        (first..=last).filter(|column| self.contains(*column)).count() as u64
    }

    fn contains(&self, column: u64) -> bool {
        self.words.get((column / 64) as usize).is_some_and(|word| word & (1 << (column % 64)) != 0)
    }
}
