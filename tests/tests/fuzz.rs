//! The seeds of every fuzz target, and everything that ever made one of them fail, replayed as an ordinary test.
#![allow(clippy::unwrap_used, clippy::panic)]

use acceptance::fixtures;
use acceptance::fuzz::{TARGETS, seeds};

#[test]
fn every_target_stands_its_seeds() {
    for (name, target) in TARGETS {
        let seeds = seeds::of(name);
        assert!(!seeds.is_empty(), "{name}");
        seeds.iter().for_each(|seed| target(seed));
    }
}

#[test]
fn what_once_failed_fails_no_more() {
    for (name, target) in TARGETS {
        let folder = fixtures::path(&format!("fixtures/fuzz/{name}"));
        let Ok(files) = std::fs::read_dir(&folder) else { continue };
        for file in files {
            let path = file.unwrap().path();
            target(&std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }
}
