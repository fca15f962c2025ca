//! Customers held doubtful (account 416) that are still invoiced in account 411.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "doubtful-still-invoiced",
    family: Family::Accounts,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let doubtful = || account.open.iter().filter(|item| item.account_class == AccountClass::Doubtful);
    let owed: Amount = doubtful().map(|item| item.residual).sum();
    let lines = account.lines.iter().filter(|line| line.entry.account_class == AccountClass::Doubtful);
    let Some(since) = lines.map(|line| line.entry.day).min().filter(|_| owed.is_debit()) else { return };
    for line in account.recent_invoices(YEAR_DAYS).filter(|line| line.entry.day > since) {
        if line.entry.account_class == AccountClass::Receivable && line.entry.amount.is_debit() {
            cases.add(line.evidence(line.dates()));
        }
    }
}
