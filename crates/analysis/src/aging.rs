//! The aged balance: open items by age, one line per customer, footing to the ledger to the cent.
//! Day counts and boundaries are those of domain.md 5.1: due on the as-of day is not due; 30 days late is 1–30.

use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use values::{Amount, AsOf, Days};

/// Which date ages an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Days past the due date.
    DueDate,
    /// Days since the invoice date.
    InvoiceDate,
}

/// Upper limits of the buckets in days, rising: 30, 60, 90 make 1–30, 31–60, 61–90 and 91 and more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits(Vec<u32>);

/// The limits are not one to twelve rising numbers of days between 1 and 3,650.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitsError;

impl Limits {
    /// Checks limits.
    pub fn new(limits: Vec<u32>) -> Result<Limits, LimitsError> {
        let in_range = limits.iter().all(|limit| (1..=3_650).contains(limit));
        let rising = limits.windows(2).all(|pair| matches!(pair, [low, high] if low < high));
        if (1..=12).contains(&limits.len()) && in_range && rising { Ok(Limits(limits)) } else { Err(LimitsError) }
    }

    /// The limits, rising.
    pub fn days(&self) -> &[u32] {
        &self.0
    }

    /// Position of the bucket of an age of one day or more.
    fn bucket(&self, age: Days) -> usize {
        self.0.iter().position(|limit| age.0 <= *limit as i32).unwrap_or(self.0.len())
    }
}

impl Default for Limits {
    /// 30, 60, 90.
    fn default() -> Limits {
        Limits(vec![30, 60, 90])
    }
}

/// One customer's figures, or a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgedLine {
    /// Debits not due; always zero by invoice date.
    pub not_due: Amount,
    /// Debits by age: one figure more than there are limits.
    pub buckets: Vec<Amount>,
    /// Debits without a due date; always zero by invoice date.
    pub no_due_date: Amount,
    /// Credit notes and unallocated payments, zero or less.
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
    /// Sum of the ledger's entries up to the as-of day, computed without the open items.
    pub ledger_balance: Amount,
}

impl AgedLine {
    fn empty(limits: &Limits) -> AgedLine {
        AgedLine {
            not_due: Amount::ZERO,
            buckets: vec![Amount::ZERO; limits.0.len() + 1],
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

    fn add(&mut self, item: &OpenItem, as_of: AsOf, limits: &Limits, basis: Basis) {
        *self.column(item, as_of, limits, basis) += item.residual;
        self.items += 1;
        if item.is_overdue(as_of) {
            self.overdue += item.residual;
            self.oldest_days_late = self.oldest_days_late.max(item.days_late(as_of));
        }
    }

    fn column(&mut self, item: &OpenItem, as_of: AsOf, limits: &Limits, basis: Basis) -> &mut Amount {
        if item.residual.is_credit() {
            return &mut self.unallocated;
        }
        let age = match basis {
            Basis::InvoiceDate => Some(as_of.days_since(item.day)),
            Basis::DueDate => item.days_late(as_of),
        };
        match (age, basis) {
            (None, _) => &mut self.no_due_date,
            (Some(age), Basis::DueDate) if age.0 <= 0 => &mut self.not_due,
            (Some(age), _) => match self.buckets.get_mut(limits.bucket(age)) {
                Some(bucket) => bucket,
                None => unreachable!("a line has one bucket more than there are limits"),
            },
        }
    }

    fn absorb(&mut self, other: &AgedLine) {
        self.not_due += other.not_due;
        for (bucket, more) in self.buckets.iter_mut().zip(&other.buckets) {
            *bucket += *more;
        }
        self.no_due_date += other.no_due_date;
        self.unallocated += other.unallocated;
        self.overdue += other.overdue;
        self.items += other.items;
        self.oldest_days_late = self.oldest_days_late.max(other.oldest_days_late);
    }
}

/// Ages the open items of a ledger. Credits stand apart: they are in no bucket.
pub fn aged_balance(ledger: &Ledger, open: &OpenItems, limits: &Limits, basis: Basis) -> AgedBalance {
    let mut total = AgedLine::empty(limits);
    let mut lines: Vec<(CustomerKey, AgedLine)> = Vec::new();
    for (customer, items) in open.by_customer() {
        let mut line = AgedLine::empty(limits);
        for item in items {
            line.add(item, open.as_of, limits, basis);
        }
        total.absorb(&line);
        lines.push((customer, line));
    }
    lines.sort_by_key(|(customer, line)| (std::cmp::Reverse(line.balance()), *customer));
    AgedBalance { lines, total, ledger_balance: ledger.balance(open.as_of.day()) }
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
        assert_eq!([1, 30, 31, 60, 61, 90, 91, 5_000].map(bucket), [0, 0, 1, 1, 2, 2, 3, 3]);
    }
}
