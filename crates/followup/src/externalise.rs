//! What is ripe to be handed to a third party: the formal notice is out and its time has passed (features.md DP4).

use crate::{Hold, Register, Resolved, Stage, Target};
use ledger::{CustomerKey, Ledger, OpenItems};
use std::collections::BTreeMap;
use values::{Amount, Arrange, Day, Days};

/// Days a formal notice is given before anybody else is called in: eight are usual (domain.md 1.9), and as many again
/// for the post and for crossing payments.
const NOTICE_DAYS: Days = Days(16);

/// A customer whose claim is ripe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ripe {
    /// Who.
    pub customer: CustomerKey,
    /// Items ripe.
    pub items: u32,
    /// What is open of them.
    pub amount: Amount,
    /// Day of the oldest notice.
    pub noticed: Day,
}

/// The ripe claims, largest first, with the number of items overdue in all.
pub fn ripe(register: &Register, ledger: &Ledger, open: &OpenItems, resolved: &Resolved) -> (Vec<Ripe>, u32) {
    let as_of = open.as_of.day();
    let mut ripe: BTreeMap<CustomerKey, Ripe> = BTreeMap::new();
    let mut overdue = 0;
    for (customer, items) in open.by_customer() {
        let id = &ledger.customer(customer).id;
        // Notices on single items are looked up by key: only where the customer has any.
        let keys = if register.transitions.iter().any(|one| one.target.customer() == id) {
            crate::keys_of(ledger, customer)
        } else {
            BTreeMap::new()
        };
        for item in items.iter().filter(|item| item.is_overdue(open.as_of)) {
            overdue += 1;
            let Some(key) = keys.get(&item.entry) else { continue };
            let Some(last) = register.transition(&Target::Item(key.clone()), as_of) else { continue };
            let only_noticed = resolved.holds(item.entry).iter().all(|hold| matches!(hold, Hold::HandedOver { .. }));
            if last.stage != Stage::FormalNotice || as_of - last.day < NOTICE_DAYS || !only_noticed || item.disputed {
                continue;
            }
            let one =
                ripe.entry(customer).or_insert(Ripe { customer, items: 0, amount: Amount::ZERO, noticed: last.day });
            one.items += 1;
            one.amount += item.residual;
            one.noticed = one.noticed.min(last.day);
        }
    }
    let mut ripe: Vec<Ripe> = ripe.into_values().collect();
    ripe.arrange_by_key(|one| (std::cmp::Reverse(one.amount), one.customer));
    (ripe, overdue)
}
