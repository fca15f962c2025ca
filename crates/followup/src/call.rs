//! What came of a call, and why a customer has not paid: the codes of a journal (domain.md 9.2).

use serde::{Deserialize, Serialize};

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "CallOutcome"))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Nobody answered.
    NoAnswer,
    /// A message was left.
    Voicemail,
    /// The number or the person is not the right one.
    WrongContact,
    /// The customer gives its word to pay.
    Promise,
    /// It will be in the next payment run, on a day.
    PaymentRun,
    /// It says it has paid.
    Paid,
    /// It agrees to instalments.
    Plan,
    /// It says something is not owed.
    Dispute,
    /// It never got the invoice.
    NotReceived,
    /// Somebody must still approve the invoice.
    AwaitingApproval,
    /// It asks to be called on another day.
    CallBack,
    /// It will not pay, and gives no ground.
    Refusal,
    /// Insolvency proceedings are open.
    Insolvency,
}

impl Outcome {
    /// Every outcome, in the order of a list.
    pub const ALL: [Outcome; 13] = [
        Outcome::Promise,
        Outcome::PaymentRun,
        Outcome::Paid,
        Outcome::Plan,
        Outcome::Dispute,
        Outcome::NotReceived,
        Outcome::AwaitingApproval,
        Outcome::CallBack,
        Outcome::NoAnswer,
        Outcome::Voicemail,
        Outcome::WrongContact,
        Outcome::Refusal,
        Outcome::Insolvency,
    ];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Outcome::NoAnswer => "no-answer",
            Outcome::Voicemail => "voicemail",
            Outcome::WrongContact => "wrong-contact",
            Outcome::Promise => "promise",
            Outcome::PaymentRun => "payment-run",
            Outcome::Paid => "paid",
            Outcome::Plan => "plan",
            Outcome::Dispute => "dispute",
            Outcome::NotReceived => "not-received",
            Outcome::AwaitingApproval => "awaiting-approval",
            Outcome::CallBack => "call-back",
            Outcome::Refusal => "refusal",
            Outcome::Insolvency => "insolvency",
        }
    }

    /// Whether somebody of the customer was spoken to.
    pub const fn reached(self) -> bool {
        !matches!(self, Outcome::NoAnswer | Outcome::Voicemail | Outcome::WrongContact)
    }

    /// The reason it lets one suppose where nobody gave one; shown as supposed.
    pub const fn supposed_reason(self) -> Option<DelayReason> {
        match self {
            Outcome::PaymentRun => Some(DelayReason::PaymentRun),
            Outcome::Paid => Some(DelayReason::AlreadyPaid),
            Outcome::Plan => Some(DelayReason::CashDifficulty),
            Outcome::Dispute => Some(DelayReason::Dispute),
            Outcome::NotReceived => Some(DelayReason::NotReceived),
            Outcome::AwaitingApproval => Some(DelayReason::AwaitingApproval),
            Outcome::Insolvency => Some(DelayReason::Insolvency),
            Outcome::NoAnswer
            | Outcome::Voicemail
            | Outcome::WrongContact
            | Outcome::Promise
            | Outcome::CallBack
            | Outcome::Refusal => None,
        }
    }
}

/// Why a customer has not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DelayReason {
    /// The invoice did not arrive.
    NotReceived,
    /// It waits for approval.
    AwaitingApproval,
    /// Price, quantity, quality, delivery or order number.
    Dispute,
    /// Another entity or address should be invoiced.
    WrongEntity,
    /// It says it has paid.
    AlreadyPaid,
    /// It has no money.
    CashDifficulty,
    /// It waits for a credit note.
    AwaitingCredit,
    /// It sets off a claim of its own.
    SetOff,
    /// Its next payment run.
    PaymentRun,
    /// The invoice is not on its portal.
    PortalNotFilled,
    /// Insolvency proceedings.
    Insolvency,
    /// Not known.
    Unknown,
}

impl DelayReason {
    /// Every reason, in the order of a list.
    pub const ALL: [DelayReason; 12] = [
        DelayReason::NotReceived,
        DelayReason::AwaitingApproval,
        DelayReason::Dispute,
        DelayReason::WrongEntity,
        DelayReason::AlreadyPaid,
        DelayReason::CashDifficulty,
        DelayReason::AwaitingCredit,
        DelayReason::SetOff,
        DelayReason::PaymentRun,
        DelayReason::PortalNotFilled,
        DelayReason::Insolvency,
        DelayReason::Unknown,
    ];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            DelayReason::NotReceived => "not-received",
            DelayReason::AwaitingApproval => "awaiting-approval",
            DelayReason::Dispute => "dispute",
            DelayReason::WrongEntity => "wrong-entity",
            DelayReason::AlreadyPaid => "already-paid",
            DelayReason::CashDifficulty => "cash-difficulty",
            DelayReason::AwaitingCredit => "awaiting-credit",
            DelayReason::SetOff => "set-off",
            DelayReason::PaymentRun => "payment-run",
            DelayReason::PortalNotFilled => "portal-not-filled",
            DelayReason::Insolvency => "insolvency",
            DelayReason::Unknown => "unknown",
        }
    }
}
