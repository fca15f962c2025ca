//! Several years of one company's books. The later year's opening repeats what the earlier one left open: those lines
//! are recognised, account by account, and counted once, with the letters they bear; so the years make one ledger.

use super::closing::Line;
use super::{FecRemark, Share};
use ledger::{AccountClass, Entry, EntryKind, MatchGroup};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Arrange, Currency, Day, Gather, Source};

/// What the books of a period are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Books {
    /// A FEC.
    Fec,
    /// Another ledger.
    Ledger,
}

/// The days one table of books tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The table; its row says nothing.
    pub(crate) at: Source,
    pub(crate) books: Books,
    pub(crate) first: Day,
    pub(crate) last: Day,
}

/// Whether a row stands in the table of a period.
fn is_of(period: &Period, row: Source) -> bool {
    (period.at.file, period.at.table) == (row.file, row.table)
}

/// The books of a dossier in order of time.
#[derive(Clone, Debug)]
pub(crate) struct Years {
    periods: Vec<Period>,
}

/// What joining one year to those before it came to.
#[derive(Clone, Debug)]
pub(crate) struct Joined {
    /// The later year's table.
    pub(crate) at: Source,
    /// Rows that repeat, and their sum.
    pub(crate) dropped: (u32, Amount),
    /// Sum of the opening lines without their signs, and of those recognised: what tells a year from another company's.
    openings: (u32, i64),
    recognised: i64,
    /// Accounts whose opening differs, and by how much.
    differs: (u32, Amount),
    first: Option<Source>,
    first_difference: Option<Source>,
    /// The openings repeat nothing of the years before.
    unrelated: bool,
    /// It brings forward balances of customers of a ledger that began before it and ends after: from when until when.
    overlaps: Option<(Day, Day)>,
}

/// Days without entries from one year to the next, at most: companies close in August.
const APART: i32 = 62;

impl Years {
    pub(crate) fn new(mut periods: Vec<Period>) -> Years {
        periods.arrange_by_key(|period| (period.first, period.last, period.at));
        Years { periods }
    }

    /// Whether one of them is a FEC.
    pub(crate) fn have_fec(&self) -> bool {
        self.fecs().next().is_some()
    }

    fn fecs(&self) -> impl Iterator<Item = &Period> {
        self.periods.iter().filter(|period| period.books == Books::Fec)
    }

    pub(crate) fn are_several(&self) -> bool {
        self.periods.len() > 1
    }

    /// Whether a row stands in one of the FECs.
    pub(crate) fn hold(&self, row: Source) -> bool {
        self.fecs().any(|period| is_of(period, row))
    }

    /// Each FEC and the one before it.
    fn pairs(&self) -> impl Iterator<Item = (&Period, &Period)> {
        self.fecs().zip(self.fecs().skip(1))
    }

    /// Whether the books of a row end before a period begins.
    fn end_before(&self, period: &Period, row: Source) -> bool {
        self.periods.iter().any(|other| is_of(other, row) && other.last < period.first)
    }

    /// The periods that go on from none: FECs that overlap the one before, ledgers before which no books end.
    fn beginnings(&self) -> BTreeSet<Source> {
        let overlap = self.pairs().filter(|(before, after)| after.first <= before.last).map(|(_, after)| after.at);
        let ledgers = self.periods.iter().filter(|period| period.books == Books::Ledger);
        let first = ledgers.filter(|period| self.periods.iter().all(|other| other.last >= period.first));
        overlap.chain(first.map(|period| period.at)).gather()
    }

    /// Years that overlap, or between which days are missing.
    pub(crate) fn remarks(&self) -> Vec<(Source, FecRemark)> {
        self.pairs()
            .filter_map(|(before, after)| {
                let gap = (after.first - before.last).0;
                let remark = match gap {
                    ..=0 => FecRemark::YearsOverlap { from: after.first, until: before.last },
                    1..=APART => return None,
                    _ => FecRemark::YearsApart { until: before.last, from: after.first },
                };
                Some((after.at, remark))
            })
            .collect()
    }

    /// Whether the books of a year go on where those of another file end.
    pub(crate) fn follow(&self, at: Source) -> bool {
        self.pairs().any(|(before, after)| after.at == at && (1..=APART).contains(&(after.first - before.last).0))
    }

    /// A ledger other than a FEC that began before one of a table and ends after, where customers whose balance this one
    /// brings forward have entries in both: from when, until when.
    fn overlap(&self, at: Source, customers: &[Vec<Line>]) -> Option<(Day, Day)> {
        let own = self.periods.iter().find(|period| period.at == at && period.books == Books::Ledger)?;
        let beside = |other: &&Period| other.first < own.first && own.first <= other.last;
        let shares = |other: &&Period| {
            customers.iter().any(|lines| {
                let opens = lines.iter().any(|line| is_opening(line) && is_of(own, line.entry.source));
                opens && lines.iter().any(|line| is_of(other, line.entry.source))
            })
        };
        let other = self.periods.iter().filter(beside).find(shares)?;
        Some((own.first, other.last))
    }

    /// Joins the years of each customer's lines; a year whose openings repeat less than half of what they bring
    /// forward is another company's, or starts anew, and is kept as it is.
    pub(crate) fn join(&self, customers: &mut [Vec<Line>]) -> Vec<Joined> {
        if !self.are_several() {
            return Vec::new();
        }
        let beginnings = self.beginnings();
        let mut unrelated = beginnings.clone();
        loop {
            let (lines, joined) = self.attempt(customers, &unrelated);
            let doubtful = joined
                .iter()
                .find(|found| found.openings.0 > 0 && found.recognised.saturating_mul(2) < found.openings.1);
            if let Some(found) = doubtful.filter(|found| !unrelated.contains(&found.at)) {
                unrelated.insert(found.at);
                continue;
            }
            for (customer, lines) in customers.iter_mut().zip(lines) {
                *customer = lines;
            }
            let told = |found: Joined| Joined {
                unrelated: unrelated.contains(&found.at) && !beginnings.contains(&found.at),
                overlaps: self.overlap(found.at, customers),
                ..found
            };
            return joined.into_iter().map(told).collect();
        }
    }

    fn attempt(&self, customers: &[Vec<Line>], unrelated: &BTreeSet<Source>) -> (Vec<Vec<Line>>, Vec<Joined>) {
        let mut joined: Vec<Joined> = self.periods.iter().skip(1).map(|period| Joined::new(period.at)).collect();
        let has_openings = |period: &Period| {
            customers.iter().flatten().any(|line| is_opening(line) && is_of(period, line.entry.source))
        };
        let opens: Vec<bool> = self.periods.iter().skip(1).map(has_openings).collect();
        let lines = customers
            .iter()
            .map(|lines| {
                let mut rest: Vec<Line> = lines.clone();
                let first = self.periods.first();
                let mut known: Vec<Line> = take(&mut rest, |line| first.is_some_and(|p| is_of(p, line.entry.source)));
                for ((period, found), opens) in self.periods.iter().skip(1).zip(&mut joined).zip(&opens) {
                    let mut year = take(&mut rest, |line| is_of(period, line.entry.source));
                    // A ledger may leave out the accounts that do not move.
                    let tells = period.books == Books::Fec || !year.is_empty();
                    if *opens && tells && !unrelated.contains(&period.at) {
                        let beside = take(&mut known, |line| !self.end_before(period, line.entry.source));
                        join_year(&mut known, &mut year, found);
                        known.extend(beside);
                    }
                    known.append(&mut year);
                }
                known.append(&mut rest);
                known
            })
            .collect();
        (lines, joined)
    }
}

impl Joined {
    fn new(at: Source) -> Joined {
        Joined {
            at,
            dropped: (0, Amount::ZERO),
            openings: (0, 0),
            recognised: 0,
            differs: (0, Amount::ZERO),
            first: None,
            first_difference: None,
            unrelated: false,
            overlaps: None,
        }
    }

    /// Whether openings were recognised in the years before.
    pub(crate) fn repeats(&self) -> bool {
        self.dropped.0 > 0 && !self.unrelated
    }

    /// What is worth saying, with the first place.
    pub(crate) fn remarks(&self, currency: Currency) -> Vec<(FecRemark, Option<Source>)> {
        if self.unrelated {
            return vec![(FecRemark::YearsNotJoined, self.first)];
        }
        let share = |(count, amount): (u32, Amount)| Share { count, amount, currency };
        let joined = (self.dropped.0 > 0).then(|| (FecRemark::YearsJoined(share(self.dropped)), self.first));
        let differs =
            (self.differs.0 > 0).then(|| (FecRemark::OpeningDiffers(share(self.differs)), self.first_difference));
        let overlap = self.overlaps.map(|(from, until)| (FecRemark::YearsOverlap { from, until }, None));
        overlap.into_iter().chain(joined).chain(differs).collect()
    }
}

fn is_opening(line: &Line) -> bool {
    line.entry.kind == EntryKind::Opening
}

/// Moves out the lines that answer a question, in order.
fn take(lines: &mut Vec<Line>, wanted: impl Fn(&Line) -> bool) -> Vec<Line> {
    let (taken, left) = std::mem::take(lines).into_iter().partition(wanted);
    *lines = left;
    taken
}

/// Joins one customer's year to what is known before it, class by class.
fn join_year(known: &mut [Line], year: &mut Vec<Line>, found: &mut Joined) {
    for class in AccountClass::ALL {
        let openings = take(year, |line| is_opening(line) && line.entry.account_class == class);
        found.openings.0 += openings.len() as u32;
        found.openings.1 += openings.iter().map(|line| line.entry.amount.abs().minor()).sum::<i64>();
        let mut account = Account::new(known, class);
        if openings.is_empty() && account.open.is_empty() {
            continue;
        }
        found.first = [found.first, openings.first().map(|line| line.entry.source)].into_iter().flatten().min();
        let left = account.recognise(openings, found);
        let mut kept = account.settle(left, year, found);
        year.append(&mut kept);
    }
}

/// What one account left open before a year.
struct Account<'a> {
    known: &'a mut [Line],
    /// Positions of the lines not cleared and not yet recognised.
    open: BTreeSet<usize>,
    /// Members of the groups that do not clear.
    groups: BTreeMap<MatchGroup, Vec<usize>>,
    /// The open lines of each document.
    documents: BTreeMap<String, Vec<usize>>,
}

impl<'a> Account<'a> {
    fn new(known: &'a mut [Line], class: AccountClass) -> Account<'a> {
        let mut groups: BTreeMap<MatchGroup, Vec<usize>> = BTreeMap::new();
        let mut open = BTreeSet::new();
        for (position, line) in known.iter().enumerate().filter(|(_, line)| line.entry.account_class == class) {
            match line.entry.group {
                Some(group) => groups.entry(group).or_default().push(position),
                None if line.entry.amount.is_zero() => {}
                None => drop(open.insert(position)),
            }
        }
        groups.retain(|_, members| !sum(known, members).is_zero());
        open.extend(groups.values().flatten());
        let mut documents: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for position in &open {
            if let Some(line) = known.get(*position).filter(|line| !line.document.is_empty()) {
                documents.entry(line.document.clone()).or_default().push(*position);
            }
        }
        Account { known, open, groups, documents }
    }

    /// The lines of the opening that repeat what is open: same document and amount, then the rest of a document, then
    /// the only one of its amount. Answers those that repeat nothing so far.
    fn recognise(&mut self, openings: Vec<Line>, found: &mut Joined) -> Vec<Line> {
        let left = self.pass(openings, found, Account::same_document);
        let left = self.pass(left, found, Account::rest_of_document);
        let mut openings: BTreeMap<Amount, u32> = BTreeMap::new();
        left.iter().for_each(|line| *openings.entry(line.entry.amount).or_default() += 1);
        let mut open: BTreeMap<Amount, Vec<usize>> = BTreeMap::new();
        for position in &self.open {
            open.entry(self.amount(*position)).or_default().push(*position);
        }
        self.pass(left, found, |_, line| {
            let only = openings.get(&line.entry.amount) == Some(&1);
            open.get(&line.entry.amount).filter(|lines| only && lines.len() == 1).cloned()
        })
    }

    fn pass(
        &mut self,
        openings: Vec<Line>,
        found: &mut Joined,
        repeated: impl Fn(&Account<'a>, &Line) -> Option<Vec<usize>>,
    ) -> Vec<Line> {
        let mut left = Vec::new();
        for opening in openings {
            match repeated(self, &opening) {
                Some(lines) => {
                    self.carry(&lines, opening.entry.group);
                    found.repeat(&opening);
                }
                None => left.push(opening),
            }
        }
        left
    }

    fn amount(&self, position: usize) -> Amount {
        self.known.get(position).map(|line| line.entry.amount).unwrap_or_default()
    }

    fn same_document(&self, opening: &Line) -> Option<Vec<usize>> {
        let lines = self.documents.get(&opening.document)?;
        let same = |position: &usize| self.open.contains(position) && self.amount(*position) == opening.entry.amount;
        lines.iter().find(|position| same(position)).map(|position| vec![*position])
    }

    /// What is left of a document: its lines, and those lettered with them.
    fn rest_of_document(&self, opening: &Line) -> Option<Vec<usize>> {
        let mut lines = BTreeSet::new();
        for position in self.documents.get(&opening.document)?.iter().filter(|at| self.open.contains(at)) {
            let group = self.known.get(*position).and_then(|line| line.entry.group);
            lines.insert(*position);
            lines.extend(group.and_then(|group| self.groups.get(&group)).into_iter().flatten());
        }
        let lines: Vec<usize> = lines.into_iter().collect();
        let whole = lines.iter().all(|position| self.open.contains(position));
        (whole && !lines.is_empty() && sum(self.known, &lines) == opening.entry.amount).then_some(lines)
    }

    /// The letters of an opening line are those of what it repeats.
    fn carry(&mut self, lines: &[usize], group: Option<MatchGroup>) {
        for position in lines {
            self.open.remove(position);
            if let (Some(line), Some(_)) = (self.known.get_mut(*position), group) {
                line.entry.group = group;
            }
        }
    }

    /// What could not be recognised line by line: a total per account clears everything that is left, and a
    /// difference becomes one opening entry, so that the balance is that of the later year's books.
    fn settle(&mut self, left: Vec<Line>, year: &mut [Line], found: &mut Joined) -> Vec<Line> {
        let lines: Vec<usize> = self.open.iter().copied().collect();
        let before = sum(self.known, &lines);
        let after: Amount = left.iter().map(|line| line.entry.amount).sum();
        if before != after {
            found.differ(after - before, left.first());
        }
        if left.is_empty() || lines.is_empty() {
            return left;
        }
        // Letters of any of these lines may clear any of those: they are one group from here on.
        let letters: BTreeSet<MatchGroup> = left.iter().filter_map(|line| line.entry.group).gather();
        let group = letters.first().copied();
        if group.is_some() {
            let merged = |line: &&mut Line| line.entry.group.is_some_and(|own| letters.contains(&own));
            year.iter_mut().filter(merged).for_each(|line| line.entry.group = group);
            self.carry(&lines, group);
        }
        if before == after {
            left.iter().for_each(|line| found.repeat(line));
            return Vec::new();
        }
        found.dropped.0 += left.len() as u32 - 1;
        found.dropped.1 += before;
        let difference = |line: Line| Line { entry: Entry { amount: after - before, group, ..line.entry }, ..line };
        left.into_iter().next().map(difference).into_iter().collect()
    }
}

impl Joined {
    /// A line that repeats what is known makes no entry.
    fn repeat(&mut self, line: &Line) {
        self.dropped.0 += 1;
        self.dropped.1 += line.entry.amount;
        self.recognised = self.recognised.saturating_add(line.entry.amount.abs().minor());
    }

    fn differ(&mut self, amount: Amount, line: Option<&Line>) {
        self.differs.0 += 1;
        self.differs.1 += amount;
        let at = line.map(|line| line.entry.source);
        self.first_difference = [self.first_difference, at].into_iter().flatten().min();
    }
}

fn sum(lines: &[Line], positions: &[usize]) -> Amount {
    positions.iter().filter_map(|position| lines.get(*position)).map(|line| line.entry.amount).sum()
}
