//! How recent the files are.

use crate::Language;
use values::Day;

impl Language {
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
