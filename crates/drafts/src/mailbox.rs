//! An address with the name shown beside it.

use rules::contact::EmailAddress;

/// An address and the name shown with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The name shown; may be empty.
    pub name: String,
    /// The address.
    pub address: EmailAddress,
}
