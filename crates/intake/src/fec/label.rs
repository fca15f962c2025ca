//! The due date written in the text of an entry: `ECH 30/06/26`, `éch.30.06.2026`, `au 30/06`, `LCR 300626`. Only
//! after a word that announces it, only on or after the invoice, and never the end of a period (`du 01/04 au 30/06`).

use values::Day;

/// Days after the invoice beyond which a date is no due date.
const LATEST: i32 = 366;

/// The due date a text states for an invoice issued on a day. A missing year is that of the first such day from then on.
pub(crate) fn due_day(label: &str, issued: Day) -> Option<Day> {
    // Nearly every text has no such word: a look at its bytes spares the rest.
    if !may_announce(label.as_bytes()) || !label.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = tokens(label);
    let mut found = None;
    for (position, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let Some(announcement) = announces(word) else { continue };
        if announcement == Announcement::Until && is_period(tokens.get(..position).unwrap_or_default()) {
            continue;
        }
        let rest = tokens.get(position + 1..).unwrap_or_default();
        let date =
            rest.iter().take(4).take_while(|token| !matches!(token, Token::Word(word) if announces(word).is_some()));
        let Some(parts) = date.filter_map(Token::date).next() else { continue };
        let day = parts.day(issued).filter(|day| (0..=LATEST).contains(&(*day - issued).0));
        // "Situation au 30/06" of an invoice of that day says when it was issued.
        let day = day.filter(|day| announcement == Announcement::Due || *day > issued);
        found = found.or(day);
    }
    found
}

/// Whether some word may begin like one that announces a due date. Letters beyond ASCII are not told apart, except É.
fn may_announce(label: &[u8]) -> bool {
    let mut before = b' ';
    let mut rest = label;
    while let [first, after @ ..] = rest {
        let second = after.first().copied().unwrap_or(b' ');
        let (letter, second) = match (first, second) {
            (0xC3, 0x89 | 0xA9) => (b'e', after.get(1).copied().unwrap_or(b' ')),
            (first, second) => (first.to_ascii_lowercase(), second),
        };
        let second = second.to_ascii_lowercase();
        let begins = match letter {
            b'e' => matches!(second, b'c' | b'x') || !second.is_ascii(),
            b'l' | b'v' => second == b'c' || !second.is_ascii(),
            b't' => second == b'r' || !second.is_ascii(),
            b'b' => second == b'o' || !second.is_ascii(),
            b'p' => second == b'a' || !second.is_ascii(),
            b'a' => second == b'u' || !second.is_ascii(),
            0x80..=0xBF => false,
            0xC0.. => true,
            _ => false,
        };
        if begins && !before.is_ascii_alphabetic() {
            return true;
        }
        (before, rest) = (*first, after);
    }
    false
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Announcement {
    /// The word is about payment.
    Due,
    /// `au` alone: a due date unless it ends a period.
    Until,
}

fn announces(word: &str) -> Option<Announcement> {
    match word {
        "ech" | "eche" | "echeance" | "echeances" | "echue" | "echu" | "lcr" | "lce" | "traite" | "bor" | "vcom"
        | "payable" | "exigible" => Some(Announcement::Due),
        "au" => Some(Announcement::Until),
        _ => None,
    }
}

/// Words before `au` that make it the end of a period.
fn is_period(before: &[Token]) -> bool {
    before.iter().any(|token| {
        matches!(token, Token::Word(word) if matches!(word.as_str(),
            "du" | "periode" | "situation" | "arrete" | "solde" | "location" | "loyer" | "interets" | "prorata"))
    })
}

enum Token {
    Word(String),
    /// Digits, with the marks between them.
    Number(String),
}

/// Day, month and year as written; two-digit years are of this century.
#[derive(Clone, Copy)]
struct Parts {
    day: u32,
    month: u32,
    year: Option<i32>,
}

impl Parts {
    fn day(self, issued: Day) -> Option<Day> {
        match self.year {
            Some(year) => Day::new(year, self.month, self.day),
            None => [issued.year(), issued.year() + 1]
                .into_iter()
                .filter_map(|year| Day::new(year, self.month, self.day))
                .find(|day| *day >= issued),
        }
    }
}

impl Token {
    fn date(&self) -> Option<Parts> {
        let Token::Number(text) = self else { return None };
        let parts: Vec<&str> = text.split(['/', '.', '-']).filter(|part| !part.is_empty()).collect();
        let number = |text: &str| text.parse::<u32>().ok();
        match parts.as_slice() {
            [day, month, year] if year.len() == 4 && day.len() <= 2 => {
                Some(Parts { day: number(day)?, month: number(month)?, year: i32::try_from(number(year)?).ok() })
            }
            [day, month, year] if year.len() == 2 && day.len() <= 2 => {
                Some(Parts { day: number(day)?, month: number(month)?, year: i32::try_from(2000 + number(year)?).ok() })
            }
            [year, month, day] if year.len() == 4 => {
                Some(Parts { day: number(day)?, month: number(month)?, year: i32::try_from(number(year)?).ok() })
            }
            [day, month] if day.len() <= 2 && month.len() == 2 => {
                Some(Parts { day: number(day)?, month: number(month)?, year: None })
            }
            [digits] if digits.len() == 6 => Some(Parts {
                day: number(digits.get(..2)?)?,
                month: number(digits.get(2..4)?)?,
                year: i32::try_from(2000 + number(digits.get(4..)?)?).ok(),
            }),
            [digits] if digits.len() == 8 => {
                let year_last = number(digits.get(2..4)?)? <= 12 && number(digits.get(4..)?)? >= 1900;
                let (day, month, year) = if year_last {
                    (digits.get(..2)?, digits.get(2..4)?, digits.get(4..)?)
                } else {
                    (digits.get(6..)?, digits.get(4..6)?, digits.get(..4)?)
                };
                Some(Parts { day: number(day)?, month: number(month)?, year: i32::try_from(number(year)?).ok() })
            }
            _ => None,
        }
    }
}

/// Words (lower case, no accent) and numbers with their marks, in order.
fn tokens(label: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut number = String::new();
    for letter in label.chars().chain([' ']) {
        let in_number = letter.is_ascii_digit() || !number.is_empty() && matches!(letter, '/' | '.' | '-');
        if !in_number && !number.is_empty() {
            tokens.push(Token::Number(std::mem::take(&mut number)));
        }
        if !letter.is_alphabetic() && !word.is_empty() {
            tokens.push(Token::Word(crate::words::fold(&word)));
            word.clear();
        }
        if in_number {
            number.push(letter);
        } else if letter.is_alphabetic() {
            word.push(letter);
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_announcement_is_passed_over() {
        let words = [
            "ech",
            "eche",
            "Échéance",
            "échu",
            "LCR",
            "lce",
            "Traite",
            "BOR",
            "vcom",
            "Payable",
            "exigible",
            "au",
            "áu",
        ];
        for word in words {
            for before in ["", "x ", "12", "-", "é ", "\u{a0}", "–"] {
                assert!(may_announce(format!("{before}{word} 30/06").as_bytes()), "{before}{word}");
            }
        }
        assert!(!may_announce("Location FA202401-0000001, entretien et pose".as_bytes()));
    }

    #[test]
    fn due_dates_in_texts() {
        for (label, issued, expected) in [
            ("FACT 12 ECH 30/06/26", "2026-05-12", "2026-06-30"),
            ("\u{e9}ch.30.06.2026", "2026-05-12", "2026-06-30"),
            ("\u{c9}ch\u{e9}ance : 30-06-2026", "2026-05-12", "2026-06-30"),
            ("Facture au 30/06", "2026-05-12", "2026-06-30"),
            ("LCR 300626", "2026-05-12", "2026-06-30"),
            ("LCR DUPONT 30062026", "2026-05-12", "2026-06-30"),
            ("traite 20260630", "2026-05-12", "2026-06-30"),
            ("ECH 15/01", "2026-12-12", "2027-01-15"),
            ("ECH 15/01 FACT 1234", "2026-01-15", "2026-01-15"),
            // Not due dates.
            ("Loyer du 01/04 au 30/06/26", "2026-04-01", "-"),
            ("Situation au 31/05", "2026-05-12", "-"),
            ("ACOMPTE au 12/05/26", "2026-05-12", "-"),
            ("ECH 30/06/25", "2026-05-12", "-"),
            ("ECH 30/06/29", "2026-05-12", "-"),
            ("ECH 31/06/26", "2026-05-12", "-"),
            ("BL 300626", "2026-05-12", "-"),
            ("Tech 30/06/26", "2026-05-12", "-"),
            ("Facture FA2000004", "2026-05-12", "-"),
            ("", "2026-05-12", "-"),
        ] {
            let found = due_day(label, issued.parse().unwrap()).map_or("-".to_owned(), |day| day.to_string());
            assert_eq!(found, expected, "{label}");
        }
    }
}
