//! The score: a hundred points, lost criterion by criterion, each in proportion to what the checks found. Whole
//! tenths of a point, rounded up against the file, so that the losses add up and nothing found is free.

use crate::Cost;
use crate::account::Account;
use crate::channels::filled;
use ledger::CustomerKey;
use std::collections::BTreeMap;
use values::{Amount, Arrange, FileIndex, Source};

/// A part of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// Open invoices have a due date of their own: by amount, half lost where it is estimated.
    DueDates,
    /// Dates follow one another as they must: by amount of the lines.
    Dates,
    /// Documents stand once: by amount of the invoices.
    DuplicateItems,
    /// Customers stand once: by number.
    DuplicateCustomers,
    /// Customers with an overdue debt can be reached: by overdue amount.
    Reachable,
    /// Addresses, telephone numbers and identifiers are right: by number of customers.
    Identifiers,
    /// The file is as recent as the day: by business days since the last payment.
    Fresh,
    /// Matched lines clear each other: by amount matched.
    Lettering,
}

impl Criterion {
    /// All of them, in the order they are shown.
    pub const ALL: [Criterion; 8] = [
        Criterion::DueDates,
        Criterion::Dates,
        Criterion::DuplicateItems,
        Criterion::DuplicateCustomers,
        Criterion::Reachable,
        Criterion::Identifiers,
        Criterion::Fresh,
        Criterion::Lettering,
    ];

    /// Stable identifier.
    pub const fn code(self) -> &'static str {
        match self {
            Criterion::DueDates => "due-dates",
            Criterion::Dates => "dates",
            Criterion::DuplicateItems => "duplicate-items",
            Criterion::DuplicateCustomers => "duplicate-customers",
            Criterion::Reachable => "reachable",
            Criterion::Identifiers => "identifiers",
            Criterion::Fresh => "fresh",
            Criterion::Lettering => "lettering",
        }
    }

    /// Points lost at most; together a hundred.
    pub const fn weight(self) -> i64 {
        match self {
            Criterion::DueDates => 20,
            Criterion::Dates | Criterion::DuplicateItems | Criterion::Reachable => 15,
            Criterion::DuplicateCustomers | Criterion::Fresh | Criterion::Lettering => 10,
            Criterion::Identifiers => 5,
        }
    }

    /// The share from which all points are lost, as its inverse: 10 means that a tenth is as bad as the whole.
    pub const fn gravity(self) -> i64 {
        match self {
            Criterion::DueDates | Criterion::Reachable | Criterion::Fresh => 1,
            Criterion::DuplicateCustomers | Criterion::Identifiers | Criterion::Lettering => 5,
            Criterion::Dates | Criterion::DuplicateItems => 10,
        }
    }
}

/// Points of one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The criterion.
    pub criterion: Criterion,
    /// What is affected: minor units, customers or business days, as the criterion counts.
    pub affected: i64,
    /// Out of how much.
    pub whole: i64,
    /// Tenths of a point lost.
    pub lost_tenths: i64,
}

/// A score and where its points went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Tenths of a point left of a thousand.
    pub tenths: i64,
    /// One line per criterion, in their order.
    pub losses: Vec<Loss>,
}

/// The score of the rows of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileScore {
    /// The file.
    pub file: FileIndex,
    /// Its score.
    pub score: Score,
}

/// The score of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerScore {
    /// The customer.
    pub customer: CustomerKey,
    /// Its score.
    pub score: Score,
}

/// Counts what each criterion looks at in an account: the losses are shares of it.
pub(crate) fn weigh(account: &Account<'_>, scores: &mut Scores) {
    let customer = account.key;
    for item in account.debits() {
        let (_, source) = account.place_of(item);
        scores.looks_at(Criterion::DueDates, (customer, source.file), item.residual);
    }
    for line in account.lines {
        scores.looks_at(Criterion::Dates, (customer, line.entry.source.file), line.entry.amount);
    }
    for document in &account.documents {
        let entry = &document.line.entry;
        scores.looks_at(Criterion::DuplicateItems, (customer, entry.source.file), entry.amount);
    }
    for group in account.groups.iter().filter(|group| group.letters.is_some()) {
        if let Some(first) = group.lines.first() {
            scores.looks_at(Criterion::Lettering, (customer, first.entry.source.file), group.matched);
        }
    }
    let Some(row) = account.row() else { return };
    let place = (customer, row.file);
    scores.count(Criterion::DuplicateCustomers, place, 0, 1);
    let known = [&account.customer.siren, &account.customer.vat_number, &account.customer.iban];
    if known.into_iter().any(|cell| filled(cell).is_some()) || account.channels.any() {
        scores.count(Criterion::Identifiers, place, 0, 1);
    }
    scores.looks_at(Criterion::Reachable, place, account.overdue());
}

const COUNT: usize = Criterion::ALL.len();

/// What is affected, out of how much, criterion by criterion.
#[derive(Clone, Copy, Debug, Default)]
struct Parts([(i64, i64); COUNT]);

impl Parts {
    fn at(&mut self, criterion: Criterion) -> Option<&mut (i64, i64)> {
        self.0.get_mut(criterion as usize)
    }

    fn score(&self) -> Score {
        let loss = |(criterion, (affected, whole)): (Criterion, (i64, i64))| Loss {
            criterion,
            affected: affected.min(whole),
            whole,
            lost_tenths: lost_tenths(criterion, affected, whole),
        };
        let losses: Vec<Loss> = Criterion::ALL.into_iter().zip(self.0).map(loss).collect();
        Score { tenths: 1_000 - losses.iter().map(|loss| loss.lost_tenths).sum::<i64>(), losses }
    }
}

/// The weight times the share affected times its gravity, in tenths, rounded up, the weight at most.
fn lost_tenths(criterion: Criterion, affected: i64, whole: i64) -> i64 {
    if whole <= 0 || affected <= 0 {
        return 0;
    }
    let most = i128::from(criterion.weight() * 10);
    let lost = most * i128::from(affected) * i128::from(criterion.gravity());
    let whole = i128::from(whole);
    i64::try_from((lost + whole - 1).div_euclid(whole).min(most)).unwrap_or(criterion.weight() * 10)
}

/// What the cases of the checks cost, row by row.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<(Criterion, CustomerKey, Source, i64)>);

impl Marks {
    /// Notes what a case costs on its row.
    pub(crate) fn note(&mut self, cost: Cost, (customer, source): (CustomerKey, Source), amount: Option<Amount>) {
        let minor = || amount.map_or(0, |amount| amount.abs().minor());
        let (criterion, affected) = match cost {
            Cost::None | Cost::Age(_) => return,
            Cost::Amount(criterion) => (criterion, minor()),
            Cost::Half(criterion) => (criterion, minor() / 2),
            Cost::One(criterion) => (criterion, 1),
        };
        self.0.push((criterion, customer, source, affected));
    }

    /// Charges each row once under each criterion, with the most that a check asks of it.
    pub(crate) fn charge(&mut self, scores: &mut Scores) {
        self.0.arrange();
        for row in self.0.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
            if let Some((criterion, customer, source, affected)) = row.last() {
                scores.count(*criterion, (*customer, source.file), *affected, 0);
            }
        }
        self.0.clear();
    }
}

/// Scores being made: the dossier's, each file's, each customer's.
#[derive(Debug)]
pub(crate) struct Scores {
    all: Parts,
    files: BTreeMap<FileIndex, Parts>,
    customers: Vec<Parts>,
}

impl Scores {
    pub(crate) fn new(customers: usize) -> Scores {
        Scores { all: Parts::default(), files: BTreeMap::new(), customers: vec![Parts::default(); customers] }
    }

    /// Counts an amount that a criterion looks at.
    pub(crate) fn looks_at(&mut self, criterion: Criterion, place: (CustomerKey, FileIndex), whole: Amount) {
        self.count(criterion, place, 0, whole.abs().minor());
    }

    /// Counts customers that a criterion looks at, and how many of them are affected.
    pub(crate) fn count(
        &mut self,
        criterion: Criterion,
        (customer, file): (CustomerKey, FileIndex),
        affected: i64,
        whole: i64,
    ) {
        let places = [
            Some(&mut self.all),
            Some(self.files.entry(file).or_default()),
            self.customers.get_mut(customer.0 as usize),
        ];
        for parts in places.into_iter().flatten() {
            if let Some((sum, total)) = parts.at(criterion) {
                *sum = sum.saturating_add(affected);
                *total = total.saturating_add(whole);
            }
        }
    }

    /// Counts what concerns the whole only.
    pub(crate) fn whole(&mut self, criterion: Criterion, affected: i64, whole: i64) {
        if let Some(parts) = self.all.at(criterion) {
            *parts = (affected, whole);
        }
    }

    pub(crate) fn score(&self) -> Score {
        self.all.score()
    }

    pub(crate) fn files(&self) -> Vec<FileScore> {
        self.files.iter().map(|(file, parts)| FileScore { file: *file, score: parts.score() }).collect()
    }

    /// The customers that lose points, the lowest score first, so many at most; and how many there are.
    pub(crate) fn lowest_customers(&self, rows: usize) -> (Vec<CustomerScore>, u32) {
        let scored = self.customers.iter().zip(0_u32..);
        let mut scored: Vec<CustomerScore> = scored
            .map(|(parts, position)| CustomerScore { customer: CustomerKey(position), score: parts.score() })
            .filter(|scored| scored.score.tenths < 1_000)
            .collect();
        let count = scored.len() as u32;
        scored.arrange_by_key(|scored| (scored.score.tenths, scored.customer));
        scored.truncate(rows);
        (scored, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_make_a_hundred_and_losses_foot() {
        assert_eq!(Criterion::ALL.iter().map(|criterion| criterion.weight()).sum::<i64>(), 100);
        let mut scores = Scores::new(1);
        let place = (CustomerKey(0), FileIndex(0));
        scores.count(Criterion::Dates, place, 1, 1_000_000);
        scores.count(Criterion::DueDates, place, 500, 1_000);
        scores.count(Criterion::Identifiers, place, 1, 1);
        let score = scores.score();
        let lost: Vec<i64> = score.losses.iter().map(|loss| loss.lost_tenths).collect();
        // Nothing found is free: a millionth costs a tenth of a point; all lost at most.
        assert_eq!(lost, [100, 1, 0, 0, 0, 50, 0, 0]);
        assert_eq!(score.tenths, 1_000 - 151);
        assert_eq!(scores.files()[0].score, score);
        assert_eq!(scores.lowest_customers(10).0[0].score, score);
    }

    #[test]
    fn extremes_stay_within_bounds() {
        let mut scores = Scores::new(0);
        for criterion in Criterion::ALL {
            scores.whole(criterion, i64::MAX, i64::MAX);
        }
        assert_eq!(scores.score().tenths, 0);
        assert_eq!(Scores::new(0).score().tenths, 1_000);
    }
}
