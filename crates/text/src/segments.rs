//! Segments, their reasons, and the factors of risk, in words.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency};

/// Why a customer is in its segment.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// In insolvency proceedings.
    Insolvent,
    /// The files say so, in these words.
    Stated(&'a str),
    /// Among the largest.
    Turnover {
        /// 1 for the largest.
        rank: u32,
        /// Part of all sales, in ten-thousandths.
        share: i64,
        /// Of a whole year of sales; else of the invoices of the file.
        whole_year: bool,
    },
    /// Its SIREN is a public body's.
    PublicNumber,
    /// Its name is a public body's.
    PublicName(&'a str),
    /// A word of its name.
    Named(&'a str),
    /// Its score.
    Risk(u8),
    /// Its class of payer.
    Payer(&'a str),
    /// No other rule fits.
    Rest,
}

texts! {
    /// On the watch-list by choice.
    watched_pinned: "Suivi à votre demande", "Watched at your request";
}

impl Language {
    /// The name of a segment; one that a person made is shown as it is.
    pub fn segment_name(self, segment: &str) -> String {
        match segment {
            "key-accounts" => self.pick("Grands comptes", "Key accounts"),
            "large-and-public" => {
                self.pick("Grandes entreprises et organismes publics", "Large firms and public bodies")
            }
            "at-risk" => self.pick("Clients à risque", "At risk"),
            "low-risk" => self.pick("Clients peu risqués", "Low risk"),
            other => other,
        }
        .to_owned()
    }

    /// Why a customer is in its segment.
    pub fn segment_reason(self, reason: &Reason<'_>) -> String {
        let quoted = |words: &str| match self {
            Language::Fr => format!("«{NO_BREAK_SPACE}{words}{NO_BREAK_SPACE}»"),
            Language::En => format!("“{words}”"),
        };
        match (self, *reason) {
            (Language::Fr, Reason::Insolvent) => "Procédure collective signalée".to_owned(),
            (Language::En, Reason::Insolvent) => "Insolvency proceedings reported".to_owned(),
            (Language::Fr, Reason::Stated(words)) => format!("Le fichier le classe {}", quoted(words)),
            (Language::En, Reason::Stated(words)) => format!("The file says {}", quoted(words)),
            (_, Reason::Turnover { rank, share, whole_year }) => self.turnover_reason(rank, share, whole_year),
            (Language::Fr, Reason::PublicNumber) => {
                format!("SIREN d’un organisme public (il commence par{NO_BREAK_SPACE}1 ou{NO_BREAK_SPACE}2)")
            }
            (Language::En, Reason::PublicNumber) => "SIREN of a public body (it begins with 1 or 2)".to_owned(),
            (Language::Fr, Reason::PublicName(words)) => {
                format!("Nom d’organisme public{NO_BREAK_SPACE}: {}", quoted(words))
            }
            (Language::En, Reason::PublicName(words)) => format!("Name of a public body: {}", quoted(words)),
            (Language::Fr, Reason::Named(words)) => format!("Le nom contient {}", quoted(words)),
            (Language::En, Reason::Named(words)) => format!("The name has {}", quoted(words)),
            (Language::Fr, Reason::Risk(score)) => format!("Score de risque de {score} sur 100"),
            (Language::En, Reason::Risk(score)) => format!("Risk score of {score} out of 100"),
            (Language::Fr, Reason::Payer(class)) => format!("Payeur de classe {class}"),
            (Language::En, Reason::Payer(class)) => format!("Payer of class {class}"),
            (Language::Fr, Reason::Rest) => "Aucune autre règle ne le retient".to_owned(),
            (Language::En, Reason::Rest) => "No other rule takes it".to_owned(),
        }
    }

    fn turnover_reason(self, rank: u32, share: i64, whole_year: bool) -> String {
        let share = self.percent(share);
        match (self, whole_year) {
            (Language::Fr, true) => format!("Rang {rank} du chiffre d’affaires des douze derniers mois, {share}"),
            (Language::Fr, false) => format!("Rang {rank} des factures du fichier, {share}"),
            (Language::En, true) => format!("Rank {rank} of the last twelve months’ sales, {share}"),
            (Language::En, false) => format!("Rank {rank} of the invoices of the file, {share}"),
        }
    }

    /// The fact behind the points of a factor; nothing known says so.
    pub fn risk_factor(self, code: &str, fact: Option<i64>, currency: Currency) -> String {
        let Some(fact) = fact else { return self.risk_unknown(code).to_owned() };
        let money = || self.money(Amount::from_minor(fact), currency);
        let days = || self.number(fact);
        match (self, code) {
            (Language::Fr, "habit") => format!("Paie avec {} jours de retard en moyenne pondérée", days()),
            (Language::En, "habit") => format!("Pays {} days late, weighted by amount", days()),
            (Language::Fr, "oldest-overdue") => format!("Plus ancien échu{NO_BREAK_SPACE}: {} jours de retard", days()),
            (Language::En, "oldest-overdue") => format!("Oldest overdue item: {} days late", days()),
            (Language::Fr, "overdue-share") => format!("{} de ses dettes sont échues", self.percent(fact)),
            (Language::En, "overdue-share") => format!("{} of its debts are overdue", self.percent(fact)),
            (Language::Fr, "doubtful") => format!("{} au compte des clients douteux", money()),
            (Language::En, "doubtful") => format!("{} in the account of doubtful customers", money()),
            (_, "lengthening") => self.lengthening_fact(fact).to_owned(),
            (Language::Fr, "over-limit") => format!("{} au-delà de sa limite de crédit", money()),
            (Language::En, "over-limit") => format!("{} past its credit limit", money()),
            (_, "silence") if fact == 0 => {
                self.pick("Garde son rythme de paiement", "Keeps its rhythm of payment").to_owned()
            }
            (_, "silence") => self
                .pick("Silencieux au-delà de son rythme habituel", "Silent past its usual rhythm of payment")
                .to_owned(),
            _ => self.pick("Procédure collective", "Insolvency proceedings").to_owned(),
        }
    }

    fn lengthening_fact(self, fact: i64) -> &'static str {
        match fact {
            0 => self.pick("Paie aussi vite qu’avant", "Pays as fast as before"),
            1 => self.pick("Paie probablement plus tard qu’avant", "Probably pays later than before"),
            _ => self.pick("Paie plus tard qu’avant", "Pays later than before"),
        }
    }

    fn risk_unknown(self, code: &str) -> &'static str {
        match code {
            "habit" => self.pick(
                "Historique insuffisant : moins de trois règlements",
                "Insufficient history: fewer than three payments",
            ),
            "lengthening" => self
                .pick("Trop peu de règlements pour juger d’un allongement", "Too few payments to tell a lengthening"),
            "over-limit" => self.pick("Aucune limite de crédit connue", "No credit limit known"),
            _ => self.pick("Aucun règlement connu", "No payment known"),
        }
    }

    /// On the watch-list by its score.
    pub fn watched_score(self, score: u8) -> String {
        match self {
            Language::Fr => format!("Score de risque de {score} sur 100"),
            Language::En => format!("Risk score of {score} out of 100"),
        }
    }
}
