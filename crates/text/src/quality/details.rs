//! What was seen on the row of a finding, and how recent the files are.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

impl Language {
    /// Issued and due on these days.
    pub fn quality_dates(self, day: Day, due: Option<Day>) -> String {
        let day = self.day(day);
        match (self, due.map(|due| self.day(due))) {
            (Language::Fr, Some(due)) => format!("du {day}, échéance {due}"),
            (Language::En, Some(due)) => format!("of {day}, due {due}"),
            (Language::Fr, None) => format!("du {day}"),
            (Language::En, None) => format!("of {day}"),
        }
    }

    /// Another row: its document, its account where it is another one, its number.
    pub fn quality_twin(self, document: &str, account: Option<&str>, row: u32) -> String {
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
    pub fn quality_meant(self, seen: &str, meant: &str) -> String {
        let (seen, meant) = (self.quoted(seen), self.quoted(meant));
        match self {
            Language::Fr => format!("{seen}, sans doute {meant}"),
            Language::En => format!("{seen}, probably {meant}"),
        }
    }

    /// Letters and the lines that bear them.
    pub fn quality_group(self, letters: &str, lines: u32) -> String {
        let letters = self.quoted(letters);
        let lines = self.things(lines.into(), ("ligne", "lignes"), ("line", "lines"));
        match self {
            Language::Fr => format!("lettrage {letters}, {lines}"),
            Language::En => format!("letters {letters}, {lines}"),
        }
    }

    /// Another account of probably the same customer, and why. Reasons are codes.
    pub fn quality_same_as(self, name: &str, account: &str, reasons: &[&str]) -> String {
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

    /// Name of the file that says, beside drafts, how recent what they rest on is.
    pub fn file_of_note(self) -> &'static str {
        self.pick("A-LIRE.txt", "READ-ME.txt")
    }

    /// How recent the files are; `of_payment` tells whether the day is a payment's or an invoice's.
    pub fn quality_freshness(self, last: Option<(Day, bool)>, business_days: u32, stale: bool) -> String {
        let Some((day, of_payment)) = last else {
            return self
                .pick(
                    "Aucune facture ni règlement daté jusqu’à l’arrêté.",
                    "No invoice and no dated payment up to the as-of day.",
                )
                .to_owned();
        };
        let day = self.day(day);
        let age = self.things(business_days.into(), ("jour ouvré", "jours ouvrés"), ("business day", "business days"));
        let what = match of_payment {
            true => self.pick("Dernier règlement", "Last payment"),
            false => self.pick("Aucun règlement daté ; dernière facture", "No dated payment; last invoice"),
        };
        let first = match self {
            Language::Fr => format!("{} le {day}, {age} avant l’arrêté.", what.replace(" ;", "\u{A0};")),
            Language::En => format!("{what} on {day}, {age} before the as-of day."),
        };
        if !stale {
            return first;
        }
        let warning = self.pick(
            "Des clients ont pu payer depuis : demandez un export plus récent avant de relancer.",
            "Customers may have paid since: ask for a more recent export before writing to anybody.",
        );
        match self {
            Language::Fr => format!("{first} {}", warning.replace(" :", "\u{A0}:")),
            Language::En => format!("{first} {warning}"),
        }
    }
}
