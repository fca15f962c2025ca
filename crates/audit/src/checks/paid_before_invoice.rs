//! Every payment of a match group came before its first invoice: a deposit, or a wrong date.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "paid-before-invoice",
    family: Family::Lettering,
    severity: Severity::Low,
    thing: Thing::Groups,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for group in &account.groups {
        let paid = group.of_kind(EntryKind::Payment).map(|line| line.entry.day).max();
        let invoiced = group.of_kind(EntryKind::Invoice).map(|line| line.entry.document_day).min();
        if paid.zip(invoiced).is_none_or(|(paid, invoiced)| paid >= invoiced) {
            continue;
        }
        let amount = group.lines.iter().map(|line| line.entry.amount.credit_part()).sum();
        if let Some(evidence) = group.evidence(amount) {
            cases.add(evidence);
        }
    }
}
