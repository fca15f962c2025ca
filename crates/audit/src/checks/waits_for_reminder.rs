//! Customers whose late payments follow a reminder more often than chance explains: they have learnt to wait for it
//! (features.md SG7, L16).

use super::prelude::*;
use analysis::waiting::waits;
use ledger::settlements_of;

pub(super) static CHECK: Check = Check {
    code: "waits-for-reminder",
    family: Family::Exposure,
    severity: Severity::Low,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let reminders = account.reminders();
    if reminders.is_empty() {
        return;
    }
    let mut late = Vec::new();
    settlements_of(account.ledger, account.key, account.as_of, |paid| {
        let past_due = paid.debit.due_day.is_some_and(|due| paid.credit.day > due);
        if past_due && paid.credit.kind == EntryKind::Payment {
            late.push(paid.credit.day);
        }
    });
    if let Some(found) = waits(&late, &reminders) {
        let detail = Detail::Waits {
            answered: found.answered,
            pay_days: found.pay_days,
            step: found.step,
            probability: found.probability,
        };
        cases.extend(account.itself(None, detail));
    }
}
