//! We owe the customer: its credits exceed its debts.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "credit-balance",
    family: Family::Balances,
    severity: Severity::Info,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let balance = account.balance();
    let largest = account.open.iter().filter(|item| item.residual.is_credit()).min_by_key(|item| item.residual);
    if balance.is_credit()
        && let Some(item) = largest
    {
        cases.add_for(account.place_of(item), Some(balance), || Evidence {
            document: String::new(),
            amount: Some(balance),
            ..account.of_item(item, Detail::None)
        });
    }
}
