//! What remains open on the evening of a day, from the entries themselves: legs count by their own day, never by
//! the day somebody matched them (domain.md 5.4). The sum of the open items is the ledger's balance, always.

use crate::{AccountClass, CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, Ledger, MatchGroup};
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
    /// The account the entry stands in.
    pub account_class: AccountClass,
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

/// A part of a debit cleared by a credit of the same group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// What was owed.
    pub debit: EntryKey,
    /// What cleared it.
    pub credit: EntryKey,
    /// How much of it, above zero.
    pub amount: Amount,
}

/// The open items of a ledger on one day, by customer, then day, then file order; and what cleared the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItems {
    /// The day everything was computed for.
    pub as_of: AsOf,
    /// The items.
    pub items: Vec<OpenItem>,
    /// What cleared what, by group.
    pub settlements: Vec<Settlement>,
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
    let mut settlements = Vec::new();
    for (_, members) in groups {
        items.extend(net(members, &mut settlements));
    }
    items.sort_by_key(|item| (item.customer, item.day, item.entry));
    OpenItems { as_of, items, settlements }
}

fn whole(key: EntryKey, entry: &Entry) -> OpenItem {
    OpenItem {
        entry: key,
        customer: entry.customer,
        kind: entry.kind,
        account_class: entry.account_class,
        day: entry.day,
        due_day: entry.due_day,
        due_day_source: entry.due_day_source,
        amount: entry.amount,
        residual: entry.amount,
        disputed: entry.disputed,
    }
}

/// Nets a group, oldest due first on both sides; the smaller side is used up, what is left of the larger stays open.
fn net(mut members: Vec<OpenItem>, settlements: &mut Vec<Settlement>) -> Vec<OpenItem> {
    // Kind and amount before the place in the file: the order of rows must not decide what stays open.
    members.sort_by_key(|item| (item.due_day.unwrap_or(item.day), item.day, item.kind, item.amount, item.entry));
    let (mut debits, mut credits): (Vec<OpenItem>, Vec<OpenItem>) =
        members.into_iter().partition(|item| item.residual.is_debit());
    let mut remaining_credits = credits.iter_mut().peekable();
    for debit in &mut debits {
        while debit.residual.is_debit() {
            let Some(credit) = remaining_credits.peek_mut() else { break };
            let amount = debit.residual.min(-credit.residual);
            debit.residual -= amount;
            credit.residual += amount;
            settlements.push(Settlement { debit: debit.entry, credit: credit.entry, amount });
            if credit.residual.is_zero() {
                remaining_credits.next();
            }
        }
    }
    debits.into_iter().chain(credits).filter(|item| !item.residual.is_zero()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Coverage, Customer, LedgerBuilder};
    use values::{Currency, FileIndex, Source, TableIndex};

    /// `day amount [code]` lines of one customer, and the residuals open on a day.
    fn open(lines: &str, as_of: &str) -> String {
        let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
        let customer = builder.customer(&Customer { id: "C".to_owned(), ..Customer::default() });
        for line in lines.split(';') {
            let mut words = line.split_whitespace();
            let day = words.next().unwrap().parse().unwrap();
            let amount = Amount::from_minor(words.next().unwrap().parse().unwrap());
            let group = words.next().map(|code| builder.group(customer, code));
            let source = Source { file: FileIndex(0), table: TableIndex(0), row: 1 };
            builder.push(Entry {
                customer,
                document: String::new(),
                kind: EntryKind::Invoice,
                account_class: AccountClass::Receivable,
                day,
                due_day: Some(day),
                due_day_source: DueDaySource::Stated,
                amount,
                group,
                disputed: false,
                source,
            });
        }
        let ledger = builder.build().unwrap();
        let as_of = AsOf(as_of.parse().unwrap());
        let open = open_items(&ledger, as_of);
        assert_eq!(open.items.iter().map(|item| item.residual).sum::<Amount>(), ledger.balance(as_of.day()));
        open.items.iter().map(|item| format!("{} {}", item.day, item.residual)).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_group_closes_by_the_days_of_its_entries() {
        let lines = "2026-06-10 100 A; 2026-07-10 -100 A";
        assert_eq!(open(lines, "2026-07-09"), "2026-06-10 100");
        assert_eq!(open(lines, "2026-07-10"), "");
        assert_eq!(open(lines, "2026-06-09"), "");
    }

    #[test]
    fn a_part_payment_leaves_the_rest_of_the_oldest() {
        assert_eq!(open("2026-01-01 100 a; 2026-02-01 50 a; 2026-03-01 -120 a", "2026-12-31"), "2026-02-01 30");
        assert_eq!(open("2026-01-01 100 a; 2026-03-01 -120 a", "2026-12-31"), "2026-03-01 -20");
        assert_eq!(open("2026-01-01 100; 2026-03-01 -120", "2026-12-31"), "2026-01-01 100; 2026-03-01 -120");
    }
}
