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

use crate::random::Random;
use clean::Item;
use grid::Grid;
use std::num::NonZero;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let kinds: Vec<&'static Kind> = KINDS.iter().filter(|kind| kind.name.contains(words)).collect();
    let tallies: Vec<OnceLock<Tally>> = kinds.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    // Each kind on its own: as many at once as there are processors.
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(|| {
                while let Some((kind, slot)) = take(&kinds, &tallies, &next) {
                    slot.get_or_init(|| tally(kind, &ledgers));
                }
            });
        }
    });
    kinds.into_iter().zip(tallies.into_iter().map(|slot| slot.into_inner().unwrap())).collect()
}

fn take<'a, A, B>(kinds: &'a [A], tallies: &'a [B], next: &AtomicUsize) -> Option<(&'a A, &'a B)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    kinds.get(at).zip(tallies.get(at))
}

fn tally(kind: &Kind, ledgers: &[Case]) -> Tally {
    let mut tally = Tally::default();
    for ledger in ledgers {
        let mut case = ledger.clone();
        if (kind.pollute)(&mut case) {
            tally.add(&score(&case, kind.refused));
        }
    }
    tally
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
