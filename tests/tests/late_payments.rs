//! The table of late payments (D441-6): the worked example of the handbook, without VAT, disputed items, legal terms.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::float_arithmetic)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{LateBand, LatePaymentsOfCurrency, LatePaymentsQuery, OpenOptions};
use text::Language;
use values::Amount;

fn open(bytes: Vec<u8>) -> Session {
    let input = InputFile::in_memory("ledger.csv", bytes);
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

fn query(as_of: &str) -> LatePaymentsQuery {
    LatePaymentsQuery { as_of: as_of.parse().unwrap(), turnover: None, currency: None, vat_rate_percent: None }
}

fn only(session: &Session, query: &LatePaymentsQuery) -> LatePaymentsOfCurrency {
    let mut tables = session.late_payments(query, Language::En).unwrap().currencies;
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

/// `band invoices amount share`, in whole units and hundredths of a percent.
fn lines(bands: &[LateBand]) -> Vec<String> {
    let line = |band: &LateBand| {
        let share = band.share.map_or("-".to_owned(), |share| format!("{:.2}", share * 100.0));
        format!("{} {} {} {share}", band.band, band.invoices, band.amount.minor() / 100)
    };
    bands.iter().map(line).collect()
}

#[test]
fn the_worked_example_of_the_handbook() {
    let session = open(fixtures::bytes("fixtures/g1/ledger.csv"));
    let table = only(&session, &query("2026-09-30"));
    assert_eq!((table.turnover, table.turnover_source.as_str()), (Some(Amount::from_minor(6_000_000)), "ledger"));
    let unpaid = lines(&table.unpaid);
    assert_eq!(
        unpaid[1..],
        ["1-30 2 13200 22.00", "31-60 0 0 0.00", "61-90 1 1400 2.33", "91+ 2 8400 14.00", "total 5 23000 38.33"]
    );
    assert_eq!(unpaid[0], "0 3 16200 27.00");
    assert_eq!((table.agreed, table.legal, table.disputed.invoices), (8, 0, 0));
}

#[test]
fn amounts_without_vat_follow_the_rate_and_the_turnover_typed() {
    let session = open(fixtures::bytes("fixtures/g1/ledger.csv"));
    let mut query = query("2026-09-30");
    query.vat_rate_percent = Some("20".to_owned());
    let of_ledger = only(&session, &query);
    assert_eq!(of_ledger.turnover, Some(Amount::from_minor(5_000_000)));
    query.turnover = Some(Amount::from_minor(10_000_000));
    let typed = only(&session, &query);
    // 13,200 with VAT is 11,000 without: 22 % of 50,000 and 11 % of 100,000.
    assert_eq!(lines(&of_ledger.unpaid)[1], "1-30 2 11000 22.00");
    assert_eq!((lines(&typed.unpaid)[1].as_str(), typed.turnover_source.as_str()), ("1-30 2 11000 11.00", "entered"));
    query.vat_rate_percent = Some("much".to_owned());
    assert_eq!(session.late_payments(&query, Language::En).unwrap_err().code, "vat-rate");
}

#[test]
fn disputed_items_are_left_out_and_disclosed_and_late_payments_counted() {
    let session = open(
        "Customer;Account;Document;Type;Date;Due date;Debit;Credit;Matching;Dispute\n\
         A;411000;F1;Invoice;2026-01-10;2026-02-09;100.00;;AA;\n\
         A;411000;R1;Payment;2026-04-20;;;100.00;AA;\n\
         A;411000;F2;Invoice;2026-03-01;2026-03-31;200.00;;AB;\n\
         A;411000;R2;Payment;2026-03-31;;;200.00;AB;\n\
         C;411000;F3;Invoice;2026-04-01;;300.00;;;\n\
         A;411000;F4;Invoice;2026-04-01;2026-05-01;400.00;;;yes\n\
         B;416000;F5;Invoice;2026-04-01;2026-05-01;500.00;;;\n\
         B;411000;F6;Invoice;2026-06-30;2026-07-30;600.00;;;\n"
            .as_bytes()
            .to_vec(),
    );
    let table = only(&session, &query("2026-06-30"));
    // What stands in 416 was not sold there: it is no part of the turnover. F3 has no due date, and its customer no habit: the legal thirty days end on 1 May, sixty days before closing.
    assert_eq!(lines(&table.unpaid)[..3], ["0 1 600 37.50", "1-30 0 0 0.00", "31-60 1 300 18.75"]);
    assert_eq!((table.disputed.invoices, table.disputed.amount), (2, Amount::from_minor(90_000)));
    assert_eq!((table.agreed, table.legal), (1, 1));
    // F1 was paid 70 days late; F2 on its very day.
    let paid = lines(table.paid_late.as_deref().unwrap());
    assert_eq!(paid[3..], ["61-90 1 100 6.25", "91+ 0 0 0.00", "total 1 100 6.25"]);
    assert_eq!((table.issued.invoices, table.issued.amount), (5, Amount::from_minor(160_000)));
}
