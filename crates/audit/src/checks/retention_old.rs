//! Retentions older than the year after which they are released (law of 16 July 1971), and some time for the works.

use super::prelude::*;

/// A year of retention and half a year from the invoice to the acceptance of the works.
const DAYS_MAX: i32 = 548;

pub(super) static CHECK: Check = Check {
    code: "retention-old",
    family: Family::Accounts,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits().filter(|item| item.account_class == AccountClass::Retention) {
        let age = account.as_of.days_since(item.day).0;
        if age > DAYS_MAX {
            let detail = Detail::On(item.day);
            cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
        }
    }
}
