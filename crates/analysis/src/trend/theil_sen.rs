//! Theil–Sen slope: the median of the slopes between all pairs of points. Two wild points in ten do not move it.

use std::cmp::Ordering;
use values::Ratio;

/// A slope not yet reduced: rise over run, run above zero.
type Slope = (i64, i64);

/// Rise per unit of `points`' first members; pairs of one instant have no slope and are left out. `None` without any.
pub fn theil_sen(points: &[(i64, i64)]) -> Option<Ratio> {
    let mut slopes: Vec<Slope> = Vec::with_capacity(points.len() * points.len() / 2);
    for (position, (when, value)) in points.iter().enumerate() {
        for (other_when, other_value) in points.iter().skip(position + 1) {
            match other_when.cmp(when) {
                Ordering::Greater => slopes.push((other_value - value, other_when - when)),
                Ordering::Less => slopes.push((value - other_value, when - other_when)),
                Ordering::Equal => {}
            }
        }
    }
    if slopes.is_empty() {
        return None;
    }
    let half = slopes.len() / 2;
    let odd = slopes.len() % 2 == 1;
    let (below, upper, _) = slopes.select_nth_unstable_by(half, compare);
    let upper = *upper;
    let lower = if odd { upper } else { below.iter().copied().max_by(compare).unwrap_or(upper) };
    let (rise, run) = (i128::from(lower.0), i128::from(lower.1));
    let (other_rise, other_run) = (i128::from(upper.0), i128::from(upper.1));
    Ratio::new(rise * other_run + other_rise * run, 2 * run * other_run)
}

fn compare(a: &Slope, b: &Slope) -> Ordering {
    (i128::from(a.0) * i128::from(b.1)).cmp(&(i128::from(b.0) * i128::from(a.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slopes_of_the_handbook() {
        let slope = |values: &[i64]| {
            let points: Vec<(i64, i64)> = (0..).zip(values.iter().copied()).collect();
            theil_sen(&points).unwrap().scaled(4)
        };
        assert_eq!(slope(&[3, 5, 2, 6, 8, 7, 11, 9, 14, 13, 18, 17]), 13_875);
        assert_eq!(slope(&[3, 5, 2, 6, 4, 7, 3, 5, 4, 6, 2, 5]), 0);
        assert_eq!(theil_sen(&[(0, 1)]), None);
        assert_eq!(theil_sen(&[(3, 1), (3, 9)]), None);
        assert_eq!(theil_sen(&[(30, 9), (10, 1)]).unwrap().scaled(1), 4);
    }
}
