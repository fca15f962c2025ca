//! Items that sum exactly to an amount, searched within a bound (domain.md 5.3, rule 5).

use values::Amount;

/// Items of one sum at most.
const ITEMS_MAX: usize = 8;
/// Items looked at for one sum, oldest first.
pub(super) const CANDIDATES_MAX: usize = 24;
/// Steps of one search.
const STEPS_MAX: u32 = 50_000;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// These items, by position, and no others among those looked at.
    One(Vec<usize>),
    /// These items, the oldest of several answers.
    Several(Vec<usize>),
    /// No items sum to it.
    None,
    /// The search was given up: there are too many ways to add these items.
    GivenUp,
}

/// Two to eight of the amounts, all above zero, that sum to `wanted`. The first answer takes the earliest amounts.
pub(super) fn search(amounts: &[Amount], wanted: Amount) -> Found {
    let amounts = amounts.get(..CANDIDATES_MAX).unwrap_or(amounts);
    let mut search = Search { amounts, chosen: Vec::new(), first: None, several: false, steps: 0 };
    search.descend(0, wanted);
    match (search.first, search.several, search.steps >= STEPS_MAX) {
        (Some(first), false, false) => Found::One(first),
        (Some(first), _, _) => Found::Several(first),
        (None, _, true) => Found::GivenUp,
        (None, _, false) => Found::None,
    }
}

struct Search<'a> {
    amounts: &'a [Amount],
    chosen: Vec<usize>,
    first: Option<Vec<usize>>,
    several: bool,
    steps: u32,
}

impl Search<'_> {
    fn descend(&mut self, from: usize, left: Amount) {
        if left.is_zero() {
            match self.first {
                None if self.chosen.len() > 1 => self.first = Some(self.chosen.clone()),
                Some(_) => self.several = true,
                None => {}
            }
            return;
        }
        if self.chosen.len() == ITEMS_MAX {
            return;
        }
        for (position, amount) in self.amounts.iter().enumerate().skip(from) {
            if self.several || self.steps >= STEPS_MAX {
                return;
            }
            self.steps += 1;
            if *amount <= left {
                self.chosen.push(position);
                self.descend(position + 1, left - *amount);
                self.chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(amounts: &[i64], wanted: i64) -> Found {
        search(
            &amounts.iter().map(|amount| Amount::from_minor(*amount)).collect::<Vec<_>>(),
            Amount::from_minor(wanted),
        )
    }

    #[test]
    fn sums_are_exact_and_say_how_sure_they_are() {
        assert_eq!(found(&[100, 250, 70, 30], 320), Found::One(vec![1, 2]));
        assert_eq!(found(&[100, 200, 100, 200], 300), Found::Several(vec![0, 1]));
        assert_eq!(found(&[100, 250], 99), Found::None);
        assert_eq!(found(&[100], 100), Found::None, "one item is no sum");
        assert_eq!(found(&[1; 9], 9), Found::None, "nine items are too many");
    }

    #[test]
    fn a_search_too_large_is_given_up() {
        let even: Vec<i64> = (0..24).map(|step| 2_000 + 2 * step).collect();
        assert_eq!(found(&even, 12_001), Found::GivenUp);
    }
}
