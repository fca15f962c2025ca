//! Postal addresses: what is missing before a letter can be posted.

use super::Country;

/// The parts of an address, as written.
#[derive(Clone, Copy, Debug, Default)]
pub struct PostalAddress<'a> {
    /// Street and number, or the whole address in one cell.
    pub street: Option<&'a str>,
    /// Postal code.
    pub code: Option<&'a str>,
    /// Town.
    pub city: Option<&'a str>,
}

/// The first thing a letter lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostalGap {
    /// No street.
    Street,
    /// No postal code.
    Code,
    /// No town.
    City,
    /// The postal code is not one of its country (France: five digits, 01000 to 98999).
    WrongCode,
}

impl PostalAddress<'_> {
    /// Whether nothing at all is known.
    pub fn is_empty(&self) -> bool {
        [self.street, self.code, self.city].iter().all(|part| part.is_none_or(|text| text.trim().is_empty()))
    }

    /// What is missing, if anything. A street of several lines may hold the code and the town.
    pub fn gap(&self, country: Country) -> Option<PostalGap> {
        let filled = |part: Option<&str>| part.is_some_and(|text| !text.trim().is_empty());
        if !filled(self.street) {
            return Some(PostalGap::Street);
        }
        let whole = self.street.is_some_and(holds_code_and_town);
        match self.code {
            Some(code) if filled(Some(code)) && !is_code(code, country) => return Some(PostalGap::WrongCode),
            Some(code) if filled(Some(code)) => {}
            Some(_) | None if whole => return None,
            Some(_) | None => return Some(PostalGap::Code),
        }
        (!filled(self.city) && !whole).then_some(PostalGap::City)
    }
}

/// Five digits followed by a word, somewhere after the start.
fn holds_code_and_town(street: &str) -> bool {
    let words: Vec<&str> = street.split_whitespace().collect();
    words.windows(2).skip(1).any(|pair| {
        let [code, town] = pair else { return false };
        code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()) && town.chars().any(char::is_alphabetic)
    })
}

fn is_code(code: &str, country: Country) -> bool {
    let compact: String = code.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let digits = compact.bytes().all(|byte| byte.is_ascii_digit());
    match country.code() {
        "FR" => digits && compact.len() == 5 && ("01000".."99000").contains(&compact.as_str()),
        "DE" | "ES" | "IT" => digits && compact.len() == 5,
        "AT" | "BE" | "CH" | "LU" | "DK" => {
            let number = compact.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
            number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => compact.len() >= 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_named() {
        for (street, code, city, expected) in [
            ("12 rue des Lilas", "75011", "Paris", None),
            ("12 rue des Lilas\n75011 Paris", "", "", None),
            ("12 rue des Lilas", "", "Paris", Some(PostalGap::Code)),
            ("12 rue des Lilas", "75011", "", Some(PostalGap::City)),
            ("", "75011", "Paris", Some(PostalGap::Street)),
            ("12 rue des Lilas", "7501", "Paris", Some(PostalGap::WrongCode)),
            ("12 rue des Lilas", "00123", "Paris", Some(PostalGap::WrongCode)),
            ("12 rue des Lilas", "2A004", "Ajaccio", Some(PostalGap::WrongCode)),
        ] {
            let address = PostalAddress { street: Some(street), code: Some(code), city: Some(city) };
            assert_eq!(address.gap(Country::FRANCE), expected, "{street} {code} {city}");
        }
        let abroad = PostalAddress { street: Some("Rue Haute 1"), code: Some("B-1000"), city: Some("Bruxelles") };
        assert_eq!(abroad.gap(Country::recognise("BE").unwrap()), None);
        assert!(PostalAddress::default().is_empty());
    }
}
