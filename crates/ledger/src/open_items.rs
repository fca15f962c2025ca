//! What remains open on the evening of a day, from the entries themselves: legs count by their own day, never by
//! the day somebody matched them (domain.md 5.4). The sum of the open items is the ledger's balance, always.

use crate::{AccountClass, CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, Ledger, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Days, Gather};

/// What remains of one entry, in minor units of the ledger's currency. Debit above zero, credit (credit note, unapplied
/// payment) below; never zero.
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
    /// The posting day.
    pub day: Day,
    /// The day the document bears.
    pub document_day: Day,
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
    /// Whose account.
    pub customer: CustomerKey,
    /// What was owed.
    pub debit: Leg,
    /// What cleared it.
    pub credit: Leg,
    /// How much of it, in minor units above zero.
    pub amount: Amount,
}

/// An entry, as far as netting needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// What it records.
    pub kind: EntryKind,
    /// The posting day.
    pub day: Day,
    /// The day the document bears.
    pub document_day: Day,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// The account it stands in.
    pub account_class: AccountClass,
    /// Disputed by the customer.
    pub disputed: bool,
    due_day_source: DueDaySource,
    position: u32,
    amount: Amount,
    residual: Amount,
}

impl Settlement {
    /// The entry that was owed.
    pub fn debit_entry(&self) -> EntryKey {
        EntryKey { customer: self.customer, position: self.debit.position }
    }

    /// The entry that cleared it.
    pub fn credit_entry(&self) -> EntryKey {
        EntryKey { customer: self.customer, position: self.credit.position }
    }
}

/// The open items of a ledger on one day, by customer, then day, then file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItems {
    /// The day everything was computed for.
    pub as_of: AsOf,
    /// The items.
    pub items: Vec<OpenItem>,
    /// What settlements left over and a person chose to tolerate: in no column, always told beside the total.
    pub tolerated: Vec<OpenItem>,
}

impl OpenItem {
    /// An entry as if nothing had ever been applied to it.
    pub fn whole(key: EntryKey, entry: &Entry) -> OpenItem {
        Leg::of(entry, key.position).remainder(key.customer)
    }

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
    /// Sets apart what settlements left over, up to `tolerance` in minor units, without sign (features.md OI4). An item
    /// that nothing was ever applied to stays, however small. Items and tolerated residues together still sum to the
    /// ledger's balance.
    pub fn tolerate(mut self, tolerance: Amount) -> OpenItems {
        // A million items are not copied to set nothing apart.
        if tolerance.is_zero() {
            return self;
        }
        let small = |item: &OpenItem| item.residual != item.amount && item.residual.abs() <= tolerance;
        let (tolerated, items) = self.items.into_iter().partition(small);
        self.items = items;
        self.tolerated = tolerated;
        self
    }

    /// The sum of what is tolerated.
    pub fn tolerated_amount(&self) -> Amount {
        self.tolerated.iter().map(|item| item.residual).sum()
    }

    /// The items of one customer.
    pub fn of(&self, customer: CustomerKey) -> &[OpenItem] {
        let from = self.items.partition_point(|item| item.customer < customer);
        let to = self.items.partition_point(|item| item.customer <= customer);
        self.items.get(from..to).unwrap_or_default()
    }

    /// What is left of each item, by its entry.
    pub fn residuals(&self) -> BTreeMap<EntryKey, Amount> {
        self.items.iter().map(|item| (item.entry, item.residual)).gather()
    }

    /// The items of each customer that has some, in order of customer.
    pub fn by_customer(&self) -> impl Iterator<Item = (CustomerKey, &[OpenItem])> {
        self.items.chunk_by(|a, b| a.customer == b.customer).filter_map(|items| Some((items.first()?.customer, items)))
    }
}

/// The open items as of a day. Entries after it do not exist yet; a group of entries that clear each other closes
/// only once it sums to zero that evening, else its credits are applied to its oldest debits.
pub fn open_items(ledger: &Ledger, as_of: AsOf) -> OpenItems {
    open_items_among(ledger, as_of, ledger.customer_keys())
}

/// Those of some customers alone, named in rising order.
pub fn open_items_among(ledger: &Ledger, as_of: AsOf, customers: impl Iterator<Item = CustomerKey>) -> OpenItems {
    let mut items = Vec::new();
    let mut account = Account::of(ledger);
    let (all, mut looked_at, mut foreseen) = (ledger.entry_count(), 0, false);
    for customer in customers {
        account.open(ledger, customer, as_of, &mut items);
        looked_at += ledger.entries_of(customer).len();
        if !foreseen && looked_at >= all / FORESEEING && items.len() >= MANY {
            // As many again for each part of the entries still to come, and an eighth more.
            let expected = items.len() * (all / looked_at) * 9 / 8;
            items.reserve_exact(expected.saturating_sub(items.len()));
            foreseen = true;
        }
    }
    items.shrink_to_fit();
    OpenItems { as_of, items, tolerated: Vec::new() }
}

/// The same of one customer.
pub fn open_items_of(ledger: &Ledger, customer: CustomerKey, as_of: AsOf) -> Vec<OpenItem> {
    let mut items = Vec::new();
    Account { legs: Vec::new() }.open(ledger, customer, as_of, &mut items);
    items
}

/// Tells what had cleared what by the evening of a day, customer by customer, group by group.
pub fn settlements(ledger: &Ledger, as_of: AsOf, mut tell: impl FnMut(Settlement)) {
    let mut account = Account::of(ledger);
    for customer in ledger.customer_keys() {
        account.settle(ledger, customer, as_of, &mut tell);
    }
}

/// The same of one customer.
pub fn settlements_of(ledger: &Ledger, customer: CustomerKey, as_of: AsOf, mut tell: impl FnMut(Settlement)) {
    Account { legs: Vec::new() }.settle(ledger, customer, as_of, &mut tell);
}

/// Legs held at once, about: an account of more is read in shares, each with whole groups.
const SHARE: usize = 1 << 16;
/// Items from which on their list grows by an eighth: what doubling leaves free is lost for good where memory never shrinks.
const MANY: usize = 1 << 14;

/// The part of the entries that tells how many items all of them leave open.
const FORESEEING: usize = 8;

/// The legs of one customer that are in a group, by group; kept from customer to customer for its memory alone.
struct Account {
    legs: Vec<(MatchGroup, Leg)>,
}

impl Account {
    /// Room for the largest account, once: memory grown step by step leaves holes that nothing else fits.
    fn of(ledger: &Ledger) -> Account {
        Account { legs: Vec::with_capacity(ledger.largest_account().min(SHARE + SHARE / 8)) }
    }

    fn settle(&mut self, ledger: &Ledger, customer: CustomerKey, as_of: AsOf, tell: &mut dyn FnMut(Settlement)) {
        for share in Share::all(ledger, customer) {
            self.read(ledger, customer, as_of, share, &mut |_| {});
            for group in self.legs.chunk_by_mut(|(a, _), (b, _)| a == b) {
                net(group, &mut |debit, credit, amount| tell(Settlement { customer, debit, credit, amount }));
            }
        }
    }

    /// Adds what is open of a customer on the evening of a day, by day, then file order.
    fn open(&mut self, ledger: &Ledger, customer: CustomerKey, as_of: AsOf, items: &mut Vec<OpenItem>) {
        let before = items.len();
        for share in Share::all(ledger, customer) {
            self.read(ledger, customer, as_of, share, &mut |leg| add(items, leg.remainder(customer)));
            for group in self.legs.chunk_by_mut(|(a, _), (b, _)| a == b) {
                // Most groups are settled: nothing of them is left, whatever their order.
                if group.iter().map(|(_, leg)| leg.amount).sum::<Amount>().is_zero() {
                    continue;
                }
                net(group, &mut |_, _, _| {});
                let open = group.iter().filter(|(_, leg)| !leg.residual.is_zero());
                open.for_each(|(_, leg)| add(items, leg.remainder(customer)));
            }
        }
        if let Some(added) = items.get_mut(before..) {
            added.sort_unstable_by_key(|item| (item.day, item.entry));
        }
    }

    /// Reads the entries of a customer that exist on the evening of a day, those of the groups of one share. `alone`
    /// hears of those in no group, with the first share.
    fn read(&mut self, ledger: &Ledger, customer: CustomerKey, as_of: AsOf, share: Share, alone: &mut dyn FnMut(Leg)) {
        self.legs.clear();
        for (entry, position) in ledger.entries_of(customer).zip(0..) {
            if entry.day > as_of.day() || entry.amount.is_zero() {
                continue;
            }
            match entry.group.or_else(|| ledger.approved(EntryKey { customer, position })) {
                Some(group) if share.holds(group) => self.legs.push((group, Leg::of(&entry, position))),
                None if share.number == 0 => alone(Leg::of(&entry, position)),
                Some(_) | None => {}
            }
        }
        self.legs.sort_unstable_by_key(|(group, leg)| (*group, leg.position));
    }
}

/// A part of the groups of an account.
#[derive(Clone, Copy)]
struct Share {
    number: u32,
    of: u32,
}

impl Share {
    fn all(ledger: &Ledger, customer: CustomerKey) -> impl Iterator<Item = Share> + use<> {
        let of = ledger.entries_of(customer).len().div_ceil(SHARE) as u32;
        (0..of).map(move |number| Share { number, of })
    }

    fn holds(self, group: MatchGroup) -> bool {
        self.of == 1 || group.share(self.of) == self.number
    }
}

fn add(items: &mut Vec<OpenItem>, item: OpenItem) {
    if items.len() == items.capacity() && items.len() >= MANY {
        items.reserve_exact(items.len() / 8);
    }
    items.push(item);
}

impl Leg {
    fn of(entry: &Entry, position: u32) -> Leg {
        Leg {
            position,
            kind: entry.kind,
            account_class: entry.account_class,
            day: entry.day,
            document_day: entry.document_day,
            due_day: entry.due_day,
            due_day_source: entry.due_day_source,
            disputed: entry.disputed,
            amount: entry.amount,
            residual: entry.amount,
        }
    }

    fn remainder(&self, customer: CustomerKey) -> OpenItem {
        OpenItem {
            entry: EntryKey { customer, position: self.position },
            customer,
            kind: self.kind,
            account_class: self.account_class,
            day: self.day,
            document_day: self.document_day,
            due_day: self.due_day,
            due_day_source: self.due_day_source,
            amount: self.amount,
            residual: self.residual,
            disputed: self.disputed,
        }
    }
}

/// Nets a group, oldest due first on both sides; the smaller side is used up, what is left of the larger stays open.
fn net(group: &mut [(MatchGroup, Leg)], tell: &mut dyn FnMut(Leg, Leg, Amount)) {
    // Kind and amount before the place in the file: the order of rows must not decide what stays open.
    group.sort_unstable_by_key(|(_, leg)| {
        let due = leg.due_day.unwrap_or(leg.document_day);
        (leg.amount.is_credit(), due, leg.document_day, leg.kind, leg.amount, leg.position)
    });
    let debits = group.partition_point(|(_, leg)| leg.amount.is_debit());
    let (debits, credits) = group.split_at_mut(debits);
    let mut credits = credits.iter_mut().map(|(_, leg)| leg).peekable();
    for (_, debit) in debits {
        while debit.residual.is_debit() {
            let Some(credit) = credits.peek_mut() else { return };
            let amount = debit.residual.min(-credit.residual);
            debit.residual -= amount;
            credit.residual += amount;
            tell(*debit, **credit, amount);
            if credit.residual.is_zero() {
                credits.next();
            }
        }
    }
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
            let group = words.next().map(|code| builder.group(code));
            let source = Source { file: FileIndex(0), table: TableIndex(0), row: 1 };
            let entry = Entry {
                customer,
                kind: EntryKind::Invoice,
                account_class: AccountClass::Receivable,
                day,
                document_day: day,
                due_day: Some(day),
                due_day_source: DueDaySource::Stated,
                amount,
                group,
                disputed: false,
                source,
            };
            builder.push(entry, "");
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
