//! What is said of a FEC as a whole. Facts; the sentences live in `text`.

use crate::Severity;
use ledger::AccountClass;
use values::{Amount, Currency, Day};

/// How many lines a remark is about, and what they sum to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Lines, groups or entries.
    pub count: u32,
    /// Their sum in minor units, debits above zero.
    pub amount: Amount,
    /// Its currency.
    pub currency: Currency,
}

/// A remark on a FEC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FecRemark {
    /// The sum of all debits is not that of all credits.
    UnbalancedFile {
        /// All debits.
        debit: Amount,
        /// All credits.
        credit: Amount,
        /// Currency of both.
        currency: Currency,
    },
    /// Entries whose debits are not their credits; the amount sums the gaps without their signs.
    UnbalancedEntries(Share),
    /// The lines of the entries stand so far apart that their balance could not be checked.
    EntriesNotChecked,
    /// Lines of other accounts whose amount could not be read: the checks of the file leave them out.
    LinesNotChecked {
        /// How many.
        count: u32,
    },
    /// What the file's lines of a class sum to, all imported.
    ClassTotal {
        /// The class.
        class: AccountClass,
        /// Its lines and their sum.
        share: Share,
    },
    /// What the file's lines of a class sum to is not what was imported of them.
    ClassTotalDiffers {
        /// The class.
        class: AccountClass,
        /// Its lines and their sum.
        share: Share,
        /// What was imported.
        imported: Amount,
    },
    /// Lines of an account of all customers that name none: the account is taken for the customer.
    NoOwnCustomer(Share),
    /// Letters of several lines that do not clear each other; the amount is what they leave.
    UnbalancedLetters {
        /// Groups and what they leave.
        share: Share,
        /// Rows of the first ones.
        rows: Vec<u32>,
    },
    /// Letters that one line only bears: what it clears is not in the file.
    SingleLetters {
        /// Groups and what they leave.
        share: Share,
        /// Rows of the first ones.
        rows: Vec<u32>,
    },
    /// Letters in lower case, of partial matching, that leave something: as they should.
    PartialLetters(Share),
    /// Letters in lower case, of partial matching, whose lines clear each other after all.
    CompletePartialLetters {
        /// How many groups.
        count: u32,
    },
    /// Opening entries: balances brought forward, no sales.
    Openings(Share),
    /// Opening entries that do not say when their invoices were issued.
    OpeningDatesLost(Share),
    /// Due dates written in the texts of entries.
    LabelDueDates {
        /// How many.
        count: u32,
    },
    /// A list of open items beside the books: it dates their invoices and adds nothing.
    DueDatesJoined {
        /// Documents that are invoices of the books.
        found: u32,
        /// Documents that are not.
        missing: u32,
        /// Documents split into instalments that sum to their invoice.
        split: u32,
        /// Documents of instalments that do not: they date nothing.
        several: u32,
    },
    /// Lines without the day of their entry: that of their document stands for it.
    NoPostingDay {
        /// How many.
        count: u32,
    },
    /// Due dates estimated from the days a customer usually takes.
    EstimatedTerms {
        /// Entries and their sum.
        share: Share,
        /// Customers whose habit was used.
        customers: u32,
        /// Of the amounts without a due date in the file, in percent.
        percent: u8,
    },
    /// Opening entries that repeat what was open in the year before, counted once.
    YearsJoined(Share),
    /// Accounts whose opening is not what the year before left; the amount is the later year's less the earlier one's.
    OpeningDiffers(Share),
    /// The openings of this year repeat nothing of the files before it: they are kept.
    YearsNotJoined,
    /// Days are missing between this year and the one before it.
    YearsApart {
        /// Last day of the year before.
        until: Day,
        /// First day of this one.
        from: Day,
    },
    /// Two files tell of the same days: entries may stand twice.
    YearsOverlap {
        /// First day of this one.
        from: Day,
        /// Last day of the one before.
        until: Day,
    },
    /// The file's name says what its content says.
    NameAgrees {
        /// SIREN of the name.
        siren: String,
        /// Closing day of the name.
        closing: Day,
    },
    /// The SIREN in the file's name is none: its check digit is wrong.
    NameSirenInvalid {
        /// As written.
        siren: String,
    },
    /// The closing day in the file's name is not the last day of its entries.
    NameClosingDiffers {
        /// In the name.
        closing: Day,
        /// In the content.
        last: Day,
    },
}

impl FecRemark {
    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            FecRemark::UnbalancedFile { .. } => "fec-unbalanced-file",
            FecRemark::UnbalancedEntries(_) => "fec-unbalanced-entries",
            FecRemark::EntriesNotChecked => "fec-entries-not-checked",
            FecRemark::LinesNotChecked { .. } => "fec-lines-not-checked",
            FecRemark::ClassTotal { .. } => "account-class-total",
            FecRemark::ClassTotalDiffers { .. } => "account-class-differs",
            FecRemark::NoOwnCustomer(_) => "no-own-customer",
            FecRemark::UnbalancedLetters { .. } => "unbalanced-letters",
            FecRemark::SingleLetters { .. } => "single-letters",
            FecRemark::PartialLetters(_) => "partial-letters",
            FecRemark::CompletePartialLetters { .. } => "complete-partial-letters",
            FecRemark::Openings(_) => "opening-entries",
            FecRemark::OpeningDatesLost(_) => "opening-dates-lost",
            FecRemark::LabelDueDates { .. } => "label-due-dates",
            FecRemark::NoPostingDay { .. } => "no-posting-day",
            FecRemark::DueDatesJoined { .. } => "due-dates-joined",
            FecRemark::EstimatedTerms { .. } => "estimated-terms",
            FecRemark::YearsJoined(_) => "years-joined",
            FecRemark::OpeningDiffers(_) => "opening-differs",
            FecRemark::YearsNotJoined => "years-not-joined",
            FecRemark::YearsApart { .. } => "years-apart",
            FecRemark::YearsOverlap { .. } => "years-overlap",
            FecRemark::NameAgrees { .. } => "file-name-agrees",
            FecRemark::NameSirenInvalid { .. } => "file-name-siren",
            FecRemark::NameClosingDiffers { .. } => "file-name-closing",
        }
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            FecRemark::ClassTotalDiffers { .. } => Severity::Error,
            FecRemark::UnbalancedFile { .. }
            | FecRemark::UnbalancedEntries(_)
            | FecRemark::EntriesNotChecked
            | FecRemark::LinesNotChecked { .. }
            | FecRemark::NoOwnCustomer(_)
            | FecRemark::UnbalancedLetters { .. }
            | FecRemark::SingleLetters { .. }
            | FecRemark::OpeningDatesLost(_)
            | FecRemark::EstimatedTerms { .. }
            | FecRemark::NoPostingDay { .. }
            | FecRemark::DueDatesJoined { .. }
            | FecRemark::OpeningDiffers(_)
            | FecRemark::YearsNotJoined
            | FecRemark::YearsApart { .. }
            | FecRemark::YearsOverlap { .. }
            | FecRemark::NameSirenInvalid { .. }
            | FecRemark::NameClosingDiffers { .. } => Severity::Warning,
            FecRemark::ClassTotal { .. }
            | FecRemark::PartialLetters(_)
            | FecRemark::CompletePartialLetters { .. }
            | FecRemark::Openings(_)
            | FecRemark::LabelDueDates { .. }
            | FecRemark::YearsJoined(_)
            | FecRemark::NameAgrees { .. } => Severity::Info,
        }
    }
}
