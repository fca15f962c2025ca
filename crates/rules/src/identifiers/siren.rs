//! French company numbers: SIREN (nine digits) and SIRET (SIREN and five digits of establishment), both with a Luhn
//! sum (code de commerce, article R123-221; INSEE). The establishments of La Poste are numbered otherwise: their
//! fourteen digits sum to a multiple of five.

use super::{compact, luhn};
use std::str::FromStr;

/// The SIREN of La Poste, whose SIRET do not follow Luhn.
const LA_POSTE: &str = "356000000";

/// A SIREN, with the establishment where the number is a SIRET.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CompanyNumber {
    digits: String,
}

/// Why a text is no company number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompanyNumberProblem {
    /// Something else than digits.
    NotDigits,
    /// Neither nine nor fourteen digits.
    Length,
    /// A spreadsheet took the zeros at the front: with them the number is right.
    LeadingZerosLost,
    /// The check digit disagrees.
    CheckDigit,
}

impl CompanyNumber {
    /// The nine digits of the company.
    pub fn siren(&self) -> &str {
        self.digits.get(..9).unwrap_or(&self.digits)
    }

    /// The number in full, nine or fourteen digits.
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl FromStr for CompanyNumber {
    type Err = CompanyNumberProblem;

    fn from_str(text: &str) -> Result<CompanyNumber, CompanyNumberProblem> {
        let digits = compact(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CompanyNumberProblem::NotDigits);
        }
        match digits.len() {
            9 | 14 if checks(&digits) => Ok(CompanyNumber { digits }),
            9 | 14 => Err(CompanyNumberProblem::CheckDigit),
            7 | 8 if checks(&format!("{digits:0>9}")) => Err(CompanyNumberProblem::LeadingZerosLost),
            12 | 13 if checks(&format!("{digits:0>14}")) => Err(CompanyNumberProblem::LeadingZerosLost),
            _ => Err(CompanyNumberProblem::Length),
        }
    }
}

fn checks(digits: &str) -> bool {
    let siren = digits.get(..9).unwrap_or_default();
    let all_zero = digits.bytes().all(|byte| byte == b'0');
    let post_office = siren == LA_POSTE && digits.bytes().map(|byte| u32::from(byte - b'0')).sum::<u32>() % 5 == 0;
    !all_zero && luhn::holds(siren) && (post_office || luhn::holds(digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use CompanyNumberProblem::*;

    #[test]
    fn numbers_are_checked() {
        for (text, expected) in [
            ("732829320", Ok("732829320")),
            ("732 829 320", Ok("732829320")),
            ("73282932000074", Ok("732829320")),
            ("732 829 320 00074", Ok("732829320")),
            // La Poste: the head office follows Luhn, the establishments only the sum of five.
            ("35600000000048", Ok("356000000")),
            ("35600000049837", Ok("356000000")),
            ("35600000049838", Err(CheckDigit)),
            ("732829321", Err(CheckDigit)),
            ("73282932000075", Err(CheckDigit)),
            ("000000000", Err(CheckDigit)),
            ("5410083", Err(Length)),
            // 005520135 typed in a number cell.
            ("5520135", Err(LeadingZerosLost)),
            ("7328293", Err(Length)),
            ("FR732829320", Err(NotDigits)),
            ("", Err(NotDigits)),
            ("n/a", Err(NotDigits)),
        ] {
            let seen = text.parse::<CompanyNumber>();
            assert_eq!(seen.as_ref().map(CompanyNumber::siren).map_err(|problem| *problem), expected, "{text}");
        }
    }
}
