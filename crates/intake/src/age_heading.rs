//! Whether a heading names an amount already aged: by its days late or months (`31-60`, `90+`, `< 1 Month`, `moins d'un
//! mois`), by a word (`Non échu`, `Older`), or by the day of the balance (`Au 31/12/2026`). What the ages are, `buckets` tells.

use crate::heading::{is_period_amount, spaced};
use crate::number;
use crate::synonyms::{BUCKET_MARKS, BUCKET_WORDS, BUCKETS};
use crate::titles;
use crate::vocabulary;
use crate::words::fold;
use values::Day;

/// Words for what is late, which make a bucket of a single number.
const LATE: [&str; 2] = ["uberfallig", "scaduto"];

/// Whether a heading names an amount already aged: `31-60`, `90+`, `< 1 Month`, `Non échu`, `Plus de 90 jours`.
pub(crate) fn is_bucket(heading: &str) -> bool {
    is_age(unranked(heading))
}

fn is_age(heading: &str) -> bool {
    // `480,00` in a row of data is an amount, no ages from 480 to 0.
    if heading.contains([',', '.']) && number::looks_like_one(heading) {
        return false;
    }
    // `77.8 %` is a share.
    if heading.contains('%') {
        return false;
    }
    let folded = spaced(heading);
    let ranked = ["first term", "second term", "third term", "fourth term", "fifth term"];
    if is_period_amount(&folded) || ranked.iter().any(|term| folded.starts_with(term)) {
        return true;
    }
    if BUCKETS.contains(&folded.as_str()) || vocabulary::is_not_due(&folded) || vocabulary::is_unallocated(&folded) {
        return true;
    }
    let months = names_months(&folded);
    let mut numbers = 0;
    let mut marked = heading.contains(['+', '<', '>', '≤', '≥']) || heading.trim().ends_with('-');
    for token in folded.split(' ') {
        let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = token.get(digits.len()..).unwrap_or_default();
        if !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
            if !unit.is_empty() && !BUCKET_WORDS.contains(&unit) {
                return false;
            }
            marked |= BUCKET_MARKS.contains(&unit) || unit == "d";
        } else if months && in_words(token).is_some() {
            numbers += 1;
        } else if LATE.contains(&token) {
            marked = true;
        } else if BUCKET_WORDS.contains(&token) || BUCKETS.contains(&token) {
            marked |= BUCKET_MARKS.contains(&token);
        } else {
            return false;
        }
    }
    numbers == 2 || (numbers == 1 && marked)
}

const MONTHS: &[&str] =
    &["month", "months", "mois", "monat", "monate", "mes", "meses", "mese", "mesi", "maand", "maanden"];

/// Whether a heading, folded, counts in months.
pub(crate) fn names_months(folded: &str) -> bool {
    folded.split(' ').any(|word| MONTHS.contains(&word))
}

/// A small number in words: `moins d'un mois`.
pub(crate) fn in_words(word: &str) -> Option<u32> {
    let number = match word {
        "un" | "one" | "ein" | "einem" | "einen" | "uno" | "een" => 1,
        "deux" | "two" | "zwei" | "dos" | "due" | "twee" => 2,
        "trois" | "three" | "drei" | "tres" | "tre" | "drie" => 3,
        "six" | "sechs" | "seis" | "sei" | "zes" => 6,
        _ => return None,
    };
    Some(number)
}

/// A heading without the letter or the digit that only sorts it in a pivot table: `B - 1 à 30 j`, `5 - Plus de 90 j`. The
/// first number of `1 - 30 jours` is one of its days.
pub(crate) fn unranked(heading: &str) -> &str {
    let whole = heading.trim();
    let mut characters = whole.chars();
    let Some(rank) = characters.next() else { return whole };
    let rest = characters.as_str().trim_start();
    let Some(rest) = rest.strip_prefix(['-', '–', '.', ')', '_', ':']).map(str::trim_start) else { return whole };
    let worded = rest.starts_with(|first: char| !first.is_ascii_digit());
    let counted =
        || worded || spaced(rest).split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count() > 1;
    let sorts = match rank {
        'A'..='H' | 'a'..='h' => true,
        '1'..='9' => counted(),
        _ => false,
    };
    if sorts && is_age(rest) { rest } else { whole }
}

/// Words before the day of the balance, at the head of what was not due on it.
const AS_OF: [&str; 11] = ["au", "a", "at", "as", "of", "am", "al", "per", "op", "zum", "on"];

/// The readings of the day a heading names and nothing else, as Odoo heads what was not due then: `Au 31/12/2026`, `As of
/// 12/31/2026`. Empty for any other heading.
pub(crate) fn as_of(heading: &str) -> Vec<Day> {
    let words = fold(heading);
    let before: Vec<&str> =
        words.split(' ').take_while(|word| !word.bytes().any(|byte| byte.is_ascii_digit())).collect();
    let announced = !before.is_empty() && before.iter().all(|word| AS_OF.contains(word));
    // The words of a day, and no others: three numbers, or two and a month.
    let short = words.split(' ').count() == before.len() + 3;
    if announced && short { titles::readings(heading) } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_recognised() {
        for heading in [
            "0-30",
            "1-30",
            "90+",
            "< 1 Month",
            "1 Month",
            "Current",
            "Non échu",
            "> 90 j",
            "Plus de 90 jours",
            "91+ days",
            "121-Above",
            "30 jours",
            "Older",
            "Age ≤ 30 d.",
            "31 à 60 jours",
            "0-30 Tage",
            "61-90j",
            "Non affecté",
            "Avoirs / non imputés",
            "Unapplied credits",
            "moins d'un mois",
            "Plus de trois mois",
            "Échues < 30 j",
            "Échues 30 à 60 j",
            "<=30 jrs",
            "C - 31 à 60 j",
            "5 - Plus de 90 j",
        ] {
            assert!(is_bucket(heading), "{heading}");
        }
        for heading in [
            "Total",
            "2026",
            "Invoice 12",
            "Days Past Due",
            "Montant",
            "30",
            "Retard",
            "M-1",
            "un",
            "A - Total",
            "480,00",
            "-9.50",
            "77.8 %",
            "100 %",
        ] {
            assert!(!is_bucket(heading), "{heading}");
        }
    }

    #[test]
    fn what_sorts_a_heading_is_no_part_of_it() {
        for (heading, expected) in [
            ("B - 1 à 30 j", "1 à 30 j"),
            ("A - Non échu", "Non échu"),
            ("a) Non échu", "Non échu"),
            ("2 - 1 à 30 j", "1 à 30 j"),
            ("5 - Plus de 90 j", "Plus de 90 j"),
            ("5. > 90 j", "> 90 j"),
            ("1 - 30 jours", "1 - 30 jours"),
            ("1-30", "1-30"),
            ("M-1", "M-1"),
            ("A - Total", "A - Total"),
        ] {
            assert_eq!(unranked(heading), expected, "{heading}");
        }
    }

    #[test]
    fn headings_name_the_day_of_the_balance() {
        for (heading, expected) in [
            ("Au 31/12/2026", "2026-12-31"),
            ("As of: 12/31/2026", "2026-12-31"),
            ("Per 31.12.2026", "2026-12-31"),
            ("Solde au 31/12/2026", ""),
            ("Du 01/12/2026 au 31/12/2026", ""),
            ("31/12/2026", ""),
            ("Au 31", ""),
        ] {
            let found: Vec<String> = as_of(heading).iter().map(ToString::to_string).collect();
            assert_eq!(found.join(" "), expected, "{heading}");
        }
    }
}
