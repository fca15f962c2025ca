//! The ledger goes on after the as-of day: what comes later does not count.

use super::prelude::*;
use super::invoice_in_future;

pub(super) static CHECK: Check = Check {
    code: "entries-after-as-of",
    family: Family::Dates,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.lines.iter().filter(|line| line.entry.day > account.as_of.day()) {
        if !invoice_in_future::is_slip(&line.entry, account.as_of, account.facts) {
            cases.add(line.evidence(line.dates()));
        }
    }
}
