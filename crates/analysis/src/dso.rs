//! Days of sales outstanding (domain.md 6), from invoices net of credit notes, taxes included on both sides.

use ledger::{Coverage, EntryKind, Ledger};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Days, Ratio};

/// Days of sales outstanding on one day. `None` where sales are unknown or not above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dso {
    /// Sales of the window, credit notes deducted.
    pub sales: Option<Amount>,
    /// Outstanding over sales, times the days of the window.
    pub simple: Option<Ratio>,
    /// Months of sales used up by the outstanding, counted back; `None` too where the file starts too late.
    pub count_back: Option<Ratio>,
    /// The part not due over sales, times the days of the window.
    pub best_possible: Option<Ratio>,
    /// Simple less best possible.
    pub average_days_delinquent: Option<Ratio>,
}

/// Computes the four over the `window` days that end on the as-of day.
pub fn dso(ledger: &Ledger, as_of: AsOf, window: Days, outstanding: Amount, not_due: Amount) -> Dso {
    let unknown =
        Dso { sales: None, simple: None, count_back: None, best_possible: None, average_days_delinquent: None };
    if ledger.coverage() == Coverage::OpenItemsOnly {
        return unknown;
    }
    let first_day = as_of.day() - Days(window.0 - 1);
    let sales: Amount =
        sales_of_days(ledger, as_of).filter(|(day, _)| *day >= first_day).map(|(_, amount)| amount).sum();
    let in_days = |part: Amount| Some(Ratio::of(part, sales)?.times(i128::from(window.0)));
    Dso {
        sales: Some(sales),
        simple: in_days(outstanding),
        count_back: count_back(ledger, as_of, outstanding),
        best_possible: in_days(not_due),
        average_days_delinquent: in_days(outstanding - not_due),
    }
}

fn sales_of_days(ledger: &Ledger, as_of: AsOf) -> impl Iterator<Item = (Day, Amount)> {
    let is_sale = |kind| match kind {
        EntryKind::Invoice | EntryKind::CreditNote => true,
        EntryKind::Payment | EntryKind::UndatedPayment | EntryKind::Opening | EntryKind::Other => false,
    };
    let movements = ledger.movements().take_while(move |(day, ..)| *day <= as_of.day());
    movements.filter(move |(_, kind, _)| is_sale(*kind)).map(|(day, _, amount)| (day, amount))
}

/// Takes months of sales off the outstanding, from the as-of month back; the month it runs out in counts pro rata.
/// A month without sales adds its days.
fn count_back(ledger: &Ledger, as_of: AsOf, outstanding: Amount) -> Option<Ratio> {
    let mut by_month: BTreeMap<Day, Amount> = BTreeMap::new();
    for (day, amount) in sales_of_days(ledger, as_of) {
        *by_month.entry(day.first_of_month()).or_default() += amount;
    }
    let first_month = *by_month.keys().next()?;
    let mut month = as_of.day().first_of_month();
    let mut days_of_month = as_of.day().day_of_month() as i32;
    let mut left = outstanding;
    let mut whole_days = 0;
    while left.is_debit() {
        if month < first_month {
            return None;
        }
        let sales = by_month.get(&month).copied().unwrap_or_default();
        if sales >= left {
            let part = Ratio::of(left, sales)?.times(i128::from(days_of_month));
            return Some(part.plus(Ratio::new(i128::from(whole_days), 1)?));
        }
        left -= sales.debit_part();
        whole_days += days_of_month;
        month = month.minus_months(1);
        days_of_month = month.days_in_month();
    }
    Ratio::new(i128::from(whole_days), 1)
}
