//! Countries as customer files name them: by code or by name, in French, English or the country's own language.

/// A country known by its two letters (ISO 3166-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(&'static str);

/// Code, three-letter code, names without accents.
const NAMES: &[(&str, &[&str])] = &[
    ("FR", &["FRA", "FRANCE"]),
    ("AT", &["AUT", "AUTRICHE", "AUSTRIA", "OSTERREICH", "OESTERREICH"]),
    ("BE", &["BEL", "BELGIQUE", "BELGIUM", "BELGIE", "BELGIEN"]),
    ("CA", &["CAN", "CANADA"]),
    ("CH", &["CHE", "SUISSE", "SWITZERLAND", "SCHWEIZ", "SVIZZERA"]),
    ("DE", &["DEU", "ALLEMAGNE", "GERMANY", "DEUTSCHLAND"]),
    ("DK", &["DNK", "DANEMARK", "DENMARK", "DANMARK"]),
    ("DZ", &["DZA", "ALGERIE", "ALGERIA"]),
    ("ES", &["ESP", "ESPAGNE", "SPAIN", "ESPANA"]),
    ("GB", &["GBR", "UK", "ROYAUME UNI", "ROYAUMEUNI", "UNITED KINGDOM", "GRANDE BRETAGNE", "ANGLETERRE", "ENGLAND"]),
    ("IE", &["IRL", "IRLANDE", "IRELAND"]),
    ("IT", &["ITA", "ITALIE", "ITALY", "ITALIA"]),
    ("LU", &["LUX", "LUXEMBOURG", "LUXEMBURG"]),
    ("MA", &["MAR", "MAROC", "MOROCCO"]),
    ("MC", &["MCO", "MONACO"]),
    ("NL", &["NLD", "PAYS BAS", "NETHERLANDS", "NEDERLAND", "HOLLANDE"]),
    ("PL", &["POL", "POLOGNE", "POLAND", "POLSKA"]),
    ("PT", &["PRT", "PORTUGAL"]),
    ("SE", &["SWE", "SUEDE", "SWEDEN", "SVERIGE"]),
    ("TN", &["TUN", "TUNISIE", "TUNISIA"]),
    ("US", &["USA", "ETATS UNIS", "UNITED STATES"]),
];

impl Country {
    /// France, where a file says nothing.
    pub const FRANCE: Country = Country("FR");

    /// The country a text names; `None` where it is not known here.
    pub fn recognise(text: &str) -> Option<Country> {
        let letters = text.chars().flat_map(char::to_uppercase).map(plain);
        let folded: String = letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        let named = |(code, names): &&(&'static str, &[&str])| *code == folded || names.contains(&folded.as_str());
        NAMES.iter().find(named).map(|(code, _)| Country(code))
    }

    /// Its two letters.
    pub const fn code(self) -> &'static str {
        self.0
    }
}

fn plain(letter: char) -> char {
    match letter {
        'À' | 'Â' | 'Ä' => 'A',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Ö' | 'Ô' => 'O',
        'Ñ' => 'N',
        'Ç' => 'C',
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes() {
        for (text, code) in [
            ("fr", Some("FR")),
            ("France ", Some("FR")),
            ("Royaume-Uni", Some("GB")),
            ("Österreich", Some("AT")),
            ("États-Unis", Some("US")),
            ("Pays-Bas", Some("NL")),
            ("", None),
            ("Atlantis", None),
        ] {
            assert_eq!(Country::recognise(text).map(Country::code), code, "{text}");
        }
    }
}
