//! The words of the sections of a report: controls, charts and their tables, limits, the lines a person signs.

use crate::Language;
use values::Currency;

texts! {
    /// Section and sheet of the controls.
    report_controls: "Contrôles", "Controls";
    /// Heading: what is compared.
    report_control_name: "Contrôle", "Control";
    /// Heading: one side of a control.
    report_control_left: "Constaté", "Found";
    /// Heading: the other side.
    report_control_right: "Attendu", "Expected";
    /// Heading: their difference.
    report_control_difference: "Écart", "Difference";
    /// Heading: whether a control holds.
    report_control_result: "Résultat", "Result";
    /// A control that holds.
    report_control_holds: "conforme", "holds";
    /// One that does not.
    report_control_fails: "ÉCART", "DIFFERENCE";
    /// Control: every row read has an outcome.
    report_control_rows: "Lignes lues = importées + mises de côté + vides + titres + totaux", "Rows read = imported + set aside + blank + headings + totals";
    /// Control: no question about the files is open.
    report_control_questions: "Questions restées ouvertes sur les fichiers", "Questions about the files still open";
    /// Sheet of charts.
    report_charts: "Graphiques", "Charts";
    /// Title of a chart.
    report_by_age: "Structure par ancienneté", "Structure by age";
    /// Title of a chart.
    report_evolution: "Évolution de fin de mois en fin de mois", "Evolution from month end to month end";
    /// Title of a chart.
    report_concentration: "Les plus gros encours et leur part cumulée", "The largest balances and their cumulative share";
    /// The balance told customer by customer.
    report_by_customer: "Par client", "By customer";
    /// What a figure is counted in.
    unit_days: "jours", "days";
    /// Heading: age of money.
    report_age: "Ancienneté", "Age";
    /// Heading: its part of a whole.
    report_share: "Part", "Share";
    /// Heading: part of this one and all larger ones.
    report_cumulative: "Part cumulée", "Cumulative share";
    /// Heading: day of a balance.
    report_month_end: "Au", "On";
}

impl Language {
    /// Control: the aged balance against the ledger's entries, added up apart.
    pub fn report_control_foots(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!("Total de la balance âgée = somme des écritures ({currency})"),
            Language::En => format!("Total of the aged balance = sum of the entries ({currency})"),
        }
    }

    /// Control: the total line against its customers.
    pub fn report_control_lines(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!("Total de la balance âgée = somme des clients ({currency})"),
            Language::En => format!("Total of the aged balance = sum of the customers ({currency})"),
        }
    }

    /// Control: the items listed against the aged balance.
    pub fn report_control_items(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!("Somme des postes ouverts = total de la balance âgée ({currency})"),
            Language::En => format!("Sum of the open items = total of the aged balance ({currency})"),
        }
    }

    /// Control: the total a file states against what was read of it.
    pub fn report_control_stated(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!("Total lu = total écrit dans les fichiers ({currency})"),
            Language::En => format!("Total read = total written in the files ({currency})"),
        }
    }

    /// Control: the total that one of several files states against what was read of it.
    pub fn report_control_stated_by(self, file: &str, sheet: Option<&str>, currency: Currency) -> String {
        let file = self.place_in_file(file, sheet, None, None);
        match self {
            Language::Fr => format!("Total lu = total écrit dans {file} ({currency})"),
            Language::En => format!("Total read = total written in {file} ({currency})"),
        }
    }

    /// Control: the balance of the books, typed by a person, against what was read.
    pub fn report_control_books(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!("Total lu = solde en comptabilité saisi ({currency})"),
            Language::En => format!("Total read = balance of the books as typed ({currency})"),
        }
    }

    /// How many controls hold.
    pub fn report_controls_passed(self, passed: usize, all: usize) -> String {
        match self {
            Language::Fr => format!("contrôles {passed}/{all}"),
            Language::En => format!("controls {passed}/{all}"),
        }
    }

    /// A title and the currency it is about.
    pub fn report_in(self, title: &str, currency: Currency) -> String {
        format!("{title} ({currency})")
    }

    /// How many customers have a sheet of their own.
    pub fn report_customer_sheets(self, count: usize, all: usize) -> String {
        let [count, all] = [count, all].map(|number| self.number(i64::try_from(number).unwrap_or(i64::MAX)));
        match self {
            Language::Fr => {
                format!("Clients ayant leur propre feuille, à la suite\u{A0}: {count} sur {all}, les plus gros soldes.")
            }
            Language::En => {
                format!("Customers with a sheet of their own, hereafter: {count} of {all}, the largest balances.")
            }
        }
    }
}
