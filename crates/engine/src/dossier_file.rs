//! The dossier file (`.encours`): an archive of `dossier.json` (how the files are read, every edit in order),
//! `items.json` (what was open, for the next comparison), `before.json` (what these files were compared with) and,
//! only when asked, `ledger/1` … (the files themselves). Same dossier, same bytes. A file of a later version, a damaged
//! one, or one with a field nobody knows is refused whole.

use crate::digest::sha256_of;
use crate::view::register as view;
use crate::{InputFile, Session, failures, json, model};
use export::{archive, container};
use followup::{ItemKey, LedgerSnapshot, Log, Operation, Snapshot};
use protocol::{ComparisonQuery, ExportedFile, Failure, OpenOptions, Progress, RestoreQuery, SaveQuery};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use text::Language;
use values::{Amount, Day, Gather};

/// What a dossier file says it is.
const KIND: &str = "dossier";
/// Version of the form written, and the last one read.
const VERSION: u64 = 1;
/// Extension of the file.
pub const EXTENSION: &str = "encours";
/// Bytes of all its parts at most, unpacked.
const MOST: u64 = 1 << 30;

const DOSSIER: &str = "dossier.json";
const ITEMS: &str = "items.json";
const BEFORE: &str = "before.json";
const LEDGER: &str = "ledger/";

/// `dossier.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    encours: &'static str,
    version: u64,
    /// The day of `items.json`.
    as_of: Day,
    /// How the files are read.
    reading: &'a OpenOptions,
    /// The files.
    files: &'a [FileOfDossier],
    /// Every edit, oldest first.
    edits: &'a [Operation],
    /// The edits taken back, the next to come again last.
    undone: &'a [Operation],
}

/// The same, as far as it is not understood yet.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Read {
    #[serde(rename = "encours")]
    _encours: Value,
    #[serde(rename = "version")]
    _version: Value,
    as_of: Value,
    reading: Value,
    files: Vec<Value>,
    edits: Vec<Value>,
    undone: Vec<Value>,
}

/// A file of the ledger, named by its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FileOfDossier {
    name: String,
    sha256: String,
}

/// A dossier file understood, before any ledger is read.
struct Parts {
    as_of: Day,
    reading: OpenOptions,
    files: Vec<FileOfDossier>,
    log: Log,
    items: Snapshot,
    before: Option<Snapshot>,
    ledger: Vec<InputFile>,
}

impl Session {
    /// The dossier file.
    pub fn save(&self, query: &SaveQuery, language: Language) -> Result<ExportedFile, Failure> {
        if query.passphrase.is_some() {
            let advice = language.passphrase_not_available_advice();
            return Err(failures::failure("passphrase", language.passphrase_not_available(), advice));
        }
        let as_of = query.as_of.or(self.saved_day).unwrap_or_else(|| self.last_day());
        let mut files = Vec::new();
        let mut ledger = Vec::new();
        for file in self.files().iter().filter(|file| !file.further) {
            files.push(FileOfDossier { name: file.name.clone(), sha256: file.sha256(language)?.to_owned() });
            if query.with_ledger {
                ledger.push((format!("{LEDGER}{}", files.len()), file.bytes(language)?));
            }
        }
        let written = Written {
            encours: KIND,
            version: VERSION,
            as_of,
            reading: &self.reading_to_keep(),
            files: &files,
            edits: self.log.done(),
            undone: self.log.undone(),
        };
        let mut parts = vec![
            (DOSSIER.to_owned(), json::document(&written, language)?),
            (ITEMS.to_owned(), json::compact(&self.snapshot(as_of), language)?),
        ];
        if let Some(before) = &self.before {
            parts.push((BEFORE.to_owned(), json::compact(before, language)?));
        }
        parts.append(&mut ledger);
        let bytes = archive::zip(&parts).map_err(|error| failures::export(&error, language))?;
        let media_type = "application/vnd.encours.dossier+zip".to_owned();
        Ok(ExportedFile { name: format!("{as_of}_dossier.{EXTENSION}"), media_type, bytes })
    }

    /// Opens a dossier file with the files of its ledger, or those of a later day: then what was open when it was
    /// saved is kept to compare with. Without files, those it holds are read.
    pub fn restore(
        bytes: &[u8],
        inputs: Vec<InputFile>,
        query: &RestoreQuery,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Session, Failure> {
        let parts = parts(bytes, language)?;
        if query.passphrase.is_some() {
            return Err(failures::failure("passphrase", language.dossier_not_encrypted(), ""));
        }
        let inputs = if inputs.is_empty() { parts.ledger } else { inputs };
        if inputs.is_empty() {
            let names: Vec<&str> = parts.files.iter().map(|file| file.name.as_str()).collect();
            let message = language.dossier_without_ledger(&names.join(", "));
            return Err(failures::failure("no-ledger", message, language.dossier_without_ledger_advice()));
        }
        let mut digests = BTreeSet::new();
        for input in &inputs {
            let gone = |error: sheet::SourceError| crate::refusals::unreadable(&input.name, &error.into(), language);
            digests.insert(sha256_of(input.source.as_ref()).map_err(gone)?);
        }
        let saved: BTreeSet<String> = parts.files.iter().map(|file| file.sha256.clone()).gather();
        let preferred = |mut reading: OpenOptions| {
            query.reading.iter().for_each(|wanted| prefer(&mut reading, wanted));
            reading
        };
        let mut open = |reading: OpenOptions| Session::open(inputs.clone(), &reading, language, progress);
        // Files that came with the ledger when it was saved, and were left, are left again.
        let opened = saved.is_subset(&digests).then(|| open(preferred(parts.reading.clone())));
        let kept = match opened {
            Some(opened) if digests == saved => Some(opened?),
            Some(Ok(session)) if session.read_digests(language)? == saved => Some(session),
            _ => None,
        };
        let same = kept.is_some();
        let mut session = match kept {
            Some(session) => session,
            None => {
                let mut reading = parts.reading;
                // Said of the rows, names and balances of other files: here they would be wrong.
                reading.mappings.clear();
                reading.read_files.clear();
                reading.corrections.clear();
                reading.ledger_balances.clear();
                open(preferred(reading))?
            }
        };
        session.log = parts.log;
        session.before = if same { parts.before } else { Some(parts.items) };
        session.saved_day = same.then_some(parts.as_of);
        session.take_matches();
        Ok(session)
    }

    /// What is open on a day, with what is known to have been settled.
    pub(crate) fn snapshot(&self, as_of: Day) -> Snapshot {
        let query = ComparisonQuery { as_of, customer: None, extract: None, limit: None };
        let compared = self.before.as_ref().map(|before| self.comparisons(&query, before.as_of)).unwrap_or_default();
        // What was settled at earlier comparisons, and at this one.
        let settled = |currency| -> Vec<ItemKey> {
            let before = self.before.iter().flat_map(|before| &before.ledgers);
            let before = before.filter(|ledger| ledger.currency == currency).flat_map(|ledger| &ledger.settled);
            let now = compared.iter().filter(|(of, ..)| *of == currency).flat_map(|(.., of)| of.settled());
            before.chain(now).gather::<BTreeSet<&ItemKey>>().into_iter().cloned().collect()
        };
        let ledgers = self.ledgers().iter();
        let ledgers = ledgers.map(|ledger| LedgerSnapshot::of(ledger, as_of, settled(ledger.currency()))).collect();
        Snapshot { as_of, ledgers }
    }

    /// How the files were read, with the models of their headings: the next files have other names.
    fn reading_to_keep(&self) -> OpenOptions {
        let mut reading = self.options.clone();
        for file in self.files() {
            let model = model::of(file);
            if !reading.models.iter().any(|known| known.fingerprint == model.fingerprint) {
                reading.models.push(model);
            }
        }
        reading
    }

    /// The digests of the files that were read.
    fn read_digests(&self, language: Language) -> Result<BTreeSet<String>, Failure> {
        let mut digests = BTreeSet::new();
        for file in self.files().iter().filter(|file| !file.further) {
            digests.insert(file.sha256(language)?.to_owned());
        }
        Ok(digests)
    }

    /// The last day of the files.
    pub(crate) fn last_day(&self) -> Day {
        let last = self.ledgers().iter().filter_map(|ledger| ledger.span()).map(|(_, last)| last).max();
        last.unwrap_or(Day::EPOCH)
    }
}

/// Lets what is wanted now come before what the dossier says.
fn prefer(reading: &mut OpenOptions, wanted: &OpenOptions) {
    reading.mappings.extend(wanted.mappings.clone());
    reading.read_files.extend(wanted.read_files.clone());
    reading.default_terms = wanted.default_terms.clone().or_else(|| reading.default_terms.take());
    reading.default_currency = wanted.default_currency.or(reading.default_currency);
    reading.aged_as_of = wanted.aged_as_of.or(reading.aged_as_of);
    reading.tolerance = wanted.tolerance.or(reading.tolerance);
    reading.models.splice(0..0, wanted.models.iter().cloned());
    if !wanted.corrections.is_empty() {
        reading.corrections.clone_from(&wanted.corrections);
    }
    if !wanted.ledger_balances.is_empty() {
        reading.ledger_balances.clone_from(&wanted.ledger_balances);
    }
}

impl InputFile {
    /// Whether it looks like a dossier file: an archive that begins with its description.
    pub(crate) fn is_dossier(&self) -> bool {
        /// Bytes of the header of a part, before its name.
        const HEADER: usize = 30;
        let mut start = [0; HEADER + DOSSIER.len()];
        let read = self.source.read_at(0, &mut start);
        read.is_ok_and(|count| count == start.len())
            && start.starts_with(b"PK\x03\x04")
            && start.get(HEADER..) == Some(DOSSIER.as_bytes())
    }
}

fn unreadable(language: Language) -> Failure {
    failures::failure("dossier", language.dossier_unreadable(), language.dossier_unreadable_advice())
}

fn wrong_at(path: &str, detail: &str, language: Language) -> Failure {
    failures::failure("dossier", language.dossier_wrong_at(path, detail), language.dossier_unreadable_advice())
}

/// Written as a text and read, as everything else is: a reader of values for every type weighs as much as that of texts.
fn typed<T: DeserializeOwned>(value: Value, path: &str, language: Language) -> Result<T, Failure> {
    serde_json::from_str(&value.to_string()).map_err(|error| {
        let told = error.to_string();
        // The place in that text means nothing to a person.
        wrong_at(path, told.split(" at line ").next().unwrap_or_default(), language)
    })
}

/// Read as a text: one reader of JSON in the module.
fn in_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn listed<T: DeserializeOwned>(values: Vec<Value>, path: &str, language: Language) -> Result<Vec<T>, Failure> {
    let numbered = values.into_iter().enumerate();
    numbered.map(|(at, value)| typed(value, &format!("{path}[{at}]"), language)).collect()
}

/// Takes a dossier file apart, or refuses it whole.
fn parts(bytes: &[u8], language: Language) -> Result<Parts, Failure> {
    let parts = container::unzip(bytes, MOST).map_err(|_| unreadable(language))?;
    let part = |name: &str| parts.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes.as_slice());
    let dossier: Value = part(DOSSIER).and_then(|json| in_json(json).ok()).ok_or_else(|| unreadable(language))?;
    check_version(&dossier, language)?;
    let read: Read = typed(dossier, DOSSIER, language)?;
    let files: Vec<FileOfDossier> = listed(read.files, "files", language)?;
    let edits: Vec<Operation> = listed(read.edits, "edits", language)?;
    let undone: Vec<Operation> = listed(read.undone, "undone", language)?;
    let done = edits.len();
    let log = Log::replay(edits, undone).map_err(|(at, refusal)| {
        let path = if at < done { format!("edits[{at}]") } else { format!("undone[{}]", at - done) };
        let detail = view::refusal(&refusal, language);
        wrong_at(&path, detail.trim_end_matches('.'), language)
    })?;
    let items = part(ITEMS).map(|json| snapshot(json, ITEMS, language)).ok_or_else(|| unreadable(language))??;
    let before = part(BEFORE).map(|json| snapshot(json, BEFORE, language)).transpose()?;
    let (as_of, reading) = (typed(read.as_of, "asOf", language)?, typed(read.reading, "reading", language)?);
    let ledger = ledger_files(parts, &files, language)?;
    Ok(Parts { as_of, reading, files, log, items, before, ledger })
}

/// A later version is refused before anything of it is looked at.
fn check_version(dossier: &Value, language: Language) -> Result<(), Failure> {
    let version = dossier.get("version").and_then(Value::as_u64);
    match version.filter(|_| dossier.get("encours").and_then(Value::as_str) == Some(KIND)) {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => {
            let message = language.dossier_newer(newer, VERSION);
            Err(failures::failure("dossier-newer", message, language.dossier_newer_advice()))
        }
        Some(_) | None => Err(unreadable(language)),
    }
}

/// What was open: its customers in order, its amounts of an exact sum.
fn snapshot(json: &[u8], path: &str, language: Language) -> Result<Snapshot, Failure> {
    let snapshot: Snapshot = in_json(json).map_err(|error| wrong_at(path, &error, language))?;
    let ordered = snapshot.ledgers.is_sorted_by(|a, b| a.currency < b.currency)
        && snapshot.ledgers.iter().all(|ledger| ledger.customers.is_sorted_by(|a, b| a.id < b.id));
    let exact = snapshot.ledgers.iter().all(|ledger| {
        let items = ledger.customers.iter().flat_map(|customer| &customer.items);
        items.map(|item| i128::from(item.4.minor()).abs()).sum::<i128>() <= i128::from(Amount::MAX_TOTAL)
    });
    if ordered && exact { Ok(snapshot) } else { Err(unreadable(language)) }
}

/// The files of the ledger: all of them, or none. Any other part is one nobody knows.
fn ledger_files(
    parts: Vec<(String, Vec<u8>)>,
    files: &[FileOfDossier],
    language: Language,
) -> Result<Vec<InputFile>, Failure> {
    let mut ledger = Vec::new();
    for (name, bytes) in parts.into_iter().filter(|(name, _)| ![DOSSIER, ITEMS, BEFORE].contains(&name.as_str())) {
        let number = name.strip_prefix(LEDGER).and_then(|number| number.parse::<usize>().ok());
        let file = number.filter(|number| *number == ledger.len() + 1).and_then(|number| files.get(number - 1));
        let Some(file) = file else { return Err(wrong_at(&name, language.dossier_part_unknown(), language)) };
        ledger.push(InputFile::in_memory(file.name.clone(), bytes));
    }
    if ledger.is_empty() || ledger.len() == files.len() { Ok(ledger) } else { Err(unreadable(language)) }
}
