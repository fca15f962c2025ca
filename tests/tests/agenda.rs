//! The calendar read by a reader of another make, and the journal taken out and read back.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use engine::{InputFile, Session};
use protocol::{CallResult, ExportQuery, JournalQuery, Outcome, RegisterQuery};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use text::Language;

const CUSTOMERS: &str = "Code client;Raison sociale;E-mail;Téléphone\n\
    C01;ALPHA, SAS; \"et\" Cie;compta@alpha.example;0102030405\n\
    C02;Beta & Fils SARL;compta@beta.example;0102030406\n\
    C03;Établissements Gamma et Compagnie du Grand Ouest réunis, Société à responsabilité limitée;compta@gamma.example;0102030407\n";

const LEDGER: &str = "Code client;Pièce;Date;Échéance;Montant\n\
    C01;F-101;2026-08-20;2026-09-19;1200,50\n\
    C02;F-102;2026-08-20;2026-09-19;3000,00\n\
    C03;F-103;2026-08-20;2026-09-19;800,00\n\
    C03;F-003;2021-10-20;2021-11-19;250,00\n";

const POLICY: &str = r#"{
  "version": 2, "id": "calls", "name": { "fr": "Appels", "en": "Calls" },
  "limits": { "minimumAmount": 100, "daysBetweenContacts": 3, "contactsPer30Days": 9, "daysBeforeRepeat": 15 },
  "calendar": { "shift": "next", "holidays": "french", "weekend": [6, 7] },
  "costs": { "email": 125, "letter": 125, "registered-letter": 800, "phone": 1250, "sms": 15, "internal": 0 },
  "scenarios": [ { "id": "standard", "name": { "fr": "Standard", "en": "Standard" }, "steps": [
    { "name": { "fr": "Appel", "en": "Call" }, "id": "call", "days": 7, "channel": "phone", "template": "phone_call", "tone": "dialogue" }
  ] } ]
}"#;

/// Wednesday 30 September 2026.
const TODAY: &str = "2026-09-30";

fn session() -> Session {
    let customers = CUSTOMERS.replace("ALPHA, SAS; \"et\" Cie", "\"ALPHA, SAS; \"\"et\"\" Cie\"");
    let files = vec![
        InputFile::in_memory("clients.csv".to_owned(), customers.into_bytes()),
        InputFile::in_memory("pieces.csv".to_owned(), LEDGER.as_bytes().to_vec()),
    ];
    Session::open(files, &Default::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn said(session: &mut Session, customer: &str, day: &str, outcome: Outcome, until: Option<&str>) {
    let json = serde_json::json!({ "customer": customer, "asOf": day, "outcome": outcome, "policy": POLICY });
    let result: CallResult = serde_json::from_value(json).unwrap();
    let result = CallResult { day: until.map(|day| day.parse().unwrap()), ..result };
    session.called(&result, Language::Fr).unwrap();
}

fn exported(session: &Session, kind: &str, day: &str, language: Language) -> Vec<u8> {
    let query = ExportQuery { policy: Some(POLICY.to_owned()), ..ExportQuery::of(kind, day.parse().unwrap()) };
    session.export(&query, language, &mut |_| {}).unwrap().bytes
}

/// What Python's icalendar reads: by identifier, day, sequence, status, stamp and summary. Nothing where it is not there.
fn read(calendar: &[u8]) -> Option<BTreeMap<String, Vec<String>>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("readers/ics.py");
    // The package may belong to the system's Python and not to the one found first.
    let pythons = ["python3", "/usr/bin/python3"];
    let has = |python: &&&str| {
        let asked = Command::new(python).args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    let Some(python) = pythons.iter().find(has) else {
        println!("skipped: no python3 with icalendar; `cargo xtask test` installs python3-icalendar where it may");
        return None;
    };
    let mut child =
        Command::new(python).arg("-B").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(calendar).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).unwrap();
    let fields = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<String>>();
    let events = lines.lines().map(|line| {
        let mut fields = fields(line);
        (fields.remove(0), fields)
    });
    Some(events.collect())
}

fn find<'a>(events: &'a BTreeMap<String, Vec<String>>, words: &str) -> (&'a String, &'a Vec<String>) {
    let mut found = events.iter().filter(|(_, fields)| fields[4].replace(['\u{a0}', '\u{202f}'], " ").contains(words));
    let one = found.next().unwrap_or_else(|| panic!("no event about {words}: {events:?}"));
    assert!(found.next().is_none(), "two events about {words}");
    one
}

#[test]
fn another_reader_finds_calls_promises_terms_and_deadlines_where_they_are() {
    let mut session = session();
    said(&mut session, "C02", "2026-09-28", Outcome::Plan, Some("2026-10-31"));
    said(&mut session, "C03", "2026-09-28", Outcome::Promise, Some("2026-10-09"));
    let Some(events) = read(&exported(&session, "plan.ics", TODAY, Language::Fr)) else { return };
    let (_, call) = find(&events, "Appeler ALPHA, SAS; \"et\" Cie : 1 200,50 €");
    assert_eq!((call[0].as_str(), call[2].as_str(), call[3].as_str()), (TODAY, "CONFIRMED", "20260930T000000"));
    let (_, promise) = find(
        &events,
        "Promesse de Établissements Gamma et Compagnie du Grand Ouest réunis, Société à responsabilité limitée",
    );
    assert_eq!(promise[0], "2026-10-09");
    for (number, day) in [(1, "2026-10-31"), (2, "2026-11-30"), (3, "2026-12-31")] {
        let (_, term) = find(&events, &format!("Échéance {number}/3 de Beta & Fils SARL : 1 000,00 €"));
        assert_eq!(term[0], day);
    }
    // Five years from the due day: the item of 2021 can be sued for until November 2026.
    let (_, deadline) = find(&events, "Prescription");
    assert!(deadline[0].starts_with("2026-11-"), "{deadline:?}");
}

#[test]
fn a_later_export_moves_the_same_event_and_never_adds_a_twin() {
    let mut session = session();
    let Some(first) = read(&exported(&session, "plan.ics", TODAY, Language::Fr)) else { return };
    let (uid, before) = find(&first, "Appeler Beta");
    said(&mut session, "C02", TODAY, Outcome::NoAnswer, None);
    let second = read(&exported(&session, "plan.ics", TODAY, Language::Fr)).unwrap();
    let (same, after) = find(&second, "Appeler Beta");
    assert_eq!(uid, same, "the call of a step keeps its identifier when it is put off");
    assert_eq!((before[0].as_str(), after[0].as_str()), (TODAY, "2026-10-02"));
    let sequence = |fields: &[String]| fields[1].parse::<u32>().unwrap();
    assert!(sequence(before) < sequence(after), "an edit within the day");
    let third = read(&exported(&session, "plan.ics", "2026-10-01", Language::Fr)).unwrap();
    assert!(sequence(after) < sequence(find(&third, "Appeler Beta").1), "another day");
    // The language changes words, never identifiers.
    let english = read(&exported(&session, "plan.ics", TODAY, Language::En)).unwrap();
    assert!(second.keys().eq(english.keys()));
    assert_eq!(
        exported(&session, "plan.ics", TODAY, Language::Fr),
        exported(&session, "plan.ics", TODAY, Language::Fr)
    );
}

#[test]
fn a_promise_taken_back_is_struck_out_for_who_has_it_already() {
    let mut session = session();
    said(&mut session, "C01", TODAY, Outcome::Promise, Some("2026-10-09"));
    let Some(events) = read(&exported(&session, "plan.ics", TODAY, Language::Fr)) else { return };
    assert_eq!(find(&events, "Promesse de ALPHA").1[2], "CONFIRMED");
    let withdraw = serde_json::json!({ "withdraw": { "promise": 1, "day": TODAY } });
    session.edit(serde_json::from_value(withdraw).unwrap(), Language::Fr).unwrap();
    let after = read(&exported(&session, "plan.ics", TODAY, Language::Fr)).unwrap();
    assert_eq!(find(&after, "Promesse de ALPHA").1[2], "CANCELLED");
    assert_eq!(find(&after, "Promesse de ALPHA").0, find(&events, "Promesse de ALPHA").0);
}

#[test]
fn a_journal_comes_back_the_same_and_is_never_doubled() {
    let mut first = session();
    said(&mut first, "C01", "2026-09-28", Outcome::Voicemail, None);
    said(&mut first, "C02", TODAY, Outcome::Promise, Some("2026-10-09"));
    let hostile = serde_json::json!({ "contact": {
        "customer": "C03", "day": TODAY, "channel": "email", "step": "=1+1", "result": "=cmd|' /C calc'!A0\nligne 2;\"x\"",
    } });
    first.edit(serde_json::from_value(hostile).unwrap(), Language::Fr).unwrap();
    for (kind, language) in
        [("journal.json", Language::Fr), ("journal.csv", Language::Fr), ("journal.csv", Language::En)]
    {
        let text = String::from_utf8(exported(&first, kind, TODAY, language)).unwrap();
        let query = |apply| JournalQuery { text: text.clone(), apply };
        let same = first.journal_import(&query(true), Language::Fr).unwrap();
        assert_eq!((same.new, same.known), (0, 3), "{kind}");
        let mut second = session();
        let told = second.journal_import(&query(false), Language::Fr).unwrap();
        assert_eq!((told.new, told.known, told.text.as_str()), (3, 0, "3 contacts nouveaux, 0 contact déjà connu."));
        let edits = |session: &Session| {
            let query = RegisterQuery { as_of: TODAY.parse().unwrap(), customer: None };
            session.register(&query, Language::Fr).unwrap().edits
        };
        assert_eq!(edits(&second), 0, "nothing is added before it is asked for");
        second.journal_import(&query(true), Language::Fr).unwrap();
        assert_eq!(edits(&second), 1);
        let kept = |session: &Session| exported(session, "journal.json", TODAY, Language::Fr);
        let sorted = |bytes: Vec<u8>| {
            let document: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let mut lines: Vec<String> =
                document["contacts"].as_array().unwrap().iter().map(|one| one.to_string()).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(kept(&second)), sorted(kept(&first)), "{kind}");
        assert_eq!(second.journal_import(&query(true), Language::Fr).unwrap().new, 0);
        second.undo();
        assert_eq!(edits(&second), 0);
    }
    let csv = String::from_utf8(exported(&first, "journal.csv", TODAY, Language::Fr)).unwrap();
    assert!(csv.contains("\"'=cmd|") && !csv.contains(";=cmd"), "{csv}");
    let stranger =
        String::from_utf8(exported(&first, "journal.json", TODAY, Language::Fr)).unwrap().replace("C03", "C99");
    let told = session().journal_import(&JournalQuery { text: stranger, apply: true }, Language::En).unwrap();
    assert_eq!((told.new, told.strangers), (2, vec!["C99".to_owned()]));
    for wrong in ["", "{}", "{\"encours\":\"journal\",\"version\":9,\"contacts\":[]}", "a;b\n1;{", "\u{0}\u{1}"] {
        let told = session().journal_import(&JournalQuery { text: wrong.to_owned(), apply: true }, Language::En);
        assert!(told.is_err() || told.is_ok_and(|told| told.new == 0), "{wrong:?}");
    }
}

#[test]
fn the_figures_tell_who_was_reached_which_promises_were_kept_and_what_followed() {
    let ledger = "Code client;Date;Journal;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage\n\
        C01;01/08/2026;VE;F-1;Facture;31/08/2026;1000,00;;A\n\
        C01;08/09/2026;BQ;R-1;Virement;;;1000,00;A\n\
        C01;01/08/2026;VE;F-2;Facture;31/08/2026;500,00;;B\n\
        C01;30/09/2026;BQ;R-2;Virement;;;500,00;B\n\
        C02;01/08/2026;VE;F-3;Facture;31/08/2026;700,00;;\n";
    let files = vec![InputFile::in_memory("gl.csv".to_owned(), ledger.as_bytes().to_vec())];
    let mut session = Session::open(files, &Default::default(), Language::Fr, &mut |_| {}).unwrap();
    for (customer, day, channel, outcome) in [
        ("C01", "2026-09-01", "email", None),
        ("C01", "2026-09-04", "phone", Some("promise")),
        ("C02", "2026-09-04", "phone", Some("no-answer")),
    ] {
        let contact = serde_json::json!({ "contact": { "customer": customer, "day": day, "channel": channel, "step": "s", "outcome": outcome } });
        session.edit(serde_json::from_value(contact).unwrap(), Language::Fr).unwrap();
    }
    let figures = session.journal_figures(TODAY.parse().unwrap(), Language::Fr).unwrap();
    assert_eq!(figures[0].attribution_days, 15);
    let told: Vec<String> = figures[0]
        .steps
        .iter()
        .map(|one| format!("{:?} {} {} {} {}", one.channel, one.contacts, one.reached, one.followed, one.paid.minor()))
        .collect();
    // The transfer of the 8th follows the call of the 4th, not the message before it; that of the 30th follows nothing.
    assert_eq!(told, ["Email 1 1 0 0", "Phone 2 1 1 100000"]);
}
