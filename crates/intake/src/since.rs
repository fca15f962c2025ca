//! `Du` heads what is due, `Dû` without its accent, and the day of a document (`Facture du`) or of a period that it
//! covers (`Du`, `Au`). Folded they are the same word: the cells tell.

use crate::Field;
use crate::date::{self, Shape};
use crate::header::{Header, Heading};
use crate::words::fold;
use sheet::Table;

/// Makes of a column of days under `Du` that of the documents, where no other column has a day for each of them.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let rows = header.items(table);
    let days = |column: u16| {
        let cells = rows.iter().filter_map(move |row| row.cell(column)).filter(|cell| !cell.text.trim().is_empty());
        cells.map(|cell| {
            matches!(date::shape(&cell, false), Shape::Parts(_) | Shape::True(_) | Shape::Certain(_) | Shape::Serial(_))
        })
    };
    let dated = |heading: &&Heading| {
        fold(&heading.text) == "du" && days(heading.column).count() > 0 && days(heading.column).all(|is_day| is_day)
    };
    // The day of a payment stands beside some documents only.
    let others = header.columns_of(&[Field::InvoiceDay, Field::PostingDay]);
    let fullest = others.into_iter().map(|column| days(column).count()).max().unwrap_or_default();
    let mut columns = header.headings.iter().filter(dated).map(|heading| heading.column);
    let fuller = |column: &u16| days(*column).count() > fullest;
    if let (Some(column), None) = (columns.next().filter(fuller), columns.next()) {
        header.means(column, Field::InvoiceDay);
    }
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The columns of the day and of what remains.
    fn read(headings: &str, row: &str) -> String {
        let text = format!("Client;Facture;{headings}\n{}", format!("A;F1;{row}\n").repeat(3));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = found.candidates.first().map(|best| &best.mapping);
        let column = |field: Field| mapping.and_then(|of| of.binding(field)).map_or(0, |binding| binding.column);
        format!("{} {}", column(Field::InvoiceDay), column(Field::Residual))
    }

    #[test]
    fn days_under_du_are_those_of_documents_and_amounts_what_is_due() {
        assert_eq!(read("Du;Montant TTC", "13/02/2026;120,50"), "2 0");
        assert_eq!(read("Date;Du", "13/02/2026;120,50"), "2 3");
        assert_eq!(read("Date;Du;Au;Montant", "13/02/2026;01/02/2026;28/02/2026;120,50"), "2 0");
        assert_eq!(read("Du;Montant TTC;Acompte;Date", "13/02/2026;120,50;;"), "2 0");
        assert_eq!(read("Du;Montant TTC;Dû", "13/02/2026;120,50;120,50"), "2 4");
    }
}
