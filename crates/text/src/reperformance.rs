//! What explains the differences between an aged balance somebody drew up and ours.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

texts! {
    /// Headline of the comparison.
    aged_compared_title: "Balance âgée du client et balance recalculée", "The client’s aged balance and ours";
    /// A line of the balance given.
    aged_compared_stated: "Donnée", "Given";
    /// A line of ours.
    aged_compared_own: "Recalculée", "Recomputed";
    /// What differs.
    aged_compared_gap: "Écart", "Difference";
    /// What explains it.
    aged_compared_cause: "Cause probable", "Probable cause";
    /// No difference at all.
    aged_compared_none: "Aucun écart : chaque client et chaque tranche s’accordent au centime.",
        "No difference: every customer and every bucket agree to the cent.";
    /// No aged balance to compare.
    aged_compared_absent: "Aucune balance âgée n’a été ouverte à côté des pièces.",
        "No aged balance was opened beside the items.";
    /// What to do.
    aged_compared_absent_advice: "Ouvrez ensemble la balance âgée du client et ses pièces ou son grand livre.",
        "Open the client’s aged balance together with its items or its ledger.";
    /// An error that no way of drawing up a balance explains.
    aged_compared_error: "erreur", "error";
    /// Another way of drawing up the balance.
    aged_compared_method: "méthode", "method";
}

impl Language {
    /// How many customers were compared, and how many differ.
    pub fn aged_compared_count(self, day: Day, customers: u32, differing: u32) -> String {
        let day = self.day(day);
        let customers = self.things(
            customers.into(),
            ("client comparé", "clients comparés"),
            ("customer compared", "customers compared"),
        );
        let differing = self.things(differing.into(), ("diffère", "diffèrent"), ("differs", "differ"));
        match self {
            Language::Fr => format!("Au {day}{NO_BREAK_SPACE}: {customers}, {differing}."),
            Language::En => format!("On {day}: {customers}, {differing}."),
        }
    }

    /// A cause that needs no more words. `code` is that of the contract.
    pub fn ageing_cause(self, code: &str) -> &'static str {
        match code {
            "invoice-date" => self.pick("âges comptés depuis la date de facture", "aged by invoice date"),
            "credits-apart" => self.pick("crédits dans une colonne à part", "credits in a column of their own"),
            "credits-own-date" => self.pick("crédits rangés à leur propre date", "credits by their own date"),
            "credits-oldest-first" => {
                self.pick("crédits imputés sur les pièces les plus anciennes", "credits applied to the oldest debts")
            }
            "credits-same-reference" => self
                .pick("crédits imputés sur la pièce de même numéro", "credits applied to the document of their number"),
            "credits-not-due" => self.pick("crédits rangés dans le non échu", "credits counted as not due"),
            "credits-left-out" => self.pick("crédits absents", "credits left out"),
            "limit-in-next" => self.pick(
                "le dernier jour de chaque tranche est compté dans la suivante",
                "the last day of each bucket is counted in the next",
            ),
            "day-after-limit" => self.pick(
                "le premier jour de chaque tranche est compté dans la précédente",
                "the first day of each bucket is counted in the one before",
            ),
            "due-day-late" => self.pick(
                "ce qui échoit le jour même est compté en retard",
                "what is due on the day itself counts as late",
            ),
            "undated-own-day" => self
                .pick("pièces sans échéance rangées à leur propre date", "items without a due date by their own date"),
            "receivables-only" => self.pick("seuls les comptes 411 sont comptés", "accounts 411 alone are counted"),
            "without-advances" => self.pick(
                "avances et avoirs à établir (419) non comptés",
                "advances and credit notes to issue (419) left out",
            ),
            "without-disputed" => self.pick("pièces en litige non comptées", "disputed items left out"),
            "shifted-right" => {
                self.pick("montants décalés d’une colonne vers la droite", "amounts one column too far right")
            }
            "shifted-left" => {
                self.pick("montants décalés d’une colonne vers la gauche", "amounts one column too far left")
            }
            "credits-otherwise" => self.pick(
                "crédits imputés sur d’autres pièces, que le grand livre ne nomme pas",
                "credits applied to other items, which the ledger does not name",
            ),
            "ages-untold" => self.pick(
                "pièces sans date d’échéance\u{202F}: le total s’accorde, les âges ne peuvent pas être vérifiés",
                "items without a due date: the total agrees, the ages cannot be checked",
            ),
            "customer-missing" => self.pick("client absent de la balance", "customer missing from the balance"),
            "customer-extra" => {
                self.pick("client sans pièce ouverte dans les écritures", "customer with nothing open in the ledger")
            }
            "other-columns" => self
                .pick("même somme dans d’autres tranches, sans explication", "same sum in other buckets, unexplained"),
            _ => self.pick("autre somme, sans explication", "another sum, unexplained"),
        }
    }

    /// A cause that is a day: `other-day`, `open-on` or `aged-on`.
    pub fn ageing_cause_day(self, code: &str, day: Day) -> String {
        let day = self.day(day);
        match (self, code) {
            (Language::Fr, "other-day") => format!("balance arrêtée en fait au {day}"),
            (Language::En, "other-day") => format!("balance in fact struck on {day}"),
            (Language::Fr, "open-on") => format!("pièces ouvertes au {day}, âges à la date de la balance"),
            (Language::En, "open-on") => format!("items open on {day}, aged on the day of the balance"),
            (Language::Fr, _) => format!("âges comptés jusqu’au {day}"),
            (Language::En, _) => format!("aged on {day}"),
        }
    }

    /// A cause that is one item: `item-left-out`, `item-twice` or `item-in-full`.
    pub fn ageing_cause_item(self, code: &str, document: &str) -> String {
        let document = if document.is_empty() { self.pick("sans numéro", "without a number") } else { document };
        match (self, code) {
            (Language::Fr, "item-left-out") => format!("pièce {document} absente"),
            (Language::En, "item-left-out") => format!("document {document} left out"),
            (Language::Fr, "item-twice") => format!("pièce {document} comptée deux fois"),
            (Language::En, "item-twice") => format!("document {document} counted twice"),
            (Language::Fr, _) => format!("pièce {document} reprise sans déduire son règlement"),
            (Language::En, _) => format!("document {document} without its payment deducted"),
        }
    }

    /// Two columns under each other's heading.
    pub fn ageing_cause_swapped(self, first: &str, second: &str) -> String {
        let (first, second) = (self.quoted(first), self.quoted(second));
        match self {
            Language::Fr => format!("colonnes {first} et {second} interverties"),
            Language::En => format!("columns {first} and {second} swapped"),
        }
    }

    /// Columns that differ, each with what is stated and what was computed, and what explains it.
    pub fn evidence_aged(self, columns: &[(String, Amount, Amount)], currency: Currency, causes: &str) -> String {
        let one = |(column, stated, own): &(String, Amount, Amount)| {
            let (stated, own) = (self.money(*stated, currency), self.money(*own, currency));
            match self {
                Language::Fr => format!("{column}{NO_BREAK_SPACE}: {stated} au lieu de {own}"),
                Language::En => format!("{column}: {stated} instead of {own}"),
            }
        };
        let columns: Vec<String> = columns.iter().map(one).collect();
        let columns = columns.join(self.pick("\u{202F}; ", "; "));
        let cause = self.pick("cause probable", "probable cause");
        format!("{columns}. {}", capital(&self.labelled(cause, causes)))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
