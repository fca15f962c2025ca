//! Ledgers of periods that follow one another, each of which opens with a balance brought forward in its running balance
//! alone: what another file already told counts once, what no other file tells counts, and both are said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use acceptance::checks;
use serde_json::Value;

const DIR: &str = "fixtures/periods";

fn paths(files: &[&str]) -> String {
    files.iter().map(|file| format!("{DIR}/{file}.csv")).collect::<Vec<_>>().join(" ")
}

/// Balances by customer on the last day of 2026, in cents.
fn balances(files: &[&str]) -> Vec<(String, i64)> {
    let aged = checks::answer(&format!("aged-balance {} --as-of 2026-12-31", paths(files)));
    let rows = aged["currencies"][0]["customers"].as_array().unwrap();
    let row = |row: &Value| (row["customer"].as_str().unwrap().to_owned(), row["balance"].as_i64().unwrap());
    rows.iter().map(row).filter(|(_, cents)| *cents != 0).collect()
}

fn report(files: &[&str]) -> Value {
    checks::answer(&format!("import {} --lang en", paths(files)))
}

fn said(report: &Value, code: &str) -> Vec<String> {
    let all = report["diagnostics"].as_array().unwrap().iter();
    all.filter(|remark| remark["code"] == code).map(|remark| remark["text"].as_str().unwrap().to_owned()).collect()
}

fn of(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter().map(|(customer, cents)| ((*customer).to_owned(), *cents)).collect()
}

const T2: &str = "grand-livre-t2";
const T3: &str = "grand-livre-t3";
const T4: &str = "grand-livre-t4";

#[test]
fn what_the_period_before_already_told_counts_once() {
    let at_end_of_t3 = of(&[("411ALPHA", 900_000), ("411BETA", 125_050), ("411GAMMA", 48_000)]);
    for files in [[T2, T3], [T3, T2]] {
        assert_eq!(balances(&files), at_end_of_t3, "{files:?}");
        let report = report(&files);
        let joined = said(&report, "years-joined");
        assert!(joined.len() == 1 && joined[0].contains("(EUR\u{a0}10,080.00) repeat"), "{joined:?}");
        assert!(joined[0].contains("grand-livre-t3.csv"), "{joined:?}");
        // Six rows move money, the two brought forward repeat; both totals are met.
        assert_eq!((&report["rows"]["imported"], &report["rows"]["setAside"]), (&6.into(), &2.into()));
        let total = &report["controlTotals"][0];
        assert_eq!((&total["stated"], &total["computed"]), (&1_073_050.into(), &1_073_050.into()));
    }
    let items = checks::answer(&format!("open-items {} --as-of 2026-12-31", paths(&[T2, T3])));
    let invoice = items["items"].as_array().unwrap().iter().find(|item| item["document"] == "F02").unwrap();
    assert_eq!((&invoice["dueDay"], &invoice["residual"]), (&"2026-08-31".into(), &960_000.into()));
    // Three quarters are one ledger, whatever the order of the files.
    let at_end_of_t4 = of(&[("411BETA", 125_050), ("411ZETA", 70_000)]);
    for files in [[T2, T3, T4], [T4, T2, T3], [T3, T4, T2]] {
        assert_eq!(balances(&files), at_end_of_t4, "{files:?}");
        assert_eq!(said(&report(&files), "years-joined").len(), 2, "{files:?}");
    }
}

#[test]
fn what_no_other_file_told_before_counts_as_an_opening() {
    let alone = of(&[("411ALPHA", 900_000), ("411BETA", 125_050), ("411GAMMA", 48_000)]);
    assert_eq!(balances(&[T3]), alone);
    // The later quarter already has these customers: the balances of the first one are still its own.
    for files in [[T3, T4], [T4, T3]] {
        assert_eq!(balances(&files), of(&[("411BETA", 125_050), ("411ZETA", 70_000)]), "{files:?}");
        let assumed = said(&report(&files), "opening-day-assumed");
        assert!(assumed.iter().any(|text| text.contains(T3)), "{assumed:?}");
    }
    // So has a list of items, which tells nothing of any period.
    for files in [["autres-postes", T3], [T3, "autres-postes"]] {
        let with = of(&[("411ALPHA", 910_000), ("411BETA", 125_050), ("411GAMMA", 50_000)]);
        assert_eq!(balances(&files), with, "{files:?}");
        assert_eq!(said(&report(&files), "years-joined"), Vec::<String>::new(), "{files:?}");
    }
}

#[test]
fn a_balance_that_is_not_what_the_period_before_left_is_said_and_the_later_books_win() {
    let read = |file: &str| String::from_utf8(acceptance::fixtures::bytes(&format!("{DIR}/{file}.csv"))).unwrap();
    // GAMMA's balance brought forward is 20.00 more than what the quarter before left.
    let changed = read(T3).replace("480,00", "500,00").replace("10 730,50", "10 750,50");
    let files = [("t2.csv", read(T2)), ("t3.csv", changed)];
    let inputs = files.map(|(name, text)| engine::InputFile::in_memory(name, text.into_bytes()));
    let options = protocol::OpenOptions::default();
    let session = engine::Session::open(inputs.into(), &options, text::Language::En, &mut |_| {}).unwrap();
    let report = serde_json::to_value(session.import_report(text::Language::En)).unwrap();
    let differs = said(&report, "opening-differs");
    assert!(differs.len() == 1 && differs[0].contains("EUR\u{a0}20.00"), "{differs:?}");
    assert_eq!(report["controlTotals"][0]["computed"], 1_075_050);
}

#[test]
fn a_ledger_that_begins_before_another_ends_is_said_where_both_know_a_customer() {
    let read = |file: &str| String::from_utf8(acceptance::fixtures::bytes(&format!("{DIR}/{file}.csv"))).unwrap();
    let opened = |third: &str| {
        let files = [("t3.csv", read(T3)), ("t4.csv", third.to_owned())];
        let inputs = files.map(|(name, text)| engine::InputFile::in_memory(name, text.into_bytes()));
        let options = protocol::OpenOptions::default();
        let session = engine::Session::open(inputs.into(), &options, text::Language::En, &mut |_| {}).unwrap();
        serde_json::to_value(session.import_report(text::Language::En)).unwrap()
    };
    // It begins in September, where the third quarter goes on.
    let early = read(T4).replace("01/10/26", "05/09/26");
    let overlap = said(&opened(&early), "years-overlap");
    assert!(overlap.len() == 1 && overlap[0].starts_with("t4.csv"), "{overlap:?}");
    let others = early.replace("411ALPHA", "411A").replace("411BETA", "411B").replace("411GAMMA", "411G");
    assert_eq!(said(&opened(&others), "years-overlap"), Vec::<String>::new());
}
