//! An entry of a group, as much of it as tells whether the group clears and how its invoices were paid: an account of
//! a quarter of a million entries is held at once.

use ledger::{AccountClass, Entry, EntryKind, MatchGroup};
use values::{Amount, Day, Source};

/// One entry of a customer that bears letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leg {
    pub(crate) group: MatchGroup,
    pub(crate) amount: Amount,
    pub(crate) source: Source,
    pub(crate) day: Day,
    /// The day of its document.
    pub(crate) issued: Day,
    pub(crate) kind: EntryKind,
    pub(crate) account_class: AccountClass,
    pub(crate) from_fec: bool,
}

impl Leg {
    /// The leg of an entry; none where it bears no letters.
    pub(crate) fn of(entry: &Entry, from_fec: bool) -> Option<Leg> {
        Some(Leg {
            group: entry.group?,
            amount: entry.amount,
            source: entry.source,
            day: entry.day,
            issued: entry.document_day,
            kind: entry.kind,
            account_class: entry.account_class,
            from_fec,
        })
    }
}
