//! The shared samples that are no receivables, or that mean to confuse: each read, or refused with its own sentence.
//! They lie beside the project; where they are absent this suite says so and passes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::InputFile;
use engine::command::{Inputs, Output, run};
use serde_json::Value;
use sheet::Limits;

const SAMPLES: &str = "../../shared/samples";

fn present() -> bool {
    let present = fixtures::path(SAMPLES).is_dir();
    if !present {
        println!("skipped: no samples in {SAMPLES}");
    }
    present
}

fn import(sample: &str, language: &str) -> Output {
    let name = sample.rsplit('/').next().unwrap();
    let args = ["import", name, "--lang", language].map(str::to_owned);
    let file = InputFile::in_memory(name, fixtures::bytes(&format!("{SAMPLES}/{sample}")));
    run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {})
}

fn names(folder: &str) -> Vec<String> {
    let files = std::fs::read_dir(fixtures::path(&format!("{SAMPLES}/{folder}"))).unwrap();
    let mut names: Vec<String> =
        files.map(|file| format!("{folder}/{}", file.unwrap().file_name().to_string_lossy())).collect();
    names.sort();
    names
}

#[test]
fn every_bank_statement_is_refused_as_what_it_is_or_as_no_receivables() {
    if !present() {
        return;
    }
    let mut counts = std::collections::BTreeMap::new();
    for sample in ["bank/bsp", "bank/cfonb120", "bank/mt940", "bank/oca"].into_iter().flat_map(names) {
        let output = import(&sample, "en");
        assert_eq!(
            (output.status, output.stderr.lines().count()),
            (1, 1),
            "{sample}: {}{}",
            output.stdout,
            output.stderr
        );
        let kinds = [
            "CAMT",
            "MT940",
            "CFONB 120",
            "OFX",
            "ZIP archive of 2",
            "looks like a bank statement",
            "no table of receivables",
        ];
        let kind = kinds
            .into_iter()
            .find(|kind| output.stderr.contains(kind))
            .unwrap_or_else(|| panic!("{sample}: {}", output.stderr));
        *counts.entry(kind).or_insert(0) += 1;
    }
    println!("{counts:?}");
    assert_eq!((counts["CAMT"], counts["MT940"], counts["CFONB 120"], counts["OFX"]), (5, 11, 7, 2));
    // A statement without headings, and a CFONB file of another record: no word in them says what they are.
    assert_eq!((counts["looks like a bank statement"], counts["no table of receivables"]), (10, 2));
}

#[test]
fn french_exports_are_read_or_refused_by_name() {
    if !present() {
        return;
    }
    for (sample, words) in [
        ("ebp.edi", "un fichier d’échange EBP"),
        ("isacompta.isa", "un fichier d’échange Isacompta"),
        ("sage_iseven.ecx", "un fichier d’échange Sage"),
        ("vinifera_sales.csv", "aucune table de créances"),
        ("bank_statements.ods", "relevé"),
    ] {
        let output = import(&format!("exports-fr/{sample}"), "fr");
        assert_eq!(output.status, 1, "{sample}: {}", output.stdout);
        assert!(output.stderr.contains(words) || output.stderr.contains("aucune table"), "{sample}: {}", output.stderr);
    }
    for sample in ["epicea_journals.txt", "socleo_sales.csv", "socleo_incoming_payments.csv"] {
        let output = import(&format!("exports-fr/{sample}"), "fr");
        assert_eq!(output.status, 0, "{sample}: {}", output.stderr);
    }
}

#[test]
fn entry_files_without_headings_are_refused_by_name_with_what_to_export_instead() {
    for (path, language, kind, advice) in [
        ("quadra.txt", "fr", "un fichier d’écritures Quadra", "exportez plutôt le FEC"),
        ("quadra.txt", "en", "an entry file of Quadra", "export the FEC instead"),
        ("ciel.txt", "fr", "un fichier de transfert d’écritures Ciel ou Sage 50", "exportez plutôt le FEC"),
        ("ciel.txt", "en", "a transfer file of Ciel or Sage 50", "export the FEC instead"),
    ] {
        let args = ["import", "ventes.txt", "--lang", language].map(str::to_owned);
        let file = InputFile::in_memory("ventes.txt", fixtures::bytes(&format!("fixtures/reading/{path}")));
        let output = run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {});
        assert_eq!((output.status, output.stderr.lines().count()), (1, 1), "{}{}", output.stdout, output.stderr);
        assert!(output.stderr.contains(kind) && output.stderr.contains(advice), "{}", output.stderr);
    }
}

#[test]
fn the_acid_test_of_delimited_text_reads_to_its_json() {
    if !present() {
        return;
    }
    let mut read = 0;
    // The JSON beside location_coordinates.csv gives another telephone number than the file itself.
    let pairs = |name: &String| name.ends_with(".csv") && !name.contains("location_coordinates");
    for sample in names("nasty/csv-spectrum").into_iter().filter(pairs) {
        let expected = fixtures::json(&format!("{SAMPLES}/{}", sample.replace(".csv", ".json")));
        let bytes = fixtures::bytes(&format!("{SAMPLES}/{sample}"));
        let book = sheet::read(&bytes, &Limits::default(), &mut |_, _| {}).unwrap();
        let mut rows = book.tables[0].rows();
        let headings: Vec<String> = rows.next().unwrap().cells().map(|cell| cell.text.to_owned()).collect();
        let object = |row: sheet::Row<'_>| {
            let value = |at: usize| row.cell(at as u16).map_or("", |cell| cell.text);
            headings
                .iter()
                .enumerate()
                .map(|(at, key)| (key.clone(), Value::from(value(at))))
                .collect::<serde_json::Map<_, _>>()
        };
        let seen: Vec<Value> = rows.map(object).map(Value::from).collect();
        // One kind of line end is left inside cells.
        let expected: Value = serde_json::from_str(&expected.to_string().replace("\\r\\n", "\\n")).unwrap();
        assert_eq!(Value::from(seen), expected, "{sample}");
        read += 1;
    }
    assert!(read >= 11, "{read}");
}

#[test]
fn naughty_strings_never_break_a_ledger() {
    if !present() {
        return;
    }
    let strings: Vec<String> = serde_json::from_value(fixtures::json(&format!("{SAMPLES}/nasty/blns.json"))).unwrap();
    let mut ledger = String::from("Client;Facture;Date;Échéance;Solde\n");
    for (number, string) in strings.iter().enumerate() {
        ledger += &format!("\"{}\";F{number};01/01/2026;31/01/2026;1,00\n", string.replace('"', "\"\""));
    }
    let args = ["report", "blns.csv", "--as-of", "2026-06-30", "--out", "x", "--lang", "fr"].map(str::to_owned);
    let file = InputFile::in_memory("blns.csv", ledger.into_bytes());
    let output = run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {});
    assert_eq!(output.status, 0, "{}", output.stderr);
    for (name, content) in output.files.iter().filter(|(name, _)| name.ends_with(".xlsx") || name.ends_with(".csv")) {
        sheet::read(content, &Limits::default(), &mut |_, _| {})
            .unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    }
    assert!(import("nasty/blns.txt", "fr").status <= 1);
}
