//! Words of the dashboard, of the ways to age and of the matches proposed.

use crate::Language;
use crate::format::{MINUS, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

texts! {
    nav_dashboard: "Tableau de bord", "Dashboard";
    nav_matches: "Rapprochements", "Matches";

    label_months: "Période", "Period";
    label_month_of_as_of: "Mois d’arrêté", "As-of month";
    chart_table: "Voir le tableau", "See the table";
    chart_day: "Date", "Date";
    chart_too_short: "L’historique du fichier est trop court pour tracer cette courbe.", "The file’s history is too short to draw this line.";
    chart_dso_count_back: "DSO par épuisement", "DSO by count-back";
    chart_share: "Part", "Share";
    chart_cumulative: "Part cumulée", "Cumulative share";
    chart_class: "Classe", "Class";
    chart_cleared: "Soldé", "Cleared";
    chart_whole: "Montant de départ", "Starting amount";
    chart_roll_rate: "Glissement", "Roll rate";
    title_evolution: "Évolution et concentration", "Evolution and concentration";
    title_roll_rates: "Ce qui glisse vers la tranche suivante en un mois", "What rolls into the next bucket within a month";
    title_other_figures: "Autres indicateurs", "Other figures";
    title_strata: "Pièces ouvertes par taille", "Open items by size";
    title_punctuality: "Règlements par ponctualité", "Payments by punctuality";
    column_figure: "Indicateur", "Figure";
    column_how: "Comment c’est calculé", "How it is computed";
    column_from_amount: "À partir de", "From";
    column_count: "Nombre", "Count";
    punctuality_on_time: "À l’heure", "On time";
    punctuality_late: "1 à 30 jours de retard", "1 to 30 days late";
    punctuality_very_late: "Plus de 30 jours de retard", "Over 30 days late";

    label_credits: "Crédits non imputés", "Credits not applied";
    credits_apart: "à part, dans leur colonne", "apart, in their own column";
    credits_own_line: "dans la tranche de leur date", "in the bucket of their own date";
    credits_oldest_first: "imputés sur les débits les plus anciens", "against the oldest debits";
    credits_same_reference: "imputés sur les débits de même référence", "against debits of the same reference";
    label_by: "Une ligne par", "One row per";
    by_customer: "client", "customer";
    by_segment: "segment", "segment";
    by_salesperson: "commercial", "salesperson";
    by_group: "groupe", "group";
    by_country: "pays", "country";
    by_city: "ville", "town";
    by_account_class: "nature de compte", "class of accounts";
    by_invoice_month: "mois de facture", "invoice month";
    by_due_day_source: "origine de l’échéance", "origin of the due date";
    button_to_come: "Détailler le non échu", "Detail what is not due";
    label_presets: "Découpages usuels", "Usual limits";

    title_conduct: "Comment ce client paie", "How this customer pays";
    title_risk: "Segment et risque", "Segment and risk";
    title_evidence: "Les paiements qui le montrent", "The payments that show it";
    column_factor: "Facteur", "Factor";
    column_points: "Points", "Points";
    column_points_most: "Sur", "Of";
    column_paid_day: "Réglée le", "Paid on";
    conduct_unknown: "Aucun règlement daté de ce client dans les fichiers\u{a0}: ses habitudes ne sont pas connues.", "No dated payment of this customer in the files: its habits are not known.";
    conduct_open: "ouverte", "open";
    conduct_recent: "récent", "recent";

    title_matches: "Rapprochements proposés", "Proposed matches";
    matches_lead: "Ce que le lettrage ne solde pas, et ce qui pourrait le solder. Rien n’est appliqué sans votre accord, et tout s’annule.", "What no letters clear, and what could clear it. Nothing is applied before you agree, and everything can be undone.";
    matches_none: "Aucun rapprochement à proposer à cette date.", "No match to propose on this date.";
    matches_undo: "Annuler la dernière approbation", "Undo the last approval";
    match_approve: "Approuver", "Approve";
    match_clears: "Solderait", "Would clear";
    match_debits: "Dû", "Owed";
    match_credits: "Reçu", "Received";
}

impl Language {
    /// Title of the dashboard.
    pub fn title_dashboard(self, as_of: Day) -> String {
        format!("{} {}", self.pick("Tableau de bord au", "Dashboard as of"), self.long_day(as_of))
    }

    /// A number of months: `12 mois`.
    pub fn months(self, months: u32) -> String {
        format!("{months}{NO_BREAK_SPACE}{}", self.pick("mois", "months"))
    }

    /// A month on an axis: `09/26`, `Sep 26`.
    pub fn axis_month(self, day: Day) -> String {
        let year = day.year().rem_euclid(100);
        match self {
            Language::Fr => format!("{:02}/{year:02}", day.month()),
            Language::En => format!("{} {year:02}", self.month_short(day.month())),
        }
    }

    /// An amount on an axis, in units, thousands or millions: `450 k€`.
    pub fn axis_money(self, amount: Amount, currency: Currency) -> String {
        let units = amount.minor().unsigned_abs() / 10_u64.pow(currency.decimals());
        let (divisor, letter) = match units {
            0..1_000 => (1, ""),
            1_000..1_000_000 => (1_000, "k"),
            _ => (1_000_000, "M"),
        };
        let tenths = units * 10 / divisor;
        let rest =
            if tenths.is_multiple_of(10) { String::new() } else { format!("{}{}", self.decimal_mark(), tenths % 10) };
        let sign = if amount.is_credit() { MINUS.to_string() } else { String::new() };
        let figure = format!("{sign}{}{rest}", self.number(i64::try_from(tenths / 10).unwrap_or(i64::MAX)));
        let euro = if self == Language::Fr && currency == Currency::EUR { "€" } else { "" };
        match (letter, euro) {
            ("", "") => figure,
            _ => format!("{figure}{NO_BREAK_SPACE}{letter}{euro}"),
        }
    }

    /// A figure on the first and on the last day of a chart.
    pub fn chart_from_to(self, name: &str, first: (&str, Day), last: (&str, Day)) -> String {
        let colon = self.pick("\u{a0}:", ":");
        let at = self.pick("au", "on");
        format!("{name}{colon} {} {at} {}, {} {at} {}", first.0, self.day(first.1), last.0, self.day(last.1))
    }

    /// How many customers make how much of the balances.
    pub fn chart_concentration(self, customers: u32, share: &str) -> String {
        let customers = self.count_customers(customers);
        match self {
            Language::Fr => format!("{customers} font {share} des soldes débiteurs"),
            Language::En => format!("{customers} make {share} of the debit balances"),
        }
    }

    /// From one bucket to the next.
    pub fn chart_rolls(self, from: &str, to: &str) -> String {
        format!("{from} → {to}")
    }

    /// The customers of a class.
    pub fn class_named(self, class: &str) -> String {
        format!("{} {class}", self.pick("Classe", "Class"))
    }

    /// What is still to run: `à venir 0–30 j`.
    pub fn to_come(self, first: u32, last: Option<u32>) -> String {
        let bucket = self.bucket(first, last);
        format!("{} {bucket}", self.pick("dans", "in"))
    }

    /// How the outstanding is made up.
    pub fn how_outstanding(self, debits: Amount, credits: Amount, outstanding: Amount, currency: Currency) -> String {
        let [debits, credits, outstanding] =
            [debits, credits.abs(), outstanding].map(|amount| self.money(amount, currency));
        format!(
            "{} {debits} {MINUS} {} {credits} = {outstanding}.",
            self.pick("Débits ouverts", "Open debits"),
            self.pick("crédits", "credits"),
        )
    }

    /// How the lines of the balance are made, above the table and on paper.
    pub fn balance_made(self, basis: &str, credits: &str, by: &str) -> String {
        match self {
            Language::Fr => {
                format!("Âge compté depuis {basis}\u{202f}; crédits non imputés {credits}\u{202f}; une ligne par {by}.")
            }
            Language::En => format!("Age counted from {basis}; credits not applied {credits}; one row per {by}."),
        }
    }

    /// A key figure by its name in the contract.
    pub fn figure_named(self, figure: &str) -> &'static str {
        match figure {
            "overdueShare" => self.pick("Part échue", "Overdue share"),
            "overdueAge" => self.cli_overdue_age(),
            "daysLate" => self.pick("Retard de paiement, pondéré", "Days late, weighted"),
            "daysToPay" => self.pick("Délai de paiement, pondéré", "Days to pay, weighted"),
            "concentration.hhi" => self.pick("Indice de concentration (HHI)", "Concentration index (HHI)"),
            "dso.simple" => self.tile_dso(),
            "dso.countBack" => self.chart_dso_count_back(),
            "dso.salesWeighted" => self.cli_dso_sales_weighted(),
            "dso.bestPossible" => self.cli_dso_best(),
            "dso.averageDaysDelinquent" => self.cli_days_delinquent(),
            _ => self.cli_collection_effectiveness(),
        }
    }

    /// A customer's segment, score of 100 and class of payer.
    pub fn risk_stated(self, segment: &str, score: u8, confidence: u8, class: Option<&str>) -> String {
        let class = class.map(|class| format!(" · {} {class}", self.pick("payeur de classe", "payer of class")));
        let class = class.unwrap_or_default();
        match self {
            Language::Fr => format!(
                "{segment} · risque {score} sur 100, d’après {} des facteurs{class}",
                self.whole_percent(confidence.into())
            ),
            Language::En => format!(
                "{segment} · risk {score} of 100, from {} of the factors{class}",
                self.whole_percent(confidence.into())
            ),
        }
    }

    /// The sure proposals, all at once.
    pub fn matches_approve_sure(self, count: usize, score: u8) -> String {
        let count = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            Language::Fr => format!("Approuver les sûrs ({count}, indice ≥ {score})"),
            Language::En => format!("Approve the sure ones ({count}, score ≥ {score})"),
        }
    }

    /// How many matches stand approved.
    pub fn matches_approved(self, count: usize) -> String {
        self.count(
            count as u64,
            ("rapprochement approuvé", "match approved"),
            ("rapprochements approuvés", "matches approved"),
        )
    }

    /// How sure a proposal is.
    pub fn match_score(self, score: u8) -> String {
        format!("{} {score}", self.pick("indice", "score"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_on_an_axis_are_short() {
        let axis = |minor| Language::Fr.axis_money(Amount::from_minor(minor), Currency::EUR);
        assert_eq!(axis(0), "0\u{a0}€");
        assert_eq!(axis(45_000_000), "450\u{a0}k€");
        assert_eq!(axis(150_000), "1,5\u{a0}k€");
        assert_eq!(axis(-250_000_000), "−2,5\u{a0}M€");
        assert_eq!(Language::En.axis_money(Amount::from_minor(250_000_000), Currency::EUR), "2.5\u{a0}M");
    }

    #[test]
    fn months_on_an_axis_are_short() {
        let day = Day::new(2026, 9, 30).unwrap();
        assert_eq!(Language::Fr.axis_month(day), "09/26");
        assert_eq!(Language::En.axis_month(day), "Sep 26");
    }
}
