//! The plan of a day from all that is known: open items, what people recorded, segments, and what may be claimed.

use crate::Session;
use crate::claims::{ClaimRules, RulesOfLedger};
use claims::ClaimsOf;
use dunning::{Claim, Policy, Profile, Situation};
use followup::Resolved;
use ledger::{Ledger, OpenItem, OpenItems};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use values::{AsOf, Day, Days};

impl Session {
    /// The plan of each ledger, in their order.
    pub(crate) fn plans(
        &self,
        policy: &Policy,
        rules: &ClaimRules,
        as_of: AsOf,
        horizon: Days,
    ) -> Vec<(&Ledger, dunning::Plan)> {
        let (open, people) = (self.open_on(as_of.day()), self.resolved_on(as_of.day()));
        let profiles = self.profiles(policy, as_of.day());
        let each = self.ledgers().iter().zip(open.iter()).zip(people.iter()).zip(&profiles);
        let plan = |ledger, open: &OpenItems, people, profiles: &[Profile]| {
            let of_ledger = rules.with_insolvencies(people);
            let law = Law::new(ledger, open, &of_ledger);
            Known { ledger, people, profiles, law: &law }.plan(policy, open, horizon)
        };
        each.map(|(((ledger, open), people), profiles)| (ledger, plan(ledger, open, people, profiles))).collect()
    }
}

/// What is known of a ledger, beside what is open.
pub(crate) struct Known<'a, 'law> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) people: &'a Resolved,
    pub(crate) profiles: &'a [Profile],
    pub(crate) law: &'a Law<'law>,
}

impl Known<'_, '_> {
    /// The plan of these items: all that is open of the ledger, or of some of its customers.
    pub(crate) fn plan(&self, policy: &Policy, open: &OpenItems, horizon: Days) -> dunning::Plan {
        let Known { ledger, people, profiles, law } = *self;
        let claim = |item: &OpenItem, day: Day| law.claim(item, day);
        let assigned = BTreeMap::new();
        let situation = Situation { ledger, open, profiles, assigned: &assigned, people, claim: &claim };
        dunning::plan(policy, open.as_of, horizon, &situation)
    }
}

/// What is open, in parts of so many customers: the plan of one rests on no other.
pub(crate) fn parts(open: &OpenItems, customers: usize) -> Vec<OpenItems> {
    let accounts: Vec<&[OpenItem]> = open.by_customer().map(|(_, items)| items).collect();
    let part =
        |accounts: &[&[OpenItem]]| OpenItems { as_of: open.as_of, items: accounts.concat(), tolerated: Vec::new() };
    accounts.chunks(customers).map(part).collect()
}

/// What may be claimed on the items of a ledger, for the steps and the texts that claim it.
pub(crate) struct Law<'a> {
    ledger: &'a Ledger,
    open: &'a OpenItems,
    rules: &'a RulesOfLedger<'a>,
    /// Made once something is claimed.
    claims: OnceCell<ClaimsOf<'a>>,
}

impl<'a> Law<'a> {
    /// The law of a ledger on the day of its open items.
    pub(crate) fn new(ledger: &'a Ledger, open: &'a OpenItems, rules: &'a RulesOfLedger<'a>) -> Law<'a> {
        Law { ledger, open, rules, claims: OnceCell::new() }
    }

    /// Interest to a day and the fixed sum on what is asked of an item, its residual.
    pub(crate) fn claim(&self, item: &OpenItem, day: Day) -> Claim {
        let RulesOfLedger { rules, .. } = self.rules;
        let terms = |customer| self.rules.terms(self.ledger, customer).0;
        let claims = self
            .claims
            .get_or_init(|| ClaimsOf::new(self.ledger, self.open, Box::new(terms), rules.method, &rules.rates));
        let Some(found) = claims.on(item.entry, item.residual, day) else { return Claim::default() };
        let computed = found.interest.as_ref().ok();
        Claim {
            interest: found.interest_amount(),
            indemnity: found.indemnity.amount(),
            per_day: computed.map(|interest| interest.per_day).unwrap_or_default(),
            rate: computed.and_then(|interest| interest.segments.last()).map(|segment| segment.applied.rate),
            refused: found.interest.is_err(),
        }
    }
}
