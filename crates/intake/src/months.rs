//! Columns of amounts headed by months: what was due in each (`août-26`), or older than the first (`May 2026 & older`).
//! Under words for invoices the months are those of documents, and say nothing of when they are due.

use crate::Field;
use crate::aged_day;
use crate::date::{month_heading, month_of};
use crate::footing;
use crate::header::Header;
use crate::unread;
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
const SALES: &[&str] = &[
    "ca", "affaires", "vente", "ventes", "sales", "revenue", "turnover", "umsatz", "umsatze", "ventas", "vendite",
    "omzet",
];
const DUE: &[&str] = &["echeance", "echeances", "echu", "due", "fallig", "falligkeit", "scadenza", "vencimiento"];
const MORE: &[&str] = &["plus", "dela", "au", "more", "mehr", "mas", "piu", "meer"];
const BESIDE: &[&str] = &["and", "et", "und", "e", "y", "en", "or", "ou"];

/// The month of a heading that tells its year.
pub(crate) fn of(cell: &Cell<'_>) -> Option<Month> {
    if cell.kind != CellKind::Text {
        return month_heading(cell).map(|first| Month { first, older: false });
    }
    let (month, older) = bare(cell.text);
    month_heading(&Cell { text: &month, ..*cell }).map(|first| Month { first, older })
}

/// The words of a month alone, and whether what is older stands there as well.
fn bare(text: &str) -> (String, bool) {
    let words = fold(text);
    let older = words.split(' ').any(|word| OLDER.contains(&word)) || text.contains(['<', '≤']);
    let beside = |word: &&str| ![OLDER, INVOICED, BESIDE].iter().any(|list| list.contains(word));
    (words.split(' ').filter(beside).collect::<Vec<_>>().join(" "), older)
}

/// Whether a heading names a month, with its year or by its place before the day of the balance (`Décembre`, `M-1`).
pub(crate) fn names_one(cell: &Cell<'_>) -> bool {
    of(cell).is_some() || undated(cell).is_some()
}

/// A month without a year: its number among those of a year, or how many months before the one of the balance it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Undated {
    Named(u32),
    Before(u32),
}

fn undated(cell: &Cell<'_>) -> Option<(Undated, bool)> {
    if cell.kind != CellKind::Text {
        return None;
    }
    if let Some(rest) = cell.text.trim().strip_prefix('M') {
        let rest = rest.trim_start();
        let (count, rest) = match rest.strip_prefix('-').map(str::trim_start) {
            Some(after) => after.split_at(after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len())),
            None => ("0", rest),
        };
        let words = fold(rest);
        let known = |word: &str| word.is_empty() || [OLDER, BESIDE, MORE].iter().any(|list| list.contains(&word));
        let signs = rest.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || c == '+');
        let count = count.parse().ok().filter(|count| *count < 36);
        // `Mars` and `Mai` begin alike.
        if let (Some(count), true, true) = (count, signs, words.split(' ').all(known)) {
            return Some((Undated::Before(count), !rest.is_empty()));
        }
    }
    let (month, older) = bare(cell.text);
    month_of(&month).map(|month| (Undated::Named(u32::from(month)), older))
}

/// The months that head columns, where there are two at least. Those without a year are the ones that lead up to the day
/// of the balance, one after the other.
pub(crate) fn all<'t>(table: &'t Table, header_row: u32, day: Option<Day>) -> Vec<(Cell<'t>, Month)> {
    let row = table.row(header_row);
    let cells: Vec<Cell<'t>> = row.iter().flat_map(|row| row.cells()).collect();
    let dated: Vec<_> = cells.iter().filter_map(|cell| Some((*cell, of(cell)?))).collect();
    if dated.len() > 1 {
        return dated;
    }
    let named: Vec<_> = cells.iter().filter_map(|cell| Some((*cell, undated(cell)?))).collect();
    let places: Option<Vec<u32>> = named.iter().map(|(_, (month, _))| months_before(*month, day?)).collect();
    let Some(places) = places.filter(|places| lead_up(places)) else { return Vec::new() };
    let first = |before: u32| day.map(|day| day.first_of_month().minus_months(before));
    let months = named.iter().zip(places);
    let month = |((cell, (_, older)), before): (&(Cell<'t>, (Undated, bool)), u32)| {
        Some((*cell, Month { first: first(before)?, older: *older }))
    };
    months.filter_map(month).collect()
}

/// How many months before the one of a day the last month of that name is.
fn months_before(month: Undated, day: Day) -> Option<u32> {
    match month {
        Undated::Before(count) => Some(count),
        Undated::Named(month) => Some((12 + day.month()).checked_sub(month)? % 12),
    }
}

/// Whether months follow one another up to that of the balance, or the one before it, in either direction.
fn lead_up(places: &[u32]) -> bool {
    let follow =
        |step: fn(u32, u32) -> bool| places.iter().zip(places.iter().skip(1)).all(|(one, next)| step(*one, *next));
    let last = places.iter().min().is_some_and(|last| *last < 2);
    places.len() > 1 && last && (follow(|one, next| one + 1 == next) || follow(|one, next| next + 1 == one))
}

/// Makes columns headed by months those of ages, where something says that what they hold is owed: what is older stands
/// in a column too, or what is due of all; or a title says so of a total of all months.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if header.may(&[Field::InvoiceDay, Field::PostingDay, Field::DueDay, Field::Document]) {
        return;
    }
    let months = all(table, header.row, aged_day::stated(table, header.row).day);
    let whole = header.headings.iter().any(|heading| heading.may(&[Field::Residual]) && !heading.may(&[Field::Amount]));
    let columns: Vec<u16> = months.iter().map(|(cell, _)| cell.column).collect();
    let total = || footing::total_of(header, table, &columns).is_some();
    // Without a year, or under words of sales, they may be the months of sales beside what is due.
    let dated = months.iter().all(|(cell, _)| of(cell).is_some());
    let sales = || says(table, header.row, SALES) || table.name.as_deref().is_some_and(|name| holds_any(name, SALES));
    let whole = whole && (dated && !sales() || total());
    let owed = || unread::is_titled_as_due(table, header.row) && total();
    if whole || header.may(&[Field::Bucket]) || months.iter().any(|(_, month)| month.older) || owed() {
        months.iter().for_each(|(cell, _)| header.means(cell.column, Field::Bucket));
    }
}

/// Whether the headings, or the titles above them, say that months are those of invoices.
pub(crate) fn of_invoices(table: &Table, header_row: u32) -> bool {
    says(table, header_row, INVOICED) && !says(table, header_row, DUE)
}

/// Whether one of the words stands in the headings, or in the titles above them.
fn says(table: &Table, header_row: u32, list: &[&str]) -> bool {
    let above = table.rows().take_while(|row| row.number() <= header_row);
    above.flat_map(|row| row.cells()).any(|cell| holds_any(cell.text, list))
}

fn holds_any(text: &str, list: &[&str]) -> bool {
    fold(text).split(' ').any(|word| list.contains(&word))
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
            ("06/2026", Some("2026-06-01")),
            ("2026-06", Some("2026-06-01")),
            ("06/26", None),
            ("<= mai-26", Some("2026-05-01 and before")),
        ] {
            assert_eq!(read(heading).as_deref(), month, "{heading}");
        }
    }

    #[test]
    fn months_without_a_year_lead_up_to_the_day_of_the_balance() {
        let read = |headings: &str, day: &str| {
            let book =
                sheet::read(format!("{headings}\n").as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
            let months = all(&book.tables[0], 1, Some(day.parse().unwrap()));
            let shown = |(_, month): &(Cell<'_>, Month)| {
                format!("{}{}", &month.first.to_string()[..7], if month.older { "+" } else { "" })
            };
            months.iter().map(shown).collect::<Vec<_>>().join(" ")
        };
        for (headings, day, expected) in [
            ("Client;Décembre;Novembre;Octobre;Antérieur", "2026-12-31", "2026-12 2026-11 2026-10"),
            ("Client;Novembre;Décembre;Janvier", "2027-01-15", "2026-11 2026-12 2027-01"),
            ("Client;M;M-1;M-2 et +", "2026-12-31", "2026-12 2026-11 2026-10+"),
            ("Client;Mai;Juin;Juillet", "2026-12-31", ""),
            ("Client;Mars;Avril;Mai", "2026-05-31", "2026-03 2026-04 2026-05"),
            ("Client;Décembre;Octobre", "2026-12-31", ""),
            ("Client;M;M-3", "2026-12-31", ""),
            ("Client;M+1;M+2", "2026-12-31", ""),
        ] {
            assert_eq!(read(headings, day), expected, "{headings}");
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

    #[test]
    fn months_of_sales_beside_what_is_owed_are_no_ages() {
        let read = |title: &str, rows: &str| {
            let text = format!("{title}\nClient;août-26;juil-26;juin-26;Encours\n{rows}");
            let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
            let found = crate::detect::detect(&book.tables[0]);
            found.candidates.first().map(|best| best.mapping.binds(Field::Bucket))
        };
        let apart = "Alpha;1,00;2,00;3,00;4,00\nBeta;0,00;2,00;0,00;1,00\nGamma;5,50;0,00;0,00;0,50\n";
        let together = "Alpha;1,00;2,00;3,00;6,00\nBeta;0,00;2,00;0,00;2,00\nGamma;5,50;0,00;0,00;5,50\n";
        assert_eq!(read("Ventes et encours par client", apart), Some(false));
        assert_eq!(read("Ventes et encours par client", together), Some(true));
    }
}
