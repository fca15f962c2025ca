//! Dates that cannot follow one another: due before the invoice, due a year later, a year far from the others, and
//! what is dated after the as-of day (domain.md 5.6).

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use crate::lines::Line;
use crate::score::{Criterion, Scores};
use ledger::{Entry, EntryKind, Ledger};
use values::AsOf;

/// Days from invoice to due date after which one of them is probably mistyped.
const DAYS_MAX: i32 = 365;
/// Years before the as-of day from which a year is unlikely.
const YEARS_BEFORE: i32 = 10;
/// Years after the as-of day: a due date may be that far (retentions), an invoice one.
const YEARS_AFTER_DUE: i32 = 5;

/// Whether the as-of day lies within the ledger rather than at its end: then what is dated later is no slip.
pub(crate) fn goes_on_after(ledger: &Ledger, as_of: AsOf) -> bool {
    let (mut invoices, mut later) = (0_u64, 0_u64);
    for entry in ledger.entries().filter(|entry| entry.kind == EntryKind::Invoice) {
        invoices += 1;
        later += u64::from(entry.day > as_of.day());
    }
    later * 20 > invoices
}

/// The checks of one customer's lines.
pub(crate) fn check(lines: &[Line], as_of: AsOf, goes_on: bool, findings: &mut Findings, scores: &mut Scores) {
    for line in lines {
        let entry = &line.entry;
        let seen = problems(entry, as_of, goes_on);
        let slip = seen.iter().any(|check| check.criterion() == Some(Criterion::Dates));
        let affected = if slip { entry.amount } else { values::Amount::ZERO };
        scores.amount(Criterion::Dates, (entry.customer, entry.source.file), affected, entry.amount);
        for check in seen {
            findings.add(
                check,
                Evidence {
                    customer: entry.customer,
                    document: line.document.clone(),
                    source: entry.source,
                    amount: Some(entry.amount),
                    detail: Detail::Dates { day: entry.day, due: entry.due_day },
                },
            );
        }
    }
}

fn problems(entry: &Entry, as_of: AsOf, goes_on: bool) -> Vec<Check> {
    let mut found = Vec::new();
    let year = as_of.day().year();
    let unlikely = |year_seen: i32, after: i32| year_seen < year - YEARS_BEFORE || year_seen > year + after;
    let due = entry.due_day.filter(|_| entry.amount.is_debit());
    let far_year =
        unlikely(entry.day.year(), 1) || entry.due_day.is_some_and(|due| unlikely(due.year(), YEARS_AFTER_DUE));
    if far_year {
        found.push(Check::UnlikelyYear);
    }
    match due.map(|due| (due - entry.day).0) {
        Some(days) if days < 0 => found.push(Check::DueBeforeInvoice),
        Some(days) if days > DAYS_MAX && !far_year => found.push(Check::DueFar),
        Some(_) | None => {}
    }
    if entry.day > as_of.day() {
        let slip = entry.kind == EntryKind::Invoice && !goes_on;
        found.push(if slip { Check::InvoiceInFuture } else { Check::EntriesAfterAsOf });
    }
    found
}
