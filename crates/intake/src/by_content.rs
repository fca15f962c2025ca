//! Headings of nobody's list: where two of customer, day and amount are headed by words we know, the third is taken from
//! the only column under unknown words that can hold it. What was taken for what is said, to be checked.

use crate::Field;
use crate::age_heading::as_of;
use crate::balances;
use crate::composed;
use crate::corrected::names_corrected;
use crate::day_bands;
use crate::field::Content;
use crate::header::{Header, Heading};
use crate::heading;
use crate::headless::{self, Column, Meanings};
use crate::mapping::{Binding, Mapping};
use crate::masters;
use crate::months;
use crate::not_invoiced::speaks_of_something_else;
use crate::posting_days::says_day;
use crate::titles::speaks_of_suppliers;
use crate::words::fold;
use sheet::{Cell, CellKind, Row, Table};

/// Rows that show what a column holds, at least.
const ENOUGH: usize = 3;

/// What a table of items cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Customer,
    Day,
    Amount,
}

/// Gives a meaning to the column that holds what no heading tells, if one column alone can. `grouped`: customers stand in
/// rows of their own.
pub(crate) fn complete(header: &mut Header, table: &Table, grouped: bool) {
    if header.row == 0 || header.headings.iter().any(|heading| speaks_of_something_else(&heading.text)) {
        return;
    }
    // What came in of a cash book is told already.
    let unknown = header.headings.iter().filter(|one| is_unknown(&one.text) && !one.may(&[Field::Paid]));
    let unknown: Vec<u16> = unknown.map(|one| one.column).collect();
    let rows = header.items(table);
    if rows.len() < ENOUGH || unknown.is_empty() {
        return;
    }
    let (columns, headed): (Vec<Column<'_>>, Vec<Column<'_>>) =
        headless::columns(table, &rows).partition(|one| unknown.contains(&one.number));
    name_currency(header, &columns, &rows);
    number_documents(header, &headed, &rows);
    number_by_own_reference(header, &columns, &rows);
    let numbers = headed.iter().find(|one| one.is_different(&rows) && is_only_customer(header, one.number));
    let numbers = numbers.map(|column| column.number);
    let Some(missing) = missing(header, grouped, numbers.is_some()) else { return };
    let told = told(missing, &columns, &rows).unwrap_or_default();
    if let (Part::Customer, Some(numbers), false) = (missing, numbers, told.is_empty()) {
        // A code that never comes back numbers documents.
        header.means(numbers, Field::Document);
    }
    told.into_iter().for_each(|(column, field)| header.means(column, field));
}

/// What heads first names.
const FIRST_NAMES: [&str; 6] = ["prenom", "prenoms", "first name", "given name", "vorname", "voornaam"];

/// An account that never comes back though the names beside it do numbers documents, where nothing else does.
fn number_documents(header: &mut Header, headed: &[Column<'_>], rows: &[Row<'_>]) {
    let named: Vec<u16> = header.columns_of(&[Field::CustomerName]);
    // A balance has a row for each customer, and first names tell apart those of one family.
    let first_names = header.headings.iter().any(|one| FIRST_NAMES.contains(&fold(&one.text).as_str()));
    if first_names || header.may(&[Field::Document, Field::Bucket]) || masters::is_list(header) {
        return;
    }
    let repeats = headed.iter().any(|one| named.contains(&one.number) && one.comes_back());
    let mut numbers = headed.iter().filter(|one| {
        let only = header.columns_of(&[Field::CustomerId]).contains(&one.number) && !named.contains(&one.number);
        only && one.is_different(rows)
    });
    if let (true, Some(numbers), None) = (repeats, numbers.next(), numbers.next()) {
        header.means(numbers.number, Field::Document);
    }
}

/// Words that say that a reference is the writer's own.
const OWN: [&str; 9] = ["interne", "internal", "interna", "interno", "intern", "notre", "our", "unsere", "onze"];
const REFERENCES: [&str; 7] = ["ref", "reference", "referenz", "referencia", "riferimento", "referentie", "numero"];

/// `Réf. interne` numbers documents where nothing else does and it differs from row to row.
fn number_by_own_reference(header: &mut Header, unknown: &[Column<'_>], rows: &[Row<'_>]) {
    if header.may(&[Field::Document, Field::Bucket]) || masters::is_list(header) {
        return;
    }
    let own = |text: &str| {
        let words = fold(text);
        let holds = |list: &[&str]| words.split(' ').any(|word| list.contains(&word));
        holds(&OWN) && holds(&REFERENCES)
    };
    let headed = |column: &&Column<'_>| {
        header.headings.iter().any(|heading| heading.column == column.number && own(&heading.text))
    };
    let mut numbers = unknown.iter().filter(headed).filter(|column| column.is_full(rows) && column.numbers_each());
    if let (Some(column), None) = (numbers.next(), numbers.next()) {
        header.means(column.number, Field::Document);
    }
}

/// Codes of currencies in every row are what the amounts are in, whatever heads them.
fn name_currency(header: &mut Header, columns: &[Column<'_>], rows: &[Row<'_>]) {
    let mut coded = columns.iter().filter(|column| column.is_full(rows) && column.holds_currencies());
    if let (Some(column), None, false) = (coded.next(), coded.next(), header.may(&[Field::Currency])) {
        header.means(column.number, Field::Currency);
    }
}

/// Whether a column of codes is all that names customers, and no other one numbers documents.
fn is_only_customer(header: &Header, column: u16) -> bool {
    let (own, others): (Vec<&Heading>, Vec<&Heading>) =
        header.headings.iter().partition(|heading| heading.column == column);
    let others = others.iter().any(|one| one.may(&[Field::CustomerId, Field::CustomerName, Field::Document]));
    own.iter().all(|own| own.may(&[Field::CustomerId]) && !own.may(&[Field::CustomerName])) && !others
}

/// The columns that were taken for what they hold, though their headings say nothing.
pub(crate) fn taken(mapping: &Mapping) -> impl Iterator<Item = (&str, Field)> {
    let columns = mapping.columns().iter().filter(|binding| binding.confidence.get() < 100);
    // Codes of currencies speak for themselves, and so do months.
    let month = move |text: &str| months::names_one(&Cell { column: 0, kind: CellKind::Text, text });
    let band = |text: &str| day_bands::names_one(text) || !as_of(text).is_empty();
    let told = move |binding: &&Binding| {
        let speaks = binding.field == Field::Bucket && (month(&binding.header) || band(&binding.header));
        let balance = binding.field.content() == Content::Amount && balances::heads_balance(&binding.header);
        let day = binding.field == Field::PostingDay && says_day(&binding.header);
        let corrected = binding.field == Field::Reference && names_corrected(&fold(&binding.header));
        let told = day || corrected || names_its_payment(binding) || a_part_says(binding);
        let known = speaks || balance || told;
        is_unknown(&binding.header) && binding.field != Field::Currency && !known
    };
    columns.filter(told).map(|binding| (binding.header.as_str(), binding.field))
}

/// Whether a part of a heading of two says it: `Nom / No facture`.
fn a_part_says(binding: &Binding) -> bool {
    let says = |text: &str| heading::hits(text).iter().any(|hit| hit.field == binding.field);
    binding.header.split_once('/').is_some_and(|(one, other)| says(one) || says(other))
}

/// The one part that no heading tells; none where two are missing: too little is known then.
fn missing(header: &Header, grouped: bool, only_numbers: bool) -> Option<Part> {
    let named = header.may(&[Field::CustomerId, Field::CustomerName, Field::Account]);
    let customer = grouped || named && !only_numbers;
    // Amounts already aged have no day.
    let aged = header.may(&[Field::Bucket]);
    let day = aged || header.headings.iter().flat_map(|heading| &heading.hits).any(|hit| dates_item(hit.field));
    let amount = aged || header.may(&[Field::Amount, Field::Residual, Field::Debit, Field::Credit]);
    match (customer, day, amount) {
        (false, true, true) => Some(Part::Customer),
        (true, false, true) => Some(Part::Day),
        (true, true, false) => Some(Part::Amount),
        _ => None,
    }
}

/// Whether a field may date an item: the day of its payment does not.
pub(crate) fn dates_item(field: Field) -> bool {
    field.content() == Content::Date && field != Field::PaymentDay
}

fn told(missing: Part, columns: &[Column<'_>], rows: &[Row<'_>]) -> Option<Meanings> {
    let only = |field: Field, holds: &dyn Fn(&Column<'_>) -> bool| {
        let mut found = columns.iter().filter(|column| column.is_full(rows) && holds(column));
        let column = found.next()?;
        found.next().is_none().then(|| vec![(column.number, field)])
    };
    match missing {
        Part::Customer => only(Field::CustomerName, &|column| column.is_named()),
        Part::Amount => only(Field::Amount, &|column| column.is_money()),
        Part::Day => headless::dates(columns, rows),
    }
}

/// Whether a heading says what was paid though no list holds it: `Rgt 2`, `Chèque`.
fn names_its_payment(binding: &Binding) -> bool {
    composed::of_instalment(&fold(&binding.header)) == Some(binding.field)
}

/// Whether a heading has words, and none of them is known.
pub(crate) fn is_unknown(heading: &str) -> bool {
    let worded = heading.chars().any(char::is_alphabetic);
    let of_payments = composed::says_paid_in_currency(fold(heading).split(' '));
    worded
        && !of_payments
        && heading::hits(heading).is_empty()
        && !heading::is_stranger(heading)
        && !speaks_of_suppliers(heading)
}
