//! Tables without any line of headings: their columns are known by what they hold, or the table is not read at all.
//! Customer, document, date and amount must each be told beyond doubt; what was taken for what is always said.

use crate::Field;
use crate::date::{self, Shape};
use crate::header::{Header, Heading};
use crate::heading::Hit;
use crate::mails;
use crate::number::looks_like_one;
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeSet;
use values::{Arrange, Currency, Gather};

/// Rows looked at, at most.
const SAMPLE: usize = 2_000;
/// Rows that show what a column holds, at least.
const ENOUGH: usize = 3;
/// Cells that a row of items has, at least.
const CELLS: usize = 4;

/// What the cells of a column look like.
#[derive(Debug, Default)]
pub(crate) struct Column<'t> {
    pub(crate) number: u16,
    filled: usize,
    dates: usize,
    numbers: usize,
    fractions: usize,
    /// Words with a space or small letters, and no digit.
    names: usize,
    digits: usize,
    mails: usize,
    different: BTreeSet<&'t str>,
}

/// Headings in the place of those that are missing; `None` where the columns leave a doubt.
pub(crate) fn find(table: &Table) -> Option<Header> {
    let rows: Vec<Row<'_>> = table.rows().take(SAMPLE).filter(|row| row.cells().nth(CELLS - 1).is_some()).collect();
    if rows.len() < ENOUGH {
        return None;
    }
    let columns: Vec<Column<'_>> = columns(table, &rows).collect();
    let mut meanings = dates(&columns, &rows)?;
    meanings.extend(amounts(&columns, &rows)?);
    let known: Vec<u16> = meanings.iter().map(|(column, _)| *column).collect();
    let others: Vec<&Column<'_>> =
        columns.iter().filter(|column| !known.contains(&column.number) && column.is_full(&rows)).collect();
    meanings.extend(words(&others, &rows)?);
    meanings.arrange();
    let heading = |(column, field)| Heading { column, text: String::new(), hits: vec![Hit::told(field)] };
    Some(Header::new(0, meanings.into_iter().map(heading).collect()))
}

/// Columns and what they hold.
pub(crate) type Meanings = Vec<(u16, Field)>;

/// Every column of some rows of a table.
pub(crate) fn columns<'t>(table: &Table, rows: &[Row<'t>]) -> impl Iterator<Item = Column<'t>> {
    let mut columns: Vec<Column<'t>> =
        (0..table.column_count()).map(|number| Column { number, ..Column::default() }).collect();
    for cell in rows.iter().flat_map(Row::cells) {
        if let Some(column) = columns.get_mut(usize::from(cell.column)) {
            column.see(&cell);
        }
    }
    columns.into_iter()
}

/// The day of the document, and its due day where a second column is never before it.
pub(crate) fn dates(columns: &[Column<'_>], rows: &[Row<'_>]) -> Option<Meanings> {
    let dated: Vec<u16> =
        columns.iter().filter(|column| column.is_mostly(column.dates)).map(|one| one.number).collect();
    match dated.as_slice() {
        [issued] => Some(vec![(*issued, Field::InvoiceDay)]),
        [first, second] => {
            let years = |column: u16| rows.iter().filter_map(move |row| text_of(row, column));
            // Written alike and true dates compare as texts; others leave the order to the right-hand column.
            let sortable =
                years(*first).chain(years(*second)).all(|text| text.len() == 10 && text.get(4..5) == Some("-"));
            let before = years(*first).zip(years(*second)).filter(|(issued, due)| issued > due).count();
            (!sortable || before * 10 <= rows.len())
                .then(|| vec![(*first, Field::InvoiceDay), (*second, Field::DueDay)])
        }
        _ => None,
    }
}

fn text_of<'t>(row: &Row<'t>, column: u16) -> Option<&'t str> {
    row.cell(column).map(|cell| cell.text.trim())
}

/// One amount; debit and credit, of which each row has one; the same with the balance so far; or an amount and what
/// remains of it.
fn amounts(columns: &[Column<'_>], rows: &[Row<'_>]) -> Option<Meanings> {
    let money: Vec<&Column<'_>> = columns.iter().filter(|column| column.is_money()).collect();
    let either = |one: u16, other: u16| {
        let has = |row: &Row<'_>, column| {
            row.cell(column).is_some_and(|cell| cell.text.contains(|c| ('1'..='9').contains(&c)))
        };
        rows.iter().filter(|row| has(row, one) != has(row, other)).count() == rows.len()
    };
    match money.as_slice() {
        [amount] if amount.is_full(rows) => Some(vec![(amount.number, Field::Amount)]),
        [debit, credit] if either(debit.number, credit.number) => {
            Some(vec![(debit.number, Field::Debit), (credit.number, Field::Credit)])
        }
        [debit, credit, balance] if either(debit.number, credit.number) => Some(vec![
            (debit.number, Field::Debit),
            (credit.number, Field::Credit),
            (balance.number, Field::RunningBalance),
        ]),
        _ => None,
    }
}

/// The customer, by name, by code or both, the document, and the text where there is one.
fn words(columns: &[&Column<'_>], rows: &[Row<'_>]) -> Option<Meanings> {
    let names: Vec<&&Column<'_>> = columns.iter().filter(|column| column.is_mostly(column.names)).collect();
    let codes: Vec<&&Column<'_>> = columns.iter().filter(|column| !column.is_mostly(column.names)).collect();
    let name = match names.as_slice() {
        [] => None,
        [name] => Some(name),
        // Texts differ from row to row, customers come back.
        [one, other] if one.different.len() * 2 <= other.different.len() => Some(one),
        [one, other] if other.different.len() * 2 <= one.different.len() => Some(other),
        _ => return None,
    };
    let documents: Vec<&&&Column<'_>> = codes
        .iter()
        .filter(|column| column.is_mostly(column.digits) && column.different.len() * 10 >= rows.len() * 9)
        .collect();
    let [document] = documents.as_slice() else { return None };
    let pairs = |one: u16, other: u16| {
        rows.iter().map(|row| (text_of(row, one), text_of(row, other))).gather::<BTreeSet<_>>().len()
    };
    let comes_back = |column: &Column<'_>| column.different.len() < rows.len() && column.different.len() > 1;
    let code = codes.iter().filter(|column| column.number != document.number && comes_back(column));
    let code = match code.collect::<Vec<_>>().as_slice() {
        [] => None,
        [code] => Some(**code),
        _ => return None,
    };
    // A name goes with one code, a text with any.
    let name = match (code, name) {
        (Some(code), Some(name)) => {
            let together = pairs(code.number, name.number);
            Some(*name).filter(|_| together == code.different.len() && together == name.different.len())
        }
        (None, Some(name)) if comes_back(name) => Some(*name),
        (Some(_), None) => None,
        (None, _) => return None,
    };
    let code = code.map(|code| code.number);
    let mut meanings = vec![(document.number, Field::Document)];
    meanings.extend(code.map(|code| (code, Field::CustomerId)));
    for column in &names {
        let is_name = name.is_some_and(|name| name.number == column.number);
        meanings.push((column.number, if is_name { Field::CustomerName } else { Field::Label }));
    }
    Some(meanings)
}

impl<'t> Column<'t> {
    fn see(&mut self, cell: &Cell<'t>) {
        let text = cell.text.trim();
        self.filled += 1;
        self.different.insert(text);
        let is_date = match date::shape(cell, false) {
            Shape::True(_) | Shape::Certain(_) | Shape::Impossible => true,
            Shape::Parts(parts) => !parts.bare,
            Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Other => false,
        };
        let is_number = cell.kind == CellKind::Number || (cell.kind == CellKind::Text && looks_like_one(text));
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let worded =
            text.chars().any(|c| c.is_whitespace() || c.is_lowercase()) && text.chars().any(char::is_alphabetic);
        self.dates += usize::from(is_date);
        self.numbers += usize::from(is_number && !is_date);
        self.fractions += usize::from(is_number && !is_date && text.contains([',', '.']));
        self.names += usize::from(worded && !has_digit && !is_date);
        self.digits += usize::from(has_digit && !is_date);
        self.mails += usize::from(text.contains('@') && mails::is_address(text));
    }

    fn is_mostly(&self, count: usize) -> bool {
        count * 10 >= self.filled * 9 && count > 0
    }

    /// Whether the column holds the names of several people or firms.
    pub(crate) fn is_named(&self) -> bool {
        self.is_mostly(self.names) && self.different.len() > 1
    }

    /// Whether the column holds addresses of mail.
    pub(crate) fn holds_mails(&self) -> bool {
        self.is_mostly(self.mails)
    }

    /// How many of its cells are filled.
    pub(crate) fn filled(&self) -> usize {
        self.filled
    }

    /// How many of its cells say something else than those before them.
    pub(crate) fn different(&self) -> usize {
        self.different.len()
    }

    /// Whether every cell is the code of a currency.
    pub(crate) fn holds_currencies(&self) -> bool {
        self.different.iter().all(|text| text.len() == 3 && Currency::recognise(text).is_some())
    }

    /// Whether no two of its cells say the same, of enough to tell.
    pub(crate) fn is_different(&self, rows: &[Row<'_>]) -> bool {
        self.is_full(rows) && self.filled > 5 && self.different.len() == self.filled
    }

    /// The same of nearly all of them.
    pub(crate) fn nearly_differs(&self, rows: &[Row<'_>]) -> bool {
        self.is_full(rows) && self.filled > 5 && self.different.len() * 10 >= self.filled * 9
    }

    /// Whether nearly each of its cells holds a number of its own.
    pub(crate) fn numbers_each(&self) -> bool {
        self.is_mostly(self.digits) && self.filled > 2 && self.different.len() * 10 >= self.filled * 9
    }

    /// Whether a fifth of its cells repeat others.
    pub(crate) fn comes_back(&self) -> bool {
        self.different.len() > 1 && self.different.len() * 5 <= self.filled * 4
    }

    /// Whether half of its cells are numbers.
    pub(crate) fn is_numeric(&self) -> bool {
        self.numbers * 2 >= self.filled
    }

    pub(crate) fn is_money(&self) -> bool {
        self.is_mostly(self.numbers) && self.fractions * 2 >= self.filled
    }

    pub(crate) fn is_full(&self, rows: &[Row<'_>]) -> bool {
        self.filled * 10 >= rows.len() * 9
    }
}
