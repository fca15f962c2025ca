//! The laws of the ledger, of the aged balance and of the plan, tried on random accounts.
//! The seed is fixed: a failure is the same for everybody, and no state is kept between runs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::planning::{self, five_steps};
use analysis::{Ageing, Basis, CreditMode, Limits, aged_balance, aged_by, apply_credits};
use dunning::{Channel, ContactMade, Plan, Resolved};
use ledger::{
    Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, Ledger, LedgerBuilder, open_items,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

const CUSTOMERS: usize = 4;

/// An entry before it has a place in a ledger.
#[derive(Clone, Debug)]
struct Row {
    number: usize,
    customer: usize,
    kind: EntryKind,
    day: i32,
    terms: Option<i32>,
    cents: i64,
    code: Option<u8>,
    disputed: bool,
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 150, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_930), ..Default::default() }
}

fn row() -> impl Strategy<Value = Row> {
    let kind =
        prop_oneof![5 => Just(EntryKind::Invoice), 1 => Just(EntryKind::CreditNote), 3 => Just(EntryKind::Payment)];
    let terms = prop_oneof![1 => Just(None), 4 => (0..75).prop_map(Some), 4 => Just(Some(30))];
    // Month starts come often: entries of one day in one group are where order could matter.
    let day = prop_oneof![0..240, (0..8).prop_map(|month| month * 30)];
    let cents = prop_oneof![1 => 0..200_i64, 6 => 1..500_000_i64];
    let code = prop_oneof![Just(None), (0..4_u8).prop_map(Some)];
    (0..CUSTOMERS, kind, day, terms, cents, code, prop::bool::weighted(0.1)).prop_map(
        |(customer, kind, day, terms, cents, code, disputed)| Row {
            number: 0,
            customer,
            kind,
            day,
            terms,
            cents,
            code,
            disputed,
        },
    )
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 0..24).prop_map(|mut rows| {
        for (number, row) in rows.iter_mut().enumerate() {
            row.number = number;
        }
        rows
    })
}

/// The same rows in two orders. Two entries of one group with one due day and one day are set apart first: which of
/// them is used up first is then a matter of file order, and nothing else could decide it.
fn twice() -> impl Strategy<Value = (Vec<Row>, Vec<Row>)> {
    let without_ties = rows().prop_map(|mut rows| {
        let mut seen = BTreeSet::new();
        for row in &mut rows {
            let due = if row.kind == EntryKind::Invoice { row.day + row.terms.unwrap_or(0) } else { row.day };
            row.code = row.code.filter(|code| seen.insert((row.customer, *code, due, row.day)));
        }
        rows
    });
    without_ties.prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

fn start() -> Day {
    Day::new(2026, 1, 1).unwrap()
}

fn on(offset: i32) -> AsOf {
    AsOf(start() + Days(offset))
}

fn ledger(rows: &[Row]) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for row in rows {
        let id = format!("C{}", row.customer);
        let customer = builder.customer(&Customer { id, ..Customer::default() });
        let group = row.code.map(|code| builder.group(&code.to_string()));
        let day = start() + Days(row.day);
        let is_invoice = row.kind == EntryKind::Invoice;
        let due_day = row.terms.filter(|_| is_invoice).map(|days| day + Days(days));
        let entry = Entry {
            customer,
            kind: row.kind,
            account_class: ledger::AccountClass::Receivable,
            day,
            document_day: day,
            due_day,
            due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
            amount: Amount::from_minor(if is_invoice { row.cents } else { -row.cents }),
            group,
            disputed: row.disputed && is_invoice,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        builder.push(entry, &row.number.to_string());
    }
    builder.build().unwrap()
}

/// A contact known to the plan.
#[derive(Clone, Copy, Debug)]
struct Contact {
    customer: CustomerKey,
    day: Day,
}

/// Contacts known to the plan, of customers that have entries.
fn contacts(ledger: &Ledger, known: &[(usize, i32)]) -> Vec<Contact> {
    let contact = |(customer, day): &(usize, i32)| {
        Some(Contact { customer: ledger.find(&format!("C{customer}"))?, day: start() + Days(*day) })
    };
    known.iter().filter_map(contact).collect()
}

fn known_contacts() -> impl Strategy<Value = Vec<(usize, i32)>> {
    prop::collection::vec((0..CUSTOMERS, 100..200), 0..4)
}

fn planned(ledger: &Ledger, as_of: AsOf, horizon: i32, contacts: &[Contact]) -> Plan {
    let mut people = Resolved::default();
    for contact in contacts {
        let made = ContactMade { day: contact.day, step: String::new(), channel: Channel::Email, about: None };
        people.contacts.entry(contact.customer).or_default().push(made);
    }
    people.contacts.values_mut().for_each(|contacts| contacts.sort_by_key(|contact| contact.day));
    planning::plan(ledger, &open_items(ledger, as_of), &five_steps(), Days(horizon), &people, &[])
}

/// What a person sees of the contacts: day, customer, step, documents, amount.
fn visible(ledger: &Ledger, plan: &Plan) -> Vec<(Day, String, usize, BTreeSet<String>, Amount)> {
    let document = |entry: EntryKey| ledger.document(entry);
    let actions = plan.actions.iter();
    actions
        .map(|action| {
            let documents = action.items.iter().map(|line| document(line.item.entry)).collect();
            (action.day, ledger.customer(action.customer).id.clone(), action.step, documents, action.amount)
        })
        .collect()
}

/// Every basis with every mode of credits.
fn ageings() -> impl Iterator<Item = Ageing> {
    let modes = [CreditMode::Apart, CreditMode::OwnLine, CreditMode::OldestFirst, CreditMode::SameReference];
    let both = [Basis::DueDate, Basis::InvoiceDate];
    modes.into_iter().flat_map(move |credits| {
        both.into_iter().map(move |basis| Ageing { limits: Limits::default(), basis, credits })
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn buckets_open_items_and_ledger_have_one_sum(rows in rows(), day in -5..330) {
        let (ledger, as_of) = (ledger(&rows), on(day));
        let open = open_items(&ledger, as_of);
        let balance = ledger.balance(as_of.day());
        prop_assert_eq!(open.items.iter().map(|item| item.residual).sum::<Amount>(), balance);
        for ageing in ageings() {
            let aged = aged_balance(&ledger, &open, &ageing);
            prop_assert_eq!(aged.total.balance(), balance);
            prop_assert_eq!(aged.lines.iter().map(|(_, line)| line.balance()).sum::<Amount>(), balance);
            prop_assert_eq!(aged.ledger_balance, balance);
            prop_assert_eq!(aged.total.to_come.iter().copied().sum::<Amount>(), aged.total.not_due);
            let months = aged_by(&ledger, &open, &ageing, |item| item.day.first_of_month());
            prop_assert_eq!(months.iter().map(|(_, line)| line.balance()).sum::<Amount>(), balance);
            prop_assert_eq!(months.iter().map(|(_, line)| line.not_due).sum::<Amount>(), aged.total.not_due);
            prop_assert_eq!(months.iter().map(|(_, line)| line.unallocated).sum::<Amount>(), aged.total.unallocated);
        }
    }

    #[test]
    fn applied_credits_leave_one_side_and_never_change_it(rows in rows(), day in -5..330) {
        let (ledger, as_of) = (ledger(&rows), on(day));
        let open = open_items(&ledger, as_of);
        let applied = apply_credits(&ledger, &open, CreditMode::OldestFirst);
        for (_, items) in applied.by_customer() {
            let credits = items.iter().any(|item| item.residual.is_credit());
            prop_assert!(!credits || items.iter().all(|item| item.residual.is_credit()), "{items:?}");
        }
        for item in applied.items.iter() {
            let before = open.items.iter().find(|before| before.entry == item.entry).unwrap();
            prop_assert!(item.residual.abs() <= before.residual.abs());
            prop_assert_eq!(item.residual.is_debit(), before.residual.is_debit());
        }
    }

    #[test]
    fn what_is_tolerated_is_small_told_and_part_of_the_balance(rows in rows(), day in -5..330, cents in 0..500_i64) {
        let (ledger, as_of) = (ledger(&rows), on(day));
        let tolerance = Amount::from_minor(cents);
        let open = open_items(&ledger, as_of).tolerate(tolerance);
        let shown: Amount = open.items.iter().map(|item| item.residual).sum();
        prop_assert_eq!(shown + open.tolerated_amount(), ledger.balance(as_of.day()));
        prop_assert!(open.tolerated.iter().all(|item| item.residual.abs() <= tolerance && item.residual != item.amount));
        let aged = aged_balance(&ledger, &open, &Ageing::default());
        prop_assert_eq!(aged.total.balance() + aged.tolerated, aged.ledger_balance);
    }

    #[test]
    fn what_remains_never_passes_what_was_written(rows in rows(), day in 0..330) {
        let ledger = ledger(&rows);
        let open = open_items(&ledger, on(day));
        for item in &open.items {
            prop_assert!(!item.residual.is_zero());
            prop_assert_eq!(item.residual.is_debit(), item.amount.is_debit());
            prop_assert!(item.residual.abs() <= item.amount.abs());
        }
        // In a group, what is left is all on one side.
        let mut sides: BTreeMap<_, BTreeSet<bool>> = BTreeMap::new();
        for item in &open.items {
            if let Some(group) = ledger.entry(item.entry).group {
                sides.entry((item.customer, group)).or_default().insert(item.residual.is_debit());
            }
        }
        prop_assert!(sides.values().all(|sides| sides.len() == 1));
    }

    #[test]
    fn the_order_of_rows_is_irrelevant((rows, shuffled) in twice(), day in 0..330) {
        let (one, other) = (ledger(&rows), ledger(&shuffled));
        let residuals = |ledger: &Ledger| {
            let open = open_items(ledger, on(day));
            open.items.iter().map(|item| (ledger.document(item.entry), item.residual)).collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(residuals(&one), residuals(&other));
        prop_assert_eq!(visible(&one, &planned(&one, on(day), 30, &[])), visible(&other, &planned(&other, on(day), 30, &[])));
    }

    #[test]
    fn a_day_later_nothing_is_younger(rows in rows(), day in 0..330) {
        let ledger = ledger(&rows);
        let (today, tomorrow) = (open_items(&ledger, on(day)), open_items(&ledger, on(day + 1)));
        let later: BTreeMap<_, _> = tomorrow.items.iter().map(|item| (item.entry, item.days_late(on(day + 1)))).collect();
        for item in &today.items {
            if let Some(late) = later.get(&item.entry) {
                prop_assert_eq!(*late, item.days_late(on(day)).map(|days| Days(days.0 + 1)));
            }
        }
    }

    #[test]
    fn every_open_item_has_one_fate(rows in rows(), known in known_contacts(), day in 100..300, horizon in 0..60) {
        let ledger = ledger(&rows);
        let plan = planned(&ledger, on(day), horizon, &contacts(&ledger, &known));
        let acted: BTreeSet<EntryKey> =
            plan.actions.iter().flat_map(|action| &action.items).map(|line| line.item.entry).collect();
        let mut left: Vec<EntryKey> = plan.non_actions.iter().map(|left| left.item.entry).collect();
        left.sort();
        prop_assert!(left.windows(2).all(|pair| pair[0] != pair[1]), "an item is left alone twice");
        let mut fates: Vec<EntryKey> = acted.iter().copied().chain(left).collect();
        fates.sort();
        let mut open: Vec<EntryKey> = open_items(&ledger, on(day)).items.iter().map(|item| item.entry).collect();
        open.sort();
        prop_assert_eq!(fates, open);
    }

    #[test]
    fn contacts_ask_for_what_may_be_asked(rows in rows(), known in known_contacts(), day in 100..300, horizon in 0..60) {
        let ledger = ledger(&rows);
        for action in planned(&ledger, on(day), horizon, &contacts(&ledger, &known)).actions {
            let claimed = action.items.iter().filter(|line| action.claims(line));
            let claimed = claimed.map(|line| line.item.residual).sum::<Amount>();
            prop_assert_eq!(action.amount, claimed + action.credits);
            let overdue = action.items.iter().any(|line| line.days_late.0 > 0);
            prop_assert!(action.items.iter().all(|line| !overdue || line.days_late.0 > 0 || !action.claims(line)));
            prop_assert!(action.amount.is_debit() && action.amount >= five_steps().scenario(0).limits.minimum_amount);
            prop_assert!(action.items.iter().all(|line| !line.item.disputed && line.item.residual.is_debit()));
            prop_assert!(action.items.iter().all(|line| line.item.customer == action.customer));
        }
    }

    #[test]
    fn contacts_keep_their_distance(rows in rows(), known in known_contacts(), day in 100..300, horizon in 0..90) {
        let ledger = ledger(&rows);
        let known: Vec<Contact> = contacts(&ledger, &known).into_iter().filter(|contact| contact.day <= on(day).day()).collect();
        let plan = planned(&ledger, on(day), horizon, &known);
        let mut last: BTreeMap<CustomerKey, Day> = BTreeMap::new();
        for contact in &known {
            let day = last.entry(contact.customer).or_insert(contact.day);
            *day = contact.day.max(*day);
        }
        let mut level: BTreeMap<CustomerKey, usize> = BTreeMap::new();
        for action in &plan.actions {
            if let Some(before) = last.insert(action.customer, action.day) {
                prop_assert!(action.day - before >= five_steps().scenario(0).limits.days_between_contacts);
            }
            // Nothing is paid meanwhile, so a customer is never spoken to more softly than before.
            prop_assert!(level.insert(action.customer, action.step).is_none_or(|before| before <= action.step));
        }
    }

    #[test]
    fn looking_further_ahead_changes_nothing_nearer(rows in rows(), day in 100..300, near in 0..30, more in 1..30) {
        let ledger = ledger(&rows);
        let (short, long) = (planned(&ledger, on(day), near, &[]), planned(&ledger, on(day), near + more, &[]));
        let limit = on(day).day() + Days(near);
        let nearer: Vec<_> = long.actions.into_iter().filter(|action| action.day <= limit).collect();
        prop_assert_eq!(short.actions, nearer);
    }

    /// Doing what is planned today and planning again tomorrow gives the rest of today's plan.
    #[test]
    fn a_plan_followed_is_a_plan_kept(rows in rows(), day in 245..300) {
        let ledger = ledger(&rows);
        let today = planned(&ledger, on(day), 40, &[]);
        let done: Vec<Contact> = today.actions.iter().filter(|action| action.day == on(day).day())
            .map(|action| Contact { customer: action.customer, day: action.day }).collect();
        let tomorrow = planned(&ledger, on(day + 1), 39, &done);
        let rest: Vec<_> = visible(&ledger, &today).into_iter().filter(|action| action.0 > on(day).day()).collect();
        prop_assert_eq!(visible(&ledger, &tomorrow), rest);
    }
}
