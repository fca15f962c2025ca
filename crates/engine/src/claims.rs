//! What may be claimed besides the items of a dossier, and until when each can be sued for: which rules hold for a
//! customer, from what a person decided and what the files tell.

use crate::view;
use crate::{Session, failures, interest, rates};
use claims::{RegimeBecause, Terms, regime_of};
use followup::{Hold, Resolved, Stage, Target};
use ledger::{Customer, CustomerKey, Ledger};
use protocol::{
    Claims, ClaimsQuery, Failure, LimitationCalendar, LimitationEvent, LimitationEventKind, LimitationQuery,
};
use rules::interest::{Method, Regime, Rule};
use rules::rates::Rates;
use std::collections::BTreeMap;
use text::Language;
use values::{Day, Gather};

impl Session {
    /// Interest and fixed sums of every item that is or was late, by customer. They are not in the ledger's balance.
    pub fn claims(&self, query: &ClaimsQuery, language: Language) -> Result<Claims, Failure> {
        self.check_day(query.as_of, language)?;
        let ClaimsQuery { settings, contract_rate_percent, day_count, allocation, rates, .. } = query.clone();
        let asked = protocol::ClaimRules { settings, contract_rate_percent, day_count, allocation, rates };
        let rules = self.claim_rules(Some(&asked), language)?;
        let (open, people) = (self.open_on(query.as_of), self.resolved_on(query.as_of));
        let currencies = self.ledgers().iter().zip(open.iter()).zip(people.iter()).map(|((ledger, open), people)| {
            view::claims::currency(self, ledger, open, &rules.with_insolvencies(people), query, language)
        });
        let method = interest::method_text(rules.method, language);
        Ok(Claims { as_of: query.as_of, method, currencies: currencies.collect() })
    }

    /// The last day on which each open item can be sued for, nearest first.
    pub fn limitation(&self, query: &LimitationQuery, language: Language) -> Result<LimitationCalendar, Failure> {
        self.check_day(query.as_of, language)?;
        let asked = protocol::ClaimRules { settings: query.settings.clone(), ..protocol::ClaimRules::default() };
        let rules = self.claim_rules(Some(&asked), language)?;
        let named = query.events.iter().map(|event| event.customer.as_str());
        self.check_known(named, language)?;
        let mut query = query.clone();
        query.events.extend(self.interruptions());
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter());
        let currencies =
            currencies.map(|(ledger, open)| view::limitation::currency(self, ledger, open, &rules, &query, language));
        let note = language.limitation_note().to_owned();
        Ok(LimitationCalendar { as_of: query.as_of, note, currencies: currencies.collect() })
    }

    /// What people recorded that interrupts limitation: a plan agreed on is an acknowledgement of what it covers (C. civ.
    /// 2240), and a claim taken to court is an action.
    fn interruptions(&self) -> Vec<LimitationEvent> {
        let register = self.log.register();
        let event = |customer: &str, document: Option<String>, day, kind| LimitationEvent {
            customer: customer.to_owned(),
            document,
            day,
            kind,
        };
        let covered = register.plans.iter().flat_map(|plan| {
            let agreed = plan.record.agreed;
            plan.record.items.iter().map(move |covered| (&covered.item, agreed))
        });
        let plans = covered.map(|(item, agreed)| {
            event(&item.customer, Some(item.document.clone()), agreed, LimitationEventKind::Acknowledgement)
        });
        let to_court = register.transitions.iter().filter(|transition| transition.stage == Stage::Court);
        let court = to_court.map(|transition| {
            let document = match &transition.target {
                Target::Item(item) => Some(item.document.clone()),
                Target::Customer(_) => None,
            };
            event(transition.target.customer(), document, transition.day, LimitationEventKind::CourtAction)
        });
        plans.chain(court).collect()
    }

    /// The rules asked for, those of the law by default; customers that nobody knows are refused.
    pub(crate) fn claim_rules(
        &self,
        asked: Option<&protocol::ClaimRules>,
        language: Language,
    ) -> Result<ClaimRules, Failure> {
        let rules = asked.cloned().unwrap_or_default();
        self.check_known(rules.settings.iter().map(|setting| setting.customer.as_str()), language)?;
        ClaimRules::new(&rules, language)
    }

    fn check_known<'a>(&self, mut ids: impl Iterator<Item = &'a str>, language: Language) -> Result<(), Failure> {
        let has = |ledger: &Ledger, id: &str| ledger.customers().iter().any(|customer| customer.id == id);
        match ids.find(|id| !self.ledgers().iter().any(|ledger| has(ledger, id))) {
            Some(unknown) => Err(failures::failure(
                "customer",
                language.claims_customer_unknown(unknown),
                language.claims_customer_advice(),
            )),
            None => Ok(()),
        }
    }
}

/// By which rules each customer's claims are computed.
pub struct ClaimRules {
    /// The tables in use.
    pub rates: Rates,
    /// How days are counted and payments taken.
    pub method: Method,
    /// The rules of French businesses, with the contract's rate where there is one.
    french: Rule,
    chosen: BTreeMap<String, Chosen>,
    public_names: Vec<String>,
}

/// What a person decided for a customer.
#[derive(Default)]
struct Chosen {
    rule: Option<Rule>,
    notice: Option<Day>,
    insolvency: Option<Day>,
}

impl ClaimRules {
    /// The rules of settings and own rates, or why they are refused.
    pub fn new(asked: &protocol::ClaimRules, language: Language) -> Result<ClaimRules, Failure> {
        let mut chosen = BTreeMap::new();
        for setting in &asked.settings {
            let rate = setting.contract_rate_percent.as_deref();
            let rule = match setting.regime {
                Some(regime) => Some(interest::rule(regime, rate, language)?),
                None if rate.is_some() => {
                    return Err(failures::failure("interest", language.claims_rate_without_regime(), ""));
                }
                None => None,
            };
            let of = Chosen { rule, notice: setting.notice_day, insolvency: setting.insolvency_day };
            chosen.insert(setting.customer.clone(), of);
        }
        Ok(ClaimRules {
            rates: rates::read(asked.rates.as_deref(), language)?,
            method: interest::method(asked.day_count, asked.allocation),
            french: interest::rule(protocol::Regime::FrB2b, asked.contract_rate_percent.as_deref(), language)?,
            chosen,
            public_names: analysis::segments::PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect(),
        })
    }

    /// The same, with the insolvencies recorded for one ledger.
    pub fn with_insolvencies(&self, people: &Resolved) -> RulesOfLedger<'_> {
        let holds = people.holds.iter().flat_map(|(entry, holds)| holds.iter().map(|hold| (entry.customer(), hold)));
        let insolvencies = holds.filter_map(|(customer, hold)| match hold {
            Hold::Insolvent { since } => Some((customer, *since)),
            Hold::HandedOver { .. }
            | Hold::Excluded
            | Hold::Factored
            | Hold::Blocked { .. }
            | Hold::Disputed { .. }
            | Hold::PlanRespected { .. }
            | Hold::Promised { .. } => None,
        });
        RulesOfLedger { rules: self, insolvencies: insolvencies.gather() }
    }

    /// The rules of a customer, and why.
    pub fn terms(&self, customer: &Customer) -> (Terms, RegimeBecause) {
        let chosen = self.chosen.get(&customer.id);
        let (notice, insolvency) = chosen.map_or((None, None), |chosen| (chosen.notice, chosen.insolvency));
        if let Some(rule) = chosen.and_then(|chosen| chosen.rule) {
            return (Terms { rule, notice, insolvency }, RegimeBecause::Chosen);
        }
        let public = analysis::segments::public_body(customer, &self.public_names).is_some();
        let (regime, because) = regime_of(customer, public);
        let rule = match regime {
            Regime::FrB2b => self.french,
            // No regime proposed for a kind of customer needs a contract's rate.
            other => Rule::new(other, None).unwrap_or(self.french),
        };
        (Terms { rule, notice, insolvency }, because)
    }
}

/// The rules of claims, with what is recorded for the customers of one ledger.
pub struct RulesOfLedger<'a> {
    /// The rules.
    pub rules: &'a ClaimRules,
    insolvencies: BTreeMap<CustomerKey, Day>,
}

impl RulesOfLedger<'_> {
    /// The rules of a customer, and why; a day of insolvency given with the question outweighs the one recorded.
    pub fn terms(&self, ledger: &Ledger, key: CustomerKey) -> (Terms, RegimeBecause) {
        let (terms, because) = self.rules.terms(ledger.customer(key));
        let insolvency = terms.insolvency.or_else(|| self.insolvencies.get(&key).copied());
        (Terms { insolvency, ..terms }, because)
    }
}
