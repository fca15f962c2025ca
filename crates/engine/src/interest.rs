//! Late-payment interest of one claim, in the rows of the contract.

use crate::{failures, rates};
use protocol::{Allocation, DayCount, Failure, InterestDetail, InterestFloor, InterestSegment, LateInterestQuery};
use rules::interest::{self, Claim, Indemnity, InterestRefused, LateInterest, Method, NoIndemnity, Rule, RuleRefused};
use rules::rates::{Quality, Rate};
use text::Language;
use values::{Amount, Currency, Day};

/// Late-payment interest of one claim, segment by segment. Refuses what the law's tables do not tell.
pub fn late_interest(query: &LateInterestQuery, language: Language) -> Result<InterestDetail, Failure> {
    let rates = rates::read(query.rates.as_deref(), language)?;
    let rule = rule(query.regime, query.contract_rate_percent.as_deref(), language)?;
    let payments: Vec<(Day, Amount)> =
        query.payments.iter().flatten().map(|payment| (payment.day, payment.amount)).collect();
    let costs = query.costs.unwrap_or_default();
    let refused = if !query.principal.is_debit() {
        Some(language.interest_principal_refused())
    } else if payments.iter().any(|(_, amount)| !amount.is_debit()) {
        Some(language.interest_payment_refused())
    } else {
        costs.is_credit().then(|| language.interest_costs_refused())
    };
    if let Some(sentence) = refused {
        return Err(failures::failure("interest", sentence, ""));
    }
    let consumer = rule.regime() == interest::Regime::FrConsumer;
    let claim = Claim {
        principal: query.principal,
        currency: query.currency,
        due: query.due_day,
        until: query.until,
        payments: &payments,
        costs,
        notice: query.notice_day.or(consumer.then_some(query.due_day)),
        insolvency: query.insolvency_day,
    };
    let method = method(query.day_count, query.allocation);
    let computed = interest::late_interest(&claim, rule, method, &rates);
    let computed = computed.map_err(|refused| refusal(refused, rule, language))?;
    let mut detail = detail(&computed, rule, method, query.currency, language);
    if consumer && query.notice_day.is_none() {
        detail.warnings.insert(0, language.interest_notice_assumed().to_owned());
    }
    Ok(detail)
}

/// A regime with the contract's rate, or why they do not go together.
pub fn rule(of: protocol::Regime, given: Option<&str>, language: Language) -> Result<Rule, Failure> {
    let regime = regime(of);
    let unreadable = |seen: &str| {
        failures::failure("interest", language.interest_rate_unreadable(seen), language.interest_rate_missing_advice())
    };
    let rate = given.map(|text| Rate::parse(text).ok_or_else(|| unreadable(text))).transpose()?;
    Rule::new(regime, rate).map_err(|refused| match refused {
        RuleRefused::RateMissing => {
            failures::failure("interest", language.interest_rate_missing(), language.interest_rate_missing_advice())
        }
        RuleRefused::RateNotTaken => failures::failure(
            "interest",
            language.interest_rate_not_taken(regime.key()),
            language.interest_rate_not_taken_advice(),
        ),
        RuleRefused::RateNegative => unreadable(given.unwrap_or_default()),
    })
}

/// The rules of law behind a regime of the contract.
fn regime(of: protocol::Regime) -> interest::Regime {
    match of {
        protocol::Regime::FrB2b => interest::Regime::FrB2b,
        protocol::Regime::FrPublic => interest::Regime::FrPublic,
        protocol::Regime::FrConsumer => interest::Regime::FrConsumer,
        protocol::Regime::Uk => interest::Regime::Uk,
        protocol::Regime::DeB2b => interest::Regime::DeB2b,
        protocol::Regime::BeB2b => interest::Regime::BeB2b,
        protocol::Regime::Ch => interest::Regime::Ch,
        protocol::Regime::Contract => interest::Regime::Contract,
    }
}

/// The choices of computation, the usual ones where none is made.
pub fn method(day_count: Option<DayCount>, allocation: Option<Allocation>) -> Method {
    Method {
        day_count: match day_count.unwrap_or_default() {
            DayCount::Fixed365 => interest::DayCount::Fixed365,
            DayCount::Actual => interest::DayCount::Actual,
            DayCount::Fixed360 => interest::DayCount::Fixed360,
        },
        allocation: match allocation.unwrap_or_default() {
            Allocation::PrincipalFirst => interest::Allocation::PrincipalFirst,
            Allocation::InterestFirst => interest::Allocation::InterestFirst,
        },
    }
}

/// Why interest is refused, in words.
pub fn refusal(refused: InterestRefused, rule: Rule, language: Language) -> Failure {
    match refused {
        InterestRefused::Before(since) => failures::failure(
            "interest-before",
            language.interest_before(rule.regime().key(), since),
            language.interest_before_advice(),
        ),
        InterestRefused::RateUnknown(unknown) if unknown.day < unknown.first => failures::failure(
            "rate-unknown",
            language.rate_too_old(unknown.series.key(), unknown.day, unknown.first),
            language.rate_unknown_advice(),
        ),
        InterestRefused::RateUnknown(unknown) => failures::failure(
            "rate-unknown",
            language.rate_unknown(unknown.series.key(), unknown.day, &unknown.last_known.to_string()),
            language.rate_unknown_advice(),
        ),
    }
}

/// Interest in the words and figures of the contract.
fn detail(of: &LateInterest, rule: Rule, method: Method, currency: Currency, language: Language) -> InterestDetail {
    let key = rule.regime().key();
    let indemnity = of.indemnity.amount();
    InterestDetail {
        segments: of.segments.iter().map(|segment| self::segment(segment, currency, language)).collect(),
        interest: of.interest,
        indemnity,
        regime: key.to_owned(),
        regime_text: language.regime_text(key).to_owned(),
        indemnity_text: indemnity_text(of.indemnity, key, currency, language),
        method: method_text(method, language),
        exact: exact_text(of.exact, currency),
        principal_left: of.left.principal,
        interest_left: of.left.interest,
        interest_paid: of.interest_paid,
        costs_left: of.left.costs,
        owed: of.left.total() + indemnity,
        overpaid: of.overpaid,
        per_day: of.per_day,
        floor: of.floor.as_ref().map(|floor| InterestFloor {
            interest: floor.interest,
            half_years: floor.half_years.iter().map(ToString::to_string).collect(),
        }),
        warnings: floor_warning(of, rule, currency, language).into_iter().chain(warnings(of, rule, language)).collect(),
    }
}

/// How days are counted and what a payment pays first.
pub fn method_text(method: Method, language: Language) -> String {
    let principal_first = method.allocation == interest::Allocation::PrincipalFirst;
    language.interest_method_text(day_count_key(method.day_count), principal_first)
}

/// A rate below the minimum of the law, and what the minimum gives.
fn floor_warning(of: &LateInterest, rule: Rule, currency: Currency, language: Language) -> Option<String> {
    let floor = of.floor.as_ref()?;
    let half_years: Vec<String> = floor.half_years.iter().map(ToString::to_string).collect();
    let interest = language.money(floor.interest, currency);
    Some(language.interest_below_floor(&half_years, rule.contract_rate().is_some(), &interest))
}

/// What to check before claiming it: weak sources, the Swiss notice.
pub fn warnings(of: &LateInterest, rule: Rule, language: Language) -> Vec<String> {
    let mut warnings = Vec::new();
    for base in of.segments.iter().filter_map(|segment| segment.applied.base.as_ref()) {
        if matches!(base.quality, Quality::Secondary | Quality::Unverified | Quality::Own) {
            warnings.push(language.rate_to_check(base.series.key(), base.on, base.quality.key()));
        }
    }
    if rule.regime() == interest::Regime::Ch {
        warnings.push(language.interest_swiss_notice().to_owned());
        let lifted = of.segments.iter().any(|segment| segment.applied.base.is_some());
        if rule.contract_rate().is_some() && lifted {
            warnings.push(language.interest_swiss_floor().to_owned());
        }
    }
    warnings.dedup();
    warnings
}

/// A segment in the words of the contract.
pub fn segment(of: &interest::Segment, currency: Currency, language: Language) -> InterestSegment {
    let applied = &of.applied;
    let (source, quality) = match &applied.base {
        Some(base) => {
            let points = Some(applied.points).filter(|points| *points != Rate::default());
            let points = points.map(|points| (points.units() / 10_000).to_string());
            let (series, rate) = (base.series.key(), base.rate.to_string());
            (language.rate_source(series, &rate, base.on, points.as_deref(), &base.source), base.quality.key())
        }
        None => (language.interest_contract_rate().to_owned(), "contract"),
    };
    InterestSegment {
        from: of.from,
        to: of.to,
        days: of.days.0,
        principal: of.principal,
        rate_percent: applied.rate.to_string(),
        interest: of.interest,
        source,
        exact: exact_text(of.exact, currency),
        quality: quality.to_owned(),
    }
}

/// Why the fixed sum is what it is.
pub fn indemnity_text(of: Indemnity, regime: &str, currency: Currency, language: Language) -> String {
    let reason = match of {
        Indemnity::Due(amount) => return language.indemnity_due(regime, amount, currency),
        Indemnity::Not(NoIndemnity::OtherCurrency(other)) => return language.indemnity_in(other),
        Indemnity::Not(NoIndemnity::NotLate) => "not-late",
        Indemnity::Not(NoIndemnity::Consumer) => "consumer",
        Indemnity::Not(NoIndemnity::Insolvency) => "insolvency",
        Indemnity::Not(NoIndemnity::SameInvoice) => "same-invoice",
        Indemnity::Not(NoIndemnity::NotAnInvoice) => "not-an-invoice",
        Indemnity::Not(NoIndemnity::OlderThanTheRule) => "older-than-the-rule",
        Indemnity::Not(NoIndemnity::NotInThisLaw) => "not-in-this-law",
    };
    language.no_indemnity(reason).to_owned()
}

fn day_count_key(of: interest::DayCount) -> &'static str {
    match of {
        interest::DayCount::Fixed365 => "365",
        interest::DayCount::Actual => "actual",
        interest::DayCount::Fixed360 => "360",
    }
}

/// Whole units of the currency with four more decimals than it has.
fn exact_text(of: interest::Exact, currency: Currency) -> String {
    let decimals = currency.decimals() + 4;
    let (parts, unit) = (of.ten_thousandths(), 10_i128.pow(decimals));
    format!("{}.{:0width$}", parts / unit, parts % unit, width = decimals as usize)
}
