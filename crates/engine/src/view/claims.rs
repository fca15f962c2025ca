//! Claims as the contract shows them: largest customers first, each with its regime, its reason and its items.

use crate::Session;
use crate::claims::RulesOfLedger;
use crate::interest;
use crate::view::items::due_day_source;
use claims::{ClaimsOf, ItemClaim, RegimeBecause, Terms};
use ledger::{CustomerKey, DueDaySource, Ledger, OpenItems};
use protocol::{ClaimedItem, ClaimsOfCurrency, ClaimsOfCustomer, ClaimsQuery};
use std::collections::BTreeSet;
use text::Language;
use values::{Amount, Arrange, Gather};

/// The claims on one ledger.
pub fn currency(
    session: &Session,
    ledger: &Ledger,
    open: &OpenItems,
    of_ledger: &RulesOfLedger<'_>,
    query: &ClaimsQuery,
    language: Language,
) -> ClaimsOfCurrency {
    let rules = of_ledger.rules;
    let terms = |key: CustomerKey| of_ledger.terms(ledger, key);
    let terms_of = Box::new(|key| terms(key).0);
    let claims = ClaimsOf::new(ledger, open, terms_of, rules.method, &rules.rates).all(open.as_of.day());
    let view = View { session, ledger, language, detailed: query.customer.is_some() };
    let mut customers: Vec<&[ItemClaim]> = claims.chunk_by(|a, b| a.customer == b.customer).collect();
    // A stable sort: customers stand by identifier already.
    customers.arrange_by_key(|items| std::cmp::Reverse(Sums::of(items).whole()));
    let asked = |items: &&&[ItemClaim]| {
        let id = items.first().map(|item| ledger.customer(item.customer).id.as_str());
        query.customer.as_ref().is_none_or(|customer| id == Some(customer))
    };
    let (offset, limit) = (query.offset.unwrap_or(0) as usize, query.limit.map_or(usize::MAX, |limit| limit as usize));
    let shown = customers.iter().filter(asked).skip(offset).take(limit);
    let rows = shown.filter_map(|items| {
        let (terms, because) = terms(items.first()?.customer);
        Some(view.customer(items, &terms, because))
    });
    let sums = Sums::of(&claims);
    ClaimsOfCurrency {
        currency: ledger.currency(),
        interest: sums.interest,
        interest_paid_late: sums.interest_paid_late,
        indemnity: sums.indemnity,
        per_day: sums.per_day,
        refused: claims.iter().filter(|claim| claim.interest.is_err()).count() as u32,
        customers: customers.len() as u32,
        notes: below_floor(&claims, of_ledger, ledger, language).into_iter().collect(),
        rows: rows.collect(),
    }
}

/// Where rates lie below the minimum of the law, told once for all: what the minimum would give in place of the interest.
fn below_floor(claims: &[ItemClaim], rules: &RulesOfLedger<'_>, ledger: &Ledger, language: Language) -> Option<String> {
    let computed = || claims.iter().filter_map(|claim| claim.interest.as_ref().ok());
    let floors = || computed().filter_map(|interest| interest.floor.as_ref());
    let half_years: BTreeSet<String> = floors().flat_map(|floor| &floor.half_years).map(ToString::to_string).gather();
    let first = claims.iter().find(|claim| claim.interest.as_ref().is_ok_and(|interest| interest.floor.is_some()))?;
    let contract = rules.terms(ledger, first.customer).0.rule.contract_rate().is_some();
    let lifted =
        computed().map(|interest| interest.floor.as_ref().map_or(interest.interest, |floor| floor.interest)).sum();
    let half_years: Vec<String> = half_years.into_iter().collect();
    Some(language.interest_below_floor(&half_years, contract, &language.money(lifted, ledger.currency())))
}

/// What claims add up to.
#[derive(Default)]
struct Sums {
    interest: Amount,
    interest_paid_late: Amount,
    indemnity: Amount,
    per_day: Amount,
}

impl Sums {
    fn of(claims: &[ItemClaim]) -> Sums {
        let mut sums = Sums::default();
        for claim in claims {
            match claim.open.is_zero() {
                true => sums.interest_paid_late += claim.interest_amount(),
                false => sums.interest += claim.interest_amount(),
            }
            sums.indemnity += claim.indemnity.amount();
            sums.per_day += per_day(claim);
        }
        sums
    }

    fn whole(&self) -> Amount {
        self.interest + self.interest_paid_late + self.indemnity
    }
}

fn per_day(claim: &ItemClaim) -> Amount {
    claim.interest.as_ref().map(|interest| interest.per_day).unwrap_or_default()
}

struct View<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    language: Language,
    /// With segments.
    detailed: bool,
}

impl View<'_> {
    fn customer(&self, items: &[ItemClaim], terms: &Terms, because: RegimeBecause) -> ClaimsOfCustomer {
        let sums = Sums::of(items);
        let key = terms.rule.regime().key();
        let customer = items.first().map(|item| self.ledger.customer(item.customer));
        ClaimsOfCustomer {
            customer: customer.map(|customer| customer.id.clone()).unwrap_or_default(),
            name: customer.map(|customer| customer.name.clone()).unwrap_or_default(),
            regime: key.to_owned(),
            regime_text: self.language.regime_text(key).to_owned(),
            because: self.because(because),
            interest: sums.interest,
            interest_paid_late: sums.interest_paid_late,
            indemnity: sums.indemnity,
            per_day: sums.per_day,
            items: items.iter().map(|item| self.item(item, terms)).collect(),
            warnings: self.warnings(items, terms),
        }
    }

    fn because(&self, because: RegimeBecause) -> String {
        let (code, country) = match because {
            RegimeBecause::Chosen => ("chosen", ""),
            RegimeBecause::Consumer => ("consumer", ""),
            RegimeBecause::PublicBody => ("public-body", ""),
            RegimeBecause::Country(country) => ("country", country.code()),
            RegimeBecause::SellersLaw(country) => ("sellers-law", country.code()),
            RegimeBecause::Business => ("business", ""),
        };
        self.language.regime_because(code, country)
    }

    fn item(&self, claim: &ItemClaim, terms: &Terms) -> ClaimedItem {
        let (entry, document) = self.ledger.line(claim.entry);
        let (currency, key) = (self.ledger.currency(), terms.rule.regime().key());
        let refused =
            claim.interest.as_ref().err().map(|refused| interest::refusal(*refused, terms.rule, self.language));
        let segments = claim.interest.iter().filter(|_| self.detailed).flat_map(|interest| &interest.segments);
        ClaimedItem {
            document,
            due_day: claim.due,
            due_day_source: due_day_source(entry.due_day_source).to_owned(),
            late: claim.late,
            open: claim.open,
            disputed: entry.disputed,
            regime: key.to_owned(),
            interest: claim.interest_amount(),
            indemnity: claim.indemnity.amount(),
            indemnity_text: interest::indemnity_text(claim.indemnity, key, currency, self.language),
            per_day: per_day(claim),
            refused: refused.map(|failure| failure.message),
            segments: segments.map(|segment| interest::segment(segment, currency, self.language)).collect(),
            source: self.session.place(entry.source),
        }
    }

    fn warnings(&self, items: &[ItemClaim], terms: &Terms) -> Vec<String> {
        let mut warnings = Vec::new();
        if terms.rule.regime() == rules::interest::Regime::FrConsumer && terms.notice.is_none() {
            warnings.push(self.language.claims_no_notice().to_owned());
        }
        let estimated = |item: &&ItemClaim| match self.ledger.entry(item.entry).due_day_source {
            DueDaySource::Mode | DueDaySource::Default | DueDaySource::Bucket => true,
            DueDaySource::Stated | DueDaySource::Terms | DueDaySource::None => false,
        };
        match items.iter().filter(estimated).count() as u32 {
            0 => {}
            estimated => warnings.push(self.language.claims_estimated(estimated)),
        }
        for interest in items.iter().filter_map(|item| item.interest.as_ref().ok()) {
            for warning in interest::warnings(interest, terms.rule, self.language) {
                if !warnings.contains(&warning) {
                    warnings.push(warning);
                }
            }
        }
        warnings
    }
}
