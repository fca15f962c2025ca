//! Debts that the law will soon no longer let anybody sue for: five years between businesses, two years for a consumer
//! (C. com. L110-4, C. conso. L218-2, domain.md 1.8). An alert: what interrupts the period is not in a ledger.

use super::prelude::*;
use crate::groups::Group;
use super::{intercompany, unlikely_year};

/// Months before the end at which the alert begins; it is repeated at 6, 3 and 1.
const MONTHS_BEFORE: u32 = 12;
/// Years between businesses.
const YEARS_BUSINESS: u32 = 5;
/// Years against a consumer.
const YEARS_CONSUMER: u32 = 2;

pub(super) static CHECK: Check = Check {
    code: "limitation-near",
    family: Family::Law,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits() {
        let Some(ends) = ends(account, item) else { continue };
        let today = account.as_of.day();
        if ends >= today && ends <= today.plus_months(MONTHS_BEFORE) {
            cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, Detail::Until(ends)));
        }
    }
}

/// The last day on which a debt can be sued for: from its due day, or from the last part payment of it, which begins
/// the period anew. `None` where it has no due day, or one of an unlikely year.
pub(super) fn ends(account: &Account<'_>, item: &OpenItem) -> Option<Day> {
    let entry = account.ledger.entry(item.entry);
    let due = item.due_day.filter(|_| !unlikely_year::seen(&entry, account.as_of, account.facts))?;
    let years = if is_consumer(account) { YEARS_CONSUMER } else { YEARS_BUSINESS };
    let from_due = due.plus_months(years * 12);
    // Most debts are young and unmatched: only of old ones is a part payment looked for.
    if entry.group.is_none() || from_due > account.as_of.day().plus_months(MONTHS_BEFORE) {
        return Some(from_due);
    }
    let own = |group: &&Group<'_>| group.lines.iter().any(|line| line.entry.source == entry.source);
    let paid = account.groups.iter().find(own).and_then(|group| group.last_credit(account.as_of.day()));
    Some(paid.map_or(due, |paid| paid.max(due)).plus_months(years * 12))
}

/// Whether the file calls the customer a consumer.
fn is_consumer(account: &Account<'_>) -> bool {
    let kinds = [&account.customer.segment, &account.customer.group];
    account.customer.siren.is_none()
        && kinds.into_iter().flatten().any(|kind| intercompany::has_word(kind, &["particulier", "particuliers", "consommateur", "consommateurs", "consumer", "consumers", "b2c"]))
}
