//! Words without case, accents and punctuation, so that `Édité le :` and `EDITE LE` are the same.
//! Also the closed lists of words that classify rows and entries. No word here is ever shown to a person.

/// Adds the folded form of a character: lower case, no accent; anything that is not a letter or digit is a space.
fn fold_char(folded: &mut String, character: char) {
    if character.is_ascii_alphanumeric() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    for lower in character.to_lowercase() {
        match lower {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' | 'ý' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            // A combining accent belongs to the letter before it.
            '\u{0300}'..='\u{036F}' => {}
            _ => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
        }
    }
}

/// Replaces `folded` by the words of `text`, one space between them.
pub(crate) fn fold_into(folded: &mut String, text: &str) {
    folded.clear();
    for character in text.chars() {
        fold_char(folded, character);
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
}

/// The words of `text`, one space between them.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Whether folded `words` begin with `start`, at a word boundary.
pub(crate) fn begins_with(words: &str, start: &str) -> bool {
    words.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether folded `words` hold `phrase`, at word boundaries.
pub(crate) fn holds(words: &str, phrase: &str) -> bool {
    let mut rest = words;
    while let Some(at) = rest.find(phrase) {
        let before = rest.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        let after = rest.get(at + phrase.len()..).unwrap_or_default();
        if before && (after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        rest = after;
    }
    false
}

fn any_begins(words: &str, list: &[&str]) -> bool {
    list.iter().any(|start| begins_with(words, start))
}

fn any_held(words: &str, list: &[&str]) -> bool {
    list.iter().any(|phrase| holds(words, phrase))
}

/// First words of totals (domain.md 7.3, last row).
const TOTALS: &[&str] = &[
    "total",
    "totaux",
    "sous total",
    "sous totaux",
    "s total",
    "cumul",
    "report",
    "a reporter",
    "solde final",
    "grand total",
    "subtotal",
    "sub total",
    "total for",
    "ending balance",
    "closing balance",
    "gesamt",
    "summe",
    "gesamtsumme",
    "zwischensumme",
    "endsaldo",
    "solde cloture",
    "saldo final",
    "suma y sigue",
    "suma",
    "totale",
    "subtotale",
    "saldo finale",
    "totaal",
    "subtotaal",
    "eindbalans",
    "balance totale",
    "somme",
];

/// First words of the total of the whole file.
const GRAND_TOTALS: &[&str] = &[
    "total general",
    "grand total",
    "totaux generaux",
    "total generale",
    "gesamtsumme",
    "totale generale",
    "eindtotaal",
    "total clients",
    "total des clients",
    "cumul general",
    "total report",
    "total balance",
];

/// First words of a balance brought forward.
const OPENINGS: &[&str] = &[
    "a nouveau",
    "a nouveaux",
    "report a nouveau",
    "report a nouveaux",
    "solde initial",
    "solde anterieur",
    "solde a nouveau",
    "solde d ouverture",
    "ran",
    "opening balance",
    "initial balance",
    "balance brought forward",
    "brought forward",
    "balance forward",
    "saldovortrag",
    "anfangssaldo",
    "eb wert",
    "saldo inicial",
    "saldo iniziale",
    "beginbalans",
    "beginsaldo",
    "opening entry",
];

/// First words of page furniture.
const FURNITURE: &[&str] = &[
    "page",
    "edite le",
    "edition du",
    "edition le",
    "edite par",
    "date de tirage",
    "date d edition",
    "imprime le",
    "imprime par",
    "tirage du",
    "printed on",
    "printed by",
    "printed",
    "run date",
    "report date",
    "as of",
    "seite",
    "gedruckt am",
    "pagina",
    "stampato il",
    "afgedrukt op",
    "genere le",
    "generated on",
    "periode du",
    "exercice du",
];

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
];

/// Codes of a type column that mean a credit note; too short to be trusted in a sentence.
const CREDIT_NOTE_CODES: &[&str] = &["av", "cn", "cm", "a", "nc", "gs", "ac", "arc"];

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
    "receipt",
    "deposit",
    "prepayment",
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

const PAYMENT_CODES: &[&str] = &["pay", "py", "dz", "re", "r", "reg", "bq", "bnk", "rg"];

/// A debit that is money going back or a payment that failed: not a sale.
const RETURNED: &[&str] = &[
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

const OPENING_JOURNALS: &[&str] = &["an", "ran", "anc", "ano", "anx", "ouv", "a nouveaux", "a nouveau", "opening"];

const SALES_JOURNALS: &[&str] =
    &["ve", "vt", "vte", "ven", "vent", "vente", "ventes", "sales", "sls", "facture", "factures"];

const BANK_JOURNALS: &[&str] = &["bq", "bnk", "bank", "banque", "ba", "cb", "caisse", "ca", "cash"];

pub(crate) fn is_total(words: &str) -> bool {
    any_begins(words, TOTALS)
}

/// Exactly a word for a total, without a name behind it that could be a customer's.
pub(crate) fn is_bare_total(words: &str) -> bool {
    TOTALS.contains(&words) || GRAND_TOTALS.contains(&words)
}

pub(crate) fn is_grand_total(words: &str) -> bool {
    any_begins(words, GRAND_TOTALS)
}

pub(crate) fn is_opening(words: &str) -> bool {
    any_begins(words, OPENINGS)
}

pub(crate) fn is_furniture(words: &str) -> bool {
    any_begins(words, FURNITURE)
}

pub(crate) fn names_credit_note(words: &str) -> bool {
    any_held(words, CREDIT_NOTES)
}

pub(crate) fn is_credit_note_type(words: &str) -> bool {
    CREDIT_NOTE_CODES.contains(&words) || names_credit_note(words)
}

pub(crate) fn names_payment(words: &str) -> bool {
    any_held(words, PAYMENTS)
}

pub(crate) fn begins_with_payment(words: &str) -> bool {
    any_begins(words, PAYMENTS)
}

pub(crate) fn is_payment_type(words: &str) -> bool {
    PAYMENT_CODES.contains(&words) || names_payment(words)
}

pub(crate) fn is_returned(words: &str) -> bool {
    any_begins(words, RETURNED)
}

pub(crate) fn is_other_type(words: &str) -> bool {
    OTHERS.contains(&words)
}

pub(crate) fn is_opening_journal(words: &str) -> bool {
    OPENING_JOURNALS.contains(&words)
}

pub(crate) fn is_sales_journal(words: &str) -> bool {
    SALES_JOURNALS.contains(&words)
}

pub(crate) fn is_bank_journal(words: &str) -> bool {
    BANK_JOURNALS.contains(&words)
}

/// What a cell of a status column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusWord {
    Disputed,
    Paid,
    Cancelled,
    Nothing,
}

const DISPUTED: &[&str] = &[
    "litige",
    "en litige",
    "litigieux",
    "litigieuse",
    "conteste",
    "contestee",
    "disputed",
    "dispute",
    "in dispute",
    "on hold",
    "hold",
    "bloque",
    "bloquee",
    "blocked",
    "oui",
    "yes",
    "y",
    "o",
    "true",
    "vrai",
    "1",
    "x",
    "ja",
    "si",
    "klarung",
    "disputa",
    "contestazione",
    "betwist",
];

const PAID: &[&str] = &[
    "paid",
    "fully paid",
    "settled",
    "paye",
    "payee",
    "regle",
    "reglee",
    "solde",
    "soldee",
    "acquittee",
    "closed",
    "repaid",
    "bezahlt",
    "pagado",
    "pagada",
    "pagato",
    "pagata",
    "betaald",
    "in payment",
    "cleared",
];

const CANCELLED: &[&str] = &[
    "cancelled",
    "canceled",
    "annule",
    "annulee",
    "void",
    "voided",
    "draft",
    "brouillon",
    "storniert",
    "anulado",
    "anulada",
    "annullato",
    "annullata",
    "geannuleerd",
    "rejected",
    "deleted",
    "proforma",
    "pro forma",
];

const DENIALS: &[&str] = &["non", "no", "n", "false", "faux", "0", "nein", "nee", "aucun", "none", "", "ras"];

/// Reads a status cell; in a column headed as a dispute any text but a denial is one (`Prix contesté`).
pub(crate) fn status(words: &str, dispute_column: bool) -> StatusWord {
    if DISPUTED.contains(&words) || (dispute_column && !DENIALS.contains(&words)) {
        return StatusWord::Disputed;
    }
    if PAID.contains(&words) {
        return StatusWord::Paid;
    }
    if CANCELLED.contains(&words) {
        return StatusWord::Cancelled;
    }
    StatusWord::Nothing
}

/// Whether a folded heading speaks of disputes only.
pub(crate) fn heads_disputes(words: &str) -> bool {
    ["litig", "disput", "contest", "klarung", "betwist", "bloqu", "mahnsperre", "hold", "dunning block"]
        .iter()
        .any(|stem| words.contains(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_words_only() {
        assert_eq!(fold("  Édité le : 02/10/26 "), "edite le 02 10 26");
        assert_eq!(fold("Total\u{A0}général"), "total general");
        assert_eq!(fold("Stra\u{DF}e\u{301}"), "strasse");
        assert_eq!(fold("—"), "");
    }

    #[test]
    fn phrases_stop_at_word_boundaries() {
        assert!(is_total("total compte 411alpha"));
        assert!(!is_total("totalenergies"));
        assert!(holds("facture avoir 12", "avoir"));
        assert!(!holds("savoir faire", "avoir"));
        assert!(holds("savoir avoir", "avoir"));
        assert_eq!(status("not paid", false), StatusWord::Nothing);
        assert_eq!(status("prix conteste", true), StatusWord::Disputed);
        assert_eq!(status("prix conteste", false), StatusWord::Nothing);
        assert_eq!(status("non", true), StatusWord::Nothing);
    }
}
