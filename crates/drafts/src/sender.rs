//! `Sender`: who writes, as filled in; and the same once cleaned and checked, for all drafts at once.

use crate::{DraftDiagnostic, EmailAddress, Mailbox};
use rules::identifiers::Iban;
use text::letters::printable;

/// The creditor. Empty fields are left out of the texts, and said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The firm.
    pub company: String,
    /// The person who signs.
    pub name: String,
    /// Its e-mail address.
    pub email: String,
    /// Its telephone number.
    pub phone: String,
    /// Where to pay.
    pub iban: String,
}

/// A sender fit to print, with what must be said of it on every draft.
pub(crate) struct CheckedSender {
    pub(crate) company: String,
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) iban: String,
    pub(crate) mailbox: Option<Mailbox>,
    pub(crate) diagnostics: Vec<DraftDiagnostic>,
}

impl CheckedSender {
    pub(crate) fn new(sender: &Sender) -> CheckedSender {
        let mut removed = 0;
        let mut clean = |text: &str| {
            let cleaned = printable(text);
            removed += cleaned.removed;
            cleaned.text
        };
        let (company, name, phone) = (clean(&sender.company), clean(&sender.name), clean(&sender.phone));
        let (email, iban_seen) = (clean(&sender.email), clean(&sender.iban));
        let address = email.parse::<EmailAddress>().ok();
        let iban = iban_seen.parse::<Iban>().ok().map(|iban| iban.grouped());
        let mut diagnostics = Vec::new();
        if company.is_empty() {
            diagnostics.push(DraftDiagnostic::CompanyMissing);
        }
        if name.is_empty() {
            diagnostics.push(DraftDiagnostic::SignatoryMissing);
        }
        if !email.is_empty() && address.is_none() {
            diagnostics.push(DraftDiagnostic::SenderAddressInvalid { seen: email });
        }
        match (&iban, iban_seen.is_empty()) {
            (Some(_), _) => {}
            (None, true) => diagnostics.push(DraftDiagnostic::IbanMissing),
            (None, false) => diagnostics.push(DraftDiagnostic::IbanInvalid { seen: iban_seen }),
        }
        if removed > 0 {
            diagnostics.push(DraftDiagnostic::SenderCleaned);
        }
        let shown = if company.is_empty() { name.clone() } else { company.clone() };
        let mailbox = address.map(|address| Mailbox { name: shown, address });
        CheckedSender { company, name, phone, iban: iban.unwrap_or_default(), mailbox, diagnostics }
    }
}
