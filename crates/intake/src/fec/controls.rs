//! What the sums of a FEC must be: debits and credits of the file, of each entry, and the lines of each class of
//! customers' accounts against what was imported of them. Memory holds the entry being read and those left unbalanced
//! so far, never all of them.

use ledger::AccountClass;
use std::collections::HashMap;
use values::Amount;

/// Unbalanced entries kept in mind at most; a file whose lines are sorted by account opens them all at once.
const OPEN_ENTRIES: usize = 400_000;

/// The lines of a class in the file, and what was imported of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassTotal {
    /// The class.
    pub class: AccountClass,
    /// Lines of its accounts.
    pub lines: u32,
    /// Their debits less their credits, in minor units.
    pub total: Amount,
    /// The same of what was imported.
    pub imported: Amount,
}

/// An entry whose lines do not balance, so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unbalanced {
    sum: Amount,
    row: u32,
}

/// The sums of a file being read.
pub(crate) struct Controls {
    pub(crate) debit: Amount,
    pub(crate) credit: Amount,
    /// Lines whose amount could not be read.
    pub(crate) unreadable: u32,
    current: u64,
    running: Unbalanced,
    open: HashMap<u64, Unbalanced>,
    /// More entries were open at once than are kept in mind.
    overflowed: bool,
    pub(crate) classes: Classes,
}

/// The customers' accounts of a table, by class.
pub(crate) struct Classes([ClassTotal; AccountClass::ALL.len()]);

impl Default for Classes {
    fn default() -> Classes {
        let nothing = |class| ClassTotal { class, lines: 0, total: Amount::ZERO, imported: Amount::ZERO };
        Classes(AccountClass::ALL.map(nothing))
    }
}

impl Classes {
    /// A line of a class, whether it can be imported or not.
    pub(crate) fn see(&mut self, class: AccountClass, amount: Amount) {
        if let Some(total) = self.of(class) {
            total.lines += 1;
            total.total += amount;
        }
    }

    /// A line of a class was imported.
    pub(crate) fn import(&mut self, class: AccountClass, amount: Amount) {
        if let Some(total) = self.of(class) {
            total.imported += amount;
        }
    }

    fn of(&mut self, class: AccountClass) -> Option<&mut ClassTotal> {
        self.0.iter_mut().find(|total| total.class == class)
    }

    /// The classes that have lines.
    pub(crate) fn totals(&self) -> impl Iterator<Item = ClassTotal> + '_ {
        self.0.iter().copied().filter(|total| total.lines > 0)
    }
}

impl Default for Controls {
    fn default() -> Controls {
        Controls {
            debit: Amount::ZERO,
            credit: Amount::ZERO,
            unreadable: 0,
            current: 0,
            running: Unbalanced { sum: Amount::ZERO, row: 0 },
            open: HashMap::new(),
            overflowed: false,
            classes: Classes::default(),
        }
    }
}

/// What the balance of the entries came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryBalance {
    NotChecked,
    Checked {
        unbalanced: u32,
        /// Sum of the gaps without their signs.
        gap: Amount,
        first_row: u32,
    },
}

impl Controls {
    /// A line of the entry `entry`. Says whether the entry is another one than that of the line before.
    pub(crate) fn see(&mut self, entry: u64, row: u32, sides: Option<(Amount, Amount)>) -> bool {
        let changes = entry != self.current || self.running.row == 0;
        if changes {
            self.settle();
            self.current = entry;
            self.running = Unbalanced { sum: Amount::ZERO, row };
        }
        match sides {
            Some((debit, credit)) => {
                self.debit += debit;
                self.credit += credit;
                self.running.sum += debit - credit;
            }
            None => self.unreadable += 1,
        }
        changes
    }

    /// The entry read last goes among the open ones, or out of them once its lines clear.
    fn settle(&mut self) {
        let Unbalanced { sum, row } = self.running;
        if sum.is_zero() || row == 0 {
            return;
        }
        if self.open.len() >= OPEN_ENTRIES && !self.open.contains_key(&self.current) {
            self.overflowed = true;
            return;
        }
        let open = self.open.entry(self.current).or_insert(Unbalanced { sum: Amount::ZERO, row });
        open.sum += sum;
        if open.sum.is_zero() {
            self.open.remove(&self.current);
        }
    }

    /// The balance of the entries, once all lines are read.
    pub(crate) fn entries(&mut self) -> EntryBalance {
        self.settle();
        self.running = Unbalanced { sum: Amount::ZERO, row: 0 };
        if self.overflowed {
            return EntryBalance::NotChecked;
        }
        EntryBalance::Checked {
            unbalanced: self.open.len() as u32,
            gap: self.open.values().map(|entry| entry.sum.abs()).sum(),
            first_row: self.open.values().map(|entry| entry.row).min().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines `entry amount`, debits above zero; answers unbalanced entries, their gap and the row of the first.
    fn balance(lines: &str) -> (u32, i64, u32) {
        let mut controls = Controls::default();
        for (line, row) in lines.split(';').zip(1..) {
            let (entry, amount) = line.trim().split_once(' ').unwrap();
            let amount = Amount::from_minor(amount.parse().unwrap());
            let sides = if amount.is_debit() { (amount, Amount::ZERO) } else { (Amount::ZERO, -amount) };
            controls.see(entry.parse().unwrap(), row, Some(sides));
        }
        match controls.entries() {
            EntryBalance::Checked { unbalanced, gap, first_row } => (unbalanced, gap.minor(), first_row),
            EntryBalance::NotChecked => panic!("not checked"),
        }
    }

    #[test]
    fn entries_balance_wherever_their_lines_stand() {
        assert_eq!(balance("1 120; 1 -100; 1 -20; 2 50; 2 -50"), (0, 0, 0));
        assert_eq!(balance("1 120; 2 50; 1 -120; 2 -50"), (0, 0, 0));
        assert_eq!(balance("1 120; 1 -100; 2 50; 2 -50; 3 10; 3 -12"), (2, 22, 1));
        assert_eq!(balance("1 120; 2 50; 2 -50; 1 -119"), (1, 1, 1));
    }
}
