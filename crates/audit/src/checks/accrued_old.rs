//! Invoices to be issued (account 418) still open after six months: never issued, or never reversed.

use super::prelude::*;

/// Months in which what is accrued at a closing is invoiced.
const MONTHS_MAX: u32 = 6;

pub(super) static CHECK: Check = Check {
    code: "accrued-old",
    family: Family::Accounts,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let limit = account.as_of.day().minus_months(MONTHS_MAX);
    for item in account.debits().filter(|item| item.account_class == AccountClass::Accrued && item.day < limit) {
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, Detail::On(item.day)));
    }
}
