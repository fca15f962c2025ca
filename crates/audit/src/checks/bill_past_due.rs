//! Bills receivable (account 413) past their day: presented and unpaid, or not presented.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "bill-past-due",
    family: Family::Accounts,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits().filter(|item| item.account_class == AccountClass::BillsReceivable) {
        if item.is_overdue(account.as_of) {
            let detail = Detail::Dates { day: item.document_day, due: item.due_day };
            cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
        }
    }
}
