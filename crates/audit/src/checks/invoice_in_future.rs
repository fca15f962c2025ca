//! Few invoices dated after the as-of day, in a ledger that ends there: slips.

use super::prelude::*;
use crate::facts::Facts;

pub(super) static CHECK: Check = Check {
    code: "invoice-in-future",
    family: Family::Dates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::Dates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.lines.iter().filter(|line| is_slip(&line.entry, account.as_of, account.facts)) {
        cases.add(line.evidence(line.dates()));
    }
}

/// Whether a day after the as-of day is a slip.
pub(super) fn is_slip(entry: &Entry, as_of: AsOf, facts: &Facts) -> bool {
    entry.document_day > as_of.day() && entry.kind == EntryKind::Invoice && !facts.goes_on
}
