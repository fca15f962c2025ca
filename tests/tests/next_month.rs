//! Next month's files on a saved dossier: what changed, to the cent; promises and plans judged; one message of thanks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{Engine, InputFile, Session};
use protocol::{
    AgreementQuery, Channel, Comparison, ComparisonQuery, DraftsQuery, ExportQuery, InstalmentsQuery, OpenOptions,
    Operation, RegisterQuery, Reply, Request, RestoreQuery, SaveQuery,
};
use serde_json::{Value, json};
use text::Language;
use values::{Amount, Day};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn month(name: &str) -> InputFile {
    InputFile::in_memory(format!("{name}.csv"), fixtures::bytes(&format!("fixtures/months/{name}.csv")))
}

fn september() -> Session {
    Session::open(vec![month("september")], &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

fn edit(session: &mut Session, operation: Value) {
    let operation: Operation = serde_json::from_value(operation).unwrap();
    session.edit(operation, Language::En).unwrap_or_else(|failure| panic!("{failure:?}"));
}

fn item(customer: &str, document: &str, on: &str, amount: i64) -> Value {
    json!({ "owed": amount, "item": { "customer": customer, "currency": "EUR", "document": document, "day": on,
        "amount": amount } })
}

/// September with its promises and its plan, saved, and opened with October.
fn october() -> Session {
    let mut session = september();
    let beta = item("C02", "F104", "2026-07-01", 100_000);
    edit(
        &mut session,
        json!({ "promise": { "items": [beta], "amount": 100_000, "made": "2026-09-20", "until": "2026-10-15" } }),
    );
    let delta = item("C04", "F107", "2026-09-03", 31_000);
    edit(
        &mut session,
        json!({ "promise": { "items": [delta], "amount": 31_000, "made": "2026-09-20", "until": "2026-10-10" } }),
    );
    let gamma = item("C03", "F106", "2026-07-15", 1_000_000);
    let terms = json!([{ "day": "2026-10-15", "amount": 333_334 }, { "day": "2026-11-15", "amount": 333_333 },
        { "day": "2026-12-15", "amount": 333_333 }]);
    edit(&mut session, json!({ "plan": { "items": [gamma], "terms": terms, "agreed": "2026-09-25" } }));
    let dispute = item("C01", "F101", "2026-08-05", 120_000);
    edit(
        &mut session,
        json!({ "dispute": { "of": dispute, "amount": 20_000, "category": "price", "since": "2026-09-01" } }),
    );
    let query = SaveQuery { as_of: Some(day("2026-09-30")), ..SaveQuery::default() };
    let saved = session.save(&query, Language::En).unwrap();
    Session::restore(&saved.bytes, vec![month("october")], &RestoreQuery::default(), Language::En, &mut |_| {}).unwrap()
}

fn compared(session: &Session, on: &str) -> Comparison {
    let query = ComparisonQuery { as_of: day(on), customer: None, extract: None, limit: None };
    session.compare(&query, Language::En).unwrap()
}

#[test]
fn every_item_stands_in_one_kind_of_change_and_the_sum_holds() {
    let of = compared(&october(), "2026-10-31");
    let euro = &of.currencies[0];
    let total =
        |change: &str| euro.changes.iter().find(|one| one.change == change).map(|one| (one.count, one.amount.minor()));
    assert_eq!(total("paid"), Some((3, -250_000)));
    assert_eq!(total("part-paid"), Some((2, -393_334)));
    assert_eq!(total("applied"), Some((1, 6_000)));
    assert_eq!(total("new"), Some((2, 259_000)));
    assert_eq!(total("re-dated"), Some((1, 0)));
    assert_eq!(total("renumbered"), Some((1, 0)));
    assert_eq!(total("unchanged"), Some((1, 0)));
    assert_eq!((euro.opening.minor(), euro.closing.minor()), (1_446_500, 1_068_166));
    assert_eq!(euro.difference, Amount::ZERO);
    for customer in &euro.customers {
        assert_eq!(customer.opening + customer.moved, customer.closing, "{customer:?}");
    }
    let codes: Vec<(&str, u32)> = of.findings.iter().map(|finding| (finding.code.as_str(), finding.count)).collect();
    assert_eq!(codes, [("due-day-changed", 1), ("item-back-dated", 1)]);
}

#[test]
fn three_invoices_paid_together_are_thanked_for_once() {
    let of = compared(&october(), "2026-10-31");
    assert_eq!(of.thank_yous.len(), 1);
    let thanks = &of.thank_yous[0];
    assert_eq!((thanks.documents.join(" "), thanks.amount.minor()), ("F101 F102 F103".to_owned(), 250_000));
    assert!(thanks.body.contains("F101, F102, F103") && thanks.body.contains("2,500.00"), "{}", thanks.body);
}

#[test]
fn promises_and_plans_are_judged_by_what_came() {
    let of = compared(&october(), "2026-10-31");
    let states: Vec<(&str, i64)> = of.promises.iter().map(|one| (one.state.as_str(), one.paid.minor())).collect();
    assert_eq!(states, [("partly", 60_000), ("broken", 0)]);
    assert_eq!((of.plans[0].state.as_str(), of.plans[0].next), ("respected", Some(day("2026-11-15"))));
    let later = compared(&october(), "2026-11-30");
    assert_eq!((later.plans[0].state.as_str(), later.plans[0].short.minor()), ("missed", 333_333));
}

#[test]
fn a_record_whose_item_is_gone_is_told() {
    let query = RegisterQuery { as_of: day("2026-10-31"), customer: None };
    let register = october().register(&query, Language::En).unwrap();
    let told: Vec<&str> = register.unmatched.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(told, ["Dispute number 1: the item “F101” of customer “C01” is no longer in the files."]);
}

#[test]
fn what_was_settled_is_known_again_a_month_later() {
    let query = SaveQuery { as_of: Some(day("2026-10-31")), ..SaveQuery::default() };
    let session = october();
    let saved = session.save(&query, Language::En).unwrap();
    let restore =
        |file| Session::restore(&saved.bytes, vec![file], &RestoreQuery::default(), Language::En, &mut |_| {}).unwrap();
    assert_eq!(restore(month("october")).save(&SaveQuery::default(), Language::En).unwrap().bytes, saved.bytes);
    assert_eq!(compared(&restore(month("october")), "2026-10-31"), compared(&session, "2026-10-31"));
    let of = compared(&restore(month("september")), "2026-11-30");
    let again: Vec<&str> = of.currencies[0]
        .items
        .iter()
        .filter(|one| one.change == "re-opened")
        .map(|one| one.document.as_str())
        .collect();
    assert_eq!(again, ["F101", "F102", "F103", "A020"]);
}

#[test]
fn without_an_earlier_state_there_is_nothing_to_compare() {
    let query = ComparisonQuery { as_of: day("2026-10-31"), customer: None, extract: None, limit: None };
    assert_eq!(september().compare(&query, Language::Fr).unwrap_err().code, "nothing-before");
    let query = ComparisonQuery { as_of: day("2026-09-29"), ..query };
    assert_eq!(october().compare(&query, Language::Fr).unwrap_err().code, "compared-backwards");
}

#[test]
fn a_plan_is_split_to_the_cent_and_drafted_in_both_languages() {
    let mut session = september();
    let gamma = item("C03", "F106", "2026-07-15", 1_000_000);
    let query = json!({ "items": [gamma], "count": 3, "first": "2026-10-31", "agreed": "2026-09-25" });
    let query: InstalmentsQuery = serde_json::from_value(query).unwrap();
    let operation = session.instalments(&query, Language::En).unwrap();
    let terms = serde_json::to_value(&operation).unwrap()["plan"]["terms"].clone();
    assert_eq!(
        terms,
        json!([{ "day": "2026-10-31", "amount": 333_334 }, { "day": "2026-11-30", "amount": 333_333 },
            { "day": "2026-12-31", "amount": 333_333 }])
    );
    session.edit(operation, Language::En).unwrap();
    for (language, words) in [(Language::Fr, "dix mille euros"), (Language::En, "ten thousand euros")] {
        let query = AgreementQuery { plan: 1, language: Some(language) };
        let draft = session.agreement(&query, Language::En).unwrap();
        assert!(draft.text.contains(words) && draft.text.contains("F106"), "{}", draft.text);
        assert!(draft.text.contains("1305-4") && draft.text.contains("2240") && draft.text.contains("1376"));
    }
    // One letter: an occasion of the customer on the days after it, and the same on paper.
    let drafts: DraftsQuery = serde_json::from_value(json!({ "asOf": "2026-09-28" })).unwrap();
    let letters = session.drafts(&drafts, Language::Fr).unwrap();
    let letter = letters.iter().find(|draft| draft.action == "agreement/1").unwrap();
    assert_eq!((letter.channel, letter.template.as_str()), (Channel::Letter, "letter_instalment_agreement"));
    let asked = AgreementQuery { plan: 1, language: None };
    assert_eq!(session.agreement(&asked, Language::Fr).unwrap().text, format!("{}\n\n{}", letter.subject, letter.body));
    let asked = ExportQuery { plan: Some(1), ..ExportQuery::of("agreement.html", day("2026-12-01")) };
    let page = session.export(&asked, Language::Fr, &mut |_| {}).unwrap();
    let page = String::from_utf8(page.bytes).unwrap().replace('\u{a0}', " ");
    for day in ["31 octobre 2026", "30 novembre 2026", "31 décembre 2026"] {
        assert!(page.contains(day), "{day}");
    }
    let unknown = session.agreement(&AgreementQuery { plan: 2, language: None }, Language::En).unwrap_err();
    assert_eq!(unknown.message, "There is no instalment plan number 2.");
}

#[test]
fn a_claim_is_ripe_once_its_notice_has_had_its_time() {
    let mut session = september();
    let notice =
        json!({ "target": { "customer": "C03" }, "stage": "formal-notice", "day": "2026-09-01", "currency": "EUR" });
    edit(&mut session, json!({ "advance": notice }));
    let ripe = |session: &Session, on: &str| {
        let register = session.register(&RegisterQuery { as_of: day(on), customer: None }, Language::En).unwrap();
        (
            register.ripe.iter().map(|one| one.customer.clone()).collect::<Vec<_>>().join(" "),
            register.ripe_text.unwrap(),
        )
    };
    assert_eq!(ripe(&session, "2026-09-16").0, "");
    let (customers, text) = ripe(&session, "2026-09-17");
    assert_eq!(customers, "C03");
    assert!(text.contains("25.00%") && text.contains("2.5% for its clients"), "{text}");
    let court = json!({ "target": { "customer": "C03" }, "stage": "court", "day": "2026-09-20", "currency": "EUR" });
    edit(&mut session, json!({ "advance": court }));
    assert_eq!(ripe(&session, "2026-09-30").0, "");
}

/// The page's messages: an engine that is lost leaves its edits behind, and the next one takes them up.
#[test]
fn the_edits_of_a_lost_engine_go_on_in_the_next() {
    let mut engine = Engine::default();
    let ask = |engine: &mut Engine, request: Request, files: Vec<InputFile>| match engine.handle(
        request,
        files,
        Language::En,
        &mut |_| {},
    ) {
        Reply::Failed(failure) => panic!("{failure:?}"),
        reply => reply,
    };
    let query = || RegisterQuery { as_of: day("2026-10-31"), customer: None };
    ask(&mut engine, Request::Open(OpenOptions::default()), vec![month("september")]);
    for text in ["first", "second"] {
        let note = json!({ "note": { "target": { "customer": "C01" }, "day": "2026-09-03", "text": text } });
        ask(&mut engine, Request::Edit(Box::new(serde_json::from_value(note).unwrap()), query()), Vec::new());
    }
    let Reply::Register(told) = ask(&mut engine, Request::Undo(query()), Vec::new()) else { panic!() };
    assert_eq!((told.notes.len(), told.redo.as_deref()), (1, Some("Note: C01")));
    let Reply::Log(edits) = ask(&mut engine, Request::Log, Vec::new()) else { panic!() };
    assert_eq!((edits.done.len(), edits.undone.len()), (1, 1));
    let Reply::File(dossier) = ask(&mut engine, Request::Save(SaveQuery::default()), Vec::new()) else { panic!() };
    let mut next = Engine::default();
    ask(&mut next, Request::Open(OpenOptions::default()), vec![month("september")]);
    ask(&mut next, Request::Resume(edits.clone()), Vec::new());
    let Reply::Register(again) = ask(&mut next, Request::Register(query()), Vec::new()) else { panic!() };
    assert_eq!(again, told);
    let dossier = InputFile::in_memory("d.encours", dossier.bytes);
    ask(&mut next, Request::Restore(RestoreQuery::default()), vec![dossier, month("october")]);
    assert_eq!(ask(&mut next, Request::Log, Vec::new()), Reply::Log(edits));
    let Reply::Register(redone) = ask(&mut next, Request::Redo(query()), Vec::new()) else { panic!() };
    assert_eq!(redone.notes.len(), 2);
    let compare = ComparisonQuery { as_of: day("2026-10-31"), customer: None, extract: None, limit: Some(1) };
    let Reply::Comparison(of) = ask(&mut next, Request::Compare(compare), Vec::new()) else { panic!() };
    assert_eq!(of.currencies[0].items.len(), 6);
}

/// What is wanted of the reading now comes before what the dossier says of it.
#[test]
fn a_dossier_is_read_as_wanted_now() {
    let saved = september().save(&SaveQuery::default(), Language::En).unwrap();
    let reading = OpenOptions { tolerance: Some(Amount::from_minor(5)), ..OpenOptions::default() };
    let query = RestoreQuery { reading: Some(Box::new(reading)), ..RestoreQuery::default() };
    let session = Session::restore(&saved.bytes, vec![month("october")], &query, Language::En, &mut |_| {}).unwrap();
    let parts =
        export::container::unzip(&session.save(&SaveQuery::default(), Language::En).unwrap().bytes, 1 << 20).unwrap();
    let dossier: Value = serde_json::from_slice(&parts[0].1).unwrap();
    assert_eq!(dossier["reading"]["tolerance"], 5);
}
