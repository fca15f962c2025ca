//! What may be claimed on the items of a ledger besides themselves: late-payment interest and the fixed sum, item by item,
//! by the law that fits the customer, from the payments of the ledger by their day; and until when each item can be sued for.
//! Nothing here is added to the ledger's balance.

mod interest;
mod kind;
mod late_payments;
mod limitation;

pub use interest::{ClaimsOf, ItemClaim, Terms};
pub use kind::{RegimeBecause, is_consumer, regime_of};
pub use late_payments::LatePayments;
pub use limitation::{ItemLimitation, limitations, period_of};
