//! `cargo xtask`: builds, serves, measures and checks Encours.
//! Needs rustup and cargo alone to build the page; Node.js for `size`, `test` and `bench`; a Chromium for the last two.
//! Every refusal is one sentence that says what to do, and exit status 1.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod browser;
mod debian;
mod deny;
mod dist;
mod fuzz;
mod html;
mod layers;
mod npm;
mod pollute;
mod problem;
mod process;
mod serve;
mod setup;
mod site;
mod size;
mod tally;
mod test;
mod wasm;

use problem::{Outcome, Problem};
use std::process::ExitCode;

/// One verb of the command line.
struct Verb {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Outcome,
}

const VERBS: &[Verb] = &[
    Verb {
        name: "serve",
        usage: "[--dev] [--port N] [--no-build]",
        about: "build the page and serve it on this computer; --dev builds faster and runs slower",
        run: serve::command,
    },
    Verb {
        name: "dist",
        usage: "[--dev]",
        about: "write dist/site (the page, for any static host) and dist/npm (the package `encours`)",
        run: dist::command,
    },
    Verb {
        name: "test",
        usage: "[--fast]",
        about: "every check and test; --fast keeps formatting, native lints and native tests",
        run: test::command,
    },
    Verb { name: "size", usage: "", about: "weigh what a first visit loads against the budget", run: size::command },
    Verb {
        name: "bench",
        usage: "[--rows N] [--plans | --drafts] [--million] [--ten-million]",
        about: "measure the engine and the page against others, as ratios; the flags take a quarter of an hour and more",
        run: bench::command,
    },
    Verb {
        name: "pollute",
        usage: "",
        about: "write clean ledgers in a hundred ways and score how well they are read",
        run: pollute::command,
    },
    Verb {
        name: "layers",
        usage: "",
        about: "check the crate ranks and the invariants of absence",
        run: layers::command,
    },
    Verb {
        name: "deny",
        usage: "",
        about: "check licences, sources and banned crates with cargo-deny",
        run: deny::command,
    },
    Verb {
        name: "fuzz",
        usage: "TARGET [--minutes N]",
        about: "feed one reader of foreign bytes without end; needs the nightly toolchain",
        run: fuzz::command,
    },
    Verb { name: "help", usage: "", about: "this list", run: help },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        return help(&[]);
    };
    if matches!(name.as_str(), "-h" | "--help") {
        return help(&[]);
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        return Err(Problem::new(format!("`{name}` is not a command; `cargo xtask help` lists them.")));
    };
    (verb.run)(rest)
}

fn help(_arguments: &[String]) -> Outcome {
    println!("cargo xtask COMMAND");
    for verb in VERBS {
        println!("  {:<38} {}", format!("{} {}", verb.name, verb.usage), verb.about);
    }
    Ok(())
}

/// Refuses every argument that is not in `known`, so that a typing mistake never passes for a setting.
fn only_flags(arguments: &[String], known: &[&str]) -> Outcome {
    match arguments.iter().find(|argument| !known.contains(&argument.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            Err(Problem::new(format!("`{unknown}` is not understood here; `cargo xtask help` shows the options.")))
        }
    }
}
