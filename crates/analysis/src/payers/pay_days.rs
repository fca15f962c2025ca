//! Pay days: what was paid on one day is one decision to pay.

use super::{Document, Part};
use values::{Arrange, AsOf, Day, Days, Ratio};

/// A day on which something due was paid, or a month whose invoices are still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Observed {
    /// The pay day; the as-of day while nothing is paid.
    pub day: Day,
    /// Still open: `late` is the least it will be.
    pub open: bool,
    /// Days late, weighted by amount, to the nearest day.
    pub late: i64,
    /// What was paid, or is open.
    pub documents: Vec<Document>,
}

/// The days on which something was paid.
pub(super) fn days(parts: &[Part]) -> Vec<Day> {
    parts.chunk_by(|a, b| a.paid == b.paid).filter_map(|parts| Some(parts.first()?.paid)).collect()
}

/// The day from which pay days tell how a customer pays. Before it, an invoice older than the first of the file could
/// have been paid as well and is not there: of the first invoices only those paid early are seen, and a customer
/// would look slower later without having changed.
fn representative_from(parts: &[Part]) -> Option<Day> {
    let mut issued: Vec<Day> = parts.iter().map(|part| part.issued).collect();
    issued.arrange();
    issued.dedup();
    let mut gaps: Vec<i32> = issued.windows(2).filter_map(|pair| Some((*pair.last()? - *pair.first()?).0)).collect();
    let mut to_pay: Vec<i32> = parts.iter().map(|part| (part.paid - part.issued).0).collect();
    let gap = ranked(&mut gaps, 5).unwrap_or_default();
    Some(*issued.first()? + Days(ranked(&mut to_pay, 9)? - gap))
}

/// The smallest value that so many tenths do not exceed.
pub(super) fn ranked(values: &mut [i32], tenths: usize) -> Option<i32> {
    let place = (values.len() * tenths).div_ceil(10).checked_sub(1)?;
    Some(*values.select_nth_unstable(place).1)
}

/// The last `most` pay days of what had a due date.
pub(super) fn paid(parts: &[Part], most: usize) -> Vec<Observed> {
    let from = representative_from(parts);
    let first = parts.partition_point(|part| Some(part.paid) < from);
    let days = parts.get(first..).unwrap_or_default().chunk_by(|a, b| a.paid == b.paid).rev();
    let observed = |parts: &[Part]| {
        let documents: Vec<Document> = parts.iter().filter_map(Part::document).collect();
        Some(Observed { day: parts.first()?.paid, open: false, late: weighted(&documents)?, documents })
    };
    let mut last: Vec<Observed> = days.filter_map(observed).take(most).collect();
    last.reverse();
    last
}

/// What is open and later than anything the customer ever paid late: whatever day it will be paid, it ranks above
/// all of them. One observation per month of due dates.
pub(super) fn later_than_ever(owed: &[Document], paid: &[Observed], as_of: AsOf) -> Vec<Observed> {
    let latest = paid.iter().map(|observed| observed.late).max().unwrap_or(i64::MAX);
    let later: Vec<Document> = owed.iter().copied().filter(|document| i64::from(document.late) > latest).collect();
    let months = later.chunk_by(|a, b| a.due.first_of_month() == b.due.first_of_month());
    let observed = |documents: &[Document]| {
        Some(Observed { day: as_of.day(), open: true, late: weighted(documents)?, documents: documents.to_vec() })
    };
    months.filter_map(observed).collect()
}

/// Mean of the days late, weighted by amount, to the nearest day.
fn weighted(documents: &[Document]) -> Option<i64> {
    let weight = |document: &Document| i128::from(document.amount.minor());
    let sum = documents.iter().map(|document| i128::from(document.late) * weight(document)).sum();
    Some(Ratio::new(sum, documents.iter().map(weight).sum())?.scaled(0))
}
