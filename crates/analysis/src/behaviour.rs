//! How customers pay: every part of an invoice cleared by a dated payment is one observation.

use ledger::{EntryKind, Ledger, OpenItems};
use values::{Amount, Days, Ratio};

/// A part of an invoice and the payment that cleared it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidPart {
    /// How much was paid.
    pub amount: Amount,
    /// Days from the invoice date to the payment.
    pub days_to_pay: Days,
    /// Days from the due date to the payment, negative when early; `None` without a due date.
    pub days_late: Option<Days>,
}

/// Statistics of a number of days over paid parts.
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

/// The observations up to the as-of day. Payments whose day the file does not tell are left out.
pub fn paid_parts(ledger: &Ledger, open: &OpenItems) -> Vec<PaidPart> {
    let settlements = open
        .settlements
        .iter()
        .map(|settlement| (settlement, ledger.entry(settlement.debit), ledger.entry(settlement.credit)));
    settlements
        .filter(|(_, debit, credit)| debit.kind == EntryKind::Invoice && credit.kind == EntryKind::Payment)
        .map(|(settlement, debit, credit)| PaidPart {
            amount: settlement.amount,
            days_to_pay: credit.day - debit.day,
            days_late: debit.due_day.map(|due| credit.day - due),
        })
        .collect()
}

/// Statistics of the days late.
pub fn days_late(parts: &[PaidPart]) -> DaysStatistics {
    statistics(parts.iter().filter_map(|part| Some((part.days_late?, part.amount))).collect())
}

/// Statistics of the days to pay.
pub fn days_to_pay(parts: &[PaidPart]) -> DaysStatistics {
    statistics(parts.iter().map(|part| (part.days_to_pay, part.amount)).collect())
}

fn statistics(mut observations: Vec<(Days, Amount)>) -> DaysStatistics {
    observations.sort_by_key(|(days, _)| *days);
    let n = observations.len();
    let value = |rank: usize| observations.get(rank).map_or(0, |(days, _)| i128::from(days.0));
    let sum: i128 = observations.iter().map(|(days, _)| i128::from(days.0)).sum();
    let weights: i128 = observations.iter().map(|(_, amount)| i128::from(amount.minor())).sum();
    let weighted: i128 =
        observations.iter().map(|(days, amount)| i128::from(days.0) * i128::from(amount.minor())).sum();
    let some = |ratio: Option<Ratio>| ratio.filter(|_| n > 0);
    DaysStatistics {
        n: n as u32,
        mean: Ratio::new(sum, n as i128),
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
        let of = |days: &[i32]| statistics(days.iter().map(|days| (Days(*days), Amount::from_minor(100))).collect());
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
