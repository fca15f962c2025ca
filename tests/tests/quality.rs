//! The quality of the data through the whole engine: the score foots, lists are bounded, every row can be shown.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_arithmetic)]

use acceptance::checks;
use engine::{InputFile, Session};
use protocol::{OpenOptions, Quality, QualityQuery, SourceRowQuery};
use text::Language;

const FIXTURES: [(&str, &str); 3] = [
    ("fixtures/quality/ledger.csv", "2026-04-30"),
    ("fixtures/g1/ledger.csv", "2026-09-30"),
    ("fixtures/demo/grand-livre-clients.csv", "2026-05-15"),
];

fn session(path: &str) -> Session {
    let input = InputFile::in_memory("ledger.csv".to_owned(), acceptance::fixtures::bytes(path));
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

fn quality(session: &Session, as_of: &str, rows: Option<u32>) -> Quality {
    session.quality(&QualityQuery { as_of: as_of.parse().unwrap(), rows }, Language::En)
}

#[test]
fn the_score_is_a_hundred_less_its_losses() {
    for (path, as_of) in FIXTURES {
        let session = session(path);
        for of in quality(&session, as_of, None).currencies {
            let tenths = |points: f64| (points * 10.0).round() as i64;
            let lost: i64 = of.criteria.iter().map(|criterion| tenths(criterion.lost)).sum();
            assert_eq!(tenths(of.score), 1_000 - lost, "{path}");
            assert_eq!(of.criteria.iter().map(|criterion| criterion.weight).sum::<u32>(), 100);
            for criterion in &of.criteria {
                // Every lost point leads to rows.
                let rows = of.findings.iter().filter(|finding| criterion.findings.contains(&finding.code));
                assert!(
                    criterion.lost == 0.0 || rows.flat_map(|finding| &finding.evidence).count() > 0,
                    "{path} {}",
                    criterion.code
                );
            }
            for lost in of
                .files
                .iter()
                .map(|file| (file.score, &file.lost))
                .chain(of.customers.iter().map(|one| (one.score, &one.lost)))
            {
                assert_eq!(tenths(lost.0), 1_000 - lost.1.iter().map(|loss| tenths(loss.lost)).sum::<i64>(), "{path}");
            }
        }
    }
}

#[test]
fn every_row_named_can_be_shown() {
    let mut shown = 0;
    for (path, as_of) in FIXTURES {
        let session = session(path);
        for finding in quality(&session, as_of, None).currencies.iter().flat_map(|of| &of.findings) {
            assert!(
                !finding.title.is_empty() && !finding.text.is_empty() && !finding.advice.is_empty(),
                "{}",
                finding.code
            );
            assert_ne!(finding.title, finding.code, "a finding without its words");
            assert!(finding.evidence.len() as u32 <= finding.count && !finding.evidence.is_empty(), "{}", finding.code);
            for evidence in &finding.evidence {
                let query =
                    SourceRowQuery { file: evidence.file.clone(), sheet: evidence.sheet.clone(), row: evidence.row };
                let row = session.source_row(&query, Language::En).unwrap();
                assert!(row.cells.iter().any(|cell| cell.value == evidence.customer), "{evidence:?}");
                shown += 1;
            }
        }
    }
    assert!(shown > 30, "{shown}");
}

#[test]
fn lists_are_bounded_and_counts_are_whole() {
    let session = session("fixtures/quality/ledger.csv");
    let (whole, one) = (quality(&session, "2026-04-30", None), quality(&session, "2026-04-30", Some(1)));
    for (whole, one) in whole.currencies[0].findings.iter().zip(&one.currencies[0].findings) {
        assert_eq!((&whole.code, whole.count, whole.amount), (&one.code, one.count, one.amount));
        assert_eq!(one.evidence[..], whole.evidence[..1]);
    }
    assert_eq!(one.currencies[0].customers.len(), 1);
    assert_eq!(one.currencies[0].customers_with_losses, whole.currencies[0].customers_with_losses);
}

#[test]
fn the_fixture_has_every_finding_it_was_made_for() {
    let answer = checks::answer("quality fixtures/quality/ledger.csv --as-of 2026-04-30");
    let found: Vec<&str> = answer["currencies"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    for code in [
        "due-date-missing",
        "due-date-estimated",
        "due-before-invoice",
        "unlikely-year",
        "item-twice",
        "item-near",
        "number-other-customer",
        "customer-twice",
        "no-usable-channel",
        "email-typo",
        "phone-wrong",
        "address-incomplete",
        "company-number-wrong",
        "stale",
        "group-unbalanced",
        "group-across-customers",
        "group-single",
        "group-partial",
        "credit-balance",
        "credits-to-apply",
        "small-residual",
    ] {
        assert!(found.contains(&code), "{code} is not in {found:?}");
    }
}
