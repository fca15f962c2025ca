//! Series of document numbers, found by their pattern: all that stands before the last run of digits is the series,
//! the run is the place in it (`FA26-0117` is the 117th of `FA26-`). Only dense series are kept: the numbers of a few
//! documents, or of a journal that other entries share, have gaps by nature.

use crate::documents::Numbered;
use std::collections::BTreeMap;
use values::Arrange;

/// Documents below which numbers are no series.
const DOCUMENTS_MIN: usize = 20;
/// Numbers missing, in percent of the range, above which the numbering is not that of these documents alone.
const MISSING_MAX_PERCENT: u64 = 10;
/// A jump of more numbers than this begins another series: a year or a month written in the digits, another branch.
const JUMP_MAX: u64 = 100;

/// One series.
#[derive(Debug)]
pub(crate) struct Series {
    /// Number, and place of its document in the list the series was made of; by number, then place.
    pub(crate) members: Vec<(u64, u32)>,
}

/// A run of digits in a document number.
pub(crate) struct Digits<'a> {
    pub(crate) before: &'a str,
    pub(crate) digits: &'a str,
    pub(crate) after: &'a str,
}

/// The last run of digits of a number; `None` where there is none or it is too long to count with.
pub(crate) fn last_digits(document: &str) -> Option<Digits<'_>> {
    let document = document.trim();
    let end = document.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (head, after) = document.split_at_checked(end)?;
    let start = head
        .rfind(|letter: char| !letter.is_ascii_digit())
        .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let (before, digits) = head.split_at_checked(start)?;
    (digits.len() <= 15).then_some(Digits { before, digits, after })
}

/// The number written in place of another of its series.
pub(crate) fn written_like(document: &str, number: u64) -> String {
    match last_digits(document) {
        Some(Digits { before, digits, after }) => format!("{before}{number:0width$}{after}", width = digits.len()),
        None => number.to_string(),
    }
}

/// The dense series among documents, in order of their patterns.
pub(crate) fn of(numbers: &[Numbered]) -> Vec<Series> {
    let mut by_pattern: BTreeMap<(&str, &str), Vec<(u64, u32)>> = BTreeMap::new();
    for (numbered, at) in numbers.iter().zip(0_u32..) {
        if let Some(Digits { before, digits, after }) = last_digits(&numbered.document)
            && let Ok(number) = digits.parse()
        {
            by_pattern.entry((before, after)).or_default().push((number, at));
        }
    }
    let mut series = Vec::new();
    for mut members in by_pattern.into_values() {
        members.arrange();
        let runs = members.chunk_by(|(one, _), (next, _)| next - one <= JUMP_MAX);
        series.extend(runs.filter(|run| is_dense(run)).map(|run| Series { members: run.to_vec() }));
    }
    series
}

fn is_dense(run: &[(u64, u32)]) -> bool {
    let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { return false };
    let (range, distinct) = (last - first + 1, run.chunk_by(|(one, _), (next, _)| one == next).count() as u64);
    run.len() >= DOCUMENTS_MIN && (range - distinct) * 100 <= range * MISSING_MAX_PERCENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digits_are_the_place_in_the_series() {
        let parts = |document| last_digits(document).map(|digits| (digits.before, digits.digits, digits.after));
        assert_eq!(parts("FA26-0117"), Some(("FA26-", "0117", "")));
        assert_eq!(parts("2026/03/7 B"), Some(("2026/03/", "7", " B")));
        assert_eq!(parts("№12"), Some(("№", "12", "")));
        assert_eq!(parts("117"), Some(("", "117", "")));
        assert_eq!(parts("SOLDE"), None);
        assert_eq!(parts("9999999999999999"), None);
        assert_eq!(written_like("FA26-0117", 118), "FA26-0118");
        assert_eq!(written_like("FA99", 100), "FA100");
    }
}
