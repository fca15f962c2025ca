//! What people recorded about a dossier, as it stands on a day, and the dossier file it is kept in.

use crate::OpenOptions;
use followup::{
    Block, Contact, Covered, Dispute, DisputeResolved, InstalmentPlan, ItemKey, Note, Operation, Pin, Proceedings,
    Promise, RecordKind, Review, Stage, Target, Term, Transition,
};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// What is saved of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SaveQuery {
    /// With the files of the ledger themselves; without them by default.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub with_ledger: bool,
    /// Encrypted under these words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub passphrase: Option<String>,
    /// The day whose open items are kept for the next comparison; by default the day saved last, else the last day of
    /// the files.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub as_of: Option<Day>,
}

/// How a dossier file is opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RestoreQuery {
    /// The words it was encrypted under.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub passphrase: Option<String>,
    /// Language of the sentences; French by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub language: Option<text::Language>,
    /// How the files are read, beside what the dossier says and before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reading: Option<Box<OpenOptions>>,
}

/// Every edit of a dossier, to make them again in another engine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditLog {
    /// Made, oldest first.
    pub done: Vec<Operation>,
    /// Taken back, the next to come again last.
    pub undone: Vec<Operation>,
}

/// Of what the register is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisterQuery {
    /// The day everything is told for.
    pub as_of: Day,
    /// Only what is about this customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
}

/// What people recorded, as it stands on a day. Each list is in the order recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DossierRegister"))]
#[serde(rename_all = "camelCase")]
pub struct RegisterView {
    /// The day.
    pub as_of: Day,
    /// What `undo` would take back, in words.
    pub undo: Option<String>,
    /// What `redo` would make again, in words.
    pub redo: Option<String>,
    /// Edits made since the dossier began.
    pub edits: u32,
    /// Disputes.
    pub disputes: Vec<DisputeView>,
    /// Promises, with what became of them.
    pub promises: Vec<PromiseView>,
    /// Instalment plans, with what became of them.
    pub plans: Vec<PlanView>,
    /// Blocks.
    pub blocks: Vec<BlockView>,
    /// Insolvencies.
    pub insolvencies: Vec<InsolvencyView>,
    /// Where claims stand that left ordinary reminders.
    pub cases: Vec<CaseView>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// The journal of contacts.
    pub contacts: Vec<Contact>,
    /// What is fixed about customers.
    pub pins: Vec<PinsView>,
    /// Decisions on actions of the plan.
    pub reviews: Vec<Review>,
    /// Customers who broke promises in the last 90 days.
    pub standings: Vec<StandingView>,
    /// What a person may want to do next, in words with the edit it would be.
    pub proposals: Vec<ProposedEdit>,
    /// Records that no longer find their item or customer in the files.
    pub unmatched: Vec<UnmatchedView>,
    /// Claims ripe to be handed over, largest first.
    pub ripe: Vec<RipeClaim>,
    /// The share of overdue items they are, beside what a vendor claims for its clients; `null` where nothing is overdue.
    pub ripe_text: Option<String>,
}

/// A dispute as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DisputeView {
    /// Its number.
    pub number: u32,
    /// What was recorded.
    pub record: Dispute,
    /// How it ended.
    pub end: Option<DisputeResolved>,
    /// Whether it holds its item back on the day.
    pub active: bool,
}

/// A promise as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Its number.
    pub number: u32,
    /// What was recorded.
    pub record: Promise,
    /// The day it was taken back.
    pub withdrawn: Option<Day>,
    /// `pending`, `kept`, `partly`, `broken`, `withdrawn`, `replaced` or `not-listed`; `to-come` where it was made
    /// after the day.
    pub state: String,
    /// What came up to its last day.
    pub paid: Amount,
}

/// An instalment plan as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Its number.
    pub number: u32,
    /// What was recorded.
    pub record: InstalmentPlan,
    /// The day it was given up.
    pub ended: Option<Day>,
    /// `respected`, `missed`, `completed`, `ended` or `not-listed`; `to-come` where it was agreed after the day.
    pub state: String,
    /// Its terms, with what came of each.
    pub terms: Vec<TermView>,
    /// The day of the next term.
    pub next: Option<Day>,
    /// What is missing of the terms that passed.
    pub short: Amount,
}

/// A term as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    /// The term.
    pub term: Term,
    /// What is paid of it.
    pub paid: Amount,
    /// `paid`, `missed` or `to-come`.
    pub state: String,
}

/// A block as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// Its number.
    pub number: u32,
    /// What was recorded.
    pub record: Block,
    /// The day it was lifted.
    pub lifted: Option<Day>,
    /// Whether it holds something back on the day.
    pub active: bool,
}

/// An insolvency as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InsolvencyView {
    /// Its number.
    pub number: u32,
    /// What was recorded.
    pub record: Proceedings,
    /// The day it was over.
    pub ended: Option<Day>,
    /// The last day to declare the claim, where the notice is known.
    pub declare_until: Option<Day>,
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// What claim.
    pub target: Target,
    /// Where it stands on the day.
    pub stage: Stage,
    /// Its steps, costs included, oldest first.
    pub steps: Vec<Transition>,
    /// What it may become.
    pub next: Vec<Stage>,
}

/// What is fixed about a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PinsView {
    /// Customer identifier.
    pub customer: String,
    /// What.
    pub pins: Vec<Pin>,
}

/// How a customer keeps its word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StandingView {
    /// Customer identifier.
    pub customer: String,
    /// Promises broken in the last 90 days.
    pub broken: u32,
    /// Levels its next reminder is raised by.
    pub raised: u32,
}

/// An edit that is proposed, never made by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProposedEdit {
    /// Why.
    pub text: String,
    /// The edit.
    pub edit: Operation,
}

/// A record that no longer finds what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnmatchedView {
    /// What record.
    pub kind: RecordKind,
    /// Its number.
    pub number: u32,
    /// Whose.
    pub customer: String,
    /// The item not listed; `null` where the customer is not.
    pub item: Option<ItemKey>,
    /// The same in words.
    pub text: String,
}

/// A claim ripe to be handed to an agency or a court: its notice is out and its time has passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RipeClaim {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Items.
    pub items: u32,
    /// What is open of them.
    pub amount: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Day of the oldest notice.
    pub noticed: Day,
}

/// Which agreement to draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementQuery {
    /// Number of the plan.
    pub plan: u32,
    /// Language of the draft; the dossier's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub language: Option<text::Language>,
}

/// The draft of an instalment agreement, to review with counsel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgreementDraft {
    /// Number of the plan.
    pub plan: u32,
    /// Its title.
    pub title: String,
    /// Its text; what the dossier does not know is left blank.
    pub text: String,
}

/// Which terms to split an amount into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstalmentsQuery {
    /// The items, with what is open of each.
    pub items: Vec<Covered>,
    /// How many monthly terms.
    pub count: u32,
    /// The day of the first.
    pub first: Day,
    /// The day of the agreement.
    pub agreed: Day,
    /// Interest agreed for the time granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub interest: Option<Amount>,
}
