//! The packed ledger against its simple form: the same entries in plain lists, netted in the plainest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ledger::{
    AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, MatchGroup,
    open_items, settlements,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

const KINDS: [EntryKind; 6] = [
    EntryKind::Invoice,
    EntryKind::CreditNote,
    EntryKind::Payment,
    EntryKind::UndatedPayment,
    EntryKind::Opening,
    EntryKind::Other,
];
const SOURCES: [DueDaySource; 4] =
    [DueDaySource::Stated, DueDaySource::Terms, DueDaySource::Default, DueDaySource::None];

/// An entry in its simple form; `group` holds the letters, and the file where they restart with each file.
#[derive(Clone, Debug)]
struct Line {
    customer: u8,
    document: String,
    letters: Option<(String, u16)>,
    entry: Entry,
}

fn line() -> impl Strategy<Value = Line> {
    let what = (
        0..6_usize,
        0..7_usize,
        0..4_usize,
        any::<bool>(),
        prop_oneof![-3_000_i64..3_000, any::<i32>().prop_map(i64::from)],
    );
    let when =
        (-200_i32..200, prop::option::of(prop_oneof![Just(30), -400..400]), prop_oneof![Just(0), Just(-3), -90..90]);
    let place = (0..3_u16, 0..2_u16, 1..2_000_000_u32);
    let document = prop_oneof![
        "FA20240[1-9]-00[0-9]{4}",
        "(FA|AV)20240[1-3]-[0-9]{1,2}-[0-9]",
        "REG[0-9]{7}",
        "[A-Z0-9é/ -]{0,9}",
        "[0-9]{17,22}",
        Just(String::new()),
    ];
    let letters = prop::option::weighted(0.7, (prop_oneof!["[A-D]", "[a-c]{1,2}", "A-[0-9]"], 0..2_u16));
    (0..4_u8, document, letters, what, when, place).prop_map(|(customer, document, letters, what, when, place)| {
        let (kind, class, source, disputed, amount) = what;
        let day = Day::EPOCH + Days(20_000 + when.0);
        Line {
            customer,
            document,
            letters,
            entry: Entry {
                customer: CustomerKey(0),
                kind: KINDS[kind],
                account_class: AccountClass::ALL[class],
                day,
                document_day: day + Days(when.2),
                due_day: when.1.map(|days| day + Days(days)),
                due_day_source: SOURCES[source],
                amount: Amount::from_minor(amount),
                group: None,
                disputed,
                source: Source { file: FileIndex(place.0), table: TableIndex(place.1), row: place.2 },
            },
        }
    })
}

fn built(lines: &[Line]) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for line in lines {
        let customer = builder.customer(&Customer { id: format!("C{}", line.customer), ..Customer::default() });
        let group = line.letters.as_ref().map(|(code, file)| match file {
            0 => builder.group(code),
            file => builder.group_of_file(code, FileIndex(*file)),
        });
        builder.push(Entry { customer, group, ..line.entry }, &line.document);
    }
    builder.build().unwrap()
}

/// By customer, in the order they were written.
fn sorted(lines: &[Line]) -> Vec<Line> {
    let mut sorted = lines.to_vec();
    sorted.sort_by_key(|line| line.customer);
    sorted
}

/// What remains of each line, and what cleared what, in the plainest way.
fn netted(lines: &[Line], day: Day) -> (Vec<Amount>, BTreeMap<(usize, usize), Amount>) {
    let there = |line: &Line| line.entry.day <= day;
    let mut left: Vec<Amount> =
        lines.iter().map(|line| if there(line) { line.entry.amount } else { Amount::ZERO }).collect();
    let mut groups: BTreeMap<(u8, &(String, u16)), Vec<usize>> = BTreeMap::new();
    for (position, line) in lines.iter().enumerate() {
        if let Some(letters) = &line.letters {
            groups.entry((line.customer, letters)).or_default().push(position);
        }
    }
    let mut cleared = BTreeMap::new();
    for mut members in groups.into_values() {
        members.sort_by_key(|position| {
            let entry = &lines[*position].entry;
            (entry.due_day.unwrap_or(entry.document_day), entry.document_day, entry.kind, entry.amount, *position)
        });
        for debit in &members {
            for credit in &members {
                if left[*debit].is_debit() && left[*credit].is_credit() {
                    let amount = left[*debit].min(-left[*credit]);
                    left[*debit] -= amount;
                    left[*credit] += amount;
                    cleared.insert((*debit, *credit), amount);
                }
            }
        }
    }
    (left, cleared)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_122), ..Default::default()
    })]

    #[test]
    fn every_entry_comes_back_as_it_was_written(lines in prop::collection::vec(line(), 0..400)) {
        let (ledger, lines) = (built(&lines), sorted(&lines));
        prop_assert_eq!(ledger.entry_count(), lines.len());
        prop_assert_eq!(ledger.entries().count(), lines.len());
        let mut groups: BTreeMap<(CustomerKey, MatchGroup), &(String, u16)> = BTreeMap::new();
        for ((key, entry), line) in ledger.keys().zip(ledger.entries()).zip(&lines) {
            prop_assert_eq!(ledger.entry(key), entry);
            prop_assert_eq!(ledger.document(key), line.document.as_str());
            prop_assert_eq!(ledger.customer(entry.customer).id.as_str(), format!("C{}", line.customer));
            prop_assert_eq!(Entry { group: entry.group, customer: entry.customer, ..line.entry }, entry);
            prop_assert_eq!(entry.group.is_some(), line.letters.is_some());
            if let (Some(group), Some(letters)) = (entry.group, &line.letters) {
                prop_assert_eq!(*groups.entry((entry.customer, group)).or_insert(letters), letters);
            }
        }
    }

    #[test]
    fn figures_are_those_of_the_simple_form(lines in prop::collection::vec(line(), 0..300), day in -250..250) {
        let (ledger, lines) = (built(&lines), sorted(&lines));
        let day = Day::EPOCH + Days(20_000 + day);
        let (left, cleared) = netted(&lines, day);
        let keys: Vec<_> = ledger.keys().collect();
        let mut expected: Vec<_> = lines.iter().zip(&left).zip(&keys).filter(|((_, left), _)| !left.is_zero()).collect();
        expected.sort_by_key(|((line, _), key)| (line.customer, line.entry.day, **key));
        let open = open_items(&ledger, AsOf(day)).items;
        prop_assert_eq!(open.len(), expected.len());
        for (item, ((line, left), key)) in open.iter().zip(expected) {
            let entry = line.entry;
            prop_assert_eq!((item.entry, item.residual, item.amount), (*key, *left, entry.amount));
            prop_assert_eq!((item.kind, item.account_class), (entry.kind, entry.account_class));
            prop_assert_eq!((item.day, item.due_day), (entry.day, entry.due_day));
            prop_assert_eq!((item.due_day_source, item.disputed), (entry.due_day_source, entry.disputed));
        }
        let mut told = Vec::new();
        settlements(&ledger, AsOf(day), |part| told.push((part.debit.day, part.credit.day, part.amount)));
        let mut simple: Vec<_> =
            cleared.iter().map(|((debit, credit), amount)| (lines[*debit].entry.day, lines[*credit].entry.day, *amount)).collect();
        told.sort();
        simple.sort();
        prop_assert_eq!(told, simple);
        let balance: Amount = lines.iter().filter(|line| line.entry.day <= day).map(|line| line.entry.amount).sum();
        prop_assert_eq!(ledger.balance(day), balance);
        let days = || lines.iter().map(|line| line.entry.day);
        prop_assert_eq!(ledger.span(), days().min().zip(days().max()));
    }
}
