use super::*;
use crate::{Opened, Row, open, read};
use proptest::prelude::*;

/// Sizes at which every border falls somewhere inside a small file.
fn small(piece: usize, batch: usize) -> Sizes {
    Sizes { whole: 0, head: 64, slice: 32, slices: 3, piece, batch }
}

fn shown(row: &Row<'_>) -> String {
    let cells: Vec<String> = row.cells().map(|cell| format!("{}={:?}", cell.column, cell.text)).collect();
    format!("{}: {}", row.number(), cells.join(" "))
}

/// Rows and facts of a file read in passes, and how many passes it took.
fn streamed(bytes: &[u8], sizes: Sizes) -> (Vec<String>, u32) {
    let (source, limits) = (bytes.to_vec(), Limits::default());
    let mut text = match open(&source, &limits, sizes, &mut |_, _| {}) {
        Ok(Opened::Text(text)) => text,
        Ok(Opened::Whole(_) | Opened::Sheet(_)) => panic!("no text read in passes"),
        Err(refusal) => return (vec![refusal.code().to_owned()], 0),
    };
    let mut passes = 0;
    let rows = loop {
        passes += 1;
        let mut rows = Vec::new();
        let mut visit = |table: &Table| rows.extend(table.rows().map(|row| shown(&row)));
        match text.read(&source, &limits, &mut visit, &mut |_, _| {}) {
            Ok(Pass::Done) => break rows,
            Ok(Pass::Again) => assert!(passes < 4, "no end of passes"),
            Ok(Pass::Hold) => panic!("a text is never held"),
            Err(refusal) => return (vec![refusal.code().to_owned()], passes),
        }
    };
    assert_eq!(rows.len() as u64, text.row_count());
    for (position, row) in rows.iter().enumerate() {
        let number: u32 = row.split(':').next().unwrap().parse().unwrap();
        let again = text.rows(&source, &limits, number, 2).unwrap();
        let again: Vec<String> = again.rows().map(|row| shown(&row)).collect();
        assert_eq!(again, rows[position..rows.len().min(position + 2)], "read again from row {number}");
    }
    let book = text.workbook();
    (rows.into_iter().chain(facts(&book)).collect(), passes)
}

fn facts(book: &Workbook) -> Vec<String> {
    vec![
        format!("{:?} {:?} {:?}", book.format, book.encoding, book.delimiter),
        format!("{:?}", book.notices),
        format!("blank {}", book.tables[0].blank_rows),
    ]
}

/// The same of a file held whole.
fn whole(bytes: &[u8]) -> Vec<String> {
    match read(bytes, &Limits::default(), &mut |_, _| {}) {
        Ok(book) => book.tables[0].rows().map(|row| shown(&row)).chain(facts(&book)).collect(),
        Err(refusal) => vec![refusal.code().to_owned()],
    }
}

fn record() -> impl Strategy<Value = String> {
    let plain = (0_u32..999, "[a-zéœ€ ]{0,9}", 0_u32..99_999).prop_map(|(code, name, cents)| {
        format!("C{code};{name};{},{:02};{:02}/03/2026", cents / 100, cents % 100, code % 28 + 1)
    });
    let quoted = ("[a-z;\u{e9}\n]{1,12}", 0_u32..999).prop_map(|(text, n)| format!("Q{n};\"{text}\";1,00;01/02/2026"));
    let odd = prop::sample::select(vec![
        "",
        "",
        "  ",
        ";;;",
        "a;b",
        "x;\"tube 12\" acier\";3,00;01/01/2026",
        "12\";3;4;5",
        "\"sans fin;1;2;3",
        "a,b,c,d,e,f",
        "Total;;12,00;",
        "d;\"dit \"\"le\"\"\";1,00;02/02/2026",
    ]);
    prop_oneof![12 => plain, 4 => quoted, 1 => odd.prop_map(str::to_owned)]
}

#[derive(Clone, Copy, Debug)]
enum As {
    Utf8,
    Bom,
    Western,
    Utf16(bool),
}

fn encoded(text: &str, encoding: As) -> Vec<u8> {
    match encoding {
        As::Utf8 => text.as_bytes().to_vec(),
        As::Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        As::Western => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        As::Utf16(big) => [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_read_in_pieces_is_the_file_read_whole(
        records in prop::collection::vec(record(), 1..40),
        end in prop::sample::select(vec!["\n", "\r\n", "\r", "\r\r\n"]),
        encoding in prop::sample::select(vec![As::Utf8, As::Bom, As::Western, As::Utf16(false), As::Utf16(true)]),
        last_end: bool,
        named in prop::bool::weighted(0.1),
        piece in 1_usize..80,
        batch in 1_usize..6,
    ) {
        let mut text = records.join("\n").replace('\n', end);
        if last_end {
            text.push_str(end);
        }
        if named {
            text.insert_str(0, &format!("sep=;{end}"));
        }
        let bytes = encoded(&text, encoding);
        // A head of ten records: one odd record among two would make another delimiter of a few bytes' sample.
        let sizes = Sizes { head: 512, ..small(piece, batch) };
        prop_assert_eq!(streamed(&bytes, sizes).0, whole(&bytes));
    }
}

#[test]
fn a_text_without_delimiters_ends_with_its_last_line() {
    for text in ["a line\nanother one", "a line\nanother one\n", "one line only", "\"in quotes\"", "\"never closed"] {
        let bytes = text.repeat(9).into_bytes();
        for piece in [8, 64, 1_024] {
            assert_eq!(streamed(&bytes, small(piece, 3)).0, whole(&bytes), "{text} in pieces of {piece}");
        }
    }
}

#[test]
fn a_mark_of_unicode_stands_whatever_bytes_follow_it() {
    let text = "Société;Éts\n".repeat(30);
    let bytes = [b"\xEF\xBB\xBF", text.as_bytes(), b"Caf\xE9;1\n"].concat();
    for piece in [8, 64] {
        assert_eq!(streamed(&bytes, small(piece, 3)).0, whole(&bytes), "in pieces of {piece}");
    }
}

#[test]
fn a_named_delimiter_that_few_rows_use_is_judged_alike_in_pieces() {
    for text in ["sep=;\nClient\nACME\nZETA\n", "sep=;\nClient\nACME\nZETA;1\n", "sep=;\nClient,Dû\nACME,1\nZETA,2\n"]
    {
        let bytes = [text, &"Dupont\n".repeat(40)].concat().into_bytes();
        assert_eq!(streamed(&bytes, small(24, 3)).0, whole(&bytes), "{text}");
    }
}

#[test]
fn control_characters_do_not_hide_the_encoding_that_a_sample_missed() {
    // CP850 in the middle, where the sample of the first and the last bytes does not look.
    let bytes =
        [&b"Client;1\n".repeat(20)[..], b"Soci\x82t\x82 g\x82n\x82rale\x01\x01\x01;1\n", &b"Dupont;1\n".repeat(40)]
            .concat();
    let sizes = Sizes { whole: 0, head: 64, slice: 0, slices: 0, piece: 60, batch: 2 };
    let (rows, passes) = streamed(&bytes, sizes);
    assert!(rows.contains(&"21: 0=\"Société générale\\u{1}\\u{1}\\u{1}\" 1=\"1\"".to_owned()), "{rows:?}");
    assert_eq!((rows, passes), (whole(&bytes), 2));
}

#[test]
fn what_the_sample_does_not_show_is_found_and_the_file_read_again() {
    let body: String = (0..60).map(|n| format!("C{n};Client {n};{n},50\n")).collect();
    let at = |where_: usize, insert: &[u8]| {
        let mut bytes = body.clone().into_bytes();
        let place = bytes[..where_].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
        bytes.splice(place..place, insert.iter().copied());
        bytes
    };
    let cases = [
        ("nothing", body.clone().into_bytes(), 1),
        ("an accent of one byte", at(450, b"X;Soci\xE9t\xE9 \xE0 l'\xE9tranger;1,00\n"), 2),
        ("a quote that never closes", at(450, b"\"X;Tube;1,00\n"), 2),
        ("quotes that close", at(450, b"X;\"Tube;12\";1,00\n"), 1),
        ("another delimiter everywhere else", at(450, "a,b,c,d,e\n".repeat(900).as_bytes()), 1),
        ("one broken character among many sound", at(450, &["éèàçùéèà;".as_bytes(), b"\xE9;1,00\n"].concat()), 2),
    ];
    for (what, bytes, passes) in cases {
        let (found, taken) = streamed(&bytes, small(50, 7));
        assert_eq!(found, whole(&bytes), "{what}");
        assert_eq!(taken, passes, "{what}");
    }
}
