//! A sheet read in passes against the same sheet held whole.

use std::fmt::Write as _;

use crate::xlsx_tests::{told, workbook};
use crate::{Large, Limits, Opened, Pass, Sizes, Table, Unreadable, hold, open};

/// Sizes under which a small sheet is a large one.
const SMALL: Sizes = Sizes { whole: 0, head: 1_000, slice: 100, slices: 3, piece: 40_000, batch: 100 };

fn rows(count: u32) -> String {
    let mut rows = String::new();
    for number in (1..=count).filter(|number| number % 50 != 0) {
        let hidden = if number % 70 == 0 { " hidden=\"1\"" } else { "" };
        write!(
            rows,
            "<row r=\"{number}\"{hidden}><c r=\"A{number}\" t=\"s\"><v>{}</v></c><c r=\"B{number}\" s=\"1\"><v>{}</v></c>\
             <c r=\"C{number}\"><v>{number}.25</v></c><c r=\"D{number}\" s=\"1\"/></row>",
            number % 5,
            45_000 + number
        )
        .unwrap();
    }
    rows
}

fn opened(bytes: &Vec<u8>) -> Result<Large, Unreadable> {
    match open(bytes, &Limits::default(), SMALL, &mut |_, _| {})? {
        Opened::Sheet(sheet) => Ok(Large::Sheet(sheet)),
        Opened::Text(_) | Opened::Whole(_) => panic!("held whole"),
    }
}

#[test]
fn a_sheet_read_in_passes_has_the_rows_and_notices_of_one_held_whole() {
    let bytes = workbook(&rows(3_000));
    let whole = hold(&bytes, &Limits::default(), &mut |_, _| {}).unwrap();
    let mut large = opened(&bytes).unwrap();
    let sample = large.sample();
    let numbers: Vec<u32> = sample.tables[0].rows().map(|row| row.number()).collect();
    assert!(numbers.is_sorted() && numbers.starts_with(&[1, 2, 3]) && numbers.ends_with(&[2_998, 2_999]));
    assert!(numbers.len() < 2_000 && numbers.iter().any(|number| (1_000..2_000).contains(number)), "{}", numbers.len());
    // Twice, since a reading may have to be done again.
    for _ in 0..2 {
        let mut read = large.workbook();
        let mut table = std::mem::take(&mut read.tables[0]);
        let (mut most, mut last) = (0, 0);
        let passed = large.read(
            &bytes,
            &Limits::default(),
            &mut |rows: &Table| {
                most = most.max(rows.row_count());
                rows.rows().for_each(|row| table.copy_row(&row));
            },
            &mut |done, total| {
                assert!(last <= done && done <= total);
                last = done;
            },
        );
        assert_eq!(passed, Ok(Pass::Done));
        // A run of rows is not cut for a batch.
        assert!(most < 100 + 700, "{most}");
        read = large.workbook();
        table.blank_rows = read.tables[0].blank_rows;
        read.tables[0] = table;
        assert_eq!(told(&read), told(&whole));
        assert_eq!(large.row_count(), whole.tables[0].row_count() as u64);
    }
}

#[test]
fn single_rows_are_read_again() {
    let bytes = workbook(&rows(3_000));
    let large = opened(&bytes).unwrap();
    let numbers = |table: Table| table.rows().map(|row| row.number()).collect::<Vec<_>>();
    let limits = Limits::default();
    assert_eq!(numbers(large.rows(&bytes, &limits, 2_048, 4).unwrap()), [2_048, 2_049, 2_051]);
    assert_eq!(numbers(large.rows(&bytes, &limits, 1, 2).unwrap()), [1, 2]);
    assert_eq!(numbers(large.rows(&bytes, &limits, 2_999, 10).unwrap()), [2_999]);
    assert_eq!(numbers(large.rows_at(&bytes, &limits, &[7, 50, 1_771, 2_999]).unwrap()), [7, 1_771, 2_999]);
    let row = large.rows(&bytes, &limits, 1_771, 1).unwrap();
    assert_eq!(row.rows().next().unwrap().cell(2).unwrap().text, "1771.25");
}

#[test]
fn an_oddity_far_down_makes_the_file_one_to_hold() {
    let sample = opened(&workbook(&rows(3_000))).unwrap().sample();
    let outside = (1..3_000).find(|number| number % 50 != 0 && sample.tables[0].row(*number).is_none()).unwrap();
    let odd = rows(3_000).replace(&format!("<c r=\"A{outside}\" t=\"s\">"), &format!("<c r=\"A{outside}\" t=\"odd\">"));
    let bytes = workbook(&odd);
    let mut large = opened(&bytes).unwrap();
    assert_eq!(large.read(&bytes, &Limits::default(), &mut |_| {}, &mut |_, _| {}), Ok(Pass::Hold));
    let many = Limits { cells: 5_000, ..Limits::default() };
    let bytes = workbook(&rows(3_000));
    let mut large = opened(&bytes).unwrap();
    assert_eq!(large.read(&bytes, &many, &mut |_| {}, &mut |_, _| {}), Ok(Pass::Hold));
    assert_eq!(hold(&bytes, &many, &mut |_, _| {}).unwrap_err().code(), "limit-exceeded");
}

#[test]
fn a_small_sheet_is_held() {
    let bytes = workbook(&rows(300));
    assert!(matches!(open(&bytes, &Limits::default(), SMALL, &mut |_, _| {}), Ok(Opened::Whole(_))));
}
