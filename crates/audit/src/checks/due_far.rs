//! Due more than a year after it was issued, in a likely year.

use super::prelude::*;
use super::unlikely_year;

/// Days from invoice to due date after which one of them is probably mistyped.
const DAYS_MAX: i32 = 365;

pub(super) static CHECK: Check = Check {
    code: "due-far",
    family: Family::Dates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::Dates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.lines.iter().filter(|line| line.entry.amount.is_debit()) {
        let days = line.entry.due_day.map(|due| (due - line.entry.document_day).0);
        // A retention is due a year after the works are accepted.
        let plain = line.entry.account_class != AccountClass::Retention;
        if plain && days.is_some_and(|days| days > DAYS_MAX) && !unlikely_year::seen(&line.entry, account.as_of, account.facts) {
            cases.add(line.evidence(line.dates()));
        }
    }
}
