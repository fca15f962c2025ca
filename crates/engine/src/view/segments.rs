//! Customers by segment as the contract shows them: each with its reason, its score factor by factor, and why it is on
//! the watch-list.

use crate::Session;
use analysis::payers::{Payers, Settings, payers};
use analysis::risk::{Contribution, PayerClass, Watched};
use analysis::segments::{Because, Placed, PublicBecause, Rule, Thresholds, place};
use ledger::{Coverage, CustomerKey, Ledger};
use protocol::{PlacedCustomer, RiskFactor, SegmentThresholds, SegmentTotal, SegmentsOfCurrency, SegmentsQuery};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use text::segments::Reason;
use values::{Amount, Arrange, Day, Gather};

/// The customers of one ledger on a day, and the watch-list against an earlier one.
pub fn currency(session: &Session, ledger: &Ledger, query: &SegmentsQuery, language: Language) -> SegmentsOfCurrency {
    let rules = analysis::segments::preset(thresholds(query));
    let here = Watch { session, ledger, query, rules: &rules, language };
    let mut customers = here.customers(query.as_of);
    let (watch_added, watch_removed) = match query.since {
        Some(since) => here.moved(since, &customers),
        None => (Vec::new(), Vec::new()),
    };
    let segments = totals(&rules, &customers, language);
    customers.arrange_by(|a, b| {
        b.score.cmp(&a.score).then_with(|| b.balance.cmp(&a.balance)).then_with(|| a.customer.cmp(&b.customer))
    });
    SegmentsOfCurrency { currency: ledger.currency(), segments, customers, watch_added, watch_removed }
}

fn thresholds(query: &SegmentsQuery) -> Thresholds {
    let SegmentThresholds { key_accounts_max, share_min_percent, cumulated_percent, risk_min } =
        query.thresholds.unwrap_or_default();
    Thresholds { customers_max: key_accounts_max, share_min_percent, cumulated_percent, risk_min }
}

struct Watch<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    query: &'a SegmentsQuery,
    rules: &'a [Rule],
    language: Language,
}

impl Watch<'_> {
    /// Every customer on a day.
    fn customers(&self, day: Day) -> Vec<PlacedCustomer> {
        let open = self.session.open_items_of(self.ledger, day);
        let known = self.insolvencies(day);
        let keys = self.ledger.customer_keys();
        let insolvent: BTreeSet<CustomerKey> =
            keys.filter(|key| known.contains_key(self.ledger.customer(*key).id.as_str())).gather();
        let payers: Payers = payers(self.ledger, &open, &Settings::default());
        let placed = place(self.ledger, &open, &payers, self.rules, &insolvent);
        placed
            .iter()
            .map(|placed| {
                let published = known.get(self.ledger.customer(placed.customer).id.as_str()).copied();
                self.customer(placed, published.flatten())
            })
            .collect()
    }

    /// Customers in proceedings on a day with the day these were published, as asked and as recorded in the dossier: what is
    /// asked outweighs.
    fn insolvencies(&self, day: Day) -> BTreeMap<&str, Option<Day>> {
        let recorded = self.session.log.register().insolvencies.iter();
        let recorded = recorded.filter(|of| of.record.since <= day && of.end.is_none_or(|end| end > day));
        let mut known: BTreeMap<&str, Option<Day>> =
            recorded.map(|of| (of.record.customer.as_str(), of.record.published)).gather();
        let asked = self.query.insolvent.iter().filter(|one| one.published_on <= day);
        known.extend(asked.map(|one| (one.customer.as_str(), Some(one.published_on))));
        known
    }

    /// Who has come on the watch-list since a day, and who has left it.
    fn moved(&self, since: Day, now: &[PlacedCustomer]) -> (Vec<String>, Vec<String>) {
        let watched = |customers: &[PlacedCustomer]| -> BTreeSet<String> {
            customers.iter().filter(|one| !one.watched.is_empty()).map(|one| one.customer.clone()).gather()
        };
        let (before, now) = (watched(&self.customers(since)), watched(now));
        (now.difference(&before).cloned().collect(), before.difference(&now).cloned().collect())
    }

    fn customer(&self, placed: &Placed, published: Option<Day>) -> PlacedCustomer {
        let (customer, language) = (self.ledger.customer(placed.customer), self.language);
        let factors: Vec<RiskFactor> = placed.risk.contributions.iter().map(|one| self.factor(one)).collect();
        PlacedCustomer {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            segment: self.rules.get(placed.rule).map(|rule| rule.segment.clone()).unwrap_or_default(),
            reason: language.segment_reason(&self.reason(&placed.because)),
            score: placed.risk.score,
            confidence: placed.risk.confidence,
            watched: self.watched(placed, &customer.id),
            factors,
            payer_class: placed.risk.class.map(|class| class_name(class).to_owned()),
            turnover: placed.turnover,
            balance: placed.balance,
            overdue: placed.overdue,
            claim_deadline: published.map(rules::claim_deadline),
        }
    }

    fn reason<'b>(&self, because: &'b Because) -> Reason<'b> {
        match because {
            Because::Insolvent => Reason::Insolvent,
            Because::Stated(words) => Reason::Stated(words),
            Because::Turnover { rank, share } => Reason::Turnover {
                rank: *rank,
                share: share.scaled(4),
                whole_year: self.ledger.coverage() == Coverage::History,
            },
            Because::Public(PublicBecause::Number) => Reason::PublicNumber,
            Because::Public(PublicBecause::Name(words)) => Reason::PublicName(words),
            Because::Named(words) => Reason::Named(words),
            Because::Risk(score) => Reason::Risk(*score),
            Because::Payer(class) => Reason::Payer(class_name(*class)),
            Because::Rest => Reason::Rest,
        }
    }

    fn factor(&self, of: &Contribution) -> RiskFactor {
        RiskFactor {
            code: of.factor.code().to_owned(),
            points: of.points,
            of: of.factor.weight(),
            text: self.language.risk_factor(of.factor.code(), of.fact, self.ledger.currency()),
        }
    }

    /// Why a customer is watched: a person's pin first.
    fn watched(&self, placed: &Placed, id: &str) -> Vec<String> {
        let language = self.language;
        let pinned = self.query.pinned.iter().any(|pinned| pinned == id).then(|| language.watched_pinned().to_owned());
        let told = placed.risk.watched().map(|why| match why {
            Watched::Score(score) => language.watched_score(score),
            Watched::Factor(of) => language.risk_factor(of.factor.code(), of.fact, self.ledger.currency()),
        });
        pinned.into_iter().chain(told).collect()
    }
}

fn totals(rules: &[Rule], customers: &[PlacedCustomer], language: Language) -> Vec<SegmentTotal> {
    let mut segments: Vec<SegmentTotal> = Vec::new();
    for rule in rules {
        if segments.iter().any(|known| known.segment == rule.segment) {
            continue;
        }
        let of = || customers.iter().filter(|customer| customer.segment == rule.segment);
        segments.push(SegmentTotal {
            segment: rule.segment.clone(),
            name: language.segment_name(&rule.segment),
            customers: of().count() as u32,
            balance: of().map(|customer| customer.balance).sum::<Amount>(),
            overdue: of().map(|customer| customer.overdue).sum::<Amount>(),
        });
    }
    segments
}

fn class_name(class: PayerClass) -> &'static str {
    match class {
        PayerClass::A => "A",
        PayerClass::B => "B",
        PayerClass::C => "C",
        PayerClass::D => "D",
    }
}
