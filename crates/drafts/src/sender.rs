//! `Sender`: who writes, as filled in; and the same once cleaned and checked, for all drafts at once.

use crate::payment::{Account, BankAccount};
use crate::{DraftDiagnostic, EmailAddress, Mailbox};
use rules::identifiers::Iban;
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
