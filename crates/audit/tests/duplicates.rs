//! Duplicates sown in a large clean ledger: how many are found, how many findings are right, and what it costs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::float_arithmetic)]

mod support;

use audit::{Audit, Client, Detail, audit};
use ledger::{AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items};
use std::collections::BTreeSet;
use std::time::Instant;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

const FIRST: [&str; 20] = [
    "Boulangerie",
    "Menuiserie",
    "Garage",
    "Transports",
    "Imprimerie",
    "Pharmacie",
    "Électricité",
    "Plomberie",
    "Fonderie",
    "Brasserie",
    "Laboratoire",
    "Cabinet",
    "Atelier",
    "Carrosserie",
    "Minoterie",
    "Scierie",
    "Clinique",
    "Librairie",
    "Conserverie",
    "Tannerie",
];
const SECOND: [&str; 25] = [
    "Martin",
    "Bernard",
    "Dubois",
    "Moreau",
    "Lefèvre",
    "Fontaine",
    "Chevalier",
    "Garnier",
    "Rousseau",
    "Blanchard",
    "Guérin",
    "Perrin",
    "Marchand",
    "Barbier",
    "Renault",
    "Lambert",
    "Gauthier",
    "Vasseur",
    "Delacroix",
    "Montagne",
    "Besson",
    "Charpentier",
    "Duvivier",
    "Hautecoeur",
    "Lacombe",
];
const TOWNS: [&str; 40] = [
    "Abbeville",
    "Beaune",
    "Cahors",
    "Dieppe",
    "Épernay",
    "Figeac",
    "Guéret",
    "Hyères",
    "Issoire",
    "Joigny",
    "Langres",
    "Millau",
    "Nérac",
    "Orange",
    "Privas",
    "Quimper",
    "Riom",
    "Saumur",
    "Tulle",
    "Uzès",
    "Vesoul",
    "Yvetot",
    "Autun",
    "Briey",
    "Condom",
    "Dinan",
    "Embrun",
    "Foix",
    "Gray",
    "Ham",
    "Istres",
    "Jarnac",
    "Lodève",
    "Mende",
    "Nyons",
    "Oloron",
    "Pontivy",
    "Redon",
    "Segré",
    "Thiers",
];

/// A generator whose numbers are the same everywhere (Knuth's linear congruence).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

struct Sowing {
    builder: LedgerBuilder,
    row: u32,
}

impl Sowing {
    fn customer(&mut self, id: &str, name: &str) -> ledger::CustomerKey {
        self.builder.customer(&Customer { id: id.to_owned(), name: name.to_owned(), ..Customer::default() })
    }

    /// Adds an invoice, and returns its row.
    fn invoice(&mut self, customer: ledger::CustomerKey, document: &str, day: Day, minor: i64) -> u32 {
        self.row += 1;
        let source = Source { file: FileIndex(0), table: TableIndex(0), row: self.row };
        let entry = Entry {
            customer,
            kind: EntryKind::Invoice,
            account_class: AccountClass::Receivable,
            day,
            document_day: day,
            due_day: Some(day + Days(30)),
            due_day_source: DueDaySource::Stated,
            amount: Amount::from_minor(minor),
            group: None,
            disputed: false,
            source,
        };
        self.builder.push(entry, document);
        self.row
    }
}

fn name(number: usize) -> String {
    let (first, rest) = (FIRST[number % 20], number / 20);
    format!("{first} {} de {}", SECOND[rest % 25], TOWNS[rest / 25 % 40])
}

fn day(dice: &mut Dice) -> Day {
    "2025-01-01".parse::<Day>().unwrap() + Days(dice.below(500) as i32)
}

/// The rows found by some checks.
fn rows(audit: &Audit, checks: &[&str]) -> BTreeSet<u32> {
    let asked = audit.findings.iter().filter(|finding| checks.contains(&finding.check.code));
    asked.flat_map(|finding| finding.evidence.iter().map(|evidence| evidence.source.row)).collect()
}

/// Prints and returns precision and recall, in percent.
fn measure(what: &str, sown: &BTreeSet<u32>, found: &BTreeSet<u32>) -> (f64, f64) {
    let right = found.intersection(sown).count() as f64;
    let precision = 100.0 * right / found.len().max(1) as f64;
    let recall = 100.0 * right / sown.len() as f64;
    println!("{what}: {} sown, {} found, precision {precision:.1} %, recall {recall:.1} %", sown.len(), found.len());
    (precision, recall)
}

fn all_findings(ledger: &Ledger) -> Audit {
    audit(ledger, &open_items(ledger, AsOf("2026-06-30".parse().unwrap())), &Client::default(), usize::MAX / 4)
}

#[test]
fn documents_sown_twice_are_found() {
    let mut dice = Dice(7);
    let mut sowing = Sowing { builder: LedgerBuilder::new(Currency::EUR, Coverage::History), row: 1 };
    let customers: Vec<_> = (0..400).map(|n| sowing.customer(&format!("C{n:04}"), &name(n))).collect();
    let (mut exact, mut near, mut elsewhere) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for n in 0..10_000_u32 {
        let customer = customers[dice.below(400) as usize];
        let (day, number) = (day(&mut dice), format!("FA-{n:06}"));
        // Prices repeat: a third of the invoices are of ten round amounts, many on the same days.
        let minor = if dice.below(3) == 0 { 10_000 * (1 + dice.below(10)) } else { 1_000 + dice.below(900_000) } as i64;
        sowing.invoice(customer, &number, day, minor);
        match n % 100 {
            7 => {
                exact.insert(sowing.invoice(customer, &number, day, minor));
            }
            23 => {
                let retyped = [
                    number.replace('-', ""),
                    number.replace('-', " "),
                    format!("FA{n}"),
                    number.replacen('0', "O", 1),
                    number.to_lowercase(),
                    number.replace('-', "/"),
                ];
                let later = day + Days(dice.below(20) as i32);
                let number = &retyped[dice.below(6) as usize];
                near.insert(sowing.invoice(customer, number, later, minor));
            }
            61 => {
                let other = customers[(customer.0 as usize + 1) % 400];
                elsewhere.insert(sowing.invoice(other, &number, day, minor));
            }
            _ => {}
        }
    }
    let ledger = sowing.builder.build().unwrap();
    let audit = all_findings(&ledger);
    let (precision, recall) = measure("exact duplicates", &exact, &rows(&audit, &["item-twice"]));
    assert!(precision >= 95.0 && recall == 100.0);
    let (precision, recall) = measure("near numbers", &near, &rows(&audit, &["item-near"]));
    assert!(precision >= 95.0 && recall >= 95.0);
    let (precision, recall) = measure("another customer", &elsewhere, &rows(&audit, &["number-other-customer"]));
    assert!(precision >= 95.0 && recall >= 95.0);
}

#[test]
fn customers_sown_twice_are_found() {
    let mut dice = Dice(11);
    let mut sowing = Sowing { builder: LedgerBuilder::new(Currency::EUR, Coverage::History), row: 1 };
    let (mut sown, mut first_day) = (BTreeSet::new(), "2026-01-05".parse::<Day>().unwrap());
    for n in 0..6_000_usize {
        let id = format!("{n:06}");
        let form = ["SARL", "SAS", "SA", "GmbH", "Ltd", ""][dice.below(6) as usize];
        let full = format!("{} {form}", name(n)).trim().to_owned();
        let customer = sowing.customer(&id, &full);
        first_day = first_day + Days(i32::from(n % 97 == 0));
        sowing.invoice(customer, &format!("F{n}"), first_day, 5_000 + n as i64);
        if n % 40 != 13 {
            continue;
        }
        let plain = name(n);
        let letters: Vec<char> = plain.chars().collect();
        let at = 3 + dice.below(letters.len() as u64 - 6) as usize;
        let slip: String = letters.iter().enumerate().filter(|(position, _)| *position != at).map(|(_, l)| l).collect();
        let twin = match dice.below(6) {
            0 => plain.to_uppercase(),
            1 => format!("S.A.R.L. {plain}"),
            2 => slip,
            3 => plain.replace('é', "e").replace('É', "E").replace('è', "e"),
            4 => plain.replace(' ', "-"),
            _ => format!("Sté {plain} S.A.S."),
        };
        let twin = sowing.customer(&format!("T{n}"), &twin);
        sown.insert(sowing.invoice(twin, &format!("G{n}"), first_day, 7_000 + n as i64));
    }
    let ledger = sowing.builder.build().unwrap();
    let audit = all_findings(&ledger);
    let (precision, recall) = measure("customers", &sown, &rows(&audit, &["customer-twice"]));
    assert!(precision >= 95.0 && recall >= 95.0);
    let same = audit.findings.iter().find(|finding| finding.check.code == "customer-twice").unwrap();
    assert!(
        same.evidence
            .iter()
            .all(|evidence| matches!(&evidence.detail, Detail::SameAs { reasons, .. } if !reasons.is_empty()))
    );
}

/// The time of all checks, printed, grows with the lines and customers and not with their square (four times as many
/// would cost sixteen times as much; there is room for a noisy machine).
#[test]
fn the_cost_grows_with_the_ledger_and_no_faster() {
    let of = |lines: u32, customers: usize| {
        let mut dice = Dice(3);
        let mut sowing = Sowing { builder: LedgerBuilder::new(Currency::EUR, Coverage::History), row: 1 };
        let keys: Vec<_> = (0..customers).map(|n| sowing.customer(&format!("C{n:06}"), &name(n))).collect();
        for n in 0..lines {
            let customer = keys[dice.below(customers as u64) as usize];
            let (day, minor) = (day(&mut dice), 1_000 * (1 + dice.below(50)) as i64);
            sowing.invoice(customer, &format!("FA{n:07}"), day, minor);
        }
        let ledger = sowing.builder.build().unwrap();
        let open = open_items(&ledger, AsOf("2026-06-30".parse().unwrap()));
        let start = Instant::now();
        let found = audit(&ledger, &open, &Client::default(), 20);
        (start.elapsed(), found)
    };
    let (quarter, _) = of(5_000, 2_000);
    let (whole, found) = of(20_000, 8_000);
    println!("5,000 lines: {quarter:?}; 20,000 lines, 8,000 customers: {whole:?}");
    assert!(whole < quarter * 12, "{quarter:?} then {whole:?}");
    assert!(found.findings.iter().all(|finding| finding.evidence.len() <= 20) && found.customers.len() <= 20);
}
