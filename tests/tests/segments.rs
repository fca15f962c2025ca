//! Every customer is in one segment for a reason that is said; a score adds up; the watch-list says who came and who left.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{Insolvency, OpenOptions, PlacedCustomer, Segments, SegmentsQuery};
use text::Language;

const LEDGER: &str = "Customer;Name;Document;Type;Date;Due date;Debit;Credit;Matching
C1;Durand Bâtiment SAS;F1;Invoice;2026-02-01;2026-03-03;60000,00;;AA
C1;Durand Bâtiment SAS;P1;Payment;2026-03-02;;;60000,00;AA
C1;Durand Bâtiment SAS;F2;Invoice;2026-06-01;2026-07-01;20000,00;;
C2;Mairie de Bron;F3;Invoice;2026-06-10;2026-07-10;900,00;;
C3;Lente SARL;F4;Invoice;2026-01-05;2026-02-04;700,00;;AB
C3;Lente SARL;P4;Payment;2026-04-20;;;700,00;AB
C3;Lente SARL;F5;Invoice;2026-01-06;2026-02-05;700,00;;AC
C3;Lente SARL;P5;Payment;2026-04-21;;;700,00;AC
C3;Lente SARL;F6;Invoice;2026-01-07;2026-02-06;700,00;;AD
C3;Lente SARL;P6;Payment;2026-04-22;;;700,00;AD
C3;Lente SARL;F7;Invoice;2026-01-08;2026-02-07;800,00;;
C4;Petit;F8;Invoice;2026-06-20;2026-07-20;100,00;;
C5;Fermée SARL;F9;Invoice;2026-06-21;2026-07-21;150,00;;
";
const CUSTOMERS: &str = "Customer;Name;Segment;Credit limit
C4;Petit;Grands comptes;50,00
";

fn open(files: &[(&str, &str)]) -> Session {
    let inputs = files.iter().map(|(name, text)| InputFile::in_memory(*name, text.as_bytes().to_vec()));
    Session::open(inputs.collect(), &OpenOptions::default(), Language::En, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn query(as_of: &str) -> SegmentsQuery {
    SegmentsQuery {
        as_of: as_of.parse().unwrap(),
        since: None,
        insolvent: Vec::new(),
        pinned: Vec::new(),
        thresholds: None,
    }
}

fn of<'a>(segments: &'a Segments, customer: &str) -> &'a PlacedCustomer {
    segments.currencies[0].customers.iter().find(|one| one.customer == customer).unwrap()
}

#[test]
fn the_first_rule_that_fits_wins_and_says_why() {
    let session = open(&[("ledger.csv", LEDGER), ("customers.csv", CUSTOMERS)]);
    let with_insolvent = SegmentsQuery {
        insolvent: vec![Insolvency { customer: "C5".to_owned(), published_on: "2026-06-25".parse().unwrap() }],
        ..query("2026-06-30")
    };
    let segments = session.segments(&with_insolvent, Language::En).unwrap();
    let seen = |customer: &str| {
        let one = of(&segments, customer);
        format!("{}: {}", one.segment, one.reason)
    };
    assert_eq!(seen("C1"), "key-accounts: Rank 1 of the last twelve months’ sales, 95.2%");
    assert_eq!(seen("C2"), "large-and-public: Name of a public body: “MAIRIE”");
    assert_eq!(seen("C3"), "at-risk: Risk score of 60 out of 100");
    assert_eq!(seen("C4"), "key-accounts: The file says “Grands comptes”");
    assert_eq!(seen("C5"), "at-risk: Insolvency proceedings reported");
    assert_eq!(of(&segments, "C5").claim_deadline.unwrap().to_string(), "2026-08-25");
    assert_eq!(of(&segments, "C5").score, 100);
}

#[test]
fn a_score_adds_up_and_what_is_unknown_lowers_confidence_alone() {
    let session = open(&[("ledger.csv", LEDGER), ("customers.csv", CUSTOMERS)]);
    let segments = session.segments(&query("2026-06-30"), Language::En).unwrap();
    for one in &segments.currencies[0].customers {
        assert_eq!(one.factors.iter().map(|factor| factor.points).sum::<u8>(), one.score, "{one:?}");
        assert!(one.factors.iter().all(|factor| factor.points <= factor.of));
    }
    let late = of(&segments, "C3");
    // 75 days late: all 25; 143 days: all 20; all of its debt overdue: 15; nothing doubtful, no limit, four pay days.
    let points: Vec<u8> = late.factors.iter().map(|factor| factor.points).collect();
    assert_eq!((points, late.score, late.payer_class.as_deref()), (vec![25, 20, 15, 0, 0, 0, 0], 60, Some("D")));
    assert_eq!(late.confidence, 80, "no credit limit (10) and too few payments to tell a lengthening (10)");
    let unknown = of(&segments, "C2");
    assert_eq!((unknown.score, unknown.payer_class.as_deref()), (0, None));
    assert!(unknown.factors[0].text.contains("Insufficient history"), "{:?}", unknown.factors[0]);
    let over = of(&segments, "C4");
    assert_eq!((over.factors[5].points, over.factors[5].text.as_str()), (10, "EUR\u{a0}50.00 past its credit limit"));
}

#[test]
fn the_watch_list_says_who_came_and_who_left() {
    let session = open(&[("ledger.csv", LEDGER)]);
    let query = SegmentsQuery {
        since: Some("2026-03-10".parse().unwrap()),
        pinned: vec!["C2".to_owned()],
        ..query("2026-06-30")
    };
    let segments = session.segments(&query, Language::En).unwrap();
    let currency = &segments.currencies[0];
    assert_eq!(currency.watch_added, ["C2", "C3"]);
    assert_eq!(currency.watch_removed, [""; 0]);
    assert_eq!(of(&segments, "C2").watched, ["Watched at your request"]);
}

#[test]
fn every_customer_of_the_demonstration_is_in_one_segment() {
    let input = InputFile::in_memory("ledger.csv", fixtures::bytes("fixtures/g1/ledger.csv"));
    let session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let segments = session.segments(&query("2026-09-30"), Language::En).unwrap();
    let currency = &segments.currencies[0];
    assert_eq!(currency.segments.iter().map(|one| one.customers).sum::<u32>(), 5);
    assert_eq!(currency.customers.len(), 5);
    let balance: values::Amount = currency.segments.iter().map(|one| one.balance).sum();
    assert_eq!(balance.minor(), 3_710_000);
}

#[test]
fn an_insolvency_recorded_in_the_dossier_places_its_customer_at_risk() {
    let ledger = "Code client;Nom;Pièce;Date;Échéance;Montant\nA;ALPHA;F1;2026-08-01;2026-08-31;100,00\nB;BETA;F2;2026-08-01;2026-08-31;100,00\n";
    let files = vec![engine::InputFile::in_memory("ledger.csv".to_owned(), ledger.as_bytes().to_vec())];
    let mut session =
        engine::Session::open(files, &protocol::OpenOptions::default(), text::Language::En, &mut |_| {}).unwrap();
    let edit =
        serde_json::json!({ "insolvent": { "customer": "A", "since": "2026-09-10", "published": "2026-09-15" } });
    session.edit(serde_json::from_value(edit).unwrap(), text::Language::En).unwrap();
    let placed = |as_of: &str| {
        let query = serde_json::from_value(serde_json::json!({ "asOf": as_of })).unwrap();
        let customers = session.segments(&query, text::Language::En).unwrap().currencies.remove(0).customers;
        customers.into_iter().find(|one| one.customer == "A").map(|one| (one.reason, one.claim_deadline)).unwrap()
    };
    let (reason, deadline) = placed("2026-09-30");
    assert_eq!(reason, "Insolvency proceedings reported");
    assert_eq!(deadline.map(|day| day.to_string()).as_deref(), Some("2026-11-16"), "15 November is a Sunday");
    assert_eq!(placed("2026-09-09").1, None, "before the judgment");
}
