//! Until when each open debt can be sued for, as far as a ledger tells: its part payments interrupt the period; what a court
//! or a signature did is told by a person.

use crate::LatePayments;
use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems};
use rules::interest::Regime;
use rules::limitation::{Event, Limitation, Period, limitation};
use values::{Arrange, Day};

/// Until when an item can be sued for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemLimitation {
    /// The item's entry.
    pub entry: EntryKey,
    /// Which period.
    pub period: Period,
    /// The last day, and the last interruption.
    pub limitation: Limitation,
}

/// The period of a regime; `None` where its law is not told here.
pub fn period_of(regime: Regime) -> Option<Period> {
    match regime {
        Regime::FrB2b | Regime::FrPublic | Regime::Contract => Some(Period::Business),
        Regime::FrConsumer => Some(Period::Consumer),
        Regime::DeB2b => Some(Period::Germany),
        Regime::Uk | Regime::BeB2b | Regime::Ch => None,
    }
}

/// The end of the period of every open debt with a due day, nearest first. `period_of` says which period a customer's debts
/// follow, `events` what a person knows of an item.
pub fn limitations(
    ledger: &Ledger,
    open: &OpenItems,
    period_of: &dyn Fn(CustomerKey) -> Option<Period>,
    events: &dyn Fn(&OpenItem) -> Vec<(Day, Event)>,
) -> Vec<ItemLimitation> {
    let paid = LatePayments::of(ledger, open.as_of);
    let of = |item: &OpenItem, period: Period| {
        let due = item.due_day.filter(|_| item.residual.is_debit())?;
        let mut known = events(item);
        known.extend(paid.payment_days(item.entry).iter().map(|day| (*day, Event::PartPayment)));
        Some(ItemLimitation { entry: item.entry, period, limitation: limitation(due, period, &known) })
    };
    let mut limitations: Vec<ItemLimitation> = Vec::new();
    for (customer, items) in open.by_customer() {
        if let Some(period) = period_of(customer) {
            limitations.extend(items.iter().filter_map(|item| of(item, period)));
        }
    }
    limitations.arrange_by_key(|item| (item.limitation.last_day, item.entry));
    limitations
}
