//! Names of the engine's stable codes, as the page shows them. A code the page does not know is shown as it is.

use crate::Language;

impl Language {
    /// What a column was taken for.
    pub fn field(self, key: &str) -> &str {
        let (french, english) = match key {
            "customer-id" => ("Compte client", "Customer account"),
            "customer-name" | "name" => ("Nom du client", "Customer name"),
            "document" | "document-number" => ("N° de pièce", "Document"),
            "invoice-date" | "date" | "entry-date" => ("Date de pièce", "Invoice date"),
            "due-date" => ("Échéance", "Due date"),
            "paid-date" | "payment-date" => ("Date de règlement", "Payment date"),
            "amount" => ("Montant", "Amount"),
            "debit" => ("Débit", "Debit"),
            "credit" => ("Crédit", "Credit"),
            "paid" => ("Déjà réglé", "Paid"),
            "residual" => ("Reste dû", "Amount due"),
            "balance" => ("Solde", "Balance"),
            "currency" => ("Devise", "Currency"),
            "match-code" => ("Lettrage", "Match code"),
            "match-date" => ("Date de lettrage", "Matching date"),
            "status" => ("Statut", "Status"),
            "dispute" | "disputed" => ("Litige", "Dispute"),
            "email" => ("Adresse e-mail", "E-mail address"),
            "phone" => ("Téléphone", "Telephone"),
            "address" => ("Adresse", "Address"),
            "terms" => ("Conditions de règlement", "Payment terms"),
            "label" => ("Libellé", "Label"),
            "journal" => ("Journal", "Journal"),
            "account" => ("Compte", "Account"),
            "kind" | "type" | "document-type" => ("Nature de pièce", "Document type"),
            "side" => ("Sens", "Side"),
            "not-due" => ("Non échu", "Not due"),
            "bucket" => ("Tranche", "Bucket"),
            "siren" => ("SIREN", "SIREN"),
            "country" => ("Pays", "Country"),
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
            "terms" => ("d'après les conditions", "from the terms"),
            "mode" => ("d'après l'usage du client", "from the customer's habit"),
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
            other => return other,
        };
        self.pick(french, english)
    }

    /// Why an item is left alone, as the title of a group.
    pub fn reason(self, reason: &str) -> &str {
        let (french, english) = match reason {
            "not-due" => ("Pas encore à relancer", "Not yet to be chased"),
            "already-contacted" => ("Dernière étape déjà faite", "Last step already done"),
            "too-soon" => ("Contact trop récent", "Contacted too recently"),
            "disputed" => ("En litige", "Disputed"),
            "promised" => ("Promesse en cours", "Promise under way"),
            "blocked" => ("Relance bloquée", "On hold"),
            "insolvent" => ("Procédure collective", "Insolvency proceedings"),
            "no-due-date" => ("Échéance inconnue", "Due date unknown"),
            "credit" => ("Avoirs et règlements\u{a0}: rien à demander", "Credits and payments: nothing to ask for"),
            "net-credit" => ("Couvert par les avoirs et règlements du client", "Covered by the customer's credits"),
            "below-minimum" => ("Sous le montant minimum", "Below the minimum amount"),
            "no-channel" => ("Aucun moyen de contact", "No means of contact"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// What a fact of a decision is.
    pub fn fact(self, name: &str) -> &str {
        let (french, english) = match name {
            "step" => ("Étape", "Step"),
            "segment" => ("Segment", "Segment"),
            "scenario" => ("Scénario", "Scenario"),
            "document" => ("Pièce", "Document"),
            "due-day" | "dueDay" => ("Échéance", "Due date"),
            "days-late" | "daysLate" => ("Jours de retard", "Days late"),
            "first-step" | "firstStep" => ("Première étape le", "First step on"),
            "last-contact" | "lastContact" => ("Dernier contact le", "Last contact on"),
            "until" => ("Jusqu'au", "Until"),
            "offset" | "offset-days" | "offsetDays" => ("Jours après l'échéance", "Days after the due date"),
            "step-day" | "stepDay" => ("Jour de l'étape", "Day of the step"),
            "items" => ("Pièces", "Items"),
            other => return other,
        };
        self.pick(french, english)
    }
}
