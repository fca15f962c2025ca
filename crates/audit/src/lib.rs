//! The findings: what in a ledger deserves a second look before anybody signs it or writes to anybody. One registry of
//! checks, each a file of its own; all of them in two passes over the ledger. Nothing is merged, corrected or left out
//! here. Lists are bounded, counts and amounts are not. The data-quality score is read off the same checks.

mod account;
mod audit;
mod book;
mod cases;
mod channels;
mod check;
mod checks;
mod d441_6;
mod documents;
mod facts;
mod finding;
mod freshness;
mod groups;
mod name;
mod number;
mod score;
mod series;

pub use audit::{Audit, Client, audit};
pub use check::{Check, Cost, Family, Severity, Thing};
pub use checks::ALL as CHECKS;
pub use checks::due_date_estimated::DueDayShare;
pub use d441_6::{Bands, Cell, LEGAL_DAYS, LatePayments, Taxes, Turnover, late_payments};
pub use finding::{Detail, Evidence, Finding, SameCustomer};
pub use freshness::{BUSINESS_DAYS_MAX, Freshness, business_days};
pub use score::{Criterion, CustomerScore, FileScore, Loss, Score};
