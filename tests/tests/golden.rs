//! The fixtures through the whole engine: figures against their expectations, texts against golden files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::{checks, fixtures};

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
