//! The engine: an open dossier and every answer about it, in the rows of the contract.
//! The page's worker, the npm package, its command line and the tests all come through here.

mod agenda;
mod agreement;
mod answers;
mod archive;
mod calls;
mod claims;
mod client;
pub mod command;
mod compared;
mod comparison;
mod days;
mod digest;
mod dossier_file;
mod doubts;
mod drafting;
#[cfg(test)]
mod earlier_tests;
mod engine;
mod everything;
mod failures;
mod files;
mod financing;
mod handouts;
mod handover;
mod interest;
mod invoices;
mod journal;
mod json;
mod labels;
mod late_payments;
mod left_files;
mod look;
mod mail;
pub mod matches;
mod model;
mod occasions;
mod opening;
mod pace;
mod papers;
#[cfg(test)]
mod passes_tests;
mod payments;
mod per_day;
mod planning;
pub mod policy;
mod policy_trial;
mod pre_aged;
mod profiles;
mod rates;
mod reading;
#[cfg(test)]
mod reading_tests;
mod refusals;
mod register;
mod rejects;
mod returned;
mod session;
mod surplus;
mod terms;
mod version;
mod view;

pub use archive::export_kinds;
pub use engine::Engine;
pub use financing::financing_costs;
pub use interest::late_interest;
pub use pace::Pace;
pub use policy_trial::policy_check;
pub use rates::rate_tables;
pub use reading::{InputFile, inspect};
pub use session::Session;
pub use sheet::{Source, SourceError};
pub use terms::due_day;
pub use version::version;
