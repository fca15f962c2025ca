//! Which files of a dossier are left because of the others: the same file twice, an extract of another one, an earlier
//! state of the same list, suppliers beside customers. Each would count what is counted already, or what is not owed.
//! A person's word goes before all of it.

use crate::left_files::{LeftFile, WhyLeft};
use crate::reading::ReadFile;
use intake::overlaps::{DocumentsByDay, Overlaps, documents_in};
use intake::{DiagnosticKind, Field, Layout};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use values::{Day, FileIndex};

/// Documents in common, at least, before a file is left for them: a number may have been used twice.
const ENOUGH: u32 = 3;
/// Of a hundred documents of a file, so many at least stand in the other one, where it is within it.
const WITHIN_PERCENT: u32 = 95;

/// A file with its tables.
struct Whole<'a> {
    tables: &'a [ReadFile],
    indexes: std::ops::Range<u16>,
    documents: DocumentsByDay,
    payments: u32,
}

/// The files to leave, of those that were read; `said` is what a person said of some of them.
pub(crate) fn of(files: &[ReadFile], overlaps: &Overlaps, said: &BTreeMap<String, bool>) -> Vec<LeftFile> {
    let all = wholes(files, overlaps);
    let asked = |whole: &Whole<'_>| said.get(whole.name()) == Some(&true);
    let mut left: Vec<LeftFile> = Vec::new();
    if all.iter().any(|whole| whole.suppliers().is_none() && whole.counts()) {
        let suppliers = all.iter().filter(|whole| !asked(whole)).filter_map(|whole| {
            Some(LeftFile { name: whole.name().to_owned(), why: WhyLeft::Suppliers(whole.suppliers()?.to_owned()) })
        });
        left.extend(suppliers);
    }
    for (one, position) in all.iter().zip(1..) {
        for other in all.iter().skip(position) {
            if [one, other].iter().any(|whole| left.iter().any(|left| left.name == whole.name())) {
                continue;
            }
            let Some((surplus, why)) = surplus(one, other, overlaps) else { continue };
            if !asked(surplus) {
                left.push(LeftFile { name: surplus.name().to_owned(), why });
            }
        }
    }
    left
}

fn wholes<'a>(files: &'a [ReadFile], overlaps: &Overlaps) -> Vec<Whole<'a>> {
    let tables = files.chunk_by(|_, next| next.further);
    let mut from = 0_u16;
    let whole = |tables: &'a [ReadFile]| {
        let indexes = from..from.saturating_add(u16::try_from(tables.len()).unwrap_or(u16::MAX));
        from = indexes.end;
        let listed = || indexes.clone().filter_map(|index| overlaps.listed.get(&FileIndex(index)));
        let documents = sum(listed().map(|listed| &listed.documents));
        let payments = listed().map(|listed| listed.payments).sum();
        Whole { tables, indexes, documents, payments }
    };
    tables.map(whole).collect()
}

fn sum<'a>(all: impl Iterator<Item = &'a DocumentsByDay>) -> DocumentsByDay {
    let mut sum = DocumentsByDay::new();
    for (day, count) in all.flatten() {
        *sum.entry(*day).or_default() += count;
    }
    sum
}

impl<'a> Whole<'a> {
    fn name(&self) -> &'a str {
        self.tables.first().map_or("", |table| table.name.as_str())
    }

    /// Whether it says what is owed.
    fn counts(&self) -> bool {
        self.tables.iter().any(|table| table.mapping.layout().says_what_is_owed())
    }

    /// The words by which all its tables announce suppliers.
    fn suppliers(&self) -> Option<&'a str> {
        let words = |table: &'a ReadFile| {
            let mut told = table.intake.diagnostics.iter().filter(|said| said.kind == DiagnosticKind::Payables);
            told.find_map(|said| said.seen.as_deref())
        };
        let mut words = self.tables.iter().map(words);
        let first = words.next().flatten()?;
        words.all(|words| words.is_some()).then_some(first)
    }

    /// Whether it lists what was open on a day, and nothing else.
    fn lists_what_is_open(&self) -> bool {
        self.tables.iter().all(|table| table.mapping.layout() == Layout::OpenItems)
    }

    /// Whether it tells what was paid of its documents.
    fn tells_payments(&self) -> bool {
        self.payments > 0 || self.tables.iter().any(|table| table.mapping.binds(Field::Residual))
    }

    fn is_fec(&self) -> bool {
        self.tables.iter().any(|table| table.mapping.layout() == Layout::Fec)
    }

    fn last_document(&self) -> Option<Day> {
        self.documents.keys().next_back().copied()
    }

    /// The day it states, unless a document is dated after it.
    fn stated_day(&self) -> Option<Day> {
        let stated = self.tables.iter().filter_map(|table| table.intake.stated_day).max();
        stated.filter(|day| self.last_document().is_none_or(|last| last <= *day))
    }

    /// What two files list both.
    fn shared(&self, other: &Whole<'_>, overlaps: &Overlaps) -> DocumentsByDay {
        let (one, two) = if self.indexes.start < other.indexes.start { (self, other) } else { (other, self) };
        let pairs = one
            .indexes
            .clone()
            .flat_map(|first| two.indexes.clone().map(move |second| (FileIndex(first), FileIndex(second))));
        sum(pairs.filter_map(|pair| overlaps.shared.get(&pair)).map(|shared| &shared.documents))
    }
}

/// Which of two files adds nothing to the other, and why.
fn surplus<'w, 'a>(one: &'w Whole<'a>, other: &'w Whole<'a>, overlaps: &Overlaps) -> Option<(&'w Whole<'a>, WhyLeft)> {
    let shared = one.shared(other, overlaps);
    if documents_in(&shared) < ENOUGH {
        return None;
    }
    let states = [(one, other), (other, one)];
    if let Some((older, newer, day, later)) = states.into_iter().find_map(|(older, newer)| {
        let (day, later) = earlier_state(older, newer, &shared)?;
        Some((older, newer, day, later))
    }) {
        return Some((older, WhyLeft::Earlier { other: newer.name().to_owned(), day, later }));
    }
    let is_within = |whole: &Whole<'_>| documents_in(&shared) * 100 >= documents_in(&whole.documents) * WITHIN_PERCENT;
    let both = is_within(one) && is_within(other);
    let (left, kept) = match (is_within(one), is_within(other)) {
        (true, true) if richness(one) < richness(other) => (one, other),
        (true, true) => (other, one),
        (true, false) => (one, other),
        (false, true) => (other, one),
        (false, false) => return None,
    };
    // What was paid of the documents must not be lost with them; a list of fewer may be of those still open.
    if left.payments > kept.payments || !(both || kept.tells_payments()) {
        return None;
    }
    Some((left, WhyLeft::Within { other: kept.name().to_owned(), documents: documents_in(&shared), due_days: 0 }))
}

/// How much a file tells beside its documents; of two that tell as much, the name decides, not the order they came in.
fn richness<'a>(whole: &Whole<'a>) -> (bool, u32, bool, u32, Reverse<&'a str>) {
    let documents = documents_in(&whole.documents);
    (whole.tells_payments(), whole.payments, whole.is_fec(), documents, Reverse(whole.name()))
}

/// The days of two states of one list, where these are such: what the newer one holds of the older one's days stood
/// there already, and what is missing was paid since. Two windows on the same invoices look alike but for what is
/// missing: in windows that is all there is before some day and nothing after it, unless the lists state their days.
fn earlier_state(older: &Whole<'_>, newer: &Whole<'_>, shared: &DocumentsByDay) -> Option<(Day, Day)> {
    let stated = older.stated_day().zip(newer.stated_day());
    let (day, later) = stated.or_else(|| older.last_document().zip(newer.last_document()))?;
    if later <= day || !older.lists_what_is_open() || !newer.lists_what_is_open() {
        return None;
    }
    let known: u32 = newer.documents.range(..=day).map(|(_, count)| count).sum();
    let stood: u32 = shared.range(..=day).map(|(_, count)| count).sum();
    let first = *newer.documents.keys().next()?;
    let missing = older.documents.range(first..).map(|(_, count)| count).sum::<u32>() > shared.values().sum::<u32>();
    let paid = stated.is_some() || missing || older.documents.range(..first).next().is_none();
    (stood * 100 >= known * WITHIN_PERCENT && paid).then_some((day, later))
}
