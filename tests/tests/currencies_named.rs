//! Currencies as titles, headings, cells and totals name them; signs and names that several countries share are told apart
//! by what the file says, else taken and said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use intake::{Intake, Ledgers, Settings};
use sheet::Limits;
use values::{FileIndex, TableIndex};

fn read(text: &str, default: &str) -> Intake {
    let book = sheet::read(text.as_bytes(), &Limits::default(), &mut |_, _| {}).unwrap();
    let table = &book.tables[0];
    let best = intake::detect(table).candidates.into_iter().next().unwrap().mapping;
    let mut ledgers = Ledgers::default();
    let settings = Settings { default_terms: None, default_currency: default.parse().unwrap() };
    intake::parse(table, FileIndex(0), TableIndex(0), &best, &settings, &mut ledgers, &mut |_, _| {})
}

/// The totals in minor units, then what was remarked that is about currencies and amounts.
fn told(intake: &Intake) -> String {
    assert!(intake.rows.balanced());
    let totals =
        intake.control_totals.iter().map(|total| format!("{} {}", total.currency.code(), total.computed.minor()));
    let all = intake.set_aside.iter().chain(&intake.diagnostics);
    let codes = all.map(|one| one.kind.code()).filter(|code| code.contains("currency") || code.contains("amount"));
    totals.chain(codes.map(str::to_owned)).collect::<Vec<_>>().join(", ")
}

/// Open items of two customers under a title, with a heading of the amounts and their two amounts.
fn items(title: &str, heading: &str, amounts: [&str; 2]) -> String {
    let [first, second] = amounts;
    format!(
        "{title}\nClient;N° facture;Date facture;Échéance;{heading}\nALPHA;F1;14/03/2026;13/04/2026;{first}\n\
         BETA;F2;20/04/2026;20/05/2026;{second}\n"
    )
}

#[test]
fn titles_headings_cells_and_totals_name_currencies() {
    let cents = ["100,50", "20,00"];
    for (title, heading, amounts, expected) in [
        ("Créances (en MAD)", "Reste dû", cents, "MAD 12050"),
        ("Créances au 30/06/2026 ($ CA)", "Reste dû", cents, "CAD 12050"),
        ("Créances", "Reste dû ($ CA)", cents, "CAD 12050"),
        ("Créances", "Reste dû", ["100,50 $ CA", "20,00 $ CA"], "CAD 12050"),
        ("Créances", "Reste dû", ["100,50 $ CA", "(20,00) $ CA"], "CAD 8050"),
        ("Créances", "Reste dû", ["100,50 zł", "20,00 zł"], "PLN 12050"),
        ("Créances (DA)", "Reste dû", cents, "DZD 12050"),
        ("Créances", "Reste dû (DT)", ["1.100,500", "20,000"], "TND 1120500"),
        ("Montants en dinars tunisiens", "Reste dû", ["100,500", "20,000"], "TND 120500"),
        // Shared by several countries: what is taken is said.
        ("Créances (DH)", "Reste dû", cents, "MAD 12050, currency-assumed"),
        ("(Montants en Dirhams)", "Reste dû", cents, "MAD 12050, currency-assumed"),
        ("Société : MATELEC SARL; Monnaie : DH; Page 1", "Reste dû", cents, "MAD 12050, currency-assumed"),
        ("Monnaie : FCFA", "Reste dû", ["1.386.500", "20.000"], "XOF 1406500, currency-assumed"),
        ("Créances", "Reste dû FCFA", ["1 386 500", "20 000"], "XOF 1406500, currency-assumed"),
        ("Créances", "Reste dû", ["1 386 500 F CFA", "20 000 FCFA"], "XOF 1406500, currency-assumed"),
        ("Douala : créances en FCFA", "Reste dû", ["1 386 500", "20 000"], "XAF 1406500, currency-assumed"),
        ("Dubai, receivables (in Dhs)", "Reste dû", cents, "AED 12050, currency-assumed"),
        ("Montants en dinars", "Reste dû", ["1 100,500", "20,000"], "TND 1120500, currency-assumed"),
        ("Montants en dinars", "Reste dû", ["1 100,50", "20,00"], "DZD 112050, currency-assumed"),
        ("Créances", "Reste dû", cents, "EUR 12050, currency-assumed"),
        // The name of a firm names no money.
        ("Garage Dinar et Fils", "Reste dû", cents, "EUR 12050, currency-assumed"),
        ("Créances (FR)", "Reste dû", cents, "EUR 12050, currency-assumed"),
    ] {
        assert_eq!(told(&read(&items(title, heading, amounts), "EUR")), expected, "{title}, {heading}, {amounts:?}");
    }
    for (total, expected) in [
        ("Total général CHF", "CHF 12050"),
        ("TOTAL (DH)", "MAD 12050, currency-assumed"),
        ("Total", "EUR 12050, currency-assumed"),
    ] {
        let text = format!("{}{total};;;;120,50\n", items("Créances", "Reste dû", cents));
        assert_eq!(told(&read(&text, "EUR")), expected, "{total}");
    }
}

#[test]
fn a_column_of_currencies_may_hold_their_names() {
    let text = "Client;N° facture;Date facture;Échéance;Devise;Reste dû\nALPHA;F1;14/03/2026;13/04/2026;FCFA;1 386 500\n\
        BETA;F2;20/04/2026;20/05/2026;DH;20,00\nGAMMA;F3;20/04/2026;20/05/2026;$ CA;30,00\n";
    assert_eq!(told(&read(text, "EUR")), "CAD 3000, MAD 2000, XOF 1386500, currency-assumed");
}

/// The sign of the dollar is that of many countries.
#[test]
fn what_a_file_says_tells_which_dollar_it_means() {
    let dollars = ["100,50 $", "20,00 $"];
    let french = |title: &str, default: &str| told(&read(&items(title, "Reste dû", dollars), default));
    assert_eq!(french("Comptes clients (TVQ 1019876543)", "EUR"), "CAD 12050");
    assert_eq!(french("Comptes clients ($ CA)", "EUR"), "CAD 12050");
    assert_eq!(french("Montants en USD", "EUR"), "USD 12050");
    // In French only Canadians write their dollars so; another currency that a person names counts first.
    assert_eq!(french("Comptes clients", "EUR"), "CAD 12050, currency-assumed");
    assert_eq!(french("Comptes clients", "USD"), "USD 12050, currency-assumed");
    let abroad = items("Comptes clients", "Reste dû", ["100,50 $", "20,00 €"]);
    assert_eq!(told(&read(&abroad, "EUR")), "EUR 2000, USD 10050, currency-assumed");
    let english = |title: &str, default: &str| {
        let text = format!(
            "{title}\nCustomer,Invoice No,Invoice Date,Due Date,Balance Due\nALPHA,F1,2026-03-14,2026-04-13,$100.50\n\
             BETA,F2,2026-04-20,2026-05-20,$20.00\n"
        );
        told(&read(&text, default))
    };
    assert_eq!(english("Receivables", "EUR"), "USD 12050, currency-assumed");
    assert_eq!(english("Receivables", "AUD"), "AUD 12050, currency-assumed");
    assert_eq!(english("ABN 51 824 753 556", "EUR"), "AUD 12050");
    assert_eq!(english("Maple Ltd, Toronto", "EUR"), "CAD 12050, currency-assumed");
    assert_eq!(english("Receivables (USD)", "CAD"), "USD 12050");
}

/// An amount of three decimals in a currency of two is set aside whole, never rounded, and nothing says to round it.
#[test]
fn nothing_is_rounded_to_a_currency_that_was_assumed() {
    let intake = read(&items("Créances", "Reste dû", ["1 100,505", "20,250"]), "EUR");
    assert_eq!(told(&intake), "EUR 2025, too-precise-amount, currency-assumed");
    let said = intake.set_aside[0].sentence(text::Language::En, "a.csv", None);
    assert!(said.contains("dinar") && !said.contains("Round"), "{said}");
    assert_eq!(
        told(&read(&items("Créances", "Reste dû", ["1 100,505", "20,250"]), "TND")),
        "TND 1120755, currency-assumed"
    );
}
