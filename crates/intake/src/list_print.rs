//! Lists as SAP prints them: the customer stands in lines of his own above his rows (`Debitor  100234`, then `Name  ALPHA
//! SAS`), and the headings again below each of them. What these lines say becomes columns beside the rows, under the words
//! that announced it; every row keeps its number, so that each is still accounted for once. Lists of many customers may
//! name them in the totals below their rows only (`* Account 100234`): these are read alike.

use crate::Field;
use crate::date::{self, Shape};
use crate::header::{self, Header};
use crate::words::fold;
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeMap;

/// Rows looked at: the first frames of a list.
const ROWS: usize = 200;
/// Dashes of the shortest rule.
const RULE: usize = 20;
/// Cells of an item, at least; a line about a customer has two.
const ITEM: usize = 3;
/// What a line calls the customer.
const CUSTOMER: [&str; 8] = ["debitor", "customer", "client", "cliente", "deudor", "kunde", "debiteur", "klant"];
/// What else the total of his rows calls him.
const ACCOUNT: [&str; 6] = ["account", "konto", "compte", "cuenta", "conto", "rekening"];
/// What a line below it calls his name.
const NAME: [&str; 6] = ["name", "nom", "nombre", "nome", "naam", "name 1"];

/// Whether a table is a list printed by a program: ruled with dashes, or with its customers in lines of their own.
pub fn is_list_print(table: &Table) -> bool {
    let first = || table.rows().take(ROWS);
    first().any(|row| is_rule(&row))
        || (first().any(|row| customer(&row).is_some()) && first().any(|row| is_total(&row)))
        || (first().any(|row| total_of(&row).is_some()) && header::find(table).is_some_and(|header| !names(&header)))
}

/// Whether a heading may be that of customers.
fn names(header: &Header) -> bool {
    header.may(&[Field::CustomerId, Field::CustomerName])
}

/// The same list with the customers of its lines in columns beside their rows; any other table as it is.
pub fn unfolded(table: Table) -> Table {
    if !is_list_print(&table) {
        return table;
    }
    let Some(header) = header::find(&table) else { return table };
    // A list that names its customers on every row needs no others, and one without documents is none of items.
    if names(&header) || !header.may(&[Field::Document]) {
        return table;
    }
    let flat = Unfolding::new(&table, &header).map(Unfolding::all);
    flat.unwrap_or(table)
}

/// Cells that end a row.
type Beside<'t> = [Option<&'t str>; 2];

/// A list on its way to a flat one.
struct Unfolding<'t> {
    table: &'t Table,
    headings: Vec<&'t str>,
    /// What announces the customer and his name.
    labels: Beside<'t>,
    /// The customer above, and his name.
    known: Beside<'t>,
    /// The lines about a customer go on.
    announcing: bool,
    /// Where no line names a customer: those that totals name, by the rows they sum.
    below: BTreeMap<u32, &'t str>,
    flat: Table,
}

impl<'t> Unfolding<'t> {
    /// A list whose customers are told by lines above their rows, or by the totals below them.
    fn new(table: &'t Table, header: &Header) -> Option<Unfolding<'t>> {
        let headings = table.row(header.row).map(|row| texts(&row)).unwrap_or_default();
        let above = table.rows().find_map(|row| customer(&row));
        let below = if above.is_none() { named_below(table, header.row) } else { BTreeMap::new() };
        let total = table.rows().find_map(|row| total_of(&row)).filter(|_| !below.is_empty());
        let (label, _) = above.or(total)?;
        let named = |row: Row<'t>| pair(&row).filter(|(label, _)| is_one_of(label, &NAME)).map(|(label, _)| label);
        let labels = [Some(label), table.rows().find_map(named).filter(|_| above.is_some())];
        let mut flat = Table::new(table.name.clone());
        flat.file_name.clone_from(&table.file_name);
        (flat.hidden, flat.from_1904, flat.blank_rows) = (table.hidden, table.from_1904, table.blank_rows);
        flat.customers_above = Some(table.column_count());
        flat.customers_in_totals = above.is_none();
        Some(Unfolding { table, headings, labels, known: [None; 2], announcing: false, below, flat })
    }

    fn all(mut self) -> Table {
        self.table.rows().for_each(|row| self.row(&row));
        self.flat
    }

    fn row(&mut self, row: &Row<'t>) {
        if texts(row) == self.headings {
            self.announcing = false;
            return self.beside(row, self.labels);
        }
        if let Some((_, account)) = customer(row) {
            (self.known, self.announcing) = ([Some(account), None], true);
            return self.line(row);
        }
        let (wide, dated) = (row.cells().nth(ITEM - 1).is_some(), is_dated(row));
        if self.announcing && !wide && !dated {
            if let Some((_, name)) = pair(row).filter(|(label, _)| is_one_of(label, &NAME)) {
                self.known = [self.known[0], Some(name)];
            }
            return self.line(row);
        }
        self.announcing &= !dated;
        let item = wide && !self.announcing && !is_total(row);
        let below = [self.below.get(&row.number()).copied(), None];
        let cells = if self.below.is_empty() { self.known } else { below };
        self.beside(row, if item { cells } else { [None; 2] });
    }

    /// A line about a customer is one cell: under a heading, a part of it would be taken for what the heading says.
    fn line(&mut self, row: &Row<'t>) {
        self.flat.start_row(row.number());
        self.flat.push(0, CellKind::Text, &texts(row).join("   "));
    }

    fn beside(&mut self, row: &Row<'t>, cells: Beside<'t>) {
        self.flat.copy_row(row);
        for (text, column) in cells.into_iter().zip(self.table.column_count()..) {
            self.flat.push(column, CellKind::Text, text.unwrap_or_default());
        }
    }
}

/// The customer of each row above the total that names him; nothing where totals stand above their rows, nor where they
/// name accounts and no line says that these are customers'.
fn named_below(table: &Table, headings: u32) -> BTreeMap<u32, &str> {
    let customers = |row: Row<'_>| pair(&row).is_some_and(|(label, _)| is_one_of(label, &CUSTOMER));
    let says = |label: &str| is_one_of(label, &CUSTOMER) || table.rows().take(ROWS).any(customers);
    if !table.rows().find_map(|row| total_of(&row)).is_some_and(|(label, _)| says(label)) {
        return BTreeMap::new();
    }
    let (mut named, mut waiting) = (BTreeMap::new(), Vec::new());
    for row in table.rows_below(headings) {
        match total_of(&row) {
            Some(_) if waiting.is_empty() && named.is_empty() => return BTreeMap::new(),
            Some((_, account)) => named.extend(waiting.drain(..).map(|number| (number, account))),
            None if !is_total(&row) && is_dated(&row) => waiting.push(row.number()),
            None => {}
        }
    }
    // Rows that no total follows: whose the others are is in doubt as well.
    if waiting.is_empty() { named } else { BTreeMap::new() }
}

fn texts<'t>(row: &Row<'t>) -> Vec<&'t str> {
    row.cells().map(|cell| cell.text.trim()).collect()
}

fn is_rule(row: &Row<'_>) -> bool {
    let dashes = |text: &str| text.len() >= RULE && text.bytes().all(|byte| byte == b'-');
    row.cells().next().is_some_and(|cell| dashes(cell.text.trim().trim_matches('|')))
}

/// SAP marks the total of each level with one star more.
fn is_total(row: &Row<'_>) -> bool {
    row.cells().next().is_some_and(|cell| cell.text.trim_start().starts_with('*'))
}

/// A total that says whose rows it sums: `** Account 100234`.
fn total_of<'t>(row: &Row<'t>) -> Option<(&'t str, &'t str)> {
    let text = row.cells().next()?.text.trim().strip_prefix('*')?.trim_start_matches('*');
    let (label, account) = text.trim().split_once(' ')?;
    let account = account.trim();
    let known = is_one_of(label, &ACCOUNT) || is_one_of(label, &CUSTOMER);
    (known && is_account(account)).then_some((label, account))
}

fn is_account(text: &str) -> bool {
    !text.contains(' ') && text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_dated(row: &Row<'_>) -> bool {
    let is_date = |cell: Cell<'_>| match date::shape(&cell, false) {
        Shape::True(_) | Shape::Certain(_) => true,
        Shape::Parts(parts) => !parts.bare,
        Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Impossible | Shape::Other => false,
    };
    row.cells().any(is_date)
}

/// A word and what stands beside it: two cells, or one whose words are far apart.
fn pair<'t>(row: &Row<'t>) -> Option<(&'t str, &'t str)> {
    let mut cells = row.cells();
    let (first, second) = (cells.next()?.text.trim(), cells.next().map(|cell| cell.text.trim()));
    if cells.next().is_some() {
        return None;
    }
    let apart = || first.split_once("  ").or_else(|| first.split_once(' ').filter(|(_, rest)| !rest.contains(' ')));
    let (label, value) = second.map_or_else(apart, |second| Some((first, second)))?;
    Some((label.trim_end_matches([':', ' ']), value.trim()))
        .filter(|(label, value)| !label.is_empty() && !value.is_empty())
}

/// A line that says nothing but a customer and his account.
fn customer<'t>(row: &Row<'t>) -> Option<(&'t str, &'t str)> {
    pair(row).filter(|(label, value)| is_one_of(label, &CUSTOMER) && is_account(value))
}

fn is_one_of(label: &str, words: &[&str]) -> bool {
    words.contains(&fold(label).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of which each line is a row, its cells between semicolons.
    fn table(text: &str) -> Table {
        let mut table = Table::new(None);
        for (line, number) in text.lines().zip(1..) {
            table.start_row(number);
            line.split(';').zip(0..).for_each(|(cell, column)| table.push(column, CellKind::Text, cell));
            table.drop_empty_row();
        }
        table
    }

    /// The rows a list is flattened to, cells as `column:text`; nothing where it is left as it is.
    fn flat(text: &str) -> Vec<String> {
        let list = unfolded(table(text));
        let cell = |cell: Cell<'_>| format!("{}:{}", cell.column, cell.text);
        let row = |row: Row<'_>| format!("{} {}", row.number(), row.cells().map(cell).collect::<Vec<_>>().join(" "));
        list.customers_above.map(|_| list.rows().map(row).collect()).unwrap_or_default()
    }

    const HEADINGS: &str = ";St;DocumentNo;Doc. Date;Net due dt;Amount in LC";

    #[test]
    fn lines_about_a_customer_become_columns_beside_his_rows() {
        let list = format!(
            "30.09.2026;;;List;;1\nCustomer   12\nCompany Code;;1000\nName;;ALPHA;\n{HEADINGS}\n\
            ;;F1;01.08.2026;31.08.2026;10,00\n;*;;;;10,00\nCustomer 13\n{HEADINGS}\n;;F2;02.08.2026;;5,00\n;;F3;;;1,00\n;**;;;;16,00"
        );
        assert_eq!(
            flat(&list),
            [
                "1 0:30.09.2026 3:List 5:1",
                "2 0:Customer   12",
                "3 0:Company Code   1000",
                "4 0:Name   ALPHA",
                "5 1:St 2:DocumentNo 3:Doc. Date 4:Net due dt 5:Amount in LC 6:Customer 7:Name",
                "6 2:F1 3:01.08.2026 4:31.08.2026 5:10,00 6:12 7:ALPHA",
                "7 1:* 5:10,00",
                "8 0:Customer 13",
                "9 1:St 2:DocumentNo 3:Doc. Date 4:Net due dt 5:Amount in LC 6:Customer 7:Name",
                "10 2:F2 3:02.08.2026 5:5,00 6:13",
                "11 2:F3 5:1,00",
                "12 1:** 5:16,00",
            ]
        );
    }

    #[test]
    fn totals_name_the_customers_of_the_rows_above_them() {
        let item = |document: &str| format!(";;{document};01.08.2026;31.08.2026;10,00\n");
        let total = |account: &str| format!(";* Account {account};;;;20,00\n");
        let star = ";*;;;;20,00\n".to_owned();
        let rows = [item("F1"), item("F2"), star, total("12"), item("F3"), total("13")].concat();
        let list = flat(&format!("Customer;*\n{HEADINGS}\n{rows}"));
        let customers: Vec<&str> = list.iter().map(|row| row.split(" 6:").nth(1).unwrap_or("-")).collect();
        assert_eq!(customers, ["-", "Account", "12", "12", "-", "-", "13", "-"]);
        // These accounts may be of the books.
        assert_eq!(flat(&format!("G/L Account;*\n{HEADINGS}\n{rows}")), Vec::<String>::new());
        // Totals above their rows, or rows that none sums: whose a row is would be a guess.
        let above = [total("12"), item("F1"), total("13"), item("F2")].concat();
        let open = [item("F1"), total("12"), item("F2")].concat();
        for rows in [above, open] {
            assert_eq!(flat(&format!("Customer;*\n{HEADINGS}\n{rows}")), Vec::<String>::new());
        }
    }

    #[test]
    fn other_tables_stay_as_they_are() {
        let named = HEADINGS.replace("St", "Account");
        for (what, list) in [
            ("no totals in stars, no rules", format!("Customer 12\n{HEADINGS}\n;;F1;01.08.2026;31.08.2026;10,00")),
            ("customers on every row", format!("Customer 12\n{named}\n;12;F1;01.08.2026;;10,00\n;*;;;;10,00")),
            ("accounts of the books", format!("G/L Account 140000\n{HEADINGS}\n;;F1;01.08.2026;;10,00\n;*;;;;10,00")),
            ("a bank's", "Client 12\nDate;Libellé;Montant\n01.08.2026;VIR;10,00\n*;;10,00".to_owned()),
        ] {
            assert_eq!(flat(&list), Vec::<String>::new(), "{what}");
        }
    }
}
