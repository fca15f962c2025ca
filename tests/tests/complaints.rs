//! What users of other programs complain about in aged balances, with the figures they give (features.md U1 to U12).
//! Each is a ledger as it would be dropped, and the lines a person should see.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, AgedRow, Basis, CreditMode, OpenItemsQuery, OpenOptions};
use text::Language;
use values::{Amount, Day};

const LEDGER: &str = "Customer;Document;Type;Date;Due date;Debit;Credit;Matching";

fn open(heading: &str, rows: &str) -> Session {
    let mut text = format!("{heading}\n");
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        text = text + row + "\n";
    }
    let input = InputFile::in_memory("ledger.csv", text.into_bytes());
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn on(day: &str) -> AgedBalanceQuery {
    AgedBalanceQuery::on(day.parse().unwrap())
}

fn units(amounts: &[Amount]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.minor() / 100).collect()
}

/// Not due, the buckets, without due date, credits apart: whole units. Every balance is checked against the ledger.
fn figures(session: &Session, query: &AgedBalanceQuery) -> (i64, Vec<i64>, i64, i64) {
    let row = total(session, query);
    (row.not_due.minor() / 100, units(&row.buckets), row.no_due_date.minor() / 100, row.unallocated.minor() / 100)
}

fn total(session: &Session, query: &AgedBalanceQuery) -> AgedRow {
    let balance = session.aged_balance(query, Language::En).unwrap();
    let [currency] = &balance.currencies[..] else { panic!("{balance:?}") };
    assert!(currency.control.ok, "{:?}", currency.control);
    let customers: Amount = currency.customers.iter().map(|row| row.balance).sum();
    assert_eq!(customers, currency.control.ledger_balance);
    currency.total.clone()
}

/// Document, due day and what remains of each open item.
fn items(session: &Session, day: &str) -> Vec<String> {
    let as_of: Day = day.parse().unwrap();
    let query = OpenItemsQuery { as_of, customer: None, sort: Some("due-day".to_owned()), offset: None, limit: None };
    let page = session.open_items(&query, Language::En).unwrap();
    let item = |item: &protocol::OpenItem| {
        let due = item.due_day.map_or("-".to_owned(), |due| due.to_string());
        format!("{} {due} {}", item.document, item.residual.minor() / 100)
    };
    page.items.iter().map(item).collect()
}

#[test]
fn u1_every_item_stands_in_exactly_one_column() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;1000,00;;
         ALPHA;F2;Invoice;2026-03-01;2026-04-30;500,00;;
         BETA;F3;Invoice;2026-03-10;;200,00;;
         BETA;P1;Payment;2026-03-20;;;50,00;",
    );
    assert_eq!(figures(&session, &on("2026-03-31")), (500, vec![0, 1_000, 0, 0], 200, -50));
}

#[test]
fn u2_what_has_no_due_date_is_counted_never_dropped() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;1000,00;;
         ALPHA;OD7;Journal;2026-01-15;;300,00;;
         ALPHA;AC1;Payment;2026-01-20;;;120,00;",
    );
    assert_eq!(figures(&session, &on("2026-03-31")), (0, vec![0, 1_000, 0, 0], 300, -120));
    let by_invoice = AgedBalanceQuery { basis: Some(Basis::InvoiceDate), ..on("2026-03-31") };
    assert_eq!(figures(&session, &by_invoice), (0, vec![0, 0, 1_300, 0], 0, -120));
}

#[test]
fn u3_a_credit_note_stays_in_the_balance_and_clears_what_it_is_matched_with() {
    let session = open(
        LEDGER,
        "ALPHA;A-1;Invoice;2026-01-10;2026-02-10;100,00;;
         ALPHA;B-1;Invoice;2026-01-12;2026-02-12;100,00;;AA
         ALPHA;CN-1;Credit note;2026-01-20;;;100,00;AA",
    );
    assert_eq!(items(&session, "2026-03-31"), ["A-1 2026-02-10 100"]);
    let alone = open(
        LEDGER,
        "ALPHA;A-1;Invoice;2026-01-10;2026-02-10;100,00;;
         ALPHA;CN-2;Credit note;2026-01-20;;;30,00;",
    );
    assert_eq!(figures(&alone, &on("2026-03-31")), (0, vec![0, 100, 0, 0], 0, -30));
}

#[test]
fn u4_each_instalment_has_its_own_due_date() {
    let paid = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-31;2026-02-28;15000,00;;AB
         ALPHA;F1;Invoice;2026-01-31;2026-03-31;15000,00;;AB
         ALPHA;AV1;Payment;2026-01-15;;;15000,00;AB
         ALPHA;R1;Payment;2026-03-10;;;8500,00;AB",
    );
    assert_eq!(items(&paid, "2026-04-15"), ["F1 2026-03-31 6500"]);
    let three = open(
        LEDGER,
        "ALPHA;F9;Invoice;2018-10-27;2018-11-26;27000,00;;
         ALPHA;F9;Invoice;2018-10-27;2018-12-26;27000,00;;
         ALPHA;F9;Invoice;2018-10-27;2019-01-25;36000,00;;",
    );
    let row = total(&three, &on("2018-11-28"));
    assert_eq!(units(&row.buckets), [27_000, 0, 0, 0]);
    assert_eq!((row.not_due.minor() / 100, row.oldest_days_late), (63_000, Some(2)));
    assert_eq!(units(&row.to_come), [27_000, 36_000, 0, 0]);
}

#[test]
fn u5_what_is_not_due_is_no_late_column() {
    let session = open(
        "Customer;Document;Date;Due date;Amount",
        "ALPHA;F1;01/12/2017;15/01/2018;500,00
         ALPHA;F2;01/12/2017;15/12/2017;1000,00
         ALPHA;F3;01/11/2017;15/11/2017;2000,00
         ALPHA;F4;01/10/2017;15/10/2017;4000,00
         ALPHA;F5;01/09/2017;15/09/2017;8000,00
         ALPHA;F6;30/06/2017;15/08/2017;160000,00",
    );
    let query = AgedBalanceQuery { limits: Some(vec![30, 60, 90, 120]), ..on("2017-12-31") };
    assert_eq!(figures(&session, &query), (500, vec![1_000, 2_000, 4_000, 8_000, 160_000], 0, 0));
}

#[test]
fn u6_payments_before_the_due_date_leave_the_rest_in_its_own_column() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;30/11/2016;28/02/2017;10000,00;;A
         ALPHA;P1;Payment;09/11/2016;;;1500,00;A
         ALPHA;P2;Payment;30/11/2016;;;1000,00;A
         ALPHA;P3;Payment;30/01/2017;;;2000,00;A",
    );
    let query = on("2017-04-04");
    assert_eq!(figures(&session, &query), (0, vec![0, 5_500, 0, 0], 0, 0));
    assert_eq!(total(&session, &query).oldest_days_late, Some(35));
}

#[test]
fn u7_a_part_payment_counts_once() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;;aa
         ALPHA;P1;Payment;2026-02-20;;;20,00;aa
         ALPHA;F2;Invoice;2026-01-11;2026-02-11;70,00;;AB
         ALPHA;P2;Payment;2026-02-21;;;70,00;AB",
    );
    assert_eq!(items(&session, "2026-03-31"), ["F1 2026-02-10 80"]);
}

#[test]
fn u8_a_past_day_shows_what_was_open_then() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;;AA
         ALPHA;P1;Payment;2026-04-05;;;100,00;AA
         BETA;F2;Invoice;2026-02-10;2026-03-12;40,00;;",
    );
    assert_eq!(figures(&session, &on("2026-03-31")), (0, vec![40, 100, 0, 0], 0, 0));
    assert_eq!(figures(&session, &on("2026-04-30")), (0, vec![0, 40, 0, 0], 0, 0));
}

#[test]
fn u9_payments_after_the_day_pay_nothing_yet() {
    let session = open(
        LEDGER,
        "ALPHA;P0;Payment;2026-02-15;;;1000,00;
         ALPHA;F1;Invoice;2026-03-05;2026-03-05;10000,00;;AA
         ALPHA;F2;Invoice;2026-03-06;2026-03-06;10000,00;;AA
         ALPHA;F3;Invoice;2026-03-07;2026-03-07;10000,00;;AA
         ALPHA;F4;Invoice;2026-03-08;2026-03-08;10000,00;;AA
         ALPHA;F5;Invoice;2026-03-09;2026-03-09;10000,00;;AA
         ALPHA;F6;Invoice;2026-04-10;2026-04-10;100000,00;;
         ALPHA;P1;Payment;2026-05-12;;;49000,00;AA",
    );
    let own_line =
        AgedBalanceQuery { basis: Some(Basis::InvoiceDate), credits: Some(CreditMode::OwnLine), ..on("2026-04-30") };
    assert_eq!(figures(&session, &own_line), (0, vec![100_000, 50_000, -1_000, 0], 0, 0));
}

#[test]
fn u10_both_dates_age_and_give_one_total() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-03-11;100,00;;
         ALPHA;F2;Invoice;2026-02-10;2026-04-11;40,00;;",
    );
    let by_invoice = AgedBalanceQuery { basis: Some(Basis::InvoiceDate), ..on("2026-03-31") };
    assert_eq!(figures(&session, &on("2026-03-31")), (40, vec![100, 0, 0, 0], 0, 0));
    assert_eq!(figures(&session, &by_invoice), (0, vec![0, 40, 100, 0], 0, 0));
}

#[test]
fn u11_drafts_are_no_part_of_the_balance_and_are_counted() {
    let session = open(
        "Customer;Document;Date;Due date;Amount;Status",
        "ALPHA;F1;2026-01-10;2026-02-10;100,00;Posted
         ALPHA;F2;2026-01-11;2026-02-11;40,00;Draft
         ALPHA;F3;2026-01-12;2026-02-12;7,00;Posted",
    );
    assert_eq!(figures(&session, &on("2026-03-31")), (0, vec![0, 107, 0, 0], 0, 0));
    let report = session.import_report(Language::En);
    assert_eq!((report.rows.imported, report.rows.set_aside), (2, 1));
    assert_eq!(report.set_aside[0].at.as_ref().unwrap().row, 3);
}

#[test]
fn u12_one_to_twelve_limits_and_any_day() {
    let session = open(LEDGER, "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;;");
    let limits: Vec<u32> = (1..=12).map(|step| step * 15).collect();
    let query = AgedBalanceQuery { limits: Some(limits), ..on("2026-03-31") };
    let (_, buckets, ..) = figures(&session, &query);
    assert_eq!((buckets.len(), buckets[3]), (13, 100));
    for wrong in [vec![], vec![30, 15], (1..=13).collect()] {
        let query = AgedBalanceQuery { limits: Some(wrong), ..on("2026-03-31") };
        assert_eq!(session.aged_balance(&query, Language::En).unwrap_err().code, "limits");
    }
}

/// One invoice of 100 due first, one of 50 named by the credit: each treatment moves columns, none moves the total.
#[test]
fn credits_have_four_treatments_and_one_total() {
    let session = open(
        LEDGER,
        "ALPHA;F1;Invoice;2026-01-10;2026-01-20;100,00;;
         ALPHA;F2;Invoice;2026-02-10;2026-03-20;50,00;;
         ALPHA;F2;Credit note;2026-02-20;2026-02-20;;60,00;",
    );
    let with = |credits| figures(&session, &AgedBalanceQuery { credits: Some(credits), ..on("2026-03-31") });
    assert_eq!(with(CreditMode::Apart), (0, vec![50, 0, 100, 0], 0, -60));
    assert_eq!(with(CreditMode::OwnLine), (0, vec![50, -60, 100, 0], 0, 0));
    assert_eq!(with(CreditMode::OldestFirst), (0, vec![50, 0, 40, 0], 0, 0));
    assert_eq!(with(CreditMode::SameReference), (0, vec![0, 0, 100, 0], 0, -10));
}

/// A cent too little is tolerated where a person says so, never hidden, and never where nothing was paid.
#[test]
fn residues_are_set_apart_only_when_asked_and_always_told() {
    let text = format!(
        "{LEDGER}\nALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;;AA\nALPHA;P1;Payment;2026-02-10;;;99,97;AA\n\
         ALPHA;F2;Invoice;2026-01-11;2026-02-11;0,03;;\n"
    );
    let read = |tolerance: i64| {
        let options = OpenOptions { tolerance: Some(Amount::from_minor(tolerance)), ..OpenOptions::default() };
        let input = InputFile::in_memory("ledger.csv", text.clone().into_bytes());
        Session::open(vec![input], &options, Language::En, &mut |_| {})
    };
    let row = |session: &Session| {
        let balance = session.aged_balance(&on("2026-03-31"), Language::En).unwrap();
        let of = balance.currencies[0].clone();
        assert!(of.control.ok, "{:?}", of.control);
        (of.total.balance.minor(), of.total.items, of.control.tolerated.minor(), of.control.tolerated_items)
    };
    assert_eq!(row(&read(0).unwrap()), (6, 2, 0, 0));
    assert_eq!(row(&read(5).unwrap()), (3, 1, 3, 1));
    assert_eq!(row(&read(2).unwrap()), (6, 2, 0, 0));
    assert_eq!(read(1_001).err().unwrap().code, "tolerance");
}
