//! The columns that the items of a printed list show, each under its heading. Guarantee: every column of amounts has a
//! heading and no other amounts under it, every text has one, and no heading stands over the texts of another.

use crate::print_words::{Kind, Word};
use std::collections::BTreeMap;
use std::ops::Range;
use values::Arrange;

/// One of so many items may leave its column.
const ONE_IN: usize = 20;
/// Items of which one may.
const SOME: usize = 8;

/// A column, in characters from the start of a line.
pub(crate) struct Column {
    pub heading: Range<usize>,
    /// Places of its texts.
    texts: Vec<Range<usize>>,
    /// Places of its amounts.
    amounts: Option<Range<usize>>,
}

impl Column {
    /// How many places of its texts, or of its amounts, something fills.
    pub(crate) fn overlap(&self, place: &Range<usize>) -> usize {
        self.overlap_of_texts(place) + self.amounts.as_ref().map_or(0, |range| overlap(range, place))
    }

    /// How many places of its texts something fills.
    pub(crate) fn overlap_of_texts(&self, place: &Range<usize>) -> usize {
        self.texts.iter().map(|range| overlap(range, place)).sum()
    }

    /// Whether an amount ends where those of the column do.
    pub(crate) fn ends_with(&self, amount: &Word) -> bool {
        self.amounts.as_ref().is_some_and(|range| amount.ends_at(range.end))
    }

    fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.amounts.is_none()
    }
}

/// How many places two ranges share.
pub(crate) fn overlap(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// The places that the texts of items fill, and those of amounts that end alike, from the left.
pub(crate) fn runs<'w>(items: impl Iterator<Item = &'w [Word]>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut filled: Vec<usize> = Vec::new();
    let mut amounts: Vec<&Word> = Vec::new();
    let mut count = 0;
    for words in items {
        count += 1;
        let width = words.last().map_or(0, |word| word.place.end);
        filled.resize(filled.len().max(width), 0);
        for word in words {
            if word.kind == Kind::Amount {
                amounts.push(word);
            } else {
                filled.get_mut(word.place.clone()).unwrap_or_default().iter_mut().for_each(|count| *count += 1);
            }
        }
    }
    let few = if count < SOME { 0 } else { (count / ONE_IN).max(1) };
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(start) = (at..filled.len()).find(|place| filled.get(*place).is_some_and(|count| *count > few)) {
        at = (start..filled.len())
            .find(|place| filled.get(*place).is_none_or(|count| *count <= few))
            .unwrap_or(filled.len());
        texts.push(start..at);
    }
    (texts, endings(amounts))
}

/// The places of amounts that end alike.
fn endings(mut amounts: Vec<&Word>) -> Vec<Range<usize>> {
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    // A mark behind an amount stands in its column or beyond: those without one tell.
    amounts.arrange_by_key(|word| word.place.end - word.figures_end);
    for word in amounts {
        let end = [word.place.end, word.figures_end].into_iter().find(|end| ends.contains_key(end));
        let start = ends.entry(end.unwrap_or(word.figures_end)).or_insert(word.place.start);
        *start = word.place.start.min(*start);
    }
    ends.into_iter().map(|(end, start)| start..end).collect()
}

/// The columns under the words of a line; `None` where these are not the headings of all, or leave a doubt.
pub(crate) fn columns(words: &[Word], texts: &[Range<usize>], amounts: &[Range<usize>]) -> Option<Vec<Column>> {
    let mut columns = headings(words, &[texts, amounts].concat());
    let mut left = Vec::new();
    for range in amounts {
        let over = columns.iter_mut().filter(|column| overlap(&column.heading, range) > 0);
        match over.min_by_key(|column| column.heading.end.abs_diff(range.end)) {
            Some(column) if column.amounts.is_some() => return None,
            Some(column) => column.amounts = Some(range.clone()),
            None => left.push(range),
        }
    }
    for range in left {
        // Headings at the left of their columns stand over none of the amounts at the right.
        let column = columns.iter_mut().rfind(|column| column.heading.start < range.start)?;
        column.amounts = Some(range.clone()).filter(|_| column.is_empty());
        column.amounts.as_ref()?;
    }
    for range in texts {
        let over = columns.iter().map(|column| overlap(&column.heading, range)).enumerate();
        let over = over.filter(|(_, places)| *places > 0).max_by_key(|(number, places)| (*places, usize::MAX - number));
        let before = || columns.iter().rposition(|column| column.heading.start < range.start);
        let number = over.map(|(number, _)| number).or_else(before)?;
        columns.get_mut(number)?.texts.push(range.clone());
    }
    let under = |column: &Column| texts.iter().any(|range| overlap(&column.heading, range) > 0);
    let robbed = columns.iter().any(|column| column.is_empty() && under(column));
    (!robbed).then_some(columns)
}

/// The headings of a line: words one blank apart are one, unless they stand over columns of their own.
fn headings(words: &[Word], runs: &[Range<usize>]) -> Vec<Column> {
    let mut found: Vec<(Column, Option<usize>)> = Vec::new();
    for word in words {
        let over = runs.iter().map(|run| overlap(run, &word.place)).enumerate().filter(|(_, places)| *places > 0);
        let over = over.max_by_key(|(number, places)| (*places, usize::MAX - number)).map(|(number, _)| number);
        match found.last_mut() {
            Some((last, run))
                if last.heading.end + 1 == word.place.start && (run.is_none() || over.is_none() || *run == over) =>
            {
                last.heading.end = word.place.end;
                *run = run.or(over);
            }
            _ => found.push((Column { heading: word.place.clone(), texts: Vec::new(), amounts: None }, over)),
        }
    }
    found.into_iter().map(|(column, _)| column).collect()
}
