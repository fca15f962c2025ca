//! How a file was understood: the reasons for a reading, and what only a person can decide.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};

impl Language {
    /// `«  texte  »` or `“text”`.
    pub fn quoted(self, text: &str) -> String {
        match self {
            Language::Fr => format!("«{NO_BREAK_SPACE}{text}{NO_BREAK_SPACE}»"),
            Language::En => format!("“{text}”"),
        }
    }

    /// The row of the headings.
    pub fn read_header_row(self, row: u32, known: u32) -> String {
        match self {
            Language::Fr if row == 0 => {
                format!("Aucun intitulé{NO_BREAK_SPACE}: {known} colonnes reconnues à leur contenu.")
            }
            Language::En if row == 0 => format!("No headings: {known} columns told by what they hold."),
            Language::Fr => format!("Intitulés en ligne {row}{NO_BREAK_SPACE}: {known} reconnus."),
            Language::En => format!("Headings in row {row}: {known} recognised."),
        }
    }

    /// A heading and the content under it.
    pub fn read_heading(self, header: &str, field: &str, content_percent: u32) -> String {
        let header = self.quoted(header);
        match self {
            Language::Fr => {
                format!(
                    "{header} se lit comme {field}{NO_BREAK_SPACE}: {content_percent}{NO_BREAK_SPACE}% du contenu le confirme."
                )
            }
            Language::En => format!("{header} is read as {field}: {content_percent}% of the content agrees."),
        }
    }

    /// Why a column means what it means: its heading, and the share of its content that agrees.
    pub fn reason_found(self, exact: bool, content_percent: u32) -> String {
        match (self, exact) {
            (Language::Fr, true) => {
                format!("titre connu{NARROW_SPACE}; {content_percent}{NO_BREAK_SPACE}% du contenu le confirme")
            }
            (Language::Fr, false) => format!(
                "titre proche d’un titre connu{NARROW_SPACE}; {content_percent}{NO_BREAK_SPACE}% du contenu le confirme"
            ),
            (Language::En, true) => format!("known heading; {content_percent}% of the content agrees"),
            (Language::En, false) => format!("heading close to a known one; {content_percent}% of the content agrees"),
        }
    }

    /// Why a column without content in its first rows means what it means.
    pub const fn reason_empty(self, exact: bool) -> &'static str {
        match (self, exact) {
            (Language::Fr, true) => "titre connu\u{202f}; rien dans les premières lignes",
            (Language::Fr, false) => "titre proche d’un titre connu\u{202f}; rien dans les premières lignes",
            (Language::En, true) => "known heading; nothing in the first rows",
            (Language::En, false) => "heading close to a known one; nothing in the first rows",
        }
    }

    /// Why a column means what it means: its heading of an age, or what it holds.
    pub const fn reason_told(self, ages: bool) -> &'static str {
        if ages {
            return self.pick("titre d’une tranche d’âge", "heading of an age band");
        }
        self.pick("déduit de ce que la colonne contient", "told by what the column holds")
    }

    /// Why a column means what it means: somebody said so.
    pub const fn reason_chosen(self) -> &'static str {
        self.pick("choisi à la main ou par le modèle de lecture", "chosen by hand or by the reading model")
    }

    /// The column that decided for the layout.
    pub fn read_layout(self, layout: &str, field: &str) -> String {
        match self {
            Language::Fr => format!("Disposition {layout}, à cause de la colonne {field}."),
            Language::En => format!("Layout {layout}, because of the column {field}."),
        }
    }

    /// How amounts are written.
    pub fn read_amounts(self, decimal: char, numbers: u32, dissent: u32) -> String {
        let decimal = self.quoted(&decimal.to_string());
        let mut text = match self {
            Language::Fr => format!("Décimales séparées par {decimal}, d’après {numbers} nombres"),
            Language::En => format!("Decimals after {decimal}, from {numbers} numbers"),
        };
        if dissent > 0 {
            text.push_str(&match self {
                Language::Fr => format!("{NO_BREAK_SPACE}; {dissent} autrement écrits seront écartés"),
                Language::En => format!("; {dissent} written otherwise will be set aside"),
            });
        }
        text + "."
    }

    /// The order of dates.
    pub fn read_dates(self, order: &str, proofs: u32, dissent: u32) -> String {
        let mut text = match self {
            Language::Fr => format!("Dates lues {order}, {proofs} ne se lisent qu’ainsi"),
            Language::En => format!("Dates read {order}, {proofs} can only be read so"),
        };
        if dissent > 0 {
            text.push_str(&match self {
                Language::Fr => format!("{NO_BREAK_SPACE}; {dissent} impossibles ainsi seront écartées"),
                Language::En => format!("; {dissent} impossible that way will be set aside"),
            });
        }
        text + "."
    }

    /// Only this order puts due dates after invoice dates.
    pub fn read_dates_by_due_day(self, order: &str, pairs: u32) -> String {
        match self {
            Language::Fr => format!(
                "Dates lues {order}{NO_BREAK_SPACE}: c’est ainsi que les échéances suivent les factures ({pairs} paires)."
            ),
            Language::En => format!("Dates read {order}: only so do due dates follow invoices ({pairs} pairs)."),
        }
    }

    /// A heading names the currency.
    pub fn read_currency(self, currency: &str, header: &str) -> String {
        let header = self.quoted(header);
        match self {
            Language::Fr => format!("Devise {currency}, nommée par {header}."),
            Language::En => format!("Currency {currency}, named by {header}."),
        }
    }

    /// Columns of amounts already aged.
    pub fn read_buckets_ignored(self, count: u32) -> String {
        match self {
            Language::Fr => {
                format!("{count} colonnes de tranches d’âge, non reprises{NO_BREAK_SPACE}: l’âge est recalculé.")
            }
            Language::En => format!("{count} columns of age buckets, not used: ages are computed again."),
        }
    }

    /// A whole ledger, of which only the customers' accounts are taken.
    pub fn read_whole_ledger(self, header: &str) -> String {
        let header = self.quoted(header);
        match self {
            Language::Fr => {
                format!("Comptabilité entière{NO_BREAK_SPACE}: seuls les comptes clients de {header} sont repris.")
            }
            Language::En => format!("A whole ledger: only the customers’ accounts of {header} are taken."),
        }
    }

    /// Amounts already aged by customer.
    pub const fn read_already_aged(self) -> &'static str {
        self.pick(
            "Montants déjà répartis par âge : un par client et par tranche.",
            "Amounts already aged: one per customer and bucket.",
        )
    }

    /// Balances without ages.
    pub const fn read_without_ages(self) -> &'static str {
        self.pick(
            "Soldes sans âge : un par client ou par pièce.",
            "Balances without ages: one per customer or document.",
        )
    }

    /// The order of dates in words.
    pub fn date_order(self, order: &str) -> &'static str {
        match order {
            "dmy" => self.pick("jour/mois/année", "day/month/year"),
            "mdy" => self.pick("mois/jour/année", "month/day/year"),
            "ymd" => self.pick("année-mois-jour", "year-month-day"),
            _ => self.pick("dates du tableur", "true dates"),
        }
    }

    /// A column writes its amounts otherwise than the table.
    pub fn read_column_amounts(self, header: &str, decimal: char) -> String {
        let (header, decimal) = (self.quoted(header), self.quoted(&decimal.to_string()));
        match self {
            Language::Fr => {
                format!("Dans {header}, décimales séparées par {decimal}, au contraire des autres colonnes.")
            }
            Language::En => format!("In {header}, decimals after {decimal}, unlike the other columns."),
        }
    }

    /// A column proves another order than the table's.
    pub fn read_column_dates(self, header: &str, order: &str, proofs: u32) -> String {
        let header = self.quoted(header);
        match self {
            Language::Fr => format!("Dates de {header} lues {order}{NO_BREAK_SPACE}: {proofs} ne se lisent qu’ainsi."),
            Language::En => format!("Dates of {header} read {order}: {proofs} can only be read so."),
        }
    }

    /// A column is read like its neighbour.
    pub fn read_dates_by_neighbour(self, header: &str, order: &str, neighbour: &str) -> String {
        let (header, neighbour) = (self.quoted(header), self.quoted(neighbour));
        match self {
            Language::Fr => {
                format!("Dates de {header} lues {order}, comme celles de {neighbour}, qui ne se lisent qu’ainsi.")
            }
            Language::En => {
                format!("Dates of {header} read {order}, like those of {neighbour}, which can only be read so.")
            }
        }
    }
}
