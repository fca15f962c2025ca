//! Invoices and credit notes with the keys of their numbers, and those of one account that are probably the same. Lines
//! are compared where the amount is the same: never all with all.

use crate::account::Line;
use crate::finding::{Detail, Evidence};
use crate::number;
use ledger::{CustomerKey, EntryKind};
use std::collections::BTreeMap;
use values::{Amount, Arrange, Day, Source};

/// Days between two documents of nearly one number beyond which numbering has begun again.
pub(crate) const NEAR_DAYS_MAX: i32 = 366;

/// An invoice or a credit note, as far as it is compared.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) line: &'a Line,
    /// Its number as people retype it; empty where it holds no digit.
    pub(crate) key: String,
}

/// Two documents of one amount under one number.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'a> {
    pub(crate) first: &'a Line,
    pub(crate) second: &'a Line,
    /// Their number as people retype it.
    pub(crate) key: String,
    /// Number and day are the same letter by letter.
    pub(crate) exact: bool,
}

/// The documents among the lines of an account.
pub(crate) fn of(lines: &[Line]) -> Vec<Document<'_>> {
    let document = |line: &&Line| {
        matches!(line.entry.kind, EntryKind::Invoice | EntryKind::CreditNote) && !line.entry.amount.is_zero()
    };
    lines.iter().filter(document).map(|line| Document { line, key: number::key(&line.document) }).collect()
}

/// Documents by their amount.
pub(crate) fn by_amount<'a, 'b>(documents: &'b [Document<'a>]) -> BTreeMap<Amount, Vec<&'b Document<'a>>> {
    let mut by_amount: BTreeMap<Amount, Vec<&Document<'_>>> = BTreeMap::new();
    for document in documents {
        by_amount.entry(document.line.entry.amount).or_default().push(document);
    }
    by_amount
}

/// The same line twice, or a number retyped.
pub(crate) fn pairs<'a>(documents: &[Document<'a>]) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    let mut numbered: Vec<&Document<'_>> = documents.iter().filter(|document| !document.key.is_empty()).collect();
    numbered.arrange_by(|a, b| {
        let order = |document: &Document<'_>| (document.line.entry.document_day, document.line.entry.source);
        let what = |document: &Document<'_>| document.line.entry.amount;
        what(a).cmp(&what(b)).then_with(|| a.key.cmp(&b.key)).then_with(|| order(a).cmp(&order(b)))
    });
    for (one, other) in numbered.iter().zip(numbered.iter().skip(1)) {
        let (first, second) = (one.line, other.line);
        let apart = (second.entry.document_day - first.entry.document_day).0.abs();
        let same = first.entry.amount == second.entry.amount && one.key == other.key && apart <= NEAR_DAYS_MAX;
        if same && !are_instalments(first, second) {
            let exact = first.document.trim() == second.document.trim()
                && first.entry.document_day == second.entry.document_day;
            pairs.push(Pair { first, second, key: other.key.clone(), exact });
        }
    }
    pairs
}

/// One number, one day, two due days: an invoice to be paid in several parts.
pub(crate) fn are_instalments(one: &Line, other: &Line) -> bool {
    one.document == other.document
        && one.entry.document_day == other.entry.document_day
        && one.entry.due_day != other.entry.due_day
}

/// A document as it is compared across accounts.
#[derive(Debug)]
pub(crate) struct Numbered {
    pub(crate) key: String,
    pub(crate) customer: CustomerKey,
    pub(crate) document: String,
    pub(crate) kind: EntryKind,
    pub(crate) amount: Amount,
    pub(crate) day: Day,
    pub(crate) source: Source,
}

impl Document<'_> {
    /// What is compared of it across accounts; a number of one or two signs identifies nothing.
    pub(crate) fn numbered(&self) -> Option<Numbered> {
        let entry = &self.line.entry;
        (self.key.len() >= 3).then(|| Numbered {
            key: self.key.clone(),
            customer: entry.customer,
            document: self.line.document.clone(),
            kind: entry.kind,
            amount: entry.amount,
            day: entry.document_day,
            source: entry.source,
        })
    }
}

impl Numbered {
    /// The row of the document.
    pub(crate) fn evidence(&self, detail: Detail) -> Evidence {
        Evidence {
            customer: Some(self.customer),
            document: self.document.clone(),
            source: self.source,
            amount: Some(self.amount),
            detail,
        }
    }

    /// This document as the twin of another.
    pub(crate) fn as_twin(&self) -> Detail {
        Detail::Twin { customer: self.customer, document: self.document.clone(), source: self.source }
    }
}

/// Accounts, or documents, that bear one number from which it names a batch, a month or an order, not a document.
const REFERENCE_ACCOUNTS: usize = 4;
const REFERENCE_DOCUMENTS: usize = 6;

/// Whether documents of one key share a reference rather than a number.
pub(crate) fn is_reference(run: &[Numbered]) -> bool {
    let accounts = run.chunk_by(|a, b| a.customer == b.customer).count();
    accounts >= REFERENCE_ACCOUNTS || run.len() >= REFERENCE_DOCUMENTS
}

/// Documents under references, in percent, from which no number of the book names a document.
const REFERENCES_MAX_PERCENT: usize = 20;

/// Whether the numbers of a book name documents; they are sorted by key.
pub(crate) fn identify(numbers: &[Numbered]) -> bool {
    let runs = numbers.chunk_by(|a, b| a.key == b.key).filter(|run| is_reference(run));
    runs.map(<[Numbered]>::len).sum::<usize>() * 100 <= numbers.len() * REFERENCES_MAX_PERCENT
}

/// A document that is probably the same as another of its account.
#[derive(Debug)]
pub(crate) struct Twin {
    key: String,
    pub(crate) exact: bool,
    pub(crate) evidence: Evidence,
}

impl Pair<'_> {
    /// The second document, to be judged once the numbers of all accounts are known.
    pub(crate) fn twin(&self) -> Twin {
        Twin { key: self.key.clone(), exact: self.exact, evidence: self.second.evidence(self.first.as_twin()) }
    }
}

/// The twins whose number is a number; `numbers` are sorted by key.
pub(crate) fn of_numbers(twins: Vec<Twin>, numbers: &[Numbered]) -> Vec<Twin> {
    let own = |twin: &Twin| {
        let start = numbers.partition_point(|numbered| numbered.key < twin.key);
        let run = numbers.get(start..).and_then(|rest| rest.chunk_by(|a, b| a.key == b.key).next());
        !run.is_some_and(|run| run.first().is_some_and(|first| first.key == twin.key) && is_reference(run))
    };
    if identify(numbers) { twins.into_iter().filter(own).collect() } else { Vec::new() }
}
