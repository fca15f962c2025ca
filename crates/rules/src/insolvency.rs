//! What insolvency proceedings of a customer ask of its creditors (C. com. L622-7, L622-24, R622-24; domain.md 1.11).

use crate::calendar::Calendar;
use values::Day;

/// The last day to declare a claim: two months after the judgment is published (R622-24), to the same day number; one
/// that falls on a Saturday, a Sunday or a holiday moves to the next business day (C. pr. civ. art. 641 and 642).
pub fn claim_deadline(published: Day) -> Day {
    Calendar::default().next_business_day(published.plus_months(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_months_and_no_day_off() {
        let deadline = |published: &str| claim_deadline(published.parse().unwrap()).to_string();
        assert_eq!(deadline("2026-03-10"), "2026-05-11", "10 May is a Sunday");
        assert_eq!(deadline("2026-03-01"), "2026-05-04", "1 May is a holiday, then a week-end");
        assert_eq!(deadline("2026-01-20"), "2026-03-20");
        assert_eq!(deadline("2025-12-31"), "2026-03-02", "28 February is a Saturday");
    }
}
