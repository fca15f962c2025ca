//! The lines above a table of one customer, as far as they say who it is: a label and what it announces (`Client : ALPHA SAS`,
//! `Account ref:` beside `HAR001`), or an account of the books (`Compte 411ALPHA`). Guarantee: two lines that may be of two
//! customers are never taken for one.

use crate::titles::labelled_customer;
use crate::words::{begins_with, code_and_name, fold, without_label};
use ledger::{AccountClass, Customer};
use sheet::{Row, Table};
use std::collections::BTreeMap;

/// Labels of a customer's code alone, beside those that announce a code or a name.
const CODES: &[&str] = &[
    "account no",
    "account number",
    "account ref",
    "account reference",
    "customer no",
    "customer number",
    "customer code",
    "customer id",
    "n client",
    "no client",
    "numero client",
    "numero de client",
    "ref client",
    "code tiers",
    "n compte client",
    "kundennummer",
    "kunden nr",
    "kundennr",
    "kd nr",
    "debitorennummer",
    "debitor nr",
    "klantnummer",
    "debiteurnummer",
    "numero cliente",
    "codice cliente",
    "codigo cliente",
    "n cliente",
];

/// Labels of a customer's name alone.
const NAMES: &[&str] = &[
    "nom",
    "nom du client",
    "nom client",
    "raison sociale",
    "name",
    "client name",
    "customer name",
    "kundenname",
    "ragione sociale",
    "razon social",
    "klantnaam",
];

/// What one line tells.
#[derive(Debug)]
struct Told {
    code: Option<String>,
    name: Option<String>,
}

/// The customers that the lines above the headings name: one, where they all may be of one.
pub(crate) fn customers(table: &Table, header_row: u32) -> Vec<Customer> {
    let above = || table.rows().take_while(|row| row.number() < header_row);
    let told: Vec<Told> = above().flat_map(|row| of_row(&row)).collect();
    match told.is_empty() {
        true => joined(above().filter_map(|row| of_account(&row)).collect()),
        false => joined(told),
    }
}

/// Whether a line says that the rows are those of an account of the books that is no customer's: `Compte : 512000 Banque`.
pub(crate) fn names_other_account(table: &Table, header_row: u32) -> bool {
    let other = |text: &str| {
        let words = fold(text);
        let mut rest = words.split(' ').skip_while(|word| matches!(*word, "compte" | "n" | "numero" | "general"));
        let account = rest.next().filter(|_| begins_with(&words, "compte")).unwrap_or_default();
        let figures = account.bytes().filter(u8::is_ascii_digit).count();
        let whole = figures == account.len() && (6..=8).contains(&figures);
        let class = account.get(..2).is_some_and(|class| matches!(class, "40" | "42" | "43" | "44" | "51" | "53"));
        let books = account.starts_with(['1', '2', '5', '6', '7']) || class;
        whole && books && AccountClass::of_account(account).is_none()
    };
    table.rows().take_while(|row| row.number() < header_row).any(|row| row.cells().any(|cell| other(cell.text)))
}

fn of_row(row: &Row<'_>) -> Vec<Told> {
    let (code, name) = labelled_customer(row);
    if let Some(code) = code {
        let told = of_text(code);
        return vec![Told { name: name.map(str::to_owned).or(told.name), code: told.code }];
    }
    let cells: Vec<&str> = row.cells().map(|cell| cell.text.trim()).collect();
    let within = cells.iter().filter(|text| without_label(text) != **text).map(|text| of_text(without_label(text)));
    let mut told: Vec<Told> = within.collect();
    let beside =
        cells.iter().zip(cells.iter().skip(1)).filter_map(|(label, value)| Some((label.strip_suffix(':')?, *value)));
    let inside = cells.iter().filter_map(|text| text.split_once(':'));
    for (label, value) in inside.chain(beside) {
        let (label, value) = (fold(label), value.trim().to_owned());
        if value.is_empty() {
            continue;
        }
        if CODES.contains(&label.as_str()) {
            told.push(Told { code: Some(value), name: None });
        } else if NAMES.contains(&label.as_str()) {
            told.push(Told { code: None, name: Some(value) });
        }
    }
    told
}

/// What stands behind a label of a customer: a code, a name, or both.
fn of_text(text: &str) -> Told {
    let owned = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    match code_and_name(text, true) {
        (code, name) if !name.is_empty() => Told { code: owned(code), name: owned(name) },
        (code, _) if code.bytes().any(|byte| byte.is_ascii_digit()) && !code.contains(' ') => {
            Told { code: owned(code), name: None }
        }
        (name, _) => Told { code: None, name: owned(name) },
    }
}

/// `Compte 411ALPHA`, `411ALPHA` beside `ALPHA SAS`: an account of a customer, which needs no label.
fn of_account(row: &Row<'_>) -> Option<Told> {
    let cells: Vec<&str> = row.cells().map(|cell| cell.text.trim()).collect();
    let first = cells.first()?;
    let words: Vec<&str> = first.split_whitespace().collect();
    let labels = ["compte", "client", "auxiliaire", "tiers", "n"];
    let place = words.iter().position(|word| !labels.contains(&fold(word).as_str()))?;
    let code = words.get(place).copied().filter(|code| code.len() > 4 && AccountClass::of_account(code).is_some())?;
    let rest = words.get(place + 1..).unwrap_or_default().join(" ");
    let rest = rest.trim_start_matches(['-', '–', ' ']).to_owned();
    let beside = || cells.get(1).filter(|_| cells.len() == 2).map(|name| (*name).to_owned());
    let name = Some(rest).filter(|rest| !rest.is_empty()).or_else(beside);
    Some(Told { code: Some(code.to_owned()), name: name.filter(|name| name.chars().any(char::is_alphabetic)) })
}

/// One customer, where no two lines tell two codes or two names; else all.
fn joined(told: Vec<Told>) -> Vec<Customer> {
    let distinct =
        |texts: Vec<&String>| texts.into_iter().map(|text| (fold(text), text.clone())).collect::<BTreeMap<_, _>>();
    let codes = distinct(told.iter().filter_map(|told| told.code.as_ref()).collect());
    let names = distinct(told.iter().filter_map(|told| told.name.as_ref()).collect());
    let customer = |code: Option<&String>, name: Option<&String>| {
        let id = code.or(name).cloned().unwrap_or_default();
        let name = code.and(name).cloned().unwrap_or_default();
        Customer { id, name, ..Customer::default() }
    };
    match (codes.len(), names.len()) {
        (0, 0) => Vec::new(),
        (0 | 1, 0 | 1) => vec![customer(codes.values().next(), names.values().next())],
        _ => told.iter().map(|told| customer(told.code.as_ref(), told.name.as_ref())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> String {
        let text = format!("{lines}\nDate;Pièce;Débit;Crédit\n");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let shown = customers(&book.tables[0], 99).into_iter().map(|one| format!("{} {}", one.id, one.name));
        shown.map(|one| one.trim().to_owned()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn one_customer_is_told_by_several_lines() {
        for (lines, expected) in [
            ("Client : ALPHA SAS;;;", "ALPHA SAS"),
            ("Code client : C01;;;\nNom : ALPHA SAS;;;", "C01 ALPHA SAS"),
            ("A/C:;M001;Name:;Miller Ltd", "M001 Miller Ltd"),
            ("Account Ref:;HAR001;;\nCustomer:;Alpha Ltd;;", "HAR001 Alpha Ltd"),
            ("Customer:;Alpha Ltd;;\nAccount no: HAR001;;;", "HAR001 Alpha Ltd"),
            ("Compte : 411ALPHA;;;\nClient : ALPHA SAS;;;", "411ALPHA ALPHA SAS"),
            ("Extrait de compte;;;\nCompte 411ALPHA - ALPHA SAS;;;", "411ALPHA ALPHA SAS"),
            ("411ALPHA;ALPHA SAS;;", "411ALPHA ALPHA SAS"),
            ("ALPHA SAS;;;\n12 rue des Lilas;;;", ""),
            ("Client : ALPHA SAS;;;\nClient : BETA;;;", "ALPHA SAS | BETA"),
            ("Compte : FR76 3000;;;\nClient : 4711 ALPHA;;;", "FR76 3000 | 4711 ALPHA"),
        ] {
            assert_eq!(read(lines), expected, "{lines}");
        }
    }
}
