//! Public bodies told by their number or their name (features.md SG2). Names are French; the list is the caller's to edit.

use ledger::Customer;
use rules::{folded, has_words};

/// Names that public bodies begin with or are called by, as [`folded`] writes them.
pub const PUBLIC_NAMES: &[&str] = &[
    "MAIRIE",
    "COMMUNE DE",
    "COMMUNE D",
    "VILLE DE",
    "DEPARTEMENT DE",
    "DEPARTEMENT DU",
    "DEPARTEMENT DES",
    "CONSEIL DEPARTEMENTAL",
    "CONSEIL REGIONAL",
    "COMMUNAUTE DE COMMUNES",
    "COMMUNAUTE DAGGLOMERATION",
    "COMMUNAUTE URBAINE",
    "METROPOLE DE",
    "PREFECTURE",
    "MINISTERE",
    "DIRECTION GENERALE",
    "DIRECTION REGIONALE",
    "TRESORERIE",
    "CENTRE HOSPITALIER",
    "HOPITAL",
    "HOPITAUX",
    "CHU",
    "CHRU",
    "EHPAD PUBLIC",
    "UNIVERSITE",
    "RECTORAT",
    "ACADEMIE DE",
    "LYCEE",
    "COLLEGE",
    "ECOLE NATIONALE",
    "CCAS",
    "SDIS",
    "SIVOM",
    "SIVU",
    "SYNDICAT INTERCOMMUNAL",
    "SYNDICAT MIXTE",
    "OFFICE PUBLIC",
    "OPH",
    "CNRS",
    "INSERM",
    "CROUS",
    "GENDARMERIE",
];

/// Forms that only private companies have: a name that bears one is no public body, whatever its other words.
const COMMERCIAL_FORMS: &[&str] = &[
    "SARL",
    "SAS",
    "SASU",
    "SA",
    "EURL",
    "SNC",
    "SCI",
    "SCA",
    "SCS",
    "SELARL",
    "SCOP",
    "EARL",
    "GAEC",
    "EIRL",
    "GMBH",
    "AG",
    "KG",
    "LTD",
    "LLC",
    "PLC",
    "INC",
    "SRL",
    "SPA",
    "BV",
    "NV",
    "ASSOCIATION",
    "ASSO",
];

/// Why a customer is taken for a public body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicBecause {
    /// Its SIREN begins with 1 or 2, kept by INSEE for the State and for local authorities and other public bodies.
    Number,
    /// Its name has these words.
    Name(String),
}

/// Whether a customer is a public body. A number of a private company decides against the name.
pub fn public_body(customer: &Customer, names: &[String]) -> Option<PublicBecause> {
    let digits: String = customer.siren.iter().flat_map(|siren| siren.chars()).filter(char::is_ascii_digit).collect();
    if digits.len() == 9 || digits.len() == 14 {
        return digits.starts_with(['1', '2']).then_some(PublicBecause::Number);
    }
    let name = folded(&customer.name);
    if COMMERCIAL_FORMS.iter().any(|form| has_words(&name, form)) {
        return None;
    }
    names.iter().find(|words| has_words(&name, words)).map(|words| PublicBecause::Name(words.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::Particulars;

    fn names() -> Vec<String> {
        PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect()
    }

    fn customer(name: &str, siren: Option<&str>) -> Customer {
        let particulars = Particulars { siren: siren.map(str::to_owned), ..Particulars::default() };
        Customer { name: name.to_owned(), particulars: Some(Box::new(particulars)), ..Customer::default() }
    }

    #[test]
    fn names_and_numbers_tell_public_bodies() {
        let public = |name: &str| public_body(&customer(name, None), &names()).is_some();
        for name in [
            "Mairie de Lyon",
            "COMMUNE DE BRON",
            "Centre hospitalier de Vienne",
            "Université Paris-Saclay",
            "C.C.A.S. de Bron",
        ] {
            assert!(public(name), "{name}");
        }
        for name in [
            "Mairie de Paris Traiteur SARL",
            "Hôtel de Ville Café",
            "Dupont SAS",
            "Villedieu Transports",
            "Region Bois S.A.",
        ] {
            assert!(!public(name), "{name}");
        }
        assert_eq!(public_body(&customer("Bron", Some("216 900 298")), &[]), Some(PublicBecause::Number));
        assert_eq!(public_body(&customer("Mairie de Bron", Some("552 100 554")), &names()), None);
    }
}
