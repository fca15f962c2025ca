//! The demonstration ledger is the one its generator makes, and it is worth looking at.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::demo::{self, Kind};
use acceptance::fixtures;
use std::collections::BTreeMap;

const SWITCH: &str = "UPDATE_FIXTURES";

#[test]
fn the_file_is_what_its_seed_gives() {
    let entries = demo::entries();
    fixtures::assert_same("fixtures/demo/grand-livre-clients.csv", &demo::csv(&entries), SWITCH);
    let expected = serde_json::to_string_pretty(&demo::expected(&entries)).unwrap() + "\n";
    fixtures::assert_same("fixtures/demo/expected.json", &expected, SWITCH);
}

#[test]
fn the_picture_is_worth_looking_at() {
    let entries = demo::entries();
    let expected = demo::expected(&entries);
    let balance = &expected["checks"][1]["expect"]["currencies"][0];
    let total = &balance["total"];
    let overdue = total["overdue"].as_i64().unwrap();
    let debits = overdue + total["notDue"].as_i64().unwrap();
    let share = overdue * 100 / debits;
    assert!((35..=50).contains(&share), "overdue share {share} %");
    assert!(total["buckets"].as_array().unwrap().iter().all(|bucket| bucket.as_i64().unwrap() > 0), "{total}");
    assert!((760..=840).contains(&entries.len()), "{} entries", entries.len());
    let rows = balance["customers"].as_array().unwrap();
    let with_credits = rows.iter().filter(|row| row["unallocated"].as_i64().unwrap() < 0).count();
    assert!((4..=6).contains(&with_credits), "{with_credits} customers with credits");
    assert!(rows.iter().any(|row| row["balance"].as_i64().unwrap() < 0), "somebody is owed money");
    let disputed = entries.iter().filter(|entry| entry.disputed).count();
    assert!((3..=6).contains(&disputed), "{disputed} disputed items");
    let sales = expected["checks"][2]["expect"][0]["sales"].as_i64().unwrap();
    let mut by_customer: BTreeMap<usize, i64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.kind != Kind::Payment) {
        *by_customer.entry(entry.customer).or_default() += entry.amount;
    }
    let mut largest: Vec<i64> = by_customer.into_values().collect();
    largest.sort_unstable_by(|a, b| b.cmp(a));
    let two = (largest[0] + largest[1]) * 100 / sales;
    assert!((55..=65).contains(&two), "two accounts make {two} % of the sales");
}

/// Groups in capitals balance, groups in small letters do not, and the truth adds up.
#[test]
fn codes_tell_what_they_should() {
    let entries = demo::entries();
    let mut groups: BTreeMap<(usize, &str), i64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.code.is_empty()) {
        *groups.entry((entry.customer, &entry.code)).or_default() += entry.amount;
    }
    for ((customer, code), sum) in &groups {
        let capitals = code.chars().all(|letter| letter.is_ascii_uppercase());
        assert_eq!(capitals, *sum == 0, "customer {customer}, group {code}: {sum}");
    }
    assert!(groups.keys().filter(|(_, code)| code.starts_with('a')).count() >= 4, "some invoices are paid in part");
    let amounts: i64 = entries.iter().map(|entry| entry.amount).sum();
    let residuals: i64 = entries.iter().map(|entry| entry.residual).sum();
    assert_eq!(amounts, residuals);
}
