//! The journal of contacts: as a table, as a document, read back and merged, and its figures.

use crate::papers::text_cell as text;
use crate::{Session, failures, json};
use desk::{Merged, StepFigures};
use export::listing::{Listing, Value};
use followup::{Channel, Contact, Operation};
use protocol::{Failure, JournalFigures, JournalMerge, JournalQuery, JournalStep};
use serde::{Deserialize, Serialize};
use text::Language;
use values::{AsOf, Day};

/// What the document says it is.
const KIND: &str = "journal";
/// Version of the form written, and the last one read.
const VERSION: u32 = 1;
/// Contacts of a journal read, at most.
const MOST: usize = 100_000;

/// `journal.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Document {
    encours: String,
    version: u32,
    contacts: Vec<Contact>,
}

impl Session {
    /// The contacts of the ledgers open, in the order recorded.
    fn contacts(&self) -> &[Contact] {
        &self.log.register().contacts
    }

    /// The journal as a document that reads back the same.
    pub(crate) fn journal_document(&self, language: Language) -> Result<Vec<u8>, Failure> {
        let document = Document { encours: KIND.to_owned(), version: VERSION, contacts: self.contacts().to_vec() };
        json::document(&document, language)
    }

    /// The journal as a table; its last column holds each line whole, to read it back.
    pub(crate) fn journal_listing(&self, language: Language) -> Listing {
        let headings = language.journal_headings();
        let row = |contact: &Contact| {
            let documents: Vec<&str> = contact.items.iter().map(|item| item.document.as_str()).collect();
            let supposed = contact.outcome.and_then(|outcome| outcome.supposed_reason());
            let reason = match (contact.reason, supposed) {
                (Some(reason), _) => language.delay_reason(reason.key()).to_owned(),
                (None, Some(reason)) => {
                    format!("{} ({})", language.delay_reason(reason.key()), language.call_supposed())
                }
                (None, None) => String::new(),
            };
            vec![
                Value::Day(contact.day),
                text(&contact.customer),
                text(&self.name_of(&contact.customer)),
                text(language.by_means(drafts::channel_key(contact.channel))),
                text(&contact.step),
                text(contact.outcome.map(|outcome| language.call_outcome(outcome.key())).unwrap_or_default()),
                text(&reason),
                contact.again.map_or(Value::Empty, Value::Day),
                text(&documents.join(", ")),
                text(&contact.result),
                text(&contact.template),
                text(&contact.text_sha256),
                text(&json::inline(contact)),
            ]
        };
        Listing {
            name: language.journal_title().to_owned(),
            notes: vec![language.journal_title().to_owned()],
            headings: headings.map(str::to_owned).to_vec(),
            rows: self.contacts().iter().map(row).collect(),
        }
    }

    /// Reads a journal back and adds what is new of it, as one edit. Nothing is added where nothing is asked for.
    pub fn journal_import(&mut self, query: &JournalQuery, language: Language) -> Result<JournalMerge, Failure> {
        let read = read(&query.text, language)?;
        let merged = {
            let listed = |id: &str| self.ledgers().iter().any(|ledger| ledger.find(id).is_some());
            desk::merge(self.log.register(), read, listed)
        };
        let told = told(&merged, language);
        if query.apply && !merged.new.is_empty() {
            let operations = merged.new.into_iter().map(Operation::Contact).collect();
            self.edit(Operation::Together(operations), language)?;
        }
        Ok(told)
    }

    /// What the contacts came to, by step and means.
    pub fn journal_figures(&self, as_of: Day, language: Language) -> Result<Vec<JournalFigures>, Failure> {
        self.check_day(as_of, language)?;
        let resolved = self.resolved_on(as_of);
        let each = self.ledgers().iter().zip(resolved.iter());
        let of = each.map(|(ledger, people)| JournalFigures {
            currency: ledger.currency(),
            attribution_days: desk::ATTRIBUTION.0,
            steps: desk::figures(ledger, self.log.register(), &people.promises, AsOf(as_of))
                .into_iter()
                .map(|((step, channel), figures)| step_row(step, channel, &figures))
                .collect(),
        });
        Ok(of.collect())
    }
}

fn step_row(step: String, channel: Channel, of: &StepFigures) -> JournalStep {
    JournalStep {
        step,
        channel,
        contacts: of.contacts,
        reached: of.reached,
        promises: of.promises,
        kept: of.kept,
        broken: of.broken,
        followed: of.followed,
        paid: of.paid,
    }
}

fn told(merged: &Merged, language: Language) -> JournalMerge {
    let strangers: Vec<String> = merged.strangers.iter().map(|one| one.customer.clone()).collect();
    JournalMerge {
        new: merged.new.len() as u32,
        known: merged.known as u32,
        text: language.journal_merged(merged.new.len(), merged.known, &strangers),
        strangers,
    }
}

/// The contacts of a document, or of a table of ours by its last column.
fn read(text: &str, language: Language) -> Result<Vec<Contact>, Failure> {
    let refused = |detail: &str| failures::failure("journal", language.journal_refused(detail), "");
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.starts_with('{') {
        let document: Document = serde_json::from_str(text).map_err(|error| refused(&error.to_string()))?;
        if document.encours != KIND || document.version > VERSION {
            return Err(refused(&format!("{} {}", document.encours, document.version)));
        }
        return within(document.contacts, language);
    }
    let records = export::delimited::records(text).map_err(|error| refused(&error))?;
    let mut contacts = Vec::new();
    for (number, record) in (1_usize..).zip(records).skip(1) {
        let Some(cell) = record.last().filter(|cell| !cell.trim().is_empty()) else { continue };
        let contact = serde_json::from_str(cell).map_err(|error| refused(&format!("{number}: {error}")))?;
        contacts.push(contact);
    }
    within(contacts, language)
}

fn within(contacts: Vec<Contact>, language: Language) -> Result<Vec<Contact>, Failure> {
    if contacts.len() <= MOST {
        return Ok(contacts);
    }
    Err(failures::failure("journal", language.journal_refused(&contacts.len().to_string()), ""))
}
