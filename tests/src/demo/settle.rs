//! How each customer of the demonstration ledger pays, and the incidents on its account.

use super::customers::{CUSTOMERS, Incident, Payer};
use super::terms::working_day;
use super::{Entry, Kind, as_of};
use crate::random::Random;
use std::collections::BTreeMap;
use values::{Day, Days};

/// The invoices of a customer with everything that came after them.
pub fn settle(customer: usize, mut invoices: Vec<Entry>, random: &mut Random) -> Vec<Entry> {
    let (_, _, _, payer, _, incident) = CUSTOMERS[customer];
    let mut paid_on: Vec<Option<Day>> = invoices.iter().map(|invoice| payment_day(payer, invoice, random)).collect();
    match incident {
        Incident::Dispute(count) => dispute(&mut invoices, &mut paid_on, count),
        Incident::PartPayment => keep_one_open(&invoices, &mut paid_on),
        Incident::None | Incident::PaidTwice | Incident::Deposit | Incident::RoundPayment => {}
        Incident::CreditNoteLeft | Incident::CreditNoteUsed => {}
    }
    let mut runs: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for (position, day) in paid_on.iter().enumerate() {
        if let Some(day) = day.filter(|day| *day <= as_of()) {
            runs.entry(day).or_default().push(position);
        }
    }
    let mut others = Vec::new();
    let with_credit_note = (incident == Incident::CreditNoteUsed).then_some(runs.len() / 2);
    for (run, (day, positions)) in runs.iter().enumerate() {
        let credited = with_credit_note == Some(run);
        others.extend(pay(*day, positions, &letters(run), credited, &mut invoices, random));
    }
    let code = letters(runs.len()).to_lowercase();
    others.extend(aftermath(incident, &code, &mut invoices, &others, random));
    invoices.extend(others);
    invoices
}

/// The day an invoice is paid, if ever; it may lie after the ledger's last day.
fn payment_day(payer: Payer, invoice: &Entry, random: &mut Random) -> Option<Day> {
    let due_day = invoice.due_day?;
    let late = match payer {
        Payer::Punctual => random.between(-3, 3),
        Payer::Usual | Payer::SilentSince(..) => random.between(3, 16),
        Payer::Slow => random.between(13, 36),
        Payer::Chronic => random.between(41, 96),
        Payer::Runs => random.between(28, 60),
    };
    let day = working_day(due_day + Days(late as i32));
    match payer {
        Payer::SilentSince(year, month) if invoice.day >= Day::new(year, month, 1)? => None,
        Payer::Runs if day.day_of_month() <= 10 => Some(working_day(day.with_day_of_month(10))),
        Payer::Runs if day.day_of_month() <= 25 => Some(working_day(day.with_day_of_month(25))),
        Payer::Runs => Some(working_day(day.plus_months(1).with_day_of_month(10))),
        Payer::Punctual | Payer::Usual | Payer::Slow | Payer::Chronic | Payer::SilentSince(..) => Some(day),
    }
}

/// The latest overdue invoices are disputed and stay unpaid.
fn dispute(invoices: &mut [Entry], paid_on: &mut [Option<Day>], count: usize) {
    let overdue = invoices.iter_mut().zip(paid_on).filter(|(invoice, _)| invoice.due_day < Some(as_of()));
    let mut latest: Vec<(&mut Entry, &mut Option<Day>)> = overdue.collect();
    latest.reverse();
    for (invoice, day) in latest.into_iter().take(count) {
        invoice.disputed = true;
        *day = None;
    }
}

/// Makes sure that one overdue invoice is left to be paid in part.
fn keep_one_open(invoices: &[Entry], paid_on: &mut [Option<Day>]) {
    let ripe = invoices.iter().rposition(|invoice| invoice.due_day < Some(as_of() - Days(20)));
    if let Some(position) = ripe {
        paid_on[position] = None;
    }
}

/// One payment for all these invoices, lettered together; with a credit note deducted from it if asked.
fn pay(
    day: Day,
    positions: &[usize],
    code: &str,
    credited: bool,
    invoices: &mut [Entry],
    random: &mut Random,
) -> Vec<Entry> {
    let mut documents = Vec::new();
    let mut total = 0;
    for position in positions {
        let invoice = &mut invoices[*position];
        invoice.code = code.to_owned();
        invoice.residual = 0;
        total += invoice.amount;
        documents.push(invoice.document.clone());
    }
    let mut made = Vec::new();
    if credited {
        let invoice = &invoices[positions[0]];
        let credit_day = working_day(invoice.day + Days(random.between(4, 12) as i32));
        let amount = invoice.amount / 600 * random.between(8, 20) * 6;
        let mut note = credit_note(invoice, credit_day, amount);
        note.code = code.to_owned();
        note.residual = 0;
        total -= amount;
        made.push(note);
    }
    let label = match documents.as_slice() {
        [_, _, _, _, ..] => format!("Virement {} factures", documents.len()),
        few => format!("Virement {}", few.join(" ")),
    };
    let mut payment = payment(invoices[positions[0]].customer, day, total, label);
    payment.code = code.to_owned();
    payment.residual = 0;
    made.push(payment);
    made
}

/// What an incident leaves on the account after the ordinary payments.
fn aftermath(
    incident: Incident,
    code: &str,
    invoices: &mut [Entry],
    paid: &[Entry],
    random: &mut Random,
) -> Option<Entry> {
    let customer = invoices.first()?.customer;
    let september = |day| Day::new(2026, 9, day);
    match incident {
        Incident::PartPayment => {
            let invoice = invoices.iter_mut().find(|invoice| invoice.residual > 0)?;
            let part = (invoice.amount * random.between(30, 60) / 500_000 + 1) * 5_000;
            let day = working_day(invoice.due_day? + Days(random.between(8, 19) as i32)).min(as_of());
            invoice.code = code.to_owned();
            invoice.residual -= part;
            let label = format!("Acompte sur {}", invoice.document);
            Some(Entry { code: code.to_owned(), residual: 0, ..payment(customer, day, part, label) })
        }
        Incident::PaidTwice => {
            let last = paid.iter().filter(|entry| entry.kind == Kind::Payment).max_by_key(|entry| entry.day)?;
            let day = working_day(last.day + Days(6)).min(as_of());
            Some(payment(customer, day, -last.amount, last.label.clone()))
        }
        Incident::Deposit => Some(payment(customer, september(21)?, 36_000, "Acompte commande C26-118".to_owned())),
        Incident::RoundPayment => {
            let amount = random.between(3, 9) * 10_000;
            let day = working_day(september(random.between(1, 25) as u32)?);
            Some(payment(customer, day, amount, "Virement sans référence".to_owned()))
        }
        Incident::CreditNoteLeft => {
            let invoice = invoices.iter().rfind(|invoice| invoice.day < Day::new(2026, 9, 10).unwrap())?;
            let amount = invoice.amount / 600 * random.between(9, 25) * 6;
            Some(credit_note(invoice, september(17)?, amount))
        }
        Incident::CreditNoteUsed | Incident::Dispute(_) | Incident::None => None,
    }
}

fn payment(customer: usize, day: Day, amount: i64, label: String) -> Entry {
    Entry {
        customer,
        day,
        kind: Kind::Payment,
        document: String::new(),
        label,
        due_day: None,
        amount: -amount,
        code: String::new(),
        disputed: false,
        residual: -amount,
    }
}

fn credit_note(invoice: &Entry, day: Day, amount: i64) -> Entry {
    let label = format!("Avoir sur {}", invoice.document);
    Entry { kind: Kind::CreditNote, due_day: Some(day), ..payment(invoice.customer, day, amount, label) }
}

/// The code of the n-th group of an account: AAA, AAB, …
fn letters(position: usize) -> String {
    [position / 676, position / 26 % 26, position % 26].iter().map(|digit| char::from(b'A' + *digit as u8)).collect()
}
