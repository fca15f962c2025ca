//! Rules of law and of the trade, each with its source, looked up by day. Nothing is ever extrapolated in silence.

mod terms;

pub use terms::{Form, PaymentTerms};

/// The last half-year whose figures were checked (domain.md 3).
pub const EDITION: &str = "2026-S2";
