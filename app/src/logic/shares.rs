//! Shares that add up: what is written beside the parts of a whole sums to 100 %, by the largest remainders.

use values::{Amount, apportion};

/// The share of each part in ten-thousandths, rounded to whole thousandths so that the percentages written with one
/// decimal add up. Parts below zero count for nothing; all zeros where there is no whole.
pub fn shares(parts: &[Amount]) -> Vec<i64> {
    apportion(1_000, parts).into_iter().map(|thousandths| thousandths * 10).collect()
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

    #[test]
    fn one_decimal_adds_up() {
        assert_eq!(shares(&[1, 1, 1].map(Amount::from_minor)), [3340, 3330, 3330]);
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
