//! Late-payment interest of one claim, segment by segment (domain.md 1.2, 1.6, 1.7, 2). A segment is a run of days with one
//! principal and one rate, never across a half-year: it is rounded once, half up, and the segments sum to the interest
//! exactly. The unrounded sum is kept beside it. The due day bears none; the day of a payment still bears all of it.

mod balance;
mod exact;
mod regime;
#[cfg(test)]
mod tests;

pub use balance::{Allocation, Balance};
pub use exact::{DayCount, Exact};
pub use regime::{Applied, Base, Indemnity, NoIndemnity, Regime, Rule, RuleRefused};

use crate::rates::{HalfYear, RateUnknown, Rates};
use values::{Amount, Arrange, Currency, Day, Days};

/// What is owed, and when something was paid on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'a> {
    /// The debt, taxes included.
    pub principal: Amount,
    /// Its currency.
    pub currency: Currency,
    /// The day payment is due.
    pub due: Day,
    /// The last day counted.
    pub until: Day,
    /// Payments by day, in any order; those after `until` do not count yet.
    pub payments: &'a [(Day, Amount)],
    /// Costs claimed beside the debt; they bear no interest.
    pub costs: Amount,
    /// The day a formal notice was received: interest of a consumer runs from the day after.
    pub notice: Option<Day>,
    /// The day insolvency proceedings of the debtor were opened: interest stops the day before (C. com. L622-28).
    pub insolvency: Option<Day>,
}

/// Choices of computation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// Days of a year.
    pub day_count: DayCount,
    /// What a payment pays first.
    pub allocation: Allocation,
}

/// A run of days with one principal and one rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// First day that bears interest.
    pub from: Day,
    /// Last day that does.
    pub to: Day,
    /// Days, both included.
    pub days: Days,
    /// What bears interest.
    pub principal: Amount,
    /// At what rate, and why.
    pub applied: Applied,
    /// The interest, to the minor unit.
    pub interest: Amount,
    /// The same before it was rounded.
    pub exact: Exact,
}

/// What the law's minimum would give where a rate lies below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// The interest with every rate lifted to the minimum.
    pub interest: Amount,
    /// The half-years in which the rate lies below it.
    pub half_years: Vec<HalfYear>,
}

/// Late-payment interest, with all it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateInterest {
    /// Day after day.
    pub segments: Vec<Segment>,
    /// The sum of the segments.
    pub interest: Amount,
    /// The sum of the segments before rounding.
    pub exact: Exact,
    /// The fixed sum.
    pub indemnity: Indemnity,
    /// What is left to pay, the fixed sum apart.
    pub left: Balance,
    /// Interest that payments have paid.
    pub interest_paid: Amount,
    /// Paid beyond all that was owed.
    pub overpaid: Amount,
    /// What another day costs after the last one counted.
    pub per_day: Amount,
    /// Where a rate lies below the minimum of the law.
    pub floor: Option<Floor>,
}

/// Why interest is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterestRefused {
    /// A rate is not known.
    RateUnknown(RateUnknown),
    /// The rule holds only for claims due from a day on.
    Before(Day),
}

impl From<RateUnknown> for InterestRefused {
    fn from(unknown: RateUnknown) -> InterestRefused {
        InterestRefused::RateUnknown(unknown)
    }
}

/// Late-payment interest of a claim. Refuses a day whose rate is not known, and a claim older than the rule.
pub fn late_interest(
    claim: &Claim<'_>,
    rule: Rule,
    method: Method,
    rates: &Rates,
) -> Result<LateInterest, InterestRefused> {
    if let Some(since) = rule.regime().since().filter(|since| claim.due < *since) {
        return Err(InterestRefused::Before(since));
    }
    let run = Run::of(claim, rule, method, rates, false)?;
    let below: Vec<HalfYear> =
        run.segments.iter().filter(|of| of.applied.below_floor()).map(Segment::half_year).collect();
    let floor = match below.is_empty() {
        true => None,
        false => Some(Floor {
            interest: Run::of(claim, rule, method, rates, true)?.interest(),
            half_years: below.chunk_by(|a, b| a == b).filter_map(|run| run.first().copied()).collect(),
        }),
    };
    let stopped = claim.insolvency.is_some_and(|opened| opened <= claim.until);
    let last_rate = run.segments.last().filter(|_| !stopped).map(|segment| segment.applied.rate);
    let per_day = last_rate.map(|rate| method.day_count.interest(run.balance.principal, rate, claim.until, Days(1)));
    let interest = run.interest();
    Ok(LateInterest {
        interest,
        exact: run.segments.iter().map(|segment| segment.exact).sum(),
        indemnity: rule.regime().indemnity(claim, run.late_principal),
        left: run.balance,
        interest_paid: interest - run.balance.interest,
        overpaid: run.overpaid,
        per_day: per_day.map(Exact::rounded).unwrap_or_default(),
        floor,
        segments: run.segments,
    })
}

impl Segment {
    /// The half-year it lies in.
    pub fn half_year(&self) -> HalfYear {
        HalfYear::of(self.from)
    }
}

/// A computation under way.
struct Run {
    balance: Balance,
    /// The debt unpaid when it became late.
    late_principal: Amount,
    overpaid: Amount,
    segments: Vec<Segment>,
}

impl Run {
    fn of(claim: &Claim<'_>, rule: Rule, method: Method, rates: &Rates, lifted: bool) -> Result<Run, RateUnknown> {
        let mut payments: Vec<(Day, Amount)> = claim.payments.to_vec();
        payments.retain(|(day, amount)| *day <= claim.until && amount.is_debit());
        payments.arrange();
        let mut payments = payments.into_iter().peekable();
        let balance = Balance { principal: claim.principal.debit_part(), interest: Amount::ZERO, costs: claim.costs };
        let mut run = Run { balance, late_principal: balance.principal, overpaid: Amount::ZERO, segments: Vec::new() };
        while let Some((_, amount)) = payments.next_if(|(day, _)| *day <= claim.due) {
            run.pay(amount, method.allocation);
        }
        run.late_principal = run.balance.principal;
        let start = rule.regime().first_day(claim);
        while let Some((_, amount)) = payments.next_if(|(day, _)| start.is_none_or(|start| *day < start)) {
            run.pay(amount, method.allocation);
        }
        let stop = claim.insolvency.map_or(claim.until, |opened| claim.until.min(opened - Days(1)));
        let Some(start) = start else { return Ok(run) };
        let mut from = start;
        while from <= stop && run.balance.principal.is_debit() {
            let next_payment = payments.peek().map_or(stop, |(day, _)| *day);
            let to = stop.min(next_payment).min(HalfYear::of(from).last_day());
            let mut applied = rule.applied(start, HalfYear::of(from), rates)?;
            if lifted {
                applied.lift();
            }
            run.accrue(from, to, applied, method.day_count);
            while let Some((_, amount)) = payments.next_if(|(day, _)| *day <= to) {
                run.pay(amount, method.allocation);
            }
            from = to + Days(1);
        }
        payments.for_each(|(_, amount)| run.pay(amount, method.allocation));
        Ok(run)
    }

    fn accrue(&mut self, from: Day, to: Day, applied: Applied, day_count: DayCount) {
        let (principal, days) = (self.balance.principal, Days((to - from).0 + 1));
        let exact = day_count.interest(principal, applied.rate, from, days);
        let interest = exact.rounded();
        self.balance.interest += interest;
        self.segments.push(Segment { from, to, days, principal, applied, interest, exact });
    }

    fn pay(&mut self, amount: Amount, allocation: Allocation) {
        self.overpaid += self.balance.pay(amount, allocation);
    }

    fn interest(&self) -> Amount {
        self.segments.iter().map(|segment| segment.interest).sum()
    }
}
