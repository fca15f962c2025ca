//! A table of one customer, whom no column names: a title says who it is (`Client : ALPHA SAS`), a statement is addressed to
//! it, or the sheet bears the name. Names that sheets have by themselves, months and years name nobody.

use crate::Field;
use crate::addressee;
use crate::header::Header;
use crate::statements::{self, Account};
use crate::title_block;
use crate::titles::{labelled_customer, speaks_of_suppliers};
use crate::words::{fold, without_label};
use ledger::Customer;
use sheet::{Row, Table};

/// The column that stands for the title or the sheet: none that a table can have.
pub(crate) const COLUMN: u16 = u16::MAX;

/// Words of the names that sheets have without being a customer's.
const PLAIN: &[&str] = &[
    "sheet",
    "feuil",
    "feuille",
    "blad",
    "hoja",
    "foglio",
    "tabelle",
    "export",
    "data",
    "donnees",
    "liste",
    "list",
    "facture",
    "factures",
    "invoice",
    "invoices",
    "rechnung",
    "rechnungen",
    "facturas",
    "fatture",
    "facturen",
    "encours",
    "balance",
    "grand",
    "livre",
    "ledger",
    "journal",
    "client",
    "clients",
    "customer",
    "customers",
    "debitoren",
    "debiteuren",
    "creances",
    "receivables",
    "receivable",
    "open",
    "items",
    "offene",
    "posten",
    "postes",
    "pieces",
    "total",
    "totaux",
    "synthese",
    "resume",
    "summary",
    "report",
    "echeancier",
    "impayes",
    "relances",
    "relance",
    "retard",
    "aged",
    "aging",
    "ageing",
    "detail",
    "details",
    "page",
    "table",
    "tableau",
    "results",
    "query",
    "situation",
    "releve",
    "compte",
    "comptes",
    "statement",
    "reglements",
    "payments",
    "ventes",
    "sales",
    "agence",
    "site",
    "region",
    "service",
    "extrait",
    "echu",
    "echus",
    "echues",
    "avoirs",
    "notes",
    "base",
    "archive",
    "ancien",
    "copie",
    "copy",
    "scadenzario",
    "partitario",
    "mayor",
    "vencimientos",
];

const MONTHS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januar",
    "februar",
    "marz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "enero",
    "febrero",
    "abril",
    "mayo",
    "junio",
    "julio",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "gennaio",
    "febbraio",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "settembre",
    "ottobre",
    "dicembre",
    "januari",
    "februari",
    "maart",
    "mei",
    "augustus",
];

/// Whether the headings are those of documents whose customer a title tells.
pub(crate) fn is_titled(header: &Header, table: &Table) -> bool {
    is_told(header, table) && title_block::customers(table, header.row).len() == 1
}

/// Whether the headings are those of documents whose customer is told for the whole table, by a title or the sheet.
pub(crate) fn is_told(header: &Header, table: &Table) -> bool {
    let account = statements::account(header, table);
    // A balance after each row heads a customer's account or a bank's: the rows tell.
    let items = header.may(&[Field::Document, Field::DueDay]) && account != Account::Other;
    let documents =
        (items || account == Account::Customer) && header.may(&[Field::Amount, Field::Residual, Field::Debit]);
    let named = header.may(&[Field::CustomerName]) || (header.may(&[Field::CustomerId]) && !is_bare_number(header));
    // A column of suppliers tells whose each row is.
    let bought = header.headings.iter().any(|heading| speaks_of_suppliers(&heading.text));
    documents && !named && !bought && of(table, header.row).is_some()
}

/// The only heading that may be a customer's code is a bare number, which is the document's.
fn is_bare_number(header: &Header) -> bool {
    header.columns_of(&[Field::CustomerId]) == header.columns_of(&[Field::Document])
}

/// The customer of a whole table.
pub(crate) fn of(table: &Table, header_row: u32) -> Option<Customer> {
    match title_block::customers(table, header_row).as_slice() {
        _ if title_block::names_other_account(table, header_row) => None,
        [one] => Some(one.clone()),
        [] => {
            let sheet = || table.name.as_deref().filter(|name| is_name(name));
            addressee::of(table, header_row).or_else(sheet).map(|name| customer(name.trim(), ""))
        }
        _ => None,
    }
}

/// Whether a row below the headings announces the customer of the rows that follow, as the title of the table did.
pub(crate) fn announces_another(row: &Row<'_>) -> bool {
    let first = row.cells().next().map(|cell| cell.text.trim());
    first.is_some_and(|first| without_label(first) != first) || labelled_customer(row).0.is_some()
}

fn customer(id: &str, name: &str) -> Customer {
    Customer { id: id.to_owned(), name: name.to_owned(), ..Customer::default() }
}

fn is_name(sheet: &str) -> bool {
    let folded = fold(sheet);
    let letters = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let plain = |word: &str| PLAIN.contains(&letters(word).as_str()) || MONTHS.contains(&letters(word).as_str());
    let (figures, words): (Vec<&str>, Vec<&str>) = folded.split(' ').partition(|word| letters(word).is_empty());
    // `Méca Précision 42` is a company, `Lot 3` and `2026` are not.
    let numbered = figures.iter().all(|figures| figures.len() < 4) && words.len() > 1;
    folded.len() > 2 && !sheet.contains(['!', ':']) && !words.into_iter().any(plain) && (figures.is_empty() || numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_named_after_customers_or_not() {
        for name in ["Dupont et Fils", "ALPHA SAS", "Müller GmbH", "SAS Méca Précision 42"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "Feuil1",
            "Sheet 2",
            "Janvier",
            "2026",
            "Factures 2026",
            "Lot 3",
            "Agence Lyon 2026",
            "Export",
            "Encours!A2:F9",
            "AR",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
