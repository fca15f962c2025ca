//! Where things are, the wasm target, and the Python of the oracle. Paths come from the running cargo, never from the machine that built us.

use crate::problem::{Outcome, Problem};
use crate::{debian, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compilation target of both artefacts.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Root of the workspace.
pub fn root() -> Outcome<PathBuf> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let here = here.canonicalize().unwrap_or(here);
    here.ancestors()
        .find(|folder| folder.join("Trunk.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| Problem::new("the workspace root was not found; run `cargo xtask` inside the checkout."))
}

/// The one target directory: the one this very program was built in.
pub fn target_dir() -> Outcome<PathBuf> {
    let this = std::env::current_exe().map_err(|error| Problem::new(format!("cannot find this program: {error}.")))?;
    this.parent()
        .and_then(Path::parent)
        .map(Path::to_path_buf)
        .ok_or_else(|| Problem::new("the target directory was not found; run through `cargo xtask`."))
}

/// The cargo that runs us, in the workspace root and with our target directory, so that steps share what they build.
pub fn cargo() -> Outcome<Command> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()?).env("CARGO_TARGET_DIR", target_dir()?);
    Ok(cargo)
}

/// Makes sure that the standard library for wasm is there.
/// rust-toolchain.toml asks for it, but rustup installs it unasked only where automatic installation is on.
pub fn wasm_target() -> Outcome {
    let root = root()?;
    let installed =
        process::ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(&root));
    if installed.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("Adding the {TARGET} target to the pinned toolchain (about 10 seconds)...");
    process::run(
        Command::new("rustup").args(["target", "add", TARGET]).current_dir(&root),
        &format!("add the {TARGET} target to this Rust toolchain by hand, then run the command again."),
    )
}

/// Sees to readers of workbooks and calendars that are not ours, for the tests of exports; they say so where there is none.
pub fn python_readers() {
    // Debian's package serves Debian's Python, which need not be the one on PATH.
    let reads = |python: &str, module: &str| {
        process::ask(Command::new(python).args(["-c", &format!("import {module}")])).is_some()
    };
    let missing: Vec<&str> = ["openpyxl", "icalendar"]
        .into_iter()
        .filter(|module| !["python3", "/usr/bin/python3"].iter().any(|python| reads(python, module)))
        .collect();
    if missing.is_empty() {
        return;
    }
    let names = missing.join(" and ");
    println!("No Python with {names}: installing Debian's packages (about 20 seconds)...");
    let packages: Vec<String> = missing.iter().map(|module| format!("python3-{module}")).collect();
    if !debian::install(&packages.iter().map(String::as_str).collect::<Vec<_>>()) {
        println!("The exports will not be read by {names}.");
    }
}

/// Sees to a reader of PDF files for the tests of what is printed; they say so where there is none.
pub fn poppler() {
    if process::ask(Command::new("pdftotext").arg("-v")).is_some() {
        return;
    }
    println!("No pdftotext on PATH: installing Debian's poppler-utils (about 20 seconds)...");
    if !debian::install(&["poppler-utils"]) {
        println!("What is printed will not be read back.");
    }
}

/// Makes sure that there is a Python: without it the oracle's tests would pass over what they are there to compare.
pub fn python() -> Outcome {
    let starts = || process::ask(Command::new("python3").arg("--version")).is_some();
    if starts() {
        return Ok(());
    }
    println!("No python3 on PATH: installing Debian's package (about 20 seconds)...");
    if debian::install(&["python3"]) && starts() {
        return Ok(());
    }
    Err(Problem::new("python3 is needed for the oracle under tests/oracle; install it, then run the command again."))
}
