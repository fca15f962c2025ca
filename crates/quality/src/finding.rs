//! A finding: a check that found something, how often, for how much, and the first rows that show it.

use crate::{Check, Severity};
use ledger::CustomerKey;
use std::collections::BTreeMap;
use values::{Amount, Day, Source};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: Check,
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
    /// Whose account.
    pub customer: CustomerKey,
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

/// Findings being made: counts are exact, lists keep the largest rows.
#[derive(Debug)]
pub(crate) struct Findings {
    rows: usize,
    by_check: BTreeMap<Check, Making>,
}

#[derive(Debug, Default)]
struct Making {
    count: u32,
    amount: Amount,
    with_amount: bool,
    largest: Vec<Evidence>,
    /// Once there are enough rows, the size below which none is kept.
    floor: Option<Amount>,
}

impl Findings {
    /// Findings that keep so many rows each.
    pub(crate) fn new(rows: usize) -> Findings {
        Findings { rows, by_check: BTreeMap::new() }
    }

    /// Adds a case of a check.
    pub(crate) fn add(&mut self, check: Check, evidence: Evidence) {
        self.add_for(check, evidence.amount, || evidence);
    }

    /// Adds a case of a check; the row is only made where it is large enough to be kept.
    pub(crate) fn add_for(&mut self, check: Check, amount: Option<Amount>, evidence: impl FnOnce() -> Evidence) {
        let making = self.by_check.entry(check).or_default();
        let size = amount.map_or(Amount::ZERO, Amount::abs);
        making.count = making.count.saturating_add(1);
        making.with_amount |= amount.is_some();
        making.amount += size;
        if making.floor.is_some_and(|floor| size < floor) {
            return;
        }
        making.largest.push(evidence());
        // Room to spare, so that sorting is rare.
        if making.largest.len() >= 2 * self.rows.max(32) {
            making.keep_largest(self.rows);
            making.floor = making.largest.last().map(|last| last.amount.map_or(Amount::ZERO, Amount::abs));
        }
    }

    /// The findings, gravest first, then in the order of the checks.
    pub(crate) fn finish(self) -> Vec<Finding> {
        let rows = self.rows;
        let finished = self.by_check.into_iter().map(|(check, mut making)| {
            making.keep_largest(rows);
            Finding {
                check,
                severity: check.severity(),
                count: making.count,
                amount: making.with_amount.then_some(making.amount),
                evidence: making.largest,
            }
        });
        let mut findings: Vec<Finding> = finished.collect();
        findings.sort_by_key(|finding| (finding.severity, finding.check));
        findings
    }
}

impl Making {
    fn keep_largest(&mut self, rows: usize) {
        let size = |evidence: &Evidence| evidence.amount.map_or(Amount::ZERO, Amount::abs);
        self.largest.sort_by(|a, b| {
            let place = |evidence: &Evidence| (evidence.customer, evidence.source);
            size(b).cmp(&size(a)).then_with(|| place(a).cmp(&place(b)))
        });
        self.largest.truncate(rows);
    }
}
