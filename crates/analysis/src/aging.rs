//! The aged balance: open items by age, one line per customer, footing to the ledger to the cent.
//! Day counts and boundaries are those of domain.md 5.1: due on the as-of day is not due; 30 days late is 1–30.

use crate::credits::{CreditMode, apply_credits};
use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use std::collections::BTreeMap;
use values::{Amount, Arrange, AsOf, Days};

/// Which date ages an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Days past the due date.
    #[default]
    DueDate,
    /// Days since the invoice date.
    InvoiceDate,
}

/// Upper limits of the buckets in days, rising: 30, 60, 90 make 1–30, 31–60, 61–90 and 91 and more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits(Vec<u32>);

/// How an aged balance is drawn up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Upper limits of the buckets.
    pub limits: Limits,
    /// Which date ages an item.
    pub basis: Basis,
    /// Where credits stand.
    pub credits: CreditMode,
}

/// The limits are not one to twelve rising numbers of days between 1 and 3,650.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitsError;

impl Limits {
    /// Limits in days; refused where they are not one to twelve rising numbers between 1 and 3,650.
    pub fn new(limits: Vec<u32>) -> Result<Limits, LimitsError> {
        let in_range = limits.iter().all(|limit| (1..=3_650).contains(limit));
        let rising = limits.windows(2).all(|pair| matches!(pair, [low, high] if low < high));
        if (1..=12).contains(&limits.len()) && in_range && rising { Ok(Limits(limits)) } else { Err(LimitsError) }
    }

    /// The limits, rising.
    pub fn days(&self) -> &[u32] {
        &self.0
    }

    /// Position of the bucket of so many days; zero days belong to the first.
    pub(crate) fn bucket(&self, age: Days) -> usize {
        self.0.iter().position(|limit| age.0 <= *limit as i32).unwrap_or(self.0.len())
    }
}

impl Default for Limits {
    /// 30, 60, 90.
    fn default() -> Limits {
        Limits(vec![30, 60, 90])
    }
}

/// One customer's figures, or a total, in minor units of the ledger's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgedLine {
    /// Debits not due; always zero by invoice date.
    pub not_due: Amount,
    /// The same by days still to run, one figure more than there are limits: due today to 30 days ahead, 31 to 60 ...
    pub to_come: Vec<Amount>,
    /// Debits by age: one figure more than there are limits.
    pub buckets: Vec<Amount>,
    /// Debits without a due date; always zero by invoice date.
    pub no_due_date: Amount,
    /// Credit notes and unallocated payments, zero or less: those that the mode of the credits leaves apart.
    pub unallocated: Amount,
    /// Debits past their due date, whatever the basis.
    pub overdue: Amount,
    /// Number of open items.
    pub items: u32,
    /// Days late of the oldest overdue item.
    pub oldest_days_late: Option<Days>,
}

/// The aged balance of one ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgedBalance {
    /// One line per customer with an open item, balance descending, then customer.
    pub lines: Vec<(CustomerKey, AgedLine)>,
    /// Their sum.
    pub total: AgedLine,
    /// What settlements left over and a person chose to tolerate, in no line.
    pub tolerated: Amount,
    /// Sum of the ledger's entries up to the as-of day, computed without the open items.
    pub ledger_balance: Amount,
}

impl AgedLine {
    fn empty(limits: &Limits) -> AgedLine {
        let none = vec![Amount::ZERO; limits.0.len() + 1];
        AgedLine {
            not_due: Amount::ZERO,
            to_come: none.clone(),
            buckets: none,
            no_due_date: Amount::ZERO,
            unallocated: Amount::ZERO,
            overdue: Amount::ZERO,
            items: 0,
            oldest_days_late: None,
        }
    }

    /// Sum of all columns.
    pub fn balance(&self) -> Amount {
        self.not_due + self.buckets.iter().copied().sum::<Amount>() + self.no_due_date + self.unallocated
    }

    fn add(&mut self, item: &OpenItem, as_of: AsOf, ageing: &Ageing) {
        self.items += 1;
        if item.is_overdue(as_of) {
            self.overdue += item.residual;
            self.oldest_days_late = self.oldest_days_late.max(item.days_late(as_of));
        }
        if item.residual.is_credit() && ageing.credits != CreditMode::OwnLine {
            self.unallocated += item.residual;
            return;
        }
        match (age(item, as_of, ageing.basis), ageing.basis) {
            (None, _) => self.no_due_date += item.residual,
            (Some(age), Basis::DueDate) if age.0 <= 0 => {
                self.not_due += item.residual;
                add_at(&mut self.to_come, ageing.limits.bucket(Days(-age.0)), item.residual);
            }
            (Some(age), _) => add_at(&mut self.buckets, ageing.limits.bucket(age), item.residual),
        }
    }

    fn absorb(&mut self, other: &AgedLine) {
        self.not_due += other.not_due;
        for (own, others) in [(&mut self.to_come, &other.to_come), (&mut self.buckets, &other.buckets)] {
            own.iter_mut().zip(others).for_each(|(column, more)| *column += *more);
        }
        self.no_due_date += other.no_due_date;
        self.unallocated += other.unallocated;
        self.overdue += other.overdue;
        self.items += other.items;
        self.oldest_days_late = self.oldest_days_late.max(other.oldest_days_late);
    }
}

/// Days that decide the column. A credit without a due date is aged by its own day: it could be used from then on.
fn age(item: &OpenItem, as_of: AsOf, basis: Basis) -> Option<Days> {
    match basis {
        Basis::InvoiceDate => Some(as_of.days_since(item.document_day)),
        Basis::DueDate if item.residual.is_credit() => {
            Some(as_of.days_since(item.due_day.unwrap_or(item.document_day)))
        }
        Basis::DueDate => item.days_late(as_of),
    }
}

fn add_at(columns: &mut [Amount], position: usize, amount: Amount) {
    match columns.get_mut(position) {
        Some(column) => *column += amount,
        None => unreachable!("a line has one column more than there are limits"),
    }
}

/// Ages the open items of a ledger, customer by customer.
pub fn aged_balance(ledger: &Ledger, open: &OpenItems, ageing: &Ageing) -> AgedBalance {
    let open = apply_credits(ledger, open, ageing.credits);
    let mut total = AgedLine::empty(&ageing.limits);
    let mut lines: Vec<(CustomerKey, AgedLine)> = Vec::new();
    for (customer, items) in open.by_customer() {
        let mut line = AgedLine::empty(&ageing.limits);
        items.iter().for_each(|item| line.add(item, open.as_of, ageing));
        total.absorb(&line);
        lines.push((customer, line));
    }
    lines.arrange_by_key(|(customer, line)| (std::cmp::Reverse(line.balance()), *customer));
    let tolerated = open.tolerated_amount();
    AgedBalance { lines, total, tolerated, ledger_balance: ledger.balance(open.as_of.day()) }
}

/// The same items by whatever an item is told apart by (a segment, a class of accounts, a month), in its order. The
/// lines add up to the total of [`aged_balance`], column by column: credits are applied before anything is told apart.
pub fn aged_by<K: Ord>(
    ledger: &Ledger,
    open: &OpenItems,
    ageing: &Ageing,
    key: impl Fn(&OpenItem) -> K,
) -> Vec<(K, AgedLine)> {
    let open = apply_credits(ledger, open, ageing.credits);
    let mut lines: BTreeMap<K, AgedLine> = BTreeMap::new();
    for item in &open.items {
        let line = lines.entry(key(item)).or_insert_with(|| AgedLine::empty(&ageing.limits));
        line.add(item, open.as_of, ageing);
    }
    lines.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_rising_days() {
        assert!(Limits::new(vec![15, 30, 45, 60, 90]).is_ok());
        for wrong in [vec![], vec![30, 30], vec![60, 30], vec![0, 30], vec![3_651], (1..=13).collect()] {
            assert_eq!(Limits::new(wrong), Err(LimitsError));
        }
    }

    #[test]
    fn boundary_days_belong_to_the_lower_bucket() {
        let limits = Limits::default();
        let bucket = |age| limits.bucket(Days(age));
        assert_eq!([0, 1, 30, 31, 60, 61, 90, 91, 5_000].map(bucket), [0, 0, 0, 1, 1, 2, 2, 3, 3]);
    }
}
