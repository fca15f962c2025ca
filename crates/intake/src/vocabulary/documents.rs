//! Words and codes for what a row records: invoices, credit notes, payments, money that moves or comes back.

use super::journals::{is_bank_journal, is_opening_journal, is_sales_journal};
use super::rows::is_opening;
use super::{any_begins, any_held};
use crate::words::begins_with;

const CREDIT_NOTES: &[&str] = &[
    "avoir",
    "avoirs",
    "note de credit",
    "credit note",
    "credit memo",
    "creditnote",
    "credit notes",
    "gutschrift",
    "nota de credito",
    "abono",
    "nota di credito",
    "creditnota",
    "creditmemo",
    "crn",
    "avc",
    "rectificativa",
    "nota credito",
    "nota de abono",
    "note credit",
    "credit invoice",
    "stornorechnung",
    "korrekturrechnung",
    "kreditnota",
    "kreditfaktura",
    "faktura korygujaca",
    "korekta",
];

/// Codes of a type column that mean a credit note; too short to be trusted in a sentence.
const CREDIT_NOTE_CODES: &[&str] = &["av", "sc", "cn", "cm", "a", "nc", "gs", "ac", "arc"];

const PAYMENTS: &[&str] = &[
    "reglement",
    "reglements",
    "regl",
    "reglt",
    "rglt",
    "paiement",
    "paiements",
    "payment",
    "payments",
    "virement",
    "virements",
    "vir",
    "virt",
    "cheque",
    "cheques",
    "chq",
    "encaissement",
    "encaissements",
    "prelevement",
    "prlv",
    "acompte",
    "acomptes",
    "remise",
    "versement",
    "versements",
    "zahlung",
    "uberweisung",
    "pago",
    "cobro",
    "pagamento",
    "bonifico",
    "incasso",
    "betaling",
    "indbetaling",
    "inbetalning",
    "betalning",
    "wplata",
    "zaplata",
    "przelew",
    "receipt",
    "deposit",
    "prepayment",
    "pmt",
    "rgt",
    "lcr",
    "effet",
    "banque",
    "bank",
    "caisse",
    "cash",
    "wire",
    "transfer",
    "especes",
    "carte bancaire",
    "cb",
    "paypal",
    "stripe",
    "sepa",
];

pub(super) const TRANSFERS: &[&str] = &[
    "reglement",
    "reglements",
    "regl",
    "reglt",
    "rglt",
    "rgt",
    "virement",
    "virements",
    "vir",
    "virt",
    "cheque",
    "cheques",
    "chq",
    "encaissement",
    "prelevement",
    "prlv",
    "versement",
    "versements",
    "paiement",
    "payment",
    "zahlung",
    "uberweisung",
    "pago",
    "cobro",
    "bonifico",
    "incasso",
    "betaling",
    "indbetaling",
    "inbetalning",
    "betalning",
    "wplata",
    "zaplata",
    "przelew",
    "wire",
    "remise cheque",
    "remise de cheque",
];

const PAYMENT_CODES: &[&str] = &["pay", "sr", "py", "dz", "re", "r", "reg", "bq", "bnk", "rg"];

/// A debit that is money going back or a payment that failed: not a sale.
pub(super) const RETURNED: &[&str] = &[
    "impaye",
    "rejet",
    "remboursement",
    "refund",
    "bounced",
    "chargeback",
    "rucklastschrift",
    "contrepassation",
    "extourne",
];

const OTHERS: &[&str] =
    &["od", "operation diverse", "operations diverses", "miscellaneous", "misc", "journal entry", "divers"];

/// Codes of FatturaPA (`TipoDocumento`) for what a customer owes: invoices, on account too (02, 03), fees (06), simplified ones
/// (07), debit notes (05, 09), deferred invoices (24, 25) and sales of assets (26). Those left out are drawn up by who buys,
/// or owed by nobody.
const ITALIAN_INVOICES: &[&str] = &["td01", "td02", "td03", "td05", "td06", "td07", "td09", "td24", "td25", "td26"];

/// Those for a credit note, whole or simplified.
const ITALIAN_CREDIT_NOTES: &[&str] = &["td04", "td08"];

/// Words and codes of a type column that mean an invoice, SAP's among them.
const INVOICES: &[&str] = &[
    "facture",
    "factures",
    "fact",
    "fac",
    "fa",
    "f",
    "fc",
    "ft",
    "fv",
    "invoice",
    "inv",
    "in",
    "si",
    "sales invoice",
    "customer invoice",
    "out invoice",
    "accrec",
    "rechnung",
    "re",
    "rg",
    "ar",
    "rv",
    "dr",
    "da",
    "rx",
    "factura",
    "fattura",
    "factuur",
    "faktura",
    "vente",
    "ventes",
    "sale",
    "sales",
    "ve",
    "vt",
    "debit note",
    "note de debit",
    "dn",
    "nd",
    "situation",
    "facture d acompte",
    "facture client",
    "facture de vente",
    "tax invoice",
    "interest",
    "interets",
    "frais",
];

/// Words for an invoice; beside a word for money it is still one: `Facture d'acompte`, `Deposit invoice`.
const INVOICE_WORDS: [&str; 7] = ["facture", "invoice", "rechnung", "factura", "fattura", "factuur", "faktura"];

pub(crate) fn names_credit_note(words: &str) -> bool {
    any_held(words, CREDIT_NOTES)
}

/// Whether words are a name of credit notes, and nothing else.
pub(crate) fn is_credit_note_name(words: &str) -> bool {
    CREDIT_NOTES.contains(&words)
}

/// Whether a text speaks of invoices.
pub(crate) fn names_invoice(words: &str) -> bool {
    words.split(' ').any(|word| INVOICE_WORDS.iter().any(|invoice| word.starts_with(invoice)))
}

pub(crate) fn is_credit_note_type(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    CREDIT_NOTE_CODES.contains(&words) || ITALIAN_CREDIT_NOTES.contains(&first) || names_credit_note(words)
}

pub(crate) fn names_payment(words: &str) -> bool {
    any_held(words, PAYMENTS)
}

/// A label that begins with a movement of money: never a customer's name, unlike `cash` or `banque`.
pub(crate) fn begins_with_transfer(words: &str) -> bool {
    any_begins(words, TRANSFERS)
}

/// A text that begins with money that moved, by whatever means.
pub(crate) fn begins_with_money(words: &str) -> bool {
    const OTHERS: &[&str] = &["cb", "carte", "retrait", "lastschrift", "dauerauftrag", "card", "facture carte", "sepa"];
    begins_with_transfer(words) || any_begins(words, PAYMENTS) || any_begins(words, OTHERS)
}

/// A text that begins with a word for an invoice.
pub(crate) fn begins_with_invoice(words: &str) -> bool {
    words.split(' ').next().is_some_and(names_invoice)
}

/// A document number that begins with the letters of a credit note: `AV-2026-12`, `AV0012`.
pub(crate) fn is_credit_note_number(words: &str) -> bool {
    let letters = words.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let prefix = words.strip_suffix(letters).unwrap_or_default();
    let numbered = letters.trim_start().starts_with(|c: char| c.is_ascii_digit());
    numbered && ["av", "avo", "avoir", "avc", "cn", "crn", "gs", "nc"].contains(&prefix)
}

pub(crate) fn is_payment_type(words: &str) -> bool {
    let invoice = INVOICE_WORDS.iter().any(|word| begins_with(words, word) || words.ends_with(&format!(" {word}")));
    PAYMENT_CODES.contains(&words) || (names_payment(words) && (!invoice || begins_with_transfer(words)))
}

/// Whether a type column's word is understood.
pub(crate) fn is_known_type(words: &str) -> bool {
    INVOICES.contains(&words)
        || ITALIAN_INVOICES.contains(&words.split(' ').next().unwrap_or_default())
        || is_credit_note_type(words)
        || is_payment_type(words)
        || is_other_type(words)
        || is_opening(words)
        || is_opening_journal(words)
        || is_returned(words)
        || is_sales_journal(words)
        || is_bank_journal(words)
        || any_begins(words, &["facture", "invoice", "rechnung", "factura", "fattura", "factuur", "solde", "balance"])
        || matches!(words, "avo" | "dg" | "zp" | "ab" | "dz" | "sa" | "c" | "d")
}

pub(crate) fn is_returned(words: &str) -> bool {
    any_begins(words, RETURNED)
}

pub(crate) fn is_other_type(words: &str) -> bool {
    OTHERS.contains(&words)
}
