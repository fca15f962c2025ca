//! Re-performance of an aged balance somebody else drew up (features.md AD8): ours beside it, customer by customer and
//! column by column, on its own day. Every difference is listed, whatever its cause; the cause is a guess, and only one
//! that explains the difference to the cent is given: our own ageing is run again another way (by invoice date, credits
//! elsewhere, another edge, another day) until its row is the one stated. Nothing stated ever enters a ledger.

mod errors;
mod people;
mod untold;
mod ways;

pub use ways::{Counted, CreditPlace, Edge};

use crate::reperformance::errors::error_of;
use crate::reperformance::people::Pairs;
use crate::reperformance::ways::{Found, Way};
use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems, open_items};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Gather, Source};

/// An aged balance as its file states it.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// Its amounts, each an entry due on the latest day its column admits; without a due day in the column of credits, if it
    /// has one.
    pub ledger: &'a Ledger,
    /// Its day.
    pub day: Day,
    /// Upper limits of its columns in days late, rising.
    pub limits: &'a [u32],
    /// Its first column begins at day 0: it holds what is not due as well.
    pub mixed: bool,
    /// It has a column of credits.
    pub credits: bool,
}

/// A column of an aged balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Not due.
    NotDue,
    /// Days late, both included.
    Between(u32, u32),
    /// So many days late or more.
    From(u32),
    /// Credits apart.
    Credits,
}

/// What comparing told, amounts in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reperformance {
    /// The day of both.
    pub day: Day,
    /// The columns compared.
    pub columns: Vec<Column>,
    /// Their sums as stated.
    pub stated: Vec<Amount>,
    /// Their sums as we have them: by due date, credits in their column.
    pub own: Vec<Amount>,
    /// Customers compared.
    pub customers: u32,
    /// Those whose rows differ: ours in their order, then those we do not know.
    pub differences: Vec<Difference>,
}

/// A customer whose rows differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Our customer, where we have it.
    pub customer: Option<CustomerKey>,
    /// The customer of the stated balance, where it has it.
    pub stated_customer: Option<CustomerKey>,
    /// Its first row in the stated balance; where it has none, our first row of the customer.
    pub source: Option<Source>,
    /// As stated, column by column.
    pub stated: Vec<Amount>,
    /// As we have it, column by column. Where an error remains after the ways of the stated balance are followed, by
    /// those ways: what is left is the error.
    pub own: Vec<Amount>,
    /// What explains it to the cent, several together; the last may be an error that nothing explains.
    pub causes: Vec<Cause>,
}

/// What explains a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Aged by invoice date.
    ByInvoiceDate,
    /// Credits stand elsewhere.
    Credits(CreditPlace),
    /// A day at the edge of a column belongs to the next one.
    Edge(Edge),
    /// Items without a due date are aged by their own day.
    UndatedByOwnDay,
    /// Something is left out of the balance.
    Counted(Counted),
    /// Both what is open and its age are of another day.
    OtherDay(Day),
    /// What is open is of another day, its age of the day of the balance.
    OpenOn(Day),
    /// Ages run to another day.
    AgedOn(Day),
    /// Every amount stands so many columns further to the right.
    Shifted(i8),
    /// Two columns, by their places, stand under each other's heading.
    Swapped(u8, u8),
    /// Same sum: credits apply to other debts, and nothing in the ledger says to which.
    CreditsOtherwise,
    /// Same sum: items have no due date of their own, and their age cannot be checked.
    AgesUntold,
    /// An item we have open is not in the balance.
    ItemLeftOut(EntryKey),
    /// An item counts twice.
    ItemTwice(EntryKey),
    /// An item stands with what was invoiced, not with what remains.
    ItemInFull(EntryKey),
    /// We have the customer open, the balance does not have it.
    CustomerMissing,
    /// The balance has a customer with nothing open in the ledger.
    CustomerExtra,
    /// The same sum in other columns, and nothing tells why.
    OtherColumns,
    /// Another sum, and nothing tells why.
    OtherSum,
}

impl Cause {
    /// Whether it is no way to draw up a balance, but a mistake, or something nobody can explain.
    pub const fn is_error(self) -> bool {
        match self {
            Cause::ItemLeftOut(_)
            | Cause::ItemTwice(_)
            | Cause::ItemInFull(_)
            | Cause::CustomerMissing
            | Cause::CustomerExtra
            | Cause::OtherColumns
            | Cause::OtherSum => true,
            Cause::ByInvoiceDate
            | Cause::Credits(_)
            | Cause::Edge(_)
            | Cause::UndatedByOwnDay
            | Cause::Counted(_)
            | Cause::OtherDay(_)
            | Cause::OpenOn(_)
            | Cause::AgedOn(_)
            | Cause::Shifted(_)
            | Cause::Swapped(..)
            | Cause::CreditsOtherwise
            | Cause::AgesUntold => false,
        }
    }
}

impl Difference {
    /// What differs: the larger of what is stated too much and what is missing.
    pub fn amount(&self) -> Amount {
        let gaps = || self.stated.iter().zip(&self.own).map(|(stated, own)| *stated - *own);
        let (more, less): (Amount, Amount) =
            (gaps().map(Amount::debit_part).sum(), gaps().map(Amount::credit_part).sum());
        more.max(-less)
    }

    /// Whether an error remains.
    pub fn is_error(&self) -> bool {
        self.causes.iter().any(|cause| cause.is_error())
    }
}

impl Stated<'_> {
    /// The columns compared: those of the balance, and one for credits at the end.
    fn columns(&self) -> Vec<Column> {
        let mut columns = Vec::with_capacity(self.limits.len() + 3);
        let mut from = 1;
        if self.mixed {
            from = 0;
        } else {
            columns.push(Column::NotDue);
        }
        for limit in self.limits {
            columns.push(Column::Between(from, *limit));
            from = limit + 1;
        }
        columns.push(Column::From(from));
        columns.push(Column::Credits);
        columns
    }

    /// The place of so many days late. What is not late stands in the first column.
    fn column(&self, late: i32, edge: Edge) -> usize {
        let first = usize::from(!self.mixed);
        let is_late = if edge == Edge::DueDayLate { late >= 0 } else { late > 0 };
        if !is_late {
            return 0;
        }
        let within = |limit: &u32| match edge {
            Edge::None | Edge::DueDayLate => late <= *limit as i32,
            Edge::LimitInNext => late < *limit as i32,
            Edge::DayAfterLimit => late <= *limit as i32 + 1,
        };
        first + self.limits.iter().position(within).unwrap_or(self.limits.len())
    }
}

/// A customer on both sides.
#[derive(Debug)]
struct Case {
    own: Option<CustomerKey>,
    stated_customer: Option<CustomerKey>,
    source: Option<Source>,
    stated: Vec<Amount>,
    base: Vec<Amount>,
}

/// The open items of a day, customer by customer.
struct Items<'a> {
    of: BTreeMap<CustomerKey, &'a [OpenItem]>,
}

impl<'a> Items<'a> {
    fn of(open: &'a OpenItems) -> Items<'a> {
        Items { of: open.by_customer().gather() }
    }

    fn customer(&self, key: Option<CustomerKey>) -> &'a [OpenItem] {
        key.and_then(|key| self.of.get(&key).copied()).unwrap_or_default()
    }
}

/// Draws up our aged balance for the day of the one stated, compares both, and looks for what explains each difference.
pub fn reperform(ledger: &Ledger, stated: &Stated<'_>) -> Reperformance {
    let columns = stated.columns();
    let open = open_items(ledger, AsOf(stated.day));
    let base = Way::base(stated);
    let cases = cases(ledger, stated, &open, &base, columns.len());
    let sum = |pick: fn(&Case) -> &[Amount]| {
        let mut sums = vec![Amount::ZERO; columns.len()];
        for case in &cases {
            sums.iter_mut().zip(pick(case)).for_each(|(sum, more)| *sum += *more);
        }
        sums
    };
    let (stated_sums, own_sums) = (sum(|case| &case.stated), sum(|case| &case.base));
    let found = ways::explain(ledger, stated, &open, &cases);
    let usual = found.usual();
    let items = Items::of(&open);
    let differing = || cases.iter().enumerate().filter(|(_, case)| case.stated != case.base);
    let most = differing().count() / 2 + 1;
    let differences = differing().map(|(at, case)| {
        // Where no due date is told, a way that a few rows happen to follow explains nothing.
        let untold = untold::between(stated, &base, items.customer(case.own), &case.stated) == Some(Cause::AgesUntold);
        let explained = found.of(at, if untold { most } else { 1 });
        difference(ledger, stated, &items, case, explained, usual)
    });
    let differences = differences.collect();
    Reperformance {
        day: stated.day,
        columns,
        stated: stated_sums,
        own: own_sums,
        customers: cases.len() as u32,
        differences,
    }
}

fn difference(
    ledger: &Ledger,
    stated: &Stated<'_>,
    items: &Items<'_>,
    case: &Case,
    explained: Option<Vec<Cause>>,
    usual: Option<&Found>,
) -> Difference {
    let (own, causes) = match explained {
        Some(causes) => (case.base.clone(), causes),
        None => error_of(ledger, stated, items.customer(case.own), case, usual),
    };
    Difference {
        customer: case.own,
        stated_customer: case.stated_customer,
        source: case.source.or_else(|| first_row(ledger, case.own)),
        stated: case.stated.clone(),
        own,
        causes,
    }
}

fn first_row(ledger: &Ledger, customer: Option<CustomerKey>) -> Option<Source> {
    ledger.entries_of(customer?).map(|entry| entry.source).min()
}

/// Every customer of either side with something to compare.
fn cases(ledger: &Ledger, stated: &Stated<'_>, open: &OpenItems, base: &Way, columns: usize) -> Vec<Case> {
    let pairs = Pairs::of(ledger, stated.ledger);
    let empty = |own, stated_customer| Case {
        own,
        stated_customer,
        source: None,
        stated: vec![Amount::ZERO; columns],
        base: vec![Amount::ZERO; columns],
    };
    let mut ours: BTreeMap<CustomerKey, Case> = BTreeMap::new();
    for (customer, items) in open.by_customer() {
        let case = ours.entry(customer).or_insert_with(|| empty(Some(customer), None));
        base.fill(stated, items, &mut case.base);
    }
    let mut strangers: BTreeMap<CustomerKey, Case> = BTreeMap::new();
    for entry in stated.ledger.entries() {
        let case = match pairs.own(entry.customer) {
            Some(own) => ours.entry(own).or_insert_with(|| empty(Some(own), None)),
            None => strangers.entry(entry.customer).or_insert_with(|| empty(None, None)),
        };
        case.stated_customer = case.stated_customer.or(Some(entry.customer));
        case.source = Some(case.source.map_or(entry.source, |known| known.min(entry.source)));
        let column = match entry.due_day {
            Some(due) => stated.column((stated.day - due).0, Edge::None),
            None if stated.credits => columns - 1,
            // A balance without ages.
            None => 0,
        };
        if let Some(amount) = case.stated.get_mut(column) {
            *amount += entry.amount;
        }
    }
    let told = |case: &Case| case.stated.iter().chain(&case.base).any(|amount| !amount.is_zero());
    ours.into_values().chain(strangers.into_values()).filter(told).collect()
}
