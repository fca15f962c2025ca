//! An e-mail domain one slip away from a provider's.

use super::prelude::*;
use crate::channels::Email;

pub(super) static CHECK: Check = Check {
    code: "email-typo",
    family: Family::Contacts,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Email::Typo { seen, meant } = &account.channels.email {
        let detail = Detail::Meant { seen: (*seen).to_owned(), meant: meant.clone() };
        cases.extend(account.itself(None, detail));
    }
}
