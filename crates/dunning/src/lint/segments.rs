//! Who follows which scenario: nothing unused, nobody forgotten, the insolvent first.

use super::{Lint, LintRule};
use crate::{Channel, Policy};
use analysis::segments::Condition;

pub(super) fn look(policy: &Policy, lints: &mut Vec<Lint>) {
    let rules = policy.segments();
    let mut say = |path: String, rule, seen: &str| lints.push(Lint { path, rule, seen: seen.to_owned() });
    for (at, scenario) in policy.scenarios().iter().enumerate() {
        let used = rules.iter().any(|rule| rule.scenario == at);
        if !used && (at > 0 || !rules.is_empty()) {
            say(format!("scenarios[{at}]"), LintRule::ScenarioUnused, &scenario.id);
        }
    }
    let all = rules.iter().position(|rule| rule.rule.takes == Condition::Everybody);
    for (at, rule) in rules.iter().enumerate() {
        let path = format!("segments[{at}]");
        if all.is_some_and(|all| at > all) {
            say(path.clone(), LintRule::SegmentHidden, &rule.rule.segment);
        }
        if rule.rule.takes == Condition::Insolvent && at > 0 {
            say(path.clone(), LintRule::InsolventNotFirst, &rule.rule.segment);
        }
        let called = |channel: Channel| channel == Channel::Phone;
        let steps = &policy.scenario(rule.scenario).steps;
        let silent = !steps.is_empty() && !steps.iter().any(|step| called(step.channel()));
        let said = lints_about(rules, at);
        if rule.rule.segment == "key-accounts" && silent && !said {
            say(path, LintRule::KeyAccountsNotCalled, &policy.scenario(rule.scenario).id);
        }
    }
}

/// Whether an earlier rule leads the same segment to the same scenario: it is said once.
fn lints_about(rules: &[crate::SegmentRule], at: usize) -> bool {
    let Some(rule) = rules.get(at) else { return false };
    let earlier = rules.get(..at).unwrap_or_default();
    earlier.iter().any(|one| one.rule.segment == rule.rule.segment && one.scenario == rule.scenario)
}
