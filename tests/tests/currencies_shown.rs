//! Amounts are in the currency that their number formats show, where nothing else says: never two of them in one sum.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use acceptance::hostile::books::xlsx_under;
use intake::{Corrections, Intake, Ledgers, Settings};
use sheet::Limits;
use values::{Currency, FileIndex, TableIndex};

/// Style 0 shows no currency, 1 euros, 2 dollars, 3 days.
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00\\ [$€-40C]\"/>\
    <numFmt numFmtId=\"165\" formatCode=\"[$$-409]0.00\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

/// Open items under these headings of amounts; each row gives its amounts, a style before each (`2:800`).
fn book(headings: &str, rows: &[&str]) -> Vec<u8> {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let heads = ["Code client", "N° facture", "Date facture", "Échéance"];
    let head: String = heads.into_iter().chain(headings.split(' ')).map(text).collect();
    let mut data = format!("<row>{head}</row>");
    for (number, row) in rows.iter().enumerate() {
        let amounts = row.split(' ').filter_map(|amount| amount.split_once(':'));
        let amounts: String = amounts.map(|(style, amount)| format!("<c s=\"{style}\"><v>{amount}</v></c>")).collect();
        let days = "<c s=\"3\"><v>46037</v></c><c s=\"3\"><v>46068</v></c>";
        data += &format!("<row>{}{}{days}{amounts}</row>", text("C1"), text(&format!("F-{number}")));
    }
    xlsx_under(STYLES, &format!("<sheetData>{data}</sheetData>"), "", "", &[])
}

fn read(bytes: &[u8], corrections: Corrections) -> Intake {
    let book = sheet::read(bytes, &Limits::default(), &mut |_, _| {}).unwrap();
    let table = &book.tables[0];
    let best = intake::detect(table).candidates.into_iter().next().unwrap().mapping.with_corrections(corrections);
    let mut ledgers = Ledgers::default();
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    intake::parse(table, FileIndex(0), TableIndex(0), &best, &settings, &mut ledgers, &mut |_, _| {})
}

/// The totals, then what was remarked that is about currencies.
fn told(intake: &Intake) -> String {
    assert!(intake.rows.balanced());
    let totals =
        intake.control_totals.iter().map(|total| format!("{} {}", total.currency.code(), total.computed.minor()));
    let all = intake.set_aside.iter().chain(&intake.diagnostics);
    let codes = all.map(|one| one.kind.code().to_owned()).filter(|code| code.contains("currency"));
    totals.chain(codes).collect::<Vec<_>>().join(", ")
}

#[test]
fn each_row_is_in_the_currency_that_its_amounts_show() {
    let cases: [(&str, &[&str], &str); 6] = [
        ("Montant", &["1:100", "2:800", "1:-30"], "EUR 7000, USD 80000, currency-assumed"),
        ("Montant", &["2:100", "2:800"], "USD 90000, currency-assumed"),
        // What shows none is in the default one, and that is said.
        ("Montant", &["0:100", "1:50", "2:800"], "EUR 15000, USD 80000, currency-assumed, currency-assumed"),
        // A heading counts before what cells show.
        ("Montant_EUR", &["1:100", "2:800"], "EUR 90000"),
        // The other amounts of a row are in the same currency; a zero is in any.
        ("Montant Payé", &["1:100 1:0", "2:800 0:300", "2:5 1:0"], "EUR 10000, USD 50500, currency-assumed"),
        ("Montant Solde", &["1:100 1:100", "2:800 1:700"], "EUR 10000, unknown-currency, currency-assumed"),
    ];
    for (headings, rows, expected) in cases {
        assert_eq!(told(&read(&book(headings, rows), Corrections::default())), expected, "{headings} {rows:?}");
    }
}

#[test]
fn a_row_corrected_stays_in_its_currency() {
    let mut corrections = Corrections::default();
    corrections.put(3, 3, "2026-04-02".to_owned());
    corrections.put(4, 4, "40".to_owned());
    let intake = read(&book("Montant", &["1:100", "2:800", "2:7"]), corrections);
    assert_eq!(told(&intake), "EUR 10000, USD 84000, currency-assumed");
}
