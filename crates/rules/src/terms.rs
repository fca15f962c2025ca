//! Payment terms: words to a normal form, and the due day the form gives (domain.md 4.1 to 4.3).
//! No shift for weekends or holidays: French contract practice has none unless agreed.

use std::fmt;
use values::{Day, Days};

/// How the due day follows from the invoice day `d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// On the invoice day.
    Cash,
    /// `d + n` days.
    Net(u32),
    /// End of the month of `d + n` days: the first reading of “n jours fin de mois”.
    DaysEndOfMonth(u32),
    /// End of the month of `d`, then `n` days: the second reading.
    EndOfMonthDays(u32),
    /// End of the month `m` months after that of `d`: the habit of counting 30 days as a month.
    MonthsEndOfMonth(u32),
}

/// A form, and the day of the following month it is put off to (“le 10”), where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentTerms {
    /// The form.
    pub form: Form,
    /// Day of the month, 1–31.
    pub on_the: Option<u32>,
}

impl PaymentTerms {
    /// Terms without a fixed day.
    pub const fn plain(form: Form) -> PaymentTerms {
        PaymentTerms { form, on_the: None }
    }

    /// Reads terms in words: `30 jours fin de mois le 10`, `45 FDM`, `Net 30`, `2/10 n/30`, `à réception`, and the usual
    /// German, Spanish, Italian and Dutch ones (domain.md 4.3). `None` where no delay can be made out.
    pub fn parse(words: &str) -> Option<PaymentTerms> {
        let tokens = tokens(words);
        if tokens.iter().any(|token| token == "acompte") {
            // A deposit and a balance are two due days: no single form says that.
            return None;
        }
        let fixed_day = fixed_day(&tokens);
        let delay = delay(&tokens, fixed_day.map(|(position, _)| position));
        let month_end = month_end(&tokens);
        if let Some((at, months)) = months(&tokens) {
            let form = month_end.filter(|end| at < *end).map(|_| Form::MonthsEndOfMonth(months))?;
            return Some(PaymentTerms { form, on_the: fixed_day.map(|(_, day)| day) });
        }
        let on_the = fixed_day.map(|(_, day)| day);
        let form = match (delay, month_end) {
            (Some((at, days)), Some(end)) if at < end => Form::DaysEndOfMonth(days),
            (Some((_, days)), Some(_)) => Form::EndOfMonthDays(days),
            (Some((_, 0)), None) => Form::Cash,
            (Some((_, days)), None) => Form::Net(days),
            (None, Some(_)) => Form::DaysEndOfMonth(0),
            (None, None) if is_cash(&tokens) => Form::Cash,
            (None, None) => return None,
        };
        Some(PaymentTerms { form, on_the })
    }

    /// The day payment is due for an invoice of this day.
    pub fn due_day(self, invoice_day: Day) -> Day {
        let base = match self.form {
            Form::Cash => invoice_day,
            Form::Net(days) => invoice_day + Days(days as i32),
            Form::DaysEndOfMonth(days) => (invoice_day + Days(days as i32)).end_of_month(),
            Form::EndOfMonthDays(days) => invoice_day.end_of_month() + Days(days as i32),
            Form::MonthsEndOfMonth(months) => invoice_day.first_of_month().plus_months(months).end_of_month(),
        };
        match self.on_the {
            // The next such day strictly after the end of the month reached.
            Some(day) => base.first_of_month().plus_months(1).with_day_of_month(day),
            None => base,
        }
    }

    /// The other lawful or usual readings of the same words: none unless the month's end is counted.
    pub fn alternatives(self) -> Vec<PaymentTerms> {
        let days = match self.form {
            Form::DaysEndOfMonth(days) | Form::EndOfMonthDays(days) if days > 0 => days,
            Form::Cash
            | Form::Net(_)
            | Form::DaysEndOfMonth(_)
            | Form::EndOfMonthDays(_)
            | Form::MonthsEndOfMonth(_) => {
                return Vec::new();
            }
        };
        let months = (days % 30 == 0).then_some(Form::MonthsEndOfMonth(days / 30));
        [Some(Form::DaysEndOfMonth(days)), Some(Form::EndOfMonthDays(days)), months]
            .into_iter()
            .flatten()
            .filter(|form| *form != self.form)
            .map(|form| PaymentTerms { form, on_the: self.on_the })
            .collect()
    }
}

impl fmt::Display for PaymentTerms {
    /// The normal form of domain.md 4.1: `DAYS_EOM(45)`, `DAYS_EOM(60)_THE(10)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Cash => formatter.write_str("CASH")?,
            Form::Net(days) => write!(formatter, "NET({days})")?,
            Form::DaysEndOfMonth(days) => write!(formatter, "DAYS_EOM({days})")?,
            Form::EndOfMonthDays(days) => write!(formatter, "EOM_DAYS({days})")?,
            Form::MonthsEndOfMonth(months) => write!(formatter, "MONTHS_EOM({months})")?,
        }
        match self.on_the {
            Some(day) => write!(formatter, "_THE({day})"),
            None => Ok(()),
        }
    }
}

/// Lower-case words and numbers, accents removed; `n/30` and `60JFM10` fall apart into their parts.
fn tokens(words: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut digits = None;
    for letter in words.chars().flat_map(char::to_lowercase).map(plain_letter) {
        let kind = if letter.is_ascii_digit() {
            Some(true)
        } else if letter.is_alphabetic() || letter == '%' {
            Some(false)
        } else {
            None
        };
        match (kind, tokens.last_mut()) {
            (Some(_), Some(last)) if kind == digits => last.push(letter),
            (Some(_), _) => tokens.push(letter.to_string()),
            // A point inside an abbreviation (“f.d.m.”) does not separate.
            (None, _) if letter == '.' => continue,
            (None, _) => {}
        }
        digits = kind;
    }
    tokens
}

/// A small letter without its accent.
pub(crate) fn plain_letter(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        other => other,
    }
}

fn number(token: &str) -> Option<u32> {
    token.parse().ok().filter(|number| *number <= 365)
}

/// Where the month's end is named: `fin de mois`, `fdm`, `jfdm`, `eom`, `end of month`, `ffm`, `einde maand`.
fn month_end(tokens: &[String]) -> Option<usize> {
    tokens.iter().enumerate().position(|(at, token)| {
        let follows = |offset: usize, word: &str| tokens.get(at + offset).is_some_and(|next| next == word);
        match token.as_str() {
            "fdm" | "jfdm" | "jfm" | "fm" | "eom" | "ffm" => true,
            "fin" => follows(1, "mois") || follows(1, "de") && follows(2, "mois"),
            "einde" => follows(1, "maand"),
            "end" => follows(1, "month") || follows(1, "of") && (follows(2, "month") || follows(3, "month")),
            _ => false,
        }
    })
}

/// The day of the month after `le`, `the`, or written against `JFM`.
fn fixed_day(tokens: &[String]) -> Option<(usize, u32)> {
    tokens.windows(2).enumerate().find_map(|(at, pair)| {
        let [word, next] = pair else { return None };
        let announces = matches!(word.as_str(), "le" | "the" | "jfm");
        let day = number(next).filter(|day| (1..=31).contains(day));
        day.filter(|_| announces).map(|day| (at + 1, day))
    })
}

/// The number of days: the last number that is neither a percentage, nor a discount delay, nor the fixed day.
fn delay(tokens: &[String], fixed_day_at: Option<usize>) -> Option<(usize, u32)> {
    let is_unit = |token: &str| {
        matches!(
            token,
            "j" | "jours"
                | "jour"
                | "jdf"
                | "jfdm"
                | "jfm"
                | "d"
                | "day"
                | "days"
                | "fdm"
                | "eom"
                | "net"
                | "nets"
                | "tage"
                | "tagen"
                | "dias"
                | "ddf"
                | "gg"
                | "giorni"
                | "dagen"
        )
    };
    let numbers: Vec<(usize, u32)> = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != fixed_day_at && tokens.get(at + 1).is_none_or(|next| next != "%"))
        .filter(|(at, _)| !is_discount_delay(tokens, *at))
        .filter_map(|(at, token)| Some((at, number(token)?)))
        .collect();
    let named = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(String::as_str);
        matches!(before, Some("net" | "n" | "mois" | "fdm" | "eom" | "month"))
            || tokens.get(at + 1).is_some_and(|next| is_unit(next))
            || month_end(tokens) == Some(at + 1)
    };
    numbers.iter().rev().find(|(at, _)| named(at)).copied()
}

/// A number after a percentage (“2 % à 10 jours”) is the delay of a discount.
fn is_discount_delay(tokens: &[String], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    before.map(String::as_str).find(|token| !matches!(*token, "a" | "sous" | "in" | "within" | "if" | "si" | "paid"))
        == Some("%")
}

/// A number of whole months: “1 mois fin de mois”, “2 months end of month”.
fn months(tokens: &[String]) -> Option<(usize, u32)> {
    tokens.windows(2).enumerate().find_map(|(at, pair)| {
        let [count, unit] = pair else { return None };
        let unit = matches!(unit.as_str(), "mois" | "month" | "months");
        number(count).filter(|count| unit && (1..=12).contains(count)).map(|count| (at, count))
    })
}

fn is_cash(tokens: &[String]) -> bool {
    let prepaid = tokens.windows(2).any(|pair| matches!(pair, [pre, paid] if pre == "pre" && paid == "paid"));
    let cash = |token: &String| {
        matches!(
            token.as_str(),
            "comptant"
                | "reception"
                | "commande"
                | "receipt"
                | "cod"
                | "cash"
                | "cia"
                | "sofort"
                | "prepaid"
                | "contado"
                | "rimessa"
        )
    };
    prepaid || tokens.iter().any(cash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(words: &str, invoice_day: &str) -> String {
        let terms = PaymentTerms::parse(words).map(|terms| (terms, terms.due_day(invoice_day.parse().unwrap())));
        terms.map_or("not understood".to_owned(), |(terms, day)| format!("{terms} {day}"))
    }

    /// domain.md 4.2, computed twice independently.
    const TABLE: &str = "
2026-01-01 2026-01-31 2026-03-02 2026-01-31 2026-03-02 2026-02-28 2026-02-28 2026-03-17 2026-03-31 2026-04-01 2026-03-31
2026-01-15 2026-02-14 2026-03-16 2026-02-28 2026-03-02 2026-02-28 2026-03-31 2026-03-17 2026-03-31 2026-04-01 2026-03-31
2026-01-30 2026-03-01 2026-03-31 2026-03-31 2026-03-02 2026-02-28 2026-03-31 2026-03-17 2026-03-31 2026-04-01 2026-03-31
2026-01-31 2026-03-02 2026-04-01 2026-03-31 2026-03-02 2026-02-28 2026-03-31 2026-03-17 2026-04-30 2026-04-01 2026-03-31
2026-02-28 2026-03-30 2026-04-29 2026-03-31 2026-03-30 2026-03-31 2026-04-30 2026-04-14 2026-04-30 2026-04-29 2026-04-30
2026-03-10 2026-04-09 2026-05-09 2026-04-30 2026-04-30 2026-04-30 2026-04-30 2026-05-15 2026-05-31 2026-05-30 2026-05-31
2026-04-17 2026-05-17 2026-06-16 2026-05-31 2026-05-30 2026-05-31 2026-06-30 2026-06-14 2026-06-30 2026-06-29 2026-06-30
2026-07-01 2026-07-31 2026-08-30 2026-07-31 2026-08-30 2026-08-31 2026-08-31 2026-09-14 2026-08-31 2026-09-29 2026-09-30
2026-12-05 2027-01-04 2027-02-03 2027-01-31 2027-01-30 2027-01-31 2027-01-31 2027-02-14 2027-02-28 2027-03-01 2027-02-28
2026-12-31 2027-01-30 2027-03-01 2027-01-31 2027-01-30 2027-01-31 2027-02-28 2027-02-14 2027-03-31 2027-03-01 2027-02-28
2028-01-31 2028-03-01 2028-03-31 2028-03-31 2028-03-01 2028-02-29 2028-03-31 2028-03-16 2028-03-31 2028-03-31 2028-03-31
2028-02-29 2028-03-30 2028-04-29 2028-03-31 2028-03-30 2028-03-31 2028-04-30 2028-04-14 2028-04-30 2028-04-29 2028-04-30";

    #[test]
    fn the_handbook_table_holds() {
        let forms = [
            Form::Net(30),
            Form::Net(60),
            Form::DaysEndOfMonth(30),
            Form::EndOfMonthDays(30),
            Form::MonthsEndOfMonth(1),
            Form::DaysEndOfMonth(45),
            Form::EndOfMonthDays(45),
            Form::DaysEndOfMonth(60),
            Form::EndOfMonthDays(60),
            Form::MonthsEndOfMonth(2),
        ];
        for line in TABLE.trim().lines() {
            let days: Vec<Day> = line.split(' ').map(|day| day.parse().unwrap()).collect();
            for (form, expected) in forms.iter().zip(&days[1..]) {
                assert_eq!(PaymentTerms::plain(*form).due_day(days[0]), *expected, "{form:?} from {}", days[0]);
            }
        }
    }

    #[test]
    fn words_become_forms() {
        for (words, expected) in [
            ("30 jours", "NET(30) 2026-02-14"),
            ("30J", "NET(30) 2026-02-14"),
            ("30 jours net", "NET(30) 2026-02-14"),
            ("30 j. date de facture", "NET(30) 2026-02-14"),
            ("30 JDF", "NET(30) 2026-02-14"),
            ("45 jours fin de mois", "DAYS_EOM(45) 2026-03-31"),
            ("30 JFDM", "DAYS_EOM(30) 2026-02-28"),
            ("30 f.d.m.", "DAYS_EOM(30) 2026-02-28"),
            ("FDM 30", "EOM_DAYS(30) 2026-03-02"),
            ("fin de mois + 45", "EOM_DAYS(45) 2026-03-17"),
            ("60 jours fin de mois le 10", "DAYS_EOM(60)_THE(10) 2026-04-10"),
            ("60 JFM10", "DAYS_EOM(60)_THE(10) 2026-04-10"),
            ("30 jours fin de mois le 15", "DAYS_EOM(30)_THE(15) 2026-03-15"),
            ("à réception de facture", "CASH 2026-01-15"),
            ("Comptant", "CASH 2026-01-15"),
            ("Due on receipt", "CASH 2026-01-15"),
            ("Net 30", "NET(30) 2026-02-14"),
            ("N30", "NET(30) 2026-02-14"),
            ("2/10 n/30", "NET(30) 2026-02-14"),
            ("2 % 10 jours, 30 net", "NET(30) 2026-02-14"),
            ("30 days end of month", "DAYS_EOM(30) 2026-02-28"),
            ("Net EOM 10", "EOM_DAYS(10) 2026-02-10"),
            ("EOM", "DAYS_EOM(0) 2026-01-31"),
            ("virement", "not understood"),
            ("acompte 30 % solde 30 jours", "not understood"),
            ("acompte 30 % à la commande, solde 30 jours", "not understood"),
            ("30 fin de mois", "DAYS_EOM(30) 2026-02-28"),
            ("30 Tage netto", "NET(30) 2026-02-14"),
            ("14 Tage 2 % Skonto, 30 Tage netto", "NET(30) 2026-02-14"),
            ("sofort fällig", "CASH 2026-01-15"),
            ("30 días fecha factura", "NET(30) 2026-02-14"),
            ("30 ddf", "NET(30) 2026-02-14"),
            ("60 días f.f.m.", "DAYS_EOM(60) 2026-03-31"),
            ("al contado", "CASH 2026-01-15"),
            ("30 gg d.f.", "NET(30) 2026-02-14"),
            ("60 gg f.m.", "DAYS_EOM(60) 2026-03-31"),
            ("rimessa diretta", "CASH 2026-01-15"),
            ("30 dagen", "NET(30) 2026-02-14"),
            ("30 dagen einde maand", "DAYS_EOM(30) 2026-02-28"),
            ("Pre-paid", "CASH 2026-01-15"),
            ("1 mois fin de mois", "MONTHS_EOM(1) 2026-02-28"),
            ("2 mois", "not understood"),
            ("30 jours, escompte 2 % à 10 jours", "NET(30) 2026-02-14"),
            ("net 30 days, 2% 10 days", "NET(30) 2026-02-14"),
            ("", "not understood"),
        ] {
            assert_eq!(due(words, "2026-01-15"), expected, "{words}");
        }
        assert_eq!(due("60 jours fin de mois le 10", "2026-01-31"), "DAYS_EOM(60)_THE(10) 2026-05-10");
        assert_eq!(due("45 jours fin de mois le 31", "2026-01-31"), "DAYS_EOM(45)_THE(31) 2026-04-30");
        assert_eq!(due("60 jours fin de mois le 10", "2026-12-20"), "DAYS_EOM(60)_THE(10) 2027-03-10");
    }

    #[test]
    fn both_readings_of_the_month_end_are_offered() {
        let alternatives = |words| {
            PaymentTerms::parse(words).unwrap().alternatives().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(alternatives("45 jours fin de mois"), ["EOM_DAYS(45)"]);
        assert_eq!(alternatives("60 jours fin de mois"), ["EOM_DAYS(60)", "MONTHS_EOM(2)"]);
        assert!(alternatives("30 jours").is_empty());
    }
}
