//! The words of due days and of what it costs to get paid otherwise.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};
use values::Day;

texts! {
    /// Terms that refer to a date on the invoice.
    terms_date_on_invoice: "Ces conditions renvoient à la date écrite sur la facture : aucun délai à calculer.", "These terms refer to the date written on the invoice: there is no delay to compute.";
    /// What to do about it.
    terms_date_on_invoice_advice: "Reprenez cette date, par exemple « échéance 15/03/2026 ».", "Use that date, for example “due 15/03/2026”.";
    /// Heading of the shares of instalments.
    due_share: "Part", "Share";
    /// The remainder.
    due_remainder: "solde", "balance";
    /// Other readings.
    due_other_readings: "Autres lectures admises", "Other lawful readings";
    /// The early-payment discount.
    due_discount: "Escompte", "Discount";
    /// The longest lawful period.
    due_ceiling: "Plafond légal", "Legal ceiling";
    /// The cost of a factor.
    financing_factor: "Affacturage", "Factor";
    /// The cost of a bank.
    financing_bank: "Banque", "Bank";
    /// Simple yearly rate.
    financing_simple: "Taux annuel simple", "Simple yearly rate";
    /// Compounded yearly rate.
    financing_compound: "Taux annuel composé", "Compounded yearly rate";
    /// Simple yearly rate on 360 days.
    financing_simple_360: "Taux simple sur 360 jours", "Simple rate on 360 days";
    /// The discount that costs as much as the bank.
    financing_break_even: "Escompte qui coûte autant que la banque", "Discount that costs as much as the bank";
    /// Figures that are missing or out of range.
    financing_refused: "Il manque un chiffre, ou l’un d’eux ne convient pas.", "A figure is missing, or one does not fit.";
    /// What to give.
    financing_advice: "Affacturage : chiffre d’affaires. Banque : échu, taux et jours. Escompte : taux, jours pour en profiter, jours sans lui, plus nombreux.", "Factor: turnover. Bank: overdue, rate and days. Discount: percentage, days to take it, days without it, more of them.";
}

impl Language {
    /// Shares of instalments that do not make a whole.
    pub fn terms_shares(self, seen: &str) -> String {
        match self {
            Language::Fr => format!(
                "«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}»{NO_BREAK_SPACE}: les parts ne font pas un tout, ou rien n’est dit du solde."
            ),
            Language::En => format!("“{seen}”: the shares do not make a whole, or nothing is said of the balance."),
        }
    }

    /// The discount of terms and its last day.
    pub fn due_discount_text(self, percent: &str, last_day: Day) -> String {
        let (rate, day) = (self.rate(percent), self.day(last_day));
        match self {
            Language::Fr => format!("{rate} jusqu’au {day}"),
            Language::En => format!("{rate} until {day}"),
        }
    }

    /// The longest lawful period, and how far beyond it the due day is.
    pub fn ceiling_text(self, last: Day, over: u32) -> String {
        let last = self.day(last);
        match (self, over) {
            (Language::Fr, 0) => {
                format!("respecté{NO_BREAK_SPACE}: au plus tard le {last} entre professionnels (C. com. L441-10 I)")
            }
            (Language::En, 0) => format!("kept: {last} at the latest between French businesses (C. com. L441-10 I)"),
            (Language::Fr, over) => format!(
                "dépassé de {over}{NO_BREAK_SPACE}j après le {last} (C. com. L441-10 I){NARROW_SPACE}; certains secteurs et les clients étrangers ont d’autres règles"
            ),
            (Language::En, over) => format!(
                "passed by {over}{NO_BREAK_SPACE}d after {last} (C. com. L441-10 I); some trades and foreign customers have other rules"
            ),
        }
    }

    /// What a factor takes.
    pub fn factor_text(self, turnover: &str, percent: &str, cost: &str) -> String {
        format!("{turnover} × {} = {cost}", self.rate(percent))
    }

    /// What a bank takes.
    pub fn bank_text(self, overdue: &str, percent: &str, days: i32, cost: &str) -> String {
        format!("{overdue} × {} × {days} ÷ 365 = {cost}", self.rate(percent))
    }

    /// How the cost of a discount is computed.
    pub fn discount_cost_text(self, percent: &str, days: i32) -> String {
        let rate = self.rate(percent);
        match self {
            Language::Fr => format!("{rate} pour {days} jours gagnés{NO_BREAK_SPACE}: p ÷ (1 − p) × 365 ÷ {days}"),
            Language::En => format!("{rate} for {days} days gained: p ÷ (1 − p) × 365 ÷ {days}"),
        }
    }
}
