//! Plans for tests: policies by name, and a plan from a ledger with nothing recorded unless said.

use dunning::{Plan, Policy, Profile, Resolved, Situation};
use ledger::{Ledger, OpenItems};
use std::collections::BTreeMap;
use text::Language;
use values::Days;

/// The five steps as version 1 of a policy wrote them: no calendar, no cap.
pub fn five_steps() -> Policy {
    read(include_str!("../stories/five-steps-v1.json"))
}

/// A preset by name.
pub fn preset(name: &str) -> Policy {
    read(&format!("\"{name}\""))
}

/// A policy from its document.
pub fn read(json: &str) -> Policy {
    engine::policy::parse(json, Language::En).unwrap()
}

/// A plan on the day of the open items.
pub fn plan(
    ledger: &Ledger,
    open: &OpenItems,
    policy: &Policy,
    horizon: Days,
    people: &Resolved,
    profiles: &[Profile],
) -> Plan {
    let assigned = BTreeMap::new();
    let situation = Situation { ledger, open, profiles, assigned: &assigned, people, claim: &dunning::no_claims };
    dunning::plan(policy, open.as_of, horizon, &situation)
}
