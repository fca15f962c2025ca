//! What the name of a sheet says of its rows: an older copy, a state on some day, what was paid.

use crate::period::Period;
use crate::words::fold;
use sheet::Table;

/// Words that a copy is named by, beside the name of what it copies.
const COPY: [&str; 22] = [
    "copie",
    "copy",
    "kopie",
    "copia",
    "old",
    "ancien",
    "ancienne",
    "anciens",
    "archive",
    "archives",
    "backup",
    "sauvegarde",
    "precedent",
    "precedente",
    "previous",
    "prior",
    "vorjahr",
    "alt",
    "oud",
    "anterior",
    "n1",
    "bis",
];

/// Whether a sheet has the name of another one with a year before it (`Détail 2025` beside `Détail`) or with a word for a
/// copy. Sheets of years alike (`2025`, `2026`) continue one another.
pub(crate) fn older_copy(main: &Table, other: &Table) -> bool {
    let parts = |table: &Table| {
        let words = fold(table.name.as_deref().unwrap_or_default()).replace("n 1", "n1");
        let is_year =
            |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
        let (told, base): (Vec<&str>, Vec<&str>) =
            words.split(' ').partition(|word| is_year(word) || COPY.contains(word));
        (base.join(" "), told.iter().any(|word| is_year(word)), told.iter().any(|word| COPY.contains(word)))
    };
    let ((base, year, copy), (other_base, other_year, other_copy)) = (parts(main), parts(other));
    base.len() > 2 && base == other_base && !copy && (other_copy || (other_year && !year))
}

/// The period a sheet is named after.
pub(crate) fn period(table: &Table) -> Option<Period> {
    Period::of_name(table.name.as_deref()?)
}

/// How the names of sheets begin that list what was paid.
const SETTLED: [&str; 21] = [
    "archiv",
    "solde",
    "paye",
    "regle",
    "encaisse",
    "acquitte",
    "lettre",
    "historique",
    "paid",
    "settled",
    "closed",
    "bezahlt",
    "erledigt",
    "ausgeglichen",
    "pagad",
    "cobrad",
    "saldad",
    "pagat",
    "incassat",
    "betaald",
    "afgehandeld",
];

/// Words beside which those above say the opposite, or something else.
const NOT_SETTLED: [&str; 12] = ["non", "pas", "not", "un", "a", "no", "nicht", "niet", "reste", "sin", "to", "da"];

/// Whether a sheet has a name of what was paid: `Archives`, `Factures réglées`.
pub(crate) fn says_settled(table: &Table) -> bool {
    let name = fold(table.name.as_deref().unwrap_or_default());
    // `Soldes` heads balances, `Lettre` a letter.
    let other = |word: &str| matches!(word, "solde" | "soldes" | "lettre" | "lettres");
    name.split(' ').any(|word| !other(word) && SETTLED.iter().any(|start| word.starts_with(start)))
        && !name.split(' ').any(|word| NOT_SETTLED.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_what_was_paid() {
        let settled = |name: &str| says_settled(&Table::new(Some(name.to_owned())));
        for name in ["Archives", "ARCHIVE 2024", "Factures soldées", "Payées", "Réglées 2025", "Paid", "Bezahlt"] {
            assert!(settled(name), "{name}");
        }
        for name in ["En cours", "Impayés", "À payer", "Non réglées", "Not paid", "Soldes clients", "Unpaid", "Feuil1"]
        {
            assert!(!settled(name), "{name}");
        }
    }
}
