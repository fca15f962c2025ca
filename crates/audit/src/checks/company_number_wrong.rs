//! A SIREN or SIRET whose check digit disagrees.

use super::prelude::*;
use crate::channels::filled;
use rules::identifiers::CompanyNumber;

pub(super) static CHECK: Check = Check {
    code: "company-number-wrong",
    family: Family::Contacts,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Some(seen) = filled(&account.customer.siren)
        && seen.parse::<CompanyNumber>().is_err()
    {
        cases.extend(account.itself(None, Detail::Seen(seen.to_owned())));
    }
}
