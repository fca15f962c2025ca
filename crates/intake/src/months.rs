//! Columns of amounts headed by months: what was due in each (`août-26`), or older than the first (`May 2026 & older`).
//! Under words for invoices the months are those of documents, and say nothing of when they are due.

use crate::Field;
use crate::date::month_heading;
use crate::header::Header;
use crate::words::fold;
use sheet::{Cell, CellKind, Table};
use values::Day;

/// The month that heads a column.
pub(crate) struct Month {
    /// Its first day.
    pub first: Day,
    /// What is older stands there as well.
    pub older: bool,
}

const OLDER: &[&str] =
    &["older", "before", "earlier", "prior", "avant", "anterieur", "anterieurs", "alter", "fruher", "anteriores"];
const INVOICED: &[&str] = &[
    "facture",
    "factures",
    "facturation",
    "invoice",
    "invoices",
    "invoiced",
    "billed",
    "rechnung",
    "rechnungsmonat",
    "fatturato",
    "facturado",
    "gefactureerd",
];
const DUE: &[&str] = &["echeance", "echeances", "echu", "due", "fallig", "falligkeit", "scadenza", "vencimiento"];
const BESIDE: &[&str] = &["and", "et", "und", "e", "y", "en", "or", "ou"];

/// The month of a heading.
pub(crate) fn of(cell: &Cell<'_>) -> Option<Month> {
    if cell.kind != CellKind::Text {
        return month_heading(cell).map(|first| Month { first, older: false });
    }
    let words = fold(cell.text);
    let older = words.split(' ').any(|word| OLDER.contains(&word));
    let beside = |word: &&str| ![OLDER, INVOICED, BESIDE].iter().any(|list| list.contains(word));
    let month = words.split(' ').filter(beside).collect::<Vec<_>>().join(" ");
    month_heading(&Cell { text: &month, ..*cell }).map(|first| Month { first, older })
}

/// The months that head columns, where there are two at least.
pub(crate) fn all(table: &Table, header_row: u32) -> Vec<(Cell<'_>, Month)> {
    let row = table.row(header_row);
    let found: Vec<_> = row.iter().flat_map(|row| row.cells()).filter_map(|cell| Some((cell, of(&cell)?))).collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Makes columns headed by months those of ages, where something says that what they hold is owed: what is older stands
/// in a column too, or what is due of all.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if header.may(&[Field::InvoiceDay, Field::PostingDay, Field::DueDay, Field::Document]) {
        return;
    }
    let months = all(table, header.row);
    let whole = header.headings.iter().any(|heading| heading.may(&[Field::Residual]) && !heading.may(&[Field::Amount]));
    if whole || header.may(&[Field::Bucket]) || months.iter().any(|(_, month)| month.older) {
        months.iter().for_each(|(cell, _)| header.means(cell.column, Field::Bucket));
    }
}

/// Whether the headings, or the titles above them, say that months are those of invoices.
pub(crate) fn of_invoices(table: &Table, header_row: u32) -> bool {
    let words: Vec<String> = table
        .rows()
        .take_while(|row| row.number() <= header_row)
        .flat_map(|row| row.cells().map(|cell| fold(cell.text)).collect::<Vec<_>>())
        .collect();
    let any = |list: &[&str]| words.iter().flat_map(|words| words.split(' ')).any(|word| list.contains(&word));
    any(INVOICED) && !any(DUE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_months() {
        let read = |text: &str| {
            let month = of(&Cell { column: 0, kind: CellKind::Text, text })?;
            Some(format!("{}{}", month.first, if month.older { " and before" } else { "" }))
        };
        for (heading, month) in [
            ("Sep 2026", Some("2026-09-01")),
            ("May 2026 & older", Some("2026-05-01 and before")),
            ("mai-26 et antérieurs", Some("2026-05-01 and before")),
            ("Facturé août 26", Some("2026-08-01")),
            ("Sept. 2026", Some("2026-09-01")),
            ("Plus ancien", None),
            ("May", None),
            ("Total 2026", None),
        ] {
            assert_eq!(read(heading).as_deref(), month, "{heading}");
        }
    }

    #[test]
    fn months_are_ages_where_something_is_owed() {
        let read = |headings: &str| {
            let rows = "Alpha;1,00;2,00;3,00;6,00\nBeta;0,00;2,00;0,00;2,00\nGamma;5,50;0,00;0,00;5,50\n";
            let text = format!("Client;{headings}\n{rows}");
            let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
            let found = crate::detect::detect(&book.tables[0]);
            found.candidates.first().map(|best| best.mapping.layout().key())
        };
        assert_eq!(read("août-26;juil-26;juin-26;Reste dû"), Some("aged-balance"));
        assert_eq!(read("août-26;juil-26;juin-26 et avant;Ensemble"), Some("aged-balance"));
        // What was sold.
        assert_eq!(read("août-26;juil-26;juin-26;Ensemble"), None);
        assert_eq!(read("août-26;juil-26;juin-26;CA"), None);
    }
}
