//! Words of the findings, of the late payments, of expected receipts, of segments and of a customer's history.

use crate::Language;
use values::Day;

texts! {
    as_of_compared: "date de la balance âgée du client", "day of the client’s aged balance";
    nav_findings: "Constats", "Findings";
    nav_receipts: "Encaissements", "Receipts";
    nav_segments: "Segments", "Segments";

    findings_lead: "Ce qui mérite un second regard, du plus grave au moins grave. Rien n’est corrigé\u{A0}: chaque constat montre ses lignes.", "What deserves a second look, gravest first. Nothing is corrected: every finding shows its rows.";
    findings_filter: "Gravité", "Severity";
    findings_all: "Tous", "All";
    findings_search: "Chercher un constat, un client, une pièce", "Search findings, customers, documents";
    findings_none_left: "Aucun constat ne répond à ce filtre.", "No finding answers this filter.";
    findings_none: "Aucun constat à cette date.", "No finding on this date.";
    failed_retry: "Réessayer", "Try again";

    late_lead: "Le tableau que demande le rapport de gestion, pour l’exercice de douze mois clos à la date d’arrêté.", "The table the French management report asks for, for the twelve months that end on the as-of date.";
    late_label_amounts: "Montants", "Amounts";
    late_with_vat: "TTC, comme au grand livre", "including VAT, as in the ledger";
    late_without_vat: "HT, au taux de TVA de", "excluding VAT, at a rate of";
    late_label_rate: "Taux de TVA en %", "VAT rate in %";
    late_label_turnover: "Chiffre d’affaires de l’exercice, sur la même base", "Turnover of the year, on the same basis";
    late_turnover_help: "Laissez vide pour celui du grand livre.", "Leave empty for that of the ledger.";
    late_turnover_wrong: "Ce montant ne se lit pas\u{A0}: écrivez par exemple 60 000,00.", "This amount cannot be read: write for example 60,000.00.";

    receipts_lead: "Ce que devraient rapporter les pièces ouvertes, semaine par semaine, d’après les délais que chaque client prend vraiment.", "What open items should bring in, week by week, from the delays each customer really takes.";
    receipts_cumulated: "Attendu cumulé", "Expected so far";
    receipts_error_week: "Erreur par semaine", "Error per week";
    receipts_error_total: "Erreur du total", "Error of the total";
    receipts_made_on: "Prévision du", "Forecast of";
    receipts_this_way: "Cette méthode", "This method";
    receipts_tests: "Essai sur le passé", "Tested on the past";
    receipts_apart: "Ce qui n’est pas réparti", "What is not dealt out";

    segments_lead: "Chaque client est dans un seul segment\u{A0}: la première règle qui convient l’emporte, et dit pourquoi.", "Every customer is in one segment: the first rule that fits wins, and says why.";
    segments_thresholds: "Seuils des règles", "Thresholds of the rules";
    segments_max: "Grands comptes au plus", "Key accounts at most";
    segments_share: "Part minimale du chiffre d’affaires de chacun, en %", "Least share of sales of each, in %";
    segments_cumulated: "Part qu’ils font ensemble, en %", "Share they make together, in %";
    segments_risk: "À risque à partir de, sur 100", "At risk from, of 100";
    segments_reset: "Seuils usuels", "Usual thresholds";
    segments_customers: "Clients par risque", "Customers by risk";
    segments_watch: "Liste de surveillance", "Watch-list";
    segments_watch_none: "Personne n’est sous surveillance à cette date.", "Nobody is watched on this date.";
    column_segment: "Segment", "Segment";
    column_score: "Score", "Score";
    column_turnover: "CA 12 mois", "Sales, 12 months";
    column_reason: "Pourquoi", "Why";

    watch_label: "Garder sous surveillance", "Keep on the watch-list";
    insolvency_label: "Procédure collective publiée au BODACC le", "Insolvency published on";
    insolvency_help: "Ce client passe à risque, et le dernier jour pour déclarer la créance s’affiche. Gardé le temps de cette page seulement.", "The customer goes to those at risk, and the last day to declare the claim is shown. Kept while this page is open only.";
    insolvency_clear: "Effacer", "Clear";

    title_activity: "Historique complet", "Full history";
    activity_lead: "Tout ce qui a mouvementé ce compte jusqu’à la date d’arrêté, réglé ou non, le plus récent d’abord.", "Everything that moved this account up to the as-of date, paid or not, latest first.";
    column_balance_after: "Solde après", "Balance after";
    column_cleared: "Soldée le", "Cleared on";
    column_match_letters: "Lettrage", "Letters";
    activity_none: "Aucun mouvement jusqu’à cette date.", "No movement up to this date.";
}

impl Language {
    /// Title of the findings.
    pub fn title_findings(self, as_of: Day) -> String {
        format!("{} {}", self.pick("Constats au", "Findings as of"), self.long_day(as_of))
    }

    /// Title of the expected receipts.
    pub fn title_receipts(self, as_of: Day) -> String {
        format!("{} {}", self.pick("Encaissements attendus après le", "Receipts expected after"), self.long_day(as_of))
    }

    /// Title of the segments.
    pub fn title_segments(self, as_of: Day) -> String {
        format!("{} {}", self.pick("Segments au", "Segments as of"), self.long_day(as_of))
    }

    /// A severity and how many findings have it.
    pub fn severity_counted(self, severity: &str, count: usize) -> String {
        format!("{} ({count})", self.quality_severity_name(severity))
    }

    /// Message of the chart of expected receipts.
    pub fn receipts_message(self, total: &str, on_due_date: &str) -> String {
        match self {
            Language::Fr => {
                format!("{total} attendus en treize semaines\u{A0}; {on_due_date} si tous payaient à l’échéance")
                    .replace(" ;", "\u{202F};")
            }
            Language::En => format!("{total} expected in thirteen weeks; {on_due_date} if everybody paid when due"),
        }
    }

    /// The last day to declare a claim.
    pub fn claim_until(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("Créance à déclarer au plus tard le {day}."),
            Language::En => format!("The claim must be declared by {day}."),
        }
    }

    /// Who came on the watch-list since a day, or left it.
    pub fn watched_count(self, count: usize) -> String {
        self.things(count as u64, ("client suivi", "clients suivis"), ("customer watched", "customers watched"))
    }

    /// How many findings are shown, of how many.
    pub fn findings_count(self, shown: usize, all: usize) -> String {
        let all = self.things(all as u64, ("constat", "constats"), ("finding", "findings"));
        match self {
            Language::Fr => format!("{shown} affichés sur {all}"),
            Language::En => format!("{shown} shown of {all}"),
        }
    }

    /// A day on an axis.
    pub fn axis_day(self, day: Day) -> String {
        match self {
            Language::Fr => format!("{:02}/{:02}", day.day_of_month(), day.month()),
            Language::En => format!("{} {}", day.day_of_month(), self.month_short(day.month())),
        }
    }
}
