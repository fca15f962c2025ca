//! What the open items say: the aged balance, the days of sales outstanding, how customers pay, concentration.
//! Every figure is an exact amount or an exact ratio; nothing is rounded here.

mod aging;
mod behaviour;
mod concentration;
mod credits;
pub(crate) mod dso;
mod key_figures;
mod matching;
mod migration;
pub mod payers;
pub mod receipts;
pub mod reperformance;
pub mod risk;
pub mod segments;
mod series;
mod strata;
pub mod trend;
pub mod waiting;

pub use aging::{AgedBalance, AgedLine, Ageing, Basis, Limits, LimitsError, aged_balance, aged_by};
pub use behaviour::{DaysStatistics, Paid, PaidParts, Punctuality, days_late, days_to_pay, paid_parts, punctuality};
pub use concentration::{Class, Concentration, Share, concentration};
pub use credits::{CreditMode, apply_credits};
pub use dso::{CountBack, Dso, UsedMonth, dso};
pub use key_figures::{KeyFigures, key_figures};
pub use matching::{MatchProposal, MatchProposals, MatchRule, match_proposals};
pub use migration::{Migration, Moved, migration};
pub use series::{Point, month_ends, point};
pub use strata::{Stratum, strata};
