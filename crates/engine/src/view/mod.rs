//! Domain to contract: the one place where exact values become the rows a person or a program is shown.

pub mod activity;
pub mod aged;
pub mod behaviour;
pub mod calls;
pub mod claims;
pub mod comparison;
pub mod draft;
pub mod explain;
pub mod findings;
pub mod forecast;
pub mod import;
pub mod items;
pub mod late_payments;
pub mod limitation;
pub mod mapping;
pub mod match_groups;
pub mod metrics;
pub mod plan;
pub mod preview;
pub mod quality;
pub mod question;
pub mod register;
pub mod remarks;
pub mod reperformance;
pub mod segments;
pub mod series;
