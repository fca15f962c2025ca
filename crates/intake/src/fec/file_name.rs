//! The name of a FEC, `SirenFECAAAAMMJJ.txt` (article A47 A-1, VII): compared with the content, never believed.

use super::FecRemark;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use values::Day;

/// What the name of a file says against the last day of its entries. Nothing where the name has another form.
pub fn check_name(name: &str, last: Day) -> Vec<Diagnostic> {
    let Some((siren, closing)) = parts(name) else { return Vec::new() };
    let mut remarks = Vec::new();
    if !is_siren(siren) {
        remarks.push(FecRemark::NameSirenInvalid { siren: siren.to_owned() });
    }
    // Nothing may have been entered on the very last days of a year; nothing is entered after it.
    let near = closing >= last && (closing - last).0 <= 31;
    if !near {
        remarks.push(FecRemark::NameClosingDiffers { closing, last });
    } else if remarks.is_empty() {
        remarks.push(FecRemark::NameAgrees { siren: siren.to_owned(), closing });
    }
    remarks.into_iter().map(|remark| Diagnostic::about(DiagnosticKind::Fec(remark), None)).collect()
}

/// SIREN and closing day, where the name holds `FEC` between nine digits, or the fourteen of a SIRET that begins with them, and
/// eight.
fn parts(name: &str) -> Option<(&str, Day)> {
    let upper = name.to_ascii_uppercase();
    upper.match_indices("FEC").find_map(|(at, _)| {
        let date = name.get(at + 3..at + 11)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let before = |length: usize| name.get(at.checked_sub(length)?..at).filter(|text| digits(text));
        let siren = before(14).and_then(|siret| siret.get(..9)).or_else(|| before(9))?;
        if !digits(siren) || !digits(date) {
            return None;
        }
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
        let year = i32::try_from(number(date.get(..4))?).ok()?;
        Some((siren, Day::new(year, number(date.get(4..6))?, number(date.get(6..))?)?))
    })
}

/// Nine digits whose sum by Luhn's rule is a multiple of ten.
fn is_siren(siren: &str) -> bool {
    let digits = siren.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = digits
        .zip(0_u32..)
        .map(|(digit, position)| if position.is_multiple_of(2) { digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    siren.len() == 9 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_not_believed() {
        for (name, last, expected) in [
            ("732829320FEC20261231.txt", "2026-12-31", "file-name-agrees"),
            ("732829320fec20261231.TXT", "2026-12-18", "file-name-agrees"),
            ("123456789FEC20251231.txt", "2025-12-31", "file-name-siren"),
            ("732829320FEC20251231.txt", "2026-07-31", "file-name-closing"),
            ("732829320FEC20261231.txt", "2026-06-30", "file-name-closing"),
            ("111111111FEC20221231.TXT", "2023-07-31", "file-name-siren file-name-closing"),
            ("73282932000074FEC20261231.txt", "2026-12-31", "file-name-agrees"),
            ("istea_123456789FEC20201231.txt", "2020-12-31", "file-name-siren"),
            ("732829320FEC20261331.txt", "2026-12-31", ""),
            ("FEC2026.txt", "2026-12-31", ""),
        ] {
            let said = check_name(name, last.parse().unwrap());
            let codes: Vec<&str> = said.iter().map(Diagnostic::code).collect();
            assert_eq!(codes.join(" "), expected, "{name}");
        }
    }
}
