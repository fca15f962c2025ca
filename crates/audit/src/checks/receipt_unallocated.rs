//! A receipt not matched for more than thirty days, and an invoice of its very amount open beside it.

use super::prelude::*;
use std::collections::BTreeMap;

/// Days in which a receipt is matched in the ordinary course (domain.md 5.6).
const DAYS_MAX: i32 = 30;

pub(super) static CHECK: Check = Check {
    code: "receipt-unallocated",
    family: Family::Balances,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let receipt = |item: &&OpenItem| item.residual.is_credit() && item.kind == EntryKind::Payment;
    let mut invoices: BTreeMap<Amount, Vec<&OpenItem>> = BTreeMap::new();
    // From the last to the first, so that the oldest is taken first.
    for debit in account.debits().collect::<Vec<_>>().into_iter().rev() {
        invoices.entry(debit.residual).or_default().push(debit);
    }
    for item in account.open.iter().filter(receipt) {
        if account.as_of.days_since(item.day).0 <= DAYS_MAX {
            continue;
        }
        let Some(invoice) = invoices.get_mut(&-item.residual).and_then(Vec::pop) else { continue };
        cases.add_for(account.place_of(item), Some(item.residual), || {
            let (document, source) = (account.ledger.document(invoice.entry), account.place_of(invoice).1);
            account.of_item(item, Detail::Twin { customer: account.key, document, source })
        });
    }
}
