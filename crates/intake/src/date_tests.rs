//! How dates are read: the list of domain.md 7.5, the verdict on columns, and the law that what is written is read back.

use super::*;
use proptest::prelude::*;

fn cell(kind: CellKind, text: &str) -> Cell<'_> {
    Cell { column: 0, kind, text }
}

fn reader(order: DateOrder) -> DateReader {
    DateReader::plain(order)
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
        ("2026-Aug-31", "2026-08-31"),
        ("31-Mrz-26", "2026-03-31"),
        ("31 déc. 2026", "2026-12-31"),
        ("31 dic 2026", "2026-12-31"),
        ("31 mag 2026", "2026-05-31"),
        ("31 mrt 2026", "2026-03-31"),
        ("1-okt-26", "2026-10-01"),
        ("2026-W35", "unreadable"),
        ("2026-W35-1", "unreadable"),
        ("31129999", "none"),
        ("15000", "unreadable"),
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
        assert_eq!(shown(reader(DateOrder::Dmy).read(&cell(CellKind::Text, text))), expected, "{text}");
    }
    assert_eq!(shown(reader(DateOrder::Mdy).read(&cell(CellKind::Text, "08/31/2026"))), "2026-08-31");
}

#[test]
fn months_in_letters_of_the_handbook() {
    let french = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
    let english = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    for months in [french, english] {
        for (month, number) in months.split(' ').zip(1..) {
            for text in [format!("5 {month} 2026"), format!("05-{month}-26")] {
                let read = shown(reader(DateOrder::Dmy).read(&cell(CellKind::Text, &text)));
                assert_eq!(read, format!("2026-{number:02}-05"), "{text}");
            }
        }
    }
}

#[test]
fn two_digit_years_turn_at_seventy() {
    for (text, expected) in [("31/08/69", "2069-08-31"), ("31/08/70", "1970-08-31")] {
        assert_eq!(shown(reader(DateOrder::Dmy).read(&cell(CellKind::Text, text))), expected);
    }
}

#[test]
fn cells_of_a_workbook() {
    for (kind, text, expected) in [
        (CellKind::Date, "2026-08-31", "2026-08-31"),
        (CellKind::Date, "2025-07-26T12:42:03", "2025-07-26"),
        (CellKind::Date, "1900-01-01", "none"),
        (CellKind::Date, "9999-12-31", "none"),
        (CellKind::Date, "1899-12-31", "none"),
        (CellKind::Date, "2250-12-31", "impossible"),
        (CellKind::Number, "45900", "2025-08-31"),
        (CellKind::Number, "45900.5298", "2025-08-31"),
        (CellKind::Number, "20260831", "2026-08-31"),
        (CellKind::Number, "0", "none"),
        (CellKind::Number, "60", "unreadable"),
        (CellKind::Number, "-5", "unreadable"),
        (CellKind::Error, "#REF!", "unreadable"),
    ] {
        assert_eq!(shown(reader(DateOrder::Serial).read(&cell(kind, text))), expected, "{text}");
    }
}

#[test]
fn true_dates_are_swapped_back_where_they_can() {
    let swapped = DateReader { swapped: true, ..reader(DateOrder::Dmy) };
    assert_eq!(shown(swapped.read(&cell(CellKind::Date, "2026-02-01"))), "2026-01-02");
    assert_eq!(shown(swapped.read(&cell(CellKind::Date, "2026-02-28"))), "2026-02-28");
    assert_eq!(shown(swapped.read(&cell(CellKind::Text, "13/02/2026"))), "2026-02-13");
}

#[test]
fn day_numbers_count_from_the_workbook_s_first_day() {
    let from_1904 = DateReader { from_1904: true, ..reader(DateOrder::Serial) };
    assert_eq!(shown(from_1904.read(&cell(CellKind::Number, "44438"))), "2025-08-31");
    assert_eq!(shown(from_1904.read(&cell(CellKind::Date, "1904-01-01"))), "none");
    // Five digits beside six are a date without its zero, not a day number.
    let lost = DateReader { lost_zeros: true, ..reader(DateOrder::Dmy) };
    assert_eq!(shown(lost.read(&cell(CellKind::Number, "50826"))), "unreadable");
    assert_eq!(shown(reader(DateOrder::Dmy).read(&cell(CellKind::Number, "50826"))), "2039-02-25");
}

#[test]
fn two_digit_years_can_stand_first() {
    for text in ["26/08/31", "260831", "26-08-31"] {
        assert_eq!(shown(reader(DateOrder::Ymd).read(&cell(CellKind::Text, text))), "2026-08-31", "{text}");
    }
    assert_eq!(shown(reader(DateOrder::Ymd).read(&cell(CellKind::Text, "31/08/2026"))), "2026-08-31");
    for text in ["lun. 31/08/2026", "lundi 31 août 2026", "Mo. 31.08.2026", "Monday, August 31, 2026"] {
        assert_eq!(shown(reader(DateOrder::Dmy).read(&cell(CellKind::Text, text))), "2026-08-31", "{text}");
    }
    assert_eq!(shown(reader(DateOrder::Dmy).read(&cell(CellKind::Text, "Mar 5 2026"))), "2026-03-05");
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
        ] {
            prop_assert_eq!(reader(order).read(&cell(CellKind::Text, &text)), DateCell::Day(date), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,14}") {
        for kind in [CellKind::Text, CellKind::Number, CellKind::Date] {
            let _ = shape(&cell(kind, &text), false);
        }
    }
}
