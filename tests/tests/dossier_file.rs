//! The dossier file: what is saved comes back, byte for byte; what is damaged, later or hostile is refused whole.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use proptest::prelude::*;
use protocol::{Failure, MatchesQuery, OpenItemsQuery, OpenOptions, Operation, RegisterQuery, RestoreQuery, SaveQuery};
use serde_json::{Value, json};
use text::Language;
use values::Day;

const LEDGER: &str = "fixtures/g1/ledger.csv";

fn ledger() -> InputFile {
    InputFile::in_memory("ledger.csv", fixtures::bytes(LEDGER))
}

fn open() -> Session {
    Session::open(vec![ledger()], &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn day() -> Day {
    "2026-09-30".parse().unwrap()
}

fn register(session: &Session) -> Value {
    let query = RegisterQuery { as_of: day(), customer: None };
    serde_json::to_value(session.register(&query, Language::Fr).unwrap()).unwrap()
}

/// The first invoices open, as records name them.
fn items(session: &Session) -> Vec<Value> {
    let query = OpenItemsQuery { as_of: day(), customer: None, sort: None, offset: None, limit: None };
    let page = session.open_items(&query, Language::Fr).unwrap();
    let invoices = page.items.iter().filter(|item| item.residual.is_debit());
    invoices
        .map(|item| {
            json!({ "owed": item.residual, "item": {
                "customer": item.customer, "currency": item.currency, "document": item.document,
                "day": item.invoice_day, "amount": item.amount } })
        })
        .collect()
}

fn edit(session: &mut Session, operation: Value) {
    let operation: Operation = serde_json::from_value(operation).unwrap();
    session.edit(operation, Language::Fr).unwrap_or_else(|failure| panic!("{failure:?}"));
}

/// A dossier with an edit of every kind, one of them taken back.
fn edited() -> Session {
    let mut session = open();
    let items = items(&session);
    let customer = |at: usize| items[at]["item"]["customer"].clone();
    let owed = |at: usize| items[at]["owed"].clone();
    for operation in [
        json!({ "dispute": { "of": items[0], "amount": 100, "category": "price", "since": "2026-08-01",
            "owner": "Ana", "nextStep": "appeler", "nextStepDay": "2026-10-01", "expectedCredit": 100 } }),
        json!({ "promise": { "items": [items[1]], "amount": owed(1), "made": "2026-09-01", "until": "2026-10-15",
            "by": "phone", "source": "Mme Roche" } }),
        json!({ "plan": { "items": [items[2]], "terms": [{ "day": "2026-10-31", "amount": owed(2) }],
            "agreed": "2026-09-15" } }),
        json!({ "block": { "target": { "customer": customer(0) }, "kind": "pause", "reason": "congés",
            "since": "2026-09-01", "until": "2026-10-01" } }),
        json!({ "lift": { "block": 1, "day": "2026-09-20" } }),
        json!({ "advance": { "target": { "item": items[3]["item"] }, "stage": "formal-notice", "day": "2026-09-02",
            "cost": 700, "currency": "EUR", "note": "AR 1A" } }),
        json!({ "insolvent": { "customer": customer(1), "since": "2026-09-10", "published": "2026-09-20" } }),
        json!({ "note": { "target": { "item": items[0]["item"] }, "day": "2026-09-03", "text": "écart « prix »" } }),
        json!({ "contact": { "customer": customer(0), "day": "2026-09-04", "step": "call", "channel": "phone",
            "items": [items[0]["item"]], "result": "rappeler" } }),
        json!({ "review": { "action": "x", "day": "2026-09-05", "verdict": { "skipped": { "reason": "vu" } } } }),
        json!({ "pin": { "customer": customer(0), "pin": { "segment": "grands-comptes" } } }),
        json!({ "set": { "setting": "title", "value": "Delorme" } }),
        json!({ "set": { "setting": "sender", "value": "{\"company\":\"Delorme\"}" } }),
        json!({ "together": [{ "unreview": { "action": "x" } }, { "unpin": { "customer": customer(0) } }] }),
    ] {
        edit(&mut session, operation);
    }
    assert!(session.undo().is_some());
    session
}

fn saved(session: &Session, with_ledger: bool) -> Vec<u8> {
    let query = SaveQuery { with_ledger, as_of: Some(day()), passphrase: None };
    session.save(&query, Language::Fr).unwrap().bytes
}

fn restored(bytes: &[u8], files: Vec<InputFile>) -> Result<Session, Failure> {
    Session::restore(bytes, files, &RestoreQuery::default(), Language::Fr, &mut |_| {})
}

fn refusal(bytes: &[u8]) -> Failure {
    match restored(bytes, vec![ledger()]) {
        Ok(_) => panic!("taken"),
        Err(failure) => failure,
    }
}

/// A dossier file whose description is changed.
fn with_dossier(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut parts = export::container::unzip(&saved(&edited(), false), 1 << 20).unwrap();
    let mut dossier: Value = serde_json::from_slice(&parts[0].1).unwrap();
    change(&mut dossier);
    parts[0].1 = serde_json::to_vec(&dossier).unwrap();
    export::archive::zip(&parts).unwrap()
}

#[test]
fn what_is_saved_comes_back_byte_for_byte() {
    let session = edited();
    for with_ledger in [false, true] {
        let bytes = saved(&session, with_ledger);
        let files = if with_ledger { Vec::new() } else { vec![ledger()] };
        let mut again = restored(&bytes, files).unwrap();
        assert_eq!(register(&again), register(&session));
        let query = SaveQuery { with_ledger, ..SaveQuery::default() };
        assert_eq!(again.save(&query, Language::Fr).unwrap().bytes, bytes);
        assert!(again.redo().is_some());
        assert_eq!(again.redo(), None);
    }
}

#[test]
fn without_its_ledger_a_dossier_asks_for_it_by_name() {
    let failure = restored(&saved(&open(), false), Vec::new()).err().unwrap();
    assert_eq!(failure.code, "no-ledger");
    assert!(failure.message.contains("ledger.csv"), "{failure:?}");
}

#[test]
fn a_later_version_is_refused_whole() {
    let failure = refusal(&with_dossier(|dossier| {
        dossier["version"] = 2.into();
        dossier["edits"] = "of another form".into();
    }));
    assert_eq!(failure.code, "dossier-newer");
    for (version, kind) in [(json!(0), "dossier"), (json!("1"), "dossier"), (json!(1), "reading-model")] {
        let failure = refusal(&with_dossier(|dossier| {
            dossier["version"] = version;
            dossier["encours"] = kind.into();
        }));
        assert_eq!(failure.code, "dossier");
    }
}

#[test]
fn a_field_nobody_knows_is_refused_with_its_path() {
    let path_of = |change: &dyn Fn(&mut Value)| refusal(&with_dossier(|dossier| change(dossier))).message;
    let message = path_of(&|dossier| dossier["edits"][1]["promise"]["amont"] = 1.into());
    assert!(message.contains("edits[1]") && message.contains("amont"), "{message}");
    let message = path_of(&|dossier| dossier["edits"][4]["lift"]["block"] = 9.into());
    assert!(message.contains("edits[4]") && message.contains("blocage"), "{message}");
    let message = path_of(&|dossier| dossier["undone"][0]["together"][0] = json!({ "forget": {} }));
    assert!(message.contains("undone[0]") && message.contains("forget"), "{message}");
    let message = path_of(&|dossier| dossier["reading"]["speed"] = 1.into());
    assert!(message.contains("reading") && message.contains("speed"), "{message}");
    let message = path_of(&|dossier| dossier["extra"] = 1.into());
    assert!(message.contains("dossier.json") && message.contains("extra"), "{message}");
    let mut parts = export::container::unzip(&saved(&open(), false), 1 << 20).unwrap();
    parts.push(("macro.js".to_owned(), b"x".to_vec()));
    let failure = refusal(&export::archive::zip(&parts).unwrap());
    assert!(failure.message.contains("macro.js"), "{failure:?}");
}

#[test]
fn a_damaged_file_is_refused() {
    let bytes = saved(&edited(), false);
    for cut in 0..bytes.len() {
        assert_eq!(refusal(&bytes[..cut]).code, "dossier", "{cut}");
    }
    assert_eq!(refusal(&fixtures::bytes(LEDGER)).code, "dossier");
}

#[test]
fn approved_matches_are_kept_by_what_they_clear_not_by_their_rows() {
    let rows = "Customer;Document;Type;Date;Due date;Debit;Credit\n";
    let lines = [
        "A;F1;Invoice;2026-01-10;2026-02-10;100,00;",
        "A;P1;Payment;2026-03-01;;;100,00",
        "A;F2;Invoice;2026-01-11;2026-02-11;7,00;",
    ];
    let file = |order: [usize; 3]| {
        let text = order.iter().fold(rows.to_owned(), |text, at| text + lines[*at] + "\n");
        vec![InputFile::in_memory("l.csv", text.into_bytes())]
    };
    let mut session = Session::open(file([0, 1, 2]), &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let query = MatchesQuery { as_of: day(), customer: None };
    let id = session.matches(&query, Language::En).unwrap().proposals[0].id.clone();
    session.approve(vec![id], Language::En).unwrap();
    let open_items = |session: &Session| {
        let query = OpenItemsQuery { as_of: day(), customer: None, sort: None, offset: None, limit: None };
        let items = session.open_items(&query, Language::En).unwrap().items;
        items.into_iter().map(|item| item.document).collect::<Vec<_>>()
    };
    assert_eq!(open_items(&session), ["F2"]);
    let next = restored(&saved(&session, false), file([2, 1, 0])).unwrap();
    assert_eq!(open_items(&next), ["F2"]);
    assert!(session.undo().is_some());
    assert_eq!(open_items(&session), ["F1", "F2", "P1"]);
    assert!(session.redo().is_some());
    assert_eq!(open_items(&session), ["F2"]);
}

#[test]
fn an_edit_about_nothing_is_refused() {
    let mut session = open();
    let mut item = items(&session)[0].clone();
    item["item"]["document"] = "no such".into();
    for operation in [
        json!({ "promise": { "items": [item], "amount": 1, "made": "2026-09-01", "until": "2026-10-15" } }),
        json!({ "insolvent": { "customer": "nobody", "since": "2026-09-10" } }),
        json!({ "set": { "setting": "policy", "value": "{}" } }),
        json!({ "set": { "setting": "sender", "value": "{\"firm\":1}" } }),
    ] {
        let operation: Operation = serde_json::from_value(operation).unwrap();
        assert!(session.edit(operation, Language::En).is_err());
    }
    assert_eq!(register(&session)["edits"], 0);
}

/// Every version ever written stays readable: the file of the version is kept as it was written.
#[test]
fn the_files_of_every_version_still_open() {
    for version in 1..=1 {
        let name = format!("fixtures/dossier/version-{version}.encours");
        let told = format!("fixtures/dossier/version-{version}.register.json");
        if std::env::var_os("UPDATE_GOLDEN").is_some() && !fixtures::path(&name).exists() {
            std::fs::write(fixtures::path(&name), saved(&edited(), true)).unwrap();
        }
        let session = restored(&fixtures::bytes(&name), Vec::new()).unwrap();
        let json = serde_json::to_string_pretty(&register(&session)).unwrap();
        fixtures::assert_same(&told, &(json + "\n"), "UPDATE_GOLDEN");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn a_changed_byte_never_gives_another_dossier(at in 0_usize..6_000, flip in 1_u8..=255) {
        let whole = saved(&open(), false);
        let mut bytes = whole.clone();
        let at = at % bytes.len();
        bytes[at] ^= flip;
        if let Ok(session) = restored(&bytes, vec![ledger()]) {
            prop_assert_eq!(saved(&session, false), whole);
        }
    }
}
