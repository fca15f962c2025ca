//! The page's words about what people record, the dossier file and next month's ledger.

use crate::Language;

texts! {
    nav_followup: "Suivi", "Follow-up";
    followup_lead: "Litiges, promesses, échéanciers, blocages, notes et contacts\u{a0}: saisis sur la page d’un client, gardés dans un seul fichier, retrouvés dans le grand livre du mois suivant.", "Disputes, promises, instalment plans, blocks, notes and contacts: recorded on a customer’s page, kept in one file, found again in next month’s ledger.";
    followup_undo: "Annuler", "Undo";
    followup_redo: "Rétablir", "Redo";
    followup_save: "Enregistrer le dossier", "Save the dossier";
    followup_with_ledger: "avec le grand livre", "with the ledger";
    followup_next_month: "Ouvrir le mois suivant", "Open next month";
    followup_file_title: "Dossier", "Dossier";
    followup_records_title: "Consigné", "Recorded";
    followup_none: "Rien n’est consigné. Ouvrez un client pour noter un litige, une promesse ou un échéancier.", "Nothing is recorded. Open a customer to note a dispute, a promise or an instalment plan.";
    followup_unmatched_title: "Ne retrouve plus sa pièce", "No longer finds its item";
    followup_proposals_title: "À décider", "To decide";
    followup_apply: "Oui, clore", "Yes, close";
    followup_customer_title: "Suivi du client", "Follow-up of the customer";
    followup_form_title: "Consigner", "Record";
    followup_items: "Pièces (aucune\u{a0}: tout le client)", "Items (none: the whole customer)";
    followup_kind: "Quoi", "What";
    followup_amount: "Montant (vide\u{a0}: ce qui reste ouvert)", "Amount (empty: what is open)";
    followup_until: "Jusqu’au", "Until";
    followup_first_term: "Première échéance", "First term";
    followup_terms: "Nombre d’échéances", "Number of terms";
    followup_judgment: "Jugement du", "Judgment of";
    followup_words: "Motif ou note", "Reason or note";
    followup_category: "Motif du litige", "Ground of the dispute";
    followup_stage: "Étape", "Stage";
    followup_submit: "Consigner", "Record";
    followup_column_kind: "Nature", "Kind";
    followup_column_state: "État", "State";
    followup_column_actions: "Décision", "Decision";
    followup_pause: "Suspendre les relances", "Pause reminders";
    followup_credit: "Donner raison au client", "Grant the dispute";
    followup_uphold: "Maintenir la créance", "Uphold the claim";
    followup_withdraw: "Retirer", "Withdraw";
    followup_give_up: "Abandonner", "Give up";
    followup_lift: "Lever", "Lift";
    followup_over: "Clore", "Close";
    followup_changes_title: "Depuis le dernier enregistrement", "Since the last save";
    followup_changed_items: "Pièces qui ont changé", "Items that changed";
    followup_changed_customers: "Par client", "By customer";
    followup_thanks: "Remerciements à envoyer", "Thanks to send";
    followup_still_overdue: "encore échu", "still overdue";
    followup_copy: "Copier le message", "Copy the message";
}

impl Language {
    /// Why a customer says an item is not owed.
    pub fn dispute_category(self, key: &str) -> &'static str {
        match key {
            "price" => self.pick("prix", "price"),
            "quantity" => self.pick("quantité", "quantity"),
            "quality" => self.pick("qualité", "quality"),
            "delivery" => self.pick("livraison", "delivery"),
            "missing-order" => self.pick("bon de commande manquant", "order number missing"),
            "wrong-entity" => self.pick("mauvaise entité ou adresse", "wrong entity or address"),
            "already-paid" => self.pick("dit avoir payé", "says it has paid"),
            "set-off" => self.pick("compensation", "set-off"),
            "awaiting-credit" => self.pick("avoir attendu", "credit note awaited"),
            _ => self.pick("autre", "other"),
        }
    }
}
