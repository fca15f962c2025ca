//! An action of the plan as a case: the only place where texts meet the plan and the ledger.

use crate::case::{About, Basis, Case, Line};
use dunning::{Action, ActionItem, Channel};
use ledger::{EntryKey, EntryKind, Ledger};
use text::{Language, letters::printable};
use values::{Amount, AsOf, Currency, Day, Days};

/// Days a proposal stays open, and days left before a formal notice: eight is usual (domain.md 1.9), no law fixes it.
pub(crate) const ANSWER_WITHIN: Days = Days(8);

/// What an action is about, and the documents whose number had to be cleaned.
pub(crate) fn case(
    ledger: &Ledger,
    action: &Action,
    (channel, step): (Channel, &str),
    as_of: AsOf,
    language: Language,
    about: About,
) -> (Case, Vec<String>) {
    let mut cleaned = Vec::new();
    let lines = action.items.iter().map(|item| line(language, ledger, action, item, &mut cleaned)).collect();
    let case = Case {
        language,
        day: action.day,
        as_of,
        deadline: action.deadline.unwrap_or(action.day + ANSWER_WITHIN),
        channel,
        step: step.to_owned(),
        currency: ledger.currency(),
        lines,
        credits: action.credits,
        total: action.amount,
        claims: None,
        about,
        registered_number: None,
    };
    (case, cleaned)
}

fn line(language: Language, ledger: &Ledger, action: &Action, item: &ActionItem, cleaned: &mut Vec<String>) -> Line {
    let late = (item.due_day, item.days_late);
    Line { claimed: action.claims(item), ..listed(language, ledger, item.item.entry, late, item.asked, cleaned) }
}

/// An entry as a text lists it, claimed: its due day and how late it is are told by who lists it. The number of a document
/// that had to be cleaned is noted.
pub(crate) fn listed(
    language: Language,
    ledger: &Ledger,
    entry: EntryKey,
    (due_day, days_late): (Day, Days),
    asked: Amount,
    cleaned: &mut Vec<String>,
) -> Line {
    let of = ledger.entry(entry);
    let number = printable(&ledger.document(entry));
    if number.removed > 0 {
        cleaned.push(number.text.clone());
    }
    Line {
        numbered_invoice: of.kind == EntryKind::Invoice && !number.text.is_empty(),
        document: named(language, number.text, of.kind),
        day: of.document_day,
        due_day,
        days_late: days_late.0,
        original: of.amount,
        asked,
        claimed: true,
    }
}

/// A document number, or what the item is where it has none.
pub(crate) fn named(language: Language, number: String, kind: EntryKind) -> String {
    match (number.is_empty(), kind) {
        (false, _) => number,
        (true, EntryKind::Opening) => language.letter_opening().to_owned(),
        (
            true,
            EntryKind::Invoice
            | EntryKind::CreditNote
            | EntryKind::Payment
            | EntryKind::UndatedPayment
            | EntryKind::Other,
        ) => language.letter_no_number().to_owned(),
    }
}

/// Whether French law is taken to govern the debt: an account in euros, and no other law found or chosen.
pub(crate) fn french_law(currency: Currency, basis: Basis) -> bool {
    match basis {
        Basis::FrenchLaw | Basis::FrenchContract => currency == Currency::EUR,
        Basis::Other(_) => false,
    }
}
