//! The findings through the whole engine: words of every check, order, rows that can be shown, a clean ledger, and the
//! sample ledgers of other programs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use audit::{CHECKS, Thing};
use engine::{InputFile, Session};
use protocol::{Finding, FindingsQuery, OpenOptions, SourceRowQuery};
use std::collections::BTreeSet;
use text::Language;
use values::{Amount, Currency};

fn open(name: &str, bytes: Vec<u8>) -> Session {
    let input = InputFile::in_memory(name, bytes);
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
}

fn session(path: &str) -> Session {
    open("ledger.csv", fixtures::bytes(path))
}

fn findings(session: &Session, as_of: &str) -> Vec<Finding> {
    let query = FindingsQuery { as_of: as_of.parse().unwrap(), rows: None };
    session.findings(&query, Language::En).unwrap()
}

/// Title, a sentence with a number and an amount, advice: what each check says in each language.
#[test]
fn every_check_has_its_words_in_both_languages() {
    for language in [Language::Fr, Language::En] {
        let mut words = String::new();
        let mut titles = BTreeSet::new();
        for check in CHECKS {
            let thing = match check.thing {
                Thing::Entries => "entries",
                Thing::Customers => "customers",
                Thing::Groups => "groups",
                Thing::Ranges => "ranges",
            };
            let (title, advice) = (language.finding_title(check.code), language.finding_advice(check.code));
            let amount = Some(Amount::from_minor(123_456));
            let text = language.finding_text(check.code, thing, 2, amount, Currency::EUR);
            assert!(title != check.code && titles.insert(title.clone()), "{}: {title}", check.code);
            assert!(advice.ends_with('.') && text.ends_with('.'), "{}: {text} {advice}", check.code);
            words.push_str(&format!(
                "{} [{:?}, {:?}] {title}\n  {text}\n  {advice}\n",
                check.code, check.severity, check.family
            ));
        }
        fixtures::assert_same(&format!("golden/findings/words.{}.txt", language.code()), &words, "UPDATE_GOLDEN");
    }
}

#[test]
fn a_clean_ledger_has_nothing_to_report() {
    assert_eq!(findings(&session("fixtures/findings/clean.csv"), "2026-06-30"), []);
}

#[test]
fn findings_are_sorted_by_severity_then_amount() {
    let found = findings(&session("fixtures/findings/sown.csv"), "2026-06-30");
    assert!(found.len() >= 20, "{}", found.len());
    let order = ["high", "medium", "low", "info"];
    let keys: Vec<(usize, Amount)> = found
        .iter()
        .map(|finding| {
            let severity = order.iter().position(|severity| *severity == finding.severity).unwrap();
            (severity, -finding.amount.unwrap_or(Amount::ZERO))
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
}

#[test]
fn every_row_of_evidence_can_be_shown() {
    let ledgers = [
        ("fixtures/findings/sown.csv", "2026-06-30"),
        ("fixtures/g1/ledger.csv", "2026-09-30"),
        ("fixtures/demo/grand-livre-clients.csv", "2026-09-30"),
    ];
    for (path, as_of) in ledgers {
        let session = session(path);
        for finding in findings(&session, as_of) {
            assert!(finding.evidence.len() as u32 <= finding.count.min(20) && !finding.evidence.is_empty());
            assert_eq!(finding.amount.is_some(), finding.currency.is_some());
            for evidence in &finding.evidence {
                let query =
                    SourceRowQuery { file: evidence.file.clone(), sheet: evidence.sheet.clone(), row: evidence.row };
                let row = session.source_row(&query, Language::En).unwrap();
                assert!(row.cells.iter().any(|cell| cell.value == evidence.customer), "{evidence:?}");
            }
        }
    }
}

/// Ledgers nobody here wrote: what a sceptical reader would laugh at must not come back.
#[test]
fn the_samples_raise_no_alarm_that_a_reader_would_laugh_at() {
    let samples = [
        ("fec/111111111FEC20221231.TXT", "2023-06-30", &["item-twice", "item-near", "number-other-customer"][..]),
        ("fec/istea_123456789FEC20201231.txt", "2021-06-30", &["numbering-gap", "terms-over-ceiling"]),
        ("ar-payments/ibm_30_customers.csv", "2013-12-31", &["holiday-posting", "numbering-gap", "round-amount"]),
        ("ar-xlsx/ar-aging-report.xlsx", "2026-06-30", &["first-invoice-late", "terms-over-ceiling", "numbering-gap"]),
        ("ar-xlsx/ar-aging-report.xlsx", "2025-06-30", &["unlikely-year"]),
        ("ar-xlsx/receivables_small.xlsx", "2025-12-31", &["numbering-gap"]),
    ];
    for (path, as_of, absent) in samples {
        let Ok(bytes) = std::fs::read(fixtures::path(&format!("../../shared/samples/{path}"))) else {
            println!("skipped: no sample {path}");
            continue;
        };
        let found = findings(&open(path.rsplit('/').next().unwrap(), bytes), as_of);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
        for code in absent {
            assert!(!codes.contains(code), "{path}: {code} in {codes:?}");
        }
    }
}
