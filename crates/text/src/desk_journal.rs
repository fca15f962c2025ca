//! Words of the journal of contacts.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

texts! {
    journal_title: "Journal des contacts", "Journal of contacts";
    journal_step: "Étape", "Step";
    journal_means: "Moyen", "Means";
    journal_contacts: "Contacts", "Contacts";
    journal_reached: "Joints", "Reached";
    journal_promises: "Promesses", "Promises";
    journal_kept: "tenues", "kept";
    journal_broken: "non tenues", "broken";
    journal_paid: "Réglé sous 15 jours", "Paid within 15 days";
    journal_outside: "hors plan", "outside the plan";
}

impl Language {
    /// The headings of the journal as a table; the last column holds each line whole.
    pub const fn journal_headings(self) -> [&'static str; 13] {
        match self {
            Language::Fr => [
                "Jour",
                "Client",
                "Nom",
                "Moyen",
                "Étape",
                "Résultat",
                "Raison",
                "À rappeler",
                "Pièces",
                "Note",
                "Modèle",
                "SHA-256 du texte",
                "Ligne entière (JSON)",
            ],
            Language::En => [
                "Day",
                "Customer",
                "Name",
                "Means",
                "Step",
                "Result",
                "Reason",
                "Call again",
                "Items",
                "Note",
                "Template",
                "SHA-256 of the text",
                "Whole line (JSON)",
            ],
        }
    }

    /// What reading a journal brings.
    pub fn journal_merged(self, new: usize, known: usize, strangers: &[String]) -> String {
        let lines = |count: usize| {
            let word = self.plural(count as u64, self.pick("contact", "contact"), self.pick("contacts", "contacts"));
            format!("{count} {word}")
        };
        let new = format!(
            "{} {}",
            lines(new),
            self.plural(new as u64, self.pick("nouveau", "new"), self.pick("nouveaux", "new"))
        );
        let known = format!(
            "{} {}",
            lines(known),
            self.plural(
                known as u64,
                self.pick("déjà connu", "known already"),
                self.pick("déjà connus", "known already")
            )
        );
        let mut text = format!("{new}, {known}.");
        if !strangers.is_empty() {
            let names = strangers.join(", ");
            text += &match self {
                Language::Fr => format!(" Clients absents des fichiers, laissés de côté{NO_BREAK_SPACE}: {names}."),
                Language::En => format!(" Customers that the files do not list, left out: {names}."),
            };
        }
        text
    }

    /// A journal that is none.
    pub fn journal_refused(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("Ce texte n’est pas un journal d’Encours lisible ({detail})."),
            Language::En => format!("This text is no readable journal of Encours ({detail})."),
        }
    }
}
