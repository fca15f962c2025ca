//! Why entries are proposed to clear each other.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency};

impl Language {
    /// Why these debits and credits, and what would be left.
    pub fn match_reason(self, rule: &str, debits: usize, credits: usize, left: Amount, currency: Currency) -> String {
        let reason = match rule {
            "same-reference" => self.pick("Même numéro de pièce", "Same document number").to_owned(),
            "reference-within" => {
                self.pick("Le règlement cite le numéro de la facture", "The payment names the invoice").to_owned()
            }
            "exact-amount" => self.pick("Montant exact d’une facture", "Exact amount of one invoice").to_owned(),
            "all-open" => self
                .pick("Tout ce qui était ouvert ce jour-là, au centime", "All that was open on that day, to the cent")
                .to_owned(),
            "several-debits" => match self {
                Language::Fr => format!("Somme exacte de {debits} factures"),
                Language::En => format!("Exact sum of {debits} invoices"),
            },
            "several-credits" => match self {
                Language::Fr => format!("{credits} règlements font exactement la facture"),
                Language::En => format!("{credits} payments make exactly the invoice"),
            },
            _ => self
                .pick("Rien de plus précis : sur les plus anciennes", "Nothing more precise: on the oldest")
                .to_owned(),
        };
        if left.is_zero() {
            return format!("{reason}.");
        }
        let rest = self.money(left.abs(), currency);
        match (self, left.is_debit()) {
            (Language::Fr, true) => format!("{reason}{NO_BREAK_SPACE}; il resterait {rest} à payer."),
            (Language::Fr, false) => format!("{reason}{NO_BREAK_SPACE}; il resterait {rest} au crédit du client."),
            (Language::En, true) => format!("{reason}; {rest} would remain to be paid."),
            (Language::En, false) => format!("{reason}; {rest} would remain in the customer’s favour."),
        }
    }

    /// Accounts whose sums were not searched to the end.
    pub fn matches_given_up(self, customers: &str) -> String {
        match self {
            Language::Fr => format!(
                "Trop de combinaisons chez {customers}{NO_BREAK_SPACE}: la recherche de sommes y a été arrêtée avant la fin."
            ),
            Language::En => {
                format!("Too many combinations at {customers}: the search for sums was stopped before its end.")
            }
        }
    }

    /// A match that no entries of the dossier make.
    pub fn match_unknown(self, id: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le rapprochement «{NO_BREAK_SPACE}{id}{NO_BREAK_SPACE}» ne désigne pas de lignes ouvertes de ce dossier, ou une de ses lignes est déjà rapprochée."
            ),
            Language::En => {
                format!("The match “{id}” names no open lines of this dossier, or one of its lines is matched already.")
            }
        }
    }

    /// What to do about it.
    pub const fn match_advice(self) -> &'static str {
        self.pick(
            "Demandez à nouveau les propositions sur ces fichiers, puis approuvez-les.",
            "Ask for the proposals on these files again, then approve them.",
        )
    }
}
