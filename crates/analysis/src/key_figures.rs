//! The figures at the top of the page, from the open items.

use crate::Limits;
use ledger::OpenItems;
use values::{Amount, Ratio};

/// Key figures of one ledger on one day (domain.md 6). Amounts are minor units of its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigures {
    /// All that is open, credits deducted.
    pub outstanding: Amount,
    /// Debits past their due date.
    pub overdue: Amount,
    /// Overdue over all debits; `None` without debits.
    pub overdue_share: Option<Ratio>,
    /// Overdue over the outstanding, credits deducted; `None` where nothing is outstanding.
    pub overdue_share_of_net: Option<Ratio>,
    /// Days past due of what is overdue, weighted by amount; `None` where nothing is.
    pub overdue_age: Option<Ratio>,
    /// Debits more than 90 days past their due date.
    pub over_90: Amount,
    /// Debits not due.
    pub not_due: Amount,
    /// Credit notes and unallocated payments, zero or less.
    pub credits: Amount,
    /// Debits under dispute.
    pub disputed: Amount,
    /// Number of open items.
    pub items: u32,
    /// Number of overdue items.
    pub overdue_items: u32,
    /// Customers with an open item.
    pub customers: u32,
    /// Customers with an overdue item.
    pub overdue_customers: u32,
}

/// Adds up the open items of a day.
pub fn key_figures(open: &OpenItems) -> KeyFigures {
    let as_of = open.as_of;
    let sum = |keep: &dyn Fn(&ledger::OpenItem) -> bool| -> Amount {
        open.items.iter().filter(|item| keep(item)).map(|item| item.residual).sum()
    };
    let debits = sum(&|item| item.residual.is_debit());
    let overdue = sum(&|item| item.is_overdue(as_of));
    let oldest_limit = Limits::default().days().last().copied().unwrap_or_default() as i32;
    let late_by = |item: &ledger::OpenItem| item.days_late(as_of).map_or(0, |days| days.0);
    let late_of = |items: &[ledger::OpenItem]| items.iter().filter(|item| item.is_overdue(as_of)).count();
    let late = open.items.iter().filter(|item| item.is_overdue(as_of));
    let weighted: i128 = late.map(|item| i128::from(item.residual.minor()) * i128::from(late_by(item))).sum();
    let outstanding = sum(&|_| true);
    KeyFigures {
        outstanding,
        overdue,
        overdue_share: Ratio::of(overdue, debits),
        overdue_share_of_net: Ratio::of(overdue, outstanding),
        overdue_age: Ratio::new(weighted, i128::from(overdue.minor())),
        over_90: sum(&|item| item.residual.is_debit() && late_by(item) > oldest_limit),
        not_due: sum(&|item| item.residual.is_debit() && item.due_day.is_some_and(|due| due >= as_of.day())),
        credits: sum(&|item| item.residual.is_credit()),
        disputed: sum(&|item| item.residual.is_debit() && item.disputed),
        items: open.items.len() as u32,
        overdue_items: late_of(&open.items) as u32,
        customers: open.by_customer().count() as u32,
        overdue_customers: open.by_customer().filter(|(_, items)| late_of(items) > 0).count() as u32,
    }
}
