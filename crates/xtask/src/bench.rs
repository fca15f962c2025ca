//! `cargo xtask bench`: the engine and the page against SheetJS at the same job, in one run, as ratios.
//! This file makes what is measured; the scripts in tests/bench measure. A missed goal is printed, not a failure; a
//! wrong total is.

use crate::problem::{Outcome, Problem};
use crate::wasm::Profile;
use crate::{browser, dist, process, setup};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const ROWS: u32 = 100_000;
/// What one sheet of a workbook holds below its headings.
const MAX_ROWS: u32 = 1_048_575;

/// The runs that take long: a full sheet of rows and a FEC of a million lines; the same and one of ten million.
const LARGE: [&str; 2] = ["--million", "--ten-million"];
/// The plans in the page and nothing else: a minute.
const PLANS: &str = "--plans";
/// Five thousand texts in one archive and nothing else: two minutes.
const DRAFTS: &str = "--drafts";

/// `cargo xtask bench [--rows N] [--plans | --drafts] [--million] [--ten-million]`
pub fn command(arguments: &[String]) -> Outcome {
    let (flags, rest): (Vec<String>, Vec<String>) = arguments
        .iter()
        .cloned()
        .partition(|argument| [PLANS, DRAFTS].contains(&argument.as_str()) || LARGE.contains(&argument.as_str()));
    let plans_alone = flags.iter().any(|flag| flag == PLANS);
    let alone = plans_alone || flags.iter().any(|flag| flag == DRAFTS);
    let rows = rows(&rest)?.unwrap_or(if flags.is_empty() || alone { ROWS } else { MAX_ROWS });
    let start = Instant::now();
    let root = setup::root()?;
    let suite = root.join("tests").join("browser");
    packages(&suite)?;
    let site = site()?;
    let engine = if plans_alone { PathBuf::new() } else { engine()? };
    let chrome = browser::find_or_install(&suite)?;
    let mut node = Command::new("node");
    node.arg(root.join("tests").join("bench").join("run.mjs"));
    // A bare name was found on PATH, where the scripts find it too; they take CHROME for a path.
    if chrome.components().count() > 1 {
        node.env("CHROME", chrome);
    }
    node.args(["--rows", &rows.to_string(), "--engine"]).arg(engine).args(&flags);
    node.arg("--site").arg(site).arg("--data").arg(setup::target_dir()?.join("bench"));
    process::run(&mut node, "the sentence above says what was seen; no ratio is printed then.")?;
    if !alone {
        plans()?;
        requests()?;
        weigh()?;
    }
    println!("\nMeasured in {} s.", start.elapsed().as_secs());
    Ok(())
}

/// The rows asked for, if any were.
fn rows(arguments: &[String]) -> Outcome<Option<u32>> {
    let rows = match arguments {
        [] => return Ok(None),
        [flag, rows] if flag == "--rows" => rows.parse().ok(),
        _ => None,
    };
    rows.filter(|rows| (1..=MAX_ROWS).contains(rows)).map(Some).ok_or_else(|| {
        Problem::new(format!(
            "`bench` understands `--plans`, `--drafts`, `--million`, `--ten-million` and `--rows N`, with N from 1 to {MAX_ROWS}, as in `cargo xtask bench --rows {ROWS}`."
        ))
    })
}

fn packages(suite: &Path) -> Outcome {
    if ["xlsx", "papaparse"].iter().all(|name| suite.join("node_modules").join(name).is_dir()) {
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

/// How fast plans are made and the past is played (P9, P10), beside Tryton's 107 lines a second.
fn plans() -> Outcome {
    println!("\nPlans, natively\n");
    process::run(
        setup::cargo()?.args(["run", "--quiet", "--release", "-p", "dunning", "--example", "throughput"]),
        "mend the first error above.",
    )
}

/// What each question costs where there are many customers, and where few have many entries.
fn requests() -> Outcome {
    for size in [["100000", "1"], ["100", "1000"]] {
        println!("\nQuestions, natively: {} customers, {} rounds each\n", size[0], size[1]);
        process::run(
            setup::cargo()?
                .args(["run", "--quiet", "--release", "-p", "engine", "--example", "requests", "--"])
                .args(size),
            "mend the first error above.",
        )?;
    }
    Ok(())
}

/// The goal P11, which may be stricter than the budget that `cargo xtask size` holds the page to: both are said.
const GOALS: [(&str, u64); 3] = [("page, without the engine", 250_000), ("engine", 600_000), ("everything", 900_000)];

/// What `cargo xtask size` prints, then the same figures against P11.
fn weigh() -> Outcome {
    println!("\nFirst load\n");
    let this = std::env::current_exe().map_err(|error| Problem::new(format!("cannot find this program: {error}.")))?;
    let (within, text) = process::run_and_read(Command::new(this).arg("size"))?;
    println!("\nThe budget of `cargo xtask size`: {}", if within { "ok" } else { "MISSED" });
    for (name, goal) in GOALS {
        match brotli(&text, name) {
            Some(bytes) => {
                let verdict = if bytes <= goal { "ok" } else { "MISSED" };
                let percent = bytes * 100 / goal;
                println!("P11, {name}: {bytes} bytes in brotli, {percent} % of its goal of {goal}: {verdict}");
            }
            None => println!("P11, {name}: not measured"),
        }
    }
    Ok(())
}

/// The last figure of the line that starts with `name`.
fn brotli(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| {
        let figures = line.strip_prefix(name)?.strip_prefix(' ')?;
        figures.split_whitespace().nth(2)?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Option<Option<u32>> {
        let arguments: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        rows(&arguments).ok()
    }

    #[test]
    fn the_weight_is_read_from_the_line_of_its_name() {
        let text = "engine.wasm 9 9 9\nengine    300   200   100\n  budget    685\n";
        assert_eq!(brotli(text, "engine"), Some(100));
        assert_eq!(brotli(text, "everything"), None);
    }

    #[test]
    fn the_number_of_rows_is_read_or_refused() {
        let cases = ["", "--rows 1000", "--rows 0", "--rows", "--rows many", "--rows 1048576", "--lines 10"];
        assert_eq!(cases.map(asked), [Some(None), Some(Some(1000)), None, None, None, None, None]);
    }
}
