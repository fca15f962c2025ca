//! What people recorded about items and customers, and what it means on a day: disputes, promises, instalment plans,
//! blocks, insolvencies, life-cycle, contacts and reviews. Every record names its items by keys that survive the next
//! import; every edit is an operation of a log, replayed from its beginning, so that undo, redo and the dossier file
//! are one mechanism. A record whose item is no longer listed is told, never dropped.

mod call;
mod channel;
mod comparison;
mod externalise;
mod holds;
mod instalments;
mod key;
mod log;
mod operation;
mod outcome;
mod pairing;
mod received;
mod records;
mod register;
mod resolve;
mod snapshot;
mod stage;

pub use call::{DelayReason, Outcome};
pub use channel::Channel;
pub use comparison::{Change, Comparison, Extract, Movement, compare, extract_of, nothing_left};
pub use externalise::{Ripe, ripe};
pub use holds::Hold;
pub use instalments::{SplitError, TERMS_MAX, Term, custom, split};
pub use key::{Covered, Finder, ItemKey, Target, keys_of};
pub use log::Log;
pub use operation::{Operation, Setting};
pub use outcome::{Kept, PlanOutcome, PlanState, PromiseOutcome, Standing, TermState, TermStatus, tolerance};
pub use records::{
    Block, BlockKind, Contact, Dispute, DisputeCategory, InstalmentPlan, Note, Pin, Proceedings, Promise, Resolution,
    Resolved as DisputeResolved, Review, Transition, Verdict,
};
pub use register::{Recorded, Refusal, Register};
pub use resolve::{ContactMade, Proposal, RecordKind, Resolved, Unmatched};
pub use snapshot::{CustomerSnapshot, ItemKind, LedgerSnapshot, Snapshot, SnapshotItem};
pub use stage::Stage;
