//! Names of customers as different hands write them: case, accents, punctuation and legal forms say nothing.

use rules::folded;
use values::Arrange;

/// Words that tell the kind of company, not which company: French, German, English, Italian, Spanish, Dutch forms.
const LEGAL_FORMS: &[&str] = &[
    "SARL",
    "SAS",
    "SASU",
    "SA",
    "EURL",
    "SCI",
    "SNC",
    "SCS",
    "SCA",
    "SELARL",
    "SCOP",
    "SCP",
    "EI",
    "EIRL",
    "GIE",
    "GAEC",
    "EARL",
    "STE",
    "SOCIETE",
    "ETS",
    "ETABLISSEMENTS",
    "ETABLISSEMENT",
    "CIE",
    "COMPAGNIE",
    "GMBH",
    "AG",
    "KG",
    "UG",
    "OHG",
    "EK",
    "MBH",
    "LTD",
    "LIMITED",
    "LLC",
    "LLP",
    "PLC",
    "INC",
    "CORP",
    "CO",
    "SRL",
    "SPA",
    "SNCS",
    "SL",
    "SLU",
    "BV",
    "NV",
    "BVBA",
    "SPRL",
    "SRLS",
    "OY",
    "AB",
    "AS",
    "APS",
    "LDA",
    "MONSIEUR",
    "MADAME",
    "M",
    "MR",
    "MME",
    "MRS",
    "DR",
    "ME",
    "THE",
    "ET",
    "AND",
    "UND",
    "LE",
    "LA",
    "LES",
];

/// Short forms written out.
const SHORT_FORMS: &[(&str, &str)] = &[("ST", "SAINT"), ("STES", "SAINTES"), ("FRS", "FRERES"), ("BROS", "BROTHERS")];

/// The name's words, capitals without accents, legal forms left out, in order of the alphabet and without spaces:
/// word order and word breaks do not matter. A name made of such words only keeps them.
pub(crate) fn key(name: &str) -> String {
    let folded = folded(name);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| !LEGAL_FORMS.contains(word)).collect();
    let mut kept = if telling.is_empty() { words } else { telling };
    for word in &mut kept {
        if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| short == word) {
            *word = long;
        }
    }
    kept.concat()
}

/// The same words in order of the alphabet: `MARTIN PAUL` and `Paul Martin`.
pub(crate) fn sorted_key(name: &str) -> String {
    let folded = folded(name);
    let mut words: Vec<&str> =
        folded.split(' ').filter(|word| !word.is_empty() && !LEGAL_FORMS.contains(word)).collect();
    words.arrange();
    words.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_key() {
        for (names, expected) in [
            ("DURAND SARL|Durand S.A.R.L.|S.A.R.L. Durand|durand|Ets Durand|DURAND  S A R L", "DURAND"),
            ("Dupont & Fils|DUPONT ET FILS|Dupont et Fils SAS", "DUPONTFILS"),
            ("Müller GmbH|MUELLER GMBH|Mueller", "MUELLER"),
            ("Bœuf d’Or|BOEUF D'OR", "BOEUFDOR"),
            ("Hôtel St Michel|HOTEL SAINT-MICHEL", "HOTELSAINTMICHEL"),
            ("De Lorme|Delorme", "DELORME"),
            ("SARL|S.A.R.L.", "SARL"),
            ("|—", ""),
        ] {
            for name in names.split('|') {
                assert_eq!(key(name), expected, "{name}");
            }
        }
        assert_eq!(sorted_key("Paul MARTIN"), sorted_key("Martin, Paul"));
        assert_ne!(key("Alpha 1"), key("Alpha 2"));
    }
}
