//! Customers by identifier: an open table of their positions, so that a look-up of a million rows costs one look at the
//! table and one at the identifier, and no identifier is kept twice.

use crate::{Customer, CustomerKey};
use values::same_text;

/// A part of the identifier's hash, and the position; none where the slot is free.
type Slot = Option<(u32, CustomerKey)>;

/// The table. Its order is nobody's: it is only ever asked one by one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// A power of two of slots, at least half of them free.
    slots: Vec<Slot>,
    used: usize,
}

impl Names {
    /// The customer of this identifier.
    pub(crate) fn find(&self, id: &str, customers: &[Customer]) -> Option<CustomerKey> {
        let hash = hash(id.as_bytes());
        let is = |key: CustomerKey| customers.get(key.0 as usize).is_some_and(|customer| same_text(&customer.id, id));
        self.probe(hash).map_while(|slot| slot).find(|(known, key)| *known == hash && is(*key)).map(|(_, key)| key)
    }

    /// Adds a customer whose identifier is not there yet.
    pub(crate) fn add(&mut self, key: CustomerKey, customers: &[Customer]) {
        let Some(customer) = customers.get(key.0 as usize) else { return };
        if self.used * 2 >= self.slots.len() {
            let known = std::mem::take(&mut self.slots);
            self.slots = vec![None; (known.len() * 2).max(64)];
            known.into_iter().flatten().for_each(|slot| self.place(slot));
        }
        self.used += 1;
        self.place((hash(customer.id.as_bytes()), key));
    }

    fn place(&mut self, slot: (u32, CustomerKey)) {
        let free = self.places(slot.0).find(|place| self.slots.get(*place).is_some_and(Option::is_none));
        if let Some(free) = free.and_then(|place| self.slots.get_mut(place)) {
            *free = Some(slot);
        }
    }

    fn probe(&self, hash: u32) -> impl Iterator<Item = Slot> {
        self.places(hash).filter_map(|place| self.slots.get(place).copied())
    }

    /// Where a hash is looked for: from its own place on, round the table.
    fn places(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len().wrapping_sub(1);
        (0..self.slots.len()).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }
}

/// A hash of some bytes, eight at a time.
fn hash(bytes: &[u8]) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| {
        let hash = (hash ^ word).wrapping_mul(SPREAD);
        hash ^ hash >> 32
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let whole = words.iter().fold(bytes.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let last = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    mix(whole, last) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_customer_is_found_and_nobody_else() {
        let mut names = Names::default();
        let mut customers: Vec<Customer> = Vec::new();
        assert_eq!(names.find("C0", &customers), None);
        for number in 0..5_000 {
            customers.push(Customer { id: format!("C{number}"), ..Customer::default() });
            names.add(CustomerKey(number), &customers);
        }
        for number in 0..5_000 {
            assert_eq!(names.find(&format!("C{number}"), &customers), Some(CustomerKey(number)));
        }
        assert_eq!(names.find("C5000", &customers), None);
        assert_eq!(names.find("", &customers), None);
    }
}
