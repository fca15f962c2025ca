//! Amounts in the currency of the document beside, or in place of, those in the currency of the books.

use crate::Field;
use crate::header::Header;
use crate::running::hundredths;
use crate::words;
use sheet::{Row, Table};
use std::collections::BTreeSet;

/// Where no column holds amounts in the books' own currency, those in the document's are what there is to read.
pub(crate) fn take(header: &mut Header) {
    let own = [Field::Amount, Field::Residual, Field::Debit, Field::Bucket];
    if header.may(&own) || !header.may(&[Field::ForeignAmount]) {
        return;
    }
    for heading in &mut header.headings {
        let words = words::fold(&heading.text);
        let remains = OPEN.iter().any(|word| words::holds(&words, word));
        for hit in heading.hits.iter_mut().filter(|hit| hit.field == Field::ForeignAmount) {
            hit.field = if remains { Field::Residual } else { Field::Amount };
        }
    }
}

/// Words of headings of what remains due, in whatever currency.
const OPEN: [&str; 11] = [
    "solde",
    "saldo",
    "balance",
    "reste",
    "restant",
    "residuel",
    "open",
    "outstanding",
    "offen",
    "pendiente",
    "residuo",
];

/// Where whole documents of several currencies have the same amount in both columns, nothing was converted: the amounts
/// that are not called foreign are in the document's currency too.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let one = |field: Field| match header.columns_of(&[field])[..] {
        [column] => Some(column),
        _ => None,
    };
    let (Some(foreign), Some(currency)) = (one(Field::ForeignAmount), one(Field::Currency)) else { return };
    let Some(own) = one(Field::Residual).or_else(|| one(Field::Amount)) else { return };
    let text = |row: &Row<'_>, column: u16| row.cell(column).map(|cell| cell.text.trim().to_owned());
    let (mut currencies, mut same) = (BTreeSet::new(), BTreeSet::new());
    for row in header.items(table) {
        let Some(code) = text(&row, currency).filter(|code| !code.is_empty()) else { continue };
        let amount = |column: u16| text(&row, column).and_then(|text| hundredths(&text)).filter(|amount| *amount != 0);
        if amount(foreign).is_some() && amount(foreign) == amount(own) {
            same.insert(code.clone());
        }
        currencies.insert(code);
    }
    if currencies.len() > 1 && currencies == same {
        for heading in header.headings.iter_mut().filter(|heading| heading.column == foreign) {
            heading.hits.retain(|hit| hit.field != Field::ForeignAmount);
        }
    }
}
