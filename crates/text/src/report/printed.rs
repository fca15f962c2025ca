//! The words of the printed report alone: its parts, what it rests on and does not know, the lines a person signs.

use crate::Language;
use values::Day;

texts! {
    /// The list of the parts.
    report_contents: "Sommaire", "Contents";
    /// Part: what was read, and how it is counted.
    report_sources: "Périmètre et sources", "Scope and sources";
    /// Fact: which day.
    report_fact_day: "Arrêté au", "As of";
    /// Fact: which currencies.
    report_fact_currencies: "Devises", "Currencies";
    /// Fact: which files.
    report_fact_files: "Fichiers", "Files";
    /// Fact: how recent.
    report_fact_freshness: "Fraîcheur", "Freshness";
    /// Fact: how it is counted.
    report_fact_scope: "Règles de calcul", "Rules of the count";
    /// Heading: how a figure was computed.
    report_computation: "Calcul", "Computation";
    /// Part: what the report rests on.
    report_limits: "Limites et hypothèses", "Limits and assumptions";
    /// Part: words.
    report_glossary_title: "Glossaire", "Glossary";
    /// What to do about a finding.
    report_advice: "À faire", "To do";
    /// The line of 80 % in a chart.
    report_eighty: "80\u{A0}% de l’encours", "80% of the balance";
    /// Part: cost of the plan.
    report_plan_cost: "Plan de relance et coût", "Dunning plan and cost";

    /// Part: signature.
    report_signature: "Signature", "Signature";
    /// What is signed.
    report_signed_for: "Rapport relu et approuvé par\u{A0}:", "Report read and approved by:";
    /// Line to fill: place.
    report_sign_place: "Fait à", "Place";
    /// Line to fill: date.
    report_sign_date: "Le", "Date";
    /// Line to fill: name and function.
    report_sign_name: "Nom et fonction", "Name and function";
    /// Line to fill: signature.
    report_sign_here: "Signature", "Signature";

    /// Limit: what no file holds is unknown.
    report_limit_files: "Le rapport dit ce que disent les fichiers lus\u{202F}; ce qu’ils ne contiennent pas n’est pas connu.", "The report says what the files read say; what they do not hold is not known.";
    /// Limit: VAT.
    report_limit_vat: "Les montants sont ceux des écritures, taxes comprises.", "Amounts are those of the entries, taxes included.";
    /// Limit: credits in charts.
    report_limit_charts: "Les graphiques montrent les créances\u{202F}; les avoirs et règlements non affectés figurent dans les tableaux.", "Charts show debits; unallocated credits stand in the tables.";
    /// Limit: plan.
    report_limit_plan: "Le plan applique la politique choisie\u{202F}; rien n’est envoyé, et les coûts sont ceux qu’elle indique.", "The plan applies the policy chosen; nothing is sent, and costs are those it states.";
    /// Limit: sales unknown.
    report_limit_sales: "Ventes inconnues\u{A0}: les délais qui s’y rapportent (DSO) ne sont pas calculés.", "Sales unknown: the figures that rest on them (DSO) are not computed.";
    /// Limit: order of dates assumed.
    report_limit_dates: "l’ordre jour/mois des dates est supposé", "the order of day and month in dates is assumed";
    /// Limit: form of amounts assumed.
    report_limit_amounts: "la forme des montants est supposée", "the form of amounts is assumed";
    /// Limit: day of an aged balance assumed.
    report_limit_aged: "la date de la balance lue est supposée", "the day of the aged balance read is assumed";
    /// Limit: questions.
    report_limit_question: "Question restée ouverte", "Question still open";
}

impl Language {
    /// The running title of every page.
    pub fn report_page(self) -> &'static str {
        self.pick("Page", "Page")
    }

    /// How many items have a due date no file states, by origin.
    pub fn report_limit_due_days(self, origins: &[(&str, usize)], all: usize) -> String {
        let number = |count: usize| self.number(i64::try_from(count).unwrap_or(i64::MAX));
        let said: Vec<String> = origins
            .iter()
            .map(|(code, count)| format!("{} ({})", self.report_due_source_of(code), number(*count)))
            .collect();
        let count = origins.iter().map(|(_, count)| count).sum::<usize>();
        match self {
            Language::Fr => format!(
                "{} {} sur {} sans échéance écrite dans les fichiers\u{A0}: {}.",
                number(count),
                self.plural(count as u64, "poste ouvert", "postes ouverts"),
                number(all),
                said.join(", ")
            ),
            Language::En => format!(
                "{} open {} of {} without a due date in the files: {}.",
                number(count),
                self.plural(count as u64, "item", "items"),
                number(all),
                said.join(", ")
            ),
        }
    }

    /// What was assumed of a file.
    pub fn report_limit_assumed(self, file: &str, what: &str) -> String {
        match self {
            Language::Fr => format!("{file}\u{A0}: {what}."),
            Language::En => format!("{file}: {what}."),
        }
    }

    /// Rows a printed table shows at most.
    pub fn report_limit_rows(self, most: usize) -> String {
        match self {
            Language::Fr => format!(
                "Un tableau imprimé s’arrête à {most} lignes et dit combien il en manque\u{202F}; le classeur les a toutes."
            ),
            Language::En => {
                format!(
                    "A printed table stops at {most} rows and says how many are missing; the workbook has them all."
                )
            }
        }
    }

    /// A key figure of the first page: contacts to make.
    pub fn report_contacts_to_make(self, day: Day) -> String {
        match self {
            Language::Fr => format!("Relances prévues à partir du {}", self.day(day)),
            Language::En => format!("Contacts planned from {}", self.day(day)),
        }
    }
}
