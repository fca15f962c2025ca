//! A policy looked at before it is used: the remarks of the linter, and the back-test on the ledger's own past.

use crate::policy::{parse, parse_or_default};
use crate::{Session, failures};
use dunning::{Assumptions, PRESETS, Policy, Simulated, WARM_UP, lint, simulate, weeks};
use ledger::Ledger;
use protocol::{
    ChannelCost, Failure, PolicyCheck, PolicyQuery, PolicyRemark, SimulatedCurrency, SimulatedPolicy, SimulatedWeek,
    Simulation, SimulationAssumptions, SimulationQuery,
};
use text::Language;
use text::letters::NAMES;
use values::{Amount, AsOf, Days, Ratio};

/// Policies tried at once, at most.
const POLICIES_MAX: usize = 4;
/// Months played unless asked otherwise, and at most.
const MONTHS: u32 = 12;
const MONTHS_MAX: u32 = 36;
/// Days an assumption may state, at most.
const ASSUMED_DAYS_MAX: u32 = 60;

/// What the linter says of a policy: the default one unless another is given.
pub fn policy_check(json: Option<&str>, language: Language) -> Result<PolicyCheck, Failure> {
    Ok(checked(&parse_or_default(json, language)?, language))
}

pub(crate) fn checked(policy: &Policy, language: Language) -> PolicyCheck {
    let remarks = lint(policy, &NAMES).into_iter().map(|one| PolicyRemark {
        rule: one.rule.key().to_owned(),
        grave: one.rule.is_grave(),
        text: language.policy_lint(one.rule.key(), &one.seen),
        path: one.path,
    });
    PolicyCheck {
        policy: policy.id.clone(),
        name: name(policy, language),
        remarks: remarks.collect(),
        presets: PRESETS.iter().map(|preset| preset.id.to_owned()).collect(),
    }
}

fn name(policy: &Policy, language: Language) -> String {
    let [french, english] = &policy.name;
    language.pick(french, english).to_owned()
}

impl Session {
    /// What the linter says of a policy: the dossier's own unless another is given.
    pub fn policy_check(&self, query: &PolicyQuery, language: Language) -> Result<PolicyCheck, Failure> {
        Ok(checked(&self.policy_or_saved(query.policy.as_deref(), language)?, language))
    }

    /// One to four policies tried on the ledger's own past.
    pub fn simulate(&self, query: &SimulationQuery, language: Language) -> Result<Simulation, Failure> {
        self.check_day(query.as_of, language)?;
        let months = query.months.unwrap_or(MONTHS);
        let assumed = query.assumptions.unwrap_or_else(usual);
        let stated = [assumed.written_days, assumed.call_days, assumed.reaction_days, assumed.needless_days];
        let too_many = query.policies.len() > POLICIES_MAX || !(1..=MONTHS_MAX).contains(&months);
        if too_many || stated.iter().any(|days| *days > ASSUMED_DAYS_MAX) {
            return Err(failures::failure("simulation", language.simulation_refused(), language.range_advice()));
        }
        let policies: Vec<Policy> = match query.policies.as_slice() {
            [] => vec![self.policy_or_saved(None, language)?],
            asked => {
                let own = |json: &String| json.trim() == "null";
                let one = |json: &String| match own(json) {
                    true => self.policy_or_saved(None, language),
                    false => parse(json, language),
                };
                asked.iter().map(one).collect::<Result<_, _>>()?
            }
        };
        let from = query.as_of.minus_months(months) + Days(1);
        let assumptions = assumptions(&assumed);
        let try_on = |policy: &Policy| {
            let each = self.ledgers().iter().zip(self.profiles(policy, query.as_of));
            let currencies = each.map(|(ledger, known)| {
                currency(ledger, policy, &simulate(policy, ledger, &known, from, AsOf(query.as_of), &assumptions))
            });
            SimulatedPolicy {
                policy: policy.id.clone(),
                name: name(policy, language),
                currencies: currencies.collect(),
            }
        };
        Ok(Simulation {
            from,
            to: query.as_of,
            assumptions: assumed,
            assumed: language.simulation_assumptions(
                assumptions.written_days.0,
                assumptions.call_days.0,
                assumptions.reaction_days.0,
                assumptions.needless_days.0,
                WARM_UP.0,
            ),
            policies: policies.iter().map(try_on).collect(),
        })
    }
}

/// What is assumed unless a person says otherwise.
fn usual() -> SimulationAssumptions {
    let days = |days: Days| days.0.unsigned_abs();
    let usual = Assumptions::default();
    SimulationAssumptions {
        written_days: days(usual.written_days),
        call_days: days(usual.call_days),
        reaction_days: days(usual.reaction_days),
        needless_days: days(usual.needless_days),
    }
}

fn assumptions(stated: &SimulationAssumptions) -> Assumptions {
    let days = |days: u32| Days(i32::try_from(days).unwrap_or(0));
    Assumptions {
        written_days: days(stated.written_days),
        call_days: days(stated.call_days),
        reaction_days: days(stated.reaction_days),
        needless_days: days(stated.needless_days),
    }
}

fn currency(ledger: &Ledger, policy: &Policy, simulated: &Simulated) -> SimulatedCurrency {
    let channels = simulated.contacts.iter().map(|(channel, count)| ChannelCost {
        channel: *channel,
        count: *count,
        amount: Amount::from_minor(policy.cost(*channel).minor() * i64::from(*count)),
    });
    let weeks = weeks(simulated).into_iter();
    SimulatedCurrency {
        currency: ledger.currency(),
        contacts: simulated.total(),
        channels: channels.collect(),
        cost: simulated.cost,
        customers: simulated.customers,
        needless: simulated.needless,
        paid_late: simulated.paid_late,
        days_earlier: Ratio::new(simulated.amount_days, i128::from(simulated.paid_late.minor()))
            .map(crate::view::metrics::number),
        weeks: weeks.map(|(monday, contacts, calls)| SimulatedWeek { monday, contacts, calls }).collect(),
    }
}
