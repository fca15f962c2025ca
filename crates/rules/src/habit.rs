//! The payment terms that a customer's own due dates show, where the file states most of them and lacks a few.

use crate::{Form, PaymentTerms};
use values::{Arrange, Day};

/// Invoices with a stated due date needed before anything is said.
pub const INVOICES_MIN: usize = 3;
/// The share of them that the terms must explain, in percent.
pub const SHARE_MIN_PERCENT: usize = 60;

/// Delays in use, in days.
const DELAYS: [u32; 15] = [0, 7, 8, 10, 14, 15, 20, 21, 30, 45, 50, 60, 75, 90, 120];

/// The terms that explain the most of these invoice and due days, if they explain enough of them: the plain number of
/// days first, then the month's end. `None` where there are too few invoices or no habit.
pub fn habitual_terms(dates: &[(Day, Day)]) -> Option<PaymentTerms> {
    if dates.len() < INVOICES_MIN {
        return None;
    }
    let (terms, explained) = candidates(dates)
        .map(|terms| (terms, dates.iter().filter(|(issued, due)| terms.due_day(*issued) == *due).count()))
        // The first of equals: a plain delay is the simpler claim.
        .reduce(|best, other| if other.1 > best.1 { other } else { best })?;
    let enough = explained >= INVOICES_MIN && explained * 100 >= dates.len() * SHARE_MIN_PERCENT;
    enough.then_some(terms)
}

/// The most frequent delay of these dates, whatever it is; then the forms in use.
fn candidates(dates: &[(Day, Day)]) -> impl Iterator<Item = PaymentTerms> {
    let mut delays: Vec<i32> = dates.iter().map(|(issued, due)| (*due - *issued).0).filter(|days| *days >= 0).collect();
    delays.arrange();
    let mut mode: Option<(usize, i32)> = None;
    for run in delays.chunk_by(|a, b| a == b) {
        if let Some(delay) = run.first()
            && mode.is_none_or(|(count, _)| run.len() > count)
        {
            mode = Some((run.len(), *delay));
        }
    }
    let mode = mode.and_then(|(_, delay)| u32::try_from(delay).ok()).map(Form::Net);
    let month_end = DELAYS.into_iter().flat_map(|days| [Form::DaysEndOfMonth(days), Form::EndOfMonthDays(days)]);
    let months = (1..=3).map(Form::MonthsEndOfMonth);
    mode.into_iter().chain(month_end).chain(months).map(PaymentTerms::plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `invoice due` pairs, and the terms seen in them.
    fn habit(pairs: &str) -> String {
        let dates: Vec<(Day, Day)> = pairs
            .split(';')
            .filter_map(|pair| pair.trim().split_once(' '))
            .map(|(issued, due)| (issued.parse().unwrap(), due.parse().unwrap()))
            .collect();
        habitual_terms(&dates).map_or("no habit".to_owned(), |terms| terms.to_string())
    }

    #[test]
    fn a_habit_needs_enough_invoices_that_agree() {
        assert_eq!(habit("2026-01-10 2026-02-09; 2026-02-01 2026-03-03; 2026-03-05 2026-04-04"), "NET(30)");
        assert_eq!(habit("2026-01-10 2026-02-09; 2026-02-01 2026-03-03"), "no habit");
        assert_eq!(habit("2026-01-10 2026-02-28; 2026-02-01 2026-03-31; 2026-03-05 2026-04-30"), "DAYS_EOM(30)");
        assert_eq!(habit("2026-01-10 2026-02-15; 2026-02-01 2026-03-15; 2026-03-05 2026-04-15"), "EOM_DAYS(15)");
        // Three of five: sixty percent.
        let mixed = "2026-01-10 2026-02-09; 2026-02-01 2026-03-03; 2026-03-05 2026-04-04; 2026-04-01 2026-04-09";
        assert_eq!(habit(&format!("{mixed}; 2026-05-01 2026-05-02")), "NET(30)");
        assert_eq!(habit(&format!("{mixed}; 2026-05-01 2026-05-02; 2026-05-03 2026-05-07")), "no habit");
        // A delay nobody would guess is still a habit.
        assert_eq!(habit("2026-01-10 2026-02-13; 2026-02-01 2026-03-07; 2026-03-05 2026-04-08"), "NET(34)");
        assert_eq!(habit(""), "no habit");
    }
}
