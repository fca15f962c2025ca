//! Columns without a heading, and customers named by a row of their own: what the headings leave out and only the
//! rows below them tell.

use crate::Field;
use crate::age_heading::is_bucket;
use crate::currency;
use crate::date::{self, Shape};
use crate::field::Content;
use crate::header::{FIRST_ROWS, Header, Heading};
use crate::heading::{Hit, hits};
use crate::mapping::Mapping;
use crate::number::looks_like_one;
use crate::titles::labelled_customer;
use crate::vocabulary;
use crate::words::{code_and_name, fold, fold_into, is_contact, without_continuation, without_label};
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeMap;

/// Rows looked at, at most.
const SAMPLE: usize = 2_000;

/// Fields that name a customer.
const CUSTOMERS: [Field; 2] = [Field::CustomerId, Field::CustomerName];

/// Gives a meaning to a column without heading that holds the names of customers, where no heading does.
pub(crate) fn name_column(header: &mut Header, table: &Table) {
    if header.may(&CUSTOMERS) || !has_amounts(header) {
        return;
    }
    let (mut named, mut rows) = (0_u32, 0_u32);
    for row in below(header, table).filter(|row| row.cells().nth(1).is_some()) {
        rows += 1;
        named += u32::from(row.cell(0).is_some_and(|cell| is_name(&cell)));
    }
    let blank = header.headings.iter().all(|heading| heading.column != 0);
    if blank && rows > 0 && named * 10 >= rows * 9 && !below(header, table).any(|row| is_dated(&row)) {
        add(header, 0, Field::CustomerName);
    }
}

/// Gives a meaning to a column without heading beside that of the customers' codes, where it holds a name for each of them.
pub(crate) fn name_beside_code(header: &mut Header, table: &Table) {
    let names = |heading: &Heading| heading.may(&[Field::CustomerName]) && !heading.may(&[Field::CustomerId]);
    let codes = header.columns_of(&[Field::CustomerId]);
    let ([code], false) = (codes.as_slice(), header.headings.iter().any(names)) else { return };
    let code = *code;
    let blank = |column: &u16| header.headings.iter().all(|heading| heading.column != *column);
    let beside = [Some(code + 1), code.checked_sub(1)].into_iter().flatten().filter(blank);
    let holds_codes =
        |row: &Row<'_>| row.cell(code).is_some_and(|cell| cell.text.bytes().any(|byte| byte.is_ascii_digit()));
    let items: Vec<Row<'_>> = header.items(table).into_iter().filter(|row| row.cell(code).is_some()).collect();
    let named = |column: &u16| {
        items.iter().all(|row| holds_codes(row) && row.cell(*column).is_some_and(|cell| is_name(&cell)))
            && goes_with(items.iter(), code, *column) > 2
    };
    let Some(column) = beside.into_iter().find(named) else { return };
    header.means(code, Field::CustomerId);
    add(header, column, Field::CustomerName);
}

/// How many codes a column of texts goes with, one to one; 0 where it does not.
fn goes_with<'t>(rows: impl Iterator<Item = &'t Row<'t>>, code: u16, label: u16) -> usize {
    let (mut of_code, mut of_label) = (BTreeMap::new(), BTreeMap::new());
    for row in rows {
        let (Some(code), Some(label)) = (row.cell(code), row.cell(label)) else { continue };
        let (code, label) = (code.text.trim().to_owned(), label.text.trim().to_owned());
        let same = of_code.entry(code.clone()).or_insert_with(|| label.clone()) == &label
            && of_label.entry(label).or_insert_with(|| code.clone()) == &code;
        if !same {
            return 0;
        }
    }
    of_code.len()
}

/// Gives the names of customers to a column of labels that says one thing of each customer and another of every other,
/// where no heading names them: an account's label, not a text of its entries.
pub(crate) fn name_labels(header: &mut Header, table: &Table) {
    let codes: Vec<u16> = header.columns_of(&[Field::CustomerId]);
    let of_accounts = |column: &u16| {
        let mut heading = header.headings.iter().filter(|heading| heading.column == *column);
        heading.any(|heading| ACCOUNT_LABELS.contains(&fold(&heading.text).as_str()))
    };
    let labels: Vec<u16> = header.columns_of(&[Field::Label]).into_iter().filter(of_accounts).collect();
    let ([code], false) = (codes.as_slice(), header.may(&[Field::CustomerName])) else { return };
    let Some(column) = labels.into_iter().find(|label| names_each(header, table, *code, *label)) else { return };
    header.means(column, Field::CustomerName);
}

/// Headings of labels that may be those of accounts; others say whose text they are.
const ACCOUNT_LABELS: [&str; 8] = [
    "libelle",
    "designation",
    "description",
    "descripcion",
    "descrizione",
    "omschrijving",
    "beschreibung",
    "bezeichnung",
];

/// Whether a column of texts goes with a column of codes, one to one.
fn names_each(header: &Header, table: &Table, code: u16, label: u16) -> bool {
    let (mut of_code, mut of_label) = (BTreeMap::new(), BTreeMap::new());
    let mut rows = 0_u32;
    for row in below(header, table).take(FIRST_ROWS) {
        let (Some(code), Some(label)) = (row.cell(code), row.cell(label)) else { continue };
        let (code, label) = (code.text.trim().to_owned(), label.text.trim().to_owned());
        rows += 1;
        let same = of_code.entry(code.clone()).or_insert_with(|| label.clone()) == &label
            && of_label.entry(label.clone()).or_insert_with(|| code.clone()) == &code;
        if !same || !label.chars().any(char::is_alphabetic) {
            return false;
        }
    }
    let aged = header.may(&[Field::Bucket]) && !header.may(&[Field::InvoiceDay, Field::PostingDay, Field::DueDay]);
    of_code.len() > 2 && (aged || rows as usize > of_code.len())
}

/// The column in which rows of their own name the customers of the dated rows below them, where no column does.
pub(crate) fn group_column(header: &mut Header, table: &Table) -> Option<u16> {
    if let Some(column) = shared_with_documents(header, table) {
        header.means(column, Field::Document);
        return Some(column);
    }
    let collective = collective_accounts(header, table);
    // A bare number, where no other column holds it, is that of a document.
    let numbered: Vec<u16> = header.columns_of(&[Field::Document]);
    let number = |heading: &Heading| {
        numbered == [heading.column] && heading.may(&[Field::CustomerId]) && !heading.may(&[Field::CustomerName])
    };
    let names_customers =
        |heading: &Heading| heading.may(&CUSTOMERS) && !collective.contains(&heading.column) && !number(heading);
    if header.headings.iter().any(names_customers) || !has_amounts(header) {
        return None;
    }
    let documents: Vec<u16> = header.columns_of(&[Field::Document]);
    // A print in blocks repeats its headings: the first customer then stands above the first of them.
    let above = above(table, header.row);
    let blocks = above.as_ref().is_some_and(|row| heads_blocks(table, header.row, row));
    let above = above.and_then(|row| row.cells().next());
    let mut column = above.map(|first| first.column);
    let (mut open, mut items, mut filled, mut named) = (above.is_some(), 0_u32, 0_u32, 0_u32);
    let mut folded = String::new();
    let headings: Vec<String> =
        table.row(header.row).iter().flat_map(Row::cells).map(|cell| cell.text.trim().to_owned()).collect();
    let days: Vec<u16> = date_columns(header);
    for row in below(header, table) {
        let Some(first) = row.cells().next() else { continue };
        if is_dated_in(&row, &days) {
            if !open {
                return None;
            }
            items += 1;
            let own = column.and_then(|column| row.cell(column));
            filled += u32::from(own.is_some_and(|cell| !is_date(&cell)));
            continue;
        }
        fold_into(&mut folded, first.text);
        let says_nothing = [vocabulary::is_total, vocabulary::is_furniture, vocabulary::is_opening];
        if !(is_name(&first) || names_beside(&row)) || says_nothing.iter().any(|says| says(&folded)) {
            continue;
        }
        if row.cells().map(|cell| cell.text.trim()).eq(headings.iter().map(String::as_str)) {
            continue;
        }
        let valued = || row.cells().skip(1).any(|cell| looks_like_one(cell.text));
        if column.is_some_and(|known| known != first.column) && valued() {
            continue;
        }
        if is_bucket(first.text) || column.is_some_and(|known| known != first.column && above.is_none()) {
            return None;
        }
        // Beside a column of customers, a document without a customer is just that.
        if !collective.is_empty() && documents.contains(&first.column) {
            return None;
        }
        if above.is_some() && !blocks && !names_customer(&row) {
            continue;
        }
        column = Some(first.column);
        (open, named) = (true, named + 1);
    }
    let column = column.filter(|_| items > 0 && named > 0)?;
    for heading in header.headings.iter_mut().filter(|heading| collective.contains(&heading.column)) {
        heading.hits.retain(|hit| !CUSTOMERS.contains(&hit.field));
    }
    // Odoo writes the customer and the numbers of its documents in one column, without a heading.
    let blank = header.headings.iter().all(|heading| heading.column != column);
    if blank && filled * 2 > items && !header.may(&[Field::Document]) {
        add(header, column, Field::Document);
    }
    Some(column)
}

/// The column headed as that of the customers and of their documents, `Nom / No facture`: a name on rows without a day,
/// above the numbers of the rows that have one.
fn shared_with_documents(header: &Header, table: &Table) -> Option<u16> {
    let means = |text: &str, field: Field| hits(text).iter().any(|hit| hit.field == field);
    let both = |heading: &&Heading| {
        let Some((above, below)) = heading.text.split_once('/') else { return false };
        means(above, Field::CustomerName) && means(below, Field::Document) && !means(above, Field::Document)
    };
    let column = header.headings.iter().find(both)?.column;
    let days = date_columns(header);
    let (mut names, mut numbers) = (0_u32, 0_u32);
    for row in below(header, table) {
        let Some(cell) = row.cell(column) else { continue };
        let dated = is_dated_in(&row, &days);
        numbers += u32::from(dated && cell.text.bytes().any(|byte| byte.is_ascii_digit()));
        names += u32::from(!dated && is_name(&cell));
    }
    (!header.may(&[Field::Document]) && has_amounts(header) && names > 1 && numbers >= names).then_some(column)
}

/// Columns that seem to name customers and say the same on every dated row, and nothing on the others: the collective
/// account that Odoo writes beside each item.
fn collective_accounts(header: &Header, table: &Table) -> Vec<u16> {
    let days = date_columns(header);
    let same = |column: u16| {
        let mut known: Option<String> = None;
        let mut dated = 0_u32;
        for row in below(header, table) {
            let text = row.cell(column).map(|cell| cell.text.trim().to_owned()).filter(|text| !text.is_empty());
            let is_item = is_dated_in(&row, &days);
            dated += u32::from(is_item);
            if text.is_some() != is_item || (known.is_some() && text.is_some() && known != text) {
                return false;
            }
            known = known.or(text);
        }
        dated > 1
    };
    header.columns_of(&CUSTOMERS).into_iter().filter(|column| same(*column)).collect()
}

/// Whether the only column of customers holds a code and a name in each cell: `C0416 - Ateliers Brisset`.
pub(crate) fn holds_codes(table: &Table, mapping: &Mapping) -> bool {
    let mut bound = CUSTOMERS.iter().filter_map(|field| mapping.binding(*field));
    let (Some(column), None) = (bound.next().map(|binding| binding.column), bound.next()) else { return false };
    let rows = table.rows_below(mapping.header_row()).take(FIRST_ROWS);
    let mut folded = String::new();
    let mut codes = BTreeMap::new();
    for text in rows.filter_map(|row| row.cell(column)).map(|cell| cell.text.trim()) {
        fold_into(&mut folded, text);
        if vocabulary::is_total(&folded) || mapping.columns().iter().any(|binding| binding.header == text) {
            continue;
        }
        let (code, name) = code_and_name(text, false);
        let marked = name.chars().any(char::is_alphabetic) && !code.contains(' ');
        if !marked || codes.insert(code.to_owned(), name.to_owned()).is_some_and(|known| known != name) {
            return false;
        }
    }
    codes.len() > 1
}

/// Whether every row that names a customer does so by a code and a name in one cell, all codes written alike: `D0001 Stadtwerke
/// Lindau`. One such row alone may be named after a number.
pub(crate) fn heads_codes(table: &Table, mapping: &Mapping) -> bool {
    let bound = || CUSTOMERS.iter().find_map(|field| mapping.binding(*field)).map(|binding| binding.column);
    let Some(column) = mapping.group_column().or_else(bound) else { return false };
    let days: Vec<u16> =
        mapping.columns().iter().filter(|of| of.field.content() == Content::Date).map(|of| of.column).collect();
    let mut folded = String::new();
    let (mut shape, mut codes) = (None, BTreeMap::new());
    for row in table.rows_below(mapping.header_row()).take(SAMPLE) {
        let Some(cell) = row.cell(column).filter(|cell| is_name(cell) && !is_dated_in(&row, &days)) else { continue };
        let text = without_continuation(cell.text.trim());
        fold_into(&mut folded, text);
        let says_nothing = [vocabulary::is_total, vocabulary::is_furniture, vocabulary::is_opening];
        let headings = mapping.columns().iter().any(|binding| binding.header == text);
        // A total may name the customer too: `Summe D0001`.
        let valued = row.cells().any(|other| other.column != column && looks_like_one(other.text));
        if headings || valued || says_nothing.iter().any(|says| says(&folded)) {
            continue;
        }
        let (code, name) = code_and_name(text, true);
        let written = shape_of(code);
        let known = codes.insert(code.to_owned(), name.to_owned()).is_none_or(|before| before == name);
        if name.is_empty() || !known || shape.get_or_insert_with(|| written.clone()) != &written {
            return false;
        }
    }
    codes.len() > 1
}

/// How a code is written: its letters, and a sign for each figure.
fn shape_of(code: &str) -> String {
    code.chars().map(|one| if one.is_ascii_digit() { '0' } else { one }).collect()
}

fn below<'t>(header: &Header, table: &'t Table) -> impl Iterator<Item = Row<'t>> + use<'t> {
    table.rows_below(header.row).take(SAMPLE)
}

fn has_amounts(header: &Header) -> bool {
    header.may(&[Field::Amount, Field::Residual, Field::Debit, Field::Bucket])
}

fn add(header: &mut Header, column: u16, field: Field) {
    header.headings.insert(0, Heading { column, text: String::new(), hits: vec![Hit::told(field)] });
}

/// The row right above the headings, where it names the customer of the rows below them.
pub(crate) fn above(table: &Table, header_row: u32) -> Option<Row<'_>> {
    let row = table.rows().take_while(|row| row.number() < header_row).last();
    row.filter(|row| row.number() + 2 > header_row && (names_customer(row) || heads_blocks(table, header_row, row)))
}

/// Whether the headings are printed again below, each time under a name of its own in the same column.
fn heads_blocks(table: &Table, header_row: u32, above: &Row<'_>) -> bool {
    let texts = |row: &Row<'_>| row.cells().map(|cell| cell.text.trim().to_owned()).collect::<Vec<_>>();
    let named = |row: &Row<'_>| row.cells().next().filter(is_name).map(|first| (first.column, first.text.to_owned()));
    let (Some(headings), Some(first)) = (table.row(header_row).map(|row| texts(&row)), named(above)) else {
        return false;
    };
    let mut before: Option<Row<'_>> = None;
    let mut blocks = 0;
    for row in table.rows_below(header_row).take(SAMPLE) {
        if texts(&row) == headings {
            let name = before.as_ref().filter(|before| before.number() + 1 == row.number()).and_then(named);
            // The same title on another page is no customer.
            if name.is_none_or(|name| name.0 != first.0 || name.1 == first.1) {
                return false;
            }
            blocks += 1;
        }
        before = Some(row);
    }
    blocks > 0
}

/// Whether a row says that it names a customer: by a label, or by a code beside a name.
fn names_customer(row: &Row<'_>) -> bool {
    let coded = |first: Cell<'_>| first.text.bytes().any(|byte| byte.is_ascii_digit());
    let labelled = |first: Cell<'_>| without_label(first.text) != first.text;
    labelled_customer(row).0.is_some()
        || row.cells().next().is_some_and(labelled)
        || (names_beside(row) && row.cells().next().is_some_and(coded))
}

fn date_columns(header: &Header) -> Vec<u16> {
    let of_days =
        header.headings.iter().filter(|heading| heading.hits.iter().any(|hit| hit.field.content() == Content::Date));
    of_days.map(|heading| heading.column).collect()
}

/// Whether a row bears a day; `010226` is one in a column of days, beside other cells.
fn is_dated_in(row: &Row<'_>, days: &[u16]) -> bool {
    let bare = |cell: Cell<'_>| matches!(date::shape(&cell, false), Shape::Parts(_));
    let wide = || row.cells().nth(2).is_some();
    is_dated(row) || (wide() && days.iter().filter_map(|column| row.cell(*column)).any(bare))
}

/// A code and a name beside it, and nothing else but how to reach the customer.
pub(crate) fn names_beside(row: &Row<'_>) -> bool {
    let mut cells = row.cells();
    let (Some(code), Some(name)) = (cells.next(), cells.next()) else { return false };
    cells.all(|cell| identifies(cell.text))
        && !is_date(&code)
        && is_name(&name)
        && currency::of_cell(name.text.trim()).is_none()
}

/// A telephone number, an address of mail or a number of VAT, as lists print them beside the names of customers.
pub(crate) fn identifies(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let dialled = |one: char| one.is_ascii_digit() || matches!(one, ' ' | '.' | '-' | '+' | '(' | ')' | '/');
    let phone = digits >= 7
        && text.chars().all(dialled)
        && text.contains([' ', '-', '+', '(', '/'])
        && date::shape(&Cell { column: 0, kind: CellKind::Text, text }, false) == Shape::Other;
    let vat = text.len() <= 20
        && digits >= 7
        && text.as_bytes().first_chunk::<2>().is_some_and(|country| country.iter().all(u8::is_ascii_uppercase))
        && text.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, ' ' | '.' | '-'));
    phone || vat || is_contact(text)
}

fn is_name(cell: &Cell<'_>) -> bool {
    cell.kind == CellKind::Text
        && cell.text.chars().any(char::is_alphabetic)
        && !looks_like_one(cell.text)
        && !is_date(cell)
}

/// Whether a cell of a row is a day beyond doubt.
pub(crate) fn is_dated(row: &Row<'_>) -> bool {
    row.cells().any(|cell| is_date(&cell))
}

fn is_date(cell: &Cell<'_>) -> bool {
    match date::shape(cell, false) {
        Shape::True(_) | Shape::Certain(_) => true,
        Shape::Parts(parts) => !parts.bare,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::detect;

    /// Whether the rows that name customers begin with codes.
    fn coded(names: [&str; 3]) -> bool {
        let item = |name: &str| format!("{name};;;\n;F{};01/02/2026;10,00\nSumme {name};;;10,00\n", name.len());
        let text = format!("Debitor;Beleg-Nr.;Belegdatum;Betrag\n{}", names.map(item).concat());
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        heads_codes(&book.tables[0], &found.candidates[0].mapping)
    }

    #[test]
    fn codes_stand_before_names_where_all_are_written_alike() {
        assert!(coded(["D0001 Alpha GmbH", "D0002 Beta", "D0017 Gamma & Söhne KG"]));
        assert!(!coded(["D0001 Alpha GmbH", "D0002 Beta", "Gamma & Söhne KG"]));
        assert!(!coded(["3M France", "H20 Services", "B52 Tours"]));
        assert!(!coded(["Alpha GmbH", "Beta KG", "Gamma"]));
    }
}
