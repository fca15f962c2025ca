//! The journal of contacts: merged with another without a line twice, and what it tells step by step. It only grows.

use followup::{Channel, Contact, Kept, PromiseOutcome, Register};
use ledger::{CustomerKey, Ledger, settlements};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Arrange, AsOf, Day, Days, Gather};

/// Days after a contact during which a payment is told with it; the last contact before the payment gets it.
pub const ATTRIBUTION: Days = Days(15);

/// What a journal read brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Contacts not known yet, by day, then as read.
    pub new: Vec<Contact>,
    /// Contacts known already, or read twice.
    pub known: usize,
    /// Contacts of customers that no ledger lists: left out, and told.
    pub strangers: Vec<Contact>,
}

/// What a journal read adds to what is recorded.
pub fn merge(register: &Register, read: Vec<Contact>, listed: impl Fn(&str) -> bool) -> Merged {
    let mut merged = Merged::default();
    let mut seen: Vec<&Contact> = register.contacts.iter().collect();
    let mut places: BTreeSet<(String, Day)> = seen.iter().map(|one| (one.customer.clone(), one.day)).gather();
    seen.arrange_by(|a, b| (&a.customer, a.day).cmp(&(&b.customer, b.day)));
    for contact in read {
        let place = (contact.customer.clone(), contact.day);
        let twice =
            places.contains(&place) && (seen.iter().any(|one| **one == contact) || merged.new.contains(&contact));
        if twice {
            merged.known += 1;
        } else if listed(&contact.customer) {
            places.insert(place);
            merged.new.push(contact);
        } else {
            merged.strangers.push(contact);
        }
    }
    merged.new.arrange_by_key(|contact| contact.day);
    merged
}

/// What the contacts of one step by one means came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepFigures {
    /// Contacts, calls tried in vain included.
    pub contacts: u32,
    /// Of which somebody was reached: a message counts, a call nobody answered does not.
    pub reached: u32,
    /// Promises noted on the day of such a contact.
    pub promises: u32,
    /// Of which kept.
    pub kept: u32,
    /// Of which broken, in whole or in part.
    pub broken: u32,
    /// What was paid within fifteen days, each payment told with the last contact before it.
    pub paid: Amount,
    /// How many contacts were followed by a payment.
    pub followed: u32,
}

/// The figures of a ledger's journal by step and means, up to a day.
pub fn figures(
    ledger: &Ledger,
    register: &Register,
    promises: &[PromiseOutcome],
    as_of: AsOf,
) -> BTreeMap<(String, Channel), StepFigures> {
    let mut figures: BTreeMap<(String, Channel), StepFigures> = BTreeMap::new();
    let mut by_customer: BTreeMap<CustomerKey, Vec<(usize, &Contact)>> = BTreeMap::new();
    for (at, contact) in register.contacts.iter().enumerate().filter(|(_, one)| one.day <= as_of.day()) {
        let Some(customer) = ledger.find(&contact.customer) else { continue };
        by_customer.entry(customer).or_default().push((at, contact));
        let of = figures.entry(place(contact)).or_default();
        of.contacts += 1;
        of.reached += u32::from(contact.outcome.is_none_or(followup::Outcome::reached));
    }
    by_customer.values_mut().for_each(|contacts| contacts.arrange_by_key(|(at, contact)| (contact.day, *at)));
    count_promises(ledger, register, promises, &by_customer, &mut figures);
    count_payments(ledger, as_of, &by_customer, &mut figures);
    figures
}

fn place(contact: &Contact) -> (String, Channel) {
    (contact.step.clone(), contact.channel)
}

type Contacts<'a> = BTreeMap<CustomerKey, Vec<(usize, &'a Contact)>>;
type Figures = BTreeMap<(String, Channel), StepFigures>;

fn count_promises(
    ledger: &Ledger,
    register: &Register,
    promises: &[PromiseOutcome],
    contacts: &Contacts<'_>,
    figures: &mut Figures,
) {
    for outcome in promises {
        let at = (outcome.number as usize).saturating_sub(1);
        let Some(promise) = register.promises.get(at).map(|of| &of.record) else { continue };
        let customer = promise.items.first().and_then(|first| ledger.find(&first.item.customer));
        let same_day = |(_, contact): &&(usize, &Contact)| contact.day == promise.made;
        let given = customer.and_then(|customer| contacts.get(&customer)?.iter().rfind(same_day));
        let Some(of) = given.and_then(|(_, contact)| figures.get_mut(&place(contact))) else { continue };
        of.promises += 1;
        match outcome.kept {
            Kept::Kept => of.kept += 1,
            Kept::Broken | Kept::Partly => of.broken += 1,
            Kept::Pending | Kept::Withdrawn | Kept::Replaced | Kept::NotListed => {}
        }
    }
}

fn count_payments(ledger: &Ledger, as_of: AsOf, contacts: &Contacts<'_>, figures: &mut Figures) {
    let mut followed: BTreeSet<usize> = BTreeSet::new();
    settlements(ledger, as_of, |settled| {
        let own = contacts.get(&settled.debit_entry().customer()).map(Vec::as_slice).unwrap_or_default();
        let before = |(_, contact): &&(usize, &Contact)| {
            contact.day < settled.credit.day && settled.credit.day - contact.day <= ATTRIBUTION
        };
        let last = own.iter().rfind(before).filter(|_| settled.credit.kind == ledger::EntryKind::Payment);
        if let Some((at, contact)) = last
            && let Some(of) = figures.get_mut(&place(contact))
        {
            of.paid += settled.amount;
            of.followed += u32::from(followed.insert(*at));
        }
    });
}
