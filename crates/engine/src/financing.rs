//! What it costs to get paid otherwise, in the rows of the contract.

use crate::failures;
use protocol::{DiscountCost, Failure, FinancingCosts, FinancingQuery, MoneyCost};
use rules::financing;
use rules::rates::Rate;
use text::Language;
use values::Days;

/// What a factor takes unless said otherwise: up to 4 % of the turnover it covers.
const COMMISSION: Rate = Rate::hundredths(400);
/// Days of the years a discount is brought to.
const YEAR: u32 = 365;
const BANK_YEAR: u32 = 360;
/// Days of any delay at most: ten years.
const DAYS_MAX: u32 = 3_660;

/// The cost of a factor, of a bank and of an early-payment discount, each where its figures are given.
pub fn financing_costs(query: &FinancingQuery, language: Language) -> Result<FinancingCosts, Failure> {
    let percent = |given: &Option<String>| match given.as_deref() {
        Some(text) => match Rate::parse(text).filter(|rate| *rate >= Rate::default()) {
            Some(rate) => Ok(Some(rate)),
            None => Err(failures::failure("financing", language.interest_rate_unreadable(text), "")),
        },
        None => Ok(None),
    };
    let refused = || failures::failure("financing", language.financing_refused(), language.financing_advice());
    let days = |given: Option<u32>| given.filter(|days| *days <= DAYS_MAX).map(|days| Days(days as i32));
    let bank_rate = percent(&query.bank_rate_percent)?;
    let commission = percent(&query.commission_percent)?;
    let factor = match query.turnover.filter(|turnover| turnover.is_debit()) {
        Some(turnover) => {
            let share = commission.unwrap_or(COMMISSION);
            let amount = financing::commission(turnover, share);
            let (of, cost) = (language.money(turnover, query.currency), language.money(amount, query.currency));
            Some(MoneyCost { amount, text: language.factor_text(&of, &share.to_string(), &cost) })
        }
        None if query.turnover.is_some() || commission.is_some() => return Err(refused()),
        None => None,
    };
    let bank = match (query.overdue.filter(|overdue| overdue.is_debit()), bank_rate, days(query.overdue_days)) {
        (Some(overdue), Some(rate), Some(days)) => {
            let amount = financing::carrying_cost(overdue, rate, days);
            let (of, cost) = (language.money(overdue, query.currency), language.money(amount, query.currency));
            Some(MoneyCost { amount, text: language.bank_text(&of, &rate.to_string(), days.0, &cost) })
        }
        _ if query.overdue.is_some() || query.overdue_days.is_some() => return Err(refused()),
        _ => None,
    };
    let discount = match (percent(&query.discount_percent)?, days(query.discount_days), days(query.net_days)) {
        (Some(percent), Some(early), Some(net)) => {
            let gained = Days(net.0 - early.0);
            Some(discount(percent, gained, bank_rate, language).ok_or_else(refused)?)
        }
        (None, None, None) => None,
        _ => return Err(refused()),
    };
    if factor.is_none() && bank.is_none() && discount.is_none() {
        return Err(refused());
    }
    Ok(FinancingCosts { factor, bank, discount })
}

fn discount(percent: Rate, gained: Days, bank: Option<Rate>, language: Language) -> Option<DiscountCost> {
    let cost = financing::discount_cost(percent, gained, YEAR)?;
    let on_360 = financing::discount_cost(percent, gained, BANK_YEAR)?;
    Some(DiscountCost {
        days: u32::try_from(gained.0).ok()?,
        simple_percent: cost.simple.rounded().to_string(),
        compound_percent: cost.compound.map(|rate| rate.rounded().to_string()),
        simple360_percent: on_360.simple.rounded().to_string(),
        break_even_percent: bank
            .and_then(|rate| financing::break_even_discount(rate, gained, YEAR))
            .map(|rate| rate.rounded().to_string()),
        text: language.discount_cost_text(&percent.to_string(), gained.0),
    })
}
