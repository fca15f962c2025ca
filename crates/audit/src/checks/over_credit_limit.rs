//! Customers that owe more than the limit set for them. The amount is what exceeds it.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "over-credit-limit",
    family: Family::Exposure,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let balance = account.balance();
    let Some(limit) = account.customer.credit_limit.filter(|limit| limit.is_debit() && balance > *limit) else { return };
    cases.extend(account.itself(Some(balance - limit), Detail::Limit { limit, seen: balance }));
}
