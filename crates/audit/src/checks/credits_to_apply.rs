//! Credits stand beside debts of the same customer. A clearing is proposed, never made.

use super::prelude::*;
use super::small_residual::one_unit;
use std::collections::BTreeMap;

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
    let mut credits = account.open.iter().filter(|item| item.residual.is_credit() && item.residual.abs() >= unit).peekable();
    if credits.peek().is_none() {
        return;
    }
    let debts = Debts::of(account);
    for item in credits {
        let Some(debit) = debts.cleared_by(item) else { continue };
        cases.add_for(account.place_of(item), Some(item.residual), || {
            let (document, source) = (account.ledger.document(debit.entry), account.place_of(debit).1);
            account.of_item(item, Detail::Twin { customer: debit.customer, document, source })
        });
    }
}

/// The debts of an account, sorted once: an account of a hundred thousand items has thousands of credits.
struct Debts<'a> {
    /// The first of each amount.
    by_amount: BTreeMap<Amount, &'a OpenItem>,
    oldest: Option<&'a OpenItem>,
}

impl<'a> Debts<'a> {
    fn of(account: &Account<'a>) -> Debts<'a> {
        let mut by_amount = BTreeMap::new();
        for debit in account.debits() {
            by_amount.entry(debit.residual).or_insert(debit);
        }
        let oldest = account.debits().min_by_key(|debit| (debit.due_day.unwrap_or(debit.day), debit.day, debit.entry));
        Debts { by_amount, oldest }
    }

    /// The debt a credit would clear: one of its very amount, else the oldest due.
    fn cleared_by(&self, credit: &OpenItem) -> Option<&'a OpenItem> {
        self.by_amount.get(&-credit.residual).copied().or(self.oldest)
    }
}
