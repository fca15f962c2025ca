//! A customer: who owes.

use std::ops::{Deref, DerefMut};
use values::Amount;

/// Position of a customer in its ledger, in order of identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerKey(pub u32);

/// Who owes, as the files name it. Every text is the first one seen, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// Identifier in the books (`411ALPHA`), or the name where the file has no identifier. Never empty.
    pub id: String,
    /// Name for people; the identifier where the file has no name.
    pub name: String,
    /// What else is known of it; nothing in most ledgers, which name a hundred thousand customers.
    pub particulars: Option<Box<Particulars>>,
}

/// What a list of customers tells of one, beside code and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// SIREN (nine digits) or SIRET (fourteen).
    pub siren: Option<String>,
    /// VAT number.
    pub vat_number: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country, by name or code.
    pub country: Option<String>,
    /// Person to speak to.
    pub contact: Option<String>,
    /// Language to write in.
    pub language: Option<String>,
    /// Segment or category.
    pub segment: Option<String>,
    /// Credit limit, in minor units of the ledger's currency.
    pub credit_limit: Option<Amount>,
    /// Payment terms in words.
    pub terms: Option<String>,
    /// Salesperson in charge.
    pub salesperson: Option<String>,
    /// Group of companies, or group of customers.
    pub group: Option<String>,
    /// Bank account.
    pub iban: Option<String>,
}

/// A customer of whom no more is known than code and name.
static UNKNOWN: Particulars = Particulars {
    email: None,
    phone: None,
    siren: None,
    vat_number: None,
    address: None,
    postal_code: None,
    city: None,
    country: None,
    contact: None,
    language: None,
    segment: None,
    credit_limit: None,
    terms: None,
    salesperson: None,
    group: None,
    iban: None,
};

impl Deref for Customer {
    type Target = Particulars;
    fn deref(&self) -> &Particulars {
        self.particulars.as_deref().unwrap_or(&UNKNOWN)
    }
}

impl DerefMut for Customer {
    fn deref_mut(&mut self) -> &mut Particulars {
        self.particulars.get_or_insert_default()
    }
}

impl Customer {
    /// Takes from another description of the same customer what is unknown here; what is known stays.
    pub fn complete(&mut self, other: &Customer) {
        if self.name.is_empty() {
            self.name.clone_from(&other.name);
        }
        match (&mut self.particulars, other.particulars.as_deref()) {
            (Some(known), Some(seen)) => known.complete(seen),
            (None, Some(seen)) if *seen != UNKNOWN => self.particulars.get_or_insert_default().complete(seen),
            (_, _) => {}
        }
    }
}

impl Particulars {
    fn complete(&mut self, other: &Particulars) {
        for (known, seen) in self.texts_mut().into_iter().zip(other.texts()) {
            if known.is_none() {
                known.clone_from(seen);
            }
        }
        self.credit_limit = self.credit_limit.or(other.credit_limit);
    }

    /// Every text, from the e-mail address to the bank account.
    pub fn texts(&self) -> [&Option<String>; 15] {
        [
            &self.email,
            &self.phone,
            &self.siren,
            &self.vat_number,
            &self.address,
            &self.postal_code,
            &self.city,
            &self.country,
            &self.contact,
            &self.language,
            &self.segment,
            &self.terms,
            &self.salesperson,
            &self.group,
            &self.iban,
        ]
    }

    fn texts_mut(&mut self) -> [&mut Option<String>; 15] {
        [
            &mut self.email,
            &mut self.phone,
            &mut self.siren,
            &mut self.vat_number,
            &mut self.address,
            &mut self.postal_code,
            &mut self.city,
            &mut self.country,
            &mut self.contact,
            &mut self.language,
            &mut self.segment,
            &mut self.terms,
            &mut self.salesperson,
            &mut self.group,
            &mut self.iban,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_stays_and_the_rest_is_completed() {
        let text = |text: &str| Some(text.to_owned());
        let mut known = Customer { id: "A".to_owned(), ..Customer::default() };
        known.email = text("a@x.example");
        let mut master = Customer { name: "Alpha".to_owned(), ..Customer::default() };
        master.email = text("other@x.example");
        master.iban = text("FR76");
        master.credit_limit = Some(Amount::from_minor(500));
        known.complete(&master);
        assert_eq!((known.id.as_str(), known.name.as_str()), ("A", "Alpha"));
        assert_eq!((&known.email, &known.iban), (&text("a@x.example"), &text("FR76")));
        assert_eq!(known.credit_limit, Some(Amount::from_minor(500)));
    }

    #[test]
    fn a_customer_of_whom_nothing_is_known_takes_no_room_for_it() {
        let mut known = Customer { id: "A".to_owned(), ..Customer::default() };
        let silent = Customer { particulars: Some(Box::default()), ..Customer::default() };
        known.complete(&silent);
        assert!(known.particulars.is_none());
        assert_eq!(known.iban, None);
        assert!(size_of::<Customer>() <= 64);
    }
}
