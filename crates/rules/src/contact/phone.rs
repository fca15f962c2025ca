//! Telephone numbers brought to the one international form (ITU-T E.164): `01 84 20 04 30` is `+33184200430`.

use super::Country;
use std::fmt;

/// A number in international form, `+` and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phone(String);

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// There are no digits, or other signs among them.
    NotANumber,
    /// Too few or too many digits for its country.
    Length,
    /// A number of the form nobody has (`00 00 00 00 00`, `01 23 45 67 89`).
    Placeholder,
}

/// Calling code, prefix of national calls, and the lengths of a national number without it (national numbering plans).
struct Plan {
    country: &'static str,
    code: &'static str,
    trunk: &'static str,
    shortest: usize,
    longest: usize,
}

const fn plan(country: &'static str, code: &'static str, trunk: &'static str, shortest: usize, longest: usize) -> Plan {
    Plan { country, code, trunk, shortest, longest }
}

const PLANS: [Plan; 22] = [
    plan("FR", "33", "0", 9, 9),
    plan("AT", "43", "0", 4, 13),
    plan("BE", "32", "0", 8, 9),
    plan("CA", "1", "1", 10, 10),
    plan("CH", "41", "0", 9, 9),
    plan("DE", "49", "0", 5, 13),
    plan("DK", "45", "", 8, 8),
    plan("DZ", "213", "0", 8, 9),
    plan("ES", "34", "", 9, 9),
    plan("GB", "44", "0", 9, 10),
    plan("IE", "353", "0", 7, 9),
    // Italian numbers keep their zero.
    plan("IT", "39", "", 6, 11),
    plan("LU", "352", "", 4, 11),
    plan("MA", "212", "0", 9, 9),
    plan("MC", "377", "", 8, 9),
    plan("NL", "31", "0", 9, 9),
    plan("PL", "48", "", 9, 9),
    plan("PT", "351", "", 9, 9),
    plan("SE", "46", "0", 7, 9),
    plan("TN", "216", "", 8, 8),
    plan("US", "1", "1", 10, 10),
    plan("RE", "262", "0", 9, 9),
];

impl Phone {
    /// Reads a number typed in a country. Of several in one cell the first that is right.
    pub fn read(cell: &str, country: Country) -> Result<Phone, PhoneProblem> {
        let whole = read_one(cell, country);
        if whole.is_ok() {
            return whole;
        }
        let parts = cell.split(['/', ';', ',', '|', '\n']).flat_map(|part| part.split(" ou "));
        parts.filter_map(|part| read_one(part, country).ok()).next().map_or(whole, Ok)
    }

    /// The number, `+` and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn read_one(text: &str, country: Country) -> Result<Phone, PhoneProblem> {
    let text = without_extension(text.trim());
    let international = text.starts_with('+') || text.trim_start_matches('(').starts_with("00");
    let mut digits = String::new();
    // “(0)” is the prefix of national calls, shown beside the international form.
    for letter in text.replace("(0)", " ").chars() {
        match letter {
            digit if digit.is_ascii_digit() => digits.push(digit),
            ' ' | '.' | '-' | '/' | '(' | ')' | '+' | '\u{A0}' | '\u{202F}' | '\u{2011}' | '\u{2013}' => {}
            _ => return Err(PhoneProblem::NotANumber),
        }
    }
    if digits.is_empty() {
        return Err(PhoneProblem::NotANumber);
    }
    let number = if international { from_abroad(&digits)? } else { from_inside(&digits, country)? };
    if is_placeholder(&number) { Err(PhoneProblem::Placeholder) } else { Ok(Phone(number)) }
}

/// “poste 12”, “ext. 12”: a person's line behind the number.
fn without_extension(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let cut = ["poste", "ext", "tel.", "tél.", "tel", "tél"].iter().filter_map(|word| Some((lower.find(word)?, *word)));
    match cut.min_by_key(|(at, _)| *at) {
        // A label stands before the number.
        Some((0, word)) => text.get(word.len()..).unwrap_or_default().trim_start_matches([':', '.', ' ', '\u{A0}']),
        Some((at, _)) => text.get(..at).unwrap_or(text).trim_end(),
        None => text,
    }
}

/// After `+` or `00`: a known country's plan, or at least the bounds of the standard (8 to 15 digits).
fn from_abroad(digits: &str) -> Result<String, PhoneProblem> {
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    let known = PLANS.iter().filter_map(|plan| Some((plan, digits.strip_prefix(plan.code)?)));
    let Some((plan, rest)) = known.max_by_key(|(plan, _)| plan.code.len()) else {
        let fits = (8..=15).contains(&digits.len());
        return if fits { Ok(format!("+{digits}")) } else { Err(PhoneProblem::Length) };
    };
    let national = if plan.trunk == "0" { rest.strip_prefix('0').unwrap_or(rest) } else { rest };
    with_plan(plan, national)
}

fn from_inside(digits: &str, country: Country) -> Result<String, PhoneProblem> {
    let Some(plan) = PLANS.iter().find(|plan| plan.country == country.code()) else {
        return Err(PhoneProblem::Length);
    };
    let national = match digits.strip_prefix(plan.trunk) {
        Some(rest) if !plan.trunk.is_empty() => rest,
        // A spreadsheet took the zero at the front, or the plan has no prefix.
        Some(_) | None => digits,
    };
    if plan.country == "FR" && national.len() == 9 {
        return Ok(format!("+{}{national}", overseas_code(national)));
    }
    // The country's own code without its `+`: `33184200430`.
    if let Some(rest) = digits.strip_prefix(plan.code)
        && national.len() > plan.longest
    {
        return with_plan(plan, rest);
    }
    with_plan(plan, national)
}

fn with_plan(plan: &Plan, national: &str) -> Result<String, PhoneProblem> {
    let fits = (plan.shortest..=plan.longest).contains(&national.len());
    if fits { Ok(format!("+{}{national}", plan.code)) } else { Err(PhoneProblem::Length) }
}

/// The French overseas departments have calling codes of their own (ARCEP, national numbering plan).
fn overseas_code(national: &str) -> &'static str {
    match national.get(..3).unwrap_or_default() {
        "590" | "690" | "691" => "590",
        "594" | "694" => "594",
        "596" | "696" | "697" => "596",
        "262" | "263" | "269" | "639" | "692" | "693" => "262",
        _ => "33",
    }
}

/// One digit all along, or counting up: filled in to satisfy a form.
fn is_placeholder(number: &str) -> bool {
    let national = number.get(3..).unwrap_or_default().as_bytes();
    let tail = national.get(1..).filter(|tail| tail.len() >= 5);
    let same = tail.is_some_and(|tail| tail.windows(2).all(|pair| matches!(pair, [a, b] if a == b)));
    same || number.ends_with("123456789")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(cell: &str, country: &str) -> String {
        match Phone::read(cell, Country::recognise(country).unwrap()) {
            Ok(phone) => phone.to_string(),
            Err(problem) => format!("{problem:?}"),
        }
    }

    #[test]
    fn numbers_take_the_international_form() {
        for (cell, country, expected) in [
            ("01 84 20 04 30", "FR", "+33184200430"),
            ("01.84.20.04.30", "FR", "+33184200430"),
            ("01/84/20/04/30", "FR", "+33184200430"),
            ("0184200430", "FR", "+33184200430"),
            ("184200430", "FR", "+33184200430"),
            ("33184200430", "FR", "+33184200430"),
            ("+33 (0)1 84 20 04 30", "FR", "+33184200430"),
            ("0033 1 84 20 04 30", "FR", "+33184200430"),
            ("+33 01 84 20 04 30", "FR", "+33184200430"),
            ("Tél : 01 84 20 04 30", "FR", "+33184200430"),
            ("01 84 20 04 30 poste 12", "FR", "+33184200430"),
            ("01 84 20 04 30 / 06 12 34 56 87", "FR", "+33184200430"),
            ("0690 35 12 48", "FR", "+590690351248"),
            ("0262 41 52 63", "FR", "+262262415263"),
            ("02 513 89 40", "BE", "+3225138940"),
            ("030 901820", "DE", "+4930901820"),
            ("+49 30 901820", "FR", "+4930901820"),
            ("06 6982", "IT", "+39066982"),
            ("+44 20 7946 0958", "FR", "+442079460958"),
            ("020 7946 0958", "GB", "+442079460958"),
            ("(212) 664-7665", "US", "+12126647665"),
            ("+352 26 25 14", "LU", "+352262514"),
            ("+81 3 3201 3331", "FR", "+81332013331"),
            ("01 84 20 04", "FR", "Length"),
            ("01 84 20 04 30 99", "FR", "Length"),
            ("00 00 00 00 00", "FR", "Placeholder"),
            ("01 23 45 67 89", "FR", "Placeholder"),
            ("06 66 66 66 66", "FR", "Placeholder"),
            ("néant", "FR", "NotANumber"),
            ("", "FR", "NotANumber"),
        ] {
            assert_eq!(seen(cell, country), expected, "{cell} in {country}");
        }
    }
}
