//! Entries as the ledger keeps them: a stream of bytes per customer, each entry told by what differs from the one
//! before. Ten million lines of a FEC are four million entries; as structures they would not fit a browser's tab.

mod checkpoint;

use crate::chunks::{Bytes, Chunks, Place};
use crate::documents::{Before, Form, Patterns};
use crate::varint::{put, put_signed, take, take_signed};
use crate::{AccountClass, CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Day, Days, FileIndex, Source, TableIndex};

pub(crate) use checkpoint::Checkpoint;

/// Entries from one place where reading can start to the next: what one entry costs to find.
const BLOCK: u32 = 64;

/// All that few entries differ in, kept once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    kind: EntryKind,
    account_class: AccountClass,
    due_day_source: DueDaySource,
    disputed: bool,
    /// The document bears another day than the posting: only then is it written.
    apart: bool,
    credit: bool,
    file: FileIndex,
    table: TableIndex,
}

/// How the due day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    None,
    /// As many days after the document's day as last time.
    Same,
    Told,
}

/// How the group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grouping {
    None,
    /// The group of the last entry that has one.
    Same,
    Told,
}

/// All that is told of an entry by one number: few combinations are ever met, so that the number is one byte.
#[derive(Clone, Copy, Debug)]
struct Head {
    shape: Shape,
    due: Due,
    grouping: Grouping,
    form: Form,
    /// The row stands before that of the last entry.
    back: bool,
}

/// The heads that one shape may have.
const WAYS: usize = 3 * 3 * Form::COUNT * 2;

impl Head {
    /// The place of a head among those of its shape.
    fn way(&self) -> usize {
        let (due, grouping) = (self.due as usize, self.grouping as usize);
        ((due * 3 + grouping) * Form::COUNT + self.form as usize) * 2 + usize::from(self.back)
    }
}

/// The entry before, as far as the next one is told by it. Debits and credits have document numbers of their own.
#[derive(Clone, Copy, Debug)]
struct Last {
    day: Day,
    due: i32,
    row: u32,
    group: u64,
    documents: [Before; 2],
}

impl Default for Last {
    fn default() -> Last {
        Last { day: Day::EPOCH, due: 0, row: 0, group: 0, documents: [Before::default(); 2] }
    }
}

/// One customer's entries.
#[derive(Clone, Debug, Default)]
struct Stream {
    entries: u32,
    first: Place,
    /// Where the second block starts, and those after.
    later: Vec<Place>,
}

/// A stream being written.
#[derive(Clone, Debug, Default)]
struct Open {
    stream: Stream,
    end: Place,
    last: Last,
}

/// The entries of all customers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packed {
    chunks: Chunks,
    patterns: Patterns,
    heads: Vec<Head>,
    streams: Vec<Stream>,
}

/// Entries being packed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packer {
    packed: Packed,
    shapes: BTreeMap<Shape, usize>,
    /// The shape met last: most entries have that of the one before.
    last_shape: Option<(Shape, usize)>,
    /// For each way of each shape, one more than the number of its head; 0 where it was not met.
    numbers: Vec<u32>,
    open: Vec<Open>,
    /// The entry being written, and its document.
    bytes: Vec<u8>,
    document: Vec<u8>,
    entries: usize,
}

impl Packer {
    /// Entries so far.
    pub(crate) fn len(&self) -> usize {
        self.entries
    }

    /// Adds an entry of a customer.
    pub(crate) fn push(&mut self, entry: &Entry, document: &str) {
        self.add(entry, |patterns, last, bytes| {
            patterns.write(bytes, document, entry.document_day, side(last, entry.amount.is_credit()))
        });
    }

    /// Adds an entry whose document `tell` writes.
    fn add(&mut self, entry: &Entry, tell: impl FnOnce(&mut Patterns, &mut Last, &mut Vec<u8>) -> Form) {
        let customer = entry.customer.0 as usize;
        if self.open.len() <= customer {
            // Memory never shrinks: a quarter more at once, not as much again.
            if customer >= self.open.capacity() {
                self.open.reserve_exact(self.open.len() / 4 + 64);
            }
            self.open.resize_with(customer + 1, Open::default);
        }
        let (shape, shape_number) = self.shape(entry);
        let Some(open) = self.open.get_mut(customer) else { return };
        self.entries += 1;
        if open.stream.entries == 0 {
            open.end = self.packed.chunks.start();
            open.stream.first = open.end;
        } else if open.stream.entries.is_multiple_of(BLOCK) {
            open.stream.later.push(open.end);
            open.last = Last::default();
        }
        open.stream.entries += 1;
        self.bytes.clear();
        // The head says how the document is told: it comes first, but is known last.
        self.document.clear();
        let form = tell(&mut self.packed.patterns, &mut open.last, &mut self.document);
        let head = head(&open.last, shape, entry, form);
        let place = shape_number * WAYS + head.way();
        put(&mut self.bytes, u64::from(number_of(head, place, &mut self.numbers, &mut self.packed.heads)));
        write(&mut self.bytes, &mut open.last, &head, entry);
        self.bytes.extend_from_slice(&self.document);
        self.packed.chunks.write(&mut open.end, &self.bytes);
    }

    /// Customers so far.
    pub(crate) fn customers(&self) -> u32 {
        self.open.len() as u32
    }

    /// Whether some entry of any customer is of this kind, with a due day from this origin.
    pub(crate) fn has(&self, kind: EntryKind, source: DueDaySource) -> bool {
        self.packed.heads.iter().any(|head| head.shape.kind == kind && head.shape.due_day_source == source)
    }

    /// The entries of a customer so far.
    pub(crate) fn entries_of(&self, customer: CustomerKey) -> Entries<'_> {
        static NONE: Stream = Stream { entries: 0, first: Place::NOWHERE, later: Vec::new() };
        let stream = self.open.get(customer.0 as usize).map_or(&NONE, |open| &open.stream);
        self.packed.read(stream, customer, 0)
    }

    /// Writes the entries of a customer again, in the bytes they took.
    pub(crate) fn rewrite(&mut self, customer: CustomerKey, entries: &[(Entry, String)]) {
        let Some(open) = self.open.get_mut(customer.0 as usize) else { return };
        self.entries -= open.stream.entries as usize;
        let former = std::mem::take(open);
        if former.stream.entries > 0 {
            self.packed.chunks.give_back(former.stream.first, former.end);
        }
        for (entry, document) in entries {
            self.push(entry, document);
        }
    }

    /// Gives the entries of a customer other due days, a block at a time: `date` changes them one by one. Their documents
    /// are copied as they are packed: each is told by those before it in its block, and blocks stay the same.
    pub(crate) fn redate(&mut self, customer: CustomerKey, mut date: impl FnMut(&mut Entry)) {
        let Some(open) = self.open.get_mut(customer.0 as usize) else { return };
        let former = std::mem::take(open);
        self.entries -= former.stream.entries as usize;
        let mut first = former.stream.first;
        let mut block: Vec<(Entry, Form, Last, usize)> = Vec::with_capacity(BLOCK as usize);
        let mut documents = Vec::new();
        for number in 0..former.stream.entries.div_ceil(BLOCK) {
            let mut entries = self.packed.read(&former.stream, customer, number);
            for _ in 0..BLOCK {
                let Some((entry, form)) = entries.read() else { break };
                entries.copy_document(form, &entry, &mut documents);
                block.push((entry, form, entries.last, documents.len()));
            }
            // What was read makes room for what is written.
            if let Some(following) = former.stream.later.get(number as usize) {
                first = self.packed.chunks.give_back_before(first, *following);
            }
            let mut start = 0;
            for (mut entry, form, then, end) in block.drain(..) {
                date(&mut entry);
                let document = documents.get(start..end).unwrap_or_default();
                self.add(&entry, |_, last, bytes| {
                    bytes.extend_from_slice(document);
                    last.documents = then.documents;
                    form
                });
                start = end;
            }
            documents.clear();
        }
        if former.stream.entries > 0 {
            self.packed.chunks.give_back(first, former.end);
        }
    }

    /// The most entries of one customer.
    pub(crate) fn largest(&self) -> usize {
        self.open.iter().map(|open| open.stream.entries as usize).max().unwrap_or(0)
    }

    fn shape(&mut self, entry: &Entry) -> (Shape, usize) {
        let shape = Shape {
            kind: entry.kind,
            account_class: entry.account_class,
            due_day_source: entry.due_day_source,
            disputed: entry.disputed,
            apart: entry.document_day != entry.day,
            credit: entry.amount.is_credit(),
            file: entry.source.file,
            table: entry.source.table,
        };
        if let Some(last) = self.last_shape.filter(|(last, _)| *last == shape) {
            return last;
        }
        let next = self.shapes.len();
        let number = *self.shapes.entry(shape).or_insert(next);
        self.numbers.resize(self.shapes.len() * WAYS, 0);
        self.last_shape = Some((shape, number));
        (shape, number)
    }

    /// The entries, with the customers in another order: `order` lists their present numbers.
    pub(crate) fn finish(mut self, order: impl Iterator<Item = CustomerKey>) -> Packed {
        let mut take = |key: CustomerKey| {
            self.open.get_mut(key.0 as usize).map(|open| std::mem::take(&mut open.stream)).unwrap_or_default()
        };
        let streams = order.map(&mut take).collect();
        Packed { streams, ..self.packed }
    }
}

fn head(last: &Last, shape: Shape, entry: &Entry, form: Form) -> Head {
    let due = match entry.due_day.map(|due| (due - entry.document_day).0) {
        None => Due::None,
        Some(days) if days == last.due => Due::Same,
        Some(_) => Due::Told,
    };
    let grouping = match entry.group {
        None => Grouping::None,
        Some(MatchGroup(group)) if group == last.group => Grouping::Same,
        Some(_) => Grouping::Told,
    };
    Head { shape, due, grouping, form, back: entry.source.row < last.row }
}

/// The number of a head, given on first sight; `place` is where it is kept.
fn number_of(head: Head, place: usize, numbers: &mut [u32], heads: &mut Vec<Head>) -> u32 {
    let Some(known) = numbers.get_mut(place) else { unreachable!("there is a place for every way of a shape") };
    if *known == 0 {
        heads.push(head);
        *known = heads.len() as u32;
    }
    *known - 1
}

/// What the head does not tell.
fn write(bytes: &mut Vec<u8>, last: &mut Last, head: &Head, entry: &Entry) {
    put_signed(bytes, i64::from((entry.day - last.day).0));
    if head.shape.apart {
        put_signed(bytes, i64::from((entry.document_day - entry.day).0));
    }
    if let (Due::Told, Some(due)) = (head.due, entry.due_day) {
        last.due = (due - entry.document_day).0;
        put_signed(bytes, i64::from(last.due));
    }
    put(bytes, entry.amount.minor().unsigned_abs());
    put(bytes, u64::from(entry.source.row.abs_diff(last.row)));
    if let (Grouping::Told, Some(MatchGroup(group))) = (head.grouping, entry.group) {
        put_signed(bytes, group.wrapping_sub(last.group) as i64);
        last.group = group;
    }
    last.day = entry.day;
    last.row = entry.source.row;
}

fn side(last: &mut Last, credit: bool) -> &mut Before {
    let [debits, credits] = &mut last.documents;
    if credit { credits } else { debits }
}

impl Packed {
    /// Entries of all customers.
    pub(crate) fn len(&self) -> usize {
        self.streams.iter().map(|stream| stream.entries as usize).sum()
    }

    /// The most entries of one customer.
    pub(crate) fn largest(&self) -> usize {
        self.streams.iter().map(|stream| stream.entries as usize).max().unwrap_or(0)
    }

    /// The entries of a customer, in the order they were added.
    pub(crate) fn entries_of(&self, customer: CustomerKey) -> Entries<'_> {
        self.start_at(customer, 0)
    }

    /// One entry.
    pub(crate) fn entry(&self, key: EntryKey) -> Option<Entry> {
        let mut entries = self.start_at(key.customer, key.position / BLOCK);
        entries.nth((key.position % BLOCK) as usize)
    }

    /// The document of one entry.
    pub(crate) fn document(&self, key: EntryKey) -> Option<String> {
        self.line(key).map(|(_, document)| document)
    }

    /// One entry with its document, found once for both.
    pub(crate) fn line(&self, key: EntryKey) -> Option<(Entry, String)> {
        let mut entries = self.start_at(key.customer, key.position / BLOCK);
        let before = (key.position % BLOCK) as usize;
        entries.by_ref().take(before).for_each(drop);
        entries.read().map(|(entry, form)| (entry, entries.document(form, &entry)))
    }

    fn start_at(&self, customer: CustomerKey, block: u32) -> Entries<'_> {
        static NONE: Stream = Stream { entries: 0, first: Place::NOWHERE, later: Vec::new() };
        self.read(self.streams.get(customer.0 as usize).unwrap_or(&NONE), customer, block)
    }

    fn read<'a>(&'a self, stream: &'a Stream, customer: CustomerKey, block: u32) -> Entries<'a> {
        let place = match (block as usize).checked_sub(1) {
            None => Some(&stream.first),
            Some(later) => stream.later.get(later),
        };
        let Some(place) = place else {
            return Entries { left: 0, ..self.read(stream, customer, 0) };
        };
        let start = block * BLOCK;
        let (bytes, last) = (self.chunks.read(*place), Last::default());
        Entries { packed: self, customer, next: start, left: stream.entries - start, bytes, last }
    }
}

/// The entries of one customer.
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    packed: &'a Packed,
    customer: CustomerKey,
    next: u32,
    left: u32,
    bytes: Bytes<'a>,
    last: Last,
}

impl Entries<'_> {
    /// All of an entry but its document, which is read next.
    #[inline]
    fn read(&mut self) -> Option<(Entry, Form)> {
        self.left = self.left.checked_sub(1)?;
        if self.next.is_multiple_of(BLOCK) {
            self.last = Last::default();
        }
        self.next += 1;
        let (bytes, last) = (&mut self.bytes, &mut self.last);
        let Head { shape, due, grouping, form, back } = *self.packed.heads.get(take(bytes) as usize)?;
        let day = last.day + Days(take_signed(bytes) as i32);
        let document_day = if shape.apart { day + Days(take_signed(bytes) as i32) } else { day };
        if due == Due::Told {
            last.due = take_signed(bytes) as i32;
        }
        let size = take(bytes) as i64;
        let amount = Amount::from_minor(if shape.credit { size.wrapping_neg() } else { size });
        let moved = take(bytes) as u32;
        let row = if back { last.row.wrapping_sub(moved) } else { last.row.wrapping_add(moved) };
        if grouping == Grouping::Told {
            last.group = last.group.wrapping_add(take_signed(bytes) as u64);
        }
        (last.day, last.row) = (day, row);
        let entry = Entry {
            customer: self.customer,
            kind: shape.kind,
            account_class: shape.account_class,
            day,
            document_day,
            due_day: (due != Due::None).then(|| document_day + Days(last.due)),
            due_day_source: shape.due_day_source,
            amount,
            group: (grouping != Grouping::None).then_some(MatchGroup(last.group)),
            disputed: shape.disputed,
            source: Source { file: shape.file, table: shape.table, row },
        };
        Some((entry, form))
    }

    /// The entries with their keys and the numbers of their documents.
    pub fn with_documents(mut self) -> impl Iterator<Item = (EntryKey, Entry, String)> {
        std::iter::from_fn(move || {
            let key = EntryKey { customer: self.customer, position: self.next };
            let (entry, form) = self.read()?;
            Some((key, entry, self.document(form, &entry)))
        })
    }

    /// Adds the bytes of the document to others.
    fn copy_document(&mut self, form: Form, entry: &Entry, documents: &mut Vec<u8>) {
        let before = side(&mut self.last, entry.amount.is_credit());
        let mut copied = self.bytes.by_ref().inspect(|byte| documents.push(*byte));
        self.packed.patterns.skip(&mut copied, form, entry.document_day, before);
    }

    fn document(&mut self, form: Form, entry: &Entry) -> String {
        let before = side(&mut self.last, entry.amount.is_credit());
        self.packed.patterns.read(&mut self.bytes, form, entry.document_day, before)
    }
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    #[inline]
    fn next(&mut self) -> Option<Entry> {
        let (entry, form) = self.read()?;
        let before = side(&mut self.last, entry.amount.is_credit());
        self.packed.patterns.skip(&mut self.bytes, form, entry.document_day, before);
        Some(entry)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for Entries<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that the last of some entries takes, each posted a day after the one before, its document so many days before.
    fn size_of_last(days_before: &[i32]) -> usize {
        let mut packer = Packer::default();
        for (number, days) in (0..).zip(days_before) {
            let day = Day::EPOCH + Days(20_000 + number);
            let document_day = day - Days(*days);
            let entry = Entry {
                customer: CustomerKey(0),
                kind: EntryKind::Invoice,
                account_class: AccountClass::Receivable,
                day,
                document_day,
                due_day: Some(document_day + Days(30)),
                due_day_source: DueDaySource::Terms,
                amount: Amount::from_minor(120_000),
                group: None,
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 2 + number as u32 },
            };
            packer.push(&entry, &format!("F{number:06}"));
        }
        packer.bytes.len()
    }

    #[test]
    fn other_due_days_change_nothing_else() {
        let mut packer = Packer::default();
        for number in 0..200_i32 {
            let day = Day::EPOCH + Days(20_000 + number);
            let amount = Amount::from_minor(if number % 3 == 0 { -500 } else { 1_000 + i64::from(number) });
            let entry = Entry {
                customer: CustomerKey(number as u32 % 2),
                kind: EntryKind::Invoice,
                account_class: AccountClass::Receivable,
                day,
                document_day: day - Days(number % 5),
                due_day: None,
                due_day_source: DueDaySource::None,
                amount,
                group: (number % 7 == 0).then_some(MatchGroup(number as u64)),
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 2 + number as u32 },
            };
            let documents =
                [format!("FA-{number:05}/{}", number / 9), String::new(), "\u{1}é".to_owned(), format!("{number}")];
            packer.push(&entry, &documents[number as usize % documents.len()]);
        }
        let lines = |packer: &Packer| -> Vec<(Entry, String)> {
            let of = |key| packer.entries_of(CustomerKey(key)).with_documents().map(|(_, entry, text)| (entry, text));
            (0..2).flat_map(of).collect()
        };
        let dated = |entry: &mut Entry| {
            entry.due_day = entry.amount.is_debit().then(|| entry.document_day + Days(30));
            entry.due_day_source = if entry.due_day.is_some() { DueDaySource::Mode } else { DueDaySource::None };
        };
        let mut expected = lines(&packer);
        expected.iter_mut().for_each(|(entry, _)| dated(entry));
        (0..2).for_each(|key| packer.redate(CustomerKey(key), dated));
        assert_eq!(lines(&packer), expected);
        assert_eq!(packer.len(), 200);
    }

    #[test]
    fn a_document_day_costs_nothing_where_it_is_the_posting_day_and_little_elsewhere() {
        let plain = size_of_last(&[0, 0, 0, 0]);
        assert_eq!(size_of_last(&[2, 2, 2, 0]), plain, "its own days are one");
        assert_eq!(size_of_last(&[0, 0, 0, 2]), plain + 1);
        assert_eq!(size_of_last(&[0, 0, 0, 63]), plain + 1, "within two months");
        assert_eq!(size_of_last(&[0, 0, 0, 400]), plain + 2);
    }
}
