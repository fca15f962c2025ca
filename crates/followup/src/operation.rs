//! Everything a person can do to a dossier, as data: the log of these is the dossier's state.

use crate::{
    Block, Contact, Dispute, DisputeResolved, InstalmentPlan, ItemKey, Note, Pin, Proceedings, Promise, Review,
    Transition,
};
use serde::{Deserialize, Serialize};
use values::Day;

/// One edit. Records are named by their number: 1 for the first dispute recorded, and so on for each kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Operation {
    /// A dispute is raised.
    Dispute(Dispute),
    /// A dispute is told otherwise: all but its item may change.
    Revise {
        /// Number of the dispute.
        dispute: u32,
        /// What it is now.
        to: Dispute,
    },
    /// A dispute ends.
    Resolve {
        /// Number of the dispute.
        dispute: u32,
        /// How.
        end: DisputeResolved,
    },
    /// A promise is given.
    Promise(Promise),
    /// A promise is taken back, or was noted by mistake.
    Withdraw {
        /// Number of the promise.
        promise: u32,
        /// From which day.
        day: Day,
    },
    /// An instalment plan is agreed.
    Plan(InstalmentPlan),
    /// An instalment plan is given up: what is left is owed as it was.
    EndPlan {
        /// Number of the plan.
        plan: u32,
        /// From which day.
        day: Day,
    },
    /// Something is left alone.
    Block(Block),
    /// It is no longer.
    Lift {
        /// Number of the block.
        block: u32,
        /// From which day.
        day: Day,
    },
    /// Proceedings proceedings are known.
    Insolvent(Proceedings),
    /// They are over, or were noted by mistake.
    Solvent {
        /// Number of the insolvency.
        insolvency: u32,
        /// From which day.
        day: Day,
    },
    /// A claim goes one step on, or back to ordinary reminders.
    Advance(Transition),
    /// A remark.
    Note(Note),
    /// A contact was made.
    Contact(Contact),
    /// An action of the plan is decided on; the last decision on an action counts.
    Review(Review),
    /// The decision on an action is taken back.
    Unreview {
        /// Identifier of the action.
        action: String,
    },
    /// Something is fixed about a customer, in place of what was of that kind.
    Pin {
        /// Customer identifier.
        customer: String,
        /// What.
        pin: Pin,
    },
    /// All that is fixed about a customer is let go.
    Unpin {
        /// Customer identifier.
        customer: String,
    },
    /// The matches approved, in place of those before: each the items that clear each other.
    Match(Vec<Vec<ItemKey>>),
    /// A setting, in place of the one before; none for the default.
    Set {
        /// Which.
        setting: Setting,
        /// What: words, or a JSON text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        value: Option<String>,
    },
    /// Several edits that are done and undone as one.
    Together(Vec<Operation>),
}

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// The policy, as its JSON text.
    Policy,
    /// Who writes, as a JSON text.
    Sender,
    /// The name of the dossier.
    Title,
}
