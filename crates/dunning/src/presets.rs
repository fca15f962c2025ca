//! The policies that come with the product, as the JSON a person could have written.

/// A policy that comes with the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its identifier, as in its document.
    pub id: &'static str,
    /// Its document.
    pub json: &'static str,
}

/// Every preset, the default first.
pub const PRESETS: [Preset; 8] = [
    DEFAULT,
    Preset { id: "five-steps", json: include_str!("../policies/five-steps.json") },
    Preset { id: "j-5-j5-j15", json: include_str!("../policies/j-5-j5-j15.json") },
    Preset { id: "four-segments", json: include_str!("../policies/four-segments.json") },
    Preset { id: "one-or-two-by-amount", json: include_str!("../policies/one-or-two-by-amount.json") },
    Preset { id: "public-body", json: include_str!("../policies/public-body.json") },
    Preset { id: "consumer", json: include_str!("../policies/consumer.json") },
    Preset { id: "formal-notice", json: include_str!("../policies/formal-notice.json") },
];

/// Five steps, with the four segments on top.
pub const DEFAULT: Preset = Preset { id: "default", json: include_str!("../policies/default.json") };

/// The schema of a policy, version 2 (JSON Schema, draft 2020-12).
pub const SCHEMA: &str = include_str!("../policies/policy.schema.json");
