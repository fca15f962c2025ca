//! Means of payment, as they head a column of amounts, and what tells one such column from the next.

/// What money comes by. `Bar` and `effet` have other meanings in headings of their own: the rows decide.
const MEANS: &[&str] = &[
    "especes",
    "espece",
    "liquide",
    "cheque",
    "cheques",
    "chq",
    "chqs",
    "virement",
    "virements",
    "vir",
    "virt",
    "cb",
    "carte",
    "cartes",
    "tpe",
    "prelevement",
    "prelevements",
    "prlv",
    "lcr",
    "traite",
    "traites",
    "effet",
    "effets",
    "paypal",
    "stripe",
    "deduit",
    "deduits",
    "deduction",
    "cash",
    "check",
    "checks",
    "card",
    "cards",
    "transfer",
    "transfers",
    "wire",
    "ach",
    "bar",
    "uberweisung",
    "ueberweisung",
    "scheck",
    "schecks",
    "lastschrift",
    "karte",
    "efectivo",
    "transferencia",
    "tarjeta",
    "contanti",
    "bonifico",
    "bonifici",
    "assegno",
    "assegni",
    "contant",
    "overboeking",
    "overschrijving",
    "kas",
];

/// What may stand beside a means of payment: `carte bancaire`, `bank transfer`.
const QUALIFIERS: &[&str] = &["bancaire", "bancaires", "bank", "bleue", "credit", "sepa", "postal"];

/// Ordinals in words.
const ORDINALS: &[&str] = &[
    "premier",
    "premiere",
    "deuxieme",
    "second",
    "seconde",
    "troisieme",
    "quatrieme",
    "first",
    "third",
    "fourth",
    "er",
    "ere",
    "eme",
    "nd",
    "rd",
    "th",
    "st",
    "numero",
    "n",
    "no",
    "nr",
];

/// Whether a folded word is a means of payment.
pub(crate) fn is_means_of_payment(word: &str) -> bool {
    MEANS.contains(&word)
}

/// Whether a folded word says more of a means of payment, and nothing alone.
pub(crate) fn qualifies_means_of_payment(word: &str) -> bool {
    QUALIFIERS.contains(&word)
}

/// Most payments of one document that have columns of their own.
const MOST: u32 = 12;

/// A folded word without the number of a column: `rgt2` is `rgt`; nothing of `2`, `1er` and `second`.
pub(crate) fn without_ordinal(word: &str) -> &str {
    let counts = |digits: &str| digits.parse().is_ok_and(|count: u32| (1..=MOST).contains(&count));
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let suffix = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let (after, before) = (word.get(name.len()..).unwrap_or_default(), word.get(..word.len() - suffix.len()));
    let ordinal = ORDINALS.contains(&suffix) || suffix == "e" || suffix.is_empty();
    match before {
        Some("") if ORDINALS.contains(&word) => "",
        Some(number) if !number.is_empty() && ordinal && counts(number) => "",
        _ if !name.is_empty() && counts(after) => name,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::without_ordinal;

    #[test]
    fn a_word_loses_the_number_of_its_column() {
        for (word, expected) in [
            ("rgt2", "rgt"),
            ("2", ""),
            ("1er", ""),
            ("2eme", ""),
            ("3e", ""),
            ("second", ""),
            ("acompte", "acompte"),
            ("30", "30"),
            ("2025", "2025"),
            ("reglement2025", "reglement2025"),
            ("e", "e"),
        ] {
            assert_eq!(without_ordinal(word), expected, "{word}");
        }
    }
}
