//! What a check is: what it is called, how much it matters, what it counts, what it costs in the score, and the
//! function that looks. The registry of all checks stands in `checks`.

use crate::Criterion;
use crate::account::Account;
use crate::book::Book;
use crate::cases::Cases;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A figure or a reminder is probably wrong, or the law is not kept.
    High,
    /// Worth checking before signing or writing to anybody.
    Medium,
    /// Worth tidying.
    Low,
    /// Worth knowing.
    Info,
}

/// What a check counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Documents and other lines of the ledger.
    Entries,
    /// Customers.
    Customers,
    /// Match groups.
    Groups,
    /// Ranges of missing numbers.
    Ranges,
}

/// The subject of a check; its words stand in the file of that name in `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Due dates, and dates that cannot follow one another.
    Dates,
    /// Documents and customers that stand twice.
    Duplicates,
    /// Whether customers can be reached, and how recent the file is.
    Contacts,
    /// Match groups.
    Lettering,
    /// Credits and remainders.
    Balances,
    /// Payment terms, ceilings, penalties, limitation.
    Law,
    /// Series of document numbers.
    Numbering,
    /// Entries that are unusual in themselves: their day, their amount, their sign.
    Postings,
    /// Old debts, large debts, late beginners.
    Exposure,
    /// Accounts that are not plain receivables.
    Accounts,
}

impl Family {
    /// Whether the quality of the data is at stake rather than the receivables themselves.
    pub const fn of_data(self) -> bool {
        match self {
            Family::Dates | Family::Duplicates | Family::Contacts | Family::Lettering | Family::Balances => true,
            Family::Law | Family::Numbering | Family::Postings | Family::Exposure | Family::Accounts => false,
        }
    }
}

/// What a case costs in the score. A row that several checks of one criterion name is counted once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    None,
    /// The amount of the case.
    Amount(Criterion),
    /// Half of it.
    Half(Criterion),
    /// One customer.
    One(Criterion),
    /// What the age of the file costs, whatever the cases.
    Age(Criterion),
}

impl Cost {
    /// The part of the score that pays.
    pub const fn criterion(self) -> Option<Criterion> {
        match self {
            Cost::None => None,
            Cost::Amount(criterion) | Cost::Half(criterion) | Cost::One(criterion) | Cost::Age(criterion) => {
                Some(criterion)
            }
        }
    }
}

/// Where a check looks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Look {
    /// At each customer's account by itself.
    Account(fn(&Account<'_>, &mut Cases<'_>)),
    /// At what all accounts together tell.
    Book(fn(&Book<'_>, &mut Cases<'_>)),
}

/// Something looked for in every ledger.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Stable identifier.
    pub code: &'static str,
    /// Its subject.
    pub family: Family,
    /// How much it matters.
    pub severity: Severity,
    /// What it counts.
    pub thing: Thing,
    /// What a case costs in the score.
    pub cost: Cost,
    pub(crate) look: Look,
}

impl PartialEq for Check {
    /// A code is unique in the registry.
    fn eq(&self, other: &Check) -> bool {
        self.code == other.code
    }
}

impl Eq for Check {}
