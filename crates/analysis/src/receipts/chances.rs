//! The chance that an invoice is paid on its n-th day late, given that it is not paid before: counted over all invoices,
//! open ones included as not paid so far, and drawn from the customer's own payments as far as they go.

use crate::payers::is_asked_for;
use ledger::{CustomerKey, EntryKind, Ledger, OpenItems, settlements};
use std::collections::BTreeMap;
use values::{AsOf, Day, Days, Gather};

/// Chances are told in units of 2^-24: whole numbers, the same everywhere.
pub(super) const CHANCE_BITS: u32 = 24;
/// Observations of the whole ledger that count as much as one of the customer's own: with five payments of its own, a
/// customer is believed half.
const PRIOR: u64 = 5;
/// Invoices of the last two years tell; older ways are forgotten.
const MEMORY_DAYS: i32 = 730;

/// Days late of invoices: how many were paid on each day late, how many were still open after it.
#[derive(Clone, Debug, Default)]
struct Delays {
    /// By days late: paid, and open ones last seen there.
    by_day: BTreeMap<i32, (u64, u64)>,
}

impl Delays {
    fn paid(&mut self, late: i32) {
        self.by_day.entry(late).or_default().0 += 1;
    }

    fn open(&mut self, late: i32) {
        self.by_day.entry(late).or_default().1 += 1;
    }

    /// The same in order, with what was at risk on each day late: an open one last seen on a day was at risk up to it.
    fn seen(&self) -> Seen {
        let mut at_risk = 0;
        let mut days: Vec<Late> = Vec::with_capacity(self.by_day.len());
        for (day, (paid, open)) in self.by_day.iter().rev() {
            at_risk += paid + open;
            days.push(Late { day: *day, paid: *paid, at_risk });
        }
        days.reverse();
        Seen { days }
    }
}

/// A day late on which something was seen.
#[derive(Clone, Copy, Debug)]
struct Late {
    day: i32,
    paid: u64,
    at_risk: u64,
}

/// Days late in rising order; invoices are asked for one after the other, each from its own day on.
#[derive(Clone, Debug, Default)]
struct Seen {
    days: Vec<Late>,
}

impl Seen {
    /// Paid on a day late and at risk of it, for each day late from one on.
    fn from(&self, first: i32) -> impl Iterator<Item = (u64, u64)> {
        let start = self.days.partition_point(|late| late.day < first);
        let mut later = self.days.get(start..).unwrap_or_default();
        (first..).map(move |day| match later.split_first() {
            Some((late, rest)) if late.day == day => {
                later = rest;
                (late.paid, late.at_risk)
            }
            Some((late, _)) => (0, late.at_risk),
            None => (0, 0),
        })
    }
}

/// What the ledger tells of delays on one day.
#[derive(Clone, Debug)]
pub(super) struct Chances {
    payments: u32,
    of: BTreeMap<CustomerKey, Seen>,
    /// Of the whole ledger, from the first day late on, until nothing is at risk any more.
    whole: Vec<u64>,
    first: i32,
}

impl Chances {
    /// Counts the delays of the invoices known on the as-of day.
    pub fn of(ledger: &Ledger, open: &OpenItems) -> Chances {
        let first_issued = open.as_of.day() - Days(MEMORY_DAYS);
        let mut of: BTreeMap<CustomerKey, Delays> = BTreeMap::new();
        settlements(ledger, open.as_of, |part| {
            let paid = part.debit.kind == EntryKind::Invoice
                && part.credit.kind == EntryKind::Payment
                && part.debit.document_day >= first_issued
                && is_asked_for(part.debit.account_class, part.debit.disputed);
            let Some(due) = part.debit.due_day.filter(|_| paid) else { return };
            of.entry(part.customer).or_default().paid((part.credit.day - due).0);
        });
        for item in &open.items {
            let asked = item.kind == EntryKind::Invoice
                && item.residual.is_debit()
                && item.document_day >= first_issued
                && is_asked_for(item.account_class, item.disputed);
            let Some(due) = item.due_day.filter(|_| asked) else { continue };
            of.entry(item.customer).or_default().open(open.as_of.days_since(due).0);
        }
        let mut all = Delays::default();
        for (day, (paid, open)) in of.values().flat_map(|delays| &delays.by_day) {
            let sum = all.by_day.entry(*day).or_default();
            *sum = (sum.0 + paid, sum.1 + open);
        }
        let first = all.by_day.first_key_value().map_or(0, |(day, _)| *day);
        let seen = all.seen();
        let whole = seen.from(first).take_while(|(_, at_risk)| *at_risk > 0);
        let whole = whole.map(|(paid, at_risk)| (paid << CHANCE_BITS) / at_risk).collect();
        let payments = all.by_day.values().map(|(paid, _)| *paid).sum::<u64>() as u32;
        let of = of.iter().map(|(customer, delays)| (*customer, delays.seen())).gather();
        Chances { payments, of, whole, first }
    }

    /// Parts of invoices whose payment was seen.
    pub fn payments(&self) -> u32 {
        self.payments
    }

    /// The chance of each day after the as-of day, given that nothing was paid before it.
    pub fn after(&self, customer: CustomerKey, due: Day, as_of: AsOf) -> impl Iterator<Item = u64> {
        let first = as_of.days_since(due).0 + 1;
        let whole = (first..).map(|day| {
            let place = usize::try_from(day - self.first).ok();
            place.and_then(|place| self.whole.get(place)).copied().unwrap_or_default()
        });
        let own = self.of.get(&customer);
        let own = own.into_iter().flat_map(move |seen| seen.from(first)).chain(std::iter::repeat((0, 0)));
        whole.zip(own).map(|(whole, (paid, at_risk))| match at_risk {
            // Most customers show little: a division less for each of their days.
            0 => whole,
            at_risk => ((paid << CHANCE_BITS) + PRIOR * whole) / (at_risk + PRIOR),
        })
    }
}
