//! What remains due of each document, told by subtraction: words may call it anything, but amount less payments is what
//! remains on every row. Where the rows show it, they outweigh the headings.

use crate::Field;
use crate::header::{Header, Heading};
use crate::money_column::Money;
use crate::not_invoiced;
use crate::unread;
use crate::words::{fold, holds};
use sheet::Table;
use std::collections::BTreeSet;
use values::Arrange;

/// Rows that show anything, at least.
const ENOUGH: usize = 4;
/// Columns of amounts that are compared with one another, at most: every three of them are.
const COLUMNS: usize = 16;

/// Gives the amount, what was paid and what remains their meanings where three columns show it, or two and no other says
/// what was paid.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let sides = header.has_sides() || header.columns_of(&[Field::Bucket]).len() > 1;
    // Payments in several columns told it already.
    if sides || !header.instalments.is_empty() {
        return;
    }
    let rows = header.items(table);
    if rows.len() < ENOUGH {
        return;
    }
    let money: Vec<(&Heading, Money)> = header
        .headings
        .iter()
        // `Net à payer` is no amount before taxes.
        .filter(|heading| heading.may(&[Field::Residual]) || !unread::heads_other(&heading.text))
        // Nor is what is left of an order what is due.
        .filter(|heading| !not_invoiced::is_left_of_an_order(&heading.text))
        .filter_map(|heading| Some((heading, Money::of(heading.column, &rows).filter(|money| money.fractions)?)))
        .collect();
    if money.len() > COLUMNS {
        return;
    }
    let headed = |fields: &[Field]| money.iter().filter(|(heading, _)| heading.may(fields)).count();
    let apart = told_apart(&money);
    let one = |fields: &[Field]| header.columns_of(fields).len() == 1;
    // A balance beside letters may be that of a ledger: where the rows subtract, it is what remains.
    let running =
        header.headings.iter().any(|heading| heading.may(&[Field::Residual]) && heading.may(&[Field::RunningBalance]));
    if apart && one(AMOUNTS) && headed(PAYMENTS) > 0 && one(&[Field::Residual]) && !running {
        return;
    }
    let mut found = differences(&money);
    if found.is_empty() && headed(PAYMENTS) == 0 && !header.may(&[Field::Currency]) && !apart {
        found = parts(&money);
    }
    // What remains after a deposit is the amount that later payments lower: the last remainder counts.
    let lowered: Vec<u16> =
        found.iter().filter_map(|(_, columns)| columns.first()).map(|(column, _)| *column).collect();
    found.retain(|(_, columns)| columns.last().is_none_or(|(rest, _)| !lowered.contains(rest)));
    found.arrange_by_key(|(unpaid, _)| usize::MAX - unpaid);
    let meanings: Vec<(u16, Field)> = match found.as_slice() {
        [(_, only)] => only.clone(),
        // Whatever the amount is called, it is the same remainder.
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other.get(1..) == first.get(1..)) => first.clone(),
        // What remains is most often the whole amount.
        [(most, best), (less, _), ..] if most > less => best.clone(),
        _ => return,
    };
    // Payments lower the amount with taxes, and no other; a deposit that the amount no longer holds is none of them.
    if let [(amount, Field::Amount), (part, Field::Paid), _] = meanings.as_slice() {
        header.means_alone(*amount, Field::Amount);
        header.means_alone(*part, Field::Paid);
    }
    meanings.into_iter().for_each(|(column, field)| header.means(column, field));
}

/// Takes the meaning of what remains from a column that repeats the amount of every document, where its heading speaks
/// of what is asked (`Montant à payer`) and a column of states says what became of it.
pub(crate) fn forget_what_was_asked(header: &mut Header, table: &Table) {
    let asks = |heading: &&Heading| {
        let words = fold(&heading.text);
        heading.may(&[Field::Residual])
            && ["payer", "regler", "pay", "zahlen", "pagar", "pagare", "betalen"].iter().any(|asks| holds(&words, asks))
            && !["reste", "restant", "still", "left", "noch", "nog"].iter().any(|rest| holds(&words, rest))
    };
    let amounts = header.columns_of(AMOUNTS);
    let asked: Vec<u16> = header.headings.iter().filter(asks).map(|heading| heading.column).collect();
    let ([asked], true) = (&asked[..], header.may(&[Field::Status])) else { return };
    let rows = header.items(table);
    let money = |column: u16| Money::of(column, &rows).map(|money| money.amounts);
    let column = *asked;
    let same = |amount: &u16| *amount != column && money(*amount).is_some() && money(*amount) == money(column);
    if rows.len() >= ENOUGH && amounts.iter().any(same) {
        for heading in header.headings.iter_mut().filter(|heading| heading.column == column) {
            heading.hits.retain(|hit| hit.field != Field::Residual);
        }
    }
}

const AMOUNTS: &[Field] = &[Field::Amount];
const PAYMENTS: &[Field] = &[Field::Paid, Field::Credited];

/// A reading of some columns, and the rows of which nothing was paid under it.
type Meant = (usize, Vec<(u16, Field)>);

/// Whether a heading leaves it open that its column is what remains.
fn may_remain(heading: &Heading) -> bool {
    let others = [Field::Residual, Field::RunningBalance, Field::Bucket];
    heading.hits.iter().all(|hit| others.contains(&hit.field))
}

/// Whether one column is headed as an amount, another one as what remains.
fn told_apart(money: &[(&Heading, Money)]) -> bool {
    money.iter().any(|(heading, _)| heading.may(&[Field::Residual]) && !heading.may(AMOUNTS))
}

/// An amount, what was paid of it and what remains: the third is the first less the second.
fn differences(money: &[(&Heading, Money)]) -> Vec<Meant> {
    let mut found = Vec::new();
    let paid = |heading: &Heading| heading.hits.is_empty() || heading.may(PAYMENTS);
    let whole = |heading: &Heading| heading.hits.is_empty() || heading.may(&[Field::Amount, Field::Residual]);
    for (of_amount, amount) in money.iter().filter(|(heading, _)| whole(heading)) {
        for (of_part, part) in money.iter().filter(|(heading, _)| paid(heading)) {
            for (of_rest, rest) in money.iter().filter(|(heading, _)| may_remain(heading)) {
                let apart = amount.column != part.column && amount.column != rest.column && part.column != rest.column;
                // An amount under unknown words needs both others to be known.
                let headed = !of_amount.hits.is_empty() || of_part.may(PAYMENTS) && of_rest.may(&[Field::Residual]);
                let unpaid = if apart && headed { remains(amount, part, rest) } else { None };
                let meanings =
                    [(amount.column, Field::Amount), (part.column, Field::Paid), (rest.column, Field::Residual)];
                found.extend(unpaid.map(|unpaid| (unpaid, meanings.to_vec())));
            }
        }
    }
    found
}

/// An amount and what remains of it, where no column says what was paid.
fn parts(money: &[(&Heading, Money)]) -> Vec<Meant> {
    let mut found = Vec::new();
    for (_, amount) in money.iter().filter(|(heading, _)| heading.may(AMOUNTS)) {
        let others = money.iter().filter(|(heading, rest)| may_remain(heading) && rest.column != amount.column);
        found.extend(others.filter_map(|(_, rest)| {
            let same = is_part(amount, rest)?;
            Some((same, vec![(amount.column, Field::Amount), (rest.column, Field::Residual)]))
        }));
    }
    found
}

/// Of how many amounts nothing was paid, where a column is another one less a third on nearly every row. Taxes are a few
/// shares of nearly all amounts; payments are any part of some of them, or the whole.
fn remains(amount: &Money, part: &Money, rest: &Money) -> Option<usize> {
    let (mut rows, mut holds, mut unpaid, mut wholly) = (0, 0, 0, 0_u32);
    let mut shares = BTreeSet::new();
    for ((amount, part), rest) in amount.amounts.iter().zip(&part.amounts).zip(&rest.amounts) {
        let Some(amount) = *amount else { continue };
        let (part, rest) = (part.unwrap_or_default(), rest.unwrap_or_default());
        // Some programs print payments below zero.
        let settled = if part.signum() * amount.signum() < 0 { -part } else { part };
        rows += 1;
        holds += usize::from(amount - settled == rest);
        unpaid += usize::from(part == 0);
        wholly += u32::from(part != 0 && rest == 0);
        if part != 0 && rest != 0 && amount != 0 {
            shares.insert(settled * 200 / amount);
        }
    }
    let payments = wholly > 0 || shares.len() > 3 || unpaid * 10 >= rows * 3 && unpaid < rows;
    (rows >= ENOUGH && holds * 20 >= rows * 19 && payments).then_some(unpaid)
}

/// On how many rows two columns are the same, where one is never more than the other and less on some.
fn is_part(amount: &Money, rest: &Money) -> Option<usize> {
    let (mut rows, mut within, mut same) = (0, 0, 0);
    for (amount, rest) in amount.amounts.iter().zip(&rest.amounts) {
        let (Some(amount), Some(rest)) = (*amount, *rest) else { continue };
        rows += 1;
        within += usize::from(rest.abs() <= amount.abs() && rest.signum() * amount.signum() >= 0);
        same += usize::from(rest == amount);
    }
    let filled = rest.amounts.iter().flatten().count() * 10 >= amount.amounts.iter().flatten().count() * 9;
    (rows >= ENOUGH && filled && within == rows && same * 10 >= rows * 3 && same < rows).then_some(same)
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings of amount, payments and what remains.
    fn read(headings: &str, rows: &str) -> String {
        bound(&format!("Client;Pièce;Date;{headings}\n{rows}"))
    }

    fn bound(text: &str) -> String {
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = &found.candidates[0].mapping;
        let heading = |field: Field| mapping.binding(field).map_or("-", |binding| binding.header.as_str()).to_owned();
        [Field::Amount, Field::Paid, Field::Residual].map(heading).join(", ")
    }

    const PAID: &str = "A;F1;13/02/2026;100,00;40,00;60,00\nB;F2;14/02/2026;50,00;;50,00\nB;F3;15/02/2026;20,00;0,00;20,00\n\
        A;F4;16/02/2026;-15,00;;-15,00\nC;F5;17/02/2026;80,00;80,00;0,00\n";

    #[test]
    fn what_remains_is_the_amount_less_payments_whatever_its_heading() {
        for headings in [
            "Total;Acomptes;Zzz",
            "Te betalen;Betaald;Nog verschuldigd",
            "Importo rata;Incassato;Da incassare",
            "Montant;Zzz;Yyy",
        ] {
            assert_eq!(read(headings, PAID), headings.replace(';', ", "));
        }
    }

    #[test]
    fn a_debtor_is_no_side_and_letters_make_no_ledger_of_what_remains() {
        let text = format!("Débiteur;Pièce;Date;Montant dû;Acomptes;Reste\n{PAID}");
        assert_eq!(bound(&text), "Montant dû, Acomptes, Reste");
        let lettered = PAID.replace('\n', ";\n");
        let text = format!("CLIENT;NUM_FACT;DT_FACT;MTT_TTC;MTT_REGLE;SOLDE;LETTRAGE\n{lettered}");
        assert_eq!(bound(&text), "MTT_TTC, MTT_REGLE, SOLDE");
    }

    #[test]
    fn no_amount_is_too_large() {
        let huge = "92233720368547758,07";
        let rows = format!("A;F1;13/02/2026;{huge};-{huge};1,00\nA;F2;13/02/2026;-{huge};{huge};{huge}\n").repeat(3);
        assert_eq!(read("Montant;Zzz;Yyy", &rows), "Montant, -, -");
    }

    #[test]
    fn taxes_are_no_payments() {
        let rows = "A;F1;13/02/2026;120,00;20,00;100,00\nB;F2;14/02/2026;60,00;10,00;50,00\nB;F3;15/02/2026;24,00;4,00;20,00\n\
            A;F4;16/02/2026;105,50;5,50;100,00\nC;F5;17/02/2026;96,00;16,00;80,00\n";
        assert_eq!(read("Montant TTC;Zzz;Yyy", rows), "Montant TTC, -, -");
        assert_eq!(read("Montant TTC;TVA;Montant HT", rows), "Montant TTC, -, -");
    }

    #[test]
    fn what_is_never_more_than_the_amount_and_often_the_same_is_what_remains() {
        let rows = "A;F1;13/02/2026;100,00;60,00\nB;F2;14/02/2026;50,00;50,00\nB;F3;15/02/2026;20,00;20,00\n\
            A;F4;16/02/2026;-15,00;-15,00\nC;F5;17/02/2026;80,00;80,00\n";
        for headings in ["Gross;Unallocated", "Doc Amount;Unapplied/Open Amount", "Montant;Zzz"] {
            assert_eq!(read(headings, rows), headings.replace(';', ", -, "));
        }
        assert_eq!(read("Montant TTC;Montant HT", rows), "Montant TTC, -, -");
    }
}
