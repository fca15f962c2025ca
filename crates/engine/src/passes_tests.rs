//! A file read in passes gives what it gives when it is held whole, whatever its layout and the size of its pieces.

use crate::{InputFile, Session};
use protocol::{AgedBalanceQuery, OpenItemsQuery, OpenOptions};
use sheet::Sizes;
use std::path::{Path, PathBuf};
use text::Language;

/// Everything a dossier tells of its files, its items and its ages; or why it is refused.
fn told(sizes: Sizes, files: &[(String, Vec<u8>)]) -> String {
    let inputs = files.iter().map(|(name, bytes)| InputFile::in_memory(name.clone(), bytes.clone())).collect();
    let session = Session::open_in(sizes, inputs, &OpenOptions::default(), Language::En, &mut |_| {});
    let session = match session {
        Ok(session) => session,
        Err(failure) => return format!("{}: {}", failure.code, failure.message),
    };
    let day = serde_json::json!({ "asOf": "2026-09-30" });
    let ages: AgedBalanceQuery = serde_json::from_value(day.clone()).unwrap();
    let items: OpenItemsQuery = serde_json::from_value(day).unwrap();
    let ages = session.aged_balance(&ages, Language::En).map(|ages| serde_json::to_string_pretty(&ages).unwrap());
    let items = session.open_items(&items, Language::En).map(|items| serde_json::to_string_pretty(&items).unwrap());
    let mut report = serde_json::to_value(session.import_report(Language::En)).unwrap();
    for file in report["files"].as_array_mut().unwrap() {
        for column in file["mapping"]["columns"].as_array_mut().unwrap() {
            // Cells shown as examples: any will do.
            column["samples"].take();
        }
    }
    let report = serde_json::to_string_pretty(&report).unwrap();
    [Ok(report), ages, items].map(|part| part.unwrap_or_else(|failure| failure.code)).join("\n")
}

const WHOLE: Sizes = Sizes { whole: u64::MAX, head: 0, slice: 0, slices: 0, piece: 0, batch: 0 };

/// Sizes that show the reader a part of a small file.
fn small(head: usize, piece: usize) -> Sizes {
    Sizes { whole: 0, head, slice: 80, slices: 2, piece, batch: 3 }
}

/// The text files of a folder of fixtures.
fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let ledger = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name.ends_with(".csv") || name.ends_with(".txt")) && name != "files.txt" && name != "expected.txt"
    };
    files.retain(ledger);
    files.sort();
    files
}

fn read(path: &Path) -> (String, Vec<u8>) {
    (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())
}

fn compare(name: &str, sizes: Sizes, files: &[(String, Vec<u8>)]) -> Option<String> {
    let (passes, whole) = (told(sizes, files), told(WHOLE, files));
    let differ = passes.lines().zip(whole.lines()).enumerate().find(|(_, (one, other))| one != other);
    (passes != whole).then(|| format!("{name}, {sizes:?}: in passes, then whole: {differ:?}\n"))
}

#[test]
fn every_layout_is_read_alike_in_passes_and_whole() {
    let (mut count, mut wrong) = (0, String::new());
    for folder in ["layouts", "fec", "aged", "demo", "findings", "g1", "payers", "quality", "reading"] {
        for path in texts(folder) {
            let files = [read(&path)];
            for sizes in [small(1_500, 200), small(4_000, 64), small(128 * 1024, 4_096)] {
                wrong.extend(compare(&format!("{folder}/{}", files[0].0), sizes, &files));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count > 35, "{count}");
}

/// Two lists in one text, the second one below the first, under `second` headings.
fn two_lists(second: &str, rows: u32) -> Vec<u8> {
    let row = |number: u32| {
        let (customer, day) = (number % 17, 1 + number % 28);
        format!("C{customer:03};CLIENT {customer};F{number:05};{day:02}/07/2026;{day:02}/08/2026;{number},50\n")
    };
    let rows = |from: u32| (from..from + rows).map(row).collect::<String>();
    let first = rows(0);
    let blank = if second.is_empty() { "" } else { "\n" };
    format!("Compte;Nom;Pièce;Date;Échéance;Solde\n{first}{blank}{second}{}", rows(1_000)).into_bytes()
}

#[test]
fn a_table_below_another_far_behind_the_sample_is_read_as_in_a_small_file() {
    let customers = "Code client;Raison sociale;Téléphone;Ville;Pays;Encours autorisé\n";
    let same = "Compte;Nom;Pièce;Date;Échéance;Solde\n";
    let other = "Client;Libellé;N° facture;Date facture;Date échéance;Montant TTC\n";
    for (what, second) in [("customers", customers), ("the same headings", same), ("other headings", other)] {
        let files = [("b.csv".to_owned(), two_lists(second, 300))];
        assert_eq!(compare(what, small(1_500, 200), &files), None);
        assert_eq!(compare(what, small(128 * 1024, 4_096), &files), None);
    }
    // Cut in two, the second list is left with a word: rows under other headings never count under the first ones.
    let files = [("b.csv".to_owned(), two_lists(other, 300))];
    let told = told(small(1_500, 200), &files);
    assert!(told.contains("\"imported\": 300,"), "{told}");
}
