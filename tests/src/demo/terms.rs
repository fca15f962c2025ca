//! Payment terms of the demonstration ledger and its working days.

use values::{Day, Days};

/// When an invoice falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Thirty days from the invoice.
    Net30,
    /// Thirty days, then the end of that month.
    Net30EndOfMonth,
    /// Forty-five days, then the end of that month.
    Net45EndOfMonth,
}

impl Terms {
    pub fn due_day(self, invoice_day: Day) -> Day {
        match self {
            Terms::Net30 => invoice_day + Days(30),
            Terms::Net30EndOfMonth => (invoice_day + Days(30)).end_of_month(),
            Terms::Net45EndOfMonth => (invoice_day + Days(45)).end_of_month(),
        }
    }
}

/// The day itself, or the Monday after a week-end.
pub fn working_day(day: Day) -> Day {
    match day.weekday() {
        6 => day + Days(2),
        7 => day + Days(1),
        _ => day,
    }
}
