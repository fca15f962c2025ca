//! Names of the engine's stable codes, as the page shows them. A code the page does not know is shown as it is.

use crate::Language;

impl Language {
    /// What a column was taken for.
    pub fn field(self, key: &str) -> &str {
        let (french, english) = match key {
            "customer-id" => ("Compte client", "Customer account"),
            "customer-name" => ("Nom du client", "Customer name"),
            "document" => ("N° de pièce", "Document"),
            "document-type" => ("Nature de pièce", "Document type"),
            "invoice-date" => ("Date de pièce", "Invoice date"),
            "posting-date" => ("Date de comptabilisation", "Posting date"),
            "due-date" => ("Échéance", "Due date"),
            "label" => ("Libellé", "Label"),
            "reference" => ("Référence", "Reference"),
            "debit" => ("Débit", "Debit"),
            "credit" => ("Crédit", "Credit"),
            "amount" => ("Montant", "Amount"),
            "side" => ("Sens", "Side"),
            "residual" => ("Reste dû", "Amount due"),
            "paid" => ("Déjà réglé", "Paid"),
            "credited" => ("Avoirs déduits", "Credited"),
            "payment-date" => ("Date de règlement", "Payment date"),
            "match-code" => ("Lettrage", "Match code"),
            "match-date" => ("Date de lettrage", "Matching date"),
            "currency" => ("Devise", "Currency"),
            "foreign-amount" => ("Montant en devise", "Foreign amount"),
            "terms" => ("Conditions de règlement", "Payment terms"),
            "status" => ("Statut", "Status"),
            "email" => ("Adresse e-mail", "E-mail address"),
            "phone" => ("Téléphone", "Telephone"),
            "days-late" => ("Jours de retard", "Days late"),
            "bucket" => ("Tranche d’ancienneté", "Age bucket"),
            "running-balance" => ("Solde progressif", "Running balance"),
            "journal" => ("Journal", "Journal"),
            "account" => ("Compte", "Account"),
            "account-label" => ("Intitulé du compte", "Account name"),
            "entry-number" => ("N° d’écriture", "Entry number"),
            "journal-label" => ("Nom du journal", "Name of the journal"),
            "siren" => ("SIREN ou SIRET", "SIREN or SIRET"),
            "vat-number" => ("N° de TVA", "VAT number"),
            "address" => ("Adresse", "Address"),
            "postal-code" => ("Code postal", "Postal code"),
            "city" => ("Ville", "Town"),
            "country" => ("Pays", "Country"),
            "contact" => ("Interlocuteur", "Contact"),
            "language" => ("Langue", "Language"),
            "segment" => ("Segment", "Segment"),
            "credit-limit" => ("Plafond d’encours", "Credit limit"),
            "salesperson" => ("Commercial", "Salesperson"),
            "group" => ("Groupe", "Group"),
            "iban" => ("IBAN", "IBAN"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// The kind of a document.
    pub fn document_kind(self, kind: &str) -> &str {
        let (french, english) = match kind {
            "invoice" => ("facture", "invoice"),
            "credit-note" => ("avoir", "credit note"),
            "payment" => ("règlement", "payment"),
            "opening" => ("à-nouveau", "opening entry"),
            "other" => ("autre", "other"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// Where a due day comes from, when the file does not state it.
    pub fn due_source(self, source: &str) -> Option<&str> {
        let (french, english) = match source {
            "stated" | "none" => return None,
            "terms" => ("d’après les conditions", "from the terms"),
            "mode" => ("d’après l’usage du client", "from the customer’s habit"),
            "default" => ("délai par défaut", "default terms"),
            other => return Some(other),
        };
        Some(self.pick(french, english))
    }

    /// The state of an item.
    pub fn status(self, status: &str) -> &str {
        let (french, english) = match status {
            "disputed" => ("en litige", "disputed"),
            "promised" => ("promesse", "promised"),
            "blocked" => ("relance bloquée", "on hold"),
            "insolvent" => ("procédure collective", "insolvency"),
            "plan" => ("échéancier", "instalment plan"),
            "excluded" => ("exclu", "excluded"),
            "factored" => ("cédé au factor", "sold to a factor"),
            "formal-notice" | "agency" | "court" | "written-off" => return self.stage(status),
            other => return other,
        };
        self.pick(french, english)
    }

    /// Why an item is left alone, as the title of a group.
    pub fn reason(self, reason: &str) -> &str {
        let (french, english) = match reason {
            "not-due" => ("Pas encore à relancer", "Not yet to be chased"),
            "already-contacted" => ("Dernière étape déjà faite", "Last step already done"),
            "interval" | "too-soon" => ("Contact trop récent", "Contacted too recently"),
            "disputed" => ("En litige", "Disputed"),
            "promised" => ("Promesse en cours", "Promise under way"),
            "plan-respected" => ("Échéancier respecté", "Instalment plan kept"),
            "blocked" => ("Relance bloquée", "On hold"),
            "insolvent" | "insolvency" => ("Procédure collective", "Insolvency proceedings"),
            "factored" => ("Créance cédée", "Sold to a factor"),
            "excluded-type" => ("Exclu des relances", "Kept out of reminders"),
            "handed-over" => ("Dossier confié", "Handed over"),
            "monthly-cap" => ("Plafond de contacts atteint", "As many contacts as allowed"),
            "other-days" => ("Le canal attend ses jours", "Its channel waits for its days"),
            "too-recent" => ("Retard trop court", "Not late for long enough"),
            "awaiting-review" => ("En attente d’une décision", "Awaiting a decision"),
            "snoozed" => ("Reporté par une décision", "Put off by a decision"),
            "skipped" => ("Écarté par une décision", "Skipped by a decision"),
            "no-step-applies" => ("Aucune étape ne s’applique", "No step applies"),
            "no-steps" => ("Scénario sans étape", "Scenario without steps"),
            "doubtful" => ("Clients douteux (416)", "Doubtful customers (416)"),
            "bills-receivable" => ("Effets à recevoir (413)", "Bills receivable (413)"),
            "retention" => ("Retenues de garantie (4117)", "Retentions (4117)"),
            "accrued" => ("Factures à établir (418)", "Invoices to be issued (418)"),
            "advances" => ("Avances reçues et autres crédits (419)", "Advances received and other credits (419)"),
            "credit-notes-to-issue" => {
                ("Rabais et avoirs à établir (4198)", "Rebates and credit notes to issue (4198)")
            }
            "no-due-date" => ("Échéance inconnue", "Due date unknown"),
            "credit" => ("Avoirs et règlements\u{a0}: rien à demander", "Credits and payments: nothing to ask for"),
            "net-credit" => ("Couvert par les avoirs et règlements du client", "Covered by the customer’s credits"),
            "below-minimum" => ("Sous le montant minimum", "Below the minimum amount"),
            "no-channel" => ("Aucun moyen de contact", "No means of contact"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// What a fact of a decision is.
    pub fn fact(self, name: &str) -> &str {
        let (french, english) = match name {
            "policy" => ("Politique", "Policy"),
            "tone" => ("Ton", "Tone"),
            "cost" => ("Coût du contact", "Cost of the contact"),
            "preferredChannel" => ("Canal prévu", "Channel intended"),
            "held" => ("Litiges et promesses déduits", "Disputes and promises deducted"),
            "announced" => ("Pièces annoncées, à échoir", "Items announced, not due yet"),
            "listedCredits" => ("Avoirs mentionnés", "Credits listed"),
            "stepOffsetDays" => ("Étape, en jours après l’échéance", "Step, in days after the due date"),
            "stepDay" => ("Jour de l’étape", "Day of the step"),
            "trigger" => ("Déclenchement", "Trigger"),
            "cause" => ("Pièce en cause", "Item that causes it"),
            "items" => ("Pièces concernées", "Items concerned"),
            "credits" => ("Avoirs et règlements déduits", "Credits deducted"),
            "debts" => ("Sommes à demander", "What could be asked for"),
            "daysBetweenContacts" => ("Jours entre deux contacts", "Days between contacts"),
            "daysBeforeRepeat" => ("Jours avant de reprendre une étape", "Days before a step is taken again"),
            "distanceDays" => ("Jours à laisser passer", "Days to let pass"),
            "mostAdvancedItem" => ("Pièce la plus avancée", "Most advanced item"),
            "daysLate" => ("Jours de retard", "Days late"),
            "dueDay" => ("Échéance", "Due date"),
            "firstStepDay" => ("Première étape le", "First step on"),
            "lastContact" => ("Dernier contact le", "Last contact on"),
            "until" => ("Jusqu’au", "Until"),
            "residual" => ("Reste dû", "Amount due"),
            "amount" => ("Montant", "Amount"),
            "minimum" => ("Minimum de la politique", "Minimum of the policy"),
            "currency" => ("Devise", "Currency"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// The name of a policy of ours.
    pub fn policy(self, policy: &str) -> &str {
        match policy {
            "default" => self.pick("cinq étapes, par segment", "five steps, by segment"),
            "five-steps" => self.pick("cinq étapes", "five steps"),
            other => other,
        }
    }

    /// How firm a contact is.
    pub fn tone(self, tone: &str) -> &str {
        let (french, english) = match tone {
            "service" => ("service", "service"),
            "courtesy" => ("courtois", "courteous"),
            "reminder" => ("factuel", "factual"),
            "dialogue" => ("dialogue", "dialogue"),
            "proposal" => ("proposition", "proposal"),
            "last-notice" => ("dernier avis", "last notice"),
            "formal" => ("mise en demeure", "formal notice"),
            "hand-over" => ("dossier confié", "handed over"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// Why a contact falls on its day.
    pub fn trigger(self, trigger: &str) -> &str {
        let (french, english) = match trigger {
            "on-its-day" => ("le jour de l’étape", "on the day of the step"),
            "catch-up" => ("rattrapage d’une étape passée", "catching up a step of the past"),
            "moved" => ("déplacé d’un jour non travaillé", "moved from a day off"),
            "held" => ("il y avait trop peu à réclamer avant", "there was too little to ask for before"),
            "put-off" => ("reporté après le contact précédent", "put off after the contact before"),
            other => return other,
        };
        self.pick(french, english)
    }
}
