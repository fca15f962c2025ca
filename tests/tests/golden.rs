//! The fixtures through the whole engine: figures against their expectations, texts against golden files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::{checks, fixtures};
use std::collections::BTreeSet;

#[test]
fn the_golden_set_gives_its_figures() {
    let differences = checks::replay("fixtures/g1/expected.json");
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn the_demonstration_ledger_gives_its_figures() {
    let differences = checks::replay("fixtures/demo/expected.json");
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn the_law_gives_its_figures() {
    let differences = checks::replay("fixtures/law/expected.json");
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn every_worked_due_day_is_given() {
    let examples = String::from_utf8(fixtures::bytes("fixtures/law/due-days.csv")).unwrap();
    let examples: Vec<&str> = examples.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(examples.len() > 170);
    for example in examples {
        let [terms, invoice_day, due_day] = example.split(';').collect::<Vec<_>>()[..] else { panic!("{example}") };
        let seen = checks::answer(&format!("due-day --terms \"{terms}\" --invoice-day {invoice_day}"));
        assert_eq!(seen["dueDay"], due_day, "{example}");
    }
}

/// UPDATE_GOLDEN=1 rewrites them; each changed line is to be explained.
#[test]
fn people_read_what_they_read_before() {
    for line in String::from_utf8(fixtures::bytes("golden/commands.txt")).unwrap().lines() {
        let Some((file, command)) = line.split_once(' ').filter(|(name, _)| *name != "#") else { continue };
        let output = checks::command(command);
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{command}");
        fixtures::assert_same(&format!("golden/{file}"), &output.stdout, "UPDATE_GOLDEN");
    }
}

/// On the demonstration ledger: every open item has its fate, disputed and credit items are in no text.
#[test]
fn nobody_is_written_to_about_what_is_disputed() {
    let ledger = "fixtures/demo/grand-livre-clients.csv --as-of 2026-09-30";
    let open = checks::answer(&format!("open-items {ledger}"));
    let open = open["items"].as_array().unwrap();
    let plan = checks::answer(&format!("plan {ledger} --horizon 60"));
    let drafts = checks::answer(&format!("drafts {ledger}"));
    let planned: BTreeSet<&str> = plan["actions"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|action| action["items"].as_array().unwrap())
        .map(|item| item["document"].as_str().unwrap())
        .collect();
    let left: BTreeSet<&str> =
        plan["nonActions"].as_array().unwrap().iter().map(|left| left["document"].as_str().unwrap()).collect();
    assert!(planned.is_disjoint(&left));
    assert_eq!(planned.len() + left.len(), open.len());
    let untouchable = open.iter().filter(|item| {
        item["residual"].as_i64().unwrap() < 0
            || item["status"].as_array().unwrap().iter().any(|code| code == "disputed")
    });
    let mut count = 0;
    for item in untouchable {
        let document = item["document"].as_str().unwrap();
        assert!(left.contains(document), "{document}");
        for draft in drafts.as_array().unwrap() {
            assert!(!draft["body"].as_str().unwrap().contains(document), "{document} in {}", draft["subject"]);
        }
        count += 1;
    }
    assert!(count >= 8, "only {count} such items");
}
