//! The same letters clear each other only across two accounts.

use super::prelude::*;
use crate::groups::Verdict;

pub(super) static CHECK: Check = Check {
    code: "group-across-customers",
    family: Family::Lettering,
    severity: Severity::Medium,
    thing: Thing::Groups,
    cost: Cost::Amount(Criterion::Lettering),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for group in book.groups(Verdict::AcrossCustomers) {
        cases.add(group.evidence.clone());
    }
}
