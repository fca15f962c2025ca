//! One customer owes more than a fifth of all that is owed.

use super::prelude::*;
use values::Ratio;

/// The share beyond which one customer's failure is felt by the whole, in ten-thousandths.
const SHARE_MAX: i64 = 2_000;
/// Customers that owe something, below which each has a large share by nature.
pub(super) const DEBTORS_MIN: usize = 4;

pub(super) static CHECK: Check = Check {
    code: "concentration",
    family: Family::Exposure,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    let owed = book.owed();
    if book.debtors.len() < DEBTORS_MIN {
        return;
    }
    for (customer, balance) in &book.debtors {
        let Some(share) = Ratio::of(*balance, owed) else { continue };
        if share.scaled(4) > SHARE_MAX
            && let Some(source) = book.rows.get(customer.0 as usize).copied().flatten()
        {
            let (amount, document) = (Some(*balance), String::new());
            cases.add(Evidence { customer: Some(*customer), document, source, amount, detail: Detail::Share(share) });
        }
    }
}
