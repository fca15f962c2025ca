//! How customers pay: every part of an invoice cleared by a dated payment is one observation.

use crate::payers::Part;
use ledger::{Ledger, settlements};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Days, Ratio};

/// Observations by number of days: how many, and the sum of their amounts. However many payments there are, they
/// differ in a few hundred numbers of days.
type Spread = BTreeMap<Days, (u32, i128)>;

/// Every part of an invoice and the payment that cleared it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaidParts {
    to_pay: Spread,
    late: Spread,
}

/// Statistics of a number of days over paid parts, in days (domain.md 6); `None` without observations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysStatistics {
    /// Observations.
    pub n: u32,
    /// Mean.
    pub mean: Option<Ratio>,
    /// Mean weighted by amount.
    pub weighted: Option<Ratio>,
    /// Median: the mean of the two middle values for an even number.
    pub median: Option<Ratio>,
    /// Ninth decile by nearest rank: the smallest value that nine in ten do not exceed.
    pub p90: Option<Ratio>,
}

/// How punctual payments were: on time, up to 30 days late, later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Punctuality {
    /// Paid on the due date or before.
    pub on_time: Paid,
    /// Paid 1 to 30 days late.
    pub late: Paid,
    /// Paid more than 30 days late.
    pub very_late: Paid,
}

/// Payments, and what they cleared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paid {
    /// Parts of invoices cleared.
    pub count: u32,
    /// Their amounts, in minor units.
    pub amount: Amount,
}

/// Days late up to which a payment is late and not very late.
const LATE_DAYS_MAX: i32 = 30;

/// How punctual the observed payments were.
pub fn punctuality(parts: &PaidParts) -> Punctuality {
    let mut of = Punctuality::default();
    for (days, (count, amount)) in &parts.late {
        let band = match days.0 {
            ..=0 => &mut of.on_time,
            1..=LATE_DAYS_MAX => &mut of.late,
            _ => &mut of.very_late,
        };
        band.count += count;
        band.amount += Amount::from_minor(i64::try_from(*amount).unwrap_or(i64::MAX));
    }
    of
}

/// The observations up to the as-of day. Payments whose day the file does not tell are left out.
pub fn paid_parts(ledger: &Ledger, as_of: AsOf) -> PaidParts {
    let mut parts = PaidParts::default();
    settlements(ledger, as_of, |part| {
        if let Some(part) = Part::of(&part) {
            parts.add(&part);
        }
    });
    parts
}

impl PaidParts {
    /// Adds a part of an invoice.
    pub(crate) fn add(&mut self, part: &Part) {
        observe(&mut self.to_pay, part.paid - part.issued, part.amount);
        if let Some(due) = part.due {
            observe(&mut self.late, part.paid - due, part.amount);
        }
    }
}

fn observe(spread: &mut Spread, days: Days, amount: Amount) {
    let (count, sum) = spread.entry(days).or_default();
    *count += 1;
    *sum += i128::from(amount.minor());
}

/// Statistics of the days from the due date to the payment, negative when early.
pub fn days_late(parts: &PaidParts) -> DaysStatistics {
    statistics(&parts.late)
}

/// Statistics of the days from the invoice date to the payment.
pub fn days_to_pay(parts: &PaidParts) -> DaysStatistics {
    statistics(&parts.to_pay)
}

fn statistics(spread: &Spread) -> DaysStatistics {
    let n: u64 = spread.values().map(|(count, _)| u64::from(*count)).sum();
    let value = |rank: u64| {
        let mut passed = 0;
        let found = spread.iter().find(|(_, (count, _))| {
            passed += u64::from(*count);
            passed > rank
        });
        found.map_or(0, |(days, _)| i128::from(days.0))
    };
    let sum: i128 = spread.iter().map(|(days, (count, _))| i128::from(days.0) * i128::from(*count)).sum();
    let weights: i128 = spread.values().map(|(_, amount)| *amount).sum();
    let weighted: i128 = spread.iter().map(|(days, (_, amount))| i128::from(days.0) * *amount).sum();
    let some = |ratio: Option<Ratio>| ratio.filter(|_| n > 0);
    DaysStatistics {
        n: n as u32,
        mean: Ratio::new(sum, i128::from(n)),
        weighted: Ratio::new(weighted, weights),
        median: some(Ratio::new(value(n.saturating_sub(1) / 2) + value(n / 2), 2)),
        p90: some(Ratio::new(value((n * 9).div_ceil(10).saturating_sub(1)), 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_of_a_few_days() {
        let scaled = |ratio: Option<Ratio>| ratio.map(|ratio| ratio.scaled(2));
        let of = |days: &[i32]| {
            let mut spread = Spread::new();
            days.iter().for_each(|days| observe(&mut spread, Days(*days), Amount::from_minor(100)));
            statistics(&spread)
        };
        let four = of(&[17, 0, 10, 0]);
        assert_eq!(
            (four.n, scaled(four.mean), scaled(four.median), scaled(four.p90)),
            (4, Some(675), Some(500), Some(1_700))
        );
        let ten = of(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!((scaled(ten.median), scaled(ten.p90)), (Some(550), Some(900)));
        let none = of(&[]);
        assert_eq!((none.n, none.mean, none.weighted, none.median, none.p90), (0, None, None, None, None));
    }
}
