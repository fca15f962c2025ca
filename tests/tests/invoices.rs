//! The PDF files of invoices that go with e-mails: found by their names, hostile ones refused with a sentence, the bytes
//! in the messages those of the files, as Python's own reader of e-mail finds them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Session, Source, SourceError};
use protocol::{DraftsQuery, ExportQuery, InvoiceChoice, InvoiceFiles, InvoicesQuery, OpenOptions};
use serde_json::Value;
use std::io::Read;
use std::process::Command;
use std::rc::Rc;
use text::Language;
use values::Day;

const CUSTOMERS: &str = "Code client;Raison sociale;E-mail\nC01;Alpha;a@alpha.example\nC02;Beta;b@beta.example\n";
const LEDGER: &str = "Code client;Pièce;Date;Échéance;Montant\n\
    C01;INV-12;2026-08-30;2026-09-29;100,00\nC01;INV-123;2026-08-30;2026-09-29;200,00\n\
    C02;INV-12;2026-08-30;2026-09-29;300,00\nC02;FA/2026/0007;2026-08-30;2026-09-29;400,00\n";

const POLICY: &str = include_str!("../../crates/dunning/policies/five-steps.json");

fn as_of() -> Day {
    Day::new(2026, 9, 30).unwrap()
}

fn session() -> Session {
    let files = [("clients.csv", CUSTOMERS), ("pieces.csv", LEDGER)];
    let files = files.map(|(name, text)| InputFile::in_memory(name, text.as_bytes().to_vec())).into();
    Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

/// A PDF as far as its first bytes, unlike any other.
fn pdf(name: &str) -> InputFile {
    InputFile::in_memory(name, bytes_of(name))
}

fn bytes_of(name: &str) -> Vec<u8> {
    let every_byte: Vec<u8> = (0..=255).collect();
    [b"%PDF-1.7\r\n.\r\n\nFrom here\n", name.as_bytes(), &every_byte].concat()
}

/// A PDF of so many bytes, that are never read.
struct Heavy(u64);

impl Source for Heavy {
    fn len(&self) -> u64 {
        self.0
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        assert!(offset == 0 && buffer.len() <= 16, "more than the first bytes were read");
        let start = &b"%PDF-1.7"[..buffer.len().min(8)];
        buffer[..start.len()].copy_from_slice(start);
        Ok(start.len())
    }
}

fn heavy(name: &str, bytes: u64) -> InputFile {
    InputFile { name: name.to_owned(), source: Rc::new(Heavy(bytes)) }
}

fn query(choices: &[(&str, &str, &str)]) -> InvoicesQuery {
    let asked = serde_json::json!({ "asOf": "2026-09-30", "policy": POLICY });
    let drafts: DraftsQuery = serde_json::from_value(asked).unwrap();
    let choice = |(file, customer, document): &(&str, &str, &str)| InvoiceChoice {
        file: (*file).into(),
        customer: (*customer).into(),
        document: (*document).into(),
    };
    InvoicesQuery { drafts, choices: choices.iter().map(choice).collect() }
}

/// `name state invoice`, a line a file.
fn told(files: &InvoiceFiles) -> Vec<String> {
    let line = |file: &protocol::InvoiceFile| {
        let invoice = file.invoice.as_ref().map(|one| format!(" {} {}", one.customer, one.document));
        format!("{} {}{}", file.name, file.state, invoice.unwrap_or_default())
    };
    files.files.iter().map(line).collect()
}

fn missing(files: &InvoiceFiles) -> Vec<String> {
    files.missing.iter().map(|one| format!("{} {}", one.customer, one.document)).collect()
}

#[test]
fn files_are_found_asked_about_chosen_and_missed() {
    let mut session = session();
    let given = || ["INV-12.pdf", "Facture inv_0123.PDF", "FA2026-7.pdf", "plan.pdf"].map(pdf).into();
    let files = session.invoices(given(), &query(&[]), Language::Fr).unwrap();
    let expected = [
        "INV-12.pdf ask",
        "Facture inv_0123.PDF found C01 INV-123",
        "FA2026-7.pdf found C02 FA/2026/0007",
        "plan.pdf unknown",
    ];
    assert_eq!(told(&files), expected);
    assert_eq!(missing(&files), ["C01 INV-12", "C02 INV-12"]);
    assert_eq!(files.files[0].candidates.len(), 2);
    let said = query(&[("INV-12.pdf", "C02", "INV-12"), ("FA2026-7.pdf", "", ""), ("plan.pdf", "", "INV-12")]);
    let files = session.invoices(given(), &said, Language::Fr).unwrap();
    let expected = [
        "INV-12.pdf found C02 INV-12",
        "Facture inv_0123.PDF found C01 INV-123",
        "FA2026-7.pdf left-out",
        "plan.pdf ask",
    ];
    assert_eq!(told(&files), expected);
    assert_eq!(missing(&files), ["C01 INV-12", "C02 FA/2026/0007"]);
    // The drafts of the day have them, with their sizes; taken away, they have none.
    let drafts = session.drafts(&said.drafts, Language::Fr).unwrap();
    let attached = |customer: &str| -> Vec<String> {
        drafts.iter().filter(|one| one.customer == customer).flat_map(|one| one.attachments.clone()).collect()
    };
    assert_eq!((attached("C01"), attached("C02")), (vec!["Facture inv_0123.PDF".into()], vec!["INV-12.pdf".into()]));
    assert_eq!(
        drafts.iter().find(|one| one.customer == "C02").unwrap().attached[0].bytes,
        bytes_of("INV-12.pdf").len() as u64
    );
    session.invoices(Vec::new(), &query(&[]), Language::Fr).unwrap();
    assert!(session.drafts(&said.drafts, Language::Fr).unwrap().iter().all(|one| one.attachments.is_empty()));
}

#[test]
fn a_file_that_is_not_taken_makes_no_other_one_doubtful() {
    let mut session = session();
    let given = || {
        vec![
            pdf("INV-123.pdf"),
            InputFile::in_memory("FA 123 INV-123.pdf", b"<html>".to_vec()),
            pdf("INV 123 copie.pdf"),
        ]
    };
    let files = session.invoices(given(), &query(&[("INV 123 copie.pdf", "", "")]), Language::En).unwrap();
    let expected = ["INV-123.pdf found C01 INV-123", "FA 123 INV-123.pdf refused", "INV 123 copie.pdf left-out"];
    assert_eq!(told(&files), expected);
    // What is left out can still be told to be its invoice.
    assert_eq!(files.files[2].candidates.len(), 1);
    let files = session.invoices(
        vec![pdf("A INV-123.pdf"), InputFile::in_memory("B INV-123.pdf", Vec::new())],
        &query(&[]),
        Language::En,
    );
    assert_eq!(told(&files.unwrap()), ["A INV-123.pdf found C01 INV-123", "B INV-123.pdf refused"]);
}

#[test]
fn hostile_files_are_refused_with_a_sentence() {
    let names = [
        "../../INV-123.pdf",
        "..\\INV-123.pdf",
        "C:\\INV-123.pdf",
        "INV-123.pdf\r\nBcc: x@y.example",
        "INV-123\r\n\r\n<script>.pdf",
        "INV-123\u{202E}fdp.exe.pdf",
        "INV-123\0.pdf",
        "INV-123\".pdf",
        "INV-123.pdf.exe",
        "INV-123.html",
        ".pdf",
        "",
        "INV-123?.pdf",
    ];
    let mut given: Vec<InputFile> = names.map(pdf).into();
    given.push(InputFile::in_memory("INV-123.pdf", b"<html>%PDF-</html>".to_vec()));
    given.push(InputFile::in_memory("INV-12 C01.pdf", Vec::new()));
    given.push(heavy("FA-2026-0007.pdf", 20_000_001));
    for language in [Language::Fr, Language::En] {
        let mut session = session();
        let given: Vec<InputFile> = given
            .iter()
            .map(|file| match file.source.len() {
                20_000_001 => heavy(&file.name, 20_000_001),
                size => {
                    let mut bytes = vec![0; size as usize];
                    file.source.read_at(0, &mut bytes).unwrap();
                    InputFile::in_memory(file.name.clone(), bytes)
                }
            })
            .collect();
        let files = session.invoices(given, &query(&[]), language).unwrap();
        for file in &files.files {
            assert_eq!((file.state.as_str(), file.invoice.as_ref()), ("refused", None), "{:?}", file.name);
            assert!(file.remark.len() > 20, "{:?}", file.name);
        }
        assert_eq!(missing(&files).len(), 4);
    }
}

#[test]
fn what_makes_a_message_too_heavy_is_left_out_and_told() {
    let mut session = session();
    let given = vec![heavy("INV-123.pdf", 12_000_000), heavy("INV 12.pdf", 9_000_000)];
    let said = query(&[("INV 12.pdf", "C01", "INV-12")]);
    let files = session.invoices(given, &said, Language::Fr).unwrap();
    assert_eq!(files.too_heavy.len(), 1, "{files:?}");
    assert!(files.too_heavy[0].contains("INV-123.pdf") && files.too_heavy[0].contains("20\u{a0}Mo"), "{files:?}");
    let drafts = session.drafts(&said.drafts, Language::Fr).unwrap();
    let of = drafts.iter().find(|one| one.customer == "C01").unwrap();
    assert_eq!(of.attachments, ["INV 12.pdf"]);
    assert!(of.diagnostics.iter().any(|one| one.code == "attachment-too-heavy"));
}

#[test]
fn python_finds_the_same_bytes_in_the_messages() {
    let mut session = session();
    let odd = "Facture n° INV-123 – été & hiver 100% (final).pdf";
    let names = [odd, "INV-12.pdf", "FA-2026-0007.pdf"];
    let said = query(&[("INV-12.pdf", "C02", "INV-12")]);
    session.invoices(names.map(pdf).into(), &said, Language::Fr).unwrap();
    let export = |kind: &str, action: Option<String>| {
        let query = ExportQuery { action, policy: Some(POLICY.to_owned()), ..ExportQuery::of(kind, as_of()) };
        session.export(&query, Language::Fr, &mut |_| {}).unwrap().bytes
    };
    let folder = std::env::temp_dir().join(format!("encours-invoices-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(export("drafts.zip", None))).unwrap();
    for position in 0..archive.len() {
        let mut file = archive.by_index(position).unwrap();
        let name = file.name().unwrap().replace('/', "_");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let drafts = session.drafts(&said.drafts, Language::Fr).unwrap();
    let one = drafts.iter().find(|draft| draft.customer == "C02").unwrap().action.clone();
    std::fs::write(folder.join("single.eml"), export("draft.eml", Some(one))).unwrap();
    let python = Command::new("python3").arg(fixtures::path("oracle/read_attachments.py")).arg(&folder).output();
    let Ok(output) = python else {
        println!("skipped: no python3");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    let messages = read.as_array().unwrap();
    // One file each, all in the mailbox, and the single one.
    assert_eq!(messages.len(), 5, "{read:#}");
    let sums: Vec<(String, String)> = names.iter().map(|name| ((*name).to_owned(), digest(name, &folder))).collect();
    let mut found = 0;
    for message in messages {
        for attachment in message["attachments"].as_array().unwrap() {
            let name = attachment["name"].as_str().unwrap();
            let (_, sum) = sums.iter().find(|(known, _)| known == name).unwrap();
            assert_eq!(
                (attachment["sha256"].as_str(), attachment["type"].as_str()),
                (Some(sum.as_str()), Some("application/pdf"))
            );
            found += 1;
        }
    }
    // INV-123 twice; the two of Beta three times.
    assert_eq!(found, 8);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The digest of a file, by a program that is not ours.
fn digest(name: &str, folder: &std::path::Path) -> String {
    let path = folder.join("one.bin");
    std::fs::write(&path, bytes_of(name)).unwrap();
    let output = Command::new("sha256sum").arg(&path).output().unwrap();
    String::from_utf8(output.stdout).unwrap().split_whitespace().next().unwrap().to_owned()
}
