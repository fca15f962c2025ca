//! Advances received and credit notes to be issued (account 419) still open after a year.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "advance-old",
    family: Family::Accounts,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let owed = |item: &&OpenItem| matches!(item.account_class, AccountClass::Advances | AccountClass::CreditNotesToIssue);
    for item in account.open.iter().filter(owed) {
        if item.residual.is_credit() && account.as_of.days_since(item.day).0 > YEAR_DAYS {
            cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, Detail::On(item.day)));
        }
    }
}
