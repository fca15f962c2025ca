//! VAT numbers of the European Union and the United Kingdom: the shape of each country (VIES, frequently asked
//! questions, question 11) and, for the five commonest here, the check digits. A right shape is no proof of registration.

use super::{compact, luhn};
use std::str::FromStr;

/// A VAT number whose shape, and check digits where they are known, agree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VatNumber(String);

/// Why a text is no VAT number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatProblem {
    /// It does not begin with the letters of a country whose numbers are known here: nothing can be said.
    UnknownCountry,
    /// Not the shape of the country's numbers.
    Shape,
    /// The check digits disagree.
    CheckDigits,
}

impl VatNumber {
    /// The number, capitals, without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The company number a French VAT number ends with.
    pub fn siren(&self) -> Option<&str> {
        self.0.strip_prefix("FR")?.get(2..)
    }
}

impl FromStr for VatNumber {
    type Err = VatProblem;

    fn from_str(text: &str) -> Result<VatNumber, VatProblem> {
        let number = compact(text);
        let (country, rest) = number.split_at_checked(2).ok_or(VatProblem::UnknownCountry)?;
        if !has_the_shape(country, rest).ok_or(VatProblem::UnknownCountry)? {
            return Err(VatProblem::Shape);
        }
        if check_digits_agree(country, rest) { Ok(VatNumber(number)) } else { Err(VatProblem::CheckDigits) }
    }
}

/// `None` for a country that is not known here.
fn has_the_shape(country: &str, rest: &str) -> Option<bool> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits_of = |lengths: &[usize]| digits(rest) && lengths.contains(&rest.len());
    let parts = |before: usize| rest.split_at_checked(before).unwrap_or((rest, ""));
    Some(match country {
        "DE" | "EE" | "EL" | "GR" | "PT" => digits_of(&[9]),
        "DK" | "FI" | "HU" | "LU" | "MT" | "SI" => digits_of(&[8]),
        "HR" | "IT" | "LV" => digits_of(&[11]),
        "PL" | "SK" => digits_of(&[10]),
        "BE" => digits_of(&[10]) && rest.starts_with(['0', '1']),
        "BG" => digits_of(&[9, 10]),
        "CZ" => digits_of(&[8, 9, 10]),
        "LT" => digits_of(&[9, 12]),
        "RO" => digits_of(&[2, 3, 4, 5, 6, 7, 8, 9, 10]),
        "SE" => digits_of(&[12]),
        "AT" => rest.starts_with('U') && rest.len() == 9 && digits(parts(1).1),
        "CY" => rest.len() == 9 && digits(parts(8).0) && parts(8).1.bytes().all(|byte| byte.is_ascii_uppercase()),
        "ES" => rest.len() == 9 && is_spanish(rest),
        "FR" => rest.len() == 11 && digits(parts(2).1) && parts(2).0.bytes().all(is_key),
        "GB" | "XI" => digits_of(&[9, 12]) || rest.len() == 5 && (rest.starts_with("GD") || rest.starts_with("HA")),
        "IE" => is_irish(rest),
        "NL" => rest.len() == 12 && digits(parts(9).0) && parts(9).1.starts_with('B') && digits(parts(10).1),
        _ => return None,
    })
}

/// French keys are two digits, or digits and letters without I and O.
fn is_key(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O')
}

/// A letter before, after, or at both ends of the digits.
fn is_spanish(rest: &str) -> bool {
    let middle = rest.get(1..8).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let letter = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    middle && (letter(0) || letter(8))
}

/// Seven digits and one or two letters, or the older digit, letter, five digits, letter.
fn is_irish(rest: &str) -> bool {
    let (head, tail) = rest.split_at_checked(7).unwrap_or((rest, ""));
    let kinds: Vec<bool> = head.bytes().map(|byte| byte.is_ascii_digit()).collect();
    let recent = kinds.iter().all(|digit| *digit);
    let older = kinds.iter().filter(|digit| !**digit).count() == 1 && kinds.get(1) == Some(&false);
    let letters = tail.bytes().all(|byte| byte.is_ascii_uppercase());
    head.len() == 7 && (recent || older) && letters && matches!(tail.len(), 1 | 2)
}

fn check_digits_agree(country: &str, rest: &str) -> bool {
    let number = |text: &str| text.parse::<u64>().ok();
    let parts = |before: usize| rest.split_at_checked(before).unwrap_or((rest, ""));
    match country {
        // The key is (12 + 3 × (SIREN mod 97)) mod 97; keys with letters follow another rule and are taken as they are.
        "FR" => match (number(parts(2).0), number(parts(2).1)) {
            (Some(key), Some(siren)) => key == (12 + 3 * (siren % 97)) % 97,
            (None, _) | (_, None) => true,
        },
        "BE" => number(parts(8).0).zip(number(parts(8).1)).is_none_or(|(body, key)| key == 97 - body % 97),
        "LU" => number(parts(6).0).zip(number(parts(6).1)).is_none_or(|(body, key)| key == body % 89),
        "IT" => luhn::holds(rest),
        "DE" => is_mod_11_10(rest),
        _ => true,
    }
}

/// ISO/IEC 7064, MOD 11,10.
fn is_mod_11_10(digits: &str) -> bool {
    let (body, check) = digits.split_at_checked(digits.len().saturating_sub(1)).unwrap_or((digits, ""));
    let product = body.bytes().fold(10, |product, byte| {
        let sum = (product + u32::from(byte - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    check.parse() == Ok((11 - product) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use VatProblem::*;

    #[test]
    fn shapes_and_keys_decide() {
        for (text, expected) in [
            ("FR44732829320", Ok(())),
            ("fr 44 732 829 320", Ok(())),
            ("FR45732829320", Err(CheckDigits)),
            ("FRXX732829320", Ok(())),
            ("FRIO732829320", Err(Shape)),
            ("FR4473282932", Err(Shape)),
            ("BE 0202.239.951", Ok(())),
            ("BE0202239952", Err(CheckDigits)),
            ("DE136695976", Ok(())),
            ("DE136695978", Err(CheckDigits)),
            ("LU15027442", Ok(())),
            ("LU15027443", Err(CheckDigits)),
            ("IT00743110157", Ok(())),
            ("IT00743110158", Err(CheckDigits)),
            ("ATU13585627", Ok(())),
            ("AT13585627", Err(Shape)),
            ("NL004495445B01", Ok(())),
            ("NL004495445", Err(Shape)),
            ("ESB58378431", Ok(())),
            ("ES58378431", Err(Shape)),
            ("IE6433435F", Ok(())),
            ("IE6433435OA", Ok(())),
            ("IE8D79739I", Ok(())),
            ("IE64334", Err(Shape)),
            ("CY10259033P", Ok(())),
            ("GB980780684", Ok(())),
            ("GBGD001", Ok(())),
            ("EL094259216", Ok(())),
            ("SE556188840401", Ok(())),
            ("732829320", Err(UnknownCountry)),
            ("US123456789", Err(UnknownCountry)),
            ("", Err(UnknownCountry)),
        ] {
            assert_eq!(text.parse::<VatNumber>().map(|_| ()), expected, "{text}");
        }
        assert_eq!("FR44732829320".parse::<VatNumber>().unwrap().siren(), Some("732829320"));
    }
}
