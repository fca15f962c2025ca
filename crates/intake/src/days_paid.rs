//! Which columns tell the days of payments: one beside each payment under no more than `Date` or `le`, or `Date 1` and
//! `Date 2` after them. A day that stands beside what nobody paid is no day of a payment.

use crate::Field;
use crate::composed;
use crate::date::{self, Shape};
use crate::header::{Header, Heading};
use crate::money_column::Money;
use crate::words::fold;
use sheet::{Row, Table};

/// Rows that show anything, at least.
const ENOUGH: usize = 4;

/// A column of days: on which rows one stands.
struct Days {
    column: u16,
    filled: Vec<bool>,
}

/// Gives the columns of days beside payments their meaning, and takes it from days that are none.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let paid: Vec<u16> = match header.instalments.is_empty() {
        true => header.columns_of(&[Field::Paid]),
        false => header.instalments.iter().copied().collect(),
    };
    let rows = header.items(table);
    if rows.len() < ENOUGH {
        return;
    }
    let days: Vec<Days> =
        header.headings.iter().filter(|one| may_date_a_payment(one)).filter_map(|one| Days::of(one, &rows)).collect();
    let money: Vec<Money> = paid.iter().filter_map(|column| Money::of(*column, &rows)).collect();
    if money.len() == paid.len()
        && let Some(columns) = beside(&money, &days)
        && header.headings.iter().any(|one| dates_documents(one) && !columns.contains(&one.column))
    {
        header.mean_together(&columns, Field::PaymentDay);
        return;
    }
    if let Some(column) = only_day_of_payments(header, &money, &days) {
        header.means_alone(column, Field::PaymentDay);
        return;
    }
    forget_days_of_nothing(header, &rows, &days);
}

/// The only day of a table, where it stands beside what was paid and nowhere else: who paid nothing has none.
fn only_day_of_payments(header: &Header, paid: &[Money], days: &[Days]) -> Option<u16> {
    let ([paid], [days]) = (paid, days) else { return None };
    let dated = header.headings.iter().filter(|one| one.may(&[Field::InvoiceDay, Field::PostingDay, Field::DueDay]));
    let only = dated.map(|one| one.column).all(|column| column == days.column);
    // Nothing else says that rows are documents of which something remains.
    let only = only && header.may(&[Field::Residual]);
    let unpaid = days.filled.iter().filter(|filled| !**filled).count();
    (only && unpaid > 0 && days.column > paid.column && days.matches(paid)).then_some(days.column)
}

/// Whether a heading leaves it open that its column dates a payment.
fn may_date_a_payment(heading: &Heading) -> bool {
    let folded = fold(&heading.text);
    heading.may(&[Field::PaymentDay])
        || composed::of_instalment(&folded) == Some(Field::PaymentDay)
        || composed::is_bare_day(&folded)
}

fn dates_documents(heading: &Heading) -> bool {
    heading.may(&[Field::InvoiceDay, Field::PostingDay])
}

impl Days {
    /// A column of which nearly every cell is a day.
    fn of(heading: &Heading, rows: &[Row<'_>]) -> Option<Days> {
        let (mut cells, mut dates) = (0_usize, 0_usize);
        let is_day = |row: &Row<'_>| {
            let Some(cell) = row.cell(heading.column).filter(|cell| !cell.text.trim().is_empty()) else { return false };
            let day = matches!(
                date::shape(&cell, false),
                Shape::Parts(_) | Shape::True(_) | Shape::Certain(_) | Shape::Serial(_)
            );
            cells += 1;
            dates += usize::from(day);
            day
        };
        let filled: Vec<bool> = rows.iter().map(is_day).collect();
        (dates > 0 && dates * 10 >= cells * 9).then_some(Days { column: heading.column, filled })
    }

    /// Whether a day stands on every row that was paid, and on no other.
    fn matches(&self, paid: &Money) -> bool {
        let mut rows = self.filled.iter().zip(&paid.amounts);
        rows.all(|(day, paid)| *day == paid.is_some_and(|paid| paid != 0))
    }

    /// Whether days stand where something was paid, and nowhere else.
    fn dates(&self, paid: &Money) -> bool {
        let (mut either, mut both) = (0, 0);
        for (day, paid) in self.filled.iter().zip(&paid.amounts) {
            let paid = paid.is_some_and(|paid| paid != 0);
            either += usize::from(*day || paid);
            both += usize::from(*day && paid);
        }
        both > 0 && both * 10 >= either * 9
    }
}

/// The days of payments: the column to the right of each, to the left of each, or as many columns in the same order after
/// them. A payment may have none.
fn beside(paid: &[Money], days: &[Days]) -> Option<Vec<u16>> {
    let on_side = |side: fn(u16) -> Option<u16>| -> Vec<(&Money, &Days)> {
        let at = |paid: &Money| days.iter().find(|days| Some(days.column) == side(paid.column));
        paid.iter().filter_map(|paid| Some((paid, at(paid)?))).collect()
    };
    let last = paid.last().map(|paid| paid.column)?;
    let after: Vec<&Days> = days.iter().filter(|days| days.column > last).collect();
    let in_order = if after.len() == paid.len() { paid.iter().zip(after).collect() } else { Vec::new() };
    let sides = [in_order, on_side(|paid| paid.checked_add(1)), on_side(|paid| paid.checked_sub(1))];
    let fits = |pairs: &Vec<(&Money, &Days)>| !pairs.is_empty() && pairs.iter().all(|(paid, days)| days.dates(paid));
    let found = sides.into_iter().find(fits)?;
    Some(found.into_iter().map(|(_, days)| days.column).collect())
}

/// Takes its meaning from a day that stands on many rows of which nothing was paid: `Date de règlement` may be the day that
/// was agreed. Only what remains due tells those rows.
fn forget_days_of_nothing(header: &mut Header, rows: &[Row<'_>], days: &[Days]) {
    let money = |field: Field| -> Vec<Money> {
        header.columns_of(&[field]).into_iter().filter_map(|column| Money::of(column, rows)).collect()
    };
    let (amounts, rests) = (money(Field::Amount), money(Field::Residual));
    let is_unpaid = |row: &usize| {
        let whole = |rest: &Money| rest.at(*row) != 0 && amounts.iter().any(|amount| amount.at(*row) == rest.at(*row));
        rests.iter().any(whole)
    };
    let unpaid: Vec<usize> = (0..rows.len()).filter(is_unpaid).collect();
    let of_nothing = |days: &&Days| {
        let stands = unpaid.iter().filter(|row| days.filled.get(**row) == Some(&true)).count();
        stands > 0 && stands * 10 > unpaid.len()
    };
    let columns: Vec<u16> = days.iter().filter(of_nothing).map(|days| days.column).collect();
    for heading in header.headings.iter_mut().filter(|heading| columns.contains(&heading.column)) {
        heading.hits.retain(|hit| hit.field != Field::PaymentDay);
    }
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The columns of the days of payments, from 0.
    fn days(headings: &str, rows: &[&str]) -> Vec<u16> {
        let rows: Vec<String> = rows.iter().map(|row| format!("A;F;13/02/2026;{row}")).collect();
        let text = format!("Client;Pièce;Date;{headings}\n{}\n", rows.join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let columns = found.candidates[0].mapping.columns();
        columns.iter().filter(|binding| binding.field == Field::PaymentDay).map(|binding| binding.column).collect()
    }

    #[test]
    fn a_day_stands_beside_each_payment() {
        let rows = [
            "100,50;40,00;20/02/2026;;",
            "50,00;;;;",
            "20,00;20,00;21/02/2026;;",
            "80,00;30,00;22/02/2026;50,00;01/03/2026",
        ];
        assert_eq!(days("TTC;Acompte 1;Date;Acompte 2;Date", &rows), [5, 7]);
        assert_eq!(days("TTC;1er règlement;le;2e règlement;le", &rows), [5, 7]);
        let rows = [
            "100,50;40,00;;20/02/2026;",
            "50,00;;;;",
            "20,00;20,00;;21/02/2026;",
            "80,00;30,00;50,00;22/02/2026;01/03/2026",
        ];
        assert_eq!(days("TTC;Rgt 1;Rgt 2;Date 1;Date 2", &rows), [6, 7]);
        let rows = ["100,50;40,00;20/02/2026", "50,00;;", "20,00;20,00;21/02/2026", "80,00;30,00;22/02/2026"];
        assert_eq!(days("TTC;Versé;Date", &rows), [5]);
    }

    #[test]
    fn a_day_beside_what_nobody_paid_dates_no_payment() {
        let rows = ["100,50;15/03/2026;100,50", "50,00;16/03/2026;50,00", "20,00;17/03/2026;0,00", "80,00;;80,00"];
        assert_eq!(days("TTC;Date de règlement;Reste dû", &rows), []);
        let rows = ["100,50;15/03/2026;0,00", "50,00;;50,00", "20,00;17/03/2026;0,00", "80,00;;80,00"];
        assert_eq!(days("TTC;Date de règlement;Reste dû", &rows), [4]);
    }
}
