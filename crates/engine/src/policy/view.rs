//! A policy being edited, and what policies would do to the open ledger.

use super::{change, form, parse, read};
use crate::Session;
use crate::claims::ClaimRules;
use crate::view::plan;
use dunning::{Policy, ReviewState};
use followup::Setting;
use ledger::Ledger;
use protocol::{Failure, FormRemark, Named, OutcomesQuery, PolicyFormQuery, PolicyOutcome, PolicyView};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{AsOf, Day, Days, Gather};

impl Session {
    /// A policy as a form, after a change; the one the dossier follows where none is given.
    pub fn policy(&self, query: &PolicyFormQuery, language: Language) -> Result<PolicyView, Failure> {
        let json = query.policy.as_deref().or_else(|| self.setting(Setting::Policy)).unwrap_or(super::DEFAULT);
        let mut document = super::document(json, language)?;
        if let Some(change) = &query.change {
            change::apply(&mut document, change, language);
        }
        let followed = super::document(self.setting(Setting::Policy).unwrap_or(super::DEFAULT), language);
        let followed = followed.is_ok_and(|followed| followed == document);
        Ok(view(&document, followed, language))
    }

    /// What policies would do, each planned as if the dossier followed it.
    pub fn outcomes(&self, query: &OutcomesQuery, language: Language) -> Result<Vec<PolicyOutcome>, Failure> {
        self.check_day(query.as_of, language)?;
        let horizon = crate::answers::horizon(query.horizon_days, language)?;
        let rules = self.claim_rules(None, language)?;
        let outcome = |json: &Option<String>| {
            let policy = match json {
                Some(json) => parse(json, language)?,
                None => self.policy_or_saved(None, language)?,
            };
            Ok(self.outcome(&policy, &rules, query.as_of, horizon, language))
        };
        query.policies.iter().map(outcome).collect()
    }

    fn outcome(
        &self,
        policy: &Policy,
        rules: &ClaimRules,
        as_of: Day,
        horizon: u32,
        language: Language,
    ) -> PolicyOutcome {
        let mut counted = Counted::default();
        let mut left = plan::LeftAlonePage::new(0, language);
        let mut channels = BTreeMap::new();
        for (ledger, planned) in self.plans(policy, rules, AsOf(as_of), Days(horizon as i32)) {
            for action in &planned.actions {
                counted.count(ledger, policy, action, as_of, language);
                *channels.entry(action.channel).or_default() += 1;
            }
            for one in &planned.non_actions {
                left.count(ledger, policy, one);
            }
        }
        let first_contacts = counted.first_contacts();
        PolicyOutcome {
            policy: plan::named(&policy.id, &policy.name, language),
            actions: counted.days.values().sum(),
            today: counted.days.get(&as_of).copied().unwrap_or(0),
            customers: counted.first.len() as u32,
            formal_first: counted.formal_first(),
            to_approve: counted.to_approve,
            // The first of the busiest days.
            busiest: counted.days.iter().rev().max_by_key(|(_, count)| **count).map(|(day, count)| (*day, *count)),
            cost: plan::cost_of(policy, channels),
            first_contacts,
            left_alone: left.end().1,
        }
    }
}

/// The form of a document, with what is wrong in it.
fn view(document: &Value, followed: bool, language: Language) -> PolicyView {
    let (problem, advice) = match read(document) {
        Ok(policy) => (None, crate::policy_trial::checked(&policy, language).remarks),
        Err(refusal) => {
            let text = language.policy_refused(&refusal.path, &refusal.problem);
            (Some(FormRemark { path: refusal.path, text }), Vec::new())
        }
    };
    PolicyView {
        json: serde_json::to_string_pretty(document).unwrap_or_default(),
        policy: Named {
            id: form::text_at(document, "id"),
            name: form::text_at(document, &format!("name.{}", language.code())),
        },
        presets: form::presets(language),
        sections: form::sections(document, language),
        followed,
        problem,
        advice: advice.into_iter().map(|one| FormRemark { path: one.path, text: one.text }).collect(),
    }
}

/// What the contacts of a plan add up to.
#[derive(Default)]
struct Counted {
    days: BTreeMap<Day, u32>,
    /// The first contact of each customer: its day, its step, whether it is formal.
    first: BTreeMap<String, (Day, String, bool)>,
    /// Names of steps in the order of their firmness.
    names: BTreeMap<String, usize>,
    to_approve: u32,
}

impl Counted {
    fn count(&mut self, ledger: &Ledger, policy: &Policy, action: &dunning::Action, as_of: Day, language: Language) {
        let step = policy.step(action);
        let [french, english] = &step.name;
        let name = language.pick(french, english).to_owned();
        self.names.entry(name.clone()).and_modify(|rank| *rank = action.step.min(*rank)).or_insert(action.step);
        *self.days.entry(action.day.max(as_of)).or_default() += 1;
        self.to_approve += u32::from(!matches!(action.review, ReviewState::NotNeeded | ReviewState::Approved));
        let first = (action.day, name, step.tone.is_formal());
        let known = self.first.entry(ledger.customer(action.customer).id.clone()).or_insert_with(|| first.clone());
        if first.0 < known.0 {
            *known = first;
        }
    }

    fn formal_first(&self) -> u32 {
        self.first.values().filter(|(_, _, formal)| *formal).count() as u32
    }

    /// How many customers each step contacts first, softest step first.
    fn first_contacts(&self) -> Vec<(String, u32)> {
        let names: BTreeSet<(usize, &String)> = self.names.iter().map(|(name, rank)| (*rank, name)).gather();
        let count = |name: &String| self.first.values().filter(|(_, first, _)| first == name).count() as u32;
        names.into_iter().map(|(_, name)| (name.clone(), count(name))).filter(|(_, count)| *count > 0).collect()
    }
}
