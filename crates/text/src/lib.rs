//! Every word a person reads, French and English side by side, and every number and date as a person reads it.
//! A missing translation does not compile; no sentence stands outside this crate.

#[macro_use]
mod texts;

mod analysis;
pub mod behaviour;
mod claims;
mod command;
mod comparison;
mod correspondence;
mod desk;
mod desk_calendar;
mod desk_form;
mod desk_journal;
mod desk_papers;
mod desk_sheet;
mod doubts;
mod engine;
pub mod explain;
mod findings;
pub mod format;
pub mod html;
mod intake;
mod interest;
mod invoices;
mod kinds;
mod language;
mod late_payments;
pub mod letters;
mod lint;
mod mapping;
mod matches;
mod notices;
pub mod plan;
pub mod policy;
mod policy_check;
mod policy_form;
mod quality;
mod questions;
mod reading;
mod register;
mod reperformance;
mod report;
pub mod segments;
mod spelled;
mod terms;
mod typed_amount;
mod ui;

pub use engine::Missing;
pub use language::Language;
pub use typed_amount::typed_amount;
