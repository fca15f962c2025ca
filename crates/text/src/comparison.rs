//! Words about a ledger on two days: kinds of change, what deserves a second look, thanks.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

impl Language {
    /// A kind of change, by its key.
    pub const fn change(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"new" => self.pick("Nouvelles", "New"),
            b"re-opened" => self.pick("Rouvertes", "Re-opened"),
            b"paid" => self.pick("Réglées", "Paid"),
            b"part-paid" => self.pick("Réglées en partie", "Part-paid"),
            b"credited" => self.pick("Diminuées par avoir", "Credited"),
            b"applied" => self.pick("Crédits imputés", "Credits applied"),
            b"changed" => self.pick("Montant modifié", "Amount changed"),
            b"re-dated" => self.pick("Échéance modifiée", "Due date changed"),
            b"renumbered" => self.pick("Renumérotées", "Renumbered"),
            b"vanished" => self.pick("Disparues", "Vanished"),
            _ => self.pick("Inchangées", "Unchanged"),
        }
    }

    /// Columns of the comparison.
    pub const fn comparison_headings(self) -> [&'static str; 4] {
        match self {
            Language::Fr => ["Pièces", "Nombre", "Ouvert avant", "Variation"],
            Language::En => ["Items", "Count", "Open before", "Change"],
        }
    }

    /// What was open, the movements, what is open.
    pub const fn comparison_lines(self) -> [&'static str; 3] {
        match self {
            Language::Fr => ["Solde avant", "Variations", "Solde après"],
            Language::En => ["Balance before", "Changes", "Balance after"],
        }
    }

    /// Title of a comparison.
    pub fn comparison_title(self, before: Day, now: Day) -> String {
        let (before, now) = (self.day(before), self.day(now));
        match self {
            Language::Fr => format!("Du {before} au {now}"),
            Language::En => format!("From {before} to {now}"),
        }
    }

    /// Whether balance, movements and balance agree.
    pub fn comparison_control(self, difference: Amount, currency: Currency) -> String {
        let written = self.money(difference, currency);
        match (self, difference.is_zero()) {
            (Language::Fr, true) => "Solde avant + variations = solde après, au centime.".to_owned(),
            (Language::En, true) => "Balance before + changes = balance after, to the cent.".to_owned(),
            (Language::Fr, false) => format!("Écart non expliqué{NO_BREAK_SPACE}: {written}."),
            (Language::En, false) => format!("Unexplained difference: {written}."),
        }
    }

    /// What the new files were taken to hold.
    pub const fn extract_text(self, whole: bool) -> &'static str {
        if whole {
            return self.pick(
                "Les nouveaux fichiers donnent tout ce qui est ouvert : ce qui n’y est plus est soldé.",
                "The new files give all that is open: what is no longer in them is settled.",
            );
        }
        self.pick(
            "Les nouveaux fichiers ne donnent que les mouvements : ce qui n’y est pas est resté comme avant.",
            "The new files give movements alone: what is not in them is as it was.",
        )
    }

    /// Nothing to compare with.
    pub const fn nothing_before(self) -> &'static str {
        self.pick("Il n’y a pas d’état précédent à comparer.", "There is no earlier state to compare with.")
    }

    /// What to do about it.
    pub const fn nothing_before_advice(self) -> &'static str {
        self.pick(
            "Ouvrez un dossier enregistré (.encours) avec les fichiers du mois suivant.",
            "Open a saved dossier (.encours) with the files of the next month.",
        )
    }

    /// A day before the one compared with.
    pub fn compared_backwards(self, before: Day, now: Day) -> String {
        let (before, now) = (self.day(before), self.day(now));
        match self {
            Language::Fr => {
                format!("La comparaison part du {before}{NO_BREAK_SPACE}: elle ne peut pas s’arrêter au {now}.")
            }
            Language::En => format!("The comparison starts on {before}: it cannot end on {now}."),
        }
    }

    /// A finding of the comparison: its title.
    pub const fn comparison_finding(self, code: &str) -> &'static str {
        match code.as_bytes() {
            b"due-day-changed" => self.pick("Échéances modifiées depuis", "Due dates changed since"),
            b"item-vanished" => self.pick("Pièces disparues du grand livre", "Items gone from the ledger"),
            b"item-back-dated" => self.pick("Pièces ajoutées à une date passée", "Items added on a past date"),
            _ => self.pick("Montants modifiés depuis", "Amounts changed since"),
        }
    }

    /// How many, and what it means.
    pub fn comparison_finding_text(self, code: &str, count: u32, before: Day) -> String {
        let before = self.day(before);
        match (self, code) {
            (Language::Fr, "due-day-changed") => format!(
                "Pièces dont l’échéance n’est plus celle du {before}{NO_BREAK_SPACE}: {count}. Le retard affiché en dépend."
            ),
            (Language::Fr, "item-vanished") => format!(
                "Pièces ouvertes au {before}, absentes du nouveau grand livre sans y être soldées{NO_BREAK_SPACE}: {count}."
            ),
            (Language::Fr, "item-back-dated") => {
                format!("Pièces datées du {before} ou d’avant, qui n’y étaient pas alors{NO_BREAK_SPACE}: {count}.")
            }
            (Language::Fr, _) => {
                format!("Pièces dont le montant n’est plus celui du {before}{NO_BREAK_SPACE}: {count}.")
            }
            (Language::En, "due-day-changed") => {
                format!("Items whose due date is no longer that of {before}: {count}. The delay shown depends on it.")
            }
            (Language::En, "item-vanished") => {
                format!("Items open on {before}, missing from the new ledger and not settled in it: {count}.")
            }
            (Language::En, "item-back-dated") => {
                format!("Items dated {before} or earlier that were not there then: {count}.")
            }
            (Language::En, _) => format!("Items whose amount is no longer that of {before}: {count}."),
        }
    }

    /// What to do.
    pub const fn comparison_finding_advice(self, code: &str) -> &'static str {
        match code.as_bytes() {
            b"due-day-changed" => {
                self.pick("Demandez qui a accordé le report, et pourquoi.", "Ask who granted the new date, and why.")
            }
            b"item-vanished" => self.pick(
                "Demandez la pièce qui les annule : une facture ne se supprime pas.",
                "Ask for the document that cancels them: an invoice is not deleted.",
            ),
            b"item-back-dated" => self.pick(
                "Vérifiez la date de saisie : la balance déjà remise ne les comptait pas.",
                "Check the day of entry: the balance already handed over did not count them.",
            ),
            _ => self.pick(
                "Comparez à la pièce d’origine : une correction passe par un avoir.",
                "Compare with the original: a correction goes through a credit note.",
            ),
        }
    }

    /// What was seen of a due date.
    pub fn due_day_was(self, before: Option<Day>, now: Option<Day>) -> String {
        let written =
            |day: Option<Day>| day.map_or_else(|| self.pick("aucune", "none").to_owned(), |day| self.day(day));
        let (before, now) = (written(before), written(now));
        match self {
            Language::Fr => format!("échéance{NO_BREAK_SPACE}: {before}, puis {now}"),
            Language::En => format!("due date: {before}, then {now}"),
        }
    }

    /// What was seen of an amount.
    pub fn amount_was(self, before: Amount, now: Amount, currency: Currency) -> String {
        let (before, now) = (self.money(before, currency), self.money(now, currency));
        match self {
            Language::Fr => format!("{before}, puis {now}"),
            Language::En => format!("{before}, then {now}"),
        }
    }

    /// Subject of a message of thanks.
    pub const fn thanks_subject(self) -> &'static str {
        self.pick("Votre règlement : merci", "Your payment: thank you")
    }

    /// A message of thanks for invoices paid.
    pub fn thanks_body(self, documents: &[String], amount: Amount, currency: Currency, sender: &str) -> String {
        let amount = self.money(amount, currency);
        let list = documents.join(", ");
        let (one, several) = match self {
            Language::Fr => ("Nous avons bien reçu votre règlement de", "de la facture"),
            Language::En => ("We have received your payment of", "for invoice"),
        };
        let invoices = match (self, documents.len()) {
            (_, 1) => format!("{several} {list}"),
            (Language::Fr, _) => format!("des factures {list}"),
            (Language::En, _) => format!("for invoices {list}"),
        };
        let (hello, thanks, bye) = match self {
            Language::Fr => ("Bonjour,", "Merci de votre confiance.", "Cordialement,"),
            Language::En => ("Hello,", "Thank you for your business.", "Kind regards,"),
        };
        format!("{hello}\n\n{one} {amount} {invoices}. {thanks}\n\n{bye}\n{sender}").trim_end().to_owned() + "\n"
    }

    /// How many customers to thank.
    pub fn thanks_count(self, count: usize) -> String {
        match self {
            Language::Fr => format!("{count} {} à envoyer", self.plural(count as u64, "remerciement", "remerciements")),
            Language::En => format!("{count} {} to send", self.plural(count as u64, "thank-you", "thank-yous")),
        }
    }
}
