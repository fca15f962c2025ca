//! Less than one unit of currency is left open.

use super::prelude::*;
use values::Currency;

pub(super) static CHECK: Check = Check {
    code: "small-residual",
    family: Family::Balances,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let unit = one_unit(account.ledger.currency());
    for item in account.open.iter().filter(|item| item.residual.abs() < unit) {
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, Detail::None));
    }
}

/// One unit of a currency: a euro, a yen.
pub(super) fn one_unit(currency: Currency) -> Amount {
    units(currency, 1)
}

/// So many units of a currency.
pub(super) fn units(currency: Currency, count: i64) -> Amount {
    Amount::from_minor(count.saturating_mul(10_i64.pow(currency.decimals())))
}
