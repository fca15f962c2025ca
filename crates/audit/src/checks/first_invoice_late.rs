//! New customers whose very first invoice is overdue.

use super::prelude::*;
use ledger::Coverage;

/// Months in which a customer is new; the ledger must go back twice as far to tell.
const MONTHS_NEW: u32 = 6;
/// Days late that are no slip of the post or the bank.
const DAYS_LATE: i32 = 15;

pub(super) static CHECK: Check = Check {
    code: "first-invoice-late",
    family: Family::Exposure,
    severity: Severity::Low,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let (day, as_of) = (account.as_of.day(), account.as_of);
    let known_before = account.facts.first_day.is_some_and(|first| first <= day.minus_months(2 * MONTHS_NEW));
    let first = account.lines.iter().map(|line| line.entry.day).min();
    let opened = account.lines.iter().any(|line| line.entry.kind == EntryKind::Opening);
    if account.ledger.coverage() == Coverage::OpenItemsOnly || !known_before || opened || first.is_none_or(|first| first < day.minus_months(MONTHS_NEW)) {
        return;
    }
    let Some(item) = account.debits().min_by_key(|item| (item.day, item.entry)).filter(|item| Some(item.day) == first) else { return };
    let late = item.days_late(as_of).map_or(0, |late| late.0);
    // Credits that cover what is overdue leave nothing to say.
    if item.kind == EntryKind::Invoice && late > DAYS_LATE && account.overdue().is_debit() {
        let detail = Detail::DaysLate(late.unsigned_abs());
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
    }
}
