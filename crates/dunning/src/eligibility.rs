//! Which open items may be the subject of a contact at all.

use crate::Reason;
use ledger::OpenItem;
use values::Day;

/// The due day of an item that may be dunned, or why it may not.
pub(crate) fn due_day_if_eligible(item: &OpenItem) -> Result<Day, Reason> {
    if item.residual.is_credit() {
        return Err(Reason::Credit);
    }
    if item.disputed {
        return Err(Reason::Disputed);
    }
    item.due_day.ok_or(Reason::NoDueDate)
}
