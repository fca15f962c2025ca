//! What was paid of each document, where several columns tell it together (`Acompte 1` and `Acompte 2`, `Espèces`, `Chèque`
//! and `Virement`), where a means of payment heads it, or where nobody knows the heading and only the rows do. Columns
//! are added up only where the rows bear it; where they leave a doubt nothing is decided here, and what is not read is
//! told.

use crate::Field;
use crate::composed;
use crate::date::{self, Shape};
use crate::header::{Header, Heading};
use crate::money_column::Money;
use crate::unread;
use crate::words::fold;
use sheet::{Row, Table};

/// Rows that show anything, at least.
const ENOUGH: usize = 4;
/// Columns of amounts that are compared with one another, at most.
const COLUMNS: usize = 24;

/// A column of amounts under its heading.
type Headed<'h> = (&'h Heading, Money);

/// Gives the columns of payments that count together their meaning, and takes it from the others.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if header.has_sides() || header.columns_of(&[Field::Bucket]).len() > 1 {
        return;
    }
    let rows = header.items(table);
    let money: Vec<Headed<'_>> =
        header.headings.iter().filter_map(|heading| Some((heading, Money::of(heading.column, &rows)?))).collect();
    if rows.len() < ENOUGH || money.len() > COLUMNS {
        return;
    }
    let amounts = amounts(&money);
    let parts: Vec<&Headed<'_>> = money.iter().filter(|(heading, _)| is_part(heading)).collect();
    let rows_of = Rows {
        count: rows.len(),
        credited: money.iter().filter(|(heading, _)| heading.may(&[Field::Credited])).map(|(_, money)| money).collect(),
    };
    let rests = |remains: fn(&Heading) -> bool| -> Vec<&Money> {
        money.iter().filter(|(heading, _)| remains(heading)).map(|(_, money)| money).collect()
    };
    let headed = rests(|heading| heading.may(&[Field::Residual]));
    let unknown = rests(|heading| heading.hits.is_empty() && !is_part(heading) && !unread::heads_other(&heading.text));
    let rests = if headed.is_empty() { unknown } else { headed };
    if let Some((amount, columns, rest)) = rests.into_iter().find_map(|rest| rows_of.left_by(&amounts, &parts, rest)) {
        header.means_alone(amount, Field::Amount);
        header.means(rest, Field::Residual);
        header.mean_together(&columns, Field::Paid);
        return;
    }
    // What remains says more than what was paid; `Net à payer` may be the amount.
    if money.iter().any(|(heading, _)| heading.may(&[Field::Residual]) && !heading.may(AMOUNTS)) {
        return;
    }
    let largest = amounts.into_iter().max_by_key(|money| money.amounts.iter().flatten().sum::<i64>());
    let together = largest.and_then(|amount| match parts.is_empty() {
        true => rows_of.on_days(amount, &money, &days(header, &rows)),
        false => rows_of.within(amount, &parts),
    });
    if let Some(columns) = together {
        header.mean_together(&columns, Field::Paid);
    }
}

const AMOUNTS: &[Field] = &[Field::Amount];

/// The amounts of documents: those with taxes where both stand. `Net à payer` is no amount before taxes.
fn amounts<'m>(money: &'m [Headed<'_>]) -> Vec<&'m Money> {
    let headed = || money.iter().filter(|(heading, _)| heading.may(AMOUNTS));
    let taxed = |heading: &Heading| heading.may(&[Field::Residual]) || !unread::heads_other(&heading.text);
    let whole: Vec<&Money> = headed().filter(|(heading, _)| taxed(heading)).map(|(_, money)| money).collect();
    if whole.is_empty() { headed().map(|(_, money)| money).collect() } else { whole }
}

/// Whether a heading says that its column holds what was paid, or a part of it.
fn is_part(heading: &Heading) -> bool {
    heading.may(&[Field::Paid]) || heading.hits.is_empty() && is_one_of_several(heading)
}

/// Whether the words of a heading set its column beside others: a number, or a means of payment.
fn is_one_of_several(heading: &Heading) -> bool {
    let folded = fold(&heading.text);
    let named = heading.may(&[Field::Paid]) && !composed::is_numbered(&folded);
    !named && composed::of_instalment(&folded) == Some(Field::Paid)
}

/// The rows on which a day of payment stands.
fn days(header: &Header, rows: &[Row<'_>]) -> Vec<bool> {
    let columns = header.columns_of(&[Field::PaymentDay]);
    let is_day = |row: &Row<'_>, column: &u16| {
        row.cell(*column).is_some_and(|cell| {
            matches!(date::shape(&cell, false), Shape::Parts(_) | Shape::True(_) | Shape::Certain(_))
        })
    };
    rows.iter().map(|row| columns.iter().any(|column| is_day(row, column))).collect()
}

/// A part of an amount, with its sign: some programs print payments below zero.
fn along(part: i64, amount: i64) -> i64 {
    if part.signum() * amount.signum() < 0 { -part } else { part }
}

/// The rows of a table, and what was credited on them.
struct Rows<'m> {
    count: usize,
    credited: Vec<&'m Money>,
}

/// What some rows of a table show of columns of payments.
#[derive(Default)]
struct Shown {
    /// Rows on which anything was paid.
    paid: usize,
    /// Of these, rows paid beyond their amounts, and rows paid to the cent.
    over: usize,
    whole: usize,
}

impl Shown {
    /// Whether hardly any document was paid beyond its amount.
    fn fits(&self) -> bool {
        self.over * 20 <= self.paid
    }
}

impl Rows<'_> {
    /// What was paid or credited of the document of a row, along its amount.
    fn settled(&self, amount: i64, parts: &[&Money], row: usize) -> i64 {
        parts.iter().chain(&self.credited).map(|part| along(part.at(row), amount)).sum()
    }

    fn shown(&self, amount: &Money, parts: &[&Money], counts: impl Fn(usize) -> bool) -> Shown {
        let mut shown = Shown::default();
        for row in (0..self.count).filter(|row| counts(*row) && parts.iter().any(|part| part.at(*row) != 0)) {
            let of = amount.at(row);
            let settled = self.settled(of, parts, row);
            shown.paid += 1;
            shown.over += usize::from(settled.abs() > of.abs());
            shown.whole += usize::from(settled == of);
        }
        shown
    }

    /// The amount and the payments that leave what remains due on nearly every row, where several do it better than one of
    /// them alone.
    fn left_by(&self, amounts: &[&Money], parts: &[&Headed<'_>], rest: &Money) -> Option<(u16, Vec<u16>, u16)> {
        let held_of = |amount: &Money, parts: &[&Money]| {
            let holds = |row: &usize| amount.at(*row) - self.settled(amount.at(*row), parts, *row) == rest.at(*row);
            (0..self.count).filter(holds).count()
        };
        let held = |parts: &[&Money]| -> Option<(usize, u16)> {
            let others = amounts.iter().filter(|amount| amount.column != rest.column);
            others.map(|amount| (held_of(amount, parts), amount.column)).max_by_key(|(rows, _)| *rows)
        };
        let all: Vec<&Money> = parts.iter().map(|(_, money)| money).collect();
        let single = all.iter().filter_map(|part| held(&[*part])).map(|(rows, _)| rows).max()?;
        let without = |left: usize| -> Vec<&Money> {
            all.iter().enumerate().filter(|(place, _)| *place != left).map(|(_, money)| *money).collect()
        };
        // A total beside its parts is one too many.
        let sets = std::iter::once(all.clone()).chain((0..all.len()).map(without)).filter(|set| set.len() > 1);
        let mut found = sets.filter_map(|set| {
            let (rows, amount) = held(&set)?;
            (rows * 20 >= self.count * 19 && rows > single).then(|| (amount, columns_of(set), rest.column))
        });
        found.next()
    }

    /// The payments that documents bear where nothing says what remains of them.
    fn within(&self, amount: &Money, parts: &[&Headed<'_>]) -> Option<Vec<u16>> {
        let all = |_: usize| true;
        let fits = |set: &[&Money]| self.shown(amount, set, all).fits();
        // Numbers of cheques are no amounts.
        let parts: Vec<&&Headed<'_>> =
            parts.iter().filter(|(heading, money)| heading.may(&[Field::Paid]) || fits(&[money])).collect();
        let money: Vec<&Money> = parts.iter().map(|(_, money)| money).collect();
        if let [(heading, one)] = parts.as_slice() {
            return (!heading.may(&[Field::Paid])).then(|| vec![one.column]);
        }
        if let Some(total) = self.total(&money) {
            return Some(vec![total]);
        }
        let named: Vec<&Money> =
            parts.iter().filter(|(heading, _)| !is_one_of_several(heading)).map(|(_, money)| money).collect();
        let several = |row: usize| {
            money.iter().filter(|part| part.at(row) != 0).count() > 1 && named.iter().any(|part| part.at(row) != 0)
        };
        let both = self.shown(amount, &money, several);
        // `Acompte` beside `Réglé` may be a part of it: documents that both pay to the cent tell.
        let apart = both.paid == 0 || both.whole > 0;
        (!money.is_empty() && fits(&money) && both.fits() && apart).then(|| columns_of(money))
    }

    /// The column that is the sum of the others on nearly every row.
    fn total(&self, parts: &[&Money]) -> Option<u16> {
        let is_sum = |total: &&&Money| {
            let others = |row: usize| -> i64 {
                parts.iter().filter(|part| part.column != total.column).map(|part| part.at(row)).sum()
            };
            let filled = (0..self.count).filter(|row| parts.iter().any(|part| part.at(*row) != 0));
            let (mut rows, mut same) = (0, 0);
            filled.for_each(|row| {
                rows += 1;
                same += usize::from(others(row) == total.at(row));
            });
            rows >= ENOUGH && same * 20 >= rows * 19
        };
        parts.iter().find(is_sum).map(|total| total.column)
    }

    /// Columns under words nobody knows that are filled only where a day of payment stands, never hold more than the amount
    /// and often all of it.
    fn on_days(&self, amount: &Money, money: &[Headed<'_>], days: &[bool]) -> Option<Vec<u16>> {
        let dated = |row: usize| days.get(row) == Some(&true);
        let only_there = |part: &Money| (0..self.count).all(|row| part.at(row) == 0 || dated(row));
        let unknown = money.iter().filter(|(heading, _)| heading.hits.is_empty());
        let parts: Vec<&Money> = unknown
            .filter(|(heading, part)| part.fractions && !unread::heads_other(&heading.text) && only_there(part))
            .map(|(_, part)| part)
            .collect();
        let shown = self.shown(amount, &parts, dated);
        let days = (0..self.count).filter(|row| dated(*row)).count();
        let payments = shown.paid * 10 >= days * 9 && shown.whole * 10 >= shown.paid * 3;
        (shown.paid >= ENOUGH && payments && shown.fits()).then(|| columns_of(parts))
    }
}

fn columns_of(parts: Vec<&Money>) -> Vec<u16> {
    parts.into_iter().map(|part| part.column).collect()
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings of what was paid.
    fn paid(headings: &str, rows: &[&str]) -> String {
        let rows: Vec<String> = rows.iter().map(|row| format!("A;F;13/02/2026;{row}")).collect();
        let text = format!("Client;Pièce;Date;{headings}\n{}\n", rows.join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let columns = found.candidates[0].mapping.columns();
        let paid = columns.iter().filter(|binding| binding.field == Field::Paid);
        paid.map(|binding| binding.header.clone()).collect::<Vec<_>>().join(", ")
    }

    const TWO: [&str; 5] = ["100,50;40,00;", "50,00;;", "20,00;20,00;", "80,00;30,00;50,00", "60,00;;10,00"];

    #[test]
    fn numbered_columns_and_means_of_payment_count_together() {
        for headings in [
            "Acompte 1;Acompte 2",
            "Paiement 1;Paiement 2",
            "Rgt n°1;Rgt n°2",
            "1er versement;2ème versement",
            "Chèque;Virement",
        ] {
            assert_eq!(paid(&format!("TTC;{headings}"), &TWO), headings.replace(';', ", "), "{headings}");
        }
        assert_eq!(paid("TTC;Acompte;Règlement", &TWO), "Acompte, Règlement");
        assert_eq!(paid("TTC;Zzz;CB", &TWO), "CB");
    }

    #[test]
    fn a_total_beside_its_parts_counts_alone() {
        let rows =
            ["100,50;40,00;;40,00", "50,00;;;", "20,00;20,00;;20,00", "80,00;30,00;50,00;80,00", "9,00;;1,00;1,00"];
        assert_eq!(paid("TTC;Espèces;Chèque;Total réglé", &rows), "Total réglé");
        assert_eq!(paid("TTC;Acompte 1;Acompte 2;Réglé", &rows), "Réglé");
    }

    #[test]
    fn what_holds_another_column_is_not_added_to_it() {
        // What was paid holds the deposit: the two pass the amounts.
        let rows = ["100,50;40,00;100,50", "50,00;;", "20,00;5,00;20,00", "80,00;;80,00", "60,00;10,00;10,00"];
        assert_eq!(paid("TTC;Acompte;Réglé", &rows), "Acompte");
        // Nothing tells.
        let rows = ["100,50;40,00;50,00", "50,00;;", "20,00;5,00;6,00", "80,00;;80,00", "60,00;10,00;10,00"];
        assert_eq!(paid("TTC;Acompte;Réglé", &rows), "Acompte");
    }

    #[test]
    fn numbers_of_cheques_are_no_amounts() {
        let rows = ["100,50;7001234", "50,00;", "20,00;7001235", "80,00;7001236", "60,00;"];
        assert_eq!(paid("TTC;Chèque", &rows), "");
    }

    #[test]
    fn what_remains_tells_which_payments_count() {
        let rows = ["100,50;40,00;;60,50", "50,00;;;50,00", "20,00;20,00;;0,00", "80,00;30,00;50,00;0,00"];
        assert_eq!(paid("TTC;Acompte 1;Solde versé;Reste dû", &rows), "Acompte 1, Solde versé");
    }

    #[test]
    fn unknown_columns_filled_where_a_day_stands_are_payments() {
        let rows = [
            "100,50;10/03/2026;100,50",
            "50,00;;",
            "20,00;11/03/2026;20,00",
            "80,00;12/03/2026;30,00",
            "60,00;14/03/2026;60,00",
        ];
        assert_eq!(paid("TTC;Payé le;Zzz", &rows), "Zzz");
        assert_eq!(paid("TTC;Payé le;Frais", &rows), "");
        let fees = ["100,50;10/03/2026;1,50", "50,00;;", "20,00;11/03/2026;1,00", "80,00;12/03/2026;1,50"];
        assert_eq!(paid("TTC;Payé le;Zzz", &fees), "");
    }
}
