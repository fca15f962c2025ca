//! Refusals of the engine that do not come from reading a file.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

/// What the headings of a file do not give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Whose a row is.
    pub customer: bool,
    /// The day of a row.
    pub day: bool,
    /// What a row adds.
    pub amount: bool,
}

impl Language {
    /// Bucket limits that make no sense.
    pub fn limits_refused(self, seen: &str) -> String {
        match self {
            Language::Fr => format!(
                "Les tranches «{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» ne sont pas des nombres de jours croissants."
            ),
            Language::En => format!("The bucket limits “{seen}” are not rising numbers of days."),
        }
    }

    /// What to do about bucket limits.
    pub const fn limits_advice(self) -> &'static str {
        self.pick(
            "Indiquez de 1 à 12 nombres croissants, par exemple 30, 60, 90.",
            "Give 1 to 12 rising numbers, for example 30, 60, 90.",
        )
    }

    /// A day before the files begin.
    pub fn before_the_files(self, day: Day, first: Day) -> String {
        let (day, first) = (self.day(day), self.day(first));
        match self {
            Language::Fr => {
                format!("Les fichiers commencent le {first}{NO_BREAK_SPACE}: rien n’y dit ce qui était dû le {day}.")
            }
            Language::En => format!("The files begin on {first}: nothing in them tells what was owed on {day}."),
        }
    }

    /// What to do about it.
    pub const fn before_the_files_advice(self) -> &'static str {
        self.pick(
            "Choisissez une date d’arrêté plus tardive, ou ajoutez le grand livre de l’exercice précédent.",
            "Choose a later as-of day, or add the ledger of the year before.",
        )
    }

    /// A list of open items that goes on after the day.
    pub fn open_items_extracted_after(self, day: Day, last: Day) -> String {
        let (day, last) = (self.day(day), self.day(last));
        match self {
            Language::Fr => format!(
                "Ces fichiers n’énumèrent que ce qui restait ouvert à leur extraction, le {last} au plus tôt{NO_BREAK_SPACE}: ce qui a été réglé depuis le {day} y manque."
            ),
            Language::En => format!(
                "These files list only what was still open when they were extracted, on {last} at the earliest: what was paid since {day} is missing."
            ),
        }
    }

    /// Open items whose age rests on an estimated due day.
    pub fn ages_estimated(self, items: u32, amount: Amount, currency: Currency) -> String {
        let amount = self.money(amount, currency);
        let items = self.count(
            u64::from(items),
            ("pièce ouverte n’a pas d’échéance écrite", "open item has no due date written"),
            ("pièces ouvertes n’ont pas d’échéance écrite", "open items have no due date written"),
        );
        match self {
            Language::Fr => {
                format!("{items} ({amount}){NO_BREAK_SPACE}: l’âge en est compté d’après le délai habituel du client.")
            }
            Language::En => format!("{items} ({amount}): its age is counted from the terms the customer usually has."),
        }
    }

    /// Entries that the balance of a day leaves out.
    pub fn entries_after(self, day: Day, amount: Amount, currency: Currency) -> String {
        let (day, amount) = (self.day(day), self.money(amount, currency));
        match self {
            Language::Fr => format!("Les écritures d’après le {day} ({amount}) ne comptent pas dans cette balance."),
            Language::En => format!("Entries after {day} ({amount}) do not count in this balance."),
        }
    }

    /// Opening balances without detail near the start of the books.
    pub fn opening_without_detail(self, amount: Amount, currency: Currency, first: Day, sure: Day) -> String {
        let (amount, first, sure) = (self.money(amount, currency), self.day(first), self.day(sure));
        match self {
            Language::Fr => format!(
                "{amount} d’à-nouveaux au {first} n’ont ni détail ni échéance{NO_BREAK_SPACE}: leur âge est inconnu. Arrêtez la balance après le {sure}, ou ajoutez l’exercice précédent."
            ),
            Language::En => format!(
                "{amount} of opening balances on {first} have neither detail nor due date: their age is unknown. Strike the balance after {sure}, or add the year before."
            ),
        }
    }

    /// A tolerance that is none.
    pub const fn tolerance_refused(self) -> &'static str {
        self.pick("La tolérance va de 0 à 1 000 centimes.", "The tolerance goes from 0 to 1,000 cents.")
    }

    /// What to do about it.
    pub const fn tolerance_advice(self) -> &'static str {
        self.pick(
            "Indiquez-la en centimes (5 pour 0,05) ; un écart plus grand est à expliquer, pas à tolérer.",
            "Give it in cents (5 for 0.05); a larger difference is to be explained, not tolerated.",
        )
    }

    /// Residues within the tolerance.
    pub fn tolerated(self, count: u32, amount: Amount, currency: Currency) -> String {
        let (count, amount) = (self.number(count.into()), self.money(amount, currency));
        match self {
            Language::Fr => {
                format!("Écarts de règlement tolérés, hors des colonnes{NO_BREAK_SPACE}: {count}, {amount}.")
            }
            Language::En => format!("Residues of settlements tolerated, in no column: {count}, {amount}."),
        }
    }

    /// Months of a series.
    pub const fn months_refused(self) -> &'static str {
        self.pick("Le nombre de mois va de 1 à 60.", "The number of months goes from 1 to 60.")
    }

    /// A currency the dossier does not hold.
    pub fn currency_absent(self, code: &str) -> String {
        match self {
            Language::Fr => format!("Aucune écriture en {code} dans ce dossier."),
            Language::En => format!("This dossier has no entry in {code}."),
        }
    }

    /// What to do about a currency that is absent: the ones there are.
    pub fn currency_advice(self, present: &str) -> String {
        match self {
            Language::Fr => format!("Devises présentes{NO_BREAK_SPACE}: {present}."),
            Language::En => format!("Currencies present: {present}."),
        }
    }

    /// A window of sales out of range.
    pub const fn days_refused(self) -> &'static str {
        self.pick(
            "La période des ventes doit compter de 1 à 3 660 jours.",
            "The window of sales must be 1 to 3,660 days.",
        )
    }

    /// A horizon out of range.
    pub const fn horizon_refused(self) -> &'static str {
        self.pick("La période planifiée doit compter de 0 à 366 jours.", "The days planned must be 0 to 366.")
    }

    /// Thresholds of segments out of range.
    pub const fn thresholds_refused(self) -> &'static str {
        self.pick(
            "Les seuils des segments vont de 0 à 1 000 grands comptes, de 0 à 100 % du chiffre d’affaires et de 1 à 100 points de risque.",
            "Thresholds of segments run from 0 to 1,000 key accounts, from 0 to 100% of sales and from 1 to 100 points of risk.",
        )
    }

    /// What to do about a number out of range.
    pub const fn range_advice(self) -> &'static str {
        self.pick("Choisissez un nombre dans cet intervalle.", "Choose a number in that range.")
    }

    /// A file kind this release does not write.
    pub fn kind_not_available(self, kind: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «{NO_BREAK_SPACE}{kind}{NO_BREAK_SPACE}» ne fait pas partie de ceux que cette version écrit."
            ),
            Language::En => format!("“{kind}” is not among the files this version writes."),
        }
    }

    /// The file kinds there are.
    pub fn kind_advice(self, kinds: &str) -> String {
        match self {
            Language::Fr => format!("Fichiers possibles{NO_BREAK_SPACE}: {kinds}."),
            Language::En => format!("Files possible: {kinds}."),
        }
    }

    /// Words that are no payment terms.
    pub fn terms_refused(self, seen: &str) -> String {
        match self {
            Language::Fr => {
                format!("«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» ne se lit pas comme des conditions de règlement.")
            }
            Language::En => format!("“{seen}” cannot be read as payment terms."),
        }
    }

    /// What payment terms look like.
    pub const fn terms_advice(self) -> &'static str {
        self.pick(
            "Écrivez par exemple «\u{A0}30 jours\u{A0}», «\u{A0}45 jours fin de mois\u{A0}» ou «\u{A0}60 jours fin de mois le 10\u{A0}».",
            "Write for example “30 days”, “45 days end of month” or “60 days end of month the 10”.",
        )
    }

    /// A file none of whose tables makes sense as receivables.
    pub fn nothing_recognised(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "{file}{NO_BREAK_SPACE}: aucune table de créances reconnue (il faut au moins un client, une date et un montant)."
            ),
            Language::En => {
                format!("{file}: no table of receivables was recognised (a customer, a date and an amount are needed).")
            }
        }
    }

    /// The same where a row looks like headings: what it gives and what is missing.
    pub fn headings_lack(self, file: &str, row: u32, headings: &[String], missing: Missing) -> String {
        let quoted: Vec<String> = headings.iter().map(|heading| self.quoted(heading)).collect();
        let quoted = quoted.join(", ");
        let lacks = match (self, self.missing_columns(missing)) {
            (Language::Fr, None) => {
                "Leur contenu ne confirme ni grand livre, ni postes ouverts, ni balance âgée.".to_owned()
            }
            (Language::En, None) => {
                "Their contents confirm neither a ledger, nor open items, nor an aged balance.".to_owned()
            }
            (Language::Fr, Some(lacks)) => format!("Il manque {lacks}."),
            (Language::En, Some(lacks)) => format!("Missing: {lacks}."),
        };
        match self {
            Language::Fr => format!(
                "{file}{NO_BREAK_SPACE}: aucune table de créances reconnue. Intitulés lus ligne {row}{NO_BREAK_SPACE}: {quoted}. {lacks}"
            ),
            Language::En => {
                format!("{file}: no table of receivables was recognised. Headings read in row {row}: {quoted}. {lacks}")
            }
        }
    }

    fn missing_columns(self, missing: Missing) -> Option<String> {
        let columns = [
            (missing.customer, self.pick("le client", "the customer")),
            (missing.day, self.pick("une date", "a date")),
            (missing.amount, self.pick("un montant", "an amount")),
        ];
        let lacking: Vec<&str> = columns.iter().filter(|(lacks, _)| *lacks).map(|(_, name)| *name).collect();
        (!lacking.is_empty()).then(|| lacking.join(self.pick(" et ", " and ")))
    }

    /// What to do about it.
    pub const fn headings_lack_advice(self) -> &'static str {
        self.pick(
            "Ajoutez la colonne qui manque, ou donnez-lui un intitulé courant (Client, Date, Échéance, Montant, Restant dû), puis déposez le fichier à nouveau.",
            "Add the column that is missing, or give it a common heading (Customer, Date, Due date, Amount, Outstanding), then drop the file again.",
        )
    }

    /// What to do about it.
    pub const fn nothing_recognised_advice(self) -> &'static str {
        self.pick(
            "Vérifiez que la première ligne du tableau porte les intitulés des colonnes, puis déposez le fichier à nouveau.",
            "Check that the table has a row of column headings, then drop the file again.",
        )
    }

    /// A file with headings and not one usable row.
    pub fn no_usable_row(self, file: &str, set_aside: u32, first: Option<&str>) -> String {
        let count = self.number(set_aside.into());
        let first = first.unwrap_or_default();
        let why = match self {
            _ if first.is_empty() => String::new(),
            Language::Fr => format!(" La première{NO_BREAK_SPACE}: {first}"),
            Language::En => format!(" The first one: {first}"),
        };
        match (self, set_aside) {
            (Language::Fr, 0) => {
                format!("{file}{NO_BREAK_SPACE}: les intitulés sont là, mais aucune ligne ne les suit.")
            }
            (Language::En, 0) => format!("{file}: the headings are there, but no row follows them."),
            (Language::Fr, 1) => format!("{file}{NO_BREAK_SPACE}: la seule ligne a été écartée.{why}"),
            (Language::En, 1) => format!("{file}: the only row was set aside.{why}"),
            (Language::Fr, _) => format!(
                "{file}{NO_BREAK_SPACE}: les {count} lignes ont toutes été écartées, aucune ne donne d’écriture.{why}"
            ),
            (Language::En, _) => format!("{file}: all {count} rows were set aside, none makes an entry.{why}"),
        }
    }

    /// What to do about it.
    pub const fn set_aside_whole_advice(self) -> &'static str {
        self.pick(
            "Corrigez-en la cause, ou ouvrez l’export des comptes clients, puis déposez le fichier à nouveau.",
            "Correct the cause, or open the export of customers’ accounts, then drop the file again.",
        )
    }

    /// What to do about a file without a row.
    pub const fn no_usable_row_advice(self) -> &'static str {
        self.pick(
            "Exportez à nouveau le fichier avec ses lignes, puis déposez-le.",
            "Export the file again with its rows, then drop it.",
        )
    }

    /// A mapping given by the person that cannot apply.
    pub fn mapping_refused(self, file: &str, detail: &str) -> String {
        match self {
            Language::Fr => format!("{file}{NO_BREAK_SPACE}: cette façon de lire ne convient pas ({detail})."),
            Language::En => format!("{file}: this way of reading does not fit ({detail})."),
        }
    }

    /// A mapping without a column that its kind of table needs, any of these.
    pub fn mapping_lacks(self, keys: &[&str]) -> String {
        let fields: Vec<&str> = keys.iter().map(|key| self.field(key)).collect();
        let fields = fields.join(self.pick(" ou ", " or "));
        match self {
            Language::Fr => format!("aucune colonne n’est lue comme {fields}"),
            Language::En => format!("no column is read as {fields}"),
        }
    }

    /// What to do about it.
    pub const fn mapping_advice(self) -> &'static str {
        self.pick(
            "Corrigez-la, ou laissez la lecture automatique.",
            "Correct it, or leave it to the automatic reading.",
        )
    }

    /// Amounts whose sum cannot be exact.
    pub fn total_too_large(self, currency: &str) -> String {
        match self {
            Language::Fr => format!(
                "La somme des montants en {currency} dépasse 90 000 milliards{NO_BREAK_SPACE}: aucun total exact n’est possible."
            ),
            Language::En => {
                format!("The amounts in {currency} add up to more than 90 trillion: no exact total is possible.")
            }
        }
    }

    /// What to do about it.
    pub const fn total_too_large_advice(self) -> &'static str {
        self.pick(
            "Vérifiez le format des nombres, ou découpez le fichier.",
            "Check the number format, or split the file.",
        )
    }

    /// What to do about it.
    pub const fn nothing_open_advice(self) -> &'static str {
        self.pick("Déposez d’abord un fichier.", "Drop a file first.")
    }

    /// A source row that is not in the dossier.
    pub fn row_absent(self, file: &str, row: u32) -> String {
        match self {
            Language::Fr => format!("La ligne {row} de {file} n’est pas dans ce dossier."),
            Language::En => format!("Row {row} of {file} is not in this dossier."),
        }
    }

    /// A message the engine cannot read.
    pub fn request_unreadable(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("Demande illisible{NO_BREAK_SPACE}: {detail}."),
            Language::En => format!("The request cannot be read: {detail}."),
        }
    }

    /// What to do about it.
    pub const fn request_unreadable_advice(self) -> &'static str {
        self.pick("Vérifiez les noms et les types des champs.", "Check the names and types of the fields.")
    }
}

impl Language {
    /// The browser no longer hands over a file.
    pub fn file_gone(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("Le navigateur n’a pas pu lire le fichier choisi ({detail})."),
            Language::En => format!("The browser could not read the chosen file ({detail})."),
        }
    }

    /// What to do about it.
    pub const fn file_gone_advice(self) -> &'static str {
        self.pick(
            "Vérifiez qu’il est toujours à sa place, puis déposez-le à nouveau.",
            "Check that it is still in place, then drop it again.",
        )
    }
}

impl Language {
    /// An order of open items that does not exist.
    pub fn sort_refused(self, seen: &str) -> String {
        match self {
            Language::Fr => format!("«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» n’est pas un ordre de tri."),
            Language::En => format!("“{seen}” is not a sort order."),
        }
    }

    /// The orders there are.
    pub const fn sort_advice(self) -> &'static str {
        self.pick(
            "Choisissez customer, due-day, residual ou days-late, précédé de «\u{A0}-\u{A0}» pour l’ordre décroissant.",
            "Choose customer, due-day, residual or days-late, with “-” before it for descending order.",
        )
    }

    /// More files than a dossier holds.
    pub const fn too_many_files(self) -> &'static str {
        self.pick("Un dossier compte au plus 65 535 fichiers.", "A dossier holds at most 65,535 files.")
    }

    /// What to do about it.
    pub const fn too_many_files_advice(self) -> &'static str {
        self.pick("Déposez moins de fichiers à la fois.", "Drop fewer files at a time.")
    }

    /// The row equation of a file does not hold.
    pub fn rows_unaccounted(self, file: &str) -> String {
        match self {
            Language::Fr => {
                format!("{file}{NO_BREAK_SPACE}: toutes les lignes n’ont pas pu être comptées, l’import est arrêté.")
            }
            Language::En => format!("{file}: not every row could be accounted for, so the import was stopped."),
        }
    }

    /// What to do about it.
    pub const fn rows_unaccounted_advice(self) -> &'static str {
        self.pick(
            "Enregistrez le fichier en CSV ou en XLSX, puis déposez-le à nouveau.",
            "Save the file as CSV or XLSX, then drop it again.",
        )
    }

    /// An action that the plan does not hold.
    pub fn action_unknown(self, id: &str) -> String {
        let id = self.quoted(id);
        match self {
            Language::Fr => format!("Le plan n’a pas d’action {id} à cette date."),
            Language::En => format!("The plan has no action {id} on that day."),
        }
    }

    /// What to do about it.
    pub const fn action_unknown_advice(self) -> &'static str {
        self.pick("Reprenez les identifiants du plan de cette date.", "Take the identifiers of the plan of that day.")
    }
}
