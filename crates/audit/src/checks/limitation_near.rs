//! Debts that the law will soon no longer let anybody sue for: five years between businesses, two years for a consumer
//! (C. com. L110-4, C. conso. L218-2, domain.md 1.8). An alert: what interrupts the period is not in a ledger.

use super::prelude::*;
use crate::groups::Group;
use super::unlikely_year;
use rules::limitation::{Event, Period, limitation};

/// Months before the end at which the alert begins; it is repeated at 6, 3 and 1.
const MONTHS_BEFORE: u32 = 12;

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
    let period = if claims::is_consumer(account.customer) { Period::Consumer } else { Period::Business };
    let from_due = limitation(due, period, &[]).last_day;
    // Most debts are young and unmatched: only of old ones is a part payment looked for.
    if entry.group.is_none() || from_due > account.as_of.day().plus_months(MONTHS_BEFORE) {
        return Some(from_due);
    }
    let own = |group: &&Group<'_>| group.lines.iter().any(|line| line.entry.source == entry.source);
    let payments = account.groups.iter().find(own).into_iter().flat_map(|group| group.of_kind(EntryKind::Payment));
    let so_far = payments.map(|line| line.entry.day).filter(|day| *day <= account.as_of.day());
    let events: Vec<(Day, Event)> = so_far.map(|day| (day, Event::PartPayment)).collect();
    Some(limitation(due, period, &events).last_day)
}
