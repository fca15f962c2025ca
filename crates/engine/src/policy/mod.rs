//! A policy as JSON: the presets, and the one way from a document to a checked `dunning::Policy`. Version 2 is what the
//! schema describes; version 1, one scenario of steps counted from the due date, is still read.

mod change;
mod form;
mod form_more;
mod node;
mod place;
mod read;
mod version_1;
mod view;

use dunning::{Impossible, PRESETS, Policy, PolicyError};
use node::{Node, Refusal};
use protocol::Failure;
use serde_json::Value;
use text::Language;
use text::policy::Problem;

/// The JSON of the default policy.
pub const DEFAULT: &str = dunning::DEFAULT.json;

/// Reads a policy, or refuses it with the path of what is wrong. The name of a preset, bare or as a JSON text, stands for
/// it.
pub fn parse(json: &str, language: Language) -> Result<Policy, Failure> {
    read(&document(json, language)?)
        .map_err(|refusal| refused(language.policy_refused(&refusal.path, &refusal.problem), language))
}

/// The document of a policy, that of a preset where its name is given; nothing in it is checked.
fn document(json: &str, language: Language) -> Result<Value, Failure> {
    let unreadable = |error: serde_json::Error| refused(language.policy_unreadable(&error.to_string()), language);
    if let Some(preset) = PRESETS.iter().find(|preset| preset.id == json.trim()) {
        return serde_json::from_str(preset.json).map_err(unreadable);
    }
    let value: Value = serde_json::from_str(json).map_err(unreadable)?;
    match value.as_str().and_then(|name| PRESETS.iter().find(|preset| preset.id == name)) {
        Some(preset) => serde_json::from_str(preset.json).map_err(unreadable),
        None => Ok(value),
    }
}

fn refused(message: String, language: Language) -> Failure {
    Failure { code: "policy".to_owned(), message, file: None, advice: language.policy_advice().to_owned() }
}

fn read(value: &Value) -> Result<Policy, Refusal> {
    let node = Node::root(value);
    if let Ok(name) = node.text() {
        let known: Vec<&str> = PRESETS.iter().map(|preset| preset.id).collect();
        return Err(node.refuse(Problem::NotOneOf { seen: name.to_owned(), known: known.join(", ") }));
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
mod form_tests;
#[cfg(test)]
mod tests;
