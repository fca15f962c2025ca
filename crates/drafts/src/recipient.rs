//! Whom a text is for: the customer's own data, cleaned; its language, its addresses, and what stands in for a means that
//! does not reach it.

use crate::correspondence::CustomerContact;
use crate::{DraftDiagnostic, EmailAddress, Mailbox};
use dunning::Channel;
use ledger::Customer;
use rules::contact::{Country, PostalAddress};
use text::Language;
use text::letters::printable;

/// The customer's own data, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Code in the books.
    pub id: String,
    /// Name.
    pub name: String,
    /// Person to speak to.
    pub contact: String,
    /// Addresses, as written.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Street, code and town, country: one line each.
    pub address: Vec<String>,
    /// The address says where a letter goes.
    pub is_postable: bool,
}

/// Lines of an address in a window (NF Z10-011).
const WINDOW_LINES: usize = 6;
/// Characters of each.
const WINDOW_WIDTH: usize = 38;

impl Recipient {
    /// Cleans the data of a customer.
    pub fn new(customer: &Customer, diagnostics: &mut Vec<DraftDiagnostic>) -> Recipient {
        let mut removed = 0;
        let mut clean = |text: &str| {
            let cleaned = printable(text);
            removed += cleaned.removed;
            cleaned.text
        };
        let mut optional = |text: &Option<String>| clean(text.as_deref().unwrap_or_default());
        let code_and_town = [optional(&customer.postal_code), optional(&customer.city)].join(" ").trim().to_owned();
        let country = optional(&customer.country);
        let abroad = Country::recognise(&country).is_some_and(|country| country != Country::FRANCE);
        let recipient = Recipient {
            contact: optional(&customer.contact),
            email: optional(&customer.email),
            phone: optional(&customer.phone),
            siren: optional(&customer.siren),
            address: street_lines(customer)
                .iter()
                .map(|line| clean(line))
                .chain([code_and_town, if abroad { country.to_uppercase() } else { String::new() }])
                .filter(|line| !line.is_empty())
                .collect(),
            id: clean(&customer.id),
            name: clean(&customer.name),
            is_postable: is_postable(customer),
        };
        if removed > 0 {
            diagnostics.push(DraftDiagnostic::CustomerCleaned);
        }
        recipient
    }

    /// The same customer with another person to write to; what is not known of that person stays the customer's.
    pub(crate) fn with_contact(self, contact: &CustomerContact) -> Recipient {
        let or = |own: &str, known: String| match printable(own.trim()).text {
            empty if empty.is_empty() => known,
            own => own,
        };
        Recipient {
            contact: or(&contact.name, self.contact),
            email: or(&contact.email, self.email),
            phone: or(&contact.phone, self.phone),
            ..self
        }
    }

    /// Name and addresses of the person to write to, in one line.
    pub(crate) fn person(&self, by_mail: bool) -> String {
        let who = if self.contact.is_empty() { &self.name } else { &self.contact };
        match by_mail && !self.email.is_empty() {
            true => format!("{who} <{}>", self.email),
            false => who.clone(),
        }
    }

    pub(crate) fn account(&self) -> String {
        if self.id == self.name { self.name.clone() } else { format!("{} ({})", self.name, self.id) }
    }

    /// Name and address as they stand in the window of an envelope.
    pub(crate) fn block(&self) -> Vec<String> {
        let person = if self.contact.is_empty() { None } else { Some(self.contact.clone()) };
        let mut lines = vec![self.name.clone()];
        lines.extend(person.filter(|_| self.address.len() + 2 <= WINDOW_LINES));
        lines.extend(self.address.iter().cloned());
        lines.truncate(WINDOW_LINES);
        lines
    }

    /// The same in the width of the window: a line that is too long goes on in the next one where there is room, else it is
    /// cut.
    pub(crate) fn window(&self) -> Vec<String> {
        let folded = self.folded();
        let lines = if folded.len() <= WINDOW_LINES { folded } else { self.block() };
        lines.iter().map(|line| line.chars().take(WINDOW_WIDTH).collect()).collect()
    }

    /// The lines, those too long for the window over several, as far as they have spaces.
    fn folded(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for line in self.block() {
            let mut current = String::new();
            for word in line.split_whitespace() {
                if !current.is_empty() && current.chars().count() + 1 + word.chars().count() > WINDOW_WIDTH {
                    lines.push(std::mem::take(&mut current));
                }
                if !current.is_empty() {
                    current.push(' ');
                }
                current.push_str(word);
            }
            lines.push(current);
        }
        lines
    }

    /// Whether the window cuts something off.
    pub(crate) fn overflows(&self) -> bool {
        let folded = self.folded();
        let cut = folded.len() > WINDOW_LINES && self.block().iter().any(|line| line.chars().count() > WINDOW_WIDTH);
        cut || self.address.len() + 1 > WINDOW_LINES || folded.iter().any(|line| line.chars().count() > WINDOW_WIDTH)
    }

    /// The addresses of a customer: a cell may hold several, separated by `;` or `,`.
    pub(crate) fn mailboxes(&self, diagnostics: &mut Vec<DraftDiagnostic>) -> Vec<Mailbox> {
        let mut to = Vec::new();
        let seen = self.email.split([';', ',']).map(str::trim).filter(|text| !text.is_empty());
        for text in seen {
            match text.parse::<EmailAddress>() {
                Ok(address) => to.push(Mailbox { name: self.name.clone(), address }),
                Err(_) => diagnostics.push(DraftDiagnostic::RecipientInvalid { seen: text.to_owned() }),
            }
        }
        if !self.email.contains(|character| !matches!(character, ';' | ',' | ' ')) {
            diagnostics.push(DraftDiagnostic::RecipientMissing);
        }
        to
    }

    /// What would reach the customer instead of a means that does not: an e-mail becomes a letter, a letter a call; `None`
    /// where the means reaches it, or where nothing does. A formal notice stays what it is.
    pub(crate) fn instead_of(&self, channel: Channel, known: Means) -> Option<Channel> {
        let has = self.means();
        let written = [(Channel::Email, has.email), (Channel::Letter, has.letter)];
        let first = |others: &[(Channel, bool)]| others.iter().find(|(_, usable)| *usable).map(|(channel, _)| *channel);
        match channel {
            Channel::Email if known.email && !has.email => {
                first(&[(Channel::Letter, has.letter), (Channel::Phone, has.phone)])
            }
            Channel::Letter if known.letter && !has.letter => first(&[(Channel::Phone, has.phone)]),
            Channel::Phone | Channel::Sms if known.phone && !has.phone => first(&written),
            Channel::Email
            | Channel::Letter
            | Channel::RegisteredLetter
            | Channel::Phone
            | Channel::Sms
            | Channel::Internal => None,
        }
    }

    fn means(&self) -> Means {
        Means {
            email: self.email.split([';', ',']).any(|text| text.trim().parse::<EmailAddress>().is_ok()),
            letter: self.is_postable,
            phone: !self.phone.is_empty(),
        }
    }
}

/// Which means are known, of one customer or of any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Means {
    pub(crate) email: bool,
    pub(crate) letter: bool,
    pub(crate) phone: bool,
}

impl Means {
    /// The means that the files give for anybody: one they give for nobody is taken to be known elsewhere.
    pub(crate) fn known(customers: &[Customer]) -> Means {
        let mut known = Means::default();
        for customer in customers.iter().filter(|customer| customer.particulars.is_some()) {
            let own = Recipient::new(customer, &mut Vec::new()).means();
            known = Means {
                email: known.email || own.email,
                letter: known.letter || own.letter,
                phone: known.phone || own.phone,
            };
            if known.email && known.letter && known.phone {
                break;
            }
        }
        known
    }
}

fn street_lines(customer: &Customer) -> Vec<String> {
    let street = customer.address.as_deref().unwrap_or_default();
    street.split(['\n', '\r']).flat_map(|line| line.split(" - ")).map(str::to_owned).collect()
}

fn is_postable(customer: &Customer) -> bool {
    let address = PostalAddress {
        street: customer.address.as_deref(),
        code: customer.postal_code.as_deref(),
        city: customer.city.as_deref(),
    };
    let country = customer.country.as_deref().and_then(Country::recognise).unwrap_or(Country::FRANCE);
    address.gap(country).is_none()
}

/// Which rule gave the language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageBy {
    /// Asked for, for all texts.
    Asked,
    /// Fixed by a person for the customer.
    Fixed,
    /// The customer's own.
    Customer,
    /// Its country's.
    Country,
    /// The dossier's.
    Default,
}

impl LanguageBy {
    /// Its name in the texts.
    pub const fn key(self) -> &'static str {
        match self {
            LanguageBy::Asked => "asked",
            LanguageBy::Fixed => "fixed",
            LanguageBy::Customer => "customer",
            LanguageBy::Country => "country",
            LanguageBy::Default => "default",
        }
    }
}

/// The language of a customer: its own, else its country's, else the dossier's. Whoever reads neither French nor says so is
/// written to in English.
pub fn language_of(customer: &Customer, default: Language) -> (Language, LanguageBy) {
    if let Some(own) = customer.language.as_deref().map(str::trim).filter(|own| !own.is_empty()) {
        let folded = own.to_lowercase();
        let french = ["fr", "fre", "fra", "français", "francais", "french"].contains(&folded.as_str())
            || folded.starts_with("fr-")
            || folded.starts_with("fr_");
        return (if french { Language::Fr } else { Language::En }, LanguageBy::Customer);
    }
    match customer.country.as_deref().and_then(Country::recognise).map(Country::code) {
        Some("FR" | "MC") => (Language::Fr, LanguageBy::Country),
        // Countries where French is one language among others, or that of business with France.
        Some("BE" | "CH" | "LU" | "CA" | "DZ" | "MA" | "TN") | None => (default, LanguageBy::Default),
        Some(_) => (Language::En, LanguageBy::Country),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the window, and whether something is cut off.
    fn window(name: &str, address: &[&str]) -> (Vec<String>, bool) {
        let address = address.iter().map(|line| (*line).to_owned()).collect();
        let recipient = Recipient { name: name.to_owned(), address, ..Recipient::default() };
        (recipient.window(), recipient.overflows())
    }

    #[test]
    fn a_line_too_long_for_the_window_goes_on_in_the_next_one_where_there_is_room() {
        let long = "Établissements Delta et Compagnie du Grand Ouest";
        let two = ["Établissements Delta et Compagnie du", "Grand Ouest", "12 rue", "Lyon"].map(str::to_owned).to_vec();
        assert_eq!(window(long, &["12 rue", "Lyon"]), (two, false));
        let full = ["Bâtiment B", "12 rue", "Zone", "BP 1", "Lyon"];
        let (lines, cut) = window(long, &full);
        assert_eq!((lines.len(), lines[0].chars().count(), cut), (6, 38, true));
        assert!(window(&"x".repeat(39), &["Lyon"]).1);
        assert!(!window("Béta SARL", &full).1);
    }
}
