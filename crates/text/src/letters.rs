//! The words of letters and call sheets: the templates, the headings of their tables, and what may be missing.
//! A template is a text file of `letters/`; its first line is the subject, then a blank line, then the body.

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
}

/// What may be missing from a draft, or must be looked at before it leaves.
impl Language {
    /// Nothing says which firm writes.
    pub const fn draft_company_missing(self) -> &'static str {
        self.pick(
            "Le nom de votre société n’est pas renseigné : le texte n’en dit rien. Renseignez l’expéditeur.",
            "Your company’s name is not filled in: the text leaves it out. Fill in the sender.",
        )
    }

    /// Nothing says who signs.
    pub const fn draft_signatory_missing(self) -> &'static str {
        self.pick(
            "Le nom du signataire n’est pas renseigné : le texte n’est pas signé. Renseignez l’expéditeur.",
            "The signatory’s name is not filled in: the text is not signed. Fill in the sender.",
        )
    }

    /// Nothing says where to pay.
    pub const fn draft_iban_missing(self) -> &'static str {
        self.pick(
            "Votre IBAN n’est pas renseigné : le texte ne dit pas où payer. Renseignez l’expéditeur.",
            "Your IBAN is not filled in: the text does not say where to pay. Fill in the sender.",
        )
    }

    /// The IBAN's check digits do not agree.
    pub fn draft_iban_invalid(self, seen: &str) -> String {
        match self {
            Language::Fr => {
                format!("L’IBAN « {seen} » est faux (clé de contrôle) : il est laissé hors du texte. Vérifiez-le.")
            }
            Language::En => {
                format!("The IBAN “{seen}” is wrong (check digits): it is left out of the text. Check it.")
            }
        }
    }

    /// The sender's address is not an address.
    pub fn draft_sender_address_invalid(self, seen: &str) -> String {
        match self {
            Language::Fr => format!("L’adresse de l’expéditeur « {seen} » n’en est pas une : elle est laissée vide."),
            Language::En => format!("The sender’s address “{seen}” is not one: it is left empty."),
        }
    }

    /// No address is known for an e-mail.
    pub const fn draft_recipient_missing(self) -> &'static str {
        self.pick(
            "Aucune adresse e-mail connue pour ce client : complétez le destinataire avant l’envoi.",
            "No e-mail address is known for this customer: fill in the recipient before sending.",
        )
    }

    /// The customer's address is not an address.
    pub fn draft_recipient_invalid(self, seen: &str) -> String {
        match self {
            Language::Fr => {
                format!("« {seen} » n’est pas une adresse e-mail : complétez le destinataire avant l’envoi.")
            }
            Language::En => format!("“{seen}” is not an e-mail address: fill in the recipient before sending."),
        }
    }

    /// No telephone number is known for a call.
    pub const fn draft_phone_missing(self) -> &'static str {
        self.pick(
            "Aucun numéro de téléphone connu pour ce client : complétez la fiche avant l’appel.",
            "No telephone number is known for this customer: complete the sheet before calling.",
        )
    }

    /// Invisible characters were taken out of the customer's name or contact data.
    pub const fn draft_customer_cleaned(self) -> &'static str {
        self.pick(
            "Le nom ou les coordonnées du client contiennent des caractères invisibles ou trompeurs : ils ont été \
             retirés.",
            "The customer’s name or contact data hold invisible or misleading characters: they were taken out.",
        )
    }

    /// Invisible characters were taken out of a document's number.
    pub fn draft_document_cleaned(self, document: &str) -> String {
        match self {
            Language::Fr => {
                format!("Le numéro de pièce « {document} » contenait des caractères invisibles : ils ont été retirés.")
            }
            Language::En => {
                format!("The document number “{document}” held invisible characters: they were taken out.")
            }
        }
    }

    /// Invisible characters were taken out of the sender's data.
    pub const fn draft_sender_cleaned(self) -> &'static str {
        self.pick(
            "Les données de l’expéditeur contiennent des caractères invisibles : ils ont été retirés.",
            "The sender’s data hold invisible characters: they were taken out.",
        )
    }

    /// The policy names a text that does not exist.
    pub fn draft_template_unknown(self, name: &str) -> String {
        match self {
            Language::Fr => format!("La politique demande le texte « {name} », qui n’existe pas : rien n’est rédigé."),
            Language::En => format!("The policy asks for the text “{name}”, which does not exist: nothing is written."),
        }
    }

    /// The text could not be filled in.
    pub fn draft_template_failed(self, name: &str, detail: &str) -> String {
        match self {
            Language::Fr => format!("Le texte « {name} » n’a pas pu être rempli ({detail}) : rien n’est rédigé."),
            Language::En => format!("The text “{name}” could not be filled in ({detail}): nothing is written."),
        }
    }

    /// What in a template gives no text, for the person who wrote it.
    pub fn template_error_no_subject(self) -> &'static str {
        self.pick(
            "la première ligne n’est pas un objet\u{A0}: « Objet\u{A0}: … », puis une ligne vide",
            "the first line is not a subject: “Subject: …”, then a blank line",
        )
    }

    /// More bytes than a template may have.
    pub fn template_error_too_long(self) -> &'static str {
        self.pick("le texte est trop long", "the text is too long")
    }

    /// A control character.
    pub fn template_error_control(self, line: usize) -> String {
        match self {
            Language::Fr => format!("ligne {line}\u{A0}: un caractère de contrôle invisible"),
            Language::En => format!("line {line}: an invisible control character"),
        }
    }

    /// A field that does not exist.
    pub fn template_error_unknown_field(self, name: &str, line: usize) -> String {
        match self {
            Language::Fr => format!("ligne {line}\u{A0}: le champ « {name} » n’existe pas"),
            Language::En => format!("line {line}: there is no field “{name}”"),
        }
    }

    /// A field without a value.
    pub fn template_error_empty_field(self, line: usize) -> String {
        match self {
            Language::Fr => format!("ligne {line}\u{A0}: un champ y est vide pour ce client, et rien ne le prévoit"),
            Language::En => format!("line {line}: a field is empty for this customer, and nothing provides for it"),
        }
    }

    /// Not the language of templates.
    pub fn template_error_syntax(self, line: usize, detail: &str) -> String {
        match self {
            Language::Fr => format!("ligne {line}\u{A0}: {detail}"),
            Language::En => format!("line {line}: {detail}"),
        }
    }

    /// Too many steps.
    pub fn template_error_budget(self) -> &'static str {
        self.pick(
            "le texte demande trop de calculs ou devient trop long",
            "the text takes too many steps or grows too long",
        )
    }

    /// Accounts are filled in, none in the currency.
    pub fn draft_no_account(self, currency: &str) -> String {
        match self {
            Language::Fr => format!(
                "Aucun de vos comptes bancaires n’est en {currency}\u{A0}: le message ne dirait pas où payer et n’est pas \
                 rédigé. Ajoutez un IBAN pour cette devise."
            ),
            Language::En => format!(
                "None of your bank accounts is in {currency}: the message would not say where to pay and is not written. \
                 Add an IBAN for this currency."
            ),
        }
    }

    /// A table or the bank details were changed by hand.
    pub fn edit_changed(self, line: &str) -> String {
        match self {
            Language::Fr => format!(
                "{} a été modifié ou retiré\u{A0}: les tableaux et les coordonnées bancaires ne se modifient pas à la main.",
                self.quoted(line)
            ),
            Language::En => format!(
                "{} was changed or taken out: tables and bank details cannot be changed by hand.",
                self.quoted(line)
            ),
        }
    }

    /// A figure came in by hand.
    pub fn edit_added(self, figure: &str) -> String {
        match self {
            Language::Fr => format!(
                "{} n’est pas dans le message d’origine\u{A0}: montants, dates et comptes ne se modifient pas à la main.",
                self.quoted(figure)
            ),
            Language::En => format!(
                "{} is not in the original message: amounts, dates and accounts cannot be changed by hand.",
                self.quoted(figure)
            ),
        }
    }

    /// Another means was taken.
    pub fn draft_rerouted(self, from: &str, to: &str) -> String {
        match self {
            Language::Fr => {
                format!("Le client n’est pas joignable {from}\u{A0}: le message est préparé pour partir {to}.")
            }
            Language::En => format!("The customer cannot be reached {from}: the message is prepared to go {to}."),
        }
    }

    /// No means reaches the customer.
    pub const fn draft_unreachable(self) -> &'static str {
        self.pick(
            "Ni adresse e-mail, ni adresse postale, ni téléphone\u{A0}: complétez la fiche du client (constat sur la qualité \
             des données).",
            "No e-mail address, no postal address, no telephone: complete the customer’s record (data-quality finding).",
        )
    }

    /// The postal address is not complete.
    pub const fn draft_address_missing(self) -> &'static str {
        self.pick(
            "L’adresse postale est incomplète\u{A0}: complétez-la avant d’imprimer le courrier.",
            "The postal address is incomplete: complete it before printing the letter.",
        )
    }

    /// A line of the address is too long for the window.
    pub const fn draft_address_too_long(self) -> &'static str {
        self.pick(
            "L’adresse dépasse la fenêtre de l’enveloppe (six lignes de 38 caractères)\u{A0}: abrégez-la.",
            "The address does not fit the window of the envelope (six lines of 38 characters): shorten it.",
        )
    }

    /// Interest could not be computed.
    pub const fn draft_claims_unknown(self) -> &'static str {
        self.pick(
            "Les pénalités n’ont pas pu être calculées (taux inconnu à cette date)\u{A0}: le texte n’en chiffre aucune.",
            "Interest could not be computed (rate unknown on that day): the text states none.",
        )
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

    /// The lines and the total differ.
    pub const fn draft_figures_disagree(self) -> &'static str {
        self.pick(
            "Le total de l’action n’est pas la somme de ses lignes : rien n’est rédigé. Signalez cette anomalie.",
            "The action’s total is not the sum of its lines: nothing is written. Please report this.",
        )
    }
}

/// Foreign text made fit to print on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printable {
    /// What is left.
    pub text: String,
    /// How many characters were taken out because they hide, reorder or break a line.
    pub removed: usize,
}

/// Takes out of foreign text what a reader cannot see or what would lie to him: controls, line breaks, bidirectional
/// overrides, zero-width and tag characters. Tabs and line breaks become one space. Nothing visible changes.
pub fn printable(raw: &str) -> Printable {
    let mut text = String::with_capacity(raw.len());
    let mut removed = 0;
    for character in raw.chars() {
        match character {
            '\t' | '\r' | '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                removed += 1;
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            hidden if is_hidden(hidden) => removed += 1,
            visible => text.push(visible),
        }
    }
    Printable { text: text.trim().to_owned(), removed }
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{FFFE}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{E007F}')
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

    #[test]
    fn nothing_invisible_is_printed() {
        let seen = |raw| {
            let Printable { text, removed } = printable(raw);
            (text, removed)
        };
        assert_eq!(seen("Société d’Étude"), ("Société d’Étude".to_owned(), 0));
        assert_eq!(seen("  ALPHA\r\nBcc: x@y.fr "), ("ALPHA Bcc: x@y.fr".to_owned(), 2));
        assert_eq!(seen("\u{202E}gpj.exe\u{200B}"), ("gpj.exe".to_owned(), 2));
        assert_eq!(seen("A\u{0}B\u{E0041}"), ("AB".to_owned(), 2));
    }
}
