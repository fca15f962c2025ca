//! A policy as a person edits it: sentences made of words and fields, each field with the place it stands at in the
//! policy's document; and what a policy would do to the open ledger.

use crate::{ChannelCost, LeftAlone, Named};
use serde::{Deserialize, Serialize};
use values::Day;

/// A policy to show, with a change to make first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyFormQuery {
    /// Its document, a JSON text; the one the dossier follows where there is none.
    pub policy: Option<String>,
    /// The change.
    pub change: Option<PolicyChange>,
}

/// A change of a policy's document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyChange {
    /// Where, as a field or a line of the form names it.
    pub path: String,
    /// What.
    pub change: PolicyEdit,
}

/// What is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PolicyEdit {
    /// A field holds this, as it was typed or chosen.
    Set(String),
    /// A line more, at the end of a list.
    Add,
    /// A line less.
    Remove,
    /// A line goes before the one above it.
    Up,
}

/// A policy as a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// Its document, after the change.
    pub json: String,
    /// Identifier and name.
    pub policy: Named,
    /// The policies that come with the product.
    pub presets: Vec<Named>,
    /// Its parts.
    pub sections: Vec<PolicySection>,
    /// Whether the dossier follows it.
    pub followed: bool,
    /// Why it cannot be carried out.
    pub problem: Option<FormRemark>,
    /// What an experienced reader would say of it.
    pub advice: Vec<FormRemark>,
}

/// A part of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicySection {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub help: String,
    /// The list its lines are elements of, and what a line more is called; nothing where they are fixed.
    pub list: Option<(String, String)>,
    /// Its sentences.
    pub lines: Vec<PolicyLine>,
    /// The steps of a scenario on the time line of an invoice.
    pub timeline: Vec<TimelineStep>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyLine {
    /// Where it stands in the document.
    pub path: String,
    /// Words and fields.
    pub parts: Vec<PolicyPart>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PolicyPart {
    /// Words.
    Words(String),
    /// A field.
    Field(PolicyField),
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyField {
    /// Where it stands in the document.
    pub path: String,
    /// What it is, for who does not see the sentence.
    pub label: String,
    /// What it holds.
    pub value: String,
    /// What it may hold.
    pub kind: FieldKind,
}

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// A whole number.
    Number,
    /// An amount as people write it.
    Money,
    /// Words.
    Words,
    /// A day.
    Day,
    /// One of these.
    Choice(Vec<Named>),
}

/// A step on the time line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TimelineStep {
    /// Its place, `J+7`.
    pub place: String,
    /// Its name.
    pub name: String,
    /// By what means.
    pub channel: String,
    /// Days from the due date, where it counts from there.
    pub days: i32,
}

/// A remark about a place of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormRemark {
    /// Where.
    pub path: String,
    /// What.
    pub text: String,
}

/// What policies would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutcomesQuery {
    /// The day everything is computed for.
    pub as_of: Day,
    /// Days planned after the as-of day; 30 by default.
    pub horizon_days: Option<u32>,
    /// Their documents; nothing stands for the one the dossier follows.
    pub policies: Vec<Option<String>>,
}

/// What a policy would do to the open ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyOutcome {
    /// Identifier and name.
    pub policy: Named,
    /// Contacts of the horizon.
    pub actions: u32,
    /// Of which on the as-of day.
    pub today: u32,
    /// Customers contacted.
    pub customers: u32,
    /// Of which the contact that comes first is a formal notice or firmer.
    pub formal_first: u32,
    /// Contacts a person must approve.
    pub to_approve: u32,
    /// The day with the most contacts, and how many.
    pub busiest: Option<(Day, u32)>,
    /// Contacts and their cost by channel.
    pub cost: Vec<ChannelCost>,
    /// The step that contacts a customer first: its name, and how many customers.
    pub first_contacts: Vec<(String, u32)>,
    /// Every reason to leave items alone, counted.
    pub left_alone: Vec<LeftAlone>,
}
