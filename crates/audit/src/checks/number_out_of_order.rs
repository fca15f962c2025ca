//! Documents dated more than a month before one of a lower number: entered late, or dated back.

use super::prelude::*;
use crate::documents::Numbered;

/// Days in which documents are entered in any order.
const DAYS_MAX: i32 = 31;
/// Documents out of order, in percent, above which numbers do not follow dates at all.
const EXCEPTIONS_MAX_PERCENT: usize = 5;

pub(super) static CHECK: Check = Check {
    code: "number-out-of-order",
    family: Family::Numbering,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for series in &book.series {
        let members = || series.members.iter().filter_map(|(_, at)| book.number(*at));
        let mut found: Vec<(&Numbered, &Numbered)> = Vec::new();
        let mut latest: Option<&Numbered> = None;
        for numbered in members() {
            match latest {
                Some(before) if numbered.day + Days(DAYS_MAX) < before.day => found.push((numbered, before)),
                Some(before) if numbered.day <= before.day => {}
                Some(_) | None => latest = Some(numbered),
            }
        }
        // One document dated too late would make all that follow look early.
        if found.len() * 100 <= series.members.len() * EXCEPTIONS_MAX_PERCENT {
            for (numbered, before) in found {
                cases.add(numbered.evidence(before.as_twin()));
            }
        }
    }
}
