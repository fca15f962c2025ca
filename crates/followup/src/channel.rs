//! By what means a customer is contacted.

use serde::{Deserialize, Serialize};

/// By what means a customer is contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// An e-mail draft.
    Email,
    /// A letter.
    Letter,
    /// A registered letter with receipt.
    RegisteredLetter,
    /// A call, prepared by a call sheet.
    Phone,
    /// A text message.
    Sms,
    /// A note to a colleague.
    Internal,
}
