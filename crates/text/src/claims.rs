//! The words of claims on a ledger and of limitation.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

texts! {
    /// Heading of what was late.
    claims_late: "En retard", "Late";
    /// Heading of regimes.
    claims_regime: "Régime", "Regime";
    /// Interest on what was paid late.
    claims_paid_late: "Intérêts sur le réglé en retard", "Interest on what was paid late";
    /// Interest on what is open.
    claims_open: "Intérêts sur l’ouvert", "Interest on what is open";
    /// Apart from the ledger.
    claims_apart: "Ces sommes ne sont pas dans le solde du grand livre.", "These sums are not in the balance of the ledger.";
    /// Nothing to claim.
    claims_none: "Rien à réclamer à ce jour.", "Nothing to claim on that day.";
    /// A consumer without a formal notice.
    claims_no_notice: "Consommateur : aucun intérêt avant la réception d’une mise en demeure, dont la date n’est pas connue.", "Consumer: no interest before a formal notice is received, whose day is not known.";
    /// A contract's rate without a regime.
    claims_rate_without_regime: "Un taux contractuel donné pour un client demande aussi son régime.", "A contract’s rate given for a customer takes its regime too.";
    /// What to do about a customer that is not there.
    claims_customer_advice: "Reprenez le code du client tel que la balance âgée l’écrit.", "Use the customer’s code as the aged balance writes it.";
    /// Heading of last days.
    limitation_last_day: "Prescription", "Last day";
    /// Heading of how near the end is.
    limitation_near: "Proximité", "Nearness";
    /// Heading of interruptions.
    limitation_interrupted: "Interruption", "Interruption";
    /// What the calendar rests on.
    limitation_note: "Depuis l’échéance, ou depuis le dernier fait interruptif connu : règlement partiel du grand livre, reconnaissance de dette, acte de justice. Une relance ou une mise en demeure n’interrompt rien (Cass. com. 18 mai 2022, n° 20-23.204). Alerte, non conseil juridique.", "From the due day, or from the last interruption known: part payment in the ledger, acknowledgement of the debt, court act. A reminder or a formal notice interrupts nothing (Cass. com. 18 May 2022, 20-23.204). An alert, not legal advice.";
}

impl Language {
    /// Why a regime was taken, by its code; `country` where it is about one.
    pub fn regime_because(self, code: &str, country: &str) -> String {
        match (code, self) {
            ("chosen", _) => self.pick("choisi par vous", "chosen by you").to_owned(),
            ("consumer", _) => self.pick("le fichier le dit particulier", "the file calls it a consumer").to_owned(),
            ("public-body", _) => self
                .pick("organisme public, par son numéro ou son nom", "public body, by its number or name")
                .to_owned(),
            ("country", Language::Fr) => format!("client du pays {country}"),
            ("country", Language::En) => format!("customer in {country}"),
            ("sellers-law", Language::Fr) => {
                format!("pays {country} sans règle ici{NO_BREAK_SPACE}: loi du vendeur, à vérifier au contrat")
            }
            ("sellers-law", Language::En) => {
                format!("no rules here for {country}: the seller’s law, check the contract")
            }
            (_, _) => self
                .pick(
                    "professionnel en France, à défaut d’indication contraire",
                    "business in France, where nothing says otherwise",
                )
                .to_owned(),
        }
    }

    /// A customer of a setting that no ledger has.
    pub fn claims_customer_unknown(self, customer: &str) -> String {
        match self {
            Language::Fr => format!("Aucun client «{NO_BREAK_SPACE}{customer}{NO_BREAK_SPACE}» dans le dossier."),
            Language::En => format!("No customer “{customer}” in the dossier."),
        }
    }

    /// Items whose due day is an estimate.
    pub fn claims_estimated(self, items: u32) -> String {
        match (self, items) {
            (Language::Fr, 1) => "Une échéance est estimée : vérifiez-la avant de réclamer.".to_owned(),
            (Language::Fr, items) => {
                format!("{items} échéances sont estimées{NO_BREAK_SPACE}: vérifiez-les avant de réclamer.")
            }
            (Language::En, 1) => "One due day is an estimate: check it before claiming.".to_owned(),
            (Language::En, items) => format!("{items} due days are estimates: check them before claiming."),
        }
    }

    /// Items of which no interest is computed.
    pub fn claims_refused(self, items: u32) -> String {
        match (self, items) {
            (Language::Fr, 1) => "Une pièce sans calcul d’intérêts.".to_owned(),
            (Language::Fr, items) => format!("{items} pièces sans calcul d’intérêts."),
            (Language::En, 1) => "One item without a computation of interest.".to_owned(),
            (Language::En, items) => format!("{items} items without a computation of interest."),
        }
    }

    /// A limitation period by its code, with its law.
    pub fn limitation_rule(self, period: &str) -> &str {
        match period {
            "consumer" => self.pick(
                "2 ans contre un consommateur (C. conso. L218-2)",
                "2 years against a consumer (C. conso. L218-2)",
            ),
            "carriage" => self
                .pick("1 an, transport de marchandises (C. com. L133-6)", "1 year, carriage of goods (C. com. L133-6)"),
            "title" => self.pick("10 ans, titre exécutoire (CPCE L111-4)", "10 years, enforceable title (CPCE L111-4)"),
            "germany" => self.pick(
                "3 ans depuis la fin de l’année, Allemagne (BGB 195, 199)",
                "3 years from the end of the year, Germany (BGB 195, 199)",
            ),
            _ => self.pick(
                "5 ans entre professionnels (C. com. L110-4, C. civ. 2224)",
                "5 years between businesses (C. com. L110-4, C. civ. 2224)",
            ),
        }
    }

    /// An interruption and its day.
    pub fn limitation_event(self, event: &str, day: Day) -> String {
        let what = match event {
            "part-payment" => self.pick("règlement partiel", "part payment"),
            "acknowledgement" => self.pick("reconnaissance de dette", "acknowledgement of the debt"),
            "court-action" => self.pick("action en justice", "court action"),
            _ => self.pick("mesure d’exécution", "enforcement measure"),
        };
        format!("{what}, {}", self.day(day))
    }

    /// How near the end is, by its code.
    pub fn limitation_nearness(self, code: &str) -> String {
        match (code, self) {
            ("passed", _) => self.pick("dépassée", "passed").to_owned(),
            ("far", _) => self.pick("au-delà de 12 mois", "more than 12 months").to_owned(),
            (months, Language::Fr) => format!("moins de {months} mois"),
            ("1", Language::En) => "within 1 month".to_owned(),
            (months, Language::En) => format!("within {months} months"),
        }
    }

    /// Debts that are not in the calendar.
    pub fn limitation_unknown(self, count: u32, amount: &str) -> String {
        match self {
            Language::Fr => format!(
                "Hors calendrier, sans échéance ou d’un pays dont la loi n’est pas dite ici{NO_BREAK_SPACE}: {count} pièces, {amount}."
            ),
            Language::En => {
                format!(
                    "Not in the calendar, without due day or of a country whose law is not told here: items {count}, {amount}."
                )
            }
        }
    }
}
