//! Words that begin rows which are no items: totals, balances brought forward, page furniture.

use super::any_begins;

/// First words of totals (domain.md 7.3, last row).
const TOTALS: &[&str] = &[
    "total",
    "totaux",
    "totals",
    "sous total",
    "sous totaux",
    "s total",
    "cumul",
    "report",
    "a reporter",
    "solde final",
    "grand total",
    "grand totals",
    "subtotal",
    "sub total",
    "total for",
    "ending balance",
    "closing balance",
    "gesamt",
    "summe",
    "gesamtsumme",
    "gesamtergebnis",
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
    "receivables account",
    "out of balance amount",
    "razem",
    "ogolem",
    "lacznie",
    "i alt",
    "summa",
    "totalt",
    "reste a encaisser",
    "reste a regler",
    "reste a payer",
    "reste a recouvrer",
    "restant a encaisser",
    "solde a nous regler",
    "solde a regler",
    "solde a payer",
    "total a payer",
    "dont",
    "of which",
    "davon",
    "di cui",
    "waarvan",
    "encours net",
    "net a encaisser",
    "solde net",
];

/// First words of sums that say nothing of the rows above: carried over a page, a part, or the net of several lists.
const CARRIED: &[&str] = &[
    "report",
    "a reporter",
    "cumul",
    "suma y sigue",
    "dont",
    "of which",
    "davon",
    "di cui",
    "waarvan",
    "encours net",
    "net a encaisser",
    "solde net",
];

/// First words of a row of shares.
const SHARES: &[&str] =
    &["percents", "percentage", "percent of total", "pourcentage", "prozent", "porcentaje", "percentuale"];

/// First words of the total of the whole file.
const GRAND_TOTALS: &[&str] = &[
    "total general",
    "gesamtergebnis",
    "grand total",
    "grand totals",
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
pub(super) const OPENINGS: &[&str] = &[
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
    "bilans otwarcia",
    "saldo poczatkowe",
    "primosaldo",
    "primo saldo",
    "abningssaldo",
    "ingaende balans",
    "ingaende saldo",
];

/// First words of the balance that closes an account.
const CLOSINGS: &[&str] = &[
    "solde",
    "nouveau solde",
    "balance",
    "new balance",
    "closing balance",
    "amount due",
    "saldo",
    "neuer saldo",
    "nuevo saldo",
    "nuovo saldo",
    "nieuw saldo",
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
    "strona",
    "wydruk",
    "udskrevet",
    "utskriven",
];

/// A row of shares of the total: no amounts.
pub(crate) fn is_share(words: &str) -> bool {
    any_begins(words, SHARES)
}

pub(crate) fn is_total(words: &str) -> bool {
    any_begins(words, TOTALS)
}

/// Spreadsheets write the word behind the name: `Dupont Total`, `Party total`.
pub(crate) fn ends_as_total(words: &str) -> bool {
    [" total", " totals", " subtotal", " gesamt", " totaal"].iter().any(|end| words.ends_with(end))
}

/// A sum that says nothing of the rows above it.
pub(crate) fn is_carried_forward(words: &str) -> bool {
    any_begins(words, CARRIED)
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

/// Whether a row of nothing but a balance closes an account.
pub(crate) fn is_closing(words: &str) -> bool {
    any_begins(words, CLOSINGS) && !is_opening(words)
}

pub(crate) fn is_furniture(words: &str) -> bool {
    any_begins(words, FURNITURE)
}
