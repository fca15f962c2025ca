//! A customer: who owes.

/// Position of a customer in its ledger, in order of identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerKey(pub u32);

/// Who owes, as the file names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// Identifier in the books (`411ALPHA`), or the name where the file has no identifier. Never empty.
    pub id: String,
    /// Name for people; the identifier where the file has no name.
    pub name: String,
    /// First e-mail address seen, as written.
    pub email: Option<String>,
    /// First telephone number seen, as written.
    pub phone: Option<String>,
}
