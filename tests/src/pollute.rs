//! A polluter of ledgers: clean ledgers of known truth, written the ways people and programs write them, then scored
//! cell by cell: read right, wrong and announced, or wrong in silence (reliability R-13). The last must not happen.
//!
//! `clean` makes the truth and its table, `kinds` are the pollutions, `write` and `workbook` make the bytes, `score`
//! opens them with the engine and compares.

mod clean;
mod grid;
mod kinds;
mod score;
mod workbook;
mod write;

pub use clean::{LEDGERS, ledger};
pub use kinds::{KINDS, Kind};
pub use score::{Score, Tally, score};
pub use write::{DayStyle, date};

use crate::demo::random::Random;
use clean::Item;
use grid::Grid;
use write::Style;

/// A ledger, its table and how the file is written. A pollution changes the last two, the truth only where it adds to
/// the ledger itself.
#[derive(Clone)]
pub struct Case {
    pub(crate) truth: Vec<Item>,
    pub(crate) grid: Grid,
    pub(crate) style: Style,
    pub(crate) random: Random,
}

/// The sum of every kind whose name holds some words over every ledger, kind by kind, in the order of [`KINDS`].
pub fn run(words: &str) -> Vec<(&'static Kind, Tally)> {
    let ledgers: Vec<Case> = (0..LEDGERS).map(ledger).collect();
    KINDS
        .iter()
        .filter(|kind| kind.name.contains(words))
        .map(|kind| {
            let mut tally = Tally::default();
            for ledger in &ledgers {
                let mut case = ledger.clone();
                if (kind.pollute)(&mut case) {
                    tally.add(&score(&case, kind.refused));
                }
            }
            (kind, tally)
        })
        .collect()
}

/// What `run` found, as a table a person reads: one line a kind, then the sums.
pub fn table(results: &[(&'static Kind, Tally)]) -> String {
    let mut lines = vec![format!(
        "{:<10} {:<44} {:>5} {:>8} {:>8} {:>9} {:>7}",
        "group", "pollution", "files", "cells", "right %", "announced", "silent"
    )];
    let mut whole = Tally::default();
    for (kind, tally) in results {
        whole.add(tally);
        lines.push(tally.line(kind.group, kind.name));
    }
    lines.push(whole.line("", "all"));
    for (kind, tally) in results {
        lines.extend(tally.examples.iter().map(|example| format!("silent, {}: {example}", kind.name)));
    }
    lines.join("\n")
}

/// The sum of all kinds.
pub fn whole(results: &[(&'static Kind, Tally)]) -> Tally {
    let mut whole = Tally::default();
    results.iter().for_each(|(_, tally)| whole.add(tally));
    whole
}
