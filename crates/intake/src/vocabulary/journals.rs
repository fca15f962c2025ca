//! Names and codes of journals.

use super::any_held;

const OPENING_JOURNALS: &[&str] = &["an", "ran", "anc", "ano", "anx", "ouv", "a nouveaux", "a nouveau", "opening"];

const SALES_JOURNALS: &[&str] =
    &["ve", "vt", "vte", "ven", "vent", "vente", "ventes", "sales", "sls", "facture", "factures"];

const BANK_JOURNALS: &[&str] = &["bq", "bnk", "bank", "banque", "ba", "cb", "caisse", "ca", "cash"];

pub(crate) fn is_opening_journal(words: &str) -> bool {
    OPENING_JOURNALS.contains(&words)
}

/// The name of a journal of openings: `Reports à nouveau`, `Journal d'ouverture`.
pub(crate) fn names_opening_journal(words: &str) -> bool {
    any_held(words, &["a nouveau", "a nouveaux", "an", "ran", "ouverture", "reouverture"])
}

pub(crate) fn is_sales_journal(words: &str) -> bool {
    SALES_JOURNALS.contains(&words)
}

pub(crate) fn is_bank_journal(words: &str) -> bool {
    BANK_JOURNALS.contains(&words)
}
