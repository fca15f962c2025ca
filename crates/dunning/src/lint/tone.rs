//! Graded and proportionate: each step a little firmer than the one before, and law last.

use super::{LintRule, Scene};
use crate::{Channel, Tone};

/// Tones passed over at most from one step to the next.
const JUMP_MAX: usize = 3;

fn rank(tone: Tone) -> usize {
    Tone::ALL.iter().position(|one| *one == tone).unwrap_or(0)
}

pub(super) fn look(scene: &mut Scene<'_>) {
    let steps = &scene.scenario.steps;
    for (at, step) in steps.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| steps.get(before));
        if let Some(before) = before {
            if step.tone < before.tone {
                scene.say_of(at, LintRule::ToneFalls, step.tone.key());
            }
            if rank(step.tone) > rank(before.tone) + JUMP_MAX {
                scene.say_of(at, LintRule::ToneJumps, step.tone.key());
            }
        }
        if step.tone != Tone::Formal {
            continue;
        }
        let earlier = steps.get(..at).unwrap_or_default();
        if !earlier.iter().any(|one| one.tone == Tone::LastNotice) {
            scene.say_of(at, LintRule::FormalWithoutLastNotice, step.id.as_str());
        }
        if step.routes.iter().any(|route| route.channel != Channel::RegisteredLetter) {
            scene.say_of(at, LintRule::FormalNotRegistered, step.id.as_str());
        }
        if step.deadline.is_none() {
            scene.say_of(at, LintRule::FormalWithoutDeadline, step.id.as_str());
        }
        if !step.approval {
            scene.say_of(at, LintRule::FormalWithoutApproval, step.id.as_str());
        }
    }
}
