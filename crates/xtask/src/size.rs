//! `cargo xtask size`: weighs what a first visit loads, as files and as the wire carries them, against the budget.
//! The compressors are Node's own, at their best settings: what a static host sends for files compressed once.

use crate::problem::{AtPath, Outcome, Problem};
use crate::{dist, process};
use std::fs;
use std::process::Command;

/// Most that brotli may leave of the page without its engine, in bytes: what the first paint waits for.
///
/// The first budgets (250, 600 and 900 kB) supposed a page of fewer screens and an engine without its own refusals,
/// sentences and command line; crates/DECISIONS.md says what weighs and what was taken off.
const PAGE: u64 = 674_000;
/// The same of the engine's two files.
const ENGINE: u64 = 1_965_000;
/// The same of everything together.
const ALL: u64 = 2_639_000;

const COMPRESS: &str = "
const { readFileSync } = require('node:fs'), { gzipSync, brotliCompressSync, constants } = require('node:zlib');
for (const file of process.argv.slice(1)) {
  const raw = readFileSync(file);
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  console.log([raw.length, gzipSync(raw, { level: 9 }).length, brotli.length].join(' '));
}";

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// `cargo xtask size`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &[])?;
    let files = weigh()?;
    println!("{:<34} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    for (name, weight) in &files {
        print_row(name, *weight);
    }
    let (engine, page): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.starts_with("encours-"));
    let (engine, page) = (sum(&engine), sum(&page));
    let all = sum(&files.iter().collect::<Vec<_>>());
    let lines = [("page, without the engine", page, PAGE), ("engine", engine, ENGINE), ("everything", all, ALL)];
    println!();
    for (name, weight, budget) in lines {
        print_row(name, weight);
        println!("{:<34} {:>10} {:>10} {budget:>10}", "  budget", "", "");
    }
    match lines.iter().find(|(_, weight, budget)| weight.brotli > *budget) {
        None => Ok(()),
        Some((name, weight, budget)) => Err(Problem::new(format!(
            "{name}: {} bytes in brotli, over the budget of {budget}; make it lighter, or change the budget in crates/xtask/src/size.rs and say why.",
            weight.brotli
        ))),
    }
}

fn weigh() -> Outcome<Vec<(String, Weight)>> {
    let folder = dist::site_folder()?;
    if !folder.join("index.html").is_file() {
        return Err(Problem::new("there is nothing to weigh yet; run `cargo xtask dist` first."));
    }
    let mut names: Vec<String> = fs::read_dir(&folder)
        .at("read", &folder)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let text = process::ask(Command::new("node").current_dir(&folder).args(["-e", COMPRESS, "--"]).args(&names))
        .ok_or_else(|| Problem::new("Node.js could not weigh the files; install Node.js 20 or later."))?;
    Ok(names.into_iter().zip(text.lines().map(weight)).collect())
}

fn weight(line: &str) -> Weight {
    let mut numbers = line.split(' ').map(|number| number.parse().unwrap_or(u64::MAX / 16));
    let mut next = || numbers.next().unwrap_or(u64::MAX / 16);
    Weight { raw: next(), gzip: next(), brotli: next() }
}

fn sum(files: &[&(String, Weight)]) -> Weight {
    files.iter().fold(Weight::default(), |total, (_, weight)| Weight {
        raw: total.raw + weight.raw,
        gzip: total.gzip + weight.gzip,
        brotli: total.brotli + weight.brotli,
    })
}

fn print_row(name: &str, weight: Weight) {
    println!("{name:<34} {:>10} {:>10} {:>10}", weight.raw, weight.gzip, weight.brotli);
}
