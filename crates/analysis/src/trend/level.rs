//! Median and median absolute deviation: a level and a spread that a few wild values do not move.

use super::twice_median;
use values::Ratio;

/// Median and MAD of a series of days, kept as whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    twice_median: i64,
    four_mads: i64,
}

/// The level of a series; `None` without values.
pub fn level(values: &[i64]) -> Option<Level> {
    let twice_median = twice_median(&mut values.to_vec())?;
    let mut deviations: Vec<i64> = values.iter().map(|value| (2 * value - twice_median).abs()).collect();
    let four_mads = self::twice_median(&mut deviations)?;
    Some(Level { twice_median, four_mads })
}

impl Level {
    /// The median.
    pub fn median(self) -> Option<Ratio> {
        Ratio::new(self.twice_median.into(), 2)
    }

    /// The median absolute deviation.
    pub fn mad(self) -> Option<Ratio> {
        Ratio::new(self.four_mads.into(), 4)
    }

    /// Modified z-score of a value, 0.6745 (x − median) / MAD; over 3.5 is unusual (Iglewicz and Hoaglin). A spread of
    /// nothing counts as one day.
    pub fn modified_z(self, value: i64) -> Option<Ratio> {
        let four_mads = if self.four_mads == 0 { 4 } else { self.four_mads };
        Ratio::new(6_745 * 2 * i128::from(self.above_median(value)), 10_000 * i128::from(four_mads))
    }

    /// Twice the days above the median.
    pub(super) fn above_median(self, value: i64) -> i64 {
        2 * value - self.twice_median
    }

    pub(super) fn four_mads(self) -> i64 {
        self.four_mads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wild_value_stands_out() {
        let history = level(&[2, 4, 3, 5, 4, 6, 3, 5, 4, 4, 5, 3]).unwrap();
        assert_eq!((history.median().unwrap().scaled(2), history.mad().unwrap().scaled(2)), (400, 100));
        assert_eq!(history.modified_z(14).unwrap().scaled(2), 675);
        let flat = level(&[7, 7, 7]).unwrap();
        assert_eq!(flat.modified_z(9).unwrap().scaled(3), 1_349);
        let even = level(&[1, 2]).unwrap();
        assert_eq!((even.median().unwrap().scaled(2), even.mad().unwrap().scaled(2)), (150, 50));
        assert_eq!(level(&[]), None);
    }
}
