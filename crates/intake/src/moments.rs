//! Headings that tell of which day or year their amounts are: `Solde N` and `Solde N-1`, `Solde au 31/12/2025`, `Saldo 2024`. Of
//! the same thing told of several, the latest is how things stand. Guarantee: moments of different kinds are never compared.

use crate::titles;
use crate::words::fold;
use std::collections::BTreeSet;
use values::{Day, Gather};

/// When the amounts of a column were so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Moment {
    /// So many years before the present one: `N` is none, `N-1` one.
    YearsAgo(std::cmp::Reverse<u32>),
    Year(u32),
    Day(Day),
}

impl Moment {
    pub(crate) fn is_day(self) -> bool {
        matches!(self, Moment::Day(_))
    }

    fn is_like(self, other: Moment) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// Words that only lead to the moment.
const BEFORE: [&str; 20] = [
    "au", "a", "at", "as", "of", "am", "al", "per", "op", "zum", "on", "en", "in", "le", "du", "the", "pr", "na",
    "dzien", "exercice",
];

/// The moment a heading tells, and its other words, folded.
pub(crate) fn of(heading: &str) -> Option<(Moment, String)> {
    let day = readings(heading).first().copied().map(Moment::Day);
    let moment = day.or_else(|| years_ago(heading)).or_else(|| year(heading))?;
    let folded = fold(heading);
    let worded =
        |word: &&str| !word.bytes().any(|byte| byte.is_ascii_digit()) && !BEFORE.contains(word) && *word != "n";
    Some((moment, folded.split(' ').filter(worded).collect::<Vec<_>>().join(" ")))
}

/// The readings of the only day that a heading names.
pub(crate) fn readings(heading: &str) -> Vec<Day> {
    // A true day of a workbook comes with its hour.
    let heading = heading.split_once('T').filter(|(day, _)| day.len() == 10).map_or(heading, |(day, _)| day);
    match titles::days(heading).as_slice() {
        [_] => titles::readings(heading),
        _ => Vec::new(),
    }
}

/// `N`, `N-1`: capitals, for `n°` is a number.
fn years_ago(heading: &str) -> Option<Moment> {
    let together = heading.replace(" - ", "-").replace('–', "-");
    let mut words = together.split_whitespace().map(|word| word.trim_matches(['(', ')']));
    let ago = |word: &str| match word.strip_prefix('N')?.strip_prefix('-') {
        Some(count) => count.parse().ok().filter(|count| (1..10).contains(count)),
        None => (word == "N").then_some(0),
    };
    words.find_map(ago).map(|count| Moment::YearsAgo(std::cmp::Reverse(count)))
}

fn year(heading: &str) -> Option<Moment> {
    let folded = fold(heading);
    let mut figures = folded.split(' ').filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let (Some(year), None) = (figures.next(), figures.next()) else { return None };
    year.parse().ok().filter(|year| (1990..2100).contains(year)).map(Moment::Year)
}

/// The last day of the year that a heading names.
pub(crate) fn end_of_year(heading: &str) -> Option<Day> {
    match of(heading)?.0 {
        Moment::Year(year) => Day::new(i32::try_from(year).ok()?, 12, 31),
        Moment::YearsAgo(_) | Moment::Day(_) => None,
    }
}

/// The place of the latest of several headings that tell the same of different moments; `None` where they do not.
pub(crate) fn latest(headings: &[&str]) -> Option<usize> {
    let told: Vec<(Moment, String)> = headings.iter().map(|heading| of(heading)).collect::<Option<_>>()?;
    let (first, stem) = told.first()?;
    let alike = told.iter().all(|(moment, words)| moment.is_like(*first) && words == stem);
    let distinct: BTreeSet<Moment> = told.iter().map(|(moment, _)| *moment).gather();
    if !alike || distinct.len() < told.len() {
        return None;
    }
    told.iter().enumerate().max_by_key(|(_, (moment, _))| *moment).map(|(place, _)| place)
}

/// Whether a heading tells the same as another one, of an earlier moment.
pub(crate) fn is_earlier(heading: &str, than: &str) -> bool {
    latest(&[heading, than]) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_of_the_same_is_told() {
        for (headings, expected) in [
            ("Solde N|Solde N-1", Some(0)),
            ("Solde (N - 1)|Solde (N)", Some(1)),
            ("Solde au 31/12/2024|Solde au 31/12/2025", Some(1)),
            ("Saldo per 31.12.2025|Saldo per 31.12.2024", Some(0)),
            ("Balance 2024|Balance 2025|Balance 2023", Some(1)),
            ("Exercice 2025 Solde|Exercice 2024 Solde", Some(0)),
            ("31/12/2025|31/12/2024", Some(0)),
            ("2025-12-31T00:00:00|2024-12-31T00:00:00", Some(0)),
            ("Solde 2025|Chiffre d'affaires 2024", None),
            ("Solde N|Solde 2024", None),
            ("Solde N|Solde N", None),
            ("Solde|Solde N-1", None),
            ("Solde compte n 1|Solde", None),
        ] {
            let list: Vec<&str> = headings.split('|').collect();
            assert_eq!(latest(&list), expected, "{headings}");
        }
        assert!(is_earlier("Solde N-1", "Solde N") && !is_earlier("Solde N", "Solde N-1"));
    }
}
