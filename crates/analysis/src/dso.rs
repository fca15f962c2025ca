//! Days of sales outstanding (domain.md 6), from invoices net of credit notes, taxes included on both sides. Neither
//! doubtful customers (416) nor what is estimated at closing, invoices (418) and credit notes (4198) to be issued, are part
//! of it, on either side; advances received (4191) are money of customers and are.

use ledger::{AccountClass, Coverage, EntryKind, Ledger, OpenItem, OpenItems};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Days, Ratio};

/// Sales by month of issue, each under the first day of its month.
type ByMonth = BTreeMap<Day, Amount>;

/// Digits kept of each month where a sum has as many denominators as months.
const DIGITS: u32 = 9;

/// Days of sales outstanding on one day (domain.md 6). Amounts are minor units of the ledger's currency, ratios are days
/// but for the effectiveness. `None` where sales are unknown or not above zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dso {
    /// What is open of the accounts that count, credits deducted.
    pub receivables: Amount,
    /// What of it is not due.
    pub not_due: Amount,
    /// Sales of the window, credit notes deducted.
    pub sales: Option<Amount>,
    /// Receivables over sales, times the days of the window.
    pub simple: Option<Ratio>,
    /// Months of sales used up by the outstanding, counted back.
    pub count_back: Option<CountBack>,
    /// What is open of each month of issue over the sales of that month, times its days, added up.
    pub sales_weighted: Option<Ratio>,
    /// The part not due over sales, times the days of the window.
    pub best_possible: Option<Ratio>,
    /// Simple less best possible.
    pub average_days_delinquent: Option<Ratio>,
    /// What stood open before the window.
    pub opening: Option<Amount>,
    /// What was collected of what could be: opening and sales less the outstanding, over opening and sales less what is
    /// not due; 1 where nothing late is left. `None` where the file starts within the window.
    pub collection_effectiveness: Option<Ratio>,
}

/// The outstanding in months of sales, counted back from the day of reckoning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountBack {
    /// The months it uses up, latest first.
    pub months: Vec<UsedMonth>,
    /// Their days added up; `None` where the outstanding passes all sales of the file.
    pub days: Option<Ratio>,
}

/// A month of sales that the outstanding uses up, whole or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsedMonth {
    /// First day of the month.
    pub month: Day,
    /// Its days, as far as it has run.
    pub days: Days,
    /// Its sales.
    pub sold: Amount,
    /// What of the outstanding stands against them.
    pub used: Amount,
}

impl CountBack {
    /// Days of the months, all whole: where the file has too few sales, the outstanding is worth more than these.
    pub fn whole_days(&self) -> Days {
        Days(self.months.iter().map(|month| month.days.0).sum())
    }
}

/// Computes them over the `window` days that end on the day of the open items.
pub fn dso(ledger: &Ledger, open: &OpenItems, window: Days) -> Dso {
    let as_of = open.as_of;
    let counted = || open.items.iter().filter(|item| counts(item.account_class));
    let receivables: Amount = counted().map(|item| item.residual).sum();
    let not_due: Amount = counted().filter(|item| is_not_due(item, as_of)).map(|item| item.residual).sum();
    if ledger.coverage() == Coverage::OpenItemsOnly {
        return Dso { receivables, not_due, ..Dso::default() };
    }
    let first_day = as_of.day() - Days(window.0 - 1);
    let sales: Amount =
        sales_of_days(ledger, as_of).filter(|(day, _)| *day >= first_day).map(|(_, amount)| amount).sum();
    let in_days = |part: Amount| Some(Ratio::of(part, sales)?.times(i128::from(window.0)));
    let sales_by_month = by_month(sales_of_days(ledger, as_of));
    let opening = starts_before(ledger, first_day).then(|| balance_before(ledger, first_day));
    Dso {
        receivables,
        not_due,
        sales: Some(sales),
        simple: in_days(receivables),
        count_back: (!sales_by_month.is_empty()).then(|| count_back(&sales_by_month, as_of.day(), receivables)),
        sales_weighted: sales_weighted(&sales_by_month, open),
        best_possible: in_days(not_due),
        average_days_delinquent: in_days(receivables - not_due),
        opening,
        collection_effectiveness: opening
            .and_then(|opening| Ratio::of(opening + sales - receivables, opening + sales - not_due)),
    }
}

/// Whether what stands in a class of accounts waits for the money of sales (domain.md 6).
fn counts(class: AccountClass) -> bool {
    match class {
        AccountClass::Receivable | AccountClass::Retention | AccountClass::BillsReceivable | AccountClass::Advances => {
            true
        }
        AccountClass::Doubtful | AccountClass::Accrued | AccountClass::CreditNotesToIssue => false,
    }
}

fn is_not_due(item: &OpenItem, as_of: AsOf) -> bool {
    item.residual.is_debit() && item.due_day.is_some_and(|due| due >= as_of.day())
}

/// What stood open on the evening before a day in the accounts that count.
fn balance_before(ledger: &Ledger, day: Day) -> Amount {
    let before = ledger.movements().take_while(|(moved, ..)| *moved < day);
    before.filter(|(_, _, class, _)| counts(*class)).map(|(.., amount)| amount).sum()
}

/// Whether the file tells what stood open before a day.
fn starts_before(ledger: &Ledger, day: Day) -> bool {
    ledger.span().is_some_and(|(first, _)| first < day)
}

/// What invoices and credit notes move, by day, up to the as-of day.
pub(crate) fn sales_of_days(ledger: &Ledger, as_of: AsOf) -> impl Iterator<Item = (Day, Amount)> {
    let movements = ledger.movements().take_while(move |(day, ..)| *day <= as_of.day());
    movements.filter(|(_, kind, class, _)| is_sale(*kind) && counts(*class)).map(|(day, .., amount)| (day, amount))
}

/// What is sold or taken back; not what is brought forward, paid or booked otherwise.
pub(crate) fn is_sale(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Invoice | EntryKind::CreditNote => true,
        EntryKind::Payment | EntryKind::UndatedPayment | EntryKind::Opening | EntryKind::Other => false,
    }
}

pub(crate) fn by_month(days: impl Iterator<Item = (Day, Amount)>) -> ByMonth {
    let mut months = ByMonth::new();
    for (day, amount) in days {
        *months.entry(day.first_of_month()).or_default() += amount;
    }
    months
}

/// Days of a month, as far as it has run by the day of reckoning.
fn days_of(month: Day, last: Day) -> i32 {
    if month == last.first_of_month() { last.day_of_month() as i32 } else { month.days_in_month() }
}

/// Takes months of sales off the outstanding, from the last month back; the month it runs out in counts pro rata. A
/// month without sales adds its days.
fn count_back(sales: &ByMonth, last: Day, outstanding: Amount) -> CountBack {
    let mut month = last.first_of_month();
    let mut months = Vec::new();
    let mut left = outstanding;
    let first_month = sales.keys().next().copied().unwrap_or(month);
    while left.is_debit() {
        if month < first_month {
            return CountBack { months, days: None };
        }
        let sold = sales.get(&month).copied().unwrap_or_default();
        let used = sold.debit_part().min(left);
        months.push(UsedMonth { month, days: Days(days_of(month, last)), sold, used });
        left -= used;
        month = month.minus_months(1);
    }
    let (last_month, whole) = months.split_last().map_or((None, &[][..]), |(last, whole)| (Some(last), whole));
    let whole_days: i128 = whole.iter().map(|month| i128::from(month.days.0)).sum();
    let days = match last_month {
        Some(month) => {
            Ratio::of(month.used, month.sold).map(|part| part.times(i128::from(month.days.0)).plus_whole(whole_days))
        }
        None => Ratio::new(0, 1),
    };
    CountBack { months, days }
}

/// Adds up, by month of issue, the open part of its sales times its days. Payments that clear nothing belong to no
/// month; a month that sold nothing and has something open counts whole.
fn sales_weighted(sales: &ByMonth, open: &OpenItems) -> Option<Ratio> {
    let items = open.items.iter().filter(|item| is_sale(item.kind) && counts(item.account_class));
    let open_by_month = by_month(items.map(|item| (item.day, item.residual)));
    let mut sum = 0;
    for (month, amount) in open_by_month.iter().filter(|(_, amount)| !amount.is_zero()) {
        let sold = sales.get(month).copied().unwrap_or_default();
        let part = Ratio::of(*amount, sold).or(Ratio::new(1, 1))?;
        sum += i128::from(part.times(i128::from(days_of(*month, open.as_of.day()))).scaled(DIGITS));
    }
    Ratio::new(sum, 10_i128.pow(DIGITS)).filter(|_| !sales.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sold(months: &[(&str, i64)]) -> ByMonth {
        months.iter().map(|(month, units)| (month.parse().unwrap(), Amount::from_minor(units * 100))).collect()
    }

    fn counted(months: &[(&str, i64)], last: &str, outstanding: i64) -> Result<i64, i32> {
        let counted = count_back(&sold(months), last.parse().unwrap(), Amount::from_minor(outstanding * 100));
        counted.days.map(|days| days.scaled(2)).ok_or(counted.whole_days().0)
    }

    #[test]
    fn published_count_back() {
        let autumn = [("2025-09-01", 700), ("2025-10-01", 800), ("2025-11-01", 1_200)];
        assert_eq!(counted(&autumn, "2025-11-30", 2_500), Ok(8_243), "domain.md 6: 82.4");
        let third = [("2026-07-01", 50_000), ("2026-08-01", 35_000), ("2026-09-01", 40_000)];
        assert_eq!(counted(&third, "2026-09-30", 100_000), Ok(7_650), "features.md AN4: 76.5");
    }

    #[test]
    fn months_without_sales_count_and_the_end_of_the_file_is_said() {
        let gap = [("2026-07-01", 300), ("2026-08-01", -50), ("2026-09-01", 100)];
        assert_eq!(counted(&gap, "2026-09-30", 250), Ok(7_650), "30 + 31 + 150 / 300 of 31");
        assert_eq!(counted(&gap, "2026-09-30", 1_000), Err(92));
        assert_eq!(counted(&[], "2026-09-30", 10), Err(30));
        assert_eq!(counted(&gap, "2026-09-30", -10), Ok(0));
    }

    #[test]
    fn published_simple_days() {
        let days = |part: i64, sales: i64| {
            Ratio::of(Amount::from_minor(part), Amount::from_minor(sales)).unwrap().times(365).scaled(1)
        };
        assert_eq!((days(1_200_000, 10_000_000), days(800_000, 10_000_000)), (438, 292));
        assert_eq!(days(1_200_000 - 800_000, 10_000_000), 146, "domain.md 6: 14.6");
    }
}
