//! What must hold for any bytes at all, one function for each reader of foreign bytes. The fuzzer calls them without end
//! (`cargo xtask fuzz`); an ordinary test calls them on the seeds and on everything that ever made one of them fail.

pub mod seeds;

use crate::hostile::books::xlsb_workbook;
use crate::hostile::compound::compound;
use crate::hostile::zip::{Part, zip};
use engine::command::{Inputs, Output, run};
use engine::{InputFile, Session};
use intake::{Ledgers, Settings};
use protocol::{AgedBalanceQuery, OpenOptions};
use sheet::{CellKind, Encoding, Limits, Opened, Pass, Sizes, Table, Workbook};
use text::Language;
use values::{Currency, Day, FileIndex, TableIndex};

/// A target: its name, and what must not fail.
pub type Target = (&'static str, fn(&[u8]));

/// Every target, in the order in which they are run.
pub const TARGETS: [Target; 10] = [
    ("xlsx", xlsx),
    ("xlsb", xlsb),
    ("xls", xls),
    ("ods", ods),
    ("delimited", delimited),
    ("intake", intake_whole),
    ("markup", markup),
    ("words", words),
    ("settings", settings),
    ("writers", writers),
];

/// Separates the parts of a container in the bytes of a target.
pub const CUT: &[u8] = b"\n\0\n";

/// Reads bytes as a file; whatever was read is in order.
fn read(bytes: &[u8]) -> Option<Workbook> {
    let mut last = 0;
    let book = sheet::read(bytes, &Limits::default(), &mut |done, total| {
        assert!(last <= done && done <= total, "progress goes back");
        last = done;
    });
    let book = book.ok()?;
    for table in &book.tables {
        let mut above = 0;
        for row in table.rows() {
            assert!(row.number() > above, "rows rise");
            above = row.number();
            let mut left = None;
            for cell in row.cells() {
                assert!(Some(cell.column) > left, "columns rise");
                assert!(!cell.text.is_empty(), "no empty cell");
                left = Some(cell.column);
            }
        }
    }
    Some(book)
}

fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = vec![];
    let mut rest = bytes;
    while let Some(at) = rest.windows(CUT.len()).position(|window| window == CUT) {
        parts.push(&rest[..at]);
        rest = &rest[at + CUT.len()..];
    }
    parts.push(rest);
    parts
}

/// A container whose named parts hold the pieces of the bytes, in order; a piece that is missing leaves its part out.
fn package(bytes: &[u8], fixed: &[(&str, &str)], names: &[&str]) -> Vec<u8> {
    let mut entries: Vec<Part> = fixed.iter().map(|(name, text)| Part::stored(*name, text)).collect();
    entries.extend(names.iter().zip(parts(bytes)).map(|(name, piece)| Part::stored(*name, piece)));
    zip(entries)
}

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An xlsx: the bytes are its sheet, shared strings, styles, workbook and relations of the workbook; or the whole file.
/// Where the reader of the regular ones and the reader of all of them both take it, they find the same cells.
pub fn xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        read(bytes);
        return;
    }
    let root = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns:r=\"{RELATION}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ];
    let given = parts(bytes).len();
    let mut fixed = vec![("_rels/.rels", root.as_str())];
    if given < 4 {
        fixed.push((names[3], &book));
    }
    if given < 5 {
        fixed.push((names[4], &relations));
    }
    let book = package(bytes, &fixed, &names);
    let held = read(&book);
    if let (Some(held), Ok(oracle)) = (&held, sheet::read_tolerantly(&book, &Limits::default())) {
        assert_eq!(told(held), told(&oracle), "two readers");
    }
    in_passes(&book, held.as_ref());
}

/// Sizes under which a sheet or text of a few rows is a large one.
const SMALL: Sizes = Sizes { whole: 0, head: 100, slice: 50, slices: 2, piece: 60, batch: 2 };

/// A workbook with one large sheet, read in passes, has the rows of the same workbook held whole.
fn in_passes(bytes: &Vec<u8>, held: Option<&Workbook>) {
    let limits = Limits::default();
    let Ok(Opened::Sheet(mut sheet)) = sheet::open(bytes, &limits, SMALL, &mut |_, _| {}) else { return };
    let mut table = Table::new(None);
    let mut visit = |rows: &Table| rows.rows().for_each(|row| table.copy_row(&row));
    if sheet.read(bytes, &limits, &mut visit, &mut |_, _| {}) != Ok(Pass::Done) {
        return;
    }
    let mut book = sheet.workbook().clone();
    book.tables[sheet.position()] = table;
    let held = held.expect("what is read in passes can be held");
    assert_eq!(told(&book), told(held), "in passes and whole");
}

/// What two readers of the same workbook must agree on.
fn told(book: &Workbook) -> Vec<String> {
    let cells = |row: sheet::Row<'_>| {
        let cell = |cell: sheet::Cell<'_>| {
            format!("{}{:?}{}{:?}", cell.column, cell.kind, cell.text, row.currency_of(cell.column))
        };
        let cells: Vec<_> = row.cells().map(cell).collect();
        format!("{} {}", row.number(), cells.join(" "))
    };
    book.tables.iter().flat_map(Table::rows).map(cells).collect()
}

/// An xlsb: the bytes are its sheet, shared strings, workbook and styles; or the whole file.
pub fn xlsb(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        read(bytes);
        return;
    }
    let root = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
    );
    let names = ["xl/worksheets/sheet1.bin", "xl/sharedStrings.bin", "xl/workbook.bin", "xl/styles.bin"];
    let fixed = [("_rels/.rels", root.as_str()), ("xl/_rels/workbook.bin.rels", relations.as_str())];
    let mut entries: Vec<Part> = fixed.iter().map(|(name, text)| Part::stored(*name, text)).collect();
    let given = parts(bytes);
    entries.extend(names.iter().zip(&given).map(|(name, piece)| Part::stored(*name, piece)));
    if given.len() < 3 {
        entries.push(Part::stored(names[2], xlsb_workbook(0)));
    }
    read(&zip(entries));
}

/// An xls: the bytes are its stream, or the whole file.
pub fn xls(bytes: &[u8]) {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        read(bytes);
        return;
    }
    let mut stream = bytes.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    if stream.len() <= 60 * 1024 {
        read(&compound(&[("Workbook", stream)]));
    }
}

/// An ods: the bytes are its content, its manifest and its styles, or the whole file.
pub fn ods(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        read(bytes);
        return;
    }
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    let manifest = ("META-INF/manifest.xml", "<manifest/>");
    let fixed = if parts(bytes).len() < 2 { vec![kind, manifest] } else { vec![kind] };
    read(&package(bytes, &fixed, &["content.xml", "META-INF/manifest.xml", "styles.xml"]));
}

/// Delimited text: every line is in a row, in a quoted field, or blank.
pub fn delimited(bytes: &[u8]) {
    let in_passes = rows_in_passes(bytes);
    let Some(book) = read(bytes) else { return };
    if book.format != sheet::Format::Csv {
        return;
    }
    let table = &book.tables[0];
    let last = table.rows().last().map_or(0, |row| row.number());
    assert!(table.row_count() as u32 + table.blank_rows <= last, "more rows than lines");
    assert!(table.rows().all(|row| row.cells().all(|cell| cell.kind == CellKind::Text)));
    if let Some(rows) = in_passes {
        assert_eq!(rows, table.row_count() as u64, "rows in passes and of the whole");
    }
}

/// The rows of a text read in passes, as a large one is; nothing where it is held whole or refused. Nor where it is taken
/// for UTF-16: a few zero bytes make that of a sample of a hundred, not of one of 128 KiB.
fn rows_in_passes(bytes: &[u8]) -> Option<u64> {
    let (source, limits) = (bytes.to_vec(), Limits::default());
    let Ok(Opened::Text(mut text)) = sheet::open(&source, &limits, SMALL, &mut |_, _| {}) else { return None };
    for _ in 0..3 {
        match text.read(&source, &limits, &mut |_| {}, &mut |_, _| {}).ok()? {
            Pass::Done => {
                let wide = matches!(text.workbook().encoding, Some(Encoding::Utf16Le | Encoding::Utf16Be));
                return Some(text.row_count()).filter(|_| !wide);
            }
            Pass::Again => {}
            Pass::Hold => return None,
        }
    }
    panic!("no end of passes")
}

/// A page or an XML workbook.
pub fn markup(bytes: &[u8]) {
    read(bytes);
}

/// Bytes to answers: every row accounted for, and the balance foots. The answers are the same twice.
pub fn intake_whole(bytes: &[u8]) {
    let open = || {
        let file = InputFile::in_memory("ledger.csv", bytes.to_vec());
        Session::open(vec![file], &OpenOptions::default(), Language::Fr, &mut |_| {}).ok()
    };
    let (Some(session), Some(again)) = (open(), open()) else { return };
    let report = session.import_report(Language::Fr);
    let rows = &report.rows;
    assert_eq!(rows.read, rows.imported + rows.set_aside + rows.blank + rows.headings + rows.totals, "rows");
    let json = |session: &Session| serde_json::to_string(&session.import_report(Language::Fr)).unwrap();
    assert_eq!(json(&session), json(&again), "two readings");
    let Some(as_of) = Day::new(2026, 6, 30) else { return };
    let query = AgedBalanceQuery::on(as_of);
    if let Ok(balance) = session.aged_balance(&query, Language::Fr) {
        for currency in &balance.currencies {
            assert!(currency.control.difference.is_zero(), "the balance foots");
        }
    }
}

/// Numbers, dates and words: each line is one cell of three columns.
pub fn words(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut table = Table::new(None);
    table.start_row(1);
    for (column, heading) in
        ["Client", "Facture", "Date", "Échéance", "Solde", "Devise", "Conditions"].iter().enumerate()
    {
        table.push(column as u16, CellKind::Text, heading);
    }
    for (number, line) in text.lines().take(200).enumerate() {
        let mut pieces = line.split('\t');
        let first = pieces.next().unwrap_or_default();
        let second = pieces.next().unwrap_or(first);
        let third = pieces.next().unwrap_or(second);
        table.start_row(number as u32 + 2);
        for (column, cell) in ["ALPHA", "F1", first, second, third, "EUR", first].iter().enumerate() {
            table.push(column as u16, CellKind::Text, cell);
        }
        let _ = rules::PaymentTerms::parse(line);
    }
    let detection = intake::detect(&table);
    for candidate in detection.candidates.iter().take(2) {
        let settings = Settings { default_terms: None, default_currency: Currency::EUR };
        let mut ledgers = Ledgers::default();
        let read = intake::parse(
            &table,
            FileIndex(0),
            TableIndex(0),
            &candidate.mapping,
            &settings,
            &mut ledgers,
            &mut |_, _| {},
        );
        assert!(read.rows.balanced(), "rows");
        let _ = ledgers.build();
    }
}

const LEDGER: &str = "Client;Nom;Facture;Date;Échéance;Solde;Email\nC1;ALPHA;F1;01/01/2026;31/01/2026;1200,00;a@example.com\n\
                      C2;BETA;F2;15/02/2026;17/03/2026;-30,50;\n";

/// Command lines, policies and mappings: an answer or a sentence.
pub fn settings(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let given = String::from_utf8_lossy(rest).into_owned();
    let line = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let file = || vec![InputFile::in_memory("ledger.csv", LEDGER.as_bytes().to_vec())];
    let none = || Inputs { files: file(), ..Inputs::default() };
    let output = match kind % 3 {
        0 => run(
            &line("plan ledger.csv --as-of 2026-06-30 --policy p.json"),
            Inputs { policy: Some(given), ..none() },
            &mut |_| {},
        ),
        1 => run(
            &line("aged-balance ledger.csv --as-of 2026-06-30 --mapping m.json"),
            Inputs { mapping: Some(given), ..none() },
            &mut |_| {},
        ),
        _ => run(&given.split('\n').map(str::to_owned).collect::<Vec<_>>(), none(), &mut |_| {}),
    };
    assert_answered(&output);
}

fn assert_answered(output: &Output) {
    assert!(output.status <= 2, "status {}", output.status);
    assert_eq!(output.status == 0, output.stderr.is_empty(), "{}", output.stderr);
}

/// Everything that leaves the tool, from names, numbers and addresses that mean harm: read again, nothing in it acts.
pub fn writers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut ledger = String::from("Client;Nom;Facture;Date;Échéance;Solde;Email\n");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    for (number, line) in text.split('\u{1}').take(8).enumerate() {
        let mut pieces = line.split('\u{2}');
        let mut next = || quoted(pieces.next().unwrap_or("ALPHA"));
        ledger += &format!("C{number};{};{};01/01/2026;31/01/2026;120,00;{}\n", next(), next(), next());
    }
    let file = InputFile::in_memory("ledger.csv", ledger.into_bytes());
    let args = ["report", "ledger.csv", "--as-of", "2026-06-30", "--out", "folder", "--lang", "fr"].map(str::to_owned);
    let output = run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {});
    assert_answered(&output);
    for (name, content) in &output.files {
        assert!(!name.contains("..") && !name.starts_with('/') && !name.contains('\\'), "{name}");
        let extension = name.rsplit('.').next().unwrap_or_default();
        match extension {
            "xlsx" => assert!(read(content).is_some(), "{name} cannot be read again"),
            "csv" => {
                let book = read(content).unwrap_or_else(|| panic!("{name} cannot be read again"));
                for cell in book.tables.iter().flat_map(Table::rows).flat_map(|row| row.cells()) {
                    let acts = cell.text.trim_start().starts_with(['=', '@', '+']);
                    assert!(!acts, "{name}: {}", cell.text);
                }
            }
            "eml" => {
                let head = String::from_utf8_lossy(content);
                let head = head.split("\r\n\r\n").next().unwrap_or_default();
                let header = |line: &str| line.starts_with([' ', '\t']) || line.contains(": ");
                assert!(head.split("\r\n").all(header), "{name}: {head}");
                assert!(!head.to_ascii_lowercase().contains("\nbcc:"), "{name}: {head}");
            }
            "html" => assert!(!String::from_utf8_lossy(content).contains("<script>alert"), "{name}"),
            _ => {}
        }
    }
}
