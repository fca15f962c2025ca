//! What is said about reading rows: why a row was set aside (and, in `remarks`, what else is worth knowing). Each
//! sentence says where, what was seen, what was done and what to do; `at` is a place made by [`Language::place_in_file`].

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};

mod columns;
mod fec;
mod layouts;
mod remarks;
mod together;
mod unread;

impl Language {
    /// `export.xlsx, feuille « Balance », ligne 231, colonne « Débit »`; parts that are unknown are left out.
    pub fn place_in_file(self, file: &str, sheet: Option<&str>, row: Option<u32>, header: Option<&str>) -> String {
        let mut place = file.to_owned();
        if let Some(sheet) = sheet {
            place.push_str(self.pick(", feuille ", ", sheet "));
            place.push_str(&self.quoted(sheet));
        }
        if let Some(row) = row {
            place.push_str(self.pick(", ligne ", ", row "));
            place.push_str(&row.to_string());
        }
        if let Some(header) = header {
            place.push_str(self.pick(", colonne ", ", column "));
            place.push_str(&self.quoted(header));
        }
        place
    }

    /// Place and words, with the colon of the language.
    fn said(self, at: &str, words: &str) -> String {
        match self {
            Language::Fr => format!("{at}{NO_BREAK_SPACE}: {words}"),
            Language::En => format!("{at}: {words}"),
        }
    }

    /// A sentence without the place it begins with, where that place stands beside it already.
    pub fn without_place(self, sentence: &str, at: &str) -> Option<String> {
        let rest = sentence.strip_prefix(&self.said(at, ""))?;
        let mut letters = rest.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect())
    }

    /// What was seen, quoted; a word for nothing.
    fn seen_or_nothing(self, seen: &str) -> String {
        if seen.is_empty() { self.pick("rien", "nothing").to_owned() } else { self.quoted(seen) }
    }

    pub(crate) fn counted_rows(self, count: u32) -> String {
        let rows = self.plural(u64::from(count), self.pick("ligne", "row"), self.pick("lignes", "rows"));
        format!("{}{NO_BREAK_SPACE}{rows}", self.number(i64::from(count)))
    }

    /// The amount is no number.
    pub fn set_aside_unreadable_amount(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} n’est pas un nombre tel que la colonne les écrit. La ligne est écartée. Corrigez la cellule, ou choisissez un autre format de nombre, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} is not a number as the column writes them. The row is set aside. Correct the cell, or choose another number format, then read the file again."
            ),
        })
    }

    /// A character stands for a digit.
    pub fn set_aside_look_alike(self, at: &str, seen: &str, proposal: &str) -> String {
        let (seen, proposal) = (self.seen_or_nothing(seen), self.quoted(proposal));
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} n’est pas un nombre (un caractère y tient lieu de chiffre). La ligne est écartée. Corrigez la cellule en {proposal} si c’est ce qu’il faut lire, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} is not a number (a character stands in place of a digit). The row is set aside. Change the cell to {proposal} if that is what is meant, then read the file again."
            ),
        })
    }

    /// A share is no amount.
    pub fn set_aside_percent(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} est un pourcentage, pas un montant. La ligne est écartée. Corrigez la cellule, ou désignez une autre colonne de montant."
            ),
            Language::En => format!(
                "{seen} is a percentage, not an amount. The row is set aside. Correct the cell, or choose another column of amounts."
            ),
        })
    }

    /// Two readings, and the column speaks against the likelier.
    pub fn set_aside_two_readings(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} se lit de deux façons, mille fois l’une de l’autre, et le reste de la colonne s’écrit autrement. La ligne est écartée. Écrivez ce montant comme les autres, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} reads two ways, one a thousand times the other, and the rest of the column is written otherwise. The row is set aside. Write this amount like the others, then read the file again."
            ),
        })
    }

    /// More decimals than the currency has.
    pub fn set_aside_too_precise_amount(self, at: &str, seen: &str, decimals: u32) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match (self, decimals) {
            (Language::Fr, 0) => format!(
                "{seen} a des décimales, et la devise retenue n’en a pas. La ligne est écartée, rien n’est arrondi. Vérifiez ce montant et la devise, puis relisez le fichier."
            ),
            (Language::En, 0) => format!(
                "{seen} has decimals, and the currency taken has none. The row is set aside, nothing is rounded. Check this amount and the currency, then read the file again."
            ),
            (Language::Fr, _) => format!(
                "{seen} a plus de {decimals} décimales, davantage que la devise retenue. La ligne est écartée, rien n’est arrondi. Si le montant est juste, sa devise est une autre (le dinar tunisien a trois décimales)\u{a0}: indiquez-la comme devise des montants qui n’en portent pas, puis relisez le fichier."
            ),
            (Language::En, _) => format!(
                "{seen} has more than {decimals} decimals, more than the currency taken. The row is set aside, nothing is rounded. If the amount is right, its currency is another one (the Tunisian dinar has three decimals): give it as the currency of amounts that name none, then read the file again."
            ),
        })
    }

    /// Larger than any receivable.
    pub fn set_aside_too_large_amount(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} dépasse dix mille milliards. La ligne est écartée. Vérifiez la colonne{NO_BREAK_SPACE}: un numéro y est peut-être pris pour un montant."
            ),
            Language::En => format!(
                "{seen} passes ten trillion. The row is set aside. Check the column: a number of another kind may be taken for an amount."
            ),
        })
    }

    /// No amount.
    pub fn set_aside_missing_amount(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "il n’y a pas de montant. La ligne est écartée. Complétez la cellule, ou désignez une autre colonne de montant.",
                "there is no amount. The row is set aside. Fill in the cell, or choose another column of amounts.",
            ),
        )
    }

    /// Debit and credit both filled.
    pub fn set_aside_amount_on_both_sides(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "débit et crédit portent tous deux un montant ({seen}). La ligne est écartée. Une écriture n’a qu’un sens{NO_BREAK_SPACE}: scindez la ligne, ou vérifiez si c’est un total."
            ),
            Language::En => format!(
                "debit and credit both carry an amount ({seen}). The row is set aside. An entry has one side only: split the row, or check whether it is a total."
            ),
        })
    }

    /// The side letter is unknown.
    pub fn set_aside_unknown_side(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} ne dit ni débit ni crédit (attendu{NO_BREAK_SPACE}: D ou C). La ligne est écartée. Corrigez la cellule, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} says neither debit nor credit (expected: D or C). The row is set aside. Correct the cell, then read the file again."
            ),
        })
    }

    /// No date at all.
    pub fn set_aside_unreadable_date(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} n’est pas une date. La ligne est écartée. Écrivez la date comme les autres de la colonne, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} is not a date. The row is set aside. Write the date like the others of the column, then read the file again."
            ),
        })
    }

    /// A date no calendar has.
    pub fn set_aside_impossible_date(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "la date {seen} n’existe pas dans l’ordre retenu pour le fichier. La ligne est écartée. Corrigez-la, ou vérifiez l’ordre jour/mois/année."
            ),
            Language::En => format!(
                "the date {seen} does not exist in the order chosen for the file. The row is set aside. Correct it, or check the order day/month/year."
            ),
        })
    }

    /// No date.
    pub fn set_aside_missing_date(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "il n’y a pas de date. La ligne est écartée. Complétez la cellule, ou désignez une autre colonne de date.",
                "there is no date. The row is set aside. Fill in the cell, or choose another column of dates.",
            ),
        )
    }

    /// No customer.
    pub fn set_aside_missing_customer(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "aucun client n’est nommé. La ligne est écartée. Complétez le code ou le nom du client.",
                "no customer is named. The row is set aside. Fill in the customer’s code or name.",
            ),
        )
    }

    /// An account of somebody else.
    pub fn set_aside_not_customer_account(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "le compte {seen} n’est pas un compte client (411). La ligne n’est pas reprise{NARROW_SPACE}; rien à faire si c’est voulu."
            ),
            Language::En => format!(
                "the account {seen} is not a customer’s (411). The row is not taken; nothing to do if that is intended."
            ),
        })
    }

    /// Rows of accounts that are no customers', by the first digits of the account.
    pub fn set_aside_other_accounts(self, at: &str, root: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "{rows} de comptes {root}… qui ne sont pas des comptes clients (411), la première ici. Elles ne sont pas reprises{NARROW_SPACE}; rien à faire si c’est voulu."
            ),
            Language::En => format!(
                "{rows} of accounts {root}… that are not customers’ (411), the first of them here. They are not taken; nothing to do if that is intended."
            ),
        })
    }

    /// Rows of items sold that bear the totals of their whole invoice.
    pub fn set_aside_invoice_lines(self, at: &str, count: u32) -> String {
        let rows = self.things(
            u64::from(count),
            ("ligne reprend le montant de sa facture", "lignes reprennent le montant de leur facture"),
            ("row repeats the amount of its invoice", "rows repeat the amount of their invoice"),
        );
        self.said(at, &match self {
            Language::Fr => format!(
                "{rows}, avec une ligne par article vendu. Chaque facture est comptée une fois, à sa première ligne{NARROW_SPACE}; rien à faire."
            ),
            Language::En => format!(
                "{rows}, with a row for each item sold. Each invoice is counted once, at its first row; nothing to do."
            ),
        })
    }

    /// A currency nobody knows.
    pub fn set_aside_unknown_currency(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} n’est pas une devise. La ligne est écartée{NARROW_SPACE}: aucune devise n’est supposée à sa place. Écrivez un code de trois lettres, par exemple EUR."
            ),
            Language::En => format!(
                "{seen} is not a currency. The row is set aside: no currency is assumed instead. Write a code of three letters, for example EUR."
            ),
        })
    }

    /// More cells than headings.
    pub fn set_aside_extra_cells(self, at: &str, expected: u16) -> String {
        self.said(at, &match self {
            Language::Fr => format!(
                "la ligne a plus de cellules que les {expected} intitulés{NO_BREAK_SPACE}: elle a glissé, sans doute sur une virgule ou un séparateur dans un texte ou un montant. Elle est écartée. Exportez avec un autre séparateur (point-virgule ou tabulation), ou cette cellule entre guillemets."
            ),
            Language::En => format!(
                "the row has more cells than the {expected} headings: it slipped, probably on a comma or a separator within a text or an amount. It is set aside. Export with another separator (semicolon or tab), or with that cell in quotes."
            ),
        })
    }

    /// A document that was never due.
    pub fn set_aside_cancelled(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!(
                        "la pièce est {seen}. La ligne est écartée{NARROW_SPACE}; rien à faire si elle n’est pas due."
                    )
                }
                Language::En => {
                    format!("the document is {seen}. The row is set aside; nothing to do if it is not owed.")
                }
            },
        )
    }

    /// A layout that is recognised only; `layout` is its code.
    pub fn set_aside_layout_not_read(self, at: &str, layout: &str) -> String {
        let what = match layout {
            "aged-balance" => self.pick("une balance déjà âgée par client", "a balance already aged by customer"),
            "bank-statement" => self.pick("un relevé de banque", "a bank statement"),
            "customers" => self.pick("une liste de clients", "a list of customers"),
            _ => self.pick("une autre forme de tableau", "another kind of table"),
        };
        self.said(at, &match self {
            Language::Fr => format!(
                "c’est {what}, que cette version reconnaît mais ne lit pas. La ligne est écartée. Exportez les postes ouverts ou le grand livre, pièce par pièce."
            ),
            Language::En => format!(
                "this is {what}, which this version recognises but does not read. The row is set aside. Export the open items or the ledger, document by document."
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_name_what_is_known() {
        assert_eq!(
            Language::Fr.place_in_file("b.xlsx", Some("Balance"), Some(231), Some("Débit")),
            "b.xlsx, feuille «\u{A0}Balance\u{A0}», ligne 231, colonne «\u{A0}Débit\u{A0}»"
        );
        assert_eq!(Language::En.place_in_file("b.csv", None, Some(2), None), "b.csv, row 2");
    }

    #[test]
    fn a_row_set_aside_says_where_what_and_what_to_do() {
        assert_eq!(
            Language::Fr.set_aside_look_alike("b.csv, ligne 2", "1.2OO,00", "1.200,00"),
            "b.csv, ligne 2\u{A0}: «\u{A0}1.2OO,00\u{A0}» n’est pas un nombre (un caractère y tient lieu de chiffre). La ligne est écartée. Corrigez la cellule en «\u{A0}1.200,00\u{A0}» si c’est ce qu’il faut lire, puis relisez le fichier."
        );
    }
}
