//! Lists of credit notes alone, whose amounts are written without a sign: the heading of their numbers says so (`N° avoir`),
//! the name of the sheet, or a title.

use crate::vocabulary::{names_credit_note, names_invoice};
use crate::words::{begins_with, fold};
use sheet::Table;

/// Words before what a list lists.
const LIST_OF: [&str; 12] = [
    "liste des ",
    "etat des ",
    "journal des ",
    "detail des ",
    "export des ",
    "list of ",
    "liste der ",
    "listado de ",
    "lista de ",
    "elenco ",
    "lijst van ",
    "open ",
];

/// How a name of a list of credit notes begins.
const LISTS: [&str; 12] = [
    "avoir",
    "avoirs",
    "credit note",
    "credit notes",
    "credit memo",
    "credit memos",
    "gutschriften",
    "abonos",
    "notas de credito",
    "note di credito",
    "creditnota s",
    "creditfacturen",
];

/// Whether every row of a table is a credit note. `number` is the heading of the documents' numbers.
pub(crate) fn are_all(table: &Table, header_row: u32, number: Option<&str>) -> bool {
    let of_credit_notes = |words: &str| names_credit_note(words) && !names_invoice(words);
    if number.is_some_and(|heading| of_credit_notes(&fold(heading))) {
        return true;
    }
    let is_list = |text: &str| {
        let words = fold(text);
        let listed = LIST_OF.iter().find_map(|start| words.strip_prefix(start)).unwrap_or(&words);
        LISTS.iter().any(|list| begins_with(listed, list)) && !names_invoice(&words)
    };
    let titles = table.rows().take_while(|row| row.number() < header_row).take(40);
    table.name.as_deref().is_some_and(is_list) || titles.flat_map(|row| row.cells()).any(|cell| is_list(cell.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_credit_notes_say_so() {
        let all = |name: &str, number: &str| are_all(&Table::new(Some(name.to_owned())), 1, Some(number));
        for (name, number) in [
            ("Feuil1", "N° avoir"),
            ("Feuil1", "Credit note no."),
            ("Avoirs", "N° pièce"),
            ("Avoirs 2025", "Numéro"),
            ("Liste des avoirs", "Numéro"),
            ("Gutschriften", "Belegnr."),
        ] {
            assert!(all(name, number), "{name}, {number}");
        }
        for (name, number) in [
            ("Feuil1", "N° facture"),
            ("Feuil1", "N° facture ou avoir"),
            ("Factures et avoirs", "Numéro"),
            ("Encours hors avoirs", "Numéro"),
            ("Creditors", "Number"),
        ] {
            assert!(!all(name, number), "{name}, {number}");
        }
    }
}
