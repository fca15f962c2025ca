//! What may be missing from a draft, or must be looked at before it leaves; what a template or an edit did wrong.

use crate::Language;

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

    /// The lines and the total differ.
    pub const fn draft_figures_disagree(self) -> &'static str {
        self.pick(
            "Le total de l’action n’est pas la somme de ses lignes : rien n’est rédigé. Signalez cette anomalie.",
            "The action’s total is not the sum of its lines: nothing is written. Please report this.",
        )
    }
}
