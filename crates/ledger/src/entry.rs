//! An entry: one line that moves a customer's balance.

use crate::{CustomerKey, MatchGroup};
use values::{Amount, Day, Source};

/// Place of an entry in its ledger: in order of customer, then in the order of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    pub(crate) customer: CustomerKey,
    pub(crate) position: u32,
}

impl EntryKey {
    /// Whose entry.
    pub fn customer(self) -> CustomerKey {
        self.customer
    }

    /// Place among the customer's entries, from 0, in the order of the files.
    pub fn position(self) -> u32 {
        self.position
    }
}

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

impl EntryKind {
    /// The day that a document of this kind bears, of those a file tells. Money counts on the day it was posted: some
    /// programs write the invoice's day as that of the payment's document.
    pub fn document_day(self, posted: Day, told: Day) -> Day {
        match self {
            EntryKind::Payment | EntryKind::UndatedPayment => posted,
            EntryKind::Invoice | EntryKind::CreditNote | EntryKind::Opening | EntryKind::Other => told,
        }
    }

    /// Every kind, in the order of its number.
    pub(crate) const ALL: [EntryKind; 6] = [
        EntryKind::Invoice,
        EntryKind::CreditNote,
        EntryKind::Payment,
        EntryKind::UndatedPayment,
        EntryKind::Opening,
        EntryKind::Other,
    ];
}

/// The account of the French chart an entry stands in (domain.md 5.7). Entries that name no account are receivables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountClass {
    /// 411, customers: what is invoiced and not paid.
    #[default]
    Receivable,
    /// 4117, amounts held back by the customer (*retenue de garantie*): not due before the works are accepted.
    Retention,
    /// 413, bills of exchange receivable: a risk, due on the bill's own day.
    BillsReceivable,
    /// 416, doubtful or disputed customers: still owed, out of ordinary reminders.
    Doubtful,
    /// 418, invoices to be issued: estimated at closing, not yet asked for.
    Accrued,
    /// 419, advances received, packaging and other credits: owed to the customers.
    Advances,
    /// 4198, rebates and credit notes to be issued: estimated at closing, like 418.
    CreditNotesToIssue,
}

impl AccountClass {
    /// Every class, in order of account.
    pub const ALL: [AccountClass; 7] = [
        AccountClass::Receivable,
        AccountClass::Retention,
        AccountClass::BillsReceivable,
        AccountClass::Doubtful,
        AccountClass::Accrued,
        AccountClass::Advances,
        AccountClass::CreditNotesToIssue,
    ];

    /// The class of an account number, `None` where it is no customers' account.
    pub fn of_account(number: &str) -> Option<AccountClass> {
        match number.get(..3)? {
            "411" if number.starts_with("4117") => Some(AccountClass::Retention),
            "411" => Some(AccountClass::Receivable),
            "413" => Some(AccountClass::BillsReceivable),
            "416" => Some(AccountClass::Doubtful),
            "418" => Some(AccountClass::Accrued),
            "419" if number.starts_with("4198") => Some(AccountClass::CreditNotesToIssue),
            "419" => Some(AccountClass::Advances),
            _ => None,
        }
    }

    /// The first digits of its accounts.
    pub const fn root(self) -> &'static str {
        match self {
            AccountClass::Receivable => "411",
            AccountClass::Retention => "4117",
            AccountClass::BillsReceivable => "413",
            AccountClass::Doubtful => "416",
            AccountClass::Accrued => "418",
            AccountClass::Advances => "419",
            AccountClass::CreditNotesToIssue => "4198",
        }
    }

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            AccountClass::Receivable => "receivable",
            AccountClass::Retention => "retention",
            AccountClass::BillsReceivable => "bills-receivable",
            AccountClass::Doubtful => "doubtful",
            AccountClass::Accrued => "accrued",
            AccountClass::Advances => "advances",
            AccountClass::CreditNotesToIssue => "credit-notes-to-issue",
        }
    }
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
    /// Estimated from the days the customer usually takes: always shown as an estimate.
    Mode,
    /// From the column of ages it stands in: the latest day that column admits.
    Bucket,
    /// There is none.
    None,
}

/// One line of the ledger. Debit above zero, credit below. Its document number is asked of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose account.
    pub customer: CustomerKey,
    /// What it records.
    pub kind: EntryKind,
    /// The account it stands in.
    pub account_class: AccountClass,
    /// The posting day: from then on the entry is in the balance.
    pub day: Day,
    /// The day the document bears, from which it ages and its terms run (domain.md 7.1); the posting day where the file
    /// tells no other, and for money received.
    pub document_day: Day,
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
