//! Benjamini–Hochberg: of many probabilities, those that stay remarkable once it is counted how many were looked at.

use std::cmp::Ordering;
use values::{Arrange, Ratio};

/// Which of `probabilities` are accepted so that at most `rate` of those accepted are expected to be chance, out of
/// `tests` made. Tests whose probability is not listed count as certain chance.
pub fn discoveries(probabilities: &[Ratio], tests: usize, rate: Ratio) -> Vec<bool> {
    let mut sorted = probabilities.to_vec();
    sorted.arrange_by(|a, b| a.compare(*b));
    let within = |(rank, probability): &(i128, &Ratio)| {
        probability.times(tests as i128).compare(rate.times(*rank)) != Ordering::Greater
    };
    let largest = (1..).zip(&sorted).filter(within).last().map(|(_, probability)| *probability);
    let accepted = |probability: &Ratio| largest.is_some_and(|most| probability.compare(most) != Ordering::Greater);
    probabilities.iter().map(accepted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fifteen probabilities of Benjamini and Hochberg (1995), section 3: four are accepted at 5 %.
    #[test]
    fn the_published_example() {
        let published: [i128; 15] = [1, 4, 19, 95, 201, 278, 298, 344, 459, 3_240, 4_262, 5_719, 6_528, 7_590, 10_000];
        let probabilities = published.map(|p| Ratio::new(p, 10_000).unwrap());
        let five = Ratio::new(5, 100).unwrap();
        let accepted = discoveries(&probabilities, 15, five);
        assert_eq!(accepted.iter().filter(|accepted| **accepted).count(), 4);
        assert!(accepted.iter().take(4).all(|accepted| *accepted));
    }

    #[test]
    fn twelve_payments_alone_are_never_enough_among_two_hundred_customers() {
        let least = Ratio::new(1, 792).unwrap();
        let five = Ratio::new(5, 100).unwrap();
        assert_eq!(discoveries(&[least], 200, five), [false]);
        assert_eq!(discoveries(&[least], 39, five), [true]);
        assert_eq!(discoveries(&[least; 6], 200, five), [true; 6]);
        assert_eq!(discoveries(&[], 0, five), [false; 0]);
    }
}
