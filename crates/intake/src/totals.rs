//! Totals written in a file are kept as control totals: compared with what was imported, never imported.

use crate::classify::TotalKind;
use crate::intake::ControlTotal;
use std::collections::BTreeMap;
use values::{Amount, Currency};

/// Stars of the highest total a list prints.
const STARS: u8 = 9;

/// Sums of what was imported, and the totals met on the way.
#[derive(Default)]
pub(crate) struct Totals {
    sums: BTreeMap<Currency, Amount>,
    /// Amounts of rows that should have been items and were set aside.
    set_aside: BTreeMap<Currency, Amount>,
    /// Since the last total or group of rows.
    since: Amount,
    items_since: u32,
    /// Sums at the last total with so many stars or more.
    starred: BTreeMap<(u8, Currency), Amount>,
    /// The last total met, until another item follows.
    last: Option<Met>,
    count: u32,
}

struct Met {
    amount: Amount,
    currency: Currency,
    kind: TotalKind,
    /// It followed another total, without an item between.
    after_total: bool,
    /// It is the sum of the rows just above, which are not all rows.
    sub_total: bool,
}

impl Totals {
    /// An item was imported.
    pub(crate) fn add(&mut self, amount: Amount, currency: Currency) {
        *self.sums.entry(currency).or_default() += amount;
        self.since += amount;
        self.items_since += 1;
        self.last = None;
    }

    /// Rows of another customer begin.
    pub(crate) fn group(&mut self) {
        self.since = Amount::ZERO;
        self.items_since = 0;
    }

    /// Whether an amount is the sum of at least so many rows just above, or of all rows.
    pub(crate) fn is_sum(&self, amount: Amount, currency: Currency, items: u32) -> bool {
        let whole = self.sums.get(&currency).copied();
        (self.items_since >= items && amount == self.since)
            || (self.count + self.items_since >= items && whole == Some(amount))
    }

    /// Whether an amount is less than the rows above it come to, since the last total.
    pub(crate) fn is_less_than_above(&self, amount: Amount) -> bool {
        self.items_since > 0 && amount.is_debit() && amount < self.since
    }

    /// A row that should have been an item was set aside: totals after it will not meet.
    pub(crate) fn missing(&mut self) {
        self.last = None;
    }

    /// The amount of such a row.
    pub(crate) fn set_aside(&mut self, amount: Amount, currency: Currency) {
        *self.set_aside.entry(currency).or_default() += amount;
    }

    /// A total was met. Gives the sum of the rows above where the total contradicts it; a total of the whole is
    /// judged at the end.
    pub(crate) fn meet(&mut self, amount: Amount, currency: Currency, kind: TotalKind) -> Option<Amount> {
        if kind == TotalKind::Carried {
            return None;
        }
        let whole = self.sums.get(&currency).copied().unwrap_or_default();
        let several = self.sums.len() > 1;
        let after_total = self.last.is_some();
        let (computed, comparable) = match kind {
            TotalKind::Starred(stars) => (whole - self.up_to(stars, currency, whole), true),
            TotalKind::Plain => (self.since, !after_total && !several),
            TotalKind::Grand | TotalKind::Carried => (self.since, false),
        };
        let sub_total = amount == computed && amount != whole;
        let contradicts = comparable && amount != computed && amount != whole;
        self.last = Some(Met { amount, currency, kind, after_total, sub_total });
        self.count += 1;
        self.group();
        contradicts.then_some(computed)
    }

    /// The sum at the last total with so many stars or more; from here on it is the one given.
    fn up_to(&mut self, stars: u8, currency: Currency, sum: Amount) -> Amount {
        let before = self.starred.get(&(stars.min(STARS), currency)).copied().unwrap_or_default();
        for level in 1..=stars.min(STARS) {
            self.starred.insert((level, currency), sum);
        }
        before
    }

    /// The total of the whole file, if the last total met is one.
    fn stated(&self) -> Option<(Amount, Currency)> {
        let met = self.last.as_ref()?;
        let whole = self.sums.get(&met.currency).copied().unwrap_or_default();
        let is_whole = met.kind == TotalKind::Grand
            || met.amount == whole
            || (!met.sub_total && (met.after_total || self.count == 1));
        (is_whole && self.sums.len() <= 1).then_some((met.amount, met.currency))
    }

    /// Whether the last total is the whole file's, so that it was no sub-total after all.
    pub(crate) fn last_is_whole(&self) -> bool {
        self.stated().is_some()
    }

    /// One control total per currency. `comparable` is false where rows were left out on purpose.
    pub(crate) fn control(&self, comparable: bool) -> Vec<ControlTotal> {
        let stated = self.stated().filter(|_| comparable);
        let mut sums = self.sums.clone();
        for currency in self.set_aside.keys() {
            sums.entry(*currency).or_default();
        }
        if let Some((_, currency)) = stated {
            sums.entry(currency).or_default();
        }
        sums.into_iter()
            .map(|(currency, computed)| ControlTotal {
                currency,
                stated: stated.filter(|(_, of)| *of == currency).map(|(amount, _)| amount),
                computed,
                set_aside: self.set_aside.get(&currency).copied().unwrap_or_default(),
            })
            .collect()
    }
}
