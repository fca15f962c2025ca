//! The parts of the score, and the words of the command line and of the page around them.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

texts! {
    title_quality: "Qualité des données", "Data quality";
    quality_lead: "Ce qui mérite un second regard avant d’écrire à quiconque. Rien n’est corrigé, fusionné ni retiré sans vous.", "What deserves a second look before writing to anybody. Nothing is corrected, merged or removed without you.";
    quality_score: "Score", "Score";
    quality_out_of: "sur 100", "out of 100";
    quality_points_lost: "Points perdus", "Points lost";
    quality_weight: "Poids", "Weight";
    quality_criterion: "Critère", "Criterion";
    quality_why: "Pourquoi", "Why";
    quality_findings: "Constats", "Findings";
    quality_no_finding: "Rien à signaler.", "Nothing to report.";
    quality_due_dates: "D’où viennent les échéances de l’encours", "Where the due dates of what is open come from";
    quality_origin: "Origine", "Origin";
    quality_share: "Part", "Share";
    quality_by_file: "Par fichier", "By file";
    quality_by_customer: "Par client", "By customer";
    quality_freshness_title: "Fraîcheur", "Freshness";
    quality_advice_label: "Que faire", "What to do";
    quality_seen: "Constaté", "Seen";
    quality_see_import: "Voir le contrôle d’import", "See the import control";
    quality_severity: "Gravité", "Severity";
    button_see_quality: "Qualité des données", "Data quality";
}

impl Language {
    /// What a criterion asks.
    pub fn quality_criterion_name(self, code: &str) -> &str {
        match code {
            "due-dates" => self.pick("Échéances propres à chaque pièce", "A due date of its own for each document"),
            "dates" => self.pick("Dates vraisemblables", "Dates that make sense"),
            "duplicate-items" => self.pick("Pièces sans double", "No document twice"),
            "duplicate-customers" => self.pick("Clients sans double", "No customer twice"),
            "reachable" => self.pick("Clients échus joignables", "Overdue customers within reach"),
            "identifiers" => self.pick("Coordonnées et identifiants justes", "Right contacts and identifiers"),
            "fresh" => self.pick("Fichier récent", "A recent file"),
            "lettering" => self.pick("Lettrages soldés", "Match groups that balance"),
            other => other,
        }
    }

    /// What a loss rests on: a part out of a whole, both already in words.
    pub fn quality_part(self, code: &str, part: &str, whole: &str) -> String {
        let words = match code {
            "due-dates" => self.pick(
                "{part} sur {whole} ouverts sans échéance propre (la moitié compte si elle est estimée)",
                "{part} of {whole} open without a due date of their own (half counts where it is estimated)",
            ),
            "dates" => self.pick(
                "{part} sur {whole} d’écritures aux dates douteuses",
                "{part} of {whole} in entries of doubtful dates",
            ),
            "duplicate-items" => self.pick("{part} sur {whole} facturés en double", "{part} of {whole} invoiced twice"),
            "duplicate-customers" => self.pick("{part} sur {whole} clients", "{part} of {whole} customers"),
            "reachable" => self.pick(
                "{part} échus sur {whole} chez des clients injoignables",
                "{part} overdue of {whole} with customers out of reach",
            ),
            "identifiers" => self.pick(
                "{part} sur {whole} clients avec une coordonnée fausse",
                "{part} of {whole} customers with a wrong contact or identifier",
            ),
            "fresh" => self
                .pick("{part} sur {whole} jours ouvrés au-delà de dix", "{part} of {whole} business days beyond ten"),
            _ => self.pick("{part} d’écart sur {whole} lettrés", "{part} of gaps in {whole} matched"),
        };
        words.replace("{part}", part).replace("{whole}", whole)
    }

    /// A loss as the sum it is: its weight, the share affected in thousandths, and by how much that share weighs.
    pub fn quality_sum(self, part: &str, weight: i64, permille: i64, gravity: i64) -> String {
        let share = self.tenths(permille * 1_000);
        let times = if gravity > 1 { format!(" × {gravity}") } else { String::new() };
        match self {
            Language::Fr => {
                format!("{part}{NO_BREAK_SPACE}: {weight} points × {share}{NO_BREAK_SPACE}%{times}, {weight} au plus.")
            }
            Language::En => format!("{part}: {weight} points × {share}%{times}, {weight} at most."),
        }
    }

    /// Where a due date comes from.
    pub fn due_date_origin(self, source: &str) -> &str {
        match source {
            "stated" => self.pick("Écrite dans le fichier", "Written in the file"),
            "terms" => self.pick("Conditions écrites", "Written terms"),
            "mode" => self.pick("Habitude du client", "The customer’s habit"),
            "default" => self.pick("Conditions par défaut", "Default terms"),
            "bucket" => self.pick("Tranche de la balance âgée", "Bucket of the aged balance"),
            "none" => self.pick("Aucune", "None"),
            other => other,
        }
    }

    /// How much a finding matters.
    pub fn quality_severity_name(self, severity: &str) -> &str {
        match severity {
            "high" => self.pick("Majeur", "High"),
            "medium" => self.pick("Moyen", "Medium"),
            "low" => self.pick("Mineur", "Low"),
            "info" => self.pick("Pour information", "For information"),
            other => other,
        }
    }

    /// A number of points given in tenths: `92,4`, `92.4`.
    pub fn points(self, tenths: i64) -> String {
        self.tenths(tenths * 1_000)
    }

    /// Rows shown of those found.
    pub fn quality_first_of(self, shown: usize, count: u32) -> String {
        if shown == count as usize {
            return self.quality_all_that_lose(count);
        }
        let count = self.number(count.into());
        match self {
            Language::Fr => format!("Les {shown} plus gros sur {count}."),
            Language::En => format!("The {shown} largest of {count}."),
        }
    }

    fn quality_all_that_lose(self, count: u32) -> String {
        let (one, many) = match self {
            Language::Fr => ("client perd", "clients perdent"),
            Language::En => ("customer loses", "customers lose"),
        };
        let words = self.plural(u64::from(count), one, many);
        format!("{} {words} {}.", self.number(count.into()), self.pick("des points", "points"))
    }

    /// Customers shown of those that lose points.
    pub fn quality_lowest_of(self, shown: usize, count: u32) -> String {
        let count = self.number(count.into());
        match self {
            Language::Fr => format!("Les {shown} scores les plus bas sur {count} clients qui perdent des points."),
            Language::En => format!("The {shown} lowest scores of {count} customers that lose points."),
        }
    }
}
