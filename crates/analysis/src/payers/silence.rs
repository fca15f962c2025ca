//! Silent customers: past the gap they leave between payments, with an invoice later than they ever usually are.

use super::habit::next_usual;
use super::pay_days::ranked;
use super::{Document, Habit, Part};
use values::{AsOf, Day, Days};

/// Fewer pay days tell no rhythm.
const PAY_DAYS_MIN: usize = 6;

/// A customer that should have paid by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The day by which it would have paid.
    pub since: Day,
    /// The last day it paid something.
    pub last_paid: Day,
    /// Median of the days between two payments.
    pub usual_gap: i32,
    /// Days between two payments that nine gaps in ten do not exceed.
    pub long_gap: i32,
    /// Days late that nine payments in ten do not exceed.
    pub long_late: i32,
    /// The invoices later than that, oldest due first.
    pub documents: Vec<Document>,
}

/// Whether a customer is past both its gap between payments and its days late, and past its next usual pay day.
pub(super) fn silence(parts: &[Part], days: &[Day], owed: &[Document], habit: &Habit, as_of: AsOf) -> Option<Silence> {
    if days.len() < PAY_DAYS_MIN || owed.is_empty() {
        return None;
    }
    let last_paid = *days.last()?;
    let mut gaps: Vec<i32> = days.windows(2).filter_map(|pair| Some((*pair.last()? - *pair.first()?).0)).collect();
    let mut lates: Vec<i32> = parts.iter().filter_map(Part::late).collect();
    let (usual_gap, long_gap) = (ranked(&mut gaps, 5)?, ranked(&mut gaps, 9)?);
    let long_late = ranked(&mut lates, 9)?.max(0);
    let first_due = owed.first()?.due;
    let late_by = (last_paid + Days(long_gap)).max(first_due + Days(long_late));
    let since = habit.of_month.map_or(late_by, |usual| next_usual(late_by, usual));
    let documents = owed.iter().filter(|document| document.late > long_late).copied().collect();
    let silence = Silence { since, last_paid, usual_gap, long_gap, long_late, documents };
    (as_of.day() > since).then_some(silence)
}
