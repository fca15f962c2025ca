//! The demonstration ledger as the text of its file.

use super::customers::CUSTOMERS;
use super::{Entry, Kind};
use values::Day;

const HEADER: &str = "Compte;Client;Date;Journal;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage;Litige;E-mail;Téléphone";

/// Rows that cannot be imported and the blank one, each after this many entries.
const STRAY_ROWS: [(usize, &str); 4] = [
    (195, "41100250;Cycles Rocamaure EURL;12/03/2026;VE;FA26-9901;Facture FA26-9901;11/04/2026;1 2OO,00;;;;;"),
    (330, "41100320;Fonderie Maspérac SAS;31/02/2026;VE;FA26-9902;Facture FA26-9902;31/03/2026;864,00;;;;;"),
    (408, ";;18/06/2026;BQ;RG26-9903;Virement non identifié;;;480,00;;;;"),
    (560, ";;;;;;;;;;;;"),
];

/// Beginnings of the telephone numbers that belong to nobody.
const PHONES: [&str; 6] = ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98"];

/// The whole file.
pub fn csv(entries: &[Entry]) -> String {
    let mut lines = vec![HEADER.to_owned()];
    for (position, entry) in entries.iter().enumerate() {
        lines.extend(STRAY_ROWS.iter().filter(|(after, _)| *after == position).map(|(_, row)| (*row).to_owned()));
        lines.push(row(entry));
    }
    let debit: i64 = entries.iter().map(|entry| entry.amount.max(0)).sum();
    let credit: i64 = entries.iter().map(|entry| -entry.amount.min(0)).sum();
    lines.push(format!("Total général;;;;;;;{};{};;;;", euros(debit), euros(credit)));
    lines.push(String::new());
    lines.join("\r\n")
}

/// The account of a customer in the books.
pub fn account(customer: usize) -> String {
    format!("411{:05}", 100 + 10 * customer)
}

fn row(entry: &Entry) -> String {
    let (name, domain, ..) = CUSTOMERS[entry.customer];
    let journal = match entry.kind {
        Kind::Invoice | Kind::CreditNote => "VE",
        Kind::Payment => "BQ",
    };
    let (debit, credit) =
        if entry.amount > 0 { (euros(entry.amount), String::new()) } else { (String::new(), euros(-entry.amount)) };
    let email = if domain.is_empty() { String::new() } else { format!("compta@{domain}.example") };
    [
        account(entry.customer).as_str(),
        name,
        &date(entry.day),
        journal,
        &entry.document,
        &entry.label,
        &entry.due_day.map(date).unwrap_or_default(),
        &debit,
        &credit,
        &entry.code,
        if entry.disputed { "Oui" } else { "" },
        &email,
        &phone(entry.customer),
    ]
    .join(";")
}

/// Nobody is known by telephone at every tenth customer.
fn phone(customer: usize) -> String {
    if customer % 10 == 9 {
        return String::new();
    }
    let rest = (customer * 7_919 + 1_234) % 10_000;
    format!("{} {:02} {:02}", PHONES[customer % PHONES.len()], rest / 100, rest % 100)
}

fn date(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day_of_month(), day.month(), day.year())
}

/// `1 234,56`, with an ordinary space between groups of three digits.
fn euros(cents: i64) -> String {
    let whole = (cents / 100).to_string();
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", cents % 100)
}
