//! What the entries of each kind move on each day, while they are added one by one: a place per day, found by counting.

use crate::{AccountClass, EntryKind};
use std::collections::BTreeMap;
use values::{Amount, Day};

/// What the entries of a kind and a class of accounts move on a day: balances of past days and sales need no more.
pub(crate) type Movements = BTreeMap<(Day, EntryKind, AccountClass), Amount>;

/// Days of a page.
const PAGE: usize = 32;
const KINDS: usize = 6;

/// A month or so of movements; none where no entry of the kind was.
type Page = [[Option<Amount>; KINDS]; PAGE];

/// Movements still growing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moving {
    /// From the number of each page, counted from the first day there is, and the class of its accounts: nearly always one.
    pages: BTreeMap<(i32, AccountClass), Box<Page>>,
}

impl Moving {
    /// An entry moves the balance on its day.
    pub(crate) fn add(&mut self, day: Day, (kind, class): (EntryKind, AccountClass), amount: Amount) {
        let (page, place) = (day.number().div_euclid(PAGE as i32), day.number().rem_euclid(PAGE as i32));
        let page = self.pages.entry((page, class)).or_insert_with(|| Box::new([[None; KINDS]; PAGE]));
        if let Some(moved) = page.get_mut(place as usize).and_then(|kinds| kinds.get_mut(kind as usize)) {
            *moved = Some(moved.unwrap_or_default() + amount);
        }
    }

    /// Whether an entry of a kind moved the balance.
    pub(crate) fn holds(&self, kind: EntryKind) -> bool {
        let of_kind = |kinds: &[Option<Amount>; KINDS]| kinds.get(kind as usize).is_some_and(Option::is_some);
        self.pages.values().any(|page| page.iter().any(of_kind))
    }

    /// The movements by day, kind and class.
    pub(crate) fn finish(self) -> Movements {
        let mut movements = Movements::new();
        for ((page, class), days) in self.pages {
            for (kinds, day) in days.into_iter().zip(page * PAGE as i32..) {
                for (moved, kind) in kinds.into_iter().zip(EntryKind::ALL) {
                    movements.extend(moved.map(|amount| ((Day::numbered(day), kind, class), amount)));
                }
            }
        }
        movements
    }
}
