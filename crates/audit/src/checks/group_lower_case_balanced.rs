//! Lower-case letters on a group that does balance.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "group-lower-case-balanced",
    family: Family::Lettering,
    severity: Severity::Info,
    thing: Thing::Groups,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for group in account.groups.iter().filter(|group| group.gap.is_zero() && group.is_lower_case()) {
        if let Some(evidence) = group.evidence(group.matched) {
            cases.add(evidence);
        }
    }
}
