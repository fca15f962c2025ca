//! An e-mail address nobody can write to.

use super::prelude::*;
use crate::channels::Email;

pub(super) static CHECK: Check = Check {
    code: "email-wrong",
    family: Family::Contacts,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Email::Wrong(seen) = account.channels.email {
        cases.extend(account.itself(None, Detail::Seen(seen.to_owned())));
    }
}
