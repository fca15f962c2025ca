//! Invoices due after sixty days but within forty-five days and the month's end: lawful only where the contract says so
//! expressly (C. com. L441-10 I).

use super::prelude::*;
use rules::ceiling::Delay;
use super::terms_over_ceiling::legal_delay;

pub(super) static CHECK: Check = Check {
    code: "terms-month-end",
    family: Family::Law,
    severity: Severity::Info,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.recent_invoices(YEAR_DAYS) {
        if let Some((line, Delay::IfStated)) = legal_delay(account, line) {
            cases.add(line.evidence(line.dates()));
        }
    }
}
