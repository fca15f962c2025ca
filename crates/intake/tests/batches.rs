//! A file read in batches is read as if the whole of it had been looked at first, wherever in it the contradiction is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use intake::{Batches, Detection, Intake, Ledgers, Whole, detect, parse};
use ledger::Ledger;
use proptest::prelude::*;
use sheet::{CellKind, Limits, Opened, Pass, Sizes, Table};
use support::{entries, settings};
use values::{FileIndex, Source, TableIndex};

/// Sizes that show the reader a small part of a small file.
const SMALL: Sizes = Sizes { whole: 0, head: 1_500, slice: 80, slices: 2, piece: 200, batch: 3 };

/// Everything a reading gives, as text.
fn shown(detection: &Detection, intake: &Intake, ledgers: Ledgers) -> String {
    let ledgers = ledgers.build().unwrap();
    let entries: Vec<String> = ledgers.iter().flat_map(|ledger: &Ledger| entries(ledger)).collect();
    let best = detection.candidates.first().map(|candidate| {
        let mapping = &candidate.mapping;
        (mapping.layout(), mapping.amount_format(), mapping.date_order(), mapping.sign())
    });
    format!("{best:?}\n{intake:?}\n{}", entries.join("\n"))
}

fn whole(bytes: &[u8]) -> String {
    whole_table(&sheet::read(bytes, &Limits::default(), &mut |_, _| {}).unwrap().tables[0])
}

/// A table held whole.
fn whole_table(table: &Table) -> String {
    let detection = detect(table);
    let mut ledgers = Ledgers::default();
    let Some(best) = detection.candidates.first() else { return "nothing".to_owned() };
    let intake = parse(table, FileIndex(0), TableIndex(0), &best.mapping, &settings(), &mut ledgers, &mut |_, _| {});
    shown(&detection, &intake, ledgers)
}

/// Rows of a table, one after the other.
fn rows_of(table: &Table, rows: impl Fn(usize) -> bool) -> Table {
    let mut part = Table::new(None);
    part.from_1904 = table.from_1904;
    for (_, row) in (0..).zip(table.rows()).filter(|(place, _)| rows(*place)) {
        part.start_row(row.number());
        row.cells().for_each(|cell| part.push(cell.column, cell.kind, cell.text));
    }
    part
}

/// The same table in batches of three rows, known by its first rows and its last one.
fn batched_table(table: &Table) -> String {
    let last = table.row_count() - 1;
    let sample = rows_of(table, |place| place < 20 || place == last);
    let mut known: Option<Whole> = None;
    for _ in 1..6 {
        let detection = known.as_ref().map_or_else(|| detect(&sample), |whole| whole.detect(&sample));
        let Some(best) = detection.candidates.first() else { return "nothing".to_owned() };
        let at = Source { file: FileIndex(0), table: TableIndex(0), row: 0 };
        let mut ledgers = Ledgers::default();
        let mut batches = Batches::new(&sample, known.as_ref(), at, &best.mapping, &settings(), &mut ledgers);
        for first in (0..=last).step_by(3) {
            batches.rows(&rows_of(table, |place| (first..first + 3).contains(&place)));
        }
        let (whole, ended) = batches.end();
        let again = whole.detect(&sample);
        let mapping = &again.candidates[0].mapping;
        if ended.holds(&whole, mapping) {
            let intake = ended.finish(&whole, mapping, &sample, table.row_count() as u64, 0);
            return shown(&again, &intake, ledgers);
        }
        known = Some(whole);
    }
    panic!("no end of passes")
}

/// The same in batches, and how many passes it took.
fn batched(bytes: &[u8]) -> (String, u32) {
    let (source, limits) = (bytes.to_vec(), Limits::default());
    let Opened::Text(mut text) = sheet::open(&source, &limits, SMALL, &mut |_, _| {}).unwrap() else {
        panic!("held whole")
    };
    let mut known: Option<Whole> = None;
    for passes in 1..6 {
        let sample: Table = text.sample().clone();
        let found = |known: &Option<Whole>| match known {
            Some(whole) => whole.detect(&sample),
            None => detect(&sample),
        };
        let detection = found(&known);
        let Some(best) = detection.candidates.first() else { return ("nothing".to_owned(), passes) };
        let at = Source { file: FileIndex(0), table: TableIndex(0), row: 0 };
        let mut ledgers = Ledgers::default();
        let mut batches = Batches::new(&sample, known.as_ref(), at, &best.mapping, &settings(), &mut ledgers);
        if text.read(&source, &limits, &mut |rows| batches.rows(rows), &mut |_, _| {}).unwrap() == Pass::Again {
            known = None;
            continue;
        }
        let blank = text.workbook().tables[0].blank_rows;
        let (whole, ended) = batches.end();
        let again = whole.detect(&sample);
        let mapping = &again.candidates[0].mapping;
        if ended.holds(&whole, mapping) {
            let intake = ended.finish(&whole, mapping, &sample, text.row_count(), blank);
            return (shown(&again, &intake, ledgers), passes);
        }
        known = Some(whole);
    }
    panic!("no end of passes")
}

const HEAD: &str = "Compte;Client;Pièce;Date;Échéance;Débit;Crédit\n";

fn line(number: u32, date: &str, debit: &str, credit: &str) -> String {
    format!("C{};Client {};F{number};{date};{date};{debit};{credit}\n", number % 7, number % 7)
}

#[test]
fn one_row_at_the_end_can_change_the_reading_of_all() {
    let many = |date: &str, debit: &str, credit: &str| -> String {
        let debits = (0..80).map(|number| line(number, date, debit, ""));
        debits.chain((80..90).map(|number| line(number, date, "", credit))).collect()
    };
    let cases = [
        ("nothing new", many("13/02/2026", "12,50", "3,00"), line(99, "14/02/2026", "1,00", ""), 1),
        ("the order of dates", many("03/02/2026", "12,50", "3,00"), line(99, "02/14/2026", "1,00", ""), 2),
        ("the decimal mark", many("13/02/2026", "1.250", "3.000"), line(99, "14/02/2026", "1,00", ""), 1),
        ("credits below zero", many("13/02/2026", "12,50", "-3,00"), line(99, "14/02/2026", "", "4,00"), 2),
        (
            "customers' accounts of a chart",
            many("13/02/2026", "12,50", "3,00"),
            {
                let other = line(99, "14/02/2026", "1,00", "");
                other.replace("C1;", "411000;")
            },
            1,
        ),
    ];
    for (what, body, last, passes) in cases {
        // The middle of the file is not in the sample: the row that tells stands there, or at the end of a larger file.
        for at in [0.4, 0.6] {
            let rows: Vec<&str> = body.split_inclusive('\n').collect();
            let (before, after) = rows.split_at((rows.len() as f64 * at) as usize);
            let bytes = format!("{HEAD}{}{last}{}", before.concat(), after.concat()).into_bytes();
            let (found, taken) = batched(&bytes);
            assert_eq!(found, whole(&bytes), "{what}");
            assert_eq!(taken, passes, "{what}");
        }
    }
}

/// A large ordinary file takes one pass: its whole counts more than its sample, and reads the same.
#[test]
fn a_large_ordinary_file_is_read_once() {
    let money = |number: u32, style: u32| match style {
        0 => format!("{},{:02}", number * 37 % 90_000, number % 100),
        1 => format!("{} {:03},{:02}", 1 + number % 9, number * 7 % 1_000, number % 100),
        _ => format!("{}.{:03},{:02}", 1 + number % 9, number * 7 % 1_000, number % 100),
    };
    for style in 0..3 {
        let row = |number: u32| {
            let date = format!("{:02}/{:02}/2026", 1 + number % 28, 1 + number % 12);
            let amount = money(number, style);
            if number.is_multiple_of(9) { line(number, &date, "", &amount) } else { line(number, &date, &amount, "") }
        };
        let bytes = format!("{HEAD}{}", (0..2_000).map(row).collect::<String>()).into_bytes();
        let (found, passes) = batched(&bytes);
        assert_eq!((found == whole(&bytes), passes), (true, 1), "style {style}");
    }
}

/// Headings of a second page in a column that is empty everywhere else say nothing of what the column holds.
#[test]
fn headings_repeated_in_an_empty_column_hide_nothing() {
    let rows = |count: u32| (0..count).map(|number| line(number, "13/02/2026", "", "12,50")).collect::<String>();
    let bytes = format!("{HEAD}{}{HEAD}{}", rows(32), rows(28)).into_bytes();
    assert!(whole(&bytes).contains("imported: 60, set_aside: 0, blank: 0, headings: 2"));
}

/// Rows under one line of headings, by what their columns hold: `column` rows long each.
fn variant(kind: usize, number: u32) -> String {
    let (day, code) = (format!("{:02}/02/2026", 13 + number % 9), number % 7);
    match kind {
        // A code and a name.
        0 => format!("C{code};Client numéro {code} SARL;F{number};{day};{day};10,50;;F{number}\n"),
        // A sentence and a code.
        1 => format!("Client numéro {code} SARL;C{code};F{number};{day};;10,50;;{number},00\n"),
        // The accounts of a whole ledger.
        2 => format!("411000;Client {code};F{number};{day};{day};10,50;10,50;\n707000;;F{number};{day};;10,50;;\n"),
        // One account for everybody.
        3 => format!("411000;Client numéro {code} SARL;F{number};{day};{day};10,50;9,00;{number},00\n"),
        // Amounts in words, dates late.
        4 => format!("C{code};;F{number};{day};n/a;10,50;soldé;x{number}\n"),
        // Totals that name the currency.
        _ => format!("C{code};Client {code};F{number};{day};{day};10,50;;\nTotal;;;;;$10.50;;\n"),
    }
}

const MANY_MEANINGS: &str = "Compte;Tiers;Pièce;Date;Échéance;Montant;Solde;Lettrage\n";

/// What a column means may be told far behind the sample.
#[test]
fn the_meaning_of_columns_is_that_of_the_whole() {
    let mut passes = Vec::new();
    for first in 0..6 {
        for second in 0..6 {
            let rows = |kind: usize, count: u32| (0..count).map(|number| variant(kind, number)).collect::<String>();
            let bytes =
                format!("{MANY_MEANINGS}{}{}{}", rows(first, 60), rows(second, 300), rows(first, 5)).into_bytes();
            let (found, taken) = batched(&bytes);
            assert_eq!(found, whole(&bytes), "{first} then {second}");
            passes.push(taken);
        }
    }
    assert!(passes.iter().filter(|taken| **taken > 1).count() > 5, "{passes:?}");
}

fn row() -> impl Strategy<Value = String> {
    let date = prop::sample::select(vec![
        "03/02/2026",
        "13/02/2026",
        "02/13/2026",
        "2026-02-13",
        "20260213",
        "",
        "31/02/2026",
    ]);
    let amount = prop::sample::select(vec![
        "12,50", "12.50", "1.250", "1 250,00", "-3,00", "(4,00)", "0,00", "", "abc", "5,00 C",
    ]);
    (0_u32..99, date, amount.clone(), amount)
        .prop_map(|(number, date, debit, credit)| line(number, date, debit, credit))
}

fn odd() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "\n",
        "Total;;;;;120,00;3,00\n",
        "411ALPHA  ALPHA SAS;;;;;;\n",
        "C1;a;F1;13/02/2026;13/02/2026;1,00;;x;y\n",
        "Compte;Client;Pièce;Date;Échéance;Débit;Crédit\n",
        "411001;ACME;F9;14/02/2026;;7,00;\n",
        "Page 3;;;;;;\n",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn columns_mean_what_the_whole_says(parts in prop::collection::vec((0_usize..6, 1_u32..200), 1..5)) {
        let part = |(kind, count): &(usize, u32)| (0..*count).map(|number| variant(*kind, number)).collect::<String>();
        let bytes = format!("{MANY_MEANINGS}{}", parts.iter().map(part).collect::<String>()).into_bytes();
        if bytes.len() > 2_000 {
            prop_assert_eq!(batched(&bytes).0, whole(&bytes));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn batches_give_what_the_whole_gives(
        common in row(),
        rows in prop::collection::vec(prop_oneof![3 => row(), 1 => odd()], 0..12),
        repeats in 60_usize..120,
        place in 0_usize..60,
    ) {
        let mut body = vec![common; repeats];
        for (step, row) in rows.into_iter().enumerate() {
            body.insert((place + step * 7) % body.len(), row);
        }
        // The first rows prove no order and no mark.
        let plain = (0..12).map(|number| match number % 2 {
            0 => line(number, "2026-02-13", "7", ""),
            _ => line(number, "2026-02-13", "", "7"),
        });
        let bytes = format!("{HEAD}{}{}", plain.collect::<String>(), body.concat()).into_bytes();
        prop_assert_eq!(batched(&bytes).0, whole(&bytes));
    }
}

const ITEMS: &str = "Code client;Nom du client;Type;N° de pièce;Date de pièce;Échéance;Libellé;Commercial;Montant TTC;Réglé;Solde dû;Litige\n";

/// A row of open items: nearly always a common one, now and then with one cell that is not.
fn item() -> impl Strategy<Value = String> {
    let odd = (
        0_usize..12,
        prop::sample::select(vec![
            "",
            " ",
            "411ALPHA",
            "x\u{200b}y",
            "Total",
            "A nouveau",
            "AV",
            "Reglement",
            "xyz",
            "31/02/2026",
            "1/2/2026",
            "2026-02-13",
            "45000",
            "01/01/2020",
            "01/01/2099",
            "12,50",
            "12.50",
            "1 250,00",
            "-3,00",
            "12,5",
            "12",
            "1.234",
            "(4,00)",
            "5,00 C",
            "12,50 USD",
            "12,345",
            "abc",
            "oui",
            "9999999999999999,00",
        ]),
    );
    (0_u32..9, 1_u32..28, 0_u32..40, -500_i32..90_000, prop::option::weighted(0.3, odd)).prop_map(
        |(customer, day, term, cents, odd)| {
            let amount = format!("{}{},{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100);
            let kind = if cents < 0 { "AV" } else { "FA" };
            let due = format!("{:02}/{:02}/2026", 1 + (day + term) % 28, 3 + (day + term) / 28);
            let mut cells = vec![
                format!("C{customer}"),
                format!("Client {customer} é"),
                kind.to_owned(),
                format!("F{day}-{term}"),
                format!("{day:02}/02/2026"),
                due,
                format!("Entretien {term}"),
                "Durand".to_owned(),
                amount.clone(),
                "0,00".to_owned(),
                amount,
                String::new(),
            ];
            if let Some((column, text)) = odd {
                cells[column] = text.to_owned();
            }
            cells.join(";") + "\n"
        },
    )
}

const LINES: &str = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

/// The lines of one entry of a FEC, common or odd.
fn book_entry() -> impl Strategy<Value = String> {
    let odd = (
        0_usize..14,
        prop::sample::select(vec![
            "",
            "AN",
            "A nouveau",
            "20260231",
            "2026-02-13",
            "13/02/2026",
            "0",
            "411000",
            "4117",
            "416DUPONT",
            "401",
            "12",
            "12,50",
            "-12,50",
            "1 250,00",
            "1.234",
            "abc",
            "FACT ECH 30/06/26",
            "Virement",
            "AAB",
            "--",
            "é",
        ]),
    );
    (0_u32..40, 0_u32..9, 1_u32..28, 1_u32..90_000, any::<bool>(), prop::option::weighted(0.3, odd)).prop_map(
        |(number, customer, day, cents, paid, odd)| {
            let amount = format!("{},{:02}", cents / 100, cents % 100);
            let date = format!("202602{day:02}");
            let line = |account: &str, debit: &str, credit: &str| -> Vec<String> {
                let aux = if account == "411000" {
                    (format!("C{customer}"), format!("Client {customer}"))
                } else {
                    Default::default()
                };
                let journal = if paid { ("BQ", "Banque") } else { ("VE", "Ventes") };
                [
                    journal.0,
                    journal.1,
                    &number.to_string(),
                    &date,
                    account,
                    "Compte",
                    &aux.0,
                    &aux.1,
                    &format!("FA{number:04}"),
                    &date,
                    &format!("Location {number}"),
                    debit,
                    credit,
                    if paid { "AAA" } else { "" },
                    "",
                    &date,
                    "",
                    "",
                ]
                .map(str::to_owned)
                .to_vec()
            };
            let mut lines = if paid {
                vec![line("512000", &amount, "0,00"), line("411000", "0,00", &amount)]
            } else {
                vec![line("411000", &amount, "0,00"), line("706000", "0,00", &amount)]
            };
            if let Some((column, text)) = odd {
                lines[number as usize % 2][column] = text.to_owned();
            }
            lines.into_iter().map(|line| line.join("\t") + "\r\n").collect()
        },
    )
}

/// The three properties below say something only where such tables are open items and books.
#[test]
fn common_rows_are_of_the_layouts_read_in_one_go() {
    let row = "C1;Client 1;FA;F1;13/02/2026;15/03/2026;Entretien;Durand;12,50;0,00;12,50;\n";
    let items = format!("{ITEMS}{}", row.repeat(60)).into_bytes();
    assert!(batched(&items).0.starts_with("Some((OpenItems,"), "{}", batched(&items).0);
    let line = "VE\tVentes\t1\t20260213\t411000\tClients\tC1\tClient 1\tFA1\t20260213\tLocation\t12,50\t0,00\t\t\t20260213\t\t\r\n";
    let lines = format!("{LINES}{}", line.repeat(60)).into_bytes();
    assert!(batched(&lines).0.starts_with("Some((Fec,"), "{}", batched(&lines).0);
    let cell = |kind: CellKind, text: &str| (kind, text.to_owned());
    let (text, date, number) = (CellKind::Text, CellKind::Date, CellKind::Number);
    let [id, amount] = ["4001", "12.5"].map(|figure| cell(number, figure));
    let [name, kind, document, label] = ["Client 1", "FA", "F1", "Entretien"].map(|words| cell(text, words));
    let [day, due] = ["2026-02-13", "2026-03-15"].map(|day| cell(date, day));
    let nothing = cell(number, "0");
    let row = vec![id, name, kind, document, day, due, label.clone(), label, amount.clone(), nothing, amount];
    let table = typed_table(&vec![row; 60], false);
    assert!(batched_table(&table).starts_with("Some((OpenItems,"), "{}", batched_table(&table));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn open_items_are_read_alike_in_one_go_and_step_by_step(rows in prop::collection::vec(item(), 60..160)) {
        let bytes = format!("{ITEMS}{}", rows.concat()).into_bytes();
        prop_assert_eq!(batched(&bytes).0, whole(&bytes));
    }

    #[test]
    fn lines_of_books_are_read_alike_in_one_go_and_step_by_step(entries in prop::collection::vec(book_entry(), 40..120)) {
        let bytes = format!("{LINES}{}", entries.concat()).into_bytes();
        prop_assert_eq!(batched(&bytes).0, whole(&bytes));
    }
}

/// A cell of a workbook.
type Typed = (CellKind, String);

/// A row of open items as a workbook has it: true dates and numbers, now and then another cell.
fn typed_item() -> impl Strategy<Value = Vec<Typed>> {
    use CellKind::{Boolean, Date, Error, Number, Text};
    let odd = prop::sample::select(vec![
        (Text, ""),
        (Text, "13/02/2026"),
        (Text, "02/13/2026"),
        (Text, "2026-02-13"),
        (Text, "12,50"),
        (Text, "12.50"),
        (Text, "1.250"),
        (Text, "12,50 USD"),
        (Text, "Total"),
        (Date, "2026-02-13"),
        (Date, "2026-02-13 14:30:00"),
        (Date, "1900-01-01"),
        (Date, "1904-01-01"),
        (Date, "9999-12-31"),
        (Date, "2026-02-31"),
        (Number, "45000"),
        (Number, "20260213"),
        (Number, "12"),
        (Number, "0"),
        (Number, "-0.5"),
        (Number, "12.345"),
        (Number, "0.1000000000000000055"),
        (Number, "9999999999999999"),
        (Boolean, "TRUE"),
        (Error, "#N/A"),
    ]);
    let odd = prop::option::weighted(0.3, (0_usize..12, odd));
    (0_u32..9, 1_u32..28, 0_u32..40, -50_000_i32..900_000, any::<bool>(), odd).prop_map(
        |(customer, day, term, cents, numbered, odd)| {
            let sign = if cents < 0 { "-" } else { "" };
            let amount = match cents % 100 {
                0 => format!("{sign}{}", cents.abs() / 100),
                _ => format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100),
            };
            let text = |text: String| (Text, text);
            let mut cells = vec![
                if numbered { (Number, (4_000 + customer).to_string()) } else { text(format!("{}", 4_000 + customer)) },
                text(format!("Client {customer} é")),
                text((if cents < 0 { "AV" } else { "FA" }).to_owned()),
                if numbered { (Number, format!("{day}{term:02}")) } else { text(format!("F{day}-{term}")) },
                (Date, format!("2026-02-{day:02}")),
                (Date, format!("2026-{:02}-{:02}", 3 + (day + term) / 28, 1 + (day + term) % 28)),
                text(format!("Entretien {term}")),
                text("Durand".to_owned()),
                (Number, amount.clone()),
                (Number, "0".to_owned()),
                (Number, amount),
                text(String::new()),
            ];
            if let Some((column, (kind, text))) = odd {
                cells[column] = (kind, text.to_owned());
            }
            cells
        },
    )
}

fn typed_table(rows: &[Vec<Typed>], from_1904: bool) -> Table {
    let mut table = Table::new(None);
    table.from_1904 = from_1904;
    table.start_row(1);
    for (column, heading) in (0..).zip(ITEMS.trim_end().split(';')) {
        table.push(column, CellKind::Text, heading);
    }
    for (number, row) in (2..).zip(rows) {
        table.start_row(number);
        for (column, (kind, text)) in (0..).zip(row).filter(|(_, (_, text))| !text.is_empty()) {
            table.push(column, *kind, text);
        }
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn items_of_workbooks_are_read_alike_in_one_go_and_step_by_step(
        rows in prop::collection::vec(typed_item(), 60..160),
        from_1904 in prop::bool::weighted(0.2),
    ) {
        let table = typed_table(&rows, from_1904);
        prop_assert_eq!(batched_table(&table), whole_table(&table));
    }
}
