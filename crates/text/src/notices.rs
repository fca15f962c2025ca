//! What is worth telling about a file that was read: facts for information, one sentence each.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};
use values::{Amount, Currency};

impl Language {
    /// A number of things, singular or plural in French and English.
    pub(crate) fn things(self, count: u64, french: (&str, &str), english: (&str, &str)) -> String {
        let (one, many) = match self {
            Language::Fr => french,
            Language::En => english,
        };
        format!("{}{NO_BREAK_SPACE}{}", self.number(count as i64), self.plural(count, one, many))
    }

    /// A remark about a file, or about one of its sheets.
    pub fn notice(self, file: &str, sheet: Option<&str>, remark: &str) -> String {
        match (self, sheet) {
            (Language::Fr, None) => format!("{file}{NO_BREAK_SPACE}: {remark}"),
            (Language::En, None) => format!("{file}: {remark}"),
            (Language::Fr, Some(sheet)) => {
                format!("{file}, feuille «{NO_BREAK_SPACE}{sheet}{NO_BREAK_SPACE}»{NO_BREAK_SPACE}: {remark}")
            }
            (Language::En, Some(sheet)) => format!("{file}, sheet “{sheet}”: {remark}"),
        }
    }

    /// Characters that could not be decoded.
    pub fn notice_replacement_characters(self, count: u64) -> String {
        let count = self.things(
            count,
            ("caractère illisible", "caractères illisibles"),
            ("unreadable character", "unreadable characters"),
        );
        match self {
            Language::Fr => format!("{count}{NO_BREAK_SPACE}; vérifiez les noms concernés."),
            Language::En => format!("{count}; check the names concerned."),
        }
    }

    /// UTF-8 encoded twice, put right.
    pub const fn notice_doubly_encoded(self) -> &'static str {
        self.pick(
            "accents encodés deux fois (« Ã© » pour « é »), rétablis à la lecture.",
            "accents encoded twice (“Ã©” for “é”), put right on reading.",
        )
    }

    /// An encoding that no mark names, told by the letters it gives.
    pub fn notice_encoding_guessed(self, encoding: &str) -> String {
        match self {
            Language::Fr => {
                format!("encodage {encoding} deviné d’après les lettres accentuées. Vérifiez quelques noms.")
            }
            Language::En => format!("encoding {encoding}, guessed from the accented letters. Check a few names."),
        }
    }

    /// Codes of customers that differ by leading zeros, capitals or spaces only.
    pub fn notice_alike_customer_codes(self, one: &str, other: &str, count: u32) -> String {
        let things = self.things(
            count.into(),
            ("code client qui ne diffère", "codes client qui ne diffèrent"),
            ("customer code that differs", "customer codes that differ"),
        );
        match self {
            Language::Fr => format!(
                "{things} d’un autre que par des zéros, des espaces ou la casse, comme «{NO_BREAK_SPACE}{one}{NO_BREAK_SPACE}» et «{NO_BREAK_SPACE}{other}{NO_BREAK_SPACE}». Ils sont comptés à part. Vérifiez s’il s’agit du même client."
            ),
            Language::En => format!(
                "{things} from another by zeros, spaces or capitals only, such as “{one}” and “{other}”. They are counted apart. Check whether they are the same customer."
            ),
        }
    }

    /// Match groups that should balance and do not; `gap` is the sum of what is missing, without sign.
    pub fn notice_unbalanced_match_groups(self, count: u32, gap: Amount, currency: Currency) -> String {
        let gap = self.money(gap, currency);
        let things = self.things(
            count.into(),
            ("lettrage en capitales ne s’équilibre", "lettrages en capitales ne s’équilibrent"),
            ("match group in capitals does", "match groups in capitals do"),
        );
        match self {
            Language::Fr => format!(
                "{things} pas (écart total {gap}){NO_BREAK_SPACE}: des lignes écartées ou un client sous deux codes en sont la cause probable. Le reste de chacun est compté comme ouvert."
            ),
            Language::En => format!(
                "{things} not balance (gap {gap} in all): rows set aside or one customer under two codes are the likely cause. What remains of each counts as open."
            ),
        }
    }

    /// Macros.
    pub const fn notice_macros(self) -> &'static str {
        self.pick("contient des macros, jamais exécutées.", "contains macros, which are never run.")
    }

    /// Links to other workbooks.
    pub fn notice_external_links(self, count: u64) -> String {
        let count = self.things(
            count,
            ("lien vers une source extérieure", "liens vers des sources extérieures"),
            ("link to an outside source", "links to outside sources"),
        );
        match self {
            Language::Fr => format!("{count}, jamais suivis{NO_BREAK_SPACE}; les valeurs enregistrées comptent."),
            Language::En => format!("{count}, never followed; the stored values count."),
        }
    }

    /// Sources of pivot tables.
    pub fn notice_pivot_caches(self, count: u64) -> String {
        let count = self.things(
            count,
            ("source de tableau croisé non lue", "sources de tableaux croisés non lues"),
            ("source of a pivot table not read", "sources of pivot tables not read"),
        );
        match self {
            Language::Fr => format!("{count}{NO_BREAK_SPACE}; les feuilles le sont."),
            Language::En => format!("{count}; the sheets are."),
        }
    }

    /// A filter at work.
    pub fn notice_active_filter(self, count: u64) -> String {
        let count =
            self.things(count, ("colonne filtrée", "colonnes filtrées"), ("filtered column", "filtered columns"));
        match self {
            Language::Fr => {
                format!("{count}{NO_BREAK_SPACE}; les lignes que le filtre masque sont lues comme les autres.")
            }
            Language::En => format!("{count}; the rows that the filter hides are read like the others."),
        }
    }

    /// The first line gave the delimiter.
    pub fn notice_separator_line(self, delimiter: &str) -> String {
        let delimiter = self.quoted(delimiter);
        match self {
            Language::Fr => format!("la première ligne annonce le séparateur {delimiter}."),
            Language::En => format!("the first line announces the separator {delimiter}."),
        }
    }

    /// Records with another number of fields.
    pub fn notice_ragged_rows(self, count: u64, usual: u64) -> String {
        let rows = count;
        let count = self.things(count, ("ligne n’a pas", "lignes n’ont pas"), ("row does", "rows do"));
        match self {
            Language::Fr => {
                let read = if rows > 1 { "lues telles quelles" } else { "lue telle quelle" };
                format!("{count} les {usual} colonnes habituelles{NARROW_SPACE}; {read}.")
            }
            Language::En => {
                let read = if rows > 1 { "read as they are" } else { "read as it is" };
                format!("{count} not have the usual {usual} columns; {read}.")
            }
        }
    }

    /// Quotes that do not pair up.
    pub const fn notice_literal_quotes(self) -> &'static str {
        self.pick(
            "les guillemets ne vont pas par paires ; ils ont été gardés comme des caractères ordinaires.",
            "quotes do not pair up; they were kept as ordinary characters.",
        )
    }

    /// Due days estimated from the customers' own habit.
    pub fn notice_habitual_due_days(self, file: &str, row: u32, count: u32) -> String {
        let dates = self.things(
            count.into(),
            ("échéance absente estimée", "échéances absentes estimées"),
            ("missing due date estimated", "missing due dates estimated"),
        );
        match self {
            Language::Fr => format!(
                "{file}, ligne {row}{NO_BREAK_SPACE}: {dates} d’après le délai le plus fréquent des autres factures du même client. Elles passent avant les conditions par défaut."
            ),
            Language::En => format!(
                "{file}, row {row}: {dates} from the commonest delay of the same customer’s other invoices. They come before the default terms."
            ),
        }
    }

    /// A sheet the workbook hides.
    pub const fn notice_hidden_sheet(self) -> &'static str {
        self.pick("feuille masquée dans le classeur.", "sheet hidden in the workbook.")
    }

    /// A sheet that holds no cells.
    pub const fn notice_sheet_without_cells(self) -> &'static str {
        self.pick("feuille sans cellules (graphique), ignorée.", "sheet without cells (a chart), ignored.")
    }

    /// Cells that only carry a format.
    pub fn notice_styled_empty_cells(self, count: u64) -> String {
        let count = self.things(
            count,
            ("cellule vide mise en forme ignorée", "cellules vides mises en forme ignorées"),
            ("formatted empty cell skipped", "formatted empty cells skipped"),
        );
        format!("{count}.")
    }

    /// Cells written twice.
    pub fn notice_duplicate_cells(self, count: u64) -> String {
        let count = self.things(
            count,
            ("cellule écrite deux fois", "cellules écrites deux fois"),
            ("cell written twice", "cells written twice"),
        );
        match self {
            Language::Fr => format!("{count}{NO_BREAK_SPACE}; la dernière valeur compte."),
            Language::En => format!("{count}; the last value counts."),
        }
    }

    /// Cells of an unknown kind.
    pub fn notice_unreadable_cells(self, count: u64, example: &str) -> String {
        let example = self.quoted(example);
        let count =
            self.things(count, ("cellule illisible", "cellules illisibles"), ("unreadable cell", "unreadable cells"));
        match self {
            Language::Fr => format!("{count}, par exemple {example}."),
            Language::En => format!("{count}, for example {example}."),
        }
    }

    /// Formulas saved without their result.
    pub fn notice_formulas_without_value(self, count: u64) -> String {
        let count = self.things(
            count,
            ("formule enregistrée sans son résultat", "formules enregistrées sans leur résultat"),
            ("formula saved without its result", "formulas saved without their result"),
        );
        match self {
            Language::Fr => format!("{count}{NO_BREAK_SPACE}; ouvrez et enregistrez le classeur dans votre tableur."),
            Language::En => format!("{count}; open and save the workbook in your spreadsheet program."),
        }
    }

    /// Rows the workbook hides.
    pub fn notice_hidden_rows(self, count: u64) -> String {
        let count = self.things(count, ("ligne masquée", "lignes masquées"), ("hidden row", "hidden rows"));
        match self {
            Language::Fr => format!("{count}, lues comme les autres."),
            Language::En => format!("{count}, read like the others."),
        }
    }

    /// Rows the workbook strikes through.
    pub fn notice_struck_rows(self, count: u64) -> String {
        let count =
            self.things(count, ("ligne barrée", "lignes barrées"), ("row struck through", "rows struck through"));
        match self {
            Language::Fr => format!("{count}, lues comme les autres. Si elles sont payées, supprimez-les."),
            Language::En => format!("{count}, read like the others. If they are paid, delete them."),
        }
    }

    /// Columns the workbook hides.
    pub fn notice_hidden_columns(self, count: u64) -> String {
        let count = self.things(count, ("colonne masquée", "colonnes masquées"), ("hidden column", "hidden columns"));
        match self {
            Language::Fr => format!("{count}, lues comme les autres."),
            Language::En => format!("{count}, read like the others."),
        }
    }

    /// Merged cells.
    pub fn notice_merged_cells(self, count: u64) -> String {
        let count = self.things(count, ("zone fusionnée", "zones fusionnées"), ("merged area", "merged areas"));
        match self {
            Language::Fr => format!("{count}{NO_BREAK_SPACE}; la valeur compte pour la première cellule seule."),
            Language::En => format!("{count}; the value counts for the first cell only."),
        }
    }

    /// Numbers of more digits than a spreadsheet keeps.
    pub fn notice_rounded_numbers(self, count: u64, example: &str) -> String {
        let example = self.quoted(example);
        let count = self.things(
            count,
            ("nombre de plus de 15 chiffres", "nombres de plus de 15 chiffres"),
            ("number of more than 15 digits", "numbers of more than 15 digits"),
        );
        match self {
            Language::Fr => format!(
                "{count}, par exemple {example}. Un tableur n’en garde que 15{NO_BREAK_SPACE}: les derniers chiffres d’un \
                 numéro de compte ou de pièce y sont perdus. Reprenez ces numéros sous forme de texte."
            ),
            Language::En => format!(
                "{count}, for example {example}. A spreadsheet keeps only 15: the last digits of an account or document \
                 number are lost in it. Take these numbers again as text."
            ),
        }
    }

    /// A file named as a workbook of before 2007 that is really something else.
    pub const fn notice_web_page(self) -> &'static str {
        match self {
            Language::Fr => {
                "Ce n’est pas un classeur, mais une page web enregistrée sous ce nom. Ses tableaux ont été lus."
            }
            Language::En => "This is no workbook, but a web page saved under that name. Its tables were read.",
        }
    }

    /// The same of a workbook in XML of 2003.
    pub const fn notice_xml_workbook(self) -> &'static str {
        match self {
            Language::Fr => "C’est un classeur au format XML de 2003. Il a été lu.",
            Language::En => "This is a workbook in the XML format of 2003. It was read.",
        }
    }

    /// Day numbers that are no day.
    pub fn notice_impossible_dates(self, count: u64) -> String {
        let count = self.things(
            count,
            ("date du tableur impossible", "dates du tableur impossibles"),
            ("impossible date of the spreadsheet", "impossible dates of the spreadsheet"),
        );
        match self {
            Language::Fr => format!("{count}, gardées comme des nombres."),
            Language::En => format!("{count}, kept as numbers."),
        }
    }
}
