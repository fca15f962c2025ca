//! The laws and the contract: which rate holds on which days, from when, and which fixed sum goes with it.

use super::Claim;
use crate::rates::{HalfYear, Quality, Rate, RateUnknown, Rates, Series};
use std::borrow::Cow;
use values::{Amount, Currency, Day, Days};

/// Which rules a claim follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Regime {
    /// Between businesses in France (C. com. L441-10 II): ECB + 10 points, anew each half-year, or the contract's rate.
    FrB2b,
    /// A French public buyer (CCP R2192-31): ECB + 8 points, fixed when interest begins.
    FrPublic,
    /// A consumer in France (C. civ. 1231-6): the legal rate, from a formal notice.
    FrConsumer,
    /// United Kingdom (Late Payment of Commercial Debts (Interest) Act 1998): Bank of England + 8 points, fixed.
    Uk,
    /// Between businesses in Germany (BGB 288 (2)): base rate + 9 points, anew each half-year.
    DeB2b,
    /// Between businesses in Belgium (law of 2 August 2002): the rate published each half-year.
    BeB2b,
    /// Switzerland (CO 104): 5 %, or more where the contract says so.
    Ch,
    /// The contract's rate and nothing else.
    Contract,
}

/// Points above the reference rate, French businesses.
const FR_POINTS: Rate = Rate::hundredths(1_000);
/// Points above the reference rate, public buyers and the United Kingdom.
const DIRECTIVE_POINTS: Rate = Rate::hundredths(800);
/// Points above the base rate, German businesses.
const DE_POINTS: Rate = Rate::hundredths(900);
/// The contract's rate may not be lower than so many times the legal rate (L441-10 II).
const FLOOR_TIMES: i32 = 3;
/// Fixed sum of the directive's countries, cents (D441-5).
const INDEMNITY_CENTS: i64 = 4_000;

impl Regime {
    /// Every regime.
    pub const ALL: [Regime; 8] = [
        Regime::FrB2b,
        Regime::FrPublic,
        Regime::FrConsumer,
        Regime::Uk,
        Regime::DeB2b,
        Regime::BeB2b,
        Regime::Ch,
        Regime::Contract,
    ];

    /// Stable identifier in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Regime::FrB2b => "fr-b2b",
            Regime::FrPublic => "fr-public",
            Regime::FrConsumer => "fr-consumer",
            Regime::Uk => "uk",
            Regime::DeB2b => "de-b2b",
            Regime::BeB2b => "be-b2b",
            Regime::Ch => "ch",
            Regime::Contract => "contract",
        }
    }

    /// The regime of an identifier.
    pub fn of_key(key: &str) -> Option<Regime> {
        Regime::ALL.into_iter().find(|regime| regime.key() == key)
    }

    /// The first due day for which the rule holds as written here; older claims followed another one.
    pub fn since(self) -> Option<Day> {
        match self {
            // ECB + 10 points since 2009 (law 2008-776); the rate of each half-year's first day and the fixed sum since
            // 1 January 2013 (law 2012-387, article 121; decree 2012-1115, C. com. D441-5; directive 2011/7/EU).
            Regime::FrB2b => Day::new(2013, 1, 1),
            // Law 2013-100, articles 37 to 40, and decree 2013-269: in force on 1 May 2013, 8 points instead of 7.
            Regime::FrPublic => Day::new(2013, 5, 1),
            // 9 points instead of 8 (EGBGB 229, paragraph 34).
            Regime::DeB2b => Day::new(2014, 7, 29),
            Regime::FrConsumer | Regime::Uk | Regime::BeB2b | Regime::Ch | Regime::Contract => None,
        }
    }

    /// The first day that bears interest; `None` before a consumer has received a formal notice.
    pub(super) fn first_day(self, claim: &Claim<'_>) -> Option<Day> {
        let from = match self {
            Regime::FrConsumer => claim.notice?.max(claim.due),
            Regime::FrB2b
            | Regime::FrPublic
            | Regime::Uk
            | Regime::DeB2b
            | Regime::BeB2b
            | Regime::Ch
            | Regime::Contract => claim.due,
        };
        Some(from + Days(1))
    }

    /// The fixed sum of a claim of which so much was unpaid when it became late; it rests on no rate.
    pub fn indemnity(self, claim: &Claim<'_>, late: Amount) -> Indemnity {
        let (amount, code) = match self {
            Regime::FrB2b | Regime::FrPublic | Regime::DeB2b | Regime::BeB2b => (INDEMNITY_CENTS, "EUR"),
            Regime::Uk => (uk_compensation(late), "GBP"),
            Regime::FrConsumer => return Indemnity::Not(NoIndemnity::Consumer),
            Regime::Ch | Regime::Contract => return Indemnity::Not(NoIndemnity::NotInThisLaw),
        };
        let opened_before_due = |opened: Day| claim.due >= opened;
        if !late.is_debit() || claim.until <= claim.due {
            Indemnity::Not(NoIndemnity::NotLate)
        } else if self.since().is_some_and(|since| claim.due < since) {
            Indemnity::Not(NoIndemnity::OlderThanTheRule)
        } else if claim.insolvency.is_some_and(opened_before_due) {
            Indemnity::Not(NoIndemnity::Insolvency)
        } else if claim.currency.code() == code {
            Indemnity::Due(Amount::from_minor(amount))
        } else {
            Indemnity::Not(NoIndemnity::OtherCurrency(code.parse().unwrap_or(Currency::EUR)))
        }
    }
}

/// Fixed compensation by the size of the debt, in pence: 40, 70 or 100 pounds (Act of 1998, section 5A).
fn uk_compensation(debt: Amount) -> i64 {
    match debt.minor() {
        ..100_000 => 4_000,
        100_000..1_000_000 => 7_000,
        _ => 10_000,
    }
}

/// The fixed sum for late payment, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indemnity {
    /// So much, once.
    Due(Amount),
    /// None.
    Not(NoIndemnity),
}

/// Why there is no fixed sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoIndemnity {
    /// Nothing was paid late.
    NotLate,
    /// Never owed by consumers (CPCE L111-8).
    Consumer,
    /// Insolvency proceedings were opened before it fell due (L441-10 II).
    Insolvency,
    /// It fell due before the law knew the fixed sum.
    OlderThanTheRule,
    /// The law applied knows none.
    NotInThisLaw,
    /// Already counted with another part of the same invoice.
    SameInvoice,
    /// Not an invoice.
    NotAnInvoice,
    /// Owed in another currency than the claim: not added to it.
    OtherCurrency(Currency),
}

impl Indemnity {
    /// The amount; nothing where there is none.
    pub fn amount(self) -> Amount {
        match self {
            Indemnity::Due(amount) => amount,
            Indemnity::Not(_) => Amount::ZERO,
        }
    }
}

/// A regime with the contract's rate where it takes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    regime: Regime,
    contract_rate: Option<Rate>,
}

/// Why a regime and a rate do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleRefused {
    /// The contract's rate is needed.
    RateMissing,
    /// The regime has a rate of its own that no contract changes.
    RateNotTaken,
    /// A rate below zero.
    RateNegative,
}

/// The reference a rate was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Which table.
    pub series: Series,
    /// The day it was looked up on.
    pub on: Day,
    /// What stood there.
    pub rate: Rate,
    /// How far it can be trusted.
    pub quality: Quality,
    /// Where it was read.
    pub source: Cow<'static, str>,
}

/// The rate of some days, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rate.
    pub rate: Rate,
    /// The reference; `None` for the contract's rate.
    pub base: Option<Base>,
    /// Points added to the reference.
    pub points: Rate,
    /// The least a French contract may say in this half-year.
    pub floor: Option<Base>,
}

impl Applied {
    /// Three times the legal rate, where the regime has such a minimum.
    pub fn floor_rate(&self) -> Option<Rate> {
        self.floor.as_ref().map(|legal| legal.rate.times(FLOOR_TIMES))
    }

    /// Whether the rate lies below the minimum of the law.
    pub fn below_floor(&self) -> bool {
        self.floor_rate().is_some_and(|floor| self.rate < floor)
    }

    /// Lifts the rate to the minimum.
    pub(super) fn lift(&mut self) {
        self.rate = self.floor_rate().map_or(self.rate, |floor| self.rate.max(floor));
    }
}

impl Rule {
    /// A regime, with the contract's rate: needed by `Contract`, taken by `FrB2b` and `Ch`, refused by the others.
    pub fn new(regime: Regime, contract_rate: Option<Rate>) -> Result<Rule, RuleRefused> {
        if contract_rate.is_some_and(|rate| rate < Rate::default()) {
            return Err(RuleRefused::RateNegative);
        }
        match (regime, contract_rate) {
            (Regime::Contract, None) => Err(RuleRefused::RateMissing),
            (Regime::FrPublic | Regime::FrConsumer | Regime::Uk | Regime::DeB2b | Regime::BeB2b, Some(_)) => {
                Err(RuleRefused::RateNotTaken)
            }
            (_, _) => Ok(Rule { regime, contract_rate }),
        }
    }

    /// The regime.
    pub const fn regime(self) -> Regime {
        self.regime
    }

    /// The contract's rate, where one was given.
    pub const fn contract_rate(self) -> Option<Rate> {
        self.contract_rate
    }

    /// The rate of the days of a half-year, where interest began on `start`.
    pub(super) fn applied(self, start: Day, of: HalfYear, rates: &Rates) -> Result<Applied, RateUnknown> {
        let on = |series, half_year: HalfYear| base(rates, series, half_year.first_day());
        let legal = |half_year| on(Series::FrLegalProfessional, half_year);
        let fixed = HalfYear::of(start);
        let none = Rate::default();
        let (base, points) = match self.regime {
            Regime::FrB2b => (on(Series::EcbRefi, of), FR_POINTS),
            Regime::FrPublic => (on(Series::EcbRefi, fixed), DIRECTIVE_POINTS),
            Regime::FrConsumer => (on(Series::FrLegalProfessional, of), none),
            Regime::Uk => (on(Series::BoeReference, fixed), DIRECTIVE_POINTS),
            Regime::DeB2b => (on(Series::DeBase, of), DE_POINTS),
            Regime::BeB2b => (on(Series::BeCommercial, of), none),
            Regime::Ch => (on(Series::ChDefault, of), none),
            Regime::Contract => return Ok(self.of_contract(self.contract_rate.unwrap_or(none), None)),
        };
        let french = self.regime == Regime::FrB2b;
        if let Some(rate) = self.contract_rate.filter(|_| french) {
            return Ok(self.of_contract(rate, Some(legal(of)?)));
        }
        let base = base?;
        let floor = if french { Some(legal(of)?) } else { None };
        let lawful = base.rate.plus(points).max(none);
        match self.contract_rate.filter(|agreed| *agreed > lawful) {
            Some(higher) => Ok(self.of_contract(higher, floor)),
            None => Ok(Applied { rate: lawful, base: Some(base), points, floor }),
        }
    }

    fn of_contract(self, rate: Rate, floor: Option<Base>) -> Applied {
        Applied { rate, base: None, points: Rate::default(), floor }
    }
}

fn base(rates: &Rates, series: Series, on: Day) -> Result<Base, RateUnknown> {
    let row = rates.on(series, on)?;
    Ok(Base { series, on, rate: row.rate, quality: row.quality, source: row.source.clone() })
}
