//! The shared samples against what two other readers found in them. Without the samples the tests say so and pass.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests are tests"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use sheet::{CellKind, Format, Limits, Notice, Unreadable, Workbook};

fn samples() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    if !root.is_dir() {
        println!("skipped: no samples at {}", root.display());
        return None;
    }
    Some(root)
}

fn read(path: &PathBuf) -> Result<Workbook, Unreadable> {
    sheet::read(&std::fs::read(path).unwrap(), &Limits::default(), &mut |_, _| {})
}

fn sample(name: &str) -> Option<Workbook> {
    Some(read(&samples()?.join(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}")))
}

fn json(path: PathBuf) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Rows as text, kinds by their first letter.
fn rows(workbook: &Workbook, table: usize) -> Vec<String> {
    let row = |row: sheet::Row<'_>| {
        let cells =
            row.cells().map(|cell| format!("{}{}={}", &format!("{:?}", cell.kind)[..1], cell.column, cell.text));
        format!("{}: {}", row.number(), cells.collect::<Vec<_>>().join(" | "))
    };
    workbook.tables[table].rows().map(row).collect()
}

#[test]
fn workbooks_hold_as_many_sheets_and_cells_as_two_readers_found() {
    let Some(root) = samples() else { return };
    let expected: BTreeMap<String, Value> = serde_json::from_value(json(root.join("expected/workbooks.json"))).unwrap();
    // A cell of blanks is empty here, and a cell for the other readers.
    let blanks = BTreeMap::from([("nasty/whitespace-xlsx.xlsx", 1)]);
    let mut differences = Vec::new();
    let mut compared = 0;
    for (name, readers) in &expected {
        let reader = &readers["second_reader_and_calamine"]["calamine"];
        let Some(cells) = reader["cells"].as_u64() else { continue };
        let workbook = read(&root.join(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        let without = workbook.notices.iter().filter(|n| matches!(n, Notice::SheetWithoutCells { .. })).count();
        let seen = (
            (workbook.tables.len() + without) as u64,
            workbook.tables.iter().map(|table| table.cell_count() as u64).sum::<u64>(),
        );
        let cells = cells - blanks.get(name.as_str()).copied().unwrap_or(0);
        if seen != (reader["sheets"].as_u64().unwrap(), cells) {
            differences.push(format!("{name}: {seen:?} instead of {reader}"));
        }
        compared += 1;
    }
    assert!(differences.is_empty(), "{differences:#?}");
    assert!(compared >= 20, "{compared}");
}

#[test]
fn every_nasty_file_is_read_or_refused() {
    let Some(root) = samples() else { return };
    for folder in ["nasty", "ar-xlsx", "ar-payments", "exports-fr", "fec"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let outcome = read(&path);
                println!(
                    "{}: {}",
                    path.display(),
                    outcome.map_or_else(|r| format!("{r:?}"), |w| format!("{:?}", w.notices))
                );
            }
        }
    }
}

#[test]
fn csv_spectrum_reads_as_its_authors_say() {
    let Some(root) = samples() else { return };
    let mut compared = 0;
    for entry in std::fs::read_dir(root.join("nasty/csv-spectrum")).unwrap() {
        let path = entry.unwrap().path();
        // The expected reading of the coordinates is of another file: it does not even hold the same number.
        let other = path.file_stem().is_some_and(|stem| stem == "location_coordinates");
        if other || path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        let expected = json(path.with_extension("json"));
        let workbook = read(&path).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display()));
        let mut rows = workbook.tables[0].rows();
        let header = rows.next().unwrap();
        let seen: Vec<BTreeMap<String, String>> = rows
            .map(|row| {
                let value = |column| row.cell(column).map_or(String::new(), |cell| cell.text.to_owned());
                header.cells().map(|name| (name.text.to_owned(), value(name.column))).collect()
            })
            .collect();
        // Line ends inside a cell are unified.
        let expected: Vec<BTreeMap<String, String>> =
            serde_json::from_str(&expected.to_string().replace("\\r\\n", "\\n")).unwrap();
        assert_eq!(seen, expected, "{}", path.display());
        compared += 1;
    }
    assert!(compared >= 11, "{compared}");
}

#[test]
fn days_of_both_systems_do_not_shift() {
    let Some(workbook) = sample("nasty/dates-1900.xls") else { return };
    println!("{:#?}", rows(&workbook, 0));
    let Some(later) = sample("nasty/dates-1904.xls") else { return };
    let dates = |workbook: &Workbook| -> Vec<String> {
        let cells = workbook.tables[0].rows().flat_map(|row| row.cells().collect::<Vec<_>>());
        cells.filter(|cell| cell.kind == CellKind::Date).map(|cell| cell.text.to_owned()).collect()
    };
    assert!(!dates(&workbook).is_empty());
    assert_eq!(dates(&workbook), dates(&later));
}

#[test]
fn the_29th_of_february_1900_is_announced() {
    for name in ["nasty/dates-leap-year-1900-xls.xls", "nasty/dates-leap-year-1900-xlsx.xlsx"] {
        let Some(workbook) = sample(name) else { return };
        let announced = workbook.notices.iter().any(|notice| matches!(notice, Notice::ImpossibleDates { .. }));
        assert!(announced, "{name}: {:?} {:#?}", workbook.notices, rows(&workbook, 0));
    }
}

#[test]
fn french_exports_are_recognised() {
    let cases = [
        ("fec/111111111FEC20221231.TXT", Some('|')),
        ("exports-fr/socleo_sales.csv", Some(';')),
        ("exports-fr/vinifera_sales.csv", Some(';')),
    ];
    for (name, delimiter) in cases {
        let Some(workbook) = sample(name) else { return };
        let table = &workbook.tables[0];
        println!("{name}: {:?} {:?} {:?}", workbook.encoding, workbook.delimiter, workbook.notices);
        println!("{:#?}", rows(&workbook, 0).iter().take(2).collect::<Vec<_>>());
        assert_eq!((workbook.format, workbook.delimiter), (Format::Csv, delimiter), "{name}");
        assert!(table.row_count() > 2 && table.column_count() > 3, "{name}");
    }
}
