//! One number on two documents of one customer, of other amounts, on other days.

use super::prelude::*;
use crate::documents::{NEAR_DAYS_MAX, Numbered, is_reference};

/// Numbers borne by several documents, in percent, from which a number is a reference (an order, a contract) that
/// documents share.
const REPEATED_MAX_PERCENT: usize = 5;

pub(super) static CHECK: Check = Check {
    code: "number-reused",
    family: Family::Numbering,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    let same = |run: &&[Numbered]| run.len() > 1;
    let runs = book.numbers.chunk_by(|a, b| (&a.key, a.customer, a.kind) == (&b.key, b.customer, b.kind));
    let (keys, repeated) = (runs.clone().count(), runs.clone().filter(same).count());
    if !book.numbers_identify || repeated * 100 > keys * REPEATED_MAX_PERCENT {
        return;
    }
    for run in runs.filter(same).filter(|run| !is_reference(run)) {
        for (one, other) in run.iter().zip(run.iter().skip(1)) {
            let apart = (other.day - one.day).0.abs();
            let written = one.document.trim() == other.document.trim();
            if written && one.amount != other.amount && (1..=NEAR_DAYS_MAX).contains(&apart) {
                cases.add(other.evidence(one.as_twin()));
            }
        }
    }
}
