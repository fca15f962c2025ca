//! Texts ready to review. Nothing is ever sent from here.

use crate::{Channel, ClaimRules, Diagnostic};
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
    /// Where to pay, in the currency of the account's country.
    pub iban: String,
    /// The accounts by currency, where there are several.
    pub accounts: Vec<SenderAccount>,
    /// What the signatory is in the firm.
    pub function: String,
    /// Legal form and capital, in words.
    pub legal_form: String,
    /// The seat: street, postal code and town, one line each.
    pub address: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Where the firm is registered, such as `RCS Lyon`.
    pub registry: String,
    /// Who gets a copy of every message.
    pub cc: Vec<String>,
}

/// A bank account of the creditor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SenderAccount {
    /// Its currency; that of the account's country where empty.
    pub currency: String,
    /// Its number.
    pub iban: String,
    /// The bank's code.
    pub bic: String,
    /// Whose it is, where it is not the firm's name.
    pub holder: String,
}

/// A template in place of the shipped one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateText {
    /// Its name: one of ours, or one that the policy names.
    pub name: String,
    /// Language of the text.
    pub language: Language,
    /// A first line with the subject after a colon, a blank line, the text.
    pub source: String,
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
    /// Templates in place of the shipped ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<TemplateText>>"))]
    pub templates: Vec<TemplateText>,
    /// By which rules interest and fixed sums are computed; those of the law by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub claims: Option<ClaimRules>,
    /// Every text there is for the actions asked for, warm and firm, whatever their step: to choose from.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub variants: bool,
    /// Texts that a person chose or reworded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DraftEdit>>"))]
    pub edits: Vec<DraftEdit>,
}

/// What a person made of a text: other words, never other figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftEdit {
    /// Identifier of the action.
    pub action: String,
    /// Another text than the step's: its template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub template: Option<String>,
    /// `warm` or `firm` in place of what the rules choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub tone: Option<String>,
    /// The subject, reworded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub subject: Option<String>,
    /// The text, reworded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub body: Option<String>,
}

/// A line of a text beside the one it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangedLine {
    /// `same`, `removed` or `added`.
    pub change: String,
    /// The line.
    pub text: String,
}

fn is_false(value: &bool) -> bool {
    !value
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
    /// Name of the template.
    pub template: String,
    /// `warm` or `firm`.
    pub tone: String,
    /// A formal notice that has every element of one.
    pub formal_notice: bool,
    /// What is missing or must be looked at before it leaves.
    pub diagnostics: Vec<Diagnostic>,
    /// Line by line, what a person reworded; empty where nobody did.
    pub changes: Vec<ChangedLine>,
}
