//! Which open items may be the subject of a contact at all.

use crate::Reason;
use ledger::{AccountClass, OpenItem};
use values::Day;

/// The due day of an item that may be dunned, or why it may not.
pub(crate) fn due_day_if_eligible(item: &OpenItem) -> Result<Day, Reason> {
    if item.residual.is_credit() {
        return Err(Reason::Credit);
    }
    if item.disputed {
        return Err(Reason::Disputed);
    }
    match item.account_class {
        AccountClass::Receivable => item.due_day.ok_or(Reason::NoDueDate),
        class @ (AccountClass::Retention
        | AccountClass::BillsReceivable
        | AccountClass::Doubtful
        | AccountClass::Accrued
        | AccountClass::Advances) => Err(Reason::OtherAccount { class }),
    }
}
