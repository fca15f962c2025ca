//! Debts that the law probably no longer lets anybody sue for: see `limitation-near`.

use super::prelude::*;
use super::limitation_near;

pub(super) static CHECK: Check = Check {
    code: "limitation-passed",
    family: Family::Law,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits() {
        if let Some(ends) = limitation_near::ends(account, item).filter(|ends| *ends < account.as_of.day()) {
            cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, Detail::Until(ends)));
        }
    }
}
