//! Customers that three written reminders or more left unmoved: no payment since, something still overdue (features.md
//! SG7). The amount is what is overdue.

use super::prelude::*;
use analysis::waiting::unanswered;

pub(super) static CHECK: Check = Check {
    code: "reminders-unanswered",
    family: Family::Exposure,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let (reminders, overdue) = (account.reminders(), account.overdue());
    if reminders.is_empty() || overdue.is_zero() {
        return;
    }
    let payments = account.past().filter(|line| line.entry.kind == EntryKind::Payment);
    let last = payments.map(|line| line.entry.day).max();
    if let Some((count, since)) = unanswered(last, &reminders, account.as_of.day()) {
        cases.extend(account.itself(Some(overdue), Detail::Unanswered { reminders: count, since }));
    }
}
