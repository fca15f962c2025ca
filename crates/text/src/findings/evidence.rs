//! What was seen on the row of a finding.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

impl Language {
    /// Issued and due on these days.
    pub fn evidence_dates(self, day: Day, due: Option<Day>) -> String {
        let day = self.day(day);
        match (self, due.map(|due| self.day(due))) {
            (Language::Fr, Some(due)) => format!("du {day}, échéance {due}"),
            (Language::En, Some(due)) => format!("of {day}, due {due}"),
            (Language::Fr, None) => format!("du {day}"),
            (Language::En, None) => format!("of {day}"),
        }
    }

    /// Another row: its document, its account where it is another one, its number.
    pub fn evidence_twin(self, document: &str, account: Option<&str>, row: u32) -> String {
        let document =
            if document.is_empty() { self.pick("pièce sans numéro", "document without a number") } else { document };
        let account = account.map(|account| match self {
            Language::Fr => format!(" chez {account}"),
            Language::En => format!(" of {account}"),
        });
        let account = account.unwrap_or_default();
        match self {
            Language::Fr => format!("avec {document}{account}, ligne {row}"),
            Language::En => format!("with {document}{account}, row {row}"),
        }
    }

    /// As written, and what was probably meant.
    pub fn evidence_meant(self, seen: &str, meant: &str) -> String {
        let (seen, meant) = (self.quoted(seen), self.quoted(meant));
        match self {
            Language::Fr => format!("{seen}, sans doute {meant}"),
            Language::En => format!("{seen}, probably {meant}"),
        }
    }

    /// Letters and the lines that bear them.
    pub fn evidence_group(self, letters: &str, lines: u32) -> String {
        let letters = self.quoted(letters);
        let lines = self.things(lines.into(), ("ligne", "lignes"), ("line", "lines"));
        match self {
            Language::Fr => format!("lettrage {letters}, {lines}"),
            Language::En => format!("letters {letters}, {lines}"),
        }
    }

    /// Another account of probably the same customer, and why. Reasons are codes.
    pub fn evidence_same_as(self, name: &str, account: &str, reasons: &[&str]) -> String {
        let reason = |code: &&str| match *code {
            "account" => self.pick("même numéro de compte", "same account number"),
            "name" => self.pick("même nom", "same name"),
            "near-name" => self.pick("noms à une lettre près", "names one letter apart"),
            "company-number" => self.pick("même SIREN", "same SIREN"),
            "vat-number" => self.pick("même n° de TVA", "same VAT number"),
            "iban" => self.pick("même IBAN", "same IBAN"),
            _ => self.pick("même e-mail", "same e-mail address"),
        };
        let reasons = reasons.iter().map(reason).collect::<Vec<_>>().join(", ");
        match self {
            Language::Fr => format!("comme {name} ({account}){NO_BREAK_SPACE}: {reasons}"),
            Language::En => format!("like {name} ({account}): {reasons}"),
        }
    }

    /// Numbers missing in a series, as they would be written.
    pub fn evidence_missing(self, first: &str, last: &str, numbers: u64) -> String {
        let count =
            self.things(numbers, ("numéro manquant", "numéros manquants"), ("number missing", "numbers missing"));
        let colon = self.pick("\u{A0}:", ":");
        match (first == last, self) {
            (true, _) => format!("{count}{colon} {first}"),
            (false, Language::Fr) => format!("{count}{colon} de {first} à {last}"),
            (false, Language::En) => format!("{count}{colon} {first} to {last}"),
        }
    }

    /// Payment terms in words: `kind` is `cash`, `net`, `days-end-of-month`, `end-of-month-days` or
    /// `months-end-of-month`; `on_the` is the day of the following month.
    pub fn payment_terms(self, kind: &str, count: u32, on_the: Option<u32>) -> String {
        let days = || self.things(count.into(), ("jour", "jours"), ("day", "days"));
        let base = match (kind, count) {
            ("cash", _) => self.pick("comptant", "cash").to_owned(),
            ("net", _) => days(),
            ("days-end-of-month", 0) => self.pick("fin de mois", "end of month").to_owned(),
            ("days-end-of-month", _) => format!("{} {}", days(), self.pick("fin de mois", "end of month")),
            ("end-of-month-days", _) => format!("{} + {}", self.pick("fin de mois", "end of month"), days()),
            _ => {
                let months = self.things(count.into(), ("mois", "mois"), ("month", "months"));
                format!("{months} {}", self.pick("fin de mois", "end of month"))
            }
        };
        match on_the {
            Some(day) => format!("{base} {} {day}", self.pick("le", "the")),
            None => base,
        }
    }

    /// Terms, and those they are compared with.
    pub fn evidence_terms(self, terms: &str, other: &str) -> String {
        match self {
            Language::Fr => format!("{terms}, et {other}"),
            Language::En => format!("{terms}, and {other}"),
        }
    }

    /// Days past the due date.
    pub fn evidence_days_late(self, days: u32) -> String {
        let days = self.things(days.into(), ("jour", "jours"), ("day", "days"));
        match self {
            Language::Fr => format!("{days} de retard"),
            Language::En => format!("{days} late"),
        }
    }

    /// Days beyond a limit.
    pub fn evidence_days_beyond(self, days: u32) -> String {
        let days = self.things(days.into(), ("jour", "jours"), ("day", "days"));
        match self {
            Language::Fr => format!("{days} au-delà"),
            Language::En => format!("{days} beyond"),
        }
    }

    /// The day something ends.
    pub fn evidence_until(self, day: Day) -> String {
        format!("{} {}", self.pick("jusqu’au", "until"), self.day(day))
    }

    /// The day something happened last.
    pub fn evidence_on(self, day: Day) -> String {
        format!("{} {}", self.pick("le", "on"), self.day(day))
    }

    /// A part of the whole, in ten-thousandths.
    pub fn evidence_share(self, ten_thousandths: i64) -> String {
        let share = self.percent(ten_thousandths);
        match self {
            Language::Fr => format!("{share} de l’encours"),
            Language::En => format!("{share} of what is owed"),
        }
    }

    /// An index of concentration.
    pub fn evidence_index(self, index: i64) -> String {
        let index = self.number(index);
        match self {
            Language::Fr => format!("indice {index} sur 10\u{202F}000"),
            Language::En => format!("index {index} of 10,000"),
        }
    }

    /// A limit, and what exceeds it, both as written.
    pub fn evidence_limit(self, limit: &str, seen: &str) -> String {
        match self {
            Language::Fr => format!("solde {seen}, limite {limit}"),
            Language::En => format!("balance {seen}, limit {limit}"),
        }
    }

    /// Written reminders without a payment since.
    pub fn evidence_unanswered(self, reminders: u32, since: Day) -> String {
        let count = self.things(
            reminders.into(),
            ("relance écrite", "relances écrites"),
            ("written reminder", "written reminders"),
        );
        let since = self.day(since);
        match self {
            Language::Fr => format!("{count} depuis le {since}, aucun règlement"),
            Language::En => format!("{count} since {since}, no payment"),
        }
    }

    /// Late payments that follow a reminder; the probability in ten-thousandths.
    pub fn evidence_waits(self, answered: u32, pay_days: u32, step: &str, probability: i64) -> String {
        let probability = self.percent_hundredths(probability);
        let step = if step.is_empty() { String::new() } else { format!(" ({step})") };
        match self {
            Language::Fr => format!(
                "{answered} règlements tardifs sur {pay_days} dans les 5 jours d’une relance{step}, probabilité d’un hasard {probability}"
            ),
            Language::En => format!(
                "{answered} late payments of {pay_days} within 5 days of a reminder{step}, probability of chance {probability}"
            ),
        }
    }

    /// So many invoices.
    pub fn evidence_documents(self, count: u32) -> String {
        self.things(count.into(), ("facture", "factures"), ("invoice", "invoices"))
    }
}
