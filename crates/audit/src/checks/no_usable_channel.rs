//! Owes something overdue, and no way to reach it is usable.

use super::prelude::*;
use crate::channels::filled;

pub(super) static CHECK: Check = Check {
    code: "no-usable-channel",
    family: Family::Contacts,
    severity: Severity::High,
    thing: Thing::Customers,
    cost: Cost::Amount(Criterion::Reachable),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if !account.facts.contacts {
        // The file tells of nobody's address: to be completed, but no news of this customer.
        cases.matters(Severity::Low);
    }
    let overdue = account.overdue();
    if !overdue.is_debit() || account.channels.usable() {
        return;
    }
    let written = [&account.customer.email, &account.customer.phone];
    let seen: Vec<&str> = written.into_iter().filter_map(filled).collect();
    let detail = if seen.is_empty() { Detail::None } else { Detail::Seen(seen.join(", ")) };
    cases.extend(account.itself(Some(overdue), detail));
}
