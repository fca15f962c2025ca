//! `cargo xtask test`: every check and test in the order of their price, stopping at the first that fails.
//! The last line is always the sum over all runners: `N passed, N failed, N skipped`.

use crate::problem::{Outcome, Problem};
use crate::tally::Tally;
use crate::{browser, deny, dist, process, setup, size};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// How long one file of tests may take in Node, many times what it needs: a page that never answers is a failure, not a wait.
const FILE_MILLISECONDS: u32 = 20 * 60 * 1_000;

/// What a step does; it adds its tests to the tally.
type Run = fn(&mut Tally) -> Outcome;

struct Step {
    name: &'static str,
    /// On two idle cores from nothing; what is already built costs nothing.
    expected: &'static str,
    fast: bool,
    run: Run,
}

const STEPS: &[Step] = &[
    Step { name: "formatting", expected: "seconds", fast: true, run: formatting },
    Step { name: "lints, native", expected: "2 min", fast: true, run: lints_native },
    Step { name: "tests, native", expected: "3 min", fast: true, run: tests_native },
    Step { name: "tests of the build tool", expected: "seconds", fast: true, run: tests_xtask },
    Step { name: "lints, wasm", expected: "2 min", fast: false, run: lints_wasm },
    Step { name: "release build", expected: "4 min", fast: false, run: release },
    Step { name: "test packages", expected: "seconds", fast: false, run: packages },
    Step { name: "tests of the module in Node", expected: "seconds", fast: false, run: tests_node },
    Step { name: "TypeScript declarations", expected: "seconds", fast: false, run: typescript },
    Step { name: "tests in the browser", expected: "2 min", fast: false, run: tests_browser },
    // Building cargo-deny costs 2 minutes once (110 s of processor time without its network features): cheap enough to run always.
    Step { name: "licences and sources", expected: "2 min", fast: false, run: denied },
    // Last: a page that is too heavy still works, and the other answers are worth having.
    Step { name: "size budget", expected: "seconds", fast: false, run: sizes },
];

/// `cargo xtask test [--fast]`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &["--fast"])?;
    let fast = !arguments.is_empty();
    let steps: Vec<&Step> = STEPS.iter().filter(|step| step.fast || !fast).collect();
    let mut tally = Tally::default();
    let result = run_all(&steps, &mut tally);
    if let Err(problem) = &result {
        eprintln!("xtask: {problem}");
        // A step without tests of its own, such as a lint, still is one failure.
        tally.failed = tally.failed.max(1);
    }
    println!("\n{}", tally.line());
    if result.is_err() { std::process::exit(1) } else { Ok(()) }
}

fn run_all(steps: &[&Step], tally: &mut Tally) -> Outcome {
    let count = steps.len();
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {}/{count} {} (expected: {})", index + 1, step.name, step.expected);
        let start = Instant::now();
        let result = (step.run)(tally);
        let seconds = start.elapsed().as_secs();
        println!(
            "== {} {} in {} min {:02} s",
            step.name,
            if result.is_ok() { "done" } else { "FAILED" },
            seconds / 60,
            seconds % 60
        );
        result?;
    }
    Ok(())
}

fn formatting(_: &mut Tally) -> Outcome {
    process::run(setup::cargo()?.args(["fmt", "--all", "--check"]), "run `cargo fmt --all`.")
}

fn lints_native(_: &mut Tally) -> Outcome {
    // Everything but the two browser crates: those are linted for the target they are made for.
    let members = ["--workspace", "--exclude", "app", "--exclude", "module"];
    process::run(
        setup::cargo()?.arg("clippy").args(members).args(["--all-targets", "--", "-D", "warnings"]),
        "mend the first lint above.",
    )
}

fn lints_wasm(_: &mut Tally) -> Outcome {
    setup::wasm_target()?;
    process::run(
        setup::cargo()?.args([
            "clippy",
            "-p",
            "app",
            "-p",
            "module",
            "--target",
            setup::TARGET,
            "--",
            "-D",
            "warnings",
        ]),
        "mend the first lint above.",
    )
}

fn tests_native(tally: &mut Tally) -> Outcome {
    setup::python()?;
    setup::python_readers();
    tests(
        setup::cargo()?.args(["test", "--no-fail-fast"]),
        tally,
        "the lines starting with `---- ` above say which test and why.",
    )
}

fn tests_xtask(tally: &mut Tally) -> Outcome {
    // Alone, so that cargo resolves the features as for `cargo xtask` and rebuilds none of the bundler.
    tests(
        setup::cargo()?.args(["test", "-p", "xtask"]),
        tally,
        "the lines starting with `---- ` above say which test and why.",
    )
}

fn release(_: &mut Tally) -> Outcome {
    dist::write(crate::wasm::Profile::Release)
}

fn sizes(_: &mut Tally) -> Outcome {
    size::command(&[])
}

fn packages(_: &mut Tally) -> Outcome {
    let suite = suite()?;
    let lock = suite.join("package-lock.json");
    if std::fs::read_to_string(&lock).is_ok_and(|text| text.contains("\"resolved\"")) {
        return Err(Problem::new(
            "tests/browser/package-lock.json holds download addresses; make it again with the .npmrc beside it.",
        ));
    }
    process::run(
        process::npm().current_dir(suite).args(["ci", "--no-audit", "--no-fund"]),
        "Node.js 20 or later and its npm are needed.",
    )
}

fn tests_node(tally: &mut Tally) -> Outcome {
    node_tests(&setup::root()?.join("tests").join("node"), ".test.mjs", None, tally)
}

fn typescript(_: &mut Tally) -> Outcome {
    let project = setup::root()?.join("tests").join("typescript");
    if !project.join("tsconfig.json").is_file() {
        println!("tests/typescript has no tsconfig.json yet: nothing to check.");
        return Ok(());
    }
    let compiler = suite()?.join("node_modules").join("typescript").join("bin").join("tsc");
    process::run(
        Command::new("node").arg(compiler).arg("-p").arg(project),
        "the declarations and their use disagree; read the first error.",
    )
}

fn tests_browser(tally: &mut Tally) -> Outcome {
    let suite = suite()?;
    if files(&suite, ".spec.mjs").is_empty() {
        println!("tests/browser has no *.spec.mjs yet: nothing to run.");
        return Ok(());
    }
    let chrome = browser::find_or_install(&suite)?;
    setup::poppler();
    node_tests(&suite, ".spec.mjs", Some(&chrome), tally)
}

fn denied(_: &mut Tally) -> Outcome {
    deny::command(&[])
}

fn suite() -> Outcome<PathBuf> {
    Ok(setup::root()?.join("tests").join("browser"))
}

fn node_tests(folder: &Path, ending: &str, chrome: Option<&Path>, tally: &mut Tally) -> Outcome {
    let files = files(folder, ending);
    if files.is_empty() {
        println!("No *{ending} in {} yet: nothing to run.", folder.display());
        return Ok(());
    }
    let mut node = Command::new("node");
    // Two files at a time: more browsers than that on two cores only makes time-outs.
    node.current_dir(setup::root()?).args(["--test", "--test-reporter=tap", "--test-concurrency=2"]);
    node.arg(format!("--test-timeout={FILE_MILLISECONDS}")).args(files);
    if let Some(chrome) = chrome {
        node.env("CHROME", chrome);
    }
    tests(&mut node, tally, "the lines starting with `not ok` above say which test and why.")
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    files.sort();
    files
}

fn tests(command: &mut Command, tally: &mut Tally, advice: &str) -> Outcome {
    let (success, output) = process::run_and_read(command)?;
    let before = tally.failed;
    tally.read(&output);
    if success {
        return Ok(());
    }
    let failed = tally.failed - before;
    Err(Problem::new(if failed == 0 {
        "the tests did not run to their end; read the first error above.".to_owned()
    } else {
        format!("{failed} tests failed; {advice}")
    }))
}
