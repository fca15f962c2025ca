//! A year far from the ledger's own.

use super::prelude::*;
use crate::facts::Facts;

/// Years before the as-of day from which a year is unlikely.
const YEARS_BEFORE: i32 = 10;
/// Years after the as-of day in which nobody dates an invoice yet.
const YEARS_AFTER: i32 = 1;
/// Years after it in which a debt may fall due (retentions).
const YEARS_AFTER_DUE: i32 = 5;

pub(super) static CHECK: Check = Check {
    code: "unlikely-year",
    family: Family::Dates,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::Dates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.lines.iter().filter(|line| seen(&line.entry, account.as_of, account.facts)) {
        cases.add(line.evidence(line.dates()));
    }
}

/// Whether a year of the entry is far from the as-of day's, or its due date far from both.
pub(super) fn seen(entry: &Entry, as_of: AsOf, facts: &Facts) -> bool {
    let year = as_of.day().year();
    // Where the ledger goes on after the day, its later years are its own.
    let far = |day: Day| day.year() < year - YEARS_BEFORE || !facts.goes_on && day.year() > year + YEARS_AFTER;
    let latest = year.max(entry.document_day.year()) + YEARS_AFTER_DUE;
    let due = |due: Day| due.year() < year - YEARS_BEFORE || due.year() > latest;
    far(entry.day) || far(entry.document_day) || entry.due_day.is_some_and(due)
}
