//! Customers by number: addresses hold a number, never a name. A number, once given, keeps its customer while the
//! dossier is open; the same file opened on the same day gives the same numbers.

use std::collections::BTreeMap;
use values::Arrange;

/// The customers met, in the order they were met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    by_number: Vec<Known>,
    by_identifier: BTreeMap<String, u32>,
}

/// A customer met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Customer identifier.
    pub identifier: String,
    /// Customer name.
    pub name: String,
}

impl Register {
    /// Gives a number to those that have none, by identifier.
    pub fn meet<'a>(&mut self, customers: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut met: Vec<_> =
            customers.filter(|(identifier, _)| !self.by_identifier.contains_key(*identifier)).collect();
        met.arrange();
        met.dedup_by_key(|(identifier, _)| *identifier);
        for (identifier, name) in met {
            let Ok(number) = u32::try_from(self.by_number.len()) else { return };
            self.by_identifier.insert(identifier.to_owned(), number);
            self.by_number.push(Known { identifier: identifier.to_owned(), name: name.to_owned() });
        }
    }

    /// The number of a customer.
    pub fn number(&self, identifier: &str) -> Option<u32> {
        self.by_identifier.get(identifier).copied()
    }

    /// The customer of a number.
    pub fn customer(&self, number: u32) -> Option<&Known> {
        self.by_number.get(number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept() {
        let mut register = Register::default();
        register.meet([("C2", "Deux"), ("C1", "Un"), ("C2", "Deux")].into_iter());
        register.meet([("C0", "Zéro"), ("C1", "Un")].into_iter());
        assert_eq!(register.number("C1"), Some(0));
        assert_eq!(register.number("C2"), Some(1));
        assert_eq!(register.number("C0"), Some(2));
        assert_eq!(register.customer(2).map(|known| known.name.as_str()), Some("Zéro"));
        assert_eq!(register.customer(3), None);
    }
}
