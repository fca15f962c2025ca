//! Entries made by hand on a French public holiday that is no weekend, where that is an exception.

use super::prelude::*;
use crate::facts::entered_by_hand;

pub(super) static CHECK: Check = Check {
    code: "holiday-posting",
    family: Family::Postings,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if account.facts.french && account.facts.holiday.is_rare() {
        for line in account.past().filter(|line| seen(&line.entry) == Some(true)) {
            cases.add(line.evidence(Detail::On(line.entry.day)));
        }
    }
}

/// Whether an entry made by hand stands on a holiday; nothing of other entries.
pub(crate) fn seen(entry: &Entry) -> Option<bool> {
    entered_by_hand(entry).then(|| entry.day.weekday() < 6 && rules::is_french_holiday(entry.day))
}
