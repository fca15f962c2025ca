//! Which rows of a sheet are hidden, as runs: an ordinary sheet costs nothing, and a filtered one eight bytes a run.

/// Runs of row numbers, in rising order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowRuns {
    runs: Vec<(u32, u32)>,
}

impl RowRuns {
    /// Adds rows `first` to `last`; a run that begins before the end of the last one only makes that one longer.
    pub fn insert(&mut self, first: u32, last: u32) {
        // Rows repeated no time at all.
        if first > last {
            return;
        }
        match self.runs.last_mut() {
            Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
            _ => self.runs.push((first, last)),
        }
    }

    pub fn contains(&self, row: u32) -> bool {
        let after = self.runs.partition_point(|(first, _)| *first <= row);
        after.checked_sub(1).and_then(|at| self.runs.get(at)).is_some_and(|(_, last)| row <= *last)
    }

    /// How many rows.
    pub fn count(&self) -> u64 {
        self.runs.iter().map(|(first, last)| u64::from(last - first) + 1).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_join_and_answer() {
        let mut rows = RowRuns::default();
        for (first, last) in [(2, 2), (3, 4), (6, 5), (9, 12)] {
            rows.insert(first, last);
        }
        let hidden: Vec<u32> = (0..15).filter(|row| rows.contains(*row)).collect();
        assert_eq!(hidden, [2, 3, 4, 9, 10, 11, 12]);
        assert_eq!(rows.count(), 7);
    }
}
