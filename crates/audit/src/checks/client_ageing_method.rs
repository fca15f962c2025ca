//! Rows of the aged balance the client drew up itself that differ from ours because it was drawn up another way: by
//! invoice date, credits elsewhere, another edge, another day. Each is explained to the cent.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "client-ageing-method",
    family: Family::Exposure,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    cases.extend_aged(book.aged, |difference| !difference.is_error());
}
