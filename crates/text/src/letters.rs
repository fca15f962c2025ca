//! The words of letters and call sheets: the templates, the headings of their tables; in files of their own what may be missing, and
//! foreign text made fit to print.
//! A template is a text file of `letters/`; its first line is the subject, then a blank line, then the body.

mod printable;
mod remarks;

pub use printable::{Printable, printable};

use crate::Language;
use values::Day;

/// Names of the templates, softest first, then those of an event. Each exists in every language.
pub const NAMES: [&str; 17] = [
    "email_pre_due",
    "email_first_reminder",
    "email_second_reminder",
    "phone_call",
    "email_call_confirmation",
    "email_arrangement",
    "email_last_notice",
    "letter_formal_notice",
    "email_promise_confirmed",
    "email_promise_broken",
    "email_thank_you",
    "email_statement",
    "email_dispute_acknowledged",
    "internal_alert",
    "letter_instalment_agreement",
    "sms_pre_due",
    "sms_first_reminder",
];

macro_rules! pack {
    ($name:expr, $($file:literal)+) => {
        match $name {
            $($file => Some((
                include_str!(concat!("../letters/fr/", $file, ".txt")),
                include_str!(concat!("../letters/en/", $file, ".txt")),
            )),)+
            _ => None,
        }
    };
}

/// The template of this name, as it stands in its file.
pub fn template(language: Language, name: &str) -> Option<&'static str> {
    let both = pack!(name, "email_pre_due" "email_first_reminder" "email_second_reminder" "phone_call" "email_call_confirmation" "email_arrangement" "email_last_notice" "letter_formal_notice" "email_promise_confirmed" "email_promise_broken" "email_thank_you" "email_statement" "email_dispute_acknowledged" "internal_alert" "letter_instalment_agreement" "sms_pre_due" "sms_first_reminder");
    both.map(|(french, english)| language.pick(french, english))
}

texts! {
    /// Heading of the documents of a letter's table.
    letter_document: "Pièce", "Document";
    /// Heading of the invoice dates.
    letter_date: "Date", "Date";
    /// Heading of the due dates.
    letter_due: "Échéance", "Due date";
    /// Heading of the days late.
    letter_late: "Retard", "Overdue";
    /// Heading of the amounts.
    letter_amount: "Montant", "Amount";
    /// An item without a document number.
    letter_no_number: "sans numéro", "no number";
    /// A balance brought forward without a document number.
    letter_opening: "solde antérieur", "opening balance";
    /// Sum of the overdue items.
    letter_total_overdue: "Total des échéances dépassées", "Total past due";
    /// Sum of the items due soon.
    letter_total_soon: "Total à échoir", "Total due soon";
    /// The credits, deducted.
    letter_credits: "Avoirs et règlements à déduire", "Credits and payments to deduct";
    /// What is asked for.
    letter_total: "Total à régler", "Total to pay";
    /// Above the overdue items.
    letter_overdue_title: "Échéances dépassées", "Past their due date";
    /// Above the items of a reminder before they are due.
    letter_soon_title: "À échoir", "Due soon";
    /// Above the items due soon, where others are overdue.
    letter_soon_for_information: "À échoir prochainement, pour information", "Due soon, for information";
    /// Above the bank details.
    letter_payment_title: "Pour régler par virement", "To pay by bank transfer";
    /// Whose account it is.
    letter_account_holder: "Titulaire du compte", "Account holder";
    /// The number to quote.
    letter_reference: "Référence à indiquer", "Reference to quote";
    /// The numbers to quote.
    letter_references: "Références à indiquer", "References to quote";
    /// Which numbers.
    letter_references_above: "les numéros des pièces ci-dessus", "the document numbers above";
    /// The reference with check digits.
    letter_structured_reference: "Référence structurée", "Structured reference";
    /// What a square code is for.
    letter_code: "Code à scanner avec votre application bancaire", "Code to scan with your banking app";
    /// Above the instalments.
    letter_instalments_title: "Versements", "Instalments";
    /// The debt itself.
    letter_principal: "Somme due, toutes taxes comprises", "Amount due, taxes included";
    /// Title of a page of letters.
    letters_title: "Courriers à imprimer", "Letters to print";
    /// Above a registered letter.
    letter_registered: "LETTRE RECOMMANDÉE AVEC AVIS DE RÉCEPTION", "REGISTERED LETTER WITH ACKNOWLEDGEMENT OF RECEIPT";
    /// Where its number goes.
    letter_registered_number: "n°", "No.";
    /// Before the subject.
    letter_subject: "Objet", "Subject";
    /// A statement of account.
    statement_title: "Relevé de compte", "Statement of account";
    /// What happened.
    statement_movements: "Mouvements", "Movements";
    /// What is open.
    statement_open: "Éléments ouverts", "Open items";
    /// The balance before.
    statement_opening: "Solde d’ouverture", "Opening balance";
    /// The balance after.
    statement_closing: "Solde de clôture", "Closing balance";
    /// Heading of what the customer owes more.
    statement_debit: "Débit", "Debit";
    /// Heading of what it owes less.
    statement_credit: "Crédit", "Credit";
    /// Heading of what it owes after a movement.
    statement_balance: "Solde", "Balance";
    /// Heading of what an entry records.
    statement_kind: "Nature", "Kind";
    /// Heading of customers' codes.
    statement_customer: "Code client", "Customer code";
    /// Heading of customers' names.
    statement_name: "Nom", "Name";
    /// Nothing to list.
    statement_nothing: "Aucun mouvement sur la période.", "No movement in the period.";
    /// What does the page list.
    drafts_index_title: "Messages prêts à relire", "Messages ready to review";
    /// Nothing leaves by itself.
    drafts_index_note: "Rien n’a été envoyé. Ouvrez chaque fichier .eml dans votre messagerie : il s’ouvre comme un brouillon à relire. Le lien direct prépare le même texte, sans mise en forme ni pièce jointe.", "Nothing was sent. Open each .eml file in your mail program: it opens as a draft to review. The direct link prepares the same text, without layout or attachment.";
    /// Heading of the means.
    drafts_index_means: "Moyen", "Means";
    /// Heading of the files.
    drafts_index_file: "Fichier", "File";
    /// Heading of the links.
    drafts_index_link: "Lien direct", "Direct link";
    /// Heading of the remarks.
    drafts_index_remarks: "À vérifier", "To check";
    /// A link that opens a mail program.
    drafts_index_open: "ouvrir", "open";
    /// Too long for a link.
    drafts_index_too_long: "trop long : prenez le fichier", "too long: take the file";
    /// Heading of addresses.
    merge_to: "Destinataire", "To";
    /// Heading of copies.
    merge_cc: "Copie", "Cc";
    /// Heading of texts.
    merge_body: "Texte", "Text";
    /// Heading of telephone numbers.
    merge_phone: "Téléphone", "Telephone";
    /// Heading of the signs of a text message.
    merge_signs: "Signes", "Signs";
    /// Heading of the parts of a text message.
    merge_parts: "Envois", "Parts";
    /// Name of the sheet.
    merge_title: "Publipostage", "Mail merge";
    /// The debt with interest and indemnity.
    letter_total_claimed: "Total", "Total";
}

impl Language {
    /// How many items are past their due date: `3 échéances dépassées`, `3 items past due`.
    pub fn letter_overdue_count(self, count: usize) -> String {
        let count = count as u64;
        match self {
            Language::Fr => format!("{count} {}", self.plural(count, "échéance dépassée", "échéances dépassées")),
            Language::En => format!("{count} {} past due", self.plural(count, "item", "items")),
        }
    }

    /// How many items fall due soon: `2 échéances à venir`, `2 items due soon`.
    pub fn letter_soon_count(self, count: usize) -> String {
        let count = count as u64;
        match self {
            Language::Fr => format!("{count} {} à venir", self.plural(count, "échéance", "échéances")),
            Language::En => format!("{count} {} due soon", self.plural(count, "item", "items")),
        }
    }

    /// A number of days in a sentence: `1 jour`, `60 jours`; `60 days`.
    pub fn letter_days(self, days: i32) -> String {
        let count = u64::from(days.unsigned_abs());
        let unit = self.pick(self.plural(count, "jour", "jours"), self.plural(count, "day", "days"));
        format!("{} {unit}", self.number(i64::from(days)))
    }

    /// A number of days in a column: `60 j`, `60 d`.
    pub fn letter_days_short(self, days: i32) -> String {
        format!("{}\u{A0}{}", self.number(i64::from(days)), self.pick("j", "d"))
    }

    /// How a message opens: with the person where one is known.
    pub fn letter_greeting(self, contact: &str) -> String {
        match (self, contact.is_empty()) {
            (Language::Fr, true) => "Bonjour,".to_owned(),
            (Language::Fr, false) => format!("Bonjour {contact},"),
            (Language::En, true) => "Hello,".to_owned(),
            (Language::En, false) => format!("Dear {contact},"),
        }
    }

    /// A label and its value: `Référence à indiquer : F-1`.
    pub fn letter_labelled(self, label: &str, value: &str) -> String {
        match self {
            Language::Fr => format!("{label}\u{A0}: {value}"),
            Language::En => format!("{label}: {value}"),
        }
    }

    /// A line that opens a list.
    pub fn letter_heading(self, title: &str) -> String {
        match self {
            Language::Fr => format!("{title}\u{A0}:"),
            Language::En => format!("{title}:"),
        }
    }

    /// Place and day of a letter.
    pub fn letter_dated(self, place: &str, day: Day) -> String {
        match (self, place.is_empty()) {
            (Language::Fr, true) => format!("Le {}", self.long_day(day)),
            (Language::Fr, false) => format!("{place}, le {}", self.long_day(day)),
            (Language::En, true) => self.long_day(day),
            (Language::En, false) => format!("{place}, {}", self.long_day(day)),
        }
    }

    /// Our reference: the customer's code.
    pub fn letter_our_reference(self, code: &str) -> String {
        match self {
            Language::Fr => format!("N/Réf.\u{A0}: {code}"),
            Language::En => format!("Our ref.: {code}"),
        }
    }

    /// What a statement covers.
    pub fn statement_period(self, from: Day, to: Day, currency: &str) -> String {
        match self {
            Language::Fr => format!("Du {} au {}, en {currency}", self.long_day(from), self.long_day(to)),
            Language::En => format!("From {} to {}, in {currency}", self.long_day(from), self.long_day(to)),
        }
    }

    /// A balance with the day it holds on the evening of.
    pub fn statement_on(self, label: &str, day: Day) -> String {
        match self {
            Language::Fr => format!("{label} au {}", self.day(day)),
            Language::En => format!("{label} on {}", self.day(day)),
        }
    }

    /// What an entry records.
    pub const fn statement_entry_kind(self, kind: &str) -> &'static str {
        match kind.as_bytes() {
            b"invoice" => self.pick("Facture", "Invoice"),
            b"credit-note" => self.pick("Avoir", "Credit note"),
            b"payment" => self.pick("Règlement", "Payment"),
            b"opening" => self.pick("À-nouveau", "Opening"),
            _ => self.pick("Autre", "Other"),
        }
    }

    /// A telephone number under a signature.
    pub fn letter_phone(self, phone: &str) -> String {
        match self {
            Language::Fr => format!("Tél. {phone}"),
            Language::En => format!("Tel. {phone}"),
        }
    }

    /// Interest to a day.
    pub fn letter_interest_to(self, day: Day) -> String {
        match self {
            Language::Fr => format!("Pénalités de retard au {}", self.day(day)),
            Language::En => format!("Late-payment interest to {}", self.day(day)),
        }
    }

    /// The fixed indemnity of so many invoices.
    pub fn letter_indemnity(self, invoices: usize) -> String {
        match self {
            Language::Fr => format!("Indemnité forfaitaire de recouvrement ({invoices} × 40\u{A0}€)"),
            Language::En => format!("Fixed recovery compensation ({invoices} × EUR\u{A0}40)"),
        }
    }

    /// How many invoices: `2 factures`, `2 invoices`.
    pub fn letter_invoices(self, count: usize) -> String {
        let count = count as u64;
        let noun = self.pick(self.plural(count, "facture", "factures"), self.plural(count, "invoice", "invoices"));
        format!("{count} {noun}")
    }

    /// A message made before: `le 3 août 2026, par e-mail`.
    pub fn letter_contact(self, day: Day, means: &str) -> String {
        match self {
            Language::Fr => format!("le {}, {means}", self.long_day(day)),
            Language::En => format!("on {}, {means}", self.long_day(day)),
        }
    }

    /// A yearly rate given in ten-thousandths of a percent.
    pub fn letter_rate(self, units: i64) -> String {
        self.percent_hundredths(units / 100)
    }

    /// Which instalment: `1er versement`, `payment 1`.
    pub fn letter_instalment(self, number: usize) -> String {
        match (self, number) {
            (Language::Fr, 1) => "1er versement".to_owned(),
            (Language::Fr, number) => format!("{number}e versement"),
            (Language::En, number) => format!("Payment {number}"),
        }
    }

    /// Name of a template, for those who choose one; `None` for one of somebody else.
    pub fn template_title(self, name: &str) -> Option<&'static str> {
        Some(match name {
            "email_pre_due" => self.pick("Avant l’échéance", "Before the due date"),
            "email_first_reminder" => self.pick("Première relance", "First reminder"),
            "email_second_reminder" => self.pick("Deuxième relance", "Second reminder"),
            "phone_call" => self.pick("Fiche d’appel", "Call sheet"),
            "email_call_confirmation" => self.pick("Confirmation d’un appel", "Call confirmed"),
            "email_arrangement" => self.pick("Proposition d’échelonnement", "Arrangement proposed"),
            "email_last_notice" => self.pick("Dernier avis avant mise en demeure", "Last notice before formal notice"),
            "letter_formal_notice" => self.pick("Mise en demeure", "Formal notice"),
            "email_promise_confirmed" => self.pick("Promesse confirmée", "Promise confirmed"),
            "email_promise_broken" => self.pick("Promesse non tenue", "Promise not kept"),
            "email_thank_you" => self.pick("Remerciement", "Thanks for a payment"),
            "email_statement" => self.pick("Relevé de compte", "Statement of account"),
            "email_dispute_acknowledged" => self.pick("Réclamation reçue", "Dispute acknowledged"),
            "internal_alert" => self.pick("Alerte interne", "Internal alert"),
            "letter_instalment_agreement" => {
                self.pick("Reconnaissance de dette et échéancier", "Acknowledgement of debt and instalment plan")
            }
            "sms_pre_due" => self.pick("SMS avant l’échéance", "Text message before the due date"),
            "sms_first_reminder" => self.pick("SMS de première relance", "Text message, first reminder"),
            _ => return None,
        })
    }

    /// Name of what calls for a text outside the steps of the plan.
    pub const fn occasion(self, event: &str) -> &'static str {
        match event.as_bytes() {
            b"promise-made" => self.pick("Promesse confirmée", "Promise confirmed"),
            b"promise-broken" => self.pick("Promesse non tenue", "Promise not kept"),
            b"dispute" => self.pick("Réclamation reçue", "Dispute acknowledged"),
            b"agreement" => self.pick("Échéancier à signer", "Instalment plan to sign"),
            _ => self.pick("Remerciement", "Thanks for a payment"),
        }
    }

    /// By what means a message goes, in a sentence.
    pub const fn by_means(self, channel: &str) -> &'static str {
        match channel.as_bytes() {
            b"email" => self.pick("par e-mail", "by e-mail"),
            b"letter" => self.pick("par courrier", "by letter"),
            b"registered-letter" => self.pick("par lettre recommandée", "by registered letter"),
            b"phone" => self.pick("par téléphone", "by telephone"),
            b"sms" => self.pick("par SMS", "by text message"),
            _ => self.pick("en interne", "internally"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_exists_in_both_languages_and_opens_with_a_subject() {
        for name in NAMES {
            let french = template(Language::Fr, name).unwrap();
            let english = template(Language::En, name).unwrap();
            assert!(french.starts_with("Objet\u{A0}: "), "{name}");
            assert!(english.starts_with("Subject: "), "{name}");
            for text in [french, english] {
                assert_eq!(text.lines().nth(1), Some(""), "{name}");
                assert!(!text.contains('\r') && text.ends_with('\n'), "{name}");
            }
        }
        assert_eq!(template(Language::Fr, "email_unknown"), None);
    }

    #[test]
    fn french_templates_keep_the_spaces_of_french_typography() {
        for name in NAMES {
            let text = template(Language::Fr, name).unwrap();
            for wrong in [" ;", " !", " ?", "« ", " »", "'"] {
                assert!(!text.contains(wrong), "{name}: {wrong}");
            }
        }
    }
}
