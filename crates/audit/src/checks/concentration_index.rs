//! The Herfindahl-Hirschman index of what is owed is above 2,500: few customers owe most of it (domain.md 6).

use super::prelude::*;
use super::concentration::DEBTORS_MIN;
use values::Ratio;

/// The index above which a market is called highly concentrated, as competition authorities use it.
const INDEX_MAX: i64 = 2_500;

pub(super) static CHECK: Check = Check {
    code: "concentration-index",
    family: Family::Exposure,
    severity: Severity::Info,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    let whole = i128::from(book.owed().minor());
    let squares: i128 = book.debtors.iter().map(|(_, balance)| i128::from(balance.minor()).pow(2)).sum();
    let Some(index) = Ratio::new(squares * 10_000, whole.pow(2)).map(|index| index.scaled(0)) else { return };
    if book.debtors.len() < DEBTORS_MIN || index <= INDEX_MAX {
        return;
    }
    let Some((customer, balance)) = book.debtors.first().copied() else { return };
    if let Some(source) = book.rows.get(customer.0 as usize).copied().flatten() {
        let (amount, document) = (Some(balance), String::new());
        cases.add(Evidence { customer: Some(customer), document, source, amount, detail: Detail::Index(index) });
    }
}
