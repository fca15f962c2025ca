//! The longest payment period between businesses in France (C. com. L441-10 I, domain.md 1.1): sixty days from the
//! invoice, or, where the contract says so expressly, forty-five days and the month's end, by either computation that
//! the administration accepts. Sectors with other periods (L441-11 and following) are not told apart here.

use crate::{Form, PaymentTerms};
use values::{Day, Days};

/// Days from the invoice that may be agreed.
pub const DAYS_MAX: u32 = 60;
/// Days that may be agreed with the month's end.
pub const MONTH_END_DAYS_MAX: u32 = 45;

/// What the law says of a delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// Sixty days or fewer.
    Kept,
    /// More, but within forty-five days and the month's end: lawful where the contract says so.
    IfStated,
    /// So many days beyond the latest lawful day.
    Over(u32),
}

/// What the law says of an invoice of a day due on another.
pub fn delay(issued: Day, due: Day) -> Delay {
    let plain = issued + Days(DAYS_MAX as i32);
    if due <= plain {
        return Delay::Kept;
    }
    let days_first = PaymentTerms::plain(Form::DaysEndOfMonth(MONTH_END_DAYS_MAX)).due_day(issued);
    let month_first = PaymentTerms::plain(Form::EndOfMonthDays(MONTH_END_DAYS_MAX)).due_day(issued);
    let latest = days_first.max(month_first);
    match u32::try_from((due - latest.max(plain)).0) {
        Ok(0) | Err(_) => Delay::IfStated,
        Ok(days) => Delay::Over(days),
    }
}

/// The last lawful day for an invoice under known terms: sixty days, or their own day where they stipulate the month's end
/// within forty-five days, by the reading they have.
pub fn last_lawful_day(terms: Option<PaymentTerms>, issued: Day) -> Day {
    let plain = issued + Days(DAYS_MAX as i32);
    let month_end = terms.filter(|terms| terms.on_the.is_none()).is_some_and(|terms| match terms.form {
        Form::DaysEndOfMonth(days) | Form::EndOfMonthDays(days) => days <= MONTH_END_DAYS_MAX,
        Form::MonthsEndOfMonth(months) => months * 30 <= MONTH_END_DAYS_MAX,
        Form::Cash | Form::Net(_) => false,
    });
    terms.filter(|_| month_end).map_or(plain, |terms| plain.max(terms.due_day(issued)))
}

/// Whether agreed terms pass the ceiling. Terms put off to a day of the next month do where they pass it on most days
/// of a year: a few lucky dates make no terms lawful, a few unlucky ones no clause unlawful.
pub fn is_over(terms: PaymentTerms) -> bool {
    if terms.on_the.is_some() {
        let days = (0..DAYS_OF_YEAR).map(|day| Day::EPOCH + Days(day));
        let over = days.filter(|day| matches!(delay(*day, terms.due_day(*day)), Delay::Over(_)));
        return over.count() * 2 > DAYS_OF_YEAR as usize;
    }
    match terms.form {
        Form::Cash => false,
        Form::Net(days) => days > DAYS_MAX,
        Form::DaysEndOfMonth(days) | Form::EndOfMonthDays(days) => days > MONTH_END_DAYS_MAX,
        Form::MonthsEndOfMonth(months) => months * 30 > MONTH_END_DAYS_MAX,
    }
}

/// 1970 is a plain year.
const DAYS_OF_YEAR: i32 = 365;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_measured_from_the_latest_lawful_day() {
        let seen = |issued: &str, due: &str| delay(issued.parse().unwrap(), due.parse().unwrap());
        assert_eq!(seen("2026-04-15", "2026-06-14"), Delay::Kept);
        // 45 days then the month's end: 31 May; the month's end then 45 days: 14 June.
        assert_eq!(seen("2026-04-15", "2026-06-15"), Delay::Over(1));
        assert_eq!(seen("2026-04-17", "2026-06-30"), Delay::IfStated);
        assert_eq!(seen("2026-04-17", "2026-07-01"), Delay::Over(1));
        assert_eq!(seen("2026-01-15", "2026-04-15"), Delay::Over(15));
        assert_eq!(seen("2026-01-15", "2026-01-10"), Delay::Kept);
    }

    #[test]
    fn sixty_days_end_of_month_pass_the_sixty_days() {
        let last = |words: &str, issued: &str| {
            let (terms, issued) = (PaymentTerms::parse(words).unwrap(), issued.parse().unwrap());
            (
                last_lawful_day(Some(terms), issued).to_string(),
                terms.due_day(issued) - last_lawful_day(Some(terms), issued),
            )
        };
        // features.md LW7: due 31 March 2025, fifteen days beyond 16 March.
        assert_eq!(last("60 jours fin de mois", "2025-01-15"), ("2025-03-16".to_owned(), Days(15)));
        assert_eq!(last("45 jours fin de mois", "2025-01-15"), ("2025-03-31".to_owned(), Days(0)));
        assert_eq!(last("fin de mois + 45", "2025-01-31"), ("2025-04-01".to_owned(), Days(-15)));
        assert_eq!(last("90 jours", "2025-01-15"), ("2025-03-16".to_owned(), Days(30)));
        assert_eq!(last("45 jours fin de mois le 10", "2025-01-15"), ("2025-03-16".to_owned(), Days(25)));
    }

    #[test]
    fn terms_are_judged_by_what_they_say() {
        let over = |words: &str| is_over(PaymentTerms::parse(words).unwrap());
        for lawful in ["60 jours", "30 jours fin de mois", "45 jours fin de mois", "fin de mois + 45", "comptant"] {
            assert!(!over(lawful), "{lawful}");
        }
        for unlawful in ["90 jours", "61 jours", "60 jours fin de mois", "45 jours fin de mois le 15"] {
            assert!(over(unlawful), "{unlawful}");
        }
    }
}
