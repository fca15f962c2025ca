//! A workbook with one large sheet, read in passes, answers like the same ledger held whole.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use acceptance::sheets::workbook;
use engine::{InputFile, Session};
use protocol::{OpenOptions, PreviewQuery, SourceRowQuery};
use std::fmt::Write as _;
use text::Language;

/// With such labels, enough for the size from which a sheet is read in passes, and more than one batch.
const ROWS: u32 = 2_500;
const LABEL_WORDS: usize = 375;

const HEADINGS: &str = "Customer;Name;Document;Invoice date;Due date;Amount;Label\n";

/// The items; one in a hundred has no date, and the total stands at the end.
fn ledger(rows: u32) -> String {
    let label = "delivery ".repeat(LABEL_WORDS);
    let mut text = format!("# Items\n{HEADINGS}");
    for number in 1..=rows {
        let (customer, day) = (number % 300, 1 + number % 28);
        let dated = if number % 100 == 0 { String::new() } else { format!("=2026-01-{day:02}") };
        writeln!(text, "C{customer};Customer {customer};F{number};{dated};=2026-03-{day:02};#{number}.5;{label}")
            .unwrap();
    }
    text
}

fn opened(text: &str) -> Session {
    let file = InputFile::in_memory("items.xlsx", workbook(text));
    Session::open(vec![file], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

#[test]
fn a_large_workbook_is_read_in_passes() {
    let mut text = ledger(ROWS);
    let session = opened(&text);
    let report = session.import_report(Language::En);
    assert_eq!((report.rows.imported, report.rows.set_aside, report.rows.read), (ROWS - 25, 25, ROWS + 1));
    let place = SourceRowQuery { file: "items.xlsx".to_owned(), sheet: Some("Items".to_owned()), row: 2_201 };
    let row = session.source_row(&place, Language::En).unwrap();
    assert_eq!((row.cells[2].value.as_str(), row.cells[2].header.as_str()), ("F2200", "Document"));
    let query = PreviewQuery { file: "items.xlsx".to_owned(), sheet: None, first_row: 2_490, rows: 5 };
    assert_eq!(session.preview(&query, Language::En).unwrap().rows.len(), 5);

    // Another sheet with the same headings makes both be held: the same rows, and those of the other one.
    write!(text, "# More\n{HEADINGS}C1;Customer 1;G1;=2026-01-05;=2026-03-05;#1.5\n").unwrap();
    let both = opened(&text);
    let held = both.import_report(Language::En);
    assert_eq!((held.rows.imported, held.rows.set_aside), (ROWS - 24, 25));
    assert_eq!(format!("{:?}", report.set_aside), format!("{:?}", held.set_aside));
    // A sheet of notes beside it does not.
    text.truncate(text.rfind("# More").unwrap());
    let noted = opened(&(text + "# Notes\nHello\n")).import_report(Language::En);
    assert_eq!(noted.rows, report.rows);
    assert_eq!(noted.control_totals, report.control_totals);
}

#[test]
fn several_tables_on_a_large_sheet_are_each_read_under_their_own_headings() {
    let first = "# Items\nCustomer;Document;Due date;Amount\nC1;X1;=2026-03-01;#5\nC2;X2;=2026-03-02;#6\n";
    let text = format!("{first}\n{}", ledger(ROWS).trim_start_matches("# Items\n"));
    let file = InputFile::in_memory("items.xlsx", workbook(&text));
    let looked_at = engine::inspect(&file, Language::En, &mut |_| {}).unwrap();
    assert_eq!(looked_at.sheets.len(), 2, "{:?}", looked_at.sheets);
    let report = opened(&text).import_report(Language::En);
    let told: Vec<_> = report.files.iter().map(|file| (file.rows.imported, file.rows.set_aside)).collect();
    assert_eq!(told.first(), Some(&(ROWS - 25, 25)), "{told:?}");
}
