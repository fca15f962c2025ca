//! A second look at a policy that can be carried out but should perhaps not be: each remark names its rule, its place and
//! its facts. The words of the rules stand in `text`.

mod law;
mod rhythm;
mod segments;
mod tone;

use crate::Policy;
use values::Arrange;

/// A rule of the linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LintRule {
    /// A step is softer than the one before.
    ToneFalls,
    /// A step is much firmer than the one before.
    ToneJumps,
    /// A formal notice without a last amicable notice before it.
    FormalWithoutLastNotice,
    /// A formal notice that nothing proves was received.
    FormalNotRegistered,
    /// A formal notice without a deadline.
    FormalWithoutDeadline,
    /// A formal notice that nobody approves.
    FormalWithoutApproval,
    /// Penalties claimed in a message before anything is late, or in the first courteous reminder.
    ClaimsTooEarly,
    /// A fee beside what the law grants.
    UnlawfulFee,
    /// Penalties claimed from consumers.
    ConsumerClaims,
    /// More than a month between two steps.
    GapTooLong,
    /// Less between two steps than between two contacts.
    GapTooShort,
    /// More steps in thirty days than contacts allowed.
    CapTooLow,
    /// The next step falls before the deadline granted has passed.
    DeadlineIgnored,
    /// The first reminder comes late.
    StartsLate,
    /// Nothing follows the due date.
    NothingAfterDue,
    /// A step repeated very often.
    RepeatsTooOften,
    /// Key accounts are never called.
    KeyAccountsNotCalled,
    /// Small amounts are called about.
    CallsForAnyAmount,
    /// One means of contact for four steps and more.
    OneChannelOnly,
    /// A means of contact without another in its place.
    NoFallback,
    /// A text that does not exist.
    TemplateMissing,
    /// A call on days when nobody works.
    CallsOnDaysOff,
    /// Customers are written to for next to nothing.
    NoMinimum,
    /// A step that can never apply.
    NeverApplies,
    /// A scenario that no segment leads to.
    ScenarioUnused,
    /// A rule of segments that no customer reaches.
    SegmentHidden,
    /// Insolvent customers are written to.
    InsolventNotFirst,
}

impl LintRule {
    /// Every rule.
    pub const ALL: [LintRule; 27] = [
        LintRule::ToneFalls,
        LintRule::ToneJumps,
        LintRule::FormalWithoutLastNotice,
        LintRule::FormalNotRegistered,
        LintRule::FormalWithoutDeadline,
        LintRule::FormalWithoutApproval,
        LintRule::ClaimsTooEarly,
        LintRule::UnlawfulFee,
        LintRule::ConsumerClaims,
        LintRule::GapTooLong,
        LintRule::GapTooShort,
        LintRule::CapTooLow,
        LintRule::DeadlineIgnored,
        LintRule::StartsLate,
        LintRule::NothingAfterDue,
        LintRule::RepeatsTooOften,
        LintRule::KeyAccountsNotCalled,
        LintRule::CallsForAnyAmount,
        LintRule::OneChannelOnly,
        LintRule::NoFallback,
        LintRule::TemplateMissing,
        LintRule::CallsOnDaysOff,
        LintRule::NoMinimum,
        LintRule::NeverApplies,
        LintRule::ScenarioUnused,
        LintRule::SegmentHidden,
        LintRule::InsolventNotFirst,
    ];

    /// Its stable identifier.
    pub const fn key(self) -> &'static str {
        match self {
            LintRule::ToneFalls => "tone-falls",
            LintRule::ToneJumps => "tone-jumps",
            LintRule::FormalWithoutLastNotice => "formal-without-last-notice",
            LintRule::FormalNotRegistered => "formal-not-registered",
            LintRule::FormalWithoutDeadline => "formal-without-deadline",
            LintRule::FormalWithoutApproval => "formal-without-approval",
            LintRule::ClaimsTooEarly => "claims-too-early",
            LintRule::UnlawfulFee => "unlawful-fee",
            LintRule::ConsumerClaims => "consumer-claims",
            LintRule::GapTooLong => "gap-too-long",
            LintRule::GapTooShort => "gap-too-short",
            LintRule::CapTooLow => "cap-too-low",
            LintRule::DeadlineIgnored => "deadline-ignored",
            LintRule::StartsLate => "starts-late",
            LintRule::NothingAfterDue => "nothing-after-due",
            LintRule::RepeatsTooOften => "repeats-too-often",
            LintRule::KeyAccountsNotCalled => "key-accounts-not-called",
            LintRule::CallsForAnyAmount => "calls-for-any-amount",
            LintRule::OneChannelOnly => "one-channel-only",
            LintRule::NoFallback => "no-fallback",
            LintRule::TemplateMissing => "template-missing",
            LintRule::CallsOnDaysOff => "calls-on-days-off",
            LintRule::NoMinimum => "no-minimum",
            LintRule::NeverApplies => "never-applies",
            LintRule::ScenarioUnused => "scenario-unused",
            LintRule::SegmentHidden => "segment-hidden",
            LintRule::InsolventNotFirst => "insolvent-not-first",
        }
    }

    /// Whether the policy should be changed, or only looked at.
    pub const fn is_grave(self) -> bool {
        matches!(
            self,
            LintRule::FormalWithoutLastNotice
                | LintRule::FormalNotRegistered
                | LintRule::FormalWithoutDeadline
                | LintRule::FormalWithoutApproval
                | LintRule::UnlawfulFee
                | LintRule::ConsumerClaims
                | LintRule::TemplateMissing
                | LintRule::NothingAfterDue
                | LintRule::NeverApplies
                | LintRule::InsolventNotFirst
        )
    }
}

/// A remark on a policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lint {
    /// The place in its document, for example `scenarios[0].steps[3]`.
    pub path: String,
    /// The rule.
    pub rule: LintRule,
    /// The figure or name it rests on: days, a template, a segment.
    pub seen: String,
}

/// Every remark, by place. `templates` are the texts that exist.
pub fn lint(policy: &Policy, templates: &[&str]) -> Vec<Lint> {
    let mut lints = Vec::new();
    segments::look(policy, &mut lints);
    for (position, scenario) in policy.scenarios().iter().enumerate() {
        let mut scene = Scene { policy, scenario, path: format!("scenarios[{position}]"), lints: &mut lints };
        tone::look(&mut scene);
        law::look(&mut scene);
        rhythm::look(&mut scene, templates);
    }
    lints.arrange();
    lints
}

/// One scenario under the eyes of the rules.
struct Scene<'a> {
    policy: &'a Policy,
    scenario: &'a crate::Scenario,
    path: String,
    lints: &'a mut Vec<Lint>,
}

impl Scene<'_> {
    /// A remark on the scenario.
    fn say(&mut self, rule: LintRule, seen: impl ToString) {
        self.lints.push(Lint { path: self.path.clone(), rule, seen: seen.to_string() });
    }

    /// A remark on a step.
    fn say_of(&mut self, step: usize, rule: LintRule, seen: impl ToString) {
        self.lints.push(Lint { path: format!("{}.steps[{step}]", self.path), rule, seen: seen.to_string() });
    }
}
