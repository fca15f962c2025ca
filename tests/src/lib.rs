//! Acceptance: what the product is measured against, from ledgers nobody wrote by hand to hostile files.
//! Helpers only; the checks are in `tests/tests`. Here a broken assumption may panic: it is a failing test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

pub mod checks;
pub mod demo;
pub mod fixtures;
pub mod hostile;

use dunning::{Channel, Policy, Step};
use values::{Amount, Days};

/// The default policy, read from its own document.
pub fn five_steps() -> Policy {
    let document: serde_json::Value = serde_json::from_str(dunning::FIVE_STEPS).unwrap();
    let step = |step: &serde_json::Value| Step {
        id: step["id"].as_str().unwrap().to_owned(),
        name: [String::new(), String::new()],
        offset: Days(step["offsetDays"].as_i64().unwrap() as i32),
        channel: if step["channel"] == "phone" { Channel::Phone } else { Channel::Email },
        template: step["template"].as_str().unwrap().to_owned(),
    };
    let minimum = Amount::from_minor(document["minimumAmount"].as_i64().unwrap());
    let distance = Days(document["daysBetweenContacts"].as_i64().unwrap() as i32);
    let steps = document["steps"].as_array().unwrap().iter().map(step).collect();
    Policy::new(Policy::limits(minimum, distance, dunning::Costs::new()), steps).unwrap()
}
