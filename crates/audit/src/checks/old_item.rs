//! Debts more than a year overdue that nobody has moved to doubtful customers.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "old-item",
    family: Family::Exposure,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits().filter(|item| item.account_class == AccountClass::Receivable) {
        let Some(late) = item.days_late(account.as_of).filter(|late| late.0 > YEAR_DAYS) else { continue };
        let detail = Detail::DaysLate(late.0.unsigned_abs());
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
    }
}
