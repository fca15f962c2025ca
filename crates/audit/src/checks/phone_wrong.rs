//! A telephone number that is none.

use super::prelude::*;
use crate::channels::Channel;

pub(super) static CHECK: Check = Check {
    code: "phone-wrong",
    family: Family::Contacts,
    severity: Severity::Low,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Channel::Broken(seen) = &account.channels.phone {
        cases.extend(account.itself(None, Detail::Seen(seen.clone())));
    }
}
