//! What may be claimed, from whom, and when it is first said.

use super::{LintRule, Scene};
use crate::Tone;

pub(super) fn look(scene: &mut Scene<'_>) {
    // Consumers are told by the names a policy gives: nothing else in it says who its customers are.
    let consumers = ["consumer", "particulier"].iter().any(|word| {
        let names = [&scene.scenario.id, &scene.policy.id];
        names.iter().any(|name| name.to_lowercase().contains(word))
    });
    let steps = &scene.scenario.steps;
    for (at, step) in steps.iter().enumerate() {
        let claims = step.claims_interest || step.claims_indemnity;
        if claims && step.tone <= Tone::Courtesy {
            scene.say_of(at, LintRule::ClaimsTooEarly, step.id.as_str());
        }
        if consumers && claims {
            scene.say_of(at, LintRule::ConsumerClaims, step.id.as_str());
        }
        if step.fee.is_some() {
            scene.say_of(at, LintRule::UnlawfulFee, step.id.as_str());
        }
    }
}
