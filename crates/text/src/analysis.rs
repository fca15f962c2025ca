//! The words of the figures: what items are told apart by.

use crate::Language;

texts! {
    /// A value no file gives.
    not_stated: "non renseigné", "not stated";
}

impl Language {
    /// A class of accounts, by its key in the contract.
    pub fn account_class(self, key: &str) -> &'static str {
        match key {
            "retention" => self.pick("Retenues de garantie (4117)", "Retentions (4117)"),
            "bills-receivable" => self.pick("Effets à recevoir (413)", "Bills receivable (413)"),
            "doubtful" => self.pick("Clients douteux (416)", "Doubtful customers (416)"),
            "accrued" => self.pick("Factures à établir (418)", "Invoices to be issued (418)"),
            "advances" => {
                self.pick("Avances reçues et autres crédits (419)", "Advances received and other credits (419)")
            }
            "credit-notes-to-issue" => {
                self.pick("Rabais et avoirs à établir (4198)", "Rebates and credit notes to issue (4198)")
            }
            _ => self.pick("Clients (411)", "Customers (411)"),
        }
    }

    /// Where a due date comes from, by its key in the contract.
    pub fn due_day_source(self, key: &str) -> &'static str {
        match key {
            "stated" => self.pick("Écrite dans le fichier", "Written in the file"),
            "terms" => self.pick("Calculée des conditions", "Computed from the terms"),
            "mode" => self.pick("D’après l’usage du client", "From the customer’s habit"),
            "default" => self.pick("Des conditions par défaut", "From the default terms"),
            "bucket" => self.pick("De la colonne d’âge du fichier", "From the file’s column of ages"),
            _ => self.pick("Aucune échéance", "No due date"),
        }
    }
}
