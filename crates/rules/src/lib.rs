//! Rules of law and of the trade, each with its source, looked up by day. Nothing is ever extrapolated in silence.
//! Identifiers and contacts are checked here too: their check digits and shapes are rules like others.

mod agreement;
pub mod calendar;
pub mod ceiling;
pub mod contact;
mod edit;
pub mod financing;
mod fold;
mod habit;
mod holidays;
pub mod identifiers;
mod insolvency;
pub mod interest;
pub mod limitation;
pub mod rates;
mod terms;

pub use agreement::{Agreement, Discount, Due, NotAgreed, Part};
pub use edit::one_edit_apart;
pub use fold::{folded, has_words};
pub use habit::{INVOICES_MIN, SHARE_MIN_PERCENT, habitual_terms};
pub use holidays::{is_alsace_moselle_holiday, is_french_holiday};
pub use insolvency::claim_deadline;
pub use terms::{Form, PaymentTerms};

/// The last half-year whose figures were checked (domain.md 3).
pub const EDITION: &str = "2026-S2";
