//! Which law a customer's claims follow, from what the files tell of it; a person may decide otherwise.

use ledger::Customer;
use rules::contact::Country;
use rules::folded;
use rules::interest::Regime;

/// Why a regime was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegimeBecause {
    /// A person said so.
    Chosen,
    /// The files call the customer a consumer.
    Consumer,
    /// A public body, by its number or its name.
    PublicBody,
    /// Its country has rules here.
    Country(Country),
    /// Its country has none here: the seller's law stands in.
    SellersLaw(Country),
    /// Nothing says otherwise: a business in France.
    Business,
}

/// Words by which files call a customer a consumer.
const CONSUMERS: [&str; 7] =
    ["PARTICULIER", "PARTICULIERS", "CONSOMMATEUR", "CONSOMMATEURS", "CONSUMER", "CONSUMERS", "B2C"];

/// The regime that fits a customer, and why; whether it is a French public body is known from elsewhere.
pub fn regime_of(customer: &Customer, public: bool) -> (Regime, RegimeBecause) {
    if is_consumer(customer) {
        return (Regime::FrConsumer, RegimeBecause::Consumer);
    }
    match country(customer).filter(|country| *country != Country::FRANCE) {
        Some(country) => match country.code() {
            "GB" => (Regime::Uk, RegimeBecause::Country(country)),
            "DE" => (Regime::DeB2b, RegimeBecause::Country(country)),
            "BE" => (Regime::BeB2b, RegimeBecause::Country(country)),
            "CH" => (Regime::Ch, RegimeBecause::Country(country)),
            _ => (Regime::FrB2b, RegimeBecause::SellersLaw(country)),
        },
        None if public => (Regime::FrPublic, RegimeBecause::PublicBody),
        None => (Regime::FrB2b, RegimeBecause::Business),
    }
}

/// Whether the files call a customer a consumer; one with a company number is none.
pub fn is_consumer(customer: &Customer) -> bool {
    let called = |words: &String| folded(words).split(' ').any(|word| CONSUMERS.contains(&word));
    customer.siren.is_none() && [&customer.segment, &customer.group].into_iter().flatten().any(called)
}

/// The country of the address, or that of the VAT number.
fn country(customer: &Customer) -> Option<Country> {
    let of_number = || customer.vat_number.as_deref().and_then(|number| Country::recognise(number.trim().get(..2)?));
    customer.country.as_deref().and_then(Country::recognise).or_else(of_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(tell: impl Fn(&mut Customer), public: bool) -> String {
        let mut customer = Customer { id: "A".to_owned(), name: "Alpha".to_owned(), ..Customer::default() };
        tell(&mut customer);
        let (regime, because) = regime_of(&customer, public);
        format!("{} {because:?}", regime.key())
    }

    #[test]
    fn the_law_follows_the_kind_of_customer() {
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(seen(|_| {}, false), "fr-b2b Business");
        assert_eq!(seen(|_| {}, true), "fr-public PublicBody");
        assert_eq!(seen(|of| of.segment = text("Clients particuliers"), false), "fr-consumer Consumer");
        assert_eq!(seen(|of| of.country = text("Allemagne"), true), "de-b2b Country(Country(\"DE\"))");
        assert_eq!(seen(|of| of.vat_number = text("BE0123456789"), false), "be-b2b Country(Country(\"BE\"))");
        assert_eq!(seen(|of| of.country = text("Royaume-Uni"), false), "uk Country(Country(\"GB\"))");
        assert_eq!(seen(|of| of.country = text("Suisse"), false), "ch Country(Country(\"CH\"))");
        assert_eq!(seen(|of| of.country = text("Italie"), false), "fr-b2b SellersLaw(Country(\"IT\"))");
        let company = |of: &mut Customer| {
            of.segment = text("B2C");
            of.siren = text("552100554");
        };
        assert_eq!(seen(company, false), "fr-b2b Business");
    }
}
