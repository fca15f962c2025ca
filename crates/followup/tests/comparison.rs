//! Two days of a ledger side by side: each kind of change, and the sum that always holds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod books;

use books::{books, day};
use followup::*;
use ledger::{Coverage, open_items};
use proptest::prelude::*;
use std::collections::BTreeMap;
use values::{Amount, AsOf, Day};

const BEFORE: &str = "2026-09-30";
const NOW: &str = "2026-10-31";

fn compared(coverage: Coverage, before: &str, now: &str) -> Comparison {
    let was = LedgerSnapshot::of(&books(coverage, before), day(BEFORE), Vec::new());
    let ledger = books(coverage, now);
    let extract = extract_of(&was, day(BEFORE), &ledger);
    let of = compare(&was, day(BEFORE), &ledger, AsOf(day(NOW)), extract);
    assert_eq!(of.opening + of.moved(), of.closing);
    of
}

/// What changed, one word per item.
fn told(coverage: Coverage, before: &str, now: &str) -> String {
    let of = compared(coverage, before, now);
    let word = |one: &Movement| {
        let from = one.renumbered_from.as_ref().map(|from| format!(" from {from}")).unwrap_or_default();
        let back = if one.back_dated { " back-dated" } else { "" };
        format!("{} {}{from} {}>{}{back}", one.change.key(), one.item.document, one.before, one.now)
    };
    of.movements.iter().map(word).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_list_of_open_items_against_the_next() {
    let stock = |before, now| told(Coverage::OpenItemsOnly, before, now);
    let f1 = "C F1 2026-09-01 100 2026-10-01";
    assert_eq!(stock(f1, f1), "unchanged F1 100>100");
    assert_eq!(stock(f1, "C F2 2026-10-02 7"), "new F2 0>7; paid F1 100>0");
    assert_eq!(
        stock(f1, "C F1 2026-09-01 100 2026-10-01; C F0 2026-09-15 7"),
        "new F0 0>7 back-dated; unchanged F1 100>100"
    );
    assert_eq!(stock(f1, "C F1 2026-09-01 40 2026-10-01"), "part-paid F1 100>40");
    assert_eq!(stock(f1, "C F1 2026-09-01 100 2026-12-01"), "re-dated F1 100>100");
    assert_eq!(stock(f1, "C F1 2026-09-05 100 2026-12-01"), "re-dated F1 100>100");
    assert_eq!(stock(f1, "C F1 2026-09-01 120 2026-10-01"), "changed F1 100>120");
    assert_eq!(stock(f1, "C X9 2026-09-01 100 2026-10-01"), "renumbered X9 from F1 100>100");
    assert_eq!(
        stock("C P1 2026-09-01 -50; C F1 2026-09-01 50", "C P1 2026-09-01 -20; C F1 2026-09-01 20"),
        "part-paid F1 50>20; applied P1 -50>-20"
    );
    assert_eq!(stock("C P1 2026-09-01 -50", "D F1 2026-10-01 5"), "applied P1 -50>0; new F1 0>5");
}

#[test]
fn terms_of_one_invoice_are_told_apart_by_their_due_days() {
    let three = "C F1 2026-09-01 100 2026-10-01; C F1 2026-09-01 100 2026-11-01; C F1 2026-09-01 100 2026-12-01";
    let two = "C F1 2026-09-01 100 2026-11-01; C F1 2026-09-01 100 2026-12-01";
    let of = compared(Coverage::OpenItemsOnly, three, two);
    let paid: Vec<_> = of.movements.iter().filter(|one| one.change == Change::Paid).collect();
    assert_eq!(paid.len(), 1);
    assert_eq!(paid[0].due_before, Some(day("2026-10-01")));
    assert!(of.movements.iter().all(|one| !one.is_redated()));
}

#[test]
fn two_candidates_for_another_number_are_no_renumbering() {
    let before = "C F1 2026-09-01 100; C F2 2026-09-01 100";
    let now = "C X1 2026-09-01 100; C X2 2026-09-01 100";
    assert_eq!(
        told(Coverage::OpenItemsOnly, before, now),
        "new X1 0>100 back-dated; new X2 0>100 back-dated; paid F1 100>0; paid F2 100>0"
    );
}

#[test]
fn a_ledger_tells_payments_from_credit_notes_and_misses_what_is_gone() {
    let history = |before, now| told(Coverage::History, before, now);
    let f1 = "C F1 2026-09-01 100";
    assert_eq!(history(f1, "C F1 2026-09-01 100 g; C P 2026-10-05 -100 g"), "paid F1 100>0");
    assert_eq!(history(f1, "C F1 2026-09-01 100 g; C AV 2026-10-05 -100 g"), "credited F1 100>0");
    assert_eq!(history(f1, "C F1 2026-09-01 100 g; C AV 2026-10-05 -30 g"), "credited F1 100>70");
    assert_eq!(history(f1, "C F1 2026-09-01 100 g; C P 2026-10-05 -30 g"), "part-paid F1 100>70");
    assert_eq!(history(f1, "C F2 2026-09-01 5"), "new F2 0>5 back-dated; vanished F1 100>0");
    let partly = "C F1 2026-09-01 100 g; C P 2026-09-05 -40 g";
    assert_eq!(history(partly, "C F1 2026-09-01 100; C Q 2026-10-02 -1"), "new Q 0>-1; re-opened F1 60>100");
}

#[test]
fn what_was_settled_and_opens_again_is_known() {
    let paid = compared(Coverage::OpenItemsOnly, "C F1 2026-09-01 100; C F2 2026-09-02 5", "C F2 2026-09-02 5");
    let settled: Vec<ItemKey> = paid.settled().cloned().collect();
    assert_eq!(settled.len(), 1);
    let was = LedgerSnapshot::of(&books(Coverage::OpenItemsOnly, "C F2 2026-09-02 5"), day(NOW), settled);
    let again = books(Coverage::OpenItemsOnly, "C F1 2026-09-01 100; C F2 2026-09-02 5");
    let of = compare(&was, day(NOW), &again, AsOf(day("2026-11-30")), Extract::Stock);
    assert_eq!(of.movements.iter().map(|one| one.change.key()).collect::<Vec<_>>(), ["re-opened", "unchanged"]);
}

#[test]
fn movements_alone_are_applied_to_what_was_open() {
    let before = "C F1 2026-09-01 100; C F2 2026-09-02 50; D F3 2026-09-03 9";
    let delta = "C F4 2026-10-01 20; C F1 2026-10-02 -60; C P9 2026-10-03 -5; E F5 2026-10-04 1";
    assert_eq!(
        told(Coverage::History, before, delta),
        "new F4 0>20; new P9 0>-5; part-paid F1 100>40; unchanged F2 50>50; unchanged F3 9>9; new F5 0>1"
    );
    let of = compared(Coverage::History, before, delta);
    assert_eq!((of.extract, of.closing), (Extract::Delta, Amount::from_minor(115)));
}

/// A random line: customer, document, day, amount, due day, group. Small ranges, so that everything collides.
fn line() -> impl Strategy<Value = String> {
    let day = |number: i32| Day::numbered(20_700 + number * 10);
    (0_u8..3, 0_u8..6, 0_i32..12, -4_i64..9, 0_i32..4, 0_u8..6).prop_map(
        move |(customer, document, on, amount, late, group)| {
            let amount = if amount == 0 { 5 } else { amount };
            let (name, due) = (if document == 0 { "-".to_owned() } else { format!("F{document}") }, day(on + late));
            let group = if group < 3 { format!(" g{group}") } else { String::new() };
            format!("C{customer} {name} {} {} {due}{group}", day(on), amount * 100)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn every_item_stands_once_and_the_sum_holds(
        before in proptest::collection::vec(line(), 0..25),
        kept in proptest::collection::vec(any::<bool>(), 25),
        added in proptest::collection::vec(line(), 0..15),
        history in any::<bool>(),
        delta in any::<bool>(),
    ) {
        let coverage = if history { Coverage::History } else { Coverage::OpenItemsOnly };
        let now: Vec<String> =
            before.iter().zip(&kept).filter(|(_, kept)| **kept && !delta).map(|(line, _)| line.clone()).chain(added).collect();
        let (on, as_of) = (Day::numbered(20_770), AsOf(Day::numbered(20_800)));
        let was = LedgerSnapshot::of(&books(coverage, &before.join(";")), on, Vec::new());
        let ledger = books(coverage, &now.join(";"));
        let extract = if delta { Extract::Delta } else { Extract::Stock };
        let of = compare(&was, on, &ledger, as_of, extract);
        prop_assert_eq!(of.opening, was.balance());
        prop_assert_eq!(of.opening + of.moved(), of.closing);
        let open = open_items(&ledger, as_of);
        if !delta {
            prop_assert_eq!(of.closing, open.items.iter().map(|item| item.residual).sum::<Amount>());
            let standing = of.movements.iter().filter(|one| !one.now.is_zero()).count();
            prop_assert_eq!(standing, open.items.len());
        }
        let mut by_customer: BTreeMap<&str, Amount> = BTreeMap::new();
        for one in &of.movements {
            *by_customer.entry(&one.item.customer).or_default() += one.before;
        }
        for customer in &was.customers {
            let opening: Amount = customer.items.iter().map(|item| item.4).sum();
            prop_assert_eq!(by_customer.remove(customer.id.as_str()), Some(opening));
        }
        prop_assert!(by_customer.values().all(|amount| amount.is_zero()));
        let items: usize = was.customers.iter().map(|customer| customer.items.len()).sum();
        prop_assert_eq!(of.movements.iter().filter(|one| !one.before.is_zero()).count(), items);
        for one in &of.movements {
            let moved = one.amount();
            let sound = match one.change {
                Change::Unchanged | Change::Redated | Change::Renumbered => moved.is_zero(),
                Change::Paid | Change::Vanished => one.now.is_zero(),
                Change::PartPaid | Change::Credited => moved.is_credit() && one.before.is_debit(),
                Change::Applied => moved.is_debit() && one.before.is_credit(),
                Change::New => one.before.is_zero(),
                Change::Reopened => one.now.abs() > one.before.abs(),
                Change::Changed => true,
            };
            prop_assert!(sound, "{:?}", one);
        }
        let same = compare(&was, on, &books(coverage, &before.join(";")), AsOf(on), Extract::Stock);
        prop_assert!(same.movements.iter().all(|one| one.change == Change::Unchanged));
    }
}
