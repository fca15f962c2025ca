//! Re-performance of a client's own aged balance (features.md AD8, L11): whatever is sown in it is found, nothing is said
//! of a clean one, what was drawn up another way is explained to the cent, and nothing of it enters the ledger.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use acceptance::random::Random;
use engine::{InputFile, Session};
use protocol::{
    AgedBalance, AgedBalanceQuery, AgedRow, Basis, CreditMode, Failure, FindingsQuery, OpenOptions, Reperformance,
};
use std::collections::BTreeSet;
use text::Language;
use values::{Amount, Currency};

fn open(files: &[(&str, &[u8])]) -> Result<Session, Failure> {
    let inputs = files.iter().map(|(name, bytes)| InputFile::in_memory(*name, bytes.to_vec())).collect();
    Session::open(inputs, &OpenOptions::default(), Language::En, &mut |_| {})
}

fn compared(aged: &str, items: &[u8]) -> Reperformance {
    open(&[("aged.csv", aged.as_bytes()), ("items.csv", items)]).unwrap().reperformance(Language::En).unwrap()
}

/// One line per customer that differs: its number, what differs, and why.
fn said(of: &Reperformance) -> Vec<String> {
    let one = &of.currencies[0];
    let mut said: Vec<String> = one
        .differences
        .iter()
        .map(|one| {
            format!("{} {}: {}", one.customer, Language::En.amount(one.amount, Currency::EUR), one.causes.join(" + "))
        })
        .collect();
    said.sort();
    said
}

fn balance(session: &Session, day: &str, basis: Basis, credits: CreditMode) -> AgedBalance {
    let query =
        AgedBalanceQuery { basis: Some(basis), credits: Some(credits), ..AgedBalanceQuery::on(day.parse().unwrap()) };
    session.aged_balance(&query, Language::En).unwrap()
}

/// An aged balance as a client would export it, said to be of a day.
fn export(of: &AgedBalance, day: &str) -> String {
    let mut text =
        format!("Balance âgée au {day}\nCode client;Non échu;1-30 j;31-60 j;61-90 j;> 90 j;Non affecté;Solde;Devise\n");
    for one in &of.currencies {
        for row in &one.customers {
            text.push_str(&line(row, one.currency));
        }
    }
    text
}

fn line(row: &AgedRow, currency: Currency) -> String {
    let decimal = |amount: Amount| Language::Fr.amount(amount, currency).replace('\u{2212}', "-");
    let columns = [row.not_due + row.no_due_date].into_iter().chain(row.buckets.iter().copied());
    let columns = columns.chain([row.unallocated, row.balance]).map(decimal).collect::<Vec<_>>();
    format!("{};{};{currency}\n", row.customer, columns.join(";"))
}

fn g1() -> Vec<u8> {
    fixtures::bytes("fixtures/g1/ledger.csv")
}

#[test]
fn the_balance_of_the_golden_set_agrees_and_adds_nothing() {
    let aged = String::from_utf8(fixtures::bytes("fixtures/aged/g1.csv")).unwrap();
    for files in
        [[("aged.csv", aged.as_bytes()), ("items.csv", &g1())], [("items.csv", &g1()), ("aged.csv", aged.as_bytes())]]
    {
        let session = open(&files).unwrap();
        let of = session.reperformance(Language::En).unwrap();
        assert_eq!((of.as_of.to_string().as_str(), of.currencies[0].customers), ("2026-09-30", 5));
        assert_eq!(said(&of), Vec::<String>::new());
        assert_eq!(of.currencies[0].stated, of.currencies[0].own);
        let alone = open(&[("items.csv", &g1())]).unwrap();
        let query = FindingsQuery { as_of: of.as_of, rows: None };
        assert_eq!(session.findings(&query, Language::En).unwrap(), alone.findings(&query, Language::En).unwrap());
        let both = [&session, &alone].map(|session| balance(session, "2026-09-30", Basis::DueDate, CreditMode::Apart));
        assert_eq!(both[0], both[1]);
        let report = session.import_report(Language::En);
        assert_eq!((report.entries, report.compared_as_of, report.aged_as_of), (18, Some(of.as_of), None));
        assert_eq!(report.control_totals, alone.import_report(Language::En).control_totals);
        assert!(report.diagnostics.iter().any(|said| said.code == "aged-compared"), "{:?}", report.diagnostics);
    }
}

#[test]
fn a_balance_alone_is_read_with_its_column_of_credits() {
    let session = open(&[("aged.csv", &fixtures::bytes("fixtures/aged/g1.csv"))]).unwrap();
    let total = balance(&session, "2026-09-30", Basis::DueDate, CreditMode::Apart).currencies.remove(0).total;
    assert_eq!((total.unallocated, total.balance), (Amount::from_minor(-210_000), Amount::from_minor(3_710_000)));
    assert_eq!(session.reperformance(Language::En).unwrap_err().code, "nothing-compared");
}

#[test]
fn another_way_of_drawing_up_is_explained_to_the_cent() {
    let session = open(&[("items.csv", &g1())]).unwrap();
    let drawn = |day: &str, basis, credits| export(&balance(&session, day, basis, credits), "30/09/2026");
    let (due, issued) = (Basis::DueDate, Basis::InvoiceDate);
    let (apart, own, oldest) = (CreditMode::Apart, CreditMode::OwnLine, CreditMode::OldestFirst);
    for (aged, cause, differing) in [
        (drawn("2026-09-30", issued, apart), "aged by invoice date", 4),
        (drawn("2026-09-30", due, own), "credits by their own date", 2),
        (drawn("2026-09-30", due, oldest), "credits applied to the oldest debts", 1),
        (drawn("2026-09-30", issued, oldest), "aged by invoice date", 4),
        (drawn("2026-08-31", due, apart), "balance in fact struck on 31 Aug 2026", 5),
        (drawn("2026-10-05", due, apart), "balance in fact struck on 05 Oct 2026", 3),
    ] {
        let of = compared(&aged, &g1());
        assert_eq!((of.currencies[0].differing, of.currencies[0].errors), (differing, 0), "{:?}", said(&of));
        let explained = said(&of);
        assert!(explained.iter().any(|said| said.contains(cause)), "{cause}: {explained:?}");
        let days = explained.iter().filter(|said| said.contains("struck on")).count();
        assert!(days == 0 || days == differing as usize, "{explained:?}");
    }
}

#[test]
fn an_error_is_told_apart_from_the_way_the_whole_is_drawn_up() {
    let session = open(&[("items.csv", &g1())]).unwrap();
    let drawn = export(&balance(&session, "2026-09-30", Basis::InvoiceDate, CreditMode::Apart), "30/09/2026");
    // Beta's invoice F04 of 3,600 is forgotten, and Gamma is moved by a cent.
    let sown: Vec<String> = drawn
        .lines()
        .map(|line| match line.split_once(';') {
            Some(("BETA", _)) => "BETA;0;0;0;0;4400;0;4400;EUR".to_owned(),
            Some(("GAMMA", _)) => "GAMMA;0;1800,00;0;0;5400,01;0;7200,01;EUR".to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    let found = said(&compared(&(sown.join("\n") + "\n"), &g1()));
    assert_eq!(
        found,
        [
            "ALPHA 9,600.00: aged by invoice date",
            "BETA 3,600.00: aged by invoice date + document F04 left out",
            "DELTA 8,400.00: aged by invoice date",
            "GAMMA 0.01: aged by invoice date + another sum, unexplained",
        ]
    );
}

/// What the ledger does not tell is no error of the balance: due dates it lacks, invoices that its credits do not name.
/// Another sum is one all the same.
#[test]
fn a_balance_is_not_accused_of_what_its_ledger_does_not_tell() {
    let items = "Compte;Nom;Pièce;Date;Libellé;Débit;Crédit;Lettrage\n\
        C1;Alpha;F1;10/07/2026;Facture F1;1000,00;;\nC1;Alpha;F2;05/09/2026;Facture F2;400,00;;\n\
        C2;Beta;F3;15/05/2026;Facture F3;700,00;;\nC2;Beta;F4;02/06/2026;Facture F4;300,00;;\n\
        C2;Beta;R1;20/06/2026;Virement;;250,00;\nC3;Gamma;F5;01/08/2026;Facture F5;90,00;;\n";
    let due = items.replace("Lettrage\n", "Lettrage;Échéance\n");
    let due = due.replace("1000,00;;\n", "1000,00;;;24/08/2026\n").replace("400,00;;\n", "400,00;;;05/10/2026\n");
    let due = due.replace("700,00;;\n", "700,00;;;25/05/2026\n").replace("300,00;;\n", "300,00;;;01/08/2026\n");
    let due = due.replace("90,00;;\n", "90,00;;;15/09/2026\n");
    let aged = "Balance âgée au 30/09/2026\nCode client;Non échu;1-30 j;31-60 j;61-90 j;> 90 j;Solde;Devise\n";
    // Terms that differ, Beta's transfer taken off F4.
    let right = format!("{aged}C1;400;0;1000;0;0;1400;EUR\nC2;0;0;50;0;700;750;EUR\nC3;0;90;0;0;0;90;EUR\n");
    let untold = "items without a due date: the total agrees, the ages cannot be checked";
    let of = compared(&right, items.as_bytes());
    assert_eq!((of.currencies[0].errors, said(&of).len()), (0, 3), "{:?}", said(&of));
    assert!(said(&of).iter().all(|said| said.ends_with(untold)), "{:?}", said(&of));
    let of = compared(&right, due.as_bytes());
    assert_eq!(said(&of), ["C2 250.00: credits applied to other items, which the ledger does not name"]);
    let wrong = right.replace("C1;400;0;1000;0;0;1400;EUR", "C1;400;0;1100;0;0;1500;EUR");
    let of = compared(&wrong, items.as_bytes());
    assert_eq!(of.currencies[0].errors, 1, "{:?}", said(&of));
}

#[test]
fn labels_that_slipped_and_first_columns_that_mix_are_told() {
    let session = open(&[("items.csv", &g1())]).unwrap();
    let right = export(&balance(&session, "2026-09-30", Basis::DueDate, CreditMode::Apart), "30/09/2026");
    let slipped = right.replace("1-30 j;31-60 j;61-90 j", "31-60 j;1-30 j;61-90 j");
    let found = said(&compared(&slipped, &g1()));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|said| said.contains("swapped")), "{found:?}");
    // 0-30 holds what is not due as well: the sum of both is compared.
    let mixed = "Balance âgée au 30/09/2026\nCode client;0-30 j;31-60 j;61-90 j;> 90 j;Non affecté;Solde\n\
        ALPHA;15600;0;0;0;-600;15000\nBETA;3600;0;1400;3000;0;8000\nDELTA;8400;0;0;0;0;8400\n\
        EPSIL;0;0;0;0;-1500;-1500\nGAMMA;1800;0;0;5400;0;7200\n";
    assert_eq!(said(&compared(mixed, &g1())), Vec::<String>::new());
}

#[test]
fn a_currency_that_no_item_is_in_is_refused() {
    let aged = "Balance âgée au 30/09/2026\nCode client;Non échu;1-30 j;> 30 j;Devise\nALPHA;1;2;3;USD\n";
    let refused = open(&[("aged.csv", aged.as_bytes()), ("items.csv", &g1())]).err().unwrap();
    assert_eq!(refused.code, "aged-other-currency");
}

/// A ledger of some twenty customers with invoices, part payments, credit notes and letters.
fn ledger(random: &mut Random) -> String {
    let mut text = "Client;Type;Date;Pièce;Échéance;Débit;Crédit;Lettrage\n".to_owned();
    let day = |days: u64| {
        let day: values::Day = "2026-01-01".parse::<values::Day>().unwrap() + values::Days(days as i32);
        format!("{:02}/{:02}/{}", day.day_of_month(), day.month(), day.year())
    };
    for number in 0..60 + random.below(60) {
        let (customer, issued) = (random.below(20), random.below(260));
        let cents = 1_000 + random.below(900_000);
        let amount = |cents: u64| format!("{},{:02}", cents / 100, cents % 100);
        let letters = if random.below(2) == 0 { format!("L{number}") } else { String::new() };
        let due = day(issued + 30 * random.below(4));
        text.push_str(&format!("C{customer:02};FAC;{};F{number};{due};{};;{letters}\n", day(issued), amount(cents)));
        if !letters.is_empty() {
            let paid = if random.below(3) == 0 { cents / 2 } else { cents };
            let on = day(issued + 1 + random.below(90));
            text.push_str(&format!("C{customer:02};REG;{on};R{number};;;{};{letters}\n", amount(paid)));
        }
        if random.below(12) == 0 {
            text.push_str(&format!("C{customer:02};AVO;{};A{number};;;{};\n", day(issued), amount(cents / 3)));
        }
    }
    text
}

#[test]
fn every_error_sown_is_found_and_a_clean_pair_raises_none() {
    let mut random = Random::seeded(20_261_122);
    let (mut sown, mut named) = (0, 0);
    for _ in 0..40 {
        let items = ledger(&mut random);
        let session = open(&[("items.csv", items.as_bytes())]).unwrap();
        let of = balance(&session, "2026-09-30", Basis::DueDate, CreditMode::Apart);
        assert_eq!(said(&compared(&export(&of, "30/09/2026"), items.as_bytes())), Vec::<String>::new());
        let mut wrong = of.clone();
        let customers = &mut wrong.currencies[0].customers;
        let mut touched: BTreeSet<String> = BTreeSet::new();
        for _ in 0..1 + random.below(4) {
            let at = random.below(customers.len() as u64) as usize;
            if !touched.insert(customers[at].customer.clone()) {
                continue;
            }
            match random.below(5) {
                0 => {
                    customers.remove(at);
                }
                1 => customers[at].buckets[random.below(4) as usize] += Amount::from_minor(1),
                2 => {
                    let moved = customers[at].balance;
                    customers[at].not_due += moved;
                    customers[at].buckets[3] -= moved;
                }
                3 => customers[at].unallocated -= Amount::from_minor(5_000),
                _ => {
                    customers[at].customer.push_str("-TYPO");
                    touched.insert(customers[at].customer.clone());
                }
            }
        }
        if wrong == of {
            continue;
        }
        let found = compared(&export(&wrong, "30/09/2026"), items.as_bytes());
        let differing: BTreeSet<String> =
            found.currencies[0].differences.iter().map(|one| one.customer.clone()).collect();
        assert_eq!(differing, touched, "{:?}", said(&found));
        sown += touched.len();
        named += found.currencies[0].errors as usize;
    }
    println!("{sown} customers with an error sown: all found; {named} told as errors, the others as ways");
    assert!(sown > 80 && named * 10 >= sown * 9, "{sown} {named}");
}

/// Ledgers nobody here wrote: their own balance, taken out and brought back, agrees on every customer.
#[test]
fn the_balances_of_the_samples_agree_with_themselves() {
    for (path, day, french) in [
        ("fec/111111111FEC20221231.TXT", "2023-12-31", "31/12/2023"),
        ("ar-payments/ibm_30_customers.csv", "2013-06-30", "30/06/2013"),
        ("ar-xlsx/receivables_small.xlsx", "2025-12-31", "31/12/2025"),
    ] {
        let Ok(bytes) = std::fs::read(fixtures::path(&format!("../../shared/samples/{path}"))) else {
            println!("skipped: no sample {path}");
            continue;
        };
        let name = path.rsplit('/').next().unwrap();
        let session = open(&[(name, &bytes)]).unwrap();
        let aged = export(&balance(&session, day, Basis::DueDate, CreditMode::Apart), french);
        let both = open(&[(name, &bytes), ("aged.csv", aged.as_bytes())])
            .unwrap_or_else(|failure| panic!("{path}: {failure:?}"));
        let of = both.reperformance(Language::En).unwrap();
        println!("{path}: {} customers compared", of.currencies[0].customers);
        assert_eq!(said(&of), Vec::<String>::new(), "{path}");
    }
}
