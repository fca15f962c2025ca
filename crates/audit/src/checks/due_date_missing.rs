//! Open invoices without any due date: they have no age.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "due-date-missing",
    family: Family::Dates,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::DueDates),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for item in account.debits().filter(|item| is_invoiced(item) && item.due_day_source == DueDaySource::None) {
        let detail = Detail::Dates { day: item.document_day, due: None };
        cases.add_for(account.place_of(item), Some(item.residual), || account.of_item(item, detail));
    }
}

/// Whether the item stands in an account of things invoiced: what is doubtful, accrued or advanced has no due date by
/// nature.
fn is_invoiced(item: &OpenItem) -> bool {
    match item.account_class {
        AccountClass::Receivable | AccountClass::Retention | AccountClass::BillsReceivable => true,
        AccountClass::Doubtful | AccountClass::Accrued | AccountClass::Advances | AccountClass::CreditNotesToIssue => false,
    }
}
