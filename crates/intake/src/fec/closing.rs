//! What only the end tells, once every file of a dossier is read: years that follow one another are one ledger, and
//! invoices without a due date get the best one there is. Customer by customer: nothing here needs them all at once.

use super::due::{self, Derived, Rule};
use super::due_list::DueLists;
use super::leg::Leg;
use super::letters::Findings;
use super::years::{Joined, Years};
use super::{FecRemark, Share, periods};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::intake::{Intake, Settings};
use crate::ledgers::Ledgers;
use crate::terms::TermsBook;
use ledger::{Coverage, CustomerKey, Entry, Ledger, LedgerBuilder, TotalTooLarge};
use values::{Amount, Currency, FileIndex, Source, TableIndex};

/// Entries of an account looked at together, about.
const SHARE: usize = 1 << 16;

/// An entry while the files are put together.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) entry: Entry,
    pub(crate) document: String,
    pub(crate) from_fec: bool,
}

/// A table that was read, and what became of it.
type Read<'a> = (FileIndex, TableIndex, &'a mut Intake);

/// The ledgers of a dossier, by currency code, or a refusal when no exact total could be given. What is found on the
/// way is said with the file it is about.
pub fn conclude(
    mut ledgers: Ledgers,
    settings: &Settings,
    read: &mut [Read<'_>],
) -> Result<Vec<Ledger>, TotalTooLarge> {
    let years = Years::new(periods::of_dossier(&mut ledgers));
    for (at, remark) in years.remarks() {
        say(read, at, None, DiagnosticKind::Fec(remark));
    }
    if years.have_fec() {
        ledgers.making().for_each(|(builder, coverage)| put_together((builder, coverage), &years, settings, read));
    } else if years.are_several() {
        ledgers.builders().for_each(|builder| go_on(builder, &years, read));
    }
    ledgers.complete_due_days();
    for (source, before) in std::mem::take(&mut ledgers.dated_later) {
        if let Some((_, _, intake)) = table_of(read, source) {
            intake.dated_later(source, before);
        }
    }
    ledgers.build()
}

fn put_together(
    (builder, coverage): (&mut LedgerBuilder, &mut Coverage),
    years: &Years,
    settings: &Settings,
    read: &mut [Read<'_>],
) {
    let currency = builder.currency();
    let lists = DueLists::find(builder, years);
    for (at, rows, remark) in lists.said() {
        adjust(read, at, currency, rows);
        say(read, at, Some(at), DiagnosticKind::Fec(remark));
    }
    if !lists.is_empty() && !lists.others {
        // The lists only date the entries of the books: the past is known as well as the books tell it.
        *coverage = Coverage::History;
    }
    let mut letters = Findings::default();
    let joins = years.are_several() || !lists.is_empty();
    if joins {
        let found = join(builder, years, &lists, &mut letters);
        found.iter().for_each(|found| say_joined(found, currency, years, read));
    }
    let mut book = TermsBook::new(settings.default_terms);
    let mut all = Whole::default();
    // Room for the largest account, once: memory grown step by step leaves holes that nothing else fits.
    let mut legs: Vec<Leg> = Vec::with_capacity(builder.largest_account().min(SHARE + SHARE / 8));
    for key in keys(builder) {
        let from_fec = |entry: &Entry| years.hold(entry.source);
        let waits = builder.bare_entries_of(key).any(|entry| due::waits(&entry, from_fec(&entry)));
        let terms = builder.customers().get(key.0 as usize).and_then(|customer| customer.terms.as_deref());
        let mut rule = Rule::stated(terms, &mut book);
        let mut paid = Vec::new();
        let shares = builder.bare_entries_of(key).len().div_ceil(SHARE) as u32;
        // Groups are looked at together, but not all at once: an account may have a quarter of a million entries.
        for share in 0..shares {
            let of_share = |leg: &Leg| shares == 1 || leg.group.share(shares) == share;
            legs.clear();
            let entries = builder.bare_entries_of(key);
            legs.extend(entries.filter_map(|entry| Leg::of(&entry, from_fec(&entry))).filter(of_share));
            if !joins {
                letters.check(&mut legs, builder);
            }
            if waits && rule.is_open() {
                due::add_paid(&mut legs, &mut paid);
            }
        }
        if !waits {
            continue;
        }
        rule.add_habit(paid);
        let mut derived = Derived::default();
        builder.redate(key, |entry| rule.date(entry, from_fec(entry), &mut derived));
        all.add(&derived);
    }
    for (at, said) in letters.remarks(currency) {
        if let Some((_, _, intake)) = table_of(read, at) {
            intake.diagnostics.push(said);
        }
    }
    all.say(currency, read);
}

/// Ledgers that go on from one another, without a FEC among them: what one brings forward, another already told.
fn go_on(builder: &mut LedgerBuilder, years: &Years, read: &mut [Read<'_>]) {
    let joined = join(builder, years, &DueLists::default(), &mut Findings::default());
    joined.iter().for_each(|found| say_joined(found, builder.currency(), years, read));
}

/// What became of the openings of a period.
fn say_joined(found: &Joined, currency: Currency, years: &Years, read: &mut [Read<'_>]) {
    adjust(read, found.at, currency, found.dropped);
    if found.repeats() && years.follow(found.at) {
        withdraw_lost_dates(read, found.at);
    }
    for (remark, first) in found.remarks(currency) {
        say(read, found.at, first, DiagnosticKind::Fec(remark));
    }
}

fn keys(builder: &LedgerBuilder) -> impl Iterator<Item = CustomerKey> + use<> {
    (0..builder.customers().len() as u32).map(CustomerKey)
}

/// Puts the years of each customer together, with the lists of due days beside them. Only several years need all
/// customers at once.
fn join(builder: &mut LedgerBuilder, years: &Years, lists: &DueLists, letters: &mut Findings) -> Vec<Joined> {
    let rewrite = |builder: &mut LedgerBuilder, key: CustomerKey, lines: Vec<Line>| {
        let entries: Vec<(Entry, String)> = lines.into_iter().map(|line| (line.entry, line.document)).collect();
        builder.rewrite(key, &entries);
    };
    let mut checked = |builder: &LedgerBuilder, key: CustomerKey| {
        let lines = lines_of(builder, key, years, lists);
        let legs = lines.iter().filter_map(|line| Leg::of(&line.entry, line.from_fec));
        letters.check(&mut legs.collect::<Vec<_>>(), builder);
        lines
    };
    if !years.are_several() {
        for key in keys(builder) {
            let lines = checked(builder, key);
            rewrite(builder, key, lines);
        }
        return Vec::new();
    }
    let mut customers: Vec<Vec<Line>> = keys(builder).map(|key| checked(builder, key)).collect();
    let joined = years.join(&mut customers);
    for (key, lines) in keys(builder).zip(customers) {
        rewrite(builder, key, lines);
    }
    joined
}

fn lines_of(builder: &LedgerBuilder, customer: CustomerKey, years: &Years, lists: &DueLists) -> Vec<Line> {
    let line = |(entry, document): (Entry, String)| Line { entry, document, from_fec: years.hold(entry.source) };
    let mut lines = builder.entries_of(customer).map(line).collect();
    lists.apply(&mut lines);
    lines
}

/// Rows that repeat another file's entries were read, but make none.
fn adjust(read: &mut [Read<'_>], at: Source, currency: Currency, (count, amount): (u32, Amount)) {
    let Some((_, _, intake)) = table_of(read, at) else { return };
    intake.rows.imported -= count.min(intake.rows.imported);
    intake.rows.set_aside += count;
    for total in intake.control_totals.iter_mut().filter(|total| total.currency == currency) {
        total.computed -= amount;
        // What the file states counts these rows too.
        total.stated = total.stated.map(|stated| stated - amount);
    }
}

/// The year before tells the days of the invoices that an opening repeats: what it leaves open is said as a difference.
fn withdraw_lost_dates(read: &mut [Read<'_>], at: Source) {
    let lost = |said: &Diagnostic| matches!(said.kind, DiagnosticKind::Fec(FecRemark::OpeningDatesLost(_)));
    if let Some((_, _, intake)) = table_of(read, at) {
        intake.diagnostics.retain(|said| !lost(said));
    }
}

fn table_of<'r, 'a>(read: &'r mut [Read<'a>], at: Source) -> Option<&'r mut Read<'a>> {
    read.iter_mut().find(|(file, table, _)| (*file, *table) == (at.file, at.table))
}

fn say(read: &mut [Read<'_>], at: Source, first: Option<Source>, kind: DiagnosticKind) {
    if let Some((_, _, intake)) = table_of(read, at) {
        intake.diagnostics.push(Diagnostic::about(kind, first));
    }
}

/// What was derived for all customers, with the first place of each sort.
#[derive(Default)]
struct Whole {
    default: (u32, Option<Source>),
    none: (u32, Option<Source>),
    mode: (u32, Option<Source>),
    mode_amount: Amount,
    amount: Amount,
    customers: u32,
}

impl Whole {
    fn add(&mut self, derived: &Derived) {
        let [default, none, mode] = derived.first;
        let add = |(count, first): &mut (u32, Option<Source>), more: u32, at: Option<Source>| {
            *count += more;
            *first = [*first, at].into_iter().flatten().min();
        };
        add(&mut self.default, derived.default, default);
        add(&mut self.none, derived.none, none);
        add(&mut self.mode, derived.mode, mode);
        self.mode_amount += derived.mode_amount;
        self.amount += derived.amount;
        self.customers += u32::from(derived.mode > 0);
    }

    fn say(&self, currency: Currency, read: &mut [Read<'_>]) {
        if let (count, Some(at)) = self.default {
            say(read, at, Some(at), DiagnosticKind::DefaultTermsUsed { count });
        }
        if let (count, Some(at)) = self.none {
            say(read, at, Some(at), DiagnosticKind::NoDueDate { count });
        }
        if let (count, Some(at)) = self.mode {
            let share = Share { count, amount: self.mode_amount, currency };
            let percent = percent(self.mode_amount, self.amount);
            let remark = FecRemark::EstimatedTerms { share, customers: self.customers, percent };
            say(read, at, Some(at), DiagnosticKind::Fec(remark));
        }
    }
}

/// The share of a part in a whole, in percent, to the nearest.
fn percent(part: Amount, whole: Amount) -> u8 {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    let percent = (part * 200 + whole).checked_div(whole * 2).unwrap_or_default();
    u8::try_from(percent).unwrap_or(100)
}
