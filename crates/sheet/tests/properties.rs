//! Laws of the reader: order plays no part in the dialect, every line is accounted for, and no bytes make it panic.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests are tests"
)]

mod build;

use std::io::{Cursor, Read};
use std::path::PathBuf;

use build::{ods_content, read, xlsx, zipped};
use proptest::prelude::*;
use proptest::test_runner::Config;
use sheet::Notice;

/// A nightly run multiplies the cases: `ENCOURS_CASES=100`.
fn config(cases: u32) -> Config {
    let factor = std::env::var("ENCOURS_CASES").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    Config {
        cases: cases.saturating_mul(factor),
        max_global_rejects: u32::MAX,
        failure_persistence: None,
        ..Config::default()
    }
}

/// A record of a ledger: text, amount with a decimal comma, date.
fn record(delimiter: char) -> impl Strategy<Value = String> {
    ("[A-Za-zé][A-Za-zéè' ]{0,20}(, [A-Z]{1,5})?", 0_u32..9_999_999, 1_u32..28, any::<bool>()).prop_map(
        move |(name, cents, day, quoted)| {
            let name = if quoted || delimiter == ',' { format!("\"{name}{delimiter}x\"") } else { name };
            let amount = format!("{},{:02}", cents / 100, cents % 100);
            let amount = if delimiter == ',' { amount.replace(',', ".") } else { amount };
            format!("{name}{delimiter}{amount}{delimiter}{day:02}/06/2026")
        },
    )
}

fn ledger() -> impl Strategy<Value = (char, Vec<String>, Vec<String>)> {
    prop::sample::select(vec![';', ',', '\t', '|']).prop_flat_map(|delimiter| {
        prop::collection::vec(record(delimiter), 2..30)
            .prop_flat_map(move |records| (Just(delimiter), Just(records.clone()), Just(records).prop_shuffle()))
    })
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn the_order_of_records_does_not_change_the_dialect((delimiter, records, shuffled) in ledger()) {
        let verdict = |records: &[String]| {
            let book = read(records.join("\r\n").as_bytes()).unwrap();
            (book.delimiter, book.encoding, book.notices, book.tables[0].cell_count())
        };
        prop_assert_eq!(verdict(&records), verdict(&shuffled));
        prop_assert_eq!(verdict(&records).0, Some(delimiter));
        prop_assert_eq!(verdict(&records).3, records.len() * 3);
    }

    #[test]
    fn every_line_is_a_row_or_blank(lines in prop::collection::vec("[a-z;]{0,6}", 1..40), end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        prop_assume!(lines.iter().any(|line| line.chars().any(|c| c != ';')));
        let book = read(lines.join(end).as_bytes()).unwrap();
        let table = &book.tables[0];
        let blank = |line: &String| line.chars().all(|c| c == ';' && book.delimiter == Some(';'));
        let kept = lines.iter().rposition(|line| !blank(line)).unwrap() + 1;
        prop_assert_eq!(table.row_count() + table.blank_rows as usize, kept);
        for row in table.rows() {
            prop_assert!(!blank(&lines[row.number() as usize - 1]));
        }
    }

    #[test]
    fn a_cell_comes_back_as_it_was_written(cells in prop::collection::vec(prop::collection::vec("[a-z\"; ,|\n]{0,8}x", 3), 1..10)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";")).collect();
        let book = read(format!("sep=;\n{}\n", lines.join("\n")).as_bytes()).unwrap();
        let seen: Vec<Vec<String>> =
            book.tables[0].rows().map(|row| row.cells().map(|cell| cell.text.to_owned()).collect()).collect();
        prop_assert_eq!(seen, cells);
        prop_assert_eq!(book.notices, vec![Notice::SeparatorLine { delimiter: ';' }]);
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn no_bytes_make_it_panic(start in 0_usize..8, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let starts: [&[u8]; 8] =
            [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"\xEF\xBB\xBF", b"sep=", b"<html", b"a;b\n"];
        let _ = read(&[starts[start], &bytes].concat());
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-c0-9;,\t|\"\r\n é€\u{A0}]{0,80}") {
        let _ = read(text.as_bytes());
    }
}

/// A change to some bytes: overwritten, removed, or a piece of the file copied elsewhere.
#[derive(Clone, Debug)]
struct Mutation {
    part: usize,
    at: usize,
    kind: usize,
    bytes: Vec<u8>,
}

fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..6),
        prop::sample::select(vec![
            &b"99999999999"[..],
            b"-1",
            b"\"",
            b"<",
            b"/>",
            b"\xFF\xFF\xFF\xFF",
            b"\0\0\0\0",
            b"=",
            b"&#0;",
            b"A1048577"
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    let one = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..4, bytes)
        .prop_map(|(part, at, kind, bytes)| Mutation { part: part.index(1 << 16), at: at.index(1 << 24), kind, bytes });
    prop::collection::vec(one, 1..6)
}

fn apply(content: &mut Vec<u8>, mutation: &Mutation) {
    if content.is_empty() {
        return;
    }
    let at = mutation.at % content.len();
    let end = (at + mutation.bytes.len()).min(content.len());
    match mutation.kind {
        0 => content[at..end].copy_from_slice(&mutation.bytes[..end - at]),
        1 => drop(content.splice(at..at, mutation.bytes.iter().copied())),
        2 => drop(content.drain(at..(at + mutation.bytes.len() * 7).min(content.len()))),
        _ => content.truncate(at + 1),
    }
}

fn sample(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: no {}", path.display());
    }
    bytes
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// The parts are changed before they are packed: changed afterwards, the check sum would end the story.
fn packed(parts: &[(String, Vec<u8>)], mutations: &[Mutation]) -> Vec<u8> {
    let mut parts = parts.to_vec();
    for mutation in mutations {
        let part = mutation.part % parts.len();
        apply(&mut parts[part].1, mutation);
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    zipped(&parts)
}

fn unharmed(name: &str, cases: u32, build: &dyn Fn(&[Mutation]) -> Vec<u8>) {
    let mut runner = proptest::test_runner::TestRunner::new(config(cases));
    let outcome = runner.run(&mutations(), |mutations| {
        let _ = read(&build(&mutations));
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
}

#[test]
fn changed_workbooks_do_not_panic() {
    let small = xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" s=\"1\"><v>45000</v></c></row>",
    );
    let small = parts(&small);
    unharmed("small.xlsx", 1_000, &|mutations| packed(&small, mutations));
    for name in ["nasty/blanks.xlsx", "ar-xlsx/xero_like_invoices.xlsx"] {
        let Some(bytes) = sample(name) else { return };
        let parts = parts(&bytes);
        unharmed(name, 100, &|mutations| packed(&parts, mutations));
    }
}

#[test]
fn changed_opendocument_files_do_not_panic_nor_hang() {
    let row = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\">\
               <office:annotation><text:p>n</text:p></office:annotation><text:p>a<text:s text:c=\"3\"/></text:p></table:table-cell>\
               <table:table-cell office:value-type=\"date\" office:date-value=\"2026-06-30\"/></table:table-row>";
    let styles = "<office:automatic-styles><number:number-style style:name=\"N1\"><number:number number:min-integer-digits=\"5\"/>\
                  <number:text> USD</number:text></number:number-style><style:style style:name=\"a\" style:family=\"table-cell\" \
                  style:data-style-name=\"N1\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
                  </office:automatic-styles><office:body>";
    let column = "<table:table-column table:number-columns-repeated=\"3\" table:default-cell-style-name=\"a\"/>";
    let number =
        "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"417\"/></table:table-row>";
    let content = ods_content(&[column, row, number].concat()).replacen("<office:body>", styles, 1);
    assert_eq!(read(&build::ods(&content)).unwrap().tables[0].row(3).unwrap().cell(0).unwrap().text, "417");
    let small = parts(&build::ods(&content));
    unharmed("small.ods", 1_000, &|mutations| packed(&small, mutations));
    let Some(bytes) = sample("exports-fr/bank_statements.ods") else { return };
    let parts = parts(&bytes);
    unharmed("bank_statements.ods", 100, &|mutations| packed(&parts, mutations));
}

#[test]
fn changed_old_workbooks_do_not_panic() {
    for name in [
        "nasty/dates-1900.xls",
        "nasty/texty-dates-xls.xls",
        "nasty/biff5-label-records.xls",
        "nasty/65536-rows-xls.xls",
    ] {
        let Some(bytes) = sample(name) else { return };
        unharmed(name, 600, &|mutations| {
            let mut bytes = bytes.clone();
            mutations.iter().for_each(|mutation| apply(&mut bytes, mutation));
            bytes
        });
    }
}

#[test]
fn changed_xml_workbooks_and_pages_do_not_panic() {
    let book = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>\
                <Style ss:ID=\"a\"><NumberFormat ss:Format=\"00000\"/></Style><Style ss:ID=\"b\" ss:Parent=\"a\">\
                <Font ss:StrikeThrough=\"1\"/></Style></Styles><Worksheet ss:Name=\"S\"><Table ss:StyleID=\"a\">\
                <Column ss:Index=\"2\" ss:Span=\"2\" ss:StyleID=\"b\"/><Row ss:StyleID=\"b\"><Cell ss:Index=\"3\">\
                <Data ss:Type=\"Number\">417</Data></Cell></Row></Table></Worksheet></Workbook>";
    let page = "<html><table><col span=2 style=\"display:none\"><tr><td><s>a</s><td colspan=2 \
                style=\"text-decoration:line-through\">b</tr></table></html>";
    for text in [book, page] {
        unharmed(text, 1_000, &|mutations| {
            let mut bytes = text.as_bytes().to_vec();
            mutations.iter().for_each(|mutation| apply(&mut bytes, mutation));
            bytes
        });
    }
}

#[test]
fn changed_binary_workbooks_do_not_panic() {
    let mut cells = build::record(0x00, &[0; 17]);
    cells.extend(build::record(0x07, &[0; 12]));
    cells.extend(build::record(0x02, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F]));
    let small = parts(&build::xlsb(&cells));
    unharmed("small.xlsb", 1_000, &|mutations| packed(&small, mutations));
}
