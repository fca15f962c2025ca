//! The ways an aged balance can be drawn up, and which of them lead to the rows of one that is stated. A way is ours
//! with one thing changed, or two: more would explain anything.

use super::{Case, Cause, Items, Stated};
use crate::credits::{CreditMode, apply_credits};
use ledger::{AccountClass, CustomerKey, DueDaySource, Ledger, OpenItem, OpenItems, open_items_among};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use values::{Amount, Arrange, AsOf, Day, Days, Gather};

/// Where credits stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CreditPlace {
    /// In a column of their own.
    Apart,
    /// In the column of their own date, below zero.
    OwnDate,
    /// Applied to the oldest debts.
    OldestFirst,
    /// Applied to the debts of the same document number.
    SameReference,
    /// In the column of what is not due, below zero.
    NotDue,
    /// Nowhere.
    LeftOut,
}

/// To which column a day at an edge belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// As domain.md 5.1 has it: day 30 to the column that ends at 30, the due day to what is not due.
    None,
    /// Day 30 belongs to the column from 31.
    LimitInNext,
    /// Day 31 belongs to the column up to 30.
    DayAfterLimit,
    /// What is due on the day itself is late.
    DueDayLate,
}

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Everything.
    All,
    /// Accounts 411 alone.
    Receivables,
    /// Everything but advances received and credit notes to issue (419).
    WithoutAdvances,
    /// Everything but what is disputed.
    WithoutDisputed,
}

/// How a balance is drawn up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    by_invoice: bool,
    credits: CreditPlace,
    edge: Edge,
    undated_by_own_day: bool,
    counted: Counted,
    pub(super) open: Day,
    aged: Day,
}

/// A way that explains something.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) causes: Vec<Cause>,
    /// The cases it explains.
    explained: BTreeSet<usize>,
    /// Rows that agree with ours, and would not if it were followed.
    contradicted: bool,
}

/// Everything that explains something.
#[derive(Debug, Default)]
pub(super) struct Explained(Vec<Found>);

/// Ways of one change, in the order they are thought of.
const SINGLE: [Cause; 13] = [
    Cause::ByInvoiceDate,
    Cause::Credits(CreditPlace::OwnDate),
    Cause::Credits(CreditPlace::OldestFirst),
    Cause::Credits(CreditPlace::SameReference),
    Cause::Credits(CreditPlace::NotDue),
    Cause::Credits(CreditPlace::LeftOut),
    Cause::Edge(Edge::LimitInNext),
    Cause::Edge(Edge::DayAfterLimit),
    Cause::Edge(Edge::DueDayLate),
    Cause::UndatedByOwnDay,
    Cause::Counted(Counted::Receivables),
    Cause::Counted(Counted::WithoutAdvances),
    Cause::Counted(Counted::WithoutDisputed),
];

/// Days around the day of the balance on which it may really have been drawn up.
const DAYS_AROUND: i32 = 31;
/// Month ends around it.
const MONTHS_AROUND: u32 = 3;
/// Customers, and items of theirs, that other days are tried on first.
const TRIED: usize = 64;
const TRIED_ITEMS: usize = 2_000;
/// Other days that are tried on all customers.
const DAYS_KEPT: usize = 6;
/// Rows that agree, looked at for a contradiction.
const AGREEING: usize = 500;

impl Way {
    /// Ours: by due date, credits in their column, or by their own date where there is no such column.
    pub(super) fn base(stated: &Stated<'_>) -> Way {
        Way {
            by_invoice: false,
            credits: if stated.credits { CreditPlace::Apart } else { CreditPlace::OwnDate },
            edge: Edge::None,
            undated_by_own_day: false,
            counted: Counted::All,
            open: stated.day,
            aged: stated.day,
        }
    }

    /// The same with changes.
    pub(super) fn with(mut self, causes: &[Cause]) -> Way {
        for cause in causes {
            match *cause {
                Cause::ByInvoiceDate => self.by_invoice = true,
                Cause::Credits(place) => self.credits = place,
                Cause::Edge(edge) => self.edge = edge,
                Cause::UndatedByOwnDay => self.undated_by_own_day = true,
                Cause::Counted(counted) => self.counted = counted,
                Cause::OtherDay(day) => (self.open, self.aged) = (day, day),
                Cause::OpenOn(day) => self.open = day,
                Cause::AgedOn(day) => self.aged = day,
                Cause::Shifted(_)
                | Cause::Swapped(..)
                | Cause::CreditsOtherwise
                | Cause::AgesUntold
                | Cause::ItemLeftOut(_)
                | Cause::ItemTwice(_)
                | Cause::ItemInFull(_)
                | Cause::CustomerMissing
                | Cause::CustomerExtra
                | Cause::OtherColumns
                | Cause::OtherSum => {}
            }
        }
        self
    }

    /// Whether the day an item ages from is told, and not estimated.
    pub(super) fn knows_age(&self, item: &OpenItem) -> bool {
        let told = matches!(item.due_day_source, DueDaySource::Stated | DueDaySource::Terms | DueDaySource::Bucket);
        told || self.by_invoice || (self.undated_by_own_day && item.due_day.is_none())
    }

    /// The column of an item; `None` where it does not count.
    pub(super) fn place(&self, stated: &Stated<'_>, item: &OpenItem) -> Option<usize> {
        let counts = match self.counted {
            Counted::All => true,
            Counted::Receivables => {
                matches!(item.account_class, AccountClass::Receivable | AccountClass::Retention)
            }
            Counted::WithoutAdvances => {
                !matches!(item.account_class, AccountClass::Advances | AccountClass::CreditNotesToIssue)
            }
            Counted::WithoutDisputed => !item.disputed,
        };
        if !counts {
            return None;
        }
        let apart = stated.limits.len() + usize::from(!stated.mixed) + 1;
        let by = |day: Day| (self.aged - day).0;
        // By invoice date nothing is "not due": an invoice of the day itself stands in the first column of ages.
        let since = |day: Day| stated.column(by(day).max(1), self.edge);
        let dated = match (self.by_invoice, item.due_day) {
            (true, _) => since(item.document_day),
            (false, Some(due)) => stated.column(by(due), self.edge),
            (false, None) if item.residual.is_credit() || self.undated_by_own_day => {
                stated.column(by(item.document_day), self.edge)
            }
            (false, None) => 0,
        };
        if item.residual.is_debit() {
            return Some(dated);
        }
        match self.credits {
            CreditPlace::Apart => Some(apart),
            CreditPlace::OwnDate => Some(dated),
            CreditPlace::OldestFirst | CreditPlace::SameReference if stated.credits => Some(apart),
            CreditPlace::OldestFirst | CreditPlace::SameReference => Some(dated),
            CreditPlace::NotDue => Some(0),
            CreditPlace::LeftOut => None,
        }
    }

    /// Adds the items of a customer to its row.
    pub(super) fn fill(&self, stated: &Stated<'_>, items: &[OpenItem], row: &mut [Amount]) {
        for item in items {
            if let Some(amount) = self.place(stated, item).and_then(|place| row.get_mut(place)) {
                *amount += item.residual;
            }
        }
    }

    /// Credits applied first, where it asks for that.
    pub(super) fn netted<'a>(&self, ledger: &Ledger, open: &'a OpenItems) -> Cow<'a, OpenItems> {
        match self.credits {
            CreditPlace::OldestFirst => apply_credits(ledger, open, CreditMode::OldestFirst),
            CreditPlace::SameReference => apply_credits(ledger, open, CreditMode::SameReference),
            CreditPlace::Apart | CreditPlace::OwnDate | CreditPlace::NotDue | CreditPlace::LeftOut => {
                Cow::Borrowed(open)
            }
        }
    }
}

impl Explained {
    /// What explains a case best, and `least` cases with it: the fewest changes, none that other rows contradict, then
    /// what explains most.
    pub(super) fn of(&self, case: usize, least: usize) -> Option<Vec<Cause>> {
        let enough = self.0.iter().filter(|found| found.explained.len() >= least);
        let explains = enough.filter(|found| found.explained.contains(&case));
        let best =
            explains.min_by_key(|found| (found.causes.len(), found.contradicted, Reverse(found.explained.len())));
        best.map(|found| found.causes.clone())
    }

    /// The way the whole balance is drawn up, where it is another one than ours.
    pub(super) fn usual(&self) -> Option<&Found> {
        let whole = self.0.iter().filter(|found| !found.contradicted && found.explained.len() > 1);
        whole.min_by_key(|found| (Reverse(found.explained.len()), found.causes.len()))
    }
}

/// What the ways are tried on.
struct Trial<'a> {
    ledger: &'a Ledger,
    stated: &'a Stated<'a>,
    cases: &'a [Case],
    differing: Vec<usize>,
    agreeing: Vec<usize>,
}

/// Every way that leads to some row that is stated and is not ours.
pub(super) fn explain(ledger: &Ledger, stated: &Stated<'_>, open: &OpenItems, cases: &[Case]) -> Explained {
    let (differing, agreeing): (Vec<usize>, Vec<usize>) =
        (0..cases.len()).partition(|at| cases.get(*at).is_some_and(|case| case.stated != case.base));
    if differing.is_empty() {
        return Explained::default();
    }
    let trial = Trial { ledger, stated, cases, differing, agreeing };
    let mut explained = Explained(trial.methods(open));
    explained.0.extend(trial.labels());
    if trial.unexplained(&explained).next().is_some() {
        let days = trial.days(open, &explained);
        explained.0.extend(days);
    }
    explained
}

impl Trial<'_> {
    fn case(&self, at: usize) -> Option<&Case> {
        self.cases.get(at)
    }

    fn unexplained<'a>(&'a self, explained: &'a Explained) -> impl Iterator<Item = usize> + 'a {
        self.differing.iter().copied().filter(|at| !explained.0.iter().any(|found| found.explained.contains(at)))
    }

    /// Whether a way leads to what is stated.
    fn leads(&self, way: &Way, items: &Items<'_>, at: usize, row: &mut Vec<Amount>) -> bool {
        let Some(case) = self.case(at) else { return false };
        row.clear();
        row.resize(case.stated.len(), Amount::ZERO);
        way.fill(self.stated, items.customer(case.own), row);
        *row == case.stated
    }

    /// Some of the rows that agree, spread over all of them.
    fn sample(&self) -> impl Iterator<Item = usize> + '_ {
        self.agreeing.iter().copied().step_by((self.agreeing.len() / AGREEING).max(1))
    }

    /// One change, or two of different kinds.
    fn methods(&self, open: &OpenItems) -> Vec<Found> {
        let base = Way::base(self.stated);
        let singles: Vec<Cause> = SINGLE.into_iter().filter(|cause| !self.is_idle(*cause)).collect();
        let mut found = Vec::new();
        for credits in [None, Some(CreditPlace::OldestFirst), Some(CreditPlace::SameReference)] {
            let applied = Way { credits: credits.unwrap_or(base.credits), ..base }.netted(self.ledger, open);
            let items = Items::of(&applied);
            let netted = |causes: &[Cause]| causes.iter().find_map(|cause| applies(*cause));
            for causes in pairs(&singles).into_iter().filter(|causes| netted(causes) == credits) {
                found.extend(self.look(base.with(&causes), &items, causes));
            }
        }
        found
    }

    /// Whether a change changes nothing, or the balance itself disproves it.
    fn is_idle(&self, cause: Cause) -> bool {
        let credits = |case: &Case| case.stated.last().is_some_and(|amount| !amount.is_zero());
        match cause {
            Cause::Credits(CreditPlace::OwnDate) => !self.stated.credits,
            Cause::Credits(CreditPlace::LeftOut) => self.cases.iter().any(credits),
            _ => false,
        }
    }

    fn look(&self, way: Way, items: &Items<'_>, causes: Vec<Cause>) -> Option<Found> {
        let mut row = Vec::new();
        let explained: BTreeSet<usize> =
            self.differing.iter().copied().filter(|at| self.leads(&way, items, *at, &mut row)).gather();
        if explained.is_empty() {
            return None;
        }
        let contradicted = self.sample().any(|at| !self.leads(&way, items, at, &mut row));
        Some(Found { causes, explained, contradicted })
    }

    /// Columns under another heading: several rows must show it, and none may contradict it.
    fn labels(&self) -> Vec<Found> {
        let columns = (self.stated.columns().len() - 1) as u8;
        let swaps = (0..columns).flat_map(|a| (a + 1..columns).map(move |b| Cause::Swapped(a, b)));
        let causes = [Cause::Shifted(1), Cause::Shifted(-1)].into_iter().chain(swaps);
        let found = causes.filter_map(|cause| {
            let leads = |at: &usize| {
                self.case(*at).is_some_and(|case| relabelled(&case.base, cause).is_some_and(|row| row == case.stated))
            };
            let explained: BTreeSet<usize> = self.differing.iter().copied().filter(leads).gather();
            let consistent = explained.len() > 1 && self.agreeing.iter().all(leads);
            consistent.then(|| Found { causes: vec![cause], explained, contradicted: false })
        });
        found.collect()
    }

    /// Other days: the whole balance must be of that day, so most of what differs must be explained, and no row that
    /// agrees may contradict it.
    fn days(&self, open: &OpenItems, explained: &Explained) -> Vec<Found> {
        let tried = self.tried(open, explained);
        let customers: Vec<CustomerKey> =
            tried.iter().filter_map(|at| self.case(*at)?.own).gather::<BTreeSet<_>>().into_iter().collect();
        let base = Way::base(self.stated);
        let singles = SINGLE.into_iter().filter(|cause| !self.is_idle(*cause));
        let seconds: Vec<Option<Cause>> = [None].into_iter().chain(singles.map(Some)).collect();
        let mut promising: Vec<(usize, usize, i32, Vec<Cause>)> = Vec::new();
        let today = open_items_among(self.ledger, AsOf(self.stated.day), customers.iter().copied());
        let mut row = Vec::new();
        for day in self.other_days() {
            let then = open_items_among(self.ledger, AsOf(day), customers.iter().copied());
            for second in &seconds {
                for (cause, open) in
                    [(Cause::OtherDay(day), &then), (Cause::OpenOn(day), &then), (Cause::AgedOn(day), &today)]
                {
                    let causes: Vec<Cause> = [cause].into_iter().chain(*second).collect();
                    let way = base.with(&causes);
                    let applied = way.netted(self.ledger, open);
                    let items = Items::of(&applied);
                    let count = tried.iter().filter(|at| self.leads(&way, &items, **at, &mut row)).count();
                    if count > 0 {
                        let away = (day - self.stated.day).0.abs();
                        promising.push((count, causes.len(), away, causes));
                    }
                }
            }
        }
        promising.arrange_by_key(|(count, causes, away, _)| (Reverse(*count), *causes, *away));
        promising.truncate(DAYS_KEPT);
        let found = promising.into_iter().filter_map(|(.., causes)| self.other_day(causes));
        found.collect()
    }

    fn other_day(&self, causes: Vec<Cause>) -> Option<Found> {
        let way = Way::base(self.stated).with(&causes);
        let open = ledger::open_items(self.ledger, AsOf(way.open));
        let applied = way.netted(self.ledger, &open);
        let items = Items::of(&applied);
        let found = self.look(way, &items, causes)?;
        let most = found.explained.len() > 1 && found.explained.len() * 4 >= self.differing.len() * 3;
        (most && !found.contradicted).then_some(found)
    }

    /// Customers whose rows nothing explains yet, as many as can be tried on many days.
    fn tried(&self, open: &OpenItems, explained: &Explained) -> Vec<usize> {
        let items = Items::of(open);
        let mut room = TRIED_ITEMS;
        let fits = |at: &usize| {
            let count = self.case(*at).map_or(0, |case| items.customer(case.own).len());
            let fits = count <= room;
            room = room.saturating_sub(if fits { count } else { 0 });
            fits
        };
        let known = self.unexplained(explained).filter(|at| self.case(*at).is_some_and(|case| case.own.is_some()));
        known.filter(fits).take(TRIED).collect()
    }

    /// Days near that of the balance, month ends around it, and the last day of the ledger.
    fn other_days(&self) -> BTreeSet<Day> {
        let day = self.stated.day;
        let near = (-DAYS_AROUND..=DAYS_AROUND).map(|days| day + Days(days));
        let before = (0..=MONTHS_AROUND).map(|months| day.minus_months(months).first_of_month() - Days(1));
        let after = (0..=MONTHS_AROUND).map(|months| day.plus_months(months).end_of_month());
        let last = self.ledger.span().map(|(_, last)| last);
        near.chain(before).chain(after).chain(last).filter(|other| *other != day).gather()
    }
}

/// Whether a change needs credits applied first.
fn applies(cause: Cause) -> Option<CreditPlace> {
    match cause {
        Cause::Credits(place @ (CreditPlace::OldestFirst | CreditPlace::SameReference)) => Some(place),
        _ => None,
    }
}

/// Every change alone, then every two that change different things.
fn pairs(singles: &[Cause]) -> Vec<Vec<Cause>> {
    let kind = |cause: &Cause| std::mem::discriminant(cause);
    let one = singles.iter().map(|cause| vec![*cause]);
    let two = singles.iter().enumerate().flat_map(|(at, first)| {
        let others = singles.iter().skip(at + 1).filter(move |second| kind(second) != kind(first));
        others.map(move |second| vec![*first, *second])
    });
    one.chain(two).collect()
}

/// A row whose columns stand under other headings; credits keep theirs.
fn relabelled(row: &[Amount], cause: Cause) -> Option<Vec<Amount>> {
    let (credits, ages) = row.split_last()?;
    let mut ages = ages.to_vec();
    match cause {
        Cause::Shifted(by) if by > 0 => {
            let pushed_out = ages.pop()?;
            ages.insert(0, Amount::ZERO);
            *ages.last_mut()? += pushed_out;
        }
        Cause::Shifted(_) => {
            let pushed_out = ages.remove(0);
            ages.push(Amount::ZERO);
            *ages.first_mut()? += pushed_out;
        }
        Cause::Swapped(a, b) => ages.swap(usize::from(a), usize::from(b)),
        _ => return None,
    }
    ages.push(*credits);
    Some(ages)
}
