//! Matches are proposed with their reason, applied only on approval, and taken back.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, MatchesQuery, OpenOptions};
use text::Language;
use values::{Amount, Day};

const HEADING: &str = "Customer;Document;Type;Date;Due date;Debit;Credit";

fn open(rows: &str) -> Session {
    let mut text = format!("{HEADING}\n");
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        text = text + row + "\n";
    }
    let input = InputFile::in_memory("ledger.csv", text.into_bytes());
    Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn day() -> Day {
    "2026-06-30".parse().unwrap()
}

fn query() -> MatchesQuery {
    MatchesQuery { as_of: day(), customer: None }
}

/// Rule, score, documents of both sides, what would be left.
fn proposed(session: &Session) -> Vec<String> {
    let matches = session.matches(&query(), Language::En).unwrap();
    let documents = |entries: &[protocol::MatchEntry]| {
        entries.iter().map(|entry| entry.document.clone()).collect::<Vec<_>>().join("+")
    };
    let lines = matches.proposals.iter().map(|one| {
        format!(
            "{} {} {} <- {} left {}",
            one.rule,
            one.score,
            documents(&one.debits),
            documents(&one.credits),
            one.left
        )
    });
    lines.collect()
}

#[test]
fn each_rule_in_its_turn() {
    let cases = [
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;40,00;
             ALPHA;F2;Credit note;2026-02-01;;;40,00",
            "same-reference 100 F2 <- F2 left 0",
        ),
        (
            "ALPHA;FA2026-118;Invoice;2026-01-10;2026-02-10;100,00;
             ALPHA;FA2026-119;Invoice;2026-01-11;2026-02-11;40,00;
             ALPHA;VIR FA2026-119;Payment;2026-02-20;;;30,00",
            "reference-within 65 FA2026-119 <- VIR FA2026-119 left 1000",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;40,00;
             ALPHA;P9;Payment;2026-02-20;;;40,00",
            "exact-amount 90 F2 <- P9 left 0",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;40,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;40,00;
             ALPHA;P9;Payment;2026-02-20;;;40,00",
            "exact-amount 75 F1 <- P9 left 0",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;40,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;41,00;
             ALPHA;F3;Invoice;2026-05-11;2026-06-11;45,00;
             ALPHA;P9;Payment;2026-02-20;;;81,00",
            "all-open 85 F1+F2 <- P9 left 0",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;40,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;41,00;
             ALPHA;F3;Invoice;2026-01-12;2026-02-12;45,00;
             ALPHA;P9;Payment;2026-02-20;;;86,00",
            "several-debits 80 F2+F3 <- P9 left 0",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
             ALPHA;P1;Payment;2026-02-20;;;30,00
             ALPHA;P2;Payment;2026-03-20;;;70,00",
            "several-credits 80 F1 <- P1+P2 left 0",
        ),
        (
            "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
             ALPHA;F2;Invoice;2026-01-11;2026-02-11;55,00;
             ALPHA;P1;Payment;2026-02-20;;;30,00",
            "oldest-first 30 F1 <- P1 left 7000",
        ),
    ];
    for (rows, expected) in cases {
        assert_eq!(proposed(&open(rows)), [expected]);
    }
}

#[test]
fn nothing_is_matched_with_a_payment_made_before_it_or_with_another_customer() {
    let session = open(
        "ALPHA;F1;Invoice;2026-03-10;2026-04-10;40,00;
         BETA;P1;Payment;2026-04-20;;;40,00",
    );
    assert_eq!(proposed(&session), [""; 0]);
    let early = open(
        "ALPHA;F1;Invoice;2026-03-10;2026-04-10;40,00;
         ALPHA;P1;Payment;2026-02-20;;;40,00",
    );
    assert_eq!(proposed(&early), ["oldest-first 30 F1 <- P1 left 0"]);
}

#[test]
fn approval_applies_and_is_taken_back() {
    let mut session = open(
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
         ALPHA;F2;Invoice;2026-01-11;2026-02-11;40,00;
         ALPHA;P9;Payment;2026-02-20;;;40,00
         ALPHA;P7;Payment;2026-03-20;;;15,00",
    );
    let figures = |session: &Session| {
        let balance = session.aged_balance(&AgedBalanceQuery::on(day()), Language::En).unwrap();
        let total = &balance.currencies[0].total;
        assert!(balance.currencies[0].control.ok);
        (total.overdue.minor(), total.unallocated.minor(), total.balance.minor())
    };
    assert_eq!(figures(&session), (14_000, -5_500, 8_500), "a proposal applies nothing");
    let first = session.matches(&query(), Language::En).unwrap().proposals[0].id.clone();
    session.approve(vec![first.clone()], Language::En).unwrap();
    assert_eq!(figures(&session), (10_000, -1_500, 8_500));
    let after = session.matches(&query(), Language::En).unwrap();
    assert_eq!(after.approved.join(" "), first);
    assert_eq!(proposed(&session), ["oldest-first 30 F1 <- P7 left 8500"]);
    let metrics = protocol::MetricsQuery { as_of: day(), currency: None, days: None };
    assert_eq!(session.metrics(&metrics, Language::En).unwrap().days_to_pay.n, 1, "approved matches are payments");
    let twice = vec![first.clone(), first];
    assert_eq!(session.approve(twice, Language::En).unwrap_err().code, "match");
    assert_eq!(figures(&session), (10_000, -1_500, 8_500), "what is refused changes nothing");
    session.approve(Vec::new(), Language::En).unwrap();
    assert_eq!(figures(&session), (14_000, -5_500, 8_500));
    for unknown in ["", "EUR/ALPHA/0", "EUR/ALPHA/0+99", "USD/ALPHA/0+1", "EUR/NOBODY/0+1", "EUR/ALPHA/x+1"] {
        assert_eq!(session.approve(vec![unknown.to_owned()], Language::En).unwrap_err().code, "match", "{unknown}");
    }
}

/// The forecast of the past is made of what cleared what: a match approved today changes what it would have expected, and
/// what came in since.
#[test]
fn the_back_test_of_the_forecast_follows_approved_matches() {
    let mut text = format!("{HEADING};Matching no.\n");
    for customer in 0..24 {
        text += &format!("C{customer};F{customer};Invoice;2026-01-05;2026-02-04;100,00;;L{customer}\n");
        text += &format!("C{customer};P{customer};Payment;2026-02-10;;;100,00;L{customer}\n");
    }
    // Open thirteen weeks before the day: BETA's is known to be paid, ALPHA's is paid, but nobody has matched it yet.
    text += "BETA;B1;Invoice;2026-03-01;2026-04-10;500,00;;B\nBETA;PB1;Payment;2026-04-15;;;500,00;B\n";
    text += "ALPHA;A1;Invoice;2026-03-01;2026-04-10;1000,00;;\nALPHA;A1;Payment;2026-04-20;;;1000,00;\n";
    // Paid before: once matched, the forecast of that day expects nothing more of it.
    text += "GAMMA;G1;Invoice;2026-01-05;2026-02-04;700,00;;\nGAMMA;G1;Payment;2026-02-10;;;700,00;\n";
    let input = InputFile::in_memory("ledger.csv", text.into_bytes());
    let mut session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let tested = |session: &Session| {
        let forecast = session.forecast(&protocol::ForecastQuery { as_of: day() }, Language::En).unwrap();
        let test = forecast.currencies[0].tests[0].clone();
        assert_eq!(test.made_on, "2026-03-31".parse().unwrap());
        let due: Amount = test.weeks.iter().map(|week| week.on_due_date).sum();
        let expected: Amount = test.weeks.iter().map(|week| week.expected).sum();
        (test.received.minor(), due.minor(), expected, test.total_error_on_due_date)
    };
    let before = tested(&session);
    assert_eq!((before.0, before.1, before.3), (50_000, 220_000, 3.4), "of 2,200 expected 500 came in");
    let matches = session.matches(&query(), Language::En).unwrap();
    let of =
        |customer: &str| matches.proposals.iter().map(|one| &one.id).find(|id| id.contains(customer)).unwrap().clone();
    session.approve(vec![of("ALPHA")], Language::En).unwrap();
    let received = tested(&session);
    assert_eq!(
        (received.0, received.1, received.3),
        (150_000, 220_000, 0.4667),
        "ALPHA's payment came in after the day"
    );
    session.approve(vec![of("ALPHA"), of("GAMMA")], Language::En).unwrap();
    let both = tested(&session);
    assert_eq!((both.0, both.1, both.3), (150_000, 150_000, 0.0), "GAMMA's was paid before it");
    assert_eq!(
        (received.2.minor(), both.2.minor()),
        (144_000, 150_000),
        "once GAMMA paid too, everybody pays six days late"
    );
    session.approve(Vec::new(), Language::En).unwrap();
    assert_eq!(tested(&session), before, "and is taken back");
}

/// Findings and quality of a day are one look, kept until something they rest on changes.
#[test]
fn findings_of_a_day_follow_what_is_approved_and_the_rows_asked_for() {
    let mut session = open(
        "ALPHA;F1;Invoice;2026-01-10;2026-02-10;100,00;
         ALPHA;P1;Payment;2026-02-20;;;100,00
         BETA;F2;Invoice;2026-01-10;2026-02-10;200,00;
         BETA;P2;Payment;2026-02-20;;;200,00",
    );
    let found = |session: &Session, rows: u32| {
        let query = protocol::FindingsQuery { as_of: day(), rows: Some(rows) };
        let all = session.findings(&query, Language::En).unwrap();
        let of = all.into_iter().find(|finding| finding.code == "receipt-unallocated");
        of.map(|finding| (finding.count, finding.evidence.len()))
    };
    assert_eq!(found(&session, 20), Some((2, 2)));
    assert_eq!(found(&session, 1), Some((2, 1)), "as many rows as are asked for");
    assert_eq!(found(&session, 20), Some((2, 2)));
    let one = session.matches(&query(), Language::En).unwrap().proposals[0].id.clone();
    session.approve(vec![one], Language::En).unwrap();
    assert_eq!(found(&session, 20), Some((1, 1)), "what is matched is allocated");
    session.approve(Vec::new(), Language::En).unwrap();
    assert_eq!(found(&session, 20), Some((2, 2)));
}

#[test]
fn exact_proposals_close_and_no_entry_stands_in_two() {
    let input = InputFile::in_memory("ledger.csv", fixtures::bytes("fixtures/g1/ledger.csv"));
    let mut session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let as_of = "2026-09-30".parse().unwrap();
    let query = MatchesQuery { as_of, customer: None };
    let matches = session.matches(&query, Language::En).unwrap();
    let before: Amount = total(&session, as_of);
    session.approve(matches.proposals.iter().map(|one| one.id.clone()).collect(), Language::En).unwrap();
    assert_eq!(total(&session, as_of), before);
    let left = session.matches(&query, Language::En).unwrap().proposals;
    assert!(left.is_empty(), "{left:?}");
}

fn total(session: &Session, as_of: Day) -> Amount {
    session.aged_balance(&AgedBalanceQuery::on(as_of), Language::En).unwrap().currencies[0].total.balance
}
