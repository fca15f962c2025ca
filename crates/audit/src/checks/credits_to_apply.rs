//! Credits stand beside debts of the same customer. A clearing is proposed, never made.

use super::prelude::*;
use super::small_residual::one_unit;

pub(super) static CHECK: Check = Check {
    code: "credits-to-apply",
    family: Family::Balances,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let unit = one_unit(account.ledger.currency());
    for item in account.open.iter().filter(|item| item.residual.is_credit() && item.residual.abs() >= unit) {
        let Some(debit) = debit_for(item, account.open) else { continue };
        cases.add_for(account.place_of(item), Some(item.residual), || {
            let (document, source) = (account.ledger.document(debit.entry), account.place_of(debit).1);
            account.of_item(item, Detail::Twin { customer: debit.customer, document, source })
        });
    }
}

/// The debt a credit would clear: one of its very amount, else the oldest due.
fn debit_for<'a>(credit: &OpenItem, items: &'a [OpenItem]) -> Option<&'a OpenItem> {
    let debits = || items.iter().filter(|item| item.residual.is_debit());
    let exact = debits().find(|debit| debit.residual == -credit.residual);
    exact.or_else(|| debits().min_by_key(|debit| (debit.due_day.unwrap_or(debit.day), debit.day, debit.entry)))
}
