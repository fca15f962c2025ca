//! `Ratio`: an exact quotient, turned into four decimals once, at the edge.

use crate::Amount;

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

    /// The sum of two ratios.
    pub fn plus(self, other: Ratio) -> Ratio {
        Ratio {
            numerator: self.numerator * other.denominator + other.numerator * self.denominator,
            denominator: self.denominator * other.denominator,
        }
    }

    /// The value in units of 10^-`decimals`, half away from zero.
    pub fn scaled(self, decimals: u32) -> i64 {
        let scaled = self.numerator * 10_i128.pow(decimals);
        let half = self.denominator / 2;
        let rounded = if scaled >= 0 { (scaled + half) / self.denominator } else { (scaled - half) / self.denominator };
        i64::try_from(rounded).unwrap_or(i64::MAX)
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
        assert_eq!(Ratio::new(1, 0), None);
    }
}
