//! How recent the files are: a payment that came after the extraction would make a reminder wrong.

use ledger::{EntryKind, Ledger};
use values::{AsOf, Day};

/// Business days after which the last payment is too old to write to anybody without asking.
pub const BUSINESS_DAYS_MAX: u32 = 10;
/// Business days at which the whole weight of the criterion is lost.
pub(crate) const BUSINESS_DAYS_WORST: u32 = 40;

/// The last movements up to the as-of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Day of the last invoice.
    pub last_invoice: Option<Day>,
    /// Business days from it to the as-of day.
    pub invoice_age: Option<u32>,
    /// Day of the last payment; none where the files tell of no dated payment.
    pub last_payment: Option<Day>,
    /// Business days from it to the as-of day.
    pub payment_age: Option<u32>,
}

impl Freshness {
    /// The last movements of ledgers read from the same files: one extraction, whatever the currencies.
    pub fn of_all<'a>(ledgers: impl IntoIterator<Item = &'a Ledger>, as_of: AsOf) -> Freshness {
        let each = ledgers.into_iter().map(|ledger| Freshness::of(ledger, as_of));
        each.fold(Freshness::aged(None, None, as_of), |known, other| {
            let invoice = known.last_invoice.max(other.last_invoice);
            Freshness::aged(invoice, known.last_payment.max(other.last_payment), as_of)
        })
    }

    /// The last movements of a ledger.
    pub(crate) fn of(ledger: &Ledger, as_of: AsOf) -> Freshness {
        let last = |kind: EntryKind| {
            let days = ledger.movements().take_while(|(day, ..)| *day <= as_of.day());
            days.filter(|(_, moved, ..)| *moved == kind).map(|(day, ..)| day).last()
        };
        Freshness::aged(last(EntryKind::Invoice), last(EntryKind::Payment), as_of)
    }

    fn aged(last_invoice: Option<Day>, last_payment: Option<Day>, as_of: AsOf) -> Freshness {
        let age = |day: Option<Day>| day.map(|day| business_days(day, as_of.day()));
        Freshness { last_invoice, invoice_age: age(last_invoice), last_payment, payment_age: age(last_payment) }
    }

    /// Age of what tells how recent the files are: the last payment, else the last invoice.
    pub fn age(&self) -> Option<u32> {
        self.payment_age.or(self.invoice_age)
    }

    /// Whether it is too old: more than ten business days.
    pub fn stale(&self) -> bool {
        self.age().is_some_and(|age| age > BUSINESS_DAYS_MAX)
    }
}

/// Business days after `from`, up to `to`: Monday to Friday. Public holidays count, as they differ by place.
pub fn business_days(from: Day, to: Day) -> u32 {
    let days = (to - from).0;
    let Ok(days) = u32::try_from(days) else { return 0 };
    let (weeks, rest) = (days / 7, days % 7);
    // Monday is 1, Saturday 6, Sunday 7.
    let partial = (1..=rest).filter(|step| !matches!((from.weekday() - 1 + step) % 7, 5 | 6)).count();
    weeks * 5 + partial as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Days;

    #[test]
    fn weekends_do_not_count() {
        let days = |from: &str, to: &str| business_days(from.parse().unwrap(), to.parse().unwrap());
        // 2026-09-30 is a Wednesday.
        assert_eq!(days("2026-09-30", "2026-09-30"), 0);
        assert_eq!(days("2026-09-25", "2026-09-28"), 1);
        assert_eq!(days("2026-09-26", "2026-09-28"), 1);
        assert_eq!(days("2026-09-16", "2026-09-30"), 10);
        assert_eq!(days("2026-09-15", "2026-09-30"), 11);
        assert_eq!(days("2026-10-01", "2026-09-30"), 0);
        // Against counting one by one.
        let start: Day = "2025-12-28".parse().unwrap();
        for length in 0..40 {
            let one_by_one = (1..=length).filter(|step| (start + Days(*step)).weekday() < 6).count();
            assert_eq!(business_days(start, start + Days(length)) as usize, one_by_one, "{length}");
        }
    }
}
