//! Rows of the aged balance the client drew up itself that differ from ours, and that no way of drawing one up explains:
//! a customer or an item left out, counted twice, not reduced by its payment, or a sum that nothing tells.

use super::prelude::*;

pub(super) static CHECK: Check = Check {
    code: "client-ageing-error",
    family: Family::Exposure,
    severity: Severity::High,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    cases.extend_aged(book.aged, |difference| difference.is_error());
}
