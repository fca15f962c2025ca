//! A policy as JSON: the presets, and the one way from a document to a checked `dunning::Policy`. Version 2 is what the
//! schema describes; version 1, one scenario of steps counted from the due date, is still read.

mod node;
mod read;
mod version_1;

use dunning::{Impossible, PRESETS, Policy, PolicyError};
use node::{Node, Refusal};
use protocol::Failure;
use text::Language;
use text::policy::Problem;

/// The JSON of the default policy.
pub const DEFAULT: &str = dunning::DEFAULT.json;

/// Reads a policy, or refuses it with the path of what is wrong. The name of a preset, bare or as a JSON text, stands for
/// it.
pub fn parse(json: &str, language: Language) -> Result<Policy, Failure> {
    let refused = |message: String| Failure {
        code: "policy".to_owned(),
        message,
        file: None,
        advice: language.policy_advice().to_owned(),
    };
    if let Some(preset) = PRESETS.iter().find(|preset| preset.id == json.trim()) {
        return parse(preset.json, language);
    }
    let value: serde_json::Value =
        serde_json::from_str(json).map_err(|error| refused(language.policy_unreadable(&error.to_string())))?;
    read(&value).map_err(|refusal| refused(language.policy_refused(&refusal.path, &refusal.problem)))
}

fn read(value: &serde_json::Value) -> Result<Policy, Refusal> {
    let node = Node::root(value);
    if let Ok(name) = node.text() {
        let known: Vec<&str> = PRESETS.iter().map(|preset| preset.id).collect();
        let preset = PRESETS.iter().find(|preset| preset.id == name);
        let refusal = || node.refuse(Problem::NotOneOf { seen: name.to_owned(), known: known.join(", ") });
        let json = preset.ok_or_else(refusal)?.json;
        let value = serde_json::from_str(json).map_err(|_| node.refuse(Problem::NotAnObject))?;
        return read(&value);
    }
    match node.field("version")?.integer(1, 2)? {
        1 => Policy::new(version_1::policy(&node)?).map_err(impossible).map_err(version_1::as_written),
        _ => Policy::new(read::policy(&node)?).map_err(impossible),
    }
}

fn impossible(error: PolicyError) -> Refusal {
    let problem = match error.why {
        Impossible::NoScenario => Problem::NoScenario,
        Impossible::TooManySteps => Problem::TooManySteps { most: dunning::STEPS_MAX },
        Impossible::RepeatedId => Problem::RepeatedId,
        Impossible::NotRising => Problem::NotRising,
        Impossible::OutOfRange => Problem::TooLarge,
        Impossible::NoChannel => Problem::Empty,
        Impossible::NothingBefore => Problem::NothingBefore,
        Impossible::EmptyRange => Problem::EmptyRange,
    };
    Refusal { path: error.path, problem }
}

/// The policy asked for, or the default.
pub fn parse_or_default(json: Option<&str>, language: Language) -> Result<Policy, Failure> {
    parse(json.unwrap_or(DEFAULT), language)
}

#[cfg(test)]
mod tests;
