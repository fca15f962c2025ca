//! Abnormal lengthening: the last payments of a customer against its own history. The size that matters in practice is
//! asked first, then whether chance could do it; both are needed, and every figure is told.

use super::pay_days::{Observed, later_than_ever, paid};
use super::{Document, Part};
use crate::trend::{Cusum, Level, MannKendall, MannWhitney};
use crate::trend::{cusum, hodges_lehmann, level, mann_kendall, mann_whitney, theil_sen};
use std::cmp::Ordering;
use values::{Amount, AsOf, Day, Ratio};

/// What is asked before a customer is said to pay later than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Last observations compared with those before.
    pub recent: usize,
    /// Observations looked at, at most.
    pub observations_max: usize,
    /// Pay days needed.
    pub pay_days_min: usize,
    /// Days the recent ones must stand above those before, at least.
    pub shift_min: Ratio,
    /// Days of lengthening per month, at least. Three quarters of a day: fifteen days over twelve monthly payments are
    /// 1.36 a month, and the usual scatter of three days puts one estimate in ten below 1.
    pub slope_min: Ratio,
    /// What chance may do at most: of the customers whose ways do not change, no more are named.
    pub false_alarms: Ratio,
    /// Probability of the test that speaks less clearly, at most.
    pub other_test_max: Ratio,
    /// Share of chance expected among the confirmed ones.
    pub false_discoveries: Ratio,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings::comparing(5)
    }
}

impl Settings {
    /// The usual settings with so many recent observations.
    pub fn comparing(recent: usize) -> Settings {
        let of = |numerator, denominator| match Ratio::new(numerator, denominator) {
            Some(ratio) => ratio,
            None => unreachable!("the denominators below are above zero"),
        };
        Settings {
            recent,
            observations_max: 60,
            pay_days_min: 8,
            shift_min: of(5, 1),
            slope_min: of(3, 4),
            false_alarms: of(2, 100),
            other_test_max: of(5, 100),
            false_discoveries: of(5, 100),
        }
    }

    /// The trend is looked for among the recent observations and a few more than as many before.
    fn window(&self) -> usize {
        2 * self.recent + 2
    }
}

/// What is concluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Too few pay days to tell.
    TooFew,
    /// No lengthening that is both large and beyond chance.
    Steady,
    /// Large, and beyond chance for this customer taken alone.
    Probable,
    /// The same, and still remarkable among all the customers tested.
    Confirmed,
}

/// The tests of a customer whose payments moved enough to matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Tests {
    /// Recent observations against those before.
    pub mann_whitney: MannWhitney,
    /// Trend of the last observations.
    pub mann_kendall: Option<MannKendall>,
    /// Twice the smaller of the two probabilities: two tests, either may speak.
    pub probability: Ratio,
    /// The larger of the two: the other test must lean the same way.
    pub larger: Ratio,
    /// Early alarm over the recent observations.
    pub cusum: Cusum,
    /// Modified z-score of the last observation in the level of those before.
    pub modified_z: Ratio,
}

/// An observation shown: a pay day, or the invoices of a month still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The pay day; nothing while open.
    pub paid: Option<Day>,
    /// Days late, weighted by amount, to the nearest day; the least they will be while open.
    pub late: i64,
    /// Sum of the documents.
    pub amount: Amount,
    /// Among the recent ones.
    pub recent: bool,
    /// What was paid, or is open.
    pub documents: Vec<Document>,
}

/// Whether a customer takes longer than before, and how that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Lengthening {
    /// The conclusion.
    pub verdict: Verdict,
    /// Pay days looked at.
    pub pay_days: u32,
    /// Months of invoices still open that are later than anything paid before: each counts as one more observation.
    pub open: u32,
    /// Recent observations.
    pub recent: u32,
    /// Level of the observations before the recent ones.
    pub level_before: Option<Level>,
    /// Level of the recent ones.
    pub level_recent: Option<Level>,
    /// Days by which the recent ones stand above those before (Hodges–Lehmann).
    pub shift: Option<Ratio>,
    /// Days of lengthening per month over the last observations, or per payment where those are rarer (Theil–Sen).
    pub slope: Option<Ratio>,
    /// The tests, where shift and slope are large enough.
    pub tests: Option<Box<Tests>>,
    /// The last observations, oldest first, where there is something to show.
    pub evidence: Vec<Evidence>,
}

/// Compares the last observations of a customer with those before.
pub(super) fn lengthening(parts: &[Part], owed: &[Document], as_of: AsOf, settings: &Settings) -> Lengthening {
    let mut observed = paid(parts, settings.observations_max);
    let pay_days = observed.len();
    let open = if pay_days < settings.pay_days_min { Vec::new() } else { later_than_ever(owed, &observed, as_of) };
    let still_open = open.len();
    observed.extend(open);
    let passed = observed.len().saturating_sub(settings.observations_max);
    compare(observed.get(passed..).unwrap_or_default(), pay_days, still_open, settings)
}

fn compare(observed: &[Observed], pay_days: usize, open: usize, settings: &Settings) -> Lengthening {
    let mut found = Lengthening {
        verdict: Verdict::TooFew,
        pay_days: pay_days as u32,
        open: open as u32,
        recent: settings.recent.min(observed.len()) as u32,
        level_before: None,
        level_recent: None,
        shift: None,
        slope: None,
        tests: None,
        evidence: Vec::new(),
    };
    if pay_days < settings.pay_days_min || observed.len() <= settings.recent {
        return found;
    }
    let late: Vec<i64> = observed.iter().map(|observed| observed.late).collect();
    let (before, recent) = late.split_at(late.len() - settings.recent);
    let last = observed.get(observed.len().saturating_sub(settings.window())..).unwrap_or_default();
    found.verdict = Verdict::Steady;
    found.level_before = level(before);
    found.level_recent = level(recent);
    found.shift = hodges_lehmann(before, recent);
    found.slope = monthly_slope(last);
    let reaches = |seen: Option<Ratio>, least| seen.is_some_and(|seen| seen.compare(least) != Ordering::Less);
    // Size first: it is cheap, and most customers end here.
    if !reaches(found.shift, settings.shift_min) || !reaches(found.slope, settings.slope_min) {
        return found;
    }
    found.tests = tests(before, recent, last).map(Box::new);
    let within = |seen: Ratio, most| seen.compare(most) != Ordering::Greater;
    let beyond_chance = |tests: &Tests| {
        within(tests.probability, settings.false_alarms) && within(tests.larger, settings.other_test_max)
    };
    if found.tests.as_deref().is_some_and(beyond_chance) {
        found.verdict = Verdict::Probable;
        found.evidence = evidence(last, settings.recent);
    }
    found
}

fn tests(before: &[i64], recent: &[i64], last: &[Observed]) -> Option<Tests> {
    let mann_whitney = mann_whitney(before, recent)?;
    let mann_kendall = mann_kendall(&comparable(last));
    let certain = Ratio::new(1, 1)?;
    let rising = mann_kendall.map_or(certain, |trend| trend.rising);
    let (smaller, larger) = match rising.compare(mann_whitney.larger) {
        Ordering::Less => (rising, mann_whitney.larger),
        Ordering::Equal | Ordering::Greater => (mann_whitney.larger, rising),
    };
    let twice = smaller.times(2);
    let level = level(before)?;
    Some(Tests {
        mann_whitney,
        mann_kendall,
        larger,
        probability: if twice.compare(certain) == Ordering::Greater { certain } else { twice },
        cusum: cusum(level, recent)?,
        modified_z: level.modified_z(*recent.last()?)?,
    })
}

/// The days late as far as they can be compared: which of the open ones will be the latest nobody knows, so that they
/// stand level, above all others.
fn comparable(observed: &[Observed]) -> Vec<i64> {
    let least = observed.iter().filter(|observed| observed.open).map(|observed| observed.late).min();
    let of = |observed: &Observed| least.filter(|_| observed.open).unwrap_or(observed.late);
    observed.iter().map(of).collect()
}

/// Theil–Sen slope per month of 30.4375 days; per median gap between payments where that is longer, so that a customer
/// who pays every quarter is judged by payments as one who pays every month.
fn monthly_slope(observed: &[Observed]) -> Option<Ratio> {
    let start = observed.first()?.day;
    let points: Vec<(i64, i64)> =
        observed.iter().map(|observed| (i64::from((observed.day - start).0), observed.late)).collect();
    let gap = |pair: &[Observed]| Some(i64::from((pair.last()?.day - pair.first()?.day).0));
    let gaps: Vec<i64> = observed.windows(2).filter_map(gap).collect();
    let usual = level(&gaps)?.median()?;
    let month = Ratio::new(487, 16)?;
    let unit = if usual.compare(month) == Ordering::Greater { usual } else { month };
    Some(theil_sen(&points)?.by(unit))
}

fn evidence(last: &[Observed], recent: usize) -> Vec<Evidence> {
    let first_recent = last.len().saturating_sub(recent);
    let shown = last.iter().zip(0..).map(|(observed, position)| Evidence {
        paid: (!observed.open).then_some(observed.day),
        late: observed.late,
        amount: observed.documents.iter().map(|document| document.amount).sum(),
        recent: position >= first_recent,
        documents: observed.documents.clone(),
    });
    shown.collect()
}

#[cfg(test)]
mod simulations;
