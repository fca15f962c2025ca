//! `Sender`: who writes, as filled in; and the same once cleaned and checked, for all drafts at once.

use crate::correspondence::{Chosen, ChosenBy, Colleague, CopyTo, Correspondence, Lacking, Occurrence, Signs};
use crate::payment::{Account, BankAccount};
use crate::{Aspect, Choice, DraftDiagnostic, EmailAddress, Mailbox};
use ledger::Customer;
use rules::identifiers::Iban;
use std::collections::BTreeMap;
use text::letters::printable;
use values::Currency;

/// The creditor. Empty fields are left out of the texts, and said so where a text needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The firm.
    pub company: String,
    /// The person who signs.
    pub name: String,
    /// What this person is in the firm.
    pub function: String,
    /// Its e-mail address.
    pub email: String,
    /// Its telephone number.
    pub phone: String,
    /// Where to pay, in the currency of the account's country.
    pub iban: String,
    /// The accounts by currency, where there are several.
    pub accounts: Vec<Account>,
    /// Legal form and capital, in words.
    pub legal_form: String,
    /// The seat: street, postal code and town, one line each.
    pub address: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Where the firm is registered: `RCS Lyon`.
    pub registry: String,
    /// Who gets a copy of every message.
    pub cc: Vec<String>,
    /// Colleagues and contacts of customers, and the rules that choose among them.
    pub correspondence: Correspondence,
}

/// A sender fit to print, with what must be said of it on every draft.
pub(crate) struct CheckedSender {
    pub(crate) company: String,
    pub(crate) name: String,
    pub(crate) function: String,
    pub(crate) phone: String,
    pub(crate) mailbox: Option<Mailbox>,
    pub(crate) cc: Vec<Mailbox>,
    /// Legal form, seat, number and register, one line each.
    pub(crate) identity: Vec<String>,
    /// The seat.
    pub(crate) address: Vec<String>,
    /// The firm's own number, legal form and seat are filled in: what French law asks of a firm's letters.
    pub(crate) is_identified: bool,
    accounts: Vec<(Currency, BankAccount)>,
    accounts_given: bool,
    pub(crate) diagnostics: Vec<DraftDiagnostic>,
}

/// Where a customer pays.
pub(crate) enum PayTo<'s> {
    /// Here.
    Account(&'s BankAccount),
    /// Nothing was filled in.
    NotFilledIn,
    /// Accounts were filled in, and none is in this currency.
    NotInCurrency,
}

impl CheckedSender {
    pub(crate) fn new(sender: &Sender) -> CheckedSender {
        let mut removed = 0;
        let mut clean = |text: &str| {
            let cleaned = printable(text);
            removed += cleaned.removed;
            cleaned.text
        };
        let (company, name, phone) = (clean(&sender.company), clean(&sender.name), clean(&sender.phone));
        let function = clean(&sender.function);
        let email = clean(&sender.email);
        let address = email.parse::<EmailAddress>().ok();
        let seat: Vec<String> = sender.address.lines().map(&mut clean).filter(|line| !line.is_empty()).collect();
        let (form, siren, registry) = (clean(&sender.legal_form), clean(&sender.siren), clean(&sender.registry));
        let given: Vec<Account> = std::iter::once(Account { iban: sender.iban.clone(), ..Account::default() })
            .filter(|account| !account.iban.trim().is_empty())
            .chain(sender.accounts.iter().cloned())
            .map(|account| Account {
                currency: account.currency,
                iban: clean(&account.iban),
                bic: clean(&account.bic),
                holder: clean(&account.holder),
            })
            .collect();
        let copies: Vec<String> = sender.cc.iter().map(|text| clean(text)).filter(|text| !text.is_empty()).collect();
        let mut diagnostics = Vec::new();
        if company.is_empty() {
            diagnostics.push(DraftDiagnostic::CompanyMissing);
        }
        if name.is_empty() {
            diagnostics.push(DraftDiagnostic::SignatoryMissing);
        }
        if !email.is_empty() && address.is_none() {
            diagnostics.push(DraftDiagnostic::SenderAddressInvalid { seen: email });
        }
        let mut cc = Vec::new();
        for copy in copies {
            match copy.parse::<EmailAddress>() {
                Ok(address) => cc.push(Mailbox { name: String::new(), address }),
                Err(_) => diagnostics.push(DraftDiagnostic::SenderAddressInvalid { seen: copy }),
            }
        }
        let mut accounts = Vec::new();
        for account in &given {
            match account.iban.parse::<Iban>() {
                Ok(iban) => accounts.push(BankAccount::new(account, iban, &company)),
                Err(_) => diagnostics.push(DraftDiagnostic::IbanInvalid { seen: account.iban.clone() }),
            }
        }
        if given.is_empty() {
            diagnostics.push(DraftDiagnostic::IbanMissing);
        }
        let unknown =
            (1..).zip(&sender.correspondence.rules).filter_map(|(number, rule)| Some((number, rule.unknown()?)));
        diagnostics
            .extend(unknown.map(|(number, seen)| DraftDiagnostic::RuleUnknown { number, seen: printable(seen).text }));
        if removed > 0 {
            diagnostics.push(DraftDiagnostic::SenderCleaned);
        }
        let shown = if company.is_empty() { name.clone() } else { company.clone() };
        let is_identified = !form.is_empty() && !seat.is_empty() && !siren.is_empty();
        let number = if siren.is_empty() { String::new() } else { format!("SIREN\u{A0}{siren}") };
        let identity = [vec![form], seat.clone(), vec![number, registry]].concat();
        CheckedSender {
            company,
            name,
            function,
            phone,
            mailbox: address.map(|address| Mailbox { name: shown, address }),
            cc,
            identity: identity.into_iter().filter(|line| !line.is_empty()).collect(),
            address: seat,
            is_identified,
            accounts,
            accounts_given: !given.is_empty(),
            diagnostics,
        }
    }

    /// The account for a currency: the first one filled in.
    pub(crate) fn account(&self, currency: Currency) -> PayTo<'_> {
        match self.accounts.iter().find(|(own, _)| *own == currency) {
            Some((_, account)) => PayTo::Account(account),
            None if self.accounts.is_empty() || !self.accounts_given => PayTo::NotFilledIn,
            None => PayTo::NotInCurrency,
        }
    }
}

/// The sender as each person who may sign.
pub(crate) struct Signatories<'s> {
    correspondence: &'s Correspondence,
    usual: CheckedSender,
    /// By name, as it is compared.
    others: BTreeMap<String, CheckedSender>,
}

impl<'s> Signatories<'s> {
    pub(crate) fn new(sender: &'s Sender, customers: &[Customer]) -> Signatories<'s> {
        let correspondence = &sender.correspondence;
        let signed = |colleague: &Colleague| {
            let or = |own: &String, firm: &String| if own.trim().is_empty() { firm.clone() } else { own.clone() };
            CheckedSender::new(&Sender {
                name: colleague.name.clone(),
                function: colleague.function.clone(),
                email: or(&colleague.email, &sender.email),
                phone: or(&colleague.phone, &sender.phone),
                ..sender.clone()
            })
        };
        let mut others: BTreeMap<String, CheckedSender> = BTreeMap::new();
        if correspondence.rules.iter().any(|rule| rule.signs.is_some()) {
            for colleague in &correspondence.colleagues {
                others.entry(folded(&colleague.name)).or_insert_with(|| signed(colleague));
            }
        }
        if correspondence.rules.iter().any(|rule| rule.signs == Some(Signs::Salesperson)) {
            for name in customers.iter().filter_map(|customer| customer.salesperson.as_deref()) {
                let unlisted = || signed(&Colleague { name: name.to_owned(), ..Colleague::default() });
                others.entry(folded(name)).or_insert_with(unlisted);
            }
        }
        Signatories { correspondence, usual: CheckedSender::new(sender), others }
    }

    pub(crate) fn correspondence(&self) -> &'s Correspondence {
        self.correspondence
    }

    /// Who signs a text, and why.
    pub(crate) fn of(&self, occurrence: &Occurrence<'_>) -> (&CheckedSender, Choice) {
        let decided = self.correspondence.decided(occurrence, |rule| rule.signs.as_ref());
        let (signs, because) = match decided {
            Some((signs, because)) => (Some(signs), because),
            None => (None, ChosenBy::Default),
        };
        let salesperson = salesperson(occurrence.customer);
        let mut lacking = Vec::new();
        let found = match (signs, salesperson) {
            (None, _) => None,
            (Some(Signs::Salesperson), None) => {
                lacking.push(Lacking::Salesperson);
                None
            }
            (Some(Signs::Salesperson), Some(name)) => {
                if self.correspondence.colleague(name).is_none() {
                    lacking.push(Lacking::OnlyName(printable(name).text));
                }
                self.others.get(&folded(name))
            }
            (Some(Signs::Colleague(name)), _) => {
                let known = self.others.get(&folded(name)).filter(|_| self.correspondence.colleague(name).is_some());
                if known.is_none() {
                    lacking.push(Lacking::Colleague(printable(name).text));
                }
                known
            }
        };
        let sender = found.unwrap_or(&self.usual);
        let names = [&sender.name].into_iter().filter(|name| !name.is_empty()).cloned().collect();
        (sender, Choice { aspect: Aspect::Signatory, chosen: Chosen::People(names), because, lacking })
    }

    /// Who gets a copy beside those of every message, and why; whoever has no address is told.
    pub(crate) fn copies(
        &self,
        occurrence: &Occurrence<'_>,
        diagnostics: &mut Vec<DraftDiagnostic>,
    ) -> (Vec<Mailbox>, Choice) {
        let said = |rule: &'s crate::correspondence::Rule| (!rule.copies.is_empty()).then_some(&rule.copies);
        let decided = self.correspondence.decided(occurrence, said);
        let (copies, because) = decided.map_or((&[][..], ChosenBy::Default), |(copies, why)| (copies.as_slice(), why));
        let mut lacking = Vec::new();
        let mut mailboxes = self.usual.cc.clone();
        for copy in copies {
            match self.mailbox(copy, occurrence.customer) {
                Ok(found) => mailboxes.extend(found),
                Err(why) => lacking.push(why),
            }
        }
        for why in &lacking {
            if let Lacking::Colleague(who) = why {
                diagnostics.push(DraftDiagnostic::CopyWithoutAddress { who: who.clone() });
            }
        }
        let mut kept: Vec<Mailbox> = Vec::new();
        for mailbox in mailboxes {
            if kept.iter().all(|one| one.address != mailbox.address) {
                kept.push(mailbox);
            }
        }
        let people = kept.iter().map(|mailbox| match mailbox.name.is_empty() {
            true => mailbox.address.to_string(),
            false => format!("{} <{}>", mailbox.name, mailbox.address),
        });
        let choice = Choice { aspect: Aspect::Copies, chosen: Chosen::People(people.collect()), because, lacking };
        (kept, choice)
    }

    fn mailbox(&self, copy: &CopyTo, customer: &Customer) -> Result<Vec<Mailbox>, Lacking> {
        let one = |name: &str, email: &str| -> Vec<Mailbox> {
            let addresses = email.split([';', ',']).filter_map(|text| text.trim().parse::<EmailAddress>().ok());
            addresses.map(|address| Mailbox { name: printable(name).text, address }).collect()
        };
        let colleague = |name: &str| match self.correspondence.colleague(name).map(|one_of| one(name, &one_of.email)) {
            Some(found) if !found.is_empty() => Ok(found),
            Some(_) | None => Err(Lacking::Colleague(printable(name).text)),
        };
        match copy {
            CopyTo::Salesperson => colleague(salesperson(customer).ok_or(Lacking::Salesperson)?),
            CopyTo::Colleague(name) => colleague(name),
            CopyTo::Address(address) => match one("", address) {
                found if !found.is_empty() => Ok(found),
                _ => Err(Lacking::Colleague(printable(address).text)),
            },
            CopyTo::Contact(role) => {
                let contacts = self.correspondence.contacts.iter();
                let own = contacts.filter(|one| one.customer.trim() == customer.id && one.role == *role);
                let found: Vec<Mailbox> = own.flat_map(|contact| one(&contact.name, &contact.email)).collect();
                if found.is_empty() { Err(Lacking::Contact(*role)) } else { Ok(found) }
            }
        }
    }
}

fn salesperson(customer: &Customer) -> Option<&str> {
    customer.salesperson.as_deref().map(str::trim).filter(|name| !name.is_empty())
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
