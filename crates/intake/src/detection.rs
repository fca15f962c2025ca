//! What detection answers: candidates with their reasons, and what only a person can decide. Facts, no sentence.

use crate::Field;
use crate::heading::HeadingMatch;
use crate::mapping::{AmountFormat, Confidence, DateOrder, DecimalMark, Layout, Mapping};
use crate::question::Question;
use values::Currency;

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
    /// A column writes its amounts otherwise than the table.
    ColumnAmounts {
        /// Its heading.
        header: String,
        /// Its decimal mark.
        decimal: DecimalMark,
    },
    /// A column proves another order than the table's.
    ColumnDates {
        /// Its heading.
        header: String,
        /// Its order.
        order: DateOrder,
        /// Dates that admit no other order.
        proofs: u32,
    },
    /// A column that proves no order is read like its neighbour.
    DatesByNeighbour {
        /// Its heading.
        header: String,
        /// The order.
        order: DateOrder,
        /// Heading of the column that proves it.
        neighbour: String,
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
    /// Balances of customers without ages: one amount per customer.
    WithoutAges,
}
