//! A table on its way out: headings and typed cells, row by row. Every format writes the same tables.

use std::borrow::Cow;
use text::Language;
use text::letters::printable;
use values::{Amount, Currency, Day};

/// A heading, what its column adds up to, what its figures tell by their colour, and whether it holds sentences.
pub(crate) struct Column {
    pub(crate) heading: Cow<'static, str>,
    pub(crate) adds_up: bool,
    pub(crate) tint: Tint,
    pub(crate) prose: bool,
}

/// What the colour of a figure tells; the figure tells it as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tint {
    /// Nothing.
    None,
    /// Money of one age: 0 is not due, then the buckets.
    Age(usize),
    /// Days past due, in the bucket these limits put them in.
    DaysLate(Vec<u32>),
    /// A difference that should be zero.
    Difference,
}

/// A cell. Text is whatever a file held: every writer makes it safe in its own format.
#[derive(Clone, Debug)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// Text of several lines, kept apart.
    Lines(Cow<'a, str>),
    Amount(Amount, Currency),
    Day(Day),
    Count(i64),
    /// A quotient shown as a percentage.
    Share(f64),
    /// A quotient shown with one decimal.
    Decimal(f64),
}

/// Headings and rows; rows are made while they are written, so that a long table is never held twice.
pub(crate) struct Table<'a> {
    pub(crate) columns: Vec<Column>,
    /// The column that tells the currency of a row, where rows may differ.
    pub(crate) currency: Option<u16>,
    pub(crate) length: usize,
    pub(crate) rows: Box<dyn Iterator<Item = Vec<Cell<'a>>> + 'a>,
}

impl Column {
    pub(crate) fn plain(heading: &'static str) -> Column {
        Column { heading: Cow::Borrowed(heading), adds_up: false, tint: Tint::None, prose: false }
    }

    pub(crate) fn sum(heading: impl Into<Cow<'static, str>>) -> Column {
        Column { heading: heading.into(), adds_up: true, tint: Tint::None, prose: false }
    }

    pub(crate) fn named(heading: String) -> Column {
        Column { heading: Cow::Owned(heading), adds_up: false, tint: Tint::None, prose: false }
    }

    /// A column of sentences: it takes the room the others leave.
    pub(crate) fn prose(heading: &'static str) -> Column {
        Column { prose: true, ..Column::plain(heading) }
    }

    pub(crate) fn tinted(self, tint: Tint) -> Column {
        Column { tint, ..self }
    }
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::Text(text.into())
    }

    pub(crate) fn optional_text(text: Option<&'a str>) -> Cell<'a> {
        text.map_or(Cell::Empty, Cell::text)
    }

    pub(crate) fn optional_day(day: Option<Day>) -> Cell<'a> {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// What a person reads; hidden characters taken out.
    pub(crate) fn shown(&self, language: Language) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => clean(text).into_owned(),
            Cell::Lines(text) => kept_lines(text),
            Cell::Amount(amount, currency) => language.amount(*amount, *currency),
            Cell::Day(day) => language.day(*day),
            Cell::Count(count) => language.number(*count),
            Cell::Share(share) => {
                crate::figure::ten_thousandths(*share).map(|units| language.percent(units)).unwrap_or_default()
            }
            Cell::Decimal(ratio) => {
                crate::figure::ten_thousandths(*ratio).map(|units| language.tenths(units)).unwrap_or_default()
            }
        }
    }

    /// Whether it lines up to the right.
    pub(crate) fn is_number(&self) -> bool {
        match self {
            Cell::Amount(..) | Cell::Count(_) | Cell::Share(_) | Cell::Decimal(_) => true,
            Cell::Empty | Cell::Text(_) | Cell::Lines(_) | Cell::Day(_) => false,
        }
    }
}

/// A text with its line breaks, each line fit to print.
pub(crate) fn kept_lines(text: &str) -> String {
    text.split('\n').map(|line| printable(line).text).collect::<Vec<_>>().join("\n")
}

/// A text fit to print: itself where nothing has to be taken out, which is nearly always.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    // Basic Latin without its controls, and the Latin letters from U+00C0 to U+017F: nothing hides among them.
    let plain = text.bytes().all(|byte| matches!(byte, 0x20..=0x7E | 0x80..=0xBF | 0xC3..=0xC5));
    if plain && !text.starts_with(' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(printable(text).text)
}

/// Whether a spreadsheet might take a text for a formula: after blanks, it begins with a sign of one, in plain or
/// full-width form, or with a control a reader skips.
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    let starts = |text: &str| {
        let first = text.trim_start_matches([' ', '\u{A0}', '\u{202F}', '\u{3000}']).chars().next();
        first.is_some_and(|first| {
            matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠')
        })
    };
    starts(text) || starts(&clean(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_text_is_what_it_was_and_any_other_is_made_fit_to_print() {
        let letters = ('\0'..='\u{FFFF}').filter(|letter| !letter.is_whitespace());
        for letter in letters {
            let text = format!("a{letter}b");
            assert_eq!(clean(&text), printable(&text).text, "{letter:?}");
        }
        for text in ["", " a", "a ", "Établissements Lœwe", "a\u{A0}b", "a\tb"] {
            assert_eq!(clean(text), printable(text).text);
        }
        assert!(matches!(clean("Établissements Lœwe"), Cow::Borrowed(_)));
    }
}
