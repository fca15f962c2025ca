//! What may be claimed besides the items of a dossier, and until when each can be sued for: which rules hold for a
//! customer, from what a person decided and what the files tell.

use crate::view;
use crate::{Session, failures, interest, rates};
use claims::{RegimeBecause, Terms, regime_of};
use ledger::{Customer, Ledger};
use protocol::{Allocation, ClaimSetting, Claims, ClaimsQuery, DayCount, Failure, LimitationCalendar, LimitationQuery};
use rules::interest::{Method, Regime, Rule};
use rules::rates::Rates;
use std::collections::BTreeMap;
use text::Language;
use values::Day;

impl Session {
    /// Interest and fixed sums of every item that is or was late, by customer. They are not in the ledger's balance.
    pub fn claims(&self, query: &ClaimsQuery, language: Language) -> Result<Claims, Failure> {
        self.check_day(query.as_of, language)?;
        let rules = ClaimRules::new(
            &query.settings,
            query.contract_rate_percent.as_deref(),
            (query.day_count, query.allocation),
            query.rates.as_deref(),
            language,
        )?;
        self.check_customers(&query.settings, language)?;
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter());
        let currencies =
            currencies.map(|(ledger, open)| view::claims::currency(self, ledger, open, &rules, query, language));
        let method = interest::method_text(rules.method, language);
        Ok(Claims { as_of: query.as_of, method, currencies: currencies.collect() })
    }

    /// The last day on which each open item can be sued for, nearest first.
    pub fn limitation(&self, query: &LimitationQuery, language: Language) -> Result<LimitationCalendar, Failure> {
        self.check_day(query.as_of, language)?;
        let rules = ClaimRules::new(&query.settings, None, (None, None), None, language)?;
        self.check_customers(&query.settings, language)?;
        let named = query.events.iter().map(|event| event.customer.as_str());
        self.check_known(named, language)?;
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter());
        let currencies =
            currencies.map(|(ledger, open)| view::limitation::currency(self, ledger, open, &rules, query, language));
        let note = language.limitation_note().to_owned();
        Ok(LimitationCalendar { as_of: query.as_of, note, currencies: currencies.collect() })
    }

    fn check_customers(&self, settings: &[ClaimSetting], language: Language) -> Result<(), Failure> {
        self.check_known(settings.iter().map(|setting| setting.customer.as_str()), language)
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
    pub fn new(
        settings: &[ClaimSetting],
        contract_rate: Option<&str>,
        method: (Option<DayCount>, Option<Allocation>),
        own_rates: Option<&str>,
        language: Language,
    ) -> Result<ClaimRules, Failure> {
        let mut chosen = BTreeMap::new();
        for setting in settings {
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
            rates: rates::read(own_rates, language)?,
            method: interest::method(method.0, method.1),
            french: interest::rule(protocol::Regime::FrB2b, contract_rate, language)?,
            chosen,
            public_names: analysis::segments::PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect(),
        })
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
