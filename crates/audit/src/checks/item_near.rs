//! The same amount under nearly the same number (`FA-00123`, `FA123`), or on another day.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "item-near",
    family: Family::Duplicates,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::Amount(Criterion::DuplicateItems),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    for twin in book.twins.iter().filter(|twin| !twin.exact) {
        cases.add(twin.evidence.clone());
    }
}
