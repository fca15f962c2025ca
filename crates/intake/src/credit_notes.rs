//! Lists of credit notes alone, whose amounts are written without a sign: the heading of their numbers says so (`N° avoir`),
//! the name of the sheet, or a title; the name of the file only where nothing is due or the numbers say the same.

use crate::vocabulary::{is_credit_note_number, names_credit_note, names_invoice};
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
const LISTS: [&str; 14] = [
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
    "creditnotes",
    "gutschrift",
];

/// Whether every row of a table is a credit note. `number`: the column of the documents' numbers and its heading; `due`:
/// another column says when each is due, as of invoices.
pub(crate) fn are_all(table: &Table, header_row: u32, number: Option<(u16, &str)>, due: bool) -> bool {
    let of_credit_notes = |words: &str| names_credit_note(words) && !names_invoice(words);
    if number.is_some_and(|(_, heading)| of_credit_notes(&fold(heading))) {
        return true;
    }
    let titles = table.rows().take_while(|row| row.number() < header_row).take(40);
    table.name.as_deref().is_some_and(is_list)
        || titles.flat_map(|row| row.cells()).any(|cell| is_list(cell.text))
        || is_named(table) && (!due || number.is_some_and(|(column, _)| are_numbered(table, header_row, column)))
}

/// Whether a name is that of a list of credit notes.
fn is_list(text: &str) -> bool {
    let words = fold(text);
    let words = without_number(&words);
    let listed = LIST_OF.iter().find_map(|start| words.strip_prefix(start)).unwrap_or(words);
    LISTS.iter().any(|list| begins_with(listed, list)) && !names_invoice(words)
}

/// Whether the file is named after credit notes: a hint that what it holds must bear out.
fn is_named(table: &Table) -> bool {
    let path = table.file_name.as_deref().unwrap_or_default();
    is_list(path.rsplit(['/', '\\']).next().unwrap_or(path))
}

/// Whether every number of a column begins with the letters of a credit note.
fn are_numbered(table: &Table, header_row: u32, column: u16) -> bool {
    let mut numbers = table.rows_below(header_row).filter_map(|row| row.cell(column)).peekable();
    numbers.peek().is_some() && numbers.all(|cell| is_credit_note_number(&fold(cell.text)))
}

/// `2) Avoirs à déduire`: a title without its number among others.
fn without_number(words: &str) -> &str {
    let numbered = words.split_once(' ').filter(|(number, _)| number.len() < 3 && !number.is_empty());
    let number =
        |number: &str| number.bytes().all(|byte| byte.is_ascii_digit()) || matches!(number, "a" | "b" | "c" | "ii");
    numbered.filter(|(first, _)| number(first)).map_or(words, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sheet::CellKind;

    #[test]
    fn lists_of_credit_notes_say_so() {
        let all = |name: &str, number: &str| are_all(&Table::new(Some(name.to_owned())), 1, Some((0, number)), true);
        for (name, number) in [
            ("Feuil1", "N° avoir"),
            ("Feuil1", "Credit note no."),
            ("Avoirs", "N° pièce"),
            ("Avoirs 2025", "Numéro"),
            ("Liste des avoirs", "Numéro"),
            ("2) Avoirs à déduire", "N°"),
            ("B - Avoirs", "N°"),
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

    /// A file of two rows under `Numéro`.
    fn file(name: &str, numbers: [&str; 2]) -> Table {
        let mut table = Table::new(None);
        table.file_name = Some(name.to_owned());
        for (text, row) in ["Numéro"].into_iter().chain(numbers).zip(1..) {
            table.start_row(row);
            table.push(0, CellKind::Text, text);
        }
        table
    }

    #[test]
    fn the_name_of_a_file_is_borne_out_by_what_it_holds() {
        let all =
            |name: &str, numbers: [&str; 2], due: bool| are_all(&file(name, numbers), 1, Some((0, "Numéro")), due);
        assert!(all("dossier/avoirs_2026.xlsx", ["AV0001", "AV0002"], true));
        assert!(all("avoirs.csv", ["2026-001", "2026-002"], false));
        assert!(!all("avoirs.csv", ["2026-001", "2026-002"], true));
        assert!(!all("factures.csv", ["AV0001", "AV0002"], false));
        assert!(!all("factures et avoirs.csv", ["AV0001", "AV0002"], false));
    }
}
