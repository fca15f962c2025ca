//! A hundred thousand rows of twelve columns: printed, and bounded generously so that a slow machine does not fail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code"
)]

mod support;

use intake::{Ledgers, detect, parse};
use std::time::Instant;
use support::{settings, table};
use values::{FileIndex, TableIndex};

#[test]
#[ignore = "measures; run with --ignored --nocapture"]
fn a_hundred_thousand_rows() {
    let mut text =
        "Code client;Raison sociale;Journal;Pièce;Date;Échéance;Libellé;Lettrage;Débit;Crédit;Devise;Téléphone\n"
            .to_owned();
    for row in 0..100_000 {
        let customer = row % 5_000;
        text.push_str(&format!(
            "C{customer:05};Client numéro {customer} SARL;VE;F{row:06};{:02}/{:02}/2025;{:02}/{:02}/2026;Facture n° {row} du mois;{};1 {:03},50;;EUR;01 02 03 04 05\n",
            row % 28 + 1, row % 12 + 1, row % 28 + 1, row % 12 + 1, if row % 3 == 0 { "AA" } else { "" }, row % 1000
        ));
    }
    let table = table(&text);
    let start = Instant::now();
    let detection = detect(&table);
    let detected = start.elapsed();
    let mut ledgers = Ledgers::default();
    let start = Instant::now();
    let mapping = &detection.candidates[0].mapping;
    let intake = parse(&table, FileIndex(0), TableIndex(0), mapping, &settings(), &mut ledgers, &mut |_, _| {});
    println!("detect {detected:?}, parse {:?}, {:?}", start.elapsed(), intake.rows);
    assert_eq!(intake.rows.imported, 100_000);
    assert_eq!(ledgers.build().unwrap()[0].customers().len(), 5_000);
}
