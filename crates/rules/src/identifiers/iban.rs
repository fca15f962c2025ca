//! Bank account numbers: country, check digits, account (ISO 13616). The number made of the account, the country and
//! the check digits, modulo 97, is 1; the length is the country's (SWIFT IBAN registry, release 99).

use super::compact;
use std::str::FromStr;

/// A checked account number, without spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Iban(String);

/// Why a text is no account number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IbanProblem {
    /// Not two letters, two digits, then letters and digits.
    Shape,
    /// Not as long as the country's numbers.
    Length,
    /// The check digits disagree.
    CheckDigits,
}

/// Lengths of the countries that customers of a European company bank in.
const LENGTHS: &str = "AD24 AE23 AL28 AT20 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 EG29 ES24 FI18 FO18 FR27 GB22 \
    GE22 GI23 GL18 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 \
    NO15 PL28 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20";

impl Iban {
    /// The number without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four, as it is printed.
    pub fn grouped(&self) -> String {
        let mut printed = String::with_capacity(self.0.len() + 8);
        for (position, character) in self.0.chars().enumerate() {
            if position > 0 && position.is_multiple_of(4) {
                printed.push(' ');
            }
            printed.push(character);
        }
        printed
    }
}

impl FromStr for Iban {
    type Err = IbanProblem;

    fn from_str(text: &str) -> Result<Iban, IbanProblem> {
        let number = compact(text);
        if !has_the_shape(&number) {
            return Err(IbanProblem::Shape);
        }
        if !length_fits(&number) {
            return Err(IbanProblem::Length);
        }
        match remainder(&number) {
            Some(1) => Ok(Iban(number)),
            Some(_) | None => Err(IbanProblem::CheckDigits),
        }
    }
}

fn has_the_shape(number: &str) -> bool {
    number.len() > 4
        && number.bytes().enumerate().all(|(position, byte)| match position {
            0 | 1 => byte.is_ascii_uppercase(),
            2 | 3 => byte.is_ascii_digit(),
            _ => byte.is_ascii_alphanumeric(),
        })
}

fn length_fits(number: &str) -> bool {
    let country = number.get(..2).unwrap_or_default();
    let length = LENGTHS.split(' ').find_map(|entry| entry.strip_prefix(country)?.parse::<usize>().ok());
    length.map_or((15..=34).contains(&number.len()), |length| number.len() == length)
}

/// The account, then the country and check digits, as one number (A = 10 … Z = 35), modulo 97.
fn remainder(number: &str) -> Option<u32> {
    let (head, account) = number.split_at_checked(4)?;
    let mut remainder = 0;
    for character in account.chars().chain(head.chars()) {
        let value = character.to_digit(36)?;
        remainder = (if value < 10 { remainder * 10 } else { remainder * 100 } + value) % 97;
    }
    Some(remainder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use IbanProblem::*;

    #[test]
    fn check_digits_and_lengths_decide() {
        for (text, expected) in [
            ("fr7630006000011234567890189", Ok("FR76 3000 6000 0112 3456 7890 189")),
            ("FR76 3000 6000 0112 3456 7890 189", Ok("FR76 3000 6000 0112 3456 7890 189")),
            ("DE89370400440532013000", Ok("DE89 3704 0044 0532 0130 00")),
            ("GB82 WEST 1234 5698 7654 32", Ok("GB82 WEST 1234 5698 7654 32")),
            ("BE68 5390 0754 7034", Ok("BE68 5390 0754 7034")),
            ("NO93 8601 1117 947", Ok("NO93 8601 1117 947")),
            ("FR7630006000011234567890188", Err(CheckDigits)),
            ("FR763000600001123456789018", Err(Length)),
            ("DE8937040044053201300", Err(Length)),
            ("FR76", Err(Shape)),
            ("", Err(Shape)),
            ("FR76300060000112345678901é9", Err(Shape)),
            ("7630006000011234567", Err(Shape)),
        ] {
            assert_eq!(text.parse::<Iban>().map(|iban| iban.grouped()).as_deref().map_err(|p| *p), expected, "{text}");
        }
    }
}
