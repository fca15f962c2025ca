//! The words of the reading screen: preview, changes, control, corrections, questions and models.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

texts! {
    title_control: "Contrôle d’import", "Import control";
    title_preview: "Premières lignes du fichier", "First rows of the file";
    corrections_lead: "À corriger ici, ou dans le fichier avant de le rouvrir.", "To be corrected here, or in the file before opening it again.";
    set_aside_nothing_to_correct: "Aucune ligne à corriger.", "No row to correct.";
    other_accounts_lead: "La comptabilité porte aussi les ventes, la TVA, la banque\u{a0}: seules les écritures des comptes clients font la balance âgée. Si un de ces comptes est celui d’un client, corrigez-le dans le fichier.", "The books also hold sales, VAT and the bank: only the entries of customers’ accounts make the aged balance. If one of these accounts is a customer’s, correct it in the file.";
    title_changes: "Modifications de la lecture", "Changes of the reading";
    button_undo: "Annuler la modification", "Undo";
    button_redo: "Rétablir", "Redo";
    button_go_back: "Revenir en arrière", "Go back";
    button_more_rows: "Lignes suivantes", "Next rows";
    button_first_rows: "Revenir aux premières lignes", "Back to the first rows";
    button_correct: "Corriger", "Correct";
    button_reject_file: "Télécharger les lignes écartées (.csv)", "Download the rows set aside (.csv)";
    button_control_file: "Télécharger le contrôle (.csv)", "Download the control (.csv)";
    hint_enter_applies: "Au clavier, Entrée applique le choix", "With the keyboard, Enter applies the choice";
    button_read_sheet_too: "Lire aussi cette feuille", "Read this sheet too";
    button_leave_sheet: "Ne pas lire cette feuille", "Leave this sheet out";
    button_read_file_too: "Lire aussi ce fichier", "Read this file too";
    button_leave_file: "Ne pas lire ce fichier", "Leave this file out";
    button_save_model: "Enregistrer ce modèle de lecture (.json)", "Save this reading model (.json)";
    button_keep_model: "Conserver sur cet ordinateur", "Keep on this computer";
    button_forget_model: "Oublier ce modèle", "Forget this model";
    link_answer: "Répondre", "Answer";
    questions_lead: "Vous seul pouvez trancher. En attendant, la première réponse est supposée et les chiffres en dépendent.", "Only you can settle it. Meanwhile the first answer is assumed, and the figures rest on it.";
    question_samples: "Valeurs du fichier\u{a0}:", "Values of the file:";
    answer_assumed: "supposée en attendant", "assumed meanwhile";
    button_apply_answers: "Appliquer", "Apply";
    field_unused: "non utilisée", "not used";
    field_hint_unused: "aucun sens donné à cette colonne", "this column has been given no meaning";
    column_correction: "Correction", "Correction";
    column_nature: "Nature", "Kind";
    kind_title: "titre", "title";
    kind_heading: "intitulés", "headings";
    kind_group: "client", "customer";
    kind_total: "total", "total";
    kind_item: "importée", "imported";
    kind_set_aside: "écartée", "set aside";
    control_file: "Total du fichier", "Total of the file";
    control_file_none: "non écrit", "not stated";
    control_file_partly: "fichier par fichier, plus bas", "file by file, below";
    control_imported: "Importé", "Imported";
    control_set_aside: "Écarté", "Set aside";
    control_difference_name: "Reste à expliquer", "Left to explain";
    control_books: "Solde 411 en comptabilité", "Customers’ balance in the books";
    control_books_help: "Saisissez le solde du grand livre général\u{a0}: l’écart s’affiche au centime et figure dans les rapports.", "Type the balance of the general ledger: the difference shows to the cent and stands in the reports.";
    control_books_wrong: "Erreur\u{a0}: ce n’est pas un montant. Écrivez par exemple 1\u{202f}284\u{202f}530,12.", "Error: this is not an amount. Write for example 1,284,530.12.";
    correction_wrong: "Erreur\u{a0}: ce n’est pas un montant.", "Error: this is not an amount.";
    effect_none: "sans effet sur les totaux", "without effect on the totals";
    model_used: "Lu avec un modèle conservé\u{a0}: rien à vérifier de plus.", "Read with a kept model: nothing more to check.";
    model_used_set_aside: "Lu avec un modèle conservé\u{202f}; des lignes sont écartées, à voir plus bas.", "Read with a kept model; rows are set aside, see below.";
    model_used_asked: "Lu avec un modèle conservé\u{202f}; une question reste ouverte plus haut.", "Read with a kept model; a question above is still open.";
    model_changed: "Lu avec un modèle conservé, mais le fichier a changé de forme\u{a0}:", "Read with a kept model, but the file changed shape:";
    model_kept: "Modèle conservé sur cet ordinateur\u{a0}: les intitulés et vos choix, aucune donnée du grand livre.", "Model kept on this computer: the headings and your choices, no data of the ledger.";
    changes_none: "Aucune modification\u{a0}: le fichier est lu comme au départ.", "No change: the file is read as at first.";
    correction_date_wrong: "Erreur\u{a0}: choisissez une date.", "Error: choose a date.";
    correction_text_wrong: "Erreur\u{a0}: écrivez ce qu’il faut lire.", "Error: write what is to be read.";
    title_defaults: "Ce que le fichier ne dit pas", "What the file does not say";
    default_terms: "Conditions de règlement des pièces sans échéance", "Payment terms of documents without a due date";
    default_currency: "Devise des montants qui n’en portent pas", "Currency of amounts that name none";
    default_currency_help: "Code de trois lettres, par exemple EUR, CHF ou USD.", "A code of three letters, for example EUR, CHF or USD.";
    default_currency_wrong: "Erreur\u{a0}: ce n’est pas un code de devise.", "Error: this is not a currency code.";
}

impl Language {
    /// The reason of rows set aside, as the title of a group.
    pub fn set_aside_reason(self, code: &str) -> &str {
        let (french, english) = match code {
            "unreadable-amount" => ("Montant illisible", "Unreadable amount"),
            "ambiguous-amount" => ("Montant à deux lectures", "Amount that reads two ways"),
            "too-precise-amount" => ("Trop de décimales", "Too many decimals"),
            "too-large-amount" => ("Montant trop grand", "Amount too large"),
            "missing-amount" => ("Montant absent", "No amount"),
            "amount-on-both-sides" => ("Débit et crédit ensemble", "Debit and credit together"),
            "unknown-side" => ("Sens inconnu", "Unknown side"),
            "unreadable-date" => ("Date illisible", "Unreadable date"),
            "impossible-date" => ("Date impossible", "Impossible date"),
            "missing-date" => ("Date absente", "No date"),
            "missing-customer" => ("Client absent", "No customer"),
            "not-customer-account" => ("Hors comptes clients", "Not customers’ accounts"),
            "unknown-currency" => ("Devise inconnue", "Unknown currency"),
            "extra-cells" => ("Ligne décalée", "Slipped row"),
            "cancelled" => ("Pièce annulée", "Cancelled document"),
            "aged-day-unknown" => ("Jour de la balance inconnu", "Day of the balance unknown"),
            "layout-not-read" => ("Contenu qui ne se lit pas ici", "Content that is not read here"),
            "hidden-rows" => ("Lignes masquées", "Hidden rows"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// `Montant illisible (14)`.
    pub fn counted_title(self, title: &str, count: usize) -> String {
        format!("{title} ({})", self.number(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// The same correction for every cell of the same form.
    pub fn correct_all(self, count: usize, example: &str) -> String {
        let count = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            Language::Fr => format!("Corriger les {count} lettres O en zéros (ex. {example})"),
            Language::En => format!("Correct all {count}: letter O to zero (e.g. {example})"),
        }
    }

    /// The same correction for every cell of the same content.
    pub fn correct_same(self, count: usize) -> String {
        format!("{NO_BREAK_SPACE}×{NO_BREAK_SPACE}{}", self.number(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// The field that corrects a cell.
    pub fn label_correction(self, row: u32, header: &str) -> String {
        match self {
            Language::Fr => format!("Correction, ligne {row}, colonne {header}"),
            Language::En => format!("Correction, row {row}, column {header}"),
        }
    }

    /// The list that gives a column its meaning.
    pub fn label_meaning(self, letters: &str, header: &str) -> String {
        match self {
            Language::Fr => format!("Sens de la colonne {letters} {header}"),
            Language::En => format!("Meaning of column {letters} {header}"),
        }
    }

    /// A figure before and after.
    pub fn from_to(self, name: &str, before: &str, after: &str) -> String {
        match self {
            Language::Fr => format!("{name}{NO_BREAK_SPACE}: {before} → {after}"),
            Language::En => format!("{name}: {before} → {after}"),
        }
    }

    /// The totals before and after a change.
    pub fn total_changed(self, currency: Currency, before: Amount, after: Amount) -> String {
        self.from_to(self.pick("solde", "balance"), &self.money(before, currency), &self.money(after, currency))
    }

    /// Rows before and after a change.
    pub fn rows_changed(self, imported: (u32, u32), set_aside: (u32, u32)) -> Vec<String> {
        let names = [self.pick("importées", "imported"), self.pick("écartées", "set aside")];
        let pairs = names.into_iter().zip([imported, set_aside]);
        pairs
            .filter(|(_, (before, after))| before != after)
            .map(|(name, (before, after))| self.from_to(name, &self.number(before.into()), &self.number(after.into())))
            .collect()
    }

    /// Documents without a due date before and after a change.
    pub fn undated_changed(self, before: u32, after: u32) -> String {
        let name = self.pick("sans échéance", "without a due date");
        self.from_to(name, &self.number(before.into()), &self.number(after.into()))
    }

    /// What default terms are for, and how they are written.
    pub fn default_terms_help(self, undated: u32) -> String {
        let example = match self {
            Language::Fr => format!("Par exemple{NO_BREAK_SPACE}: 30 jours, 45 jours fin de mois."),
            Language::En => "For example: 30 days, 45 days end of month.".to_owned(),
        };
        if undated == 0 {
            return example;
        }
        let documents = self.count(
            u64::from(undated),
            ("pièce sans échéance, donc sans âge", "document without a due date, hence without an age"),
            ("pièces sans échéance, donc sans âge", "documents without a due date, hence without an age"),
        );
        format!("{documents}. {example}")
    }

    /// Default terms typed, or taken back.
    pub fn change_terms(self, terms: Option<&str>) -> String {
        let name = self.pick("conditions par défaut", "default terms");
        match terms {
            Some(terms) => format!("{name} ← {}", self.quoted(terms)),
            None => format!("{name} ← {}", self.pick("aucune", "none")),
        }
    }

    /// A sheet that a person had read, or left.
    pub fn change_sheet(self, name: &str, read: bool) -> String {
        let sheet = format!("{} {}", self.pick("feuille", "sheet"), self.quoted(name));
        self.labelled(&sheet, if read { self.pick("lue", "read") } else { self.pick("non lue", "left out") })
    }

    /// A file that a person had read, or left.
    pub fn change_file(self, name: &str, read: bool) -> String {
        self.labelled(name, if read { self.pick("lu", "read") } else { self.pick("non lu", "left out") })
    }

    /// Heading of the files that came with others and are not read.
    pub fn title_left_files(self, count: usize) -> String {
        self.count(count as u64, ("fichier non lu", "file not read"), ("fichiers non lus", "files not read"))
    }

    /// What is said of a sheet where a person chose the sheets.
    pub const fn sheet_as_chosen(self, read: bool) -> &'static str {
        if read {
            self.pick("Cette feuille est lue.", "This sheet is read.")
        } else {
            self.pick("Cette feuille n’est pas lue.", "This sheet is not read.")
        }
    }

    /// A sheet asked for, in which there is nothing to read.
    pub fn sheet_without_receivables(self, name: &str) -> String {
        match self {
            Language::Fr => format!(
                "Feuille {}{NO_BREAK_SPACE}: aucune ligne n’y ressemble à une créance, elle n’est donc pas lue. Vérifiez que ses colonnes ont des intitulés (client, date, montant).",
                self.quoted(name)
            ),
            Language::En => format!(
                "Sheet {}: no row of it looks like a receivable, so it is not read. Check that its columns have headings (customer, date, amount).",
                self.quoted(name)
            ),
        }
    }

    /// Another currency for amounts that name none.
    pub fn change_currency(self, currency: Currency) -> String {
        format!("{} ← {currency}", self.pick("devise par défaut", "default currency"))
    }

    /// First and last day before and after a change.
    pub fn period_changed(self, before: (Day, Day), after: (Day, Day)) -> String {
        let span = |(first, last)| match self {
            Language::Fr => format!("du {} au {}", self.day(first), self.day(last)),
            Language::En => format!("from {} to {}", self.day(first), self.day(last)),
        };
        self.from_to("dates", &span(before), &span(after))
    }

    /// A column means something else.
    pub fn change_field(self, header: &str, key: Option<&str>) -> String {
        let field = key.map_or(self.field_unused(), |key| self.field(key));
        format!("{} ← {field}", self.quoted(header))
    }

    /// Questions answered.
    pub fn change_answers(self, count: usize) -> String {
        self.count(
            count as u64,
            ("question tranchée", "question answered"),
            ("questions tranchées", "questions answered"),
        )
    }

    /// Cells corrected.
    pub fn change_corrected(self, count: usize) -> String {
        self.count(count as u64, ("cellule corrigée", "cell corrected"), ("cellules corrigées", "cells corrected"))
    }

    /// Balance of the books typed.
    pub const fn change_books(self) -> &'static str {
        self.pick("solde en comptabilité", "balance of the books")
    }

    /// Amounts of rows set aside that are in no total.
    pub fn set_aside_unread(self, count: u32) -> String {
        self.count(
            u64::from(count),
            ("ligne écartée sans montant lisible", "row set aside without readable amount"),
            ("lignes écartées sans montant lisible", "rows set aside without readable amount"),
        )
    }

    /// What was typed is no row of headings: the one in force stays.
    pub fn header_row_wrong(self, now: u32) -> String {
        match self {
            Language::Fr => {
                format!(
                    "Erreur{NO_BREAK_SPACE}: écrivez un numéro de ligne à partir de 1. La ligne {now} reste celle des titres."
                )
            }
            Language::En => format!("Error: write a row number from 1 on. Row {now} remains that of the headings."),
        }
    }

    /// The last balance of the books that could be read, while what is typed now cannot.
    pub fn books_still(self, ledger: Amount, currency: Currency, difference: &str) -> String {
        let money = self.money(ledger, currency);
        match self {
            Language::Fr => format!("le dernier solde valable, {money}, compte toujours ({difference})"),
            Language::En => format!("the last valid balance, {money}, still counts ({difference})"),
        }
    }

    /// The typed balance against what was imported.
    pub fn books_difference(self, difference: Amount, currency: Currency) -> String {
        let money = self.money(difference, currency);
        match (self, difference.is_zero()) {
            (Language::Fr, true) => format!("écart {money}{NO_BREAK_SPACE}: égal à l’import"),
            (Language::Fr, false) => format!("écart {money} avec l’import"),
            (Language::En, true) => format!("difference {money}: equal to the import"),
            (Language::En, false) => format!("difference {money} with the import"),
        }
    }

    /// Foot of the page: the import differs from the total of the file.
    pub fn footer_file_differs(self, difference: Amount, currency: Currency) -> String {
        format!(
            "{} {}",
            self.pick("Écart avec le total du fichier\u{a0}:", "Difference with the total of the file:"),
            self.money(difference, currency)
        )
    }

    /// Foot of the page: the import differs from the books.
    pub fn footer_books_differ(self, difference: Amount, currency: Currency) -> String {
        format!(
            "{} {}",
            self.pick("Écart avec la comptabilité\u{a0}:", "Difference with the books:"),
            self.money(difference, currency)
        )
    }

    /// One difference between a file and its model; `change` is the code of the contract.
    pub fn model_change(self, change: &str, header: &str, key: Option<&str>) -> String {
        let header = self.quoted(header);
        let meaning = key.map(|key| self.field(key));
        match (self, change, meaning) {
            (Language::Fr, "moved", _) => format!("{header} a changé de colonne."),
            (Language::En, "moved", _) => format!("{header} stands in another column."),
            (Language::Fr, "missing", Some(field)) => format!("{header} ({field}) a disparu."),
            (Language::Fr, "missing", None) => format!("{header} a disparu."),
            (Language::En, "missing", Some(field)) => format!("{header} ({field}) is gone."),
            (Language::En, "missing", None) => format!("{header} is gone."),
            (Language::Fr, _, Some(field)) => {
                format!("{header} est nouveau, lu comme {field}{NO_BREAK_SPACE}: à confirmer.")
            }
            (Language::Fr, _, None) => format!("{header} est nouveau, non utilisé."),
            (Language::En, _, Some(field)) => format!("{header} is new, read as {field}: to be confirmed."),
            (Language::En, _, None) => format!("{header} is new, not used."),
        }
    }

    /// Columns whose meaning is to be confirmed, before their names.
    pub fn columns_to_confirm(self, count: usize) -> String {
        let words = self.count(
            count as u64,
            ("colonne à confirmer avant de lire les chiffres", "column to confirm before reading the figures"),
            ("colonnes à confirmer avant de lire les chiffres", "columns to confirm before reading the figures"),
        );
        self.labelled(&words, "").trim_end().to_owned()
    }

    /// A column and what it is taken for.
    pub fn column_taken_for(self, letters: &str, header: &str, key: &str) -> String {
        let (header, field) = (self.quoted(header), self.field(key));
        match self {
            Language::Fr => format!("{letters} {header}, lue comme {field}"),
            Language::En => format!("{letters} {header}, read as {field}"),
        }
    }

    /// A file, with its sheet where it is one of several.
    pub fn file_and_sheet(self, file: &str, sheet: Option<&str>) -> String {
        self.place_in_file(file, sheet, None, None)
    }

    /// Heading of the questions.
    pub fn title_questions(self, count: usize) -> String {
        self.count(
            count as u64,
            ("question à trancher", "question to answer"),
            ("questions à trancher", "questions to answer"),
        )
    }
}
