//! A policy played over a past whose answer is known.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod scene;

use dunning::{Assumptions, Channel, Simulated, simulate, weeks};
use scene::{Scene, cents, day, four, free, policy};
use values::{AsOf, Days};

fn played(scene: Scene) -> Simulated {
    let built = scene.build();
    let policy = policy(free(), four());
    simulate(&policy, &built.ledger, &[], day("2026-01-01"), AsOf(day("2026-12-31")), &Assumptions::default())
}

#[test]
fn contacts_stop_with_the_payment_and_bring_it_forward_as_assumed() {
    let mut scene = Scene::new();
    scene.entry("F1", day("2026-01-01"), Some(day("2026-01-31")), 100_000, Some("g"));
    scene.entry("P1", day("2026-03-01"), None, -100_000, Some("g"));
    let simulated = played(scene);
    // 1, 7 and 14 February; on 2 March it is paid. Three days each: 26, 23, then 20 February.
    assert_eq!(simulated.contacts.get(&Channel::Email), Some(&3));
    assert_eq!(simulated.cost, cents(375));
    assert_eq!((simulated.needless, simulated.paid_late), (0, cents(100_000)));
    assert_eq!(simulated.amount_days, 900_000);
    let weeks: Vec<(String, u32, u32)> =
        weeks(&simulated).into_iter().map(|(monday, all, calls)| (monday.to_string(), all, calls)).collect();
    let expected = [("2026-01-26", 1), ("2026-02-02", 1), ("2026-02-09", 1)];
    assert_eq!(weeks, expected.map(|(monday, all)| (monday.to_owned(), all, 0)));
}

#[test]
fn a_contact_about_what_was_paid_within_three_days_is_needless() {
    let mut scene = Scene::new();
    scene.entry("F1", day("2026-05-01"), Some(day("2026-05-31")), 50_000, Some("g"));
    scene.entry("P1", day("2026-06-03"), None, -50_000, Some("g"));
    let simulated = played(scene);
    assert_eq!((simulated.total(), simulated.needless), (1, 1));
    assert_eq!(simulated.amount_days, 0, "nobody pays before reacting");
}

#[test]
fn partial_payments_and_credits_are_followed_by_their_day() {
    let mut scene = Scene::new();
    scene.entry("F1", day("2026-01-01"), Some(day("2026-01-31")), 100_000, Some("g"));
    scene.entry("P1", day("2026-02-05"), None, -60_000, Some("g"));
    scene.entry("P2", day("2026-02-10"), None, -40_000, Some("h"));
    // The second payment is matched with nothing: from then on credits cover the debt, and silence.
    let simulated = played(scene);
    assert_eq!(simulated.total(), 2);
}

#[test]
fn what_was_paid_before_the_window_costs_nothing() {
    let mut scene = Scene::new();
    scene.entry("F1", day("2025-01-01"), Some(day("2025-01-31")), 100_000, Some("g"));
    scene.entry("P1", day("2025-03-01"), None, -100_000, Some("g"));
    assert_eq!(played(scene), Simulated::default());
}

#[test]
fn the_warm_up_keeps_the_first_day_from_being_a_flood() {
    let mut scene = Scene::new();
    for number in 0..20 {
        scene.entry(
            &format!("F{number}"),
            day("2025-10-01") + Days(number),
            Some(day("2025-11-01") + Days(number)),
            10_000,
            None,
        );
    }
    let simulated = played(scene);
    assert!(simulated.weeks.values().all(|(contacts, _)| *contacts <= 7), "{:?}", simulated.weeks);
}
