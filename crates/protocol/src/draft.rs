//! Texts ready to review. Nothing is ever sent from here.

use crate::{AttachedFile, Channel, ClaimRules, Diagnostic};
use serde::{Deserialize, Serialize};
use text::Language;
use values::{Amount, Day};

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
    /// Colleagues who sign or get copies, beside the one who usually signs.
    pub colleagues: Vec<Colleague>,
    /// Persons at customers', beside what the files give.
    pub contacts: Vec<CustomerContact>,
    /// Who signs, who is written to, who gets a copy and in what language: of the rules that fit a text, one for its
    /// customer decides before one for its country, that before one for everybody, and of two alike the first.
    pub rules: Vec<LetterRule>,
}

/// A person of the firm.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Colleague {
    /// Name: rules and the salespersons of the files are found by it.
    pub name: String,
    /// What this person is in the firm.
    pub function: String,
    /// E-mail address; the sender's where empty.
    pub email: String,
    /// Telephone number; the sender's where empty.
    pub phone: String,
}

/// What a contact is at the customer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ContactRole {
    /// Whom reminders are meant for.
    #[default]
    Dunning,
    /// Accounts payable.
    Accounting,
    /// Whoever ordered.
    Buyer,
    /// Who decides: written to from the last notice on.
    Manager,
    /// Counsel.
    Legal,
}

/// A person at a customer's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CustomerContact {
    /// Customer identifier.
    pub customer: String,
    /// What this person is.
    pub role: ContactRole,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
}

/// A rule of letters: conditions left empty always hold, and what it does not say is left to others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct LetterRule {
    /// Only this customer, by identifier.
    pub customer: String,
    /// Only customers of this country, by name or code.
    pub country: String,
    /// Only customers of these segments.
    pub segments: Vec<String>,
    /// Only customers of these salespersons.
    pub salespersons: Vec<String>,
    /// Only these steps of the policy, by identifier; or `promise-made`, `promise-broken`, `dispute`, `thanks`.
    pub steps: Vec<String>,
    /// Only steps as firm as this or firmer: a tone of the policy, such as `last-notice`.
    pub from_tone: String,
    /// Only where at least this is asked for, in minor units.
    pub amount_from: Option<Amount>,
    /// Who signs: `salesperson`, or the name of a colleague.
    pub signs: String,
    /// Which contact of the customer is written to.
    pub write_to: Option<ContactRole>,
    /// Who gets a copy: `salesperson`, `customer:manager` and the like, an address, or the name of a colleague.
    pub copies: Vec<String>,
    /// In what language.
    pub language: Option<Language>,
}

/// What was chosen for a text, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftChoice {
    /// `means`, `signatory`, `contact`, `copies` or `language`.
    pub about: String,
    /// What, in words.
    pub chosen: String,
    /// Why, in words: the rule that decided, and what was wanted first and not to be had.
    pub reason: String,
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
    /// Whether e-mails end with the answer form as lines to fill in, for whoever cannot open an attachment.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub form_in_text: bool,
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
    /// The invoices among them, with their sizes.
    pub attached: Vec<AttachedFile>,
    /// Name of the template.
    pub template: String,
    /// `warm` or `firm`.
    pub tone: String,
    /// A formal notice that has every element of one.
    pub formal_notice: bool,
    /// Means, signatory, contact, copies and language, each with what decided.
    pub choices: Vec<DraftChoice>,
    /// What is missing or must be looked at before it leaves.
    pub diagnostics: Vec<Diagnostic>,
    /// Line by line, what a person reworded; empty where nobody did.
    pub changes: Vec<ChangedLine>,
}
