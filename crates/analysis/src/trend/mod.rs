//! Whether a series of days is rising: robust tests for few observations (domain.md 6.2), one file each. Exact where
//! a whole number can be; a probability is a ratio, whatever it was computed with.

mod benjamini_hochberg;
mod cusum;
mod level;
mod mann_kendall;
mod mann_whitney;
mod normal;
mod theil_sen;
mod wilson;

pub use benjamini_hochberg::discoveries;
pub use cusum::{Cusum, cusum};
pub use level::{Level, level};
pub use mann_kendall::{MannKendall, mann_kendall};
pub use mann_whitney::{MannWhitney, hodges_lehmann, mann_whitney};
pub use theil_sen::theil_sen;
pub use wilson::wilson;

/// The middle of a list, or the sum of its two middles over two: twice the median, which is always whole.
fn twice_median(values: &mut [i64]) -> Option<i64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let odd = values.len() % 2 == 1;
    let (below, upper, _) = values.select_nth_unstable(half);
    let upper = *upper;
    let lower = if odd { upper } else { below.iter().copied().max().unwrap_or(upper) };
    Some(lower + upper)
}
