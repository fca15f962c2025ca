//! Shares that add up: a whole number of steps dealt out over parts, by the largest remainders.

use crate::Amount;
use crate::Arrange;

/// Deals `steps` out over the parts in proportion, so that the shares add up to `steps` exactly; of equal remainders
/// the first part is served first. Parts below zero get nothing; all zeros where there is no whole.
pub fn apportion(steps: u32, parts: &[Amount]) -> Vec<i64> {
    let steps = i128::from(steps);
    let exact = || parts.iter().map(|part| i128::from(part.debit_part().minor()) * steps);
    let whole: i128 = parts.iter().map(|part| i128::from(part.debit_part().minor())).sum();
    if whole == 0 {
        return vec![0; parts.len()];
    }
    let mut shares: Vec<i64> = exact().map(|part| (part / whole) as i64).collect();
    let missing = steps - shares.iter().map(|share| i128::from(*share)).sum::<i128>();
    let mut by_remainder: Vec<(i128, usize)> = exact().map(|part| -(part % whole)).zip(0..).collect();
    by_remainder.arrange();
    for (_, index) in by_remainder.into_iter().take(missing as usize) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(steps: u32, parts: &[i64]) -> Vec<i64> {
        apportion(steps, &parts.iter().map(|&part| Amount::from_minor(part)).collect::<Vec<_>>())
    }

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(of(1_000, &[1, 1, 1]), [334, 333, 333]);
        assert_eq!(of(1_000, &[0, 5, -3]), [0, 1_000, 0]);
        assert_eq!(of(1_000, &[0, 0]), [0, 0]);
        assert_eq!(of(1_000, &[]), [0; 0]);
        for parts in [[1, 2, 4, 9_999_999], [7, 7, 7, 7], [1, 0, 0, 0], [123_456, 1, 654_321, 999]] {
            assert_eq!(of(10_000, &parts).iter().sum::<i64>(), 10_000, "{parts:?}");
        }
    }
}
