//! Sentences of the page that carry values: counts with their plurals, dates, amounts.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

impl Language {
    pub(crate) fn count(self, count: u64, one: (&str, &str), many: (&str, &str)) -> String {
        let number = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        let word = self.plural(count, self.pick(one.0, one.1), self.pick(many.0, many.1));
        format!("{number}{NO_BREAK_SPACE}{word}")
    }

    /// `12 pièces`.
    pub fn count_items(self, count: u32) -> String {
        self.count(u64::from(count), ("pièce ouverte", "open item"), ("pièces ouvertes", "open items"))
    }

    /// `12 pièces`.
    pub fn count_documents(self, count: usize) -> String {
        self.count(count as u64, ("pièce", "item"), ("pièces", "items"))
    }

    /// `3 pièces + 1 à échoir`: those whose sum is asked for, and those only announced.
    pub fn count_claimed(self, claimed: usize, announced: usize) -> String {
        let claimed = self.count_documents(claimed);
        if announced == 0 {
            return claimed;
        }
        format!("{claimed} + {announced}{NO_BREAK_SPACE}{}", self.pick("à échoir", "not due yet"))
    }

    /// `12 clients`.
    pub fn count_customers(self, count: u32) -> String {
        self.count(u64::from(count), ("client", "customer"), ("clients", "customers"))
    }

    /// `12 en retard`.
    pub fn count_overdue_customers(self, count: u32) -> String {
        let number = self.number(i64::from(count));
        format!("{}{NO_BREAK_SPACE}{}", self.pick("dont", "of which"), self.pick_late(&number))
    }

    fn pick_late(self, number: &str) -> String {
        match self {
            Language::Fr => format!("{number} en retard"),
            Language::En => format!("{number} late"),
        }
    }

    /// `12 actions`.
    pub fn count_actions(self, count: usize) -> String {
        self.count(count as u64, ("action", "action"), ("actions", "actions"))
    }

    /// `12 projets`.
    pub fn count_drafts(self, count: usize) -> String {
        self.count(count as u64, ("projet à relire", "draft to review"), ("projets à relire", "drafts to review"))
    }

    /// `2 points à vérifier`.
    pub fn count_to_check(self, count: usize) -> String {
        self.count(count as u64, ("point à vérifier", "point to check"), ("points à vérifier", "points to check"))
    }

    /// `21 appels`.
    pub fn channel_count(self, channel: &str, count: u32) -> String {
        let plural = matches!(self.plural(u64::from(count), "", "s"), "s");
        let word = match (self, channel) {
            (Language::Fr, "SMS" | "interne") | (Language::En, "SMS" | "internal") => channel.to_owned(),
            (Language::Fr, "courrier recommandé") if plural => "courriers recommandés".to_owned(),
            _ if plural => format!("{channel}s"),
            _ => channel.to_owned(),
        };
        format!("{}{NO_BREAK_SPACE}{word}", self.number(i64::from(count)))
    }

    /// Every row of a file, accounted for. Parts that are zero are left out, but for the rows set aside.
    pub fn row_equation(
        self,
        read: u32,
        imported: u32,
        set_aside: u32,
        blank: u32,
        headings: u32,
        totals: u32,
    ) -> String {
        let count = |count: u32, one, many| self.count(u64::from(count), one, many);
        let mut parts = vec![
            count(imported, ("importée", "imported"), ("importées", "imported")),
            count(set_aside, ("écartée", "set aside"), ("écartées", "set aside")),
        ];
        let others = [
            (blank, ("vide", "blank"), ("vides", "blank")),
            (headings, ("titre", "heading"), ("titres", "headings")),
            (totals, ("total", "total"), ("totaux", "totals")),
        ];
        parts.extend(others.into_iter().filter(|(rows, ..)| *rows > 0).map(|(rows, one, many)| count(rows, one, many)));
        let read = count(read, ("ligne lue", "row read"), ("lignes lues", "rows read"));
        format!("{read} = {}", parts.join(" + "))
    }

    /// Entries, customers and period of a ledger.
    pub fn import_summary(self, entries: u32, customers: u32, period: Option<(Day, Day)>) -> String {
        let entries = self.count(u64::from(entries), ("écriture", "entry"), ("écritures", "entries"));
        let customers = self.count_customers(customers);
        match (self, period) {
            (_, None) => format!("{entries}, {customers}."),
            (Language::Fr, Some((first, last))) => {
                format!("{entries}, {customers}, du {} au {}.", self.day(first), self.day(last))
            }
            (Language::En, Some((first, last))) => {
                format!("{entries}, {customers}, from {} to {}.", self.day(first), self.day(last))
            }
        }
    }

    /// A total written in the file against the one computed.
    pub fn control_total(
        self,
        stated: Option<Amount>,
        computed: Amount,
        ok: Option<bool>,
        currency: Currency,
    ) -> String {
        let total = self.money(computed, currency);
        match (self, stated, ok) {
            (Language::Fr, Some(_), Some(true)) => {
                format!("Total importé\u{a0}: {total}, égal au total écrit dans le fichier.")
            }
            (Language::En, Some(_), Some(true)) => {
                format!("Total imported: {total}, equal to the total written in the file.")
            }
            (Language::Fr, Some(stated), _) => format!(
                "Total importé\u{a0}: {total}\u{202f}; total écrit dans le fichier\u{a0}: {}\u{202f}; écart {}.",
                self.money(stated, currency),
                self.money(computed - stated, currency)
            ),
            (Language::En, Some(stated), _) => format!(
                "Total imported: {total}; total written in the file: {}; difference {}.",
                self.money(stated, currency),
                self.money(computed - stated, currency)
            ),
            (Language::Fr, None, _) => {
                format!("Total importé\u{a0}: {total}\u{202f}; le fichier n’écrit pas de total à comparer.")
            }
            (Language::En, None, _) => format!("Total imported: {total}; the file states no total to compare."),
        }
    }

    /// Some files write their total, and not all: each is compared in its own card.
    pub fn control_total_by_file(self, computed: Amount, currency: Currency) -> String {
        let total = self.money(computed, currency);
        match self {
            Language::Fr => format!(
                "Total importé\u{a0}: {total}. Tous les fichiers n’écrivent pas leur total\u{202f}: ceux qui l’écrivent sont comparés un par un, plus bas."
            ),
            Language::En => format!(
                "Total imported: {total}. Not all the files write their total: those that do are compared one by one, below."
            ),
        }
    }

    /// The short control of the foot of the page.
    pub fn control_ok(self, balance: Amount, currency: Currency) -> String {
        format!("{} = {}", self.money(balance, currency), self.pick("écritures lues", "entries read"))
    }

    /// The short control, failing.
    pub fn control_difference(self, difference: Amount, currency: Currency) -> String {
        format!(
            "{} {}",
            self.pick("Écart avec les écritures lues\u{a0}:", "Difference with the entries read:"),
            self.money(difference, currency)
        )
    }

    /// The control under the table.
    pub fn footing_ok(self, balance: Amount, currency: Currency) -> String {
        let balance = self.money(balance, currency);
        match self {
            Language::Fr => format!(
                "Contrôle\u{a0}: total des tranches = total des clients = somme des écritures lues = {balance}, écart nul."
            ),
            Language::En => {
                format!(
                    "Control: total of buckets = total of customers = sum of the entries read = {balance}, no difference."
                )
            }
        }
    }

    /// The control under the table, failing.
    pub fn footing_wrong(self, total: Amount, ledger: Amount, difference: Amount, currency: Currency) -> String {
        let [total, ledger, difference] = [total, ledger, difference].map(|amount| self.money(amount, currency));
        match self {
            Language::Fr => format!(
                "Contrôle\u{a0}: la balance totalise {total} et les écritures lues {ledger}, écart {difference}. Ne vous servez pas de ces chiffres avant de l’avoir expliqué."
            ),
            Language::En => format!(
                "Control: the balance totals {total} and the entries read {ledger}, difference {difference}. Do not use these figures before it is explained."
            ),
        }
    }

    /// The count of requests in the head of the page.
    pub fn lock_badge(self, count: u32) -> String {
        self.count(u64::from(count), ("requête", "request"), ("requêtes", "requests"))
    }

    /// The count of requests on the privacy screen.
    pub fn requests_since(self, count: u32) -> &'static str {
        self.plural(
            u64::from(count),
            self.pick("requête depuis que la page est complète", "request since the page was complete"),
            self.pick("requêtes depuis que la page est complète", "requests since the page was complete"),
        )
    }

    /// The reader trapped.
    pub fn reader_stopped(self, files: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le lecteur s’est arrêté sur «\u{a0}{files}\u{a0}». Ce qui était ouvert est intact. Enregistrez-en une copie depuis le logiciel d’origine, ou au format CSV, puis ouvrez-la."
            ),
            Language::En => format!(
                "The reader stopped on “{files}”. What was open is intact. Save a copy from the original program, or as CSV, then open it."
            ),
        }
    }

    /// The reader said nothing for too long.
    pub fn reader_silent(self, files: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le lecteur ne répond plus sur «\u{a0}{files}\u{a0}» et a été arrêté. Ce qui était ouvert est intact. Enregistrez-en une copie depuis le logiciel d’origine, ou au format CSV, puis ouvrez-la."
            ),
            Language::En => format!(
                "The reader stopped answering on “{files}” and was ended. What was open is intact. Save a copy from the original program, or as CSV, then open it."
            ),
        }
    }

    /// Files are being opened.
    pub fn work_opening(self, files: &str) -> String {
        format!("{} {files}", self.pick("Ouverture de", "Opening"))
    }

    /// A file is being made.
    pub fn work_exporting(self, kind: &str) -> String {
        format!("{} {kind}", self.pick("Préparation de", "Preparing"))
    }

    /// A whole percentage.
    pub fn whole_percent(self, percent: u32) -> String {
        match self {
            Language::Fr => format!("{percent}{NO_BREAK_SPACE}%"),
            Language::En => format!("{percent}%"),
        }
    }

    /// Why today is the as-of day.
    pub fn as_of_today(self, last: Day) -> String {
        format!("{} {}", self.pick("aujourd’hui\u{202f}; dernière écriture le", "today; last entry on"), self.day(last))
    }

    /// The day is the user's choice.
    pub fn as_of_chosen(self, last: Day) -> String {
        format!(
            "{} {}",
            self.pick("date choisie\u{202f}; dernière écriture le", "date chosen; last entry on"),
            self.day(last)
        )
    }

    /// Heading of the rows set aside.
    pub fn title_set_aside(self, count: u32) -> String {
        self.count(u64::from(count), ("ligne écartée", "row set aside"), ("lignes écartées", "rows set aside"))
    }

    /// PDF files dropped on an open dossier go with its e-mails, and are not read as a ledger.
    pub fn invoices_given(self, count: usize) -> String {
        let files = self.count(
            count as u64,
            (
                "fichier PDF reçu comme facture à joindre aux messages, et non comme grand livre",
                "PDF file taken as an invoice to attach to the drafts, not as a ledger",
            ),
            (
                "fichiers PDF reçus comme factures à joindre aux messages, et non comme grand livre",
                "PDF files taken as invoices to attach to the drafts, not as a ledger",
            ),
        );
        format!(
            "{files}{}",
            self.pick(
                "\u{a0}: voir «\u{a0}Factures PDF à joindre\u{a0}» plus bas.",
                ": see “PDF invoices to attach” below."
            )
        )
    }

    /// Other files took the place of a dossier to which something had been done.
    pub fn dossier_replaced(self, names: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le dossier précédent ({names}) a été remplacé. Vos corrections et vos saisies y sont gardées tant que cet onglet est ouvert."
            ),
            Language::En => format!(
                "The previous dossier ({names}) was replaced. Your corrections and entries in it are kept as long as this tab is open."
            ),
        }
    }

    /// Heading of the rows that do not belong to the figures.
    pub fn title_left_out(self, count: u32) -> String {
        format!("{}, {}", self.title_set_aside(count), self.pick("rien à corriger", "nothing to correct"))
    }

    /// A heading of remarks: `À vérifier (12)`.
    pub fn title_remarks(self, severity: &str, count: usize) -> String {
        format!("{severity} ({})", self.number(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// Folded remarks of the same kind.
    pub fn remarks_more(self, count: usize) -> String {
        self.count(
            count as u64,
            ("autre remarque semblable", "similar remark"),
            ("autres remarques semblables", "similar remarks"),
        )
    }

    /// Lines that are not drawn.
    pub fn rows_beyond(self, count: usize) -> String {
        let lines = self.count(count as u64, ("autre ligne", "more row"), ("autres lignes", "more rows"));
        format!("{lines}{}", self.pick("\u{a0}: dans les exports.", ": in the exports."))
    }

    /// The button that draws the next lines of a list.
    pub fn button_show_more(self, next: usize, left: usize) -> String {
        let words = self.count(next as u64, ("ligne de plus", "more row"), ("lignes de plus", "more rows"));
        let verb = self.pick("Afficher", "Show");
        if left <= next {
            return format!("{verb} {words}");
        }
        format!("{verb} {words} ({} {})", self.number(left as i64), self.pick("restantes", "left"))
    }

    /// What no column means yet, of what a file must tell.
    pub fn columns_missing(self, missing: &[&str]) -> String {
        match self {
            Language::Fr => format!("Il manque encore{NO_BREAK_SPACE}: {}.", missing.join(", ")),
            Language::En => format!("Still missing: {}.", missing.join(", ")),
        }
    }

    /// Reading models were given alone: what becomes of them.
    pub fn models_given(self, count: usize) -> String {
        match (self, count) {
            (Language::Fr, 1) => format!(
                "Modèle de lecture reçu{NO_BREAK_SPACE}: il sera appliqué au prochain fichier qui porte ses intitulés. Déposez ce fichier."
            ),
            (Language::Fr, _) => format!(
                "{count} modèles de lecture reçus{NO_BREAK_SPACE}: chacun sera appliqué au prochain fichier qui porte ses intitulés. Déposez ce fichier."
            ),
            (Language::En, 1) => {
                "Reading model received: it will be applied to the next file with its headings. Drop that file."
                    .to_owned()
            }
            (Language::En, _) => format!(
                "{count} reading models received: each will be applied to the next file with its headings. Drop that file."
            ),
        }
    }

    /// Items of an action that a screen leaves to the customer's own.
    pub fn items_beyond(self, count: usize) -> String {
        let items = self.count(count as u64, ("autre pièce", "more item"), ("autres pièces", "more items"));
        format!("{items}{}", self.pick("\u{a0}: dans la fiche du client.", ": on the customer's page."))
    }

    /// How far the reading of a file has come: `62 Mo sur 147 Mo, 412 000 lignes`.
    pub fn bytes_read(self, done: u64, total: u64, rows: Option<u64>) -> String {
        let of = self.pick("sur", "of");
        let bytes = format!("{} {of} {}", self.megabytes(done), self.megabytes(total));
        match rows {
            Some(rows) if rows > 0 => format!("{bytes}, {}", self.count(rows, ("ligne", "row"), ("lignes", "rows"))),
            _ => bytes,
        }
    }

    /// How far the import of a table has come: `412 000 lignes sur 1 000 000`.
    pub fn rows_imported(self, done: u64, total: u64) -> String {
        let done = self.count(done, ("ligne", "row"), ("lignes", "rows"));
        format!("{done} {} {}", self.pick("sur", "of"), self.number(total as i64))
    }

    /// How many of the texts for customers are done: `2 050 textes sur 5 000`.
    pub fn texts_done(self, done: u64, total: u64) -> String {
        let done = self.count(done, ("texte", "text"), ("textes", "texts"));
        format!("{done} {} {}", self.pick("sur", "of"), self.number(total as i64))
    }

    /// `ligne 12`.
    pub fn row_number(self, row: u32) -> String {
        format!("{}{NO_BREAK_SPACE}{row}", self.pick("ligne", "row"))
    }

    /// The place of a row, in full.
    pub fn source_of(self, file: &str, sheet: Option<&str>, row: u32) -> String {
        let row = self.row_number(row);
        let see = self.pick("Voir la source\u{a0}:", "See the source:");
        match sheet {
            Some(sheet) => format!("{see} {file}, {}, {row}", self.sheet_named(sheet)),
            None => format!("{see} {file}, {row}"),
        }
    }

    /// `feuille « Clients »`.
    pub fn sheet_named(self, sheet: &str) -> String {
        match self {
            Language::Fr => format!("feuille «\u{a0}{sheet}\u{a0}»"),
            Language::En => format!("sheet “{sheet}”"),
        }
    }

    /// Title of the source panel.
    pub fn title_source_row(self, row: u32) -> String {
        format!("{} {row}", self.pick("Source\u{a0}: ligne", "Source: row"))
    }

    /// The letters a spreadsheet shows for a column counted from 0.
    pub fn column_letters(self, column: u16) -> String {
        let mut letters = Vec::new();
        let mut rest = u32::from(column) + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }

    /// How amounts are written in the file.
    pub fn amounts_as(self, example: &str) -> String {
        format!("{} {example}", self.pick("écrits", "written"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_accounted_for_in_both_languages() {
        assert_eq!(
            Language::Fr.row_equation(704, 700, 2, 1, 1, 0),
            "704\u{a0}lignes lues = 700\u{a0}importées + 2\u{a0}écartées + 1\u{a0}vide + 1\u{a0}titre"
        );
        assert_eq!(Language::En.row_equation(1, 1, 0, 0, 0, 0), "1\u{a0}row read = 1\u{a0}imported + 0\u{a0}set aside");
        assert_eq!(Language::Fr.row_equation(0, 0, 0, 0, 0, 0), "0\u{a0}ligne lue = 0\u{a0}importée + 0\u{a0}écartée");
    }
}
