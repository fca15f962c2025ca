//! The words of reports and files taken out: names of sheets, headings, codes in plain words, control sentences and
//! definitions. A code nobody knows is shown as it is, never hidden.

mod archive;
mod definitions;
mod printed;
mod sections;

use crate::Language;
use values::{Amount, Currency, Day};

texts! {
    /// Sheet, and title, of the aged balance.
    report_aged_balance: "Balance âgée", "Aged balance";
    /// The balance told apart by something else than the customer.
    report_groups: "Regroupements", "Groups";
    /// Sheet of the open items.
    report_open_items: "Postes ouverts", "Open items";
    /// Sheet of the plan.
    report_plan: "Plan de relance", "Dunning plan";
    /// Sheet of the items no action covers.
    report_left_alone: "Non relancés", "Not contacted";
    /// Sheet of the findings.
    report_findings: "Constats", "Findings";
    /// Name of a finding.
    report_finding: "Constat", "Finding";
    /// What a finding says, or what its row shows.
    report_observation: "Ce qui est vu", "What is seen";
    /// What to do about it.
    report_to_do: "À faire", "To do";
    /// How many cases.
    report_cases: "Cas", "Cases";
    /// Sheet of the key figures.
    report_figures: "Chiffres clés", "Key figures";
    /// Sheet of the files read.
    report_import: "Lecture des fichiers", "Files read";
    /// Rows set aside, and the remarks on the reading: 31 characters at most, as a sheet bears it.
    report_set_aside: "Mises de côté et remarques", "Set aside and remarks";
    /// Sheet of the definitions.
    report_definitions: "Définitions", "Definitions";
    /// Title of the printable report.
    report_title: "Rapport du poste clients", "Receivables report";
    /// Totals of the files against those computed.
    report_control_totals: "Totaux de contrôle", "Control totals";
    report_set_aside_amount: "Montant écarté", "Amount set aside";
    report_books: "Solde en comptabilité (saisi)", "Balance of the books (typed)";
    report_books_difference: "Écart avec la comptabilité", "Difference with the books";
    report_reject_reason: "Raison de la mise à l’écart", "Why it was set aside";

    /// Heading: the day everything is computed for.
    report_as_of: "Date d’arrêté", "As of";
    /// Heading: customer identifier.
    report_customer_code: "Code client", "Customer ID";
    /// Heading: customer name.
    report_customer_name: "Nom du client", "Customer name";
    /// Heading: document number.
    report_document: "N° pièce", "Document No.";
    /// Heading: what a document is.
    report_kind: "Type", "Type";
    /// Heading: invoice date.
    report_invoice_day: "Date facture", "Invoice date";
    /// Heading: due date.
    report_due_day: "Échéance", "Due date";
    /// Heading: where the due date comes from.
    report_due_day_source: "Origine de l’échéance", "Origin of the due date";
    /// Heading: own amount of a document.
    report_amount: "Montant TTC", "Amount";
    /// Heading: what remains of it.
    report_residual: "Reste à payer", "Outstanding amount";
    /// Heading: currency.
    report_currency: "Devise", "Currency";
    /// Heading: days late.
    report_days_late: "Jours de retard", "Days overdue";
    /// Heading: status.
    report_status: "Statut", "Status";
    /// Heading: how much a remark matters.
    report_severity: "Gravité", "Severity";
    /// Heading: file.
    report_file: "Fichier", "File";
    /// Heading: sheet of a file.
    report_sheet: "Feuille", "Sheet";
    /// Heading: row of a file.
    report_row: "Ligne", "Row";
    /// Heading: column of a file.
    report_column: "Colonne", "Column";
    /// Heading: not due.
    report_not_due: "Non échu", "Not due";
    /// Heading: overdue where there are no limits.
    report_overdue_bucket: "Échu", "Overdue";
    /// Heading: without a due date.
    report_no_due_date: "Sans échéance", "No due date";
    /// Heading: credits not applied.
    report_unallocated: "Avoirs et règlements non affectés", "Unallocated credits";
    /// Heading: balance.
    report_balance: "Solde", "Balance";
    /// Heading: overdue part.
    report_overdue: "Dont échu", "Of which overdue";
    /// Heading: number of items.
    report_items: "Postes", "Items";
    /// Heading: days late of the oldest item.
    report_oldest: "Retard le plus ancien (jours)", "Oldest overdue (days)";
    /// Heading: day of a contact.
    report_day: "Date", "Date";
    /// Heading: step.
    report_step: "Étape", "Step";
    /// Heading: channel.
    report_channel: "Canal", "Channel";
    /// Heading: documents of an action.
    report_documents: "Pièces", "Documents";
    /// Heading: amount of an action.
    report_net_amount: "Montant net à régler", "Net amount to pay";
    /// Heading: why.
    report_why: "Pourquoi", "Why";
    /// Heading: until when.
    report_until: "Jusqu’au", "Until";
    /// Heading: stable code.
    report_code: "Code", "Code";
    /// Heading: segment.
    report_segment: "Segment", "Segment";
    /// Heading: scenario.
    report_scenario: "Scénario", "Scenario";
    /// Heading: identifier of an action.
    report_action: "Action", "Action";
    /// Heading: format of a file.
    report_format: "Format", "Format";
    /// Heading: how rows make a ledger.
    report_layout: "Disposition", "Layout";
    /// Heading: rows read.
    report_rows_read: "Lignes lues", "Rows read";
    /// Heading: rows imported.
    report_rows_imported: "importées", "imported";
    /// Heading: rows set aside.
    report_rows_set_aside: "mises de côté", "set aside";
    /// Heading: blank rows.
    report_rows_blank: "vides", "blank";
    /// Heading: titles and headings.
    report_rows_headings: "titres", "headings";
    /// Heading: totals.
    report_rows_totals: "totaux", "totals";
    /// Heading: SHA-256.
    report_sha256: "SHA-256", "SHA-256";
    /// Heading: what became of a row.
    report_outcome: "Suite", "Outcome";
    /// Outcome: set aside.
    report_outcome_set_aside: "mise de côté", "set aside";
    /// Outcome: a remark.
    report_outcome_remark: "remarque", "remark";
    /// Heading: what was seen.
    report_seen: "Valeur lue", "Value read";
    /// Heading: explanation.
    report_explanation: "Explication", "Explanation";
    /// Heading: total stated by the file.
    report_stated: "Total annoncé", "Total stated";
    /// Heading: total computed.
    report_computed: "Total calculé", "Total computed";
    /// Heading: whether they agree.
    report_agreement: "Accord", "Agreement";
    /// They agree.
    report_agrees: "oui", "yes";
    /// They do not.
    report_disagrees: "non", "no";
    /// Heading: figure.
    report_figure: "Indicateur", "Figure";
    /// Heading: value.
    report_value: "Valeur", "Value";
    /// Heading: term defined.
    report_term: "Terme", "Term";
    /// Heading: definition.
    report_definition: "Définition", "Definition";
    /// Label of a total that follows the filter of its table.
    report_total_shown: "Total des lignes affichées", "Total of the rows shown";
    /// Label of a total.
    report_total: "Total", "Total";
    /// Number of contacts.
    report_contacts: "Contacts", "Contacts";
    /// Cost of contacts, in euros by definition of a policy.
    report_cost: "Coût (EUR)", "Cost (EUR)";
    /// A table without rows.
    report_nothing: "Rien à signaler.", "Nothing to show.";
}

impl Language {
    /// Heading of a bucket of the aged balance. `first_day` is 1 where days count from the due date, else 0.
    pub fn report_bucket(self, limits: &[u32], position: usize, first_day: u32) -> String {
        let below = position.checked_sub(1).and_then(|before| limits.get(before));
        let from = below.map_or(first_day, |limit| limit + 1);
        match (self, limits.get(position), below) {
            (Language::Fr, Some(limit), _) => format!("{from} à {limit} jours"),
            (Language::En, Some(limit), _) => format!("{from} to {limit} days"),
            (Language::Fr, None, Some(limit)) => format!("Plus de {limit} jours"),
            (Language::En, None, Some(limit)) => format!("Over {limit} days"),
            (Language::Fr | Language::En, None, None) => self.report_overdue_bucket().to_owned(),
        }
    }

    /// What a document is, from its code.
    pub fn report_kind_of(self, code: &str) -> &str {
        match code {
            "invoice" => self.pick("Facture", "Invoice"),
            "credit-note" => self.pick("Avoir", "Credit note"),
            "payment" => self.pick("Règlement", "Payment"),
            "opening" => self.pick("Solde antérieur", "Opening balance"),
            "other" => self.pick("Autre", "Other"),
            unknown => unknown,
        }
    }

    /// Where a due date comes from, from its code.
    pub fn report_due_source_of(self, code: &str) -> &str {
        match code {
            "stated" => self.pick("écrite dans le fichier", "written in the file"),
            "terms" => self.pick("conditions de règlement", "payment terms"),
            "mode" => self.pick("conditions habituelles", "usual terms"),
            "default" => self.pick("conditions par défaut", "default terms"),
            "none" => self.pick("aucune", "none"),
            unknown => unknown,
        }
    }

    /// A status, from its code.
    pub fn report_status_of(self, code: &str) -> &str {
        match code {
            "disputed" => self.pick("litige", "disputed"),
            unknown => unknown,
        }
    }

    /// The title of the aged balance of a currency, on a day.
    pub fn report_aged_title(self, currency: Currency, as_of: Day) -> String {
        match self {
            Language::Fr => format!("Balance âgée au {} ({currency})", self.day(as_of)),
            Language::En => format!("Aged balance as of {} ({currency})", self.day(as_of)),
        }
    }

    /// A title and the day it holds for.
    pub fn report_titled(self, title: &str, as_of: Day) -> String {
        match self {
            Language::Fr => format!("{title} au {}", self.day(as_of)),
            Language::En => format!("{title} as of {}", self.day(as_of)),
        }
    }

    /// A title and how many rows it has.
    pub fn report_counted(self, title: &str, count: usize) -> String {
        format!("{title} ({})", self.number(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// By which date items are aged, with which limits, and where credits stand.
    pub fn report_scope(self, by_due_date: &str, limits: &[u32], credits: &str) -> String {
        let limits = limits.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Language::Fr => {
                format!("Ancienneté selon la {by_due_date}\u{202F}; tranches\u{A0}: {limits} jours\u{202F}; {credits}.")
            }
            Language::En => format!("Aged by {by_due_date}; limits: {limits} days; {credits}."),
        }
    }

    /// Days count from the due date.
    pub const fn report_by_due_date(self) -> &'static str {
        self.pick("date d’échéance", "due date")
    }

    /// Days count from the invoice date.
    pub const fn report_by_invoice_date(self) -> &'static str {
        self.pick("date de facture", "invoice date")
    }

    /// Whether the aged total is the ledger's balance.
    pub fn report_control(self, total: Amount, ledger: Amount, difference: Amount, currency: Currency) -> String {
        let (total, ledger) = (self.money(total, currency), self.money(ledger, currency));
        match (self, difference.is_zero()) {
            (Language::Fr, true) => {
                format!("Contrôle\u{A0}: total de la balance {total} = somme des écritures lues {ledger}.")
            }
            (Language::En, true) => format!("Check: aged total {total} = sum of the entries read {ledger}."),
            (Language::Fr, false) => format!(
                "ÉCART\u{A0}: total de la balance {total}, somme des écritures lues {ledger}, différence {}.",
                self.money(difference, currency)
            ),
            (Language::En, false) => format!(
                "DIFFERENCE: aged total {total}, sum of the entries read {ledger}, difference {}.",
                self.money(difference, currency)
            ),
        }
    }

    /// What became of the rows: the equation every import satisfies.
    #[allow(clippy::too_many_arguments)] // the six terms of one equation, in its order
    pub fn report_rows(self, read: u32, imported: u32, aside: u32, blank: u32, headings: u32, totals: u32) -> String {
        let n = |count: u32| self.number(i64::from(count));
        let sum = format!("{} + {} + {} + {} + {}", n(imported), n(aside), n(blank), n(headings), n(totals));
        match self {
            Language::Fr => {
                format!("{} lignes lues = {sum} (importées, mises de côté, vides, titres, totaux).", n(read))
            }
            Language::En => format!("{} rows read = {sum} (imported, set aside, blank, headings, totals).", n(read)),
        }
    }

    /// What computed the report.
    pub fn report_version(self, encours: &str, rules: &str, build: &str) -> String {
        match self {
            Language::Fr => {
                format!("Encours {encours}, règles {rules}, {build}. Calculé sur votre poste, rien n’est envoyé.")
            }
            Language::En => {
                format!("Encours {encours}, rules {rules}, {build}. Computed on your machine, nothing is sent.")
            }
        }
    }

    /// How many invisible characters were taken out of names.
    pub fn report_cleaned(self, count: usize) -> String {
        let count = count as u64;
        match self {
            Language::Fr => format!(
                "{count} {} des textes lus.",
                self.plural(
                    count,
                    "caractère invisible ou trompeur a été retiré",
                    "caractères invisibles ou trompeurs ont été retirés"
                )
            ),
            Language::En => format!(
                "{count} invisible or misleading {} taken out of the texts read.",
                self.plural(count, "character was", "characters were")
            ),
        }
    }

    /// How many rows a printed table leaves out.
    pub fn report_more_rows(self, count: usize) -> String {
        let count = count as u64;
        match self {
            Language::Fr => {
                format!("… et {count} {} dans le classeur.", self.plural(count, "autre ligne", "autres lignes"))
            }
            Language::En => format!("… and {count} more {} in the workbook.", self.plural(count, "row", "rows")),
        }
    }

    /// A table does not fit in a sheet.
    pub fn report_too_many_rows(self, sheet: &str, rows: usize, limit: u32) -> String {
        let (rows, limit) = (self.number(i64::try_from(rows).unwrap_or(i64::MAX)), self.number(i64::from(limit)));
        match self {
            Language::Fr => {
                format!("La feuille «\u{A0}{sheet}\u{A0}» aurait {rows} lignes\u{202F}; un classeur en admet {limit}.")
            }
            Language::En => format!("The sheet “{sheet}” would have {rows} rows; a workbook holds {limit}."),
        }
    }

    /// What to do then.
    pub const fn report_too_many_rows_advice(self) -> &'static str {
        self.pick("Prenez le fichier CSV, ou ouvrez moins de fichiers.", "Take the CSV file, or open fewer files.")
    }

    /// A file could not be written.
    pub fn report_not_written(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("Le fichier n’a pas pu être écrit ({detail})."),
            Language::En => format!("The file could not be written ({detail})."),
        }
    }

    /// What to do then.
    pub const fn report_not_written_advice(self) -> &'static str {
        self.pick(
            "Signalez cette anomalie en donnant la phrase ci-dessus.",
            "Please report this, quoting the sentence above.",
        )
    }
}
