//! Amounts held back by customers until works are accepted (account 4117): not due before, and not to be dunned.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "retention",
    family: Family::Accounts,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits().filter(|item| item.account_class == AccountClass::Retention) {
        let detail = Detail::Dates { day: item.document_day, due: item.due_day };
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
    }
}
