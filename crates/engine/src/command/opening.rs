//! From the files of a command line to the dossier it asks: opened anew, taken up from its file, or set beside an older one.

use super::{Inputs, Parsed};
use crate::{InputFile, Session, failures, model};
use protocol::{DraftsQuery, Failure, InvoiceChoice, InvoiceFiles, InvoicesQuery, OpenOptions, Progress, RestoreQuery};
use std::collections::BTreeMap;
use text::Language;
use values::Day;

/// The dossier with the files of invoices that go with its drafts, and what each of them is.
pub(super) fn with_invoices(
    parsed: &Parsed,
    mut inputs: Inputs,
    drafts: &DraftsQuery,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Session, Option<InvoiceFiles>), Failure> {
    let given = std::mem::take(&mut inputs.invoices);
    let mut session = open(parsed, inputs, progress)?;
    if parsed.invoices.is_none() {
        return Ok((session, None));
    }
    let choice = |(file, document): &(String, String)| InvoiceChoice {
        file: file.clone(),
        document: document.clone(),
        customer: String::new(),
    };
    let choices = parsed.attach.iter().map(choice).collect();
    let query = InvoicesQuery { drafts: drafts.clone(), choices };
    let files = session.invoices(given, &query, parsed.language)?;
    Ok((session, Some(files)))
}

/// The new files, with what the old ones or the dossier had open.
pub(super) fn compared(
    parsed: &Parsed,
    mut inputs: Inputs,
    before: Option<Day>,
    with: usize,
    progress: &mut dyn FnMut(Progress),
) -> Result<Session, Failure> {
    let (dossier, mut files) = apart(std::mem::take(&mut inputs.files), parsed.language)?;
    let new = files.split_off(files.len().saturating_sub(with));
    let of = |files| Inputs { files, ..inputs.clone_without_files() };
    match dossier {
        Some(bytes) => restored(parsed, &bytes, new, progress),
        None => {
            let old = open(parsed, of(files), progress)?;
            let mut session = open(parsed, of(new), progress)?;
            session.compare_to(&old, before.unwrap_or_else(|| old.last_day()));
            Ok(session)
        }
    }
}

/// The dossier file among the files, and the others.
fn apart(files: Vec<InputFile>, language: Language) -> Result<(Option<Vec<u8>>, Vec<InputFile>), Failure> {
    let (dossiers, others): (Vec<InputFile>, Vec<InputFile>) = files.into_iter().partition(InputFile::is_dossier);
    let dossier = dossiers.first().map(|dossier| dossier.bytes(language)).transpose()?;
    Ok((dossier, others))
}

fn restored(
    parsed: &Parsed,
    bytes: &[u8],
    files: Vec<InputFile>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Session, Failure> {
    Session::restore(bytes, files, &RestoreQuery::default(), parsed.language, progress)
}

/// The dossier of the files named, or the one a dossier file holds.
pub(super) fn open(
    parsed: &Parsed,
    mut inputs: Inputs,
    progress: &mut dyn FnMut(Progress),
) -> Result<Session, Failure> {
    let language = parsed.language;
    let (dossier, files) = apart(std::mem::take(&mut inputs.files), language)?;
    inputs.files = files;
    if let Some(bytes) = dossier {
        return restored(parsed, &bytes, inputs.files, progress);
    }
    let mut mappings = BTreeMap::new();
    let mut models = Vec::new();
    if let Some(json) = &inputs.mapping {
        let given = model::parse(json).map_err(|detail| refused("--mapping", &detail, language))?;
        models = given.models;
        if let Some(mapping) = given.for_all {
            // One mapping for all the files named: they are of one kind.
            mappings.extend(inputs.files.iter().map(|file| (file.name.clone(), mapping.clone())));
        }
        mappings.extend(given.by_name);
    }
    let corrections = match &inputs.corrections {
        Some(json) => {
            serde_json::from_str(json).map_err(|error| refused("--corrections", &error.to_string(), language))?
        }
        None => Vec::new(),
    };
    let options = OpenOptions {
        mappings,
        language: Some(language),
        default_terms: parsed.default_terms.clone(),
        tolerance: parsed.tolerance,
        corrections,
        ledger_balances: parsed.ledger_balances.clone(),
        models,
    };
    let session = Session::open(inputs.files, &options, language, progress)?;
    // A balance compared with nothing would pass for one that agrees.
    let known = |currency| session.ledgers().iter().any(|ledger| ledger.currency() == currency);
    match parsed.ledger_balances.iter().find(|typed| !known(typed.currency)) {
        Some(typed) => Err(failures::no_such_ledger(typed.currency, language)),
        None => Ok(session),
    }
}

/// A file of choices that is not what it should be.
fn refused(option: &str, detail: &str, language: Language) -> Failure {
    Failure {
        code: "mapping".to_owned(),
        message: language.mapping_refused(option, detail),
        file: None,
        advice: language.mapping_advice().to_owned(),
    }
}
