//! Text in, rows out: each case shows row numbers, cells between bars, blank rows and notices.

use super::*;

fn read_bytes(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    crate::read(bytes, &Limits::default(), &mut |_, _| {})
}

fn shown(bytes: &[u8]) -> String {
    let workbook = match read_bytes(bytes) {
        Ok(workbook) => workbook,
        Err(refusal) => return refusal.code().to_owned(),
    };
    let table = &workbook.tables[0];
    let mut out = String::new();
    for row in table.rows() {
        let cells: Vec<String> = row.cells().map(|cell| format!("{}={}", cell.column, cell.text)).collect();
        out.push_str(&format!("{}: {}\n", row.number(), cells.join(" | ")));
    }
    let notices: Vec<&str> = workbook.notices.iter().map(Notice::code).collect();
    out.push_str(&format!("{:?} blank {} {}", workbook.delimiter, table.blank_rows, notices.join(" ")));
    out.trim_end().to_owned()
}

#[test]
fn rows_keep_their_line_number() {
    let expected = "1: 0=a | 1=b\n2: 0=1 | 1=x\ny\n5: 0=2\nSome(';') blank 1 ragged-rows";
    for end in ["\n", "\r\n", "\r", "\r\r\n"] {
        let text = "a;b\n1;\"x\ny\"\n\n2\n\n\n".replace('\n', end);
        assert_eq!(shown(text.as_bytes()), expected, "{end:?}");
    }
}

#[test]
fn every_line_is_a_row_a_blank_or_inside_quotes() {
    let text = "\n\nh;i\n;;\n \u{A0};\t\n1;2\n\n\"a\n\n\nb\";3\nx;y";
    let workbook = read_bytes(text.as_bytes()).unwrap();
    let table = &workbook.tables[0];
    let lines = text.lines().count();
    assert_eq!(table.row_count() + table.blank_rows as usize, lines - 3);
    assert_eq!(table.rows().map(|row| row.number()).collect::<Vec<_>>(), [3, 6, 8, 12]);
}

#[test]
fn the_text_of_a_formula_is_what_it_shows() {
    let expected = "1: 0=Code | 1=Facture\n2: 0=00501 | 1=5007\nSome(';') blank 0";
    assert_eq!(shown(b"Code;Facture\n=\"00501\";\"=\"\"5007\"\"\"\n"), expected);
    assert_eq!(
        shown(b"Code;Facture\n=\"\";=A1\n"),
        "1: 0=Code | 1=Facture\n2: 1=A1\nSome(';') blank 0".replace("1=A1", "1==A1")
    );
}

#[test]
fn the_separator_line_is_not_a_row() {
    assert_eq!(shown(b"sep=;\na;b,c\n1;2,5\n"), "2: 0=a | 1=b,c\n3: 0=1 | 1=2,5\nSome(';') blank 0 separator-line");
    assert_eq!(shown(b"\xEF\xBB\xBF\"SEP=,\"\r\na;b,c\r\n"), "2: 0=a;b | 1=c\nSome(',') blank 0 separator-line");
    assert_eq!(shown(b"sep=\t\na\tb\n"), "2: 0=a | 1=b\nSome('\\t') blank 0 separator-line");
    assert_eq!(shown(b"sep=^\na^b\n"), "2: 0=a | 1=b\nSome('^') blank 0 separator-line");
}

#[test]
fn one_column_is_a_table() {
    assert_eq!(shown(b"Client\nACME\n"), "1: 0=Client\n2: 0=ACME\nNone blank 0");
    assert_eq!(shown("é".as_bytes()), "1: 0=é\nNone blank 0");
}

#[test]
fn nothing_is_trimmed_and_nothing_is_lost() {
    assert_eq!(shown(b" a ; b\n\"\";\"c\"\"d\"\n"), "1: 0= a  | 1= b\n2: 1=c\"d\nSome(';') blank 0");
    assert_eq!(
        shown(b"a;b\n\"SARL X;2\nY;3\n\"Z;4\n"),
        "1: 0=a | 1=b\n2: 0=\"SARL X | 1=2\n3: 0=Y | 1=3\n4: 0=\"Z | 1=4\nSome(';') blank 0 literal-quotes"
    );
}

#[test]
fn files_without_anything_are_refused() {
    for (bytes, code) in [
        (&b""[..], "empty-file"),
        (b" \r\n\t\n", "only-whitespace"),
        (b"\xEF\xBB\xBF", "only-whitespace"),
        (b"\xFF\xFE \0", "only-whitespace"),
        (b"\xA0\n", "only-whitespace"),
    ] {
        assert_eq!(shown(bytes), code, "{bytes:?}");
    }
}

#[test]
fn limits_are_named() {
    let refused = |limits: Limits, text: &str| match crate::read(text.as_bytes(), &limits, &mut |_, _| {}) {
        Err(Unreadable::TooLarge { limit, allowed, seen }) => format!("{} {allowed} {seen}", limit.code()),
        other => format!("{other:?}"),
    };
    let limits = Limits::default();
    assert_eq!(refused(Limits { cell_chars: 3, ..limits }, "éééé;a\n"), "cell-chars 3 4");
    assert_eq!(refused(Limits { cell_chars: 3, ..limits }, &"x".repeat(100)), "cell-chars 3 4");
    assert_eq!(refused(Limits { rows: 2, ..limits }, "a;b\n1;2\n3;4\n"), "rows 2 3");
    assert_eq!(refused(Limits { columns: 2, ..limits }, "a;b;c\n1;2;3\n"), "columns 2 3");
    assert_eq!(refused(Limits { cells: 3, ..limits }, "a;b\n1;2\n"), "cells 3 4");
    assert_eq!(refused(Limits { file_bytes: 3, ..limits }, "a;b\n"), "file-bytes 3 4");
    assert_eq!(refused(limits, &format!("a;b\n1;2\n{};x\n", ";".repeat(70_000))), "columns 512 70002");
    assert!(crate::read(b"a;b\n1;2\n", &Limits { rows: 2, columns: 2, cells: 4, ..limits }, &mut |_, _| {}).is_ok());
}

#[test]
fn replaced_characters_are_counted() {
    let bytes = ["éèàçùéèàçù;b\n1;".as_bytes(), b"\xE9\n"].concat();
    let notices = read_bytes(&bytes).unwrap().notices;
    assert_eq!(notices, [Notice::ReplacementCharacters { count: 1 }]);
}

#[test]
fn progress_rises_to_its_end() {
    let text = "a;b;c\n".repeat(50_000);
    let mut seen = Vec::new();
    crate::read(text.as_bytes(), &Limits::default(), &mut |done, total| seen.push((done, total))).unwrap();
    assert!(seen.len() > 10 && seen.is_sorted());
    assert_eq!(seen.last(), Some(&(600_000, 600_000)));
}
