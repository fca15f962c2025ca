//! Texts ready to review. Nothing is ever sent from here.

use crate::{Channel, Diagnostic};
use serde::{Deserialize, Serialize};
use text::Language;
use values::Day;

/// Who writes: the creditor. Empty fields are simply left out of the texts, and said so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Sender {
    /// The firm.
    pub company: String,
    /// The person who signs.
    pub name: String,
    /// Its e-mail address.
    pub email: String,
    /// Its telephone number.
    pub phone: String,
    /// Where to pay.
    pub iban: String,
}

/// Which drafts to write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftsQuery {
    /// The day everything is computed for: drafts are written for the actions of that day.
    pub as_of: Day,
    /// A policy: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub policy: Option<String>,
    /// Only these actions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub actions: Option<Vec<String>>,
    /// Language of the drafts; the dossier's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub language: Option<Language>,
    /// Who writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sender: Option<Sender>,
}

/// A text ready to review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Identifier of the action.
    pub action: String,
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// By what means.
    pub channel: Channel,
    /// Language of the text.
    pub language: Language,
    /// Addresses.
    pub to: Vec<String>,
    /// Copies.
    pub cc: Vec<String>,
    /// The sender's address.
    pub from: String,
    /// Subject of a message, title of a call sheet.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Names of the attachments.
    pub attachments: Vec<String>,
    /// What is missing or must be looked at before it leaves.
    pub diagnostics: Vec<Diagnostic>,
}
