//! `Situation` heads the state of a document, and of works the number of their statement (`S04-590`). Codes that never come back
//! are no states: they number documents, where nothing else does.

use crate::Field;
use crate::header::Header;
use crate::headless;
use sheet::{Row, Table};

/// Takes the meaning of a state from a column of codes of which nearly all differ.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if !header.may(&[Field::Status]) {
        return;
    }
    let rows = header.items(table);
    let states = header.columns_of(&[Field::Status]);
    let mut numbers = headless::columns(table, &rows).filter(|column| states.contains(&column.number));
    let numbered = numbers.find(|column| column.nearly_differs(&rows) && are_codes(&rows, column.number));
    let Some(column) = numbered.map(|column| column.number) else { return };
    for heading in header.headings.iter_mut().filter(|heading| heading.column == column) {
        heading.hits.retain(|hit| hit.field != Field::Status);
    }
    if !header.may(&[Field::Document]) {
        header.means(column, Field::Document);
    }
}

/// Whether every cell is one word with a digit: a sentence about a document differs from row to row as well.
fn are_codes(rows: &[Row<'_>], column: u16) -> bool {
    let texts = || rows.iter().filter_map(|row| row.cell(column)).map(|cell| cell.text.trim());
    texts().all(|text| !text.contains(char::is_whitespace) && text.bytes().any(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// What a column headed `Situation` means, of these states.
    fn read(headings: &str, states: [&str; 6]) -> Vec<Field> {
        let row = |state: &str| format!("ALPHA;{state};13/01/2026;12/02/2026;1 200,50;20,50");
        let text = format!("Client;Situation;{headings}\n{}\n", states.map(row).join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let columns = found.candidates[0].mapping.columns().iter();
        columns.filter(|binding| binding.column == 1).map(|binding| binding.field).collect()
    }

    #[test]
    fn codes_that_never_come_back_are_no_states() {
        let (bare, numbered) = ("Date;Échéance;Montant;Reste dû", "Date;Échéance;Montant;N° facture");
        let codes = ["S04-590", "S04-591", "S05-592", "S05-593", "S06-594", "S06-595"];
        assert_eq!(read(bare, codes), [Field::Document]);
        assert_eq!(read(numbered, codes), []);
        assert_eq!(read(bare, ["Payée", "Due", "Due", "Payée", "Due", "Litige"]), [Field::Status]);
        // Each sentence differs.
        let told = ["payé le 3", "dû 4", "relance 1", "relance 2", "litige 5", "promis 6"];
        assert_eq!(read(bare, told), [Field::Status]);
    }
}
