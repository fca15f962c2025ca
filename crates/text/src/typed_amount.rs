//! An amount as a person types it, in French or in English: exact, or refused. `1 284 530,12`, `1,284,530.12 €`,
//! `-12,5`, `(12.50)`, `1.234.567`. A single mark before three digits separates thousands.

use values::{Amount, Currency};

/// The amount, or nothing where the text is no amount of this currency.
pub fn typed_amount(text: &str, currency: Currency) -> Option<Amount> {
    let (text, bracketed) = match text.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text.trim(), false),
    };
    let code = currency.code();
    let kept = text.replace(code, "").replace('€', "").replace('\u{2212}', "-");
    let mut compact: String = kept.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let negative = bracketed || compact.starts_with('-') || compact.ends_with('-');
    compact = compact.trim_start_matches(['-', '+']).trim_end_matches('-').to_owned();
    let sound = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    if !compact.chars().any(|c| c.is_ascii_digit()) || !compact.chars().all(sound) {
        return None;
    }
    let plain = point_decimal(&compact)?;
    let amount = Amount::parse_decimal(&plain, currency.decimals()).ok()?;
    Some(if negative { -amount } else { amount })
}

/// The digits with a point as decimal mark and no other.
fn point_decimal(digits: &str) -> Option<String> {
    let Some(last) = digits.rfind(['.', ',']) else { return Some(digits.to_owned()) };
    let (whole, rest) = digits.split_at(last);
    let (mark, fraction) = (rest.chars().next()?, rest.get(1..)?);
    let groups = |separator: char, text: &str| {
        let mut parts = text.split(separator);
        let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()));
        first && parts.all(|part| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let other = if mark == ',' { '.' } else { ',' };
    match (whole.contains(mark), whole.contains(other)) {
        (false, false) if fraction.len() == 3 && groups(mark, digits) => Some(digits.replace(mark, "")),
        (false, false) => Some(format!("{whole}.{fraction}")),
        (false, true) if groups(other, whole) => Some(format!("{}.{fraction}", whole.replace(other, ""))),
        (true, false) if groups(mark, digits) => Some(digits.replace(mark, "")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<i64> {
        typed_amount(text, Currency::EUR).map(Amount::minor)
    }

    #[test]
    fn amounts_as_people_type_them() {
        for (text, cents) in [
            ("1 284 530,12", 128_453_012),
            ("1\u{202f}284\u{202f}530,12\u{a0}€", 128_453_012),
            ("1,284,530.12", 128_453_012),
            ("EUR 1,284,530.12", 128_453_012),
            ("1.284.530,12", 128_453_012),
            ("1284530", 128_453_000),
            ("1.234.567", 123_456_700),
            ("1,234", 123_400),
            ("12,5", 1_250),
            ("12.50", 1_250),
            ("-12,50", -1_250),
            ("\u{2212}12,50", -1_250),
            ("(12.50)", -1_250),
            ("0", 0),
        ] {
            assert_eq!(read(text), Some(cents), "{text}");
        }
        for text in ["", "-", "abc", "12,345,6", "1.23.456,00", "12,3456", "1,2OO", "12.50.1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
