//! Due before it was issued: day and month swapped, or a slip. What is brought forward bears the first day of the books,
//! and a balance aged by somebody else the day it was struck: their documents were issued before.

use super::prelude::*;
use ledger::{DueDaySource, Entry, EntryKind};

pub(super) static CHECK: Check = Check {
    code: "due-before-invoice",
    family: Family::Dates,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::Dates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let issued = |entry: &Entry| entry.kind != EntryKind::Opening && entry.due_day_source != DueDaySource::Bucket;
    for line in account.lines.iter().filter(|line| line.entry.amount.is_debit() && issued(&line.entry)) {
        if line.entry.due_day.is_some_and(|due| due < line.entry.document_day) {
            cases.add(line.evidence(line.dates()));
        }
    }
}
