//! What is taken out, read back by readers that are not ours, and compared with the engine: the same totals in every
//! file, the same bytes twice, documents that keep their published schemas, tables that can be read again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, Dialect, ExportQuery, OpenItemsQuery, OpenOptions};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use text::Language;
use values::{Amount, Day};

fn as_of() -> Day {
    Day::new(2026, 9, 30).unwrap()
}

fn demo() -> Session {
    let bytes = fixtures::bytes("fixtures/demo/grand-livre-clients.csv");
    open("grand-livre-clients.csv", bytes)
}

fn open(name: &str, bytes: Vec<u8>) -> Session {
    let files = vec![InputFile::in_memory(name, bytes)];
    Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn everything(session: &Session) -> Vec<(String, Vec<u8>)> {
    session.everything(&ExportQuery::of("everything.zip", as_of()), Language::Fr, &mut |_| {}).unwrap()
}

fn export(session: &Session, query: &ExportQuery) -> Vec<u8> {
    session.export(query, Language::Fr, &mut |_| {}).unwrap().bytes
}

/// Balance and overdue, in cents, and the number of items.
fn figures(session: &Session) -> (i64, i64, usize) {
    let aged = session.aged_balance(&AgedBalanceQuery::on(as_of()), Language::Fr).unwrap();
    let total = &aged.currencies[0].total;
    let query = OpenItemsQuery { as_of: as_of(), customer: None, sort: None, offset: None, limit: None };
    let items = session.open_items(&query, Language::Fr).unwrap().items;
    assert_eq!(items.iter().map(|item| item.residual).sum::<Amount>(), total.balance);
    (total.balance.minor(), total.overdue.minor(), items.len())
}

/// A folder of this run with these files in it.
fn written(name: &str, files: &[(String, Vec<u8>)]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("encours-{name}-{}", std::process::id()));
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

/// What the Python of this machine, or Debian's beside it, reads in a folder; nothing where none has openpyxl.
fn read_elsewhere(folder: &Path) -> Option<Value> {
    for python in ["python3", "/usr/bin/python3"] {
        let script = fixtures::path("oracle/read_exports.py");
        let Ok(output) = Command::new(python).arg(script).arg(folder).output() else { continue };
        match output.status.code() {
            Some(0) => return Some(serde_json::from_slice(&output.stdout).unwrap()),
            Some(3) => {}
            _ => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        }
    }
    println!("skipped: no python3 with openpyxl; `cargo xtask test` installs python3-openpyxl where it may");
    None
}

#[test]
fn other_readers_find_the_totals_of_the_engine_in_every_file() {
    let session = demo();
    let (balance, overdue, items) = figures(&session);
    let folder = written("exports", &everything(&session));
    let read = read_elsewhere(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let Some(read) = read else { return };
    let book = &read["workbook"];
    let totals = &book["totals"];
    assert_eq!(totals["Balance âgée EUR"]["Solde"], balance);
    assert_eq!(totals["Balance âgée EUR"]["Dont échu"], overdue);
    assert_eq!(totals["Postes ouverts"]["Reste à payer"], balance);
    assert_eq!((book["charts"].as_u64(), book["tables"].as_u64()), (Some(3), Some(9)));
    assert!(book["formulas"].as_u64() > Some(10) && book["colours"].as_u64() > Some(5), "{book}");
    assert_eq!(
        (&read["residual"], &read["balance"], &read["overdue"]),
        (&balance.into(), &balance.into(), &overdue.into())
    );
    assert_eq!(read["items"], items);
    assert_eq!(read["json"], balance);
    assert_eq!(read["controls"], serde_json::json!(["conforme"]));
    assert_eq!(read["tags"]["figure"], 3);
    let money = Language::Fr.amount(Amount::from_minor(balance), values::Currency::EUR);
    let text = read["text"].as_str().unwrap();
    assert!(text.contains(&money.split_whitespace().collect::<Vec<_>>().join(" ")) || text.contains(&money), "{money}");
}

#[test]
fn the_same_dossier_gives_the_same_bytes_whatever_session_made_them() {
    let [one, two] = [everything(&demo()), everything(&demo())];
    for ((name, bytes), (other, again)) in one.iter().zip(&two) {
        assert!(name == other && bytes == again, "{name}");
    }
    let zip = ExportQuery { customer_sheets: true, ..ExportQuery::of("everything.zip", as_of()) };
    assert!(export(&demo(), &zip) == export(&demo(), &zip));
    // The digests are those of the files, as any other program computes them.
    let sums = String::from_utf8(one.last().unwrap().1.clone()).unwrap();
    assert_eq!(sums.lines().count() + 1, one.len());
    assert_eq!(one[0].0, "index.html");
    let folder = written("sums", &one);
    let checked = Command::new("sha256sum").args(["--check", "--quiet", "SHA256SUMS"]).current_dir(&folder).status();
    std::fs::remove_dir_all(&folder).unwrap();
    match checked {
        Ok(status) => assert!(status.success()),
        Err(_) => println!("skipped: no sha256sum on PATH"),
    }
}

#[test]
fn documents_keep_their_published_schemas() {
    let files = everything(&demo());
    for (name, schema) in [("dossier.json", "dossier"), ("manifest.json", "manifest")] {
        let bytes = &files.iter().find(|(file, _)| file == name).unwrap().1;
        let document: Value = serde_json::from_slice(bytes).unwrap();
        let path = fixtures::path(&format!("../crates/module/npm/schemas/{schema}.schema.json"));
        let schema: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(document["schema"], schema["title"]);
        let mut wrong = Vec::new();
        check(&document, &schema, &schema, "$", &mut wrong);
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
        // The check would see a member that is missing, or of another kind.
        let mut broken = document.clone();
        broken["version"] = 1.into();
        check(&broken, &schema, &schema, "$", &mut wrong);
        assert_eq!(wrong.len(), 1, "{wrong:?}");
    }
}

/// The part of JSON Schema that ours use.
fn check(value: &Value, schema: &Value, root: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        return check(value, root.pointer(&name[1..]).unwrap(), root, at, wrong);
    }
    if let Some(forms) = schema["anyOf"].as_array() {
        let fits = |form: &Value| {
            let mut other = Vec::new();
            check(value, form, root, at, &mut other);
            other.is_empty()
        };
        if !forms.iter().any(fits) {
            wrong.push(format!("{at}: {value} is of no form"));
        }
        return;
    }
    let allowed = schema["enum"].as_array().is_none_or(|texts| texts.contains(value));
    let same = schema.get("const").is_none_or(|only| only == value);
    let kind = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    };
    if !(allowed && same && kind) {
        wrong.push(format!("{at}: {value}"));
        return;
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if value.get(name.as_str().unwrap()).is_none() {
            wrong.push(format!("{at}.{name} is missing"));
        }
    }
    for (name, part) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(value) = value.get(name) {
            check(value, part, root, &format!("{at}.{name}"), wrong);
        }
    }
    if schema["type"] == "array" {
        for (position, item) in value.as_array().into_iter().flatten().enumerate() {
            check(item, &schema["items"], root, &format!("{at}[{position}]"), wrong);
        }
    }
}

#[test]
fn our_own_tables_are_read_again_to_the_cent() {
    let session = demo();
    let (balance, overdue, items) = figures(&session);
    for dialect in [Dialect::French, Dialect::English, Dialect::Rfc4180] {
        for language in Language::ALL {
            let asked = ExportQuery {
                dialect: Some(dialect),
                language: Some(language),
                ..ExportQuery::of("open-items.csv", as_of())
            };
            let again = open("open-items.csv", export(&session, &asked));
            assert_eq!(figures(&again), (balance, overdue, items), "{dialect:?} {language:?}");
        }
    }
}

#[test]
fn a_workbook_tells_how_far_it_has_come() {
    let mut told = Vec::new();
    let query = ExportQuery::of("everything.zip", as_of());
    demo()
        .export(&query, Language::Fr, &mut |progress| {
            if progress.stage == "exporting" {
                told.push((progress.done, progress.total));
            }
        })
        .unwrap();
    let total = told[0].1.unwrap();
    assert!(told.iter().map(|(done, _)| *done).eq(0..total), "{told:?}");
}
