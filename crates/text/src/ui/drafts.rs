//! The words of the screen of drafts: who writes, another text, other words.

texts! {
    draft_edit: "Modifier le texte", "Edit the text";
    draft_edit_note: "Les mots sont à vous. Les montants, les dates, les tableaux et les coordonnées bancaires ne changent pas\u{202f}: un texte qui les modifie n’est pas repris.", "The words are yours. Amounts, dates, tables and bank details do not change: a text that alters them is not taken.";
    draft_edit_save: "Reprendre ce texte", "Use this text";
    draft_edit_cancel: "Abandonner", "Discard";
    draft_edit_undo: "Revenir au texte d’origine", "Back to the original text";
    draft_edited: "Texte modifié", "Text edited";
    draft_changes: "Ce qui a changé", "What changed";
    draft_body: "Texte", "Text";
    draft_variants: "Choisir un autre texte", "Choose another text";
    draft_variant_use: "Prendre ce texte", "Use this one";
    draft_variant_now: "Texte actuel", "Current text";
    tone_warm: "prévenant", "warm";
    tone_firm: "ferme", "firm";
    sender_function: "Fonction", "Position";
    sender_legal_form: "Forme juridique et capital", "Legal form and capital";
    sender_address: "Siège (une ligne par ligne d’adresse)", "Registered office (one line per address line)";
    sender_siren: "SIREN ou SIRET", "SIREN or SIRET";
    sender_registry: "Registre (par exemple RCS Lyon)", "Register (such as RCS Lyon)";
    sender_cc: "Copie à (adresses séparées par des points-virgules)", "Copy to (addresses separated by semicolons)";
    sender_accounts: "Comptes bancaires dans d’autres devises", "Bank accounts in other currencies";
    sender_account_currency: "Devise", "Currency";
    sender_account_bic: "BIC", "BIC";
    sender_account_holder: "Titulaire", "Holder";
    sender_account_add: "Ajouter un compte", "Add an account";
    sender_account_remove: "Retirer le compte", "Remove the account";
    sender_colleagues: "Autres signataires", "Other signatories";
    sender_colleagues_help: "Ils signent ou reçoivent une copie quand une règle le dit. Un commercial des fichiers est reconnu par son nom.", "They sign or get a copy where a rule says so. A salesperson of the files is known by name.";
    sender_colleague_add: "Ajouter un signataire", "Add a signatory";
    sender_contacts: "Contacts chez les clients", "Contacts at customers";
    sender_contacts_help: "À côté de ce que donnent les fichiers. Sans règle, on écrit au contact des relances, puis à la comptabilité\u{A0}; à la direction à partir du dernier avis.", "Beside what the files give. Without a rule, the reminders contact is written to, then accounts payable; management from the last notice on.";
    sender_contact_add: "Ajouter un contact", "Add a contact";
    sender_rules: "Règles\u{A0}: qui signe, à qui, copies, langue", "Rules: who signs, to whom, copies, language";
    sender_rules_help: "Une règle pour un client décide avant une règle pour son pays, celle-ci avant une règle pour tous\u{A0}; à égalité, la première. Ce qui a décidé est dit avec chaque message.", "A rule for a customer decides before one for its country, that before one for everybody; of two alike, the first. What decided is told with every message.";
    sender_rule_add: "Ajouter une règle", "Add a rule";
    sender_line_remove: "Retirer", "Remove";
    person_name: "Nom", "Name";
    contact_customer: "Code du client", "Customer code";
    contact_role_label: "Rôle", "Role";
    rule_everybody: "Tous les clients", "Every customer";
    rule_country: "Un pays", "A country";
    rule_customer: "Un client", "A customer";
    rule_segment: "Un segment", "A segment";
    rule_salesperson: "Un commercial", "A salesperson";
    rule_tone: "À partir de", "From";
    rule_unsaid: "comme d’habitude", "as usual";
    rule_copies: "Copies (commercial, direction, nom, adresse\u{A0}; séparés par des points-virgules)", "Copies (salesperson, management, name, address; separated by semicolons)";
    draft_choices: "Qui, à qui, comment\u{A0}: ce qui a décidé", "Who, to whom, how: what decided";
    draft_contact_add: "Ajouter un contact de ce client", "Add a contact of this customer";
    invoices_title: "Factures PDF à joindre", "PDF invoices to attach";
    invoices_help: "Choisissez ou déposez les PDF\u{A0}: chacun est reconnu par le numéro de pièce dans son nom, et joint aux e-mails qui citent la facture. Rien n’en est lu ni envoyé.", "Choose or drop the PDFs: each is known by the document number in its name, and attached to the e-mails that list the invoice. Nothing of them is read or sent.";
    invoices_choose: "Choisir des PDF", "Choose PDFs";
    invoices_folder: "Choisir un dossier", "Choose a folder";
    invoices_remove: "Retirer tous les PDF", "Remove all PDFs";
    invoices_to_settle: "À préciser", "To settle";
    invoice_choose: "choisir…", "choose…";
    invoice_leave_out: "ne pas joindre ce fichier", "do not attach this file";
    invoice_unchoose: "Revenir sur ce choix", "Undo this choice";
    button_download_email: "Télécharger l’e-mail (.eml)", "Download the e-mail (.eml)";
    forms_title: "Formulaire de réponse", "Answer form";
    forms_help: "Le client dit ce qu’il a payé, promet, conteste ou propose, et renvoie sa réponse\u{A0}; elle se relit dans Appels, chaque ligne étant à approuver.", "The customer says what was paid, promised, disputed or proposed, and returns the answer; it is read back under Calls, each line to be approved.";
    forms_attached: "Joindre aux e-mails le formulaire à remplir", "Attach the form to fill in to e-mails";
    forms_in_text: "L’écrire aussi au bas du message, pour qui ne peut pas ouvrir de pièce jointe", "Also write it under the message, for whoever cannot open an attachment";
    factor_days: "Jours de retard au plus", "Days late at most";
    factor_percent: "Part d’un client au plus (%)", "Share of one customer at most (%)";
    plan_agreement: "Accord à signer", "Agreement to sign";
    draft_language_by_customer: "selon le client, son pays, sinon celle de la page", "by customer, its country, else the page’s";
}

/// Words of copies with what the contract calls them.
const COPIES: [(&str, &str, &str); 6] = [
    ("commercial", "salesperson", "salesperson"),
    ("relances du client", "reminders contact", "customer:dunning"),
    ("comptabilité du client", "customer’s accounts", "customer:accounting"),
    ("acheteur du client", "customer’s buyer", "customer:buyer"),
    ("direction du client", "customer’s management", "customer:manager"),
    ("juridique du client", "customer’s counsel", "customer:legal"),
];

impl crate::Language {
    /// Files found, to settle, not attached; invoices without one; the limit.
    pub fn invoices_summary(self, [found, asked, others, missing]: [usize; 4], limit: u64) -> String {
        let limit = self.megabytes(limit);
        let counted = self.invoices_counted(found, asked, others, missing);
        match self {
            crate::Language::Fr => format!("{counted}. Au plus {limit} par e-mail."),
            crate::Language::En => format!("{counted}. At most {limit} an e-mail."),
        }
    }

    /// Heading of the invoices without a file.
    pub fn invoices_missing(self, count: usize) -> String {
        self.count(
            count as u64,
            ("facture sans fichier", "invoice without a file"),
            ("factures sans fichier", "invoices without a file"),
        )
    }

    /// Heading of the files that are not attached.
    pub fn invoices_not_attached(self, count: usize) -> String {
        self.count(
            count as u64,
            ("fichier non joint", "file not attached"),
            ("fichiers non joints", "files not attached"),
        )
    }

    /// Heading of the files found.
    pub fn invoices_found(self, count: usize) -> String {
        self.count(count as u64, ("fichier joint", "file attached"), ("fichiers joints", "files attached"))
    }

    /// Which invoice a file is.
    pub fn invoice_which(self, file: &str) -> String {
        match self {
            crate::Language::Fr => format!("De quelle facture {file} est-il le PDF\u{A0}?"),
            crate::Language::En => format!("Which invoice is {file} the PDF of?"),
        }
    }

    /// What the attachments of a message weigh together.
    pub fn attached_total(self, bytes: u64) -> String {
        let size = self.megabytes(bytes);
        match self {
            crate::Language::Fr => format!("{size} en tout"),
            crate::Language::En => format!("{size} in all"),
        }
    }

    /// The place of a rule.
    pub fn rule_numbered(self, number: usize) -> String {
        match self {
            crate::Language::Fr => format!("Règle n°\u{A0}{number}"),
            crate::Language::En => format!("Rule {number}"),
        }
    }

    /// Whom a rule is for.
    pub fn rule_scope(self, number: usize) -> String {
        match self {
            crate::Language::Fr => format!("Règle n°\u{A0}{number}, pour"),
            crate::Language::En => format!("Rule {number}, for"),
        }
    }

    /// What to type for whom a rule is for, by place in its list.
    pub const fn rule_whom(self, place: usize) -> &'static str {
        match place {
            1 => self.pick("Pays (nom ou code)", "Country (name or code)"),
            2 => self.pick("Code du client", "Customer code"),
            3 => self.pick("Segments (séparés par des virgules)", "Segments (separated by commas)"),
            _ => self.pick("Commerciaux (séparés par des virgules)", "Salespersons (separated by commas)"),
        }
    }

    /// From which step on a rule holds.
    pub const fn rule_from_tone(self, tone: &str) -> &'static str {
        match tone.as_bytes() {
            b"" => self.pick("toute étape", "any step"),
            b"reminder" => self.pick("la relance ferme", "the firm reminder"),
            b"proposal" => self.pick("la proposition d’arrangement", "the arrangement proposal"),
            b"last-notice" => self.pick("le dernier avis", "the last notice"),
            b"formal" => self.pick("la mise en demeure", "the formal notice"),
            _ => self.pick("la remise à un tiers", "handing over"),
        }
    }

    /// Copies as people read them.
    pub fn rule_copies_shown(self, copies: &[String]) -> String {
        let shown = |copy: &String| {
            let known = COPIES.iter().find(|(_, _, key)| key == copy);
            known.map_or_else(|| copy.clone(), |(french, english, _)| self.pick(french, english).to_owned())
        };
        copies.iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    /// Copies as people type them: the words of either language, else a name or an address.
    pub fn rule_copies_typed(self, typed: &str) -> Vec<String> {
        let meant = |word: &str| {
            let folded = word.to_lowercase().replace('\'', "’");
            let short = [
                ("direction", "customer:manager"),
                ("management", "customer:manager"),
                ("comptabilité", "customer:accounting"),
                ("accounting", "customer:accounting"),
            ];
            let known = COPIES.iter().find(|(french, english, _)| folded == *french || folded == *english);
            let key = known
                .map(|(_, _, key)| *key)
                .or_else(|| short.iter().find(|(one, _)| *one == folded).map(|(_, key)| *key));
            key.map_or_else(|| word.to_owned(), str::to_owned)
        };
        typed.split(';').map(str::trim).filter(|word| !word.is_empty()).map(meant).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[test]
    fn copies_are_typed_in_either_language_and_shown_in_ones_own() {
        let typed =
            Language::Fr.rule_copies_typed("Commercial; direction ; Customer's accounts; Paul Vidal; a@b.example;");
        assert_eq!(typed, ["salesperson", "customer:manager", "customer:accounting", "Paul Vidal", "a@b.example"]);
        let shown = Language::En.rule_copies_shown(&typed);
        assert_eq!(shown, "salesperson; customer’s management; customer’s accounts; Paul Vidal; a@b.example");
        assert_eq!(Language::En.rule_copies_typed(&shown), typed);
    }
}
