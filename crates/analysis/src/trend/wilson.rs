//! Wilson interval: what a share seen on few observations may really be.

use values::Ratio;

/// Lower and upper bound at 95 % of the share behind `hits` of `n`, to six decimals; `None` without observations.
pub fn wilson(hits: u32, n: u32) -> Option<(Ratio, Ratio)> {
    let (hits, n) = (i128::from(hits), i128::from(n));
    // z² = 1.96² = 38,416 / 10,000.
    let (square, unit) = (38_416, 10_000);
    let middle = 2 * hits * unit + square;
    // 10^12 inside the root for six decimals outside.
    let root = (square * square * 1_000_000_000_000
        + 4 * square * unit * hits * (n - hits) * 1_000_000_000_000 / n.max(1))
    .isqrt();
    let whole = 2 * (n * unit + square);
    let bound = |twice: i128| Ratio::new(twice, whole * 1_000_000);
    if n == 0 {
        return None;
    }
    Some((bound(middle * 1_000_000 - root)?, bound(middle * 1_000_000 + root)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 5 of 6 gives 0.4365 to 0.9699; 0 of 10 gives 0 to 0.2775 (Newcombe 1998, method 3).
    #[test]
    fn shares_of_few_observations() {
        let bounds = |hits, n| wilson(hits, n).map(|(low, high)| (low.scaled(4), high.scaled(4)));
        assert_eq!(bounds(5, 6), Some((4_365, 9_699)));
        assert_eq!(bounds(0, 10), Some((0, 2_775)));
        assert_eq!(bounds(81, 263), Some((2_553, 3_662)));
        assert_eq!(bounds(0, 0), None);
    }
}
