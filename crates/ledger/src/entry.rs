//! An entry: one line that moves a customer's balance.

use crate::CustomerKey;
use values::{Amount, Day, Source};

/// Position of an entry in its ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey(pub u32);

/// A set of entries of one customer account that clear each other (lettrage). Numbers are unique in a ledger:
/// the same letters in two accounts are two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchGroup(pub u32);

/// What the entry records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Something sold: raises the balance.
    Invoice,
    /// A credit note: lowers it.
    CreditNote,
    /// Money received on the entry's day.
    Payment,
    /// Money received on a day the file does not tell; the entry carries its invoice's day.
    UndatedPayment,
    /// Balance brought forward: not a sale.
    Opening,
    /// Anything else (a miscellaneous entry): not a sale.
    Other,
}

/// Where a due date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueDaySource {
    /// Written in the file.
    Stated,
    /// From the payment terms written in the file.
    Terms,
    /// From the default terms the person chose.
    Default,
    /// There is none.
    None,
}

/// One line of the ledger. Debit above zero, credit below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose account.
    pub customer: CustomerKey,
    /// Number of the document, as written; empty where the file has none.
    pub document: String,
    /// What it records.
    pub kind: EntryKind,
    /// Invoice date, or the day the money came.
    pub day: Day,
    /// The day payment is due.
    pub due_day: Option<Day>,
    /// Where the due date comes from.
    pub due_day_source: DueDaySource,
    /// Minor units of the ledger's currency.
    pub amount: Amount,
    /// The entries it clears with.
    pub group: Option<MatchGroup>,
    /// Disputed by the customer: stays in the balance, out of the plan.
    pub disputed: bool,
    /// The row it was read from.
    pub source: Source,
}
