//! Nothing received for more than ten business days: the file may be older than the payments.

use super::prelude::*;
use crate::Freshness;
use crate::freshness::{BUSINESS_DAYS_MAX, BUSINESS_DAYS_WORST};
use crate::score::Scores;

pub(super) static CHECK: Check = Check {
    code: "stale",
    family: Family::Contacts,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Age(Criterion::Fresh),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    let freshness = &book.freshness;
    if !freshness.stale() {
        return;
    }
    let (kind, day) = match freshness.last_payment {
        Some(day) => (EntryKind::Payment, Some(day)),
        None => (EntryKind::Invoice, freshness.last_invoice),
    };
    let Some(last) = book.ledger.entries().find(|entry| entry.kind == kind && Some(entry.day) == day) else { return };
    let mut of_customer = book.ledger.entries_of(last.customer).with_documents();
    if let Some((_, entry, document)) = of_customer.find(|(_, entry, _)| *entry == last) {
        let (customer, source) = (entry.customer, entry.source);
        cases.add(Evidence { customer: Some(customer), document, source, amount: None, detail: Detail::On(entry.day) });
    }
}

/// An old file costs points from the eleventh business day, all of them at the fortieth.
pub(crate) fn weigh(freshness: &Freshness, scores: &mut Scores) {
    let Some(age) = freshness.age() else { return };
    let late = i64::from(age.saturating_sub(BUSINESS_DAYS_MAX));
    scores.whole(Criterion::Fresh, late, i64::from(BUSINESS_DAYS_WORST - BUSINESS_DAYS_MAX));
}
