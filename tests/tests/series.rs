//! The figures month after month: on every sample and on random ledgers each month end is the running balance of the
//! books, the last point is the figure of the day, and what moves from age to age adds up.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, MetricsQuery, OpenOptions, SeriesQuery};
use std::path::{Path, PathBuf};
use text::Language;
use values::{Amount, Day};

const SAMPLES: &str = "../../shared/samples";

fn open(path: &Path) -> Option<Session> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let input = InputFile::in_memory(name, std::fs::read(path).ok()?);
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).ok()
}

fn files_of(folder: &str) -> Vec<PathBuf> {
    let root = fixtures::path(&format!("{SAMPLES}/{folder}"));
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Checks a dossier over its whole life; how many points were checked.
fn check(session: &Session, about: &str) -> usize {
    let report = session.import_report(Language::En);
    let Some(last) = report.last_day.filter(|_| report.aged_as_of.is_none()) else { return 0 };
    let query = SeriesQuery { as_of: last, months: Some(60), limits: None, days: None };
    let series = session.series(&query, Language::En).unwrap();
    let balance = session.aged_balance(&AgedBalanceQuery::on(last), Language::En).unwrap();
    let metrics = MetricsQuery { as_of: last, currency: None, days: None };
    let metrics = session.all_metrics(&metrics, Language::En).unwrap();
    for ((of, aged), metrics) in series.currencies.iter().zip(&balance.currencies).zip(&metrics) {
        for point in &of.points {
            assert!(point.ok, "{about} {}", point.day);
            assert_eq!(point.outstanding, point.ledger_balance, "{about} {}", point.day);
            assert_eq!(point.ledger_balance, running_balance(session, of.currency, point.day), "{about}");
        }
        let last = of.points.last().unwrap();
        assert_eq!((last.outstanding, &last.buckets), (aged.total.balance, &aged.total.buckets), "{about}");
        assert_eq!((last.overdue, last.dso), (metrics.overdue, metrics.dso.simple), "{about}");
        for row in &of.migration {
            assert_eq!(row.to.iter().copied().sum::<Amount>() + row.cleared, row.whole, "{about}");
        }
    }
    series.currencies.iter().map(|of| of.points.len()).sum()
}

/// What the account shows on a day, from the aged balance of that day alone.
fn running_balance(session: &Session, currency: values::Currency, day: Day) -> Amount {
    let balance = session.aged_balance(&AgedBalanceQuery::on(day), Language::En).unwrap();
    let of = balance.currencies.iter().find(|of| of.currency == currency).unwrap();
    of.customers.iter().map(|row| row.balance).sum()
}

#[test]
fn every_sample_ties_to_its_books_month_after_month() {
    let folders = ["ar-payments", "ar-xlsx", "exports-fr", "fec"];
    let files: Vec<PathBuf> = folders.iter().flat_map(|folder| files_of(folder)).collect();
    if files.is_empty() {
        println!("skipped: no samples in {SAMPLES}");
        return;
    }
    let checked =
        files.iter().filter_map(|path| open(path).map(|session| check(&session, &path.display().to_string())));
    let points: Vec<usize> = checked.filter(|points| *points > 0).collect();
    println!("{} ledgers, {} month ends", points.len(), points.iter().sum::<usize>());
    assert!(points.len() >= 5, "{points:?}");
}

#[test]
fn a_day_before_the_files_begin_is_refused() {
    let session = open(&fixtures::path("fixtures/g1/ledger.csv")).unwrap();
    let query = AgedBalanceQuery::on("2026-04-14".parse().unwrap());
    let refusal = session.aged_balance(&query, Language::En).unwrap_err();
    assert_eq!(refusal.code, "before-the-files");
    assert!(refusal.message.contains("15 Apr 2026"), "{}", refusal.message);
    let first = AgedBalanceQuery::on("2026-04-15".parse().unwrap());
    let remarks = session.aged_balance(&first, Language::En).unwrap().remarks;
    assert!(matches!(remarks.as_slice(), [later] if later.starts_with("Entries after 15 Apr 2026")), "{remarks:?}");
}

#[test]
fn what_the_files_cannot_tell_of_a_day_is_said() {
    let csv = "Customer;Document;Type;Date;Due date;Debit;Credit\n\
               ALPHA;AN;Opening balance;2026-01-01;;900,00;\n\
               ALPHA;F1;Invoice;2026-01-20;2026-02-19;100,00;\n";
    let input = InputFile::in_memory("ledger.csv", csv.as_bytes().to_vec());
    let session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let said =
        |day: &str| session.aged_balance(&AgedBalanceQuery::on(day.parse().unwrap()), Language::En).unwrap().remarks;
    let early = said("2026-01-31");
    assert!(early.iter().any(|text| text.contains("opening balances")), "{early:?}");
    assert!(!said("2026-03-31").iter().any(|text| text.contains("opening balances")));
}

#[test]
fn ages_that_rest_on_what_a_customer_usually_has_are_counted() {
    let csv = "Customer;Document;Date;Due date;Open amount\n\
               ALPHA;F1;2026-01-20;2026-02-19;100,00\n\
               ALPHA;F2;2026-02-10;2026-03-12;100,00\n\
               ALPHA;F3;2026-03-05;2026-04-04;100,00\n\
               ALPHA;F4;2026-04-01;;250,00\n";
    let input = InputFile::in_memory("items.csv", csv.as_bytes().to_vec());
    let session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let remarks =
        session.aged_balance(&AgedBalanceQuery::on("2026-06-30".parse().unwrap()), Language::En).unwrap().remarks;
    assert_eq!(
        remarks,
        [
            "1\u{a0}open item has no due date written (EUR\u{a0}250.00): its age is counted from the terms the customer usually has."
        ]
    );
}
