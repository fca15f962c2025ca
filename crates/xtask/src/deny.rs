//! `cargo xtask deny`: licences, sources and banned crates, by cargo-deny and deny.toml.
//! The tool is taken from PATH, else from target/tools, else built there once.

use crate::problem::{Outcome, Problem};
use crate::{process, setup};
use std::path::PathBuf;
use std::process::Command;

/// The version that was tried with the pinned Rust.
const VERSION: &str = "0.20.2";

/// `cargo xtask deny`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &[])?;
    let tool = match installed()? {
        Some(tool) => tool,
        None => install()?,
    };
    // Advisories are left out on purpose: they need a database from the network, and this check must work without.
    process::run(
        Command::new(tool).current_dir(setup::root()?).args([
            "check",
            "--hide-inclusion-graph",
            "bans",
            "licenses",
            "sources",
        ]),
        "deny.toml holds the rules; change the dependency, or the rule with its reason.",
    )
}

fn installed() -> Outcome<Option<PathBuf>> {
    let candidates = [PathBuf::from("cargo-deny"), tools()?.join("bin").join("cargo-deny")];
    Ok(candidates.into_iter().find(|tool| process::ask(Command::new(tool).arg("--version")).is_some()))
}

fn tools() -> Outcome<PathBuf> {
    Ok(setup::target_dir()?.join("tools"))
}

fn install() -> Outcome<PathBuf> {
    println!("Building cargo-deny {VERSION} into target/tools (once)...");
    let tools = tools()?;
    let mut cargo = setup::cargo()?;
    cargo.args([
        "install",
        "cargo-deny",
        "--version",
        VERSION,
        "--locked",
        "--debug",
        "--no-default-features",
        "--root",
    ]);
    process::run(cargo.arg(&tools), "install cargo-deny by other means and put it on PATH.")?;
    installed()?.ok_or_else(|| {
        Problem::new("cargo-deny was built but does not start; install it by other means and put it on PATH.")
    })
}
