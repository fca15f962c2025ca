//! A due date put off: the same document under a later due date in another file, or a document credited and issued
//! again for the same amount. Both make an old debt look young.

use super::prelude::*;
use crate::account::Line;
use values::Arrange;
use crate::documents;

/// Days from a credit note to the invoice that takes the place of the one it cancels.
const AGAIN_DAYS_MAX: i32 = 31;
/// Invoices of one amount from which the amount says nothing of which invoice takes the place of which.
const SAME_AMOUNT_MAX: usize = 2;

pub(super) static CHECK: Check = Check {
    code: "re-dated",
    family: Family::Postings,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    put_off(account, cases);
    issued_again(account, cases);
}

/// One number, one amount, two files, a later due date in the second.
fn put_off(account: &Account<'_>, cases: &mut Cases<'_>) {
    if account.lines.windows(2).all(|pair| matches!(pair, [a, b] if a.entry.source.file == b.entry.source.file)) {
        return;
    }
    for same in documents::by_amount(&account.documents).values().filter(|same| same.len() > 1) {
        for (at, one) in same.iter().enumerate() {
            let later = same.iter().skip(at + 1).find(|other| {
                let (first, second) = (&one.line.entry, &other.line.entry);
                let put_off = first.due_day.zip(second.due_day).is_some_and(|(before, after)| after > before);
                put_off && first.source.file != second.source.file && one.line.document == other.line.document
            });
            if let Some(other) = later.filter(|other| !other.key.is_empty()) {
                cases.add(other.line.evidence(one.line.as_twin()));
            }
        }
    }
}

/// An invoice, a credit note of the whole of it, and soon after an invoice of the same amount, due later.
fn issued_again(account: &Account<'_>, cases: &mut Cases<'_>) {
    let by_amount = documents::by_amount(&account.documents);
    for (amount, invoices) in by_amount.iter().filter(|(amount, _)| amount.is_debit()) {
        let mut lines: Vec<&Line> = invoices.iter().map(|document| document.line).collect();
        lines.arrange_by_key(|line| (line.entry.document_day, line.entry.source));
        let credits = by_amount.get(&-*amount).map_or(&[][..], Vec::as_slice);
        if let (2..=SAME_AMOUNT_MAX, [first, second], [credit]) = (lines.len(), &lines[..], credits) {
            let credited = credit.line.entry.document_day;
            let again = (second.entry.document_day - credited).0;
            let later = second.entry.due_day > first.entry.due_day;
            if first.entry.document_day < credited && (0..=AGAIN_DAYS_MAX).contains(&again) && later {
                cases.add(second.evidence(first.as_twin()));
            }
        }
    }
}
