//! The same forecast as it would have been made some weeks ago, against what came in since.

use super::forecast::{Forecast, WEEKS, expected_items, forecast};
use ledger::{EntryKey, EntryKind, Ledger, open_items, settlements};
use std::collections::BTreeSet;
use values::{Amount, AsOf, Days, Gather, Ratio};

/// Fewer payments before the day of the test would test nothing.
const PAYMENTS_MIN: u32 = 20;

/// One week, in minor units: what was expected, what "everybody pays on the due date" expected, what came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekTested {
    /// Expected from the payments seen before.
    pub expected: Amount,
    /// Expected had everybody paid on the due date.
    pub on_due_date: Amount,
    /// Received on the same items.
    pub received: Amount,
}

/// A forecast of the past against what came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackTest {
    /// The day the forecast would have been made.
    pub made_on: AsOf,
    /// Weeks tested.
    pub weeks: Vec<WeekTested>,
}

/// Tests the forecast of `weeks_ago` weeks before the as-of day over the thirteen weeks that followed it; `None` where
/// the files show too few payments before that day, or nothing received after it.
pub fn back_test(ledger: &Ledger, as_of: AsOf, weeks_ago: u32) -> Option<BackTest> {
    let made_on = AsOf(as_of.day() - Days(7 * weeks_ago as i32));
    let open = open_items(ledger, made_on);
    let forecast = forecast(ledger, &open);
    if forecast.payments < PAYMENTS_MIN || (weeks_ago as usize) < WEEKS {
        return None;
    }
    let items: BTreeSet<EntryKey> = expected_items(&open).gather();
    let received = received(ledger, as_of, made_on, &items);
    let test = BackTest { made_on, weeks: weeks(&forecast, received) };
    (!test.received().is_zero()).then_some(test)
}

fn weeks(forecast: &Forecast, received: [Amount; WEEKS]) -> Vec<WeekTested> {
    let both = forecast.weeks.iter().zip(&forecast.on_due_date).zip(received);
    both.map(|((expected, on_due_date), received)| WeekTested {
        expected: *expected,
        on_due_date: *on_due_date,
        received,
    })
    .collect()
}

/// What payments cleared of these items in each week after a day.
fn received(ledger: &Ledger, as_of: AsOf, after: AsOf, items: &BTreeSet<EntryKey>) -> [Amount; WEEKS] {
    let mut received = [Amount::ZERO; WEEKS];
    settlements(ledger, as_of, |part| {
        let days = (part.credit.day - after.day()).0;
        if part.credit.kind != EntryKind::Payment || days < 1 || !items.contains(&part.debit_entry()) {
            return;
        }
        if let Some(week) = received.get_mut((days as usize - 1) / 7) {
            *week += part.amount;
        }
    });
    received
}

impl BackTest {
    /// All that came in.
    pub fn received(&self) -> Amount {
        self.weeks.iter().map(|week| week.received).sum()
    }

    /// Error of the weeks: absolute differences over what came in (weighted absolute percentage error).
    pub fn weekly_error(&self, expected: impl Fn(&WeekTested) -> Amount) -> Option<Ratio> {
        Ratio::of(self.weeks.iter().map(|week| (expected(week) - week.received).abs()).sum(), self.received())
    }

    /// Error of the whole: expected less received, over what came in.
    pub fn total_error(&self, expected: impl Fn(&WeekTested) -> Amount) -> Option<Ratio> {
        let whole: Amount = self.weeks.iter().map(expected).sum();
        Ratio::of(whole - self.received(), self.received())
    }
}
