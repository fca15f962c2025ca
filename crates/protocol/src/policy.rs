//! Policies looked at before they are used: what the linter says, and what they would have done to the past.

use crate::ChannelCost;
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// A policy to look at: its JSON text, or a preset's name as a JSON text; the dossier's own unless given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyQuery {
    /// The policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub policy: Option<String>,
}

/// What the linter says of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PolicyCheck {
    /// Identifier of the policy.
    pub policy: String,
    /// Its name.
    pub name: String,
    /// Every remark, by place in the document.
    pub remarks: Vec<PolicyRemark>,
    /// The presets there are, the default first.
    pub presets: Vec<String>,
}

/// A remark on a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PolicyRemark {
    /// Stable identifier of the rule.
    pub rule: String,
    /// The place in the document, for example `scenarios[0].steps[3]`.
    pub path: String,
    /// Whether the policy should be changed, or only looked at.
    pub grave: bool,
    /// In one sentence.
    pub text: String,
}

/// One to four policies to try on the past of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulationQuery {
    /// The last day played.
    pub as_of: Day,
    /// Policies, each its JSON text or a preset's name as a JSON text; the dossier's own unless given, and where a text is
    /// `null`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub policies: Vec<String>,
    /// Months played; twelve unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub months: Option<u32>,
    /// What is assumed, where it is not the usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub assumptions: Option<SimulationAssumptions>,
}

/// What a back-test assumes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulationAssumptions {
    /// Days a written contact brings a payment forward by, at most.
    pub written_days: u32,
    /// Days a call brings a payment forward by, at most.
    pub call_days: u32,
    /// Days that pass at least between a contact and the payment it brings.
    pub reaction_days: u32,
    /// A contact is needless where all it asks for is paid within so many days anyway.
    pub needless_days: u32,
}

/// What policies would have done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Simulation {
    /// The first day counted.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// What is assumed.
    pub assumptions: SimulationAssumptions,
    /// The same in sentences.
    pub assumed: Vec<String>,
    /// One for each policy, in the order asked.
    pub policies: Vec<SimulatedPolicy>,
}

/// What one policy would have done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedPolicy {
    /// Identifier of the policy.
    pub policy: String,
    /// Its name.
    pub name: String,
    /// By currency.
    pub currencies: Vec<SimulatedCurrency>,
}

/// What one policy would have done to the ledger of one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedCurrency {
    /// The currency.
    pub currency: Currency,
    /// All contacts.
    pub contacts: u32,
    /// Contacts by channel, with their cost in euro cents.
    pub channels: Vec<ChannelCost>,
    /// Cost of all contacts, in euro cents.
    pub cost: Amount,
    /// Customers contacted at least once.
    pub customers: u32,
    /// Contacts about what was paid within days anyway.
    pub needless: u32,
    /// What was paid after it was due.
    pub paid_late: Amount,
    /// Days by which that would have come earlier on average, weighed by amount; none where nothing was paid late.
    pub days_earlier: Option<f64>,
    /// Contacts of each week, those without any too.
    pub weeks: Vec<SimulatedWeek>,
}

/// The contacts of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedWeek {
    /// Its Monday.
    pub monday: Day,
    /// All contacts.
    pub contacts: u32,
    /// Calls among them.
    pub calls: u32,
}
