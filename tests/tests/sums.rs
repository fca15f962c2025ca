//! Every kind of export of one dossier, by its digest: the same in two sessions here, and `tests/node` and `tests/browser`
//! compare the same lines with what the package and the page make. A kind that has no line here fails.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{ExportQuery, OpenOptions, SaveQuery};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use text::Language;

/// A line for each: digest, kind of file, what else is asked as JSON.
const SUMS: &str = "golden/exports.sha256";
/// The dossier file, which is saved and not exported.
const SAVED: &str = "dossier-file";

fn session(fixture: &Value) -> Session {
    let path = fixture["file"].as_str().unwrap();
    let name = path.rsplit('/').next().unwrap();
    let files = vec![InputFile::in_memory(name, fixtures::bytes(path))];
    let mut session = Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap();
    for operation in fixture["operations"].as_array().unwrap() {
        let edit = serde_json::from_value(operation.clone()).unwrap();
        session.edit(edit, Language::Fr).unwrap_or_else(|failure| panic!("{failure:?}"));
    }
    session
}

/// What can be asked of a kind beside the day and who writes: its languages, its dialects, what else changes it.
fn variants(kind: &str) -> Vec<Value> {
    let more: Vec<Value> = match kind {
        kind if kind.ends_with(".csv") && kind != "set-aside.csv" => {
            ["english", "rfc4180"].map(|dialect| json!({ "dialect": dialect })).to_vec()
        }
        "aged-balance.xlsx" => vec![json!({ "customerSheets": true })],
        "drafts.zip" | "drafts.mbox" => vec![json!({ "withForms": true })],
        "draft.eml" => return vec![json!({ "action": "2026-09-30/last-notice/EUR/41100260" })],
        "handover.zip" => {
            return ["agency", "bailiff", "court"]
                .map(|to| json!({ "customer": "41100260", "recipient": to }))
                .to_vec();
        }
        "agreement.html" => return vec![json!({ "plan": 1 }), json!({ "plan": 1, "draftLanguage": "en" })],
        "response-form.html" => {
            return vec![json!({ "customer": "41100260" }), json!({ "customer": "41100350", "language": "en" })];
        }
        _ => Vec::new(),
    };
    [json!({}), json!({ "language": "en" })].into_iter().chain(more).collect()
}

/// A kind of file with what else is asked of it.
type Request = (&'static str, Value);

fn requests() -> Vec<Request> {
    let kinds: BTreeSet<&str> = engine::export_kinds().collect();
    let saved = ["{}", r#"{"withLedger":true}"#].map(|more| (SAVED, serde_json::from_str(more).unwrap()));
    let of = |kind: &'static str| variants(kind).into_iter().map(move |more| (kind, more));
    kinds.into_iter().flat_map(of).chain(saved).collect()
}

/// The members of several.
fn joined(values: &[&Value]) -> Value {
    Value::Object(values.iter().flat_map(|value| value.as_object().unwrap().clone()).collect())
}

fn sum(session: &Session, fixture: &Value, (kind, more): &Request) -> String {
    let as_of = json!({ "asOf": fixture["query"]["asOf"] });
    let made = if *kind == SAVED {
        let query: SaveQuery = serde_json::from_value(joined(&[&as_of, more])).unwrap();
        session.save(&query, Language::Fr)
    } else {
        let query = joined(&[&fixture["query"], more, &json!({ "kind": kind })]);
        session.export(&serde_json::from_value::<ExportQuery>(query).unwrap(), Language::Fr, &mut |_| {})
    };
    let bytes = made.unwrap_or_else(|failure| panic!("{kind} {more}: {failure:?}")).bytes;
    assert!(bytes.len() > 20, "{kind} {more}: {} bytes", bytes.len());
    Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A digest and what has it, on each line.
fn lines(fixture: &Value) -> String {
    let session = session(fixture);
    let line = |request: &Request| {
        let (kind, more) = request;
        let more = if *more == json!({}) { String::new() } else { format!(" {more}") };
        format!("{}  {kind}{more}\n", sum(&session, fixture, request))
    };
    requests().iter().map(line).collect()
}

#[test]
fn every_kind_of_export_keeps_its_digest_whatever_session_made_it() {
    let fixture = fixtures::json("fixtures/exports/dossier.json");
    let (one, two) = std::thread::scope(|threads| {
        let other = threads.spawn(|| lines(&fixture));
        (lines(&fixture), other.join().unwrap())
    });
    let differ: Vec<_> = one.lines().zip(two.lines()).filter(|(one, two)| one != two).collect();
    assert!(differ.is_empty(), "{differ:#?}");
    fixtures::assert_same(SUMS, &one, "UPDATE_GOLDEN");
}
