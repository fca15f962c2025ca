//! A file read in passes gives what it gives when it is held whole, whatever its layout and the size of its pieces.

use crate::{InputFile, Session};
use protocol::{AgedBalanceQuery, OpenItemsQuery, OpenOptions};
use sheet::{Limits, Sizes, Source, SourceError};
use std::path::{Path, PathBuf};
use std::rc::Rc;
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

/// A text that is said to be longer than it is: only its beginning is looked at.
struct Long(Vec<u8>, u64);

impl Source for Long {
    fn len(&self) -> u64 {
        self.1
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        let from = usize::try_from(offset).unwrap_or(usize::MAX).min(self.0.len());
        let (own, rest) = buffer.split_at_mut(buffer.len().min(self.0.len() - from));
        own.copy_from_slice(&self.0[from..from + own.len()]);
        rest.fill(b'\n');
        let left = usize::try_from(self.1.saturating_sub(offset)).unwrap_or(usize::MAX);
        Ok((own.len() + rest.len()).min(left))
    }
}

#[test]
fn a_text_too_large_to_be_cut_is_refused_with_the_line_of_its_second_table() {
    let other = "Client;Libellé;N° facture;Date facture;Date échéance;Montant TTC\n";
    let text = Long(two_lists(other, 20), Limits::default().file_bytes + 1);
    let file = InputFile { name: "b.csv".to_owned(), source: Rc::new(text) };
    let refused = Session::open(vec![file], &OpenOptions::default(), Language::En, &mut |_| {}).err().unwrap();
    assert_eq!(refused.code, "several-tables");
    assert!(refused.message.contains("begins in line 23"), "{}", refused.message);
}

#[test]
fn bank_statements_and_printed_lists_without_customers_are_refused_by_name() {
    let statement = "Date;Libellé;Montant\n06/04/2026;PAIEMENT CB;-54,80\n07/04/2026;VIREMENT;100,00\n";
    let frame = "-".repeat(60);
    let print = format!(
        "Sachkonto      140000\nBuchungskreis  1000\n\n{frame}\n|St|Belegnr   |Belegdat. |    Betrag in HW|HWähr|Text    |\n{frame}\n\
         |  |1800000002|08.07.2026|        9.600,00|EUR  |Rechnung|\n|  |1600000001|10.09.2026|         600,00-|EUR  |Gut     |\n\
         {frame}\n|* |          |          |        9.000,00|EUR  |        |\n{frame}\n"
    );
    for (text, code) in [(statement, "bank-statement: "), (print.as_str(), "list-print: ")] {
        let files = [("b.txt".to_owned(), text.as_bytes().to_vec())];
        for sizes in [WHOLE, small(1_500, 200)] {
            let told = told(sizes, &files);
            assert!(told.starts_with(code), "{told}");
        }
    }
}
