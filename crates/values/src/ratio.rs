//! `Ratio`: an exact quotient, turned into four decimals once, at the edge.

use crate::Amount;
use std::cmp::Ordering;

/// A quotient of whole numbers with a denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// `numerator / denominator`, or `None` where the denominator is not above zero.
    pub fn new(numerator: i128, denominator: i128) -> Option<Ratio> {
        (denominator > 0).then_some(Ratio { numerator, denominator })
    }

    /// `part / whole`, or `None` where the whole is not above zero.
    pub fn of(part: Amount, whole: Amount) -> Option<Ratio> {
        Ratio::new(i128::from(part.minor()), i128::from(whole.minor()))
    }

    /// The same ratio times a whole number.
    pub fn times(self, factor: i128) -> Ratio {
        Ratio { numerator: self.numerator * factor, denominator: self.denominator }
    }

    /// The ratio and a whole number, added.
    pub fn plus_whole(self, whole: i128) -> Ratio {
        Ratio { numerator: self.numerator + whole * self.denominator, denominator: self.denominator }
    }

    /// The product of two ratios.
    pub fn by(self, other: Ratio) -> Ratio {
        Ratio { numerator: self.numerator * other.numerator, denominator: self.denominator * other.denominator }
    }

    /// Which of two ratios is larger. Meant for days, counts and probabilities: products of two totals would not fit.
    pub fn compare(self, other: Ratio) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }

    /// The value in units of 10^-`decimals`, half away from zero.
    pub fn scaled(self, decimals: u32) -> i64 {
        let unit = 10_i128.pow(decimals);
        // Whole and rest apart, so that only the rest is multiplied: squares of totals would overflow otherwise.
        let whole = self.numerator / self.denominator;
        let rest = (self.numerator % self.denominator) * unit;
        let half = self.denominator / 2 * if self.numerator < 0 { -1 } else { 1 };
        let rounded = whole.saturating_mul(unit).saturating_add((rest + half) / self.denominator);
        i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        let scaled = |numerator, denominator| Ratio::new(numerator, denominator).unwrap().scaled(2);
        assert_eq!(scaled(1, 3), 33);
        assert_eq!(scaled(2, 3), 67);
        assert_eq!(scaled(1, 200), 1);
        assert_eq!(scaled(-1, 200), -1);
        assert_eq!(scaled(-1, 3), -33);
        assert_eq!(scaled(5, 2), 250);
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn ratios_compare_by_value() {
        let of = |numerator, denominator| Ratio::new(numerator, denominator).unwrap();
        assert_eq!(of(1, 3).compare(of(2, 6)), Ordering::Equal);
        assert_eq!(of(-1, 2).compare(of(-1, 3)), Ordering::Less);
        assert_eq!(of(1, 792).compare(of(1, 1_000)), Ordering::Greater);
    }
}
