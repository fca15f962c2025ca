//! Numbers missing in a series of invoices: cancelled, not entered, or in another account.

use super::prelude::*;
use crate::series::written_like;
use ledger::Coverage;

pub(super) static CHECK: Check = Check {
    code: "numbering-gap",
    family: Family::Numbering,
    severity: Severity::Medium,
    thing: Thing::Ranges,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    if book.ledger.coverage() == Coverage::OpenItemsOnly {
        // What is paid is not in the file, and its numbers neither.
        return;
    }
    for series in &book.series {
        for pair in series.members.windows(2) {
            let [(before, _), (after, at)] = pair else { continue };
            let missing = (after - before).saturating_sub(1);
            if let Some(next) = book.number(*at).filter(|_| missing > 0) {
                let first = written_like(&next.document, before + 1);
                let last = written_like(&next.document, after - 1);
                let evidence = next.evidence(Detail::Missing { first, last, numbers: missing });
                cases.add(Evidence { amount: None, ..evidence });
            }
        }
    }
}
