//! Invoices below zero and credit notes above zero: entered under the wrong kind, or on the wrong side.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "negative-invoice",
    family: Family::Postings,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.past() {
        let wrong = match line.entry.kind {
            EntryKind::Invoice => line.entry.amount.is_credit(),
            EntryKind::CreditNote => line.entry.amount.is_debit(),
            EntryKind::Payment | EntryKind::UndatedPayment | EntryKind::Opening | EntryKind::Other => false,
        };
        if wrong && line.entry.account_class == AccountClass::Receivable {
            cases.add(line.evidence(Detail::None));
        }
    }
}
