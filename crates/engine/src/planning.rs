//! The plan of a day from all that is known: open items, what people recorded, segments, and what the law grants.

use crate::Session;
use crate::profiles::{insolvent_since, profiles};
use analysis::segments::{PUBLIC_NAMES, public_body};
use claims::{LatePayments, Terms, interest_on, regime_of};
use dunning::{Claim, Policy, Resolved, Situation};
use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use rules::interest::{Indemnity, Method, Rule};
use rules::rates::Rates;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day, Days};

impl Session {
    /// The plan of each ledger, in their order.
    pub(crate) fn plans(&self, policy: &Policy, as_of: AsOf, horizon: Days) -> Vec<(&Ledger, dunning::Plan)> {
        let (open, people) = (self.open_on(as_of.day()), self.resolved_on(as_of.day()));
        let each = self.ledgers().iter().zip(open.iter()).zip(people.iter());
        each.map(|((ledger, open), people)| (ledger, plan_of(ledger, open, policy, people, horizon))).collect()
    }
}

fn plan_of(ledger: &Ledger, open: &OpenItems, policy: &Policy, people: &Resolved, horizon: Days) -> dunning::Plan {
    let profiles = profiles(ledger, open, policy, people);
    let law = Law { ledger, as_of: open.as_of, people, rates: Rates::default(), late: OnceCell::new() };
    let claim = |item: &OpenItem, day: Day| law.claim(item, day);
    let assigned = BTreeMap::new();
    let situation = Situation { ledger, open, profiles: &profiles, assigned: &assigned, people, claim: &claim };
    dunning::plan(policy, open.as_of, horizon, &situation)
}

/// What the law grants for a late payment, for the steps that claim it.
struct Law<'a> {
    ledger: &'a Ledger,
    as_of: AsOf,
    people: &'a Resolved,
    rates: Rates,
    /// Looked up once a step claims something.
    late: OnceCell<LatePayments>,
}

impl Law<'_> {
    /// Interest to a day and the fixed sum; nothing where the rates of that day are not known.
    fn claim(&self, item: &OpenItem, day: Day) -> Claim {
        let late = self.late.get_or_init(|| LatePayments::of(self.ledger, self.as_of));
        let Some(terms) = self.terms(item.customer) else { return Claim::default() };
        let currency = self.ledger.currency();
        match interest_on(item, day, late, currency, &terms, Method::default(), &self.rates) {
            Some(Ok(interest)) => {
                let indemnity = match interest.indemnity {
                    Indemnity::Due(amount) => amount,
                    Indemnity::Not(_) => Amount::ZERO,
                };
                Claim { interest: interest.interest, indemnity }
            }
            Some(Err(_)) | None => Claim::default(),
        }
    }

    fn terms(&self, customer: CustomerKey) -> Option<Terms> {
        let of = self.ledger.customer(customer);
        let names: Vec<String> = PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect();
        let (regime, _) = regime_of(of, public_body(of, &names).is_some());
        let rule = Rule::new(regime, None).ok()?;
        Some(Terms { rule, notice: None, insolvency: insolvent_since(self.people, customer) })
    }
}
