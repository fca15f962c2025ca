//! The same figures month after month (features.md AN8): every point is computed by the functions that compute the day
//! asked for, from the entries of its own day. The last point is what the tiles show.

use crate::{AgedBalance, AgedLine, Ageing, Dso, KeyFigures, aged_balance, dso, key_figures};
use ledger::{Ledger, OpenItems};
use values::{Amount, AsOf, Day, Days};

/// The figures of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Key figures.
    pub key: KeyFigures,
    /// Days of sales outstanding.
    pub dso: Dso,
    /// The total of the aged balance.
    pub aged: AgedLine,
    /// What settlements left over and a person chose to tolerate.
    pub tolerated: Amount,
    /// The balance of the books that evening, computed without the open items.
    pub ledger_balance: Amount,
}

/// Computes the figures of one day from its open items.
pub fn point(ledger: &Ledger, open: &OpenItems, ageing: &Ageing, window: Days) -> Point {
    let key = key_figures(open);
    let AgedBalance { total: aged, tolerated, ledger_balance, .. } = aged_balance(ledger, open, ageing);
    let dso = dso(ledger, open, window);
    Point { day: open.as_of.day(), key, dso, aged, tolerated, ledger_balance }
}

/// The as-of day and the `months` month ends before it, earliest first, none before the file begins.
pub fn month_ends(ledger: &Ledger, as_of: AsOf, months: u32) -> Vec<Day> {
    let Some((first, _)) = ledger.span() else { return Vec::new() };
    let ends = (1..=months).rev().map(|back| as_of.day().first_of_month().minus_months(back - 1) - Days(1));
    ends.filter(|end| *end >= first).chain([as_of.day()]).collect()
}
