//! The forecast of one day: open items dealt out over the weeks to come.

use super::chances::{CHANCE_BITS, Chances};
use crate::payers::is_asked_for;
use ledger::{EntryKey, Ledger, OpenItem, OpenItems};
use values::{Amount, AsOf, Day};

/// Weeks looked ahead.
pub const WEEKS: usize = 13;

/// What is expected of the items open on a day, in minor units. Weeks, later, without due date and apart add up to the open debits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Expected by week: the first is the seven days after the as-of day.
    pub weeks: [Amount; WEEKS],
    /// The same items, had everybody paid on the due date: overdue ones in the first week.
    pub on_due_date: [Amount; WEEKS],
    /// Expected after the last week, or of which nothing can be told.
    pub later: Amount,
    /// Due after the last week.
    pub due_later: Amount,
    /// Debits without a due date: nothing can be told of them.
    pub no_due_date: Amount,
    /// Disputed debits: not expected.
    pub disputed: Amount,
    /// Debits of accounts that no reminder asks for (doubtful, retentions, accrued): not expected.
    pub not_asked_for: Amount,
    /// Credits not applied, zero or less: not deducted.
    pub credits: Amount,
    /// Parts of invoices whose payment was seen, on which the chances rest.
    pub payments: u32,
}

/// Where an open item stands in a forecast.
enum Standing {
    Expected { due: Day },
    NoDueDate,
    Disputed,
    NotAskedFor,
    Credit,
}

impl Standing {
    fn of(item: &OpenItem) -> Standing {
        match item.due_day {
            _ if item.residual.is_credit() => Standing::Credit,
            _ if item.disputed => Standing::Disputed,
            _ if !is_asked_for(item.account_class, item.disputed) => Standing::NotAskedFor,
            Some(due) => Standing::Expected { due },
            None => Standing::NoDueDate,
        }
    }
}

/// The items a forecast expects money of.
pub(super) fn expected_items(open: &OpenItems) -> impl Iterator<Item = EntryKey> {
    let expected = open.items.iter().filter(|item| matches!(Standing::of(item), Standing::Expected { .. }));
    expected.map(|item| item.entry)
}

/// Deals the open items of a day out over the weeks that follow it.
pub fn forecast(ledger: &Ledger, open: &OpenItems) -> Forecast {
    let chances = Chances::of(ledger, open);
    let mut found = Forecast {
        weeks: [Amount::ZERO; WEEKS],
        on_due_date: [Amount::ZERO; WEEKS],
        later: Amount::ZERO,
        due_later: Amount::ZERO,
        no_due_date: Amount::ZERO,
        disputed: Amount::ZERO,
        not_asked_for: Amount::ZERO,
        credits: Amount::ZERO,
        payments: chances.payments(),
    };
    for item in &open.items {
        match Standing::of(item) {
            Standing::Expected { due } => found.expect(item, due, &chances, open.as_of),
            Standing::NoDueDate => found.no_due_date += item.residual,
            Standing::Disputed => found.disputed += item.residual,
            Standing::NotAskedFor => found.not_asked_for += item.residual,
            Standing::Credit => found.credits += item.residual,
        }
    }
    found
}

impl Forecast {
    fn expect(&mut self, item: &OpenItem, due: Day, chances: &Chances, as_of: AsOf) {
        let mut chances = chances.after(item.customer, due, as_of);
        let (mut unpaid, mut dealt) = (1_u64 << CHANCE_BITS, Amount::ZERO);
        for week in &mut self.weeks {
            for chance in chances.by_ref().take(7) {
                unpaid -= (unpaid * chance) >> CHANCE_BITS;
            }
            // What is paid by the end of the week, less what was before it: roundings never add up.
            let paid = part(item.residual, (1 << CHANCE_BITS) - unpaid);
            *week += paid - dealt;
            dealt = paid;
        }
        self.later += item.residual - dealt;
        let ahead = (-as_of.days_since(due).0).max(1);
        match self.on_due_date.get_mut((ahead as usize - 1) / 7) {
            Some(week) => *week += item.residual,
            None => self.due_later += item.residual,
        }
    }
}

/// A part of an amount, the part in units of the chances; to the nearest minor unit.
fn part(amount: Amount, units: u64) -> Amount {
    let exact = i128::from(amount.minor()) * i128::from(units) + (1 << (CHANCE_BITS - 1));
    Amount::from_minor((exact >> CHANCE_BITS) as i64)
}
