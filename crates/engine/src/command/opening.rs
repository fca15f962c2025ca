//! A command with what it was given, and from its files to the dossier it asks: opened anew, taken up from its file, or set
//! beside an older one.

use super::{Inputs, Output, Parsed, answer};
use crate::{InputFile, Session, failures, model};
use protocol::{DraftsQuery, Failure, InvoiceChoice, InvoiceFiles, InvoicesQuery, OpenOptions, Progress, RestoreQuery};
use serde::Serialize;
use std::collections::BTreeMap;
use text::Language;
use values::{Day, Gather};

/// A command about to be carried out. Its files are taken by the first thing that reads them.
pub(super) struct Asked<'a> {
    /// The command line.
    pub(super) parsed: &'a Parsed,
    /// What it named, read.
    pub(super) inputs: Inputs,
    /// Told how far the work is.
    pub(super) progress: &'a mut dyn FnMut(Progress),
}

impl Asked<'_> {
    /// Asks the dossier, and tells the answer as JSON or in words.
    pub(super) fn tell<T: Serialize>(
        &mut self,
        ask: impl FnOnce(&Session) -> Result<T, Failure>,
        words: impl FnOnce(&T, Language) -> String,
    ) -> Result<Output, Failure> {
        let found = ask(&self.open()?)?;
        Ok(answer(self.parsed, &found, words(&found, self.parsed.language)))
    }

    /// The dossier of the files named, or the one a dossier file holds.
    pub(super) fn open(&mut self) -> Result<Session, Failure> {
        let (dossier, files) = self.files()?;
        match dossier {
            Some(bytes) => self.restored(&bytes, files),
            None => self.opened(files),
        }
    }

    /// The dossier with the files of invoices that go with its drafts, and what each of them is.
    pub(super) fn with_invoices(&mut self, drafts: &DraftsQuery) -> Result<(Session, Option<InvoiceFiles>), Failure> {
        let given = std::mem::take(&mut self.inputs.invoices);
        let mut session = self.open()?;
        if self.parsed.invoices.is_none() {
            return Ok((session, None));
        }
        let choice = |(file, document): &(String, String)| InvoiceChoice {
            file: file.clone(),
            document: document.clone(),
            customer: String::new(),
        };
        let choices = self.parsed.attach.iter().map(choice).collect();
        let query = InvoicesQuery { drafts: drafts.clone(), choices };
        let files = session.invoices(given, &query, self.parsed.language)?;
        Ok((session, Some(files)))
    }

    /// The last `with` files, with what the ones before them or the dossier had open on the day `before`.
    pub(super) fn compared(&mut self, before: Option<Day>, with: usize) -> Result<Session, Failure> {
        let (dossier, mut files) = self.files()?;
        let new = files.split_off(files.len().saturating_sub(with));
        match dossier {
            Some(bytes) => self.restored(&bytes, new),
            None => {
                let old = self.opened(files)?;
                let mut session = self.opened(new)?;
                session.compare_to(&old, before.unwrap_or_else(|| old.last_day()));
                Ok(session)
            }
        }
    }

    /// The dossier file among the files, and the others.
    fn files(&mut self) -> Result<(Option<Vec<u8>>, Vec<InputFile>), Failure> {
        let files = std::mem::take(&mut self.inputs.files);
        let (dossiers, others): (Vec<InputFile>, Vec<InputFile>) = files.into_iter().partition(InputFile::is_dossier);
        let dossier = dossiers.first().map(|dossier| dossier.bytes(self.parsed.language)).transpose()?;
        Ok((dossier, others))
    }

    fn restored(&mut self, bytes: &[u8], files: Vec<InputFile>) -> Result<Session, Failure> {
        Session::restore(bytes, files, &RestoreQuery::default(), self.parsed.language, self.progress)
    }

    fn opened(&mut self, files: Vec<InputFile>) -> Result<Session, Failure> {
        let (parsed, language) = (self.parsed, self.parsed.language);
        let options = self.options(&files)?;
        let session = Session::open(files, &options, language, self.progress)?;
        // A balance compared with nothing would pass for one that agrees.
        let known = |currency| session.ledgers().iter().any(|ledger| ledger.currency() == currency);
        match parsed.ledger_balances.iter().find(|typed| !known(typed.currency)) {
            Some(typed) => Err(failures::no_such_ledger(typed.currency, language)),
            None => Ok(session),
        }
    }

    /// How these files are read.
    fn options(&self, files: &[InputFile]) -> Result<OpenOptions, Failure> {
        let (parsed, language) = (self.parsed, self.parsed.language);
        let mut mappings = BTreeMap::new();
        let mut models = Vec::new();
        if let Some(json) = &self.inputs.mapping {
            let given = model::parse(json).map_err(|detail| refused("--mapping", &detail, language))?;
            models = given.models;
            if let Some(mapping) = given.for_all {
                // One mapping for all the files named: they are of one kind.
                mappings.extend(files.iter().map(|file| (file.name.clone(), mapping.clone())));
            }
            mappings.extend(given.by_name);
        }
        let corrections = match &self.inputs.corrections {
            Some(json) => {
                serde_json::from_str(json).map_err(|error| refused("--corrections", &error.to_string(), language))?
            }
            None => Vec::new(),
        };
        Ok(OpenOptions {
            mappings,
            language: Some(language),
            default_terms: parsed.default_terms.clone(),
            default_currency: parsed.default_currency,
            aged_as_of: parsed.aged_as_of,
            tolerance: parsed.tolerance,
            corrections,
            ledger_balances: parsed.ledger_balances.clone(),
            read_files: parsed.read_files.iter().map(|name| (name.clone(), true)).gather(),
            models,
        })
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
