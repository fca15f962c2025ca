//! The ways to reach a customer, each checked once: absent, usable, or broken and how.

use ledger::Customer;
use rules::contact::{Country, EmailProblem, Phone, PostalAddress, check_email};

/// A way to reach a customer; what is broken is as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    Absent,
    Usable,
    Broken(String),
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Email<'a> {
    Absent,
    Usable,
    Typo { seen: &'a str, meant: String },
    Wrong(&'a str),
}

/// All the ways to reach a customer.
#[derive(Clone, Debug)]
pub(crate) struct Channels<'a> {
    pub(crate) email: Email<'a>,
    pub(crate) phone: Channel,
    pub(crate) address: Channel,
}

impl<'a> Channels<'a> {
    pub(crate) fn of(customer: &'a Customer) -> Channels<'a> {
        let country = customer.country.as_deref().and_then(Country::recognise).unwrap_or(Country::FRANCE);
        // A country that is not known here has its own addresses: they are taken as they are.
        Channels { email: email(customer), phone: phone(customer, country), address: address(customer, country) }
    }

    /// Whether any is given.
    pub(crate) fn any(&self) -> bool {
        self.email != Email::Absent || self.phone != Channel::Absent || self.address != Channel::Absent
    }

    /// Whether any is usable.
    pub(crate) fn usable(&self) -> bool {
        self.email == Email::Usable || self.phone == Channel::Usable || self.address == Channel::Usable
    }
}

fn email(customer: &Customer) -> Email<'_> {
    let Some(seen) = filled(&customer.email) else { return Email::Absent };
    match check_email(seen) {
        Ok(_) => Email::Usable,
        Err(EmailProblem::DomainTypo { meant }) => Email::Typo { seen, meant },
        Err(EmailProblem::Syntax | EmailProblem::NobodyReads) => Email::Wrong(seen),
    }
}

fn phone(customer: &Customer, country: Country) -> Channel {
    let Some(seen) = filled(&customer.phone) else { return Channel::Absent };
    match Phone::read(seen, country) {
        Ok(_) => Channel::Usable,
        Err(_) => Channel::Broken(seen.to_owned()),
    }
}

fn address(customer: &Customer, country: Country) -> Channel {
    let address = PostalAddress {
        street: customer.address.as_deref(),
        code: customer.postal_code.as_deref(),
        city: customer.city.as_deref(),
    };
    // A town alone says where a customer is, not where to write.
    if address.is_empty() || filled(&customer.address).is_none() && filled(&customer.postal_code).is_none() {
        return Channel::Absent;
    }
    if address.gap(country).is_none() {
        return Channel::Usable;
    }
    let parts = [&customer.address, &customer.postal_code, &customer.city];
    Channel::Broken(parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "))
}

/// The text of a cell, unless it only fills the cell.
pub(crate) fn filled(cell: &Option<String>) -> Option<&str> {
    let text = cell.as_deref()?.trim();
    let nothing =
        text.is_empty() || matches!(text.to_lowercase().as_str(), "-" | "n/a" | "na" | "néant" | "none" | "?");
    (!nothing).then_some(text)
}
