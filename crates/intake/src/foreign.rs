//! Amounts in the currency of the document beside, or in place of, those in the currency of the books.

use crate::Field;
use crate::composed;
use crate::currency::{self, Named};
use crate::header;
use crate::header::{Header, Heading};
use crate::heading::{HeadingMatch, Hit, Tongue};
use crate::mapping::Mapping;
use crate::money_column::Money;
use crate::running::hundredths;
use crate::words;
use sheet::{Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use values::Currency;

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
        if heading.hits.is_empty() && composed::says_paid_in_currency(words.split(' ')) {
            heading.hits.push(Hit { field: Field::Paid, matched: HeadingMatch::Composed, tongue: Tongue::Other });
        }
    }
}

/// Gives columns that a currency heads their meaning: the amount of each document stands in that of its currency. Of two
/// columns that are never both filled the longer is the amount, the other one holds the amounts in another currency.
pub(crate) fn by_currency(header: &mut Header, table: &Table) {
    let rows = header.items(table);
    let own = [Field::Amount, Field::Residual, Field::Debit, Field::Credit, Field::Bucket, Field::ForeignAmount];
    let code = |text: &str| currency::of_heading(text).and_then(Named::one);
    let is_bare =
        |heading: &&Heading| heading.hits.is_empty() && heading.text.len() == 3 && code(&heading.text).is_some();
    let bare = || header.headings.iter().filter(is_bare);
    let (field, headings): (Field, Vec<&Heading>) = if header.may(&own) {
        let headed = |field: Field| header.headings.iter().filter(move |heading| heading.may(&[field]));
        let Some(field) = PARTS.into_iter().find(|field| headed(*field).count() == 2) else { return };
        (field, headed(field).collect())
    } else {
        (Field::Amount, bare().collect())
    };
    let money: Option<Vec<(Currency, Money)>> =
        headings.iter().map(|heading| Some((code(&heading.text)?, Money::of(heading.column, &rows)?))).collect();
    match money.as_deref() {
        Some([(_, only)]) if !header.may(&own) => header.means(only.column, field),
        Some([(one, first), (other, second)]) if one != other && are_apart(first, second, rows.len()) => {
            let count = |money: &Money| money.amounts.iter().flatten().count();
            let (main, abroad) = if count(first) >= count(second) { (first, second) } else { (second, first) };
            let (main, abroad) = (main.column, abroad.column);
            header.means(main, field);
            header.means(abroad, Field::ForeignAmount);
        }
        Some(_) | None => {}
    }
}

/// Whether every row has an amount in one of two columns and none in the other; a total may have both.
fn are_apart(one: &Money, other: &Money, rows: usize) -> bool {
    let both = (0..rows).filter(|row| one.at(*row) != 0 && other.at(*row) != 0).count();
    both <= usize::from(rows > 3)
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

/// Amounts that the columns of a table give twice: in the currency of the document, and in that of the books.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Twice {
    document: u16,
    books: u16,
    /// The code of the books' currency, as the rows write it.
    code: String,
    /// Credits are told apart in the books' currency only.
    unsigned: bool,
}

/// Of two columns of amounts that are the same in one currency and differ in every other, tells which is which: the
/// books' own is the one that its heading says, or the one with signs.
fn twice(rows: &[Row<'_>], codes: u16, (document, books): (u16, u16)) -> Option<Twice> {
    // By code: how often both are the same, and how often they differ.
    let mut by_code: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let (mut turned, mut credits) = (0, 0);
    for row in rows {
        let code = text(row, codes).filter(|code| !code.is_empty());
        let amount = |column: u16| text(row, column).and_then(|text| hundredths(&text)).filter(|amount| *amount != 0);
        let (Some(code), Some(one), Some(other)) = (code, amount(document), amount(books)) else { continue };
        let known = by_code.entry(code).or_default();
        if one.abs() == other.abs() {
            known.0 += 1
        } else {
            known.1 += 1
        }
        turned += u32::from(one > 0 && other < 0);
        credits += u32::from(one < 0);
    }
    let (same, others): (Vec<_>, Vec<_>) = by_code.into_iter().partition(|(_, (same, _))| *same > 0);
    let ([(code, (_, 0))], false) = (same.as_slice(), others.is_empty()) else { return None };
    Some(Twice { document, books, code: code.clone(), unsigned: turned > 0 && credits == 0 })
}

fn text(row: &Row<'_>, column: u16) -> Option<String> {
    row.cell(column).map(|cell| cell.text.trim().to_owned())
}

/// Columns of one part of the money, in one currency and in another.
const PARTS: [Field; 2] = [Field::Residual, Field::Amount];
const MONEY: [Field; 4] = [Field::Residual, Field::Amount, Field::Paid, Field::Credited];

/// Where columns give the amounts twice, all that is read of a row is in one currency: the document's, or the books'
/// where only there credits are below zero.
pub(crate) fn part(header: &mut Header, table: &Table) {
    let [codes] = header.columns_of(&[Field::Currency])[..] else { return };
    let rows = header.items(table);
    let own = |field: Field| header.columns_of(&[field]);
    let unknown: Vec<u16> = header.headings.iter().filter(|one| one.hits.is_empty()).map(|one| one.column).collect();
    let mut found: Vec<(Field, Twice)> = Vec::new();
    for field in PARTS {
        for books in own(field) {
            for document in own(field).into_iter().chain(unknown.iter().copied()).filter(|column| *column != books) {
                found.extend(twice(&rows, codes, (document, books)).map(|twice| (field, twice)));
            }
        }
    }
    let heading = |column: u16| header.headings.iter().find(|heading| heading.column == column);
    let named = |twice: &Twice| {
        let code = currency::of_cell(&twice.code);
        code.is_some() && code == heading(twice.books).and_then(|heading| currency::of_heading(&heading.text))
    };
    if found.iter().any(|(_, twice)| twice.unsigned) {
        found.retain(|(_, twice)| twice.unsigned);
        keep(header, &found, |twice| twice.books);
        for heading in header.headings.iter_mut().filter(|heading| heading.column == codes) {
            heading.hits.clear();
        }
    } else if found.iter().any(|(_, twice)| named(twice)) {
        found.retain(|(_, twice)| named(twice));
        keep(header, &found, |twice| twice.document);
    }
}

/// Keeps one column of each part, and none of those beside them.
fn keep(header: &mut Header, found: &[(Field, Twice)], which: impl Fn(&Twice) -> u16) {
    let kept: Vec<u16> = found.iter().map(|(_, twice)| which(twice)).collect();
    for heading in header.headings.iter_mut().filter(|heading| !kept.contains(&heading.column)) {
        heading.hits.retain(|hit| !MONEY.contains(&hit.field));
    }
    found.iter().for_each(|(field, twice)| header.means(which(twice), *field));
}

/// The currency of the books, where neither a heading nor a title says it: in it alone, what is read is what the column
/// of the documents' amounts says as well.
pub(crate) fn books_currency(table: &Table, mapping: &Mapping) -> Option<Named> {
    if mapping.binds(Field::Currency) {
        return None;
    }
    let books = PARTS.into_iter().find_map(|field| mapping.binding(field))?.column;
    let header = Header::new(mapping.header_row(), header::headings(&table.row(mapping.header_row())?));
    let [codes] = header.columns_of(&[Field::Currency])[..] else { return None };
    let rows = header.items(table);
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column && column != books);
    let others =
        header.headings.iter().map(|heading| heading.column).filter(|column| *column != books && !bound(*column));
    let foreign = mapping.binding(Field::ForeignAmount).map(|binding| binding.column);
    others.chain(foreign).find_map(|document| currency::of_cell(&twice(&rows, codes, (document, books))?.code))
}

/// Where whole documents of several currencies have the same amount in both columns, nothing was converted: the amounts
/// that are not called foreign are in the document's currency too.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let one = |field: Field| match header.columns_of(&[field])[..] {
        [column] => Some(column),
        _ => None,
    };
    let (Some(foreign), Some(currency)) = (one(Field::ForeignAmount), one(Field::Currency)) else { return };
    let Some(own) = one(Field::Residual).or_else(|| one(Field::Amount)) else { return };
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

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings of the amount, of what remains and of the currency.
    fn read(headings: &str, rows: &str) -> String {
        let text = format!("Client;Pièce;Date;{headings}\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = &found.candidates[0].mapping;
        let heading = |field: Field| mapping.binding(field).map_or("-", |binding| binding.header.as_str()).to_owned();
        [Field::Amount, Field::Residual, Field::Paid, Field::Currency].map(heading).join(", ")
    }

    #[test]
    fn amounts_given_twice_are_read_in_one_currency() {
        let rows = "A;F1;13/02/2026;CHF;100,00;100,00\nA;F2;14/02/2026;CHF;-50,00;-50,00\nB;F3;15/02/2026;EUR;200,00;188,00\n\
            B;F4;16/02/2026;EUR;10,00;9,40\n";
        assert_eq!(read("Whg;Offen FW;Offen CHF", rows), "-, Offen FW, -, Whg");
        assert_eq!(read("Devise;Solde;Solde CHF", rows), "-, Solde, -, Devise");
        // Only the books' amounts tell credits.
        let rows = "A;F1;13/02/2026;EUR;100,00;100,00\nA;F2;14/02/2026;EUR;50,00;-50,00\nB;F3;15/02/2026;USD;200,00;188,00\n\
            B;F4;16/02/2026;USD;10,00;-9,40\n";
        assert_eq!(read("Devise;Montant dû;Montant dû signé", rows), "-, Montant dû signé, -, -");
    }

    #[test]
    fn each_amount_stands_under_its_currency() {
        let rows =
            "A;F1;13/02/2026;100,00;\nA;F2;14/02/2026;-50,00;\nB;F3;15/02/2026;;188,00\nB;F4;16/02/2026;10,00;\n";
        assert_eq!(read("CHF;EUR", rows), "CHF, -, -, -");
        assert_eq!(read("Solde EUR;Solde CHF", rows), "-, Solde EUR, -, -");
        // Both filled: the same amount in two currencies, and nothing says which one is owed.
        let twice = rows.replace(";\n", ";5,00\n").replace(";;", ";7,00;");
        assert_ne!(read("Montant CHF;Montant EUR", &twice), "Montant EUR, -, -, -");
    }

    #[test]
    fn what_was_paid_in_the_currency_of_the_document_is_paid() {
        let rows = "A;F1;13/02/2026;1;100,00;40,00\nA;F2;14/02/2026;-1;50,00;0,00\nB;F3;15/02/2026;1;200,00;188,00\n";
        for (headings, paid) in [
            ("Sens;Montant devise;Payé devise", "Payé devise"),
            ("Signe;Montant devise;Montant réglé devise", "Montant réglé devise"),
            ("Sens;Montant;Réglé", "Réglé"),
            ("Sens;Montant;Montant réglé", "Montant réglé"),
            ("Signe;Montant;Règlement", "Règlement"),
        ] {
            let amount = headings.split(';').nth(1).unwrap_or_default();
            assert_eq!(read(headings, rows), format!("{amount}, -, {paid}, -"));
        }
    }
}
