//! Each rule of the linter with a policy it remarks on, and one it leaves alone: the same policy before the change.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod scene;

use analysis::segments::{Condition as Takes, Rule};
use dunning::{
    Channel, Fee, FeeBasis, Limits, LintRule, Offset, Policy, Range, Repeat, Route, Scenario, SegmentRule, Shift, Step,
    Tone, Unchecked, lint,
};
use scene::{cents, parts, step};
use values::Days;

/// A policy without a remark: five steps with a call, fallbacks and a formal notice, by segments.
fn good() -> Unchecked {
    let mut steps = vec![
        step("before", -5, Tone::Service),
        step("first", 2, Tone::Courtesy),
        step("call", 10, Tone::Dialogue),
        step("last", 25, Tone::LastNotice),
        step("formal", 40, Tone::Formal),
    ];
    for step in &mut steps {
        step.routes.push(Route { channel: Channel::Letter, template: "text".into() });
    }
    steps[2].routes[0].channel = Channel::Phone;
    steps[3].deadline = Some(Offset::days(8));
    steps[4].routes = vec![Route { channel: Channel::RegisteredLetter, template: "text".into() }];
    steps[4].deadline = Some(Offset::days(8));
    steps[4].approval = true;
    steps[4].claims_interest = true;
    let limits = Limits { minimum_amount: cents(2_000), ..Limits::default() };
    let scenario = |id: &str| Scenario {
        id: id.into(),
        name: [id.into(), id.into()],
        limits: limits.clone(),
        steps: steps.clone(),
    };
    let rule = |segment: &str, takes, scenario| SegmentRule { rule: Rule { segment: segment.into(), takes }, scenario };
    let mut unchecked = parts(vec![scenario("standard"), scenario("key")]);
    unchecked.segments = vec![
        rule("at-risk", Takes::Insolvent, 0),
        rule("key-accounts", Takes::RiskAtLeast(1), 1),
        rule("others", Takes::Everybody, 0),
    ];
    unchecked.working = dunning::Working::default();
    unchecked
}

fn rules(unchecked: Unchecked) -> Vec<LintRule> {
    let policy = Policy::new(unchecked).unwrap();
    lint(&policy, &["text"]).into_iter().map(|lint| lint.rule).collect()
}

fn change_step(at: usize, change: impl Fn(&mut Step)) -> Unchecked {
    let mut unchecked = good();
    change(&mut unchecked.scenarios[0].steps[at]);
    unchecked
}

fn change(change: impl Fn(&mut Unchecked)) -> Unchecked {
    let mut unchecked = good();
    change(&mut unchecked);
    unchecked
}

/// The good policy changed so that a rule remarks on it.
fn bad(rule: LintRule) -> Unchecked {
    match rule {
        LintRule::ToneFalls => change_step(3, |step| step.tone = Tone::Courtesy),
        LintRule::ToneJumps => change_step(2, |step| step.tone = Tone::LastNotice),
        LintRule::FormalWithoutLastNotice => change_step(3, |step| step.tone = Tone::Proposal),
        LintRule::FormalNotRegistered => change_step(4, |step| step.routes[0].channel = Channel::Letter),
        LintRule::FormalWithoutDeadline => change_step(4, |step| step.deadline = None),
        LintRule::FormalWithoutApproval => change_step(4, |step| step.approval = false),
        LintRule::ClaimsTooEarly => change_step(1, |step| step.claims_indemnity = true),
        LintRule::UnlawfulFee => change_step(3, |step| {
            step.fee = Some(Fee { amount: cents(1_000), basis_points: 0, per: FeeBasis::Message });
        }),
        LintRule::ConsumerClaims => change(|policy| policy.id = "consumers".into()),
        LintRule::GapTooLong => change_step(4, |step| step.offset = Offset::days(90)),
        LintRule::GapTooShort => change_step(2, |step| step.offset = Offset::days(5)),
        LintRule::CapTooLow => change(|policy| policy.scenarios[0].limits.contacts_per_30_days = Some(2)),
        LintRule::DeadlineIgnored => change_step(3, |step| step.deadline = Some(Offset::days(20))),
        LintRule::StartsLate => change(|policy| {
            policy.scenarios[0].steps.remove(1);
            policy.scenarios[0].steps[1].offset = Offset::days(20);
            policy.scenarios[0].steps[2].offset = Offset::days(30);
        }),
        LintRule::NothingAfterDue => change(|policy| policy.scenarios[0].steps.truncate(1)),
        LintRule::RepeatsTooOften => change_step(3, |step| step.repeat = Some(Repeat { every: Days(7), times: 50 })),
        LintRule::KeyAccountsNotCalled => change(|policy| {
            policy.scenarios[1].steps[2].routes[0].channel = Channel::Email;
        }),
        LintRule::CallsForAnyAmount => change(|policy| policy.scenarios[0].limits.minimum_amount = cents(100)),
        LintRule::OneChannelOnly => change(|policy| {
            policy.scenarios[0].steps.pop();
            policy.scenarios[0].steps[2].routes[0].channel = Channel::Email;
        }),
        LintRule::NoFallback => change_step(1, |step| step.routes.truncate(1)),
        LintRule::TemplateMissing => change_step(1, |step| step.routes[0].template = "mystery".into()),
        LintRule::CallsOnDaysOff => change(|policy| policy.working.shift = Shift::None),
        LintRule::NoMinimum => change(|policy| policy.scenarios[0].limits.minimum_amount = cents(0)),
        LintRule::NeverApplies => change_step(3, |step| step.when.days_late = Range { from: None, to: Some(12) }),
        LintRule::ScenarioUnused => change(|policy| policy.segments[1].scenario = 0),
        LintRule::SegmentHidden => change(|policy| policy.segments.swap(1, 2)),
        LintRule::InsolventNotFirst => change(|policy| policy.segments.swap(0, 1)),
    }
}

#[test]
fn every_rule_has_a_bad_and_a_good_sample() {
    assert_eq!(rules(good()), []);
    for rule in LintRule::ALL {
        let seen = rules(bad(rule));
        assert!(seen.contains(&rule), "{}: {seen:?}", rule.key());
    }
}

#[test]
fn a_remark_names_its_place_and_what_it_rests_on() {
    let policy = Policy::new(bad(LintRule::GapTooLong)).unwrap();
    let remarks = lint(&policy, &["text"]);
    let told: Vec<String> = remarks.iter().map(|one| format!("{} {} {}", one.path, one.rule.key(), one.seen)).collect();
    assert_eq!(told, ["scenarios[0].steps[4] gap-too-long 65"]);
}

#[test]
fn identifiers_of_rules_are_their_own() {
    let keys: std::collections::BTreeSet<&str> = LintRule::ALL.into_iter().map(LintRule::key).collect();
    assert_eq!(keys.len(), LintRule::ALL.len());
}
