//! Mann–Kendall: do later values tend to be larger than earlier ones? By signs only, so that one wild value counts once.

use super::normal::upper_tail;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use values::Ratio;

/// From this many values on, the normal approximation; below, the exact distribution.
const NORMAL_FROM: usize = 10;

/// The test on one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MannKendall {
    /// Values.
    pub n: u32,
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Variance of `s` in a series without trend, ties taken into account.
    pub variance: Ratio,
    /// (S ∓ 1) / √variance, to six decimals.
    pub z: Ratio,
    /// P(a series without trend rises at least as much).
    pub rising: Ratio,
    /// P(a series without trend rises or falls at least as much).
    pub two_sided: Ratio,
}

/// The test; `None` for fewer than two values or values that are all the same.
pub fn mann_kendall(values: &[i64]) -> Option<MannKendall> {
    let s = pairs_rising(values);
    let ties = ties(values);
    let of = |n: i128| n * (n - 1) * (2 * n + 5);
    let n = values.len() as i128;
    let eighteen_variances = of(n) - ties.iter().map(|tied| of(*tied as i128)).sum::<i128>();
    let variance = Ratio::new(eighteen_variances, 18).filter(|_| eighteen_variances > 0)?;
    let magnitude = i128::from(s.abs());
    let corrected = (magnitude - 1).max(0);
    // The tail of |S|, and the other side of it.
    let upper = match values.len() {
        ..NORMAL_FROM => exact_tail(&ties, magnitude)?,
        NORMAL_FROM.. => upper_tail((corrected * corrected * 18, eighteen_variances))?,
    };
    let rising = if s >= 0 { upper } else { complement(&ties, values.len(), magnitude, upper)? };
    let z = (corrected * corrected * 18 * 1_000_000_000_000 / eighteen_variances).isqrt();
    let two_sided = upper.times(2);
    let certain = Ratio::new(1, 1)?;
    Some(MannKendall {
        n: values.len() as u32,
        s,
        variance,
        z: Ratio::new(if s < 0 { -z } else { z }, 1_000_000)?,
        rising,
        two_sided: if two_sided.compare(certain) == Ordering::Greater { certain } else { two_sided },
    })
}

fn pairs_rising(values: &[i64]) -> i64 {
    let mut s = 0;
    for (position, value) in values.iter().enumerate() {
        let later = values.iter().skip(position + 1);
        s += later.map(|other| (other - value).signum()).sum::<i64>();
    }
    s
}

/// How many values share each value.
fn ties(values: &[i64]) -> Vec<usize> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(*value).or_default() += 1;
    }
    counts.into_values().collect()
}

/// P(S ≥ −magnitude) of a falling series: one less what lies below.
fn complement(ties: &[usize], n: usize, magnitude: i128, upper: Ratio) -> Option<Ratio> {
    let below = if n < NORMAL_FROM { exact_tail(ties, magnitude + 1)? } else { upper };
    Some(below.times(-1).plus_whole(1))
}

/// P(S ≥ s) over all orders of a multiset. Inversions of its orders are counted by the Gaussian multinomial, so that
/// ties need no approximation: S is the pairs that differ less twice the inversions.
fn exact_tail(ties: &[usize], s: i128) -> Option<Ratio> {
    let orders = orders_by_inversions(ties);
    let differing = orders.len() as i128 - 1;
    let all: i128 = orders.iter().sum();
    let reached = (0_i128..).zip(&orders).filter(|(inversions, _)| differing - 2 * inversions >= s);
    Ratio::new(reached.map(|(_, count)| count).sum(), all)
}

/// How many orders of a multiset have 0, 1, 2 … inversions.
fn orders_by_inversions(ties: &[usize]) -> Vec<i128> {
    let mut counts = vec![1];
    let mut placed = 0;
    for tied in ties {
        for step in 1..=*tied {
            counts = divided(multiplied(&counts, placed + step), step);
        }
        placed += tied;
    }
    counts
}

/// Times (1 − q^power).
fn multiplied(counts: &[i128], power: usize) -> Vec<i128> {
    let shifted = std::iter::repeat_n(0, power).chain(counts.iter().copied());
    let padded = counts.iter().copied().chain(std::iter::repeat_n(0, power));
    padded.zip(shifted).map(|(count, shifted)| count - shifted).collect()
}

/// Divided by (1 − q^power), which leaves no rest here.
fn divided(mut counts: Vec<i128>, power: usize) -> Vec<i128> {
    for position in power..counts.len() {
        let before = counts.get(position - power).copied().unwrap_or_default();
        if let Some(count) = counts.get_mut(position) {
            *count += before;
        }
    }
    counts.truncate(counts.len() - power);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rising_and_the_flat_series_of_the_handbook() {
        let rising = mann_kendall(&[3, 5, 2, 6, 8, 7, 11, 9, 14, 13, 18, 17]).unwrap();
        assert_eq!((rising.s, rising.variance.scaled(2), rising.z.scaled(2)), (54, 21_267, 363));
        assert_eq!(rising.two_sided.scaled(5), 28);
        let flat = mann_kendall(&[3, 5, 2, 6, 4, 7, 3, 5, 4, 6, 2, 5]).unwrap();
        assert_eq!((flat.s, flat.variance.scaled(0), flat.two_sided.scaled(2)), (5, 205, 78));
    }

    #[test]
    fn few_values_are_counted_exactly() {
        let two_sided = |n: i64| mann_kendall(&(0..n).collect::<Vec<_>>()).unwrap().two_sided;
        assert_eq!(two_sided(4), Ratio::new(2, 24).unwrap());
        assert_eq!([4, 5, 6, 7].map(|n| two_sided(n).scaled(4)), [833, 167, 28, 4]);
    }

    /// Every order of a multiset, one by one, against the polynomial.
    #[test]
    fn ties_are_counted_as_every_order_would_tell() {
        let values = [1, 1, 2, 3, 3, 3, 4];
        let mut orders = Vec::new();
        permute(&mut values.to_vec(), values.len(), &mut orders);
        for series in [[1, 1, 2, 3, 3, 3, 4], [4, 3, 1, 3, 2, 1, 3], [1, 3, 2, 1, 3, 4, 3]] {
            let test = mann_kendall(&series).unwrap();
            let reached = orders.iter().filter(|order| pairs_rising(order) >= test.s).count();
            let expected = Ratio::new(reached as i128, orders.len() as i128).unwrap();
            assert_eq!(test.rising.compare(expected), Ordering::Equal, "{series:?}");
        }
        assert_eq!(mann_kendall(&[5, 5, 5]), None);
    }

    fn permute(values: &mut Vec<i64>, length: usize, orders: &mut Vec<Vec<i64>>) {
        if length <= 1 {
            orders.push(values.clone());
            return;
        }
        for position in 0..length {
            values.swap(position, length - 1);
            permute(values, length - 1, orders);
            values.swap(position, length - 1);
        }
    }

    #[test]
    fn a_falling_series_does_not_rise() {
        let falling: Vec<i64> = (0..12).rev().collect();
        assert!(mann_kendall(&falling).unwrap().rising.scaled(4) > 9_990);
        assert_eq!(mann_kendall(&[3, 2, 1]).unwrap().rising, Ratio::new(6, 6).unwrap());
    }
}
