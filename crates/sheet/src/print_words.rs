//! The words of a printed line, where they stand and what they look like: an amount, a day, or something else.

use std::ops::Range;

/// A word of a line: what stands between blanks; an amount with the blanks between its thousands.
pub(crate) struct Word {
    /// In characters from the start of the line.
    pub place: Range<usize>,
    pub kind: Kind,
    /// Where its figures end, before a sign or the letters of a side: `12.00-`, `12.00CR`.
    pub figures_end: usize,
}

impl Word {
    /// Whether it ends there, with its mark or without.
    pub(crate) fn ends_at(&self, end: usize) -> bool {
        self.place.end == end || self.figures_end == end
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// With two decimals.
    Amount,
    Day,
    Other,
}

/// The characters of a line, each in its place; marks of pages and of the end of the file have none.
pub(crate) fn characters(line: &str) -> Vec<char> {
    let kept = line.trim_end().chars().filter(|one| !matches!(one, '\u{C}' | '\u{1A}'));
    kept.map(|one| if matches!(one, '\u{A0}' | '\u{202F}') { ' ' } else { one }).collect()
}

/// A line that only underlines.
pub(crate) fn is_rule(line: &[char]) -> bool {
    let marks = || line.iter().filter(|one| **one != ' ');
    marks().count() > 2 && marks().all(|one| matches!(one, '-' | '=' | '_' | '+'))
}

pub(crate) fn words(line: &[char]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(start) = (at..line.len()).find(|place| line.get(*place) != Some(&' ')) {
        at = (start..line.len()).find(|place| line.get(*place) == Some(&' ')).unwrap_or(line.len());
        let text = text_at(line, &(start..at));
        let kind = if is_amount(&text) {
            Kind::Amount
        } else if is_day(&text) {
            Kind::Day
        } else {
            Kind::Other
        };
        let marks = text.chars().rev().take_while(|one| !one.is_ascii_digit()).count();
        words.push(Word { place: start..at, kind, figures_end: at - marks });
        while let [.., thousands, rest] = words.as_mut_slice()
            && goes_on(line, thousands, rest)
        {
            *thousands = Word { place: thousands.place.start..rest.place.end, ..*rest };
            words.pop();
        }
    }
    words
}

pub(crate) fn text_at(line: &[char], place: &Range<usize>) -> String {
    line.get(place.clone()).unwrap_or_default().iter().collect()
}

/// `1 906,51`: one to three digits, then an amount that begins with three.
fn goes_on(line: &[char], thousands: &Word, rest: &Word) -> bool {
    let first = text_at(line, &thousands.place);
    let digits = first.trim_start_matches(['-', '+', '(']);
    let whole = matches!(digits.len(), 1..=3) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let three =
        line.get(rest.place.clone()).unwrap_or_default().iter().take_while(|one| one.is_ascii_digit()).count() == 3;
    whole && three && rest.kind == Kind::Amount && thousands.place.end + 1 == rest.place.start
}

/// `1,927.72`, `868.88-`, `(12,00)`, `$12.00`, `12.00CR`.
fn is_amount(word: &str) -> bool {
    let marks = |one: char| !one.is_alphanumeric();
    let figures = word.trim_start_matches(|one: char| marks(one) && !matches!(one, '.' | ','));
    let figures = figures.trim_end_matches(|one: char| !one.is_ascii_digit());
    let cents = figures.len().checked_sub(3).and_then(|at| figures.split_at_checked(at));
    let Some((units, cents)) = cents else { return false };
    let decimals = cents.starts_with(['.', ',']) && cents.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    let mut groups = units.split(['.', ',', '\'', '’']);
    let first = groups.next().unwrap_or_default().bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    decimals && first && grouped && word.len() - figures.len() <= MARKS
}

/// Bytes of a sign or a currency beside an amount, at most.
const MARKS: usize = 4;

/// `02/05/26`, `2026-09-30`, `3.Sep.2026`.
fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let digits = |part: &str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &str| part.chars().count() >= 3 && part.chars().all(char::is_alphabetic);
    matches!(parts.as_slice(), [first, middle, last] if digits(first) && digits(last) && (digits(middle) || month(middle)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_look_like_what_they_are() {
        let line =
            characters("\u{C}Rue 12 1 906,51 -12 345 678,90 868.88- (3,00) $.50 30.09.26 3-Sep-2026 12,5 1.23,45");
        let shown = words(&line).into_iter().map(|word| {
            let mark = match word.kind {
                Kind::Amount => "#",
                Kind::Day => "@",
                Kind::Other => "",
            };
            format!("{mark}{}", text_at(&line, &word.place))
        });
        let expected = "Rue|12|#1 906,51|#-12 345 678,90|#868.88-|#(3,00)|#$.50|@30.09.26|@3-Sep-2026|12,5|1.23,45";
        assert_eq!(shown.collect::<Vec<_>>().join("|"), expected);
    }
}
