//! How rows are read: each rule by its smallest table, and the law that every row is accounted for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code"
)]

mod support;

use intake::{Ledgers, Settings, detect, parse};
use ledger::Coverage;
use proptest::prelude::*;
use support::{counts, read, read_all, read_with, settings, table};
use values::{Currency, FileIndex, TableIndex};

/// Compares what was read, line by line, without the remark that the currency was assumed.
fn check(text: &str, expected: &[&str]) {
    let read = read(text);
    let lines: Vec<&str> = read.lines().filter(|line| *line != "! currency-assumed").collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn open_items_by_one_amount() {
    check(
        "Client;Facture;Date;Échéance;Montant\nAlpha SA;F1;05/01/2026;31/01/2026;1 200,50\nAlpha SA;AV12;06/01/2026;;-200,00\nBeta;R9;07/01/2026;;-5,00",
        &[
            "Alpha SA F1 Invoice 2026-01-05 due 2026-01-31 stated 120050",
            "Alpha SA AV12 CreditNote 2026-01-06 -20000",
            "Beta R9 CreditNote 2026-01-07 -500",
        ],
    );
}

#[test]
fn a_side_letter_signs_the_balance_too() {
    for heading in ["Solde;Sens", "Reste dû;D/C"] {
        check(
            &format!(
                "Code tiers;Raison sociale;N° de pièce;Date pièce;Date échéance;{heading}\n411A;Alpha;F1;13/02/26;13/04/26;1 000,00;D\n411A;Alpha;AV1;13/02/26;13/04/26;300,00;C"
            ),
            &[
                "411A (Alpha) F1 Invoice 2026-02-13 due 2026-04-13 stated 100000",
                "411A (Alpha) AV1 CreditNote 2026-02-13 due 2026-04-13 stated -30000",
                "! two-digit-years ×2 row 1 Date pièce «13/02/26»",
                "! two-digit-years ×2 row 1 Date échéance «13/04/26»",
            ],
        );
    }
}

#[test]
fn open_items_by_residual() {
    check(
        "Client;Facture;Date;Échéance;Montant;Réglé;Reste dû\nA;F1;05/01/2026;31/01/2026;100,00;40,00;60,00\nA;F2;05/01/2026;31/01/2026;50,00;;50,00\nA;F3;05/01/2026;31/01/2026;50,00;10,00;45,00\nA;F4;05/01/2026;31/01/2026;;;7,00",
        &[
            "A F1 Invoice 2026-01-05 due 2026-01-31 stated 10000 g0",
            "A F1 UndatedPayment 2026-01-05 -4000 g0",
            "A F2 Invoice 2026-01-05 due 2026-01-31 stated 5000",
            "A F3 Invoice 2026-01-05 due 2026-01-31 stated 5000 g1",
            "A F3 UndatedPayment 2026-01-05 -500 g1",
            "A F4 Invoice 2026-01-05 due 2026-01-31 stated 700",
            "! residual-mismatch ×1 row 4 Reste dû «45,00»",
            "! undated-payments ×2 row 2",
        ],
    );
}

#[test]
fn what_was_paid_or_credited_reduces_the_amount() {
    check(
        "Customer;Invoice;Invoice Date;Due Date;Amount;Paid Amount;Credit Note\nA;F1;2026-01-05;2026-01-31;100.00;40.00;10.00\nA;F2;2026-01-05;2026-01-31;100.00;-40.00;",
        &[
            "A F1 Invoice 2026-01-05 due 2026-01-31 stated 10000 g0",
            "A F1 UndatedPayment 2026-01-05 -5000 g0",
            "A F2 Invoice 2026-01-05 due 2026-01-31 stated 10000 g1",
            "A F2 UndatedPayment 2026-01-05 -4000 g1",
            "! undated-payments ×2 row 2",
        ],
    );
}

#[test]
fn a_history_closes_what_was_paid() {
    check(
        "Customer;Invoice;Invoice Date;Due Date;Amount;Payment Date;Disputed\nA;F1;2026-01-05;2026-01-31;100.00;2026-02-03;Yes\nA;F2;2026-01-05;2026-01-31;50.00;;No\nA;F3;2026-01-05;2026-01-31;50.00;2026-01-01;No\nA;F4;2026-01-05;2026-01-31;50.00;soon;No",
        &[
            "A F1 Invoice 2026-01-05 due 2026-01-31 stated 10000 g0 disputed",
            "A F1 Payment 2026-02-03 -10000 g0",
            "A F2 Invoice 2026-01-05 due 2026-01-31 stated 5000",
            "A F3 Invoice 2026-01-05 due 2026-01-31 stated 5000 g1",
            "A F3 Payment 2026-01-01 -5000 g1",
            "! unreadable-date row 5 Payment Date «soon»",
            "! paid-before-invoice ×1 row 4 Payment Date «2026-01-01»",
        ],
    );
}

#[test]
fn a_ledger_with_match_codes() {
    check(
        "Compte;Jnl;Date;Pièce;Libellé;Échéance;Let.;Débit;Crédit\n411A;AN;01/01/2026;;À nouveau;;;10,00;\n411A;VE;13/01/2026;F1;Facture F1;28/02/2026;A;100,00;\n411A;BQ;14/02/2026;R1;Virement client;;A;;100,00\n411B;VE;13/01/2026;F2;Facture F2;28/02/2026;A;30,00;0,00\n411B;VE;20/01/2026;A1;Avoir sur F2;;a;;5,00\n411B;BQ;25/01/2026;;Impayé chèque;;;30,00;\n411B;OD;26/01/2026;;Écart;;;;0,10",
        &[
            "411A Opening 2026-01-01 1000",
            "411A F1 Invoice 2026-01-13 due 2026-02-28 stated 10000 g0",
            "411A R1 Payment 2026-02-14 -10000 g0",
            "411B F2 Invoice 2026-01-13 due 2026-02-28 stated 3000 g1",
            "411B A1 CreditNote 2026-01-20 -500 g2",
            "411B Other 2026-01-25 3000",
            "411B Other 2026-01-26 -10",
            "! no-due-date ×2 row 2",
        ],
    );
}

#[test]
fn sides_by_letters_and_by_type() {
    check(
        "Compte;Nom;Date;Montant;Sens;Lettrage\nC1;Alpha;31/01/2026;100,00;D;\nC1;Alpha;31/01/2026;20,00;C;\nC1;Alpha;31/01/2026;20,00;Z;",
        &[
            "C1 (Alpha) Invoice 2026-01-31 10000",
            "C1 (Alpha) Payment 2026-01-31 -2000",
            "! unknown-side row 4 Sens «Z»",
            "! no-document-column row 1",
            "! no-due-date ×1 row 2",
        ],
    );
    check(
        "Client;Type;Pièce;Date;Échéance;Montant\nAlpha;Facture;F1;31/01/2026;28/02/2026;100,00\nAlpha;Avoir;A1;31/01/2026;;20,00\nAlpha;Règlement;R1;31/01/2026;;30,00",
        &[
            "Alpha F1 Invoice 2026-01-31 due 2026-02-28 stated 10000",
            "Alpha A1 CreditNote 2026-01-31 -2000",
            "Alpha R1 Payment 2026-01-31 -3000",
        ],
    );
    check(
        "Kunde;Belegnummer;Datum;Fälligkeit;Betrag\nAlpha GmbH;1;31.01.2026;28.02.2026;1.234,56\nAlpha GmbH;2;31.01.2026;;1.234,56-\nAlpha GmbH;3;31.01.2026;;5,00 H",
        &[
            "Alpha GmbH 1 Invoice 2026-01-31 due 2026-02-28 stated 123456",
            "Alpha GmbH 2 CreditNote 2026-01-31 -123456",
            "Alpha GmbH 3 CreditNote 2026-01-31 -500",
        ],
    );
}

#[test]
fn credits_written_below_zero_are_credits() {
    check(
        "Compte;Date;Pièce;Lettrage;Débit;Crédit\nC1;31/01/2026;F1;;100,00;\nC1;31/01/2026;R1;;;-40,00\nTotal;;;;100,00;-40,00",
        &[
            "C1 F1 Invoice 2026-01-31 10000",
            "C1 R1 Payment 2026-01-31 -4000",
            "! no-due-date ×1 row 2",
            "stated 6000 computed 6000 EUR",
        ],
    );
}

/// A blank beside other balances may mean settled: what is assumed of it is said.
#[test]
fn a_missing_balance_is_said() {
    check(
        "Client;Facture;Date;Échéance;Montant;Solde\nA;F1;15/01/2026;14/02/2026;100,00;0,00\nA;F2;16/01/2026;14/02/2026;300,00;",
        &[
            "A F1 Invoice 2026-01-15 due 2026-02-14 stated 10000 g0",
            "A F1 UndatedPayment 2026-01-15 -10000 g0",
            "A F2 Invoice 2026-01-16 due 2026-02-14 stated 30000",
            "! residual-missing ×1 row 3 Solde",
            "! undated-payments ×1 row 2",
        ],
    );
}

#[test]
fn rows_set_aside_say_why() {
    check(
        "Code client;Facture;Date;Échéance;Montant;Devise\nC1;F1;31/01/2026;31/03/2026;1.2OO,00;EUR\nC1;F2;31/01/2026;31/03/2026;abc;EUR\nC1;F3;31/01/2026;31/03/2026;;EUR\nC1;F4;31/01/2026;31/03/2026;1,005;EUR\nC1;F5;31/01/2026;31/03/2026;90 000 000 000 000,00;EUR\nC1;F6;31/02/2026;31/03/2026;1,00;EUR\nC1;F7;demain;31/03/2026;1,00;EUR\nC1;F8;;31/03/2026;1,00;EUR\n;F9;31/01/2026;31/03/2026;1,00;EUR\nC1;F10;31/01/2026;31/03/2026;1,00;QQQ\nC1;F11;31/01/2026;31/03/2026;1,00;EUR",
        &[
            "C1 F11 Invoice 2026-01-31 due 2026-03-31 stated 100",
            "! unreadable-amount row 2 Montant «1.2OO,00»",
            "! unreadable-amount row 3 Montant «abc»",
            "! missing-amount row 4 Montant",
            "! ambiguous-amount row 5 Montant «1,005»",
            "! too-large-amount row 6 Montant «90 000 000 000 000,00»",
            "! impossible-date row 7 Date «31/02/2026»",
            "! unreadable-date row 8 Date «demain»",
            "! missing-date row 9 Date",
            "! missing-customer row 10 Code client",
            "! unknown-currency row 11 Devise «QQQ»",
        ],
    );
    check(
        "Compte;Date;Pièce;Lettrage;Débit;Crédit\nC1;31/01/2026;F1;;100,00;50,00",
        &["! amount-on-both-sides row 2 Crédit «100,00 / 50,00»"],
    );
}

#[test]
fn slipped_rows_are_set_aside() {
    let good = "\nA;F1;31/01/2026;5.00".repeat(30);
    let text = format!("Customer;Invoice;Date;Amount{good}\nA;F2;31/01/2026;1;234.00");
    let read = read(&text);
    assert!(read.contains("! extra-cells row 32"), "{read}");
}

#[test]
fn an_impossible_due_date_does_not_lose_the_invoice() {
    check(
        "Client;Facture;Date;Échéance;Montant;Conditions de paiement\nA;F1;15/01/2026;31/02/2026;1,00;\nA;F2;15/01/2026;00/00/0000;1,00;30 jours\nA;F3;15/01/2026;;1,00;chocolat\nA;F4;15/01/2026;01/01/2026;1,00;",
        &[
            "A F1 Invoice 2026-01-15 100",
            "A F2 Invoice 2026-01-15 due 2026-02-14 terms 100",
            "A F3 Invoice 2026-01-15 100",
            "A F4 Invoice 2026-01-15 due 2026-01-01 stated 100",
            "! unreadable-due-dates ×1 row 2 Échéance «31/02/2026»",
            "! due-before-invoice ×1 row 5 Échéance «01/01/2026»",
            "! no-due-date ×2 row 2",
            "! unread-terms ×1 row 4 Conditions de paiement «chocolat»",
        ],
    );
}

#[test]
fn default_terms_fill_in() {
    let settings = Settings { default_terms: rules::PaymentTerms::parse("30 jours"), ..settings() };
    let read = read_with("Client;Facture;Date;Montant EUR\nA;F1;15/01/2026;1,00\nA;F2;15/01/2026;-1,00", &settings);
    assert_eq!(
        read,
        "A F1 Invoice 2026-01-15 due 2026-02-14 default 100\nA F2 CreditNote 2026-01-15 -100\n! nothing-says-paid row 1\n! default-terms-used ×1 row 2"
    );
}

#[test]
fn currencies_by_column_cell_heading_or_default() {
    check(
        "Client;Facture;Date;Échéance;Montant;Devise\nA;F1;15/01/2026;31/01/2026;1,00;EUR\nA;F2;15/01/2026;31/01/2026;1500;JPY",
        &[
            "A F1 Invoice 2026-01-15 due 2026-01-31 stated 100",
            "A F2 Invoice 2026-01-15 due 2026-01-31 stated 1500 JPY",
        ],
    );
    check(
        "Client;Facture;Date;Échéance;Solde (CHF)\nA;F1;15/01/2026;31/01/2026;1'234,50",
        &["A F1 Invoice 2026-01-15 due 2026-01-31 stated 123450 CHF"],
    );
    check(
        "Client;Facture;Date;Échéance;Solde\nA;F1;15/01/2026;31/01/2026;12,50 £",
        &["A F1 Invoice 2026-01-15 due 2026-01-31 stated 1250 GBP"],
    );
    assert!(read("Client;Facture;Date;Montant\nA;F1;15/01/2026;1,00").contains("! currency-assumed"));
    assert!(!read("Client;Facture;Date;Montant (€)\nA;F1;15/01/2026;1,00").contains("! currency-assumed"));
    // The currency beside an amount in a foreign currency is not that of the books.
    check(
        "Compte;Date;Pièce;Lettrage;Débit;Crédit;Montant en devise;Devise\nC1;31/01/2026;F1;;100,00;;120,00;USD",
        &["C1 F1 Invoice 2026-01-31 10000", "! no-due-date ×1 row 2"],
    );
}

#[test]
fn totals_and_page_furniture_are_not_items() {
    let text = "Balance clients\nÉdité le 02/10/2026\n\nClient;Facture;Date;Échéance;Montant\nAlpha;F1;15/01/2026;31/01/2026;10,00\nAlpha;F2;15/01/2026;31/01/2026;5,00\nTotal Alpha;;;;15,00\nPage 2\nClient;Facture;Date;Échéance;Montant\nTotalEnergies;F3;15/01/2026;31/01/2026;7,00\nTotal TotalEnergies;;;;7,00\nTotal général;;;;22,00\nFin de l'édition";
    check(
        text,
        &[
            "Alpha F1 Invoice 2026-01-15 due 2026-01-31 stated 1000",
            "Alpha F2 Invoice 2026-01-15 due 2026-01-31 stated 500",
            "TotalEnergies F3 Invoice 2026-01-15 due 2026-01-31 stated 700",
            "stated 2200 computed 2200 EUR",
        ],
    );
    assert_eq!(counts(text), "13 = 3 + 0 + 1 + 6 + 3");
}

#[test]
fn totals_that_do_not_meet_are_told() {
    check(
        "Client;Facture;Date;Échéance;Montant\nAlpha;F1;15/01/2026;31/01/2026;10,00\nAlpha;F2;15/01/2026;31/01/2026;abc\nTotal Alpha;;;;15,00\nBeta;F3;15/01/2026;31/01/2026;7,00\nTotal Beta;;;;7,00\nTotal général;;;;22,00",
        &[
            "Alpha F1 Invoice 2026-01-15 due 2026-01-31 stated 1000",
            "Beta F3 Invoice 2026-01-15 due 2026-01-31 stated 700",
            "! unreadable-amount row 3 Montant «abc»",
            "! subtotal-differs row 4 «Total Alpha»",
            "! control-total-differs",
            "stated 2200 computed 1700 EUR",
        ],
    );
}

#[test]
fn customers_named_above_their_rows() {
    check(
        "Compte;Date;Jnl;Pièce;Libellé;Échéance;Let.;Débit;Crédit;Solde\n411ALPHA   ALPHA SAS\n;;;;Report à nouveau;;;;;0,00\n;08/07/2026;VE;F02;Facture F02;31/08/2026;;9 600,00;;9 600,00 D\n;10/09/2026;VE;A01;Avoir A01;;;;600,00;9 000,00 D\nTotal compte 411ALPHA;;;;;;;9 600,00;600,00;9 000,00\n411BETA   BETA SARL\n;18/07/2026;VE;F03;Facture F03;31/08/2026;;100,00;;100,00 D\nTotal compte 411BETA;;;;;;;100,00;;100,00\nTotal général;;;;;;;9 700,00;600,00;9 100,00",
        &[
            "411ALPHA (ALPHA SAS) F02 Invoice 2026-07-08 due 2026-08-31 stated 960000",
            "411ALPHA (ALPHA SAS) A01 CreditNote 2026-09-10 -60000",
            "411BETA (BETA SARL) F03 Invoice 2026-07-18 due 2026-08-31 stated 10000",
            "! customer-from-above ×3 row 4",
            "stated 910000 computed 910000 EUR",
        ],
    );
}

#[test]
fn an_opening_balance_without_date_is_not_lost_in_silence() {
    let text = "Compte;Date;Jnl;Pièce;Libellé;Let.;Débit;Crédit\n411A;;;;Solde initial;;50,00;\n411A;08/07/2026;VE;F02;Facture;;10,00;\n411A;08/08/2026;VE;F03;Facture;;10,00;";
    assert!(read(text).contains("411A Opening 2026-07-08 5000"), "{}", read(text));
    assert!(read(text).contains("! opening-day-assumed ×1 row 2"), "{}", read(text));
    let alone = "Compte;Date;Jnl;Pièce;Libellé;Let.;Débit;Crédit\n411A;;;;Solde initial;;50,00;";
    assert!(read(alone).contains("! missing-date row 2 Date"), "{}", read(alone));
}

#[test]
fn states_of_documents() {
    check(
        "Client;Facture;Date;Échéance;Montant;Statut\nA;F1;15/01/2026;31/01/2026;1,00;Payée\nA;F2;15/01/2026;31/01/2026;1,00;Annulée\nA;F3;15/01/2026;31/01/2026;1,00;En litige\nA;F4;15/01/2026;31/01/2026;1,00;Ouverte",
        &[
            "A F1 Invoice 2026-01-15 due 2026-01-31 stated 100 g0",
            "A F1 UndatedPayment 2026-01-15 -100 g0",
            "A F3 Invoice 2026-01-15 due 2026-01-31 stated 100 disputed",
            "A F4 Invoice 2026-01-15 due 2026-01-31 stated 100",
            "! cancelled row 3 Statut «Annulée»",
            "! undated-payments ×1 row 2",
        ],
    );
}

#[test]
fn a_workbook_keeps_its_own_dates_and_numbers() {
    check(
        "Client;Facture;Date;Échéance;Montant\nA;#12;=2026-01-15;#46053;#97.6\nA;#13;=2026-01-15T12:00:00;=2026-01-31;#1234.5600000000001\nA;#14;=2026-01-15;;#-3",
        &[
            "A 12 Invoice 2026-01-15 due 2026-01-31 stated 9760",
            "A 13 Invoice 2026-01-15 due 2026-01-31 stated 123456",
            "A 14 CreditNote 2026-01-15 -300",
            "! day-numbers ×1 row 1 Échéance",
            "! float-dust ×1 row 3 Montant «1234.5600000000001»",
        ],
    );
}

#[test]
fn only_the_due_date_is_known() {
    check(
        "Client;Facture;Échéance;Solde\nA;F1;31/01/2026;1,00",
        &["A F1 Invoice 2026-01-31 due 2026-01-31 stated 100", "! invoice-date-assumed ×1 row 2 Échéance «31/01/2026»"],
    );
}

#[test]
fn a_duplicate_heading_is_told() {
    let read = read("Client;Facture;Date;Montant;Montant\nA;F1;31/01/2026;1,00;2,00");
    assert!(read.contains("! duplicate-heading row 1 Montant"), "{read}");
    assert!(read.contains(" 100\n"), "{read}");
    let months = by_month();
    assert!(!months.contains("duplicate-heading"), "{months}");
}

/// `< 1 Month` and `1 Month` are two columns.
fn by_month() -> String {
    read("Client;Facture;Date;Montant;< 1 Month;1 Month\nA;F1;31/01/2026;1,00;1,00;0,00")
}

#[test]
fn the_weaker_coverage_wins_where_tables_meet() {
    let open = table("Client;Facture;Date;Échéance;Montant EUR\nB;F1;15/01/2026;31/01/2026;1,00");
    let history = table("Client;Facture;Date;Échéance;Montant EUR;Payé le\nA;F2;15/01/2026;31/01/2026;1,00;31/01/2026");
    for tables in [[open.clone(), history.clone()], [history.clone(), open.clone()]] {
        let (_, _, ledgers) = read_all(&tables, &settings());
        assert_eq!(ledgers.len(), 1);
        assert_eq!(ledgers[0].coverage(), Coverage::OpenItemsOnly);
        assert_eq!(ledgers[0].entry_count(), 3);
        let names: Vec<&str> = ledgers[0].customers().iter().map(|customer| customer.id.as_str()).collect();
        assert_eq!(names, ["A", "B"]);
        let of_b = ledgers[0].keys().find(|key| ledgers[0].document(*key) == "F1").unwrap();
        assert_eq!(ledgers[0].customer(ledgers[0].entry(of_b).customer).id, "B");
    }
    assert_eq!(read_all(&[history], &settings()).2[0].coverage(), Coverage::History);
}

#[test]
fn progress_reaches_the_end() {
    let table = table("Client;Facture;Date;Montant\nA;F1;31/01/2026;1,00");
    let mapping = detect(&table).candidates.remove(0).mapping;
    let mut seen = Vec::new();
    let mut ledgers = Ledgers::default();
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let progress = &mut |done, total| seen.push((done, total));
    parse(&table, FileIndex(0), TableIndex(0), &mapping, &settings, &mut ledgers, progress);
    assert_eq!(seen, [(0, 2), (2, 2)]);
    assert_eq!(ledgers.entry_count(), 1);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Total".to_owned()),
        Just("Alpha SA".to_owned()),
        Just("31/01/2026".to_owned()),
        Just("31/02/2026".to_owned()),
        Just("=2026-01-31".to_owned()),
        Just("1 234,56".to_owned()),
        Just("#12.5".to_owned()),
        Just("(3,00)".to_owned()),
        Just("Date".to_owned()),
        Just("Page 2".to_owned()),
        Just("D".to_owned()),
        Just(" ".to_owned()),
        "[ -~àéÉ€]{0,10}".prop_map(|text| text.replace([';', '\n'], " ")),
    ]
}

proptest! {
    #[test]
    fn every_row_is_accounted_for(
        heads in proptest::sample::select(vec![
            "Client;Facture;Date;Échéance;Montant;Devise;Statut",
            "Compte;Nom;Date;Pièce;Débit;Crédit;Lettrage",
            "Compte;Nom;Date;Pièce;Montant;Sens;Lettrage",
            "Customer;Invoice;Invoice Date;Payment Date;Amount;Paid;Balance Due",
            "Client;0-30;31-60;61-90;> 90;Total;Solde",
        ]),
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..9), 0..12),
    ) {
        let body: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
        let table = table(&format!("{heads}\n{}", body.join("\n")));
        for candidate in detect(&table).candidates {
            let mut ledgers = Ledgers::default();
            let settings = Settings { default_terms: None, default_currency: Currency::EUR };
            let intake = parse(&table, FileIndex(0), TableIndex(0), &candidate.mapping, &settings, &mut ledgers, &mut |_, _| {});
            prop_assert!(intake.rows.balanced(), "{:?}", intake.rows);
            prop_assert_eq!(intake.rows.set_aside, intake.set_aside.iter().map(intake::Diagnostic::rows).sum::<u32>());
            prop_assert_eq!(u64::from(intake.rows.read), table.row_count() as u64 + u64::from(table.blank_rows));
            prop_assert!(ledgers.entry_count() <= 2 * intake.rows.imported as usize);
            let ledgers = ledgers.build().unwrap();
            prop_assert!(ledgers.iter().all(|ledger| ledger.customers().iter().all(|customer| !customer.id.is_empty())));
        }
    }
}

#[test]
fn a_missing_due_date_follows_the_habit_of_its_customer() {
    let stated =
        "A;F1;05/01/2026;04/02/2026;100,00\nA;F2;10/01/2026;09/02/2026;100,00\nA;F3;20/02/2026;22/03/2026;100,00";
    let lacking = "A;F4;01/03/2026;;100,00\nA;AV1;02/03/2026;;-10,00\nB;F5;01/03/2026;;100,00";
    let read = read(&format!("Client;Facture;Date;Échéance;Montant\n{stated}\n{lacking}"));
    assert!(read.contains("A F4 Invoice 2026-03-01 due 2026-03-31 mode 10000"), "{read}");
    // A credit falls due only where the file says so, and a customer without a habit is given none.
    assert!(read.contains("A AV1 CreditNote 2026-03-02 -1000"), "{read}");
    assert!(read.contains("B F5 Invoice 2026-03-01 10000"), "{read}");
}
