//! Totals written in a file are kept as control totals: compared with what was imported, never imported.

use crate::classify::TotalKind;
use crate::intake::ControlTotal;
use ledger::CustomerKey;
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
    /// What was settled of documents whose remainder was imported: totals of what was invoiced hold it too.
    settled: BTreeMap<Currency, Amount>,
    settled_since: Amount,
    /// The customer of the last item, and the sum of its items: lists total some customers only.
    customer: Option<CustomerKey>,
    of_customer: Amount,
    /// Totals met without an item between.
    run: Vec<(Amount, Currency)>,
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
        self.of_customer += amount;
        self.items_since += 1;
        self.last = None;
        self.run.clear();
    }

    /// The next item is of this customer.
    pub(crate) fn of(&mut self, customer: CustomerKey) {
        if self.customer.replace(customer) != Some(customer) {
            self.of_customer = Amount::ZERO;
        }
    }

    /// Part of a document that was settled, and is not imported as due.
    pub(crate) fn settle(&mut self, amount: Amount, currency: Currency) {
        *self.settled.entry(currency).or_default() += amount;
        self.settled_since += amount;
    }

    /// Whether the total just met follows another one, without an item between.
    pub(crate) fn follows_another(&self) -> bool {
        !self.run.is_empty()
    }

    /// The last totals, where they are those of parts that come to the whole: `Total Nord`, `Total Sud`.
    pub(crate) fn parts(&self) -> Option<&[(Amount, Currency)]> {
        let (_, currency) = self.run.last()?;
        let whole = self.sums.get(currency).copied().unwrap_or_default();
        let are_whole = |parts: &&[(Amount, Currency)]| {
            let part = |(amount, of): &(Amount, Currency)| of == currency && *amount != whole;
            parts.iter().all(part) && parts.iter().map(|(part, _)| *part).sum::<Amount>() == whole
        };
        (0..self.run.len().saturating_sub(1)).rev().filter_map(|first| self.run.get(first..)).find(are_whole)
    }

    /// Rows of another customer begin.
    pub(crate) fn group(&mut self) {
        self.since = Amount::ZERO;
        self.settled_since = Amount::ZERO;
        self.items_since = 0;
    }

    /// Whether an amount is the sum of at least so many rows just above, or of all rows.
    pub(crate) fn is_sum(&self, amount: Amount, currency: Currency, items: u32) -> bool {
        let whole = self.sums.get(&currency).copied();
        (self.items_since >= items && amount == self.since)
            || (self.count + self.items_since >= items && whole == Some(amount))
    }

    /// Whether an amount says the last total again, with no item between.
    pub(crate) fn repeats(&self, amount: Amount, currency: Currency) -> bool {
        self.run.last() == Some(&(amount, currency))
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
        if self.is_invoiced(amount, currency, whole) {
            self.group();
            return None;
        }
        let several = self.sums.len() > 1;
        let after_total = self.last.is_some();
        let (computed, comparable) = match kind {
            TotalKind::Starred(stars) => (whole - self.up_to(stars, currency, whole), true),
            TotalKind::Plain => (self.since, !after_total && !several),
            TotalKind::Grand | TotalKind::Carried => (self.since, false),
        };
        let of_customer = kind == TotalKind::Plain && amount == self.of_customer;
        let sub_total = (amount == computed || of_customer) && amount != whole;
        let contradicts = comparable && !sub_total && amount != computed && amount != whole;
        self.run.push((amount, currency));
        self.last = Some(Met { amount, currency, kind, after_total, sub_total });
        self.count += 1;
        self.group();
        contradicts.then_some(computed)
    }

    /// Whether an amount is what was invoiced, of which a part was settled: it says nothing of what remains.
    fn is_invoiced(&self, amount: Amount, currency: Currency, whole: Amount) -> bool {
        let settled = self.settled.get(&currency).copied().unwrap_or_default();
        let (all, since) = (whole + settled, self.since + self.settled_since);
        let remains = amount == whole || amount == self.since || amount == self.of_customer;
        !remains && (amount == all || amount == since && self.items_since > 0)
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
        if self.parts().is_some() {
            return Some((self.sums.get(&met.currency).copied()?, met.currency));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Items `A 100,00` of customer A, of which `/40` was settled, and totals `= 100`; gives the totals that contradict and
    /// the total of the whole.
    fn read(list: &str) -> String {
        let euros: Currency = "EUR".parse().unwrap();
        let mut totals = Totals::default();
        let mut wrong = Vec::new();
        for one in list.split(", ") {
            let (first, amount) = one.split_once(' ').unwrap();
            let (amount, settled) = amount.split_once('/').unwrap_or((amount, "0"));
            let cents = |text: &str| Amount::from_minor(text.parse::<i64>().unwrap());
            if first == "=" {
                wrong.extend(totals.meet(cents(amount), euros, TotalKind::Plain).map(|_| amount.to_owned()));
            } else {
                totals.of(CustomerKey(u32::from(first.as_bytes()[0])));
                totals.add(cents(amount), euros);
                totals.settle(cents(settled), euros);
            }
        }
        let whole = totals.stated().map(|(amount, _)| amount.minor());
        format!("{} {whole:?}", wrong.join(" "))
    }

    #[test]
    fn totals_are_of_the_rows_above_or_of_the_customer() {
        assert_eq!(read("A 1, B 2, B 3, = 5, A 4, C 6, C 7, = 13, = 23"), " Some(23)");
        assert_eq!(read("A 1, B 2, B 3, = 4, A 4, = 10"), "4 Some(10)");
    }

    #[test]
    fn parts_that_come_to_the_whole_are_its_total() {
        assert_eq!(read("A 1, B 2, A 3, = 4, = 2"), "4 Some(6)");
        assert_eq!(read("A 1, B 2, A 3, = 4, = 1"), "4 Some(1)");
    }

    #[test]
    fn what_was_invoiced_says_nothing_of_what_remains() {
        assert_eq!(read("A 60/40, B 10/0, = 110, = 70"), " Some(70)");
        assert_eq!(read("A 60/40, B 10/0, = 111"), "111 Some(111)");
        assert_eq!(read("A 60/40, B 10/0, = 110"), " None");
    }
}
