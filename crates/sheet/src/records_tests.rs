use super::*;
use crate::encoding::Encoding;
use crate::progress::Progress;
use proptest::prelude::*;

/// `number: column=text …` of every row, and what was counted.
fn shown(table: &Table) -> Vec<String> {
    let cell = |cell: crate::Cell<'_>| format!("{}={:?}", cell.column, cell.text);
    let row =
        |row: crate::Row<'_>| format!("{}: {}", row.number(), row.cells().map(cell).collect::<Vec<_>>().join(" "));
    table.rows().map(row).chain([format!("blank {}", table.blank_rows)]).collect()
}

/// Cuts a text handed over in pieces, as a file is.
fn cut(text: &str, dialect: Dialect, piece: usize, most: usize) -> Vec<String> {
    let limits = Limits::default();
    let mut records = Records::new(dialect, &limits, 1);
    let mut table = Table::new(None);
    let mut rows = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = characters.chunks(piece).map(|piece| piece.iter().collect()).collect();
    for (position, piece) in pieces.iter().enumerate() {
        table.text.push_str(piece);
        let last = position + 1 == pieces.len();
        let mut at = 0;
        loop {
            let next = records.fill(&mut table, at, last, most).unwrap();
            let full = table.row_count() == most;
            let mut batch = shown(&table);
            batch.pop();
            rows.append(&mut batch);
            table.clear_rows();
            at = next;
            if !full {
                break;
            }
        }
        table.text.drain(..at);
    }
    assert!(table.text.is_empty());
    rows.push(format!("blank {}", records.blank_rows));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn records_are_cut_as_csv_core_cuts_them(
        text in "([a-zé \u{a0}]{0,3}|=\"[a-z0]{0,3}\"|\"=\"\"[a-z0]{0,3}\"\"\"|\"[a-z;\n é]{0,4}\"|;|\"|\"\"|\n){0,60}",
        delimiter in prop::option::weighted(0.9, Just(b';')),
        quoting: bool,
        piece in 1_usize..40,
        most in 1_usize..5,
    ) {
        let dialect = Dialect { delimiter, quoting, usual_fields: 2, ragged: 0 };
        let limits = Limits::default();
        let oracle = delimited::table_of(text.as_bytes(), Encoding::Utf8, dialect, &limits, &mut Progress::new(&mut |_, _| {}, 1)).unwrap();
        prop_assert_eq!(cut(&text, dialect, piece, most), shown(&oracle));
    }
}

#[test]
fn every_mark_is_found_once_and_in_order() {
    for length in 0..40 {
        for step in 1..10 {
            let mut bytes = vec![0xBB; length];
            let places: Vec<usize> = (0..length).step_by(step).collect();
            for place in &places {
                bytes[*place] = if place % 2 == 0 { b';' } else { b'\n' };
            }
            for from in 0..length {
                let mut marks = Marks::new(Some(b';'), &bytes, from);
                let found: Vec<usize> = std::iter::from_fn(|| marks.next()).collect();
                let expected: Vec<usize> = places.iter().copied().filter(|place| *place >= from).collect();
                assert_eq!(found, expected);
                assert_eq!(marks.next(), None);
            }
        }
    }
}

#[test]
fn a_field_without_end_is_refused_before_it_fills_the_memory() {
    let limits = Limits { cell_chars: 10, ..Limits::default() };
    let dialect = Dialect { delimiter: Some(b';'), quoting: true, usual_fields: 2, ragged: 0 };
    let mut records = Records::new(dialect, &limits, 1);
    let mut table = Table::new(None);
    table.text.push_str(&format!("a;\"{}", "x\n".repeat(30)));
    let refused = records.fill(&mut table, 0, false, 10).unwrap_err();
    assert_eq!(refused, Unreadable::TooLarge { limit: Limit::CellChars, allowed: 10, seen: 11 });
}
