//! The demonstration ledger: a French customers' ledger of one year, invented from a seed, the same on every computer.
//! The generator also knows the truth (what remains of each invoice), so `expected.json` owes nothing to the engine.
//!
//! Conventions of the file: `;`, UTF-8 without mark, CRLF, decimal comma, days `dd/mm/yyyy`. Match codes are upper
//! case where a group balances, lower case where it does not, and start again with each customer. Three rows cannot
//! be imported (a letter O in an amount, a 31 February, no customer) and one row is blank; the last row,
//! `Total général`, adds the rows that can be imported and no others.

mod customers;
mod picture;
mod settle;
mod terms;
mod write;

use crate::demo::customers::{CUSTOMERS, Size};
use crate::demo::terms::working_day;
use crate::random::Random;
use values::{Day, Days};

pub use picture::expected;
pub use write::csv;

const SEED: u64 = 0x00e2_c0a7_5202_6093;

/// First day of the invoices.
fn first_day() -> Day {
    Day::new(2025, 10, 1).unwrap()
}

/// Last day of the ledger, and the day it is meant to be looked at.
pub fn as_of() -> Day {
    Day::new(2026, 9, 30).unwrap()
}

/// What an entry records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Invoice,
    CreditNote,
    Payment,
}

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Position in the table of customers.
    pub customer: usize,
    pub day: Day,
    pub kind: Kind,
    pub document: String,
    pub label: String,
    pub due_day: Option<Day>,
    /// Cents; debit above zero.
    pub amount: i64,
    pub code: String,
    pub disputed: bool,
    /// What remains of it on the as-of day, cents.
    pub residual: i64,
}

/// Every entry that can be imported, in order of the file: by customer, then day.
pub fn entries() -> Vec<Entry> {
    let mut random = Random::seeded(SEED);
    let mut invoices: Vec<Entry> = (0..CUSTOMERS.len()).flat_map(|customer| sales(customer, &mut random)).collect();
    invoices.sort_by_key(|invoice| (invoice.day, invoice.customer));
    for (position, invoice) in invoices.iter_mut().enumerate() {
        invoice.document = format!("FA{:02}-{:04}", invoice.day.year() % 100, 871 + position);
        invoice.label = format!("Facture {}", invoice.document);
    }
    let mut entries = Vec::new();
    for customer in 0..CUSTOMERS.len() {
        let own = invoices.iter().filter(|invoice| invoice.customer == customer).cloned().collect();
        entries.extend(settle::settle(customer, own, &mut random));
    }
    number(&mut entries, Kind::CreditNote, "AV");
    number(&mut entries, Kind::Payment, "RG");
    entries.sort_by(|a, b| (a.customer, a.day, a.kind, &a.document).cmp(&(b.customer, b.day, b.kind, &b.document)));
    entries
}

/// The invoices of one customer over the year, not numbered yet.
fn sales(customer: usize, random: &mut Random) -> Vec<Entry> {
    let (_, _, size, _, terms, _) = CUSTOMERS[customer];
    let (count, low, high) = match size {
        Size::Large => (40, 1_150_000, 2_600_000),
        Size::Medium => (12, 180_000, 760_000),
        Size::Public => (8, 90_000, 480_000),
        Size::Small => (random.between(3, 5), 12_000, 145_000),
    };
    let mut invoices = Vec::new();
    for slot in 0..count {
        let offset = (slot * 365 + random.between(0, 364)) / count;
        let day = working_day(first_day() + Days(offset as i32)).min(as_of());
        // A multiple of five cents before VAT gives whole cents with it.
        let amount = random.between(low / 5, high / 5) * 6;
        invoices.push(Entry {
            customer,
            day,
            kind: Kind::Invoice,
            document: String::new(),
            label: String::new(),
            due_day: Some(terms.due_day(day)),
            amount,
            code: String::new(),
            disputed: false,
            residual: amount,
        });
    }
    invoices
}

/// Numbers the entries of a kind by day, then customer, over the whole ledger.
fn number(entries: &mut [Entry], kind: Kind, prefix: &str) {
    let mut same: Vec<&mut Entry> = entries.iter_mut().filter(|entry| entry.kind == kind).collect();
    same.sort_by_key(|entry| (entry.day, entry.customer));
    for (position, entry) in same.into_iter().enumerate() {
        entry.document = format!("{prefix}{:02}-{:04}", entry.day.year() % 100, 101 + position);
    }
}
