//! One document number in two customers' accounts.

use super::prelude::*;
use crate::documents::{Numbered, is_reference};

/// Numbers from which a share of them tells something.
const NUMBERS_MIN: usize = 20;
/// Numbers shared by several accounts, in percent, from which the book numbers by account.
const SHARED_MAX_PERCENT: usize = 5;

pub(super) static CHECK: Check = Check {
    code: "number-other-customer",
    family: Family::Duplicates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::DuplicateItems),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    if !book.numbers_identify {
        return;
    }
    let of_several = |run: &&[Numbered]| run.windows(2).any(|pair| matches!(pair, [a, b] if a.customer != b.customer));
    let runs = book.numbers.chunk_by(|a, b| a.key == b.key);
    let (keys, shared) = (runs.clone().count(), runs.clone().filter(of_several).count());
    let by_account = keys >= NUMBERS_MIN && shared * 100 > keys * SHARED_MAX_PERCENT;
    for run in runs.filter(of_several).filter(|run| !is_reference(run)) {
        let Some((first, others)) = run.split_first() else { continue };
        for other in others.iter().filter(|other| other.customer != first.customer) {
            // Where the book numbers by account, only documents of one amount and day are said.
            if !by_account || (other.amount == first.amount && other.day == first.day) {
                cases.add(other.evidence(first.as_twin()));
            }
        }
    }
}
