//! What columns of numbers decide: the marks they prove, the numbers they leave in doubt, and how those are read.

use super::*;
use crate::number::{self, NumberFault};
use proptest::prelude::*;
use values::Amount;

fn profile(column: &str) -> AmountProfile {
    let mut profile = AmountProfile::default();
    for text in column.split('|') {
        match text.strip_prefix('#') {
            Some(number) => profile.see(&Cell { column: 0, kind: CellKind::Number, text: number }),
            None => profile.see(&Cell { column: 0, kind: CellKind::Text, text }),
        }
    }
    profile
}

/// The verdict on a column of texts separated by `|`.
fn verdict(column: &str) -> String {
    let profile = profile(column);
    match profile.verdict() {
        FormatVerdict::Sure(mark) => {
            let format = profile.format(mark);
            format!("{}{}", format.decimal().character(), format.group().unwrap_or('_'))
        }
        FormatVerdict::Indifferent => "indifferent".to_owned(),
        FormatVerdict::Unsure => {
            let sample = profile.samples().first().cloned().unwrap_or_default();
            format!("unsure {} {} {sample}", profile.unsure_mark().character(), profile.unsure())
        }
    }
}

#[test]
fn the_whole_column_decides() {
    for (column, expected) in [
        ("12,50|1.234", ",."),
        ("12.50|1,234", ".,"),
        ("1 234,56|5", ", "),
        ("1'234.56", ".'"),
        ("1.234|5.678", "unsure . 2 1.234"),
        ("1,234", "unsure , 1 1,234"),
        ("1.234.567|1.234", ",."),
        ("1,23,456", ".,"),
        ("0.125", "._"),
        ("1234.567", "._"),
        ("10|20", "indifferent"),
        ("12,50|12.50|1,5", ",_"),
        ("abc|12,5", ",_"),
        ("12,50|12.50", "unsure . 0 "),
        ("01.02.2026|1.2.3", "indifferent"),
        ("#1234.5|1.234", "unsure . 1 1.234"),
    ] {
        assert_eq!(verdict(column), expected, "{column}");
    }
}

/// Cents of a cell read as its column is, in euros.
fn cents_in(column: &str, text: &str) -> String {
    let profile = profile(column);
    let mark = match profile.verdict() {
        FormatVerdict::Sure(mark) => mark,
        FormatVerdict::Indifferent | FormatVerdict::Unsure => DecimalMark::Comma,
    };
    match number::read(text, profile.reader(mark, 2), &mut String::new()) {
        Ok(number) => {
            let amount = Amount::parse_decimal(number.plain, 2);
            let amount = amount.map_or_else(|error| format!("{error:?}"), |amount| amount.to_string());
            format!("{amount}{}", if number.likely { " likely" } else { "" })
        }
        Err(NumberFault::TwoReadings) => "two readings".to_owned(),
        Err(_) => "no number".to_owned(),
    }
}

#[test]
fn a_number_of_two_readings_is_read_only_where_the_column_allows_it() {
    for (column, text, expected) in [
        // The column groups with points.
        ("1.234,56|12,50", "1.500", "150000"),
        // Nothing speaks against it: read, and said.
        ("12,50|3,10", "1.500", "150000 likely"),
        // The column groups with spaces, or not at all.
        ("1 234,56|12,50", "1.500", "two readings"),
        ("1234,56|12,50", "1.500", "two readings"),
        // Two decimals are the rule of the column: three are a thousand elsewhere.
        ("1.234,56|12,50", "1,500", "two readings"),
        ("12,50|3,10", "1,500", "two readings"),
        // The column writes three decimals.
        ("1234,567|12,500", "1,500", "150"),
        ("0,125|12,500", "1,500", "150"),
        // Both conventions in one column: neither reading is proven.
        ("1.234,56|12,50|3,20|1,234.56", "1.500", "two readings"),
        ("1.234,56|12,50|3,20|1,234.56", "1,500", "two readings"),
        ("1.234,56|12,50|3,20|1,234.56", "1,234.56", "no number"),
        ("1.234,56|12,50|3,20|1,234.56", "1.234,56", "123456"),
    ] {
        assert_eq!(cents_in(&format!("{column}|{text}"), text), expected, "{text} in {column}");
    }
}

#[test]
fn the_total_under_each_reading_is_known() {
    let profile = profile("1.234|-2.500|100|#0.5");
    assert_eq!(profile.sum(DecimalMark::Comma), 1_234_000 - 2_500_000 + 100_000 + 500);
    assert_eq!(profile.sum(DecimalMark::Point), 1_234 - 2_500 + 100_000 + 500);
}

proptest! {
    #[test]
    fn parts_of_a_column_tell_what_the_whole_tells(cells in proptest::collection::vec(
        prop_oneof![Just("1.234"), Just("12,50"), Just("1,234.56"), Just("-7"), Just("1 000,5"), Just("x"), Just("0.125")], 0..12,
    ), cut in 0_usize..12) {
        let (first, second) = cells.split_at(cut.min(cells.len()));
        let mut merged = profile(&first.join("|"));
        merged.merge(&profile(&second.join("|")));
        let mut turned = cells.clone();
        turned.reverse();
        for whole in [profile(&cells.join("|")), profile(&turned.join("|"))] {
            prop_assert_eq!(whole.verdict(), merged.verdict());
            prop_assert_eq!(whole.samples(), merged.samples());
            for mark in [DecimalMark::Comma, DecimalMark::Point] {
                prop_assert_eq!(whole.reader(mark, 2), merged.reader(mark, 2));
                prop_assert_eq!(whole.sum(mark), merged.sum(mark));
            }
        }
    }
}
