//! Customers that paid late again and again, and never a document that looks like penalties or the fixed compensation
//! (C. com. L441-10 II, D441-5). The amount is the compensation alone, 40 euros for each invoice.

use super::prelude::*;
use crate::account::Line;
use super::terms_over_ceiling::is_french;

/// Days late after which a payment is late beyond dispute.
const DAYS_LATE: i32 = 30;
/// Late invoices from which it is a habit.
const LATE_MIN: u32 = 3;
/// The fixed compensation of each invoice paid late (D441-5).
const FIXED_COMPENSATION: Amount = Amount::from_minor(4_000);

pub(super) static CHECK: Check = Check {
    code: "no-penalty",
    family: Family::Law,
    severity: Severity::Info,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if !is_french(account) || account.lines.iter().any(is_penalty) {
        return;
    }
    let late = late_invoices(account);
    if late >= LATE_MIN {
        let amount = Amount::from_minor(FIXED_COMPENSATION.minor() * i64::from(late));
        cases.extend(account.itself(Some(amount), Detail::Documents(late)));
    }
}

/// Invoices of the last year that were settled more than thirty days late.
fn late_invoices(account: &Account<'_>) -> u32 {
    let (last, first) = (account.as_of.day(), account.as_of.day() - Days(YEAR_DAYS));
    let settled = account.groups.iter().filter(|group| group.gap.is_zero());
    let late = settled.filter_map(|group| {
        let paid = group.of_kind(EntryKind::Payment).map(|line| line.entry.day).max()?;
        let late = |line: &&&Line| own_due_day(line).is_some_and(|due| (paid - due).0 > DAYS_LATE);
        (paid > first && paid <= last).then(|| {
            let invoices: Vec<&Line> = group.of_kind(EntryKind::Invoice).collect();
            invoices.iter().filter(late).count() as u32
        })
    });
    late.sum()
}

/// The due day of an invoice, unless it is an estimate.
fn own_due_day(line: &Line) -> Option<Day> {
    line.entry.due_day.filter(|_| matches!(line.entry.due_day_source, DueDaySource::Stated | DueDaySource::Terms))
}

/// A document whose number or amount says that it asks for penalties or for the fixed compensation.
fn is_penalty(line: &Line) -> bool {
    let number = line.document.to_uppercase();
    let named = ["PEN", "INT", "IFR", "IND"].iter().any(|word| number.contains(word));
    let compensation = line.entry.amount.is_debit() && line.entry.amount.minor() % FIXED_COMPENSATION.minor() == 0;
    let small = line.entry.amount.minor() <= 10 * FIXED_COMPENSATION.minor();
    line.entry.amount.is_debit() && (named || compensation && small)
}
