//! What a person should know of the reading before the figures are used, each in a sentence.

use crate::Language;
use values::{Amount, Currency};

impl Language {
    /// Rows are missing from the figures.
    pub fn doubt_set_aside(self, count: u32) -> String {
        let rows = self.count(
            u64::from(count),
            ("ligne du fichier est écartée et manque", "row of the file is set aside and missing"),
            ("lignes du fichier sont écartées et manquent", "rows of the file are set aside and missing"),
        );
        format!("{rows} {}", self.pick("à ces chiffres.", "from these figures."))
    }

    /// Sheets that may belong to them are not read.
    pub fn doubt_unread_sheets(self, count: u32) -> String {
        let sheets = self.count(
            u64::from(count),
            (
                "feuille du classeur ressemble à des créances et n’est pas lue",
                "sheet of the workbook looks like receivables and is not read",
            ),
            (
                "feuilles du classeur ressemblent à des créances et ne sont pas lues",
                "sheets of the workbook look like receivables and are not read",
            ),
        );
        format!("{sheets}.")
    }

    /// Files that came with those that are read are not read.
    pub fn doubt_unread_files(self, count: u32) -> String {
        let files = self.count(
            u64::from(count),
            ("fichier déposé n’est pas lu", "file given is not read"),
            ("fichiers déposés ne sont pas lus", "files given are not read"),
        );
        format!("{files}.")
    }

    /// Files repeat documents of others.
    pub fn doubt_overlapping_files(self, count: u32) -> String {
        let files = self.count(
            u64::from(count),
            (
                "fichier répète des pièces d’un autre, qui comptent deux fois",
                "file repeats items of another one, which count twice",
            ),
            (
                "fichiers répètent des pièces d’autres, qui comptent deux fois",
                "files repeat items of others, which count twice",
            ),
        );
        format!("{files}.")
    }

    /// What files count as debts may be payments.
    pub fn doubt_debts(self, count: u32) -> String {
        let files = self.count(
            u64::from(count),
            (
                "fichier liste peut-être des règlements, comptés comme des créances",
                "file may list payments, which count as debts",
            ),
            (
                "fichiers listent peut-être des règlements, comptés comme des créances",
                "files may list payments, which count as debts",
            ),
        );
        format!("{files}.")
    }

    /// Totals that files state differ from what was read of them.
    pub fn doubt_differing_totals(self, count: u32) -> String {
        let totals = self.count(
            u64::from(count),
            (
                "total écrit dans un fichier diffère de ce qui en a été lu",
                "total written in a file differs from what was read of it",
            ),
            (
                "totaux écrits dans les fichiers diffèrent de ce qui en a été lu",
                "totals written in the files differ from what was read of them",
            ),
        );
        format!("{totals}.")
    }

    /// Files that do not tell what was paid.
    pub fn doubt_untold_payments(self, count: u32) -> String {
        let files = self.count(
            u64::from(count),
            (
                "fichier ne dit pas ce qui a été payé\u{202F}; toutes ses pièces comptent comme dues",
                "file does not say what was paid; all its documents count as due",
            ),
            (
                "fichiers ne disent pas ce qui a été payé\u{202F}; toutes leurs pièces comptent comme dues",
                "files do not say what was paid; all their documents count as due",
            ),
        );
        format!("{files}.")
    }

    /// Debits that no column of ages holds, with their share of all debits in ten-thousandths.
    pub fn doubt_undated(self, undated: Amount, share: i64, currency: Currency) -> String {
        let (money, share) = (self.money(undated, currency), self.percent(share));
        match self {
            Language::Fr => format!(
                "{money} de créances ({share}) sont sans échéance\u{a0}: on ne sait pas ce qui en est échu, ni depuis quand."
            ),
            Language::En => format!(
                "{money} of receivables ({share}) have no due date: how much of it is overdue, and since when, is unknown."
            ),
        }
    }
}
