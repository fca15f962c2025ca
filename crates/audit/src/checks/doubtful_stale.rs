//! Doubtful customers (account 416) whose account has not moved for a year.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "doubtful-stale",
    family: Family::Accounts,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let doubtful = account.open.iter().filter(|item| item.account_class == AccountClass::Doubtful);
    let balance: Amount = doubtful.map(|item| item.residual).sum();
    let moved = account.lines.iter().map(|line| line.entry.day).filter(|day| *day <= account.as_of.day()).max();
    if let Some(last) = moved.filter(|last| balance.is_debit() && account.as_of.days_since(*last).0 > YEAR_DAYS) {
        cases.extend(account.itself(Some(balance), Detail::On(last)));
    }
}
