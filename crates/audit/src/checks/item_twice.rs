//! The same document twice: customer, number, date and amount.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "item-twice",
    family: Family::Duplicates,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::DuplicateItems),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for twin in book.twins.iter().filter(|twin| twin.exact) {
        cases.add(twin.evidence.clone());
    }
}
