//! The words of the table of late payments of the management report (D441-6).

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

texts! {
    /// Name of the table.
    late_title: "Délais de paiement des clients (art. D441-6)", "Customers’ payment delays (art. D441-6)";
    /// Table I.
    late_unpaid: "I. Factures émises non réglées à la clôture", "I. Invoices issued and not paid at closing";
    /// Table II.
    late_paid: "II. Factures émises réglées en retard dans l’exercice", "II. Invoices issued and paid late during the year";
    /// Heading of the names of the tables.
    late_table: "Tableau", "Table";
    /// Heading of the parts: of the turnover, or of what was issued.
    late_part: "Part", "Share";
    /// Heading of the bands.
    late_band: "Retard", "Delay";
    /// Heading of the numbers.
    late_invoices: "Factures", "Invoices";
    /// Heading of the part of the turnover.
    late_share: "% du CA", "% of turnover";
    /// Heading of the part of what was issued.
    late_share_issued: "% des factures émises", "% of invoices issued";
    /// Invoices left out.
    late_disputed: "(B) Exclues : litigieuses ou douteuses", "(B) Left out: disputed or doubtful";
    /// All invoices of the year.
    late_issued: "Factures émises dans l’exercice", "Invoices issued during the year";
    /// No payment is told.
    late_no_history: "Le fichier ne dit pas ce qui a été réglé : pas de tableau II.", "The file does not tell what was paid: no Table II.";
}

impl Language {
    /// A band of the table by its code.
    pub fn late_band_name(self, band: &str) -> &str {
        match band {
            "0" => self.pick("0 jour (indicatif)", "0 days (indicative)"),
            "1-30" => self.pick("1 à 30 jours", "1 to 30 days"),
            "31-60" => self.pick("31 à 60 jours", "31 to 60 days"),
            "61-90" => self.pick("61 à 90 jours", "61 to 90 days"),
            "91+" => self.pick("91 jours et plus", "91 days and more"),
            _ => self.pick("Total (1 jour et plus)", "Total (1 day and more)"),
        }
    }

    /// With or without VAT, and the year.
    pub fn late_basis(self, vat_rate: Option<&str>, first_day: Day, closing: Day) -> String {
        let (first_day, closing) = (self.day(first_day), self.day(closing));
        match (self, vat_rate) {
            (Language::Fr, None) => format!("Montants TTC ; exercice du {first_day} au {closing}.").replace(" ;", "\u{202F};"),
            (Language::Fr, Some(rate)) => format!(
                "Montants HT, la TVA ôtée au taux unique de {rate}{NO_BREAK_SPACE}% ; exercice du {first_day} au {closing}."
            )
            .replace(" ;", "\u{202F};"),
            (Language::En, None) => format!("Amounts include VAT; year from {first_day} to {closing}."),
            (Language::En, Some(rate)) => {
                format!("Amounts exclude VAT, taken out at one rate of {rate}%; year from {first_day} to {closing}.")
            }
        }
    }

    /// Where the turnover comes from: `entered`, `ledger` or `unknown`.
    pub fn late_turnover(self, source: &str, amount: Option<Amount>, currency: Currency) -> String {
        let amount = amount.map(|amount| self.money(amount, currency)).unwrap_or_default();
        match (self, source) {
            (Language::Fr, "entered") => format!("Chiffre d’affaires saisi{NO_BREAK_SPACE}: {amount}."),
            (Language::En, "entered") => format!("Turnover as typed: {amount}."),
            (Language::Fr, "ledger") => {
                format!("Chiffre d’affaires du grand livre, avoirs déduits{NO_BREAK_SPACE}: {amount}.")
            }
            (Language::En, "ledger") => format!("Turnover of the ledger, less credit notes: {amount}."),
            (Language::Fr, _) => "Chiffre d’affaires inconnu : saisissez-le.".replace(" :", "\u{A0}:"),
            (Language::En, _) => "Turnover unknown: type it.".to_owned(),
        }
    }

    /// Reference terms (C): items measured against an agreed day, and against the legal one.
    pub fn late_reference(self, agreed: u32, legal: u32, legal_days: u32) -> String {
        let (agreed, legal) = (self.number(agreed.into()), self.number(legal.into()));
        match self {
            Language::Fr => format!(
                "(C) Délais de référence{NO_BREAK_SPACE}: contractuels pour {agreed}, légaux ({legal_days} jours) pour {legal}."
            ),
            Language::En => {
                format!("(C) Reference terms: agreed for {agreed}, legal ({legal_days} days) for {legal}.")
            }
        }
    }

    /// Credits and other debits that the table leaves out; both amounts as written.
    pub fn late_left_out(self, credits: &str, others: &str) -> String {
        match self {
            Language::Fr => format!(
                "Non déduits{NO_BREAK_SPACE}: avoirs et règlements non affectés, {credits}. Hors tableau{NO_BREAK_SPACE}: écritures diverses, effets, retenues et factures à établir, {others}. « 0 jour » compte ce qui n’est pas échu. Une facture à plusieurs échéances compte pour chacune."
            )
            .replace("« ", "«\u{A0}")
            .replace(" »", "\u{A0}»"),
            Language::En => format!(
                "Not deducted: unapplied credit notes and receipts, {credits}. Outside the table: sundry entries, bills, retentions and accrued invoices, {others}. “0 days” counts what is not due. An invoice with several due dates counts once for each."
            ),
        }
    }

    /// A VAT rate that is none.
    pub fn vat_rate_refused(self, seen: &str) -> String {
        match self {
            Language::Fr => {
                format!("«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» n’est pas un taux de TVA entre 0 et 100.")
            }
            Language::En => format!("“{seen}” is not a VAT rate between 0 and 100."),
        }
    }

    /// What a VAT rate looks like.
    pub const fn vat_rate_advice(self) -> &'static str {
        self.pick("Écrivez par exemple 20 ou 5,5.", "Write for example 20 or 5.5.")
    }
}
