//! Shares that add up: what is written beside the parts of a whole sums to 100 %, by the largest remainders.

use values::Amount;

/// The share of each part in ten-thousandths, rounded to whole thousandths so that the percentages written with one
/// decimal add up. Parts below zero count for nothing; all zeros where there is no whole.
pub fn shares(parts: &[Amount]) -> Vec<i64> {
    const STEPS: i128 = 1_000;
    let whole: i128 = parts.iter().map(|part| i128::from(part.debit_part().minor())).sum();
    if whole == 0 {
        return vec![0; parts.len()];
    }
    let exact: Vec<i128> = parts.iter().map(|part| i128::from(part.debit_part().minor()) * STEPS).collect();
    let mut steps: Vec<i128> = exact.iter().map(|part| part / whole).collect();
    let missing = STEPS - steps.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|&index| (-exact.get(index).map_or(0, |part| part % whole), index));
    for &index in by_remainder.iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(step) = steps.get_mut(index) {
            *step += 1;
        }
    }
    steps.into_iter().map(|step| i64::try_from(step * 10).unwrap_or(0)).collect()
}

/// A share as a length of a style sheet: 1230 → `12.3%`.
pub fn length(share: i64) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}

/// A number the engine rounded to four decimals, in ten-thousandths; nothing where it is no number.
pub fn ten_thousandths(value: f64) -> Option<i64> {
    let text = format!("{value:.4}");
    text.replace('.', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[i64]) -> Vec<i64> {
        shares(&parts.iter().map(|&part| Amount::from_minor(part)).collect::<Vec<_>>())
    }

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(of(&[1, 1, 1]), [3340, 3330, 3330]);
        assert_eq!(of(&[0, 5, -3]), [0, 10_000, 0]);
        assert_eq!(of(&[0, 0]), [0, 0]);
        assert_eq!(of(&[]), [0; 0]);
        for parts in [[1, 2, 4, 9_999_999], [7, 7, 7, 7], [1, 0, 0, 0], [123_456, 1, 654_321, 999]] {
            assert_eq!(of(&parts).iter().sum::<i64>(), 10_000, "{parts:?}");
        }
    }

    #[test]
    fn numbers_of_four_decimals_come_over_exactly() {
        assert_eq!(ten_thousandths(0.5867), Some(5_867));
        assert_eq!(ten_thousandths(94.8111), Some(948_111));
        assert_eq!(ten_thousandths(-2.6662), Some(-26_662));
        assert_eq!(ten_thousandths(f64::NAN), None);
        assert_eq!(length(1_230), "12.30%");
        assert_eq!(length(5), "0.05%");
    }
}
