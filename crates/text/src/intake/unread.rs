//! Remarks on what nothing reads and may say that documents are paid, disputed or promised.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

impl Language {
    /// A column of marks that is not read.
    pub fn remark_unread_marks(self, at: &str, seen: &str, marked: u32, rows: Option<u32>) -> String {
        let (seen, marked) = (self.seen_or_nothing(seen), self.counted_rows(marked));
        let marked = match (self, rows.map(|rows| self.number(i64::from(rows)))) {
            (Language::Fr, Some(rows)) => format!("{marked} sur {rows}"),
            (Language::En, Some(rows)) => format!("{marked} of {rows}"),
            (Language::Fr, None) => format!("{marked} au moins"),
            (Language::En, None) => format!("at least {marked}"),
        };
        self.said(at, &match self {
            Language::Fr => format!(
                "cette colonne, qui dit par exemple {seen} ({marked}), n’est pas lue. Si elle dit quelles pièces sont payées, elles sont comptées à tort comme dues{NO_BREAK_SPACE}: désignez-la comme statut dans la lecture du fichier."
            ),
            Language::En => format!(
                "this column, which says for example {seen} ({marked}), is not read. If it says which documents are paid, they are wrongly counted as due: point at it as the status in how the file is read."
            ),
        })
    }

    /// Remarks on disputes or promises that are not read.
    pub fn remark_unread_remarks(self, at: &str, seen: &str, counts: (u32, u32), sampled: bool) -> String {
        let seen = self.seen_or_nothing(seen);
        let counted = |count: u32| match (self, sampled, self.counted_rows(count)) {
            (_, false, rows) => rows,
            (Language::Fr, true, rows) => format!("{rows} au moins"),
            (Language::En, true, rows) => format!("at least {rows}"),
        };
        let matters = [
            (counts.0, self.pick("de litiges", "disputes")),
            (counts.1, self.pick("de promesses de paiement", "promises of payment")),
        ];
        let told = matters.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, what)| format!("{what} ({})", counted(count))).collect();
        let told = told.join(self.pick(" et ", " and "));
        self.said(at, &match self {
            Language::Fr => format!(
                "cette colonne n’est pas lue et parle {told}, par exemple {seen}. Ces pièces sont comptées comme les autres{NO_BREAK_SPACE}: notez-y le litige ou la promesse avant de relancer."
            ),
            Language::En => format!(
                "this column is not read and speaks of {told}, for example {seen}. These documents are counted like the others: record the dispute or the promise on them before reminding."
            ),
        })
    }

    /// Letters that have nothing against them.
    pub fn remark_matched_alone(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "des lettres n’ont rien en face ({rows}){NO_BREAK_SPACE}: ce qui solde ces pièces n’est pas dans le fichier, et elles sont comptées comme dues. Si la lettre dit qu’elles sont payées, exportez aussi les règlements, ou seulement les écritures non lettrées."
            ),
            Language::En => format!(
                "letters have nothing against them ({rows}): what clears these entries is not in the file, and they are counted as due. If the letter says that they are paid, export the payments too, or only the entries without a letter."
            ),
        })
    }

    /// A line that explains colours.
    pub fn remark_colours_explained(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} explique des couleurs, qui ne sont pas lues{NO_BREAK_SPACE}: toutes les pièces sont comptées comme dues. Ajoutez une colonne qui dit lesquelles sont payées, ou filtrez par couleur et retirez-les."
            ),
            Language::En => format!(
                "{seen} explains colours, which are not read: every document is counted as due. Add a column that says which are paid, or filter by colour and take them out."
            ),
        })
    }
}
