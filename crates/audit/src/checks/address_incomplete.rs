//! A postal address that lacks a part.

use super::prelude::*;
use crate::channels::Channel;

pub(super) static CHECK: Check = Check {
    code: "address-incomplete",
    family: Family::Contacts,
    severity: Severity::Low,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::Identifiers),
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if let Channel::Broken(seen) = &account.channels.address {
        cases.extend(account.itself(None, Detail::Seen(seen.clone())));
    }
}
