//! The day of an entry in a column that no heading names: Odoo prints it below its customers, in their column, and leaves
//! `Date de facturation` to invoices; others head it `Jour`. It is told by the rows alone: a day stands there on every one that
//! holds an amount, and the columns of days that are named leave some of them without any.

use crate::Field;
use crate::by_content::is_unknown;
use crate::date::{self, Packed, Shape};
use crate::date_profile::ORDERS;
use crate::field::Content;
use crate::header::{Header, Heading};
use crate::mapping::DateOrder;
use crate::number::looks_like_one;
use crate::vocabulary;
use crate::words::fold;
use sheet::{Cell, Row, Table};
use std::collections::BTreeSet;
use values::Gather;

/// Rows without any day but that one, at least.
const ENOUGH: usize = 3;

/// Headings that say no more than that a day stands below them; where the month is printed above, its number alone does.
const DAYS: [&str; 6] = ["jour", "day", "tag", "dia", "giorno", "dag"];

/// Whether a heading says no more than that.
pub(crate) fn says_day(heading: &str) -> bool {
    DAYS.contains(&fold(heading).as_str())
}

/// Gives the column its meaning.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let dated = days_named(header);
    if header.row == 0 || dated.is_empty() || header.may(&[Field::PostingDay, Field::PaymentDay]) {
        return;
    }
    let rows = header.items(table);
    let undated = |row: &&Row<'_>| !dated.iter().any(|column| holds_day(row, *column));
    let is_entry = |row: &Row<'_>| is_entry(header, row);
    if rows.iter().filter(undated).filter(|row| is_entry(row)).nth(ENOUGH - 1).is_none() {
        return;
    }
    let rows: Vec<Row<'_>> = rows.into_iter().filter(is_entry).collect();
    let mut columns = (0..table.column_count()).filter(|column| is_unnamed(header, *column) && dates(&rows, *column));
    let (Some(column), None) = (columns.next(), columns.next()) else { return };
    if comes_after(&rows, column, &header.columns_of(&[Field::DueDay])) {
        return;
    }
    if header.headings.iter().all(|heading| heading.column != column) {
        header.headings.insert(0, Heading { column, text: String::new(), hits: Vec::new() });
    }
    header.means(column, Field::PostingDay);
    header.proven.insert(column);
}

/// The columns that date entries as far as headings tell: those of invoices, or of due days where no invoice has one.
fn days_named(header: &Header) -> Vec<u16> {
    let issued = header.columns_of(&[Field::InvoiceDay]);
    if issued.is_empty() { header.columns_of(&[Field::DueDay]) } else { issued }
}

/// Whether a row holds an amount and words of its own beside it, and is no total and no balance brought forward.
fn is_entry(header: &Header, row: &Row<'_>) -> bool {
    let heads = |cell: &Cell<'_>, wanted: fn(&Heading) -> bool| {
        header.headings.iter().any(|heading| heading.column == cell.column && wanted(heading))
    };
    let money = |heading: &Heading| heading.hits.iter().any(|hit| hit.field.content() == Content::Amount);
    let worded = |heading: &Heading| heading.hits.iter().any(|hit| hit.field.content() == Content::Text);
    let moves = row.cells().any(|cell| looks_like_one(cell.text) && heads(&cell, money));
    let told = row.cells().any(|cell| !cell.text.trim().is_empty() && heads(&cell, worded));
    let says_so =
        |words: &str| vocabulary::is_total(words) || vocabulary::is_opening(words) || vocabulary::is_closing(words);
    moves && told && !row.cells().any(|cell| says_so(&fold(cell.text)))
}

fn is_unnamed(header: &Header, column: u16) -> bool {
    let named = header.headings.iter().filter(|heading| heading.column == column);
    let mut texts = named.map(|heading| heading.text.trim());
    texts.all(|text| text.is_empty() || says_day(text) || is_unknown(text))
}

/// Whether a day stands in a column on every row, and not the same on all.
fn dates(rows: &[Row<'_>], column: u16) -> bool {
    let days: BTreeSet<&str> = rows.iter().filter_map(|row| Some(row.cell(column)?.text.trim())).gather();
    days.len() > 1 && rows.iter().all(|row| holds_day(row, column))
}

/// Whether a column of days is later than what is due on many rows that hold both, in whatever order days are written:
/// the day of a reminder, or of a payment.
fn comes_after(rows: &[Row<'_>], column: u16, due: &[u16]) -> bool {
    let is_after = |order: DateOrder| {
        let pairs = rows.iter().flat_map(|row| {
            due.iter().filter_map(move |due| Some((packed_in(row, column, order)?, packed_in(row, *due, order)?)))
        });
        let (both, after) =
            pairs.fold((0_usize, 0_usize), |(both, after), (day, due)| (both + 1, after + usize::from(day > due)));
        (both > 0).then_some(after * 5 > both)
    };
    let told: Vec<bool> = ORDERS.into_iter().filter_map(is_after).collect();
    !told.is_empty() && told.into_iter().all(|after| after)
}

fn holds_day(row: &Row<'_>, column: u16) -> bool {
    ORDERS.into_iter().any(|order| packed_in(row, column, order).is_some())
}

/// The day of a cell; `None` where a number alone stands there.
fn packed_in(row: &Row<'_>, column: u16, order: DateOrder) -> Option<Packed> {
    match date::shape(&row.cell(column)?, false) {
        Shape::True(day) | Shape::Certain(day) => Some(date::packed(day)),
        Shape::Parts(parts) if !parts.bare => parts.packed(order),
        Shape::Parts(_) | Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Impossible | Shape::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The columns of the days on which entries were posted and invoices issued.
    fn read(headings: &str, rows: &[&str]) -> String {
        let text = format!("{headings}\n{}\n", rows.join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = found.candidates.first().map(|best| &best.mapping);
        let column = |field: Field| mapping.and_then(|of| of.binding(field)).map(|binding| binding.column.to_string());
        [Field::PostingDay, Field::InvoiceDay].map(|field| column(field).unwrap_or_else(|| "-".to_owned())).join(" ")
    }

    const PARTNERS: [&str; 7] = [
        "ALPHA SAS;;;;;1 200,00;1 200,00",
        "   13/01/2026;FAC;F01;13/01/2026;12/02/2026;1 200,00;",
        "   20/02/2026;BNK;V01;;20/02/2026;;1 200,00",
        "BETA;;;;;;500,50",
        "   05/03/2026;BNK;V02;;05/03/2026;;500,50",
        "GAMMA;;;;;;70,00",
        "   06/03/2026;BNK;V03;;06/03/2026;;70,00",
    ];

    #[test]
    fn a_day_below_the_customers_dates_what_no_other_day_does() {
        let headings = ";Journal;Référence;Date de facturation;Date d'échéance;Débit;Crédit";
        assert_eq!(read(headings, &PARTNERS), "0 3");
        // One payment has no day anywhere.
        let undated = PARTNERS.map(|row| row.replace("   06/03/2026;BNK", "   ;BNK"));
        assert_eq!(read(headings, &undated.each_ref().map(String::as_str)), "- 3");
    }

    #[test]
    fn a_day_under_jour_dates_entries_of_which_some_are_due_on_none() {
        let read = |rows: &[&str]| read("Jour;Jal;Pièce;Client;Échéance;Débit;Crédit", rows);
        let rows = [
            "13/01/26;VT;F01;ALPHA;12/02/26;1 200,00;",
            "20/02/26;BQ;V01;ALPHA;;;1 200,00",
            "05/03/26;BQ;V02;BETA;;;500,50",
            "06/03/26;BQ;V03;GAMMA;;;70,00",
        ];
        assert_eq!(read(&rows), "0 -");
        // The number of the day alone.
        let numbers = rows.map(|row| row.replacen("/01/26", "", 1).replacen("/02/26", "", 1).replacen("/03/26", "", 1));
        assert_eq!(read(&numbers.each_ref().map(String::as_str)), "- -");
    }

    #[test]
    fn another_day_under_no_words_is_left() {
        let read =
            |headings: &str, rows: &[&str]| read(&format!("Client;Pièce;Date facture;Échéance;{headings}"), rows);
        // Every invoice has its own day.
        let rows = [
            "ALPHA;F1;13/01/2026;12/02/2026;10,50;15/03/2026",
            "BETA;F2;14/01/2026;13/02/2026;20,50;16/03/2026",
            "GAMMA;F3;15/01/2026;14/02/2026;30,50;17/03/2026",
        ];
        assert_eq!(read("Montant;", &rows), "- 2");
        // A day after what is due.
        let rows = rows.map(|row| row.replace("13/01/2026", "").replace("14/01/2026", "").replace("15/01/2026", ""));
        assert_eq!(read("Montant;", &rows.each_ref().map(String::as_str)), "- 2");
        // Two of them.
        let before = rows.map(|row| row.replace("/03/2026", "/01/2026"));
        let rows = before.map(|row| format!("{row};{}", &row[row.len() - 10..]));
        assert_eq!(read("Montant;;", &rows.each_ref().map(String::as_str)), "- 2");
    }
}
