//! Trial balances: one balance for each account of the books, no customers and no days. They are named for what they are,
//! with what they say of the customers' account, which the balance of the customers should meet.

use crate::Field;
use crate::groups::is_dated;
use crate::heading;
use crate::words::{fold, holds};
use sheet::{Row, Table};
use std::collections::BTreeSet;

/// What a trial balance says of the customers' account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomersAccount {
    /// Its number and name, as written.
    pub account: String,
    /// The heading of its last amount, and the amount as written.
    pub heading: String,
    /// The amount as written.
    pub amount: String,
}

/// Rows above the headings, at most.
const DEPTH: usize = 40;
/// Accounts, at least.
const ACCOUNTS: usize = 4;
/// First figures of their numbers that differ, at least: customers alone begin alike.
const CLASSES: usize = 3;
/// What the books of any company hold, of which a trial balance names two at least.
const HELD: [&[&str]; 7] = [
    &["capital", "kapital", "kapitaal", "aandelenkapitaal", "eigenkapital", "equity", "capitale"],
    &["banque", "banques", "bank", "banks", "banco", "bancos", "banca", "banche", "caisse", "kasse", "kas", "cash"],
    &[
        "fournisseurs",
        "creditors",
        "suppliers",
        "crediteuren",
        "verbindlichkeiten",
        "kreditoren",
        "proveedores",
        "fornitori",
        "payables",
    ],
    &["ventes", "prestations", "sales", "revenue", "turnover", "omzet", "erlose", "umsatzerlose", "ventas", "ricavi"],
    &["achats", "purchases", "inkopen", "wareneingang", "compras", "acquisti"],
    &["salaires", "personnel", "wages", "salaries", "gehalter", "lohne", "lonen", "salarios", "sueldos", "stipendi"],
    &["tva", "vat", "btw", "iva", "umsatzsteuer", "vorsteuer", "mwst"],
];
/// Names of the account of all customers.
const CUSTOMERS: [&str; 12] = [
    "clients",
    "customers",
    "trade debtors",
    "debtors",
    "accounts receivable",
    "trade receivables",
    "debiteuren",
    "forderungen",
    "debitoren",
    "clientes",
    "crediti verso clienti",
    "clienti",
];

/// What a table says of the customers' account where it is a trial balance: `Some(None)` where it is one that names no
/// such account.
pub fn trial_balance(table: &Table) -> Option<Option<CustomersAccount>> {
    let (header, column) = table.rows().take(DEPTH).find_map(|row| Some((row.number(), accounts_column(&row)?)))?;
    let rows: Vec<Row<'_>> = table.rows_below(header).filter(|row| number(row, column).is_some()).collect();
    let numbers: BTreeSet<&str> = rows.iter().filter_map(|row| number(row, column)).collect();
    let classes: BTreeSet<char> = numbers.iter().filter_map(|number| number.chars().next()).collect();
    // An account for each row, several classes of them, and no day: movements and customers have one, or repeat.
    let once = numbers.len() == rows.len() && rows.len() >= ACCOUNTS && classes.len() >= CLASSES;
    let dated = || rows.iter().any(is_dated);
    if !once || dated() {
        return None;
    }
    let names: Vec<String> = rows.iter().map(|row| fold(&name(row, column))).collect();
    let named = |words: &&&[&str]| names.iter().any(|name| words.iter().any(|word| holds(name, word)));
    if HELD.iter().filter(named).count() < 2 {
        return None;
    }
    let french = numbers.iter().any(|number| number.starts_with("70")) && classes.contains(&'4');
    let of_customers = |row: &&Row<'_>| {
        let number = number(row, column).unwrap_or_default();
        let name = fold(&name(row, column));
        if french { number.starts_with("411") } else { CUSTOMERS.iter().any(|words| holds(&name, words)) }
    };
    let account = rows.iter().find(of_customers).and_then(|row| of_account(table, header, row, column));
    Some(account)
}

/// The column headed as that of accounts, in a row that heads sides or balances besides.
fn accounts_column(row: &Row<'_>) -> Option<u16> {
    const HEADS: [&str; 9] =
        ["compte", "account", "nominal", "konto", "cuenta", "conto", "rekening", "grootboek", "grootboekrekening"];
    let sides = [Field::Debit, Field::Credit, Field::Residual, Field::RunningBalance];
    let hits = |text: &str| heading::hits(text).into_iter().map(|hit| hit.field).collect::<Vec<_>>();
    let balanced = row.cells().any(|cell| hits(cell.text).iter().any(|field| sides.contains(field)));
    let heads = |text: &str| HEADS.iter().any(|head| holds(&fold(text), head));
    row.cells().find(|cell| balanced && heads(cell.text)).map(|cell| cell.column)
}

/// The number of the account of a row.
fn number<'t>(row: &Row<'t>, column: u16) -> Option<&'t str> {
    let text = row.cell(column)?.text.trim();
    (text.len() >= 3 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// The name of the account of a row: the first text beside its number.
fn name(row: &Row<'_>, column: u16) -> String {
    let texts = row.cells().filter(|cell| cell.column > column).map(|cell| cell.text.trim().to_owned());
    texts.filter(|text| text.chars().any(char::is_alphabetic)).take(1).collect()
}

/// The last amount of the row of an account: balances stand behind movements.
fn of_account(table: &Table, header: u32, row: &Row<'_>, column: u16) -> Option<CustomersAccount> {
    let amounts = row.cells().filter(|cell| cell.column > column && crate::number::looks_like_one(cell.text.trim()));
    let last = amounts.filter(|cell| cell.text.bytes().any(|byte| byte.is_ascii_digit())).last()?;
    let account = format!("{} {}", number(row, column)?, name(row, column)).trim().to_owned();
    let heading = table.row(header).and_then(|row| row.cell(last.column).map(|cell| cell.text.trim().to_owned()));
    Some(CustomersAccount { account, heading: heading.unwrap_or_default(), amount: last.text.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table, its cells cut at `;`.
    fn table(rows: &[&str]) -> Table {
        let mut table = Table::new(None);
        for (text, row) in rows.iter().zip(1..) {
            table.start_row(row);
            for (cell, column) in text.split(';').zip(0..).filter(|(cell, _)| !cell.is_empty()) {
                table.push(column, sheet::CellKind::Text, cell);
            }
        }
        table
    }

    #[test]
    fn a_trial_balance_says_what_customers_owe() {
        let french = table(&[
            "Compte;Intitulé;Débit;Crédit;Solde débiteur;Solde créditeur",
            "101000;Capital;;60000,00;;60000,00",
            "411000;Clients;184125,77;10000,00;174125,77;",
            "512000;Banque;31543,11;10000,00;21543,11;",
            "706000;Prestations;;186500,00;;186500,00",
        ]);
        let found = trial_balance(&french).flatten().map(|of| (of.account, of.heading, of.amount));
        let expected = ("411000 Clients".to_owned(), "Solde débiteur".to_owned(), "174125,77".to_owned());
        assert_eq!(found, Some(expected));
        let dutch = table(&[
            "Saldibalans per 31-12-2025",
            "Rekening;Omschrijving;Debet;Credit;Saldo",
            "0500;Aandelenkapitaal;;18000;-18000",
            "1100;Bank;34567;;34567",
            "1300;Debiteuren;174509.79;;174509.79",
            "8000;Omzet;;181200.79;-181200.79",
        ]);
        assert_eq!(trial_balance(&dutch).flatten().map(|of| of.amount).as_deref(), Some("174509.79"));
    }

    #[test]
    fn balances_of_customers_and_movements_are_none() {
        let customers = table(&[
            "Compte;Nom;Débit;Crédit",
            "10001;Banque du Sud;120,00;",
            "20002;Alpha;50,00;",
            "30003;Omega;70,00;",
            "40004;Gamma;80,00;",
        ]);
        assert_eq!(trial_balance(&customers), None);
        let movements = table(&[
            "Compte;Libellé;Date;Débit;Crédit",
            "411000;Clients;01/02/2026;120,00;",
            "706000;Ventes;01/02/2026;;100,00",
            "445710;TVA;01/02/2026;;20,00",
            "512000;Banque;02/02/2026;120,00;",
        ]);
        assert_eq!(trial_balance(&movements), None);
    }
}
