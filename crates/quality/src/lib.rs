//! Data quality: what in a ledger deserves a second look before anybody is written to. Each check is a file of its own
//! and only points: nothing is merged, corrected or left out here. Lists are bounded, counts and amounts are not.

mod balances;
mod check;
mod contacts;
mod customers;
mod dates;
mod due_days;
mod finding;
mod freshness;
mod items;
mod lettering;
mod lines;
mod name;
mod number;
mod quality;
mod score;

pub use check::{Check, Severity, Thing};
pub use due_days::DueDayShare;
pub use finding::{Detail, Evidence, Finding, SameCustomer};
pub use freshness::{BUSINESS_DAYS_MAX, Freshness, business_days};
pub use quality::{Quality, quality};
pub use score::{Criterion, CustomerScore, FileScore, Loss, Score};
