//! A single line bears the letters.

use super::prelude::*;
use crate::groups::Verdict;

pub(super) static CHECK: Check = Check {
    code: "group-single",
    family: Family::Lettering,
    severity: Severity::Low,
    thing: Thing::Groups,
    cost: Cost::Amount(Criterion::Lettering),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for group in book.groups(Verdict::Single) {
        cases.add(group.evidence.clone());
    }
}
