//! Which item of today is which of last month: by everything first, then by less and less.

use crate::{ItemKey, ItemKind, SnapshotItem};
use ledger::EntryKey;
use std::collections::{BTreeMap, VecDeque};
use values::{Amount, Day};

/// An item open now.
pub(crate) struct Now {
    pub(crate) key: ItemKey,
    pub(crate) due: Option<Day>,
    pub(crate) residual: Amount,
    pub(crate) kind: ItemKind,
    pub(crate) entry: EntryKey,
}

/// What two items are compared by, as far as a pass looks.
type Looks<'a> = (bool, Option<&'a str>, Option<Day>, Option<Amount>, Option<Option<Day>>, Option<Amount>);

/// A pass: how the document, the day, the amount, the due day and the residual count.
#[derive(Clone, Copy)]
struct Pass {
    document: bool,
    day: bool,
    amount: bool,
    due: bool,
    residual: bool,
    /// Pairs only where there is one such item on either side: a guess must not be a choice.
    alone: bool,
}

const fn pass(document: bool, day: bool, amount: bool, due: bool, residual: bool, alone: bool) -> Pass {
    Pass { document, day, amount, due, residual, alone }
}

/// Terms of one invoice share all but their due day, so it counts before it may differ. Another number is the last
/// guess, and only where all the rest is the same.
const PASSES: [Pass; 7] = [
    pass(true, true, true, true, true, false),
    pass(true, true, true, true, false, false),
    pass(true, true, true, false, false, false),
    pass(true, true, false, false, false, false),
    pass(true, false, true, false, false, false),
    pass(true, false, false, false, false, false),
    pass(false, true, true, true, true, true),
];

/// For each item of before, the place of its partner among those of now.
pub(crate) fn pair(was: &[SnapshotItem], now: &[Now]) -> Vec<Option<usize>> {
    let mut partners = vec![None; was.len()];
    let mut free: Vec<bool> = vec![true; now.len()];
    for pass in PASSES {
        let mut by_looks: BTreeMap<Looks<'_>, VecDeque<usize>> = BTreeMap::new();
        for (at, (is, _)) in now.iter().zip(&free).enumerate().filter(|(_, (_, free))| **free) {
            by_looks.entry(pass.looks_now(is)).or_default().push_back(at);
        }
        let mut wanting: BTreeMap<Looks<'_>, usize> = BTreeMap::new();
        for (item, _) in was.iter().zip(&partners).filter(|(_, partner)| partner.is_none()) {
            *wanting.entry(pass.looks_before(item)).or_default() += 1;
        }
        for (item, partner) in was.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            let looks = pass.looks_before(item);
            let Some(found) = by_looks.get_mut(&looks).filter(|_| pass.applies(item)) else { continue };
            if pass.alone && (found.len() != 1 || wanting.get(&looks) != Some(&1)) {
                continue;
            }
            *partner = found.pop_front();
            if let Some(taken) = partner.and_then(|at| free.get_mut(at)) {
                *taken = false;
            }
        }
    }
    partners
}

impl Pass {
    /// Without a number, another day or amount is another item.
    fn applies(self, item: &SnapshotItem) -> bool {
        !item.0.is_empty() || self.day && self.amount
    }

    fn looks_before<'a>(self, item: &'a SnapshotItem) -> Looks<'a> {
        let SnapshotItem(document, day, due, amount, residual, ..) = item;
        self.looks(document, *day, *amount, *due, *residual)
    }

    fn looks_now(self, is: &Now) -> Looks<'_> {
        self.looks(&is.key.document, is.key.day, is.key.amount, is.due, is.residual)
    }

    fn looks(self, document: &str, day: Day, amount: Amount, due: Option<Day>, residual: Amount) -> Looks<'_> {
        (
            amount.is_credit(),
            self.document.then_some(document),
            self.day.then_some(day),
            self.amount.then_some(amount),
            self.due.then_some(due),
            self.residual.then_some(residual),
        )
    }
}
