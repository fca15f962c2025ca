//! Many drafts in one archive, opened by Python's own readers: every message is one, the index has a row for each, no name
//! that Windows would refuse. And the work tells how far it has come, and stops where it says it can.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Pace, Session};
use protocol::{ExportQuery, OpenOptions, Sender};
use serde_json::Value;
use std::pin::pin;
use std::process::Command;
use std::task::{Context, Waker};
use text::Language;
use values::Day;

/// As many as a run of every test can wait for; `cargo xtask bench` makes 5,000.
const CUSTOMERS: usize = 210;

/// One text for each: messages, letters and calls, by how late it is and how it can be reached; names no file system takes.
fn ledger() -> String {
    let mut lines =
        "Code client;Raison sociale;Adresse;Code postal;Ville;E-mail;Téléphone;Pièce;Date;Échéance;Montant\n"
            .to_owned();
    for number in 0..CUSTOMERS {
        let (issued, due) =
            [("28", "2026-09-27"), ("21", "2026-09-20"), ("11", "2026-09-10"), ("01", "2026-08-16")][number % 4];
        let code = ["CON", "../..", "a:b*?\"<>|", "COM1.txt", "É t é", "LPT9"][number % 6].replace('"', "\"\"");
        let email = if number % 7 == 6 { String::new() } else { format!("compta@client-{number}.example") };
        lines.push_str(&format!(
            "\"{code} {number}\";Établissements n° {number};{number} rue des Lilas;69000;Lyon;{email};01 99 00 00 00;\
             F-{number};2026-08-{issued};{due};{}\n",
            100 + number
        ));
    }
    lines
}

fn session() -> Session {
    let files = vec![InputFile::in_memory("pieces.csv", ledger().into_bytes())];
    Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn query() -> ExportQuery {
    let sender = Sender { company: "Exemple".into(), email: "compta@exemple.example".into(), ..Sender::default() };
    ExportQuery { sender: Some(sender), ..ExportQuery::of("drafts.zip", Day::new(2026, 9, 30).unwrap()) }
}

#[test]
fn python_reads_every_draft_of_an_archive_of_many() {
    let mut stages: Vec<(String, u64, u64)> = Vec::new();
    let archive = session().export(&query(), Language::Fr, &mut |progress| {
        let total = progress.total.unwrap();
        match stages.last_mut().filter(|(stage, ..)| *stage == progress.stage) {
            Some(last) => {
                assert!(progress.done > last.1 && total == last.2, "{progress:?} after {last:?}");
                last.1 = progress.done;
            }
            None => stages.push((progress.stage, progress.done, total)),
        }
    });
    let names: Vec<&str> = stages.iter().map(|(stage, ..)| stage.as_str()).collect();
    assert_eq!(names, ["planning", "drafting", "packing"]);
    assert!(stages[1..].iter().all(|(_, _, total)| *total == CUSTOMERS as u64), "{stages:?}");

    let path = std::env::temp_dir().join(format!("encours-drafts-{}.zip", std::process::id()));
    std::fs::write(&path, archive.unwrap().bytes).unwrap();
    let read = Command::new("python3").arg("-B").arg(fixtures::path("readers/drafts.py")).arg(&path).output();
    std::fs::remove_file(&path).unwrap();
    let Ok(read) = read else { return println!("skipped: no python3 on PATH") };
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let found: Value = serde_json::from_slice(&read.stdout).unwrap();
    assert_eq!(found["problems"], Value::Array(Vec::new()));
    let of = |folder: &str| found[folder].as_u64().unwrap() as usize;
    assert_eq!(of("messages") + of("letters") + of("calls"), CUSTOMERS);
    assert!(of("messages") > CUSTOMERS / 2 && of("letters") > CUSTOMERS / 20 && of("calls") > CUSTOMERS / 8, "{found}");
}

#[test]
fn a_work_dropped_between_two_slices_leaves_the_dossier_as_it_was() {
    let session = session();
    let export = || session.export(&query(), Language::Fr, &mut |_| {}).unwrap().bytes;
    let before = export();
    let query = query();
    for slices in [0, 1, 20, 60] {
        let mut told = Vec::new();
        let mut hear = |progress: protocol::Progress| told.push(progress.stage);
        let mut pace = Pace::new(&mut hear);
        let mut work = pin!(session.export_in_slices(&query, Language::Fr, &mut pace));
        for _ in 0..slices {
            assert!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        }
    }
    assert!(export() == before);
}
