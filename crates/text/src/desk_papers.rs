//! Words of what is handed out: to salespeople and managers, to an agency, a bailiff or a court, to a factor.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

texts! {
    handout_title: "Encours par commercial", "Receivables by salesperson";
    handout_manager: "Pour la direction", "For the manager";
    handout_customers: "Clients", "Customers";
    handout_balance: "Solde", "Balance";
    handout_overdue: "Échu", "Overdue";
    handout_oldest: "Plus ancien (j)", "Oldest (d)";
    handout_next: "Prochain contact", "Next contact";
    handout_held: "En suspens", "On hold";
    handout_hold_delivery: "Livraisons à suspendre", "Deliveries to hold";
    handout_hold_note: "À décider par la direction\u{a0}: échu depuis plus de 60 jours, plafond dépassé, promesse non tenue, procédure collective, acompte impayé.", "For the manager to decide: overdue for more than 60 days, above the limit, a broken promise, insolvency, an unpaid deposit.";
    hold_overdue: "échu depuis plus de 60 jours", "overdue for more than 60 days";
    hold_limit: "plafond dépassé", "above the credit limit";
    hold_promise: "promesse non tenue", "broken promise";
    hold_insolvent: "procédure collective", "insolvency";
    hold_deposit: "acompte impayé", "unpaid deposit";
    handover_title: "Dossier de recouvrement", "Hand-over dossier";
    handover_creditor: "Créancier", "Creditor";
    handover_debtor: "Débiteur", "Debtor";
    handover_summary: "Créance", "Claim";
    handover_principal: "Principal échu", "Overdue principal";
    handover_interest: "Intérêts de retard", "Late-payment interest";
    handover_indemnity: "Indemnités forfaitaires", "Fixed sums";
    handover_total: "Total", "Total";
    handover_per_day: "Intérêts par jour supplémentaire", "Interest of each further day";
    handover_credits: "Avoirs et règlements non imputés, à déduire", "Credits and payments not applied, to deduct";
    handover_items: "Pièces échues", "Overdue items";
    handover_detail: "Détail des intérêts", "Detail of the interest";
    handover_chronology: "Chronologie", "Chronology";
    handover_attach: "Pièces à joindre", "Documents to attach";
    handover_notes: "À vérifier avant de transmettre", "To check before handing over";
    handover_files: "Fichiers du dossier", "Files of the dossier";
    handover_rates: "Périodes et taux", "Periods and rates";
    handover_what: "Événement", "Event";
    handover_no_notice: "Aucune mise en demeure n’est consignée.", "No formal notice is recorded.";
    handover_disputed: "Une partie de la créance est en litige\u{a0}: voir la chronologie.", "A part of the claim is disputed: see the chronology.";
    handover_insolvent: "Une procédure collective est ouverte\u{a0}: la créance se déclare, elle ne se poursuit pas.", "Insolvency proceedings are open: the claim is declared, not pursued.";
    handover_no_company: "L’identité du créancier est à compléter dans les coordonnées de l’expéditeur.", "The identity of the creditor is to be completed in the sender’s details.";
    factor_title: "Éligibilité à l’affacturage", "Eligibility for factoring";
    factor_financed: "Finançable", "Financed";
    factor_reasons: "Motifs d’exclusion", "Reasons for exclusion";
}

impl Language {
    /// The number of customers of a salesperson, and what is overdue.
    pub fn handout_line(self, customers: usize, overdue: &str) -> String {
        let clients = self.plural(customers as u64, self.pick("client", "customer"), self.pick("clients", "customers"));
        match self {
            Language::Fr => format!("{customers} {clients}, {overdue} échus."),
            Language::En => format!("{customers} {clients}, {overdue} overdue."),
        }
    }

    /// A contact planned.
    pub fn handout_contact(self, day: Day, step: &str, means: &str) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("le {day}, {step} {means}"),
            Language::En => format!("{day}, {step} {means}"),
        }
    }

    /// The documents of a hand-over, by whom it is for.
    pub fn handover_documents(self, recipient: &str) -> Vec<&'static str> {
        let mut list = vec![
            self.pick("Contrat ou conditions générales acceptées", "Contract or accepted general terms"),
            self.pick("Bons de commande", "Purchase orders"),
            self.pick("Preuves de livraison ou d’exécution", "Proofs of delivery or performance"),
            self.pick("Relances et preuves d’envoi", "Reminders and proofs of sending"),
            self.pick("Mise en demeure et avis de réception", "Formal notice and its receipt"),
            self.pick("Échanges avec le débiteur", "Correspondence with the debtor"),
        ];
        match recipient {
            "court" => list.extend([
                self.pick(
                    "Extrait K-bis du créancier de moins de trois mois",
                    "Extract of the creditor’s registration, under three months old",
                ),
                self.pick("Situation du débiteur au registre", "The debtor’s entry in the register"),
                self.pick("Pouvoir du représentant", "The representative’s power of attorney"),
            ]),
            "bailiff" => list.extend([
                self.pick("Titre exécutoire s’il existe", "Enforceable title, if any"),
                self.pick("Coordonnées bancaires connues du débiteur", "Bank details of the debtor, if known"),
            ]),
            _ => list.push(self.pick(
                "Mandat signé donnant pouvoir de recevoir (CPCE R124-3)",
                "Signed mandate with power to receive (CPCE R124-3)",
            )),
        }
        list
    }

    /// The headings of the interest of a dossier.
    pub const fn handover_interest_headings(self) -> [&'static str; 9] {
        match self {
            Language::Fr => ["Pièce", "Du", "Au", "Jours", "Base", "Taux (%)", "Montant", "Devise", "Source"],
            Language::En => ["Item", "From", "To", "Days", "Base", "Rate (%)", "Amount", "Currency", "Source"],
        }
    }

    /// Whom a dossier is for.
    pub const fn handover_recipient(self, recipient: &str) -> &'static str {
        match recipient.as_bytes() {
            b"court" => self.pick("pour le tribunal", "for a court"),
            b"bailiff" => self.pick("pour le commissaire de justice", "for a bailiff"),
            _ => self.pick("pour un cabinet de recouvrement", "for a collection agency"),
        }
    }

    /// The copy of an invoice to attach.
    pub fn handover_copy(self, document: &str, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("Copie de {document} du {day}"),
            Language::En => format!("Copy of {document} of {day}"),
        }
    }

    /// Whom the dossier can be for, where another was asked.
    pub fn handover_recipient_refused(self, seen: &str) -> String {
        let seen = self.quoted(seen);
        match self {
            Language::Fr => format!("Le destinataire {seen} n’existe pas{NO_BREAK_SPACE}: agency, bailiff ou court."),
            Language::En => format!("There is no recipient {seen}: agency, bailiff or court."),
        }
    }

    /// A dossier is about one customer.
    pub const fn customer_required(self) -> &'static str {
        self.pick(
            "Ce fichier porte sur un client\u{a0}: indiquez lequel.",
            "This file is about one customer: say which.",
        )
    }

    /// Why an item is not financed.
    pub const fn factor_reason(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"no-invoice" => self.pick("pas une facture ouverte", "no open invoice"),
            b"no-due-day" => self.pick("sans échéance", "no due date"),
            b"too-late" => self.pick("retard au-delà du contrat", "later than the contract allows"),
            b"disputed" => self.pick("litige", "disputed"),
            b"public-body" => self.pick("organisme public", "public body"),
            b"insolvent" => self.pick("procédure collective", "insolvency"),
            b"sold" => self.pick("déjà cédée", "already sold"),
            b"handed-over" => self.pick("remise ou douteuse", "handed over or doubtful"),
            b"retention" => self.pick("retenue ou à établir", "retention or not invoiced"),
            b"credits" => self.pick("avoirs et règlements déduits", "credits deducted"),
            _ => self.pick("concentration", "concentration"),
        }
    }

    /// Terms of a factor that are none.
    pub const fn factor_terms_refused(self) -> &'static str {
        self.pick(
            "Conditions du factor\u{A0}: de 0 à 365 jours de retard, de 1 à 100\u{A0}% par client.",
            "Terms of the factor: 0 to 365 days late, 1 to 100% for one customer.",
        )
    }

    /// The terms a file of eligibility rests on.
    pub fn factor_terms(self, overdue_days: i32, percent: u32) -> String {
        match self {
            Language::Fr => format!(
                "Exclus au-delà de {overdue_days}{NO_BREAK_SPACE}jours de retard et de {percent}{NO_BREAK_SPACE}% de l’encours finançable par client\u{202f}; à ajuster à votre contrat."
            ),
            Language::En => format!(
                "Excluded beyond {overdue_days} days late and {percent}% of the financed total for one customer; to adjust to your contract."
            ),
        }
    }
}
