//! Letters say that lines clear each other, and they do not.

use super::prelude::*;
use crate::groups::Verdict;

pub(super) static CHECK: Check = Check {
    code: "group-unbalanced",
    family: Family::Lettering,
    severity: Severity::Medium,
    thing: Thing::Groups,
    cost: Cost::Amount(Criterion::Lettering),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for group in book.groups(Verdict::Unbalanced) {
        cases.add(group.evidence.clone());
    }
}
