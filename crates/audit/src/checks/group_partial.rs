//! Lower-case letters: partly cleared, as the convention says.

use super::prelude::*;
use crate::groups::Verdict;

pub(super) static CHECK: Check = Check {
    code: "group-partial",
    family: Family::Lettering,
    severity: Severity::Info,
    thing: Thing::Groups,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for group in book.groups(Verdict::Partial) {
        cases.add(group.evidence.clone());
    }
}
