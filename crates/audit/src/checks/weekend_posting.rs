//! Entries made by hand on a Saturday or a Sunday, where that is an exception.

use super::prelude::*;
use crate::facts::entered_by_hand;

pub(super) static CHECK: Check = Check {
    code: "weekend-posting",
    family: Family::Postings,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if account.facts.weekend.is_rare() {
        for line in account.past().filter(|line| seen(&line.entry) == Some(true)) {
            cases.add(line.evidence(Detail::On(line.entry.day)));
        }
    }
}

/// Whether an entry made by hand stands on a Saturday or a Sunday; nothing of other entries.
pub(crate) fn seen(entry: &Entry) -> Option<bool> {
    entered_by_hand(entry).then(|| entry.day.weekday() >= 6)
}
