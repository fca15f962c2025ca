//! A policy as JSON: its published shape, version 1, and the one way from it to a checked `dunning::Policy`.

use dunning::{Channel, FIVE_STEPS, Policy, PolicyError, Step};
use protocol::Failure;
use serde::Deserialize;
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Days};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Document {
    #[allow(dead_code, reason = "checked by its type: version 1 is the only one")]
    version: Version,
    id: String,
    #[allow(dead_code, reason = "shown by no screen yet, part of the published shape")]
    name: Words,
    scenario: String,
    segment: String,
    minimum_amount: i64,
    days_between_contacts: i32,
    #[serde(default)]
    days_before_repeat: i32,
    #[serde(default)]
    costs: BTreeMap<protocol::Channel, i64>,
    steps: Vec<StepDocument>,
}

#[derive(Deserialize)]
#[serde(try_from = "u32")]
struct Version;

impl TryFrom<u32> for Version {
    type Error = &'static str;
    fn try_from(version: u32) -> Result<Version, &'static str> {
        if version == 1 { Ok(Version) } else { Err("version 1 is the only one known") }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    fr: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct StepDocument {
    id: String,
    name: Words,
    offset_days: i32,
    channel: protocol::Channel,
    template: String,
}

/// The JSON of the default policy.
pub const DEFAULT: &str = FIVE_STEPS;

/// Reads a policy, or refuses it with the path of what is wrong.
pub fn parse(json: &str, language: Language) -> Result<Policy, Failure> {
    let refused = |message: String| Failure {
        code: "policy".to_owned(),
        message,
        file: None,
        advice: language.policy_advice().to_owned(),
    };
    let document: Document =
        serde_json::from_str(json).map_err(|error| refused(language.policy_unreadable(&error.to_string())))?;
    let steps = document.steps.into_iter().map(step).collect();
    let costs = document
        .costs
        .into_iter()
        .map(|(channel, cost)| (channel_from_view(channel), Amount::from_minor(cost)))
        .collect();
    let mut limits = Policy::blank();
    limits.minimum_amount = Amount::from_minor(document.minimum_amount);
    limits.days_between_contacts = Days(document.days_between_contacts);
    limits.days_before_repeat = Days(document.days_before_repeat);
    limits.costs = costs;
    limits.id = document.id;
    limits.scenario = document.scenario;
    limits.segment = document.segment;
    Policy::new(limits, steps).map_err(|error| refused(language.policy_refused(&sentence(error, language))))
}

/// The policy asked for, or the five steps.
pub fn parse_or_default(json: Option<&str>, language: Language) -> Result<Policy, Failure> {
    parse(json.unwrap_or(DEFAULT), language)
}

fn step(document: StepDocument) -> Step {
    Step {
        id: document.id,
        name: [document.name.fr, document.name.en],
        offset: Days(document.offset_days),
        channel: channel_from_view(document.channel),
        template: document.template,
    }
}

fn sentence(error: PolicyError, language: Language) -> String {
    match error {
        PolicyError::StepCount { found } => language.policy_step_count(found),
        PolicyError::OffsetNotRising { step } => language.policy_offset_not_rising(step),
        PolicyError::RepeatedStep { step } => language.policy_repeated_step(step),
        PolicyError::LimitOutOfRange => language.policy_limit_out_of_range().to_owned(),
        PolicyError::OffsetOutOfRange { step } => language.policy_offset_out_of_range(step),
    }
}

fn channel_from_view(channel: protocol::Channel) -> Channel {
    match channel {
        protocol::Channel::Email => Channel::Email,
        protocol::Channel::Letter => Channel::Letter,
        protocol::Channel::RegisteredLetter => Channel::RegisteredLetter,
        protocol::Channel::Phone => Channel::Phone,
        protocol::Channel::Sms => Channel::Sms,
        protocol::Channel::Internal => Channel::Internal,
    }
}

/// The channel as the contract names it.
pub fn channel_to_view(channel: Channel) -> protocol::Channel {
    match channel {
        Channel::Email => protocol::Channel::Email,
        Channel::Letter => protocol::Channel::Letter,
        Channel::RegisteredLetter => protocol::Channel::RegisteredLetter,
        Channel::Phone => protocol::Channel::Phone,
        Channel::Sms => protocol::Channel::Sms,
        Channel::Internal => protocol::Channel::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_steps_are_a_policy() {
        let policy = parse(FIVE_STEPS, Language::En).unwrap();
        let steps: Vec<_> = policy.steps().iter().map(|step| (step.id.as_str(), step.offset.0)).collect();
        assert_eq!(
            steps,
            [("pre-due", -5), ("first-reminder", 1), ("call", 7), ("arrangement", 14), ("last-notice", 30)]
        );
    }

    #[test]
    fn an_impossible_policy_is_refused_with_its_path() {
        let wrong = FIVE_STEPS.replace("\"offsetDays\": 14", "\"offsetDays\": 3");
        assert!(parse(&wrong, Language::En).unwrap_err().message.contains("steps[3].offsetDays"));
        let wrong = FIVE_STEPS.replace("\"version\": 1", "\"version\": 2");
        assert!(parse(&wrong, Language::En).unwrap_err().message.contains("version 1"));
        let wrong = FIVE_STEPS.replace("\"scenario\"", "\"scenarios\"");
        assert!(parse(&wrong, Language::Fr).unwrap_err().message.contains("scenarios"));
    }
}
