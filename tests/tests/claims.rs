//! Claims and limitation over a dossier: by the law of each customer, with what people recorded, apart from the balance.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{ClaimsQuery, Failure, LimitationQuery, OpenOptions, Operation};
use serde_json::{Value, json};
use text::Language;

/// One customer of each kind, all owing the same since 31 May 2026.
const KINDS: &str = "Code client;Client;Pays;Segment;Numéro;Date;Échéance;Montant
BUS;Alpha SARL;France;;F1;2026-05-01;2026-05-31;1000,00
CON;Mme Durand;France;Particulier;F2;2026-05-01;2026-05-31;1000,00
PUB;Mairie de Bron;France;;F3;2026-05-01;2026-05-31;1000,00
GER;Beta GmbH;Allemagne;;F4;2026-05-01;2026-05-31;1000,00
ITA;Gamma SpA;Italie;;F5;2026-05-01;2026-05-31;1000,00
";

fn open(name: &str, bytes: Vec<u8>) -> Session {
    let file = InputFile::in_memory(name, bytes);
    Session::open(vec![file], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

fn g1() -> Session {
    open("ledger.csv", fixtures::bytes("fixtures/g1/ledger.csv"))
}

fn try_claims(session: &Session, query: Value) -> Result<Value, Failure> {
    let query: ClaimsQuery = serde_json::from_value(query).unwrap();
    session.claims(&query, Language::En).map(|claims| serde_json::to_value(claims).unwrap()["currencies"][0].take())
}

fn claims(session: &Session, query: Value) -> Value {
    try_claims(session, query).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn row<'a>(of: &'a Value, customer: &str) -> &'a Value {
    of["rows"].as_array().unwrap().iter().find(|row| row["customer"] == customer).unwrap()
}

fn edit(session: &mut Session, operation: Value) {
    let operation: Operation = serde_json::from_value(operation).unwrap();
    session.edit(operation, Language::En).unwrap_or_else(|failure| panic!("{failure:?}"));
}

/// The last day to sue for a document, and what begun the period anew.
fn limit(session: &Session, document: &str, query: Value) -> String {
    let mut asked = json!({ "asOf": "2026-09-30" });
    asked.as_object_mut().unwrap().extend(query.as_object().unwrap().clone());
    let query: LimitationQuery = serde_json::from_value(asked).unwrap();
    let calendar = serde_json::to_value(session.limitation(&query, Language::En).unwrap()).unwrap();
    let items = calendar["currencies"][0]["items"].as_array().unwrap().iter();
    let item = items.into_iter().find(|item| item["document"] == document).unwrap();
    format!("{} {}", item["lastDay"].as_str().unwrap(), item["interrupted"].as_str().unwrap_or("-"))
}

#[test]
fn the_law_follows_the_kind_of_customer() {
    let session = open("kinds.csv", KINDS.as_bytes().to_vec());
    let of = claims(&session, json!({ "asOf": "2026-07-31" }));
    let told = |customer: &str| {
        let row = row(&of, customer);
        format!(
            "{} {} {} {}",
            row["regime"].as_str().unwrap(),
            row["interest"],
            row["indemnity"],
            row["because"].as_str().unwrap()
        )
    };
    // 1,000.00 over 30 days to the end of June and 31 days of July.
    assert_eq!(told("BUS"), "fr-b2b 2052 4000 business in France, where nothing says otherwise");
    assert_eq!(told("PUB"), "fr-public 1696 4000 public body, by its number or name");
    assert_eq!(told("GER"), "de-b2b 1737 4000 customer in DE");
    assert_eq!(told("ITA"), "fr-b2b 2052 4000 no rules here for IT: the seller’s law, check the contract");
    assert_eq!(told("CON"), "fr-consumer 0 0 the file calls it a consumer");
    let sum = |part: &str| of["rows"].as_array().unwrap().iter().map(|row| row[part].as_i64().unwrap()).sum::<i64>();
    assert_eq!(
        (of["interest"].as_i64().unwrap(), of["indemnity"].as_i64().unwrap()),
        (sum("interest"), sum("indemnity"))
    );
    assert!(row(&of, "CON")["warnings"][0].as_str().unwrap().contains("formal notice"));
}

#[test]
fn what_a_person_decides_wins() {
    let session = open("kinds.csv", KINDS.as_bytes().to_vec());
    let settings = json!([
        { "customer": "CON", "noticeDay": "2026-06-30" },
        { "customer": "GER", "regime": "contract", "contractRatePercent": "12" },
        { "customer": "BUS", "insolvencyDay": "2026-07-01" },
    ]);
    let of = claims(&session, json!({ "asOf": "2026-07-31", "settings": settings, "contractRatePercent": "15" }));
    let interest = |customer: &str| row(&of, customer)["interest"].as_i64().unwrap();
    assert_eq!(interest("CON"), 234, "31 days at 2.75 %");
    assert_eq!(interest("GER"), 986 + 1_019, "the contract’s 12 %");
    assert_eq!(interest("BUS"), 1_233, "the contract’s 15 % until the day before the judgment");
    assert_eq!(interest("PUB"), 1_696, "no contract changes the rate of a public buyer");
    for (wrong, code) in [
        (json!([{ "customer": "NOBODY" }]), "customer"),
        (json!([{ "customer": "GER", "contractRatePercent": "12" }]), "interest"),
        (json!([{ "customer": "PUB", "regime": "fr-public", "contractRatePercent": "12" }]), "interest"),
    ] {
        let refused = try_claims(&session, json!({ "asOf": "2026-07-31", "settings": wrong })).unwrap_err();
        assert_eq!(refused.code, code);
    }
}

#[test]
fn totals_stay_those_of_all_and_segments_come_with_one_customer() {
    let session = g1();
    let whole = claims(&session, json!({ "asOf": "2026-09-30" }));
    let page = claims(&session, json!({ "asOf": "2026-09-30", "offset": 1, "limit": 1 }));
    let beta = claims(&session, json!({ "asOf": "2026-09-30", "customer": "BETA" }));
    for of in [&page, &beta] {
        assert_eq!(
            (&of["interest"], &of["customers"], of["rows"].as_array().unwrap().len()),
            (&whole["interest"], &json!(3), 1)
        );
    }
    assert_eq!(page["rows"][0]["customer"], "BETA");
    assert!(whole["rows"][0]["items"][0].get("segments").is_none());
    let segments = &row(&beta, "BETA")["items"][1]["segments"];
    assert_eq!((&segments[0]["interest"], &segments[1]["interest"]), (&json!(1_386), &json!(3_424)));
}

#[test]
fn past_the_tables_interest_is_refused_and_the_fixed_sum_stays() {
    let of = claims(&g1(), json!({ "asOf": "2027-01-31", "customer": "GAMMA" }));
    let item = &of["rows"][0]["items"][0];
    assert_eq!((&item["interest"], &item["indemnity"]), (&json!(0), &json!(4_000)));
    assert!(item["refused"].as_str().unwrap().contains("2026-S2"));
    // With a person's own rates the same day is computed.
    let rows = |from: &str| json!([{ "from": from, "to": "2027-06-30", "ratePercent": "2.65", "source": "x", "checked": "2027-01-02" }]);
    let rates = json!({ "version": 1, "series": [
        { "id": "ecb-refi", "rows": rows("2026-10-29") },
        { "id": "fr-legal-professional", "rows": rows("2027-01-01") }] });
    let of = claims(&g1(), json!({ "asOf": "2027-01-31", "customer": "GAMMA", "rates": rates.to_string() }));
    assert_eq!(of["refused"], 0);
    assert!(of["rows"][0]["items"][0]["interest"].as_i64().unwrap() > 25_147);
}

#[test]
fn insolvencies_recorded_stop_interest() {
    let mut session = g1();
    edit(
        &mut session,
        json!({ "insolvent": { "customer": "GAMMA", "since": "2026-07-01", "published": "2026-07-10" } }),
    );
    let of = claims(&session, json!({ "asOf": "2026-09-30" }));
    // 46 days to 30 June; then nothing more.
    assert_eq!((&row(&of, "GAMMA")["interest"], &row(&of, "GAMMA")["perDay"]), (&json!(8_269), &json!(0)));
}

#[test]
fn plans_courts_and_payments_interrupt_limitation_and_letters_do_not() {
    let mut session = g1();
    assert_eq!(limit(&session, "F05", json!({})), "2031-05-15 -");
    assert_eq!(limit(&session, "F03", json!({})), "2031-07-20 part payment, 20 Jul 2026");
    let letter = json!({ "events": [{ "customer": "GAMMA", "day": "2026-08-01", "kind": "formal-notice" }] });
    assert_eq!(limit(&session, "F05", letter), "2031-05-15 -");
    let signed = json!({ "events": [{ "customer": "GAMMA", "document": "F05", "day": "2026-08-01", "kind": "acknowledgement" }] });
    assert_eq!(limit(&session, "F05", signed), "2031-08-01 acknowledgement of the debt, 01 Aug 2026");
    let consumer = json!({ "settings": [{ "customer": "GAMMA", "regime": "fr-consumer" }] });
    assert_eq!(limit(&session, "F05", consumer), "2028-05-15 -");
    let item =
        json!({ "customer": "GAMMA", "currency": "EUR", "document": "F05", "day": "2026-04-15", "amount": 540_000 });
    edit(
        &mut session,
        json!({ "plan": { "items": [{ "item": item, "owed": 540_000 }],
        "terms": [{ "day": "2026-12-31", "amount": 540_000 }], "agreed": "2026-09-15" } }),
    );
    assert_eq!(limit(&session, "F05", json!({})), "2031-09-15 acknowledgement of the debt, 15 Sep 2026");
    edit(
        &mut session,
        json!({ "advance": { "target": { "customer": "BETA" }, "stage": "formal-notice", "day": "2026-09-20", "currency": "EUR" } }),
    );
    assert_eq!(limit(&session, "F11", json!({})), "2031-07-01 -");
    edit(
        &mut session,
        json!({ "advance": { "target": { "customer": "BETA" }, "stage": "court", "day": "2026-09-25", "currency": "EUR" } }),
    );
    assert_eq!(limit(&session, "F11", json!({})), "2031-09-25 court action, 25 Sep 2026");
}
