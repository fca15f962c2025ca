//! Warm or firm: chosen by the rung, the lateness, the segment and what happened before, and said in one word.

use crate::case::{Case, Payer};
use crate::level::Level;

/// How a text is worded within its rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// Assumes good will.
    Warm,
    /// States the facts.
    Firm,
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// The first incident of a customer with nothing to reproach.
    FirstIncident,
    /// A promise was not kept.
    BrokenPromise,
    /// Late by habit.
    LateByHabit,
    /// Its segment is at risk.
    AtRisk,
    /// A key account.
    KeyAccount,
    /// Written to twice already.
    SeveralContacts,
    /// More than thirty days late.
    LongLate,
    /// The rung itself.
    Rung,
}

/// Days late from which a text states the facts: the boundary of the first bracket.
const LONG_LATE: i32 = 30;
/// Messages after which good will was assumed often enough.
const SEVERAL: usize = 2;

/// The manner of a case, and why.
pub fn manner(level: Level, case: &Case) -> (Manner, Because) {
    let about = &case.about;
    let oldest = case.lines.iter().map(|line| line.days_late).max().unwrap_or(0);
    match level {
        Level::Service => (Manner::Warm, Because::Rung),
        Level::Agreement | Level::LastNotice | Level::Formal | Level::Internal => (Manner::Firm, Because::Rung),
        Level::Courtesy | Level::Reminder | Level::Dialogue | Level::Proposal => {
            if about.broken.is_some() {
                (Manner::Firm, Because::BrokenPromise)
            } else if about.first_incident() && oldest <= LONG_LATE && !about.at_risk {
                (Manner::Warm, Because::FirstIncident)
            } else if about.key_account {
                (Manner::Warm, Because::KeyAccount)
            } else if about.payer == Payer::Late {
                (Manner::Firm, Because::LateByHabit)
            } else if about.at_risk {
                (Manner::Firm, Because::AtRisk)
            } else if about.contacts.len() >= SEVERAL {
                (Manner::Firm, Because::SeveralContacts)
            } else if oldest > LONG_LATE {
                (Manner::Firm, Because::LongLate)
            } else {
                (Manner::Warm, Because::Rung)
            }
        }
    }
}
