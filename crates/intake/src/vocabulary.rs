//! The closed lists of words that classify rows, entries and states. No word here is ever shown to a person.
//! All of them are folded: lower case, no accent, no punctuation.

use crate::words::{begins_with, holds};

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
    "partner cumul",
    "account cumul",
    "eindtotaal",
    "endsumme",
    "kontosumme",
    "insgesamt",
    "somma",
];

/// First words of a row of shares.
const SHARES: &[&str] =
    &["percents", "percentage", "percent of total", "pourcentage", "prozent", "porcentaje", "percentuale"];

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
    "totale complessivo",
    "endsumme",
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
    "rectificativa",
    "nota credito",
    "nota de abono",
    "note credit",
    "credit invoice",
    "stornorechnung",
    "korrekturrechnung",
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

const TRANSFERS: &[&str] = &[
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
    "wire",
    "remise cheque",
    "remise de cheque",
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

/// Headings of amounts that are not late.
const NOT_DUE: &[&str] = &[
    "current",
    "at date",
    "not due",
    "not yet due",
    "not yet overdue",
    "not overdue",
    "not past due",
    "pas encore echu",
    "pas encore exigible",
    "non exigible",
    "al corriente",
    "no vencida",
    "da scadere",
    "nog niet vervallen",
    "a date",
    "non echu",
    "non echue",
    "non echus",
    "pas echu",
    "a echoir",
    "courant",
    "on time",
    "nicht fallig",
    "noch nicht fallig",
    "aktuell",
    "no vencido",
    "por vencer",
    "actual",
    "deuda",
    "non dovuto",
    "non scaduto",
    "a scadere",
    "corrente",
    "attuale",
    "niet vervallen",
    "lopend",
    "huidig",
    "current amount",
    "montant non echu",
    "total non echu",
];

pub(crate) fn is_not_due(words: &str) -> bool {
    NOT_DUE.contains(&words)
}

/// Words of a column of credits in a balance that was aged; one of the first must be there, the others may.
const UNALLOCATED: &[&str] = &[
    "affecte",
    "affectes",
    "affectee",
    "impute",
    "imputes",
    "alloue",
    "alloues",
    "ventile",
    "ventiles",
    "unallocated",
    "unapplied",
    "unmatched",
];
const BESIDE_UNALLOCATED: &[&str] = &[
    "avoir",
    "avoirs",
    "reglement",
    "reglements",
    "paiement",
    "paiements",
    "encaissement",
    "encaissements",
    "acompte",
    "acomptes",
    "credit",
    "credits",
    "non",
    "et",
    "ou",
    "payment",
    "payments",
    "receipt",
    "receipts",
    "cash",
    "note",
    "notes",
    "and",
    "or",
    "amount",
    "amounts",
    "montant",
    "montants",
];

/// Whether a heading names credits that clear nothing yet.
pub(crate) fn is_unallocated(words: &str) -> bool {
    let known = |word: &str| UNALLOCATED.contains(&word) || BESIDE_UNALLOCATED.contains(&word);
    let all: Vec<&str> = words.split(' ').collect();
    let negated = all.contains(&"non") || all.iter().any(|word| word.starts_with("un"));
    negated && all.iter().any(|word| UNALLOCATED.contains(word)) && all.iter().all(|word| known(word))
}

/// A row of shares of the total: no amounts.
pub(crate) fn is_share(words: &str) -> bool {
    any_begins(words, SHARES)
}

pub(crate) fn is_total(words: &str) -> bool {
    any_begins(words, TOTALS)
}

/// A sum carried over a page: it says nothing of its own.
pub(crate) fn is_carried_forward(words: &str) -> bool {
    any_begins(words, &["report", "a reporter", "cumul", "suma y sigue"])
}

/// Exactly a word for a total, without a name behind it that could be a customer's.
pub(crate) fn is_bare_total(words: &str) -> bool {
    TOTALS.contains(&words) || GRAND_TOTALS.contains(&words)
}

pub(crate) fn is_grand_total(words: &str) -> bool {
    any_begins(words, GRAND_TOTALS)
}

/// The first two letters of some phrases: nearly every text shows by its own that it begins with none of them, and need
/// not be folded.
pub(crate) struct Starts([u32; 26]);

impl Starts {
    fn of(phrases: impl IntoIterator<Item = &'static &'static str>) -> Starts {
        let mut starts = Starts([0; 26]);
        for phrase in phrases {
            let [first, second, ..] = phrase.as_bytes() else { continue };
            let (Some(seconds), second) = (starts.0.get_mut(usize::from(first - b'a')), second.wrapping_sub(b'a'))
            else {
                continue;
            };
            *seconds |= 1_u32.checked_shl(second.into()).unwrap_or(0);
        }
        starts
    }

    #[inline]
    fn holds(&self, first: u8, second: u8) -> bool {
        let seconds = self.0.get(usize::from(first.to_ascii_lowercase() - b'a')).copied().unwrap_or_default();
        seconds & (1 << (second.to_ascii_lowercase() - b'a')) != 0
    }

    /// The openings.
    pub(crate) fn of_openings() -> Starts {
        Starts::of(OPENINGS)
    }

    /// Money that moves or comes back.
    pub(crate) fn of_returns_and_transfers() -> Starts {
        Starts::of(RETURNED.iter().chain(TRANSFERS))
    }

    /// Whether a text, not folded yet, may begin with one of the phrases.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        match text.as_bytes() {
            [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                self.holds(*first, *second)
            }
            // É, È, Ê and Ë, of either case.
            [0xC3, 0x88..=0x8B | 0xA8..=0xAB, second, ..] if second.is_ascii_alphabetic() => self.holds(b'e', *second),
            [first, ..] => !first.is_ascii_digit(),
            [] => false,
        }
    }
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

/// A label that begins with a movement of money: never a customer's name, unlike `cash` or `banque`.
pub(crate) fn begins_with_transfer(words: &str) -> bool {
    any_begins(words, TRANSFERS)
}

/// A document number that begins with the letters of a credit note: `AV-2026-12`, `AV0012`.
pub(crate) fn is_credit_note_number(words: &str) -> bool {
    let letters = words.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let prefix = words.strip_suffix(letters).unwrap_or_default();
    let numbered = letters.trim_start().starts_with(|c: char| c.is_ascii_digit());
    numbered && ["av", "avo", "avoir", "avc", "cn", "crn", "gs"].contains(&prefix)
}

/// Words for an invoice; beside a word for money it is still one: `Facture d'acompte`, `Deposit invoice`.
const INVOICE_WORDS: [&str; 6] = ["facture", "invoice", "rechnung", "factura", "fattura", "factuur"];

pub(crate) fn is_payment_type(words: &str) -> bool {
    let invoice = INVOICE_WORDS.iter().any(|word| begins_with(words, word) || words.ends_with(&format!(" {word}")));
    PAYMENT_CODES.contains(&words) || (names_payment(words) && (!invoice || begins_with_transfer(words)))
}

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

/// Whether a type column's word is understood.
pub(crate) fn is_known_type(words: &str) -> bool {
    INVOICES.contains(&words)
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
    "cobrado",
    "cobrada",
    "liquidada",
    "incassato",
    "incassata",
    "saldato",
    "saldata",
    "ausgeglichen",
    "beglichen",
    "erledigt",
    "voldaan",
    "acquitte",
    "encaisse",
    "encaissee",
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
    "entwurf",
    "storno",
    "borrador",
    "bozza",
    "stornata",
    "stornato",
    "concept",
];

const DENIALS: &[&str] = &["non", "no", "n", "false", "faux", "0", "nein", "nee", "aucun", "none", "", "ras"];

/// What the heading of a status column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusHeading {
    /// States of any kind.
    States,
    /// Disputes only: any text but a denial is one (`Prix contesté`).
    Disputes,
    /// Whether the document was paid: yes or no.
    Payments,
}

/// Words that say yes.
const YES: &[&str] = &["oui", "yes", "y", "o", "true", "vrai", "1", "x", "ja", "j", "si", "ok"];

/// Reads a status cell.
pub(crate) fn status(words: &str, heading: StatusHeading) -> StatusWord {
    let dispute_column = heading == StatusHeading::Disputes;
    if heading == StatusHeading::Payments && YES.contains(&words) {
        return StatusWord::Paid;
    }
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

/// What a folded heading of states speaks of.
pub(crate) fn heads_status(words: &str) -> StatusHeading {
    const PAID_HEADINGS: [&str; 12] = [
        "paye",
        "payee",
        "regle",
        "reglee",
        "soldee",
        "acquittee",
        "paid",
        "is paid",
        "pagado",
        "pagato",
        "bezahlt",
        "betaald",
    ];
    match () {
        () if heads_disputes(words) => StatusHeading::Disputes,
        () if PAID_HEADINGS.contains(&words) => StatusHeading::Payments,
        () => StatusHeading::States,
    }
}

/// Whether a folded heading speaks of disputes only.
fn heads_disputes(words: &str) -> bool {
    ["litig", "disput", "contest", "klarung", "betwist", "bloqu", "mahnsperre", "hold", "dunning block"]
        .iter()
        .any(|stem| words.contains(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_never_hide_a_phrase() {
        let starts = [Starts::of_openings(), Starts::of_returns_and_transfers()];
        for phrase in OPENINGS {
            assert!(starts[0].may_begin(phrase) && starts[0].may_begin(&phrase.to_uppercase()), "{phrase}");
            assert!(starts[0].may_begin(&format!("- {phrase}")), "{phrase}");
        }
        for phrase in RETURNED.iter().chain(TRANSFERS) {
            assert!(starts[1].may_begin(phrase), "{phrase}");
        }
        assert!(starts[0].may_begin("À nouveau") && starts[0].may_begin("À-nouveaux"));
        assert!(!starts[0].may_begin("Facture 12") && !starts[0].may_begin("2026") && !starts[0].may_begin(""));
    }

    #[test]
    fn words_stop_at_their_boundaries() {
        assert!(is_total("total compte 411alpha"));
        assert!(!is_total("totalenergies"));
        assert!(is_bare_total("sous total"));
        assert!(!is_bare_total("total energies"));
        assert_eq!(status("not paid", StatusHeading::States), StatusWord::Nothing);
        assert_eq!(status("prix conteste", StatusHeading::Disputes), StatusWord::Disputed);
        assert_eq!(status("prix conteste", StatusHeading::States), StatusWord::Nothing);
        assert_eq!(status("oui", heads_status("payee")), StatusWord::Paid);
        assert_eq!(status("non", heads_status("payee")), StatusWord::Nothing);
        assert_eq!(status("oui", heads_status("litige")), StatusWord::Disputed);
    }

    #[test]
    fn an_invoice_of_a_deposit_is_no_payment() {
        assert!(!is_payment_type("facture d acompte") && !is_payment_type("deposit invoice"));
        assert!(is_payment_type("acompte") && is_payment_type("reglement facture") && is_payment_type("pmt"));
        assert!(is_credit_note_type("factura rectificativa"));
    }
}
