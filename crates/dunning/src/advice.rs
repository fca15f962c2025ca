//! What a call is worth: it costs ten times a letter (features.md S89), so it is made where the segment asks for it or
//! where the amount brings more than it costs.

use crate::{Assumptions, Channel, Costs, Plan, Policy};
use values::Amount;

/// Cost of credit a year, in hundredths of a percent, unless a person says otherwise: 8 %, what short-term credit to a
/// small firm costs.
pub const CREDIT_COST: u32 = 800;

/// The amount from which a call costs less than the days it gains over a letter are worth; `None` where it never does.
pub fn call_threshold(costs: &Costs, credit_cost: u32, assumptions: &Assumptions) -> Option<Amount> {
    let cost = |channel| costs.get(&channel).copied().unwrap_or_default();
    let dearer = cost(Channel::Phone) - cost(Channel::Email).min(cost(Channel::Letter));
    let days = i64::from(assumptions.call_days.0 - assumptions.written_days.0);
    if days <= 0 || credit_cost == 0 {
        return None;
    }
    // amount × rate × days / 365 = dearer, rounded up.
    let (above, below) = (i128::from(dearer.minor()) * 10_000 * 365, i128::from(credit_cost) * i128::from(days));
    i64::try_from((above + below - 1) / below).ok().map(Amount::from_minor)
}

/// What the calls and letters of a plan look like against the threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelAdvice {
    /// Calls for less than the threshold.
    pub calls_below: u32,
    /// What writing instead would save, in euro cents.
    pub saving: Amount,
    /// Written messages for the threshold or more about what is overdue: worth a call.
    pub written_above: u32,
}

/// Looks at the contacts of a plan.
pub fn advise(policy: &Policy, plan: &Plan, threshold: Amount) -> ChannelAdvice {
    let mut advice = ChannelAdvice::default();
    let written = policy.cost(Channel::Email);
    for action in &plan.actions {
        match action.channel {
            Channel::Phone if action.amount < threshold => {
                advice.calls_below += 1;
                advice.saving += policy.cost(Channel::Phone) - written;
            }
            Channel::Email | Channel::Letter | Channel::Sms
                if action.amount >= threshold && action.items.iter().any(crate::ActionItem::is_overdue) =>
            {
                advice.written_above += 1;
            }
            Channel::Phone
            | Channel::Email
            | Channel::Letter
            | Channel::Sms
            | Channel::RegisteredLetter
            | Channel::Internal => {}
        }
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn costs() -> Costs {
        Costs::from([
            (Channel::Phone, Amount::from_minor(1_250)),
            (Channel::Email, Amount::from_minor(125)),
            (Channel::Letter, Amount::from_minor(125)),
        ])
    }

    #[test]
    fn forty_calls_and_two_hundred_mails_cost_750() {
        let cost = |channel: Channel, count: i64| costs().get(&channel).unwrap().minor() * count;
        assert_eq!(cost(Channel::Phone, 40) + cost(Channel::Email, 200), 75_000);
    }

    #[test]
    fn a_call_pays_from_the_amount_whose_days_are_worth_its_cost() {
        // 11.25 dearer, four days more, 8 % a year: 11.25 × 365 / (0.08 × 4) = 12,832.03.
        let threshold = call_threshold(&costs(), CREDIT_COST, &Assumptions::default());
        assert_eq!(threshold, Some(Amount::from_minor(1_283_204)));
        assert_eq!(call_threshold(&costs(), 0, &Assumptions::default()), None);
    }
}
