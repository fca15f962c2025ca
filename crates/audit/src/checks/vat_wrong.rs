//! A VAT number of the wrong shape or key; those of countries unknown here are taken as they are.

use super::prelude::*;
use crate::channels::filled;
use rules::identifiers::{VatNumber, VatProblem};

pub(super) static CHECK: Check = Check {
    code: "vat-wrong",
    family: Family::Contacts,
    severity: Severity::Low,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let Some(seen) = filled(&account.customer.vat_number) else { return };
    match seen.parse::<VatNumber>() {
        Ok(_) | Err(VatProblem::UnknownCountry) => {}
        Err(VatProblem::Shape | VatProblem::CheckDigits) => {
            cases.extend(account.itself(None, Detail::Seen(seen.to_owned())));
        }
    }
}
