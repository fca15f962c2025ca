//! One-sided CUSUM: adds up how far values stand above their usual level, and tells the first that is too much.

use super::Level;
use values::Ratio;

/// Parts of a day the sums are counted in, so that all of them are whole.
const PARTS: i128 = 40_000;

/// The sums over new values against the level of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cusum {
    /// The sum after each value, in days.
    pub sums: Vec<Ratio>,
    /// The limit, in days: four σ.
    pub limit: Ratio,
    /// Position of the first value whose sum passes the limit.
    pub alarm: Option<usize>,
}

/// σ = max(1 day, 1.4826 MAD); each value adds what it stands over the median plus half a σ, never below zero.
pub fn cusum(level: Level, values: &[i64]) -> Option<Cusum> {
    let sigma = (14_826 * i128::from(level.four_mads())).max(PARTS);
    let (allowance, limit) = (sigma / 2, 4 * sigma);
    let mut sum = 0;
    let mut sums = Vec::with_capacity(values.len());
    for value in values {
        sum = (sum + i128::from(level.above_median(*value)) * PARTS / 2 - allowance).max(0);
        sums.push(sum);
    }
    Some(Cusum {
        alarm: sums.iter().position(|sum| *sum > limit),
        sums: sums.into_iter().filter_map(|sum| Ratio::new(sum, PARTS)).collect(),
        limit: Ratio::new(limit, PARTS)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trend::level;

    #[test]
    fn the_fifth_value_of_the_handbook_passes_the_limit() {
        let history = level(&[2, 4, 3, 5, 4, 6, 3, 5, 4, 4, 5, 3]).unwrap();
        let seen = cusum(history, &[4, 5, 6, 7, 8]).unwrap();
        // 7.0348: the handbook's 7.04 adds steps already rounded to 0.26.
        assert_eq!(seen.sums.iter().map(|sum| sum.scaled(4)).collect::<Vec<_>>(), [0, 2_587, 15_174, 37_761, 70_348]);
        assert_eq!((seen.limit.scaled(2), seen.alarm), (593, Some(4)));
        assert_eq!(cusum(history, &[4, 3, 5, 4]).unwrap().alarm, None);
        let flat = level(&[4, 4, 4]).unwrap();
        assert_eq!(cusum(flat, &[9]).unwrap().limit.scaled(2), 400);
    }
}
