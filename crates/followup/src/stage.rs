//! The life of a claim, from friendly reminders to giving it up (features.md DP4).

use serde::{Deserialize, Serialize};

/// Where a claim stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Ordinary reminders.
    #[default]
    Amicable,
    /// The formal notice is sent.
    FormalNotice,
    /// With a collection agency.
    Agency,
    /// Before a court, or in enforcement.
    Court,
    /// Given up, as the books have it.
    WrittenOff,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 5] = [Stage::Amicable, Stage::FormalNotice, Stage::Agency, Stage::Court, Stage::WrittenOff];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Stage::Amicable => "amicable",
            Stage::FormalNotice => "formal-notice",
            Stage::Agency => "agency",
            Stage::Court => "court",
            Stage::WrittenOff => "written-off",
        }
    }

    /// Whether a claim may go from here to there. Nobody is sued or handed over before a formal notice; what went to
    /// court does not go back to an agency; a small claim may be given up at once; whatever is settled short of giving
    /// up goes back to ordinary reminders. What is written off stays so.
    pub const fn may_become(self, next: Stage) -> bool {
        match self {
            Stage::Amicable => matches!(next, Stage::FormalNotice | Stage::WrittenOff),
            Stage::FormalNotice => {
                matches!(next, Stage::Amicable | Stage::Agency | Stage::Court | Stage::WrittenOff)
            }
            Stage::Agency => matches!(next, Stage::Amicable | Stage::Court | Stage::WrittenOff),
            Stage::Court => matches!(next, Stage::Amicable | Stage::WrittenOff),
            Stage::WrittenOff => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_transitions_are_these() {
        let from = |stage: Stage| -> Vec<&str> {
            Stage::ALL.into_iter().filter(|next| stage.may_become(*next)).map(Stage::key).collect()
        };
        assert_eq!(from(Stage::Amicable), ["formal-notice", "written-off"]);
        assert_eq!(from(Stage::FormalNotice), ["amicable", "agency", "court", "written-off"]);
        assert_eq!(from(Stage::Agency), ["amicable", "court", "written-off"]);
        assert_eq!(from(Stage::Court), ["amicable", "written-off"]);
        assert!(from(Stage::WrittenOff).is_empty());
    }
}
