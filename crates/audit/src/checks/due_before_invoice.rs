//! Due before it was issued: day and month swapped, or a slip.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "due-before-invoice",
    family: Family::Dates,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::Dates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.lines.iter().filter(|line| line.entry.amount.is_debit()) {
        if line.entry.due_day.is_some_and(|due| due < line.entry.document_day) {
            cases.add(line.evidence(line.dates()));
        }
    }
}
