//! `cargo xtask bench`: the engine and the page against SheetJS at the same job, in one run, as ratios.
//! This file makes what is measured; the scripts in tests/bench measure. A missed goal is printed, not a failure; a
//! wrong total is.

use crate::problem::{Outcome, Problem};
use crate::wasm::Profile;
use crate::{browser, dist, process, setup, size};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const ROWS: u32 = 100_000;
/// What one sheet of a workbook holds below its headings.
const MAX_ROWS: u32 = 1_048_575;

/// `cargo xtask bench [--rows N]`
pub fn command(arguments: &[String]) -> Outcome {
    let rows = rows(arguments)?;
    let start = Instant::now();
    let root = setup::root()?;
    let suite = root.join("tests").join("browser");
    packages(&suite)?;
    let site = site()?;
    let engine = engine()?;
    let chrome = browser::find_or_install(&suite)?;
    let mut node = Command::new("node");
    node.arg(root.join("tests").join("bench").join("run.mjs"));
    // A bare name was found on PATH, where the scripts find it too; they take CHROME for a path.
    if chrome.components().count() > 1 {
        node.env("CHROME", chrome);
    }
    node.args(["--rows", &rows.to_string(), "--engine"]).arg(engine);
    node.arg("--site").arg(site).arg("--data").arg(setup::target_dir()?.join("bench"));
    process::run(&mut node, "the sentence above says what was seen; no ratio is printed then.")?;
    weigh();
    println!("\nMeasured in {} s.", start.elapsed().as_secs());
    Ok(())
}

fn rows(arguments: &[String]) -> Outcome<u32> {
    let rows = match arguments {
        [] => Some(ROWS),
        [flag, rows] if flag == "--rows" => rows.parse().ok(),
        _ => None,
    };
    rows.filter(|rows| (1..=MAX_ROWS).contains(rows)).ok_or_else(|| {
        Problem::new(format!(
            "`bench` understands `--rows N`, with N from 1 to {MAX_ROWS}, as in `cargo xtask bench --rows {ROWS}`."
        ))
    })
}

fn packages(suite: &Path) -> Outcome {
    if suite.join("node_modules").join("xlsx").is_dir() {
        return Ok(());
    }
    process::run(
        process::npm().current_dir(suite).args(["ci", "--no-audit", "--no-fund"]),
        "Node.js 20 or later and its npm are needed.",
    )
}

/// The page as it was last published: building it takes minutes, and what is measured should be what was checked.
fn site() -> Outcome<PathBuf> {
    let site = dist::site_folder()?;
    if site.join("index.html").is_file() {
        println!("Measuring the page in dist/site as it stands; `cargo xtask dist` makes it anew.");
    } else {
        dist::write(Profile::Release)?;
    }
    Ok(site)
}

/// The engine as a program of this computer, by the profile that the published module is built with.
fn engine() -> Outcome<PathBuf> {
    println!("Building the engine natively, optimised for size as the published module is...");
    process::run(
        setup::cargo()?.args(["build", "--release", "-p", "engine", "--example", "encours"]),
        "mend the first error above.",
    )?;
    let name = format!("encours{}", std::env::consts::EXE_SUFFIX);
    Ok(setup::target_dir()?.join("release").join("examples").join(name))
}

/// P11, by the code that `cargo xtask size` runs.
fn weigh() {
    println!("\nFirst load, bytes (goal P11)\n");
    match size::command(&[]) {
        Ok(()) => println!("P11: ok, everything within its budget."),
        Err(problem) => println!("P11: MISSED, {problem}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Option<u32> {
        let arguments: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        rows(&arguments).ok()
    }

    #[test]
    fn the_number_of_rows_is_read_or_refused() {
        let cases = ["", "--rows 1000", "--rows 0", "--rows", "--rows many", "--rows 1048576", "--lines 10"];
        assert_eq!(cases.map(asked), [Some(ROWS), Some(1000), None, None, None, None, None]);
    }
}
