//! An IBAN whose check digits disagree.

use super::prelude::*;
use crate::channels::filled;
use rules::identifiers::Iban;

pub(super) static CHECK: Check = Check {
    code: "iban-wrong",
    family: Family::Contacts,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Some(seen) = filled(&account.customer.iban)
        && seen.parse::<Iban>().is_err()
    {
        cases.extend(account.itself(None, Detail::Seen(seen.to_owned())));
    }
}
