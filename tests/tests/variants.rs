//! One ledger, many files: whatever software writes it, the balance is the same to the cent and row for row.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, OpenOptions};
use text::Language;

const DEMO: &str = "fixtures/demo/grand-livre-clients.csv";
const G1: &str = "fixtures/g1/ledger.csv";

/// The aged balance of files opened together, as JSON.
fn balance(files: &[(&str, Vec<u8>)]) -> String {
    let inputs = files.iter().map(|(name, bytes)| InputFile::in_memory(*name, bytes.clone()));
    let session = Session::open(inputs.collect(), &OpenOptions::default(), Language::En, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{failure:?}"));
    let query = AgedBalanceQuery::on("2026-09-30".parse().unwrap());
    let mut balance = session.aged_balance(&query, Language::En).unwrap();
    for currency in &mut balance.currencies {
        // A part of a file may leave a question open that the whole answers; its figures must be the same.
        currency.control.open_questions = 0;
    }
    serde_json::to_string(&balance).unwrap()
}

fn ledger(fixture: &str) -> String {
    String::from_utf8(fixtures::bytes(fixture)).unwrap()
}

/// Names what differs instead of printing two long documents.
fn assert_same(variants: Vec<(&str, &str, Vec<u8>)>, expected: &str) {
    let different: Vec<&str> = variants
        .into_iter()
        .filter(|(_, name, bytes)| balance(&[(name, bytes.clone())]) != expected)
        .map(|(what, _, _)| what)
        .collect();
    assert!(different.is_empty(), "another balance with: {}", different.join(", "));
}

#[test]
fn encodings_and_line_ends_change_nothing() {
    let text = ledger(DEMO);
    let expected = balance(&[("ledger.csv", text.clone().into())]);
    let latin = |euro_quotes: &str| euro_quotes.chars().map(latin_byte).collect::<Vec<u8>>();
    let wide: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_same(
        vec![
            ("a byte order mark", "ledger.csv", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("windows-1252", "ledger.csv", latin(&text)),
            ("UTF-16", "ledger.csv", wide),
            ("line feeds only", "ledger.csv", text.replace("\r\n", "\n").into()),
            ("the name of a workbook", "ledger.xls", text.clone().into()),
            ("no ending", "LEDGER", text.into()),
        ],
        &expected,
    );
}

/// Windows-1252 as far as the ledger goes: Latin-1 and the ligature œ.
fn latin_byte(character: char) -> u8 {
    match character {
        'œ' => 0x9c,
        'Œ' => 0x8c,
        other => u8::try_from(u32::from(other)).unwrap_or_else(|_| panic!("{other} is not in windows-1252")),
    }
}

#[test]
fn separators_and_number_formats_change_nothing() {
    let text = ledger(DEMO);
    let expected = balance(&[("ledger.csv", text.clone().into())]);
    let grouped = |mark: &str| {
        // Only figures have a space between a digit and three digits followed by a comma or another group.
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let mut joined = words.remove(0);
        for word in words {
            let digits_before = joined.chars().next_back().is_some_and(|last| last.is_ascii_digit());
            let group =
                word.len() > 3 && word.as_bytes()[..3].iter().all(u8::is_ascii_digit) && word.as_bytes()[3] == b',';
            let group = group || (word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
            joined.push_str(if digits_before && group { mark } else { " " });
            joined.push_str(&word);
        }
        joined
    };
    let iso = |line: &str| {
        let cells = line.split(';').map(|cell| match cell.split('/').collect::<Vec<_>>().as_slice() {
            [day, month, year] if year.len() == 4 => format!("{year}-{month}-{day}"),
            _ => cell.to_owned(),
        });
        cells.collect::<Vec<_>>().join(";")
    };
    let quoted = |line: &str| line.split(';').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let each = |change: &dyn Fn(&str) -> String| text.lines().map(change).collect::<Vec<_>>().join("\r\n");
    assert_ne!(grouped("."), text);
    assert_same(
        vec![
            ("tabs", "ledger.txt", text.replace(';', "\t").into()),
            ("quoted commas", "ledger.csv", each(&quoted).into()),
            ("narrow no-break spaces", "ledger.csv", grouped("\u{202f}").into()),
            ("no-break spaces", "ledger.csv", grouped("\u{a0}").into()),
            ("points between thousands", "ledger.csv", grouped(".").into()),
            ("no grouping", "ledger.csv", grouped("").into()),
            ("days as YYYY-MM-DD", "ledger.csv", each(&iso).into()),
        ],
        &expected,
    );
}

#[test]
fn the_order_of_rows_and_files_changes_nothing() {
    let text = ledger(G1);
    let expected = balance(&[("ledger.csv", text.clone().into())]);
    let (header, rows) = text.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    let file = |rows: &[&str]| format!("{header}\n{}\n", rows.join("\n")).into_bytes();
    let reversed: Vec<&str> = rows.iter().rev().copied().collect();
    assert_eq!(balance(&[("ledger.csv", file(&reversed))]), expected, "rows reversed");
    for cut in 1..rows.len() {
        let (one, other) = (file(&rows[..cut]), file(&rows[cut..]));
        assert_eq!(balance(&[("one.csv", one.clone()), ("other.csv", other.clone())]), expected, "cut after row {cut}");
        assert_eq!(balance(&[("other.csv", other), ("one.csv", one)]), expected, "swapped, cut after row {cut}");
    }
}
