//! A score of risk from 0 to 100 that adds up and explains itself (features.md SG3): each factor gives points in
//! proportion to one fact, up to its weight. What is unknown gives none and lowers the confidence, never the score.

use crate::payers::{Payer, Verdict};
use ledger::{AccountClass, Customer, OpenItem};
use values::{Amount, AsOf, Ratio};

/// Payments from which a habit is a habit.
pub const PAYMENTS_MIN: u32 = 3;

/// What a factor looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// Days late of its payments, weighted by amount: full at 45 days.
    Habit,
    /// Days late of its oldest overdue item: full at 120 days.
    OldestOverdue,
    /// Part of its debts that is overdue.
    OverdueShare,
    /// Debts in the account of doubtful customers (416).
    Doubtful,
    /// Pays later than before.
    Lengthening,
    /// What it owes past its credit limit: full at half the limit more.
    OverLimit,
    /// Past its usual rhythm of payment with something overdue.
    Silence,
    /// In insolvency proceedings: what is missing to 100.
    Insolvent,
}

impl Factor {
    /// All of them but insolvency, heaviest first.
    pub const WEIGHED: [Factor; 7] = [
        Factor::Habit,
        Factor::OldestOverdue,
        Factor::OverdueShare,
        Factor::Doubtful,
        Factor::Lengthening,
        Factor::OverLimit,
        Factor::Silence,
    ];

    /// Points at most; those of the weighed factors add up to 100.
    pub const fn weight(self) -> u8 {
        match self {
            Factor::Habit => 25,
            Factor::OldestOverdue => 20,
            Factor::OverdueShare | Factor::Doubtful => 15,
            Factor::Lengthening | Factor::OverLimit => 10,
            Factor::Silence => 5,
            Factor::Insolvent => 100,
        }
    }

    /// Stable identifier.
    pub const fn code(self) -> &'static str {
        match self {
            Factor::Habit => "habit",
            Factor::OldestOverdue => "oldest-overdue",
            Factor::OverdueShare => "overdue-share",
            Factor::Doubtful => "doubtful",
            Factor::Lengthening => "lengthening",
            Factor::OverLimit => "over-limit",
            Factor::Silence => "silence",
            Factor::Insolvent => "insolvent",
        }
    }
}

impl Factor {
    /// Whether a customer is watched for this alone, whatever its score.
    const fn is_grave(self) -> bool {
        match self {
            Factor::Insolvent | Factor::Lengthening | Factor::Silence | Factor::OverLimit | Factor::Doubtful => true,
            Factor::Habit | Factor::OldestOverdue | Factor::OverdueShare => false,
        }
    }
}

/// A score from which a customer is at risk, and watched.
pub const AT_RISK_SCORE: u8 = 50;

/// Why a customer is watched (features.md SG4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Its score, from [`AT_RISK_SCORE`] on.
    Score(u8),
    /// A factor grave by itself that gives points.
    Factor(Contribution),
}

/// What one factor gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The factor.
    pub factor: Factor,
    /// Its points.
    pub points: u8,
    /// What was looked at, in the factor's own unit: days, ten-thousandths, minor units; nothing where it is unknown.
    pub fact: Option<i64>,
}

/// How a customer pays, by its days late weighted by amount (features.md SG3; the limits are editable).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PayerClass {
    /// On time.
    A,
    /// Up to 15 days late.
    B,
    /// Up to 30 days late.
    C,
    /// Later.
    D,
}

/// Upper limits, in days late, of the classes A, B and C.
pub const CLASS_LIMITS: [i64; 3] = [0, 15, 30];

/// The risk of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// 0 to 100: the sum of the contributions.
    pub score: u8,
    /// Part of the weights whose facts are known, in percent.
    pub confidence: u8,
    /// What each factor gives, those that give nothing included.
    pub contributions: Vec<Contribution>,
    /// How it pays; nothing with fewer than [`PAYMENTS_MIN`] payments.
    pub class: Option<PayerClass>,
}

impl Risk {
    /// Why the customer is watched; nothing where it is not.
    pub fn watched(&self) -> impl Iterator<Item = Watched> {
        let score = (self.score >= AT_RISK_SCORE).then_some(Watched::Score(self.score));
        let grave = self.contributions.iter().filter(|one| one.points > 0 && one.factor.is_grave());
        score.into_iter().chain(grave.copied().map(Watched::Factor))
    }
}

/// What is known of a customer.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The customer.
    pub customer: &'a Customer,
    /// Its open items of the as-of day.
    pub items: &'a [OpenItem],
    /// How it paid; nothing where it never did.
    pub payer: Option<&'a Payer>,
    /// In insolvency proceedings.
    pub insolvent: bool,
}

/// The class of a payer, by the limits given.
pub fn payer_class(payer: Option<&Payer>, limits: [i64; 3]) -> Option<PayerClass> {
    let late = habitual_lateness(payer)?;
    let within = |limit: i64| late.scaled(4) <= limit * 10_000;
    let [a, b, c] = limits;
    Some(match (within(a), within(b), within(c)) {
        (true, ..) => PayerClass::A,
        (_, true, _) => PayerClass::B,
        (_, _, true) => PayerClass::C,
        _ => PayerClass::D,
    })
}

/// Scores a customer.
pub fn risk(known: Known<'_>, as_of: AsOf, class_limits: [i64; 3]) -> Risk {
    let mut contributions: Vec<Contribution> =
        Factor::WEIGHED.into_iter().map(|factor| contribution(factor, known, as_of)).collect();
    let sum: u8 = contributions.iter().map(|contribution| contribution.points).sum();
    let known_weights =
        contributions.iter().filter(|contribution| contribution.fact.is_some()).map(|one| one.factor.weight());
    let confidence = known_weights.sum();
    if known.insolvent {
        contributions.push(Contribution { factor: Factor::Insolvent, points: 100 - sum, fact: Some(1) });
    }
    Risk {
        score: contributions.iter().map(|contribution| contribution.points).sum(),
        confidence,
        contributions,
        class: payer_class(known.payer, class_limits),
    }
}

fn habitual_lateness(payer: Option<&Payer>) -> Option<Ratio> {
    payer.filter(|payer| payer.days_late.n >= PAYMENTS_MIN).and_then(|payer| payer.days_late.weighted)
}

fn contribution(factor: Factor, known: Known<'_>, as_of: AsOf) -> Contribution {
    let (fact, full) = match factor {
        Factor::Habit => (habitual_lateness(known.payer).map(|late| late.scaled(0)), 45),
        Factor::OldestOverdue => (Some(oldest_overdue(known.items, as_of)), 120),
        Factor::OverdueShare => (Some(overdue_share(known.items, as_of)), 10_000),
        Factor::Doubtful => (Some(sum(known.items, |item| item.account_class == AccountClass::Doubtful)), 1),
        Factor::Lengthening => (lengthening(known.payer), 2),
        Factor::OverLimit => over_limit(known),
        Factor::Silence => (known.payer.map(|payer| i64::from(payer.silence.is_some())), 1),
        Factor::Insolvent => (Some(i64::from(known.insolvent)), 1),
    };
    let points = fact.map_or(0, |fact| proportion(fact, full, factor.weight()));
    Contribution { factor, points, fact }
}

/// `weight` points at `full` or more, none at zero or below, in proportion between, half up.
fn proportion(fact: i64, full: i64, weight: u8) -> u8 {
    let full = i128::from(full.max(1));
    let fact = i128::from(fact).clamp(0, full);
    u8::try_from((fact * i128::from(weight) * 2 + full) / (2 * full)).unwrap_or(weight)
}

fn oldest_overdue(items: &[OpenItem], as_of: AsOf) -> i64 {
    let late = items.iter().filter(|item| item.is_overdue(as_of)).filter_map(|item| item.days_late(as_of));
    late.map(|late| i64::from(late.0)).max().unwrap_or(0)
}

/// What is overdue over all debits, in ten-thousandths.
fn overdue_share(items: &[OpenItem], as_of: AsOf) -> i64 {
    let part = Amount::from_minor(sum(items, |item| item.is_overdue(as_of)));
    Ratio::of(part, Amount::from_minor(sum(items, |_| true))).map_or(0, |share| share.scaled(4))
}

/// Debits that fit, in minor units.
fn sum(items: &[OpenItem], fits: impl Fn(&OpenItem) -> bool) -> i64 {
    items.iter().filter(|item| fits(item)).map(|item| item.residual.debit_part()).sum::<Amount>().minor()
}

/// 2 confirmed, 1 probable, 0 steady; nothing with too few payments.
fn lengthening(payer: Option<&Payer>) -> Option<i64> {
    match payer?.lengthening.verdict {
        Verdict::TooFew => None,
        Verdict::Steady => Some(0),
        Verdict::Probable => Some(1),
        Verdict::Confirmed => Some(2),
    }
}

/// What is owed past the limit, and the half of the limit at which that is worst; nothing where there is no limit.
fn over_limit(known: Known<'_>) -> (Option<i64>, i64) {
    let Some(limit) = known.customer.credit_limit else { return (None, 1) };
    let owed: Amount = known.items.iter().map(|item| item.residual).sum();
    (Some((owed - limit).debit_part().minor()), (limit.minor() / 2).max(1))
}
