//! Headings of balances that were aged before: what is not late, and credits without an age.

/// Headings of amounts that are not late.
const NOT_DUE: &[&str] = &[
    "future",
    "a cette date",
    "a la date",
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
    "non echues",
    "pas echues",
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
    "dont non echu",
    "nieprzeterminowane",
    "nie przeterminowane",
    "przed terminem",
    "w terminie",
    "niewymagalne",
    "ikke forfalden",
    "ikke forfaldne",
    "ikke forfaldent",
    "ej forfallet",
    "ej forfallen",
    "ej forfallna",
    "inte forfallet",
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
    if matches!(words, "prepays" | "prepayments" | "prepaid" | "acomptes recus" | "anzahlungen") {
        return true;
    }
    let negated = all.contains(&"non") || all.iter().any(|word| word.starts_with("un"));
    negated && all.iter().any(|word| UNALLOCATED.contains(word)) && all.iter().all(|word| known(word))
}
