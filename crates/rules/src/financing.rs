//! What it costs to get paid otherwise: an early-payment discount as a yearly rate, a factor, a bank (domain.md 4.2, features.md
//! LW9). Whole numbers throughout, so that every machine gives the same digits.

use crate::rates::Rate;
use values::{Amount, Days, Ratio};

/// A discount for paying so many days early, as yearly rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscountCost {
    /// Simple interest on what is paid: `p / (1 - p) × year / days`.
    pub simple: Rate,
    /// The same, compounded; `None` beyond 100,000 %.
    pub compound: Option<Rate>,
}

/// The yearly cost of a discount for paying `days_early` days before the due day, on a year of 365 or 360 days. `None` for a
/// discount of nothing or everything, for no day gained, and beyond 100,000 % a year.
pub fn discount_cost(discount: Rate, days_early: Days, year: u32) -> Option<DiscountCost> {
    let (part, whole) = (i128::from(discount.units()), i128::from(Rate::WHOLE));
    if part <= 0 || part >= whole || days_early.0 <= 0 {
        return None;
    }
    let (days, year) = (i128::from(days_early.0), i128::from(year));
    let simple = Ratio::new(part * year, (whole - part) * days)?;
    let exponent = logarithm(part, whole) * year / days;
    let growth = exponential(exponent).map(|growth| Ratio::new(growth - ONE, ONE));
    Some(DiscountCost { simple: rate(simple)?, compound: growth.flatten().and_then(rate) })
}

/// The discount that costs as much as financing the days at a yearly rate: `r × days / (year + r × days)`.
pub fn break_even_discount(financing: Rate, days_early: Days, year: u32) -> Option<Rate> {
    let cost = i128::from(financing.units()) * i128::from(days_early.0);
    rate(Ratio::new(cost, i128::from(year) * i128::from(Rate::WHOLE) + cost)?)
}

/// A share of an amount, to the minor unit: what a factor takes on the turnover it covers.
pub fn commission(turnover: Amount, share: Rate) -> Amount {
    amount(Ratio::new(i128::from(turnover.minor()) * i128::from(share.units()), i128::from(Rate::WHOLE)))
}

/// Simple interest of an amount over days of a year of 365: what a bank takes for carrying what is late.
pub fn carrying_cost(carried: Amount, rate: Rate, days: Days) -> Amount {
    let interest = i128::from(carried.minor()) * i128::from(rate.units()) * i128::from(days.0);
    amount(Ratio::new(interest, 365 * i128::from(Rate::WHOLE)))
}

fn amount(of: Option<Ratio>) -> Amount {
    of.map(|ratio| Amount::from_minor(ratio.scaled(0))).unwrap_or_default()
}

/// A ratio as a rate; `None` beyond 100,000 %.
fn rate(of: Ratio) -> Option<Rate> {
    let units = i32::try_from(of.scaled(6)).ok().filter(|units| *units <= 1_000 * Rate::WHOLE)?;
    Some(Rate::of_units(units))
}

/// One, in fixed point.
const ONE: i128 = 1_000_000_000_000_000;

/// `ln(whole / (whole - part))`: twice the area tangent of `part / (2 whole - part)`, by its series.
fn logarithm(part: i128, whole: i128) -> i128 {
    let z = part * ONE / (2 * whole - part);
    let square = z * z / ONE;
    let (mut power, mut sum, mut odd) = (z, 0, 1);
    while power > 0 {
        sum += power / odd;
        power = power * square / ONE;
        odd += 2;
    }
    2 * sum
}

/// `e` to a power, by its series on a sixty-fourth of it; `None` above 7, a growth beyond 100,000 %.
fn exponential(power: i128) -> Option<i128> {
    const HALVINGS: u32 = 6;
    if power > 7 * ONE {
        return None;
    }
    let small = power >> HALVINGS;
    let (mut term, mut sum, mut count) = (ONE, 0, 1);
    while term > 0 {
        sum += term;
        term = term * small / ONE / count;
        count += 1;
    }
    Some((0..HALVINGS).fold(sum, |value, _| value * value / ONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(percent: &str, days: i32, year: u32) -> String {
        let cost = discount_cost(Rate::parse(percent).unwrap(), Days(days), year);
        let two = |rate: Rate| Ratio::new(rate.units().into(), 100).unwrap().scaled(0);
        cost.map_or("none".to_owned(), |cost| format!("{} {:?}", two(cost.simple), cost.compound.map(two)))
    }

    #[test]
    fn discounts_cost_what_the_handbook_says() {
        assert_eq!(cost("2", 20, 365), "3724 Some(4459)");
        assert_eq!(cost("2", 20, 360), "3673 Some(4386)");
        assert_eq!(cost("1", 20, 365), "1843 Some(2013)");
        assert_eq!(cost("3", 52, 365), "2171 Some(2384)");
        for nothing in [cost("0", 20, 365), cost("100", 20, 365), cost("2", 0, 365)] {
            assert_eq!(nothing, "none");
        }
        assert_eq!(cost("90", 30, 365), "1095000 None", "compounded beyond all bounds");
        assert_eq!(cost("99", 1, 365), "none");
    }

    #[test]
    fn factor_bank_and_break_even() {
        let minor = Amount::from_minor;
        assert_eq!(commission(minor(120_000_000), Rate::hundredths(400)), minor(4_800_000));
        assert_eq!(carrying_cost(minor(10_000_000), Rate::hundredths(600), Days(73)), minor(120_000));
        assert_eq!(carrying_cost(minor(1), Rate::hundredths(600), Days(365)), minor(0));
        // At this rate the discount costs as much as the bank: the two formulas undo each other.
        let even = break_even_discount(Rate::parse("37.2449").unwrap(), Days(20), 365).unwrap();
        assert_eq!(even, Rate::parse("2").unwrap());
    }
}
