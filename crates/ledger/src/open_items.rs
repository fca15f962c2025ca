//! What remains open on the evening of a day, from the entries themselves: legs count by their own day, never by
//! the day somebody matched them (domain.md 5.4). The sum of the open items is the ledger's balance, always.

use crate::{CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, Ledger, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Days};

/// What remains of one entry. Debit above zero, credit (credit note, unapplied payment) below; never zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    /// The entry it remains of.
    pub entry: EntryKey,
    /// Whose account.
    pub customer: CustomerKey,
    /// What the entry records.
    pub kind: EntryKind,
    /// Invoice date, or the day the money came.
    pub day: Day,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// Where the due date comes from.
    pub due_day_source: DueDaySource,
    /// The entry's own amount.
    pub amount: Amount,
    /// What remains of it.
    pub residual: Amount,
    /// Disputed by the customer.
    pub disputed: bool,
}

/// The open items of a ledger on one day, by customer, then day, then file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItems {
    /// The day everything was computed for.
    pub as_of: AsOf,
    /// The items.
    pub items: Vec<OpenItem>,
}

impl OpenItem {
    /// Days from the due date to the as-of day; negative before it is due, `None` without a due date.
    pub fn days_late(&self, as_of: AsOf) -> Option<Days> {
        self.due_day.map(|due| as_of.days_since(due))
    }

    /// A debit whose due date has passed.
    pub fn is_overdue(&self, as_of: AsOf) -> bool {
        self.residual.is_debit() && self.days_late(as_of).is_some_and(|late| late.0 > 0)
    }
}

impl OpenItems {
    /// The items of each customer that has some, in order of customer.
    pub fn by_customer(&self) -> impl Iterator<Item = (CustomerKey, &[OpenItem])> {
        self.items.chunk_by(|a, b| a.customer == b.customer).filter_map(|items| Some((items.first()?.customer, items)))
    }
}

/// The open items as of a day. Entries after it do not exist yet; a group of entries that clear each other closes
/// only once it sums to zero that evening, else its credits are applied to its oldest debits.
pub fn open_items(ledger: &Ledger, as_of: AsOf) -> OpenItems {
    let mut items = Vec::new();
    let mut groups: BTreeMap<MatchGroup, Vec<OpenItem>> = BTreeMap::new();
    for (position, entry) in ledger.entries().iter().enumerate() {
        if entry.day > as_of.day() || entry.amount.is_zero() {
            continue;
        }
        let item = whole(EntryKey(position as u32), entry);
        match entry.group {
            Some(group) => groups.entry(group).or_default().push(item),
            None => items.push(item),
        }
    }
    for (_, members) in groups {
        items.extend(remains_of_group(members));
    }
    items.sort_by_key(|item| (item.customer, item.day, item.entry));
    OpenItems { as_of, items }
}

fn whole(key: EntryKey, entry: &Entry) -> OpenItem {
    OpenItem {
        entry: key,
        customer: entry.customer,
        kind: entry.kind,
        day: entry.day,
        due_day: entry.due_day,
        due_day_source: entry.due_day_source,
        amount: entry.amount,
        residual: entry.amount,
        disputed: entry.disputed,
    }
}

/// Nets a group: the smaller side is used up entirely, oldest due first; what is left of the larger side stays open.
fn remains_of_group(mut members: Vec<OpenItem>) -> Vec<OpenItem> {
    let debits: Amount = members.iter().map(|item| item.residual.debit_part()).sum();
    let credits: Amount = members.iter().map(|item| item.residual.credit_part()).sum();
    members.sort_by_key(|item| (item.due_day.unwrap_or(item.day), item.day, item.entry));
    let mut debit_to_clear = debits.min(-credits);
    let mut credit_to_clear = debit_to_clear;
    for item in &mut members {
        if item.residual.is_debit() {
            let applied = item.residual.min(debit_to_clear);
            item.residual -= applied;
            debit_to_clear -= applied;
        } else {
            let applied = (-item.residual).min(credit_to_clear);
            item.residual += applied;
            credit_to_clear -= applied;
        }
    }
    members.retain(|item| !item.residual.is_zero());
    members
}
