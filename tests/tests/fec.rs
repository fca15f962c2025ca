//! French FECs: however one is written its figures are the same, its anomalies are said, and several years make one
//! ledger.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::{checks, fixtures};
use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, Basis, CreditMode, ImportReport, OpenItemsQuery, OpenOptions};
use std::collections::BTreeMap;
use text::Language;
use values::{Day, Days};

const BASE: &str = "fixtures/fec/base.txt";

fn base() -> String {
    String::from_utf8(fixtures::bytes(BASE)).unwrap()
}

fn open(files: &[(&str, Vec<u8>)], terms: Option<&str>) -> Session {
    let inputs = files.iter().map(|(name, bytes)| InputFile::in_memory(*name, bytes.clone()));
    let options = OpenOptions { default_terms: terms.map(str::to_owned), ..OpenOptions::default() };
    Session::open(inputs.collect(), &options, Language::En, &mut |_| {}).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn report(session: &Session) -> ImportReport {
    session.import_report(Language::En)
}

/// What a person sees of open items on a day: customer, document, kind, class, days, what remains, what tells the due day.
fn items(session: &Session, day: &str) -> Vec<String> {
    let query = OpenItemsQuery { as_of: day.parse().unwrap(), customer: None, sort: None, offset: None, limit: None };
    let page = session.open_items(&query, Language::En).unwrap();
    let mut items: Vec<String> = page
        .items
        .iter()
        .map(|item| {
            let due = item.due_day.map_or("-".to_owned(), |day| day.to_string());
            let (day, class, source) = (item.invoice_day, &item.account_class, &item.due_day_source);
            format!("{} {} {} {class} {day} {due} {source} {}", item.customer, item.document, item.kind, item.residual)
        })
        .collect();
    items.sort();
    items
}

fn balances(session: &Session, day: &str) -> BTreeMap<String, i64> {
    let query = AgedBalanceQuery::on(day.parse().unwrap());
    let balance = session.aged_balance(&query, Language::En).unwrap();
    let rows = balance.currencies.iter().flat_map(|currency| &currency.customers);
    rows.map(|row| (row.customer.clone(), row.balance.minor())).filter(|(_, cents)| *cents != 0).collect()
}

fn codes(report: &ImportReport) -> BTreeMap<String, String> {
    report.diagnostics.iter().map(|said| (said.code.clone(), said.text.clone())).collect()
}

#[test]
fn figures_of_the_fixtures() {
    assert_eq!(checks::replay("fixtures/fec/expected.json"), Vec::<String>::new());
}

/// Cells of the base, changed and written again.
fn written(separator: &str, end: &str, change: impl Fn(usize, &str, bool) -> String) -> String {
    let rows = base()
        .lines()
        .enumerate()
        .map(|(row, line)| {
            let cells = line.split('\t').enumerate().map(|(column, cell)| change(column, cell, row == 0));
            cells.collect::<Vec<_>>().join(separator) + end
        })
        .collect::<Vec<_>>();
    rows.concat()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or_else(|_| panic!("{c} is not in Latin-1"))).collect()
}

fn without_accents(text: &str, lost: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { lost.to_owned() }).collect()
}

#[test]
fn the_way_it_is_written_changes_no_figure() {
    let same = |_: usize, cell: &str, _: bool| cell.to_owned();
    let amounts = |change: fn(&str) -> String| {
        move |column: usize, cell: &str, heading: bool| match column {
            11 | 12 if !heading => change(cell),
            _ => cell.to_owned(),
        }
    };
    let dates = |change: fn(&str) -> String| {
        move |column: usize, cell: &str, heading: bool| match column {
            3 | 9 | 14 | 15 if !heading && cell.len() == 8 => change(cell),
            _ => cell.to_owned(),
        }
    };
    let headings = |names: &'static [(&'static str, &'static str)]| {
        move |_: usize, cell: &str, heading: bool| {
            let renamed = names.iter().find(|(name, _)| heading && *name == cell);
            renamed.map_or(cell.to_owned(), |(_, other)| (*other).to_owned())
        }
    };
    let quoted = |_: usize, cell: &str, _: bool| format!("\"{cell}\"");
    let in_label = |column: usize, cell: &str, heading: bool| match column {
        10 if !heading => format!("\"{cell} ; suite\""),
        _ => cell.to_owned(),
    };
    let upper = |_: usize, cell: &str, heading: bool| if heading { cell.to_uppercase() } else { cell.to_owned() };
    let tabs = |text: &str| text.replace('\n', "\t\n").into_bytes();
    let every_line = |text: &str, more: &str, head: &str| {
        let lines = text.lines().enumerate();
        lines.map(|(row, line)| format!("{line}\t{}\n", if row == 0 { head } else { more })).collect::<String>()
    };
    let short = base().lines().map(|line| format!("{}\n", line.trim_end_matches('\t'))).collect::<String>();
    let variants: Vec<(&str, Vec<u8>)> = vec![
        ("a byte order mark", [b"\xef\xbb\xbf", base().as_bytes()].concat()),
        ("Latin-1", latin(&base())),
        ("CRLF", written("\t", "\r\n", same).into()),
        ("lone CR", written("\t", "\r", same).into()),
        ("CR CR LF", written("\t", "\r\r\n", same).into()),
        ("pipes", written("|", "\n", same).into()),
        ("semicolons", written(";", "\r\n", same).into()),
        ("padded cells", written("|", "\n", |_, cell: &str, _| format!("{cell:<40}")).into()),
        ("quotes", written(";", "\n", quoted).into()),
        ("a separator in quoted labels", written(";", "\n", in_label).into()),
        ("trailing separators", tabs(&base())),
        ("no last empty columns", short.into()),
        ("21 columns", every_line(&base(), "20260131\tVIR\tX", "DateRglt\tModeRglt\tNatOp").into()),
        ("a code of establishment", every_line(&base(), "E1", "CodeEtablissement").into()),
        ("padded amounts", written("\t", "\n", amounts(|cell| format!("{cell:0>13}"))).into()),
        ("signed amounts", written("\t", "\n", amounts(|cell| format!("+{cell:0>12}"))).into()),
        ("points", written("\t", "\n", amounts(|cell| cell.replace(',', "."))).into()),
        (
            "no needless decimals",
            written("\t", "\n", amounts(|cell| cell.trim_end_matches('0').trim_end_matches(',').to_owned())).into(),
        ),
        (
            "nothing for zero",
            written("\t", "\n", amounts(|cell| if cell == "0,00" { String::new() } else { cell.to_owned() })).into(),
        ),
        ("JJ/MM/AAAA", written("\t", "\n", dates(|day| format!("{}/{}/{}", &day[6..], &day[4..6], &day[..4]))).into()),
        (
            "with times",
            written("\t", "\n", dates(|day| format!("{}-{}-{} 00:00:00", &day[..4], &day[4..6], &day[6..]))).into(),
        ),
        ("capitals", written("\t", "\n", upper).into()),
        ("accents", written("\t", "\n", headings(&[("Debit", "D\u{e9}bit"), ("Credit", "Cr\u{e9}dit")])).into()),
        ("lost accents", written("\t", "\n", headings(&[("Debit", "D?bit"), ("Credit", "Cr?dit")])).into()),
        (
            "other spellings",
            written(
                "\t",
                "\n",
                headings(&[
                    ("CompteNum", "N\u{b0} compte"),
                    ("EcritureDate", "Ecriture Date"),
                    ("CompAuxNum", "comp_aux_num "),
                    ("EcritureNum", "Num \u{e9}criture"),
                    ("EcritureLet", "Lettrage"),
                ]),
            )
            .into(),
        ),
    ];
    let (expected, day) = (open(&[("a.txt", base().into())], Some("30 jours")), "2026-06-30");
    let rows = report(&expected).rows;
    let (balance, expected) = (balances(&expected, day), items(&expected, day));
    for (what, bytes) in variants {
        let session = open(&[("a.txt", bytes)], Some("30 jours"));
        assert_eq!(items(&session, day), expected, "{what}");
        assert_eq!(balances(&session, day), balance, "{what}");
        assert_eq!(report(&session).rows, rows, "{what}");
        assert!(!codes(&report(&session)).contains_key("fec-unbalanced-entries"), "{what}");
    }
    // Names lose their accents, due dates written with one their announcement: the balances stay.
    for lost in ["?", "_", ""] {
        let session = open(&[("a.txt", without_accents(&base(), lost).into())], Some("30 jours"));
        assert_eq!(balances(&session, day), balance, "accents lost as {lost:?}");
    }
    // The variant with amount and side, 22 columns, padded, between pipes.
    let sided = open(&[("a.txt", fixtures::bytes("fixtures/fec/montant-sens.txt"))], Some("30 jours"));
    assert_eq!(items(&sided, day), expected);
    let signs = String::from_utf8(fixtures::bytes("fixtures/fec/montant-sens.txt")).unwrap();
    let signs = signs.replace("|D       |", "|+1      |").replace("|C       |", "|-1      |");
    assert_eq!(items(&open(&[("a.txt", signs.clone().into())], Some("30 jours")), day), expected);
    assert_eq!(items(&open(&[("a.txt", signs.replace("|+1 ", "|1 ").into())], Some("30 jours")), day), expected);
}

#[test]
fn the_order_of_lines_and_files_changes_no_figure() {
    let (day, text) = ("2026-06-30", base());
    let expected = open(&[("a.txt", text.clone().into())], Some("30 jours"));
    let (header, lines) = text.split_once('\n').unwrap();
    let mut by_account: Vec<&str> = lines.lines().collect();
    by_account.sort_by_key(|line| line.split('\t').nth(4).unwrap().to_owned());
    let sorted = open(&[("a.txt", format!("{header}\n{}\n", by_account.join("\n")).into())], Some("30 jours"));
    assert_eq!(balances(&sorted, day), balances(&expected, day));
    assert!(
        !codes(&report(&sorted)).contains_key("fec-unbalanced-entries"),
        "lines of an entry far apart still balance"
    );
}

#[test]
fn anomalies_are_said_and_nothing_is_invented() {
    let session = open(&[("a.txt", fixtures::bytes("fixtures/fec/anomalies.txt"))], None);
    let said = codes(&report(&session));
    let plain =
        |code: &str| said.get(code).unwrap_or_else(|| panic!("{code} not said: {said:?}")).replace('\u{a0}', " ");
    assert!(plain("fec-unbalanced-file").contains("gap"), "{}", plain("fec-unbalanced-file"));
    assert!(plain("fec-unbalanced-entries").contains("2 entries"), "{}", plain("fec-unbalanced-entries"));
    assert!(plain("fec-lines-not-checked").contains("1 line "), "{}", plain("fec-lines-not-checked"));
    assert!(plain("unbalanced-letters").contains("1 group of letters"), "{}", plain("unbalanced-letters"));
    assert!(plain("unbalanced-letters").contains("10.00"), "{}", plain("unbalanced-letters"));
    assert!(plain("single-letters").contains("50.00"), "{}", plain("single-letters"));
    assert!(plain("partial-letters").contains("50.00"), "{}", plain("partial-letters"));
    assert!(plain("complete-partial-letters").contains("“a”"), "{}", plain("complete-partial-letters"));
    // Oldest first among the group's own lines: 10.00 are left of F1, 50.00 of F2 and of F4, nothing of F3.
    let balances = balances(&session, "2026-12-31");
    assert_eq!(balances.values().copied().collect::<Vec<_>>(), [1_000, 5_000, 5_000]);
}

#[test]
fn the_name_of_the_file_is_compared_never_believed() {
    let name = |name: &str| codes(&report(&open(&[(name, base().into())], None)));
    assert!(name("732829320FEC20260630.txt").contains_key("file-name-agrees"));
    assert!(name("732829321FEC20260630.txt").contains_key("file-name-siren"));
    assert!(name("732829320FEC20251231.txt").contains_key("file-name-closing"));
    assert!(!name("export.txt").keys().any(|code| code.starts_with("file-name")));
}

/// Customers who pay after a fixed delay: their habit dates their open invoices, and is said to be an estimate.
#[test]
fn habits_of_payment_date_invoices_as_an_estimate() {
    let mut lines = vec![];
    for month in 1..=6 {
        let day = format!("2026{month:02}05").replace("20260205", "20260206");
        let issued: Day = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        let paid = compact(issued + Days(45));
        lines.push(line(
            "VE",
            &format!("V{month}"),
            &day,
            "411000",
            "ALPHA",
            &format!("F{month}"),
            10_000,
            if month < 6 { "ABCDE".get(month - 1..month).unwrap() } else { "" },
        ));
        lines.push(line("VE", &format!("V{month}"), &day, "706000", "", &format!("F{month}"), -10_000, ""));
        if month < 6 {
            lines.push(line("BQ", &format!("B{month}"), &paid, "512000", "", "R", 10_000, ""));
            lines.push(line(
                "BQ",
                &format!("B{month}"),
                &paid,
                "411000",
                "ALPHA",
                "R",
                -10_000,
                "ABCDE".get(month - 1..month).unwrap(),
            ));
        }
    }
    let file = fec(&lines);
    let session = open(&[("a.txt", file.clone())], None);
    assert_eq!(items(&session, "2026-12-31"), ["ALPHA F6 invoice receivable 2026-06-05 2026-07-20 mode 10000"]);
    let said = codes(&report(&session));
    assert!(said.get("estimated-terms").is_some_and(|text| text.contains("estimate")), "{said:?}");
    assert!(!said.contains_key("due-date-from-habit"), "said once: {said:?}");
    let session = open(&[("a.txt", file)], Some("30 jours"));
    assert_eq!(items(&session, "2026-12-31"), ["ALPHA F6 invoice receivable 2026-06-05 2026-07-05 default 10000"]);
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[allow(clippy::too_many_arguments, reason = "a line of a FEC has that many columns")]
fn line(
    journal: &str,
    number: &str,
    day: &str,
    account: &str,
    aux: &str,
    piece: &str,
    cents: i64,
    letters: &str,
) -> String {
    dated(journal, number, (day, day), account, aux, piece, cents, letters)
}

#[allow(clippy::too_many_arguments, reason = "a line of a FEC has that many columns")]
fn dated(
    journal: &str,
    number: &str,
    (day, issued): (&str, &str),
    account: &str,
    aux: &str,
    piece: &str,
    cents: i64,
    letters: &str,
) -> String {
    let amount = |cents: i64| format!("{},{:02}", cents / 100, cents % 100);
    let (debit, credit) = (amount(cents.max(0)), amount((-cents).max(0)));
    format!(
        "{journal}\t{journal}\t{number}\t{day}\t{account}\t{account}\t{aux}\t{aux}\t{piece}\t{issued}\t{piece}\t{debit}\t{credit}\t{letters}\t\t{day}\t\t"
    )
}

fn fec(lines: &[String]) -> Vec<u8> {
    format!("{}\n{}\n", base().lines().next().unwrap(), lines.join("\n")).into_bytes()
}

/// One movement of a customer in a made-up ledger of two years.
#[derive(Clone)]
struct Move {
    customer: usize,
    day: Day,
    piece: String,
    cents: i64,
    group: Option<usize>,
}

/// A ledger of 2025 and 2026: invoices, most of them paid in one or two parts, some across the turn of the year.
fn moves(seed: u64) -> Vec<Move> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |bound: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % bound) as i64
    };
    let start: Day = "2025-02-01".parse().unwrap();
    let mut moves = Vec::new();
    for invoice in 0..24_usize {
        let customer = next(4) as usize;
        let day = start + Days(next(600) as i32);
        let cents = 1_000 + next(90_000);
        let manner = next(4);
        let group = (manner > 0).then_some(invoice);
        moves.push(Move { customer, day, piece: format!("F{invoice}"), cents, group });
        let parts = match manner {
            0 => vec![],
            1 => vec![cents],
            2 => vec![cents / 3, cents - cents / 3],
            _ => vec![cents / 2],
        };
        for (part, cents) in parts.into_iter().enumerate() {
            let day = day + Days(10 + next(60) as i32);
            moves.push(Move { customer, day, piece: format!("R{invoice}-{part}"), cents: -cents, group });
        }
    }
    moves
}

const TURN: &str = "2026-01-01";

/// A code of letters for each group: `AAA`, `AAB`.
fn letters(group: Option<usize>) -> String {
    let letter = |value: usize| char::from(b'A' + (value % 26) as u8);
    group.map_or(String::new(), |group| [letter(group / 676), letter(group / 26), letter(group)].iter().collect())
}

fn entry(number: usize, line: &Move, letters: &str) -> [String; 2] {
    let (day, customer) = (compact(line.day), format!("C{}", line.customer));
    let (journal, other) = if line.cents > 0 { ("VE", "706000") } else { ("BQ", "512000") };
    let number = number.to_string();
    [
        self::line(journal, &number, &day, "411000", &customer, &line.piece, line.cents, letters),
        self::line(journal, &number, &day, other, "", &line.piece, -line.cents, ""),
    ]
}

/// Whole groups of the first year, whose letters stand in it; the others are lettered in the second.
fn closed_in_first(moves: &[Move], group: usize) -> bool {
    let turn: Day = TURN.parse().unwrap();
    let members = || moves.iter().filter(|line| line.group == Some(group));
    members().all(|line| line.day < turn) && members().map(|line| line.cents).sum::<i64>() == 0
}

/// The two years as a program writes them: letters restart, the second opens with what the first left.
fn two_years(moves: &[Move], detailed: bool) -> [Vec<u8>; 2] {
    let turn: Day = TURN.parse().unwrap();
    let first: Vec<&Move> = moves.iter().filter(|line| line.day < turn).collect();
    let closed = |line: &Move| line.group.is_some_and(|group| closed_in_first(moves, group));
    let own = |line: &Move| if closed(line) { letters(line.group) } else { String::new() };
    let year_one = first.iter().enumerate().flat_map(|(number, line)| entry(number, line, &own(line)));
    let left: Vec<&&Move> = first.iter().filter(|line| !closed(line)).collect();
    let opening = |(line, lettered): (&Move, String)| {
        let (customer, issued) = (format!("C{}", line.customer), compact(line.day));
        dated("AN", "AN1", ("20260101", &issued), "411000", &customer, &line.piece, line.cents, &lettered)
    };
    let mut year_two: Vec<String> = if detailed {
        left.iter().map(|line| opening((line, letters(line.group)))).collect()
    } else {
        let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
        left.iter().for_each(|line| *sums.entry(line.customer).or_default() += line.cents);
        let line =
            |(customer, cents): (usize, i64)| Move { customer, day: turn, piece: "AN".to_owned(), cents, group: None };
        sums.into_iter()
            .filter(|(_, cents)| *cents != 0)
            .map(line)
            .map(|line| opening((&line, String::new())))
            .collect()
    };
    let total: i64 = left.iter().map(|line| line.cents).sum();
    year_two.push(line("AN", "AN1", "20260101", "120000", "", "AN", -total, ""));
    let second = moves.iter().filter(|line| line.day >= turn).enumerate();
    year_two.extend(second.flat_map(|(number, line)| {
        let crosses = first.iter().any(|earlier| earlier.group == line.group);
        entry(number, line, &if crosses && !detailed { String::new() } else { letters(line.group) })
    }));
    [fec(&year_one.collect::<Vec<_>>()), fec(&year_two)]
}

#[test]
fn two_years_with_detailed_openings_are_one_ledger() {
    for seed in 1..=10 {
        let moves = moves(seed);
        let whole = moves.iter().enumerate().flat_map(|(number, line)| entry(number, line, &letters(line.group)));
        let whole = open(&[("whole.txt", fec(&whole.collect::<Vec<_>>()))], Some("30 jours"));
        let [one, two] = two_years(&moves, true);
        for files in
            [[("1.txt", one.clone()), ("2.txt", two.clone())], [("2.txt", two.clone()), ("1.txt", one.clone())]]
        {
            let joined = open(&files, Some("30 jours"));
            for day in ["2025-10-31", "2025-12-31", "2026-06-30", "2027-12-31"] {
                assert_eq!(items(&joined, day), items(&whole, day), "seed {seed}, {day}");
                assert_eq!(balances(&joined, day), balances(&whole, day), "seed {seed}, {day}");
            }
            let (joined, whole) = (report(&joined), report(&whole));
            assert_eq!(joined.entries, whole.entries, "seed {seed}");
            assert_eq!(joined.control_totals[0].computed, whole.control_totals[0].computed, "seed {seed}");
            let said = codes(&joined);
            assert!(
                said.contains_key("years-joined") && !said.contains_key("opening-differs"),
                "seed {seed}: {said:?}"
            );
        }
    }
}

#[test]
fn openings_by_account_keep_the_invoices_and_the_balances() {
    for seed in 1..=6 {
        let moves = moves(seed);
        let whole = moves.iter().enumerate().flat_map(|(number, line)| entry(number, line, &letters(line.group)));
        let whole = open(&[("whole.txt", fec(&whole.collect::<Vec<_>>()))], None);
        let [one, two] = two_years(&moves, false);
        let joined = open(&[("1.txt", one.clone()), ("2.txt", two.clone())], None);
        for day in ["2025-12-31", "2026-06-30", "2027-12-31"] {
            assert_eq!(balances(&joined, day), balances(&whole, day), "seed {seed}, {day}");
        }
        assert!(items(&joined, "2027-12-31").iter().all(|item| !item.contains(" opening ")), "seed {seed}");
        assert!(codes(&report(&joined)).contains_key("years-joined"), "seed {seed}");
        // The second year alone: nothing to join with, and the openings' invoices are not known.
        let alone = open(&[("2.txt", two)], None);
        assert_eq!(balances(&alone, "2027-12-31"), balances(&whole, "2027-12-31"), "seed {seed}");
        assert!(!codes(&report(&alone)).contains_key("years-joined"));
    }
}

/// Each year opens with sums by account: the invoices of the first opening are in no file, those of the second are.
#[test]
fn only_the_earliest_of_several_years_asks_for_the_one_before() {
    let year = |year: &str, opening: i64, piece: &str, sold: i64| {
        let day = |month_day: &str| format!("{year}{month_day}");
        fec(&[
            line("AN", "1", &day("0101"), "411000", "ALPHA", "AN", opening, ""),
            line("AN", "1", &day("0101"), "120000", "", "AN", -opening, ""),
            line("VE", "2", &day("1205"), "411000", "ALPHA", piece, sold, ""),
            line("VE", "2", &day("1205"), "706000", "", piece, -sold, ""),
        ])
    };
    let files = [
        ("2024.txt", year("2024", 10_000, "F1", 2_000)),
        ("2025.txt", year("2025", 12_000, "F2", 3_000)),
        ("2026.txt", year("2026", 15_000, "F3", 4_000)),
    ];
    let asking = |files: &[(&str, Vec<u8>)]| -> Vec<String> {
        let report = report(&open(files, None));
        let said = report.diagnostics.into_iter().filter(|said| said.code == "opening-dates-lost");
        said.map(|said| said.text.split(',').next().unwrap().to_owned()).collect()
    };
    let alone: usize = files.iter().map(|file| asking(std::slice::from_ref(file)).len()).sum();
    assert_eq!(alone, 3);
    assert_eq!(asking(&files), ["2024.txt"]);
    // A year is missing between them: both openings wait for the books of the year before.
    let [first, _, last] = &files;
    assert_eq!(asking(&[first.clone(), last.clone()]), ["2024.txt", "2026.txt"]);
}

/// The ledger of the next year goes on from the books: what it brings forward is what they left open.
#[test]
fn a_printed_ledger_goes_on_from_the_fec_of_the_year_before() {
    let books = fec(&[
        line("VE", "1", "20251105", "411000", "ALPHA", "F1", 10_000, ""),
        line("VE", "1", "20251105", "706000", "", "F1", -10_000, ""),
    ]);
    let print = "Compte;Date;Jnl;Pièce;Libellé;Débit;Crédit;Solde\nALPHA;Société ALPHA;;;;;;\n;;;;Report;;;100,00\n\
        ;10/01/2026;VE;F2;Facture F2;50,00;;150,00\nTotal compte ALPHA;;;;;50,00;0,00;150,00\n";
    let print = ("print.csv", print.as_bytes().to_vec());
    let both = [("books.txt", books), print.clone()];
    for (files, said) in [(&both[..], true), (&[print][..], false)] {
        let session = open(files, None);
        assert_eq!(balances(&session, "2026-06-30"), BTreeMap::from([("ALPHA".to_owned(), 15_000)]));
        assert_eq!(codes(&report(&session)).contains_key("years-joined"), said);
    }
}

#[test]
fn an_opening_that_differs_is_said_and_the_later_books_win() {
    let one = fec(&[
        line("VE", "1", "20251105", "411000", "ALPHA", "F1", 10_000, ""),
        line("VE", "1", "20251105", "706000", "", "F1", -10_000, ""),
        line("VE", "2", "20251106", "411000", "BETA", "F2", 50_000, ""),
        line("VE", "2", "20251106", "706000", "", "F2", -50_000, ""),
    ]);
    let two = |alpha: i64| {
        fec(&[
            line("AN", "1", "20260101", "411000", "ALPHA", "AN", alpha, ""),
            line("AN", "1", "20260101", "411000", "BETA", "F2", 50_000, ""),
            line("AN", "1", "20260101", "120000", "", "AN", -alpha - 50_000, ""),
        ])
    };
    let session = open(&[("1.txt", one.clone()), ("2.txt", two(8_000))], None);
    assert_eq!(
        balances(&session, "2026-06-30"),
        BTreeMap::from([("ALPHA".to_owned(), 8_000), ("BETA".to_owned(), 50_000)])
    );
    let said = codes(&report(&session));
    assert!(said.contains_key("opening-differs") && said.contains_key("years-joined"), "{said:?}");
    // Another company's books: nothing repeats, nothing is joined, and that is said.
    let other = fec(&[
        line("AN", "1", "20260101", "411000", "ZETA", "F9", 70_000, ""),
        line("AN", "1", "20260101", "120000", "", "AN", -70_000, ""),
    ]);
    let session = open(&[("1.txt", one), ("2.txt", other)], None);
    let balances = balances(&session, "2026-06-30");
    assert_eq!(balances.values().sum::<i64>(), 130_000);
    assert!(codes(&report(&session)).contains_key("years-not-joined"));
}

/// Due dates of the FEC's invoices from a list of open items: they date them, and count once.
#[test]
fn a_list_of_open_items_dates_the_invoices_of_a_fec() {
    let list = "Client;Facture;Date;\u{c9}ch\u{e9}ance;Montant d\u{fb}\nBETA;F2602;05/02/2026;31/03/2026;140,00\nDELTA;F2604;20/05/2026;15/07/2026;475,00\nALPHA;F2601;10/01/2026;28/02/2026;1200,00\nDELTA;F9999;20/05/2026;15/07/2026;10,00\n";
    let alone = open(&[("a.txt", base().into())], None);
    for files in [
        [("a.txt", base().into_bytes()), ("b.csv", list.into())],
        [("b.csv", list.into()), ("a.txt", base().into_bytes())],
    ] {
        let session = open(&files, None);
        assert_eq!(balances(&session, "2026-06-30"), balances(&alone, "2026-06-30"));
        let items = items(&session, "2026-06-30");
        let of = |document: &str| {
            items.iter().find(|item| item.contains(&format!("{document} invoice receivable"))).unwrap()
        };
        assert!(of("F2602").contains("2026-03-31 stated 14000"), "{items:?}");
        assert!(of("F2604").contains("2026-07-15 stated 47500"), "{items:?}");
        assert!(of("F2605").contains("- none 6000"), "{items:?}");
        let report = report(&session);
        assert_eq!(report.control_totals[0].computed.minor(), 279_000);
        assert!(codes(&report).contains_key("due-dates-joined"), "{:?}", codes(&report));
        assert!(report.files.iter().all(|file| file.rows.read
            == file.rows.imported + file.rows.set_aside + file.rows.blank + file.rows.headings + file.rows.totals));
    }
    // Items that are no invoices of the books are receivables of their own.
    let other = list.replace("F2", "G2");
    let session = open(&[("a.txt", base().into()), ("b.csv", other.into())], None);
    assert_eq!(balances(&session, "2026-06-30").values().sum::<i64>(), 279_000 + 182_500);
}

#[test]
fn openings_are_known_by_the_name_of_their_journal() {
    let text =
        base().replace("\nAN\t\u{c0} nouveaux\t", "\n00\tReports \u{e0} nouveau\t").replace("A nouveau F", "Solde F");
    let session = open(&[("a.txt", text.into())], None);
    assert!(codes(&report(&session)).contains_key("opening-entries"));
    assert_eq!(balances(&session, "2026-06-30").values().sum::<i64>(), 279_000);
}

/// domain.md 7.1: what is open on a day is told by the posting day, how old an invoice is and when it is due by the day of
/// the document.
#[test]
fn an_invoice_posted_late_is_open_from_its_posting_and_as_old_as_its_document() {
    let fec = fec(&[
        dated("VE", "1", ("20260305", "20260228"), "41100000", "ALPHA", "F1", 120_000, ""),
        line("VE", "1", "20260305", "70700000", "", "F1", -120_000, ""),
        dated("VE", "2", ("20260110", "20260108"), "41100000", "BETA", "F2", 50_000, "A"),
        line("VE", "2", "20260110", "70700000", "", "F2", -50_000, ""),
        // A payment whose piece bears the invoice's day: the money came on the day it was posted.
        dated("BQ", "3", ("20260320", "20260108"), "41100000", "BETA", "F2", -50_000, "A"),
        line("BQ", "3", "20260320", "51200000", "", "F2", 50_000, ""),
        dated("VE", "4", ("20260312", "20260311"), "41100000", "ALPHA", "A1", -10_000, ""),
        line("VE", "4", "20260312", "70700000", "", "A1", 10_000, ""),
    ]);
    let session = open(&[("123456789FEC20261231.txt", fec)], Some("30 days"));
    let on = |day: &str| items(&session, day);
    assert_eq!(on("2026-03-04"), ["BETA F2 invoice receivable 2026-01-08 2026-02-07 default 50000"]);
    let alpha = "ALPHA F1 invoice receivable 2026-02-28 2026-03-30 default 120000";
    let credit = "ALPHA A1 credit-note receivable 2026-03-11 - none -10000";
    assert_eq!(on("2026-03-19"), [credit, alpha, "BETA F2 invoice receivable 2026-01-08 2026-02-07 default 50000"]);
    assert_eq!(on("2026-03-31"), [credit, alpha]);
    let aged = |day: &str, basis| {
        let query = AgedBalanceQuery {
            basis: Some(basis),
            credits: Some(CreditMode::OwnLine),
            ..AgedBalanceQuery::on(day.parse().unwrap())
        };
        let balance = session.aged_balance(&query, Language::En).unwrap();
        assert!(balance.currencies[0].control.ok);
        let row = balance.currencies[0].customers.iter().find(|row| row.customer == "ALPHA").unwrap();
        (row.not_due.minor(), row.buckets.iter().map(|column| column.minor()).collect::<Vec<_>>())
    };
    assert_eq!(aged("2026-03-30", Basis::InvoiceDate), (0, vec![110_000, 0, 0, 0]), "30 days old");
    assert_eq!(
        aged("2026-03-31", Basis::InvoiceDate),
        (0, vec![-10_000, 120_000, 0, 0]),
        "31 days: 26 since its posting"
    );
    assert_eq!(aged("2026-03-30", Basis::DueDate), (120_000, vec![-10_000, 0, 0, 0]));
    assert_eq!(aged("2026-03-31", Basis::DueDate), (0, vec![110_000, 0, 0, 0]));
    let query = protocol::MetricsQuery { as_of: "2026-03-31".parse().unwrap(), currency: None, days: None };
    let metrics = session.metrics(&query, Language::En).unwrap();
    assert_eq!(metrics.days_to_pay.mean, Some(71.0), "from 8 January to 20 March");
}

/// The same where a list of open items has both days.
#[test]
fn a_list_with_both_days_is_open_by_the_one_and_aged_by_the_other() {
    let text = "Client;Facture;Date comptable;Date de facture;Échéance;Montant;Solde
ALPHA;F1;05/03/2026;28/02/2026;30/03/2026;1200,00;1200,00
BETA;F2;05/03/2026;;30/03/2026;100,00;100,00
";
    let session = open(&[("ouvert.csv", text.as_bytes().to_vec())], None);
    let seen: Vec<String> = items(&session, "2026-03-05");
    assert_eq!(
        seen,
        [
            "ALPHA F1 invoice receivable 2026-02-28 2026-03-30 stated 120000",
            "BETA F2 invoice receivable 2026-03-05 2026-03-30 stated 10000"
        ]
    );
    assert_eq!(balances(&session, "2026-03-05").values().sum::<i64>(), 130_000);
}
