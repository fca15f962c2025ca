//! Which customer of a stated balance is which of ours: by number, by number as people shorten it, by name where only
//! one bears it. A customer told by nothing stays a stranger.

use ledger::{CustomerKey, Ledger};
use rules::folded;
use std::collections::BTreeMap;

/// The customers of the stated balance that are ours.
pub(super) struct Pairs {
    own: BTreeMap<CustomerKey, CustomerKey>,
}

impl Pairs {
    /// Looks for each customer of the stated balance among ours.
    pub(super) fn of(ledger: &Ledger, stated: &Ledger) -> Pairs {
        let ways: [fn(&Ledger, CustomerKey) -> String; 5] = [
            |ledger, key| ledger.customer(key).id.clone(),
            |ledger, key| shortened(&ledger.customer(key).id),
            |ledger, key| auxiliary(&ledger.customer(key).id),
            |ledger, key| folded(&ledger.customer(key).name),
            // A balance without numbers names its customers by what stands for the number.
            |ledger, key| folded(&ledger.customer(key).id),
        ];
        let mut own = BTreeMap::new();
        for (at, way) in ways.iter().enumerate() {
            let ours = if at == 4 { ways.get(3).unwrap_or(way) } else { way };
            let known = unique(ledger, ours);
            for key in stated.customer_keys().filter(|key| !own.contains_key(key)).collect::<Vec<_>>() {
                let name = way(stated, key);
                if let Some(Some(found)) = known.get(&name).filter(|_| !name.is_empty()) {
                    own.insert(key, *found);
                }
            }
        }
        Pairs { own }
    }

    /// Ours.
    pub(super) fn own(&self, stated: CustomerKey) -> Option<CustomerKey> {
        self.own.get(&stated).copied()
    }
}

/// Our customers by what one of them alone bears.
fn unique(ledger: &Ledger, way: &fn(&Ledger, CustomerKey) -> String) -> BTreeMap<String, Option<CustomerKey>> {
    let mut known: BTreeMap<String, Option<CustomerKey>> = BTreeMap::new();
    for key in ledger.customer_keys() {
        known.entry(way(ledger, key)).and_modify(|found| *found = None).or_insert(Some(key));
    }
    known
}

/// A number without case, separators and leading zeros.
fn shortened(id: &str) -> String {
    let plain: String = id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    plain.trim_start_matches('0').to_owned()
}

/// The same without the account of all customers before it: `411DUPONT` is `DUPONT`.
fn auxiliary(id: &str) -> String {
    let short = shortened(id);
    let rest = short.strip_prefix("411").map(|rest| rest.trim_start_matches('0')).filter(|rest| !rest.is_empty());
    rest.map_or_else(|| short.clone(), str::to_owned)
}
