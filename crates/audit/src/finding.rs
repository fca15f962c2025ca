//! A finding: a check that found something, how often, for how much, and the first rows that show it.

use crate::{Check, Severity};
use analysis::reperformance::{Cause, Column};
use ledger::CustomerKey;
use rules::PaymentTerms;
use values::{Amount, Day, Ratio, Source};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: &'static Check,
    /// How much it matters here.
    pub severity: Severity,
    /// How many documents, customers or groups.
    pub count: u32,
    /// What they amount to, without sign, where an amount makes sense.
    pub amount: Option<Amount>,
    /// The largest of them, largest first.
    pub evidence: Vec<Evidence>,
}

/// One row that shows a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Whose account; nothing where only the client's own aged balance has the customer.
    pub customer: Option<CustomerKey>,
    /// Number of the document; empty where a customer is meant.
    pub document: String,
    /// The row; for a customer, the row of its first entry.
    pub source: Source,
    /// What it is about, signed; nothing where no amount is meant.
    pub amount: Option<Amount>,
    /// What was seen.
    pub detail: Detail,
}

/// What was seen on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The row says it all.
    None,
    /// Issued and due on these days.
    Dates {
        /// Issued.
        day: Day,
        /// Due.
        due: Option<Day>,
    },
    /// Another row that says the same.
    Twin {
        /// Its account, where it is another one.
        customer: CustomerKey,
        /// Its document.
        document: String,
        /// Its row.
        source: Source,
    },
    /// As written in the file.
    Seen(String),
    /// As written, and what was probably meant.
    Meant {
        /// As written.
        seen: String,
        /// Probably meant.
        meant: String,
    },
    /// Letters, and how many lines bear them.
    Group {
        /// The letters.
        letters: String,
        /// Lines.
        lines: u32,
    },
    /// Numbers missing between two of a series, as they would be written.
    Missing {
        /// The first.
        first: String,
        /// The last; the first where one alone is missing.
        last: String,
        /// How many.
        numbers: u64,
    },
    /// Payment terms, and others they are compared with.
    Terms {
        /// The terms.
        terms: PaymentTerms,
        /// The others.
        other: PaymentTerms,
    },
    /// Days beyond a limit.
    DaysBeyond(u32),
    /// Days past the due date.
    DaysLate(u32),
    /// A day by which something is over.
    Until(Day),
    /// The day on which it happened, or on which something last did.
    On(Day),
    /// A part of the whole.
    Share(Ratio),
    /// An index of concentration, 0 to 10,000.
    Index(i64),
    /// A limit, and what it is compared with.
    Limit {
        /// The limit.
        limit: Amount,
        /// What exceeds it.
        seen: Amount,
    },
    /// Written reminders without any payment since a day.
    Unanswered {
        /// How many.
        reminders: u32,
        /// The day of the first.
        since: Day,
    },
    /// Late payments that follow a reminder.
    Waits {
        /// Late pay days soon after a reminder.
        answered: u32,
        /// Late pay days in all.
        pay_days: u32,
        /// The step answered most often; empty outside any.
        step: String,
        /// The probability that chance does as well.
        probability: Ratio,
    },
    /// So many documents.
    Documents(u32),
    /// Columns of the client's own aged balance that differ, as stated and as computed, and what explains it.
    AgedOtherwise {
        /// The columns.
        columns: Vec<(Column, Amount, Amount)>,
        /// What explains it, several together.
        causes: Vec<Cause>,
        /// The customer in the stated balance, where we do not have it.
        stranger: Option<CustomerKey>,
    },
    /// Another account of probably the same customer, and why.
    SameAs {
        /// The other account.
        customer: CustomerKey,
        /// Why.
        reasons: Vec<SameCustomer>,
    },
}

/// Why two accounts are probably one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SameCustomer {
    /// The account numbers differ by zeros at the front, spaces or case.
    Account,
    /// The names are equal but for case, accents, punctuation and legal form.
    Name,
    /// The names are one or two letters apart.
    NearName,
    /// Same company number.
    CompanyNumber,
    /// Same VAT number.
    VatNumber,
    /// Same bank account.
    Iban,
    /// Same e-mail address.
    Email,
}
