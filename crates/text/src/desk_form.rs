//! Words of the form a customer returns, and of its answers.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

texts! {
    form_title: "Votre réponse", "Your answer";
    form_file: "reponse", "answer";
    form_day: "Date", "Date";
    form_amount: "Montant, s’il diffère", "Amount, if other";
    form_words: "Précision", "Details";
    form_plan: "Ou un règlement en plusieurs fois", "Or payment in instalments";
    form_plan_terms: "Nombre d’échéances", "Number of terms";
    form_plan_first: "Première échéance", "First term";
    form_you: "Vous", "You";
    form_name: "Nom", "Name";
    form_message: "Message", "Message";
    form_button: "Préparer la réponse dans ma messagerie", "Prepare the answer in my mail program";
    form_note: "Rien ne part d’ici\u{a0}: votre messagerie s’ouvre avec la réponse, que vous relisez avant de l’envoyer. Sinon, imprimez cette page.", "Nothing leaves from here: your mail program opens with the answer, which you read again before you send it. Otherwise, print this page.";
    form_to_print: "Imprimez cette page remplie et renvoyez-la.", "Print this page filled in and return it.";
    form_text_lead: "Pour répondre, complétez après le signe = et renvoyez ce message. Réponses\u{a0}: paid (payé), promise (promesse), dispute (litige), not-received (non reçue). Dates\u{a0}: AAAA-MM-JJ.", "To answer, fill in after the = sign and return this message. Answers: paid, promise, dispute, not-received. Dates: YYYY-MM-DD.";
    answers_title: "Réponses de clients", "Answers from customers";
    answers_lead: "Collez ou ouvrez les réponses reçues\u{a0}: chacune est proposée, rien n’est consigné sans votre accord.", "Paste or open the answers received: each is proposed, nothing is recorded without your approval.";
    answers_paste: "Texte de la réponse", "Text of the answer";
    answers_read: "Lire la réponse", "Read the answer";
    answers_open: "Ouvrir des réponses", "Open answers";
    answers_approve: "Consigner", "Record";
    answers_nothing: "Rien à consigner dans cette réponse.", "Nothing to record in this answer.";
}

impl Language {
    /// What the form is about.
    pub fn form_lead(self, name: &str, as_of: Day) -> String {
        let as_of = self.day(as_of);
        match self {
            Language::Fr => {
                format!("Compte de {name}, situation au {as_of}. Pour chaque pièce, dites-nous où elle en est.")
            }
            Language::En => format!("Account of {name} as of {as_of}. For each item, tell us where it stands."),
        }
    }

    /// A due day in a form.
    pub fn form_due(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("échue le {day}"),
            Language::En => format!("due on {day}"),
        }
    }

    /// A reply to choose.
    pub const fn form_reply(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"paid" => self.pick("payée", "paid"),
            b"promise" => self.pick("à payer le", "will be paid on"),
            b"dispute" => self.pick("contestée", "disputed"),
            _ => self.pick("non reçue", "not received"),
        }
    }

    /// Why a text is no answer.
    pub const fn answer_refused(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"too-long" => {
                self.pick("Ce texte est trop long pour une réponse.", "This text is too long for an answer.")
            }
            b"no-customer" => self.pick(
                "Cette réponse ne dit pas de quel client elle vient.",
                "This answer does not say which customer it comes from.",
            ),
            _ => self.pick(
                "Ce texte n’est pas une réponse à un formulaire d’Encours.",
                "This text is no answer to a form of Encours.",
            ),
        }
    }

    /// An answer of nobody known.
    pub fn answer_stranger(self, customer: &str) -> String {
        let customer = self.quoted(customer);
        match self {
            Language::Fr => format!("Le client {customer} n’est pas dans les fichiers ouverts."),
            Language::En => format!("The customer {customer} is not in the open files."),
        }
    }

    /// An item that is not the customer's, not open, or not one.
    pub fn answer_item_unknown(self, document: &str) -> String {
        let document = self.quoted(document);
        match self {
            Language::Fr => format!(
                "La pièce {document} n’est pas ouverte chez ce client, ou elle y est plusieurs fois, ou elle est déjà retenue."
            ),
            Language::En => format!(
                "The item {document} is not open with this customer, or is there several times, or is held already."
            ),
        }
    }

    /// A line that is not understood.
    pub fn answer_unread(self, line: &str) -> String {
        let line = self.quoted(line);
        match self {
            Language::Fr => format!("Ligne non comprise{NO_BREAK_SPACE}: {line}."),
            Language::En => format!("Line not understood: {line}."),
        }
    }

    /// An amount that is none.
    pub fn answer_amount_unread(self, amount: &str) -> String {
        let amount = self.quoted(amount);
        match self {
            Language::Fr => format!("Le montant {amount} n’est pas lisible."),
            Language::En => format!("The amount {amount} cannot be read."),
        }
    }

    /// Instalments asked for.
    pub fn answer_plan(self, terms: u32, amount: &str, first: &str) -> String {
        match self {
            Language::Fr => {
                format!("échéancier de {terms}{NO_BREAK_SPACE}échéances sur {amount}, la première le {first}")
            }
            Language::En => format!("instalment plan of {terms} terms over {amount}, the first on {first}"),
        }
    }

    /// More answers than are looked at in one go.
    pub fn answers_too_many(self, most: usize) -> String {
        match self {
            Language::Fr => format!("Au plus {most}{NO_BREAK_SPACE}réponses à la fois."),
            Language::En => format!("At most {most} answers at once."),
        }
    }
}
