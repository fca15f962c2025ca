//! Instalments that add up to the cent: an amount over n terms, the first ones bearing the odd cents.

use serde::{Deserialize, Serialize};
use values::{Amount, Day};

/// Terms of a plan at most: five years of months.
pub const TERMS_MAX: u32 = 60;

/// One payment of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// The last day it may be paid.
    pub day: Day,
    /// In minor units, above zero.
    pub amount: Amount,
}

/// Why terms are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// No term, or more than [`TERMS_MAX`].
    Count,
    /// The amount is too small for so many terms, or a term is zero or less.
    Amount,
    /// The days do not follow one another.
    Days,
    /// The terms do not add up to the amount.
    Sum {
        /// What they add up to.
        found: Amount,
        /// What they should.
        wanted: Amount,
    },
}

/// Splits an amount into `count` monthly terms from a day on. The 31st becomes the last day of a shorter month, and
/// the 31st again in the next: each day is counted from the first, never from the one before.
pub fn split(amount: Amount, count: u32, first: Day) -> Result<Vec<Term>, SplitError> {
    if !(1..=TERMS_MAX).contains(&count) {
        return Err(SplitError::Count);
    }
    let parts = i64::from(count);
    if amount.minor() < parts {
        return Err(SplitError::Amount);
    }
    let (each, odd) = (amount.minor() / parts, amount.minor() % parts);
    let term = |number: u32| Term {
        day: first.plus_months(number),
        amount: Amount::from_minor(each + i64::from(i64::from(number) < odd)),
    };
    Ok((0..count).map(term).collect())
}

/// Terms a person chose: days that follow one another, amounts above zero that add up to the amount.
pub fn custom(amount: Amount, terms: Vec<Term>) -> Result<Vec<Term>, SplitError> {
    if terms.is_empty() || terms.len() > TERMS_MAX as usize {
        return Err(SplitError::Count);
    }
    if !terms.iter().all(|term| term.amount.is_debit()) {
        return Err(SplitError::Amount);
    }
    if !terms.is_sorted_by(|a, b| a.day < b.day) {
        return Err(SplitError::Days);
    }
    let found: Amount = terms.iter().map(|term| term.amount).sum();
    if found != amount {
        return Err(SplitError::Sum { found, wanted: amount });
    }
    Ok(terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(amount: i64, count: u32, first: &str) -> String {
        let terms = split(Amount::from_minor(amount), count, first.parse().unwrap()).unwrap();
        terms.iter().map(|term| format!("{} {}", term.day, term.amount)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn ten_thousand_in_three_bears_the_odd_cent_first() {
        assert_eq!(shown(1_000_000, 3, "2026-10-15"), "2026-10-15 333334, 2026-11-15 333333, 2026-12-15 333333");
    }

    #[test]
    fn the_31st_becomes_the_end_of_shorter_months_only() {
        assert_eq!(shown(400, 4, "2027-01-31"), "2027-01-31 100, 2027-02-28 100, 2027-03-31 100, 2027-04-30 100");
        assert_eq!(shown(300, 3, "2027-12-31"), "2027-12-31 100, 2028-01-31 100, 2028-02-29 100");
    }

    #[test]
    fn terms_that_do_not_add_up_are_refused() {
        let terms = |terms: &[(&str, i64)]| -> Vec<Term> {
            terms
                .iter()
                .map(|(day, amount)| Term { day: day.parse().unwrap(), amount: Amount::from_minor(*amount) })
                .collect()
        };
        let hundred = Amount::from_minor(100);
        assert!(custom(hundred, terms(&[("2026-01-31", 60), ("2026-03-15", 40)])).is_ok());
        let found = Amount::from_minor(99);
        assert_eq!(
            custom(hundred, terms(&[("2026-01-31", 60), ("2026-03-15", 39)])),
            Err(SplitError::Sum { found, wanted: hundred })
        );
        assert_eq!(custom(hundred, terms(&[("2026-03-15", 60), ("2026-03-15", 40)])), Err(SplitError::Days));
        assert_eq!(custom(hundred, terms(&[("2026-03-15", 110), ("2026-03-16", -10)])), Err(SplitError::Amount));
        assert_eq!(custom(hundred, Vec::new()), Err(SplitError::Count));
        assert_eq!(split(Amount::from_minor(2), 3, "2026-01-01".parse().unwrap()), Err(SplitError::Amount));
        assert_eq!(split(hundred, 61, "2026-01-01".parse().unwrap()), Err(SplitError::Count));
    }

    proptest! {
        #[test]
        fn a_split_adds_up_and_no_two_terms_differ_by_more_than_one(amount in 60_i64..1_000_000_000, count in 1_u32..=60, day in 0_i32..80_000) {
            let terms = split(Amount::from_minor(amount), count, Day::numbered(day)).unwrap();
            let all: Amount = terms.iter().map(|term| term.amount).sum();
            prop_assert_eq!(all, Amount::from_minor(amount));
            let (least, most) = (terms.iter().map(|t| t.amount.minor()).min().unwrap(), terms.iter().map(|t| t.amount.minor()).max().unwrap());
            prop_assert!(most - least <= 1);
            prop_assert!(custom(Amount::from_minor(amount), terms).is_ok());
        }
    }
}
