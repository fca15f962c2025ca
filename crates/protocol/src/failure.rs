//! Why nothing came of a request.

use serde::{Deserialize, Serialize};

/// A refusal: what happened and what to do, in the chosen language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(rename = "EncoursErrorShape"))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// Stable identifier, for example `encrypted`.
    pub code: String,
    /// Where and what was seen.
    pub message: String,
    /// The file it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub file: Option<String>,
    /// What to do.
    pub advice: String,
}
