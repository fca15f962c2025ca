//! What a plan needs to know of each customer beside its items: segment, risk, class of payer, and how it can be reached.

use crate::Session;
use analysis::payers::Payers;
use analysis::segments::place;
use dunning::{Channel, ContactData, Policy, Profile, Reachable, Resolved};
use followup::{Hold, Pin};
use ledger::{Customer, CustomerKey, Ledger, OpenItems};
use rules::contact::{Country, Phone, PostalAddress, check_email};
use std::collections::BTreeSet;
use values::{Day, Gather};

impl Session {
    /// The profiles of all customers of each ledger on a day, by key. The analysis of payers is left out where no rule asks
    /// for it.
    pub(crate) fn profiles(&self, policy: &Policy, day: Day) -> Vec<Vec<Profile>> {
        let (open, people) = (self.open_on(day), self.resolved_on(day));
        let asked = policy.rules().len() > 1 || asks_for_risk(policy);
        let payers = asked.then(|| self.payers_on(day));
        let each = self.ledgers().iter().zip(open.iter()).zip(people.iter()).enumerate();
        let of = |(position, ((ledger, open), people))| {
            let payers = payers.as_ref().and_then(|payers| payers.get(position));
            profiles(ledger, open, policy, people, payers)
        };
        each.map(of).collect()
    }
}

fn profiles(
    ledger: &Ledger,
    open: &OpenItems,
    policy: &Policy,
    people: &Resolved,
    payers: Option<&Payers>,
) -> Vec<Profile> {
    let reach = reach(ledger, policy);
    let mut profiles: Vec<Profile> =
        reach.into_iter().map(|reachable| Profile { reachable, ..Profile::default() }).collect();
    let rules = policy.rules();
    if let Some(payers) = payers {
        for placed in place(ledger, open, payers, &rules, &insolvent(people)) {
            if let Some(profile) = profiles.get_mut(placed.customer.0 as usize) {
                profile.segment = (!rules.is_empty()).then_some(placed.rule);
                profile.risk = placed.risk.score;
                profile.class = placed.risk.class;
            }
        }
    } else if !rules.is_empty() {
        profiles.iter_mut().for_each(|profile| profile.segment = Some(0));
    }
    for (customer, pins) in &people.pins {
        if let Some(profile) = profiles.get_mut(customer.0 as usize) {
            pins.iter().for_each(|pin| fix(profile, pin, policy));
        }
    }
    profiles
}

fn asks_for_risk(policy: &Policy) -> bool {
    let steps = policy.scenarios().iter().flat_map(|scenario| &scenario.steps);
    steps.into_iter().any(|step| !step.when.risk.is_open() || !step.when.classes.is_empty())
}

fn insolvent(people: &Resolved) -> BTreeSet<CustomerKey> {
    let insolvent = |holds: &&Vec<Hold>| holds.iter().any(|hold| matches!(hold, Hold::Insolvent { .. }));
    let entries = people.holds.iter().filter(|(_, holds)| insolvent(holds));
    entries.map(|(entry, _)| entry.customer()).gather()
}

/// What a person fixed outweighs the rules.
fn fix(profile: &mut Profile, pin: &Pin, policy: &Policy) {
    match pin {
        Pin::Segment(segment) => {
            let named = policy.segments().iter().position(|one| one.rule.segment == *segment);
            profile.segment = named.or(profile.segment);
        }
        Pin::Scenario(scenario) => {
            let named = policy.scenarios().iter().position(|one| one.id == *scenario);
            profile.scenario = named.or(profile.scenario);
        }
        Pin::SameAs(_) | Pin::Language(_) => {}
    }
}

/// How each customer can be reached. A means that the files give for nobody is taken to be known elsewhere, unless the
/// policy requires it.
pub(crate) fn reach(ledger: &Ledger, policy: &Policy) -> Vec<Reachable> {
    let required = policy.scenarios().iter().any(|scenario| scenario.limits.contact_data == ContactData::Required);
    let all: Vec<[bool; 3]> = ledger.customers().iter().map(usable).collect();
    let known = [0, 1, 2].map(|at| required || all.iter().any(|one| one.get(at) == Some(&true)));
    let written: [&[Channel]; 3] =
        [&[Channel::Email], &[Channel::Phone, Channel::Sms], &[Channel::Letter, Channel::RegisteredLetter]];
    let of = |usable: [bool; 3]| {
        let by = usable.into_iter().zip(known).zip(written).filter(|((usable, known), _)| *usable || !known);
        by.flat_map(|(_, channels)| channels).fold(Reachable::NONE, |reach, channel| reach.with(*channel))
    };
    all.into_iter().map(of).collect()
}

/// Whether e-mail address, telephone number and postal address can be used.
fn usable(customer: &Customer) -> [bool; 3] {
    let country = customer.country.as_deref().and_then(Country::recognise).unwrap_or(Country::FRANCE);
    let filled =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let email = filled(&customer.email).is_some_and(|email| check_email(&email).is_ok());
    let phone = filled(&customer.phone).is_some_and(|phone| Phone::read(&phone, country).is_ok());
    let postal = PostalAddress {
        street: customer.address.as_deref(),
        code: customer.postal_code.as_deref(),
        city: customer.city.as_deref(),
    };
    [email, phone, !postal.is_empty() && postal.gap(country).is_none()]
}
