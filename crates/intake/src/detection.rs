//! What detection answers: candidates with their reasons, and what only a person can decide. Facts, no sentence.

use crate::Field;
use crate::heading::HeadingMatch;
use crate::mapping::{AmountFormat, Confidence, DateOrder, Layout, Mapping};
use values::{Currency, Day};

/// Ways to read a table, and open questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detection {
    /// Ways that can be imported first, then by falling confidence. Empty where the table makes no sense.
    pub candidates: Vec<Candidate>,
    /// Questions about the first candidate.
    pub questions: Vec<Question>,
}

/// One way to read a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The way.
    pub mapping: Mapping,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// One reason for a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The row whose cells are headings.
    HeaderRow {
        /// Its number in the file.
        row: u32,
        /// Headings that mean something.
        known: u32,
    },
    /// A heading and the content under it.
    Heading {
        /// What it means.
        field: Field,
        /// As written.
        header: String,
        /// How it met the synonym.
        matched: HeadingMatch,
        /// How well the content agrees, in percent.
        content: u32,
    },
    /// The column that decided for the layout.
    LayoutSign {
        /// The layout.
        layout: Layout,
        /// The field whose column decided.
        field: Field,
    },
    /// How amounts are written, by how many numbers.
    Amounts {
        /// The format.
        format: AmountFormat,
        /// Numbers seen.
        numbers: u32,
        /// Numbers written the other way; they will be set aside.
        dissent: u32,
    },
    /// The order of dates, by how many proofs.
    Dates {
        /// The order.
        order: DateOrder,
        /// Dates that admit no other order.
        proofs: u32,
        /// Dates that admit only the other order; they will be set aside.
        dissent: u32,
    },
    /// Only this order puts due dates after invoice dates.
    DatesByDueDay {
        /// The order.
        order: DateOrder,
        /// Pairs compared.
        pairs: u32,
    },
    /// A heading names the currency.
    CurrencyInHeading {
        /// The currency.
        currency: Currency,
        /// The heading.
        header: String,
    },
    /// Columns of amounts already aged, not used as amounts.
    BucketsIgnored {
        /// How many.
        count: u32,
    },
    /// Accounts of several classes: a whole ledger, of which only the customers' accounts are taken.
    WholeLedger {
        /// Heading of the account column.
        header: String,
    },
    /// Amounts are already aged by customer: one amount per customer and age.
    AlreadyAged,
}

/// Something only a person can decide; the first choice is assumed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Every date can be read day first or month first.
    DateOrder {
        /// Heading of the first such column.
        header: String,
        /// How many dates.
        dates: u32,
        /// One of them.
        example: String,
        /// Assumed meanwhile.
        assumed: DateOrder,
    },
    /// `1.234` can be a thousand or one and a bit.
    AmountFormat {
        /// Heading of the first such column.
        header: String,
        /// How many numbers.
        numbers: u32,
        /// One of them.
        example: String,
        /// Assumed meanwhile.
        assumed: AmountFormat,
    },
    /// Amounts are already aged, and the file does not say for which day beyond doubt.
    AgedAsOf {
        /// Days found, the one assumed meanwhile first; empty where the file has none, and then nothing can be read.
        days: Vec<Day>,
    },
    /// True dates never pass day 12 and texts always do.
    HalfSwapped {
        /// Heading of the column.
        header: String,
        /// How many true dates.
        true_dates: u32,
        /// How many texts.
        texts: u32,
    },
}

impl Question {
    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            Question::DateOrder { .. } => "date-order",
            Question::AmountFormat { .. } => "amount-format",
            Question::AgedAsOf { .. } => "aged-as-of",
            Question::HalfSwapped { .. } => "half-swapped-dates",
        }
    }
}
