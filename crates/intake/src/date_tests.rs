//! How dates are read: the list of domain.md 7.5, the verdict on columns, and the law that what is written is read back.

use super::*;
use proptest::prelude::*;

fn cell(kind: CellKind, text: &str) -> Cell<'_> {
    Cell { column: 0, kind, text }
}

fn shown(read: DateCell) -> String {
    match read {
        DateCell::Day(day) => day.to_string(),
        DateCell::NoDate => "none".to_owned(),
        DateCell::Impossible => "impossible".to_owned(),
        DateCell::Unreadable => "unreadable".to_owned(),
    }
}

#[test]
fn texts_of_the_handbook() {
    for (text, expected) in [
        ("31/08/2026", "2026-08-31"),
        ("31/08/26", "2026-08-31"),
        ("31.08.2026", "2026-08-31"),
        ("2026-08-31", "2026-08-31"),
        ("2026/8/31", "2026-08-31"),
        ("20260831", "2026-08-31"),
        ("31082026", "2026-08-31"),
        ("310826", "2026-08-31"),
        ("310875", "1975-08-31"),
        ("31-août-26", "2026-08-31"),
        ("31 août 2026", "2026-08-31"),
        ("1er juil. 2026", "2026-07-01"),
        ("5 janv. 2026", "2026-01-05"),
        ("31-Aug-26", "2026-08-31"),
        ("August 31, 2026", "2026-08-31"),
        ("31 de agosto de 2026", "2026-08-31"),
        ("31/08/2026 00:00:00", "2026-08-31"),
        ("2026-08-31T12:42:03Z", "2026-08-31"),
        ("45900", "2025-08-31"),
        ("00/00/0000", "none"),
        ("01/01/1900", "none"),
        ("31/12/9999", "none"),
        ("9999-12-31", "none"),
        ("0000-00-00", "none"),
        ("00000000", "none"),
        ("30/12/1899", "none"),
        ("-", "none"),
        ("31/02/2026", "impossible"),
        ("29/02/2023", "impossible"),
        ("2026-02-30", "impossible"),
        ("08/31/2026", "impossible"),
        ("31/07/0098", "impossible"),
        ("jui 2026", "unreadable"),
        ("3 jui 2026", "unreadable"),
        ("demain", "unreadable"),
        ("31/08", "unreadable"),
        ("12", "unreadable"),
        ("1/2/3/4", "unreadable"),
    ] {
        assert_eq!(shown(read(&cell(CellKind::Text, text), DateOrder::Dmy)), expected, "{text}");
    }
    assert_eq!(shown(read(&cell(CellKind::Text, "08/31/2026"), DateOrder::Mdy)), "2026-08-31");
}

#[test]
fn cells_of_a_workbook() {
    for (kind, text, expected) in [
        (CellKind::Date, "2026-08-31", "2026-08-31"),
        (CellKind::Date, "2025-07-26T12:42:03", "2025-07-26"),
        (CellKind::Date, "1900-01-01", "none"),
        (CellKind::Number, "45900", "2025-08-31"),
        (CellKind::Number, "45900.5298", "2025-08-31"),
        (CellKind::Number, "20260831", "2026-08-31"),
        (CellKind::Number, "0", "none"),
        (CellKind::Number, "60", "unreadable"),
        (CellKind::Number, "-5", "unreadable"),
        (CellKind::Error, "#REF!", "unreadable"),
    ] {
        assert_eq!(shown(read(&cell(kind, text), DateOrder::Serial)), expected, "{text}");
    }
}

/// The verdict on texts separated by `|`; `=` before a text makes it a true date.
fn verdict(column: &str) -> String {
    let mut profile = DateProfile::default();
    for text in column.split('|') {
        match text.strip_prefix('=') {
            Some(date) => profile.see(&cell(CellKind::Date, date)),
            None => profile.see(&cell(CellKind::Text, text)),
        }
    }
    let swapped = if profile.half_swapped() { " swapped" } else { "" };
    format!("{:?}{swapped}", profile.verdict())
}

#[test]
fn the_whole_column_decides() {
    for (column, expected) in [
        ("01/02/2026|31/01/2026", "Sure(Dmy)"),
        ("01/02/2026|01/31/2026", "Sure(Mdy)"),
        ("01.02.2026", "Sure(Dmy)"),
        ("01/02/2026|03/04/2026", "Unsure { dates: 2 }"),
        ("2026-01-02", "Sure(Ymd)"),
        ("20260102", "Sure(Ymd)"),
        ("=2026-01-02", "Sure(Serial)"),
        ("=2026-01-02|=2026-03-04|=2026-05-06|13/01/2026|14/01/2026|15/01/2026", "Sure(Dmy) swapped"),
        ("=2026-01-22|=2026-03-04|=2026-05-06|13/01/2026|14/01/2026|15/01/2026", "Sure(Dmy)"),
        ("31/01/2026|30/01/2026|01/31/2026", "Sure(Dmy)"),
    ] {
        assert_eq!(verdict(column), expected, "{column}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(year in 1971_i32..2069, month in 1_u32..=12, day in 1_u32..=31) {
        let Some(date) = Day::new(year, month, day) else { return Ok(()) };
        let short = year.rem_euclid(100);
        for (text, order) in [
            (format!("{day:02}/{month:02}/{year}"), DateOrder::Dmy),
            (format!("{day}/{month}/{year}"), DateOrder::Dmy),
            (format!("{day:02}.{month:02}.{short:02}"), DateOrder::Dmy),
            (format!("{month:02}/{day:02}/{year}"), DateOrder::Mdy),
            (format!("{day:02}{month:02}{short:02}"), DateOrder::Dmy),
            (format!("{year}{month:02}{day:02}"), DateOrder::Ymd),
            (date.to_string(), DateOrder::Ymd),
            (format!("{date} 13:45:00"), DateOrder::Ymd),
            (date.to_serial().to_string(), DateOrder::Serial),
        ] {
            // Serial numbers are trusted from 1954 on.
            prop_assert_eq!(read(&cell(CellKind::Text, &text), order), DateCell::Day(date), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,14}") {
        let _ = shape(&cell(CellKind::Text, &text));
        let _ = shape(&cell(CellKind::Number, &text));
    }
}
