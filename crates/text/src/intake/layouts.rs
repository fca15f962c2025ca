//! Remarks on kinds of tables: balances that were aged before, kinds and states of documents, amounts in thousands.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Currency, Day};

impl Language {
    /// Amounts already aged whose day is unknown.
    pub fn set_aside_aged_day_unknown(self, at: &str) -> String {
        self.said(at, self.pick(
            "les montants sont déjà répartis par âge, mais rien ne dit à quelle date. La ligne est écartée. Donnez cette date.",
            "the amounts are already aged, but nothing says for which day. The row is set aside. Give that day.",
        ))
    }

    /// Amounts that were aged for a day.
    pub fn remark_already_aged(self, at: &str, day: Day, mixed: bool) -> String {
        let day = self.day(day);
        let mut text = match self {
            Language::Fr => format!(
                "les montants sont déjà répartis par âge au {day}, un par client et par tranche. Cette date est la seule possible{NO_BREAK_SPACE}; ni délais de paiement, ni chiffre d’affaires, ni relance par facture ne peuvent en être tirés."
            ),
            Language::En => format!(
                "the amounts are already aged on {day}, one per customer and bucket. No other day is possible; neither delays of payment, nor sales, nor letters by invoice can be drawn from them."
            ),
        };
        if mixed {
            text.push_str(self.first_column_mixed());
        }
        self.said(at, &text)
    }

    /// Balances of customers on a day, without ages.
    pub fn remark_balance_without_ages(self, at: &str, day: Day) -> String {
        let day = self.day(day);
        let text = match self {
            Language::Fr => format!(
                "les montants dus au {day}, sans âge ni date de pièce. Rien n’y est échu ni à échoir{NO_BREAK_SPACE}; ni retard, ni délai de paiement, ni relance ne peuvent en être tirés. Pour cela, donnez le grand livre ou les pièces non soldées."
            ),
            Language::En => format!(
                "the amounts due on {day}, without ages or days of documents. Nothing of it is late or not due; neither delays, nor times of payment, nor reminders can be drawn from it. For these, give the ledger or the open items."
            ),
        };
        self.said(at, &text)
    }

    const fn first_column_mixed(self) -> &'static str {
        self.pick(
            " La première tranche commence à 0 jour sans colonne « non échu » : elle compte comme non échue.",
            " The first bucket begins at day 0 and no column is headed not due: it counts as not due.",
        )
    }

    /// Amounts that were aged for a day, beside the items they are about.
    pub fn remark_aged_compared(self, at: &str, day: Day, mixed: bool) -> String {
        let day = self.day(day);
        let mut text = match self {
            Language::Fr => format!(
                "balance âgée au {day}, un montant par client et par tranche. Elle est comparée aux pièces des autres fichiers et ne s’y ajoute pas{NO_BREAK_SPACE}: les écarts sont au chapitre des constats."
            ),
            Language::En => format!(
                "aged balance of {day}, one amount per customer and bucket. It is compared with the items of the other files and adds nothing to them: the differences are among the findings."
            ),
        };
        if mixed {
            text.push_str(self.pick(
                " Sa première tranche commence à 0 jour : elle est comparée au non échu et à la première tranche réunis.",
                " Its first bucket begins at day 0: it is compared with what is not due and the first bucket together.",
            ));
        }
        self.said(at, &text)
    }

    /// Kinds of documents nobody here knows.
    pub fn remark_unknown_types(self, at: &str, seen: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "natures de pièce inconnues{NO_BREAK_SPACE}: {seen} ({rows} en tout). Elles sont lues selon leur signe, un débit comme une facture. Vérifiez-les."
            ),
            Language::En => format!(
                "unknown kinds of documents: {seen} ({rows} in all). They are read by their sign, a debit as an invoice. Check them."
            ),
        })
    }

    /// States of documents nobody here knows.
    pub fn remark_unknown_states(self, at: &str, seen: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "états inconnus{NO_BREAK_SPACE}: {seen} ({rows} en tout). Ces pièces sont comptées comme dues. Si un état dit payé, annulé ou abandonné, remplacez-le par ce mot, ou retirez ses lignes."
            ),
            Language::En => format!(
                "unknown states: {seen} ({rows} in all). These documents are counted as due. Where a state means paid, cancelled or written off, put that word in its place, or take its rows out."
            ),
        })
    }

    /// Balances that are not the sum of their ages.
    pub fn remark_ages_do_not_sum(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "le solde {seen} n’est pas la somme de ses tranches ({rows} en tout). Les tranches font foi. Vérifiez ces clients."
            ),
            Language::En => format!(
                "the balance {seen} is not the sum of its buckets ({rows} in all). The buckets are used. Check these customers."
            ),
        })
    }

    /// Only lists that complete receivables, and no receivables.
    pub const fn only_lists(self) -> &'static str {
        self.pick(
            "Ces fichiers ne donnent que des clients ou des règlements, aucune créance.",
            "These files give only customers or payments, no receivables.",
        )
    }

    /// What to do.
    pub const fn only_lists_advice(self) -> &'static str {
        self.pick(
            "Ajoutez le grand livre, les factures ou les postes ouverts des mêmes clients.",
            "Add the ledger, the invoices or the open items of the same customers.",
        )
    }

    /// The question of the day of a balance aged before.
    pub fn ask_aged_as_of(self, proposed: Option<Day>) -> String {
        match (self, proposed.map(|day| self.day(day))) {
            (Language::Fr, Some(day)) => format!(
                "La balance est celle d’une seule date, et le fichier ne dit pas sans équivoque laquelle{NO_BREAK_SPACE}; {day} en attendant. À quelle date la balance est-elle arrêtée\u{202F}?"
            ),
            (Language::Fr, None) => {
                "La balance est celle d’une seule date, mais le fichier ne dit pas laquelle. À quelle date la balance est-elle arrêtée\u{202F}?".to_owned()
            }
            (Language::En, Some(day)) => format!(
                "The balance holds for one day, and the file does not say for which day beyond doubt; {day} meanwhile. Which day was the balance struck?"
            ),
            (Language::En, None) => {
                "The balance holds for one day, but the file does not say for which day. Which day was the balance struck?".to_owned()
            }
        }
    }

    /// A balance of which no day is known: the question, with the file it is about.
    pub fn aged_day_unknown(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Dans {file}, rien ne dit pour quelle date la balance vaut. À quelle date la balance est-elle arrêtée\u{202F}?"
            ),
            Language::En => {
                format!("In {file}, nothing says for which day the balance holds. Which day was the balance struck?")
            }
        }
    }

    /// Amounts already aged and no day: what to do.
    pub const fn aged_day_advice(self) -> &'static str {
        self.pick(
            "Écrivez la date d’arrêté au-dessus des intitulés, ou donnez-la (agedAsOf, --aged-as-of).",
            "Write the day of the balance above the headings, or give it (agedAsOf, --aged-as-of).",
        )
    }

    /// Another day than the only possible one.
    pub fn aged_on_another_day(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!(
                "Les montants ont été répartis par âge au {day} dans le fichier{NO_BREAK_SPACE}: aucune autre date ne peut être calculée."
            ),
            Language::En => format!("The file’s amounts were aged on {day}: no other day can be computed."),
        }
    }

    /// What to do instead.
    pub fn aged_on_another_day_advice(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("Demandez le {day}, ou exportez les postes ouverts, pièce par pièce."),
            Language::En => format!("Ask for {day}, or export the open items, document by document."),
        }
    }

    /// Another day than the one proposed.
    pub fn aged_on_a_doubtful_day(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!(
                "Les montants sont ceux d’une seule date, que le fichier ne dit pas sans équivoque{NO_BREAK_SPACE}; {day} en attendant."
            ),
            Language::En => {
                format!("The amounts hold for one day, which the file does not tell beyond doubt; {day} meanwhile.")
            }
        }
    }

    /// What to do instead; `asked` is the day a person asked for.
    pub fn aged_on_a_doubtful_day_advice(self, day: Day, asked: Day) -> String {
        let option = format!("--aged-as-of {asked}");
        let (day, asked) = (self.day(day), self.day(asked));
        match self {
            Language::Fr => format!(
                "Si la balance est arrêtée au {asked}, dites-le ({option}, ou agedAsOf)\u{202F}; sinon demandez le {day}."
            ),
            Language::En => {
                format!("If the balance was struck on {asked}, say so ({option}, or agedAsOf); else ask for {day}.")
            }
        }
    }

    /// Limits that the file's columns do not have, or ages by invoice date.
    pub fn aged_otherwise(self, limits: &str) -> String {
        match self {
            Language::Fr => format!(
                "Les montants sont déjà répartis par âge d’échéance, avec les bornes {limits}{NO_BREAK_SPACE}: aucune autre répartition n’est possible."
            ),
            Language::En => {
                format!(
                    "The amounts are already aged by due date with the limits {limits}: no other columns are possible."
                )
            }
        }
    }

    /// What to do instead.
    pub fn aged_otherwise_advice(self, limits: &str) -> String {
        match self {
            Language::Fr => format!("Demandez ces bornes ({limits}) ou une partie d’entre elles, par date d’échéance."),
            Language::En => format!("Ask for these limits ({limits}) or some of them, by due date."),
        }
    }

    /// Two balances aged for different days.
    pub fn aged_on_two_days(self, first: Day, second: Day) -> String {
        let (first, second) = (self.day(first), self.day(second));
        match self {
            Language::Fr => format!(
                "Une balance est arrêtée au {first}, une autre au {second}{NO_BREAK_SPACE}: elles ne peuvent pas être additionnées."
            ),
            Language::En => {
                format!("One balance was struck on {first}, another on {second}: they cannot be added together.")
            }
        }
    }

    /// What to do instead.
    pub const fn aged_on_two_days_advice(self) -> &'static str {
        self.pick("Ouvrez-les l’une après l’autre.", "Open them one at a time.")
    }

    /// A balance aged before in a currency that no item is in.
    pub fn aged_other_currency(self, file: &str, currency: Currency) -> String {
        let file = self.quoted(file);
        match self {
            Language::Fr => format!(
                "{file} est une balance âgée en {currency}, et aucune pièce n’est en {currency}{NO_BREAK_SPACE}: il n’y a rien à quoi la comparer."
            ),
            Language::En => format!(
                "{file} is an aged balance in {currency}, and no item is in {currency}: there is nothing to compare it with."
            ),
        }
    }

    /// What to do instead.
    pub const fn aged_other_currency_advice(self) -> &'static str {
        self.pick(
            "Écrivez sa devise dans le titre ou dans l’en-tête d’une colonne, ou ouvrez-la seule.",
            "Write its currency in its title or in the heading of a column, or open it alone.",
        )
    }

    /// Amounts in thousands.
    pub fn amounts_in_thousands(self, file: &str, seen: &str) -> String {
        let seen = self.quoted(seen);
        match self {
            Language::Fr => {
                format!("{file}{NO_BREAK_SPACE}: {seen} dit que les montants sont en milliers ou en millions.")
            }
            Language::En => format!("{file}: {seen} says that amounts are in thousands or millions."),
        }
    }

    /// What to do instead.
    pub const fn amounts_in_thousands_advice(self) -> &'static str {
        self.pick(
            "Exportez les montants à l’unité, avec leurs centimes.",
            "Export the amounts in units, with their cents.",
        )
    }

    /// Several tables stand in a file too large to cut it into them; the row where the second one begins.
    pub fn several_tables(self, file: &str, row: u32) -> String {
        let row = self.number(i64::from(row));
        match self {
            Language::Fr => format!(
                "{file}{NO_BREAK_SPACE}: un autre tableau, sous ses propres intitulés, commence ligne {row}. Le fichier est trop gros pour être découpé ici."
            ),
            Language::En => format!(
                "{file}: another table, under headings of its own, begins in line {row}. The file is too large to be cut into its tables here."
            ),
        }
    }

    /// What to do instead.
    pub const fn several_tables_advice(self) -> &'static str {
        self.pick(
            "Coupez le fichier à cette ligne, ou exportez chaque tableau dans un fichier à part.",
            "Cut the file at that line, or export each table into a file of its own.",
        )
    }
}
