//! `L` above the letters of a ledger: cells of one to three letters that come back say so. Numbers under it are those of lines.

use crate::Field;
use crate::header::Header;
use crate::words::fold;
use sheet::{Row, Table};
use std::collections::BTreeSet;
use values::Gather;

/// Gives the column its meaning, where entries have two sides and no other column holds their letters.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if header.may(&[Field::MatchCode]) || !header.has_sides() {
        return;
    }
    let headed = header.headings.iter().filter(|heading| fold(&heading.text) == "l").map(|heading| heading.column);
    let columns: Vec<u16> = headed.collect();
    let ([column], rows) = (columns.as_slice(), header.items(table)) else { return };
    if holds_letters(&rows, *column, "L") {
        header.means(*column, Field::MatchCode);
    }
}

/// Whether every cell is a word of one to three letters, and some come back. A print repeats its headings.
fn holds_letters(rows: &[Row<'_>], column: u16, heading: &str) -> bool {
    let texts = rows.iter().filter_map(|row| row.cell(column)).map(|cell| cell.text.trim());
    let letters: Vec<&str> = texts.filter(|text| !text.is_empty() && !text.eq_ignore_ascii_case(heading)).collect();
    let different: BTreeSet<&str> = letters.iter().copied().gather();
    let is_letter = |text: &&str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    different.len() > 1 && different.len() < letters.len() && letters.iter().all(is_letter)
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// Whether the column headed `L` is one of letters, with these cells.
    fn read(cells: [&str; 4]) -> bool {
        let row = |cell: &str| format!("ALPHA;13/01/2026;F1;{cell};1 200,50;");
        let text = format!("Client;Date;Pièce;L;Débit;Crédit\n{}\n", cells.map(row).join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        detect(&book.tables[0]).candidates.iter().any(|one| one.mapping.binds(Field::MatchCode))
    }

    #[test]
    fn letters_that_come_back_match_and_numbers_of_lines_do_not() {
        assert!(read(["AA", "", "AB", "AA"]));
        assert!(!read(["1", "2", "1", "2"]));
        assert!(!read(["AA", "", "AB", "AC"]));
    }
}
