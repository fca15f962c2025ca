//! Open balances brought forward without a document: the invoices behind them, and their ages, are lost.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "opening-undetailed",
    family: Family::Dates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.open.iter().filter(|item| item.kind == EntryKind::Opening) {
        let aged = matches!(item.due_day_source, DueDaySource::Bucket);
        if aged || !account.ledger.document(item.entry).is_empty() {
            continue;
        }
        let detail = Detail::On(item.day);
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
    }
}
