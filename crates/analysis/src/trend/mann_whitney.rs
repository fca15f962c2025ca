//! Mann–Whitney: are recent values larger than those before? By ranks, with the exact distribution over all ways to
//! choose which values are the recent ones, ties included.

use super::twice_median;
use values::{Arrange, Ratio};

/// The test of recent values against those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MannWhitney {
    /// Pairs where the recent value is larger; an equal pair counts half.
    pub u: Ratio,
    /// All pairs.
    pub pairs: u32,
    /// P(as large a rank sum, had the recent values been drawn at random).
    pub larger: Ratio,
    /// Normal score of U with continuity and ties corrected, to six decimals.
    pub z: Ratio,
}

/// The test; `None` where a side is empty or there are more than 120 values (their combinations would not be counted).
pub fn mann_whitney(before: &[i64], recent: &[i64]) -> Option<MannWhitney> {
    let (n, k) = (before.len() + recent.len(), recent.len());
    if before.is_empty() || recent.is_empty() || n > 120 {
        return None;
    }
    let (ranks, recent_sum) = doubled_ranks(before, recent);
    let (reached, all) = ways_at_least(&ranks, k, recent_sum);
    let twice_u = recent_sum as i128 - (k * (k + 1)) as i128;
    Some(MannWhitney {
        u: Ratio::new(twice_u, 2)?,
        pairs: (before.len() * k) as u32,
        larger: Ratio::new(reached, all)?,
        z: score(&ranks, (before.len() * k) as i128, twice_u)?,
    })
}

/// Median of the differences between every recent value and every one before: the Hodges–Lehmann shift.
pub fn hodges_lehmann(before: &[i64], recent: &[i64]) -> Option<Ratio> {
    let mut differences: Vec<i64> =
        recent.iter().flat_map(|recent| before.iter().map(move |before| recent - before)).collect();
    Ratio::new(twice_median(&mut differences)?.into(), 2)
}

/// Twice the mid-rank of every value, and the sum over the recent ones.
fn doubled_ranks(before: &[i64], recent: &[i64]) -> (Vec<usize>, usize) {
    let mut values: Vec<(i64, bool)> = before.iter().map(|value| (*value, false)).collect();
    values.extend(recent.iter().map(|value| (*value, true)));
    values.arrange();
    let mut ranks = Vec::with_capacity(values.len());
    let mut recent_sum = 0;
    for tied in values.chunk_by(|(a, _), (b, _)| a == b) {
        let doubled = 2 * ranks.len() + tied.len() + 1;
        ranks.extend(std::iter::repeat_n(doubled, tied.len()));
        recent_sum += doubled * tied.iter().filter(|(_, recent)| *recent).count();
    }
    (ranks, recent_sum)
}

/// Of all ways to choose `k` ranks: those whose sum reaches `sum`, and how many there are.
fn ways_at_least(ranks: &[usize], k: usize, sum: usize) -> (i128, i128) {
    let width = ranks.iter().rev().take(k).sum::<usize>() + 1;
    // By how many are chosen, then by their sum.
    let mut ways = vec![vec![0_i128; width]; k + 1];
    if let Some(none) = ways.first_mut().and_then(|row| row.first_mut()) {
        *none = 1;
    }
    for rank in ranks {
        for chosen in (1..=k).rev() {
            let (fewer, more) = ways.split_at_mut(chosen);
            let (Some(from), Some(to)) = (fewer.last(), more.first_mut()) else { continue };
            for (ways, added) in to.iter_mut().skip(*rank).zip(from) {
                *ways += added;
            }
        }
    }
    let Some(chosen) = ways.last() else { return (0, 0) };
    (chosen.iter().skip(sum).sum(), chosen.iter().sum())
}

/// (U − mean ∓ ½) / σ.
fn score(ranks: &[usize], pairs: i128, twice_u: i128) -> Option<Ratio> {
    let n = ranks.len() as i128;
    let ties: i128 = ranks.chunk_by(|a, b| a == b).map(|tied| (tied.len() as i128).pow(3) - tied.len() as i128).sum();
    // σ² = pairs / 12 × (n + 1 − ties / (n (n − 1))).
    let (variance, per) = (pairs * ((n + 1) * n * (n - 1) - ties), 12 * n * (n - 1));
    if variance == 0 {
        return Ratio::new(0, 1);
    }
    let away = twice_u - pairs;
    let corrected = (away.abs() - 1).max(0);
    let z = (corrected * corrected * per * 1_000_000_000_000 / (4 * variance)).isqrt();
    Ratio::new(if away < 0 { -z } else { z }, 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    #[test]
    fn the_last_four_of_the_handbook() {
        let (before, recent) = ([3, 5, 2, 6, 8, 7, 11, 9], [14, 13, 18, 17]);
        let test = mann_whitney(&before, &recent).unwrap();
        assert_eq!((test.u.scaled(0), test.pairs), (32, 32));
        assert_eq!(test.larger, Ratio::new(1, 495).unwrap());
        assert_eq!(test.z.scaled(2), 263);
        assert_eq!(hodges_lehmann(&before, &recent).unwrap().scaled(1), 90);
    }

    /// Every choice, one by one, against the count.
    #[test]
    fn ties_are_counted_as_every_choice_would_tell() {
        let values: [i64; 9] = [1, 1, 2, 3, 3, 3, 4, 4, 9];
        for chosen in [0b1_1100_0000_u32, 0b0_0110_1000, 0b1_0101_0001, 0b0_0000_0111] {
            let side = |mask: u32, inside: bool| {
                let kept = values.iter().zip(0..).filter(move |(_, bit)| (mask >> bit & 1 == 1) == inside);
                kept.map(|(value, _)| *value).collect::<Vec<i64>>()
            };
            let k = chosen.count_ones();
            let test = |mask| mann_whitney(&side(mask, false), &side(mask, true)).unwrap();
            let all: Vec<u32> = (0..1 << 9).filter(|mask: &u32| mask.count_ones() == k).collect();
            let seen = test(chosen);
            let reached = all.iter().filter(|mask| test(**mask).u.compare(seen.u) != Ordering::Less).count();
            let expected = Ratio::new(reached as i128, all.len() as i128).unwrap();
            assert_eq!(seen.larger.compare(expected), Ordering::Equal, "{chosen:b}");
        }
    }

    #[test]
    fn nothing_to_compare_is_no_test() {
        assert_eq!(mann_whitney(&[], &[1]), None);
        assert_eq!(hodges_lehmann(&[1], &[]), None);
        let flat = mann_whitney(&[4, 4, 4], &[4, 4]).unwrap();
        assert_eq!((flat.larger.scaled(0), flat.z.scaled(0)), (1, 0));
    }
}
